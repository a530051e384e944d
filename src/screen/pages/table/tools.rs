//! The tools of each leg: what its door opens onto.

use keeper::protocol::support::table::LegKind;
use leptos::prelude::*;

use crate::screen::components::icon;
use crate::screen::contexts::{
    MedicalPlace, ProgrammePlace, ScoresPlace, Screen, SummaryPlace, SupportPlace, TablePlace, WorksheetsPlace,
    expect_screens,
};
use crate::screen::words::say;

/// A tool by its name, and where it is.
pub type Tool = (&'static str, Screen);

/// The tools of a leg.
pub fn of(kind: LegKind) -> Vec<Tool> {
    match kind {
        LegKind::Medical => vec![medical()],
        LegKind::Therapy => vec![worksheets(), scores(), summary()],
        LegKind::Programme | LegKind::Peers => vec![programme()],
        LegKind::Family => vec![people(), ask(), leaf()],
        LegKind::Coach => vec![promises(), goals()],
        LegKind::Mentor => vec![guidance()],
        LegKind::Digital => Vec::new(),
        LegKind::Own => vec![people()],
    }
}

/// All tools by name.
pub fn all() -> Vec<Tool> {
    let reasons = (say!(support.tool.reasons), Screen::Reasons);
    let reminders = (say!(support.tool.reminders), Screen::Reminders);
    let mut all = vec![
        ask(),
        people(),
        leaf(),
        months(),
        plans(),
        medical(),
        worksheets(),
        scores(),
        summary(),
        programme(),
        promises(),
        goals(),
        guidance(),
        reasons,
        reminders,
    ];
    all.sort_by_key(|(name, _)| *name);
    all
}

/// "Make a summary".
fn summary() -> Tool {
    (say!(summary.title), Screen::Summary(SummaryPlace::Home))
}

/// "Plans".
pub fn plans() -> Tool {
    (say!(support.plans), Screen::Support(SupportPlace::Worksheets(WorksheetsPlace::Plans)))
}

/// "Ask for help".
pub fn ask() -> Tool {
    (say!(support.tool.ask), of_table(TablePlace::Ask(None)))
}

/// "How to help me".
pub fn leaf() -> Tool {
    (say!(support.tool.leaf), of_table(TablePlace::Leaf))
}

/// "People".
pub fn people() -> Tool {
    (say!(support.tool.people), of_table(TablePlace::People))
}

/// The table over time.
pub fn months() -> Tool {
    (say!(support.tool.months), of_table(TablePlace::Home))
}

fn medical() -> Tool {
    (say!(support.tool.medical), Screen::Support(SupportPlace::Medical(MedicalPlace::Home)))
}

fn worksheets() -> Tool {
    (say!(support.tool.worksheets), Screen::Support(SupportPlace::Worksheets(WorksheetsPlace::Home)))
}

fn scores() -> Tool {
    (say!(support.tool.scores), Screen::Support(SupportPlace::Scores(ScoresPlace::Home)))
}

fn programme() -> Tool {
    (say!(support.tool.programme), of_programme())
}

fn promises() -> Tool {
    (say!(support.tool.promises), of_programme())
}

fn guidance() -> Tool {
    (say!(support.tool.guidance), of_programme())
}

fn goals() -> Tool {
    (say!(support.tool.goals), Screen::Goals)
}

fn of_programme() -> Screen {
    Screen::Support(SupportPlace::Programme(ProgrammePlace::Home))
}

fn of_table(place: TablePlace) -> Screen {
    Screen::Support(SupportPlace::Table(place))
}

/// Tools as a list of doors.
pub fn doors(tools: Vec<Tool>) -> AnyView {
    let each: Vec<AnyView> = tools.into_iter().map(door).collect();
    if each.is_empty() { ().into_any() } else { view! { <ul class="doors">{each}</ul> }.into_any() }
}

fn door((name, screen): Tool) -> AnyView {
    let screens = expect_screens();
    view! {
        <li>
            <button type="button" class="door" on:click=move |_| screens.push(screen.clone())>
                <span class="door-name">{name}</span>
                {icon("#i-onward")}
            </button>
        </li>
    }
    .into_any()
}
