// The page of the HTML reader: shows, asks the worker one thing at a time, and keeps nothing. `cargo xtask build` puts the
// worker and its program in the place of the texts below. No word ever becomes markup: text nodes only, and the page that
// was handed over goes through a closed set of elements.
"use strict";

const WORKER = "reader:worker";
const PROGRAM = "reader:program";

const PIECE = 1 << 20;
const at = (id) => document.getElementById(id);
const sections = ["begin", "cannot", "choose", "unlock", "busy", "contents", "record", "document"];

const kinds = {
  entry: ["entry", "entries"], urge: ["urge", "urges"], check_in: ["check-in", "check-ins"], goal: ["goal", "goals"],
  return_to_use: ["return to use", "returns to use"], ruler: ["ruler", "rulers"], reason: ["reason", "reasons"],
  template: ["beginning", "beginnings"], settings: ["settings", "settings"],
  attachment: ["photo or voice note", "photos and voice notes"],
};
const many = { person: "people", dose: "doses", review: "reviews", response: "responses", kept: "kept", detox: "detox days" };

const sentences = {
  "does-not-open": () => "That passphrase did not open this backup.\nCapitals and spaces count. An older backup opens with the passphrase of its day.",
  "no-passphrase": () => "Type the passphrase first.",
  "sheet-line": (line) => `Line ${line} is not right.\nA line has nine characters; the last one checks the others.`,
  "not-a-backup": () => "This is not a backup of Trestle.\nChoose another file.",
  "too-new": () => "A newer version of Trestle made this backup.\nA newer reader opens it.",
  "costs-too-much": () => "This file asks for more memory than any backup needs.\nIt may have been changed. Try another copy.",
  memory: () => "This computer has too little memory free.\nClose other programs, then try again.",
  cut: (byte) => `The file ends early, or its last part was changed, from byte ${byte} on.\nTry another copy of it.`,
  damaged: (byte) => `The file was changed${byte === null ? "" : ` in the part at byte ${byte}`}.\nTry another copy of it.`,
  stopped: () => "The reader had to stop, maybe for want of memory.\nThe file is unchanged. Try again, or use another computer.",
  unreadable: () => "The file could not be read.\nIs it still where it was?",
};

let worker = null;
let waiting = null;
let last = Promise.resolve();
let file = null;
let unlocked = 0;
let shown = 0;
let asked = "";
let searching = false;
// Addresses of the photos and voice notes that are shown.
let media = [];

function show(id, focus) {
  for (const section of sections) at(section).hidden = section !== id;
  at("close").hidden = id === "choose" || id === "cannot";
  if (focus) at(focus).focus();
}

function refuse(why, number = null) {
  const alert = at("refused");
  alert.textContent = why ? (sentences[why] ?? sentences.damaged)(number) : "";
  alert.hidden = !why;
}

// The program stands in the page compressed.
function inflated(packed) {
  const bytes = Uint8Array.from(atob(packed), (letter) => letter.charCodeAt(0));
  return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"))).arrayBuffer();
}

async function start() {
  const program = await inflated(PROGRAM);
  const source = new Blob([WORKER], { type: "text/javascript" });
  const address = URL.createObjectURL(source);
  const started = new Worker(address);
  return new Promise((resolve, reject) => {
    started.onerror = reject;
    // The first message says that the program listens.
    started.onmessage = () => {
      URL.revokeObjectURL(address);
      started.onerror = () => stopped();
      started.onmessage = ({ data }) => answered(new Uint8Array(data));
      worker = started;
      resolve();
    };
    started.postMessage(program, [program]);
  });
}

function stopped() {
  end();
  const reject = waiting?.reject;
  waiting = null;
  reject?.("stopped");
}

function end() {
  worker?.terminate();
  worker = null;
}

function answered(message) {
  const { resolve, reject } = waiting;
  waiting = null;
  const text = message[0] === "b".charCodeAt(0) ? "" : new TextDecoder().decode(message.subarray(1));
  if (message[0] === "f".charCodeAt(0)) return resolve(text);
  if (message[0] === "b".charCodeAt(0)) return resolve(message.slice(1));
  const answer = JSON.parse(text);
  if (answer.said === "refused") reject(answer);
  else resolve(answer);
}

// One question at a time: the next one waits for the answer before.
function ask(what, content) {
  last = last.catch(() => {}).then(() => send(what, content));
  return last;
}

