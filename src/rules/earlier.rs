//! What earlier urges tell: names used before, what was done most, what helped, how long they took to ease. Counts of
//! what was noted and no more.

use keeper::protocol::{Coping, CopingFamily, Trigger, UrgeWords};

/// So many eased urges are needed before a typical length is named.
const EASED_NEEDED: usize = 5;
/// A number that stays strong.
const STRONG: u8 = 8;

/// What earlier urges tell. Names are in the order of their last use, newest first.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct Earlier {
    /// Names of what it was for.
    pub about: Vec<String>,
    /// Own names of what set it off.
    pub triggers: Vec<Trigger>,
    /// Own names of what was done.
    pub coping: Vec<Coping>,
    /// Own names of feelings.
    pub feelings: Vec<String>,
    /// What helped, in own words.
    pub helped: Vec<String>,
    /// The newest line to next time.
    pub to_next: String,
    /// Families of what was done, the most frequent first, with the number of urges each was noted in.
    pub families: Vec<(CopingFamily, u32)>,
    /// In how many urges anything was noted that was done.
    pub with_coping: u32,
    /// How long they took to ease.
    pub typical: Option<Typical>,
    /// How many were looked at.
    pub count: u32,
}

/// How long urges took to ease, as a range with the number behind it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Typical {
    /// Shorter end, minutes.
    pub from: u16,
    /// Longer end, minutes.
    pub to: u16,
    /// Urges that eased and have a length.
    pub count: u32,
}

impl Earlier {
    /// Out of urges, newest first.
    #[must_use]
    pub fn of(urges: &[UrgeWords]) -> Self {
        let mut earlier = Self { count: urges.len() as u32, ..Self::default() };
        for urge in urges {
            earlier.take(urge);
        }
        // Sorting keeps the order of equals, so that what was done last comes first among them.
        earlier.families.sort_by_key(|(_, times)| u32::MAX - times);
        earlier.typical = typical(urges);
        earlier
    }

    fn take(&mut self, urge: &UrgeWords) {
        add_all(&mut self.about, &urge.about);
        add_all(&mut self.feelings, &urge.own_feelings);
        add_all(&mut self.triggers, urge.triggers.iter().filter(|trigger| !trigger.name.is_empty()));
        add_all(&mut self.coping, urge.coping.iter().filter(|coping| !coping.name.is_empty()));
        add_all(&mut self.helped, Some(&urge.helped).filter(|helped| !helped.is_empty()));
        if self.to_next.is_empty() {
            self.to_next.clone_from(&urge.to_next);
        }
        let mut families = Vec::new();
        add_all(&mut families, urge.coping.iter().map(|coping| &coping.family));
        self.with_coping += u32::from(!families.is_empty());
        for family in families {
            match self.families.iter_mut().find(|(known, _)| *known == family) {
                Some((_, times)) => *times += 1,
                None => self.families.push((family, 1)),
            }
        }
    }
}

fn add_all<'a, T: Clone + PartialEq + 'a>(known: &mut Vec<T>, more: impl IntoIterator<Item = &'a T>) {
    for one in more {
        if !known.contains(one) {
            known.push(one.clone());
        }
    }
}

/// The middle half of the lengths of those that eased, by the nearest ranks; `None` under five of them.
fn typical(urges: &[UrgeWords]) -> Option<Typical> {
    let eased = urges.iter().filter(|urge| urge.strength.zip(urge.after).is_some_and(|(was, is)| is < was));
    let mut minutes: Vec<u16> = eased.filter_map(|urge| urge.minutes).collect();
    minutes.sort_unstable();
    let count = minutes.len();
    let cut = count / 4;
    (count >= EASED_NEEDED).then(|| Typical {
        from: minutes[cut],
        to: minutes[count - 1 - cut],
        count: count as u32,
    })
}

