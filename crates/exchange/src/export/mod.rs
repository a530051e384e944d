//! A journal in the clear, written piece by piece: JSON, a folder of Markdown, or tables, the latter two as an archive.
//! What was written so far is taken out after each piece, so that no more than a piece is held.

mod sink;
mod table;

use std::io::Write as _;

use serde::{Deserialize, Serialize};
use zip::ZipWriter;
use zip::result::ZipResult;
use zip::write::{SimpleFileOptions, StreamWriter};

use crate::clear::{
    ClearBody, ClearRecord, ClearWording, attachment_name, file_name, json_begin, json_end, json_record,
    kind_name, markdown,
};
use sink::Sink;
use table::Table;

/// Whether a step of writing succeeded.
pub type WriteResult = ZipResult<()>;

/// In which form.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub enum Form {
    /// One JSON file; in an archive where photos go with it.
    Json,
    /// A folder of Markdown, in an archive.
    Markdown,
    /// A table for each kind, in an archive.
    Tables,
}

/// A record to be written.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct ToWrite {
    /// Its id.
    pub id: [u8; 16],
    /// The number of its kind.
    pub kind: u8,
    /// For the name of its file; may be empty.
    pub title: String,
    /// When it happened, s since 1970 UTC.
    pub happened_at_s: i64,
    /// Offset there and then, minutes.
    pub offset_min: i16,
    /// Photos and voice notes that go with it: ids and media types.
    pub files: Vec<([u8; 16], String)>,
    /// Its wordings.
    pub wordings: Vec<WordingToWrite>,
}

/// One wording of it.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct WordingToWrite {
    /// The form of its body.
    pub schema: u16,
    /// When it was written, ms since 1970 UTC.
    pub changed_at_ms: u64,
    /// The mark of a deletion.
    pub deleted: bool,
    /// JSON.
    pub body: String,
}

/// What is being written.
pub struct Writer {
    form: Form,
    sink: Sink,
    zip: Option<ZipWriter<StreamWriter<Sink>>>,
    table: Table,
    records: u32,
    records_ended: bool,
    files: u32,
    preview: Vec<(String, String)>,
}

/// What stands at the end.
pub struct Ended {
    /// The last bytes.
    pub bytes: Vec<u8>,
    /// How many files there are.
    pub files: u32,
    /// How the first of them begin: name and text.
    pub preview: Vec<(String, String)>,
}

/// Files whose beginning is shown.
const SHOWN: usize = 4;
/// Bytes of each that are shown.
const SHOWN_BYTES: usize = 1_500;
/// The one JSON file.
const JOURNAL: &str = "journal.json";

impl Writer {
    /// Begins. `head` is the journal's lineage, the root's sequence, and now in ms since 1970 UTC.
    ///
    /// # Errors
    /// When the archive cannot be written.
    pub fn begin(form: Form, with_files: bool, head: (&[u8], u64, u64)) -> ZipResult<Self> {
        let sink = Sink::default();
        let is_archive = form != Form::Json || with_files;
        let zip = is_archive.then(|| ZipWriter::new_stream(sink.clone()));
        let (table, preview) = (Table::default(), Vec::new());
        let mut writer = Self { form, sink, zip, table, records: 0, records_ended: false, files: 0, preview };
        if form == Form::Json {
            writer.start(JOURNAL)?;
            writer.put(&json_begin(head.0, head.1, head.2))?;
        }
        Ok(writer)
    }

    /// Writes a record. Those of a kind come together.
    ///
    /// # Errors
    /// When the archive cannot be written.
    pub fn record(&mut self, record: &ToWrite) -> WriteResult {
        let files: Vec<String> = record
            .files
            .iter()
            .map(|(id, media)| "attachments/".to_owned() + &attachment_name(id, media))
            .collect();
        let kind = kind_of(record.kind);
        let wordings = record.wordings.iter().map(|wording| ClearWording {
            schema: wording.schema,
            changed_at_ms: wording.changed_at_ms,
            deleted: wording.deleted,
            body: ClearBody::Json(&wording.body),
        });
        let clear = ClearRecord {
            id: record.id,
            kind: &kind,
            kind_number: record.kind,
            title: &record.title,
            happened_at_s: record.happened_at_s,
            offset_min: record.offset_min,
            files: &files,
            wordings: wordings.collect(),
        };
        match self.form {
            Form::Json => self.put(&json_record(&clear, self.records == 0))?,
            Form::Markdown => self.pages(&clear)?,
            Form::Tables => {
                if let Some(done) = self.table.add(&clear) {
                    self.file(&done.0, &done.1)?;
                }
            }
        }
        self.records += 1;
        Ok(())
    }

    /// Writes a photo or voice note, after all records.
    ///
    /// # Errors
    /// When the archive cannot be written.
    pub fn attachment(&mut self, id: &[u8; 16], media_type: &str, bytes: &[u8]) -> WriteResult {
        self.end_records()?;
        self.start(&("attachments/".to_owned() + &attachment_name(id, media_type)))?;
        if let Some(zip) = &mut self.zip {
            zip.write_all(bytes)?;
        }
        Ok(())
    }

    /// Ends what was begun.
    ///
    /// # Errors
    /// When the archive cannot be written.
    pub fn end(mut self) -> ZipResult<Ended> {
        self.end_records()?;
        if let Some(zip) = self.zip.take() {
            zip.finish()?;
        }
        Ok(Ended { bytes: self.sink.take(), files: self.files, preview: self.preview })
    }

