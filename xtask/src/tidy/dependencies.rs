//! Rule: a room's `Cargo.toml` names only the rooms that it may use, for tests as well.

use super::Finding;
use super::metadata::Metadata;
use super::rooms::ROOMS;

/// Looks at every package of ours.
pub fn check(metadata: &Metadata) -> Vec<Finding> {
    let mut findings = Vec::new();
    for package in metadata.packages.iter().filter(|package| package.ours) {
        let Some(room) = ROOMS.iter().find(|room| room.package == package.name) else {
            findings
                .push(Finding::breaks(&package.name, "a package that xtask/src/tidy/rooms.rs does not know"));
            continue;
        };
        for dependency in &package.dependencies {
            let is_room = ROOMS.iter().any(|room| room.package == dependency.name);
            if is_room && !room.may_use.contains(&dependency.name.as_str()) && dependency.name != room.package
            {
                let text = format!("{} may not use {}", room.package, dependency.name);
                findings.push(Finding::breaks(format!("{} (Cargo.toml)", room.package), text));
            }
        }
    }
    findings
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_room_that_names_a_room_it_may_not_use_is_found() {
        for (name, dependencies, expected) in [
            ("vault", &["journal", "sha2"][..], 1),
            ("journal", &["vault"], 1),
            ("store", &["vault"], 0),
            ("keeper", &["vault", "journal", "store", "link"], 1),
            ("trestle-cli", &["vault"], 1),
            ("stories", &["xtask", "keeper"], 1),
            ("trestle-app", &["vault"], 1),
            ("nobody-knows", &[], 1),
        ] {
            assert_eq!(check(&Metadata::sample(name, dependencies)).len(), expected, "{name}");
        }
    }
}
