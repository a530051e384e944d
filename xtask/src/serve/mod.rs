//! The loopback server: gives out a built site with the right headers, and notes every request, so that tests can
//! prove that none carries data. Serves files of one folder and nothing else.

mod answer;

use std::io::Write;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};
use std::thread::JoinHandle;

use anyhow::{Context, Result, anyhow};

/// One request as it came in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Seen {
    /// `GET`, `POST` and so on.
    pub method: String,
    /// Path and query as sent.
    pub path: String,
    /// Bytes that the request carried.
    pub body_length: u64,
}

/// A running server; stops when dropped.
pub struct Server {
    address: SocketAddr,
    listener: Arc<tiny_http::Server>,
    seen: Arc<Mutex<Vec<Seen>>>,
    threads: Vec<JoinHandle<()>>,
}

/// Folder, method and path to an answer.
type Answering = fn(&Path, &str, &str) -> answer::Answer;

/// Enough for a page, its workers and what they fetch.
const THREADS: usize = 4;

impl Server {
    /// Serves the folder on 127.0.0.1; port 0 takes any that is free.
    ///
    /// # Errors
    /// When the folder has no `index.html` or the port is taken.
    pub fn start(dist: &Path, port: u16) -> Result<Self> {
        Self::start_with(dist, port, answer::to)
    }

    /// As a host does that sets no header of ours: for stories about such hosts.
    ///
    /// # Errors
    /// As [`Server::start`].
    pub fn start_plain(dist: &Path, port: u16) -> Result<Self> {
        Self::start_with(dist, port, answer::plain)
    }

    fn start_with(dist: &Path, port: u16, answer: Answering) -> Result<Self> {
        let dist = dist.canonicalize().with_context(|| format!("no folder {}", dist.display()))?;
        if !dist.join("index.html").is_file() {
            return Err(anyhow!("no index.html in {}: run `cargo xtask build` first", dist.display()));
        }
        let listener = tiny_http::Server::http(("127.0.0.1", port))
            .map_err(|error| anyhow!("port {port} of 127.0.0.1: {error}"))?;
        let address = listener.server_addr().to_ip().context("a TCP listener has an IP address")?;
        let (listener, seen) = (Arc::new(listener), Arc::new(Mutex::new(Vec::new())));
        let threads = (0..THREADS).map(|_| spawn(&listener, &seen, &dist, answer)).collect();
        Ok(Self { address, listener, seen, threads })
    }

    /// The address to open, without a slash at its end.
    pub fn origin(&self) -> String {
        format!("http://{}", self.address)
    }

    /// Address and port.
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// All requests so far, in the order of arrival.
    pub fn requests(&self) -> Vec<Seen> {
        self.seen.lock().map(|seen| seen.clone()).unwrap_or_default()
    }

    /// Waits for answers under way and stops; the port is free a moment later.
    pub fn stop(self) {}
}

impl Drop for Server {
    fn drop(&mut self) {
        for _ in &self.threads {
            self.listener.unblock();
        }
        for thread in self.threads.drain(..) {
            let _ = thread.join();
        }
    }
}

/// Serves until the process is ended.
///
/// # Errors
/// As [`Server::start`].
pub fn until_stopped(dist: &Path, port: u16) -> Result<()> {
    let server = Server::start(dist, port)?;
    println!("\nTrestle is at {}  (Ctrl+C stops it)", server.origin());
    loop {
        std::thread::park();
    }
}

fn spawn(
    listener: &Arc<tiny_http::Server>,
    seen: &Arc<Mutex<Vec<Seen>>>,
    dist: &Path,
    answer: Answering,
) -> JoinHandle<()> {
    let (listener, seen, dist): (_, _, PathBuf) = (listener.clone(), seen.clone(), dist.to_path_buf());
    std::thread::spawn(move || {
        // `recv` fails once for each `unblock`: that is this thread's sign to end.
        while let Ok(mut request) = listener.recv() {
            let body_length = std::io::copy(request.as_reader(), &mut std::io::sink()).unwrap_or_default();
            let (method, path) = (request.method().to_string(), request.url().to_owned());
            let answer = answer(&dist, &method, &path);
            if let Ok(mut seen) = seen.lock() {
                seen.push(Seen { method, path, body_length });
            }
            let _ = respond(request, answer); // the other side may have hung up
        }
    })
}

