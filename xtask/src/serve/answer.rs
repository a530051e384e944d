//! What one request gets: a file of the folder with its headers, or a short refusal with the same headers.

use std::io::Cursor;
use std::path::{Path, PathBuf};

use tiny_http::{Header, Response};

use crate::build::has_hash;
use crate::policy;

pub type Answer = Response<Cursor<Vec<u8>>>;

/// The answer to a method and a path (with its query, which is ignored).
pub fn to(dist: &Path, method: &str, path: &str) -> Answer {
    if !matches!(method, "GET" | "HEAD") {
        return refusal(405, "only GET and HEAD").with_header(header("Allow", "GET, HEAD"));
    }
    let path = path.split(['?', '#']).next().unwrap_or_default();
    let file = file_for(dist, path).and_then(|file| Some((std::fs::read(&file).ok()?, file)));
    let Some((bytes, file)) = file else { return refusal(404, "not found") };
    let name = file.file_name().and_then(|name| name.to_str()).unwrap_or_default();
    let keep = if has_hash(name) { "public, max-age=31536000, immutable" } else { "no-store" };
    dressed(Response::from_data(bytes), media_type(name), keep)
}

/// The same without a header but the type of the file.
pub fn plain(dist: &Path, method: &str, path: &str) -> Answer {
    let answer = to(dist, method, path);
    let is_type = |header: &&Header| header.field.equiv("Content-Type");
    let kept: Vec<Header> = answer.headers().iter().filter(is_type).cloned().collect();
    let (status, length) = (answer.status_code(), answer.data_length());
    Response::new(status, kept, answer.into_reader(), length, None)
}

/// The file that a path means: inside the folder, made of plain names.
fn file_for(dist: &Path, path: &str) -> Option<PathBuf> {
    let relative = path.strip_prefix('/')?;
    // A folder is answered with its page, as hosts do.
    let page = format!("{relative}index.html");
    let relative = if relative.is_empty() || relative.ends_with('/') { &page } else { relative };
    let plain = |name: &str| {
        !name.is_empty()
            && !name.starts_with('.')
            && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"._-".contains(&byte))
    };
    if !relative.split('/').all(plain) {
        return None;
    }
    let file = dist.join(relative).canonicalize().ok()?;
    (file.starts_with(dist) && file.is_file()).then_some(file)
}

fn media_type(name: &str) -> &'static str {
    match name.rsplit('.').next().unwrap_or_default() {
        "html" => "text/html; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "wasm" => "application/wasm",
        "json" => "application/json",
        "webmanifest" => "application/manifest+json",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "txt" => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

fn refusal(status: u16, text: &str) -> Answer {
    let response = Response::from_data(text.as_bytes()).with_status_code(status);
    dressed(response, "text/plain; charset=utf-8", "no-store")
}

fn dressed(response: Answer, media_type: &str, keep: &str) -> Answer {
    let response =
        response.with_header(header("Content-Type", media_type)).with_header(header("Cache-Control", keep));
    policy::headers()
        .into_iter()
        .fold(response, |response, (name, value)| response.with_header(header(name, &value)))
}

fn header(name: &str, value: &str) -> Header {
    Header::from_bytes(name, value).expect("our headers are plain ASCII")
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;

    fn site() -> (PathBuf, PathBuf) {
        let folder = std::env::temp_dir().join(format!(
            "trestle-answer-{}-{:?}",
            std::process::id(),
            std::thread::current().id()
        ));
        let dist = folder.join("dist");
        std::fs::create_dir_all(dist.join("deep")).unwrap();
        std::fs::write(folder.join("secret.txt"), "no").unwrap();
        std::fs::write(dist.join(".hidden"), "no").unwrap();
        std::fs::write(dist.join("index.html"), "page").unwrap();
        std::fs::write(dist.join("deep/a-0123456789abcdef.wasm"), "wasm").unwrap();
        (dist.canonicalize().unwrap(), folder)
    }

    fn value<'a>(answer: &'a Answer, name: &'static str) -> Option<&'a str> {
        answer.headers().iter().find(|header| header.field.equiv(name)).map(|header| header.value.as_str())
    }

    #[test]
    fn paths_that_leave_the_folder_are_not_found() {
        let (dist, folder) = site();
        std::os::unix::fs::symlink(folder.join("secret.txt"), dist.join("link.txt")).unwrap_or_default();
        for path in [
            "/../secret.txt",
            "/deep/../../secret.txt",
            "/%2e%2e/secret.txt",
            "//secret.txt",
            "/.hidden",
            "/link.txt",
            "/deep",
            "/deep/",
            "/nothing",
            "",
            "secret.txt",
            "/..\\secret.txt",
        ] {
            assert_eq!(to(&dist, "GET", path).status_code().0, 404, "{path}");
        }
        assert_eq!(to(&dist, "GET", "/?x=1").status_code().0, 200);
        std::fs::remove_dir_all(folder).unwrap();
    }

    #[test]
    fn only_reading_is_allowed() {
        let (dist, folder) = site();
        for method in ["POST", "PUT", "DELETE", "OPTIONS"] {
            assert_eq!(to(&dist, method, "/").status_code().0, 405, "{method}");
        }
        std::fs::remove_dir_all(folder).unwrap();
    }

    #[test]
    fn every_answer_carries_every_header() {
        let (dist, folder) = site();
        for (method, path) in
            [("GET", "/"), ("GET", "/deep/a-0123456789abcdef.wasm"), ("GET", "/no"), ("POST", "/")]
        {
            let answer = to(&dist, method, path);
            for (name, expected) in policy::headers() {
                assert_eq!(value(&answer, name), Some(expected.as_str()), "{path} {name}");
            }
        }
        std::fs::remove_dir_all(folder).unwrap();
    }

    #[test]
    fn hashed_files_are_kept_and_the_page_is_not() {
        let (dist, folder) = site();
        assert_eq!(value(&to(&dist, "GET", "/"), "Cache-Control"), Some("no-store"));
        let wasm = to(&dist, "GET", "/deep/a-0123456789abcdef.wasm");
        assert_eq!(value(&wasm, "Cache-Control"), Some("public, max-age=31536000, immutable"));
        assert_eq!(value(&wasm, "Content-Type"), Some("application/wasm"));
        std::fs::remove_dir_all(folder).unwrap();
    }
}
