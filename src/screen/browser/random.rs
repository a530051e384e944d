//! Random bytes for what is no secret. Secrets are drawn by the keeper alone.

/// Sixteen; all nought where the browser gives none.
pub fn sixteen() -> [u8; 16] {
    let mut bytes = [0; 16];
    let _ = getrandom::fill(&mut bytes);
    bytes
}
