//! Owns what a derivation may cost, and the limits checked before any work. Must not know the derivation itself.

use core::fmt;

/// The cost of one Argon2id run with one lane: memory in KiB and passes, always inside the read limits.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Cost {
    memory_kib: u32,
    passes: u32,
}

impl Cost {
    /// 64 MiB, 3 passes: what a new journal gets at least.
    pub const STANDARD: Cost = Cost { memory_kib: 65_536, passes: 3 };
    /// 32 MiB, 6 passes: after a real allocation failure.
    pub const SMALL_MEMORY: Cost = Cost { memory_kib: 32_768, passes: 6 };
    /// The least a reader accepts; for tests.
    pub const READ_MINIMUM: Cost = Cost { memory_kib: 19_456, passes: 2 };

    /// Checked against the read limits: 19,456 ≤ memory ≤ 524,288 KiB, 2 ≤ passes ≤ 16, memory · passes ≤ 2,097,152.
    ///
    /// # Errors
    /// [`CostOutOfRange`] with both figures. Nothing was allocated.
    pub const fn new(memory_kib: u32, passes: u32) -> Result<Self, CostOutOfRange> {
        let inside = 19_456 <= memory_kib
            && memory_kib <= 524_288
            && 2 <= passes
            && passes <= 16
            && memory_kib as u64 * passes as u64 <= 2_097_152;
        if inside { Ok(Self { memory_kib, passes }) } else { Err(CostOutOfRange { memory_kib, passes }) }
    }

    /// Memory in KiB.
    pub const fn memory_kib(self) -> u32 {
        self.memory_kib
    }

    /// Passes over that memory.
    pub const fn passes(self) -> u32 {
        self.passes
    }

    /// The dearer of two, by memory times passes; the first where they are equal.
    pub const fn dearer(self, other: Cost) -> Cost {
        if self.work() >= other.work() { self } else { other }
    }

    const fn work(self) -> u64 {
        self.memory_kib as u64 * self.passes as u64
    }

    /// What this cost is to be raised to, given that one run at it took `millis`: where it lies below what a new journal
    /// gets at least, or where the device can do at least two passes more in a second (one more may be chance).
    pub fn raised(self, millis: f64) -> Option<Cost> {
        let fitted = Self::fitted(millis * Self::STANDARD.work() as f64 / self.work() as f64);
        let below = self.memory_kib < Self::STANDARD.memory_kib || self.passes < Self::STANDARD.passes;
        let more = fitted.work() >= self.work() + 2 * u64::from(Self::STANDARD.memory_kib);
        (more || below && fitted.work() >= self.work()).then_some(fitted)
    }

    /// The most passes of 3 to 10 that keep one derivation at 64 MiB under a second, given that one run at
    /// [`Cost::STANDARD`] took `millis`. Three where even those take longer, or where `millis` is no number.
    pub fn fitted(millis: f64) -> Cost {
        let per_pass = millis / f64::from(Self::STANDARD.passes);
        let passes = (4..=10).rev().find(|passes| per_pass * f64::from(*passes) < 1000.0);
        Cost { passes: passes.unwrap_or(Self::STANDARD.passes), ..Self::STANDARD }
    }
}

/// A cost outside the read limits; refused before any allocation.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct CostOutOfRange {
    /// Memory asked for, in KiB.
    pub memory_kib: u32,
    /// Passes asked for.
    pub passes: u32,
}

impl fmt::Display for CostOutOfRange {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "cost of {} KiB and {} passes is out of range, allowed are 19456 to 524288 KiB, 2 to 16 passes, \
             their product at most 2097152, one lane",
            self.memory_kib, self.passes
        )
    }
}

impl core::error::Error for CostOutOfRange {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_read_limits_hold_at_their_edges() {
        for (memory_kib, passes, inside) in [
            (19_456, 2, true),
            (19_455, 2, false),
            (19_456, 1, false),
            (65_536, 3, true),
            (131_072, 16, true),
            (131_073, 16, false),
            (131_072, 17, false),
            (524_288, 4, true),
            (524_288, 5, false),
            (524_289, 2, false),
            (4_194_304, 3, false),
            (65_536, u32::MAX, false),
            (u32::MAX, u32::MAX, false),
            (0, 0, false),
        ] {
            assert_eq!(Cost::new(memory_kib, passes).is_ok(), inside, "{memory_kib} KiB, {passes} passes");
        }
        for cost in [Cost::STANDARD, Cost::SMALL_MEMORY, Cost::READ_MINIMUM] {
            assert_eq!(Cost::new(cost.memory_kib, cost.passes), Ok(cost));
        }
    }

    #[test]
    fn the_dearer_cost_is_the_one_with_more_work() {
        let (standard, small) = (Cost::STANDARD, Cost::SMALL_MEMORY);
        assert_eq!(standard.dearer(Cost::READ_MINIMUM), standard);
        assert_eq!(Cost::READ_MINIMUM.dearer(standard), standard);
        assert_eq!(standard.dearer(small), standard, "as much work");
        let raised = Cost { passes: 4, ..standard };
        assert_eq!(standard.dearer(raised), raised);
    }

    #[test]
    fn a_cost_is_raised_to_the_floor_or_by_two_passes_at_least_and_never_falls() {
        let cost = |memory_kib, passes| Cost::new(memory_kib, passes).expect("inside the limits");
        for (memory_kib, passes, millis, raised) in [
            (65_536, 3, 600.0, None), // four
            (65_536, 3, 540.0, Some(5)),
            (65_536, 3, 100.0, Some(10)),
            (65_536, 9, 100.0, None), // one more may be chance
            (65_536, 8, 100.0, Some(10)),
            (65_536, 10, 1.0, None),
            (65_536, 10, 9_000.0, None),
            (65_536, 3, f64::NAN, None),
            (19_456, 2, 9_000.0, Some(3)),
            (32_768, 6, 9_000.0, Some(3)), // as much work, in the memory that counts today
            (32_768, 16, 9_000.0, None),
            (131_072, 16, 1.0, None),
        ] {
            let given = cost(memory_kib, passes).raised(millis);
            assert_eq!(given, raised.map(|passes| cost(65_536, passes)), "{memory_kib}, {passes}, {millis}");
        }
    }

    #[test]
    fn fitted_cost_stays_under_a_second_where_it_can() {
        for (millis, passes) in [
            (0.0, 10),
            (250.0, 10),
            (299.9, 10),
            (300.0, 9),
            (700.0, 4),
            (749.9, 4),
            (750.0, 3),
            (5000.0, 3),
            (f64::NAN, 3),
            (f64::INFINITY, 3),
        ] {
            assert_eq!(Cost::fitted(millis).passes(), passes, "{millis} ms");
            assert_eq!(Cost::fitted(millis).memory_kib(), 65_536);
        }
    }
}
