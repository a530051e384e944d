//! A summary for somebody: what its owner chose, what the records give of that and nothing more, and the lines it
//! reads (DOMAIN 8.2, 9). Knows no format and makes no sentence: every word of ours comes from a [`Wording`].

mod choices;
mod compose;
mod datum;
mod gather;
mod gathered;
mod headed;
mod line;
mod part;
mod picked;
mod sections;
mod since;
mod strangers;
mod wording;

// What is chosen
pub use choices::{Chosen, SummaryAsk, SummaryChoices};
pub use part::{Audience, Part};
pub use picked::{Passage, shortened};
pub use since::{Been, since};

// What the records give
pub use gather::{Records, gather};
pub use gathered::{Gathered, GoalLine, ScoreLine, SleepLine, SupportLine, ToldLine, UrgeLine, UseLine};

// What it reads
pub use compose::compose;
pub use datum::{Datum, Of};
pub use line::{Body, Chart, Line, Section, Summary};
pub use wording::{Heading, Say, Wording};

// What to look at before it goes out
pub use strangers::{Stranger, Why, put_other_names, strangers};
