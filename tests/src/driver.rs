//! A driver process and one session in it. The only file that knows fantoccini and tokio: everything above is plain,
//! blocking code.

use std::future::Future;
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::process::Stdio;
use std::time::{Duration, Instant};

use fantoccini::elements::{Element, ElementRef};
use fantoccini::wd::WebDriverCompatibleCommand;
use fantoccini::{Client, ClientBuilder};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Value, json};
use tokio::runtime::Runtime;

use crate::Browser;
use crate::process::Process;
use crate::profile::Profile;

/// Longest that one command may take; a script that reads a big database is the slowest.
const COMMAND: Duration = Duration::from_secs(60);
/// Longest that a driver or a browser may take to start, on a busy machine.
const START: Duration = Duration::from_secs(60);
/// Longest that a browser may take to end by itself.
const END: Duration = Duration::from_secs(20);

/// Why a command failed, as the driver says it.
pub type Refusal = String;

/// A running browser.
pub struct Driver {
    runtime: Runtime,
    client: Option<Client>,
    process: Process,
    _display: Option<Process>,
}

impl Driver {
    /// Starts the driver and, in it, a browser with this profile.
    ///
    /// # Panics
    /// When either does not start.
    pub fn start(browser: Browser, profile: &Profile) -> Self {
        let port = free_port();
        let mut command = browser.driver(port);
        command.env("TMPDIR", profile.temporary());
        let display = browser.display().map(|(process, name)| {
            command.env("DISPLAY", name);
            process
        });
        let process = Process::start(&mut command, Stdio::null());
        await_port(port);
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
        let Value::Object(capabilities) = browser.capabilities(&profile.path()) else {
            unreachable!("an object")
        };
        let session = async {
            ClientBuilder::new(HttpConnector::new())
                .capabilities(capabilities)
                .connect(&format!("http://127.0.0.1:{port}"))
                .await
        };
        let session = runtime.block_on(async { tokio::time::timeout(START, session).await });
        let client = match session {
            Ok(Ok(client)) => client,
            Ok(Err(error)) => panic!("{browser:?} did not start: {error}"),
            Err(_) => panic!("{browser:?} did not start within {START:?}"),
        };
        Self { runtime, client: Some(client), process, _display: display }
    }

    /// Ends the browser as its owner would.
    pub fn close(mut self) {
        if let Some(client) = self.client.take() {
            let _ = self.runtime.block_on(async { tokio::time::timeout(COMMAND, client.close()).await });
        }
        let deadline = Instant::now() + END;
        while !self.process.descendants().is_empty() && Instant::now() < deadline {
            std::thread::sleep(crate::page::POLL);
        }
    }

    /// Ends the browser as a power cut would.
    pub fn kill(self) {
        self.process.kill_descendants();
    }

    fn client(&self) -> &Client {
        self.client.as_ref().expect("open until closed")
    }

    fn wait<T, E: std::fmt::Display>(&self, work: impl Future<Output = Result<T, E>>) -> Result<T, Refusal> {
        match self.runtime.block_on(async { tokio::time::timeout(COMMAND, work).await }) {
            Ok(outcome) => outcome.map_err(|error| error.to_string()),
            Err(_) => Err(format!("the driver did not answer within {COMMAND:?}")),
        }
    }

    /// Goes to an address.
    pub fn go(&self, address: &str) -> Result<(), Refusal> {
        self.wait(self.client().goto(address))
    }

    /// Loads the page anew.
    pub fn reload(&self) -> Result<(), Refusal> {
        self.wait(self.client().refresh())
    }

    /// Runs a script that returns.
    pub fn run(&self, script: &str, arguments: Vec<Value>) -> Result<Value, Refusal> {
        self.wait(self.client().execute(script, arguments))
    }

    /// Runs a script that calls its last argument with what it found.
    pub fn run_async(&self, script: &str, arguments: Vec<Value>) -> Result<Value, Refusal> {
        self.wait(self.client().execute_async(script, arguments))
    }

