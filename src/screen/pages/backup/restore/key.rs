//! What opens a file: the passphrase of its day, or the sheet of its day.

use std::rc::Rc;

use keeper::protocol::{BackupRefused, BackupSecret, check_line, parse_sheet};
use leptos::html;
use leptos::prelude::*;
use leptos::task::spawn_local;
use rules::{LineRemark, loosened};
use zeroize::Zeroizing;

use super::{OpenedBy, Opening};
use crate::screen::browser::{dom, passphrase};
use crate::screen::components::{
    Choice, PassphraseField, RadioGroup, Shape, SheetLines, boxed, button, follow, group, radio_group,
    show_passphrase, soft,
};
use crate::screen::pages::backup::work::{Doing, Trouble};
use crate::screen::pages::use_sheet::remark;
use crate::screen::words::say;

/// The form.
pub fn key(opening: Opening) -> AnyView {
    let by = RwSignal::new(0_usize);
    let way = radio_group(RadioGroup {
        id: "open-by",
        label: say!(backup.by),
        choices: vec![Choice::plain(say!(backup.by_passphrase)), Choice::plain(say!(backup.by_sheet))],
        shape: Shape::Row,
        chosen: (move || Some(by.get())).into(),
        on_choose: (move |at| by.set(at)).into(),
    });
    let form = follow(move || {
        let by = by.get();
        untrack(|| if by == 0 { by_passphrase(opening) } else { by_sheet(opening) })
    });
    group([opening.why_a_key(), way, form])
}

fn by_passphrase(opening: Opening) -> AnyView {
    let (field, shown) = (NodeRef::<html::Input>::new(), RwSignal::new(false));
    Effect::new(move || {
        if let Some(field) = field.get() {
            dom::focus(&field);
        }
    });
    let submit = move || {
        let Some(typed) = field.get_untracked() else { return };
        let words = passphrase::read(&typed);
        passphrase::clear(&typed);
        opening.look_with_words(words);
    };
    let passphrase = PassphraseField {
        id: "passphrase",
        label: say!(lock.passphrase),
        field,
        shown,
        invalid: (move || opening.trouble.get().is_some()).into(),
        described_by: "passphrase-help",
        on_input: (|| ()).into(),
    };
    let help = view! { <p class="field-help" id="passphrase-help">{say!(backup.of_its_day)}</p> };
    let open = button(say!(backup.open), submit).main().piece();
    let inside = vec![
        boxed("field", [passphrase.piece(), help.into_any()]),
        boxed("beside", [show_passphrase(shown).piece()]),
        open,
    ];
    view! {
        <form class="form" autocomplete="off" on:submit=move |event| { event.prevent_default(); submit() }>
            {inside}
        </form>
    }
    .into_any()
}

fn by_sheet(opening: Opening) -> AnyView {
    let lines = SheetLines::new();
    let submit = move || {
        let typed = core::array::from_fn::<_, 4, _>(|line| lines.typed(line));
        match parse_sheet(core::array::from_fn(|line| typed[line].as_str())) {
            Ok(secret) => opening.look_with(BackupSecret::Sheet(secret), OpenedBy::NoWords),
            Err((line, why)) => lines.point_at(line, remark(&typed[line], why)),
        }
    };
    let judge = Rc::new(|_, typed: &str, typing| LineRemark::on(typed, check_line(typed), typing));
    let open = button(say!(backup.open), submit).main().piece();
    let inside = vec![soft(say!(use_sheet.alike)), lines.piece(judge, submit), open];
    view! {
        <form class="form" autocomplete="off" on:submit=move |event| { event.prevent_default(); submit() }>
            {inside}
        </form>
    }
    .into_any()
}

impl Opening {
    /// Tries the words as they are, then in the one form in which words of ours count.
    fn look_with_words(self, words: Zeroizing<String>) {
        self.trouble.set(None);
        spawn_local(async move {
            let ours = Zeroizing::new(loosened(&words));
            let differs = ours != words && !ours.is_empty();
            let look = async {
                let key = BackupSecret::Passphrase(passphrase::secret(words));
                match self.look(key).await {
                    Err(Trouble::Refused(BackupRefused::DoesNotOpen)) if differs => {
                        self.work.at(Doing::Key, 0, 0)?;
                        let key = BackupSecret::Passphrase(passphrase::secret(ours));
                        self.look(key).await.map(|seen| (seen, OpenedBy::OurWords))
                    }
                    outcome => outcome.map(|seen| (seen, OpenedBy::Words)),
                }
            };
            match self.work.run(Doing::Key, look).await {
                Some(Ok((seen, opened_by))) => self.looked(Ok(seen), opened_by),
                Some(Err(trouble)) => self.looked(Err(trouble), OpenedBy::NoWords),
                None => {}
            }
        });
    }
}
