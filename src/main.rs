//! The screen's program: mounts the screen into the page. Natively it is empty, so that the workspace compiles whole.

#[cfg(target_arch = "wasm32")]
mod screen;

fn main() {
    #[cfg(target_arch = "wasm32")]
    screen::mount();
}
