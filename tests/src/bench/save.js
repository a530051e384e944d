// Writes and saves one entry. Arguments: the text; the callback. Gives milliseconds from the press to "Saved".
const [text, done] = arguments;
const button = (name) => Array.from(document.querySelectorAll("button")).find((b) => b.textContent.trim() === name);
const until = (condition) => new Promise((resolve) => {
  const look = () => { const found = condition(); if (found) resolve(found); else requestAnimationFrame(look); };
  look();
});
const type = (field, value) => {
  Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), "value").set.call(field, value);
  field.dispatchEvent(new Event("input", { bubbles: true }));
};
(async () => {
  (await until(() => button("New entry"))).click();
  const field = await until(() => document.querySelector("textarea"));
  type(field, text);
  const pressed = performance.now();
  button("Save").click();
  await until(() => globalThis.bench.saved > pressed);
  return globalThis.bench.saved - pressed;
})().then(done, (error) => done(String(error)));
