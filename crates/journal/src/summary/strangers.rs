//! Names, numbers and addresses in a text that look like somebody else's: flagged, never changed unseen. It leans on
//! capital letters and on words that stand before a name, so a language without capitals shows numbers, addresses and
//! known names alone.

use core::ops::Range;

/// Something to look at before it goes out.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Stranger {
    /// As it stands there.
    pub words: String,
    /// What it looks like.
    pub why: Why,
}

/// What something looks like.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Why {
    /// A name.
    Name,
    /// A telephone number, or another long one.
    Number,
    /// An address: a street, a mailbox, a page.
    Address,
}

/// Digits from which a run of them looks like somebody's number.
const DIGITS: usize = 6;
/// Words with a capital inside of a sentence that are nobody's name.
const NOT_NAMES: &[&str] = &[
    "I",
    "Monday",
    "Tuesday",
    "Wednesday",
    "Thursday",
    "Friday",
    "Saturday",
    "Sunday",
    "January",
    "February",
    "March",
    "April",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
    "Christmas",
    "Easter",
    "English",
    "OK",
    "TV",
    "AA",
    "NA",
    "SMART",
    "GP",
    "ER",
    "A&E",
    "Jan",
    "Feb",
    "Mar",
    "Apr",
    "Jun",
    "Jul",
    "Aug",
    "Sep",
    "Sept",
    "Oct",
    "Nov",
    "Dec",
];
/// After these, a word with a capital is a name wherever it stands.
const TITLES: &[&str] = &["dr", "mr", "mrs", "ms", "miss", "prof"];
/// Before these, a word with a capital at the beginning of a sentence is a name.
const AFTER_NAMES: &[&str] = &[
    "said", "says", "told", "came", "called", "rang", "texted", "asked", "is", "was", "has", "had", "and",
    "drinks", "drank", "used", "hit", "left", "thinks", "wants", "helped", "lives", "phoned", "knows",
];
/// Words that begin sentences before those and are nobody's name.
const BEGINNINGS: &[&str] = &[
    "It",
    "He",
    "She",
    "They",
    "We",
    "You",
    "This",
    "That",
    "There",
    "What",
    "Who",
    "Nothing",
    "Everything",
    "Everyone",
    "Somebody",
    "Someone",
    "Nobody",
    "Work",
    "Sleep",
    "Home",
    "Today",
    "Yesterday",
    "The",
    "My",
    "Mood",
    "Craving",
    "Urge",
    "Mum",
    "Dad",
    "Which",
    "Where",
    "How",
    "When",
    "One",
    "Life",
    "Drinking",
];
/// After a house number and a name, these make a street.
const STREETS: &[&str] = &[
    "street",
    "st",
    "road",
    "rd",
    "avenue",
    "ave",
    "lane",
    "ln",
    "drive",
    "close",
    "court",
    "square",
    "way",
    "place",
    "terrace",
    "boulevard",
    "blvd",
    "crescent",
];

/// All of it, each once. `known` are names of people that the journal knows: found wherever they stand.
///
/// ```
/// use journal::summary::{Why, strangers};
/// let found = strangers("Then Dave drove me to 14 Mill Road.", &[]);
/// assert_eq!(found[0].words, "Dave");
/// assert_eq!(found[1].why, Why::Address);
/// ```
#[must_use]
pub fn strangers(text: &str, known: &[String]) -> Vec<Stranger> {
    let mut found: Vec<Stranger> = Vec::new();
    let mut note = |words: &str, why| {
        let stranger = Stranger { words: words.to_owned(), why };
        if !found.contains(&stranger) {
            found.push(stranger);
        }
    };
    for name in known.iter().filter(|name| !name.is_empty()) {
        if whole_words(text, name).next().is_some() {
            note(name, Why::Name);
        }
    }
    let words: Vec<Word<'_>> = words_of(text).collect();
    let mut street_ends = 0;
    for (at, word) in words.iter().enumerate() {
        if let Some(range) = street(&words, at) {
            note(text[range.clone()].trim_end_matches(|end: char| !end.is_alphanumeric()), Why::Address);
            street_ends = range.end;
        } else if is_page(word.text) {
            note(word.text, Why::Address);
        } else if word.at >= street_ends && is_name(&words, at) {
            note(word.bare(), Why::Name);
        }
    }
    numbers(text).for_each(|number| note(number, Why::Number));
    found
}

