//! One suite of facts that every version of the store passes.
//!
//! A fact takes a shelf, works in a database of its own and panics when it does not hold.
//! [`for_each_fact!`](crate::for_each_fact) hands the whole list to a macro of the test that runs them, so that no
//! version can leave one out:
//!
//! ```text
//! macro_rules! tests {
//!     ($($fact:ident)*) => { $( #[test] fn $fact() { block_on(store::suite::$fact(&MemoryShelf::new())) } )* };
//! }
//! store::for_each_fact!(tests);
//! ```

mod flips;
mod inbox;
mod journal;
mod rows;
mod sealing;
mod shelves;
mod writes;

pub use flips::*;
pub use inbox::*;
pub use rows::*;
pub use sealing::Sealing;
pub use shelves::*;
pub use writes::*;

/// Calls the macro named with the names of all facts of the suite.
#[macro_export]
macro_rules! for_each_fact {
    ($run:ident) => {
        $run! {
            // flips
            staged_rows_touch_nothing_else
            a_stage_is_wholly_refused_when_one_row_exists
            keep_leaves_the_previous_root
            drop_removes_the_previous_root
            replaced_makes_the_stored_root_the_previous
            replaced_on_creating_keeps_none
            a_flip_puts_header_and_root_together
            a_sweep_removes_rows_and_nothing_else

            // inbox and ballast
            notes_come_oldest_first
            a_full_inbox_takes_no_more_notes
            a_write_removes_notes
            a_write_adds_notes
            a_note_under_another_header_is_refused
            a_write_is_refused_when_notes_came_or_went
            a_note_sealed_while_the_key_changes_is_never_lost
            the_key_of_a_removed_note_is_not_given_again
            the_ballast_is_dropped_once_and_put_back

            // rows
            rows_come_in_the_order_asked
            rows_are_never_overwritten
            a_row_twice_in_one_write_is_refused
            large_rows_come_back_whole
            rows_after_pages_through_all_in_order
            row_keys_come_in_order
            removed_rows_are_gone_and_missing_ones_passed_over

            // shelves
            a_new_database_is_empty
            what_was_written_is_there_after_reopening
            two_connections_see_one_database
            two_databases_share_nothing
            names_lists_journals_and_nothing_else
            deleting_closes_open_connections
            deleting_what_is_not_there_is_fine

            // writes
            creating_puts_header_root_and_rows
            creating_twice_is_refused
            a_write_without_a_stored_root_is_refused
            a_stale_write_is_refused_and_changes_nothing
            a_refused_writer_lands_after_reading_again
            a_write_with_a_row_that_exists_changes_nothing
            of_two_writers_at_once_one_lands
        }
    };
}
