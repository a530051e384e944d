//! The workshop's front door: reads the command line and calls the library. Owns no work of its own.

use std::process::ExitCode;

use anyhow::{Result, bail};
use lexopt::prelude::*;
use xtask::{
    Profile, Workspace, bench, build, e2e, figures, hosting, pictures, release, samples, serve, set_up, test,
    tidy,
};

const USAGE: &str = "\
cargo xtask <command>

  set-up                       install what building and testing need (first time 4 to 10 minutes, then instant)
  build [--debug]              the site in dist/ (--debug: quick, unoptimised)
  serve [--debug] [--port N]   install what building needs, build, serve on 127.0.0.1:8080
  test                         install everything, then every check at its CI size
  proofs                       the same tests at full number; their figures go into docs/proofs.md
  figures                      takes the figures of tests that ran by themselves into docs/proofs.md
  e2e [--browser NAME] [STORY] browser stories alone; NAME is chromium, firefox or webkit
  tidy                         the house rules
  bench [PART]                 sizes and timings of the built site; PART is sizes, journals, resealing or first-page
  samples FOLDER               run the importers over other programs' files, and say what each gives
  hosting                      write the headers for common hosts into public/hosting
  release                      build, check what would be served, then print the list of hashes
  pictures                     the pictures of the README, taken anew
";

fn main() -> ExitCode {
    if let Some(code) = build::as_wrapper() {
        return code;
    }
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("\nxtask: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<()> {
    let mut parser = lexopt::Parser::from_env();
    let Some(Value(command)) = parser.next()? else {
        print!("{USAGE}");
        return Ok(());
    };
    let command = command.string()?;
    let mut profile = Profile::Release;
    let mut port = 8080u16;
    let mut browser = e2e::Browser::Chromium;
    let (mut story, mut part) = (None, None);
    while let Some(argument) = parser.next()? {
        match (command.as_str(), argument) {
            ("build" | "serve", Long("debug")) => profile = Profile::Debug,
            ("serve", Long("port")) => port = parser.value()?.parse()?,
            ("e2e", Long("browser")) => browser = parser.value()?.parse()?,
            ("e2e", Value(name)) if story.is_none() => story = Some(name.string()?),
            ("bench" | "samples", Value(name)) if part.is_none() => part = Some(name.string()?),
            (_, other) => return Err(other.unexpected().into()),
        }
    }
    let workspace = Workspace::find()?;
    match command.as_str() {
        "set-up" => set_up::everything(&workspace),
        "build" => {
            set_up::for_building(&workspace)?;
            build::run(&workspace, profile).map(drop)
        }
        "serve" => {
            set_up::for_building(&workspace)?;
            build::run(&workspace, profile)?;
            serve::until_stopped(&workspace.dist(), port)
        }
        "test" => test::run(&workspace, test::Size::Ci),
        "proofs" => test::run(&workspace, test::Size::Full),
        "figures" => figures::collect(&workspace),
        "e2e" => e2e::run_alone(&workspace, browser, story.as_deref()),
        "tidy" => tidy::run(&workspace),
        "bench" => bench::run(&workspace, part.as_deref()),
        "samples" => samples::run(&workspace, part.as_deref()),
        "hosting" => hosting::write(&workspace),
        "pictures" => pictures::run(&workspace),
        "release" => release::run(&workspace),
        "help" | "--help" => {
            print!("{USAGE}");
            Ok(())
        }
        other => bail!("no command is called {other}\n\n{USAGE}"),
    }
}
