//! `trestle`: opens and verifies backups on any computer, without the site, with the same crates as the app.
#![forbid(unsafe_code)]

mod arguments;
mod ask;
mod attachments;
mod backup;
mod commands;
mod export;
mod failure;
mod folder;

use std::process::ExitCode;

use arguments::{Arguments, Command, HELP};
use backup::Backup;
use failure::Failure;

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("trestle: {failure}");
            ExitCode::from(failure.code())
        }
    }
}

fn run() -> Result<(), Failure> {
    let Arguments { command, file, sheet } = match arguments::parse(std::env::args_os().skip(1))? {
        arguments::Asked::Help => return commands::say(HELP),
        arguments::Asked::Version => {
            return commands::say(&format!("trestle {}\n", env!("CARGO_PKG_VERSION")));
        }
        arguments::Asked::Work(arguments) => arguments,
    };
    if let Command::Open { to, .. } = &command {
        // Before a passphrase is asked for in vain.
        folder::expect_new(to)?;
    }
    let backup = Backup::begin(&file)?;
    let opened = backup.open(sheet)?;
    match command {
        Command::Verify => commands::verify(opened),
        Command::Info => commands::info(opened),
        Command::List => commands::list(opened),
        Command::Open { to, json } => export::open(opened, &to, json),
    }
}
