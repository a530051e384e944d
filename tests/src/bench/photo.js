// Adds a photo to a new entry and discards it. Arguments: width and height; the callback. Gives milliseconds from the
// choice of the file to the word that it is sealed.
const [[width, height], done] = arguments;
const button = (name) => Array.from(document.querySelectorAll("button")).find((b) => b.textContent.trim() === name);
const room = (name) => Array.from(document.querySelectorAll("nav button")).find((b) => b.textContent.trim() === name);
const until = (condition) => new Promise((resolve) => {
  const look = () => { const found = condition(); if (found) resolve(found); else requestAnimationFrame(look); };
  look();
});
// Two presses within 300 ms are taken for a slip.
const apart = () => new Promise((resolve) => setTimeout(resolve, 400));
const photo = async () => {
  if (globalThis.benchPhoto) return globalThis.benchPhoto;
  const canvas = new OffscreenCanvas(width, height);
  const pixels = canvas.getContext("2d");
  // As busy as a photo is.
  for (let y = 0; y < height; y += 10) {
    for (let x = 0; x < width; x += 10) {
      pixels.fillStyle = `hsl(${(x * 7 + y * 13) % 360} ${(x + y) % 100}% ${20 + (x * y) % 60}%)`;
      pixels.fillRect(x, y, 10, 10);
    }
  }
  const blob = await canvas.convertToBlob({ type: "image/jpeg", quality: 0.92 });
  globalThis.benchPhoto = new File([blob], "photo.jpg", { type: "image/jpeg" });
  return globalThis.benchPhoto;
};
(async () => {
  const file = await photo();
  room("Journal").click();
  await until(() => button("New entry"));
  await apart();
  button("New entry").click();
  const field = await until(() => document.querySelector("main input[type=file]"));
  const given = new DataTransfer();
  given.items.add(file);
  field.files = given.files;
  const chosen = performance.now();
  field.dispatchEvent(new Event("change", { bubbles: true }));
  await until(() => document.querySelector("main .attachment-given img"));
  const took = performance.now() - chosen;
  await apart();
  button("Delete").click();
  await until(() => button("New entry"));
  await apart();
  return took;
})().then(done, (error) => done(String(error)));
