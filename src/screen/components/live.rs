//! What parts are given besides plain values: something to look at again and again, and something to call. Plain
//! closures behind one type each, so that a part is compiled once however many pages use it.

use std::rc::Rc;
use std::sync::Arc;

/// A value derived whenever it is looked at. Looked at inside a view, it is followed there.
pub struct Live<T>(Arc<dyn Fn() -> T + Send + Sync>);

impl<T> Live<T> {
    /// The value now.
    pub fn get(&self) -> T {
        (self.0)()
    }
}

impl<T> Clone for Live<T> {
    fn clone(&self) -> Self {
        Self(Arc::clone(&self.0))
    }
}

impl<T, F: Fn() -> T + Send + Sync + 'static> From<F> for Live<T> {
    fn from(derive: F) -> Self {
        Self(Arc::new(derive))
    }
}

impl From<&'static str> for Live<&'static str> {
    fn from(words: &'static str) -> Self {
        Self(Arc::new(move || words))
    }
}

/// Something to call.
#[derive(Clone)]
pub struct Tap(Rc<dyn Fn()>);

impl Tap {
    /// Calls it.
    pub fn run(&self) {
        (self.0)();
    }
}

impl<F: Fn() + 'static> From<F> for Tap {
    fn from(call: F) -> Self {
        Self(Rc::new(call))
    }
}

/// Something to call with the place of a choice.
#[derive(Clone)]
pub struct Choose(Rc<dyn Fn(usize)>);

impl Choose {
    /// Calls it.
    pub fn run(&self, at: usize) {
        (self.0)(at);
    }
}

impl<F: Fn(usize) + 'static> From<F> for Choose {
    fn from(call: F) -> Self {
        Self(Rc::new(call))
    }
}

/// Something to call with the words that stand in a field.
#[derive(Clone)]
pub struct Say(Rc<dyn Fn(String)>);

impl Say {
    /// Calls it.
    pub fn run(&self, words: String) {
        (self.0)(words);
    }
}

impl<F: Fn(String) + 'static> From<F> for Say {
    fn from(call: F) -> Self {
        Self(Rc::new(call))
    }
}
