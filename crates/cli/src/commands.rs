//! What is told of a backup. Each command goes through the whole file once before it says or writes anything of it.

use std::collections::BTreeMap;
use std::io::{Write, stdout};

use exchange::clear::{kind_name, local, utc};
use keeper::backup::Held;

use crate::backup::{Opened, Pass};
use crate::failure::Failure;

/// Prints, and ends quietly where nobody reads any more.
pub fn say(text: &str) -> Result<(), Failure> {
    match stdout().write_all(text.as_bytes()).and_then(|()| stdout().flush()) {
        Err(error) if error.kind() != std::io::ErrorKind::BrokenPipe => {
            Err(Failure::Io("the output".into(), error))
        }
        _ => Ok(()),
    }
}

/// Is the whole file authentic and complete?
pub fn verify(mut opened: Opened) -> Result<(), Failure> {
    let pass = opened.pass(|_| Ok(()))?;
    let (made, records) = (made(&pass), pass.about.records);
    say(&format!("The file is whole. Made {made}, {records} records.\n"))
}

/// When it was made, and what is in it.
pub fn info(mut opened: Opened) -> Result<(), Failure> {
    let mut kinds: BTreeMap<String, (u32, u32)> = BTreeMap::new();
    let (mut first, mut last) = (None::<i64>, None::<i64>);
    let pass = opened.pass(|held| {
        let count = kinds.entry(kind_of(&held)).or_default();
        *(if held.deleted { &mut count.1 } else { &mut count.0 }) += 1;
        if !held.deleted && held.happened_at_s != 0 {
            first = Some(first.map_or(held.happened_at_s, |first| first.min(held.happened_at_s)));
            last = Some(last.map_or(held.happened_at_s, |last| last.max(held.happened_at_s)));
        }
        Ok(())
    })?;
    let cost = opened.backup.header().kdf().cost;
    let mut text = format!(
        "made        {}\nsize        {} bytes\nopens with  Argon2id, {} MiB, {} passes\n",
        made(&pass),
        opened.backup.bytes(),
        cost.memory_kib() / 1024,
        cost.passes(),
    );
    if let (Some(first), Some(last)) = (first, last) {
        text += &format!("first       {}\nlast        {}\n", utc(first), utc(last));
    }
    for (kind, (live, deleted)) in kinds {
        let deleted = if deleted > 0 { format!(" ({deleted} deleted)") } else { String::new() };
        text += &format!("{kind:<12}{live}{deleted}\n");
    }
    say(&text)
}

/// A line for each record that is there, in the order of time.
pub fn list(mut opened: Opened) -> Result<(), Failure> {
    let mut lines: Vec<(i64, String)> = Vec::new();
    opened.pass(|held| {
        if !held.deleted {
            let when = local(held.happened_at_s, held.offset_min);
            // A title is somebody's words: nothing in it may act on the terminal.
            let title: String = held.title.chars().filter(|letter| !letter.is_control()).collect();
            lines.push((held.happened_at_s, format!("{when}  {:<13} {title}\n", kind_of(&held))));
        }
        Ok(())
    })?;
    lines.sort();
    say(&lines.into_iter().map(|(_, line)| line).collect::<String>())
}

fn made(pass: &Pass) -> String {
    utc((pass.about.made_at_ms / 1_000) as i64)
}

/// What its kind is called in the clear.
pub fn kind_of(held: &Held) -> String {
    kind_name(held.kind).map_or_else(|| format!("kind_{}", held.kind), str::to_owned)
}
