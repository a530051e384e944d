//! The open shelf (FORMAT 10): the few small numbers that rest unsealed. Holds no word; anything it does not know
//! becomes the default.

use crate::LockTimes;

/// How many signs there are.
pub const SIGNS: u8 = 32;

/// How the screen is coloured.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Look {
    /// As the device says.
    #[default]
    System,
    /// Always light.
    Light,
    /// Always dark.
    Dark,
}

/// How large the words are.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum TextSize {
    /// As the device says.
    #[default]
    Usual,
    /// An eighth larger.
    Large,
    /// A quarter larger.
    Larger,
}

/// Whose device this is.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Device {
    /// Others use it too, or nobody has said.
    #[default]
    Shared,
    /// The owner's alone.
    Mine,
    /// Lent for a while. Never kept on the shelf: of a borrowed device nothing is remembered.
    Borrowed,
}

/// What is remembered of one journal.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct JournalMarks {
    /// Name of its database.
    pub name: String,
    /// Which of 32 neutral signs it carries.
    pub sign: u8,
    /// Its passphrase was drawn by us, so case, spaces and hyphens do not count.
    pub words_made_by_us: bool,
    /// Its lock screen offers "Quick note".
    pub quick_note: bool,
}

/// All of it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Shelf {
    /// Colours.
    pub look: Look,
    /// Size of the words.
    pub text_size: TextSize,
    /// Language: 0 is the device's.
    pub language: u8,
    /// Whose device.
    pub device: Device,
    /// Minutes of rest before it locks, on the owner's device: 1 to 60.
    pub rest_minutes: u8,
    /// Seconds out of sight before it locks, on the owner's device: 1 to 120.
    pub hidden_seconds: u8,
    /// Country of Help now: its `place` in `help/crisis.json`, kept for ever; 0 is guessed.
    pub country: u8,
    /// What Leave quickly does and does not do was told.
    pub leave_explained: bool,
    /// Shift three times does not leave.
    pub shift_off: bool,
    /// The journals.
    pub journals: Vec<JournalMarks>,
}

impl Default for Shelf {
    fn default() -> Self {
        Self {
            look: Look::System,
            text_size: TextSize::Usual,
            language: 0,
            device: Device::Shared,
            rest_minutes: 5,
            hidden_seconds: 30,
            country: 0,
            leave_explained: false,
            shift_off: false,
            journals: Vec::new(),
        }
    }
}

impl Shelf {
    const VERSION: &str = "1";
    const LEAVE_EXPLAINED: u8 = 1;
    const SHIFT_OFF: u8 = 2;

    /// The shelf in this text; whatever is missing, unknown or garbled has its default.
    #[must_use]
    pub fn read(text: &str) -> Self {
        let mut parts = text.split('|');
        let mut numbers = parts.next().unwrap_or_default().split(' ');
        if numbers.next() != Some(Self::VERSION) {
            return Self::default();
        }
        let mut next = || numbers.next().and_then(|digits| digits.parse::<u8>().ok()).unwrap_or_default();
        let look = [Look::System, Look::Light, Look::Dark].get(usize::from(next())).copied();
        let text_size =
            [TextSize::Usual, TextSize::Large, TextSize::Larger].get(usize::from(next())).copied();
        let language = next();
        let device = if next() == Device::Mine as u8 { Device::Mine } else { Device::Shared };
        let rest_minutes = Some(next()).filter(|minutes| (1..=60).contains(minutes)).unwrap_or(5);
        let (country, flags) = (next(), next());
        let hidden_seconds = Some(next()).filter(|seconds| (1..=120).contains(seconds)).unwrap_or(30);
        Self {
            look: look.unwrap_or_default(),
            text_size: text_size.unwrap_or_default(),
            language,
            device,
            rest_minutes,
            hidden_seconds,
            country,
            leave_explained: flags & Self::LEAVE_EXPLAINED != 0,
            shift_off: flags & Self::SHIFT_OFF != 0,
            journals: parts.filter_map(read_journal).collect(),
        }
    }

    /// The text to keep. A shared device remembers no choices but that it is shared.
    #[must_use]
    pub fn write(&self) -> String {
        let plain = Self::default();
        let kept = if self.device == Device::Mine { self } else { &plain };
        let device = if self.device == Device::Mine { Device::Mine } else { Device::Shared };
        let flag = |is_set: bool, bit: u8| if is_set { bit } else { 0 };
        let flags = flag(kept.leave_explained, Self::LEAVE_EXPLAINED) | flag(kept.shift_off, Self::SHIFT_OFF);
        let numbers = [
            kept.look as u8,
            kept.text_size as u8,
            kept.language,
            device as u8,
            kept.rest_minutes,
            kept.country,
            flags,
            kept.hidden_seconds,
        ];
        let mut text = Self::VERSION.to_owned();
        for number in numbers {
            text.push(' ');
            text.push_str(&number.to_string());
        }
        for journal in &self.journals {
            text.push('|');
            text.push_str(&journal.name);
            text.push(' ');
            text.push_str(&journal.sign.to_string());
            let quick_note = journal.quick_note && self.device == Device::Mine;
            for mark in [journal.words_made_by_us, quick_note] {
                text.push_str(if mark { " 1" } else { " 0" });
            }
        }
        text
    }

