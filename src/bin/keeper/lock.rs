//! A lock among all tabs, by the browser's Web Locks: it goes with the tab, so a death leaves none behind.

use js_sys::{Function, Object, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue, prelude::Closure};
use wasm_bindgen_futures::JsFuture;

use crate::room::of_navigator;

/// The lock while it is held. Dropping it lets go.
pub struct Hold(Option<Function>);

impl Drop for Hold {
    fn drop(&mut self) {
        if let Some(release) = self.0.take() {
            // Settles the promise that the lock is held for.
            let _ = release.call0(&JsValue::NULL);
        }
    }
}

/// Takes the lock of that name; `None` when another tab holds it. Where the browser has no locks nothing is held: the
/// comparison of roots still lets only one of two changes land.
pub async fn hold(name: &str) -> Option<Hold> {
    let mut release = None;
    let held = Promise::new(&mut |resolve, _| release = Some(resolve));
    let hold = Hold(release);
    match of_navigator("locks").and_then(|locks| request(&locks, name, &held)) {
        None => Some(hold),
        Some(granted) => match JsFuture::from(granted).await {
            Ok(granted) => granted.is_truthy().then_some(hold),
            Err(_) => Some(hold),
        },
    }
}

/// Asks for the lock, to be held until `held` settles. Gives a promise of whether it was granted.
fn request(locks: &JsValue, name: &str, held: &Promise) -> Option<Promise> {
    let options = Object::new();
    Reflect::set(&options, &"ifAvailable".into(), &JsValue::TRUE).ok()?;
    let request = Reflect::get(locks, &"request".into()).ok()?.dyn_into::<Function>().ok()?;
    Some(Promise::new(&mut |resolve, reject| {
        let held = held.clone();
        let granted = Closure::once_into_js(move |lock: JsValue| {
            let granted = lock.is_object();
            let _ = resolve.call1(&JsValue::NULL, &granted.into());
            if granted { JsValue::from(held) } else { JsValue::UNDEFINED }
        });
        let asked = request.call3(locks, &name.into(), &options, &granted);
        let refused = asked.and_then(|asked| {
            let catch = Reflect::get(&asked, &"catch".into())?.dyn_into::<Function>()?;
            catch.call1(&asked, &reject)
        });
        if refused.is_err() {
            let _ = reject.call0(&JsValue::NULL);
        }
    }))
}
