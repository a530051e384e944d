//! "Make a summary": for whom, which days, what may be told.

use journal::summary::{Audience, Been, Part, SummaryAsk, since};
use keeper::protocol::{EntryRead, Reply, Request, RowKind, SettingsChange, SummaryChoices, Written};
use leptos::prelude::*;
use leptos::task::spawn_local;
use rules::{Civil, days_of, parse_date};

use super::keeping::{keep, kept_note, put_back, put_new};
use super::names::{audience_called, audience_name, part_name};
use super::{kinds, passages, typed};
use crate::screen::browser::clock;
use crate::screen::components::{
    Choice, Many, RadioGroup, Shape, Typed, back_row, boxed, button, follow, follow_if, group, heading, lead,
    plain, radio_group, soft,
};
use crate::screen::contexts::{
    Choices, Screen, SummaryChosen, SummaryDesk, SummaryPlace, expect_choices, expect_screens,
    expect_summary_desk,
};
use crate::screen::keeper_link::{Keeper, expect_keeper};
use crate::screen::session::expect_session;
use crate::screen::words::say;

const DAY_S: i64 = 86_400;

/// The page.
pub fn choosing() -> AnyView {
    let (screens, choices, desk) = (expect_screens(), expect_choices(), expect_summary_desk());
    let keeper = expect_keeper();
    let remembers = expect_session().is_mine_now();
    let ready = RwSignal::new(desk.now(|chosen| chosen.begun));
    if !ready.get_untracked() {
        spawn_local(async move {
            begin(keeper, choices, desk, remembers).await;
            ready.try_set(true);
        });
    }
    let receipts = button(say!(summary.receipts), move || {
        screens.push(Screen::Summary(SummaryPlace::Receipts));
    });
    group([
        back_row(move || screens.back()),
        heading(say!(summary.title)),
        lead(say!(summary.intro)),
        soft(say!(summary.copy_note)),
        follow_if(move || ready.get().then(|| untrack(|| form(desk, choices, remembers)))),
        boxed("actions", [receipts.quiet().piece()]),
    ])
}

/// What was on its way; else what was chosen the last time on an own device, and the days since the last appointment.
async fn begin(keeper: Keeper, choices: Choices, desk: SummaryDesk, remembers: bool) {
    let to = untrack(|| choices.today());
    if put_back(keeper, desk, to).await {
        return;
    }
    let last = match keeper.ask(Request::Settings).await {
        Ok(Reply::Settings(settings)) if remembers => settings.choices.summary,
        _ => SummaryChoices::default(),
    };
    let from = first_day(&been(keeper).await, last.audience, to);
    let chosen = SummaryChosen {
        begun: true,
        audience: last.audience,
        from,
        to,
        name: last.name,
        parts: last.parts.unwrap_or_else(|| Part::FIRST.to_vec()),
        receipt: last.receipt,
        ..SummaryChosen::default()
    };
    put_new(keeper, desk, chosen).await;
}

/// Appointments that are over.
async fn been(keeper: Keeper) -> Vec<Been> {
    let Ok(Reply::All(read)) = keeper.ask(Request::All { kind: RowKind::Appointment }).await else {
        return Vec::new();
    };
    let now_s = clock::local_now().second;
    let been = |read: EntryRead| match read.wordings.into_iter().next()? {
        Written::Appointment(words) if words.happened_at_s <= now_s => Some(Been {
            day: i32::try_from((words.happened_at_s + i64::from(words.offset_min) * 60).div_euclid(DAY_S))
                .ok()?,
            words: [words.with_whom, words.purpose].join(" "),
        }),
        _ => None,
    };
    read.into_iter().filter_map(been).collect()
}

fn first_day(been: &[Been], audience: Option<Audience>, to: i32) -> i32 {
    let called = Audience::ALL.map(|audience| audience_called(audience).split(", ").collect());
    since(
        been,
        &called,
        audience.and_then(|audience| Audience::ALL.iter().position(|one| *one == audience)),
        to,
    )
}

fn form(desk: SummaryDesk, choices: Choices, remembers: bool) -> AnyView {
    let screens = expect_screens();
    let drafting = keep(desk);
    let in_order = Memo::new(move |_| desk.with(is_in_order));
    let wrong = follow_if(move || (!in_order.get()).then(|| plain(say!(summary.range_wrong))));
    let wrong = view! { <div class="live" role="alert">{wrong}</div> }.into_any();
    let preview = move || {
        if !in_order.get_untracked() {
            return;
        }
        if remembers {
            choices.change(SettingsChange::Summary(remembered(desk)));
        }
        screens.push(Screen::Summary(SummaryPlace::Preview));
    };
    let days = Days::new(desk);
    let inside = group([
        kept_note(desk, drafting),
        audience(desk, days),
        days.fields(desk),
        soft(say!(summary.range_help)),
        wrong,
        typed::name(desk),
        parts(desk),
        passages::passages(desk),
        typed::own_words(desk),
        kinds::never(choices),
        boxed("actions", [button(say!(summary.preview), preview).main().piece()]),
    ]);
    view! {
        <form class="form" autocomplete="off" on:submit=|event| event.prevent_default()>{inside}</form>
    }
    .into_any()
}

