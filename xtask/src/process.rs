//! Running other programs: says what runs when one fails, and prints the lines a person follows.

use std::ffi::OsStr;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, bail};

/// Prints one line about the step that starts now.
pub fn say(text: impl AsRef<str>) {
    println!("▸ {}", text.as_ref());
}

/// Runs a program to its end; its output goes to the terminal.
///
/// # Errors
/// When it cannot be started or ends with anything but success; the message is its command line.
pub fn run(command: &mut Command) -> Result<()> {
    let line = command_line(command);
    let status = command.status().with_context(|| format!("could not start: {line}"))?;
    if !status.success() {
        bail!("failed ({status}): {line}");
    }
    Ok(())
}

/// Runs a program to its end and returns what it printed; its errors go to the terminal.
///
/// # Errors
/// As [`run`], and when the output is not UTF-8.
pub fn output(command: &mut Command) -> Result<String> {
    let line = command_line(command);
    let output = command.stderr(std::process::Stdio::inherit()).output();
    let output = output.with_context(|| format!("could not start: {line}"))?;
    if !output.status.success() {
        bail!("failed ({}): {line}", output.status);
    }
    String::from_utf8(output.stdout).with_context(|| format!("not UTF-8: output of {line}"))
}

/// Where a program lies on the search path.
pub fn which(name: &str) -> Option<std::path::PathBuf> {
    let paths = std::env::var_os("PATH")?;
    std::env::split_paths(&paths).map(|folder| folder.join(name)).find(|path| path.is_file())
}

/// The search path with `folders` in front.
pub fn path_with<'a>(folders: impl IntoIterator<Item = &'a Path>) -> Result<std::ffi::OsString> {
    let old = std::env::var_os("PATH").unwrap_or_default();
    let folders = folders.into_iter().map(Path::to_path_buf).chain(std::env::split_paths(&old));
    Ok(std::env::join_paths(folders)?)
}

fn command_line(command: &Command) -> String {
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    words.map(OsStr::to_string_lossy).collect::<Vec<_>>().join(" ")
}