/// The text with other names in the place of names, where these stand as whole words.
///
/// ```
/// use journal::summary::put_other_names;
/// let names = [("Will".to_owned(), "W.".to_owned())];
/// assert_eq!(put_other_names("Will said Willpower is what Will has.", &names), "W. said Willpower is what W. has.");
/// ```
#[must_use]
pub fn put_other_names(text: &str, names: &[(String, String)]) -> String {
    // The longest first, so that "Mary Ann" is not made of "Mary".
    let mut names: Vec<&(String, String)> = names.iter().filter(|(name, _)| !name.is_empty()).collect();
    names.sort_by_key(|(name, _)| core::cmp::Reverse(name.len()));
    let mut taken: Vec<(Range<usize>, &str)> = Vec::new();
    for (name, other) in names {
        for hit in whole_words(text, name) {
            if !taken.iter().any(|(range, _)| range.start < hit.end && hit.start < range.end) {
                taken.push((hit, other));
            }
        }
    }
    taken.sort_by_key(|(range, _)| range.start);
    let (mut replaced, mut done) = (String::with_capacity(text.len()), 0);
    for (range, other) in taken {
        replaced.push_str(&text[done..range.start]);
        replaced.push_str(other);
        done = range.end;
    }
    replaced.push_str(&text[done..]);
    replaced
}

/// Where a name stands as a whole word, in the case it is written in.
fn whole_words<'a>(text: &'a str, name: &'a str) -> impl Iterator<Item = Range<usize>> + 'a {
    let is_edge = |character: Option<char>| character.is_none_or(|character| !character.is_alphanumeric());
    text.match_indices(name).map(|(at, found)| at..at + found.len()).filter(move |range| {
        is_edge(text[..range.start].chars().next_back()) && is_edge(text[range.end..].chars().next())
    })
}

struct Word<'a> {
    at: usize,
    text: &'a str,
    begins: bool,
}

impl Word<'_> {
    /// Without what stands around its letters, and without an owner's 's.
    fn bare(&self) -> &str {
        let bare = self.text.trim_matches(|character: char| !character.is_alphanumeric());
        bare.strip_suffix("'s").or_else(|| bare.strip_suffix("’s")).unwrap_or(bare)
    }

    fn is_capital(&self) -> bool {
        let mut characters = self.bare().chars();
        let first = characters.next().is_some_and(char::is_uppercase);
        first && characters.next().is_some()
    }

    fn is_one_of(&self, words: &[&str]) -> bool {
        words.contains(&self.bare().to_lowercase().as_str())
    }
}

fn words_of(text: &str) -> impl Iterator<Item = Word<'_>> {
    let mut begins = true;
    let mut at = 0;
    text.split_inclusive(char::is_whitespace).filter_map(move |piece| {
        let (start, word) = (at, piece.trim_end());
        at += piece.len();
        if word.is_empty() {
            begins |= piece.contains('\n');
            return None;
        }
        let found = Word { at: start, text: word, begins };
        let ends = word.trim_end_matches(['"', '”', '’', ')']).ends_with(['.', '!', '?', ':', '–', '•', '-']);
        let is_title = found.is_one_of(TITLES);
        begins = (ends && !is_title) || piece.contains('\n');
        Some(found)
    })
}

