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
    clock: Function,
    short_day: Function,
    month: Function,
    short_month: Function,
    weekday: Function,
    short_weekday: Function,
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
                clock: format(&[("hour", "numeric"), ("minute", "2-digit")]),
                short_day: format(&[("day", "numeric"), ("month", "short")]),
                month: format(&[("month", "long"), ("year", "numeric")]),
                short_month: format(&[("month", "short"), ("year", "numeric")]),
                weekday: format(&[("weekday", "long")]),
                short_weekday: format(&[("weekday", "short")]),
            });
            *kept = Some((language, Rc::clone(&formats)));
            formats
        }
    })
}

/// A civil day: "Monday, 23 November"; with its year unless it is `this_year`'s.
pub fn day(days: i32, this_year: i32) -> String {
    let ms = ms_of(days);
    let year = Date::new(&JsValue::from_f64(ms)).get_utc_full_year().cast_signed();
    let formats = formats();
    written(if year == this_year { &formats.day } else { &formats.day_with_year }, ms)
}

/// A civil day in few letters: "23 Nov".
pub fn short_day(days: i32) -> String {
    written(&formats().short_day, ms_of(days))
}

/// The month of a civil day: "November 2026".
pub fn month(days: i32) -> String {
    written(&formats().month, ms_of(days))
}

/// The same in few letters: "Nov 2026".
pub fn short_month(days: i32) -> String {
    written(&formats().short_month, ms_of(days))
}

/// The weekday of a civil day: "Monday".
pub fn weekday(days: i32) -> String {
    written(&formats().weekday, ms_of(days))
}

/// The same in few letters: "Mon".
pub fn short_weekday(days: i32) -> String {
    written(&formats().short_weekday, ms_of(days))
}

fn ms_of(days: i32) -> f64 {
    f64::from(days) * 86_400_000.0
}

/// A civil day with its year.
pub fn whole_day(days: i32) -> String {
    day(days, NO_YEAR)
}

/// Today, with its year.
pub fn today() -> String {
    day(clock::today(), NO_YEAR)
}

/// The day of an instant as it is counted here, with its year.
pub fn day_of_ms(ms: u64) -> String {
    day(clock::local_of_ms(ms as f64).day(), NO_YEAR)
}

/// That instant here: its day with its year, and its clock.
pub fn instant(ms: u64) -> String {
    let then = clock::local_of_ms(ms as f64);
    day_of_ms(ms) + ", " + &clock(then.second, then.offset_min)
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

/// A number with at most one digit behind its point.
pub fn decimal(number: f64) -> String {
    let tenths = (number * 10.0).round() / 10.0;
    js_sys::Number::from(tenths).to_locale_string(words::language_tag()).into()
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
