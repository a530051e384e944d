//! Runs the importers over the files of a folder and says what each gives: `cargo xtask samples FOLDER`. The files are
//! other programs' own, and no part of the tests.

use std::fs::File;
use std::io::BufReader;
use std::path::{Path, PathBuf};
use std::time::Instant;

use exchange::import::{Clock, Looked, look};
use jiff::{Timestamp, tz::TimeZone};

/// The machine's clock and zones.
struct Machine;

impl Clock for Machine {
    fn now_s(&self) -> i64 {
        Timestamp::now().as_second()
    }

    fn here(&self) -> String {
        TimeZone::system().iana_name().unwrap_or_default().to_owned()
    }

    fn offset_min(&self, zone: &str, moment_s: i64) -> Option<i16> {
        let zone = if zone.is_empty() { TimeZone::system() } else { TimeZone::get(zone).ok()? };
        let offset = zone.to_offset(Timestamp::from_second(moment_s).ok()?);
        i16::try_from(offset.seconds() / 60).ok()
    }
}

fn main() {
    let Some(folder) = std::env::args().nth(1) else {
        eprintln!("which folder?");
        std::process::exit(2);
    };
    let mut files = Vec::new();
    gather(Path::new(&folder), &mut files);
    files.sort();
    for path in &files {
        println!("{}", path.strip_prefix(&folder).unwrap_or(path).display());
        match File::open(path) {
            Ok(file) => tell(file),
            Err(error) => println!("    cannot be opened: {error}"),
        }
    }
}

fn gather(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() { gather(&path, files) } else { files.push(path) }
    }
}

fn tell(file: File) {
    let began = Instant::now();
    match look(BufReader::new(file), &Machine, &mut |_, _| ()) {
        Ok(looked) => tell_found(looked, began),
        Err(refused) => println!("    refused: {refused:?} ({} ms)", began.elapsed().as_millis()),
    }
}

fn tell_found(mut looked: Looked<BufReader<File>>, began: Instant) {
    let found = looked.found().clone();
    let span = (found.first_s.unwrap_or(0), found.last_s.unwrap_or(0));
    let (first, last) = (exchange::clear::utc(span.0), exchange::clear::utc(span.1));
    println!(
        "    {:?}: {} records, {first} to {last}, {} files of media",
        found.program,
        found.records(),
        found.media
    );
    for mood in &found.moods {
        println!("    mood {:?}: {} ({:?})", mood.name, mood.entries, mood.usual);
    }
    for warning in &found.warnings {
        println!("    {:?}: {:?}", warning.place, warning.what);
    }
    let (mut whole, mut broken) = (0, 0);
    loop {
        let records = looked.next_records(64);
        if records.is_empty() {
            break;
        }
        for media in records.iter().flat_map(|record| &record.media) {
            if looked.media(&media.file).is_ok() { whole += 1 } else { broken += 1 }
        }
    }
    println!("    media read: {whole}, not read: {broken}; {} ms in all", began.elapsed().as_millis());
}
