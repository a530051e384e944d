//! The tools of each leg: what its door opens onto.

use keeper::protocol::Id;
use keeper::protocol::support::table::LegKind;
use leptos::prelude::*;

use crate::screen::components::icon;
use crate::screen::contexts::{
    MedicalPlace, ProgrammePlace, ScoresPlace, Screen, SummaryPlace, SupportPlace, TablePlace,
    WorksheetsPlace, expect_screens,
};
use crate::screen::words::say;

/// A tool by its name, and where it is.
pub type Tool = (&'static str, Screen);

/// The tools of a leg; which one it is, where it is on the table.
pub fn of(kind: LegKind, leg: Option<Id>) -> Vec<Tool> {
    match kind {
        LegKind::Medical => vec![medicines(), appointments(), all_of_medical()],
        LegKind::Therapy => vec![worksheets(), scores(), summary()],
        LegKind::Programme => vec![routines(), meetings(), steps(), stays()],
        LegKind::Peers => vec![meetings(), leaf(leg)],
        LegKind::Family => vec![people(), ask(), leaf(leg)],
        LegKind::Coach => vec![coach(), goals(), leaf(leg)],
        LegKind::Mentor => vec![guidance(), leaf(leg)],
        LegKind::Digital => Vec::new(),
        LegKind::Own => vec![people(), leaf(leg)],
    }
}

/// All tools by name.
pub fn all() -> Vec<Tool> {
    let reasons = (say!(support.tool.reasons), Screen::Reasons);
    let reminders = (say!(support.tool.reminders), Screen::Reminders);
    let mut all = vec![
        ask(),
        people(),
        leaf(None),
        months(),
        plans(),
        medical(),
        medicines(),
        appointments(),
        measurements(),
        detox(),
        before(),
        naloxone(),
        worksheets(),
        scores(),
        summary(),
        routines(),
        meetings(),
        steps(),
        stays(),
        coach(),
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
pub fn leaf(leg: Option<Id>) -> Tool {
    (say!(support.tool.leaf), of_table(TablePlace::Leaf(leg)))
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
    (say!(support.medical), of_medical(MedicalPlace::Home))
}

/// The same by another name, where it stands under a leg of that name.
fn all_of_medical() -> Tool {
    (say!(medical.everything), of_medical(MedicalPlace::Home))
}

fn medicines() -> Tool {
    (say!(medical.medicines), of_medical(MedicalPlace::Medicines))
}

fn appointments() -> Tool {
    (say!(medical.appointments), of_medical(MedicalPlace::Appointments))
}

fn measurements() -> Tool {
    (say!(medical.measurements), of_medical(MedicalPlace::Measurements))
}

fn detox() -> Tool {
    (say!(medical.detox), of_medical(MedicalPlace::Detox))
}

fn before() -> Tool {
    (say!(medical.before), of_medical(MedicalPlace::Before))
}

fn naloxone() -> Tool {
    (say!(medical.naloxone), of_medical(MedicalPlace::Naloxone))
}

fn of_medical(place: MedicalPlace) -> Screen {
    Screen::Support(SupportPlace::Medical(place))
}

fn worksheets() -> Tool {
    (say!(support.tool.worksheets), Screen::Support(SupportPlace::Worksheets(WorksheetsPlace::Home)))
}

fn scores() -> Tool {
    (say!(support.tool.scores), Screen::Support(SupportPlace::Scores(ScoresPlace::Home)))
}

fn routines() -> Tool {
    (say!(programme.routines), of_programme(ProgrammePlace::Routines))
}

fn meetings() -> Tool {
    (say!(programme.meetings), of_programme(ProgrammePlace::Meetings))
}

fn steps() -> Tool {
    (say!(programme.steps), of_programme(ProgrammePlace::Steps))
}

fn stays() -> Tool {
    (say!(programme.stays), of_programme(ProgrammePlace::Stays))
}

fn coach() -> Tool {
    (say!(programme.coach), of_programme(ProgrammePlace::Coach))
}

fn guidance() -> Tool {
    (say!(programme.guidance), of_programme(ProgrammePlace::Guidance))
}

fn goals() -> Tool {
    (say!(support.tool.goals), Screen::Goals)
}

fn of_programme(place: ProgrammePlace) -> Screen {
    Screen::Support(SupportPlace::Programme(place))
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
