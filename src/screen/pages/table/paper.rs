//! Paper: the browser's own printing. What is on the page is what comes out; each page says what stays off it.

use crate::screen::browser::dom;

/// Opens the browser's printing.
pub fn print_now() {
    if let Some(window) = dom::window() {
        let _ = window.print();
    }
}
