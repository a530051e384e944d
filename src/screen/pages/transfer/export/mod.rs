//! Export: the journal in the clear, as one file. What goes into it is shown first, exactly; what it leaves behind is
//! named.

mod course;

use exchange::porter::Form;
use leptos::prelude::*;

use course::{Course, Made, Step};

use super::kinds::kind_name;
use crate::screen::browser::dates;
use crate::screen::components::{
    Choice, Many, RadioGroup, Shape, back_row, boxed, busy, button, failed, follow, group, heading, lead,
    nothing, plain, problem_note, radio_group, soft,
};
use crate::screen::contexts::expect_screens;
use crate::screen::keeper_link::Progress;
use crate::screen::words::say;
use keeper::protocol::Stage;

const FORMS: [Form; 3] = [Form::Markdown, Form::Json, Form::Tables];

/// The page.
pub(super) fn export() -> AnyView {
    let screens = expect_screens();
    let course = Course::new();
    let body = follow(move || match course.step.get() {
        Step::Asking => soft(say!(transfer.counting)),
        Step::Choose(kinds) => choose(course, &kinds),
        Step::Writing => writing(course),
        Step::Made(made) => shown(course, &made),
        Step::Saved => boxed("stack", [lead(say!(transfer.saved)), plain(say!(transfer.traces_after))]),
        Step::Gone => problem_note(|| Some(say!(transfer.write_failed))),
        Step::Failed(failure) => failed(failure),
    });
    group([back_row(move || screens.back()), heading(say!(transfer.export_name)), body])
}

fn choose(course: Course, kinds: &[(u8, u32)]) -> AnyView {
    let choice = |label: &str, more| Choice { label: label.to_owned(), more };
    let form = radio_group(RadioGroup {
        id: "export-form",
        label: say!(transfer.form),
        choices: vec![
            choice(say!(transfer.form_markdown), say!(transfer.form_markdown_more)),
            choice(say!(transfer.form_json), say!(transfer.form_json_more)),
            choice(say!(transfer.form_tables), say!(transfer.form_tables_more)),
        ],
        shape: Shape::Cards,
        chosen: (move || course.form.get().and_then(|form| FORMS.iter().position(|one| *one == form))).into(),
        on_choose: (move |at: usize| course.form.set(FORMS.get(at).copied())).into(),
    });
    let toggle = move || course.with_files.update(|with_files| *with_files = !*with_files);
    let files = button(say!(transfer.with_files), toggle).pressed(course.with_files).piece();
    let go = follow(move || match course.form.get() {
        Some(form) => button(say!(transfer.preview), move || course.write(form)).main().piece(),
        None => soft(say!(transfer.choose_form)),
    });
    boxed(
        "stack",
        [
            lead(say!(transfer.export_lead)),
            plain(say!(transfer.traces)),
            form,
            which(course, kinds),
            files,
            go,
        ],
    )
}

fn which(course: Course, kinds: &[(u8, u32)]) -> AnyView {
    let numbers: Vec<u8> = kinds.iter().map(|(kind, _)| *kind).collect();
    let (shown, toggled) = (numbers.clone(), numbers);
    let name = |(kind, records): &(u8, u32)| {
        say!(transfer.kind_count, kind = kind_name(*kind).to_owned(), count = dates::number(*records))
    };
    Many {
        id: "export-kinds",
        label: say!(transfer.take),
        choices: kinds.iter().map(name).collect(),
        chosen: (move || {
            let taken = |at: &usize| course.without.with(|without| !without.contains(&shown[*at]));
            (0..shown.len()).filter(taken).collect::<Vec<_>>()
        })
        .into(),
        on_toggle: (move |at: usize| {
            let kind = toggled[at];
            course.without.update(|without| match without.iter().position(|known| *known == kind) {
                Some(at) => drop(without.remove(at)),
                None => without.push(kind),
            });
        })
        .into(),
    }
    .piece()
}

fn writing(course: Course) -> AnyView {
    let progress = move || {
        let known = course.progress.get();
        known.map(|(done, total)| Progress { stage: Stage::Reading, done, total })
    };
    busy(say!(transfer.writing), progress, move || course.stop())
}

/// What is in the file, before it leaves.
fn shown(course: Course, made: &Made) -> AnyView {
    let files: Vec<AnyView> = made
        .preview
        .iter()
        .map(|(name, text)| {
            view! {
                <h3 class="field-label" dir="auto">{name.clone()}</h3>
                <pre class="transfer-preview" dir="auto" tabindex="0">{text.clone()}</pre>
            }
            .into_any()
        })
        .collect();
    let left_out = match made.left_out {
        0 => nothing(),
        count => plain(say!(transfer.export_left, count = dates::number(count))),
    };
    let kilobytes = dates::number((made.bytes / 1_024 + 1) as u32);
    boxed(
        "stack",
        [
            lead(say!(
                transfer.made,
                records = dates::number(made.records),
                files = dates::number(made.files)
            )),
            plain(say!(transfer.size, kilobytes = kilobytes)),
            left_out,
            soft(say!(transfer.preview_lead)),
            files.into_any(),
            plain(say!(transfer.traces)),
            button(say!(transfer.save_file), move || course.save()).main().piece(),
            button(say!(app.cancel), move || course.stop()).piece(),
        ],
    )
}
