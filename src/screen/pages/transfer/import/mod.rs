//! Import: one button, any file that is known. What is in it is told first; then the person chooses, and everything comes
//! in one step.

mod bring;
mod course;
mod moods;
mod words;

use exchange::porter::{Found, KindFound};
use leptos::prelude::*;

use course::{Course, Step, Tally};
use moods::moods;

use super::kinds::kind_name;
use crate::screen::browser::dates;
use crate::screen::components::{
    Many, back_row, boxed, busy, button, fold, follow, group, heading, lead, nothing, plain, soft, title,
};
use crate::screen::contexts::{Screen, expect_announcer, expect_screens};
use crate::screen::keeper_link::Progress;
use crate::screen::pages::backup::failure_words;
use crate::screen::pages::chooser::chooser;
use crate::screen::words::say;
use keeper::protocol::Stage;

/// The page.
pub(super) fn import() -> AnyView {
    let screens = expect_screens();
    let course = Course::new();
    let announcer = expect_announcer();
    Effect::new(move || {
        if matches!(course.step.get(), Step::Done(_)) {
            announcer.say(say!(transfer.imported));
        }
    });
    let body = follow(move || match course.step.get() {
        Step::Choose => choose(course, nothing()),
        Step::Looking => waiting(course, say!(transfer.looking)),
        Step::Found(found, here) => told(course, &found, here),
        Step::Bringing => waiting(course, say!(transfer.bringing)),
        Step::Done(tally) => done(course, tally),
        Step::Undone => choose(course, plain(say!(transfer.undone))),
        Step::Refused(refused) => {
            let (what, help) = words::refused(&refused);
            choose(course, notice(what, help))
        }
        Step::Gone => choose(course, notice(say!(transfer.gone).to_owned(), say!(transfer.help.parts))),
        Step::Failed(failure) => choose(course, failure_words(failure)),
    });
    group([back_row(move || screens.back()), heading(say!(transfer.import_name)), body])
}

fn notice(what: String, help: &'static str) -> AnyView {
    let inside = boxed("notice-body", [title(what), plain(help)]);
    view! { <div class="live" role="alert"><div class="notice notice-decision">{inside}</div></div> }
        .into_any()
}

/// The one button. A file is chosen in the browser's own window.
fn choose(course: Course, before: AnyView) -> AnyView {
    let chooser = chooser(say!(transfer.choose_file), move |file| course.look(&file));
    boxed(
        "stack",
        [lead(say!(transfer.import_lead)), before, soft(say!(transfer.programs)), chooser.main().piece()],
    )
}

fn waiting(course: Course, words: &'static str) -> AnyView {
    let progress = move || {
        let known = course.progress.get();
        known.map(|(done, total)| Progress { stage: Stage::Reading, done, total })
    };
    let share = follow(move || match course.progress.get() {
        Some((done, total)) if total > 0 => {
            soft(say!(transfer.share, done = dates::number(done), total = dates::number(total)))
        }
        _ => nothing(),
    });
    boxed("stack", [busy(words, progress, move || course.stop()), share])
}

/// What is in the file, and what is to come of it.
fn told(course: Course, found: &Found, here: u32) -> AnyView {
    let program = words::program(found.program);
    let here_words = match here {
        0 => nothing(),
        here => plain(say!(transfer.here, count = dates::number(here))),
    };
    let span = match (found.first_s, found.last_s) {
        (Some(first), Some(last)) => plain(say!(transfer.span, first = day(first), last = day(last))),
        _ => nothing(),
    };
    boxed(
        "stack",
        [
            lead(say!(transfer.found, program = program.to_owned())),
            counts(&found.kinds),
            span,
            here_words,
            kinds(course, &found.kinds),
            media(course, found.media),
            moods(course, found),
            warnings(found),
            plain(say!(transfer.one_step)),
            button(say!(transfer.bring), move || course.bring()).main().piece(),
            button(say!(app.cancel), move || course.stop()).piece(),
        ],
    )
}

fn counts(kinds: &[KindFound]) -> AnyView {
    let rows = kinds.iter().map(|kind| {
        let words = say!(
            transfer.kind_count,
            count = dates::number(kind.records),
            kind = kind_name(kind.kind).to_owned()
        );
        view! { <li>{words}</li> }.into_any()
    });
    let rows: Vec<AnyView> = rows.collect();
    view! { <ul class="transfer-list">{rows}</ul> }.into_any()
}

/// Which kinds come, where there are several.
fn kinds(course: Course, kinds: &[KindFound]) -> AnyView {
    if kinds.len() < 2 {
        return nothing();
    }
    let numbers: Vec<u8> = kinds.iter().map(|kind| kind.kind).collect();
    let (shown, toggled) = (numbers.clone(), numbers.clone());
    Many {
        id: "import-kinds",
        label: say!(transfer.take),
        choices: numbers.iter().map(|kind| kind_name(*kind).to_owned()).collect(),
        chosen: (move || {
            let taken = |at: &usize| course.chosen.with(|chosen| !chosen.without.contains(&shown[*at]));
            (0..shown.len()).filter(taken).collect::<Vec<_>>()
        })
        .into(),
        on_toggle: (move |at: usize| {
            let kind = toggled[at];
            course.chosen.update(|chosen| match chosen.without.iter().position(|known| *known == kind) {
                Some(at) => drop(chosen.without.remove(at)),
                None => chosen.without.push(kind),
            });
        })
        .into(),
    }
    .piece()
}

fn media(course: Course, count: u32) -> AnyView {
    if count == 0 {
        return nothing();
    }
    let toggle = move || course.chosen.update(|chosen| chosen.media = !chosen.media);
    let take = button(say!(transfer.take_media), toggle);
    let take = take.pressed_while(move || course.chosen.with(|chosen| chosen.media)).piece();
    boxed("stack", [plain(say!(transfer.media, count = dates::number(count))), take])
}

fn warnings(found: &Found) -> AnyView {
    if found.warnings.is_empty() {
        return nothing();
    }
    let rows: Vec<AnyView> = found
        .warnings
        .iter()
        .map(|warning| view! { <li dir="auto">{words::warning(warning)}</li> }.into_any())
        .collect();
    let more = match found.more_warnings {
        0 => nothing(),
        more => soft(say!(transfer.more_warnings, count = dates::number(more))),
    };
    let list = view! { <ul class="transfer-list">{rows}</ul> };
    fold(say!(transfer.warnings), [list.into_any(), more])
}

fn done(course: Course, tally: Tally) -> AnyView {
    let screens = expect_screens();
    let line = |count: u32, words: String| if count == 0 { nothing() } else { plain(words) };
    let Tally { new, here, left, media_left } = tally;
    let undo = match new {
        0 => nothing(),
        _ => boxed(
            "stack",
            [soft(say!(transfer.undo_lead)), button(say!(entry.undo), move || course.undo()).piece()],
        ),
    };
    boxed(
        "stack",
        [
            lead(say!(transfer.imported)),
            plain(say!(transfer.came, count = dates::number(new))),
            line(here, say!(transfer.stayed, count = dates::number(here))),
            line(left, say!(transfer.left, count = dates::number(left))),
            line(media_left, say!(transfer.media_left, count = dates::number(media_left))),
            soft(say!(transfer.file_stays)),
            button(say!(transfer.to_journal), move || screens.to_room(Screen::Journal)).main().piece(),
            undo,
        ],
    )
}

fn day(at_s: i64) -> String {
    dates::whole_day(at_s.div_euclid(86_400) as i32)
}
