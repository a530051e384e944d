//! The headers of the content policy in the forms that common hosts of static files read. `public/hosting/` holds them
//! for whoever hosts; those that hosts look for beside the page go into the site too. All are written from `policy`:
//! `cargo xtask hosting` does it, and a test fails when they differ.

use anyhow::Result;
use serde_json::{Value, json};

use crate::build::{Need, Site, WORKER, has_hash};
use crate::{Workspace, policy};

const FOLDER: &str = "public/hosting";
const KEPT: &str = "public, max-age=31536000, immutable";
const FRESH: &str = "no-store";
/// What has no hash in its name, as addresses below the site.
const UNHASHED: &[&str] = &["", "index.html", WORKER, "manifest.webmanifest"];
/// A name with a hash, for hosts that know regular expressions.
const HASHED: &str = r"-[0-9a-f]{16}\.[a-z0-9]+$";

/// Name in `public/hosting` → text.
fn texts() -> [(&'static str, String); 5] {
    [
        ("_headers", underscore_headers()),
        (".htaccess", apache()),
        ("vercel.json", vercel()),
        ("nginx.conf", nginx()),
        ("Caddyfile", caddy()),
    ]
}

/// Writes `public/hosting`.
///
/// # Errors
/// When it cannot be written.
pub fn write(workspace: &Workspace) -> Result<()> {
    let folder = workspace.path(FOLDER);
    std::fs::create_dir_all(&folder)?;
    for (name, text) in texts() {
        std::fs::write(folder.join(name), text)?;
    }
    Ok(())
}

/// Adds what hosts look for beside the page, once all else is there.
pub(crate) fn add(site: &mut Site) {
    let mut headers = underscore_headers();
    for name in site.integrities().keys().filter(|name| has_hash(name)) {
        headers += &format!("/{name}\n  Cache-Control: {KEPT}\n");
    }
    site.add_named("_headers", headers, Need::Later);
    site.add_named(".htaccess", apache(), Need::Later);
    site.add_named("vercel.json", vercel(), Need::Later);
}

/// Whether a file of the built site is for the host alone, and no part of the app.
pub(crate) fn is_for_the_host(name: &str) -> bool {
    ["_headers", ".htaccess", "vercel.json"].contains(&name)
}

/// A line for each header.
fn lines(line: impl Fn(&str, &str) -> String) -> String {
    policy::headers().iter().map(|(name, value)| line(name, value) + "\n").collect()
}

/// Netlify and Cloudflare Pages. Both join the values of rules that meet, so no two rules set the same header; and
/// neither knows patterns within a name, so the build adds a rule for each file with a hash.
fn underscore_headers() -> String {
    let fresh: String = UNHASHED.iter().map(|path| format!("/{path}\n  Cache-Control: {FRESH}\n")).collect();
    let headers = lines(|name, value| format!("  {name}: {value}"));
    format!(
        "# Netlify, Cloudflare Pages. The built site has this file with a rule for each hashed name.\n/*\n{headers}{fresh}"
    )
}

/// Apache with `mod_headers`, as a file beside the page.
fn apache() -> String {
    let headers = lines(|name, value| format!("Header always set {name} \"{value}\""));
    format!(
        "# Apache 2.4 with mod_headers; the site has it beside the page. Needs AllowOverride FileInfo.\n\
         AddType text/javascript .js\nAddType application/wasm .wasm\nAddType application/manifest+json .webmanifest\n\
         {headers}Header always set Cache-Control \"{FRESH}\"\n\
         <FilesMatch \"{HASHED}\">\n  Header always set Cache-Control \"{KEPT}\"\n</FilesMatch>\n"
    )
}

/// Vercel, as a file beside the page.
fn vercel() -> String {
    let pair = |(name, value): (&str, String)| json!({ "key": name, "value": value });
    let all: Vec<Value> = policy::headers().into_iter().map(pair).collect();
    let keep = |source: String, value: &str| json!({ "source": source, "headers": [pair(("Cache-Control", value.to_owned()))] });
    let mut rules = vec![json!({ "source": "/(.*)", "headers": all })];
    rules.extend(UNHASHED.iter().map(|path| keep(format!("/{}", path.replace('.', "\\.")), FRESH)));
    rules.push(keep(format!("/(.*{})", HASHED.trim_end_matches('$')), KEPT));
    format!("{:#}\n", json!({ "headers": rules }))
}

/// nginx: a file for `conf.d`.
fn nginx() -> String {
    let headers = lines(|name, value| format!("    add_header {name} \"{value}\" always;"));
    format!(
        "# nginx, as /etc/nginx/conf.d/trestle.conf. Change name, certificate and folder.\n\
         map $uri $trestle_keep {{\n    default \"{FRESH}\";\n    \"~{HASHED}\" \"{KEPT}\";\n}}\n\
         server {{\n    listen 443 ssl;\n    server_name trestle.example;\n    \
         ssl_certificate /etc/ssl/trestle.pem;\n    ssl_certificate_key /etc/ssl/trestle.key;\n    \
         root /srv/trestle;\n    include mime.types;\n    \
         types {{ application/manifest+json webmanifest; }}\n\
         {headers}    add_header Cache-Control $trestle_keep always;\n\
         \x20   location / {{ try_files $uri $uri/ =404; }}\n    location ~ /\\.|^/_headers$|^/vercel\\.json$ {{ return 404; }}\n}}\n"
    )
}

/// Caddy 2. Its file gives braces a meaning of their own, so the pattern does without.
fn caddy() -> String {
    let headers = lines(|name, value| format!("\t\t{name} \"{value}\""));
    let hashed = r"-[0-9a-f]+\.[a-z0-9]+$";
    format!(
        "# Caddy 2. Change name and folder; Caddy fetches the certificate itself.\n\
         trestle.example {{\n\troot * /srv/trestle\n\t@host path /_headers /.htaccess /vercel.json\n\trespond @host 404\n\
         \t@hashed path_regexp {hashed}\n\t@unhashed not path_regexp {hashed}\n\
         \theader {{\n{headers}\t}}\n\theader @hashed Cache-Control \"{KEPT}\"\n\theader @unhashed Cache-Control \"{FRESH}\"\n\
         \tencode zstd gzip\n\tfile_server\n}}\n"
    )
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;

    #[test]
    fn the_hosting_files_are_those_that_the_policy_makes() {
        let folder = Workspace::find().unwrap().path(FOLDER);
        for (name, text) in texts() {
            let kept = std::fs::read_to_string(folder.join(name)).unwrap_or_default();
            assert!(
                kept == text,
                "public/hosting/{name} is not what the policy makes: run `cargo xtask hosting`"
            );
        }
    }

    #[test]
    fn every_hosting_file_carries_every_header_and_both_ways_of_keeping() {
        for (file, text) in texts() {
            for (name, value) in policy::headers() {
                assert!(text.contains(name) && text.contains(&value), "{file} lacks {name}");
            }
            assert!(text.contains(FRESH), "{file}");
            assert!(text.contains(KEPT) || file == "_headers", "{file}");
        }
    }

    #[test]
    fn the_built_site_keeps_what_has_a_hash_and_no_rule_says_it_twice() {
        let mut site = Site::new("b");
        let hashed = site.add_hashed("keeper", "js", "", Need::First).name;
        site.add_named("index.html", "", Need::First);
        add(&mut site);
        let text = site.text("_headers").unwrap();
        assert!(text.ends_with(&format!("/{hashed}\n  Cache-Control: {KEPT}\n")), "{text}");
        let rules: Vec<_> = text.lines().filter(|line| line.starts_with('/')).collect();
        let mut once = rules.clone();
        once.dedup();
        assert_eq!(rules, once);
        let all = text.split("\n/").find(|rule| rule.contains("Content-Security-Policy")).unwrap();
        assert!(!all.contains("Cache-Control"), "hosts join the values of rules that meet");
    }
}
