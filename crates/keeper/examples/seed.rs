//! Writes a made-up journal to a file, for the bench in the browser to load into IndexedDB.
//!
//! `cargo run --release -p keeper --example seed -- <entries> <file> [minimum]`
//!
//! The file is a row of values, each after its length in 4 bytes, big-endian: the database's name, the header, the root,
//! then for each row its key (16 bytes) and its bytes, to the end. With `minimum` the key costs the least a reader
//! accepts instead of what a new journal gets. The passphrase is `amber bridge cedar delta ember`.

mod made;

use std::{
    env,
    fs::File,
    io::{self, BufWriter, Write},
    time::Instant,
};
use vault::Cost;

fn main() -> io::Result<()> {
    let given: Vec<String> = env::args().skip(1).collect();
    let (entries, file, cost) = match &given.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        [entries, file] => (entries.parse(), *file, Cost::STANDARD),
        [entries, file, "minimum"] => (entries.parse(), *file, Cost::READ_MINIMUM),
        _ => return Err(io::Error::other("usage: seed <entries> <file> [minimum]")),
    };
    let entries = entries.map_err(io::Error::other)?;
    let began = Instant::now();
    let made = made::make(entries, cost);
    let mut out = BufWriter::new(File::create(file)?);
    let head = [made::NAME.as_bytes(), &made.header, &made.root];
    let rows = made.rows.iter().flat_map(|(key, bytes)| [key.as_bytes().as_slice(), bytes]);
    for value in head.into_iter().chain(rows) {
        out.write_all(&u32::try_from(value.len()).map_err(io::Error::other)?.to_be_bytes())?;
        out.write_all(value)?;
    }
    out.flush()?;
    println!("{entries} entries in {:.1} s, passphrase: {}", began.elapsed().as_secs_f64(), made::PASSPHRASE);
    Ok(())
}
