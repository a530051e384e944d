// Lets Trestle work without a connection. It keeps every file of one version, each verified by its hash, and answers
// with those and nothing else: no other site, no address of ours that is not on the list, nothing that carries data.
// A newer version is fetched whole, then waits until the page has asked and says "take over".
// `cargo xtask build` puts version, headers, files and news in the place of the text below.
"use strict";

const site = "trestle:offline";

const PAGE = "./";
const scope = registration.scope;
// Several Trestles may share an origin, each in a folder of its own.
const ours = `trestle:${new URL(scope).pathname}:`;
const own = ours + site.edition;
const HASHED = /^[\w-]+-[0-9a-f]{16}\.\w+$/;

const addressOf = (name) => new URL(name, scope).href;
const has = (name) => Object.hasOwn(site.files, name);

addEventListener("install", (event) => event.waitUntil(install()));
addEventListener("activate", (event) => event.waitUntil(activate()));

addEventListener("fetch", (event) => {
  const name = nameOf(event.request);
  if (has(name)) event.respondWith(answer(name, event));
  else if (HASHED.test(name)) event.respondWith(olderAnswer(name));
});

// Pages of other versions speak to this worker too: what it does not know it passes over.
addEventListener("message", (event) => {
  const { ask, language, since } = event.data ?? {};
  if (ask === "news") event.ports[0]?.postMessage(newsSince(language, since));
  if (ask === "take over") event.waitUntil(skipWaiting());
  if (ask === "put away") event.waitUntil(putAway(event.source));
});

// A file that does not match its hash, or does not come, refuses the whole version: the one before goes on.
async function install() {
  try {
    const cache = await caches.open(own);
    // One after the other and last in line, so that a page that is still loading comes first.
    for (const name of Object.keys(site.files)) await keep(cache, name);
    if (!(await caches.has(own))) throw new Error("the cache was cleared meanwhile");
  } catch (error) {
    await caches.delete(own);
    throw error;
  }
}

async function activate() {
  const open = await clients.matchAll({ type: "window", includeUncontrolled: true });
  if (open.length === 0) await removeOlder();
  // The first version serves the page that brought it, so that what that page fetches later works offline too.
  await clients.claim();
}

async function keep(cache, name) {
  const response = dressed(await fetched(name));
  await cache.put(addressOf(name), response.clone());
  return response;
}

function fetched(name) {
  const integrity = site.files[name];
  const ask = (cache) => fetch(addressOf(name), { cache, integrity, priority: "low" });
  // A hashed file may come out of the browser's own cache; a copy that is spoilt there is fetched anew.
  return name === PAGE ? ask("no-store") : ask("default").catch(() => ask("reload"));
}

// With every header, whatever the host sent. A content policy of the host's own holds besides ours.
function dressed(response) {
  const headers = new Headers(site.headers);
  headers.set("Content-Type", response.headers.get("Content-Type") ?? "application/octet-stream");
  const theirs = response.headers.get("Content-Security-Policy");
  if (theirs && theirs !== headers.get("Content-Security-Policy")) headers.append("Content-Security-Policy", theirs);
  return new Response(response.body, { headers });
}

// The same for what the network says just now, which may be a refusal.
const dressedIfFound = (response) => (response.ok ? dressed(response) : response);

// What of the site a request means; undefined for everything that is to go its usual way.
function nameOf({ method, mode, url }) {
  const { origin, pathname, search } = new URL(url);
  const address = origin + pathname;
  if (method !== "GET" || !address.startsWith(scope)) return undefined;
  const name = address.slice(scope.length);
  // Wherever a link came from, and whatever was hung on it: the page is the page, and nobody is asked.
  if (mode === "navigate" && (name === "" || name === "index.html")) return PAGE;
  return search || name === "" ? undefined : name;
}

async function answer(name, event) {
  const cache = await caches.open(own);
  const kept = await cache.match(addressOf(name));
  // Browsers may clear a cache. If the site has moved on meanwhile, what it has now will do.
  return kept ?? keep(cache, name).catch(() => fetch(event.request).then(dressedIfFound));
}

// A tab of the version before still fetches its own files by their own names.
async function olderAnswer(name) {
  for (const older of await olderCaches()) {
    const kept = await (await caches.open(older)).match(addressOf(name));
    if (kept) return kept;
  }
  return fetch(addressOf(name)).then(dressedIfFound);
}

async function olderCaches() {
  return (await caches.keys()).filter((name) => name.startsWith(ours) && name !== own);
}

// Once the page that asks is the only one open.
async function putAway(asking) {
  const open = await clients.matchAll({ type: "window", includeUncontrolled: true });
  if (open.every(({ id }) => id === asking?.id)) await removeOlder();
}

// Never while a newer version is on its way: that has a cache too.
async function removeOlder() {
  if (registration.installing || registration.waiting) return;
  await Promise.all((await olderCaches()).map((name) => caches.delete(name)));
}

// What changed since a version, newest first, in that language or else in English.
function newsSince(language, since) {
  const news = (Object.hasOwn(site.news, language) ? site.news[language] : site.news.en) ?? [];
  const isNewer = ({ version }) => version.localeCompare(String(since), "en", { numeric: true }) > 0;
  return news.filter(isNewer).flatMap(({ changed }) => changed);
}
