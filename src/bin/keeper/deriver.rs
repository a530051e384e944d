//! The deriver: a throw-away worker that runs Argon2id once and is ended, its 64 MiB with it.

use std::cell::RefCell;
use std::rc::Rc;

use futures_channel::mpsc::{UnboundedReceiver, unbounded};
use futures_util::{
    StreamExt,
    future::{Either, select},
    pin_mut,
};
use keeper::{Cost, DeriveFailure, Derived, KdfParams, Passphrase, derive, protocol::SecretBytes};
use link::{Scope, WorkerLink, decode, encode, report_panics, wait};
use serde::{Deserialize, Serialize};

/// The name a deriver is started under.
pub const NAME: &str = "deriver";

/// What a deriver is asked, once.
#[derive(Serialize, Deserialize)]
struct Order {
    passphrase: SecretBytes,
    /// `B` of `docs/format.md`: 28 bytes.
    params: Vec<u8>,
}

/// What it answers: 32 bytes and milliseconds, or that there was no memory.
type Answer = Option<(SecretBytes, f64)>;

/// The deriver's side.
pub fn run(scope: &Scope) {
    let answering = scope.clone();
    report_panics(|_, _| {
        if let Some(scope) = Scope::of_this_worker() {
            // A panic here is a refused allocation: said as one, so that less memory can be tried.
            scope.post(&encode(&Answer::None));
            scope.close();
        }
    });
    warm_up();
    scope.listen(move |message| {
        let answer = decode::<Order>(&message).and_then(carry_out);
        answering.post(&encode(&answer));
        answering.close();
    });
}

fn carry_out(order: Order) -> Answer {
    // EXPOSE: the bytes pass into the vault's own type, which wipes them.
    let passphrase = Passphrase::from_nfc_bytes(order.passphrase.expose_into()).ok()?;
    let params = KdfParams::from_bytes(order.params.as_slice().try_into().ok()?).ok()?;
    let began = js_sys::Date::now();
    let derived = derive(&passphrase, &params).ok()?;
    Some((SecretBytes::new(derived.to_vec()), js_sys::Date::now() - began))
}

/// Derives once from nothing, so that the browser has compiled the inner loop at its best before it is needed: without
/// this, a derivation takes a third longer. The answer is not used.
fn warm_up() {
    let params = KdfParams { cost: Cost::READ_MINIMUM, salt: [0; 16] };
    if let Ok(nothing) = Passphrase::from_nfc_bytes(vec![0]) {
        let _ = std::hint::black_box(derive(&nothing, &params));
    }
}

/// The keeper's side: a deriver that was started.
pub struct Deriver {
    link: WorkerLink,
    answers: UnboundedReceiver<Option<Vec<u8>>>,
}

/// A deriver started ahead, while a passphrase is typed.
pub type ReadyDeriver = Rc<RefCell<Option<Deriver>>>;

impl Deriver {
    /// Starts one.
    pub fn start(scope: &Scope) -> Result<Self, DeriveFailure> {
        let (answered, answers) = unbounded::<Option<Vec<u8>>>();
        let failed = answered.clone();
        let link = WorkerLink::start(
            &scope.script_address(),
            NAME,
            move |message| drop(answered.unbounded_send(Some(message))),
            move || drop(failed.unbounded_send(None)),
        )
        .map_err(|_| DeriveFailure::Ended)?;
        Ok(Self { link, answers })
    }

    /// Has it derive, and ends it. Calls `beat` once a second while it runs.
    pub async fn derive(
        mut self,
        passphrase: &Passphrase,
        params: &KdfParams,
        beat: impl Fn(),
    ) -> Result<Derived, DeriveFailure> {
        // EXPOSE: the passphrase goes to the throw-away worker that derives from it; the message is wiped once handed over.
        let passphrase = SecretBytes::new(passphrase.expose_bytes().to_vec());
        self.link.post(encode(&Order { passphrase, params: params.to_bytes().to_vec() }));
        let message = loop {
            let second = wait(1_000);
            pin_mut!(second);
            match select(self.answers.next(), second).await {
                Either::Left((message, _)) => break message.flatten(),
                Either::Right(_) => beat(),
            }
        };
        drop(self.link);
        let answer = message.as_deref().and_then(decode::<Answer>).ok_or(DeriveFailure::Ended)?;
        let (secret, milliseconds) = answer.ok_or(DeriveFailure::OutOfMemory)?;
        // EXPOSE: Argon2id's output passes into the key tree.
        let bytes = secret.expose_into().try_into().map_err(|_| DeriveFailure::Ended)?;
        Ok(Derived { bytes, milliseconds })
    }
}
