//! Asking for what opens a backup: on the terminal without echo, or from the input where there is no terminal.

use std::io::{IsTerminal, Read, stdin};

use keeper::backup::WaySecret;
use keeper::protocol::{LINES, SecretBytes, canonical_words, check_line, parse_sheet};
use keeper::{KdfParams, Passphrase, derive};
use unicode_normalization::UnicodeNormalization;
use zeroize::Zeroizing;

use crate::failure::Failure;

/// More input than this is no passphrase.
const LONGEST: u64 = 16 * 1024;
/// The lists that the app draws words from, sorted.
const LISTS: [&str; 2] =
    [include_str!("../../../public/words/en.txt"), include_str!("../../../public/words/es.txt")];

/// What was typed: the passphrase as it stands, then, if every word of it is on a list of ours, as it was drawn.
pub fn passphrases() -> Result<Vec<Passphrase>, Failure> {
    let typed = line("Passphrase of the backup: ")?;
    let composed: Zeroizing<String> = Zeroizing::new(typed.nfc().collect());
    let mut ways = vec![passphrase(&composed)?];
    for list in LISTS {
        let list: Vec<&str> = list.lines().collect();
        let drawn = canonical_words(&composed, &list).map(Zeroizing::new);
        if let Some(drawn) = drawn.filter(|drawn| **drawn != *composed) {
            ways.push(passphrase(&drawn)?);
        }
    }
    Ok(ways)
}

fn passphrase(words: &str) -> Result<Passphrase, Failure> {
    Passphrase::from_nfc_bytes(words.as_bytes().to_vec()).map_err(|_| Failure::NoPassphrase)
}

/// The secret a passphrase leads to, at a cost that was checked.
pub fn derived(passphrase: &Passphrase, params: KdfParams) -> Result<WaySecret, Failure> {
    let derived = derive(passphrase, &params).map_err(|_| Failure::Memory(params.cost.memory_kib()))?;
    Ok(WaySecret::passphrase(derived, params))
}

/// The secret of a recovery sheet, line by line; on a terminal a slip is told on its line.
pub fn sheet() -> Result<WaySecret, Failure> {
    let mut lines: Vec<Zeroizing<String>> = Vec::with_capacity(LINES);
    if stdin().is_terminal() {
        for number in 1..=LINES {
            lines.push(sheet_line(number)?);
        }
    } else {
        let input = input()?;
        let filled = input.lines().map(str::trim).filter(|line| !line.is_empty());
        lines.extend(filled.take(LINES).map(|line| Zeroizing::new(line.to_owned())));
        lines.resize_with(LINES, Zeroizing::default);
    }
    let typed = core::array::from_fn(|number| lines[number].as_str());
    let secret = parse_sheet(typed).map_err(|(number, error)| Failure::SheetLine(number + 1, error))?;
    Ok(WaySecret::recovery(twenty(secret)))
}

fn sheet_line(number: usize) -> Result<Zeroizing<String>, Failure> {
    loop {
        let typed = line(&format!("Line {number} of {LINES}: "))?;
        match check_line(&typed) {
            Ok(()) => return Ok(typed),
            Err(error) if !typed.is_empty() => eprintln!("{}", Failure::SheetLine(number, error)),
            Err(error) => return Err(Failure::SheetLine(number, error)),
        }
    }
}

fn twenty(secret: SecretBytes) -> [u8; 20] {
    // EXPOSE: the bytes become the secret behind a way in, which wipes its copy.
    let bytes = Zeroizing::new(secret.expose_into());
    bytes.as_slice().try_into().expect("four lines of 40 bits are 20 bytes")
}

/// A line from the terminal without echo, or the first one of the input, without its end.
fn line(prompt: &str) -> Result<Zeroizing<String>, Failure> {
    if stdin().is_terminal() {
        let typed = rpassword::prompt_password(prompt).map_err(Failure::io("the terminal"))?;
        return Ok(Zeroizing::new(typed));
    }
    let input = input()?;
    let first = input.split('\n').next().unwrap_or_default();
    Ok(Zeroizing::new(first.strip_suffix('\r').unwrap_or(first).to_owned()))
}

fn input() -> Result<Zeroizing<String>, Failure> {
    let mut bytes = Zeroizing::new(Vec::with_capacity(LONGEST as usize));
    stdin().lock().take(LONGEST).read_to_end(&mut bytes).map_err(Failure::io("the input"))?;
    match str::from_utf8(&bytes) {
        Ok(text) => Ok(Zeroizing::new(text.to_owned())),
        Err(_) => Err(Failure::NoPassphrase),
    }
}
