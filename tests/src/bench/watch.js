// Runs before the app's own scripts: goes from Today to the Journal at once, and notes when the keeper says something, when the page draws, and how long tasks take.
(() => {
  const seen = { messages: [], password: 0, went: false, list: 0, saved: 0 };
  globalThis.bench = seen;
  const Real = globalThis.Worker;
  globalThis.Worker = class extends Real {
    constructor(address, options) {
      super(address, options);
      if (options && options.name === "keeper") {
        this.addEventListener("message", (event) => {
          if (event.data) seen.messages.push([performance.now(), Array.from(new Uint8Array(event.data.slice(0, 8)))]);
        });
      }
    }
  };
  // The browser reports tasks of 50 ms and more; 0 stands for none.
  let longest = 0;
  const note = (entries) => entries.forEach((entry) => { longest = Math.max(longest, entry.duration); });
  const tasks = new PerformanceObserver((list) => note(list.getEntries()));
  tasks.observe({ type: "longtask" });
  seen.longest = () => {
    note(tasks.takeRecords());
    const told = longest;
    longest = 0;
    return told;
  };
  new MutationObserver((changes) => {
    const now = performance.now();
    if (!seen.password && document.querySelector("#passphrase")) seen.password = now;
    if (!seen.went) {
      const journal = Array.from(document.querySelectorAll("nav button")).find((b) => b.textContent.trim() === "Journal");
      if (journal) { seen.went = true; journal.click(); }
    }
    if (!seen.list && document.querySelector("main ul li button")) seen.list = now;
    const status = document.querySelector(".said");
    if (status && status.textContent.trim() === "Saved" && changes.some((change) => status.contains(change.target))) seen.saved = now;
  }).observe(document, { subtree: true, childList: true, characterData: true });
})();