function send(what, content = new Uint8Array(0)) {
  if (!worker) return Promise.reject("stopped");
  const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
  const message = new Uint8Array(bytes.length + 1);
  message[0] = what.charCodeAt(0);
  message.set(bytes, 1);
  return new Promise((resolve, reject) => {
    waiting = { resolve, reject };
    worker.postMessage(message.buffer, [message.buffer]);
  });
}

const bytesOf = async (from, to) => new Uint8Array(await file.slice(from, to).arrayBuffer().catch(() => Promise.reject("unreadable")));

async function choose(chosen) {
  file = chosen;
  refuse();
  try {
    if (!worker) await start();
    await ask("h", await bytesOf(0, 512));
    at("which").textContent = own() ? "It opens with the passphrase you were told." : `${file.name}, ${size(file.size)}`;
    at("sheet").hidden = own() !== "";
    show("unlock", "passphrase");
  } catch (error) {
    refused(error, "choose");
  }
}

async function open(way, secret) {
  const turn = ++unlocked;
  refuse();
  busy("Opening. This takes some seconds.", 0, 0);
  try {
    if (!worker) await start();
    await ask("h", await bytesOf(0, 512));
    await ask(way, secret);
    for (let from = 512; from < file.size; from += PIECE) {
      const { records, total } = await ask("f", await bytesOf(from, from + PIECE));
      if (turn !== unlocked) return;
      busy("Reading, and looking whether the file is whole.", records, total);
    }
    inside(await ask("e"));
  } catch (error) {
    if (turn === unlocked) refused(error, "unlock");
  }
}

function refused(error, back) {
  const { why = "stopped", number = null } = typeof error === "string" ? { why: error } : error;
  const again = ["does-not-open", "no-passphrase", "sheet-line", "memory", "stopped"].includes(why);
  const next = again ? back : own() ? "" : "choose";
  show(next, next === "unlock" && why !== "sheet-line" ? "passphrase" : undefined);
  refuse(why, number);
}

function busy(doing, done, total) {
  show("busy");
  at("doing").textContent = doing;
  const progress = at("progress");
  if (total > 0) {
    progress.max = total;
    progress.value = done;
  } else {
    progress.removeAttribute("value");
  }
}

function inside({ made, counts, left_out: [deleted, parts], document: page }) {
  empty();
  if (page !== null) {
    handedOver(page);
    end();
    show("document", "top");
    return;
  }
  at("made").textContent = `Made ${moment(made)}. The file is whole.`;
  at("counts").replaceChildren(...counts.map(([kind, count]) => element("li", `${count} ${kindName(kind, count)}`)));
  const left = [
    deleted > 0 ? `${deleted} deleted, of which nothing is left to read.` : "",
    parts > 0 ? "Photos and voice notes stand with their entries." : "",
  ].filter(Boolean).join(" ");
  at("left-out").textContent = left;
  at("left-out").hidden = left === "";
  list("");
  show("contents", "inside");
}

async function list(words, from = 0) {
  asked = words;
  const { lines, total } = await ask("l", JSON.stringify({ words, from }));
  if (from === 0) at("list").replaceChildren();
  for (const line of lines) addLine(line);
  shown = from + lines.length;
  at("more").hidden = shown >= total;
  at("found").textContent = words ? `${total} found` : "";
}

// What is typed while a search runs is looked for after it.
async function search() {
  if (searching) return;
  searching = true;
  try {
    while (at("search").value !== asked) await list(at("search").value);
  } finally {
    searching = false;
  }
}

function addLine({ number, kind, when, title }) {
  const day = when.startsWith("1970-01-01") ? "" : when.slice(0, 10);
  let days = at("list").lastElementChild;
  if (!days || days.dataset.day !== day) {
    days = document.createElement("div");
    days.dataset.day = day;
    days.append(element("h3", day ? dayName(day) : "Without a day"), Object.assign(document.createElement("ul"), { className: "lines" }));
    at("list").append(days);
  }
  const button = element("button", title || kindName(kind, 1));
  button.type = "button";
  const about = [day ? when.slice(11, 16) : "", title ? kindName(kind, 1) : ""].filter(Boolean).join(", ");
  if (about) button.append(element("span", about, "soft"));
  button.addEventListener("click", () => read(number));
  const item = document.createElement("li");
  item.append(button);
  days.lastElementChild.append(item);
}

async function read(number) {
  letGo();
  const { kind, when, title, wordings, media: carried } = await ask("r", JSON.stringify(number));
  at("record-title").textContent = title || kindName(kind, 1);
  at("record-when").textContent = [kindName(kind, 1), when.startsWith("1970-01-01") ? "" : moment(when)].filter(Boolean).join(", ");
  at("record-body").replaceChildren(...wordings.flatMap((wording, place) => wordingShown(wording, wordings.length > 1 ? place + 1 : 0)));
  if (carried.length > 0) at("record-body").append(offered(number, carried));
  show("record", "record-title");
  scrollTo(0, 0);
}

