//! A reminder as a calendar file: neutral words of the person's choosing, at a time of day, on some days of the week.
//! iCalendar (RFC 5545): one event in floating local time that repeats, with an alarm.

use crate::Civil;

/// Most bytes of a content line before it is folded (RFC 5545, section 3.1).
const LINE_BYTES: usize = 75;
const DAYS: [&str; 7] = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];

/// What the calendar is to say, and when.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Reminder {
    /// The words the calendar shows.
    pub words: String,
    /// Hour and minute of the day.
    pub clock: (u8, u8),
    /// Days of the week, Monday first; none of them means every day.
    pub days: [bool; 7],
}

impl Reminder {
    /// The file: lines end in CR LF. It begins on the first of its days from `today` on (days since 1970-01-01);
    /// `stamp` is now in UTC, and `unique` names the event, so that a calendar does not take two for one.
    #[must_use]
    pub fn to_file(&self, today: i32, stamp: Civil, unique: &str) -> String {
        let day = (0..7).map(|ahead| today + ahead).find(|day| self.falls_on(*day)).unwrap_or(today);
        let chosen: Vec<&str> =
            DAYS.iter().zip(self.days).filter_map(|(name, on)| on.then_some(*name)).collect();
        let rule = match chosen.len() {
            0 | 7 => "RRULE:FREQ=DAILY".to_owned(),
            _ => "RRULE:FREQ=WEEKLY;BYDAY=".to_owned() + &chosen.join(","),
        };
        self.event(day, Some(rule), stamp, unique)
    }

    /// The same for that one day, whatever its days are.
    #[must_use]
    pub fn to_file_once(&self, day: i32, stamp: Civil, unique: &str) -> String {
        self.event(day, None, stamp, unique)
    }

    fn event(&self, day: i32, rule: Option<String>, stamp: Civil, unique: &str) -> String {
        let first = Civil::at(i64::from(day) * 86_400, 0);
        let date = |civil: Civil| civil.date_value().replace('-', "");
        let clock = format!("{:02}{:02}00", self.clock.0, self.clock.1);
        let words = escaped(self.words.trim());
        let stamp = format!("{}T{}00Z", date(stamp), stamp.clock_value().replace(':', ""));
        let before = [
            "BEGIN:VCALENDAR".to_owned(),
            "VERSION:2.0".to_owned(),
            "PRODID:-//calendar//EN".to_owned(),
            "BEGIN:VEVENT".to_owned(),
            "UID:".to_owned() + unique,
            "DTSTAMP:".to_owned() + &stamp,
            format!("DTSTART:{}T{clock}", date(first)),
            "DURATION:PT5M".to_owned(),
        ];
        let after = [
            "SUMMARY:".to_owned() + &words,
            "TRANSP:TRANSPARENT".to_owned(),
            "BEGIN:VALARM".to_owned(),
            "ACTION:DISPLAY".to_owned(),
            "TRIGGER:PT0S".to_owned(),
            "DESCRIPTION:".to_owned() + &words,
            "END:VALARM".to_owned(),
            "END:VEVENT".to_owned(),
            "END:VCALENDAR".to_owned(),
        ];
        before.into_iter().chain(rule).chain(after).map(|line| folded(&line)).collect()
    }

    fn falls_on(&self, day: i32) -> bool {
        // 1970-01-01 was a Thursday.
        self.days == [false; 7] || self.days[(day + 3).rem_euclid(7) as usize]
    }
}

/// Text as a value (section 3.3.11).
fn escaped(words: &str) -> String {
    let mut text = String::with_capacity(words.len());
    for letter in words.chars() {
        match letter {
            '\\' | ';' | ',' => text.extend(['\\', letter]),
            '\n' => text.push_str("\\n"),
            letter if letter.is_control() => {}
            letter => text.push(letter),
        }
    }
    text
}

/// A line with its end, divided between characters where it is too long.
fn folded(line: &str) -> String {
    let mut out = String::with_capacity(line.len() + 4);
    let mut bytes = 0;
    for letter in line.chars() {
        if bytes + letter.len_utf8() > LINE_BYTES {
            out.push_str("\r\n ");
            bytes = 1;
        }
        out.push(letter);
        bytes += letter.len_utf8();
    }
    out + "\r\n"
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOW: Civil = Civil { year: 2026, month: 11, day: 24, hour: 20, minute: 5 };
    /// 2026-11-24, a Tuesday.
    const TODAY: i32 = 20_781;

    fn file(words: &str, days: [bool; 7]) -> String {
        Reminder { words: words.into(), clock: (7, 5), days }.to_file(TODAY, NOW, "u-1")
    }

    #[test]
    fn a_file_is_what_the_standard_asks() {
        let expected = [
            "BEGIN:VCALENDAR",
            "VERSION:2.0",
            "PRODID:-//calendar//EN",
            "BEGIN:VEVENT",
            "UID:u-1",
            "DTSTAMP:20261124T200500Z",
            "DTSTART:20261124T070500",
            "DURATION:PT5M",
            "RRULE:FREQ=DAILY",
            "SUMMARY:Water the plants",
            "TRANSP:TRANSPARENT",
            "BEGIN:VALARM",
            "ACTION:DISPLAY",
            "TRIGGER:PT0S",
            "DESCRIPTION:Water the plants",
            "END:VALARM",
            "END:VEVENT",
            "END:VCALENDAR",
            "",
        ];
        assert_eq!(file(" Water the plants ", [false; 7]), expected.join("\r\n"));
    }

    #[test]
    fn chosen_days_begin_on_the_next_of_them() {
        let mut days = [false; 7];
        (days[0], days[3]) = (true, true);
        let text = file("x", days);
        assert!(text.contains("RRULE:FREQ=WEEKLY;BYDAY=MO,TH\r\n"));
        assert!(text.contains("DTSTART:20261126T070500\r\n"), "the Thursday after that Tuesday: {text}");
        assert!(file("x", [true; 7]).contains("RRULE:FREQ=DAILY\r\n"));
    }

    #[test]
    fn for_one_day_nothing_repeats() {
        let reminder = Reminder { words: "x".into(), clock: (7, 5), days: [true; 7] };
        let text = reminder.to_file_once(TODAY + 2, NOW, "u-1");
        assert!(text.contains("DTSTART:20261126T070500\r\n") && !text.contains("RRULE"), "{text}");
        let every_day = reminder.to_file(TODAY + 2, NOW, "u-1");
        assert_eq!(every_day.replace("RRULE:FREQ=DAILY\r\n", ""), text);
    }

    #[test]
    fn nothing_in_the_words_becomes_a_line_of_its_own_and_long_ones_are_folded() {
        let text = file("a,b;c\\d\nEND:VEVENT\r\u{7}", [false; 7]);
        assert!(text.contains("SUMMARY:a\\,b\\;c\\\\d\\nEND:VEVENT\r\n"), "{text}");
        let text = file(&"ü".repeat(100), [false; 7]);
        assert!(text.split("\r\n").all(|line| line.len() <= LINE_BYTES));
        assert!(text.replace("\r\n ", "").contains(&("SUMMARY:".to_owned() + &"ü".repeat(100))));
    }

    /// No word of the app is in it.
    #[test]
    fn it_names_nobody() {
        let text = file("x", [false; 7]).to_lowercase();
        assert!(!text.contains("trestle") && !text.contains("journal"));
    }
}
