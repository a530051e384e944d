//! Passkeys: adding one to the open journal, using one at the lock, and touching those that stay when everything is
//! sealed anew.

mod add;
mod staying;

use keeper::protocol::{Failure, SecretBytes};

use crate::screen::browser::passkey::{self, NoPasskey};
use crate::screen::words::say;

pub use add::add_passkey;
pub use staying::Staying;

/// Why a passkey did not do what was asked.
#[derive(Clone, PartialEq)]
pub enum Trouble {
    /// It gave nothing.
    No(NoPasskey),
    /// The keeper could do nothing with what it gave.
    Failed(Failure),
}

impl From<NoPasskey> for Trouble {
    fn from(why: NoPasskey) -> Self {
        Self::No(why)
    }
}

impl From<Failure> for Trouble {
    fn from(why: Failure) -> Self {
        Self::Failed(why)
    }
}

impl Trouble {
    /// What the keeper said.
    pub fn failure(&self) -> Option<Failure> {
        if let Self::Failed(failure) = self { Some(failure.clone()) } else { None }
    }

    /// One sentence, where the keeper was not asked: of a passkey that was to be used.
    pub fn words_of_use(&self) -> Option<&'static str> {
        match self {
            Self::No(NoPasskey::CannotAsk) => Some(say!(lock.no_passkeys)),
            Self::No(NoPasskey::NothingGiven) => Some(say!(lock.passkey_no_key)),
            Self::No(NoPasskey::NotDone) => Some(say!(lock.passkey_not_used)),
            Self::Failed(_) => None,
        }
    }
}

/// A passkey chosen in the system's list.
pub async fn chosen(salt: [u8; 32]) -> Result<SecretBytes, NoPasskey> {
    passkey::used(None, salt).await
}
