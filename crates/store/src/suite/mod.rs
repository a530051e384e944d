//! One suite of facts that every version of the store passes.
