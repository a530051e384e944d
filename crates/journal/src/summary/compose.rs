//! From what was gathered and typed to the lines of a page, in the fixed order of DOMAIN 8.2.

use super::choices::Chosen;
use super::gathered::Gathered;
use super::headed::Headed;
use super::line::{Line, Section, Summary};
use super::part::Part;
use super::strangers::put_other_names;
use super::wording::{Heading, Say, Wording};
use super::{datum, sections};

/// What a section is made of.
pub(crate) struct Page<'a> {
    pub(crate) gathered: &'a Gathered,
    pub(crate) chosen: &'a Chosen,
    pub(crate) wording: &'a dyn Wording,
}

impl<'a> Page<'a> {
    pub(crate) fn section(&self, heading: Heading) -> Headed<'a> {
        Headed::new(heading, self.wording)
    }

    pub(crate) fn say(&self, say: &Say<'_>) -> String {
        self.wording.say(say)
    }

    /// Words of the owner, with other names where that was agreed.
    pub(crate) fn own(&self, words: &str) -> String {
        put_other_names(words, &self.chosen.other_names)
    }

    pub(crate) fn has(&self, part: Part) -> bool {
        self.chosen.parts.contains(&part)
    }
}

/// The summary.
#[must_use]
pub fn compose(gathered: &Gathered, chosen: &Chosen, wording: &dyn Wording) -> Summary {
    let page = Page { gathered, chosen, wording };
    let (sections, second) = (first_page(&page), sections::second_page(&page));
    Summary {
        title: wording.say(&Say::Whole),
        language: wording.language(),
        name: chosen.name.trim().to_owned(),
        days: (gathered.from, gathered.to),
        made_on: chosen.made_on,
        head: head(&page),
        sections,
        second,
    }
}

fn head(page: &Page<'_>) -> Vec<Line> {
    let (gathered, chosen) = (page.gathered, page.chosen);
    let mut head = page.section(Heading::Head);
    if !chosen.name.trim().is_empty() {
        head.say(&Say::Name(chosen.name.trim()));
    }
    head.say(&Say::Period(gathered.from, gathered.to));
    head.say(&Say::MadeOn(chosen.made_on));
    if let Some(audience) = chosen.audience {
        head.say(&Say::For(audience));
    }
    head.say(&Say::SelfReported);
    let recorded =
        datum::Datum::of_period(datum::Of::DaysRecorded, gathered.recorded.into(), Some(gathered.days));
    head.say_with(&Say::Recorded { recorded: gathered.recorded, days: gathered.days }, [recorded]);
    head.into_lines()
}

fn first_page(page: &Page<'_>) -> Vec<Section> {
    let gathered = page.gathered;
    let told = [
        Some(sections::safety(page)),
        gathered.passages.as_ref().map(|passages| sections::passages(page, passages)),
        gathered.goals.as_ref().map(|goals| sections::goals(page, goals)),
        gathered.craving.as_ref().zip(gathered.mood.as_ref()).map(|lines| sections::lines(page, lines)),
        gathered.triggers.as_ref().map(|rows| sections::triggers(page, rows)),
        gathered.helped.as_ref().map(|helped| sections::helped(page, helped)),
        gathered.supports.as_ref().map(|supports| sections::supports(page, supports)),
        gathered.sleep.as_ref().map(|sleep| sections::sleep(page, sleep)),
        gathered.medicines.as_ref().map(|told| sections::told(page, Heading::Medicines, told)),
        gathered.side_effects.as_ref().map(|told| sections::told(page, Heading::SideEffects, told)),
        gathered.appointments.as_ref().map(|told| sections::told(page, Heading::Appointments, told)),
        gathered.scores.as_ref().map(|scores| sections::scores(page, scores)),
        page.has(Part::Changes).then(|| sections::typed(page, Heading::Changes, &page.chosen.changes)),
        page.has(Part::Questions).then(|| sections::typed(page, Heading::Questions, &page.chosen.questions)),
        Some(sections::left_out(page)),
        Some(sections::method(page)),
    ];
    told.into_iter().flatten().collect()
}
