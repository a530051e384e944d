//! Panics: reported by place, never by message, because messages quote text.

/// Calls `report` with file and line of each panic.
pub fn report_panics(report: impl Fn(&str, u32) + Send + Sync + 'static) {
    std::panic::set_hook(Box::new(move |info| {
        if let Some(place) = info.location() {
            report(place.file(), place.line());
        }
    }));
}
