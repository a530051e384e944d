//! What has to be known beside a medicine (DOMAIN 5.1). The sentences are listed in `docs/safety-texts.md`.

use keeper::protocol::support::medical::Care;
use leptos::prelude::*;

use crate::screen::browser::help_now::{self, Topic};
use crate::screen::components::{button, nothing, notice, plain, title};
use crate::screen::words::say;

/// The sentences that always stand beside it.
pub fn care(care: Care) -> AnyView {
    match care {
        Care::Agonist => notice([plain(say!(medical.safety.agonist))]),
        Care::NeverStopSuddenly => notice([plain(say!(medical.safety.sudden))]),
        Care::Naltrexone => {
            notice([plain(say!(medical.safety.naltrexone)), plain(say!(medical.safety.naltrexone_tolerance))])
        }
        Care::Disulfiram => {
            notice([plain(say!(medical.safety.disulfiram)), plain(say!(medical.safety.disulfiram_hidden))])
        }
        Care::NoneOfThese => nothing(),
    }
}

/// The card after the third dose in a row that was marked skipped. Nothing in it is a number.
pub fn tolerance() -> AnyView {
    let help = button(say!(medical.safety.tolerance_help), || help_now::open(Topic::Wake)).piece();
    notice([
        title(say!(medical.safety.tolerance_title)),
        plain(say!(medical.safety.tolerance)),
        plain(say!(medical.safety.tolerance_call)),
        help,
    ])
}