fn is_name(words: &[Word<'_>], at: usize) -> bool {
    let word = &words[at];
    let is_me = word.bare().starts_with("I'") || word.bare().starts_with("I’");
    let is_known = is_me || word.is_one_of(TITLES) || NOT_NAMES.contains(&word.bare());
    if !word.is_capital() || is_known || word.bare().contains(char::is_numeric) {
        return false;
    }
    let before = at.checked_sub(1).and_then(|before| words.get(before));
    if !word.begins {
        return true;
    }
    let introduced = before.is_some_and(|before| before.is_one_of(TITLES));
    let owns = word.text.contains("'s") || word.text.contains("’s");
    let acts = words.get(at + 1).is_some_and(|after| !after.begins && after.is_one_of(AFTER_NAMES));
    introduced || ((owns || acts) && !BEGINNINGS.contains(&word.bare()))
}

/// A mailbox, a page, or a name of one of the networks.
fn is_page(word: &str) -> bool {
    let word = word.trim_matches(|character: char| !character.is_alphanumeric() && character != '@');
    let dotted = |part: &str| part.split_once('.').is_some_and(|(a, b)| !a.is_empty() && b.len() > 1);
    let mailbox =
        word.split_once('@').is_some_and(|(_, host)| dotted(host) || word.starts_with('@') && host.len() > 1);
    mailbox || word.contains("://") || word.to_lowercase().starts_with("www.")
}

/// A house number, up to three words with a capital, and a word for a street.
fn street(words: &[Word<'_>], at: usize) -> Option<Range<usize>> {
    let is_number = words[at].bare().chars().next().is_some_and(char::is_numeric);
    if !is_number {
        return None;
    }
    let last = (at + 2..=at + 4).find(|last| {
        let between = words.get(at + 1..*last).unwrap_or_default();
        let named = !between.is_empty() && between.iter().all(Word::is_capital);
        named && words.get(*last).is_some_and(|word| word.is_one_of(STREETS))
    })?;
    Some(words[at].at..words[last].at + words[last].text.len())
}

/// Runs of digits, with what stands between the groups of a telephone number.
fn numbers(text: &str) -> impl Iterator<Item = &str> {
    let is_part = |character: char| character.is_numeric() || " +-()./\u{a0}".contains(character);
    text.split(move |character: char| !is_part(character)).filter_map(|run| {
        let run = run.trim_matches(|character: char| !character.is_numeric() && character != '+');
        let digits = run.chars().filter(|character| character.is_numeric()).count();
        let is_date = digits == 8 && run.matches(['-', '/', '.']).count() == 2;
        (digits >= DIGITS && !is_date).then_some(run)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<(String, Why)> {
        strangers(text, &["Hope".into()]).into_iter().map(|one| (one.words, one.why)).collect()
    }

    #[test]
    fn what_looks_like_somebody_elses_is_flagged() {
        for (text, expected) in [
            ("", vec![]),
            ("I slept badly. Work was loud.", vec![]),
            ("On Monday I went to AA in March.", vec![]),
            ("25 Nov: Today I'm fine and I’ve slept.", vec![]),
            ("My sister Anna came by.", vec![("Anna", Why::Name)]),
            ("Will said no. I will go.", vec![("Will", Why::Name)]),
            ("I have hope. Hope is in it.", vec![("Hope", Why::Name)]),
            ("Saw Dr. Patel", vec![("Patel", Why::Name)]),
            ("Dave's flat", vec![("Dave", Why::Name)]),
            ("call 07700 900 123 now", vec![("07700 900 123", Why::Number)]),
            ("on 2026-11-24, 8 of 10", vec![]),
            ("write to jo.b@example.org", vec![("jo.b@example.org", Why::Address)]),
            ("at 221 Baker Street, upstairs", vec![("221 Baker Street", Why::Address)]),
            ("اتصل بي على 0501234567", vec![("0501234567", Why::Number)]),
        ] {
            let mut expected: Vec<(String, Why)> =
                expected.into_iter().map(|(words, why)| (words.to_owned(), why)).collect();
            let mut found = found(text);
            expected.sort();
            found.sort();
            assert_eq!(found, expected, "{text}");
        }
    }

    #[test]
    fn other_names_stand_for_whole_words_alone_and_the_longest_wins() {
        let names: Vec<(String, String)> = [("Mary", "M."), ("Mary Ann", "A."), ("Zoë", "Z.")]
            .map(|(name, other)| (name.to_owned(), other.to_owned()))
            .to_vec();
        for (text, expected) in [
            ("Mary Ann and Mary", "A. and M."),
            ("Maryland", "Maryland"),
            ("(Zoë)", "(Z.)"),
            ("mary", "mary"),
        ] {
            assert_eq!(put_other_names(text, &names), expected);
        }
    }
}
