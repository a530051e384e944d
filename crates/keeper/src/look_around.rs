//! "Look around": a journal in memory with made-up content. Its one way in is a random secret that nobody is shown, so
//! it cannot be opened again.

use vault::{Cost, KdfParams, WaySecret, check_random};

use store::Shelf;

use crate::{
    create::FirstWay,
    host::Host,
    protocol::{Base, Draft, Failure, Kept, Opened, Reply, Written},
    service::Keeper,
};

impl<H: Host> Keeper<H> {
    pub(crate) async fn look_around(&self, content: Vec<Written>) -> Result<Opened, Failure> {
        check_random(&mut self.random())?;
        let mut secret = [0; 20];
        self.host.fill_random(&mut secret)?;
        let kdf = KdfParams::make(Cost::STANDARD, &mut self.random())?;
        let way = FirstWay { secret: WaySecret::recovery(secret), kdf, milliseconds: 0.0, marks: 0 };
        let name = self.make_name(Kept::InMemory).await?;
        let store = self.host.shelf().open(&name).await?;
        let mut journal = self.write_first(&name, store, &way).await?;
        journal.is_made_up = true;
        self.open(journal);
        for text in content {
            let Reply::Begun { id, draft_id } = self.begin_entry()? else { continue };
            self.save(Draft { draft_id, id, base: Base::default(), text }).await?;
        }
        let journal = self.opened()?;
        // Nothing of it can be damaged, and nobody waits for it to be said.
        journal.checked.set(true);
        Ok(self.opened_reply(&journal, false, 0.0))
    }
}
