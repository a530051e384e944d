//! What every story asserts about the page and its requests: nothing written is kept in clear, nothing leaves the
//! origin, nothing goes wrong silently, one address, one title.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde_json::Value;

use crate::driver::Driver;
use crate::{Browser, Scan};

const COLLECT: &str = include_str!("traces.js");
const NOTE: &str = include_str!("note.js");

/// The page's constants, learned when it was first opened.
pub struct Constants {
    /// Scheme, host and port, without a slash at the end.
    pub origin: String,
    /// The one title.
    pub title: String,
    /// Entries of the tab's history after loading.
    pub history: u64,
}

impl Constants {
    /// Learns them from a page that has just loaded, and begins to note what goes wrong in it.
    pub fn of_fresh_page(driver: &Driver, origin: String) -> Self {
        begin_notes(driver);
        let known = driver.run("return [document.title, history.length]", Vec::new()).unwrap_or_default();
        let title = known[0].as_str().unwrap_or_default().to_owned();
        Self { origin, title, history: known[1].as_u64().unwrap_or_default() }
    }
}

/// Begins to note what goes wrong, after each load.
pub fn begin_notes(driver: &Driver) {
    driver.run(NOTE, Vec::new()).unwrap_or_else(|refusal| panic!("noting what goes wrong: {refusal}"));
}

/// All that is wrong with the page in the current tab.
pub fn of_page(driver: &Driver, constants: &Constants, scan: &Scan) -> Vec<String> {
    let found = match driver.run_async(COLLECT, Vec::new()) {
        Ok(found) => found,
        Err(refusal) => return vec![format!("what the page keeps could not be read: {refusal}")],
    };
    if let Some(failure) = found["failed"].as_str() {
        return vec![format!("what the page keeps could not be read: {failure}")];
    }
    let mut wrong: Vec<String> =
        strings(&found["noted"]).into_iter().map(|note| format!("noted: {note}")).collect();
    let mut look = |place: &str, bytes: &[u8]| {
        wrong.extend(scan.bytes(place, bytes).into_iter().map(|finding| format!("in clear: {finding:?}")));
    };
    look("the page's storage", strings(&found["texts"]).join("\n").as_bytes());
    for base64 in strings(&found["bytes"]) {
        look("the page's storage (bytes)", &STANDARD.decode(base64).unwrap_or_default());
    }
    let (address, title) = (text(&found["address"]), text(&found["title"]));
    look("address and title", format!("{address} {title}").as_bytes());
    if address != format!("{}/", constants.origin) {
        wrong.push(format!("the address is {address}"));
    }
    if title != constants.title {
        wrong.push(format!("the title is {title}"));
    }
    let history = found["history"].as_u64().unwrap_or_default();
    if history > constants.history + 1 {
        wrong.push(format!("the history grew from {} to {history}", constants.history));
    }
    let foreign = strings(&found["resources"]).into_iter().filter(|name| !stays(name, &constants.origin));
    wrong.extend(foreign.map(|name| format!("loaded from elsewhere: {name}")));
    wrong
}

/// All that is wrong in the driver's logs since they were last read.
pub fn of_logs(browser: Browser, driver: &Driver, origins: &[String]) -> Vec<String> {
    if browser != Browser::Chromium {
        return Vec::new();
    }
    let mut wrong = Vec::new();
    for entry in driver.log("browser").unwrap_or_else(|refusal| panic!("the console's log: {refusal}")) {
        if matches!(text(&entry["level"]), "SEVERE" | "WARNING") {
            wrong.push(format!("console: {}", text(&entry["message"])));
        }
    }
    for entry in driver.log("performance").unwrap_or_else(|refusal| panic!("the log of requests: {refusal}"))
    {
        let message: Value = serde_json::from_str(text(&entry["message"])).unwrap_or_default();
        wrong.extend(request_fault(&message["message"], origins));
    }
    wrong
}

/// What is wrong with an event of DevTools' Network domain, if it is a request.
fn request_fault(message: &Value, origins: &[String]) -> Option<String> {
    if text(&message["method"]) != "Network.requestWillBeSent" {
        return None;
    }
    let request = &message["params"]["request"];
    let address = text(&request["url"]);
    // Neither goes anywhere: pictures within the browser's own pages, which are shown before ours, and those pages.
    if address.starts_with("chrome://") || address.starts_with("data:") {
        return None;
    }
    let carries = text(&request["method"]) != "GET" || request["hasPostData"] == Value::Bool(true);
    let leaves = !origins.iter().any(|origin| stays(address, origin));
    (carries || leaves || address.contains('?'))
        .then(|| format!("request: {} {address}", text(&request["method"])))
}

/// All that is wrong with what the server was asked.
pub fn of_server(requests: &[xtask::serve::Seen]) -> Vec<String> {
    let wrong = requests.iter().filter(|seen| {
        !matches!(seen.method.as_str(), "GET" | "HEAD") || seen.path.contains('?') || seen.body_length > 0
    });
    wrong.map(|seen| format!("the server was sent: {seen:?}")).collect()
}

fn stays(address: &str, origin: &str) -> bool {
    let inside = |address: &str| address.strip_prefix(origin).is_some_and(|rest| rest.starts_with('/'));
    inside(address) || address.strip_prefix("blob:").is_some_and(inside) || address == "about:blank"
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}

fn strings(value: &Value) -> Vec<String> {
    value.as_array().into_iter().flatten().filter_map(|item| item.as_str().map(str::to_owned)).collect()
}
