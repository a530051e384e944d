//! The room: record a score, fill in a questionnaire, and each instrument over time as a table.

use journal::{Day, DayStart};
use keeper::protocol::support::scores::{Instrument, QuestionnaireWords, ResponseWords, ScoreWords};
use keeper::protocol::{OneKind, RowKind, Said};
use leptos::prelude::*;

use super::band::{about_words, band_short, score_words};
use super::known::{self, Known};
use crate::screen::browser::{clock, dates};
use crate::screen::components::{
    Table, back_row, boxed, button, failed, follow, group, heading, lead, nothing, own, plain, soft, table,
};
use crate::screen::contexts::{ScoresPlace, Screen, Screens, Seed, SupportPlace, expect_screens};
use crate::screen::pages::waiting::quiet;
use crate::screen::words::say;

/// One point of a line over time.
struct Point {
    second: i64,
    offset_min: i16,
    hundredths: i64,
    given_by: String,
}

/// The page.
pub fn home() -> AnyView {
    let (screens, known) = (expect_screens(), known::load());
    let record = move || screens.push(Screen::form(RowKind::Score, Seed::New));
    let take_in = move || screens.push(Screen::Support(SupportPlace::Scores(ScoresPlace::TakeIn)));
    let inside = follow(move || match known.get() {
        None => quiet(say!(app.opening)),
        Some(Err(failure)) => failed(failure),
        Some(Ok(known)) => group([questionnaires(screens, &known), over_time(&known)]),
    });
    group([
        back_row(move || screens.back()),
        heading(say!(support.scores)),
        lead(say!(scores.lead)),
        boxed(
            "actions",
            [
                button(say!(scores.record), record).main().piece(),
                button(say!(scores.take_in), take_in).piece(),
            ],
        ),
        inside,
    ])
}

fn questionnaires(screens: Screens, known: &Known) -> AnyView {
    if known.questionnaires.is_empty() {
        return nothing();
    }
    let each = known.questionnaires.iter().map(|(id, words)| one_questionnaire(screens, *id, words));
    let each: Vec<AnyView> = each.collect();
    view! {
        <section class="stack">
            <h2 class="card-title">{say!(scores.questionnaires)}</h2>
            {each}
        </section>
    }
    .into_any()
}

fn one_questionnaire(screens: Screens, id: [u8; 16], words: &QuestionnaireWords) -> AnyView {
    let response = begun(id, words);
    let fill = move || {
        let mut response = response.clone();
        let now = clock::local_now();
        response.put_moment(now.second, now.offset_min, now.zone);
        screens.push(Screen::form(RowKind::Response, Seed::From(Box::new(response.written()))));
    };
    let about = move || screens.push(Screen::form(RowKind::Questionnaire, Seed::Edit(id, 0)));
    let inside = [
        own("card-title", words.name.clone()),
        if words.publisher.is_empty() { nothing() } else { own("soft", words.publisher.clone()) },
        boxed(
            "actions",
            [
                button(say!(scores.fill_in), fill).piece(),
                button(say!(scores.about_it), about).quiet().piece(),
            ],
        ),
    ];
    boxed("card", inside)
}

/// Answers before the first one is given.
fn begun(id: [u8; 16], words: &QuestionnaireWords) -> ResponseWords {
    ResponseWords {
        name: words.name.clone(),
        questionnaire: Some(id),
        canonical: words.canonical.clone(),
        copyright: words.copyright.clone(),
        instrument: words.instrument,
        ..ResponseWords::default()
    }
}

/// A table for each instrument of which there is anything, in the order of the list, then others by name.
fn over_time(known: &Known) -> AnyView {
    let mut lines: Vec<(Instrument, String, Vec<Point>)> = Vec::new();
    let mut put = |instrument: Instrument, name: &str, point: Point| match lines
        .iter_mut()
        .find(|(known, named, _)| *known == instrument && named == name)
    {
        Some((_, _, points)) => points.push(point),
        None => lines.push((instrument, name.to_owned(), vec![point])),
    };
    for (_, score) in &known.scores {
        let (second, offset_min) = score.moment();
        let given_by = given_by(score);
        let Some(hundredths) = score.hundredths else { continue };
        put(score.instrument, score.called(), Point { second, offset_min, hundredths, given_by });
    }
    let kept: Vec<_> = known.scores.iter().filter_map(|(_, score)| score.response).collect();
    // Answers whose score is kept stand once.
    for (_, response) in known.responses.iter().filter(|(id, _)| !kept.contains(id)) {
        let (second, offset_min) = response.moment();
        let Some(hundredths) = response.hundredths else { continue };
        let name = response.instrument.about().map_or(response.name.as_str(), |about| about.name);
        let given_by = say!(scores.own_answers).to_owned();
        put(response.instrument, name, Point { second, offset_min, hundredths, given_by });
    }
    if lines.is_empty() {
        return plain(say!(scores.none));
    }
    lines.sort_by(|one, other| {
        let place = |one: &Instrument| (*one == Instrument::Other, *one);
        (place(&one.0), &one.1).cmp(&(place(&other.0), &other.1))
    });
    let each = lines.into_iter().map(|(instrument, name, points)| line(instrument, name, points));
    let each: Vec<AnyView> = each.collect();
    view! { <div class="stack">{each}{soft(say!(scores.no_diagnosis))}</div> }.into_any()
}

/// Who gave it, or that it comes of own answers.
fn given_by(score: &ScoreWords) -> String {
    match (score.given_by.as_str(), score.response) {
        ("", Some(_)) => say!(scores.own_answers).to_owned(),
        (given_by, _) => given_by.to_owned(),
    }
}

fn line(instrument: Instrument, name: String, mut points: Vec<Point>) -> AnyView {
    points.sort_by_key(|point| core::cmp::Reverse(point.second));
    let row = |point: Point| {
        let day = Day::of(point.second, point.offset_min, DayStart::Midnight).days();
        let band = band_short(instrument, point.hundredths);
        vec![dates::whole_day(day), score_words(point.hundredths), band, point.given_by]
    };
    let head = [say!(scores.day), say!(scores.score), say!(scores.band_head), say!(scores.given_by_head)];
    let rows = points.into_iter().map(row).collect();
    view! {
        <section class="stack">
            <h2 class="card-title" dir="auto">{name.clone()}</h2>
            {soft(about_words(instrument))}
            {table(name, Table { head: head.map(str::to_owned).into(), rows })}
        </section>
    }
    .into_any()
}
