//! Chromium: a connection of a story's own to the browser's DevTools, for what its driver does not pass on: the events of
//! the heap, and the workers of a page.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::time::Duration;

use serde_json::{Value, json};

use crate::Story;

/// Longest that one message may take; a snapshot of a heap is the slowest.
const MESSAGE: Duration = Duration::from_secs(60);

/// A connection to the page of a story.
pub struct DevTools {
    stream: BufReader<TcpStream>,
    number: u64,
    page: String,
    /// Sessions of the page's workers.
    workers: Vec<String>,
}

impl Story {
    /// Connects to the page in the first tab.
    ///
    /// # Panics
    /// When the browser lets nobody in.
    pub fn devtools_of_its_own(&self) -> DevTools {
        let told = std::fs::read_to_string(self.profile().join("profile/DevToolsActivePort"));
        let told = told.expect("Chromium tells its port");
        let (port, path) = told.split_once('\n').expect("a port and a path");
        DevTools::open(port.trim(), path.trim(), self.origin())
    }
}

impl DevTools {
    fn open(port: &str, path: &str, origin: &str) -> Self {
        let stream = TcpStream::connect(format!("127.0.0.1:{port}")).expect("the browser listens");
        stream.set_read_timeout(Some(MESSAGE)).expect("a limit");
        let mut stream = BufReader::new(stream);
        let key = "dGhlIHNhbXBsZSBub25jZQ==";
        let asked = format!(
            "GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\
             Sec-WebSocket-Key: {key}\r\nSec-WebSocket-Version: 13\r\n\r\n"
        );
        stream.get_mut().write_all(asked.as_bytes()).expect("asked");
        let mut line = String::new();
        while line != "\r\n" {
            line.clear();
            assert!(stream.read_line(&mut line).expect("answered") > 0, "refused");
        }
        let mut tools = Self { stream, number: 0, page: String::new(), workers: Vec::new() };
        let targets = tools.ask("", "Target.getTargets", json!({})).0;
        let targets = targets["targetInfos"].as_array().cloned().unwrap_or_default();
        let is_ours = |target: &&Value| {
            target["type"] == "page" && target["url"].as_str().is_some_and(|url| url.starts_with(origin))
        };
        let target = targets.iter().find(is_ours).unwrap_or_else(|| panic!("no page among {targets:?}"));
        let attached = json!({ "targetId": target["targetId"], "flatten": true });
        let page = tools.ask("", "Target.attachToTarget", attached).0;
        tools.page = page["sessionId"].as_str().expect("a session").to_owned();
        let auto = json!({ "autoAttach": true, "waitForDebuggerOnStart": false, "flatten": true });
        let page = tools.page.clone();
        tools.ask(&page, "Target.setAutoAttach", auto);
        tools
    }

    /// Sessions of the workers that run just now.
    pub fn workers(&mut self) -> Vec<String> {
        let page = self.page.clone();
        self.ask(&page, "Runtime.getIsolateId", json!({}));
        self.workers.clone()
    }

    /// Whether an expression is true in the page; nothing of it is kept.
    pub fn evaluate(&mut self, expression: &str) -> bool {
        let page = self.page.clone();
        let asked = json!({ "expression": expression, "returnByValue": true });
        self.ask(&page, "Runtime.evaluate", asked).0["result"]["value"] == true
    }

    /// All strings, names and numbers of the page's heap, as the browser writes a snapshot of it down.
    pub fn heap(&mut self) -> String {
        let page = self.page.clone();
        self.ask(&page, "HeapProfiler.collectGarbage", json!({}));
        self.ask(&page, "HeapProfiler.takeHeapSnapshot", json!({ "reportProgress": false })).1
    }

    /// The answer to a command, and all chunks of snapshots that came before it.
    fn ask(&mut self, session: &str, method: &str, parameters: Value) -> (Value, String) {
        self.number += 1;
        let mut command = json!({ "id": self.number, "method": method, "params": parameters });
        if !session.is_empty() {
            command["sessionId"] = json!(session);
        }
        self.send(command.to_string().as_bytes());
        let mut chunks = String::new();
        loop {
            let message: Value = serde_json::from_slice(&self.message()).expect("a message");
            if message["id"] == self.number {
                assert!(message["error"].is_null(), "{method}: {message}");
                return (message["result"].clone(), chunks);
            }
            let given = &message["params"];
            match message["method"].as_str() {
                Some("HeapProfiler.addHeapSnapshotChunk") => {
                    chunks += given["chunk"].as_str().unwrap_or_default()
                }
                Some("Target.attachedToTarget") if given["targetInfo"]["type"] == "worker" => {
                    self.workers.extend(given["sessionId"].as_str().map(str::to_owned));
                }
                Some("Target.detachedFromTarget") => {
                    self.workers.retain(|session| given["sessionId"] != session.as_str());
                }
                _ => {}
            }
        }
    }

    /// One frame (RFC 6455), whole and masked with zeros.
    fn send(&mut self, text: &[u8]) {
        let length = u16::try_from(text.len()).expect("commands are short").to_be_bytes();
        let frame = [&[0x81, 0x80 | 126, length[0], length[1], 0, 0, 0, 0], text].concat();
        self.stream.get_mut().write_all(&frame).expect("sent");
    }

    /// One message, of one frame or several.
    fn message(&mut self) -> Vec<u8> {
        let mut message = Vec::new();
        loop {
            let head: [u8; 2] = self.bytes(2).try_into().expect("two");
            let length = match head[1] & 127 {
                126 => self.bytes(2),
                127 => self.bytes(8),
                short => vec![short],
            };
            let length = length.iter().fold(0, |sum, byte| sum << 8 | usize::from(*byte));
            message.extend(self.bytes(length));
            if head[0] & 0x80 != 0 {
                return message;
            }
        }
    }

    fn bytes(&mut self, count: usize) -> Vec<u8> {
        let mut bytes = vec![0; count];
        self.stream.read_exact(&mut bytes).expect("the browser goes on");
        bytes
    }
}
