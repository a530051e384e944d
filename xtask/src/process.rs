//! Running other programs: says what runs when one fails, and prints the lines a person follows.

use std::ffi::OsStr;
use std::path::Path;
use std::process::Command;
use std::sync::atomic::{AtomicUsize, Ordering};

use anyhow::{Context, Result, anyhow, bail};

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

/// Does the same to each, as many at a time as there are cores, and gives the outcomes in their order.
///
/// # Errors
/// The first of what went wrong; what had begun is ended first.
pub fn each<T: Sync, R: Send>(items: &[T], work: impl Fn(&T) -> Result<R> + Sync) -> Result<Vec<R>> {
    let next = AtomicUsize::new(0);
    let some = || {
        let taken = std::iter::from_fn(|| Some(next.fetch_add(1, Ordering::Relaxed)));
        let taken = taken.take_while(|at| *at < items.len());
        taken.map(|at| Ok((at, work(&items[at])?))).collect::<Result<Vec<_>>>()
    };
    let threads = std::thread::available_parallelism().map_or(1, usize::from).min(items.len());
    let outcomes = std::thread::scope(|scope| {
        let running: Vec<_> = (0..threads).map(|_| scope.spawn(some)).collect();
        running.into_iter().map(|thread| thread.join().map_err(|_| anyhow!("a thread fell over"))?).collect()
    });
    let outcomes: Result<Vec<Vec<(usize, R)>>> = outcomes;
    let mut outcomes: Vec<_> = outcomes?.into_iter().flatten().collect();
    outcomes.sort_by_key(|(at, _)| *at);
    Ok(outcomes.into_iter().map(|(_, outcome)| outcome).collect())
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

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;

    #[test]
    fn outcomes_come_in_the_order_of_what_they_came_of() {
        let items: Vec<u64> = (0..100).collect();
        assert_eq!(each(&items, |item| Ok(item * 2)).unwrap(), (0..200).step_by(2).collect::<Vec<_>>());
        assert!(each(&[] as &[u64], |item| Ok(*item)).unwrap().is_empty());
    }

    #[test]
    fn one_fault_is_the_fault_of_all() {
        let outcome = each(&[1, 2, 3], |item| if *item == 2 { Err(anyhow!("two")) } else { Ok(()) });
        assert_eq!(outcome.unwrap_err().to_string(), "two");
    }
}
