// Runs one derivation in a worker of its own, as the keeper does. Arguments: the order as bytes; the callback.
const [order, done] = arguments;
const worker = new Worker(globalThis.trestle.keeper, { type: "module", name: "deriver" });
worker.onerror = () => done("the deriver did not start");
worker.onmessage = (event) => {
  if (event.data === null) {
    const bytes = new Uint8Array(order).buffer;
    worker.postMessage(bytes, [bytes]);
  } else {
    const answer = new DataView(event.data);
    // Some, 32 after its length, then the milliseconds.
    done(answer.byteLength === 42 ? answer.getFloat64(34, true) : "no memory");
    worker.terminate();
  }
};
