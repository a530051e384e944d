//! Browser stories over WebDriver against the built site, one file each. `cargo xtask e2e` runs them.

mod accessibility;
mod bad_input;
mod control;
mod create;
mod damaged_header;
mod disk_scan;
mod emptied_database;
mod first_run;
mod first_run_borrowed;
mod help_now_locked;
mod help_now_without_wasm;
mod keyboard_only;
mod layout;
mod leave_quickly;
mod lock_and_unlock;
mod locked_capture;
mod pseudo_locale;
mod reload_keeps_draft;
mod scan_forms;
mod storage_denied;
mod two_tabs;
mod worker_dies;
mod write_entry;
mod wrong_passphrase;
