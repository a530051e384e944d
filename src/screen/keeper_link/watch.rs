//! Notices a keeper that has gone silent while it was asked something.

use std::cell::RefCell;
use std::rc::Rc;

use leptos::task::spawn_local;

use super::line::{self, Line};

/// Silent looks, a second apart, that count as death. Looks are counted, not time: after a sleep of the device the
/// clock has jumped, but only one look has passed.
const SILENT_LOOKS: u32 = 10;
/// The same while the worker's file is still on its way.
const SILENT_LOOKS_AT_START: u32 = 60;

/// Looks once a second for as long as this start lasts.
pub fn watch(line: &Rc<RefCell<Line>>, start: u32) {
    let line = Rc::downgrade(line);
    spawn_local(async move {
        let mut silent = 0;
        loop {
            link::wait(1_000).await;
            let Some(line) = line.upgrade().filter(|line| line.borrow().start == start) else { return };
            let (signs, awaits, starting) = {
                let mut line = line.borrow_mut();
                let signs = core::mem::take(&mut line.signs);
                (signs, line.awaits_something(), line.is_starting())
            };
            silent = if signs > 0 || !awaits { 0 } else { silent + 1 };
            if silent >= if starting { SILENT_LOOKS_AT_START } else { SILENT_LOOKS } {
                line::give_up(&line);
                return;
            }
        }
    });
}
