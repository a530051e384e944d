//! Lines one below the other, each with its own field: there is always an empty one at the end, so that nothing has
//! to be added before it is kept. Lines may carry a number, or be put in order.

use keeper::protocol::support::worksheets::Rating;
use leptos::ev::KeyboardEvent;
use leptos::prelude::*;
use rules::{parse_percent, percent_words};

use crate::screen::browser::dom;
use crate::screen::components::{Live, follow_if, unremembered};
use crate::screen::words::say;

/// Most lines; the record holds some more.
const MOST: usize = 40;

/// What lines can do besides.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Nothing.
    Plain,
    /// They stand in an order.
    Ranked,
    /// Each has a number of 0 to 100.
    Rated,
}

/// The lines of one question.
#[derive(Clone, Copy)]
pub struct Rows {
    /// Begins the ids of its fields.
    id: &'static str,
    kind: Kind,
    label: StoredValue<String>,
    all: RwSignal<Vec<Row>>,
    /// Rows made so far.
    made: StoredValue<usize>,
    on_change: StoredValue<OnChange, LocalStorage>,
}

/// Told of all ratings whenever one changes.
type OnChange = std::rc::Rc<dyn Fn(Vec<Rating>)>;

#[derive(Clone, PartialEq)]
struct Row {
    key: usize,
    line: Rating,
}

impl Row {
    fn is_blank(&self) -> bool {
        self.line.words.trim().is_empty() && self.line.percent.is_none()
    }
}

impl Rows {
    /// The rows of those lines.
    pub fn new(
        (id, kind): (&'static str, Kind),
        label: String,
        lines: Vec<Rating>,
        on_change: impl Fn(Vec<Rating>) + 'static,
    ) -> Self {
        let all: Vec<Row> = lines.into_iter().enumerate().map(|(key, line)| Row { key, line }).collect();
        let rows = Self {
            id,
            kind,
            label: StoredValue::new(label),
            made: StoredValue::new(all.len()),
            all: RwSignal::new(all),
            on_change: StoredValue::new_local(std::rc::Rc::new(on_change)),
        };
        rows.all.update_untracked(|all| rows.keep_one_blank(all));
        rows
    }

    /// They as a piece of a form.
    pub fn piece(self) -> AnyView {
        let rows = view! {
            <For each=move || self.all.get() key=|row| row.key children=move |row| self.row(row) />
        };
        let class = if self.kind == Kind::Ranked { "line-rows line-rows-ranked" } else { "line-rows" };
        view! { <ol class=class>{rows}</ol> }.into_any()
    }

    fn row(self, row: Row) -> AnyView {
        let key = row.key;
        let place = Memo::new(move |_| self.place(key).unwrap_or_default());
        let name = move || {
            let label = self.label.get_value();
            say!(worksheets.row, label = label, number = place.get() + 1)
        };
        let typed = move |event: leptos::ev::Event| {
            let words = event_target_value(&event);
            self.change(|all| {
                if let Some(row) = all.iter_mut().find(|row| row.key == key) {
                    row.line.words = words;
                }
            });
        };
        let keys = move |event: KeyboardEvent| {
            if event.key() == "Enter" && !event.is_composing() {
                event.prevent_default();
                self.focus(place.get_untracked() + 1);
            }
        };
        let field = view! {
            <input {..unremembered()} class="field-input line-words" type="text" id=self.field_id(key)
                aria-label=name dir="auto" prop:value=row.line.words on:input=typed on:keydown=keys />
        };
        let percent = match self.kind {
            Kind::Rated => self.percent(key, place.into(), row.line.percent),
            Kind::Plain | Kind::Ranked => ().into_any(),
        };
        let inside = vec![field.into_any(), percent, self.tools(key, place.into())];
        view! { <li class="line-row">{inside}</li> }.into_any()
    }

    fn percent(self, key: usize, place: Signal<usize>, percent: Option<u8>) -> AnyView {
        let name = move || {
            let label = self.label.get_value();
            say!(worksheets.row_percent, label = label, number = place.get() + 1)
        };
        let typed = move |event: leptos::ev::Event| {
            let percent = parse_percent(&event_target_value(&event));
            self.change(|all| {
                if let Some(row) = all.iter_mut().find(|row| row.key == key) {
                    row.line.percent = percent;
                }
            });
        };
        view! {
            <input {..unremembered()} class="field-input line-percent" type="text" inputmode="numeric"
                aria-label=name placeholder=say!(worksheets.percent_short)
                prop:value=percent_words(percent) on:input=typed />
        }
        .into_any()
    }

    /// Up, and off. A blank line has neither.
    fn tools(self, key: usize, place: Signal<usize>) -> AnyView {
        let is_blank = Memo::new(move |_| {
            self.all.with(|all| all.iter().find(|row| row.key == key).is_none_or(Row::is_blank))
        });
        let up = follow_if(move || {
            let can = self.kind == Kind::Ranked && place.get() > 0 && !is_blank.get();
            can.then(|| {
                untrack(|| {
                    self.tool(
                        say!(worksheets.up),
                        (move || say!(worksheets.row_up, number = place.get() + 1)).into(),
                        move || self.up(key),
                    )
                })
            })
        });
        let off = follow_if(move || {
            (!is_blank.get()).then(|| {
                untrack(|| {
                    self.tool(
                        "×",
                        (move || say!(worksheets.row_off, number = place.get() + 1)).into(),
                        move || self.off(key),
                    )
                })
            })
        });
        view! { <span class="line-tools">{up}{off}</span> }.into_any()
    }

    fn tool(self, shown: &'static str, name: Live<String>, tap: impl Fn() + 'static) -> AnyView {
        view! {
            <button type="button" class="line-tool" aria-label=move || name.get() on:click=move |_| tap()>
                <span aria-hidden="true">{shown}</span>
            </button>
        }
        .into_any()
    }

    fn up(self, key: usize) {
        self.change(|all| {
            if let Some(at) = all.iter().position(|row| row.key == key).filter(|at| *at > 0) {
                all.swap(at, at - 1);
            }
        });
    }

    fn off(self, key: usize) {
        let at = self.place(key).unwrap_or_default();
        self.change(|all| all.retain(|row| row.key != key));
        self.focus(at);
    }

    fn place(self, key: usize) -> Option<usize> {
        self.all.with(|all| all.iter().position(|row| row.key == key))
    }

    fn change(self, change: impl FnOnce(&mut Vec<Row>)) {
        self.all.update(|all| {
            change(all);
            self.keep_one_blank(all);
        });
        let lines = self.all.with_untracked(|all| all.iter().map(|row| row.line.clone()).collect());
        self.on_change.with_value(|tell| tell(lines));
    }

    fn keep_one_blank(self, all: &mut Vec<Row>) {
        if all.len() < MOST && !all.last().is_some_and(Row::is_blank) {
            let key = self.made.try_update_value(|made| core::mem::replace(made, *made + 1));
            all.push(Row { key: key.unwrap_or_default(), line: Rating::default() });
        }
    }

    fn focus(self, at: usize) {
        let key = self.all.with_untracked(|all| all.get(at).or(all.last()).map(|row| row.key));
        if let Some(field) = key.and_then(|key| dom::by_id(&self.field_id(key))) {
            dom::focus(&field);
        }
    }

    fn field_id(self, key: usize) -> String {
        self.id.to_owned() + "-row-" + &key.to_string()
    }
}
