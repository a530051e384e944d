//! Naloxone at hand: whether it is there, where, who knows, until when. Offered to everybody.

use keeper::protocol::support::medical::{MedicineWords, Naloxone};
use keeper::protocol::{Failure, OneKind, RowKind};
use leptos::prelude::*;

use super::fields::{NO_DATE, date, yes_no};
use super::known::{Known, all, shown, watched};
use crate::screen::browser::clock;
use crate::screen::browser::dates;
use crate::screen::browser::help_now::{self, Topic};
use crate::screen::components::{
    Typed, back_row, boxed, button, group, heading, lead, notice, own, plain, soft,
};
use crate::screen::contexts::{Screen, Seed, expect_screens};
use crate::screen::keeper_link::Keeper;
use crate::screen::pages::writing::{self, Desk, Fields};
use crate::screen::words::say;

type Kit = Known<MedicineWords>;

/// The page.
pub fn naloxone() -> AnyView {
    let screens = expect_screens();
    let found = watched(ask);
    let keep = [plain(say!(medical.safety.naloxone_keep)), plain(say!(medical.safety.naloxone_expired))];
    let help = button(say!(medical.safety.tolerance_help), || help_now::open(Topic::Wake)).piece();
    group([
        back_row(move || screens.back()),
        heading(say!(medical.kit.title)),
        lead(say!(medical.naloxone_help)),
        shown(found, card),
        notice(keep),
        soft(say!(medical.kit.get)),
        boxed("stack", [help]),
    ])
}

async fn ask(keeper: Keeper) -> Result<Vec<Kit>, Failure> {
    let mut kits = all::<MedicineWords>(keeper).await?;
    kits.retain(|kit| kit.words.naloxone.is_some());
    Ok(kits)
}

fn card(kits: Vec<Kit>) -> AnyView {
    let screens = expect_screens();
    let last = kits.into_iter().next();
    let (said, seed, does) = match last.and_then(|kit| Some((kit.words.naloxone?, kit.id))) {
        Some((kit, id)) => (lines(&kit), Seed::Edit(id, 0), say!(entry.edit)),
        None => (
            plain(say!(medical.kit.empty)),
            Seed::From(Box::new(new_kit().written())),
            say!(medical.kit.edit),
        ),
    };
    let form = Screen::form(RowKind::Medicine, seed);
    let edit = button(does, move || screens.push(form.clone())).icon("#i-edit").main().piece();
    boxed("card", [said, boxed("actions", [edit])])
}

fn new_kit() -> MedicineWords {
    let mut words = MedicineWords { naloxone: Some(Naloxone::default()), ..MedicineWords::default() };
    words.put_when(clock::local_now());
    words
}

/// What is known of it.
pub fn lines(kit: &Naloxone) -> AnyView {
    let filled = |words: &String| (!words.is_empty()).then(|| words.clone());
    let said = [
        kit.have
            .map(|have| if have { say!(medical.kit.there) } else { say!(medical.kit.not_yet) }.to_owned()),
        filled(&kit.kit),
        filled(&kit.place).map(|words| say!(medical.kit.place_is, words = words)),
        filled(&kit.who_knows).map(|words| say!(medical.kit.who_is, words = words)),
        kit.expiry_day.map(|day| say!(medical.kit.expiry_is, day = dates::whole_day(day))),
        kit.trained.map(|yes| {
            if yes { say!(medical.kit.trained_is) } else { say!(medical.kit.not_trained) }.to_owned()
        }),
        kit.checked_day.map(|day| say!(medical.kit.checked_is, day = dates::whole_day(day))),
    ];
    let lines: Vec<AnyView> = said.into_iter().flatten().map(|words| own("", words)).collect();
    lines.into_any()
}

/// Its form.
pub fn kit_form(desk: Desk<MedicineWords>) -> AnyView {
    let fields = vec![
        yes_no(
            desk,
            ("have", say!(medical.kit.have)),
            (|words| words.naloxone.as_ref()?.have, |words, yes| kit(words).have = Some(yes)),
        ),
        field(desk, ("kit", say!(medical.kit.kit)), |kit| &mut kit.kit),
        field(desk, ("place", say!(medical.kit.place)), |kit| &mut kit.place),
        field(desk, ("who", say!(medical.kit.who)), |kit| &mut kit.who_knows),
        date(desk, ("expiry", say!(medical.kit.expiry)), |words| Some(&mut kit(words).expiry_day)),
        yes_no(
            desk,
            ("trained", say!(medical.kit.trained)),
            (|words| words.naloxone.as_ref()?.trained, |words, yes| kit(words).trained = Some(yes)),
        ),
        date(desk, ("checked", say!(medical.kit.checked)), |words| Some(&mut kit(words).checked_day)),
    ];
    writing::form(desk, say!(medical.kit.title), fields, |words| {
        let kit = words.naloxone.as_ref()?;
        [kit.expiry_day, kit.checked_day].contains(&Some(NO_DATE)).then(|| say!(medical.problem.date))
    })
}

fn kit(words: &mut MedicineWords) -> &mut Naloxone {
    words.naloxone.get_or_insert_default()
}

fn field(
    desk: Desk<MedicineWords>,
    (id, label): (&'static str, &'static str),
    of: fn(&mut Naloxone) -> &mut String,
) -> AnyView {
    let mut words = desk.words.get_untracked();
    let value = of(kit(&mut words)).clone();
    let on_words = move |said| desk.typed(|words| *of(kit(words)) = said);
    Typed { id, label, kind: "text", help: "", value, on_words: on_words.into() }.piece()
}
