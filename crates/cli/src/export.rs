//! Writing what is in a backup, in the clear, into a new folder: Markdown files or one JSON file, photos and voice notes
//! beside them.

use std::collections::BTreeMap;
use std::path::Path;

use exchange::clear::{
    ClearBody, ClearRecord, ClearWording, file_name, json_begin, json_end, json_record, markdown, raw_name,
};
use keeper::backup::{Held, HeldVersion};
use keeper::protocol::Written;

use crate::attachments::{Attachments, Plan};
use crate::backup::{Opened, Pass};
use crate::commands::{kind_of, say};
use crate::failure::Failure;
use crate::folder::Folder;

/// Where bytes without a form go.
const FILES: &str = "files";

/// How many of each kind were written, and what the second pass saw.
type Counted = (BTreeMap<String, u32>, Pass);

/// Goes through the file once, makes the folder, and writes while it goes through it again.
pub fn open(mut opened: Opened, to: &Path, json: bool) -> Result<(), Failure> {
    let mut plan = Plan::default();
    let first = opened.pass(|held| {
        plan.look_at(&held);
        Ok(())
    })?;
    let folder = Folder::make(to)?;
    let mut attachments = plan.attachments(&folder);
    let (counts, second) = match json {
        true => as_json(&mut opened, &folder, &mut attachments, &first)?,
        false => as_markdown(&mut opened, &folder, &mut attachments)?,
    };
    if second.digest != first.digest {
        return Err(Failure::Changed);
    }
    let different = attachments.check()?;
    let counts: Vec<String> = counts.into_iter().map(|(kind, count)| format!("{count} {kind}")).collect();
    let what = if counts.is_empty() { "nothing".into() } else { counts.join(", ") };
    say(&format!(
        "Written to {}: {what}.\nThis folder is in the clear. Whoever can read it reads the journal; delete it when \
         it is no longer needed.\n",
        to.display()
    ))?;
    if different > 0 {
        eprintln!(
            "trestle: {different} photos or voice notes are not what their description says, and kept as they are."
        );
    }
    Ok(())
}

fn as_markdown(
    opened: &mut Opened,
    folder: &Folder,
    attachments: &mut Attachments<'_>,
) -> Result<Counted, Failure> {
    let mut counts: BTreeMap<String, u32> = BTreeMap::new();
    let pass = opened.pass(|held| {
        let kind = kind_of(&held);
        if attachments.take(&held)? {
            return Ok(());
        }
        let files = files_of(&held, attachments);
        let record = clear(&held, &kind, &files);
        let live: Vec<&ClearWording<'_>> =
            record.wordings.iter().filter(|wording| !wording.deleted).collect();
        if !live.is_empty() {
            *counts.entry(kind.clone()).or_default() += 1;
        }
        if attachments.holds(&held.id) {
            // The file itself says it all.
            return Ok(());
        }
        for (number, wording) in (1..).zip(&live) {
            let page = markdown(&record, wording, number, live.len());
            put(folder, &kind, &file_name(&record, number), page.as_bytes())?;
            put_raw(folder, &record, wording, number)?;
        }
        Ok(())
    })?;
    Ok((counts, pass))
}

fn as_json(
    opened: &mut Opened,
    folder: &Folder,
    attachments: &mut Attachments<'_>,
    first: &Pass,
) -> Result<Counted, Failure> {
    let about = &first.about;
    let mut file = folder.file(None, "journal.json")?;
    file.write(json_begin(about.lineage_id.as_bytes(), about.sequence, about.made_at_ms).as_bytes())?;
    let mut counts: BTreeMap<String, u32> = BTreeMap::new();
    let mut is_first = true;
    let pass = opened.pass(|held| {
        if attachments.take(&held)? {
            return Ok(());
        }
        let kind = kind_of(&held);
        let files = files_of(&held, attachments);
        let record = clear(&held, &kind, &files);
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
    Ok((counts, pass))
}

/// The photos and voice notes of a record, or the one it describes.
fn files_of(held: &Held, attachments: &Attachments<'_>) -> Vec<String> {
    let carried = held.wordings.iter().flat_map(|written| match written {
        Written::Entry(text) => text.attachments.as_slice(),
        _ => &[],
    });
    let mut files: Vec<String> = carried.chain([&held.id]).filter_map(|id| attachments.path_of(id)).collect();
    files.dedup();
    files
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

fn clear<'a>(held: &'a Held, kind: &'a str, files: &'a [String]) -> ClearRecord<'a> {
    ClearRecord {
        id: held.id,
        kind,
        kind_number: held.kind,
        title: &held.title,
        happened_at_s: held.happened_at_s,
        offset_min: held.offset_min,
        files,
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
