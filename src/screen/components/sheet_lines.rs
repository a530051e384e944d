//! The four lines of a recovery sheet as fields, each looked at as it is typed. Uncontrolled: the characters are in the
//! page only, in no signal, and the fields are emptied when they go.

use std::rc::Rc;

use keeper::protocol::LINES;
use leptos::ev::KeyboardEvent;
use leptos::html;
use leptos::prelude::*;
use rules::{LineRemark, Typing};
use zeroize::Zeroizing;

use super::{Tap, follow_words, unremembered};
use crate::screen::browser::{dom, passphrase};
use crate::screen::words::say;

/// Says what it thinks of a line, given its place, what is typed, and where the one who types is.
pub type JudgeLine = Rc<dyn Fn(usize, &str, Typing) -> LineRemark>;

/// The fields.
#[derive(Clone, Copy)]
pub struct SheetLines {
    fields: [NodeRef<html::Input>; LINES],
    remarks: [RwSignal<LineRemark>; LINES],
}

impl SheetLines {
    /// Empty fields. Emptied again when their owner goes.
    pub fn new() -> Self {
        let fields = core::array::from_fn(|_| NodeRef::new());
        let lines = Self { fields, remarks: core::array::from_fn(|_| RwSignal::new(LineRemark::Nothing)) };
        on_cleanup(move || lines.clear());
        lines
    }

    /// What stands in a field.
    pub fn typed(self, line: usize) -> Zeroizing<String> {
        let field = self.fields[line].try_get_untracked().flatten();
        field.map(|field| Zeroizing::new(field.value())).unwrap_or_default()
    }

    /// Whether every line fits.
    pub fn all_fit(self) -> bool {
        self.remarks.iter().all(|remark| remark.get() == LineRemark::Fits)
    }

    /// Says this of a line, and goes there.
    pub fn point_at(self, line: usize, remark: LineRemark) {
        self.remarks[line].set(remark);
        self.focus(line);
    }

    /// Goes to a line.
    pub fn focus(self, line: usize) {
        if let Some(field) = self.fields[line].try_get_untracked().flatten() {
            dom::focus(&field);
        }
    }

    /// Empties the fields.
    pub fn clear(self) {
        for (field, remark) in self.fields.into_iter().zip(self.remarks) {
            if let Some(field) = field.try_get_untracked().flatten() {
                passphrase::clear(&field);
            }
            remark.try_set(LineRemark::Nothing);
        }
    }

    /// The fields as a piece of a page. Enter leads to the next line, and from the last one to `on_end`.
    pub fn piece(self, judge: JudgeLine, on_end: impl Into<Tap>) -> AnyView {
        let on_end = on_end.into();
        let line = |line| self.line(line, Rc::clone(&judge), on_end.clone());
        let lines: Vec<AnyView> = (0..LINES).map(line).collect();
        view! { <div class="sheet-lines">{lines}</div> }.into_any()
    }

    fn line(self, line: usize, judge: JudgeLine, on_end: Tap) -> AnyView {
        let (field, remark) = (self.fields[line], self.remarks[line]);
        let id = "line-".to_owned() + &(line + 1).to_string();
        let (label_for, remark_id) = (id.clone(), id.clone() + "-remark");
        let described_by = remark_id.clone();
        let look = move |typing| {
            let said = judge(line, &self.typed(line), typing);
            if remark.get_untracked() != said {
                remark.set(said);
            }
        };
        let left = look.clone();
        let is_last = line + 1 == LINES;
        let entered = move |event: KeyboardEvent| match event.key() == "Enter" && !event.is_composing() {
            true if is_last => on_end.run(),
            true => self.focus(line + 1),
            false => {}
        };
        view! {
            <div class="field sheet-line">
                <label class="field-label" for=label_for>{say!(use_sheet.line, number = line + 1)}</label>
                <input
                    {..unremembered()}
                    class="field-input sheet-input"
                    id=id
                    type="text"
                    dir="ltr"
                    enterkeyhint=if is_last { "go" } else { "next" }
                    node_ref=field
                    aria-describedby=described_by
                    aria-invalid=move || remark.get().is_amiss().then_some("true")
                    on:input=move |_| look(Typing::Inside)
                    on:blur=move |_| left(Typing::Left)
                    on:keydown=entered
                />
                <p class="field-help sheet-remark" id=remark_id role="status" data-amiss=move || remark.get().is_amiss().then_some("")>
                    {follow_words(move || words_of(remark.get(), line + 1))}
                </p>
            </div>
        }
        .into_any()
    }
}

fn words_of(remark: LineRemark, number: usize) -> String {
    match remark {
        LineRemark::Nothing => String::new(),
        LineRemark::Fits => say!(use_sheet.line_fits, number = number),
        LineRemark::LookAgain => say!(use_sheet.line_look_again, number = number),
        LineRemark::TooShort => say!(use_sheet.line_too_short, number = number),
        LineRemark::TooLong => say!(use_sheet.line_too_long, number = number),
        LineRemark::Unknown => say!(use_sheet.line_unknown, number = number),
    }
}
