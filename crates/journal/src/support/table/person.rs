//! A person on the table: by nickname or role, what they give, and the limits around it.

use serde::{Deserialize, Serialize};

use crate::noted::{Noted, Said, SaidError};
use crate::search::fold;
use crate::{Kind, check};

/// A person as it rests.
pub type Person = Noted<PersonWords>;

/// All that its writer decides.
#[derive(Clone, PartialEq, Eq, Default, Debug, Serialize, Deserialize)]
#[serde(default)]
pub struct PersonWords {
    /// A nickname or a role.
    pub name: String,
    /// The legs they stand on.
    pub legs: Vec<[u8; 16]>,
    /// What they give.
    pub gives: Vec<Gives>,
    /// The same in own words.
    pub gives_own: Vec<String>,
    /// They listen without judging.
    pub listens: bool,
    /// How they stand to the change, in words only.
    pub stance: String,
    /// The boundary: my limit.
    pub limit: String,
    /// What I will say.
    pub say: String,
    /// What I will do.
    pub act: String,
    /// A number to call or write to.
    pub phone: String,
    /// An address to write to.
    pub mail: String,
    /// A line or more.
    pub notes: String,
    /// When they were put on the table, s since 1970 UTC.
    pub happened_at_s: i64,
    /// Offset from UTC there and then, minutes.
    pub offset_min: i16,
    /// The zone as the device named it, may be empty.
    pub zone: String,
}

/// What somebody gives (DOMAIN 6).
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Gives {
    /// Listens.
    Listening,
    /// A lift.
    Lift,
    /// Looks after children.
    ChildCare,
    /// Company that makes it easier.
    Company,
    /// An answer when it is worst.
    Crisis,
    /// Practical help.
    Practical,
    /// Knows how things work.
    KnowHow,
    /// Faith or meaning.
    Faith,
}

impl Gives {
    /// All, in order.
    pub const ALL: [Self; 8] = [
        Self::Listening,
        Self::Company,
        Self::Lift,
        Self::ChildCare,
        Self::Practical,
        Self::KnowHow,
        Self::Crisis,
        Self::Faith,
    ];
}

impl PersonWords {
    fn texts(&self) -> [(&'static str, &str); 5] {
        [
            ("stance", &self.stance),
            ("limit", &self.limit),
            ("say", &self.say),
            ("act", &self.act),
            ("notes", &self.notes),
        ]
    }

    /// Whether anything stands on the boundaries sheet.
    #[must_use]
    pub fn has_boundary(&self) -> bool {
        [&self.limit, &self.say, &self.act].iter().any(|words| !words.is_empty())
    }
}

impl Said for PersonWords {
    const KIND: Kind = Kind::PERSON;
    const SCHEMA: u16 = 1;
    const FIELDS: &'static [&'static str] = &[
        "name",
        "legs",
        "gives",
        "gives_own",
        "listens",
        "stance",
        "limit",
        "say",
        "act",
        "phone",
        "mail",
        "notes",
        "happened_at_s",
        "offset_min",
        "zone",
    ];

    fn moment(&self) -> (i64, i16) {
        (self.happened_at_s, self.offset_min)
    }

    fn tidied(self) -> Self {
        let text = |words: &str| words.trim().to_owned();
        Self {
            name: check::one_line(&self.name),
            legs: check::each_once(self.legs),
            gives: check::each_once(self.gives),
            gives_own: check::tidy_names(self.gives_own),
            stance: text(&self.stance),
            limit: text(&self.limit),
            say: text(&self.say),
            act: text(&self.act),
            phone: check::one_line(&self.phone),
            mail: check::one_line(&self.mail),
            notes: text(&self.notes),
            ..self
        }
    }

    fn check(&self) -> Result<(), SaidError> {
        if self.name.is_empty() {
            return Err(SaidError::Missing { field: "name" });
        }
        check::lines(&[("name", &self.name), ("phone", &self.phone), ("mail", &self.mail)])?;
        check::count("legs", self.legs.len())?;
        check::names("gives_own", &self.gives_own)?;
        check::texts(&self.texts())
    }

    fn list_title(&self) -> String {
        check::title(&self.name)
    }

    fn preview(&self) -> String {
        self.name.clone()
    }

    fn search_text(&self) -> String {
        let texts = self.texts().map(|(_, words)| words);
        let gives = self.gives_own.iter().map(String::as_str);
        fold(&core::iter::once(self.name.as_str()).chain(texts).chain(gives).collect::<Vec<_>>().join("\n"))
    }
}
