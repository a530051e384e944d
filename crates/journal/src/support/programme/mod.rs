//! Programme, routines, meetings, stays, small steps, promises, guidance.

mod guidance;
mod kept;
mod meeting;
mod promise;
mod routine;
mod stay;
mod task;

pub use guidance::{Guidance, GuidanceWords};
pub use kept::{Kept, KeptWords};
pub use meeting::{Meeting, MeetingWords};
pub use promise::{Promise, PromiseWords};
pub use routine::{Routine, RoutineWords};
pub use stay::{Stay, StayWords};
pub use task::{Task, TaskWords};
