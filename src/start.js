// Starts Trestle: looks whether this browser can run it, loads the screen, and says so in the page when it cannot.
// Owns nothing else. `cargo xtask build` puts the names of the files of the site in the place of the text below.

const site = "trestle:site";

// Uses bulk memory, reference types, saturating conversions and sign extension, as every wasm of ours does.
const needed = Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0, 1, 6, 1, 96, 1, 125, 1, 127, 3, 2, 1, 0, 4, 4, 1, 111, 0, 1,
  5, 3, 1, 0, 1, 10, 18, 1, 16, 0, 65, 0, 65, 0, 65, 0, 252, 11, 0, 32, 0, 252, 0, 192, 11);
// Uses one 128-bit vector.
const vectors = Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 0, 1, 123, 3, 2, 1, 0, 10, 10, 1, 8, 0, 65, 0,
  253, 15, 253, 98, 11);

const runs = (module) => typeof WebAssembly === "object" && WebAssembly.validate(module);
const at = (name) => new URL(`./${name}`, import.meta.url).href;

// Without the list of databases, every journal would look lost. No database at all is another matter: the screen says
// so, and offers a journal in the tab alone.
const lists = () => !globalThis.indexedDB || typeof indexedDB.databases === "function";

function explain(id) {
  // The screen's place is as high as the window: what stands below it would not be seen.
  document.getElementById("app").hidden = true;
  const explanation = document.getElementById(id);
  explanation.hidden = false;
  const button = explanation.querySelector("button");
  if (button) {
    button.addEventListener("click", () => {
      // Where this version does not start, a newer one may.
      if (globalThis.trestleUpdate) globalThis.trestleUpdate.loadNewest();
      else location.reload();
    });
  }
}

async function start() {
  const { keeper, "keeper-simd": fast = keeper, porter, strength } = site.workers;
  const words = Object.fromEntries(Object.entries(site.words).map(([language, name]) => [language, at(name)]));
  globalThis.trestle = Object.freeze({
    build: site.build,
    keeper: at(runs(vectors) ? fast : keeper),
    porter: at(porter),
    strength: at(strength),
    reader: at(site.reader),
    words: Object.freeze(words),
  });
  const wasm = fetch(at(site.wasm), { integrity: site.integrity });
  const screen = await import(at(site.glue));
  await screen.default({ module_or_path: wasm });
}

if (!runs(needed)) {
  explain("no-wasm");
} else if (!lists()) {
  explain("too-old");
} else {
  start().catch(() => explain("could-not-start"));
}
