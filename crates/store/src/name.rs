//! The names of the journals' databases: `trestle-` and 16 lower-case hex digits. Journals that rest in the memory of
//! one tab are named `memory-` and 16 such digits.

const PREFIX: &str = "trestle-";
const MEMORY_PREFIX: &str = "memory-";
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
    has_form(name, PREFIX)
}

/// The name that 8 random bytes give a journal in memory.
///
/// ```
/// assert_eq!(store::memory_name([0xab; 8]), "memory-abababababababab");
/// ```
pub fn memory_name(random: [u8; 8]) -> String {
    format!("{MEMORY_PREFIX}{:016x}", u64::from_be_bytes(random))
}

/// Says whether a journal of that name rests in memory. Whatever begins so is never given to a disk.
///
/// ```
/// assert!(store::is_memory_name("memory-0123456789abcdef"));
/// assert!(!store::is_memory_name("trestle-0123456789abcdef"));
/// ```
pub fn is_memory_name(name: &str) -> bool {
    name.starts_with(MEMORY_PREFIX)
}

/// Says whether a name is that of a journal, wherever it rests.
pub(crate) fn is_name(name: &str) -> bool {
    is_journal_name(name) || has_form(name, MEMORY_PREFIX)
}

fn has_form(name: &str, prefix: &str) -> bool {
    let lower_hex = |byte: u8| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte);
    name.strip_prefix(prefix).is_some_and(|digits| digits.len() == DIGITS && digits.bytes().all(lower_hex))
}
