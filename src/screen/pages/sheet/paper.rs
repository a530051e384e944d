//! A drawn recovery sheet as it looks on the screen and on paper. Its characters are in the page only, put into text
//! nodes and taken out again; they are in no signal.

use keeper::protocol::{LINES, SecretBytes, Sheet};
use leptos::html;
use leptos::prelude::*;
use zeroize::Zeroizing;

use crate::screen::browser::{dates, dom};
use crate::screen::components::soft;
use crate::screen::printing::print_page;
use crate::screen::session::Session;
use crate::screen::words::say;

/// The sheet.
#[derive(Clone, Copy)]
pub struct Paper {
    lines: [NodeRef<html::Span>; LINES],
    sheet: StoredValue<Option<Sheet>, LocalStorage>,
    /// Its characters may stand in the page just now.
    open: RwSignal<bool>,
    /// The page prints: whoever hides it meanwhile is the browser.
    printing: StoredValue<bool>,
}

impl Paper {
    /// No sheet yet. It is emptied when its owner goes, and while the page is out of sight.
    pub fn new() -> Self {
        let paper = Self {
            lines: core::array::from_fn(|_| NodeRef::new()),
            sheet: StoredValue::new_local(None),
            open: RwSignal::new(true),
            printing: StoredValue::new(false),
        };
        // The page's text is the outside world.
        Effect::new(move || paper.write());
        let hiding = window_event_listener_untyped("visibilitychange", move |_| paper.write());
        let printed = window_event_listener_untyped("afterprint", move |_| paper.printing.set_value(false));
        on_cleanup(move || {
            hiding.remove();
            printed.remove();
            paper.burn();
        });
        paper
    }

    /// Lays a drawn secret down; false when it is none.
    pub fn lay(self, secret: SecretBytes) -> bool {
        let sheet = Sheet::from_secret(secret);
        let is_one = sheet.is_some();
        self.sheet.set_value(sheet);
        self.open.set(true);
        is_one
    }

    /// Whether there is one.
    pub fn is_laid(self) -> bool {
        self.sheet.try_with_value(Option::is_some).unwrap_or(false)
    }

    /// Covers it, or opens it again.
    pub fn set_open(self, open: bool) {
        self.open.set(open);
    }

    /// Whether it lies open.
    pub fn is_open(self) -> bool {
        self.open.get()
    }

    /// Whether what was typed is that line.
    pub fn is_line(self, line: usize, typed: &str) -> bool {
        let matches =
            |sheet: &Option<Sheet>| sheet.as_ref().is_some_and(|sheet| sheet.line_matches(line, typed));
        self.sheet.try_with_value(matches).unwrap_or(false)
    }

    /// Takes it out of the page and forgets it.
    pub fn burn(self) {
        self.blank();
        self.sheet.try_set_value(None);
    }

    /// Prints the page, of which only the sheet is left on paper.
    pub fn print(self, session: Session) {
        self.printing.set_value(true);
        print_page(session);
    }

    /// Looks at its lines.
    pub fn with_lines<T>(self, look: impl FnOnce([&str; LINES]) -> T) -> Option<T> {
        self.sheet.try_with_value(|sheet| {
            let sheet = sheet.as_ref()?;
            // EXPOSE: the owner asked for a picture of the sheet; the lines are wiped when it is drawn.
            let lines: [_; LINES] = core::array::from_fn(|line| Zeroizing::new(sheet.expose_line(line)));
            Some(look(core::array::from_fn(|line| lines[line].as_str())))
        })?
    }

    /// The sheet as a piece of a page.
    pub fn piece(self) -> AnyView {
        let line = |(at, node): (usize, NodeRef<html::Span>)| {
            view! {
                <li class="paper-line">
                    <span class="paper-number">{say!(use_sheet.line, number = at + 1)}</span>
                    <span class="paper-code" dir="ltr" translate="no" node_ref=node></span>
                </li>
            }
            .into_any()
        };
        let lines: Vec<AnyView> = self.lines.into_iter().enumerate().map(line).collect();
        let uses = [say!(sheet.paper_use_1), say!(sheet.paper_use_2), say!(sheet.paper_use_3)];
        let uses: Vec<AnyView> =
            uses.into_iter().map(|words| view! { <li>{words}</li> }.into_any()).collect();
        view! {
            <section class="paper" aria-labelledby="paper" hidden=move || !self.is_open()>
                <h2 class="paper-title" id="paper">{say!(sheet.paper_title)}</h2>
                <ol class="paper-lines">{lines}</ol>
                <p>{say!(sheet.paper_how)}</p>
                <ol class="paper-uses">{uses}</ol>
                {soft(say!(sheet.paper_made, day = dates::today()))}
            </section>
        }
        .into_any()
    }

    /// Puts the characters where they belong just now: into the page, or nowhere.
    fn write(self) {
        let may_stand = self.open.try_get().unwrap_or(false);
        let nodes: Option<Vec<_>> = self.lines.iter().map(|node| node.try_get().flatten()).collect();
        let Some(nodes) = nodes else { return };
        let printing = self.printing.try_get_value().unwrap_or(false);
        let hidden = dom::document().is_some_and(|document| document.hidden());
        if !may_stand || (hidden && !printing) {
            return self.blank();
        }
        self.with_lines(|lines| {
            for (node, line) in nodes.iter().zip(lines) {
                node.set_text_content(Some(line));
            }
        });
    }

    fn blank(self) {
        for node in self.lines {
            if let Some(node) = node.try_get_untracked().flatten() {
                node.set_text_content(None);
            }
        }
    }
}
