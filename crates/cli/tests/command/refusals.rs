//! What is refused: by which number, in which words; and that nothing is written then.

use std::fs;
use std::path::Path;

use crate::files::{PASSPHRASE, place, saved, written};
use crate::program::{Ended, trestle};

fn ended(ended: &Ended, code: i32, words: &str) {
    assert!(ended.code == code && ended.err.contains(words), "{code} {words}: {ended:?}");
    assert!(ended.err.starts_with("trestle: ") && ended.err.lines().count() == 1, "{ended:?}");
}

#[test]
fn wrong_usage_is_told_and_nothing_is_asked() {
    let no: [&str; 0] = [];
    ended(&trestle(no, ""), 2, "a command and one file are needed");
    ended(&trestle(["verify"], ""), 2, "a command and one file are needed");
    ended(&trestle(["verify", "a", "b"], ""), 2, "a command and one file are needed");
    ended(&trestle(["burn", "a"], ""), 2, "the commands are");
    ended(&trestle(["open", "a"], ""), 2, "open needs --to");
    ended(&trestle(["open", "a", "--to"], ""), 2, "--to needs a folder");
    ended(&trestle(["list", "a", "--json"], ""), 2, "belong to open");
    ended(&trestle(["list", "a", "--passphrase=x"], ""), 2, "does not know");
    let help = trestle(["--help"], "");
    assert!(help.code == 0 && help.out.contains("trestle open FILE --to FOLDER"), "{help:?}");
    assert_eq!(trestle(["--version"], "").out, format!("trestle {}\n", env!("CARGO_PKG_VERSION")));
}

#[test]
fn each_file_that_does_not_open_is_refused_by_its_own_number() {
    let file = written().back_up();
    let changed = |at: usize, byte: u8| {
        let mut file = file.clone();
        file[at] ^= byte;
        file
    };
    for (name, bytes, code, words) in [
        ("empty", Vec::new(), 4, "does not begin with the mark of a backup"),
        ("zip", b"PK\x03\x04............".to_vec(), 4, "does not begin with the mark of a backup"),
        ("header", file[..200].to_vec(), 5, "ends early"),
        ("cut", file[..file.len() - 1].to_vec(), 5, "ends early"),
        ("edge", file[..568 + 16_400].to_vec(), 5, "from byte 16968 on"),
        ("changed", changed(20_000, 1), 5, "changed in the part at byte 16968"),
        ("reserved", changed(400, 1), 5, "header of the backup was changed"),
        ("newer", changed(11, 2), 6, "needs a reader of format 3"),
        ("cost", changed(16, 0x40), 6, "out of range"),
    ] {
        let (place, path) = saved(&format!("refused-{name}"), &bytes);
        for command in ["verify", "info", "list"] {
            let told = trestle([Path::new(command), &path], PASSPHRASE);
            ended(&told, code, words);
            assert_eq!(told.out, "", "{name}");
        }
        let to = place.join("out");
        ended(&trestle([Path::new("open"), &path, Path::new("--to"), &to], PASSPHRASE), code, words);
        assert!(!to.exists(), "{name}: nothing is written of a file that is not whole");
    }
}

#[test]
fn a_secret_that_does_not_open_is_told_from_a_damaged_file() {
    let (_, path) = saved("secret", &written().back_up());
    ended(&trestle([Path::new("verify"), &path], "another"), 3, "no slot of the backup opens");
    ended(&trestle([Path::new("verify"), &path], ""), 3, "cannot be a passphrase");
    ended(&trestle([Path::new("verify"), &path], &"x".repeat(2_000)), 3, "cannot be a passphrase");
}

#[test]
fn nothing_is_ever_written_over() {
    let (place, path) = saved("over", &written().back_up());
    let taken = place.join("taken");
    fs::create_dir(&taken).unwrap();
    fs::write(taken.join("mine.txt"), "mine").unwrap();
    let open = |to: &Path| trestle([Path::new("open"), &path, Path::new("--to"), to], PASSPHRASE);
    ended(&open(&taken), 1, "is there already");
    ended(&open(&path), 1, "is there already");
    assert_eq!(fs::read_dir(&taken).unwrap().count(), 1);
    assert_eq!(fs::read_to_string(taken.join("mine.txt")).unwrap(), "mine");
    let empty = place.join("empty");
    fs::create_dir(&empty).unwrap();
    assert_eq!(open(&empty).code, 0, "an empty one is as good as none");
    ended(&open(&empty), 1, "is there already");
}

#[cfg(unix)]
#[test]
fn what_is_written_is_for_its_owner_alone_and_follows_no_link() {
    use std::os::unix::fs::{PermissionsExt, symlink};
    let (place, path) = saved("owner", &written().back_up());
    let (to, link, elsewhere) = (place.join("out"), place.join("link"), self::place("elsewhere"));
    let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!(trestle([Path::new("open"), &path, Path::new("--to"), &to], PASSPHRASE).code, 0);
    assert_eq!(mode(&to), 0o700);
    for there in fs::read_dir(to.join("entry")).unwrap() {
        assert_eq!(mode(&there.unwrap().path()), 0o600);
    }
    symlink(&elsewhere, &link).unwrap();
    ended(&trestle([Path::new("open"), &path, Path::new("--to"), &link], PASSPHRASE), 1, "is there already");
    assert_eq!(fs::read_dir(&elsewhere).unwrap().count(), 0);
}

#[test]
fn a_file_or_disk_that_fails_is_told() {
    let place = place("failing");
    ended(&trestle([Path::new("verify"), &place.join("not there")], PASSPHRASE), 1, "not there");
    ended(&trestle([Path::new("verify"), &place], PASSPHRASE), 1, "failing");
    let (_, path) = saved("failing-to", &written().back_up());
    let below_a_file = path.join("out");
    ended(
        &trestle([Path::new("open"), &path, "--to".as_ref(), &below_a_file], PASSPHRASE),
        1,
        "journal.trestle",
    );
}
