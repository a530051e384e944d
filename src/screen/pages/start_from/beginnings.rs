//! The beginnings that Trestle brings: a title and a few lines of Markdown, in the words of the screen. None asks for
//! what hurt; where one may stir things up, a notice comes first.

use crate::screen::words::say;

/// How an entry can begin.
#[derive(Clone, Copy)]
pub struct Beginning {
    /// What it is called, and what the entry is called at first.
    pub title: &'static str,
    /// What it is for, in one sentence.
    pub about: &'static str,
    /// What stands in the entry at first.
    pub text: &'static str,
    /// What is said before, where it may stir things up.
    pub notice: Option<&'static str>,
}

fn light(title: &'static str, about: &'static str, text: &'static str) -> Beginning {
    Beginning { title, about, text, notice: None }
}

/// All, in order.
pub fn beginnings() -> [Beginning; 9] {
    [
        light(say!(beginnings.days_title), say!(beginnings.days_about), say!(beginnings.days)),
        light(say!(beginnings.unsure_title), say!(beginnings.unsure_about), say!(beginnings.unsure)),
        light(say!(beginnings.good_title), say!(beginnings.good_about), say!(beginnings.good)),
        light(say!(beginnings.heard_title), say!(beginnings.heard_about), say!(beginnings.heard)),
        light(say!(beginnings.hard_title), say!(beginnings.hard_about), say!(beginnings.hard)),
        light(say!(beginnings.now_title), say!(beginnings.now_about), say!(beginnings.now)),
        light(say!(beginnings.thanks_title), say!(beginnings.thanks_about), say!(beginnings.thanks)),
        Beginning {
            notice: Some(say!(beginnings.letter_notice)),
            ..light(say!(beginnings.letter_title), say!(beginnings.letter_about), say!(beginnings.letter))
        },
        Beginning {
            notice: Some(say!(beginnings.story_notice)),
            ..light(say!(beginnings.story_title), say!(beginnings.story_about), say!(beginnings.story))
        },
    ]
}
