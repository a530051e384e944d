//! The picture of the table as SVG: the shapes are the rules'. Heard as one sentence; the doors below it say the same.

use keeper::protocol::support::table::{LegKind, LegSeen, LegWords, Strength};
use leptos::prelude::*;
use rules::{DrawnLeg, DrawnName, LegStroke, PictureLeg, TablePicture, small_table_picture, table_picture};

use super::known::Rows;
use super::names::{short_leg_name, short_name};
use crate::screen::browser::clock;
use crate::screen::words::say;

/// The width it has on a phone, and on anything wider.
const WIDTHS: [(i32, &str); 2] = [(358, "table-picture table-narrow"), (592, "table-picture table-wide")];

/// How the legs are drawn: every named kind at its place, on the table or not, then the own ones.
fn drawn_legs(legs: &[LegSeen]) -> Vec<PictureLeg> {
    let mut drawn = Vec::new();
    for kind in LegKind::NAMED {
        let mut here = legs.iter().filter(|leg| leg.kind == kind).map(drawn_leg).peekable();
        if here.peek().is_none() {
            drawn.push(PictureLeg { name: short_name(kind), stroke: LegStroke::Outline, wobbles: false });
        }
        drawn.extend(here);
    }
    drawn.extend(legs.iter().filter(|leg| leg.kind == LegKind::Own).map(drawn_leg));
    drawn
}

fn drawn_leg(leg: &LegSeen) -> PictureLeg {
    PictureLeg { name: short_leg_name(leg), stroke: stroke_of(leg.strength), wobbles: leg.wobbles }
}

/// How a strength is drawn.
pub fn stroke_of(strength: Option<Strength>) -> LegStroke {
    match strength {
        None | Some(Strength::NotThere) => LegStroke::Dotted,
        Some(Strength::Thin) => LegStroke::Thin,
        Some(Strength::Steady) => LegStroke::Steady,
        Some(Strength::Strong) => LegStroke::Strong,
    }
}

/// The picture of today, and in words what it shows.
pub fn picture(legs: &[LegSeen]) -> AnyView {
    let words = sentences(legs);
    let heard = say!(table.heard, words = words.join(" "));
    let drawn = drawn_legs(legs);
    let both = WIDTHS.map(|(width, class)| svg(table_picture(&drawn, width), class, heard.clone()));
    // An empty table has a sentence of its own below.
    let said = words.into_iter().filter(|_| !legs.is_empty());
    let said: Vec<AnyView> = said.map(|words| view! { <p dir="auto">{words}</p> }.into_any()).collect();
    view! {
        <div class="table-figure">
            {Vec::from(both)}
            <div class="table-said" aria-hidden="true">{said}</div>
        </div>
    }
    .into_any()
}

/// The legs as they stand today.
pub fn seen_today(legs: &Rows<LegWords>) -> Vec<LegSeen> {
    let today = clock::today();
    legs.iter().map(|(_, leg)| LegSeen::of(leg, today)).collect()
}

/// A small picture of the legs of a day, heard as what it shows.
pub fn small_picture(legs: &[LegSeen]) -> AnyView {
    let words = say!(table.heard, words = sentences(legs).join(" "));
    svg(small_table_picture(&drawn_legs(legs), WIDTHS[0].0), "table-picture table-small", words)
}

/// What carries, what wobbles, what is thin, what is not there.
pub fn sentences(legs: &[LegSeen]) -> Vec<String> {
    let names = |is_it: &dyn Fn(&LegSeen) -> bool| {
        let named: Vec<String> = legs.iter().filter(|leg| is_it(leg)).map(short_leg_name).collect();
        (!named.is_empty()).then(|| named.join(", "))
    };
    let of = |strength| names(&move |leg| leg.strength == Some(strength) && !leg.wobbles);
    let said = [
        names(&LegSeen::carries).map(|names| say!(table.carrying, names = names)),
        names(&|leg| leg.wobbles).map(|names| say!(table.wobbles, names = names)),
        of(Strength::Thin).map(|names| say!(table.thin, names = names)),
        of(Strength::NotThere).map(|names| say!(table.gone, names = names)),
    ];
    let said: Vec<String> = said.into_iter().flatten().collect();
    if legs.is_empty() { vec![say!(table.none).to_owned()] } else { said }
}

