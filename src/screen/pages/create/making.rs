//! From a filled form to an open journal.

use keeper::protocol::{Failure, Kept, Reply, Request};
use rules::{CreateForm, CreateProblem, Device, loosened};
use zeroize::Zeroizing;

use crate::screen::browser::passphrase;
use crate::screen::pages::new_passphrase::Typed;
use crate::screen::session::Session;

/// Why there is no journal yet.
pub enum Judged {
    /// The form is not complete.
    Problem(CreateProblem),
    /// The keeper could not.
    Failed(Failure),
}

/// Judges the form, makes the journal and opens it.
pub async fn make(
    session: Session,
    typed: Typed,
    device: Option<Device>,
    understood: bool,
) -> Result<(), Judged> {
    let made_by_us = typed.are_ours();
    let passphrase = typed.words();
    let form = CreateForm { device, same_twice: typed.same_twice(), understood };
    let device = form.validate(typed.judged().await).map_err(Judged::Problem)?;
    let passphrase = if made_by_us { Zeroizing::new(loosened(&passphrase)) } else { passphrase };
    let kept = if device == Device::Borrowed { Kept::InMemory } else { Kept::OnDevice };
    let request = Request::Create { passphrase: passphrase::secret(passphrase), kept };
    match session.keeper.ask(request).await.map_err(Judged::Failed)? {
        Reply::Opened(opened) => {
            typed.clear();
            session.remember(&opened, device, made_by_us);
            session.opened(opened);
            Ok(())
        }
        _ => Err(Judged::Failed(Failure::KeeperDied)),
    }
}
