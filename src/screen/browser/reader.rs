//! The HTML reader, as the site has it: one file that opens backups without the site.

use super::files;

/// The reader's page. `None` where it cannot be had.
pub async fn reader_html() -> Option<String> {
    let address = files::address(&["reader"]);
    if address.is_empty() { None } else { files::text_of(&address).await }
}
