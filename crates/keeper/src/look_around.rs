//! "Look around": a journal in memory with made-up content. Its one way in is a random secret that nobody is shown, so
//! it cannot be opened again. Apart from Create, which must not wait for what saves records.

use vault::{Cost, KdfParams, WaySecret, check_random};

use crate::{
    create::First,
    host::Host,
    open_journal::OpenJournal,
    protocol::{Base, Draft, Failure, Id, Kept, Opened, Reply, Stage, Written},
    service::Keeper,
};

impl<H: Host> Keeper<H> {
    pub(crate) async fn look_around(
        &self,
        number: u32,
        content: Vec<(Id, Written)>,
    ) -> Result<Opened, Failure> {
        let random = &mut self.random();
        check_random(random)?;
        let mut secret = [0; 20];
        self.host.fill_random(&mut secret)?;
        let secret = WaySecret::recovery(secret);
        let kdf = KdfParams::make(Cost::STANDARD, random)?;
        self.host.progress(number, Stage::Writing, 0, 0);
        let first = First { secret: &secret, kdf, marks: 0 };
        let journal = OpenJournal { made_up: true, ..self.make(Kept::InMemory, first).await? };
        self.open(journal).await;
        if let Err(failure) = self.fill(content).await {
            // Half a tour is none.
            let _ = self.lock().await;
            return Err(failure);
        }
        // Nobody has saved anything here yet.
        Ok(Opened { last_save_ms: 0, ..self.opened_reply(&*self.opened()?) })
    }

    async fn fill(&self, content: Vec<(Id, Written)>) -> Result<(), Failure> {
        for (id, text) in content {
            if let Reply::Begun { draft_id, .. } = self.begin_entry()? {
                self.save(Draft { draft_id, id, base: Base::default(), text }).await?;
            }
        }
        Ok(())
    }
}
