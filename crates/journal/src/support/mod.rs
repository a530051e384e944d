//! Support: what carries recovery, one room for each of its areas (DOMAIN 3 to 6).

pub mod medical;
pub mod programme;
pub mod scores;
pub mod table;
pub mod worksheets;
