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
        let first = Civil::at(i64::from(day) * 86_400, 0);
        let clock = format!("{:02}{:02}00", self.clock.0, self.clock.1);
        let chosen: Vec<&str> =
            DAYS.iter().zip(self.days).filter_map(|(name, on)| on.then_some(*name)).collect();
        let rule = match chosen.len() {
            0 | 7 => "RRULE:FREQ=DAILY".to_owned(),
            _ => "RRULE:FREQ=WEEKLY;BYDAY=".to_owned() + &chosen.join(","),
        };
        let when = vec![format!("DTSTART:{}T{clock}", date(first)), "DURATION:PT5M".to_owned(), rule];
        file((stamp, unique), when, &self.words, "PT0S")
    }

    fn falls_on(&self, day: i32) -> bool {
        // 1970-01-01 was a Thursday.
        self.days == [false; 7] || self.days[(day + 3).rem_euclid(7) as usize]
    }
}

/// One event on one date, an hour long, with an alarm an hour before.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct OnDate {
    /// The words the calendar shows.
    pub words: String,
    /// When it begins, as the clock there shows it.
    pub when: Civil,
}

impl OnDate {
    /// The file: lines end in CR LF. `stamp` is now in UTC, and `unique` names the event.
    #[must_use]
    pub fn to_file(&self, stamp: Civil, unique: &str) -> String {
        let clock = self.when.clock_value().replace(':', "");
        let when = vec![format!("DTSTART:{}T{clock}00", date(self.when)), "DURATION:PT1H".to_owned()];
        file((stamp, unique), when, &self.words, "-PT1H")
    }
}

/// A calendar of one event.
fn file((stamp, unique): (Civil, &str), when: Vec<String>, words: &str, alarm: &str) -> String {
    let words = escaped(words.trim());
    let stamp = format!("{}T{}00Z", date(stamp), stamp.clock_value().replace(':', ""));
    let mut lines = vec![
        "BEGIN:VCALENDAR".to_owned(),
        "VERSION:2.0".to_owned(),
        "PRODID:-//calendar//EN".to_owned(),
        "BEGIN:VEVENT".to_owned(),
        "UID:".to_owned() + unique,
        "DTSTAMP:".to_owned() + &stamp,
    ];
    lines.extend(when);
    lines.extend([
        "SUMMARY:".to_owned() + &words,
        "TRANSP:TRANSPARENT".to_owned(),
        "BEGIN:VALARM".to_owned(),
        "ACTION:DISPLAY".to_owned(),
        "TRIGGER:".to_owned() + alarm,
        "DESCRIPTION:".to_owned() + &words,
        "END:VALARM".to_owned(),
        "END:VEVENT".to_owned(),
        "END:VCALENDAR".to_owned(),
    ]);
    lines.iter().map(|line| folded(line)).collect()
}

fn date(civil: Civil) -> String {
    civil.date_value().replace('-', "")
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
    fn nothing_in_the_words_becomes_a_line_of_its_own_and_long_ones_are_folded() {
        let text = file("a,b;c\\d\nEND:VEVENT\r\u{7}", [false; 7]);
        assert!(text.contains("SUMMARY:a\\,b\\;c\\\\d\\nEND:VEVENT\r\n"), "{text}");
        let text = file(&"ü".repeat(100), [false; 7]);
        assert!(text.split("\r\n").all(|line| line.len() <= LINE_BYTES));
        assert!(text.replace("\r\n ", "").contains(&("SUMMARY:".to_owned() + &"ü".repeat(100))));
    }

    #[test]
    fn an_event_on_one_date_does_not_repeat_and_rings_before_it() {
        let event = OnDate { words: "Errand, 2".into(), when: Civil { day: 25, hour: 9, ..NOW } };
        let text = event.to_file(NOW, "u-2");
        for line in
            ["DTSTART:20261125T090500", "DURATION:PT1H", "SUMMARY:Errand\\, 2", "TRIGGER:-PT1H", "UID:u-2"]
        {
            assert!(text.contains(&(line.to_owned() + "\r\n")), "{line} in {text}");
        }
        assert!(!text.contains("RRULE"));
    }

    /// No word of the app is in it.
    #[test]
    fn it_names_nobody() {
        let text = file("x", [false; 7]).to_lowercase();
        assert!(!text.contains("trestle") && !text.contains("journal"));
    }
}
