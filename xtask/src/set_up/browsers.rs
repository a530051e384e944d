//! The browsers that the stories run in, and pip, from Debian's packages; on other systems, a list of what to install.

use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::process::{output, run, say, which};

/// Program that must be there, and the Debian package that has it.
const NEEDED: &[(&str, &str)] = &[
    ("chromium", "chromium"),
    ("chromedriver", "chromium-driver"),
    ("firefox-esr", "firefox-esr"),
    ("WebKitWebDriver", "webkit2gtk-driver"),
    ("xvfb-run", "xvfb"),
    // Only recommended by xvfb, and xvfb-run does nothing without it.
    ("xauth", "xauth"),
    ("pip3", "python3-pip"),
];

/// Installs what is missing where that is possible.
pub fn ensure() -> Result<()> {
    let missing: Vec<_> = NEEDED.iter().filter(|(program, _)| which(program).is_none()).collect();
    if missing.is_empty() {
        return Ok(());
    }
    let packages: Vec<_> = missing.iter().map(|(_, package)| *package).collect();
    if !may_install()? {
        let programs: Vec<_> = missing.iter().map(|(program, _)| *program).collect();
        bail!(
            "the tests need these programs on the search path: {}\n  on Debian, as root: apt-get install {}\n  \
             elsewhere: Chromium with chromedriver, Firefox, WebKitGTK with its WebKitWebDriver, Xvfb, and Python with pip",
            programs.join(", "),
            packages.join(" ")
        );
    }
    say(format!("Installing {} with apt-get (1 to 3 minutes, once)", packages.join(", ")));
    let apt = || {
        let mut command = Command::new("apt-get");
        command.env("DEBIAN_FRONTEND", "noninteractive").arg("-qq");
        command
    };
    run(apt().arg("update"))?;
    run(apt().args(["install", "--yes", "--no-install-recommends"]).args(&packages))
}

/// WebKitGTK's small browser, which lies outside of the search path.
///
/// # Errors
/// When the package that has it is not installed.
pub fn mini_browser() -> Result<PathBuf> {
    let listed = |package: &str| output(Command::new("dpkg").args(["-L", package])).ok();
    let packages = ["libwebkit2gtk-4.1-0", "libwebkit2gtk-4.0-37", "libwebkitgtk-6.0-4"];
    let files = packages.into_iter().find_map(listed).unwrap_or_default();
    let path = files.lines().find(|line| line.ends_with("/MiniBrowser")).map(PathBuf::from);
    path.context("no MiniBrowser: install webkit2gtk-driver")
}

fn may_install() -> Result<bool> {
    let root = output(Command::new("id").arg("-u"))?.trim() == "0";
    Ok(root && which("apt-get").is_some() && std::path::Path::new("/etc/debian_version").exists())
}
