//! Ids that count up, for fields of which there are as many as there are goals or scales. They hold no word of
//! anybody's, so each is made once and stays.

use std::cell::RefCell;
use std::collections::BTreeMap;

thread_local! {
    static MADE: RefCell<BTreeMap<(&'static str, usize), &'static str>> = const { RefCell::new(BTreeMap::new()) };
}

/// The id of that name and number: `amount-3`.
pub fn numbered(name: &'static str, number: usize) -> &'static str {
    MADE.with_borrow_mut(|made| {
        let make = || {
            let id = name.to_owned() + "-" + &number.to_string();
            &*Box::leak(id.into_boxed_str())
        };
        *made.entry((name, number)).or_insert_with(make)
    })
}
