// Loads a made-up journal into IndexedDB. Arguments: the file's address; the callback.
const [address, done] = arguments;
(async () => {
  const bytes = new DataView(await (await fetch(address)).arrayBuffer());
  let at = 0;
  const next = () => {
    const length = bytes.getUint32(at);
    const value = new Uint8Array(bytes.buffer, at + 4, length).slice();
    at += 4 + length;
    return value;
  };
  const name = new TextDecoder().decode(next());
  const finished = (request) => new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  for (const other of await indexedDB.databases()) await finished(indexedDB.deleteDatabase(other.name));
  localStorage.clear();
  const opening = indexedDB.open(name, 1);
  opening.onupgradeneeded = () => {
    for (const store of ["rows", "root", "ballast"]) opening.result.createObjectStore(store);
    opening.result.createObjectStore("inbox", { autoIncrement: true });
  };
  const database = await finished(opening);
  const put = (store, some) => new Promise((resolve, reject) => {
    const transaction = database.transaction(store, "readwrite", { durability: "relaxed" });
    for (const [key, value] of some) transaction.objectStore(store).add(value, key);
    transaction.oncomplete = resolve;
    transaction.onabort = () => reject(transaction.error);
  });
  await put("root", [["header", next()], ["root", next()]]);
  while (at < bytes.byteLength) {
    const some = [];
    while (at < bytes.byteLength && some.length < 1000) some.push([next(), next()]);
    await put("rows", some);
  }
  database.close();
  return true;
})().then(done, (error) => done(String(error)));
