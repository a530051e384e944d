//! The ways to keep a drawn sheet: on paper by printing, by hand with each line typed back, or as a picture. Each
//! names the trace it leaves before it is used.

use std::rc::Rc;

use keeper::protocol::{LINES, check_line};
use leptos::prelude::*;
use rules::LineRemark;

use super::paper::Paper;
use crate::screen::browser::dates;
use crate::screen::browser::picture::{self, Line, Look};
use crate::screen::components::{
    SheetLines, boxed, button, card, follow, follow_if, group, plain, problem_note, soft,
};
use crate::screen::contexts::expect_announcer;
use crate::screen::session::expect_session;
use crate::screen::words::say;

/// A name that says nothing of what is in it.
const PICTURE: &str = "sheet.png";

/// The sheet, and how to keep it.
pub fn keeping(paper: Paper) -> AnyView {
    let typing = RwSignal::new(false);
    let ways = follow(move || if typing.get() { type_back(paper, typing) } else { ways(paper, typing) });
    group([paper.piece(), ways])
}

fn ways(paper: Paper, typing: RwSignal<bool>) -> AnyView {
    let (announcer, session, could_draw) = (expect_announcer(), expect_session(), RwSignal::new(true));
    let by_hand = move || {
        paper.set_open(false);
        typing.set(true);
    };
    let picture = move || {
        save_picture(paper, move |handed_over| {
            could_draw.try_set(handed_over);
            if handed_over {
                announcer.say(say!(sheet.picture_saved));
            }
        });
    };
    let way = |button: AnyView, trace: &'static str| boxed("way", [button, soft(trace)]);
    let inside = [
        way(button(say!(sheet.print), move || paper.print(session)).piece(), say!(sheet.print_trace)),
        way(button(say!(sheet.copy), by_hand).piece(), say!(sheet.copy_trace)),
        way(button(say!(sheet.picture), picture).piece(), say!(sheet.picture_trace)),
        problem_note(move || (!could_draw.get()).then(|| say!(sheet.picture_not))),
    ];
    boxed("off-paper", [card("keep", say!(sheet.keep_title), inside)])
}

/// Each line of the copy typed into its own field, while the sheet is covered.
fn type_back(paper: Paper, typing: RwSignal<bool>) -> AnyView {
    let lines = SheetLines::new();
    Effect::new(move || lines.focus(0));
    let fits = Memo::new(move |_| lines.all_fit());
    let back = move || {
        lines.clear();
        typing.set(false);
        paper.set_open(true);
    };
    let judge = Rc::new(move |line: usize, typed: &str, typing| {
        LineRemark::on_copy(typed, check_line(typed), typing, paper.is_line(line, typed))
    });
    let fields = view! {
        <form class="form" autocomplete="off" on:submit=|event| event.prevent_default()>{lines.piece(judge, || ())}</form>
    };
    let right = follow_if(move || fits.get().then(|| plain(say!(sheet.copy_right))));
    let right = view! { <div class="live" role="status">{right}</div> };
    let inside = [
        plain(say!(sheet.copy_covered)),
        fields.into_any(),
        right.into_any(),
        boxed("actions", [button(say!(sheet.copy_back), back).piece()]),
    ];
    boxed("off-paper", [card("copy", say!(sheet.copy_title), inside)])
}

fn save_picture(paper: Paper, then: impl FnOnce(bool) + 'static) {
    let made = say!(sheet.paper_made, day = dates::today());
    let mut then = Some(then);
    paper.with_lines(|lines| {
        let line = |words| Line { look: Look::Words, words };
        let numbers: [String; LINES] = core::array::from_fn(|at| say!(use_sheet.line, number = at + 1));
        let mut picture = vec![Line { look: Look::Title, words: say!(sheet.paper_title) }];
        for (number, words) in numbers.iter().zip(lines) {
            picture.extend([line(number), Line { look: Look::Letters, words }]);
        }
        picture.push(line(say!(sheet.paper_how)));
        picture.extend([say!(sheet.paper_use_1), say!(sheet.paper_use_2), say!(sheet.paper_use_3)].map(line));
        picture.push(line(&made));
        if let Some(then) = then.take() {
            picture::download(&picture, PICTURE, then);
        }
    });
}
