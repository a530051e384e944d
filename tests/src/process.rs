//! Programs that a story starts and ends again, by their ids, with all that they started themselves.

use std::collections::HashMap;
use std::process::{Child, Command, Stdio};

/// A running program; it and its descendants are killed when this is dropped.
pub struct Process {
    child: Child,
}

impl Process {
    /// Starts a program without input; `output` says whether its standard output is wanted.
    ///
    /// # Panics
    /// When it cannot be started; the message names it.
    pub fn start(command: &mut Command, output: Stdio) -> Self {
        let child = command.stdin(Stdio::null()).stdout(output).stderr(Stdio::null()).spawn();
        let child =
            child.unwrap_or_else(|error| panic!("could not start {:?}: {error}", command.get_program()));
        Self { child }
    }

    /// Its standard output, once.
    pub fn output(&mut self) -> std::process::ChildStdout {
        self.child.stdout.take().expect("the output was piped and is taken once")
    }

    /// Ids of everything it started that still runs (Linux; elsewhere none are known).
    pub fn descendants(&self) -> Vec<u32> {
        let mut children: HashMap<u32, Vec<u32>> = HashMap::new();
        for (id, parent) in running() {
            children.entry(parent).or_default().push(id);
        }
        let mut found = Vec::new();
        let mut open = vec![self.child.id()];
        while let Some(id) = open.pop() {
            let below = children.remove(&id).unwrap_or_default();
            open.extend(&below);
            found.extend(below);
        }
        found
    }

    /// Kills what it started, at once and without warning, as a power cut would.
    pub fn kill_descendants(&self) {
        let ids = self.descendants();
        if !ids.is_empty() {
            let ids = ids.iter().map(u32::to_string);
            let _ = Command::new("kill").arg("-9").args(ids).stderr(Stdio::null()).status();
        }
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        self.kill_descendants();
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Ids and parents of all processes that are not dead already.
fn running() -> Vec<(u32, u32)> {
    let Ok(folders) = std::fs::read_dir("/proc") else { return Vec::new() };
    let parse = |folder: std::fs::DirEntry| {
        let id = folder.file_name().to_str()?.parse().ok()?;
        let stat = std::fs::read_to_string(folder.path().join("stat")).ok()?;
        // "id (name, which may hold anything) state parent …"
        let mut rest = stat.rsplit_once(')')?.1.split_whitespace();
        let state = rest.next()?;
        let parent = rest.next()?.parse().ok()?;
        (state != "Z").then_some((id, parent))
    };
    folders.flatten().filter_map(parse).collect()
}
