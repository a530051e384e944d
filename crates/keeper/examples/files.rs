//! What files cost natively, over the memory store: a backup made, seen, restored and merged, and a journal handed out in
//! the clear. A figure in milliseconds on each line, as JSON, for `cargo xtask bench files`.
//!
//! `cargo run --release -p keeper --example files -- <entries> [<entries> …]`

mod made;
mod native;

use keeper::{
    Keeper,
    protocol::{
        BackupReply, BackupRequest, BackupSecret, Bytes, ClearReply, ClearRequest, Kept, Reply, Request,
        SecretBytes,
    },
};
use std::{cell::Cell, io, rc::Rc};
use store::MemoryShelf;

use native::{Native, load, run, timed, unlock_request};

/// What the page hands over at once.
const PART: usize = 1024 * 1024;
const BEGINNING: usize = 512;

fn main() -> io::Result<()> {
    let sizes = std::env::args().skip(1).map(|size| size.parse().map_err(io::Error::other));
    for entries in sizes.collect::<io::Result<Vec<u32>>>()? {
        let told = |what: &str, value: f64| {
            println!("{{\"what\":\"{what} natively, {entries} entries\",\"value\":{value:.0}}}");
        };
        let derivation_ms = Rc::new(Cell::new(0.0));
        let open = || {
            let shelf = MemoryShelf::new();
            load(&shelf, entries);
            let keeper = native::keeper(shelf, &derivation_ms);
            run(keeper.answer(1, unlock_request())).expect("a sound journal");
            run(keeper.check()).expect("a sound journal");
            keeper
        };
        let keeper = open();
        let (file, made) = timed(|| back_up(&keeper));
        told("backup made", made);
        told("backup seen", timed(|| look(&keeper, &file, BackupSecret::Own)).1);
        told("handed out in the clear", timed(|| in_the_clear(&keeper)).1);
        drop(keeper);
        let empty = native::keeper(MemoryShelf::new(), &derivation_ms);
        derivation_ms.set(0.0);
        let (_, restored) = timed(|| restore(&empty, &file));
        told("backup restored past the keys", restored - derivation_ms.get());
        let (_, merged) = timed(|| take(&empty, look(&empty, &file, by_words()), &file));
        told("backup merged where all is there", merged - derivation_ms.get());
    }
    Ok(())
}

fn ask(keeper: &Keeper<Native>, request: BackupRequest) -> BackupReply {
    match run(keeper.answer(1, Request::Backup(request))) {
        Ok(Reply::Backup(reply)) => reply,
        Ok(Reply::Opened(_)) => BackupReply::Done,
        other => panic!("another answer: {other:?}"),
    }
}

fn back_up(keeper: &Keeper<Native>) -> Vec<u8> {
    let BackupReply::Begun { backup, .. } = ask(keeper, BackupRequest::Make { passphrase: None }) else {
        panic!("not begun")
    };
    let mut file = Vec::new();
    loop {
        let BackupReply::Part { bytes, done, .. } = ask(keeper, BackupRequest::Next { backup }) else {
            panic!("no part")
        };
        file.extend(bytes.0);
        if done {
            return file;
        }
    }
}

fn by_words() -> BackupSecret {
    BackupSecret::Passphrase(SecretBytes::new(made::PASSPHRASE.into()))
}

fn look(keeper: &Keeper<Native>, file: &[u8], key: BackupSecret) -> u32 {
    let beginning = Bytes(file[..BEGINNING].to_vec());
    let BackupReply::Reading { backup } = ask(keeper, BackupRequest::Look { beginning, key }) else {
        panic!("not read")
    };
    push(keeper, backup, file);
    let BackupReply::Seen(_) = ask(keeper, BackupRequest::Seen { backup }) else { panic!("not seen") };
    backup
}

fn push(keeper: &Keeper<Native>, backup: u32, file: &[u8]) {
    for part in file[BEGINNING..].chunks(PART) {
        ask(keeper, BackupRequest::Push { backup, bytes: Bytes(part.to_vec()) });
    }
}

fn restore(keeper: &Keeper<Native>, file: &[u8]) {
    take(keeper, look(keeper, file, by_words()), file);
}

fn take(keeper: &Keeper<Native>, backup: u32, file: &[u8]) {
    let apply = BackupRequest::Apply { backup, across: false, kept: Kept::OnDevice, passphrase: None };
    ask(keeper, apply);
    push(keeper, backup, file);
    ask(keeper, BackupRequest::Finish { backup });
}

/// Every record, as an export asks for them.
fn in_the_clear(keeper: &Keeper<Native>) -> usize {
    let clear = |request| match run(keeper.answer(1, Request::InTheClear(request))) {
        Ok(Reply::Clear(reply)) => reply,
        other => panic!("another answer: {other:?}"),
    };
    let ClearReply::Kinds { kinds, .. } = clear(ClearRequest::Kinds) else { panic!("no kinds") };
    let mut handed_out = 0;
    for (kind, _) in kinds {
        let mut after = None;
        while let ClearReply::Records { records, last: Some(last), .. } =
            clear(ClearRequest::Next { kind, after })
        {
            handed_out += records.len();
            after = Some(last);
        }
    }
    handed_out
}