fn svg(picture: TablePicture, class: &'static str, heard: String) -> AnyView {
    let TablePicture { width, height, top: (from, to, level), ground, legs } = picture;
    let view_box = ["0 0", &width.to_string(), &height.to_string()].join(" ");
    let floor = line(&[0, ground], 'H', width);
    let top = line(&[from, level], 'H', to);
    let legs: Vec<AnyView> = legs.into_iter().map(|leg| drawn(leg, ground)).collect();
    view! {
        <svg class=class role="img" aria-label=heard viewBox=view_box>
            <path class="table-ground" d=floor></path>
            {legs}
            <path class="table-top" d=top></path>
        </svg>
    }
    .into_any()
}

fn drawn(leg: DrawnLeg, ground: i32) -> AnyView {
    let DrawnLeg { x, from, to, stroke, tilt, name } = leg;
    let turned = (tilt != 0).then(|| rotation(tilt, x, from));
    let word = (tilt != 0 && name.is_some()).then(|| {
        let (beside, middle) = (x + stroke.width() / 2 + 14, i32::midpoint(from, to));
        let upright = rotation(-90, beside, middle);
        view! {
            <text class="table-word" x=beside y=middle transform=upright text-anchor="middle">
                {say!(table.wobbling_word)}
            </text>
        }
    });
    let name = name.map(|name| drawn_name(name, (x, ground), stroke));
    view! {
        <g transform=turned>{stroke_path(stroke, x, from, to)}{word}</g>
        {name}
    }
    .into_any()
}

fn drawn_name(name: DrawnName, (x, ground): (i32, i32), stroke: LegStroke) -> AnyView {
    let DrawnName { x: middle, y, words, lead_to } = name;
    let class = if stroke == LegStroke::Outline { "table-name table-name-pale" } else { "table-name" };
    let lead = lead_to.map(|to| view! { <path class="table-ground" d=line(&[x, ground], 'V', to)></path> });
    view! { {lead}<text class=class x=middle y=y text-anchor="middle">{words}</text> }.into_any()
}

fn stroke_path(stroke: LegStroke, x: i32, from: i32, to: i32) -> AnyView {
    let class = match stroke {
        LegStroke::Outline => {
            let half = stroke.width() / 2;
            let d = [line(&[x - half, from], 'V', to), line(&[x + half, from], 'V', to)].concat();
            let d = d + &["M", &(x - half).to_string(), " ", &to.to_string(), "h", &(2 * half).to_string()]
                .concat();
            return view! { <path class="table-leg table-leg-outline" d=d></path> }.into_any();
        }
        LegStroke::Dotted => "table-leg table-leg-dotted",
        LegStroke::Thin => "table-leg table-leg-thin",
        LegStroke::Steady => "table-leg table-leg-steady",
        LegStroke::Strong => "table-leg table-leg-strong",
    };
    view! { <path class=class d=line(&[x, from], 'V', to)></path> }.into_any()
}

/// One leg alone, as the mark of a door.
pub fn leg_mark(stroke: LegStroke, wobbles: bool) -> AnyView {
    // A round end stays below the top.
    let from = if stroke == LegStroke::Outline { 4 } else { 4 + stroke.width() / 2 };
    let turned = wobbles.then(|| rotation(rules::TILT_DEGREES, 12, from));
    view! {
        <svg class="leg-mark" viewBox="0 0 24 48" aria-hidden="true">
            <g transform=turned>{stroke_path(stroke, 12, from, 42)}</g>
            <path class="table-top" d="M3 4H21"></path>
        </svg>
    }
    .into_any()
}

fn line(from: &[i32; 2], command: char, to: i32) -> String {
    let [x, y] = from.map(|number| number.to_string());
    ["M", &x, " ", &y, &command.to_string(), &to.to_string()].concat()
}

fn rotation(degrees: i32, x: i32, y: i32) -> String {
    let [degrees, x, y] = [degrees, x, y].map(|number| number.to_string());
    ["rotate(", &degrees, " ", &x, " ", &y, ")"].concat()
}
