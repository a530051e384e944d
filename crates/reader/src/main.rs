//! The worker of the HTML reader: one message in, one answer out, in order. Holds everything; the page holds what it
//! shows.

#[cfg(target_arch = "wasm32")]
fn main() {
    use link::Scope;
    use reading::{Answer, Desk};

    let Some(scope) = Scope::of_this_worker() else { return };
    // A panic's message could quote words. The trap that follows it tells the page that the worker is gone.
    link::report_panics(|_, _| {});
    let answering = scope.clone();
    let mut desk = Desk::default();
    scope.listen(move |message| match desk.answer(message) {
        Answer::File(text) => answering.post(&[b"f", text.as_bytes()].concat()),
        Answer::Bytes(bytes) => answering.post(&[b"b", bytes.as_slice()].concat()),
        answer => {
            let answer = serde_json::to_vec(&answer).unwrap_or_default();
            answering.post(&[b"a", answer.as_slice()].concat());
        }
    });
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    eprintln!("this is the worker of the HTML reader: build it with `cargo xtask build`");
}