    /// The times after which a journal locks on this device.
    #[must_use]
    pub fn lock_times(&self) -> LockTimes {
        match self.device {
            Device::Mine => LockTimes::of(self.rest_minutes, self.hidden_seconds),
            Device::Shared | Device::Borrowed => LockTimes::SHARED,
        }
    }

    /// Whether that journal's passphrase was drawn by us.
    #[must_use]
    pub fn words_made_by_us(&self, name: &str) -> bool {
        self.journals.iter().any(|journal| journal.name == name && journal.words_made_by_us)
    }

    /// Remembers where that journal's words come from, and leaves its other marks.
    pub fn set_words_made_by_us(&mut self, name: &str, words_made_by_us: bool) {
        let known = self.journals.iter().find(|journal| journal.name == name);
        let (sign, quick_note) = known.map_or((0, false), |journal| (journal.sign, journal.quick_note));
        self.remember(JournalMarks { name: name.to_owned(), sign, words_made_by_us, quick_note });
    }

    /// Whether that journal's lock screen offers "Quick note". Never on a shared device.
    #[must_use]
    pub fn offers_quick_note(&self, name: &str) -> bool {
        let offers = |journal: &JournalMarks| journal.name == name && journal.quick_note;
        self.device == Device::Mine && self.journals.iter().any(offers)
    }

    /// Switches "Quick note" for that journal.
    pub fn set_quick_note(&mut self, name: &str, offered: bool) {
        for journal in self.journals.iter_mut().filter(|journal| journal.name == name) {
            journal.quick_note = offered;
        }
    }

    /// Takes over what the page outside the screen writes on the same shelf: the country of Help now, and that Leave
    /// quickly was explained.
    pub fn take_over_from(&mut self, stored: &Self) {
        self.country = stored.country;
        self.leave_explained |= stored.leave_explained;
    }

    /// That journal's sign; `None` where none is remembered.
    #[must_use]
    pub fn sign(&self, name: &str) -> Option<u8> {
        self.journals.iter().find(|journal| journal.name == name).map(|journal| journal.sign)
    }

    /// Gives a journal another sign. Two may carry the same, as their owners choose.
    pub fn set_sign(&mut self, name: &str, sign: u8) {
        for journal in self.journals.iter_mut().filter(|journal| journal.name == name) {
            journal.sign = sign % SIGNS;
        }
    }

    /// A sign that no journal here carries, told from a random number; any where all are taken.
    #[must_use]
    pub fn free_sign(&self, drawn: u8) -> u8 {
        let free = |sign: &u8| self.journals.iter().all(|journal| journal.sign != *sign);
        (0..SIGNS).map(|step| (drawn % SIGNS + step) % SIGNS).find(free).unwrap_or(drawn % SIGNS)
    }

    /// Forgets a journal that is gone.
    pub fn forget(&mut self, name: &str) {
        self.journals.retain(|journal| journal.name != name);
    }

    /// Remembers a journal, in the place of what was known of it.
    pub fn remember(&mut self, marks: JournalMarks) {
        self.journals.retain(|journal| journal.name != marks.name);
        if is_name(&marks.name) {
            self.journals.push(marks);
        }
    }
}

fn read_journal(part: &str) -> Option<JournalMarks> {
    let mut fields = part.split(' ');
    let name = fields.next().filter(|name| is_name(name))?.to_owned();
    let sign = fields.next()?.parse().ok().filter(|sign| *sign < SIGNS)?;
    let words_made_by_us = fields.next()? == "1";
    let quick_note = fields.next() == Some("1");
    Some(JournalMarks { name, sign, words_made_by_us, quick_note })
}

