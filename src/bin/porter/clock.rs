//! Time and zones as the browser knows them. It has every zone there is; none is shipped with the app.

use std::cell::RefCell;
use std::collections::HashMap;

use exchange::import::Clock;
use js_sys::{Array, Date, Function, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};

/// Zones looked up, each with what writes a moment with its offset; `None` for one the browser does not know.
#[derive(Default)]
pub struct BrowserClock(RefCell<HashMap<String, Option<Function>>>);

impl Clock for BrowserClock {
    fn now_s(&self) -> i64 {
        (Date::now() / 1_000.0) as i64
    }

    fn here(&self) -> String {
        let zone = format_of(&Object::new()).and_then(|format| {
            let options: Function = Reflect::get(&format, &"resolvedOptions".into()).ok()?.dyn_into().ok()?;
            Reflect::get(&options.call0(&format).ok()?, &"timeZone".into()).ok()?.as_string()
        });
        zone.unwrap_or_default()
    }

    fn offset_min(&self, zone: &str, moment_s: i64) -> Option<i16> {
        let date = Date::new(&JsValue::from_f64(moment_s as f64 * 1_000.0));
        if zone.is_empty() {
            let offset = -date.get_timezone_offset();
            return offset.is_finite().then_some(offset as i16);
        }
        let mut zones = self.0.borrow_mut();
        let format = zones.entry(zone.to_owned()).or_insert_with(|| writing_offsets(zone)).clone()?;
        let written = format.call1(&JsValue::UNDEFINED, &date).ok()?.as_string()?;
        of_words(&written)
    }
}

/// A format with these options; `None` where the browser refuses them.
fn format_of(options: &Object) -> Option<JsValue> {
    let intl = Reflect::get(&js_sys::global(), &"Intl".into()).ok()?;
    let make: Function = Reflect::get(&intl, &"DateTimeFormat".into()).ok()?.dyn_into().ok()?;
    Reflect::construct(&make, &Array::of2(&"en-US".into(), options)).ok()
}

fn writing_offsets(zone: &str) -> Option<Function> {
    let options = Object::new();
    Reflect::set(&options, &"timeZone".into(), &zone.into()).ok()?;
    Reflect::set(&options, &"timeZoneName".into(), &"longOffset".into()).ok()?;
    Reflect::get(&format_of(&options)?, &"format".into()).ok()?.dyn_into().ok()
}

/// The offset at the end of "3/1/2026, GMT-05:00"; "GMT" alone is none.
fn of_words(written: &str) -> Option<i16> {
    let offset = written.rsplit_once("GMT")?.1;
    let mut parts = offset.trim_start_matches(['+', '-', '\u{2212}']).split(':').map(str::parse::<i16>);
    let hours = parts.next()?.unwrap_or(0);
    let minutes = hours * 60 + parts.next().map_or(Ok(0), |minutes| minutes).ok()?;
    Some(if offset.starts_with(['-', '\u{2212}']) { -minutes } else { minutes })
}
