// From any room to a changed passphrase, without a sheet. Arguments: the passphrase as it is and as it is to be; the
// callback, called once the change is under way. When it is over, `bench.resealed` holds milliseconds: from the press
// to the word that it works, and from the first entry sealed to that word.
const [[current, next], done] = arguments;
const until = (condition) => new Promise((resolve) => {
  const look = () => { const found = condition(); if (found) resolve(found); else requestAnimationFrame(look); };
  look();
});
const named = (name) => () => Array.from(document.querySelectorAll("button"))
  .find((button) => button.textContent.trim() === name && !button.disabled && button.getClientRects().length);
const press = async (name) => (await until(named(name))).click();
const type = (label, value) => {
  const found = Array.from(document.querySelectorAll("label")).find((one) => one.textContent.trim() === label);
  const field = document.getElementById(found.htmlFor);
  field.value = value;
  field.dispatchEvent(new Event("input", { bubbles: true }));
};
const says = (words) => () => document.body.innerText.includes(words);
const stage = (number, from) => globalThis.bench.messages.slice(from).find(([, b]) => b[0] === 2 && b[2] === number);
(async () => {
  globalThis.bench.resealed = null;
  await press("Today");
  await press("Settings");
  await press("Change passphrase");
  await until(named("Go on"));
  type("Current passphrase", current);
  type("New passphrase", next);
  type("New passphrase again", next);
  // The words are judged first, and what judges them is loaded.
  await press("Go on");
  await press("Go on without a sheet");
  const from = globalThis.bench.messages.length;
  globalThis.bench.longest();
  const submit = await until(named("Change it without a sheet"));
  const pressed = performance.now();
  submit.click();
  until(says("Your new passphrase works")).then(async () => {
    const over = performance.now();
    // Progress (2) of the stage Resealing (4).
    const first = stage(4, from);
    await press("Done");
    globalThis.bench.resealed = [over - pressed, over - first[0]];
  });
  return true;
})().then(done, (error) => done(String(error)));
