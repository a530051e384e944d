//! The house rules, checked. Each rule is one file with one function from the tree to its findings, and each has
//! tests with samples that it must refuse: a check that cannot fail is a defect.

mod contrast;
mod dependencies;
mod exposure;
mod external;
mod heads;
mod help;
mod imports;
mod inline;
mod keys;
mod licences;
mod locale;
mod map;
mod metadata;
mod names;
mod rooms;
mod safety;
mod size;
mod source;
mod styles;
mod words;

use anyhow::{Result, bail};

use crate::Workspace;
use crate::process::say;
use metadata::Metadata;
use source::Tree;

/// What a rule has to say about one place.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Finding {
    /// Path from the root, with a line where there is one.
    place: String,
    /// What is wrong, and what would be right.
    text: String,
    weight: Weight,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Weight {
    /// Tidy fails.
    Breaks,
    /// Tidy mentions it.
    Mention,
}

impl Finding {
    fn breaks(place: impl Into<String>, text: impl Into<String>) -> Self {
        Self { place: place.into(), text: text.into(), weight: Weight::Breaks }
    }

    fn mention(place: impl Into<String>, text: impl Into<String>) -> Self {
        Self { place: place.into(), text: text.into(), weight: Weight::Mention }
    }
}

type Rule = fn(&Tree, &Metadata) -> Vec<Finding>;

const RULES: &[(&str, Rule)] = &[
    ("rooms in Cargo.toml", |_, metadata| dependencies::check(metadata)),
    ("rooms in sources", |tree, _| imports::check(tree)),
    ("closed lists of crates", |_, metadata| external::check(metadata)),
    ("licences", |_, metadata| licences::check(metadata)),
    ("sizes of files", |tree, _| size::check(tree)),
    ("reasons for exposing", |tree, _| exposure::check(tree)),
    ("heads of files", |tree, _| heads::check(tree)),
    ("names of files", |tree, _| names::check(tree)),
    ("paths in ARCHITECTURE.md", |tree, _| map::check(tree)),
    ("nothing inline", |tree, _| inline::check(tree)),
    ("layers of styles", |tree, _| styles::check(tree)),
    ("contrast of colours", |tree, _| contrast::check(tree)),
    ("keys of locales", |tree, _| keys::check(tree)),
    ("words of locales", |tree, _| words::check(tree)),
    ("texts of help", |tree, _| help::check(tree)),
    ("safety texts", |tree, _| safety::check(tree)),
];

/// Checks every rule and prints what it found.
///
/// # Errors
/// When a rule is broken, or the tree cannot be read.
pub fn run(workspace: &Workspace) -> Result<()> {
    say(format!("Checking {} house rules (some seconds)", RULES.len()));
    let tree = Tree::read(workspace)?;
    let metadata = Metadata::read(workspace)?;
    let mut broken = 0;
    for (name, rule) in RULES {
        for Finding { place, text, weight } in rule(&tree, &metadata) {
            let sign = if weight == Weight::Breaks { "✗" } else { "·" };
            println!("  {sign} {place}: {text} [{name}]");
            broken += usize::from(weight == Weight::Breaks);
        }
    }
    if broken > 0 {
        bail!("{broken} house rules broken (✗ above)");
    }
    say("The house is tidy");
    Ok(())
}
