//! Owns version clocks: which keeper has seen how much. Must not know what is versioned, nor the time.

use alloc::vec::Vec;

use crate::identity::DeviceId;
use crate::reader::Reader;
use crate::sealed_error::SealedError;

const ENTRY: usize = 12;

/// How many changes of each device a version has seen: sorted by device, every count at least 1.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct VersionClock(Vec<(DeviceId, u32)>);

impl VersionClock {
    /// The counts, sorted by device.
    pub fn entries(&self) -> &[(DeviceId, u32)] {
        &self.0
    }

    /// The entry-wise maximum: what has been seen once all of these are known.
    pub fn merged<'a>(clocks: impl IntoIterator<Item = &'a VersionClock>) -> VersionClock {
        let mut merged = VersionClock::default();
        for (device, count) in clocks.into_iter().flat_map(|clock| clock.0.iter().copied()) {
            merged.raise(device, |known| known.max(count));
        }
        merged
    }

    /// With `device`'s own count raised by one (it stays at `u32::MAX`, should it ever get there).
    pub fn bumped(mut self, device: DeviceId) -> VersionClock {
        self.raise(device, |known| known.saturating_add(1));
        self
    }

    /// True when every count is at least the other's and they differ.
    pub fn strictly_dominates(&self, other: &VersionClock) -> bool {
        self != other && other.0.iter().all(|(device, count)| self.count(device) >= *count)
    }

    /// n 2 ‖ n × (device 8 ‖ count 4).
    ///
    /// # Panics
    /// Beyond 65,535 devices; sealing refuses such a clock before.
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut bytes = Vec::with_capacity(self.encoded_len());
        self.write(&mut bytes);
        bytes
    }

    /// Reads what [`VersionClock::to_bytes`] writes, and nothing behind it.
    ///
    /// # Errors
    /// [`SealedError::Content`] when the bytes end early or late, devices are not sorted or repeat, or a count is 0.
    pub fn parse(bytes: &[u8]) -> Result<Self, SealedError> {
        let mut reader = Reader::new(bytes);
        Self::read(&mut reader).filter(|_| reader.rest().is_empty()).ok_or(SealedError::Content)
    }

    pub(crate) fn read(reader: &mut Reader<'_>) -> Option<Self> {
        let n = usize::from(reader.u16()?);
        let mut entries = Reader::new(reader.take(n * ENTRY)?);
        let mut clock: Vec<(DeviceId, u32)> = Vec::with_capacity(n);
        for _ in 0..n {
            let (device, count) = (DeviceId::from_bytes(entries.array()?), entries.u32()?);
            if count == 0 || clock.last().is_some_and(|(last, _)| *last >= device) {
                return None;
            }
            clock.push((device, count));
        }
        Some(Self(clock))
    }

    pub(crate) fn write(&self, bytes: &mut Vec<u8>) {
        let n = self.len_u16().expect("a clock has at most 65,535 devices");
        bytes.extend_from_slice(&n.to_be_bytes());
        for (device, count) in &self.0 {
            bytes.extend_from_slice(device.as_bytes());
            bytes.extend_from_slice(&count.to_be_bytes());
        }
    }

    /// `None` for more devices than a clock can say.
    pub(crate) fn len_u16(&self) -> Option<u16> {
        u16::try_from(self.0.len()).ok()
    }

    pub(crate) const fn encoded_len(&self) -> usize {
        2 + self.0.len() * ENTRY
    }

    fn count(&self, device: &DeviceId) -> u32 {
        self.find(device).map_or(0, |at| self.0[at].1)
    }

    fn find(&self, device: &DeviceId) -> Result<usize, usize> {
        self.0.binary_search_by(|(other, _)| other.cmp(device))
    }

    fn raise(&mut self, device: DeviceId, raised: impl FnOnce(u32) -> u32) {
        match self.find(&device) {
            Ok(at) => self.0[at].1 = raised(self.0[at].1),
            Err(at) => self.0.insert(at, (device, raised(0))),
        }
    }
}
