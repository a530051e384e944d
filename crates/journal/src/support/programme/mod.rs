//! Programme, routines, meetings, stays, small steps, promises, guidance.

mod gaps;
mod guidance;
mod kept;
mod meeting;
mod planned;
mod promise;
mod routine;
mod stay;
mod task;

pub use gaps::{Gap, GapFacts, LastContact, Supply};
pub use guidance::{Guidance, GuidanceHeading, GuidanceWords};
pub use kept::{Kept, KeptWords};
pub use meeting::{Meeting, MeetingWay, MeetingWords};
pub use planned::{Planned, planned};
pub use promise::{Promise, PromiseState, PromiseWords};
pub use routine::{DayMark, FORTNIGHT, Routine, RoutineSort, RoutineWords, StepState};
pub use stay::{Stay, StayTime, StayWords};
pub use task::{Task, TaskSort, TaskWords};