fn is_name(name: &str) -> bool {
    !name.is_empty()
        && name.len() <= 64
        && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.' | b'/'))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn full() -> Shelf {
        Shelf {
            look: Look::Dark,
            text_size: TextSize::Larger,
            language: 3,
            device: Device::Mine,
            rest_minutes: 2,
            hidden_seconds: 120,
            country: 17,
            leave_explained: true,
            shift_off: true,
            journals: vec![marks("trestle-0af3", 31)],
        }
    }

    fn marks(name: &str, sign: u8) -> JournalMarks {
        JournalMarks { name: name.into(), sign, words_made_by_us: true, quick_note: true }
    }

    #[test]
    fn a_shelf_comes_back() {
        assert_eq!(Shelf::read(&full().write()), full());
        assert_eq!(Shelf::read(&Shelf::default().write()), Shelf::default());
        let apart = Shelf { shift_off: false, ..full() };
        assert_eq!(Shelf::read(&apart.write()), apart);
    }

    #[test]
    fn a_borrowed_device_is_not_kept_as_such() {
        let borrowed = Shelf { device: Device::Borrowed, ..Shelf::default() };
        assert_eq!(Shelf::read(&borrowed.write()), Shelf::default());
    }

    #[test]
    fn a_quick_note_is_offered_on_the_owners_device_once_switched_on() {
        let mut shelf = full();
        assert!(shelf.offers_quick_note("trestle-0af3"));
        assert!(!shelf.offers_quick_note("trestle-0af4"));
        assert!(!Shelf { device: Device::Shared, ..full() }.offers_quick_note("trestle-0af3"));
        shelf.set_quick_note("trestle-0af3", false);
        assert!(!shelf.offers_quick_note("trestle-0af3"));
    }

    #[test]
    fn what_the_page_wrote_meanwhile_is_not_written_over() {
        let mut shelf = Shelf { country: 1, leave_explained: false, ..full() };
        shelf.take_over_from(&full());
        assert_eq!(shelf, full());
    }

    #[test]
    fn a_shared_device_remembers_no_choices() {
        let shared = Shelf { device: Device::Shared, ..full() };
        let read = Shelf::read(&shared.write());
        let journals = vec![JournalMarks { quick_note: false, ..marks("trestle-0af3", 31) }];
        assert_eq!(read, Shelf { journals, ..Shelf::default() });
        assert_eq!((read.lock_times(), full().lock_times()), (LockTimes::SHARED, LockTimes::of(2, 120)));
        assert_eq!(shared.lock_times(), LockTimes::SHARED, "whatever was chosen before");
    }

    #[test]
    fn a_shelf_without_the_time_out_of_sight_has_thirty_seconds() {
        for text in ["1 0 0 0 1 2 0 0", "1 0 0 0 1 2 0 0 0", "1 0 0 0 1 2 0 0 121"] {
            assert_eq!(Shelf::read(text).lock_times(), LockTimes::of(2, 30), "{text}");
        }
    }

    #[test]
    fn whatever_is_garbled_has_its_default() {
        for text in
            ["", "2 1 1 0 1 2", "words", "1 9 9 x 7 0", "1", "1 0 0 0 0 255|", "|||", "1|a b c|é 1 1|a 32 1"]
        {
            let expected = Shelf { language: Shelf::read(text).language, ..Shelf::default() };
            assert_eq!(Shelf::read(text), expected, "{text}");
        }
    }

    #[test]
    fn a_journal_is_remembered_once() {
        let mut shelf = full();
        shelf.remember(JournalMarks { words_made_by_us: false, ..marks("trestle-0af3", 0) });
        assert!(!shelf.words_made_by_us("trestle-0af3"));
        assert_eq!(shelf.journals.len(), 1);
        shelf.remember(marks("a|b", 0));
        assert_eq!(shelf.journals.len(), 1);
    }

    #[test]
    fn a_new_journal_gets_a_sign_that_is_free() {
        let mut shelf = full();
        assert_eq!((shelf.free_sign(31), shelf.free_sign(30), shelf.free_sign(255)), (0, 30, 0));
        for sign in 0..SIGNS - 1 {
            shelf.remember(marks(&format!("trestle-{sign}"), sign));
        }
        assert_eq!(shelf.free_sign(7), 7, "all are taken");
        shelf.set_sign("trestle-0af3", 40);
        assert_eq!(shelf.sign("trestle-0af3"), Some(8));
        shelf.forget("trestle-0af3");
        assert_eq!((shelf.sign("trestle-0af3"), shelf.free_sign(31)), (None, 31));
        assert_eq!(shelf.journals.len(), 31);
    }

    #[test]
    fn where_the_words_come_from_changes_alone() {
        let mut shelf = full();
        shelf.set_quick_note("trestle-0af3", true);
        let before = shelf.journals[0].clone();
        for ours in [true, false] {
            shelf.set_words_made_by_us("trestle-0af3", ours);
            assert_eq!(shelf.journals, [JournalMarks { words_made_by_us: ours, ..before.clone() }]);
        }
        shelf.set_words_made_by_us("trestle-1", true);
        assert!(shelf.words_made_by_us("trestle-1") && !shelf.offers_quick_note("trestle-1"));
    }
}
