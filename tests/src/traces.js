// Everything a page can reach of what the browser keeps for its origin, and what it says of itself: texts as they
// are, bytes as base64. Run by WebDriver; calls its last argument with what it found.
const done = arguments[arguments.length - 1];
const texts = [];
const bytes = [];
const cached = [];

function base64(buffer) {
  const view = new Uint8Array(buffer);
  let binary = '';
  for (let at = 0; at < view.length; at += 32768) binary += String.fromCharCode(...view.subarray(at, at + 32768));
  return btoa(binary);
}

function take(value) {
  if (typeof value === 'string') texts.push(value);
  else if (value instanceof ArrayBuffer) bytes.push(base64(value));
  else if (ArrayBuffer.isView(value)) bytes.push(base64(value.buffer.slice(value.byteOffset, value.byteOffset + value.byteLength)));
  else if (Array.isArray(value)) value.forEach(take);
  else if (value && typeof value === 'object') Object.entries(value).forEach(([key, inner]) => (take(key), take(inner)));
  else if (value !== undefined && value !== null) texts.push(String(value));
}

const answer = (request) => new Promise((resolve, reject) => {
  request.onsuccess = () => resolve(request.result);
  request.onerror = () => reject(request.error);
  request.onblocked = () => reject(new Error('blocked'));
});

async function takeDatabase(name) {
  const opening = indexedDB.open(name);
  // Looking must not make one.
  opening.onupgradeneeded = () => opening.transaction.abort();
  const database = await answer(opening).catch(() => null);
  if (!database) return;
  try {
    for (const store of database.objectStoreNames) {
      texts.push(store);
      const content = database.transaction(store).objectStore(store);
      take(await answer(content.getAllKeys()));
      take(await answer(content.getAll()));
    }
  } finally {
    database.close();
  }
}

async function collect() {
  for (const storage of [localStorage, sessionStorage]) take(Object.entries(storage));
  texts.push(document.cookie);
  take(history.state);
  const databases = await indexedDB.databases();
  for (const { name } of databases) {
    texts.push(name);
    await takeDatabase(name);
  }
  if (typeof caches === 'object') {
    for (const name of await caches.keys()) {
      texts.push(name);
      cached.push(...(await (await caches.open(name)).keys()).map((request) => request.url));
    }
  }
  const resources = performance.getEntriesByType('resource').map((entry) => entry.name);
  return {
    texts: [...texts, ...cached], bytes, resources: [...resources, ...cached], address: location.href, title: document.title, history: history.length,
    databases: databases.map(({ name }) => name), noted: window.storyNotes ?? [],
  };
}

collect().then(done, (error) => done({ failed: String(error) }));
