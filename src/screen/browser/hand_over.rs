//! Handing a file to the browser's downloads. Where it goes from there is the browser's and the person's.

use js_sys::Array;
use wasm_bindgen::JsCast;
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, Url};

use super::dom;

/// A file of text under that name and media type. `None` where the browser refuses.
pub fn text(words: &str, media_type: &str, file_name: &str) -> Option<()> {
    let kind = BlobPropertyBag::new();
    kind.set_type(media_type);
    let blob = Blob::new_with_str_sequence_and_options(&Array::of1(&words.into()), &kind).ok()?;
    self::blob(&blob, file_name)
}

/// A file of bytes that are there already.
pub fn blob(blob: &Blob, file_name: &str) -> Option<()> {
    let address = Url::create_object_url_with_blob(blob).ok()?;
    let link: HtmlAnchorElement = dom::document()?.create_element("a").ok()?.dyn_into().ok()?;
    link.set_href(&address);
    link.set_download(file_name);
    link.click();
    let _ = Url::revoke_object_url(&address);
    Some(())
}
