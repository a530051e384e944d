//! What is handed to others: a summary on its way, receipts, and other names for people.

mod alias;
mod on_its_way;
mod receipt;

pub use alias::{Alias, AliasWords};
pub use on_its_way::{SummaryOnItsWay, SummaryWords};
pub use receipt::{Receipt, ReceiptWords, WayOut};
