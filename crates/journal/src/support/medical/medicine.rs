//! A medicine and its schedule, as its label and its owner word it.

use serde::{Deserialize, Serialize};

use super::{Care, Naloxone, Schedule};
use crate::noted::{Noted, Said, SaidError};
use crate::search::fold;
use crate::{Day, Kind, check};

/// A medicine and its schedule. As it rests.
pub type Medicine = Noted<MedicineWords>;

/// A medicine and its schedule. All that its writer decides.
#[derive(Clone, PartialEq, Eq, Default, Debug, Serialize, Deserialize)]
#[serde(default)]
pub struct MedicineWords {
    /// Its name.
    pub name: String,
    /// What it is for.
    pub what_for: String,
    /// Its form.
    pub form: Option<MedicineForm>,
    /// The dose as it is written on the label. Nothing reckons with it.
    pub label: String,
    /// When doses are planned.
    pub schedule: Schedule,
    /// What has to be known beside it; where this is not answered its generic name may say.
    pub care: Option<Care>,
    /// From this civil day on, days since 1970-01-01.
    pub first_day: Option<i32>,
    /// Up to and with this civil day.
    pub last_day: Option<i32>,
    /// Who prescribes it, or which clinic.
    pub prescriber: String,
    /// The pharmacy.
    pub pharmacy: String,
    /// What is there lasts up to and with this civil day, as its owner says.
    pub supply_until_day: Option<i32>,
    /// The next refill.
    pub refill_day: Option<i32>,
    /// The next injection or change of an implant.
    pub injection_day: Option<i32>,
    /// A note.
    pub note: String,
    /// The day of the last record for which it was asked whether doses were taken since.
    pub asked_after_day: Option<i32>,
    /// This is no medicine of a schedule, but naloxone at hand.
    pub naloxone: Option<Naloxone>,
    /// No longer taken; kept.
    pub ended: bool,
    /// When it was written down, s since 1970 UTC.
    pub happened_at_s: i64,
    /// Offset from UTC there and then, minutes.
    pub offset_min: i16,
    /// The zone as the device named it, may be empty.
    pub zone: String,
}

/// The form of a medicine.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "each is the word it names")]
pub enum MedicineForm {
    Tablet,
    Film,
    Liquid,
    Injection,
    Implant,
    Patch,
    Spray,
    Other,
}

impl MedicineForm {
    /// All, in order.
    pub const ALL: [Self; 8] = [
        Self::Tablet,
        Self::Film,
        Self::Liquid,
        Self::Injection,
        Self::Implant,
        Self::Patch,
        Self::Spray,
        Self::Other,
    ];
}

impl MedicineWords {
    /// What has to be known beside it.
    #[must_use]
    pub fn care(&self) -> Care {
        self.care.or_else(|| Care::of_name(&self.name)).unwrap_or(Care::NoneOfThese)
    }

    fn lines(&self) -> [(&'static str, &str); 5] {
        [
            ("name", &self.name),
            ("what_for", &self.what_for),
            ("label", &self.label),
            ("prescriber", &self.prescriber),
            ("pharmacy", &self.pharmacy),
        ]
    }

    fn days(&self) -> [(&'static str, Option<i32>); 8] {
        let naloxone = self.naloxone.as_ref();
        [
            ("first_day", self.first_day),
            ("last_day", self.last_day),
            ("supply_until_day", self.supply_until_day),
            ("refill_day", self.refill_day),
            ("injection_day", self.injection_day),
            ("asked_after_day", self.asked_after_day),
            ("naloxone", naloxone.and_then(|kit| kit.expiry_day)),
            ("naloxone", naloxone.and_then(|kit| kit.checked_day)),
        ]
    }
}

impl Said for MedicineWords {
    const KIND: Kind = Kind::MEDICINE;
    const SCHEMA: u16 = 1;
    const FIELDS: &'static [&'static str] = &[
        "name",
        "what_for",
        "form",
        "label",
        "schedule",
        "care",
        "first_day",
        "last_day",
        "prescriber",
        "pharmacy",
        "supply_until_day",
        "refill_day",
        "injection_day",
        "note",
        "asked_after_day",
        "naloxone",
        "ended",
        "happened_at_s",
        "offset_min",
        "zone",
    ];

    fn moment(&self) -> (i64, i16) {
        (self.happened_at_s, self.offset_min)
    }

    fn tidied(self) -> Self {
        Self {
            name: check::one_line(&self.name),
            what_for: check::one_line(&self.what_for),
            label: check::one_line(&self.label),
            prescriber: check::one_line(&self.prescriber),
            pharmacy: check::one_line(&self.pharmacy),
            schedule: self.schedule.tidied(),
            note: self.note.trim().to_owned(),
            ..self
        }
    }

    fn check(&self) -> Result<(), SaidError> {
        check::lines(&self.lines())?;
        check::texts(&[("note", &self.note)])?;
        if let Some((field, _)) =
            self.days().into_iter().find(|(_, day)| day.is_some_and(|day| Day::new(day).is_err()))
        {
            return Err(SaidError::OutOfRange { field });
        }
        if let Some(kit) = &self.naloxone {
            return check::texts(&[
                ("naloxone", &kit.kit),
                ("naloxone", &kit.place),
                ("naloxone", &kit.who_knows),
            ]);
        }
        if self.name.is_empty() {
            return Err(SaidError::Missing { field: "name" });
        }
        if self.first_day.zip(self.last_day).is_some_and(|(first, last)| last < first) {
            return Err(SaidError::OutOfRange { field: "last_day" });
        }
        self.schedule.check()
    }

    fn list_title(&self) -> String {
        check::title(&self.name)
    }

    fn preview(&self) -> String {
        self.name.clone()
    }

    fn search_text(&self) -> String {
        let words =
            [self.name.as_str(), &self.what_for, &self.label, &self.prescriber, &self.pharmacy, &self.note];
        fold(&words.join("\n"))
    }
}