/// Whether an urge is not weaker than it was, or was and is high: then a person comes before a page. At 0 nothing is
/// strong; without a number from before, a high one is.
#[must_use]
pub fn is_still_strong(before: Option<u8>, after: u8) -> bool {
    let not_weaker = before.is_some_and(|before| after >= before && after > 0);
    let high_twice = before.is_none_or(|before| before >= STRONG) && after >= STRONG;
    not_weaker || high_twice
}

#[cfg(test)]
mod tests {
    use keeper::protocol::TriggerRoot;

    use super::*;

    fn urge(strength: u8, after: Option<u8>, minutes: Option<u16>) -> UrgeWords {
        UrgeWords { strength: Some(strength), after, minutes, ..UrgeWords::default() }
    }

    #[test]
    fn five_eased_urges_give_a_range_and_four_do_not() {
        let eased = |minutes: &[u16]| -> Vec<UrgeWords> {
            minutes.iter().map(|minutes| urge(7, Some(3), Some(*minutes))).collect()
        };
        assert_eq!(Earlier::of(&eased(&[5, 40, 10, 20])).typical, None);
        let five = Some(Typical { from: 10, to: 20, count: 5 });
        assert_eq!(Earlier::of(&eased(&[5, 40, 10, 20, 15])).typical, five);
        let nine = Some(Typical { from: 3, to: 7, count: 9 });
        assert_eq!(Earlier::of(&eased(&[1, 2, 3, 4, 5, 6, 7, 8, 9])).typical, nine);
    }

    #[test]
    fn only_what_eased_and_has_a_length_counts_for_it() {
        let mut urges: Vec<UrgeWords> = (0..4).map(|_| urge(7, Some(3), Some(10))).collect();
        for other in [
            urge(7, Some(7), Some(10)),
            urge(7, Some(8), Some(10)),
            urge(7, None, Some(10)),
            urge(7, Some(3), None),
        ] {
            urges.push(other);
            assert_eq!(Earlier::of(&urges).typical, None);
        }
    }

    #[test]
    fn as_strong_as_before_or_high_twice_is_still_strong() {
        for (before, after, still) in [
            (Some(6), 6, true),
            (Some(6), 7, true),
            (Some(6), 5, false),
            (Some(10), 8, true),
            (Some(8), 8, true),
            (Some(8), 7, false),
            (Some(7), 8, true),
            (Some(0), 0, false),
            (None, 8, true),
            (None, 7, false),
        ] {
            assert_eq!(is_still_strong(before, after), still, "{before:?} then {after}");
        }
    }

    #[test]
    fn names_come_newest_first_and_once_and_families_by_how_often() {
        let coping = |family, name: &str| Coping { family, name: name.into() };
        let own = |name: &str| Trigger { root: TriggerRoot::Cue, leaf: None, name: name.into() };
        let newest = UrgeWords {
            about: vec!["wine".into()],
            triggers: vec![own(""), own("the shop")],
            coping: vec![coping(CopingFamily::Move, ""), coping(CopingFamily::Move, "river")],
            helped: "tea".into(),
            ..UrgeWords::default()
        };
        let older = UrgeWords {
            about: vec!["beer".into(), "wine".into()],
            coping: vec![coping(CopingFamily::Wait, ""), coping(CopingFamily::Group, "")],
            to_next: "ring M.".into(),
            ..UrgeWords::default()
        };
        let oldest = UrgeWords {
            coping: vec![coping(CopingFamily::Wait, "")],
            to_next: "an older line".into(),
            ..UrgeWords::default()
        };
        let earlier = Earlier::of(&[newest, older, oldest, UrgeWords::default()]);
        assert_eq!(earlier.about, ["wine", "beer"]);
        assert_eq!(earlier.triggers, [own("the shop")]);
        assert_eq!(earlier.coping, [coping(CopingFamily::Move, "river")]);
        assert_eq!(earlier.helped, ["tea"]);
        assert_eq!(earlier.to_next, "ring M.");
        let families = [(CopingFamily::Wait, 2), (CopingFamily::Move, 1), (CopingFamily::Group, 1)];
        assert_eq!(earlier.families, families);
        assert_eq!((earlier.with_coping, earlier.count), (3, 4));
    }
}
