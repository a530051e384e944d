//! Runs the browser stories (package `stories`) against a built site. The stories start server and browser
//! themselves; this file gives them the surroundings: the built site, drivers on the search path, a display for
//! WebKitGTK. They read `TRESTLE_BROWSER` (`chromium`, `firefox`, `webkit`), `TRESTLE_DIST`,
//! `TRESTLE_DIST_PSEUDO` and `TRESTLE_MINIBROWSER` (WebKitGTK only).

use std::process::Command;
use std::str::FromStr;

use anyhow::{Context, Result, ensure};

use crate::process::{output, path_with, run, say};
use crate::test::Size;
use crate::{Profile, Workspace, build, figures, set_up, tools};

/// A browser that the stories run in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Browser {
    /// Chromium.
    Chromium,
    /// Firefox.
    Firefox,
    /// WebKitGTK, as near to Safari as Linux gets.
    Webkit,
}

impl Browser {
    /// The name on the command line and in `TRESTLE_BROWSER`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Chromium => "chromium",
            Self::Firefox => "firefox",
            Self::Webkit => "webkit",
        }
    }
}

impl FromStr for Browser {
    type Err = anyhow::Error;

    fn from_str(name: &str) -> Result<Self> {
        let all = [Self::Chromium, Self::Firefox, Self::Webkit];
        let found = all.into_iter().find(|browser| browser.name() == name);
        found.with_context(|| format!("no browser {name}: there are chromium, firefox and webkit"))
    }
}

/// The command of its own: sets up, builds, runs one story or all.
///
/// # Errors
/// When a step or a story fails, or no story has that name.
pub fn run_alone(workspace: &Workspace, browser: Browser, story: Option<&str>) -> Result<()> {
    set_up::everything(workspace)?;
    build::run(workspace, Profile::Release)?;
    if browser == Browser::Chromium && story.is_none_or(|story| story == PSEUDO) {
        build::run_pseudo(workspace)?;
    }
    stories(workspace, browser, story.as_slice(), Size::Ci)
}

/// Runs the stories named, or all when none is named, in one browser.
///
/// # Errors
/// When a story fails or does not exist.
pub fn stories(workspace: &Workspace, browser: Browser, names: &[&str], size: Size) -> Result<()> {
    let which = if names.is_empty() { "all".to_owned() } else { names.join(", ") };
    say(format!("Browser stories in {}: {which}", browser.name()));
    let mut command = workspace.cargo();
    let listed = output(command.args(TEST).args(["--quiet", "--", "--list"]))?;
    for name in names {
        ensure!(listed.lines().any(|line| belongs(line, name)), "no story {name}; the tests are:\n{listed}");
    }
    ensure!(listed.contains(": test"), "the package `stories` holds no test");

    let cargo = workspace.cargo();
    let mut command = match browser {
        Browser::Webkit => {
            let mut command = Command::new("xvfb-run");
            command.arg("--auto-servernum").arg(cargo.get_program()).current_dir(workspace.root());
            command.env("TRESTLE_MINIBROWSER", set_up::mini_browser()?);
            command
        }
        Browser::Chromium | Browser::Firefox => cargo,
    };
    command.args(TEST).arg("--").args(names.iter().map(|name| format!("{name}::")));
    command.env("TRESTLE_BROWSER", browser.name()).env("TRESTLE_DIST", workspace.dist());
    command.env("TRESTLE_DIST_PSEUDO", build::pseudo_dist(workspace));
    command.env("TRESTLE_AXE", tools::AXE.program("axe.min.js")?);
    size.tell(&mut command);
    figures::tell(workspace, &mut command)?;
    // One story makes keys by the second reader.
    command.env("PYTHONPATH", tools::ARGON2_CFFI.folder()?);
    run(command.env("PATH", path_with([tools::GECKODRIVER.folder()?.as_path()])?))
}

/// The one story that looks at the screen in the made-up language, in Chromium.
const PSEUDO: &str = "pseudo_locale";

/// Each story is a module of this one test target.
const TEST: &[&str] = &["test", "--package=stories", "--test=stories"];

fn belongs(line: &str, story: &str) -> bool {
    line.strip_prefix(story).is_some_and(|rest| rest.starts_with("::"))
}

#[cfg(test)]
mod tests {
    use super::belongs;

    #[test]
    fn a_test_belongs_to_the_story_of_its_module_alone() {
        assert!(belongs("create::a_journal_is_made: test", "create"));
        assert!(!belongs("create_again::a_journal_is_made: test", "create"));
    }
}
