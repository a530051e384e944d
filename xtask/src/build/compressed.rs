//! How large files are under brotli at its best, as a host sends them. Node measures: it is needed anyway (wasm-opt
//! comes by npm), and a brotli of our own would be one more crate to compile on every fresh clone.

use std::path::Path;
use std::process::Command;

use anyhow::{Result, ensure};

use crate::process::output;

const MEASURE: &str = "
const { brotliCompress, constants } = require('node:zlib');
const { readFileSync } = require('node:fs');
const compress = require('node:util').promisify(brotliCompress);
const size = async (path) => {
  const bytes = readFileSync(path);
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
  return (await compress(bytes, { params })).length;
};
Promise.all(process.argv.slice(1).map(size)).then((sizes) => sizes.forEach((size) => console.log(size)));";

/// The size of each file, in the order of the names.
pub fn sizes(folder: &Path, names: &[&str]) -> Result<Vec<u64>> {
    if names.is_empty() {
        return Ok(Vec::new());
    }
    let mut command = Command::new("node");
    let lines = output(command.arg("-e").arg(MEASURE).arg("--").args(names).current_dir(folder))?;
    let sizes = lines.lines().map(|line| Ok(line.parse()?)).collect::<Result<Vec<u64>>>()?;
    ensure!(sizes.len() == names.len(), "node measured {} files of {}", sizes.len(), names.len());
    Ok(sizes)
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;

    #[test]
    fn a_file_of_one_letter_shrinks_and_each_file_gets_its_size() {
        let folder = std::env::temp_dir().join(format!("trestle-brotli-{}", std::process::id()));
        std::fs::create_dir_all(&folder).unwrap();
        std::fs::write(folder.join("a.txt"), "a".repeat(10_000)).unwrap();
        std::fs::write(folder.join("b.txt"), "b").unwrap();
        let sizes = sizes(&folder, &["a.txt", "b.txt"]).unwrap();
        std::fs::remove_dir_all(folder).unwrap();
        assert!(sizes[0] < 100 && sizes[1] < 20 && sizes.len() == 2, "{sizes:?}");
    }
}
