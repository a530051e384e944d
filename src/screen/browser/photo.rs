//! A photo out of a file that was chosen: read by the browser, drawn anew at most 2,048 pixels wide or high, and made a
//! JPEG again. What else lay in the file (place, time, device) is not in what was drawn.

use js_sys::{ArrayBuffer, Uint8Array};
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, CanvasRenderingContext2d, File, HtmlCanvasElement, HtmlInputElement, ImageBitmap};

use super::dom;

/// Longest side of what is kept, pixels.
const LONGEST_SIDE: f64 = 2_048.0;
/// A larger file is not even looked at.
const MOST_BYTES: f64 = 50.0 * 1_024.0 * 1_024.0;
const QUALITY: f64 = 0.85;

/// Why there is no photo.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum NoPhoto {
    /// The file is larger than 50 MB.
    TooLarge,
    /// Not a photo this browser can read.
    NotAPhoto,
}

/// The files chosen in a field, taken out of it.
pub fn chosen(field: &HtmlInputElement) -> Vec<File> {
    let files = field.files();
    let all = (0..files.as_ref().map_or(0, |files| files.length()))
        .filter_map(|at| files.as_ref().and_then(|files| files.item(at)))
        .collect();
    field.set_value("");
    all
}

/// The photo in a file, as JPEG.
///
/// # Errors
/// [`NoPhoto`].
pub async fn read(file: &File) -> Result<Vec<u8>, NoPhoto> {
    if file.size() > MOST_BYTES {
        return Err(NoPhoto::TooLarge);
    }
    drawn(file).await.ok_or(NoPhoto::NotAPhoto)
}

/// The photo in these bytes, as JPEG; `None` where this browser cannot read them.
pub async fn of_bytes(bytes: &[u8]) -> Option<Vec<u8>> {
    let pieces = js_sys::Array::of1(&Uint8Array::from(bytes));
    drawn(&Blob::new_with_u8_array_sequence(&pieces).ok()?).await
}

async fn drawn(file: &Blob) -> Option<Vec<u8>> {
    // Browsers turn a photo the way its file says before they hand it over.
    let image = dom::window()?.create_image_bitmap_with_blob(file).ok()?;
    let image: ImageBitmap = JsFuture::from(image).await.ok()?.dyn_into().ok()?;
    let (width, height) = (f64::from(image.width()), f64::from(image.height()));
    let scale = (LONGEST_SIDE / width.max(height)).min(1.0);
    let (width, height) = ((width * scale).round().max(1.0), (height * scale).round().max(1.0));
    let canvas: HtmlCanvasElement = dom::document()?.create_element("canvas").ok()?.dyn_into().ok()?;
    canvas.set_width(width as u32);
    canvas.set_height(height as u32);
    let context: CanvasRenderingContext2d = canvas.get_context("2d").ok()??.dyn_into().ok()?;
    // A JPEG knows no transparency.
    context.set_fill_style_str("white");
    context.fill_rect(0.0, 0.0, width, height);
    let drawn = context.draw_image_with_image_bitmap_and_dw_and_dh(&image, 0.0, 0.0, width, height);
    image.close();
    drawn.ok()?;
    let bytes = bytes_of(&jpeg(&canvas).await?).await;
    // The pixels go at once.
    canvas.set_width(0);
    bytes
}

async fn jpeg(canvas: &HtmlCanvasElement) -> Option<Blob> {
    let made = js_sys::Promise::new(&mut |resolve, reject| {
        let take = Closure::once_into_js(move |blob: JsValue| {
            let _ = resolve.call1(&JsValue::UNDEFINED, &blob);
        });
        let begun = canvas.to_blob_with_type_and_encoder_options(
            take.unchecked_ref(),
            "image/jpeg",
            &JsValue::from_f64(QUALITY),
        );
        if begun.is_err() {
            let _ = reject.call0(&JsValue::UNDEFINED);
        }
    });
    JsFuture::from(made).await.ok()?.dyn_into().ok()
}

/// All bytes of a blob.
pub async fn bytes_of(blob: &Blob) -> Option<Vec<u8>> {
    let buffer = JsFuture::from(blob.array_buffer()).await.ok()?;
    let buffer: ArrayBuffer = buffer.dyn_into().ok()?;
    Some(Uint8Array::new(&buffer).to_vec())
}
