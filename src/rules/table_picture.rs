//! The picture of the table: one level top, up to ten legs in their order, a name under each (UX 6). Whole pixels, drawn
//! without a browser, the same every time, so that nothing jumps from one look to the next.

/// What is drawn of a leg.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct PictureLeg {
    /// What it is called, in few letters.
    pub name: String,
    /// How it is drawn.
    pub stroke: LegStroke,
    /// It wobbles this week.
    pub wobbles: bool,
}

/// How a leg is drawn.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum LegStroke {
    /// Not on the table: a pale outline.
    Outline,
    /// On the table, and not there.
    Dotted,
    /// Thin.
    Thin,
    /// Steady.
    Steady,
    /// Strong.
    Strong,
}

impl LegStroke {
    /// How wide it is, pixels.
    #[must_use]
    pub fn width(self) -> i32 {
        match self {
            Self::Thin => 2,
            Self::Dotted => 4,
            Self::Steady => 6,
            Self::Outline => 8,
            Self::Strong => 10,
        }
    }
}

/// Degrees by which a leg that wobbles is tilted, its foot to the left. The top stays level.
pub const TILT_DEGREES: i32 = 4;
/// Most legs of a picture.
pub const LEGS_LIMIT: usize = 10;
/// Most lines of names.
const LINES: usize = 3;

const TOP: i32 = 14;
const LEG_FROM: i32 = 20;
const LEG_TO: i32 = 128;
const GROUND: i32 = 137;
const FIRST_LINE: i32 = 158;
const LINE: i32 = 19;
/// Between two names of one line.
const GAP: i32 = 9;
/// The longest name.
const NAME_LIMIT: i32 = 108;

/// The picture.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct TablePicture {
    /// Its width.
    pub width: i32,
    /// Its height.
    pub height: i32,
    /// The top: from, to, and how high it is at both ends.
    pub top: (i32, i32, i32),
    /// How high the ground is.
    pub ground: i32,
    /// The legs, from the left.
    pub legs: Vec<DrawnLeg>,
}

/// A leg where it stands.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct DrawnLeg {
    /// Where it hangs from the top; it goes straight down from there before it is tilted.
    pub x: i32,
    /// How high it begins.
    pub from: i32,
    /// How high it ends.
    pub to: i32,
    /// How it is drawn.
    pub stroke: LegStroke,
    /// Degrees it is tilted around its upper end.
    pub tilt: i32,
    /// Its name; none in a small picture.
    pub name: Option<DrawnName>,
}

/// A name where it stands; `x` is its middle, `y` that of its feet.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct DrawnName {
    /// Its middle.
    pub x: i32,
    /// Its feet.
    pub y: i32,
    /// It, cut where it does not fit.
    pub words: String,
    /// Where a fine line leads down to it from the ground, and no other name is in the way.
    pub lead_to: Option<i32>,
}

/// The picture of that width with names.
#[must_use]
pub fn table_picture(legs: &[PictureLeg], width: i32) -> TablePicture {
    let mut picture = bare(legs, width);
    let places: Vec<i32> = picture.legs.iter().map(|leg| leg.x).collect();
    let names = place_names(legs, &places, width);
    let lines = names.iter().map(|name| name.line + 1).max().unwrap_or(1);
    for (at, leg) in picture.legs.iter_mut().enumerate() {
        leg.name = names.get(at).map(|name| drawn(name, leg.x, &names));
    }
    picture.height = FIRST_LINE + LINE * (lines as i32 - 1) + 8;
    picture
}

/// The same without names: a small one beside others.
#[must_use]
pub fn small_table_picture(legs: &[PictureLeg], width: i32) -> TablePicture {
    bare(legs, width)
}

