//! What is being written right now, asked of the open editor by whoever locks, hides or leaves; and, after the keeper
//! has stopped, the words that were on the screen, kept in memory until the next unlock.

use std::rc::Rc;

use keeper::protocol::Draft;
use leptos::prelude::*;

/// Which words of the editor are asked for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Asked {
    /// Those not posted yet.
    Unposted,
    /// All, posted or not.
    All,
}

type Editor = Rc<dyn Fn(bool) -> Option<Draft>>;

/// The open editor, if there is one, and what was carried over.
#[derive(Clone, Copy)]
pub struct Writing {
    editor: StoredValue<Option<Editor>, LocalStorage>,
    carried: StoredValue<Option<Draft>, LocalStorage>,
}

/// Provides it.
pub fn provide_writing() -> Writing {
    let writing = Writing { editor: StoredValue::new_local(None), carried: StoredValue::new_local(None) };
    provide_context(writing);
    writing
}

/// The writing.
pub fn expect_writing() -> Writing {
    expect_context()
}

impl Writing {
    /// An editor opens: `read` gives its draft, all of it or (`true`) only if something is unposted. It is asked no
    /// more once its owner is gone.
    pub fn register(self, read: impl Fn(bool) -> Option<Draft> + 'static) {
        self.editor.set_value(Some(Rc::new(read)));
        on_cleanup(move || self.editor.set_value(None));
    }

    /// The draft, if something in it is not posted yet.
    pub fn unposted(self) -> Option<Draft> {
        self.ask(Asked::Unposted)
    }

    /// Keeps all that is being written for after the next unlock; true when there is something.
    pub fn carry_over(self) -> bool {
        let draft = self.ask(Asked::All);
        let some = draft.is_some();
        if some {
            self.carried.set_value(draft);
        }
        some
    }

    /// Whether something is kept in memory alone until the next unlock.
    pub fn is_carrying_now(self) -> bool {
        self.carried.with_value(Option::is_some)
    }

    /// What was carried over, once.
    pub fn take_carried(self) -> Option<Draft> {
        self.carried.try_update_value(Option::take).flatten()
    }

    fn ask(self, asked: Asked) -> Option<Draft> {
        self.editor.get_value().and_then(|read| read(asked == Asked::Unposted))
    }
}
