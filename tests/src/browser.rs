//! The three browsers: their drivers, what they are started with, and what each can and cannot do.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use serde_json::{Value, json};

use crate::process::Process;

/// A browser that stories run in; TRESTLE_BROWSER says which.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Browser {
    /// The default; all stories.
    Chromium,
    /// The stories that every engine has to pass.
    Firefox,
    /// WebKitGTK, the same stories. An automated MiniBrowser keeps nothing when it is closed, so stories
    /// reload there where they close and open again elsewhere.
    Webkit,
}

impl Browser {
    /// The browser asked for.
    ///
    /// # Panics
    /// When TRESTLE_BROWSER holds another name.
    pub fn chosen() -> Self {
        match std::env::var("TRESTLE_BROWSER").as_deref() {
            Err(_) | Ok("" | "chromium") => Self::Chromium,
            Ok("firefox") => Self::Firefox,
            Ok("webkit") => Self::Webkit,
            Ok(other) => panic!("TRESTLE_BROWSER is {other}, allowed: chromium, firefox, webkit"),
        }
    }

    /// Whether the profile outlives the browser.
    pub fn keeps_its_profile(self) -> bool {
        self != Self::Webkit
    }

    /// Starts what must run before the driver: a display for WebKitGTK where there is none.
    pub(crate) fn display(self) -> Option<(Process, String)> {
        if self != Self::Webkit || std::env::var_os("DISPLAY").is_some() {
            return None;
        }
        let mut command = Command::new("Xvfb");
        command.args(["-displayfd", "1", "-screen", "0", "1280x1024x24", "-nolisten", "tcp"]);
        let mut xvfb = Process::start(&mut command, Stdio::piped());
        let mut number = String::new();
        let mut output = std::io::BufReader::new(xvfb.output());
        std::io::BufRead::read_line(&mut output, &mut number).expect("Xvfb says its display");
        assert!(!number.trim().is_empty(), "Xvfb did not start");
        Some((xvfb, format!(":{}", number.trim())))
    }

    /// The driver's command line for a port.
    pub(crate) fn driver(self, port: u16) -> Command {
        let (program, port_argument) = match self {
            Self::Chromium => (PathBuf::from("chromedriver"), format!("--port={port}")),
            Self::Firefox => (geckodriver(), format!("--port={port}")),
            Self::Webkit => (PathBuf::from("WebKitWebDriver"), format!("--port={port}")),
        };
        let mut command = Command::new(program);
        command.arg(port_argument);
        // English in every browser, so that sentences can be looked up.
        command.env("LANGUAGE", "en_US").env("LANG", "en_US.UTF-8").env("LC_ALL", "C.UTF-8");
        command
    }

    /// What a new session asks for.
    pub(crate) fn capabilities(self, profile: &Path) -> Value {
        match self {
            Self::Chromium => chromium(profile),
            Self::Firefox => firefox(profile),
            Self::Webkit => webkit(),
        }
    }
}

fn chromium(profile: &Path) -> Value {
    let mut arguments: Vec<String> = [
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-background-networking",
        "--disable-quic",
        "--no-first-run",
        // A microphone that hums, so that recording can be told. Whether it is allowed is each story's to say.
        "--use-fake-device-for-media-stream",
        "--disable-component-update",
        "--disable-sync",
        "--lang=en-US",
        "--window-size=1280,900",
    ]
    .map(str::to_owned)
    .into();
    arguments.push(format!("--user-data-dir={}", profile.display()));
    let mut options = json!({ "args": arguments });
    if let Some(binary) =
        first_of(&["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"])
    {
        options["binary"] = json!(binary);
    }
    json!({
        "browserName": "chrome",
        "goog:chromeOptions": options,
        "goog:loggingPrefs": { "browser": "ALL", "performance": "ALL" },
    })
}

fn firefox(profile: &Path) -> Value {
    let mut options = json!({
        "args": ["-headless", "-profile", profile, "-width", "1280", "-height", "900"],
        "prefs": {
            "intl.accept_languages": "en-US",
            "app.update.enabled": false,
            "datareporting.policy.dataSubmissionEnabled": false,
            "network.captive-portal-service.enabled": false,
            "network.connectivity-service.enabled": false,
            "browser.safebrowsing.update.enabled": false,
            "services.settings.server": "",
            // Where `Story::keep_downloads` looks; nothing is asked.
            "browser.download.folderList": 2,
            "browser.download.dir": profile.with_file_name("downloads"),
            "browser.download.useDownloadDir": true,
            "browser.download.alwaysOpenPanel": false,
        },
    });
    if let Some(binary) = first_of(&["/usr/bin/firefox-esr", "/usr/bin/firefox"]) {
        options["binary"] = json!(binary);
    }
    json!({ "browserName": "firefox", "moz:firefoxOptions": options })
}

fn webkit() -> Value {
    json!({
        "webkitgtk:browserOptions": { "binary": mini_browser(), "args": ["--automation"] },
    })
}

fn first_of(paths: &[&'static str]) -> Option<&'static str> {
    paths.iter().copied().find(|path| Path::new(path).is_file())
}

/// From the tools that `cargo xtask` keeps; else from the search path.
fn geckodriver() -> PathBuf {
    let set = |name: &str| std::env::var_os(name).filter(|value| !value.is_empty()).map(PathBuf::from);
    let cache = set("XDG_CACHE_HOME").or_else(|| Some(std::env::home_dir()?.join(".cache")));
    let tools = set("TRESTLE_TOOLS").or_else(|| Some(cache?.join("trestle/tools")));
    let kept = tools.map(|tools| tools.join("geckodriver-0.37.1/bin/geckodriver"));
    kept.filter(|path| path.is_file()).unwrap_or_else(|| "geckodriver".into())
}

/// MiniBrowser lies in a folder that differs by architecture and version; the package knows it.
fn mini_browser() -> String {
    if let Ok(path) = std::env::var("TRESTLE_MINIBROWSER") {
        return path;
    }
    for package in ["libwebkit2gtk-4.1-0", "libwebkitgtk-6.0-4"] {
        let listed = Command::new("dpkg").args(["-L", package]).stderr(Stdio::null()).output();
        let listed =
            listed.map(|output| String::from_utf8_lossy(&output.stdout).into_owned()).unwrap_or_default();
        if let Some(path) = listed.lines().find(|line| line.ends_with("/MiniBrowser")) {
            return path.to_owned();
        }
    }
    panic!("no MiniBrowser: install libwebkit2gtk-4.1-0 and webkit2gtk-driver")
}
