//! Everything that must hold before a change is kept, in sections; the first that fails ends the run, and a summary
//! with times comes in any case.

use std::process::Command;
use std::time::{Duration, Instant};

use anyhow::{Context, Result};

use crate::e2e::{Browser, stories};
use crate::process::{self, path_with, say, which};
use crate::{Profile, Workspace, build, figures, set_up, tidy, tools};

const WASM: &str = "wasm32-unknown-unknown";
/// Rooms that run in a browser.
const WASM_ROOMS: &[&str] = &["trestle-app", "vault", "journal", "exchange", "store", "keeper", "link"];
/// Rooms whose tests run as wasm too.
const WASM_TESTED: &[&str] = &["vault", "store"];
/// Stories that every engine must pass; Chromium passes all.
const EVERYWHERE: &[&str] =
    &["create", "write_entry", "lock_and_unlock", "emptied_database", "two_tabs", "restore_elsewhere"];
/// Those, and what somebody else opens in whatever browser they have.
const FIREFOX: &[&str] = &[
    "create",
    "write_entry",
    "lock_and_unlock",
    "emptied_database",
    "two_tabs",
    "restore_elsewhere",
    "summary_encrypted_copy",
];

/// How much the tests try.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Size {
    /// A part of each proof, for every change.
    Ci,
    /// The full number of each proof.
    Full,
}

impl Size {
    /// Lets the tests that a command starts know.
    pub(crate) fn tell(self, command: &mut Command) {
        if self == Self::Full {
            command.env("TRESTLE_PROOFS", "full");
        }
    }
}

/// What every section gets.
struct Given<'a> {
    workspace: &'a Workspace,
    size: Size,
}

type Section = fn(&Given) -> Result<()>;

const SECTIONS: &[(&str, Section)] = &[
    ("set-up", |given| set_up::everything(given.workspace)),
    ("format", |given| cargo(given, &["fmt", "--all", "--check"])),
    ("tidy", |given| tidy::run(given.workspace)),
    ("clippy, native", |given| {
        cargo(given, &["clippy", "--workspace", "--all-targets", "--", "--deny=warnings"])
    }),
    ("clippy, wasm", clippy_wasm),
    ("tests, native", |given| cargo(given, &["test", "--workspace", "--exclude=stories"])),
    ("frozen backups, by the second reader", second_reader),
    ("tests, wasm under Node: vault", |given| wasm_tests(given, "vault", &[])),
    ("tests, wasm with SIMD under Node: vault", |given| {
        wasm_tests(given, "vault", &["--config", &build::simd()])
    }),
    ("tests, wasm in Chromium: store", |given| wasm_tests(given, "store", &[])),
    ("release build", |given| build::run(given.workspace, Profile::Release)),
    ("build in a made-up language", |given| build::run_pseudo(given.workspace)),
    ("stories, Chromium", |given| in_browser(given, Browser::Chromium, &[])),
    ("stories, Firefox", |given| in_browser(given, Browser::Firefox, FIREFOX)),
    ("stories, WebKitGTK", |given| in_browser(given, Browser::Webkit, EVERYWHERE)),
];

/// Runs every section.
///
/// # Errors
/// When a section fails; its name is in the message.
pub fn run(workspace: &Workspace, size: Size) -> Result<()> {
    match size {
        Size::Ci => say(
            "Every test at CI size (fresh clone: 30 to 45 minutes on two cores; later runs: half of that)",
        ),
        Size::Full => say("Every test at full number (this can take hours)"),
    }
    let given = Given { workspace, size };
    let mut times = Vec::new();
    let mut failure = None;
    for (name, section) in SECTIONS {
        println!("\n━━ {name}");
        let start = Instant::now();
        let outcome = section(&given);
        times.push((*name, start.elapsed(), outcome.is_ok()));
        if let Err(error) = outcome {
            failure = Some(error.context(format!("section \"{name}\"")));
            break;
        }
    }
    summary(&times);
    if size == Size::Full {
        figures::collect(workspace)?;
    }
    failure.map_or(Ok(()), Err)
}

fn summary(times: &[(&str, Duration, bool)]) {
    println!("\n━━ summary");
    for (name, time, passed) in times {
        println!("{}  {:>7.1} s  {name}", if *passed { "passed " } else { "FAILED " }, time.as_secs_f32());
    }
    for (name, _) in &SECTIONS[times.len()..] {
        println!("not run            {name}");
    }
    let total: Duration = times.iter().map(|(_, time, _)| *time).sum();
    println!("         {:>7.1} s  in all", total.as_secs_f32());
}

fn cargo(given: &Given, arguments: &[&str]) -> Result<()> {
    let mut command = given.cargo();
    figures::tell(given.workspace, &mut command)?;
    process::run(command.args(arguments))
}

/// Programs and libraries of every room that a browser runs, and the tests of those that are tested there.
fn clippy_wasm(given: &Given) -> Result<()> {
    let packages = |rooms: &[&str]| rooms.iter().map(|room| format!("--package={room}")).collect::<Vec<_>>();
    let lint = |rooms: &[&str], what: &[&str]| {
        let mut command = given.cargo();
        command.args(["clippy", "--target", WASM]).args(packages(rooms)).args(what);
        process::run(command.args(["--", "--deny=warnings"]))
    };
    lint(WASM_ROOMS, &["--lib", "--bins"])?;
    lint(WASM_TESTED, &["--tests"])
}

/// A reader in Python that was written from `docs/format.md` must come to the same about every frozen backup.
fn second_reader(given: &Given) -> Result<()> {
    let mut command = Command::new("python3");
    command.arg(given.workspace.path("tests/second_reader/reader.py")).arg("--check");
    command.arg(given.workspace.path("crates/vault/tests/fixtures"));
    // Nothing is left in the repository.
    command.env("PYTHONDONTWRITEBYTECODE", "1").env("PYTHONPATH", tools::ARGON2_CFFI.folder()?);
    process::run(&mut command)
}

/// wasm-bindgen's runner picks Node or a browser by what the tests say at their head. The keeper that today's browsers
/// load is compiled with SIMD, so what it seals with is tested both ways.
fn wasm_tests(given: &Given, room: &str, flags: &[&str]) -> Result<()> {
    let mut command = given.cargo();
    command.args(["test", "--lib", "--tests", "--target", WASM, "--package", room]).args(flags);
    command.env("PATH", path_with([tools::WASM_BINDGEN.folder()?.as_path()])?);
    command.env("CHROMEDRIVER", which("chromedriver").context("chromedriver was set up")?);
    command.env("WASM_BINDGEN_TEST_TIMEOUT", "600");
    process::run(&mut command)
}

fn in_browser(given: &Given, browser: Browser, names: &[&str]) -> Result<()> {
    stories(given.workspace, browser, names, given.size)
}

impl Given<'_> {
    fn cargo(&self) -> Command {
        let mut command = self.workspace.cargo();
        self.size.tell(&mut command);
        command
    }
}
