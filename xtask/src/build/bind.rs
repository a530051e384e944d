//! wasm-bindgen and wasm-opt for one program. What came out is kept beside a hash of what went in, so an unchanged
//! program costs nothing.

use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, bail};
use sha2::{Digest, Sha256};

use super::compile::Compiled;
use super::{Bound, Profile, inputs, paths, split};
use crate::process::{run, say};
use crate::{Workspace, tools};

/// What every browser of our floor can run; wasm-opt may use no more.
const FEATURES: &[&str] = &[
    "--enable-bulk-memory",
    "--enable-multivalue",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-sign-ext",
];

/// The parts of a program use its table of functions, which nobody but the linker exports.
const SHARED_TABLE: &str = "--keep-lld-exports";

/// Binds one program, and shrinks it for release.
fn bind(workspace: &Workspace, profile: Profile, program: &Compiled, folder: &Path) -> Result<()> {
    let _ = std::fs::remove_dir_all(folder);
    std::fs::create_dir_all(folder)?;
    let mut input = folder.join("input.wasm");
    std::fs::write(&input, &program.bytes)?;
    if program.is_cut() {
        split::cut(&input, folder)?;
        std::fs::remove_file(&input)?;
        input = folder.join("program.wasm");
    }
    let mut bindgen = Command::new(tools::WASM_BINDGEN.program("wasm-bindgen")?);
    bindgen.args([program.glue(), "--no-typescript", "--omit-default-module-path", "--out-name=program"]);
    bindgen.arg("--out-dir").arg(folder).arg(&input);
    if program.is_cut() {
        bindgen.arg(SHARED_TABLE);
    }
    if profile == Profile::Release {
        bindgen.args(["--remove-name-section", "--remove-producers-section"]);
    }
    run(&mut bindgen)?;
    std::fs::remove_file(&input)?;
    if folder.join("snippets").exists() {
        bail!(
            "{}: wasm-bindgen wrote snippets, but the glue must be one file; which crate has inline JS?",
            program.name
        );
    }
    if program.shrunk {
        let mut files = split::part_files(folder)?;
        files.push(folder.join("program_bg.wasm"));
        for wasm in files {
            shrink(workspace, program, &wasm)?;
        }
    }
    Ok(())
}

fn shrink(workspace: &Workspace, program: &Compiled, wasm: &Path) -> Result<()> {
    let mut shrink = Command::new(tools::BINARYEN.program("wasm-opt")?);
    shrink.arg("-Oz").args(FEATURES).args(program.simd.then_some("--enable-simd"));
    run(shrink.arg(wasm).arg("-o").arg(wasm))?;
    paths::check_absent(workspace, &program.name, &std::fs::read(wasm)?)
}

/// The program bound, from the last time if nothing changed.
pub fn bound(workspace: &Workspace, profile: Profile, program: &Compiled) -> Result<Bound> {
    let folder = workspace.target().join("trestle").join(profile.folder()).join(&program.kept_as);
    let (stamp, key) = (folder.join("stamp"), key(profile, program));
    if std::fs::read_to_string(&stamp).unwrap_or_default() != key {
        say(format!("Binding{} {}", if program.shrunk { " and shrinking" } else { "" }, program.name));
        bind(workspace, profile, program, &folder)?;
        std::fs::write(&stamp, key)?;
    }
    let glue = std::fs::read_to_string(folder.join("program.js")).context("glue of wasm-bindgen")?;
    let wasm = std::fs::read(folder.join("program_bg.wasm")).context("wasm of wasm-bindgen")?;
    if !program.is_cut() {
        return Ok(Bound { glue, wasm, parts: Vec::new() });
    }
    let loader = std::fs::read_to_string(folder.join("__wasm_split.js")).context("loader of the parts")?;
    Ok(Bound { glue: split::joined(&glue, &loader)?, wasm, parts: split::parts(&folder)? })
}

fn key(profile: Profile, program: &Compiled) -> String {
    let mut hash = Sha256::new();
    let tools = [
        tools::WASM_BINDGEN.version,
        tools::BINARYEN.version,
        tools::WASM_SPLIT.version,
        profile.folder(),
        SHARED_TABLE,
        &FEATURES.concat(),
    ];
    hash.update(tools.join("\n"));
    hash.update(&program.bytes);
    inputs::hex(&hash.finalize())
}
