//! Journals in memory: the card that says so on Today, and the made-up pages of "Look around".

use keeper::protocol::{Id, Written};
use leptos::prelude::*;
use rules::{Here, MadeUpTable, MadeUpWords, ProgrammeWords};

use super::made_up_sheets::sheets;
use crate::screen::browser::clock;
use crate::screen::components::{button, card, plain};
use crate::screen::contexts::{BackupPlace, Screen, expect_screens};
use crate::screen::session::expect_session;
use crate::screen::words::say;

/// Says that nothing of this journal rests anywhere, and how it ends.
pub fn in_memory_card() -> AnyView {
    let (session, screens) = (expect_session(), expect_screens());
    if session.is_looking_around_now() {
        let end = button(say!(today.look_around_end), move || session.end_for_good()).piece();
        return card("in-memory", say!(today.look_around_title), [plain(say!(today.look_around)), end]);
    }
    let end =
        button(say!(today.borrowed_end), move || screens.push(Screen::Backup(BackupPlace::Ending))).piece();
    card("in-memory", say!(today.borrowed_title), [plain(say!(today.borrowed)), end])
}

/// The made-up journal, as of now.
pub fn made_up() -> Vec<(Id, Written)> {
    let now = clock::local_now();
    let here = Here { now_s: now.second, offset_min: now.offset_min, zone: now.zone };
    let mut all = rules::made_up(&here, &words());
    all.extend(rules::made_up_programme(&here, &programme_words()));
    all
}

macro_rules! lines {
    ($($key:ident),+ $(,)?) => {
        [$(say!(made_up.$key).to_owned()),+]
    };
}

fn words() -> MadeUpWords {
    let entry = |title: &str, text: &str, tag: &str| (title.to_owned(), text.to_owned(), tag.to_owned());
    let [sleep, people, morning, work] = lines!(tag_sleep, tag_people, tag_morning, tag_work);
    MadeUpWords {
        entries: vec![
            entry(say!(made_up.first_title), say!(made_up.first), &sleep),
            entry(say!(made_up.second_title), say!(made_up.second), &people),
            entry(say!(made_up.third_title), say!(made_up.third), &morning),
            entry(say!(made_up.fourth_title), say!(made_up.fourth), &work),
            entry(say!(made_up.fifth_title), say!(made_up.fifth), &people),
            entry(say!(made_up.sixth_title), say!(made_up.sixth), &sleep),
            entry(say!(made_up.seventh_title), say!(made_up.seventh), &people),
            entry(say!(made_up.eighth_title), say!(made_up.eighth), &morning),
        ],
        urges: lines!(urge, urge_again, urge_3, urge_4, urge_5, urge_6, urge_7, urge_8).into(),
        to_next: lines!(next, next_2, next_3).into(),
        days: lines!(day, day_2, day_3, day_4, day_5).into(),
        coping: (say!(made_up.walk).to_owned(), say!(made_up.call).to_owned()),
        reasons: lines!(reason_why, reason_loved, reason_strength, reason_returned),
        goal: (say!(made_up.goal).to_owned(), say!(made_up.goal_why).to_owned()),
        back: lines!(back, back_different, back_still, back_next),
        ruler: say!(made_up.ruler).to_owned(),
        medicine: (say!(made_up.medicine).to_owned(), say!(made_up.label).to_owned()),
        appointment: lines!(with_whom, purpose, question),
        outcome: say!(made_up.outcome).to_owned(),
        sheets: sheets(),
        table: table_words(),
    }
}

fn programme_words() -> ProgrammeWords {
    ProgrammeWords {
        routines: lines!(routine, routine_2),
        meeting: lines!(meeting, meeting_place),
        takeaways: lines!(takeaway, takeaway_2, takeaway_3).into(),
        promises: lines!(promise, promise_whom, promise_2, promise_2_whom),
        task: lines!(task, task_goal, task_next),
        guidance: lines!(guidance, guidance_practice, guidance_service, guidance_meaning),
    }
}

fn table_words() -> MadeUpTable {
    let [own_leg, place, stance] = lines!(table_own, table_place, table_stance);
    MadeUpTable {
        own_leg,
        place,
        stance,
        people: lines!(table_peer, table_relative, table_therapist),
        boundary: lines!(table_limit, table_say, table_act),
        look: lines!(table_strong, table_missing, table_listens),
    }
}
