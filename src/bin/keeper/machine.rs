//! What the browser says of itself to a worker: a lock among all tabs, and the room that is left. Whatever comes from
//! JavaScript becomes ours here.

use std::cell::RefCell;
use std::rc::Rc;

use futures_channel::oneshot;
use js_sys::{Function, Object, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue, prelude::Closure};
use wasm_bindgen_futures::JsFuture;

/// A Web Lock that is held; dropping it lets go.
pub struct Hold {
    release: Option<Function>,
}

impl Drop for Hold {
    fn drop(&mut self) {
        if let Some(release) = self.release.take() {
            // Settles the promise for whose life the browser keeps the lock.
            let _ = release.call0(&JsValue::UNDEFINED);
        }
    }
}

/// Holds the lock of that name among all tabs; `None` when another tab holds it. Where the browser knows no locks, other
/// tabs are kept off by the comparison of roots alone.
pub async fn hold(name: &str) -> Option<Hold> {
    let Some(locks) = part_of_navigator("locks") else { return Some(Hold { release: None }) };
    let mut release = None;
    let held = Promise::new(&mut |resolve, _| release = Some(resolve));
    let (told, granted) = oneshot::channel();
    let told = Rc::new(RefCell::new(Some(told)));
    let on_grant = Closure::once_into_js(move |lock: JsValue| {
        let is_granted = !lock.is_null();
        if let Some(told) = told.borrow_mut().take() {
            let _ = told.send(is_granted);
        }
        if is_granted { JsValue::from(held) } else { JsValue::UNDEFINED }
    });
    let options = Object::new();
    let _ = Reflect::set(&options, &"ifAvailable".into(), &JsValue::TRUE);
    let request: Function = Reflect::get(&locks, &"request".into()).ok()?.dyn_into().ok()?;
    request.call3(&locks, &name.into(), &options, &on_grant).ok()?;
    granted.await.ok().filter(|granted| *granted).map(|_| Hold { release })
}

/// Bytes this site may still store; `None` where the browser does not say.
pub async fn free_bytes() -> Option<u64> {
    let storage = part_of_navigator("storage")?;
    let estimate: Function = Reflect::get(&storage, &"estimate".into()).ok()?.dyn_into().ok()?;
    let asked: Promise = estimate.call0(&storage).ok()?.dyn_into().ok()?;
    let estimate = JsFuture::from(asked).await.ok()?;
    let figure = |name: &str| Reflect::get(&estimate, &name.into()).ok()?.as_f64();
    Some((figure("quota")? - figure("usage")?).max(0.0) as u64)
}

fn part_of_navigator(name: &str) -> Option<JsValue> {
    let navigator = Reflect::get(&js_sys::global(), &"navigator".into()).ok()?;
    Reflect::get(&navigator, &name.into()).ok().filter(JsValue::is_object)
}
