//! What a person types, as the secret behind a way into a backup.

use keeper::backup::{BackupError, BackupHeader, BackupKeyed, WaySecret};
use keeper::protocol::{LINES, canonical_words, parse_sheet};
use keeper::{Passphrase, derive};
use zeroize::Zeroizing;

use crate::Refused;

/// The lists that the app draws words from, sorted.
const LISTS: [&str; 2] =
    [include_str!("../../../public/words/en.txt"), include_str!("../../../public/words/es.txt")];

/// Opens by a passphrase that is normal form C already: as it stands, then, if every word of it is on a list of ours, as
/// it was drawn.
pub fn by_passphrase(header: &BackupHeader, typed: &str) -> Result<BackupKeyed, Refused> {
    for passphrase in passphrases(typed)? {
        let kdf = header.kdf();
        let derived = derive(&passphrase, &kdf).map_err(|_| Refused::Memory(kdf.cost.memory_kib()))?;
        match header.unlock(&WaySecret::passphrase(derived, kdf)) {
            Err(BackupError::NoMatch) => {}
            opened => return Ok(opened?),
        }
    }
    Err(BackupError::NoMatch.into())
}

fn passphrases(typed: &str) -> Result<Vec<Passphrase>, Refused> {
    let mut passphrases = vec![passphrase(typed)?];
    for list in LISTS {
        let list: Vec<&str> = list.lines().collect();
        let drawn = canonical_words(typed, &list).map(Zeroizing::new);
        if let Some(drawn) = drawn.filter(|drawn| drawn.as_str() != typed) {
            passphrases.push(passphrase(&drawn)?);
        }
    }
    Ok(passphrases)
}

fn passphrase(words: &str) -> Result<Passphrase, Refused> {
    Passphrase::from_nfc_bytes(words.as_bytes().to_vec()).map_err(|_| Refused::NoPassphrase)
}

/// Opens by the four lines of a recovery sheet.
pub fn by_sheet(header: &BackupHeader, typed: &str) -> Result<BackupKeyed, Refused> {
    let mut lines = typed.lines();
    let lines: [&str; LINES] = core::array::from_fn(|_| lines.next().unwrap_or_default());
    let secret = parse_sheet(lines).map_err(|(number, error)| Refused::SheetLine(number + 1, error))?;
    // EXPOSE: the bytes become the secret behind a way in, which wipes its copy.
    let bytes = Zeroizing::new(secret.expose_into());
    let secret = bytes.as_slice().try_into().map(WaySecret::recovery).map_err(|_| Refused::Order)?;
    Ok(header.unlock(&secret)?)
}
