//! The suite over IndexedDB in a window of a real browser.
#![cfg(target_arch = "wasm32")]

use store::IndexedDbShelf;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

macro_rules! tests {
    ($($fact:ident)*) => { $(
        #[wasm_bindgen_test]
        async fn $fact() {
            store::suite::$fact(&IndexedDbShelf::new()).await;
        }
    )* };
}
store::for_each_fact!(tests);
