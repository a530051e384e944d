//! Other tabs with the same journal: told of each change, and listened to. What they say is only "look again".

use wasm_bindgen::{JsCast, JsValue, prelude::Closure};
use web_sys::{BroadcastChannel, MessageEvent};

/// The channel of one journal's tabs. Dropping it leaves them.
pub struct Neighbours {
    channel: BroadcastChannel,
    _on_message: Closure<dyn FnMut(MessageEvent)>,
}

impl Neighbours {
    /// Joins the tabs of the journal of that name; `None` where the browser has no such channels.
    pub fn join(name: &str, mut on_change: impl FnMut() + 'static) -> Option<Self> {
        let channel = BroadcastChannel::new(name).ok()?;
        let on_message = Closure::<dyn FnMut(MessageEvent)>::new(move |_| on_change());
        channel.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
        Some(Self { channel, _on_message: on_message })
    }

    /// Tells them that the journal has changed.
    pub fn tell(&self) {
        // A tab that is not told finds out at its next save.
        let _ = self.channel.post_message(&JsValue::TRUE);
    }
}

impl Drop for Neighbours {
    fn drop(&mut self) {
        self.channel.close();
    }
}
