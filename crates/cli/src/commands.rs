//! The four commands. Each goes through the whole file once before it says or writes anything of it.

use std::collections::BTreeMap;
use std::io::{Write, stdout};
use std::path::Path;

use exchange::clear::{
    ClearBody, ClearRecord, ClearWording, file_name, json_begin, json_end, json_record, kind_name, local,
    markdown, raw_name, utc,
};
use keeper::backup::{Held, HeldVersion};

use crate::backup::{Opened, Pass};
use crate::failure::Failure;
use crate::folder::Folder;

/// Where bytes without a form go.
const FILES: &str = "files";

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

/// Writes what is in it, in the clear, into a new folder.
pub fn open(mut opened: Opened, to: &Path, json: bool) -> Result<(), Failure> {
    let first = opened.pass(|_| Ok(()))?;
    let folder = Folder::make(to)?;
    let (mut written, second) =
        if json { as_json(&mut opened, &folder, &first)? } else { as_markdown(&mut opened, &folder)? };
    if second.digest != first.digest {
        return Err(Failure::Changed);
    }
    written.sort();
    let folder = to.display();
    let counts: Vec<String> = written.into_iter().map(|(kind, count)| format!("{count} {kind}")).collect();
    let what = if counts.is_empty() { "nothing".into() } else { counts.join(", ") };
    say(&format!(
        "Written to {folder}: {what}.\nThis folder is in the clear. Whoever can read it reads the journal; delete it when it is no longer needed.\n"
    ))
}

/// How many of what were written, and what the second pass saw.
type Written = (Vec<(String, u32)>, Pass);

fn as_markdown(opened: &mut Opened, folder: &Folder) -> Result<Written, Failure> {
    let mut counts: BTreeMap<String, u32> = BTreeMap::new();
    let pass = opened.pass(|held| {
        let kind = kind_of(&held);
        let record = clear(&held, &kind);
        let live: Vec<&ClearWording<'_>> =
            record.wordings.iter().filter(|wording| !wording.deleted).collect();
        for (number, wording) in (1..).zip(&live) {
            let name = file_name(&record, number);
            let page = markdown(&record, wording, number, live.len());
            put(folder, &kind, &name, page.as_bytes())?;
            put_raw(folder, &record, wording, number)?;
        }
        if !live.is_empty() {
            *counts.entry(kind).or_default() += 1;
        }
        Ok(())
    })?;
    Ok((counts.into_iter().collect(), pass))
}

fn as_json(opened: &mut Opened, folder: &Folder, first: &Pass) -> Result<Written, Failure> {
    let about = &first.about;
    let mut file = folder.file(None, "journal.json")?;
    file.write(json_begin(about.lineage_id.as_bytes(), about.sequence, about.made_at_ms).as_bytes())?;
    let mut counts: BTreeMap<String, u32> = BTreeMap::new();
    let mut is_first = true;
    let pass = opened.pass(|held| {
        let kind = kind_of(&held);
        let record = clear(&held, &kind);
        file.write(json_record(&record, is_first).as_bytes())?;
        is_first = false;
        for (number, wording) in (1..).zip(&record.wordings) {
            put_raw(folder, &record, wording, number)?;
        }
        if !held.deleted {
            *counts.entry(kind).or_default() += 1;
        }
        Ok(())
    })?;
    file.write(json_end().as_bytes())?;
    file.close()?;
    Ok((counts.into_iter().collect(), pass))
}

fn put_raw(
    folder: &Folder,
    record: &ClearRecord<'_>,
    wording: &ClearWording<'_>,
    number: usize,
) -> Result<(), Failure> {
    match wording.body {
        ClearBody::Raw(bytes) if !wording.deleted => put(folder, FILES, &raw_name(record, number), bytes),
        _ => Ok(()),
    }
}

fn put(folder: &Folder, inside: &str, name: &str, bytes: &[u8]) -> Result<(), Failure> {
    let mut file = folder.file(Some(inside), name)?;
    file.write(bytes)?;
    file.close()
}

fn made(pass: &Pass) -> String {
    utc((pass.about.made_at_ms / 1_000) as i64)
}

fn kind_of(held: &Held) -> String {
    kind_name(held.kind).map_or_else(|| format!("kind_{}", held.kind), str::to_owned)
}

fn clear<'a>(held: &'a Held, kind: &'a str) -> ClearRecord<'a> {
    ClearRecord {
        id: held.id,
        kind,
        kind_number: held.kind,
        title: &held.title,
        happened_at_s: held.happened_at_s,
        offset_min: held.offset_min,
        wordings: held.versions.iter().map(wording).collect(),
    }
}

fn wording(version: &HeldVersion) -> ClearWording<'_> {
    let body = match str::from_utf8(&version.body) {
        Ok(body) if version.is_json => ClearBody::Json(body),
        _ => ClearBody::Raw(&version.body),
    };
    let HeldVersion { schema, changed_at_ms, deleted, .. } = *version;
    ClearWording { schema, changed_at_ms, deleted, body }
}
