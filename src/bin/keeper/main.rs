//! The keeper's worker: a shell around `keeper::Keeper` that owns the queue, the deriver and the timers. Uses nothing
//! of the screen. The same file, started under another name, is the deriver.

#[cfg(target_arch = "wasm32")]
mod deriver;
#[cfg(target_arch = "wasm32")]
mod host;
#[cfg(target_arch = "wasm32")]
mod later;
#[cfg(target_arch = "wasm32")]
mod lock;
#[cfg(target_arch = "wasm32")]
mod neighbours;
#[cfg(target_arch = "wasm32")]
mod room;
#[cfg(target_arch = "wasm32")]
mod worker;

#[cfg(target_arch = "wasm32")]
fn main() {
    let Some(scope) = link::Scope::of_this_worker() else { return };
    if scope.name() == deriver::NAME {
        deriver::run(&scope);
    } else {
        worker::run(scope);
    }
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    eprintln!("this is a worker of the web app: build it with `cargo xtask build`");
}
