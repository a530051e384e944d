//! "Remove a way in": what goes and what comes with it, the passphrase, the passkeys that stay, and a new recovery sheet
//! shown before anything changes. Then everything is sealed anew.

use keeper::protocol::{Failure, WayKind, WayShown};
use leptos::html;
use leptos::prelude::*;
use leptos::task::{spawn_local, tick};

use super::passkey::Staying;
use super::sealing_anew::{Next, Passphrases, seal_anew, sealing};
use super::sheet::{Drawn, keeping};
use super::waiting::quiet;
use super::ways_in::name_of;
use crate::screen::browser::{dates, dom, passphrase};
use crate::screen::components::{
    PassphraseField, back_row, boxed, button, failure_note, follow, follow_if, group, heading, lead, nothing,
    notice, plain, show_passphrase, soft,
};
use crate::screen::contexts::{OpenJournal, Screens, expect_open_journal, expect_screens};
use crate::screen::session::{Session, expect_session};
use crate::screen::words::say;

/// How far it has come.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Step {
    /// What goes; the passphrase.
    About,
    /// The keeper draws a sheet.
    Drawing,
    /// The new sheet lies there.
    Sheet,
    /// Everything is sealed anew.
    Sealing,
    /// It is done.
    Gone,
}

/// All that the steps share.
#[derive(Clone, Copy)]
struct Removing {
    session: Session,
    journal: OpenJournal,
    screens: Screens,
    way: WayShown,
    current: NodeRef<html::Input>,
    staying: Staying,
    drawn: Drawn,
    step: RwSignal<Step>,
    failure: RwSignal<Option<Failure>>,
    had_sheet: bool,
}

/// The page.
pub fn remove_way(way: WayShown) -> AnyView {
    let journal = expect_open_journal();
    let removing = Removing {
        session: expect_session(),
        journal,
        screens: expect_screens(),
        way,
        current: NodeRef::new(),
        staying: Staying::new(Some(way.slot)),
        drawn: Drawn::new(),
        step: RwSignal::new(Step::About),
        failure: RwSignal::new(None),
        had_sheet: journal.opened(|opened| opened.has_sheet),
    };
    on_cleanup(move || removing.empty());
    let steps = follow(move || match removing.step.get() {
        Step::About => nothing(),
        Step::Drawing => quiet(say!(sheet.drawing)),
        Step::Sheet => untrack(|| removing.sheet()),
        Step::Sealing => untrack(|| removing.sealing()),
        Step::Gone => untrack(|| removing.gone()),
    });
    let back = follow_if(move || {
        let leads_back = !matches!(removing.step.get(), Step::Sealing | Step::Gone);
        leads_back.then(|| back_row(move || removing.screens.back()))
    });
    group([boxed("off-paper", [back]), removing.about(), steps])
}

impl Removing {
    fn is_sheet(self) -> bool {
        self.way.kind == WayKind::Sheet
    }

    fn about(self) -> AnyView {
        let day = dates::day_of_ms(self.way.created_at_ms);
        let what = say!(ways.goes, way = name_of(self.way.kind), day = day);
        let what = view! { <p class="lead">{what}</p> }.into_any();
        let sheet = match (self.is_sheet(), self.had_sheet) {
            (true, _) => say!(change.without),
            (false, true) => say!(ways.goes_sheet),
            (false, false) => say!(ways.goes_new_sheet),
        };
        let shown = RwSignal::new(false);
        let field = PassphraseField {
            id: "current",
            label: say!(change.current),
            field: self.current,
            shown,
            invalid: (move || self.failure.get().is_some()).into(),
            described_by: "removal-outcome",
            on_input: (|| ()).into(),
        };
        let outcome = view! {
            <div class="live-group" id="removal-outcome">
                {failure_note(move || self.failure.get())}
                {follow_if(move || self.meets_damage().then(|| plain(say!(sheet.damaged))))}
            </div>
        };
        let keep = button(say!(ways.keep), move || self.screens.back()).piece();
        let on = match self.is_sheet() {
            true => button(say!(ways.remove), move || self.go_on()).icon("#i-delete").decision().piece(),
            false => button(say!(change.on), move || self.go_on()).main().piece(),
        };
        let inside = vec![
            plain(say!(ways.anew)),
            plain(sheet),
            self.staying.piece(),
            field.piece(),
            show_passphrase(shown).piece(),
            outcome.into_any(),
            boxed("actions", [on, keep]),
        ];
        view! {
            <form class="form" autocomplete="off" hidden=move || self.step.get() != Step::About
                on:submit=move |event| { event.prevent_default(); self.go_on() }>
                {heading(say!(ways.remove))}
                {what}
                {inside}
            </form>
        }
        .into_any()
    }

