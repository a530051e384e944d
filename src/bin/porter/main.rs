//! The porter's worker: foreign bytes in, typed records out, without keys. It is started for one file and ended; what it
//! says is `exchange::porter`.

#[cfg(target_arch = "wasm32")]
mod clock;
#[cfg(target_arch = "wasm32")]
mod file;
#[cfg(target_arch = "wasm32")]
mod worker;

#[cfg(target_arch = "wasm32")]
fn main() {
    if let Some(scope) = link::Scope::of_this_worker() {
        worker::run(scope);
    }
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    eprintln!("this is a worker of the web app: build it with `cargo xtask build`");
}