    /// Taps an element.
    pub fn click(&self, element: &Value) -> Result<(), Refusal> {
        let element = self.element(element)?;
        self.wait(element.click())
    }

    /// Types into an element.
    pub fn send_keys(&self, element: &Value, keys: &str) -> Result<(), Refusal> {
        let element = self.element(element)?;
        self.wait(element.send_keys(keys))
    }

    /// Presses and releases keys one after the other, wherever the focus is.
    pub fn keys(&self, keys: &[char]) -> Result<(), Refusal> {
        use fantoccini::actions::{InputSource, KeyAction, KeyActions};
        let actions = keys.iter().fold(KeyActions::new("keyboard".to_owned()), |actions, key| {
            actions.then(KeyAction::Down { value: *key }).then(KeyAction::Up { value: *key })
        });
        self.wait(self.client().perform_actions(actions))
    }

    /// Moves the pointer into the corner, where it lies over nothing.
    pub fn pointer_away(&self) -> Result<(), Refusal> {
        use fantoccini::actions::{InputSource, MouseActions, PointerAction};
        let corner = PointerAction::MoveTo { duration: None, x: 0.0, y: 0.0 };
        self.wait(self.client().perform_actions(MouseActions::new("mouse".to_owned()).then(corner)))
    }

    /// A picture of the window, PNG.
    pub fn screenshot(&self) -> Result<Vec<u8>, Refusal> {
        self.wait(self.client().screenshot())
    }

    /// Opens another tab and goes there.
    pub fn new_tab(&self) -> Result<(), Refusal> {
        self.wait(async {
            let tab = self.client().new_window(true).await?;
            self.client().switch_to_window(tab.handle).await
        })
    }

    /// Goes to a tab by its place in the order of opening.
    pub fn tab(&self, place: usize) -> Result<(), Refusal> {
        self.wait(async {
            let tabs = self.client().windows().await?;
            self.client().switch_to_window(tabs[place].clone()).await
        })
    }

    /// Chromium: one of its logs (`browser`, `performance`), from where it was last read.
    pub fn log(&self, name: &str) -> Result<Vec<Value>, Refusal> {
        let answer = self.command("se/log", json!({ "type": name }))?;
        Ok(answer.as_array().cloned().unwrap_or_default())
    }

    /// Chromium: a command of the DevTools protocol to the current tab.
    pub fn devtools(&self, method: &str, parameters: Value) -> Result<Value, Refusal> {
        self.command("goog/cdp/execute", json!({ "cmd": method, "params": parameters }))
    }

    fn command(&self, path: &'static str, body: Value) -> Result<Value, Refusal> {
        self.wait(self.client().issue_cmd(Extension { path, body }))
    }

    fn element(&self, value: &Value) -> Result<Element, Refusal> {
        let id = value.as_object().and_then(|fields| fields.values().next()?.as_str());
        let id = id.ok_or_else(|| "not an element".to_owned())?;
        Ok(Element::from_element_id(self.client().clone(), ElementRef::from(id.to_owned())))
    }
}

/// A command of one vendor's own.
#[derive(Debug)]
struct Extension {
    path: &'static str,
    body: Value,
}

impl WebDriverCompatibleCommand for Extension {
    fn endpoint(&self, base: &url::Url, session: Option<&str>) -> Result<url::Url, url::ParseError> {
        base.join(&format!("session/{}/{}", session.unwrap_or_default(), self.path))
    }

    fn method_and_body(&self, _: &url::Url) -> (http::Method, Option<String>) {
        (http::Method::POST, Some(self.body.to_string()))
    }
}

fn free_port() -> u16 {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a free port");
    listener.local_addr().expect("a bound port").port()
}

fn await_port(port: u16) {
    let deadline = Instant::now() + START;
    let address = SocketAddr::from((Ipv4Addr::LOCALHOST, port));
    while TcpStream::connect_timeout(&address, Duration::from_secs(1)).is_err() {
        assert!(Instant::now() < deadline, "the driver does not listen on port {port}");
        std::thread::sleep(crate::page::POLL);
    }
}
