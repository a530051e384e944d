//! The HTML reader: page, style, script and program in one file, with a policy of its own. Whatever runs or styles is
//! under a hash of that policy; the one place that is not (`id="container"`) holds data, which never runs. The program
//! stands in it compressed: every copy that somebody hands over carries it along.

use std::io::Write as _;

use anyhow::{Context, Result, ensure};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use flate2::{Compression, write::GzEncoder};
use serde_json::Value;

use super::site::{Asset, Need, Site, integrity};
use super::{Bound, Profile, styles};
use crate::Workspace;

const FOLDER: &str = "crates/reader/page";
const WORKER: &str = "\"reader:worker\"";
const PROGRAM: &str = "\"reader:program\"";
/// Most bytes of the reader as people get it.
const MOST: usize = 350_000;

/// Adds the reader. It is on the service worker's list, so that it can be saved without a connection too.
pub fn add(workspace: &Workspace, site: &mut Site, profile: Profile, program: &Bound) -> Result<Asset> {
    let file = |name: &str| {
        let path = workspace.path(FOLDER).join(name);
        std::fs::read_to_string(&path).with_context(|| format!("reading {}", path.display()))
    };
    let worker = program.glue.clone() + &file("worker.js")?;
    let script = filled(&file("page.js")?, WORKER, &quoted(&worker))?;
    let script = filled(&script, PROGRAM, &quoted(&STANDARD.encode(gzipped(&program.wasm)?)))?;
    let style = styles::slim(&file("reader.css")?);
    let page = page(&file("reader.html")?, &style, &script)?;
    let fits = profile == Profile::Debug || page.len() <= MOST;
    ensure!(fits, "the reader has {} bytes, more than {MOST}: what of it can go?", page.len());
    Ok(site.add_hashed("reader", "html", page, Need::Later))
}

/// As `DecompressionStream("gzip")` inflates it, without a name and a time: the same bytes from the same program.
fn gzipped(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut packed = GzEncoder::new(Vec::new(), Compression::best());
    packed.write_all(bytes)?;
    Ok(packed.finish()?)
}

fn page(template: &str, style: &str, script: &str) -> Result<String> {
    let policy = policy(style, script);
    let policy = format!("<meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">");
    let page = filled(template, "<!-- reader:policy -->", &policy)?;
    let page = filled(&page, "<!-- reader:style -->", &format!("<style>{style}</style>"))?;
    ensure!(!script.contains("</script") && !script.contains("<!--"), "the script would end before its end");
    filled(&page, "<!-- reader:script -->", &format!("<script>{script}</script>"))
}

/// Nothing but what is in the file: one style, one script, the worker that the script makes, and the photos and voice notes
/// of the backup, which it makes as well.
fn policy(style: &str, script: &str) -> String {
    format!(
        "default-src 'none'; script-src '{}' 'wasm-unsafe-eval'; style-src '{}'; worker-src blob:; img-src blob:; media-src blob:; base-uri 'none'; \
         form-action 'none'",
        integrity(script.as_bytes()),
        integrity(style.as_bytes())
    )
}

/// A text of JavaScript that can stand in a page.
fn quoted(text: &str) -> String {
    Value::from(text).to_string().replace('<', "\\u003c")
}

fn filled(text: &str, place: &str, with: &str) -> Result<String> {
    ensure!(text.matches(place).count() == 1, "the reader must hold {place} exactly once");
    Ok(text.replace(place, with))
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests")]
mod tests {
    use std::io::Read as _;

    use super::*;

    const TEMPLATE: &str = "<!-- reader:policy --><!-- reader:style --><!-- reader:script -->";

    #[test]
    fn the_policy_knows_this_style_and_this_script_and_no_address() {
        let page = page(TEMPLATE, "a { b: c }", "start();").unwrap();
        for text in ["a { b: c }", "start();"] {
            assert!(page.contains(&integrity(text.as_bytes())) && page.contains(text), "{page}");
        }
        for word in
            ["unsafe-inline", "'unsafe-eval'", "http:", "https:", "*", "data:", "connect-src", "'self'"]
        {
            assert!(!policy("", "").contains(word), "{word}");
        }
        assert!(policy("", "").starts_with("default-src 'none';"));
    }

    #[test]
    fn the_program_is_packed_alike_each_time_and_comes_out_whole() {
        let program = b"\0asm".repeat(1_000);
        let packed = gzipped(&program).unwrap();
        let mut whole = Vec::new();
        flate2::read::GzDecoder::new(packed.as_slice()).read_to_end(&mut whole).unwrap();
        assert_eq!((whole, gzipped(&program).unwrap()), (program, packed.clone()));
        // No flag, no time (RFC 1952, 2.3).
        assert_eq!(packed[3..8], [0; 5]);
        assert!(packed.len() < 200, "{}", packed.len());
    }

    #[test]
    fn no_text_ends_the_script_it_stands_in() {
        assert_eq!(quoted("a</script>\"<!--"), r#""a\u003c/script>\"\u003c!--""#);
        assert!(page(TEMPLATE, "", "x</script>").is_err());
        assert!(page("", "", "").is_err());
    }

    #[test]
    fn the_page_has_its_places_and_one_for_data() {
        let workspace = Workspace::find().unwrap();
        let file = |name: &str| std::fs::read_to_string(workspace.path(FOLDER).join(name)).unwrap();
        let page = page(&file("reader.html"), "", "").unwrap();
        assert_eq!(
            page.matches("<script type=\"application/octet-stream\" id=\"container\"></script>").count(),
            1
        );
        for place in [WORKER, PROGRAM] {
            assert_eq!(file("page.js").matches(place).count(), 1, "{place}");
        }
    }
}
