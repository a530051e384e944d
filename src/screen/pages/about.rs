//! About and limits: what the app protects and what it does not, in plain words.

use keeper::protocol::BUILD;
use leptos::prelude::*;

use crate::screen::components::{Button, Kind, PageHeading, plain, soft};
use crate::screen::contexts::expect_screens;
use crate::screen::words::say;

/// About.
#[component]
pub fn About() -> impl IntoView {
    let screens = expect_screens();
    let protects = [
        say!(about.protects_disk),
        say!(about.protects_net),
        say!(about.protects_lock),
        say!(about.protects_judge),
    ];
    let not = [
        say!(about.not_seen),
        say!(about.not_hostile),
        say!(about.not_forced),
        say!(about.not_erased),
        say!(about.not_keyboard),
        say!(about.not_forgotten),
    ];
    let lines = |lines: &[&'static str]| lines.iter().map(|line| view! { <li>{*line}</li> }).collect_view();
    view! {
        <nav class="page-top">
            <Button label=say!(app.back) icon="#i-back" kind=Kind::Quiet on_tap=move || screens.back()/>
        </nav>
        <PageHeading words=say!(about.title)/>
        <div class="prose">
            {plain(say!(about.lead))}
            <h2>{say!(about.protects)}</h2>
            <ul>{lines(&protects)}</ul>
            <h2>{say!(about.not)}</h2>
            <ul>{lines(&not)}</ul>
            <h2>{say!(about.record_title)}</h2>
            {plain(say!(about.record))}
            {plain(say!(about.record_delete))}
        </div>
        {soft(say!(about.version, version = env!("CARGO_PKG_VERSION"), build = BUILD))}
        {soft(say!(about.licences))}
    }
}
