//! Running the program with an input, and what came of it.

use std::ffi::OsStr;
use std::io::Write;
use std::process::{Command, Stdio};

/// How it ended and what it said.
#[derive(Debug)]
pub struct Ended {
    pub code: i32,
    pub out: String,
    pub err: String,
}

pub fn trestle<A: AsRef<OsStr>>(arguments: impl IntoIterator<Item = A>, input: &str) -> Ended {
    let mut program = Command::new(env!("CARGO_BIN_EXE_trestle"))
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // One that refuses before it asks reads nothing.
    let _ = program.stdin.take().unwrap().write_all(input.as_bytes());
    let output = program.wait_with_output().unwrap();
    Ended {
        code: output.status.code().unwrap(),
        out: String::from_utf8(output.stdout).unwrap(),
        err: String::from_utf8(output.stderr).unwrap(),
    }
}
