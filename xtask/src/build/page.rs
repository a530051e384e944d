//! Lays out the site: programs, styles, public files, the loader, and `index.html` with its placeholders filled.
//!
//! Placeholders of `index.html`: `<!-- trestle:policy -->`, `<!-- trestle:first -->`, `<!-- trestle:styles -->`,
//! `<!-- trestle:preload -->`, `<!-- trestle:start -->`, `<!-- trestle:help -->`, `<!-- trestle:leave -->`, each exactly
//! once. A public file is named `public/…` in the page, in a stylesheet or in
//! the manifest; the build puts its name with the hash there.

use std::collections::BTreeMap;

use anyhow::{Context, Result, ensure};
use serde_json::{Map, Value, json};

use super::help::Help;
use super::inputs::files_below;
use super::site::{Asset, Need, Site};
use super::{Bound, Profile, compile, loader, offline, reader, split, styles};
use crate::{Workspace, hosting, meta_policy};

/// The program of the page.
const SCREEN: &str = "screen";
/// Public files that the browser finds under their own names.
const OWN_NAME: &[&str] = &["manifest.webmanifest"];
/// What lies under `public/` and has its own way into the site: `offline` and `hosting` know it.
const ELSEWHERE: &[&str] = &[offline::WORKER, "news/", "hosting/"];

/// Adds every file of the site.
pub fn lay_out(
    workspace: &Workspace,
    profile: Profile,
    site: &mut Site,
    bound: &BTreeMap<String, Bound>,
    help: &Help,
) -> Result<()> {
    let public = add_public(workspace, site)?;
    let style = rename(&(styles::joined(workspace)? + &help.styles), &public)?;
    let style = site.add_hashed("style", "css", style, Need::First);
    let screen = bound.get(SCREEN).context("the screen was compiled")?;
    let glue = split::add_parts(site, SCREEN, screen)?;
    let glue = site.add_hashed(SCREEN, "js", glue, Need::First);
    let wasm = site.add_hashed(SCREEN, "wasm", screen.wasm.clone(), Need::First);
    let names = json!({
        "build": site.build, "glue": glue.name, "wasm": wasm.name, "integrity": wasm.integrity,
        "workers": add_workers(site, bound)?, "words": word_lists(&public),
        "reader": reader::add(workspace, site, profile, bound.get(compile::READER).context("the reader was compiled")?)?.name,
    });
    let start = std::fs::read_to_string(workspace.path("src/start.js")).context("reading src/start.js")?;
    let start = site.add_hashed("start", "js", loader::filled(&start, loader::NAMES, &names)?, Need::First);
    let first = std::fs::read(workspace.path("src/first.js")).context("reading src/first.js")?;
    let first = site.add_hashed("first", "js", first, Need::First);
    let old = std::fs::read_to_string(workspace.path("src/too_old.js")).context("reading src/too_old.js")?;
    let old = site.add_hashed("too-old", "js", old, Need::Later);
    let template = std::fs::read_to_string(workspace.path("index.html")).context("reading index.html")?;
    let mut scripts = vec![start];
    scripts.extend(offline::add_script(workspace, site, profile)?);
    let elements = elements(&style, &glue, &wasm, &scripts, &old);
    let elements = elements.into_iter().chain(static_part(&first, help)).collect::<Vec<_>>();
    let page = filled(&template, &elements)?;
    site.add_named("index.html", rename(&page, &public)?, Need::First);
    offline::add_worker(workspace, site, profile)?;
    hosting::add(site);
    Ok(())
}

/// Worker → file. Of the two keepers, today's browsers take the one with SIMD.
fn add_workers(site: &mut Site, bound: &BTreeMap<String, Bound>) -> Result<Map<String, Value>> {
    let usual = if bound.contains_key("keeper-simd") { "keeper-simd" } else { "keeper" };
    let mut workers = Map::new();
    for (name, bound) in bound.iter().filter(|(name, _)| ![SCREEN, compile::READER].contains(&name.as_str()))
    {
        let need = if name == usual { Need::First } else { Need::Later };
        workers.insert(name.clone(), loader::add_worker(site, name, bound, need)?.name.into());
    }
    Ok(workers)
}

