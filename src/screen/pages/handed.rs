//! A summary that is handed over on this screen: only its page stands, the journal is locked, and the way on goes through
//! the lock screen.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::screen::browser::wake;
use crate::screen::components::button;
use crate::screen::contexts::LockNote;
use crate::screen::session::expect_session;
use crate::screen::words::say;

/// The page.
pub fn handed(page: String) -> AnyView {
    let session = expect_session();
    let held = StoredValue::new_local(None::<wake::Lit>);
    spawn_local(async move {
        let Some(lit) = wake::stay_lit().await else { return };
        // It came too late where nobody reads any more.
        if held.try_update_value(|held| *held = Some(lit.clone())).is_none() {
            lit.let_go();
        }
    });
    on_cleanup(move || {
        if let Some(Some(lit)) = held.try_update_value(Option::take) {
            lit.let_go();
        }
    });
    let close = button(say!(summary.handed_close), move || session.begin(LockNote::Nothing));
    view! {
        <main class="handed">
            <iframe class="handed-page" title=say!(summary.frame) sandbox="" srcdoc=page></iframe>
            <div class="handed-end">{close.piece()}</div>
        </main>
    }
    .into_any()
}
