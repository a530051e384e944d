//! The one backup that is in hand, and its number. Whoever works on it takes it out; a request that comes meanwhile finds
//! nothing in hand.

use super::{
    apply::Applying, import::Importing, look::Looked, look::Looking, make::Making, trouble::Trouble,
};
use crate::{host::Host, protocol::BackupRefused, service::Keeper};

/// At most one backup.
pub(crate) struct Desk<H: Host> {
    last: u32,
    hand: Option<(u32, InHand<H>)>,
}

/// How far it is.
pub(super) enum InHand<H: Host> {
    /// It is made.
    Making(Box<Making<H>>),
    /// The first pass.
    Looking(Box<Looking<H>>),
    /// Between the passes.
    Looked(Box<Looked<H>>),
    /// The second pass.
    Applying(Box<Applying<H>>),
    /// Another program's records come in.
    Importing(Box<Importing<H>>),
}

impl<H: Host> Default for Desk<H> {
    fn default() -> Self {
        Self { last: 0, hand: None }
    }
}

impl<H: Host> Keeper<H> {
    /// Lays a new backup on the desk; gives its number.
    pub(super) fn lay(&self, hand: InHand<H>) -> u32 {
        let mut desk = self.desk.borrow_mut();
        desk.last = desk.last.wrapping_add(1);
        let number = desk.last;
        desk.hand = Some((number, hand));
        number
    }

    /// Takes the backup of that number out.
    pub(super) fn take_in_hand(&self, number: u32) -> Result<InHand<H>, Trouble> {
        let mut desk = self.desk.borrow_mut();
        match desk.hand.take_if(|(known, _)| *known == number) {
            Some((_, hand)) => Ok(hand),
            None => Err(BackupRefused::NotInHand.into()),
        }
    }

    /// Lays it back, further on, unless another was begun meanwhile.
    pub(super) fn lay_back(&self, number: u32, hand: InHand<H>) {
        let mut desk = self.desk.borrow_mut();
        if desk.last == number && desk.hand.is_none() {
            desk.hand = Some((number, hand));
        }
    }

    /// Forgets what is in hand, and the keys with it. What a second pass has staged is swept after the next opening.
    pub(crate) fn forget_in_hand(&self) {
        let mut desk = self.desk.borrow_mut();
        desk.last = desk.last.wrapping_add(1);
        desk.hand = None;
    }

    /// Lets go of what is in hand. What a second pass has staged goes.
    pub(crate) async fn let_go(&self) {
        let hand = {
            let mut desk = self.desk.borrow_mut();
            desk.last = desk.last.wrapping_add(1);
            desk.hand.take()
        };
        match hand {
            Some((_, InHand::Applying(applying))) => self.give_up(*applying).await,
            Some((_, InHand::Importing(importing))) => self.give_up_import(*importing).await,
            _ => {}
        }
    }
}
