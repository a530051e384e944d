// Locks an open journal. Arguments: text to leave in the editor, or nothing; the callback. Gives the frames and milliseconds
// from the press to nothing of the journal on the page, and the milliseconds to the end of the keeper.
const [text, done] = arguments;
const button = (name) => Array.from(document.querySelectorAll("button")).find((b) => b.textContent.trim() === name);
const until = (condition) => new Promise((resolve) => {
  const look = () => { const found = condition(); if (found) resolve(found); else requestAnimationFrame(look); };
  look();
});
(async () => {
  (await until(() => button("Journal"))).click();
  await until(() => document.querySelector("main ul li button"));
  if (text) {
    (await until(() => button("New entry"))).click();
    const field = await until(() => document.querySelector("textarea"));
    Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), "value").set.call(field, text);
    field.dispatchEvent(new Event("input", { bubbles: true }));
  }
  let ended = 0;
  const terminate = Worker.prototype.terminate;
  Worker.prototype.terminate = function () { ended ||= performance.now(); return terminate.call(this); };
  const pressed = performance.now();
  button("Lock").click();
  let frames = 0;
  const gone = await new Promise((resolve) => {
    const look = () => { frames += 1; document.querySelector(".shell") ? requestAnimationFrame(look) : resolve(performance.now()); };
    requestAnimationFrame(look);
  });
  await until(() => ended);
  Worker.prototype.terminate = terminate;
  await until(() => document.querySelector("#passphrase"));
  return [frames, gone - pressed, ended - pressed];
})().then(done, (error) => done(String(error)));
