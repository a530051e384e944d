//! What the porter does with each message. One file, read where the browser has it.

use std::cell::RefCell;
use std::io::Read;
use std::rc::Rc;

use exchange::export::{Ended, WriteResult, Writer};
use exchange::fhir::{self, FhirRefused, FhirWarning, MOST_BYTES};
use exchange::import::{Looked, look};
use exchange::porter::{FromPorter, NoMedia, Refused, ToPorter};
use keeper::protocol::support::scores::QuestionnaireWords;
use keeper::protocol::{BUILD, PROTOCOL};
use link::{Scope, decode, encode, report_panics};
use web_sys::Blob;

use crate::clock::BrowserClock;
use crate::file::FileSource;

/// What is in hand.
#[derive(Default)]
struct Hand {
    file: Option<Blob>,
    looked: Option<Looked<FileSource>>,
    writer: Option<Writer>,
}

/// Listens until it is ended.
pub fn run(scope: Scope) {
    report_panics(|_, _| {
        if let Some(scope) = Scope::of_this_worker() {
            // A panic here is a refused allocation: told, so that nobody waits.
            scope.post(&encode(&FromPorter::Died));
            scope.close();
        }
    });
    let hand = Rc::new(RefCell::new(Hand::default()));
    let (answering, taking) = (scope.clone(), Rc::clone(&hand));
    scope.listen_also_for_files(
        move |message| {
            if let Some(asked) = decode(&message) {
                let answer = answer(&answering, &mut hand.borrow_mut(), asked);
                answering.post(&encode(&answer));
            }
        },
        move |file| taking.borrow_mut().file = Some(file),
    );
}

fn answer(scope: &Scope, hand: &mut Hand, asked: ToPorter) -> FromPorter {
    match asked {
        ToPorter::Hello { .. } => FromPorter::Hello { protocol: PROTOCOL, build: BUILD.to_owned() },
        ToPorter::Look => match looked(scope, hand.file.take()) {
            Ok(looked) => FromPorter::Found(hand.looked.insert(looked).found().clone()),
            Err(refused) => FromPorter::Refused(refused),
        },
        ToPorter::Questionnaire => FromPorter::Questionnaire(questionnaire(hand.file.take())),
        ToPorter::Keys => FromPorter::Keys(hand.looked.as_ref().map(Looked::keys).unwrap_or_default()),
        ToPorter::Next { most } => {
            let records = hand.looked.as_mut().map(|looked| looked.next_records(most as usize));
            FromPorter::Records(records.unwrap_or_default())
        }
        ToPorter::Media { file } => {
            let media = hand.looked.as_mut().map(|looked| looked.media(&file));
            FromPorter::Media(media.unwrap_or(Err(NoMedia::Missing)))
        }
        ToPorter::Write { form, with_files, lineage, sequence, now_ms } => {
            hand.writer = Writer::begin(form, with_files, (&lineage, sequence, now_ms)).ok();
            wrote(hand.writer.as_mut(), |_| Ok(()))
        }
        ToPorter::WriteRecords(records) => {
            wrote(hand.writer.as_mut(), |writer| records.iter().try_for_each(|record| writer.record(record)))
        }
        ToPorter::WriteFile { id, media_type, bytes } => {
            wrote(hand.writer.as_mut(), |writer| writer.attachment(&id, &media_type, &bytes))
        }
        ToPorter::EndWriting => ended(hand.writer.take()),
    }
}

/// What a step of writing has written.
fn wrote(writer: Option<&mut Writer>, step: impl FnOnce(&mut Writer) -> WriteResult) -> FromPorter {
    let written = writer.and_then(|writer| step(writer).ok().map(|()| writer.take()));
    written.map_or(FromPorter::Died, FromPorter::Wrote)
}

fn ended(writer: Option<Writer>) -> FromPorter {
    match writer.and_then(|writer| writer.end().ok()) {
        Some(Ended { bytes, files, preview }) => FromPorter::Written { bytes, files, preview },
        None => FromPorter::Died,
    }
}

fn questionnaire(file: Option<Blob>) -> Result<(QuestionnaireWords, Vec<FhirWarning>), FhirRefused> {
    let file = file.ok_or(FhirRefused::Unreadable)?;
    let bytes = file.size() as usize;
    if bytes > MOST_BYTES {
        return Err(FhirRefused::TooLarge { bytes });
    }
    let mut content = Vec::with_capacity(bytes);
    let read = FileSource::new(file).and_then(|mut source| source.read_to_end(&mut content).ok());
    read.ok_or(FhirRefused::Unreadable)?;
    fhir::questionnaire(&content)
}

fn looked(scope: &Scope, file: Option<Blob>) -> Result<Looked<FileSource>, Refused> {
    let source = file.and_then(FileSource::new).ok_or(Refused::Unreadable)?;
    look(source, &BrowserClock::default(), &mut |done, total| {
        scope.post(&encode(&FromPorter::Progress { done, total }));
    })
}
