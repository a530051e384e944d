//! Days and clock times in the words of the screen's language, by the browser's own knowledge.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::{Array, Date, Function, Intl, Object, Reflect};
use wasm_bindgen::JsValue;

use super::clock;
use crate::screen::words;

struct Formats {
    day: Function,
    day_with_year: Function,
    weekday: Function,
    clock: Function,
}

thread_local! {
    // Making one costs a hundred times what using it does; they are made again for another language.
    static FORMATS: RefCell<Option<(&'static str, Rc<Formats>)>> = const { RefCell::new(None) };
}

fn formats() -> Rc<Formats> {
    let language = words::language_tag();
    FORMATS.with_borrow_mut(|kept| match kept {
        Some((of, formats)) if *of == language => Rc::clone(formats),
        _ => {
            let formats = Rc::new(Formats {
                day: format(&[("weekday", "long"), ("day", "numeric"), ("month", "long")]),
                day_with_year: format(&[
                    ("weekday", "long"),
                    ("day", "numeric"),
                    ("month", "long"),
                    ("year", "numeric"),
                ]),
                weekday: format(&[("weekday", "long")]),
                clock: format(&[("hour", "numeric"), ("minute", "2-digit")]),
            });
            *kept = Some((language, Rc::clone(&formats)));
            formats
        }
    })
}

/// A civil day: "Monday, 23 November"; with its year unless it is `this_year`'s.
pub fn day(days: i32, this_year: i32) -> String {
    let ms = f64::from(days) * 86_400_000.0;
    let year = Date::new(&JsValue::from_f64(ms)).get_utc_full_year().cast_signed();
    let formats = formats();
    written(if year == this_year { &formats.day } else { &formats.day_with_year }, ms)
}

/// The day of the week of a civil day: "Monday".
pub fn weekday(days: i32) -> String {
    written(&formats().weekday, f64::from(days) * 86_400_000.0)
}

/// Today, with its year.
pub fn today() -> String {
    day(clock::today(), NO_YEAR)
}

/// The day of an instant as it is counted here, with its year.
pub fn day_of_ms(ms: u64) -> String {
    day(clock::local_of_ms(ms as f64).day(), NO_YEAR)
}

/// No day's year, so that each is named.
const NO_YEAR: i32 = i32::MIN;

/// What the clock showed there and then: "8:05".
pub fn clock(second: i64, offset_min: i16) -> String {
    written(&formats().clock, (second + i64::from(offset_min) * 60) as f64 * 1_000.0)
}

/// A number with the signs of the language between its thousands.
pub fn number(number: u32) -> String {
    let text = js_sys::Number::from(number).to_locale_string(words::language_tag());
    text.into()
}

fn written(format: &Function, ms: f64) -> String {
    let date = Date::new(&JsValue::from_f64(ms));
    format.call1(&JsValue::UNDEFINED, &date).ok().and_then(|text| text.as_string()).unwrap_or_default()
}

fn format(options: &[(&str, &str)]) -> Function {
    let object = Object::new();
    for (name, value) in options.iter().chain([&("timeZone", "UTC")]) {
        let _ = Reflect::set(&object, &JsValue::from_str(name), &JsValue::from_str(value));
    }
    Intl::DateTimeFormat::new(&Array::of1(&words::language_tag().into()), &object).format()
}
