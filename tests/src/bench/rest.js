// Lets an open journal rest until it locks. Arguments: the limit in ms; the callback. The wall clock is put forward to two
// seconds before its time. Gives milliseconds from that time to the first frame with nothing of the journal.
const [limit, done] = arguments;
const before = 2000;
dispatchEvent(new KeyboardEvent("keydown", { key: "a" }));
const now = Date.now.bind(Date);
Date.now = () => now() + limit - before;
const due = performance.now() + before;
const look = () => {
  if (document.querySelector(".shell")) return requestAnimationFrame(look);
  Date.now = now;
  done(performance.now() - due);
};
look();
