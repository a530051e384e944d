
// The first message is the program; from then on the program listens itself.
onmessage = ({ data }) => {
  onmessage = null;
  wasm_bindgen({ module_or_path: data }).catch(() => setTimeout(() => { throw new Error("the reader could not start"); }));
};