fn bare(legs: &[PictureLeg], width: i32) -> TablePicture {
    let legs = &legs[..legs.len().min(LEGS_LIMIT)];
    let count = legs.len().max(1) as i32;
    let place = |at: usize| (width * (2 * at as i32 + 1) + count) / (2 * count);
    let stand = |(at, leg): (usize, &PictureLeg)| DrawnLeg {
        x: place(at),
        from: LEG_FROM,
        to: LEG_TO,
        stroke: leg.stroke,
        tilt: if leg.wobbles && leg.stroke != LegStroke::Outline { TILT_DEGREES } else { 0 },
        name: None,
    };
    let legs = legs.iter().enumerate().map(stand).collect();
    TablePicture { width, height: GROUND + 6, top: (5, width - 5, TOP), ground: GROUND, legs }
}

struct Placed {
    line: usize,
    left: i32,
    right: i32,
    words: String,
}

/// Each name on the first line on which it does not touch the one before it.
fn place_names(legs: &[PictureLeg], places: &[i32], width: i32) -> Vec<Placed> {
    let mut ends = [-GAP; LINES];
    let mut placed = Vec::with_capacity(places.len());
    // So that even the longest names find a place by turns.
    let share = LINES as i32 * width / places.len().max(1) as i32 - GAP;
    for (leg, x) in legs.iter().zip(places) {
        let words = cut(&leg.name, NAME_LIMIT.min(share));
        let free = (0..LINES).find(|line| left_of(&words, *x, width) >= ends[*line] + GAP);
        let line = free.unwrap_or_else(|| emptiest(&ends));
        let from = ends[line] + GAP;
        let room = (2 * (x - from)).min(width - from);
        let words = if free.is_some() { words } else { cut(&words, room.max(0)) };
        let left = left_of(&words, *x, width);
        let right = left + letters_width(&words);
        ends[line] = right;
        placed.push(Placed { line, left, right, words });
    }
    placed
}

fn emptiest(ends: &[i32; LINES]) -> usize {
    (0..LINES).min_by_key(|line| ends[*line]).unwrap_or_default()
}

fn left_of(words: &str, x: i32, width: i32) -> i32 {
    let own = letters_width(words);
    (x - own / 2).min(width - own).max(0)
}

fn drawn(name: &Placed, x: i32, names: &[Placed]) -> DrawnName {
    let y = FIRST_LINE + LINE * name.line as i32;
    let in_the_way =
        |other: &Placed| other.line < name.line && (other.left - 3..=other.right + 3).contains(&x);
    let leads = name.line > 0 && !names.iter().any(in_the_way);
    DrawnName {
        x: (name.left + name.right) / 2,
        y,
        words: name.words.clone(),
        lead_to: leads.then_some(y - 14),
    }
}

/// The words, or as many letters of them as fit, with a sign that there are more.
fn cut(words: &str, room: i32) -> String {
    if letters_width(words) <= room {
        return words.to_owned();
    }
    let mut kept = String::new();
    for letter in words.chars() {
        if letters_width(&kept) + letter_width(letter) + letter_width('…') > room {
            break;
        }
        kept.push(letter);
    }
    kept.trim_end().to_owned() + "…"
}

fn letters_width(words: &str) -> i32 {
    words.chars().map(letter_width).sum()
}

