//! The detox diary: danger signs and whom to call on top, then the days. Nothing is added up.

use keeper::protocol::support::medical::{DetoxPart, DetoxWords};
use keeper::protocol::{Failure, OneKind, RowKind};
use leptos::prelude::*;

use super::known::{Known, all, shown, watched};
use super::names::near_day;
use super::phone::phone;
use crate::screen::browser::clock;
use crate::screen::browser::help_now::{self, Topic};
use crate::screen::components::{
    back_row, boxed, button, card, group, heading, lead, nothing, notice, plain, span,
};
use crate::screen::contexts::{MedicalPlace, Screen, Seed, SupportPlace, expect_choices, expect_screens};
use crate::screen::keeper_link::Keeper;
use crate::screen::pages::writing::Fields;
use crate::screen::words::say;

type Page = Known<DetoxWords>;

/// The diary.
pub fn detox() -> AnyView {
    let screens = expect_screens();
    let found = watched(ask);
    group([
        back_row(move || screens.back()),
        heading(say!(medical.detox)),
        signs(),
        lead(say!(medical.diary.lead)),
        shown(found, pages),
    ])
}

/// What needs help at once.
fn signs() -> AnyView {
    let help = button(say!(medical.safety.detox_help), || help_now::open(Topic::Ill)).piece();
    notice([plain(say!(medical.safety.detox_signs)), plain(say!(medical.safety.detox_more)), help])
}

/// All its pages, newest first.
///
/// # Errors
/// The keeper's.
pub async fn ask(keeper: Keeper) -> Result<Vec<Page>, Failure> {
    all(keeper).await
}

fn pages(mut all: Vec<Page>) -> AnyView {
    let screens = expect_screens();
    let today = expect_choices().today();
    let before = all.iter().find(|page| page.words.part == DetoxPart::Before).map(|page| page.words.clone());
    all.retain(|page| page.words.part == DetoxPart::Day);
    all.sort_by_key(|page| core::cmp::Reverse((page.words.day, page.words.happened_at_s)));
    let of_today = all.iter().find(|page| page.words.day == today);
    let seed = match of_today {
        Some(page) => Seed::Edit(page.id, 0),
        None => Seed::From(Box::new(of_day(today, all.first()).written())),
    };
    let form = Screen::form(RowKind::Detox, seed);
    let write = button(say!(medical.diary.today), move || screens.push(form.clone())).icon("#i-plus").main();
    group([call(before), boxed("actions", [write.piece()]), days(&all)])
}

/// Today, with the symptoms of the last day named and no number in them.
fn of_day(day: i32, last: Option<&Page>) -> DetoxWords {
    let mut words = DetoxWords { day, ..DetoxWords::default() };
    if let Some(last) = last.filter(|last| last.words.day < day) {
        let gone = last.words.day_number.map(|number| i32::from(number) + day - last.words.day);
        words.day_number = gone.and_then(|number| u16::try_from(number).ok());
    }
    words.put_when(clock::local_now());
    words
}

fn call(before: Option<DetoxWords>) -> AnyView {
    let screens = expect_screens();
    let known = before.filter(|before| !before.clinic.is_empty() || !before.clinic_phone.is_empty());
    let place = Screen::Support(SupportPlace::Medical(MedicalPlace::Before));
    let inside = match known {
        Some(before) => phone(&before.clinic, &before.clinic_phone),
        None => button(say!(medical.diary.add_call), move || screens.push(place.clone())).piece(),
    };
    card("who-to-call", say!(medical.diary.call), [inside])
}

fn days(all: &[Page]) -> AnyView {
    if all.is_empty() {
        return plain(say!(medical.diary.empty));
    }
    let rows: Vec<AnyView> = all.iter().map(row).collect();
    let name = view! { <h2 class="section-name">{say!(medical.diary.each_open)}</h2> };
    boxed("day", [name.into_any(), view! { <ul class="day-rows">{rows}</ul> }.into_any()])
}

fn row(page: &Page) -> AnyView {
    let screens = expect_screens();
    let (id, words) = (page.id, &page.words);
    let symptoms: Vec<String> = words.symptoms.iter().map(|symptom| symptom.name.clone()).collect();
    let more = match symptoms.is_empty() {
        true => nothing(),
        false => span("row-preview", symptoms.join(", ")),
    };
    let number = words.day_number.map(|number| say!(medical.diary.number_is, number = number));
    let title = [Some(near_day(words.day)), number].into_iter().flatten().collect::<Vec<_>>().join(" · ");
    view! {
        <li>
            <button type="button" class="row row-plain" on:click=move |_| screens.push(Screen::Record(id))>
                <span class="row-body">{span("row-title", title)}{more}</span>
            </button>
        </li>
    }
    .into_any()
}
