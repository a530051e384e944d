//! An address under which the page shows bytes that rest nowhere: made when they are looked at, taken back when their
//! place in the page goes.

use js_sys::{Array, Uint8Array};
use leptos::prelude::on_cleanup;
use web_sys::{Blob, BlobPropertyBag, Url};

/// The address of these bytes, for as long as the owner lives that is current now.
pub fn address_of(bytes: &[u8], media_type: &str) -> Option<String> {
    let kind = BlobPropertyBag::new();
    kind.set_type(media_type);
    let pieces = Array::of1(&Uint8Array::from(bytes));
    let blob = Blob::new_with_u8_array_sequence_and_options(&pieces, &kind).ok()?;
    let address = Url::create_object_url_with_blob(&blob).ok()?;
    let kept = address.clone();
    on_cleanup(move || drop(Url::revoke_object_url(&kept)));
    Some(address)
}
