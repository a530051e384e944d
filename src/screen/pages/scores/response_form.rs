//! Filling in a questionnaire: the questions that are asked now, a sum once every weighed one is answered, and help first
//! where an answer may mean danger.

use keeper::protocol::support::scores::{Answer, Answered, QuestionnaireWords, ResponseWords, Sum};
use keeper::protocol::{Failure, OneKind, Reply, Request};
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::band::{band_words, score_words};
use super::kept::keep_score;
use super::question::{Question, choices, question};
use super::questionnaire_form::{question_words, takes_answer};
use crate::screen::browser::help_now::{self, Topic};
use crate::screen::components::{
    Tap, button, failed, follow, group, heading, lead, nothing, own, plain, soft, title,
};
use crate::screen::contexts::{Seed, expect_screens};
use crate::screen::keeper_link::expect_keeper;
use crate::screen::pages::waiting::quiet;
use crate::screen::pages::writing::{Desk, form_then, opening_of};
use crate::screen::words::say;

/// The form.
pub fn response(seed: Seed) -> AnyView {
    opening_of(seed, response_form)
}

fn response_form(desk: Desk<ResponseWords>) -> AnyView {
    let keeper = expect_keeper();
    let Some(id) = desk.words.with_untracked(|words| words.questionnaire) else {
        return failed(Failure::NotFound);
    };
    let found = RwSignal::new(None::<Result<QuestionnaireWords, Failure>>);
    spawn_local(async move {
        let read = match keeper.ask(Request::Read { id }).await {
            Ok(Reply::Entry(read)) => read.wordings.into_iter().find_map(QuestionnaireWords::of),
            Ok(_) => None,
            Err(failure) => return drop(found.try_set(Some(Err(failure)))),
        };
        found.try_set(Some(read.ok_or(Failure::NotFound)));
    });
    follow(move || match found.get() {
        None => quiet(say!(app.opening)),
        Some(Err(failure)) => {
            group([heading(say!(scores.fill_in)), plain(say!(scores.gone)), failed(failure)])
        }
        Some(Ok(words)) => untrack(|| filling(desk, words)),
    })
}

/// What is being filled in.
#[derive(Clone, Copy)]
struct Filling {
    desk: Desk<ResponseWords>,
    sheet: StoredValue<QuestionnaireWords>,
    answered: RwSignal<Answered>,
}

fn filling(desk: Desk<ResponseWords>, words: QuestionnaireWords) -> AnyView {
    let answered: Answered = desk.words.with_untracked(|response| {
        let values = |link: &String| {
            let answer = response.answers.iter().find(|answer| answer.link == *link);
            answer.map(|answer| answer.values.clone()).unwrap_or_default()
        };
        words.items.iter().map(|item| values(&item.link)).collect()
    });
    let name = words.name.clone();
    let staff = if words.is_for_staff_alone() { for_staff() } else { nothing() };
    let filling = Filling { desk, sheet: StoredValue::new(words), answered: RwSignal::new(answered) };
    let asked = Memo::new(move |_| {
        filling.answered.with(|answered| filling.sheet.with_value(|sheet| sheet.asked(answered)))
    });
    let questions = follow(move || {
        let asked = asked.get();
        untrack(|| {
            let each = (0..asked.len()).filter(|at| asked[*at]).map(|at| filling.question(at));
            each.collect::<Vec<AnyView>>().into_any()
        })
    });
    let fields = vec![
        own("lead", name),
        staff,
        lead(say!(scores.fill_lead)),
        questions,
        filling.sum(),
        desk.when_fields(),
        desk.words.with_untracked(|words| own("soft", words.copyright.clone())),
    ];
    let problem = |words: &ResponseWords| words.answers.is_empty().then(|| say!(scores.problem.answers));
    form_then(desk, say!(scores.fill_in), fields, problem, kept(desk))
}

/// Once the answers are kept: the score they make, then back.
fn kept(desk: Desk<ResponseWords>) -> Tap {
    let (keeper, screens) = (expect_keeper(), expect_screens());
    Tap::from(move || {
        let (id, answers) = (desk.id(), desk.words.get_untracked());
        spawn_local(async move {
            // Without it the sum still stands with the answers.
            let _ = keep_score(keeper, id, answers).await;
            screens.back();
        });
    })
}

/// Of a sheet that staff alone may score.
fn for_staff() -> AnyView {
    let open = button(say!(scores.staff_help), || help_now::open(Topic::Ill)).piece();
    view! {
        <div class="notice notice-decision" role="note">
            <div class="notice-body">{title(say!(scores.staff_title))}{plain(say!(scores.staff_why))}{open}</div>
        </div>
    }
    .into_any()
}