    /// From the passphrase to the new sheet. Where the sheet goes, none takes its place.
    fn go_on(self) {
        if self.step.get_untracked() != Step::About {
            return;
        }
        self.failure.set(None);
        if self.current.get_untracked().is_some_and(|field| field.value().is_empty()) {
            self.failure.set(Some(Failure::PassphraseEmpty));
            return self.focus_on_current();
        }
        if self.is_sheet() {
            return self.seal();
        }
        self.step.set(Step::Drawing);
        spawn_local(async move {
            let laid = self.drawn.paper.is_laid();
            let drawn = if laid { Ok(true) } else { self.drawn.draw().await };
            let step = if drawn.is_ok() { Step::Sheet } else { Step::About };
            self.failure.try_set(drawn.err());
            self.step.try_set(step);
        });
    }

    fn sheet(self) -> AnyView {
        let old = if self.had_sheet { say!(ways.sheet_replaces) } else { say!(ways.sheet_works) };
        let remove = button(say!(ways.remove), move || self.seal()).icon("#i-delete").decision();
        group([
            boxed("off-paper", [heading(say!(change.sheet_title)), plain(old)]),
            keeping(self.drawn.paper),
            boxed("off-paper", [soft(say!(change.flip)), boxed("actions", [remove.piece()])]),
        ])
    }

    fn seal(self) {
        let Some(current) = self.current.get_untracked().map(|field| passphrase::read(&field)) else {
            return;
        };
        self.failure.set(None);
        self.step.set(Step::Sealing);
        spawn_local(async move {
            let of = Passphrases { current: Some(current), next: Next::Same, without: Vec::new() };
            let sealed = seal_anew(self.session, self.journal, of);
            let outcome = self.drawn.in_use(sealed, say!(ways.gone)).await;
            self.empty();
            match outcome {
                Ok(()) => drop(self.step.try_set(Step::Gone)),
                Err(why) => {
                    self.failure.try_set(Some(why));
                    self.step.try_set(Step::About);
                    tick().await;
                    self.focus_on_current();
                }
            }
        });
    }

    fn sealing(self) -> AnyView {
        group([heading(say!(ways.removing)), plain(say!(ways.removing_open)), sealing(self.session)])
    }

    fn gone(self) -> AnyView {
        let sheet = if self.is_sheet() { say!(change.works_no_sheet) } else { say!(ways.gone_sheet) };
        let system =
            if self.way.kind == WayKind::Passkey { plain(say!(ways.gone_system)) } else { nothing() };
        group([
            heading(say!(ways.gone)),
            lead(sheet),
            system,
            notice([plain(say!(change.rest))]),
            boxed("actions", [button(say!(sheet.done), move || self.screens.back()).main().piece()]),
        ])
    }

    /// Leaving behind what cannot be read is decided where the passphrase is changed.
    fn meets_damage(self) -> bool {
        self.failure.get() == Some(Failure::EntryDamaged)
    }

    fn focus_on_current(self) {
        if let Some(field) = self.current.try_get_untracked().flatten() {
            dom::focus(&field);
        }
    }

    fn empty(self) {
        if let Some(field) = self.current.try_get_untracked().flatten() {
            passphrase::clear(&field);
        }
    }
}
