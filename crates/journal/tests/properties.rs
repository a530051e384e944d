//! Properties of entries and of search over anything that can be written.
#![expect(clippy::unwrap_used, reason = "tests")]

use journal::{Day, Entry, Mood, Query, Tags, Words, fold};
use proptest::collection::vec;
use proptest::prelude::*;

prop_compose! {
    fn words()(
        title in ".{0,40}", text in "(?s).{0,400}", mood in proptest::option::of(0u8..=10),
        tags in vec("\\PC{0,12}", 0..6), happened_at_s: i64, offset_min: i16, zone in "[A-Za-z_/]{0,20}",
    ) -> Words {
        let mood = mood.and_then(|number| Mood::new(number).ok());
        Words { title, text, mood, tags: Tags::new(tags).unwrap(), happened_at_s, offset_min, zone, ..Words::default() }
    }
}

/// A wording of up to 150 KB, so that the bound in bytes is met as often as the bound in number.
fn long_words() -> impl Strategy<Value = Words> {
    (words(), 0usize..150_000).prop_map(|(words, length)| Words { text: "\"x".repeat(length / 2), ..words })
}

proptest! {
    #[test]
    fn what_is_written_is_read_again(words in words(), revised in words(), now_ms: u64) {
        let entry = Entry::new(words.clone()).unwrap();
        prop_assert_eq!(entry.words(), &words);
        let entry = entry.revise(revised, now_ms).unwrap();
        prop_assert_eq!(Entry::from_body(Entry::SCHEMA, &entry.to_body()), Ok(entry));
    }

    #[test]
    fn unknown_fields_stay_through_any_edits(
        name in "new_[a-z]{0,8}", value in "[a-z]{0,8}", edits in vec(words(), 0..8),
    ) {
        let mut body = String::from_utf8(Entry::new(Words::default()).unwrap().to_body()).unwrap();
        let field = format!("\"{name}\":{{\"v\":\"{value}\",\"n\":0.10000000000000000001}}");
        body.insert_str(body.len() - 1, &format!(",{field}"));
        let mut entry = Entry::from_body(1, body.as_bytes()).unwrap();
        for words in edits {
            entry = entry.revise(words, 5).unwrap();
        }
        prop_assert!(String::from_utf8(entry.to_body()).unwrap().contains(&field));
    }

    #[test]
    fn any_bytes_are_read_without_a_panic(body in vec(any::<u8>(), 0..200), schema in 0u16..3) {
        let _ = Entry::from_body(schema, &body);
    }

    #[test]
    fn lists_show_at_most_64_bytes_and_140_characters(words in words()) {
        prop_assert!(words.list_title().len() <= 64);
        prop_assert!(words.preview().chars().count() <= 140);
    }

    #[test]
    fn a_text_with_its_hits_marked_is_the_text(text in "(?s).{0,60}", typed in "(?s).{0,8}") {
        let pieces = journal::marked(&text, &typed);
        prop_assert_eq!(pieces.iter().map(|(words, _)| *words).collect::<String>(), text.as_str());
        prop_assert!(pieces.iter().all(|(words, _)| !words.is_empty()));
        prop_assert!(pieces.windows(2).all(|pair| pair[0].1 != pair[1].1));
    }

    #[test]
    fn folding_twice_changes_nothing(text in "(?s).{0,200}") {
        let folded = fold(&text);
        prop_assert_eq!(fold(&folded), folded);
    }

    #[test]
    fn every_word_of_a_text_finds_it(text in "(?s).{0,80}") {
        let folded = fold(&text);
        for word in text.split_whitespace() {
            prop_assert!(Query::parse(word).matches(&folded), "{}", word);
        }
    }

    #[test]
    fn days_and_dates_are_one_to_one(days in Day::MIN.days()..=Day::MAX.days()) {
        let (year, month, day) = Day::new(days).unwrap().civil();
        prop_assert_eq!(Day::from_civil(year, month, day).map(Day::days), Ok(days));
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]

    #[test]
    fn earlier_wordings_are_the_last_ones_that_fit(edits in vec(long_words(), 1..9)) {
        let mut entry = Entry::new(edits[0].clone()).unwrap();
        for (now_ms, words) in edits.iter().enumerate().skip(1) {
            entry = entry.revise(words.clone(), now_ms as u64).unwrap();
        }
        let earlier = entry.earlier();
        let bytes: usize = earlier.iter().map(|wording| serde_json::to_vec(wording).unwrap().len()).sum();
        prop_assert!(earlier.len() <= 5 && bytes <= 256 * 1024);
        let replaced: Vec<&Words> = edits[..edits.len() - 1].iter().collect();
        let last = &replaced[replaced.len() - earlier.len()..];
        for (wording, words) in earlier.iter().zip(last) {
            prop_assert_eq!((&wording.title, &wording.text, &wording.tags), (&words.title, &words.text, &words.tags));
        }
        // One more would have broken a bound.
        if let Some(next) = replaced.len().checked_sub(earlier.len() + 1) {
            prop_assert!(earlier.len() == 5 || bytes + replaced[next].text.len() * 3 / 2 > 200 * 1024);
        }
    }
}
