//! Cuts a program into what is loaded first and what is loaded later, at the functions that `wasm_split` marks, and
//! keeps its glue one file: the loader that the tool writes beside it becomes the glue's end.

use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, ensure};

use super::Bound;
use super::site::{Need, Site};
use crate::process::run;
use crate::tools;

/// The name the tool gives its loader; the wasm imports from it.
const LOADER: &str = "__wasm_split.js";

/// A part of a program that is loaded later.
#[derive(Clone, Debug)]
pub struct Part {
    /// The name the loader asks for, without its ending.
    pub name: String,
    /// Its wasm.
    pub wasm: Vec<u8>,
}

/// Cuts `input` into `folder`: `program.wasm`, the loader, and a wasm for each part.
pub fn cut(input: &Path, folder: &Path) -> Result<()> {
    let mut cut = Command::new(tools::WASM_SPLIT.program("wasm-split-cli")?);
    cut.arg(input).arg(folder).args(["--target=web", "--out-name=program"]).env("RUST_LOG", "error");
    run(&mut cut)
}

/// The files of the parts in a folder that [`cut`] filled.
pub fn part_files(folder: &Path) -> Result<Vec<std::path::PathBuf>> {
    let mut files: Vec<_> = super::files_below(folder)?
        .into_iter()
        .filter(|file| file.extension().is_some_and(|ending| ending == "wasm"))
        .filter(|file| file.file_stem().is_some_and(|stem| stem != "program" && stem != "program_bg"))
        .collect();
    files.sort();
    Ok(files)
}

/// Reads the parts.
pub fn parts(folder: &Path) -> Result<Vec<Part>> {
    let part = |file: std::path::PathBuf| {
        let name = file.file_stem().context("a file")?.to_string_lossy().into_owned();
        Ok(Part { name, wasm: std::fs::read(&file)? })
    };
    part_files(folder)?.into_iter().map(part).collect()
}

/// The glue with the loader at its end. The loader's exports become one object, which stands where the glue imported
/// them.
pub fn joined(glue: &str, loader: &str) -> Result<String> {
    let import = "import { initSync } from \"./program.js\";\n";
    ensure!(loader.matches(import).count() == 1, "the loader of the parts imports something else");
    let loader = loader.replace(import, "").replace("export const ", "const ");
    let names = loader.lines().filter_map(|line| line.strip_prefix("const __wasm_split_load_"));
    let names: Vec<_> = names.filter_map(|rest| rest.split_whitespace().next()).collect();
    ensure!(!names.is_empty(), "the program has no part that is loaded later");
    let list: Vec<_> = names.iter().map(|name| format!("__wasm_split_load_{name}")).collect();
    let mut text = String::with_capacity(glue.len() + loader.len());
    let mut replaced = Vec::new();
    for line in glue.lines() {
        match line.strip_suffix(&format!(" from \"./{LOADER}\"")) {
            Some(import) => replaced.push(import.trim_start_matches("import * as ").to_owned()),
            None => text.push_str(&(line.to_owned() + "\n")),
        }
    }
    ensure!(!replaced.is_empty(), "the glue imports no {LOADER}");
    for name in replaced {
        text = text.replace(&format!("\"./{LOADER}\": {name}"), &format!("\"./{LOADER}\": parts"));
    }
    Ok(format!("{text}\n{loader}\nconst parts = {{ {} }};\n", list.join(", ")))
}

/// Adds a program's parts, and gives its glue with their names and integrity values.
pub fn add_parts(site: &mut Site, program: &str, bound: &Bound) -> Result<String> {
    let mut glue = bound.glue.clone();
    for part in &bound.parts {
        let asset = site.add_hashed(
            &format!("{program}-{}", part.name.trim_start_matches("split_").replace('_', "-")),
            "wasm",
            part.wasm.clone(),
            Need::Later,
        );
        let place = format!("new URL(\"./{}.wasm\", import.meta.url)", part.name);
        ensure!(glue.matches(&place).count() == 1, "the glue of {program} asks for {} not once", part.name);
        let named = format!(
            "new URL(\"./{}\", import.meta.url), {{ integrity: \"{}\" }}",
            asset.name, asset.integrity
        );
        glue = glue.replace(&place, &named);
    }
    Ok(glue)
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;

    const GLUE: &str = "import * as import1 from \"./__wasm_split.js\"\nfunction imports() {\n    return {\n        \
                        \"./__wasm_split.js\": import1,\n    };\n}\n";
    const LOAD: &str =
        "import { initSync } from \"./program.js\";\nexport const __wasm_split_load_open = 1;\n";

    #[test]
    fn the_loader_becomes_the_end_of_the_glue() {
        let joined = joined(GLUE, LOAD).unwrap();
        assert!(!joined.contains("import "), "{joined}");
        assert!(joined.contains("\"./__wasm_split.js\": parts,"), "{joined}");
        assert!(joined.ends_with("const parts = { __wasm_split_load_open };\n"), "{joined}");
    }

    #[test]
    fn glue_without_its_loader_is_refused() {
        assert!(joined("function imports() {}\n", LOAD).is_err());
        assert!(joined(GLUE, "import { other } from \"./program.js\";\n").is_err());
        assert!(joined(GLUE, "import { initSync } from \"./program.js\";\n").is_err());
    }

    #[test]
    fn each_part_is_named_with_its_hash_and_integrity() {
        let glue = "fetch(new URL(\"./split_open.wasm\", import.meta.url))".to_owned();
        let parts = vec![Part { name: "split_open".into(), wasm: Vec::new() }];
        let mut site = Site::new("b");
        let bound = Bound { glue, wasm: Vec::new(), parts };
        assert_eq!(
            add_parts(&mut site, "screen", &bound).unwrap(),
            "fetch(new URL(\"./screen-open-e3b0c44298fc1c14.wasm\", import.meta.url), \
             { integrity: \"sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\" })"
        );
    }
}
