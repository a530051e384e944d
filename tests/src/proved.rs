//! What a proof of SECURITY did, in figures: one line each, which `cargo xtask proofs` collects into `docs/proofs.md`.
//! The same file in every room's tests.

use std::io::Write;

/// Says that this was done so often for a proof, and held. Written where TRESTLE_FIGURES says.
///
/// # Panics
/// When it cannot be written there.
pub fn proved(proof: u8, what: &str, count: usize) {
    let said = |name: &str, otherwise: &str| std::env::var(name).unwrap_or_else(|_| otherwise.to_owned());
    let (engine, size) = (said("TRESTLE_BROWSER", "native"), said("TRESTLE_PROOFS", "ci"));
    let line = format!("{proof}\t{what}\t{engine}\t{size}\t{count}\n");
    print!("PROOF {line}");
    let Some(path) = std::env::var_os("TRESTLE_FIGURES") else { return };
    let file = std::fs::OpenOptions::new().create(true).append(true).open(&path);
    let written = file.and_then(|mut file| file.write_all(line.as_bytes()));
    written.unwrap_or_else(|error| panic!("{}: {error}", path.display()));
}
