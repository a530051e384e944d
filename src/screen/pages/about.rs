//! About and limits: what the app protects and what it does not, in plain words.

use keeper::protocol::BUILD;
use leptos::prelude::*;

use crate::screen::components::{back_row, boxed, group, heading, plain, soft};
use crate::screen::contexts::expect_screens;
use crate::screen::words::say;

/// About.
pub fn about() -> AnyView {
    let screens = expect_screens();
    let lines = |lines: &[&'static str]| {
        let lines: Vec<AnyView> = lines.iter().map(|line| view! { <li>{*line}</li> }.into_any()).collect();
        view! { <ul>{lines}</ul> }.into_any()
    };
    let part = |title: &'static str| view! { <h2>{title}</h2> }.into_any();
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
    let words = [
        plain(say!(about.lead)),
        part(say!(about.protects)),
        lines(&protects),
        part(say!(about.not)),
        lines(&not),
    ];
    group([
        back_row(move || screens.back()),
        heading(say!(about.title)),
        boxed("prose", words),
        soft(say!(about.version, version = env!("CARGO_PKG_VERSION"), build = BUILD)),
        soft(say!(about.licences)),
    ])
}
