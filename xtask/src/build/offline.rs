//! The service worker and the script that brings it: both are hand-written, and get here what only the build knows
//! (the files with their hashes, the headers, the version, what is new in it).

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use super::inputs::{files_below, hex};
use super::site::{Asset, Need, Site};
use super::{Profile, loader};
use crate::{Workspace, policy};

/// The worker's name in the site: its scope is the folder it lies in.
pub const WORKER: &str = "service-worker.js";
/// How the worker's list calls the page: hosts differ in whether they answer `index.html` with a redirect.
const PAGE: &str = "./";
/// One file for each language: versions, newest first, with sentences about what changed.
const NEWS: &str = "public/news";
const SITE: &str = "\"trestle:offline\"";
const VERSION: &str = "\"trestle:version\"";

/// In a debug build, so that development is never served from a cache: takes away what an earlier build left.
const NO_WORKER: &str = "\
addEventListener(\"install\", () => skipWaiting());
addEventListener(\"activate\", (event) => event.waitUntil(removeAll()));
async function removeAll() {
  const ours = `trestle:${new URL(registration.scope).pathname}:`;
  const names = (await caches.keys()).filter((name) => name.startsWith(ours));
  await Promise.all(names.map((name) => caches.delete(name)));
  await registration.unregister();
}
";

/// Adds the script that registers the worker; none in a debug build.
pub fn add_script(workspace: &Workspace, site: &mut Site, profile: Profile) -> Result<Option<Asset>> {
    if profile == Profile::Debug {
        return Ok(None);
    }
    let template =
        std::fs::read_to_string(workspace.path("src/offline.js")).context("reading src/offline.js")?;
    let script = loader::filled(&without_comments(&template), VERSION, &json!(env!("CARGO_PKG_VERSION")))?;
    Ok(Some(site.add_hashed("offline", "js", script, Need::First)))
}

/// Adds the worker. Its list is every file that the site has by now, so it comes last.
pub fn add_worker(workspace: &Workspace, site: &mut Site, profile: Profile) -> Result<()> {
    if profile == Profile::Debug {
        site.add_named(WORKER, NO_WORKER, Need::Later);
        return Ok(());
    }
    let template = workspace.path("public").join(WORKER);
    let template = std::fs::read_to_string(template).context("reading public/service-worker.js")?;
    let worker = filled(&template, site.integrities(), &news(workspace)?)?;
    site.add_named(WORKER, worker, Need::Later);
    Ok(())
}

fn filled(template: &str, mut files: BTreeMap<String, String>, news: &Value) -> Result<String> {
    let page = files.remove("index.html").context("the page is laid out before the worker")?;
    files.insert(PAGE.to_owned(), page);
    let headers: BTreeMap<_, _> = policy::headers().into_iter().collect();
    let template = without_comments(template);
    let site = json!({ "files": files, "headers": headers, "news": news });
    // Whatever differs in the worker makes another version, with a cache of its own.
    let edition = hex(&Sha256::digest(format!("{template}{site}"))[..8]);
    let site = json!({ "edition": edition, "files": files, "headers": headers, "news": news });
    loader::filled(&template, SITE, &site)
}

/// Language → news.
fn news(workspace: &Workspace) -> Result<Value> {
    let mut news = BTreeMap::new();
    for file in files_below(&workspace.path(NEWS))? {
        let language = file.file_stem().context("a file")?.to_string_lossy().into_owned();
        let text: Value = serde_json::from_slice(&std::fs::read(&file)?)
            .with_context(|| format!("reading {}", file.display()))?;
        news.insert(language, text);
    }
    Ok(json!(news))
}

/// Without lines that are comments: they are for whoever reads the source.
fn without_comments(script: &str) -> String {
    let code = script.lines().filter(|line| !line.trim_start().starts_with("//") && !line.trim().is_empty());
    code.map(|line| line.to_owned() + "\n").collect()
}

/// The names and integrity values of a built worker's list; the page is called `index.html`.
///
/// # Errors
/// When the worker holds no list.
pub fn listed(worker: &str) -> Result<BTreeMap<String, String>> {
    let site = data(worker)?.1;
    let files = site["files"].as_object().context("the worker lists files")?;
    let name = |name: &String| if name == PAGE { "index.html".to_owned() } else { name.clone() };
    Ok(files.iter().map(|(path, hash)| (name(path), hash.as_str().unwrap_or_default().to_owned())).collect())
}

/// The line of a built worker that holds its data, and the data.
fn data(worker: &str) -> Result<(&str, Value)> {
    let line = worker.lines().find(|line| line.starts_with("const site = ")).context("the worker's data")?;
    let data = line.trim_start_matches("const site = ").trim_end_matches(';');
    Ok((line, serde_json::from_str(data)?))
}

/// Copies a built site and makes of the copy a later version: a page with `marker` in its head, and news that says so.
/// For stories.
///
/// # Errors
/// When the site is not whole.
pub fn later_version(dist: &Path, folder: &Path, marker: &str, sentence: &str) -> Result<()> {
    std::fs::create_dir_all(folder)?;
    for entry in std::fs::read_dir(dist)? {
        let entry = entry?;
        std::fs::copy(entry.path(), folder.join(entry.file_name()))?;
    }
    let page = std::fs::read_to_string(dist.join("index.html"))?;
    let later =
        page.replace("</title>", &format!("</title>\n    <meta name=\"edition\" content=\"{marker}\">"));
    ensure!(later != page, "the page has a title");
    let worker = std::fs::read_to_string(dist.join(WORKER))?;
    let (line, mut site) = data(&worker)?;
    site["edition"] = json!(marker);
    site["files"][PAGE] = json!(super::site::integrity(later.as_bytes()));
    site["news"]["en"] = json!([{ "version": "1000.0.0", "changed": [sentence] }]);
    std::fs::write(folder.join("index.html"), later)?;
    std::fs::write(folder.join(WORKER), worker.replace(line, &format!("const site = {site};")))?;
    Ok(())
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;

    fn worker() -> (Workspace, Site, String) {
        let workspace = Workspace::find().unwrap();
        let mut site = Site::new("b");
        site.add_hashed("screen", "wasm", "wasm", Need::First);
        site.add_named("manifest.webmanifest", "{}", Need::Later);
        site.add_named("index.html", "page", Need::First);
        let template = std::fs::read_to_string(workspace.path("public/service-worker.js")).unwrap();
        let text = filled(&template, site.integrities(), &news(&workspace).unwrap()).unwrap();
        (workspace, site, text)
    }

    #[test]
    fn the_list_holds_every_file_with_its_hash() {
        let (_, site, worker) = worker();
        let listed = listed(&worker).unwrap();
        assert_eq!(listed, site.integrities());
        assert_eq!(listed.len(), 3);
        assert!(worker.contains("\"./\":\"sha256-"), "{worker}");
    }

    #[test]
    fn the_worker_holds_every_header() {
        let (_, _, worker) = worker();
        let site = data(&worker).unwrap().1;
        assert_eq!(site["headers"].as_object().unwrap().len(), policy::headers().len());
        for (name, value) in policy::headers() {
            assert_eq!(site["headers"][name], json!(value));
        }
    }

    #[test]
    fn any_difference_makes_another_edition() {
        let edition = |template: &str, name: &str, news: Value| {
            let files = [("index.html", "a"), (name, "b")].map(|(name, hash)| (name.into(), hash.into()));
            let worker = filled(template, files.into(), &news).unwrap();
            data(&worker).unwrap().1["edition"].clone()
        };
        let template = "const site = \"trestle:offline\";\n";
        let first = edition(template, "a.js", json!({}));
        assert_eq!(first, edition(template, "a.js", json!({})));
        assert_ne!(first, edition(template, "b.js", json!({})));
        assert_ne!(first, edition(template, "a.js", json!({ "en": [] })));
        assert_ne!(first, edition(&format!("{template}x();\n"), "a.js", json!({})));
    }

    #[test]
    fn a_worker_without_its_place_is_refused() {
        let files = BTreeMap::from([("index.html".to_owned(), "a".to_owned())]);
        assert!(filled("const site = {};\n", files, &json!({})).is_err());
        assert!(filled("const site = \"trestle:offline\";\n", BTreeMap::new(), &json!({})).is_err());
    }

    #[test]
    fn every_language_tells_the_news_of_the_same_versions_and_the_newest_is_this_one() {
        let news = news(&Workspace::find().unwrap()).unwrap();
        let versions = |list: &Value| -> Vec<String> {
            let list = list.as_array().unwrap().iter();
            list.map(|news| {
                assert!(!news["changed"].as_array().unwrap().is_empty());
                news["version"].as_str().unwrap().to_owned()
            })
            .collect()
        };
        let english = versions(&news["en"]);
        assert_eq!(
            english[0],
            env!("CARGO_PKG_VERSION"),
            "public/news/en.json has nothing about this version"
        );
        for (language, list) in news.as_object().unwrap() {
            assert_eq!(versions(list), english, "{language}");
        }
    }

    #[test]
    fn comments_and_empty_lines_are_left_out() {
        assert_eq!(without_comments("// a\n\nb(); // c\n  // d\n  e();\n"), "b(); // c\n  e();\n");
    }
}
