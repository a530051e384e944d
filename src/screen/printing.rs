//! Printing: the browser's own window may hide the page, so an open journal is covered on the screen, not on the paper,
//! until that window closes.

use leptos::task::spawn_local;
use web_sys::Window;

use super::browser::{dom, events};
use super::locks;
use super::session::Session;

/// Long enough for the cover to be drawn: some browsers draw nothing more while their window is open.
const COVER_MS: u32 = 50;

/// Prints the page.
pub fn print_page(session: Session) {
    if let Some(window) = dom::window() {
        print(session, window);
    }
}

/// Prints that window: the page's own, or a frame's.
pub fn print(session: Session, window: Window) {
    locks::go_out(session);
    // Where a browser tells of no end, the cover's own button uncovers.
    events::once(&window, "afterprint", move |_| {
        locks::come_back(session);
    });
    spawn_local(async move {
        link::wait(COVER_MS).await;
        if session.stage.is_open_now() {
            let _ = window.print();
        }
    });
}
