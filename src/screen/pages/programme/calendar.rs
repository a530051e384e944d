//! A planned meeting as a calendar file that reveals nothing.

use keeper::protocol::support::programme::MeetingWords;
use leptos::prelude::*;
use rules::{Civil, OnDate, Reminder};

use crate::screen::browser::{clock, hand_over};
use crate::screen::components::{Typed, button, fold, numbered, problem_note, soft};
use crate::screen::contexts::expect_announcer;
use crate::screen::words::say;

/// Neutral, as the file says nothing of where it comes from.
const FILE_NAME: &str = "reminder.ics";

/// The fold with the words that the calendar will show.
pub fn calendar(at: usize, meeting: MeetingWords, day: i32) -> AnyView {
    let announcer = expect_announcer();
    let words = RwSignal::new(say!(reminders.words_first).to_owned());
    let problem = RwSignal::new(None::<&'static str>);
    let make = move || {
        let outcome = words.with_untracked(|words| hand_out(words.trim(), &meeting, day));
        problem.set(outcome.err());
        if outcome.is_ok() {
            announcer.say(say!(reminders.made));
        }
    };
    let field = Typed {
        id: numbered("calendar-words", at),
        label: say!(reminders.words),
        kind: "text",
        help: say!(reminders.words_help),
        value: words.get_untracked(),
        on_words: (move |typed| words.set(typed)).into(),
    };
    fold(
        say!(programme.calendar),
        [
            field.piece(),
            soft(say!(reminders.trace)),
            problem_note(move || problem.get()),
            button(say!(reminders.make), make).piece(),
        ],
    )
}

fn hand_out(words: &str, meeting: &MeetingWords, day: i32) -> Result<(), &'static str> {
    if words.is_empty() {
        return Err(say!(reminders.problem.words));
    }
    let now = clock::local_now();
    let (stamp, unique) = (Civil::at(now.second, 0), (js_sys::Math::random() * 9e15) as u64);
    let unique = unique.to_string();
    let file = match meeting.weekly {
        true => {
            let mut days = [false; 7];
            // 1970-01-01 was a Thursday.
            days[(day + 3).rem_euclid(7) as usize] = true;
            let clock = ((meeting.minute / 60) as u8, (meeting.minute % 60) as u8);
            Reminder { words: words.to_owned(), clock, days }.to_file(day, stamp, &unique)
        }
        false => {
            let when = Civil::at(i64::from(day) * 86_400 + i64::from(meeting.minute) * 60, 0);
            OnDate { words: words.to_owned(), when }.to_file(stamp, &unique)
        }
    };
    hand_over::text(&file, "text/calendar", FILE_NAME).ok_or(say!(reminders.problem.file))
}
