//! The browser's two clocks, and where and when this is.

use js_sys::{Date, Intl, Object, Reflect};
use rules::{Moment, When};

/// Milliseconds of the monotonic clock.
pub fn now_ms() -> f64 {
    web_sys::window().and_then(|window| window.performance()).map_or_else(Date::now, |clock| clock.now())
}

/// Both clocks.
pub fn moment() -> Moment {
    Moment { monotonic_ms: now_ms(), wall_ms: Date::now() }
}

/// A second since 1970 with the offset and zone that were in force there and then.
pub struct LocalTime {
    pub second: i64,
    pub offset_min: i16,
    pub zone: String,
}

impl LocalTime {
    /// The civil day there and then, days since 1970-01-01.
    pub fn day(&self) -> i32 {
        (self.second + i64::from(self.offset_min) * 60).div_euclid(86_400) as i32
    }
}

/// The civil day here and now, days since 1970-01-01.
pub fn today() -> i32 {
    local_now().day()
}

/// This instant here.
pub fn local_now() -> LocalTime {
    at_date(&Date::new_0())
}

/// That instant here, in milliseconds since 1970.
pub fn local_of_ms(ms: f64) -> LocalTime {
    at_date(&Date::new(&ms.into()))
}

/// What this device's zone makes of a date and a clock time.
pub fn local_at(when: When) -> LocalTime {
    let ((year, month, day), (hour, minute)) = (when.date, when.clock);
    at_date(&Date::new_with_year_month_day_hr_min(
        year.cast_unsigned(),
        i32::from(month) - 1,
        day.into(),
        hour.into(),
        minute.into(),
    ))
}

fn at_date(date: &Date) -> LocalTime {
    // JavaScript counts minutes west of Greenwich.
    LocalTime {
        second: (date.get_time() / 1_000.0) as i64,
        offset_min: -(date.get_timezone_offset() as i16),
        zone: zone(),
    }
}

fn zone() -> String {
    let format = Intl::DateTimeFormat::new(&js_sys::Array::new(), &Object::new());
    Reflect::get(&format.resolved_options(), &"timeZone".into())
        .ok()
        .and_then(|zone| zone.as_string())
        .unwrap_or_default()
}
