//! Time and zones of the place where a file is read. The machine knows the zones; this is what is asked of it.

/// What the machine knows of time.
pub trait Clock {
    /// Now, s since 1970 UTC.
    fn now_s(&self) -> i64;
    /// The name of the zone here (`Europe/London`), may be empty.
    fn here(&self) -> String;
    /// The offset from UTC in a zone at a moment (s since 1970 UTC), minutes; an empty name is the zone here. `None` for a
    /// zone it does not know.
    fn offset_min(&self, zone: &str, moment_s: i64) -> Option<i16>;
}

/// A moment with its place on the clock.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Moment {
    pub(super) at_s: i64,
    pub(super) offset_min: i16,
    pub(super) zone: String,
    /// The zone that was named is known.
    pub(super) zone_known: bool,
}

/// A moment in a zone; in the zone here where that is empty or not known.
pub(super) fn in_zone(clock: &dyn Clock, at_s: i64, zone: &str) -> Moment {
    let named = zone_name(zone).and_then(|zone| Some((zone, clock.offset_min(zone, at_s)?)));
    match named {
        Some((zone, offset_min)) => Moment { at_s, offset_min, zone: zone.to_owned(), zone_known: true },
        None => {
            let offset_min = clock.offset_min("", at_s).unwrap_or(0);
            Moment { at_s, offset_min, zone: clock.here(), zone_known: zone.is_empty() }
        }
    }
}

/// What a clock on the wall in a zone showed (s since 1970 as if it were UTC). Where clocks were put forward the moment
/// after counts, where they were put back the first of both.
pub(super) fn of_wall(clock: &dyn Clock, wall_s: i64, zone: &str) -> Moment {
    let offset = |at_s: i64| i64::from(in_zone(clock, at_s, zone).offset_min) * 60;
    // The offsets before and after whatever change there may be.
    let (before, after) = (offset(wall_s.saturating_sub(86_400)), offset(wall_s.saturating_add(86_400)));
    let fits = |shift: &i64| offset(wall_s.saturating_sub(*shift)) == *shift;
    let shift = [before, after].into_iter().find(fits).unwrap_or(before);
    in_zone(clock, wall_s.saturating_sub(shift), zone)
}

/// A zone's name, if it looks like one: a foreign file says it.
fn zone_name(zone: &str) -> Option<&str> {
    let plain = |letter: char| letter.is_ascii_alphanumeric() || "/_+-".contains(letter);
    (!zone.is_empty() && zone.len() <= 64 && zone.chars().all(plain)).then_some(zone)
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;

    /// Clocks in "Here" and "Europe/Test" go from +60 to +120 at 1,000,000 and back at 2,000,000.
    pub(crate) struct Fixed;

    impl Clock for Fixed {
        fn now_s(&self) -> i64 {
            1_800_000_000
        }

        fn here(&self) -> String {
            "Here".into()
        }

        fn offset_min(&self, zone: &str, moment_s: i64) -> Option<i16> {
            match zone {
                "" | "Here" | "Europe/Test" => {
                    Some(if (1_000_000..2_000_000).contains(&moment_s) { 120 } else { 60 })
                }
                "America/Test" => Some(-300),
                _ => None,
            }
        }
    }

    #[test]
    fn the_clock_on_the_wall_becomes_a_moment() {
        let cases = [
            // (on the wall, moment, offset)
            (0, -3_600, 60),
            (1_500_000, 1_492_800, 120),
            // Put forward at 1,000,000: 1,003,600 to 1,007,200 never stood there.
            (1_003_599, 999_999, 60),
            (1_005_000, 1_001_400, 120),
            (1_007_200, 1_000_000, 120),
            // Put back at 2,000,000: 2,003,600 to 2,007,200 stood there twice.
            (2_004_000, 1_996_800, 120),
            (2_007_200, 2_003_600, 60),
        ];
        for (wall_s, at_s, offset_min) in cases {
            let moment = of_wall(&Fixed, wall_s, "");
            assert_eq!((moment.at_s, moment.offset_min), (at_s, offset_min), "{wall_s}");
        }
    }

    #[test]
    fn a_zone_that_is_not_known_is_that_of_here() {
        for zone in ["Nowhere/Land", "<script>", "../../etc", &"a".repeat(65)] {
            let moment = in_zone(&Fixed, 0, zone);
            assert_eq!((moment.offset_min, moment.zone.as_str(), moment.zone_known), (60, "Here", false));
        }
        let moment = in_zone(&Fixed, 0, "America/Test");
        assert_eq!(
            (moment.offset_min, moment.zone.as_str(), moment.zone_known),
            (-300, "America/Test", true)
        );
        assert!(in_zone(&Fixed, i64::MAX, "").zone_known && of_wall(&Fixed, i64::MIN, "").zone_known);
    }
}
