//! What was asked on the command line.

use std::ffi::OsString;
use std::path::PathBuf;

use crate::failure::Failure;

/// What `trestle --help` says.
pub const HELP: &str = "\
trestle opens and verifies backups of a Trestle journal, without the site.

  trestle verify FILE               is the whole file authentic and complete?
  trestle info FILE                 when it was made, and what is in it
  trestle list FILE                 one line for each thing in it
  trestle open FILE --to FOLDER     writes what is in it, in the clear, into a new folder:
                                    Markdown files with front matter, or with --json one JSON file

  --recovery    open it with the recovery sheet instead of the passphrase
  --version     tell the version

The passphrase is the one of the day the backup was made. It is asked for on the terminal, and not shown;
without a terminal it is read from the first line of the input (the sheet from the first four lines).

Ends with 0 when all is well; 1 when something else went wrong (a disk, a folder); 2 for wrong usage; 3 when
the passphrase or sheet does not open the file; 4 when the file is not a backup; 5 when it is damaged or cut;
6 when it was made by a newer version, or asks for more than may be tried.
";

/// What is to be done.
pub enum Asked {
    /// Tell how this is used.
    Help,
    /// Tell the version.
    Version,
    /// Work on a file.
    Work(Arguments),
}

/// Work on a file.
pub struct Arguments {
    /// What work.
    pub command: Command,
    /// The file.
    pub file: PathBuf,
    /// Open it by the recovery sheet.
    pub sheet: bool,
}

/// What to do with a file.
pub enum Command {
    /// Authenticate all of it.
    Verify,
    /// Count what is in it.
    Info,
    /// A line for each record.
    List,
    /// Write it in the clear.
    Open {
        /// A folder that is not there yet, or empty.
        to: PathBuf,
        /// One JSON file in the place of Markdown.
        json: bool,
    },
}

/// Reads the arguments behind the program's name.
///
/// # Errors
/// [`Failure::Usage`].
pub fn parse(arguments: impl Iterator<Item = OsString>) -> Result<Asked, Failure> {
    let (mut words, mut to, mut json, mut sheet) = (Vec::new(), None, false, false);
    let mut arguments = arguments;
    let mut only_words = false;
    while let Some(argument) = arguments.next() {
        match argument.to_str() {
            _ if only_words => words.push(argument),
            Some("--") => only_words = true,
            Some("--help" | "-h" | "help") if words.is_empty() => return Ok(Asked::Help),
            Some("--version" | "-V") if words.is_empty() => return Ok(Asked::Version),
            Some("--recovery") => sheet = true,
            Some("--json") => json = true,
            Some("--to") => to = Some(arguments.next().ok_or(Failure::Usage("--to needs a folder"))?),
            Some(option) if option.starts_with("--") => {
                return Err(Failure::Usage("there is an option that trestle does not know"));
            }
            _ => words.push(argument),
        }
    }
    let [name, file] =
        <[OsString; 2]>::try_from(words).map_err(|_| Failure::Usage("a command and one file are needed"))?;
    let command = match (name.to_str(), to) {
        (Some("open"), Some(to)) => Command::Open { to: to.into(), json },
        (Some("open"), None) => return Err(Failure::Usage("open needs --to and a folder")),
        (Some("verify" | "info" | "list"), to) if to.is_some() || json => {
            return Err(Failure::Usage("--to and --json belong to open"));
        }
        (Some("verify"), _) => Command::Verify,
        (Some("info"), _) => Command::Info,
        (Some("list"), _) => Command::List,
        _ => return Err(Failure::Usage("the commands are verify, info, list and open")),
    };
    Ok(Asked::Work(Arguments { command, file: file.into(), sheet }))
}