/// Answers, and says that the connection ends with it. tiny_http gives each connection one of its few threads for as long
/// as it is open, and one that comes while all are taken may wait for ever; browsers open six at once.
fn respond(request: tiny_http::Request, answer: answer::Answer) -> std::io::Result<()> {
    let is_head = *request.method() == tiny_http::Method::Head;
    let mut bytes = Vec::new();
    answer.raw_print(&mut bytes, request.http_version().clone(), request.headers(), is_head, None)?;
    let first_line = bytes.windows(2).position(|pair| pair == b"\r\n").map_or(0, |at| at + 2);
    bytes.splice(first_line..first_line, *b"Connection: close\r\n");
    let mut writer = request.into_writer();
    writer.write_all(&bytes)?;
    writer.flush()
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests")]
mod tests {
    use std::io::Read;
    use std::net::TcpStream;

    use super::*;

    fn ask(address: SocketAddr, request: &str) -> String {
        let mut stream = TcpStream::connect(address).unwrap();
        stream.write_all(request.as_bytes()).unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        answer
    }

    #[test]
    fn requests_are_answered_and_noted_with_what_they_carry() {
        let folder = std::env::temp_dir().join(format!("trestle-serve-{}", std::process::id()));
        std::fs::create_dir_all(&folder).unwrap();
        std::fs::write(folder.join("index.html"), "page").unwrap();
        let server = Server::start(&folder, 0).unwrap();
        let address = server.address();

        let page = ask(address, "GET /?a=b HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
        assert!(page.starts_with("HTTP/1.1 200") && page.ends_with("\r\n\r\npage"), "{page}");
        let head = ask(address, "HEAD / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
        assert!(head.starts_with("HTTP/1.1 200") && head.ends_with("\r\n\r\n"), "{head}");
        let post = ask(
            address,
            "POST /x HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: 5\r\n\r\nwords",
        );
        assert!(post.starts_with("HTTP/1.1 405"), "{post}");

        let seen: Vec<_> =
            server.requests().into_iter().map(|seen| (seen.method, seen.path, seen.body_length)).collect();
        let line = |method: &str, path: &str, length| (method.to_owned(), path.to_owned(), length);
        assert_eq!(seen, [line("GET", "/?a=b", 0), line("HEAD", "/", 0), line("POST", "/x", 5)]);
        server.stop();
        // The listener's own thread lets go of the port a moment later.
        let asked = std::time::Instant::now();
        while TcpStream::connect(address).is_ok() {
            assert!(asked.elapsed().as_secs() < 10, "a stopped server must not listen");
        }
        std::fs::remove_dir_all(folder).unwrap();
    }

    #[test]
    fn every_answer_ends_its_connection_so_that_many_at_once_are_all_answered() {
        let folder = std::env::temp_dir().join(format!("trestle-serve-many-{}", std::process::id()));
        std::fs::create_dir_all(&folder).unwrap();
        std::fs::write(folder.join("index.html"), "page".repeat(50_000)).unwrap();
        let server = Server::start(&folder, 0).unwrap();
        let request = "GET / HTTP/1.1\r\nHost: x\r\n\r\n";
        let open: Vec<_> = (0..24)
            .map(|_| {
                let mut stream = TcpStream::connect(server.address()).unwrap();
                stream.write_all(request.as_bytes()).unwrap();
                stream.set_read_timeout(Some(std::time::Duration::from_secs(10))).unwrap();
                stream
            })
            .collect();
        for mut stream in open {
            let mut answer = String::new();
            while !answer.ends_with("0\r\n\r\n") {
                let mut piece = [0; 65_536];
                let length = stream.read(&mut piece).expect("an answer within 10 s");
                answer.push_str(std::str::from_utf8(&piece[..length]).unwrap());
            }
            assert!(answer.contains("Connection: close"), "{}", &answer[..300]);
        }
        std::fs::remove_dir_all(folder).unwrap();
    }

    #[test]
    fn a_folder_without_a_page_is_refused() {
        assert!(Server::start(Path::new("/nowhere"), 0).is_err());
        assert!(Server::start(Path::new(env!("CARGO_MANIFEST_DIR")), 0).is_err());
    }
}
