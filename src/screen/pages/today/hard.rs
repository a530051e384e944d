//! One calm row when a day is hard by what its owner said of it: Help now, and somebody to ask. Never a pop-up.

use journal::{SaidOfDay, is_hard};
use keeper::protocol::{CheckInWords, EntryRead, Failure, OneKind, Reply, Request, RowKind, UrgeWords};
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::screen::browser::help_now;
use crate::screen::components::{boxed, button, follow_if, notice, plain};
use crate::screen::contexts::{
    Screen, SupportPlace, TablePlace, expect_choices, expect_open_journal, expect_screens,
};
use crate::screen::keeper_link::{Keeper, expect_keeper};
use crate::screen::words::say;

/// Days that are looked at.
const BACK: i64 = 5;
const DAY_S: i64 = 86_400;

/// The row; nothing on other days.
pub fn hard_row() -> AnyView {
    let (keeper, journal, choices) = (expect_keeper(), expect_open_journal(), expect_choices());
    let said = RwSignal::new(Vec::<SaidOfDay>::new());
    // What the keeper holds is the outside world: asked again whenever it says that something changed.
    Effect::new(move || {
        journal.changed();
        let today = choices.today();
        spawn_local(async move {
            if let Ok(found) = ask(keeper, today).await {
                said.try_set(found);
            }
        });
    });
    let hard = Memo::new(move |_| said.with(|said| is_hard(choices.today(), said)));
    follow_if(move || hard.get().then(|| untrack(row)))
}

fn row() -> AnyView {
    let screens = expect_screens();
    let ask = move || screens.push(Screen::Support(SupportPlace::Table(TablePlace::Ask(None))));
    let does = [
        button(say!(support.tool.ask), ask).piece(),
        button(say!(today.hard_help), help_now::open_page).quiet().piece(),
    ];
    notice([plain(say!(today.hard)), boxed("beside", does)])
}

async fn ask(keeper: Keeper, today: i32) -> Result<Vec<SaidOfDay>, Failure> {
    let (check_ins, urges) =
        (between(keeper, RowKind::CheckIn, today).await?, between(keeper, RowKind::Urge, today).await?);
    let of_day = |read: &EntryRead| {
        let CheckInWords { day, mood, craving, .. } = CheckInWords::of(read.wordings.first()?.clone())?;
        Some(SaidOfDay { day, mood, craving })
    };
    let of_urge = |read: &EntryRead| {
        let words = UrgeWords::of(read.wordings.first()?.clone())?;
        let local_s = words.happened_at_s + i64::from(words.offset_min) * 60;
        Some(SaidOfDay { day: local_s.div_euclid(DAY_S) as i32, mood: None, craving: words.strength })
    };
    Ok(check_ins.iter().filter_map(of_day).chain(urges.iter().filter_map(of_urge)).collect())
}

async fn between(keeper: Keeper, kind: RowKind, today: i32) -> Result<Vec<EntryRead>, Failure> {
    let from_s = (i64::from(today) - BACK) * DAY_S;
    match keeper.ask(Request::Between { kind, from_s, to_s: i64::MAX }).await? {
        Reply::All(all) => Ok(all),
        _ => Ok(Vec::new()),
    }
}
