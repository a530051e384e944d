//! `trestle`: opens and verifies backups on any computer, without the site. So far it only tells its version.

use std::process::ExitCode;

fn main() -> ExitCode {
    let mut arguments = std::env::args().skip(1);
    match (arguments.next().as_deref(), arguments.next()) {
        (Some("--version" | "-V"), None) => {
            println!("trestle {}", env!("CARGO_PKG_VERSION"));
            ExitCode::SUCCESS
        }
        _ => {
            eprintln!("usage: trestle --version");
            ExitCode::from(2)
        }
    }
}
