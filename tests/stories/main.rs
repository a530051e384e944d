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
mod help_now_offline;
mod keyboard_only;
mod layout;
mod lock_and_unlock;
mod locked_capture;
mod offline_all;
mod plain_host;
mod pseudo_locale;
mod reload_keeps_draft;
mod scan_forms;
mod spanish;
mod storage_denied;
mod two_tabs;
mod update_waits;
mod worker_dies;
mod write_entry;
mod wrong_passphrase;
