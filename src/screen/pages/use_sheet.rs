//! The lock screen without the passphrase: the recovery sheet typed in, each line looked at as it is typed; and an honest
//! page for whoever has none.

use std::rc::Rc;

use keeper::protocol::{Failure, Reply, Request, SheetLineError, check_line, parse_sheet};
use leptos::prelude::*;
use leptos::task::spawn_local;
use rules::{LineRemark, Typing};

use crate::screen::browser::storage;
use crate::screen::components::{
    SheetLines, Tap, back_row, boxed, busy, button, failure_note, follow, heading, lead, plain, soft,
};
use crate::screen::contexts::{Stage, expect_stage};
use crate::screen::session::{Session, expect_session};
use crate::screen::words::say;

/// Use the recovery sheet, for the journal of that name.
pub fn use_sheet(name: String, back: Tap) -> AnyView {
    let session = expect_session();
    let (lines, is_busy) = (SheetLines::new(), RwSignal::new(false));
    let (failure, name) = (RwSignal::new(None::<Failure>), StoredValue::new(name));
    let submit = move || {
        if is_busy.get_untracked() {
            return;
        }
        failure.set(None);
        let typed = core::array::from_fn::<_, 4, _>(|line| lines.typed(line));
        let secret = match parse_sheet(core::array::from_fn(|line| typed[line].as_str())) {
            Ok(secret) => secret,
            Err((line, why)) => return lines.point_at(line, remark(&typed[line], why)),
        };
        is_busy.set(true);
        spawn_local(async move {
            let name = name.get_value();
            let witness = storage::witness(&name);
            match session.keeper.ask(Request::UnlockWithSheet { name, secret, witness }).await {
                Ok(Reply::Opened(opened)) => {
                    lines.clear();
                    session.opened(opened);
                }
                outcome => {
                    is_busy.try_set(false);
                    failure.try_set(Some(outcome.err().unwrap_or(Failure::KeeperDied)));
                }
            }
        });
    };
    let judge = Rc::new(|_, typed: &str, typing| LineRemark::on(typed, check_line(typed), typing));
    let action = follow(move || match is_busy.get() {
        true => opening(session),
        false => button(say!(use_sheet.open), submit).main().piece(),
    });
    let inside = vec![lines.piece(judge, submit), failure_note(move || failure.get()), action];
    view! {
        <main class="gate">
            {back_row(back)}
            {heading(say!(lock.use_sheet))}
            {plain(say!(use_sheet.lead))}
            {soft(say!(use_sheet.alike))}
            <form class="form" autocomplete="off" on:submit=move |event| { event.prevent_default(); submit() }>
                {inside}
            </form>
        </main>
    }
    .into_any()
}

/// What is said of a line that is no line of a sheet when all are handed over.
pub fn remark(typed: &str, why: SheetLineError) -> LineRemark {
    match LineRemark::on(typed, Err(why), Typing::Left) {
        LineRemark::Nothing => LineRemark::TooShort,
        remark => remark,
    }
}

fn opening(session: Session) -> AnyView {
    busy(
        say!(use_sheet.opening),
        move || session.keeper.progress(),
        move || session.keeper.cancel_long_request(),
    )
}

/// What if I have none: what nobody can do, and what may still help.
pub fn no_sheet(only_journal: bool, back: Tap) -> AnyView {
    let stage = expect_stage();
    let helps = [
        say!(use_sheet.none_rest),
        say!(use_sheet.none_paper),
        say!(use_sheet.none_words),
        say!(use_sheet.none_tab),
        say!(use_sheet.none_leave),
    ];
    let helps: Vec<AnyView> = helps.into_iter().map(|words| view! { <li>{words}</li> }.into_any()).collect();
    let here = if only_journal { say!(use_sheet.none_here_one) } else { say!(use_sheet.none_here_several) };
    let create = button(say!(trouble.gone_create), move || stage.set(Stage::Create));
    view! {
        <main class="gate">
            {back_row(back)}
            {heading(say!(use_sheet.none_title))}
            {lead(say!(use_sheet.none_nobody))}
            <h2 class="card-title">{say!(use_sheet.none_helps)}</h2>
            <ul class="helps">{helps}</ul>
            {plain(say!(use_sheet.none_beside))}
            {plain(here)}
            {boxed("actions", [create.piece()])}
        </main>
    }
    .into_any()
}
