// Notes what goes wrong in the page from now on, for browsers whose driver keeps no log. Installed right after the
// page has loaded; what went wrong earlier is not seen by it.
// (`window`, not `globalThis`: Firefox runs scripts of the driver in a global of their own.)
if (!window.storyNotes) {
  const notes = (window.storyNotes = []);
  addEventListener('securitypolicyviolation', (event) => notes.push(`policy: ${event.violatedDirective} ${event.blockedURI}`));
  addEventListener('error', (event) => notes.push(`error: ${event.message}`));
  addEventListener('unhandledrejection', (event) => notes.push(`rejection: ${event.reason}`));
  for (const level of ['error', 'warn']) {
    const original = console[level];
    console[level] = (...words) => {
      notes.push(`console.${level}: ${words.join(' ')}`);
      original.apply(console, words);
    };
  }
}
