//! Which day a week begins with, where this device is.

use js_sys::{Array, Function, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};

use super::{device_languages, dom};
use crate::screen::words;

/// Monday, where nothing else is known (ISO 8601).
const MONDAY: u8 = 1;

/// 1 is Monday, 7 is Sunday. The device's own languages know the region; the screen's may not.
pub fn first_weekday() -> u8 {
    let wished = device_languages::wished();
    let tag = wished.first().map_or(words::language_tag(), String::as_str);
    first_weekday_of(tag).filter(|day| (1..=7).contains(day)).unwrap_or(MONDAY)
}

/// Whether the page is written from right to left.
pub fn is_rtl() -> bool {
    dom::root().and_then(|root| root.get_attribute("dir")).as_deref() == Some("rtl")
}

fn first_weekday_of(tag: &str) -> Option<u8> {
    let intl = Reflect::get(&js_sys::global(), &"Intl".into()).ok()?;
    let constructor: Function = Reflect::get(&intl, &"Locale".into()).ok()?.dyn_into().ok()?;
    let locale = Reflect::construct(&constructor, &Array::of1(&tag.into())).ok()?;
    // A method since 2023, a property before; some browsers have neither.
    let info = match Reflect::get(&locale, &"getWeekInfo".into()).ok()?.dyn_into::<Function>() {
        Ok(method) => method.call0(&locale).ok()?,
        Err(_) => Reflect::get(&locale, &"weekInfo".into()).ok()?,
    };
    let day = Reflect::get(info.dyn_ref::<Object>()?, &JsValue::from_str("firstDay")).ok()?;
    Some(day.as_f64()? as u8)
}
