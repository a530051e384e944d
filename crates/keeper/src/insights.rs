//! What the journal shows: facts of the bodies in memory, reckoned by the journal's own rules.

use journal::DayStart;
use journal::insights::{Facts, Insights, Moment, Range};

use crate::{
    host::Host,
    protocol::{Failure, InsightsShown},
    service::Keeper,
};

impl<H: Host> Keeper<H> {
    /// Of the days of `range`, the last of which is that of `now`. Until every body is read, of those that are.
    pub(crate) async fn insights(&self, range: Range, now: (i64, i16)) -> Result<InsightsShown, Failure> {
        let journal = self.opened()?;
        // Choices that cannot be read are told of in Settings; they hold nothing up here.
        let four = self.settings().await.is_ok_and(|settings| settings.choices.day_starts_at_four);
        let starts = if four { DayStart::FourInTheMorning } else { DayStart::Midnight };
        // Asked before looking: what is read meanwhile is told of by its own event.
        let complete = journal.checked.get();
        let mut facts = Facts::default();
        journal.bodies.borrow().facts().for_each(|fact| facts.add(fact, starts));
        self.host.let_others_run().await;
        let today = Moment { second: now.0, offset_min: now.1 }.day(starts);
        let insights = Insights::of(&facts, range.period(&facts, today, starts), starts);
        Ok(InsightsShown { insights, complete })
    }
}