// Photos and voice notes are looked for in the file when somebody wants to see them.
function offered(number, carried) {
  const place = document.createElement("div");
  const photos = carried.filter(({ media_type }) => media_type.startsWith("image/")).length;
  const names = [counted(photos, "photo"), counted(carried.length - photos, "voice note")].filter(Boolean).join(" and ");
  const button = element("button", `Show ${names}`);
  button.type = "button";
  button.addEventListener("click", () => gather(number, place));
  place.append(button);
  return place;
}

const counted = (count, name) => (count === 0 ? "" : `${count} ${name}${count === 1 ? "" : "s"}`);

async function gather(number, place) {
  const turn = unlocked;
  const doing = element("p", "Looking through the file…", "soft");
  const progress = document.createElement("progress");
  doing.setAttribute("role", "status");
  place.replaceChildren(doing, progress);
  const gone = () => turn !== unlocked || !place.isConnected;
  try {
    const { media: carried } = await ask("a", JSON.stringify(number));
    let whole = false;
    for (let from = 512; !whole && from < file.size; from += PIECE) {
      const met = await ask("g", await bytesOf(from, from + PIECE));
      if (gone()) return;
      whole = met.whole;
      progress.max = met.total || 1;
      progress.value = met.records;
    }
    if (!whole) await ask("i");
    if (gone()) return;
    place.replaceChildren();
    for (const [at, { media_type }] of carried.entries()) {
      const bytes = await ask("b", JSON.stringify(at)).catch(() => null);
      if (gone()) return;
      place.append(bytes ? shownMedium(media_type, bytes) : element("p", "This one is not whole in the file.", "soft"));
    }
  } catch {
    if (!gone()) place.replaceChildren(element("p", "The file could not be read any further. Is it still where it was?", "soft"));
  }
}

function shownMedium(type, bytes) {
  const address = URL.createObjectURL(new Blob([bytes], { type }));
  media.push(address);
  if (type.startsWith("image/")) return Object.assign(document.createElement("img"), { src: address, alt: "Photo" });
  const audio = Object.assign(document.createElement("audio"), { src: address, controls: true });
  audio.setAttribute("aria-label", "Voice note");
  return audio;
}

function letGo() {
  media.forEach((address) => URL.revokeObjectURL(address));
  media = [];
}

function wordingShown({ changed, text, fields, earlier, bytes }, number) {
  const parts = [];
  if (number > 0) parts.push(element("h3", `Wording ${number}, changed ${moment(changed)}`));
  if (text) parts.push(element("p", text, "words"));
  if (bytes !== null) parts.push(element("p", `${size(bytes)} that this page cannot show.`, "soft"));
  const described = document.createElement("dl");
  for (const { name, says } of fields) described.append(element("dt", name), element("dd", says));
  if (fields.length > 0) parts.push(described);
  if (earlier.length > 0) {
    const fold = document.createElement("details");
    fold.append(element("summary", "Earlier wordings"), ...[...earlier].reverse().map((words) => element("p", words, "words")));
    parts.push(fold);
  }
  return parts;
}

// A page that somebody handed over: its elements one by one, those of the closed set alone, in a tree of their own. Its
// styles come along, and can load nothing under the policy of this page.
const ELEMENTS = new Set(["a", "abbr", "article", "aside", "b", "blockquote", "br", "caption", "circle", "code", "col", "colgroup", "dd", "desc",
  "div", "dl", "dt", "em", "figcaption", "figure", "footer", "g", "h1", "h2", "h3", "h4", "header", "hr", "i", "li", "line", "main", "ol", "p",
  "path", "polyline", "polygon", "pre", "rect", "s", "section", "small", "span", "strong", "sub", "sup", "svg", "table", "tbody", "td", "text",
  "tfoot", "th", "thead", "time", "title", "tr", "tspan", "u", "ul"]);
const ATTRIBUTES = /^(class|dir|lang|title|scope|colspan|rowspan|role|aria-[a-z]+|viewBox|preserveAspectRatio|width|height|x|y|x1|y1|x2|y2|cx|cy|r|rx|ry|d|points|dx|dy|transform|fill|stroke|stroke-[a-z]+|text-anchor|dominant-baseline|font-size|font-weight)$/;

