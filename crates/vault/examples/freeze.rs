//! Writes the frozen fixtures of every structure into `tests/fixtures`. A change of what is there is a change of the
//! format, and needs a decision note.
#![allow(clippy::unwrap_used, dead_code)]

#[path = "../tests/proofs/frozen/mod.rs"]
mod frozen;
#[path = "../tests/proofs/world.rs"]
mod world;

fn main() {
    for fixture in frozen::cases::all() {
        std::fs::write(frozen::folder().join(fixture.file_name()), fixture.to_text()).unwrap();
        println!("{}: {}", fixture.name, fixture.expect);
    }
}
