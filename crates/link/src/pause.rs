//! Waiting inside a worker or on the screen: a turn of the event loop, or some milliseconds.

use js_sys::{Function, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::MessageChannel;

/// Lets waiting messages and events run, then goes on. By MessageChannel: timers are slowed to 4 ms and more.
pub async fn let_others_run() {
    let turn = Promise::new(&mut |resolve, _| match MessageChannel::new() {
        Ok(channel) => {
            channel.port1().set_onmessage(Some(&resolve));
            let _ = channel.port2().post_message(&JsValue::NULL);
        }
        Err(_) => {
            let _ = resolve.call0(&JsValue::NULL);
        }
    });
    let _ = JsFuture::from(turn).await;
}

/// Waits at least this many milliseconds.
pub async fn wait(milliseconds: u32) {
    let timer = Promise::new(&mut |resolve, _| {
        let global = js_sys::global();
        let set_timeout = Reflect::get(&global, &JsValue::from_str("setTimeout"))
            .ok()
            .and_then(|value| value.dyn_into::<Function>().ok());
        let started = set_timeout.map(|set| set.call2(&global, &resolve, &JsValue::from(milliseconds)));
        if !matches!(started, Some(Ok(_))) {
            let _ = resolve.call0(&JsValue::NULL);
        }
    });
    let _ = JsFuture::from(timer).await;
}
