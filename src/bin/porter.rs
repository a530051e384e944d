//! The porter's worker: foreign bytes in, typed records out, without keys; started for one file and ended. It answers
//! Hello only, until imports land.

#[cfg(target_arch = "wasm32")]
fn main() {
    use keeper::protocol::{BUILD, FromKeeper, PROTOCOL, ToKeeper};
    use link::{Scope, decode, encode};

    let Some(scope) = Scope::of_this_worker() else { return };
    let answering = scope.clone();
    scope.listen(move |message| {
        if let Some(ToKeeper::Hello { .. }) = decode(&message) {
            answering.post(&encode(&FromKeeper::Hello { protocol: PROTOCOL, build: BUILD.to_owned() }));
        }
    });
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    eprintln!("this is a worker of the web app: build it with `cargo xtask build`");
}
