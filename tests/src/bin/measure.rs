//! Measures a part of a built site in Chromium and prints one JSON value a line. `cargo xtask bench` makes the journals,
//! calls this and prints the table: `measure <site> <part> <entries> …`

use std::path::PathBuf;

fn main() {
    let mut arguments = std::env::args().skip(1);
    let (Some(site), Some(part)) = (arguments.next().map(PathBuf::from), arguments.next()) else {
        panic!("usage: measure <site> <part> <entries> …");
    };
    let sizes: Vec<u32> = arguments.map(|size| size.parse().expect("a number of entries")).collect();
    for figure in stories::bench::measure(&site, &part, &sizes) {
        println!("{}", figure.json());
    }
}
