//! A release: the built site, what is checked about it, and the list of its hashes, in the form that
//! `sha256sum --check` reads.

use std::collections::BTreeMap;
use std::io::{Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::path::Path;

use anyhow::{Context, Result, ensure};

use crate::serve::Server;
use crate::{Profile, Workspace, build, hosting, policy, set_up};

/// Builds, checks and prints the hashes.
///
/// # Errors
/// As [`build::run`], and when a file is missing from the list that works offline or is served without a header.
pub fn run(workspace: &Workspace) -> Result<()> {
    set_up::for_building(workspace)?;
    build::run(workspace, Profile::Release)?;
    check_offline(&workspace.dist())?;
    check_headers(&workspace.dist())?;
    println!();
    for file in build::measured(&workspace.dist())? {
        println!("{}  {}", file.sha256, file.name);
    }
    Ok(())
}

/// Every file of the site is in the worker's list, but for the worker and what is for the host alone.
fn check_offline(dist: &Path) -> Result<()> {
    let worker = std::fs::read_to_string(dist.join(build::WORKER)).context("no service worker")?;
    let mut listed = build::listed(&worker)?;
    let files = build::measured(dist)?;
    for file in
        files.iter().filter(|file| file.name != build::WORKER && !hosting::is_for_the_host(&file.name))
    {
        let hash =
            listed.remove(&file.name).with_context(|| format!("{} would be missing offline", file.name))?;
        let bytes = std::fs::read(dist.join(&file.name))?;
        ensure!(hash == build::integrity(&bytes), "the worker knows another {}", file.name);
    }
    ensure!(listed.is_empty(), "the worker lists what is not there: {listed:?}");
    Ok(())
}

/// Our own server gives every header with every file: the workers' are the ones that a `<meta>` does not reach.
fn check_headers(dist: &Path) -> Result<()> {
    let server = Server::start(dist, 0)?;
    for file in build::measured(dist)?.iter().filter(|file| !hosting::is_for_the_host(&file.name)) {
        let served = served(server.address(), &file.name)?;
        for (name, value) in policy::headers() {
            let found = served.get(&name.to_lowercase());
            ensure!(found == Some(&value), "{} is served with {name}: {found:?}", file.name);
        }
    }
    Ok(())
}

/// The headers that a file is served with, names in lower case.
fn served(address: SocketAddr, name: &str) -> Result<BTreeMap<String, String>> {
    let mut stream = TcpStream::connect(address)?;
    write!(stream, "HEAD /{name} HTTP/1.1\r\nHost: trestle\r\nConnection: close\r\n\r\n")?;
    let mut answer = String::new();
    stream.read_to_string(&mut answer)?;
    ensure!(answer.starts_with("HTTP/1.1 200"), "{name} is not served: {answer}");
    let pairs = answer.lines().filter_map(|line| line.split_once(": "));
    Ok(pairs.map(|(name, value)| (name.to_lowercase(), value.to_owned())).collect())
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;

    /// A site with a page, a worker that lists `listed`, and the list of both.
    fn site(name: &str, listed: &str) -> std::path::PathBuf {
        let dist = std::env::temp_dir().join(format!("trestle-release-{name}-{}", std::process::id()));
        std::fs::create_dir_all(&dist).unwrap();
        std::fs::write(dist.join("index.html"), "page").unwrap();
        std::fs::write(dist.join(build::WORKER), format!("const site = {{\"files\":{{{listed}}}}};\n"))
            .unwrap();
        let file = "{ \"sha256\": \"\" }";
        let list = format!(
            "{{ \"files\": {{ \"index.html\": {file}, \"service-worker.js\": {file}, \"_headers\": {file} }} }}"
        );
        std::fs::write(dist.join("files.json"), list).unwrap();
        dist
    }

    #[test]
    fn a_file_that_the_worker_does_not_know_as_it_is_stops_a_release() {
        let page = build::integrity(b"page");
        for (name, listed, good) in [
            ("whole", format!("\"./\":\"{page}\""), true),
            ("lacks", String::new(), false),
            ("differs", "\"./\":\"sha256-x\"".to_owned(), false),
            ("more", format!("\"./\":\"{page}\",\"gone.js\":\"sha256-x\""), false),
        ] {
            let dist = site(name, &listed);
            assert_eq!(check_offline(&dist).is_ok(), good, "{name}");
            std::fs::remove_dir_all(dist).unwrap();
        }
    }

    #[test]
    fn the_own_server_gives_every_header_with_every_file() {
        let dist = site("served", "");
        check_headers(&dist).unwrap();
        std::fs::write(dist.join("files.json"), "{ \"files\": { \"gone.js\": {} } }").unwrap();
        assert!(check_headers(&dist).is_err(), "what is not served stops a release");
        std::fs::remove_dir_all(dist).unwrap();
    }
}
