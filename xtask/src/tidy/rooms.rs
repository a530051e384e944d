//! The rooms and which may use which: DESIGN section 1 as a table.

/// A package of the workspace and the rooms that its `Cargo.toml` may name.
pub struct Room {
    /// Package name.
    pub package: &'static str,
    /// Its folder, with a slash at the end.
    pub folder: &'static str,
    /// Rooms that it may depend on.
    pub may_use: &'static [&'static str],
}

/// All rooms.
pub const ROOMS: &[Room] = &[
    Room { package: "vault", folder: "crates/vault/", may_use: &[] },
    Room { package: "journal", folder: "crates/journal/", may_use: &[] },
    Room { package: "exchange", folder: "crates/exchange/", may_use: &["journal"] },
    Room { package: "store", folder: "crates/store/", may_use: &["vault"] },
    Room { package: "keeper", folder: "crates/keeper/", may_use: &["vault", "journal", "store"] },
    Room { package: "link", folder: "crates/link/", may_use: &[] },
    Room { package: "trestle-cli", folder: "crates/cli/", may_use: &["keeper", "store", "exchange"] },
    Room {
        package: "trestle-reader",
        folder: "crates/reader/",
        may_use: &["keeper", "journal", "exchange", "link"],
    },
    Room {
        package: "trestle-app",
        folder: "src/",
        may_use: &["keeper", "journal", "store", "exchange", "link"],
    },
    Room { package: "stories", folder: "tests/", may_use: &["xtask"] },
    Room { package: "xtask", folder: "xtask/", may_use: &[] },
];

/// What the workers' shells (`src/bin/`) may use.
pub const SHELLS_MAY_USE: &[&str] = &["keeper", "store", "exchange", "link"];

/// What the screen (`src/` without `src/bin/`) may use. Of the keeper, the protocol alone; of the exchange, what the
/// porter says, and what is made of a summary that stands on the screen already.
pub const SCREEN_MAY_USE: &[&str] = &["keeper", "journal", "exchange", "link"];
/// The parts that the screen takes of a room.
pub const SCREEN_TAKES: &[(&str, &[&str])] =
    &[("keeper", &["protocol"]), ("exchange", &["porter", "summary"])];
