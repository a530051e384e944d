//! Other tabs with the same journal: when its owner locks it in one, the others hear of it and lock as well. What is
//! heard can lock, and nothing else; it keeps nothing open.

use wasm_bindgen::{JsCast, JsValue, prelude::Closure};
use web_sys::{BroadcastChannel, MessageEvent};

/// A listening ear. Dropping it closes it.
pub struct Ear {
    channel: BroadcastChannel,
    _on_lock: Closure<dyn FnMut(MessageEvent)>,
}

/// Listens for the journal of that name; `None` where the browser has no such channels.
pub fn hear_locking(name: &str, mut then: impl FnMut() + 'static) -> Option<Ear> {
    let channel = channel(name)?;
    let on_lock = Closure::<dyn FnMut(MessageEvent)>::new(move |_| then());
    channel.set_onmessage(Some(on_lock.as_ref().unchecked_ref()));
    Some(Ear { channel, _on_lock: on_lock })
}

/// Tells the other tabs of that journal that it was locked.
pub fn tell_of_locking(name: &str) {
    if let Some(channel) = channel(name) {
        let _ = channel.post_message(&JsValue::TRUE);
        channel.close();
    }
}

/// Apart from the channel on which keepers tell of changes.
fn channel(name: &str) -> Option<BroadcastChannel> {
    BroadcastChannel::new(&[name, "/lock"].concat()).ok()
}

impl Drop for Ear {
    fn drop(&mut self) {
        self.channel.close();
    }
}