impl Filling {
    fn question(self, at: usize) -> AnyView {
        let item = self.sheet.with_value(|sheet| sheet.items[at].clone());
        let several = item.several;
        let offered: Vec<String> = choices(&item).into_iter().map(|(value, _)| value).collect();
        let known = offered.clone();
        let choose = move |place: usize| {
            let Some(value) = offered.get(place).cloned() else { return };
            self.put(at, true, move |answer| match answer.iter().position(|one| *one == value) {
                Some(there) if several => drop(answer.remove(there)),
                _ if several => answer.push(value),
                _ => *answer = vec![value],
            });
            self.help_first(at);
        };
        let typed = move |words: String| {
            let (words, known) = (words.trim().to_owned(), known.clone());
            self.put(at, false, move |answer| {
                answer.retain(|one| several && known.contains(one));
                if !words.is_empty() {
                    answer.push(words);
                }
            });
        };
        let help = if item.safety { self.help_note(at) } else { nothing() };
        let answer = move || self.answered.with(|answered| answered.get(at).cloned().unwrap_or_default());
        let asked =
            Question { at, item, answer: answer.into(), on_choose: choose.into(), on_words: typed.into() };
        group([question(asked), help])
    }

    fn put(self, at: usize, tapped: bool, change: impl FnOnce(&mut Vec<String>)) {
        self.answered.update(|answered| {
            if let Some(answer) = answered.get_mut(at) {
                change(answer);
            }
        });
        let (answers, sum) = self.as_kept();
        let keep = move |words: &mut ResponseWords| {
            words.answers = answers;
            (words.hundredths, words.weighed) = match sum {
                Sum::Of(hundredths, count) => (Some(hundredths), count as u16),
                Sum::None | Sum::Missing(_) => (None, 0),
            };
        };
        if tapped { self.desk.chosen(keep) } else { self.desk.typed(keep) }
    }

    /// The answers to what is asked, in words and as the file calls them, and the sum.
    fn as_kept(self) -> (Vec<Answer>, Sum) {
        let answered = self.answered.get_untracked();
        self.sheet.with_value(|sheet| {
            let asked = sheet.asked(&answered);
            let items = sheet.items.iter().zip(&answered).zip(asked);
            let given = items
                .filter(|((item, answer), asked)| *asked && takes_answer(item.kind) && !answer.is_empty());
            let answers = given.map(|((item, answer), _)| {
                let offered = choices(item);
                let in_words = |value: &String| {
                    offered.iter().find(|(known, _)| known == value).map(|(_, words)| words.clone())
                };
                Answer {
                    link: item.link.clone(),
                    question: question_words(&item.prefix, &item.text),
                    words: answer
                        .iter()
                        .map(|value| in_words(value).unwrap_or_else(|| value.clone()))
                        .collect(),
                    values: answer.clone(),
                }
            });
            (answers.collect(), sheet.sum(&answered))
        })
    }

    fn calls_for_help(self, at: usize) -> bool {
        self.answered.with(|answered| {
            let alone: Answered = answered
                .iter()
                .enumerate()
                .map(|(place, answer)| if place == at { answer.clone() } else { Vec::new() })
                .collect();
            self.sheet.with_value(|sheet| sheet.calls_for_help(&alone))
        })
    }

    fn help_first(self, at: usize) {
        if untrack(|| self.calls_for_help(at)) {
            help_now::open(Topic::Hurt);
        }
    }

    fn help_note(self, at: usize) -> AnyView {
        let calls = Memo::new(move |_| self.calls_for_help(at));
        follow(move || match calls.get() {
            false => nothing(),
            true => {
                let open = button(say!(scores.help), || help_now::open(Topic::Hurt)).piece();
                view! {
                    <div class="notice notice-decision" role="note">
                        <div class="notice-body">{title(say!(scores.help_title))}{plain(say!(scores.help_why))}{open}</div>
                    </div>
                }
                .into_any()
            }
        })
    }

    fn sum(self) -> AnyView {
        let sum = Memo::new(move |_| {
            self.answered.with(|answered| match self.sheet.with_value(|sheet| sheet.sum(answered)) {
                Sum::Of(hundredths, count) => Some((hundredths, count)),
                Sum::None | Sum::Missing(_) => None,
            })
        });
        let instrument = self.sheet.with_value(|sheet| sheet.instrument);
        follow(move || match sum.get() {
            None => nothing(),
            Some((hundredths, count)) => {
                let band = band_words(instrument, hundredths);
                group([
                    plain(say!(scores.sum, sum = score_words(hundredths), count = count)),
                    if band.is_empty() { nothing() } else { plain(band) },
                    soft(say!(scores.no_diagnosis)),
                ])
            }
        })
    }
}