    /// Takes out what was written since.
    #[must_use]
    pub fn take(&mut self) -> Vec<u8> {
        self.sink.take()
    }

    fn end_records(&mut self) -> WriteResult {
        if let Some(done) = self.table.done() {
            self.file(&done.0, &done.1)?;
        }
        if self.form == Form::Json && !self.records_ended {
            self.put(json_end())?;
        }
        self.records_ended = true;
        Ok(())
    }

    fn pages(&mut self, record: &ClearRecord<'_>) -> WriteResult {
        let live: Vec<&ClearWording<'_>> =
            record.wordings.iter().filter(|wording| !wording.deleted).collect();
        for (number, wording) in (1..).zip(&live) {
            let name = format!("{}/{}", record.kind, file_name(record, number));
            self.file(&name, &markdown(record, wording, number, live.len()))?;
        }
        Ok(())
    }

    fn file(&mut self, name: &str, text: &str) -> WriteResult {
        self.start(name)?;
        self.put(text)
    }

    fn start(&mut self, name: &str) -> WriteResult {
        self.files += 1;
        if self.preview.len() < SHOWN {
            self.preview.push((name.to_owned(), String::new()));
        }
        match &mut self.zip {
            Some(zip) => zip.start_file(name, SimpleFileOptions::default()),
            None => Ok(()),
        }
    }

    fn put(&mut self, text: &str) -> WriteResult {
        if let Some((_, shown)) = self.preview.last_mut().filter(|_| self.files as usize <= SHOWN) {
            let room = SHOWN_BYTES.saturating_sub(shown.len());
            shown.push_str(&text[..text.floor_char_boundary(room)]);
        }
        match &mut self.zip {
            Some(zip) => zip.write_all(text.as_bytes())?,
            None => self.sink.write_all(text.as_bytes())?,
        }
        Ok(())
    }
}

fn kind_of(number: u8) -> String {
    kind_name(number).map_or_else(|| format!("kind_{number}"), str::to_owned)
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests")]
mod tests {
    use std::io::{Cursor, Read as _};

    use super::*;

    fn record(kind: u8, body: &str) -> ToWrite {
        let wording =
            WordingToWrite { schema: 1, changed_at_ms: 5_000, deleted: false, body: body.to_owned() };
        ToWrite {
            id: [kind; 16],
            kind,
            title: "A day".into(),
            happened_at_s: 0,
            offset_min: 60,
            files: Vec::new(),
            wordings: vec![wording],
        }
    }

    fn written(form: Form, records: &[ToWrite], files: bool) -> (Vec<u8>, Vec<(String, String)>) {
        let mut writer = Writer::begin(form, files, (&[7; 16], 3, 9)).unwrap();
        let mut bytes = Vec::new();
        for record in records {
            writer.record(record).unwrap();
            bytes.extend(writer.take());
        }
        if files {
            writer.attachment(&[9; 16], "image/jpeg", b"photo").unwrap();
        }
        bytes.extend(writer.take());
        let ended = writer.end().unwrap();
        bytes.extend(ended.bytes);
        (bytes, ended.preview)
    }

    fn unzipped(bytes: Vec<u8>) -> Vec<(String, String)> {
        let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
        let read = |at: usize| {
            let mut file = zip.by_index(at).unwrap();
            let mut text = String::new();
            file.read_to_string(&mut text).unwrap();
            (file.name().unwrap().into_owned(), text)
        };
        (0..2).map(read).collect()
    }

    #[test]
    fn json_comes_alone_or_with_its_photos() {
        let records = [record(1, r#"{"text":"a"}"#), record(99, "{}")];
        let (bytes, preview) = written(Form::Json, &records, false);
        let read: serde_json::Value = serde_json::from_slice(&bytes).unwrap();
        assert_eq!(read["records"][1]["kind"], "kind_99");
        assert_eq!(preview[0].0, "journal.json");
        assert!(String::from_utf8(bytes).unwrap().starts_with(&preview[0].1));
        let files = unzipped(written(Form::Json, &records, true).0);
        let read: serde_json::Value = serde_json::from_str(&files[0].1).unwrap();
        assert_eq!(read["records"].as_array().unwrap().len(), 2);
        assert_eq!(files[1], (format!("attachments/{}.jpg", "09".repeat(16)), "photo".into()));
        let none = written(Form::Json, &[], false).0;
        assert!(serde_json::from_slice::<serde_json::Value>(&none).is_ok());
    }

    #[test]
    fn each_record_is_a_page_and_each_kind_a_table() {
        let records =
            [record(1, r#"{"text":"a","mood":7}"#), record(4, r#"{"line":"=1+1","n":[-1],"m":-2}"#)];
        let pages = unzipped(written(Form::Markdown, &records, false).0);
        assert_eq!(pages[0].0, format!("entry/1970-01-01-a-day-{}.md", "01".repeat(16)));
        assert!(pages[0].1.ends_with("---\n\na\n"));
        let (bytes, preview) = written(Form::Tables, &records, false);
        let tables = unzipped(bytes);
        let id = "04".repeat(16);
        let expected = format!(
            "\u{feff}id,date,changed,line,m,n\r\n{id},1970-01-01T01:00:00+01:00,1970-01-01T00:00:05Z,'=1+1,-2,[-1]\r\n"
        );
        assert_eq!(tables[1], ("urge.csv".into(), expected));
        assert_eq!(preview, tables);
    }
}
