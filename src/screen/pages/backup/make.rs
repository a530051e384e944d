//! Making a backup: written part by part, read back from where it lies, and compared. Only then it is said to be made.

use keeper::protocol::{BackupReply, BackupRequest, BackupSecret, Failure};
use web_sys::Blob;
use zeroize::Zeroizing;

use super::passes::{SeenFile, look};
use super::work::{Doing, Trouble, Work};
use crate::screen::browser::written_file::{Asked, WrittenFile, ask_where, has_dialog, sweep};
use crate::screen::browser::{clock, folder, hand_over, passphrase};
use crate::screen::locks;

/// How the name of a backup ends.
const ENDING: &str = "trestle";

/// A backup that was made, read back and compared.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Made {
    /// When it was begun, ms since 1970 UTC.
    pub at_ms: u64,
    /// How sure it is that its owner has it.
    pub standing: Standing,
    /// Records that are not in it, as they cannot be read.
    pub left_out: u32,
    /// Parts of the list that cannot be read: what they name is not in it.
    pub damaged_pages: u8,
}

/// How sure it is that its owner has it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Standing {
    /// It was read back from where they keep it.
    Proven,
    /// It was handed to the browser's downloads.
    HandedOver,
    /// It opens by another passphrase only, and is no way back for its owner.
    GivenAway,
}

/// What the keeper said when it began.
struct Begun {
    records: u32,
    made: Made,
}

/// Makes one, under the journal's own ways or another passphrase. Asks where it is to be kept, where the browser can.
///
/// # Errors
/// [`Trouble`]; then there is no backup, and what was written of it goes.
pub async fn make(work: Work, other: Option<Zeroizing<String>>) -> Result<Made, Trouble> {
    let name = format!("{}.{ENDING}", stem());
    let mut file = place(work, &name, other.is_none()).await?;
    let is_chosen = file.is_chosen();
    let written = write(work, &mut file, other.as_ref()).await;
    let (begun, blob) = match written {
        Ok(written) => written,
        Err(trouble) => {
            file.give_up().await;
            return Err(trouble);
        }
    };
    let seen = read_back(work, &blob, &begun, other).await?;
    let standing = match (begun.made.standing, is_chosen) {
        (Standing::GivenAway, _) => Standing::GivenAway,
        (_, true) => {
            work.ask(BackupRequest::Proven { backup: seen.backup }).await?;
            Standing::Proven
        }
        _ => Standing::HandedOver,
    };
    if !is_chosen {
        hand_over::blob(&blob, &name).ok_or(Trouble::CannotWrite)?;
    }
    Ok(Made { standing, ..begun.made })
}

/// Where it is written: in the folder that is kept, for a backup of one's own; else where the dialog says; else a file of
/// the page's own.
async fn place(work: Work, name: &str, is_own: bool) -> Result<WrittenFile, Trouble> {
    // The app itself sends somebody out, also where the browser asks about the folder: it is covered until they are back.
    if has_dialog() {
        locks::go_out(work.session);
    }
    let kept = if is_own && work.may_use_folder() { folder::new_file(&stem(), ENDING).await } else { None };
    if let Some(handle) = kept
        && let Some(file) = WrittenFile::chosen(handle).await
    {
        return if locks::come_back(work.session) { Ok(file) } else { Err(Trouble::GivenUp) };
    }
    let asked = ask_where(name).await;
    if !locks::come_back(work.session) {
        return Err(Trouble::GivenUp);
    }
    match asked {
        Asked::GivenUp => Err(Trouble::GivenUp),
        Asked::There(handle) => WrittenFile::chosen(handle).await.ok_or(Trouble::CannotWrite),
        Asked::NoDialog => Ok(WrittenFile::private().await),
    }
}

/// Looks into a file that was chosen: is it whole, does it open by the present keys, and is it the one made then? If so,
/// it counts as proven. Gives when it was made.
///
/// # Errors
/// [`Trouble`].
pub async fn prove(work: Work, file: &Blob, made_at_ms: Option<u64>) -> Result<u64, Trouble> {
    let SeenFile { backup, seen } = look(work, file, BackupSecret::Own, Doing::ReadingBack).await?;
    if made_at_ms.is_some_and(|made| made != seen.made_at_ms) {
        return Err(Trouble::Another(seen.made_at_ms));
    }
    work.ask(BackupRequest::Proven { backup }).await?;
    // What lay ready for the download is in the person's hands now.
    sweep().await;
    Ok(seen.made_at_ms)
}

async fn write(
    work: Work,
    file: &mut WrittenFile,
    other: Option<&Zeroizing<String>>,
) -> Result<(Begun, Blob), Trouble> {
    work.at(if other.is_some() { Doing::Key } else { Doing::Making }, 0, 0)?;
    let standing = if other.is_some() { Standing::GivenAway } else { Standing::HandedOver };
    let passphrase = other.cloned().map(passphrase::secret);
    let begun = work.ask(BackupRequest::Make { passphrase }).await?;
    let BackupReply::Begun { backup, records, left_out, damaged_pages, made_at_ms } = begun else {
        return Err(Failure::KeeperDied.into());
    };
    loop {
        let part = work.ask(BackupRequest::Next { backup }).await?;
        let BackupReply::Part { bytes, records_left, done } = part else {
            return Err(Failure::KeeperDied.into());
        };
        file.add(&bytes.0).await.ok_or(Trouble::CannotWrite)?;
        work.at(Doing::Making, records.saturating_sub(records_left), records)?;
        if done {
            break;
        }
    }
    let blob = file.end().await.ok_or(Trouble::CannotWrite)?;
    let made = Made { at_ms: made_at_ms, standing, left_out, damaged_pages };
    Ok((Begun { records, made }, blob))
}

async fn read_back(
    work: Work,
    blob: &Blob,
    begun: &Begun,
    other: Option<Zeroizing<String>>,
) -> Result<SeenFile, Trouble> {
    let key = other.map_or(BackupSecret::Own, |words| BackupSecret::Passphrase(passphrase::secret(words)));
    let read = look(work, blob, key, Doing::ReadingBack).await?;
    let records: u32 = read.seen.kinds.iter().map(|kind| kind.live + kind.deleted).sum();
    let is_same = read.seen.made_at_ms == begun.made.at_ms && records == begun.records;
    if is_same { Ok(read) } else { Err(Trouble::NotWhatWasWritten) }
}

/// A name that says nothing of what is in it: `trestle-2026-11-24`.
fn stem() -> String {
    let now = clock::local_now();
    format!("trestle-{}", rules::Civil::at(now.second, now.offset_min).date_value())
}