/// About how wide a letter of 14 pixels is; rather too wide than too narrow.
fn letter_width(letter: char) -> i32 {
    match letter {
        'i' | 'j' | 'l' | 't' | 'f' | 'r' | ' ' | '.' | ',' | '\'' | 'I' => 5,
        'm' | 'w' | 'M' | 'W' | '…' => 12,
        letter if letter.is_ascii_uppercase() => 10,
        letter if u32::from(letter) < 0x250 => 8,
        _ => 14,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const NAMES: [&str; 10] = [
        "Medical",
        "Therapy",
        "Programme",
        "Peers",
        "Family",
        "Coach",
        "Mentor",
        "Digital",
        "Allotment",
        "Swimming",
    ];

    fn legs(count: usize) -> Vec<PictureLeg> {
        let strokes =
            [LegStroke::Outline, LegStroke::Dotted, LegStroke::Thin, LegStroke::Steady, LegStroke::Strong];
        let leg = |(at, name): (usize, &&str)| PictureLeg {
            name: (*name).to_owned(),
            stroke: strokes[at % 5],
            wobbles: at % 3 == 0,
        };
        NAMES.iter().enumerate().take(count).map(leg).collect()
    }

    #[test]
    fn the_top_is_level_and_the_legs_stand_in_order_under_it() {
        for count in 0..=10 {
            let picture = table_picture(&legs(count), 358);
            assert_eq!(picture.legs.len(), count);
            let (from, to, _) = picture.top;
            let places: Vec<i32> = picture.legs.iter().map(|leg| leg.x).collect();
            assert!(places.is_sorted_by(|one, next| one + 20 < *next), "{places:?}");
            assert!(places.iter().all(|x| (from..=to).contains(x)), "{places:?}");
            assert!(picture.legs.iter().all(|leg| (leg.from, leg.to) == (LEG_FROM, LEG_TO)));
        }
    }

    #[test]
    fn strength_is_the_width_of_the_stroke() {
        let widths = [LegStroke::Thin, LegStroke::Steady, LegStroke::Strong].map(LegStroke::width);
        assert_eq!(widths, [2, 6, 10]);
    }

    #[test]
    fn what_wobbles_is_tilted_and_what_is_not_on_the_table_never_is() {
        let tilts: Vec<i32> = table_picture(&legs(7), 358).legs.iter().map(|leg| leg.tilt).collect();
        assert_eq!(tilts, [0, 0, 0, 4, 0, 0, 4]);
    }

    #[test]
    fn ten_names_stand_whole_beside_each_other_in_both_widths() {
        for width in [358, 600] {
            let names: Vec<DrawnName> =
                table_picture(&legs(10), width).legs.into_iter().filter_map(|leg| leg.name).collect();
            let words: Vec<&str> = names.iter().map(|name| name.words.as_str()).collect();
            assert_eq!(words, NAMES, "{width}");
            apart(&names, width);
        }
    }

    #[test]
    fn long_names_are_cut_and_never_touch() {
        let long = PictureLeg {
            name: "A very long name of an own leg".into(),
            stroke: LegStroke::Thin,
            wobbles: true,
        };
        let names: Vec<DrawnName> =
            table_picture(&vec![long; 10], 288).legs.into_iter().filter_map(|leg| leg.name).collect();
        assert!(
            names.iter().all(|name| name.words.ends_with('…') && name.words.chars().count() > 2),
            "{names:?}"
        );
        apart(&names, 288);
    }

    #[test]
    fn a_fine_line_never_crosses_a_name() {
        let picture = table_picture(&legs(10), 358);
        let names: Vec<&DrawnName> = picture.legs.iter().filter_map(|leg| leg.name.as_ref()).collect();
        for leg in &picture.legs {
            let Some(DrawnName { lead_to: Some(to), .. }) = leg.name.as_ref() else { continue };
            for name in names.iter().filter(|name| name.y < *to) {
                let half = letters_width(&name.words) / 2;
                assert!(leg.x < name.x - half || leg.x > name.x + half, "{} {leg:?}", name.words);
            }
        }
    }

    #[test]
    fn more_than_ten_are_not_drawn_and_a_small_picture_has_no_names() {
        let mut many = legs(10);
        many.extend(legs(4));
        let small = small_table_picture(&many, 358);
        assert_eq!(small.legs.len(), LEGS_LIMIT);
        assert!(small.legs.iter().all(|leg| leg.name.is_none()));
    }

    fn apart(names: &[DrawnName], width: i32) {
        for (at, name) in names.iter().enumerate() {
            let half = letters_width(&name.words) / 2;
            assert!(name.x - half >= 0 && name.x + half <= width + 1, "{name:?}");
            for other in names[..at].iter().filter(|other| other.y == name.y) {
                let between = name.x - half - other.x - letters_width(&other.words) / 2;
                assert!(between >= GAP - 2, "{other:?} {name:?}");
            }
        }
    }
}
