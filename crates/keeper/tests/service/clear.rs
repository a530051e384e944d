//! A journal handed out in the clear: every live record once, in the order of ids, whatever the number of parts.

use keeper::protocol::{
    ClearReply, ClearRequest, ClearRow, Draft, EntryText, Id, MediaType, ReasonWords, Request, ToAttach,
    Written,
};

use crate::tab::{Tab, carried, entry, urge};

fn clear(tab: &Tab, request: ClearRequest) -> ClearReply {
    carried!(tab.ask(Request::InTheClear(request)), Clear).unwrap()
}

fn kinds(tab: &Tab) -> Vec<(u8, u32)> {
    match clear(tab, ClearRequest::Kinds) {
        ClearReply::Kinds { kinds, .. } => kinds,
        other => panic!("another reply: {other:?}"),
    }
}

/// All of a kind, and in how many parts they came.
fn all(tab: &Tab, kind: u8) -> (Vec<ClearRow>, usize) {
    let (mut rows, mut after, mut parts) = (Vec::new(), None, 0);
    loop {
        match clear(tab, ClearRequest::Next { kind, after }) {
            ClearReply::Records { records, last: Some(last), left_out: 0 } => {
                assert!(after.is_none_or(|after| last > after), "it goes on");
                rows.extend(records);
                (after, parts) = (Some(last), parts + 1);
            }
            ClearReply::Records { records, last: None, left_out: 0 } if records.is_empty() => {
                return (rows, parts);
            }
            other => panic!("another reply: {other:?}"),
        }
    }
}

fn write(tab: &Tab, written: Written) -> Id {
    let draft = Draft { text: written, ..tab.begin("") };
    tab.save(&draft).unwrap().entry.id
}

#[test]
fn every_live_record_is_handed_out_once_in_the_order_of_ids() {
    let tab = Tab::created();
    let mut written: Vec<Id> = (0..150).map(|number| tab.write(&format!("Entry {number}"))).collect();
    written.sort_unstable();
    tab.delete(written.remove(70)).unwrap();
    let hard = write(&tab, urge(7, "a line"));
    let [entries, urges] = [1, 4];
    assert_eq!(kinds(&tab), [(entries, 149), (urges, 1)]);
    let (rows, parts) = all(&tab, entries);
    assert!(parts > 2, "{parts} parts");
    assert_eq!(rows.iter().map(|row| row.id).collect::<Vec<_>>(), written);
    assert!(rows.iter().all(|row| row.kind == entries && row.wordings.len() == 1));
    assert_eq!(all(&tab, urges).0.iter().map(|row| row.id).collect::<Vec<_>>(), [hard]);
    assert_eq!(all(&tab, 6), (Vec::new(), 0));
}

#[test]
fn entries_and_reasons_name_their_attachments() {
    let tab = Tab::created();
    let attach = |byte| {
        let what = ToAttach { media_type: MediaType::Jpeg, bytes: vec![byte; 9] };
        match tab.ask(Request::Attach(what)) {
            Ok(keeper::protocol::Reply::AttachmentSealed { id }) => id,
            other => panic!("another reply: {other:?}"),
        }
    };
    let (photo, picture) = (attach(1), attach(2));
    write(&tab, Written::Entry(EntryText { attachments: vec![photo], ..entry("beside a photo") }));
    write(&tab, Written::Reason(ReasonWords { picture: Some(picture), ..ReasonWords::default() }));
    for (kind, id) in [(1, photo), (10, picture)] {
        assert_eq!(all(&tab, kind).0[0].attachments, [(id, MediaType::Jpeg)], "kind {kind}");
    }
}
