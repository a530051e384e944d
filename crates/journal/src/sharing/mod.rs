//! What is handed to others: receipts, and other names for people.

mod alias;
mod receipt;

pub use alias::{Alias, AliasWords};
pub use receipt::{Receipt, ReceiptWords, WayOut};
