//! The two kinds of hand-written start: `src/start.js`, which gets the names of the site's files, and the line that
//! makes a worker's glue start itself.

use anyhow::{Result, ensure};
use serde_json::{Value, json};

use super::site::{Asset, Need, Site};
use super::{Bound, split};

/// What `src/start.js` holds in the place of the object with the names.
pub const NAMES: &str = "\"trestle:site\"";

/// A hand-written script with what belongs into its one place.
pub fn filled(template: &str, place: &str, value: &Value) -> Result<String> {
    ensure!(template.matches(place).count() == 1, "the script must hold {place} exactly once");
    Ok(template.replace(place, &serde_json::to_string(value)?))
}

/// Adds a worker: its wasm, and its glue as one module that starts itself. A failure is thrown in a task of its own,
/// because only that reaches `onerror` of the page's `Worker`; a rejected promise reaches nobody.
pub fn add_worker(site: &mut Site, name: &str, bound: &Bound, need: Need) -> Result<Asset> {
    let wasm = site.add_hashed(name, "wasm", bound.wasm.clone(), need);
    let start = format!(
        "\n__wbg_init({{ module_or_path: fetch(new URL({url}, import.meta.url), {{ integrity: {integrity} }}) }})\
         \n  .catch(() => setTimeout(() => {{ throw new Error(\"the worker could not start\"); }}));\n",
        url = json!(format!("./{}", wasm.name)),
        integrity = json!(wasm.integrity),
    );
    let glue = split::add_parts(site, name, bound)?;
    Ok(site.add_hashed(name, "js", glue + &start, need))
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;

    #[test]
    fn a_loader_without_its_place_is_refused() {
        assert!(filled("const site = {};", NAMES, &json!({})).is_err());
        assert_eq!(
            filled("const site = \"trestle:site\";", NAMES, &json!({"a": 1})).unwrap(),
            "const site = {\"a\":1};"
        );
    }
}
