//! A file that is written part by part and then read back: where somebody chose in a save dialog, else in the origin's
//! own file system, which no other program shows, else in the browser's memory.

use js_sys::{Array, Function, Object, Promise, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    Blob, FileSystemDirectoryHandle, FileSystemFileHandle, FileSystemGetFileOptions,
    FileSystemWritableFileStream,
};

use super::{dom, photo};

/// The one file in the origin's own file system. Its name says nothing of what is in it.
const PRIVATE: &str = "part";

/// What a save dialog was answered with.
pub enum Asked {
    /// This file.
    There(FileSystemFileHandle),
    /// Nothing: it was closed.
    GivenUp,
    /// This browser has no such dialog.
    NoDialog,
}

/// Whether this browser has a dialog for it.
pub fn has_dialog() -> bool {
    dom::window().is_some_and(|window| method(&window, "showSaveFilePicker").is_some())
}

/// Asks where a file is to be kept. Must be called while a press is handled.
pub async fn ask_where(file_name: &str) -> Asked {
    match asked(file_name).await {
        Some(Ok(handle)) => handle.dyn_into().map_or(Asked::NoDialog, Asked::There),
        Some(Err(error)) if name_of(&error) == "AbortError" => Asked::GivenUp,
        _ => Asked::NoDialog,
    }
}

async fn asked(file_name: &str) -> Option<Result<JsValue, JsValue>> {
    let window = dom::window()?;
    let ask = method(&window, "showSaveFilePicker")?;
    let options = Object::new();
    Reflect::set(&options, &"suggestedName".into(), &file_name.into()).ok()?;
    let asked: Promise = ask.call1(&window, &options).ok()?.dyn_into().ok()?;
    Some(JsFuture::from(asked).await)
}

/// A file that is being written.
pub struct WrittenFile {
    way: Way,
}

enum Way {
    Stream { handle: FileSystemFileHandle, stream: FileSystemWritableFileStream, chosen: bool },
    Memory(Array),
}

impl WrittenFile {
    /// Begins to write the file that was chosen. `None` where the browser refuses.
    pub async fn chosen(handle: FileSystemFileHandle) -> Option<Self> {
        let stream = stream(&handle).await?;
        Some(Self { way: Way::Stream { handle, stream, chosen: true } })
    }

    /// Begins to write a file that nobody else sees.
    pub async fn private() -> Self {
        let way = match private_stream().await {
            Some((handle, stream)) => Way::Stream { handle, stream, chosen: false },
            None => Way::Memory(Array::new()),
        };
        Self { way }
    }

    /// Whether it is where somebody chose.
    pub fn is_chosen(&self) -> bool {
        matches!(self.way, Way::Stream { chosen: true, .. })
    }

    /// Writes the next part. `None` where there is no room.
    pub async fn add(&mut self, bytes: &[u8]) -> Option<()> {
        // Copied out: the memory of this wasm may move while it is written.
        let part = Uint8Array::from(bytes);
        match &mut self.way {
            Way::Stream { stream, .. } => {
                JsFuture::from(stream.write_with_buffer_source(&part).ok()?).await.ok()?;
            }
            Way::Memory(parts) => {
                // A blob each: browsers move those to the disk when they grow.
                let blob = Blob::new_with_u8_array_sequence(&Array::of1(&part)).ok()?;
                parts.push(&blob);
            }
        }
        Some(())
    }

    /// It is whole: what lies there now, to be read back.
    pub async fn end(&self) -> Option<Blob> {
        match &self.way {
            Way::Stream { handle, stream, .. } => {
                JsFuture::from(stream.close()).await.ok()?;
                JsFuture::from(handle.get_file()).await.ok()?.dyn_into().ok()
            }
            Way::Memory(parts) => Blob::new_with_blob_sequence(parts).ok(),
        }
    }

    /// It is not to be: what was written goes, as far as the browser lets it.
    pub async fn give_up(self) {
        let Way::Stream { handle, stream, chosen } = self.way else { return };
        let _ = JsFuture::from(stream.abort()).await;
        if !chosen {
            return sweep().await;
        }
        // The dialog has made an empty file. Where the browser can, that goes as well.
        if let Some(removed) = method(&handle, "remove").and_then(|remove| remove.call0(&handle).ok()) {
            let _ = JsFuture::from(Promise::resolve(&removed)).await;
        }
    }
}

/// Removes what an earlier backup has left in the origin's own file system.
pub async fn sweep() {
    if let Some(folder) = private_folder().await {
        let _ = JsFuture::from(folder.remove_entry(PRIVATE)).await;
    }
}

/// Some bytes of a file; fewer at its end. `None` when it cannot be read, or was changed since it was chosen.
pub async fn bytes_at(file: &Blob, from: f64, count: f64) -> Option<Vec<u8>> {
    let until = (from + count).min(file.size());
    let piece = file.slice_with_f64_and_f64(from, until).ok()?;
    photo::bytes_of(&piece).await
}

async fn private_stream() -> Option<(FileSystemFileHandle, FileSystemWritableFileStream)> {
    let folder = private_folder().await?;
    let options = FileSystemGetFileOptions::new();
    options.set_create(true);
    let handle = JsFuture::from(folder.get_file_handle_with_options(PRIVATE, &options)).await.ok()?;
    let handle: FileSystemFileHandle = handle.dyn_into().ok()?;
    let stream = stream(&handle).await?;
    Some((handle, stream))
}

async fn private_folder() -> Option<FileSystemDirectoryHandle> {
    let navigator = dom::window()?.navigator();
    let storage = Reflect::get(&navigator, &"storage".into()).ok().filter(JsValue::is_object)?;
    method(&storage, "getDirectory")?;
    JsFuture::from(navigator.storage().get_directory()).await.ok()?.dyn_into().ok()
}

/// Some browsers write such files only in workers.
async fn stream(handle: &FileSystemFileHandle) -> Option<FileSystemWritableFileStream> {
    method(handle, "createWritable")?;
    JsFuture::from(handle.create_writable()).await.ok()?.dyn_into().ok()
}

fn method(of: &JsValue, name: &str) -> Option<Function> {
    Reflect::get(of, &name.into()).ok()?.dyn_into().ok()
}

fn name_of(error: &JsValue) -> String {
    Reflect::get(error, &"name".into()).ok().and_then(|name| name.as_string()).unwrap_or_default()
}
