//! The folder that somebody chose for their backups: a handle in a small database of its own (FORMAT 10), kept on a device
//! of their own alone. The handle says which folder; whether the page may write there the browser decides each time.

use js_sys::{Array, Function, Object, Promise, Reflect};
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    FileSystemDirectoryHandle, FileSystemFileHandle, FileSystemGetFileOptions, IdbDatabase, IdbFactory,
    IdbOpenDbRequest, IdbRequest, IdbTransactionMode,
};

use super::dom;

/// Its database, whose name is none of a journal, with one store and one key.
const NAME: &str = "trestle-files";
const STORE: &str = "handles";
const KEY: &str = "folder";
/// Files of one day in one folder; past that the dialog asks.
const OF_A_DAY: u32 = 99;

/// Whether this browser lets somebody choose a folder.
pub fn has_chooser() -> bool {
    dom::window().is_some_and(|window| method(&window, "showDirectoryPicker").is_some())
}

/// Asks for a folder and keeps it; gives its name. `None` when none was chosen, or the browser keeps none. Must be called
/// while a press is handled.
pub async fn choose() -> Option<String> {
    let window = dom::window()?;
    let options = Object::new();
    Reflect::set(&options, &"mode".into(), &"readwrite".into()).ok()?;
    Reflect::set(&options, &"id".into(), &"trestle".into()).ok()?;
    let asked: Promise =
        method(&window, "showDirectoryPicker")?.call1(&window, &options).ok()?.dyn_into().ok()?;
    let folder: FileSystemDirectoryHandle = JsFuture::from(asked).await.ok()?.dyn_into().ok()?;
    keep(&folder).await?;
    Some(folder.name())
}

/// The name of the folder that is kept.
pub async fn kept_name() -> Option<String> {
    Some(kept().await?.name())
}

/// A new file of that name in the folder that is kept; of a name with a number where there is such a file. `None` where no
/// folder is kept, it is gone, or the browser does not let the page write there. Must be called while a press is
/// handled: the browser may ask.
pub async fn new_file(stem: &str, ending: &str) -> Option<FileSystemFileHandle> {
    let folder = kept().await?;
    if !may_write(&folder).await? {
        return None;
    }
    for number in 1..=OF_A_DAY {
        let name = if number == 1 { format!("{stem}.{ending}") } else { format!("{stem}-{number}.{ending}") };
        match JsFuture::from(folder.get_file_handle(&name)).await {
            Ok(_) => {}
            Err(error) if name_of(&error) == "NotFoundError" => {
                let options = FileSystemGetFileOptions::new();
                options.set_create(true);
                let made = folder.get_file_handle_with_options(&name, &options);
                return JsFuture::from(made).await.ok()?.dyn_into().ok();
            }
            Err(_) => return None,
        }
    }
    None
}

/// Forgets the folder; its files stay.
pub async fn forget() {
    // A deletion that another tab holds up goes through when that tab lets go.
    if let Some(deletion) = factory().and_then(|factory| factory.delete_database(NAME).ok()) {
        let _ = settled(&deletion).await;
    }
}

/// Whether the page may write there; where that is open the browser asks.
async fn may_write(folder: &FileSystemDirectoryHandle) -> Option<bool> {
    let options = Object::new();
    Reflect::set(&options, &"mode".into(), &"readwrite".into()).ok()?;
    for name in ["queryPermission", "requestPermission"] {
        let answer: Promise = method(folder, name)?.call1(folder, &options).ok()?.dyn_into().ok()?;
        if JsFuture::from(answer).await.ok()? == "granted" {
            return Some(true);
        }
    }
    Some(false)
}

async fn keep(folder: &FileSystemDirectoryHandle) -> Option<()> {
    let database = open().await?;
    let put = put(&database, folder);
    let kept = match put {
        Some(request) => settled(&request).await,
        None => None,
    };
    database.close();
    kept.map(|_| ())
}

fn put(database: &IdbDatabase, folder: &FileSystemDirectoryHandle) -> Option<IdbRequest> {
    let transaction = database.transaction_with_str_and_mode(STORE, IdbTransactionMode::Readwrite).ok()?;
    transaction.object_store(STORE).ok()?.put_with_key(folder, &KEY.into()).ok()
}

async fn kept() -> Option<FileSystemDirectoryHandle> {
    if !is_there().await? {
        return None;
    }
    let database = open().await?;
    let request = database
        .transaction_with_str(STORE)
        .and_then(|transaction| transaction.object_store(STORE))
        .and_then(|store| store.get(&KEY.into()))
        .ok();
    let found = match request {
        Some(request) => settled(&request).await,
        None => None,
    };
    database.close();
    found?.dyn_into().ok()
}

/// Whether there is such a database; looking into it would make it.
async fn is_there() -> Option<bool> {
    let factory = factory()?;
    let listing: Promise = method(&factory, "databases")?.call0(&factory).ok()?.dyn_into().ok()?;
    let listed: Array = JsFuture::from(listing).await.ok()?.dyn_into().ok()?;
    let name = |one: JsValue| Reflect::get(&one, &"name".into()).ok()?.as_string();
    Some(listed.iter().any(|one| name(one).as_deref() == Some(NAME)))
}

async fn open() -> Option<IdbDatabase> {
    let request: IdbOpenDbRequest = factory()?.open_with_u32(NAME, 1).ok()?;
    let opening = request.clone();
    let on_upgrade = Closure::once_into_js(move || {
        if let Ok(database) = opening.result().and_then(JsCast::dyn_into::<IdbDatabase>) {
            let _ = database.create_object_store(STORE);
        }
    });
    request.set_onupgradeneeded(Some(on_upgrade.unchecked_ref()));
    settled(&request).await?.dyn_into().ok()
}

/// What a request gives; `None` where it fails.
async fn settled(request: &IdbRequest) -> Option<JsValue> {
    let settled = Promise::new(&mut |resolve, reject| {
        request.set_onsuccess(Some(&resolve));
        request.set_onerror(Some(&reject));
    });
    JsFuture::from(settled).await.ok()?;
    request.result().ok()
}

fn factory() -> Option<IdbFactory> {
    dom::window()?.indexed_db().ok()?
}

fn method(of: &JsValue, name: &str) -> Option<Function> {
    Reflect::get(of, &name.into()).ok()?.dyn_into().ok()
}

fn name_of(error: &JsValue) -> String {
    Reflect::get(error, &"name".into()).ok().and_then(|name| name.as_string()).unwrap_or_default()
}
