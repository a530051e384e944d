//! The suite over IndexedDB in a dedicated worker of a real browser, where the keeper lives, and what only a browser
//! does: durability, quota, versions, other connections in the way.
#![allow(clippy::unwrap_used)]
#![cfg(target_arch = "wasm32")]

mod browser;

use store::IndexedDbShelf;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_dedicated_worker);

macro_rules! tests {
    ($($fact:ident)*) => { $(
        #[wasm_bindgen_test]
        async fn $fact() {
            store::suite::$fact(&IndexedDbShelf::new()).await;
        }
    )* };
}
store::for_each_fact!(tests);
