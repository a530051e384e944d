//! The names of the journals' databases: `trestle-` and 16 lower-case hex digits.

const PREFIX: &str = "trestle-";
const DIGITS: usize = 16;

/// The database name that 8 random bytes give.
///
/// ```
/// assert_eq!(store::journal_name([0xab; 8]), "trestle-abababababababab");
/// ```
pub fn journal_name(random: [u8; 8]) -> String {
    format!("{PREFIX}{:016x}", u64::from_be_bytes(random))
}

/// Says whether a name is that of a journal's database; others on the shelf are not ours.
///
/// ```
/// assert!(store::is_journal_name("trestle-0123456789abcdef"));
/// assert!(!store::is_journal_name("trestle-0123456789ABCDEF"));
/// assert!(!store::is_journal_name("trestle-files"));
/// ```
pub fn is_journal_name(name: &str) -> bool {
    let lower_hex = |byte: u8| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte);
    name.strip_prefix(PREFIX).is_some_and(|digits| digits.len() == DIGITS && digits.bytes().all(lower_hex))
}
