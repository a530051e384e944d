// The first of all scripts: marks the page with language, look and device before anything of it is painted, then
// serves Help now and Leave quickly. Both must work before the screen and without it. Reads the open shelf
// (src/rules/shelf.rs) and the front card; writes two numbers of the shelf, and no word anywhere.

(() => {
  "use strict";

  const SHELF = "trestle/shelf";
  const CARD = "trestle/card";
  const CARD_BYTES = 280;
  const LANGUAGES = ["en", "es"];
  // Places of the numbers on the shelf, and the bits of its flags.
  const [LOOK, SIZE, LANGUAGE, DEVICE, COUNTRY, FLAGS] = [1, 2, 3, 4, 6, 7];
  const PLAIN = [1, 0, 0, 0, 0, 5, 0, 0, 30];
  const MINE = 1;
  const [EXPLAINED, SHIFT_OFF] = [1, 2];
  // Time for the screen to hand over its drafts, in milliseconds; and within which Shift counts three times.
  const HAND_OVER = 50;
  const THREE_TIMES = 1500;

  const root = document.documentElement;
  const find = (id) => document.getElementById(id);
  const shown = (selector) => [...document.querySelectorAll(selector)].filter((one) => one.getClientRects().length);

  function read(key) {
    try {
      return localStorage.getItem(key) ?? "";
    } catch {
      return "";
    }
  }

  function shelf() {
    const numbers = read(SHELF).split("|")[0].split(" ").map(Number);
    return PLAIN.map((plain, at) => (numbers[0] === 1 && Number.isInteger(numbers[at]) ? numbers[at] : plain));
  }

  // Only the owner's device remembers; elsewhere the change lasts as long as the page.
  function keep(place, number) {
    const numbers = shelf();
    if (numbers[DEVICE] !== MINE) return;
    numbers[place] = number;
    const journals = read(SHELF).split("|").slice(1);
    try {
      localStorage.setItem(SHELF, [numbers.join(" "), ...journals].join("|"));
    } catch {
      // The browser keeps nothing: so be it.
    }
  }

  function mark() {
    const numbers = shelf();
    const set = (name, value) => (value ? root.setAttribute(name, value) : root.removeAttribute(name));
    set("data-look", [, "light", "dark"][numbers[LOOK]]);
    set("data-size", [, "large", "larger"][numbers[SIZE]]);
    set("data-device", numbers[DEVICE] === MINE && "mine");
    return numbers;
  }

  const wished = () => navigator.languages ?? [];
  const spoken = wished().map((tag) => tag.split("-")[0].toLowerCase()).find((tag) => LANGUAGES.includes(tag));
  root.lang = LANGUAGES[mark()[LANGUAGE] - 1] ?? spoken ?? LANGUAGES[0];

  // Help now

  let chosen = 0;

  function guessed() {
    for (const tag of wished()) {
      const region = tag.split("-").slice(1).find((part) => /^[A-Z]{2}$/i.test(part));
      const pick = region && document.querySelector(`[data-region="${region.toUpperCase()}"]`);
      if (pick) return Number(pick.dataset.place);
    }
    return 0;
  }

  function showCountry() {
    const wanted = chosen || shelf()[COUNTRY];
    const known = document.querySelector(`[data-place="${wanted}"]`);
    const place = String(known ? wanted : guessed());
    for (const part of document.querySelectorAll("[data-country]")) part.hidden = part.dataset.country !== place;
  }

  function choose(pick) {
    chosen = Number(pick.dataset.place);
    keep(COUNTRY, chosen);
    showCountry();
    const list = pick.closest("details");
    list.open = false;
    list.firstElementChild.focus();
  }

  function showCard(mine) {
    const text = mine ? read(CARD).trim() : "";
    const fits = text && new TextEncoder().encode(text).length <= CARD_BYTES;
    for (const card of document.querySelectorAll(".help-card")) {
      card.textContent = fits ? text : "";
      card.hidden = !fits;
    }
  }

  function helpTurned(help) {
    const numbers = mark();
    for (const part of document.body.children) if (part.id !== "bar") part.inert = help.open;
    // What stands behind is not the main thing while this is open.
    find("bar").setAttribute("role", help.open ? "main" : "banner");
    showCard(help.open && numbers[DEVICE] === MINE);
    if (help.open) showCountry();
    else for (const inner of help.querySelectorAll("details[open]")) inner.open = false;
    // The open journal adds what is its owner's own.
    dispatchEvent(new Event("trestle-help"));
  }

  // `toggle` does not bubble, so it is caught on its way down.
  document.addEventListener("toggle", ({ target }) => {
    if (target.id === "help") helpTurned(target);
    else if (target.matches(".topic")) target.closest(".help-panel").scrollTop = 0;
  }, true);

  // Closes what is open, the innermost first; false when nothing is.
  function stepBack() {
    const open = shown("#help[open], #help details[open]").at(-1);
    if (!open) return false;
    open.open = false;
    open.firstElementChild.focus();
    return true;
  }

  // Leave quickly

  let told = false;
  let left = false;
  const flag = (bit) => (shelf()[FLAGS] & bit) !== 0;

  function leave() {
    if (left) return;
    left = true;
    root.setAttribute("data-covered", "");
    find("cover").hidden = false;
    dispatchEvent(new Event("trestle-leave"));
    setTimeout(() => location.replace(find("leave").href), HAND_OVER);
  }

  function tell(open) {
    told = true;
    keep(FLAGS, shelf()[FLAGS] | EXPLAINED);
    find("leave-note").hidden = !open;
    (open ? shown("[data-leave=now]")[0] : find("leave")).focus();
  }

  document.addEventListener("click", (event) => {
    const pressed = event.target.closest("#leave, [data-leave], [data-place]");
    if (!pressed) return;
    if (pressed.id === "leave") event.preventDefault();
    if (pressed.dataset.place) choose(pressed);
    else if (pressed.dataset.leave === "close") tell(false);
    else if (pressed.dataset.leave || told || flag(EXPLAINED)) leave();
    else tell(true);
  });

  // Shift by itself, pressed and released three times.
  let alone = false;
  let times = [];
  const interrupted = () => ((alone = false), (times = []));

  addEventListener("keydown", (event) => {
    if (event.key === "Shift") {
      alone = !(event.ctrlKey || event.altKey || event.metaKey) && (alone || !event.repeat);
      return;
    }
    interrupted();
    if (event.key === " " && event.target.id === "leave") {
      event.preventDefault();
      event.target.click();
    } else if (event.key === "Escape" && !event.isComposing) {
      const telling = find("leave-note")?.hidden === false;
      if (telling) tell(false);
      // The screen behind does not step back as well.
      if (telling || stepBack()) event.preventDefault();
    }
  }, true);

  addEventListener("keyup", (event) => {
    if (event.key !== "Shift" || !alone) return;
    alone = false;
    times = [...times.filter((time) => event.timeStamp - time < THREE_TIMES), event.timeStamp];
    if (times.length >= 3 && !flag(SHIFT_OFF)) leave();
  }, true);

  addEventListener("pointerdown", interrupted, true);
})();
