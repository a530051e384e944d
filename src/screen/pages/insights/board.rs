//! What all figures share: how wide a chart may be, and whether charts are wanted.

use leptos::html;
use leptos::prelude::*;

use crate::screen::contexts::{Choices, expect_choices};

/// A card's padding and edge on both sides, px of a sixteenth of the text's size.
const CARD: f64 = 34.0;
/// Charts count in tenths of a sixteenth of the text's size; within these they can be read.
const WIDTHS: (f64, f64) = (2_800.0, 5_600.0);
/// The rule's length in text sizes.
const RULE: f64 = 10.0;

/// The board that figures are put on.
#[derive(Clone, Copy)]
pub struct Board {
    width: RwSignal<i32>,
    choices: Choices,
    place: NodeRef<html::Div>,
    rule: NodeRef<html::Div>,
}

impl Board {
    /// A board; it is measured once it stands on the page, and again when the window changes.
    pub fn new() -> Self {
        let board = Self {
            width: RwSignal::new(WIDTHS.0 as i32),
            choices: expect_choices(),
            place: NodeRef::new(),
            rule: NodeRef::new(),
        };
        Effect::new(move || board.measure());
        let resized = window_event_listener(leptos::ev::resize, move |_| board.measure());
        on_cleanup(move || resized.remove());
        board
    }

    /// How wide a chart may be; `None` where charts are not wanted.
    pub fn width(self) -> Option<i32> {
        (!self.charts_are_hidden()).then(|| self.width.get())
    }

    /// Whether charts are not wanted.
    pub fn charts_are_hidden(self) -> bool {
        self.choices.charts_are_hidden()
    }

    /// The place for the figures, with the rule that tells how large text is.
    pub fn piece(self, inside: AnyView) -> AnyView {
        view! {
            <div class="insights" node_ref=self.place>
                <div class="insights-rule" node_ref=self.rule aria-hidden="true"></div>
                {inside}
            </div>
        }
        .into_any()
    }

    fn measure(self) {
        let (Some(place), Some(rule)) = (self.place.get(), self.rule.get()) else { return };
        let sixteenth = f64::from(rule.client_width()) / RULE / 16.0;
        if sixteenth <= 0.0 {
            return;
        }
        let room = f64::from(place.client_width()) / sixteenth - CARD;
        let width = (room * 10.0).clamp(WIDTHS.0, WIDTHS.1) as i32;
        if self.width.get_untracked() != width {
            self.width.set(width);
        }
    }
}
