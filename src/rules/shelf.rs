//! The open shelf (FORMAT 10): the few small numbers that rest unsealed. Holds no word; anything it does not know
//! becomes the default.

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
            journals: Vec::new(),
        }
    }
}

impl Shelf {
    const VERSION: &str = "1";

    /// The shelf in this text; whatever is missing, unknown or garbled has its default.
    #[must_use]
    pub fn read(text: &str) -> Self {
        let mut parts = text.split('|');
        let mut numbers = parts.next().unwrap_or_default().split(' ');
        if numbers.next() != Some(Self::VERSION) {
            return Self::default();
        }
        let mut next = || numbers.next().and_then(|digits| digits.parse::<u8>().ok()).unwrap_or_default();
        Self {
            look: [Look::System, Look::Light, Look::Dark]
                .get(usize::from(next()))
                .copied()
                .unwrap_or_default(),
            text_size: [TextSize::Usual, TextSize::Large, TextSize::Larger]
                .get(usize::from(next()))
                .copied()
                .unwrap_or_default(),
            language: next(),
            device: if next() == Device::Mine as u8 { Device::Mine } else { Device::Shared },
            rest_minutes: Some(next()).filter(|minutes| (1..=60).contains(minutes)).unwrap_or(5),
            journals: parts.filter_map(read_journal).collect(),
        }
    }

    /// The text to keep. A shared device remembers no choices but that it is shared.
    #[must_use]
    pub fn write(&self) -> String {
        let plain = Self::default();
        let kept = if self.device == Device::Mine { self } else { &plain };
        let numbers =
            [kept.look as u8, kept.text_size as u8, kept.language, self.device as u8, kept.rest_minutes];
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
            text.push_str(if journal.words_made_by_us { " 1" } else { " 0" });
        }
        text
    }

    /// Minutes of rest that count on this device.
    #[must_use]
    pub fn minutes_of_rest(&self) -> u8 {
        if self.device == Device::Mine { self.rest_minutes } else { 1 }
    }

    /// Whether that journal's passphrase was drawn by us.
    #[must_use]
    pub fn words_made_by_us(&self, name: &str) -> bool {
        self.journals.iter().any(|journal| journal.name == name && journal.words_made_by_us)
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
    let sign = fields.next()?.parse().ok().filter(|sign| *sign < 32)?;
    let words_made_by_us = fields.next()? == "1";
    Some(JournalMarks { name, sign, words_made_by_us })
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
            journals: vec![JournalMarks { name: "trestle-0af3".into(), sign: 31, words_made_by_us: true }],
        }
    }

    #[test]
    fn a_shelf_comes_back() {
        assert_eq!(Shelf::read(&full().write()), full());
        assert_eq!(Shelf::read(&Shelf::default().write()), Shelf::default());
    }

    #[test]
    fn a_shared_device_remembers_no_choices() {
        let shared = Shelf { device: Device::Shared, ..full() };
        let read = Shelf::read(&shared.write());
        assert_eq!(read, Shelf { journals: shared.journals.clone(), ..Shelf::default() });
        assert_eq!((read.minutes_of_rest(), full().minutes_of_rest()), (1, 2));
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
        shelf.remember(JournalMarks { name: "trestle-0af3".into(), sign: 0, words_made_by_us: false });
        assert!(!shelf.words_made_by_us("trestle-0af3"));
        assert_eq!(shelf.journals.len(), 1);
        shelf.remember(JournalMarks { name: "a|b".into(), sign: 0, words_made_by_us: true });
        assert_eq!(shelf.journals.len(), 1);
    }
}
