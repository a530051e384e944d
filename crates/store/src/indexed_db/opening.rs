//! Opening and deleting a database.

use js_sys::{Function, Promise, Reflect};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Event, IdbDatabase, IdbFactory, IdbOpenDbRequest};

use super::connection::Connection;
use super::fault::on_opening;
use super::layout::{VERSION, lay_out};
use super::request;
use crate::StoreError;

/// The browser's factory, in a window or a worker.
pub(super) fn factory() -> Result<IdbFactory, StoreError> {
    // Reading the property throws where storage is blocked by policy.
    let factory = Reflect::get(&js_sys::global(), &"indexedDB".into());
    factory.ok().and_then(|factory| factory.dyn_into().ok()).ok_or(StoreError::Denied)
}

/// Opens a database, laying it out when it is new.
pub(super) async fn open(name: &str) -> Result<Connection, StoreError> {
    let request = factory()?.open_with_u32(name, VERSION).map_err(|exception| on_opening(&exception))?;
    let opening = Opening::new(request);
    unblocked(&opening.request).await?;
    opening.into_connection()
}

/// Deletes a database. One that is blocked is deleted when the other connections close.
pub(super) async fn delete(name: &str) -> Result<(), StoreError> {
    let request = factory()?.delete_database(name).map_err(|exception| on_opening(&exception))?;
    unblocked(&request).await
}

/// How long a tab that was asked to let go may take to end its transactions. The browser says `blocked` at once, also
/// when the tab has already called `close`.
const PATIENCE_MS: u32 = 1000;

/// Waits for `success`, for `error`, or for having been `blocked` past all patience.
async fn unblocked(request: &IdbOpenDbRequest) -> Result<(), StoreError> {
    let global = js_sys::global();
    let later = Reflect::get(&global, &"setTimeout".into()).and_then(JsCast::dyn_into::<Function>);
    let later = later.map_err(|_| StoreError::Failed)?;
    let settled = JsFuture::from(Promise::new(&mut |resolve, reject| {
        request.set_onsuccess(Some(resolve.unchecked_ref()));
        request.set_onerror(Some(reject.unchecked_ref()));
        // Called with the event, it calls `setTimeout(reject, PATIENCE_MS, event)`; a promise settles only once.
        let blocked = later.bind2(&global, &reject, &PATIENCE_MS.into());
        request.set_onblocked(Some(blocked.unchecked_ref()));
    }));
    match settled.await {
        Ok(_) => Ok(()),
        Err(event) if event.unchecked_ref::<Event>().type_() == "blocked" => Err(StoreError::Blocked),
        Err(_) => Err(on_opening(&request::error(request))),
    }
}

/// A request to open that nobody has taken the connection of. An open request cannot be withdrawn: one given up has to
/// close what it still opens, or it would hold up every other tab.
struct Opening {
    request: IdbOpenDbRequest,
    _upgrade: Closure<dyn FnMut()>,
}

impl Opening {
    fn new(request: IdbOpenDbRequest) -> Self {
        let upgrade = Closure::new({
            let request = request.clone();
            move || {
                let laid_out = database(&request).and_then(|database| lay_out(&database));
                if laid_out.is_err() {
                    take_back(&request);
                }
            }
        });
        request.set_onupgradeneeded(Some(upgrade.as_ref().unchecked_ref()));
        Self { request, _upgrade: upgrade }
    }

    fn into_connection(self) -> Result<Connection, StoreError> {
        let database = database(&self.request).map_err(|exception| on_opening(&exception))?;
        Ok(Connection::new(database))
    }
}

impl Drop for Opening {
    fn drop(&mut self) {
        self.request.set_onblocked(None);
        self.request.set_onerror(None);
        if self.request.ready_state() == web_sys::IdbRequestReadyState::Done {
            self.request.set_onsuccess(None);
            self.request.set_onupgradeneeded(None);
            return;
        }
        let on_upgrade = {
            let request = self.request.clone();
            Closure::once_into_js(move || take_back(&request))
        };
        let on_success = {
            let request = self.request.clone();
            Closure::once_into_js(move || database(&request).map(|database| database.close()))
        };
        self.request.set_onupgradeneeded(Some(on_upgrade.unchecked_ref()));
        self.request.set_onsuccess(Some(on_success.unchecked_ref()));
    }
}

fn database(request: &IdbOpenDbRequest) -> Result<IdbDatabase, JsValue> {
    request.result()?.dyn_into()
}

/// Aborts a change of layout: the database stays as it was, or is not made.
fn take_back(request: &IdbOpenDbRequest) {
    if let Some(transaction) = request.transaction() {
        // Throws only when it has ended already.
        let _ = transaction.abort();
    }
}
