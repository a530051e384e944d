//! The whole journal as one JSON file, written piece by piece: bodies stand in it as they rest.

use serde_json::value::RawValue;

use super::{ClearBody, ClearRecord, ClearWording, hex, raw_name};

/// The beginning of the file, up to the first record.
#[must_use]
pub fn json_begin(lineage_id: &[u8], sequence: u64, made_at_ms: u64) -> String {
    format!(
        "{{\"format\":\"trestle-journal\",\"version\":1,\"lineage\":\"{}\",\"sequence\":{sequence},\
         \"made_at_ms\":{made_at_ms},\"records\":[",
        hex(lineage_id)
    )
}

/// A record; `first` is the one without a comma before it.
#[must_use]
pub fn json_record(record: &ClearRecord<'_>, first: bool) -> String {
    let comma = if first { "\n" } else { ",\n" };
    let (id, kind, number) = (hex(&record.id), quoted(record.kind), record.kind_number);
    let versions: Vec<String> =
        (1..).zip(&record.wordings).map(|(number, wording)| version(record, wording, number)).collect();
    let files = match record.files {
        [] => String::new(),
        files => format!("\"files\":{},", serde_json::Value::from(files)),
    };
    format!(
        "{comma}{{\"id\":\"{id}\",\"kind\":{kind},\"kind_number\":{number},\"happened_at_s\":{},\
         \"offset_min\":{},{files}\"versions\":[{}]}}",
        record.happened_at_s,
        record.offset_min,
        versions.join(",")
    )
}

/// The end of the file.
#[must_use]
pub const fn json_end() -> &'static str {
    "\n]}\n"
}

fn version(record: &ClearRecord<'_>, wording: &ClearWording<'_>, number: usize) -> String {
    let ClearWording { schema, changed_at_ms, deleted, body } = wording;
    let said = match body {
        _ if *deleted => String::new(),
        ClearBody::Raw(_) => format!(",\"file\":{}", quoted(&raw_name(record, number))),
        ClearBody::Json(body) => match serde_json::from_str::<&RawValue>(body) {
            Ok(body) => format!(",\"body\":{}", body.get()),
            Err(_) => format!(",\"damaged_body\":{}", quoted(body)),
        },
    };
    format!("{{\"schema\":{schema},\"changed_at_ms\":{changed_at_ms},\"deleted\":{deleted}{said}}}")
}

fn quoted(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;

    #[test]
    fn the_file_is_json_and_bodies_stand_in_it_as_they_rest() {
        let wording = |body, deleted| ClearWording { schema: 1, changed_at_ms: 5, deleted, body };
        let record = ClearRecord {
            id: [1; 16],
            kind: "entry",
            kind_number: 1,
            title: "",
            happened_at_s: -1,
            offset_min: 60,
            files: &["attachments/a.jpg".to_owned()],
            wordings: vec![
                wording(ClearBody::Json(r#"{"text":"a\nb","zz":1}"#), false),
                wording(ClearBody::Json("cut {"), false),
                wording(ClearBody::Raw(&[0, 255]), false),
                wording(ClearBody::Json(""), true),
            ],
        };
        let file = [
            json_begin(&[7; 16], 3, 9),
            json_record(&record, true),
            json_record(&record, false),
            json_end().into(),
        ]
        .concat();
        let read: serde_json::Value = serde_json::from_str(&file).unwrap();
        assert_eq!(read["records"].as_array().unwrap().len(), 2);
        let versions = &read["records"][1]["versions"];
        assert_eq!(read["records"][0]["files"][0], "attachments/a.jpg");
        assert_eq!(versions[0]["body"]["text"], "a\nb");
        assert_eq!(versions[1]["damaged_body"], "cut {");
        assert_eq!(versions[2]["file"], "01010101010101010101010101010101-3.bin");
        assert_eq!(versions[3]["deleted"], true);
        assert!(file.contains(r#""body":{"text":"a\nb","zz":1}"#));
    }
}
