//! Takes the pictures of the README. `cargo xtask pictures` builds the site and calls this: `pictures <site> <folder>`

use std::path::PathBuf;

fn main() {
    let mut arguments = std::env::args().skip(1).map(PathBuf::from);
    let (Some(site), Some(folder)) = (arguments.next(), arguments.next()) else {
        panic!("usage: pictures <site> <folder>");
    };
    stories::pictures::take(&site, &folder);
}