fn is_in_order(chosen: &SummaryChosen) -> bool {
    chosen.from <= chosen.to && chosen.to.saturating_sub(chosen.from) < SummaryAsk::DAYS
}

fn remembered(desk: SummaryDesk) -> SummaryChoices {
    desk.now(|chosen| SummaryChoices {
        name: chosen.name.clone(),
        audience: chosen.audience,
        parts: Some(chosen.parts.clone()),
        receipt: chosen.receipt,
    })
}

/// The days, which follow whom it is for until somebody says them.
#[derive(Clone, Copy)]
struct Days {
    by_hand: StoredValue<bool>,
    anew: RwSignal<u32>,
    keeper: Keeper,
}

impl Days {
    fn new(desk: SummaryDesk) -> Self {
        let by_hand = desk.draft().is_some_and(|draft| draft.was_kept);
        Self { by_hand: StoredValue::new(by_hand), anew: RwSignal::new(0), keeper: expect_keeper() }
    }

    fn follow(self, desk: SummaryDesk, audience: Audience) {
        if self.by_hand.get_value() {
            return;
        }
        spawn_local(async move {
            let been = been(self.keeper).await;
            // Somebody may have said the days meanwhile.
            if self.by_hand.try_get_value() == Some(false) {
                desk.change(|chosen| chosen.from = first_day(&been, Some(audience), chosen.to));
                self.anew.try_update(|times| *times += 1);
            }
        });
    }

    fn fields(self, desk: SummaryDesk) -> AnyView {
        let field = move |id, label, of| date(id, label, (desk, self.by_hand), of);
        follow(move || {
            self.anew.get();
            untrack(|| {
                boxed(
                    "beside",
                    [
                        field("summary-from", say!(summary.from), |chosen| &mut chosen.from),
                        field("summary-to", say!(summary.to), |chosen| &mut chosen.to),
                    ],
                )
            })
        })
    }
}

/// Whoever is chosen turns on what is usual for them, and no more.
fn audience(desk: SummaryDesk, days: Days) -> AnyView {
    let chosen = Memo::new(move |_| desk.with(|chosen| chosen.audience));
    radio_group(RadioGroup {
        id: "summary-for",
        label: say!(summary.audience),
        choices: Audience::ALL.map(|audience| Choice::plain(audience_name(audience))).to_vec(),
        shape: Shape::Row,
        chosen: (move || Audience::ALL.iter().position(|one| Some(*one) == chosen.get())).into(),
        on_choose: (move |at: usize| {
            let Some(audience) = Audience::ALL.get(at).copied() else { return };
            desk.change(|chosen| {
                chosen.audience = Some(audience);
                chosen.parts = audience.parts().to_vec();
            });
            days.follow(desk, audience);
        })
        .into(),
    })
}

fn parts(desk: SummaryDesk) -> AnyView {
    let on = Memo::new(move |_| desk.with(|chosen| chosen.parts.clone()));
    let many = Many {
        id: "summary-parts",
        label: say!(summary.parts),
        choices: Part::ALL.into_iter().map(|part| part_name(part).to_owned()).collect(),
        chosen: (move || {
            let all = Part::ALL.iter().enumerate();
            on.with(|on| all.filter(|(_, part)| on.contains(part)).map(|(at, _)| at).collect())
        })
        .into(),
        on_toggle: (move |at: usize| {
            let Some(part) = Part::ALL.get(at).copied() else { return };
            desk.change(|chosen| {
                let was_on = chosen.parts.contains(&part);
                chosen.parts.retain(|other| *other != part);
                if !was_on {
                    chosen.parts.push(part);
                }
            });
        })
        .into(),
    };
    group([many.piece(), soft(say!(summary.parts_help))])
}

fn date(
    id: &'static str,
    label: &'static str,
    (desk, by_hand): (SummaryDesk, StoredValue<bool>),
    of: fn(&mut SummaryChosen) -> &mut i32,
) -> AnyView {
    let day = desk.now(|chosen| *of(&mut chosen.clone()));
    let value = Civil::at(i64::from(day) * DAY_S, 0).date_value();
    let on_words = (move |words: String| {
        let Some((year, month, day)) = parse_date(&words) else { return };
        let Ok(day) = i32::try_from(days_of(year, month, day)) else { return };
        by_hand.set_value(true);
        desk.change(|chosen| *of(chosen) = day);
    })
    .into();
    Typed { id, label, kind: "date", help: "", value, on_words }.piece()
}
