//! Which language is spoken: the one chosen, or the first of the device's that there is. The open shelf keeps a number,
//! never a name.

/// The languages by their numbers on the shelf, from 1 on; 0 is the device's. A number stands for its language for good.
const NUMBERED: [&str; 2] = ["en", "es"];

/// The language out of those `there` (never empty; the first speaks where no other fits). `wished` are the device's, the
/// dearest first: "es-MX" is content with "es".
#[must_use]
pub fn language_of<'there>(
    number: u8,
    wished: impl IntoIterator<Item: AsRef<str>>,
    there: &[&'there str],
) -> &'there str {
    let find = |tag: &str| there.iter().copied().find(|one| one.eq_ignore_ascii_case(tag));
    let chosen = usize::from(number).checked_sub(1).and_then(|at| NUMBERED.get(at));
    chosen
        .and_then(|tag| find(tag))
        .or_else(|| wished.into_iter().find_map(|tag| find(primary(tag.as_ref()))))
        .unwrap_or_else(|| there.first().copied().unwrap_or_default())
}

/// The number to keep for a language; 0 for one without a number.
#[must_use]
pub fn language_number(tag: &str) -> u8 {
    NUMBERED.iter().zip(1..).find_map(|(one, number)| (*one == tag).then_some(number)).unwrap_or_default()
}

fn primary(tag: &str) -> &str {
    tag.split(['-', '_']).next().unwrap_or(tag)
}

#[cfg(test)]
mod tests {
    use super::*;

    const BOTH: [&str; 2] = ["en", "es"];

    #[test]
    fn the_device_is_followed_until_somebody_chooses() {
        for (number, wished, expected) in [
            (0, &["es-MX", "en"][..], "es"),
            (0, &["ES"], "es"),
            (0, &["de-AT", "es-419"], "es"),
            (0, &["de", "fr"], "en"),
            (0, &["est"], "en"),
            (0, &[], "en"),
            (1, &["es"], "en"),
            (2, &["en"], "es"),
            (3, &["es"], "es"),
            (255, &[], "en"),
        ] {
            assert_eq!(language_of(number, wished, &BOTH), expected, "{number} {wished:?}");
        }
    }

    #[test]
    fn a_language_that_is_not_there_is_not_spoken() {
        assert_eq!(language_of(2, ["es"], &["ar"]), "ar");
    }

    #[test]
    fn a_number_leads_back_to_its_language() {
        for tag in BOTH {
            assert_eq!(language_of(language_number(tag), ["xx"], &BOTH), tag);
        }
        assert_eq!(language_number("ar"), 0);
    }
}
