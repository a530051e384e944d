// Brings the service worker, and tells the screen when a newer version of Trestle waits. Needs no other program, so
// that the page works offline where the screen cannot run. The screen looks at `trestleUpdate` after each event
// "trestle-update": `state` is "" (nothing), "waiting" (a newer version is here) or "taken" (another tab loaded it);
// `news` says what changed. `load()` lets it take over and loads the page anew, once.
// `cargo xtask build` puts the version in the place of the text below.

const version = "trestle:version";
const workers = navigator.serviceWorker;
const ANSWER_MS = 2000;
const TAKING_OVER_MS = 5000;
const FETCHING_MS = 8000;

const update = (globalThis.trestleUpdate = { state: "", news: [], load, loadNewest });
let registration;
let isAsked = false;

const after = (ms, value) => new Promise((resolve) => setTimeout(resolve, ms, value));

function tell(state, news = []) {
  Object.assign(update, { state, news });
  dispatchEvent(new Event("trestle-update"));
}

function reloadOnce() {
  if (isAsked) location.reload();
  isAsked = false;
}

// Gives the place to the version that waits. One that does not take it is left waiting, and the page loads all the same.
function load() {
  isAsked = true;
  registration?.waiting?.postMessage({ ask: "take over" });
  setTimeout(reloadOnce, registration?.waiting ? TAKING_OVER_MS : 0);
}

// For when nothing is open and the version that is here does not help: looks for a newer one first.
async function loadNewest() {
  const ask = async () => {
    await registration.update();
    await settled(registration.installing);
  };
  if (registration) await Promise.race([ask().catch(() => {}), after(FETCHING_MS)]);
  load();
}

// Once a worker is installed, or has failed to be.
const settled = (worker) =>
  new Promise((resolve) => {
    const check = () => (worker?.state === "installing" ? undefined : resolve());
    worker?.addEventListener("statechange", check);
    check();
  });

// Sentences of the version that waits; none from one that does not know the question.
function newsOf(worker) {
  const { port1, port2 } = new MessageChannel();
  const answer = new Promise((resolve) => (port1.onmessage = ({ data }) => resolve(data)));
  worker.postMessage({ ask: "news", language: document.documentElement.lang, since: version }, [port2]);
  const sentences = (news) => (Array.isArray(news) ? news.filter((line) => typeof line === "string") : []);
  return Promise.race([answer, after(ANSWER_MS, [])]).then(sentences);
}

async function look() {
  const { active, waiting } = registration;
  // The first version of all waits for nobody.
  if (active && waiting) tell("waiting", await newsOf(waiting));
}

async function begin() {
  let isControlled = workers.controller !== null;
  workers.addEventListener("controllerchange", () => {
    if (isAsked) reloadOnce();
    else if (isControlled) tell("taken");
    isControlled = true;
  });
  workers.controller?.postMessage({ ask: "put away" });
  registration = await workers.register("service-worker.js", { updateViaCache: "none" });
  registration.addEventListener("updatefound", () => settled(registration.installing).then(look));
  await settled(registration.installing);
  await look();
}

// After the page has loaded, so that the first visit is as quick as without. A browser may refuse: all works without.
if (workers) {
  const start = () => begin().catch(() => {});
  if (document.readyState === "complete") start();
  else addEventListener("load", start, { once: true });
}