function handedOver(text) {
  const styles = [];
  const rest = text.replace(/<style[^>]*>([^]*?)<\/style>/gi, (_, style) => { styles.push(style); return ""; });
  const root = at("page").shadowRoot ?? at("page").attachShadow({ mode: "open" });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(styles.join("\n").replace(/url\s*\(|@import/gi, "none(").replaceAll(":root", ":host"));
  root.adoptedStyleSheets = [sheet];
  root.replaceChildren(...copies(new DOMParser().parseFromString(rest, "text/html").body));
}

function copies(element) {
  return [...element.childNodes].flatMap((node) => {
    if (node.nodeType === Node.TEXT_NODE) return [document.createTextNode(node.data)];
    if (node.nodeType !== Node.ELEMENT_NODE || ["style", "script", "template", "noscript"].includes(node.localName)) return [];
    if (!ELEMENTS.has(node.localName)) return copies(node);
    const copy = document.createElementNS(node.namespaceURI, node.localName);
    for (const { name, value } of node.attributes) if (ATTRIBUTES.test(name) && !value.includes("url(")) copy.setAttribute(name, value);
    copy.append(...copies(node));
    return [copy];
  });
}

async function save(what, name, type) {
  const text = await ask(what);
  const address = URL.createObjectURL(new Blob([text], { type }));
  Object.assign(document.createElement("a"), { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

function element(name, text, kind) {
  const made = document.createElement(name);
  made.textContent = text;
  if (kind) made.className = kind;
  return made;
}

function kindName(kind, count) {
  const [one, several] = kinds[kind] ?? [kind.replaceAll("_", " "), many[kind] ?? `${kind.replaceAll("_", " ")}s`];
  return count === 1 ? one : several;
}

function dayName(day) {
  const date = new Date(`${day}T12:00:00Z`);
  if (Number.isNaN(date.getTime())) return day;
  return date.toLocaleDateString("en-GB", { weekday: "long", day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });
}

const moment = (when) => `${dayName(when.slice(0, 10))}, ${when.slice(11, 16)}${when.endsWith("Z") ? " UTC" : ""}`;

function size(bytes) {
  if (bytes < 1024) return `${bytes} bytes`;
  return bytes < 1 << 20 ? `${Math.ceil(bytes / 1024)} KB` : `${(bytes / (1 << 20)).toFixed(1)} MB`;
}

function empty() {
  for (const id of ["passphrase", "line-1", "line-2", "line-3", "line-4", "search"]) at(id).value = "";
  at("passphrase").type = "password";
  at("show").checked = false;
}

// All that was shown goes, and the worker with its memory.
function close() {
  unlocked += 1;
  letGo();
  waiting = null;
  last = Promise.resolve();
  end();
  empty();
  refuse();
  for (const id of ["counts", "list", "record-body"]) at(id).replaceChildren();
  for (const id of ["record-title", "record-when", "made", "found", "which"]) at(id).textContent = "";
  at("page").shadowRoot?.replaceChildren();
  at("file").value = "";
  begin();
}

// The container that this very file carries, if it does.
const own = () => at("container").textContent.trim();

function begin() {
  const carried = own();
  if (carried === "") return show("choose");
  const bytes = Uint8Array.from(atob(carried), (letter) => letter.charCodeAt(0));
  return choose(new Blob([bytes]));
}

at("file").addEventListener("change", () => at("file").files[0] && choose(at("file").files[0]));
at("show").addEventListener("change", () => { at("passphrase").type = at("show").checked ? "text" : "password"; });
at("by-passphrase").addEventListener("submit", (event) => {
  event.preventDefault();
  open("p", at("passphrase").value.normalize("NFC"));
});
at("by-sheet").addEventListener("submit", (event) => {
  event.preventDefault();
  open("s", [1, 2, 3, 4].map((line) => at(`line-${line}`).value).join("\n"));
});
at("cancel").addEventListener("click", close);
at("close").addEventListener("click", close);
at("back").addEventListener("click", () => show("contents", "inside"));
at("more").addEventListener("click", () => list(asked, shown));
at("searching").addEventListener("submit", (event) => {
  event.preventDefault();
  search();
});
at("search").addEventListener("input", search);
at("save-json").addEventListener("click", () => save("j", "journal.json", "application/json"));
at("save-markdown").addEventListener("click", () => save("m", "journal.md", "text/markdown"));
// A page that the browser keeps for Back would show everything again.
addEventListener("pagehide", close);

at("print").addEventListener("click", () => print());

at("top").textContent = document.title;
if (typeof WebAssembly === "object" && typeof Worker === "function" && typeof DecompressionStream === "function" && "adoptedStyleSheets" in Document.prototype) begin();
else show("cannot");