/// What stands in the place of each placeholder.
fn elements(
    style: &Asset,
    glue: &Asset,
    wasm: &Asset,
    scripts: &[Asset],
    old: &Asset,
) -> [(&'static str, String); 4] {
    let policy = format!("<meta http-equiv=\"Content-Security-Policy\" content=\"{}\">", meta_policy());
    let styles =
        format!("<link rel=\"stylesheet\" href=\"{}\" integrity=\"{}\">", style.name, style.integrity);
    // No integrity on the wasm's preload: Chromium warns that it ignores it there. The fetch in start.js has it.
    let preload = format!(
        "<link rel=\"modulepreload\" href=\"{}\" integrity=\"{}\">\n    \
         <link rel=\"preload\" as=\"fetch\" crossorigin href=\"{}\">",
        glue.name, glue.integrity, wasm.name
    );
    let script = |Asset { name, integrity }: &Asset| {
        format!("<script type=\"module\" src=\"{name}\" integrity=\"{integrity}\"></script>")
    };
    // The last is for browsers that know no modules; they know `defer`, and run it once the page stands.
    let old =
        format!("<script nomodule defer src=\"{}\" integrity=\"{}\"></script>", old.name, old.integrity);
    let start = scripts.iter().map(script).chain([old]).collect::<Vec<_>>().join("\n    ");
    [("policy", policy), ("styles", styles), ("preload", preload), ("start", start)]
}

/// What works without the screen. Its script is no module: it marks the page before anything of it is painted.
fn static_part(first: &Asset, help: &Help) -> [(&'static str, String); 3] {
    let first = format!("<script src=\"{}\" integrity=\"{}\"></script>", first.name, first.integrity);
    [("first", first), ("help", help.now.clone()), ("leave", help.leave.clone())]
}

fn filled(template: &str, elements: &[(&str, String)]) -> Result<String> {
    let mut page = template.to_owned();
    for (name, element) in elements {
        let place = format!("<!-- trestle:{name} -->");
        ensure!(page.matches(&place).count() == 1, "index.html must hold {place} exactly once");
        page = page.replace(&place, element);
    }
    ensure!(!page.contains("trestle:"), "index.html holds a placeholder that the build does not know");
    Ok(page)
}

/// Adds what lies under `public/`. Path there → name in the site.
fn add_public(workspace: &Workspace, site: &mut Site) -> Result<BTreeMap<String, String>> {
    let folder = workspace.path("public");
    let mut public = BTreeMap::new();
    let mut named = Vec::new();
    for file in files_below(&folder)? {
        let path = file.strip_prefix(&folder)?.to_string_lossy().replace('\\', "/");
        let has_own_way = ELSEWHERE.iter().any(|start| path.starts_with(start));
        if has_own_way || path.split('/').any(|part| part.starts_with('.')) {
            continue;
        }
        if OWN_NAME.contains(&path.as_str()) {
            named.push((path, std::fs::read_to_string(&file)?));
            continue;
        }
        let (stem, extension) =
            path.rsplit_once('.').with_context(|| format!("public/{path} has no ending"))?;
        let asset = site.add_hashed(&stem.replace('/', "-"), extension, std::fs::read(&file)?, Need::Later);
        public.insert(path, asset.name);
    }
    for (path, text) in named {
        site.add_named(&path, rename(&text, &public)?, Need::Later);
        public.insert(path.clone(), path);
    }
    Ok(public)
}

/// Puts the built names in the place of `public/…`, and refuses a name that is no file.
fn rename(text: &str, public: &BTreeMap<String, String>) -> Result<String> {
    let mut text = text.to_owned();
    // The longest first, so that no path is taken for the start of another.
    let mut paths: Vec<_> = public.iter().collect();
    paths.sort_by_key(|(path, _)| std::cmp::Reverse(path.len()));
    for (path, name) in paths {
        text = text.replace(&format!("public/{path}"), name);
    }
    let left = text.find("public/").map(|at| text[at..].chars().take(60).collect::<String>());
    ensure!(left.is_none(), "no such public file: {}", left.unwrap_or_default());
    Ok(text)
}

/// `words/en.txt` is the list that passphrases in English are drawn from.
fn word_lists(public: &BTreeMap<String, String>) -> Map<String, Value> {
    let list = |(path, name): (&String, &String)| {
        let language = path.strip_prefix("words/")?.strip_suffix(".txt")?;
        Some((language.to_owned(), name.clone().into()))
    };
    public.iter().filter_map(list).collect()
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;

    #[test]
    fn a_page_without_a_placeholder_is_refused() {
        let elements = [("policy", "P".to_owned()), ("start", "S".to_owned())];
        assert_eq!(filled("<!-- trestle:policy --><!-- trestle:start -->", &elements).unwrap(), "PS");
        for page in
            ["<!-- trestle:policy -->", "", "<!-- trestle:policy --><!-- trestle:start --><!-- trestle:x -->"]
        {
            assert!(filled(page, &elements).is_err(), "{page}");
        }
    }

    #[test]
    fn public_names_are_put_in_and_unknown_ones_refused() {
        let public = BTreeMap::from([("icon.svg".to_owned(), "icon-1.svg".to_owned())]);
        assert_eq!(rename("href=\"public/icon.svg\"", &public).unwrap(), "href=\"icon-1.svg\"");
        assert!(rename("href=\"public/icon.png\"", &public).is_err());
    }
}
