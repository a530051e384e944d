//! Items that wait for each other: by conditions, or by the group they stand in.

use journal::support::scores::Item;

use super::FhirRefused;

#[derive(Clone, Copy, PartialEq)]
enum Seen {
    Not,
    OnTheWay,
    Done,
}

/// Looks for a circle, without recursion: a chain may be as long as the file.
///
/// # Errors
/// One of the items of a circle.
pub fn check(items: &[Item]) -> Result<(), FhirRefused> {
    let mut seen = vec![Seen::Not; items.len()];
    for start in 0..items.len() {
        let mut way = vec![(start, false)];
        while let Some((at, back)) = way.pop() {
            if back {
                seen[at] = Seen::Done;
                continue;
            }
            match seen[at] {
                Seen::Done => continue,
                Seen::OnTheWay => return Err(FhirRefused::Circle { link: items[at].link.clone() }),
                Seen::Not => {}
            }
            seen[at] = Seen::OnTheWay;
            way.push((at, true));
            let waits = items[at].when.iter().map(|condition| condition.item).chain(items[at].inside);
            for other in waits.map(usize::from) {
                match seen[other] {
                    Seen::OnTheWay => return Err(FhirRefused::Circle { link: items[at].link.clone() }),
                    Seen::Not => way.push((other, false)),
                    Seen::Done => {}
                }
            }
        }
    }
    Ok(())
}
