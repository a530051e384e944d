//! Measures a built site in Chromium and prints one JSON value a line. `cargo xtask bench` makes the journals, calls
//! this and prints the table: `measure <site> <entries> …`

use std::path::PathBuf;

fn main() {
    let mut arguments = std::env::args().skip(1);
    let site = PathBuf::from(arguments.next().expect("usage: measure <site> <entries> …"));
    let sizes: Vec<u32> = arguments.map(|size| size.parse().expect("a number of entries")).collect();
    for figure in stories::bench::measure(&site, &sizes) {
        println!("{}", figure.json());
    }
}
