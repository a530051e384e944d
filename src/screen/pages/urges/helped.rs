//! What helped: in own words, and how often what was done. Counts only; nothing is weighed against anything here.

use leptos::prelude::*;

use crate::screen::components::{card, follow_if, group, nothing, own, plain, soft};
use crate::screen::pages::urge::{Known, words};
use crate::screen::words::say;

/// So many of each are shown.
const MOST: usize = 4;

/// The card, where there is something to show.
pub fn helped(known: Known) -> AnyView {
    let some =
        Memo::new(move |_| known.with(|earlier| !earlier.helped.is_empty() || !earlier.families.is_empty()));
    follow_if(move || {
        some.get().then(|| card("helped-card", say!(urges.helped), [own_words(known), counts(known)]))
    })
}

fn own_words(known: Known) -> AnyView {
    let helped: Vec<String> = known.with(|earlier| earlier.helped.iter().take(MOST).cloned().collect());
    if helped.is_empty() {
        return nothing();
    }
    let each: Vec<AnyView> = helped.into_iter().map(|words| own("own-line", words)).collect();
    group([soft(say!(urges.helped_words)), each.into_any()])
}

fn counts(known: Known) -> AnyView {
    let (families, of, read) = known.with(|earlier| {
        let families: Vec<_> = earlier.families.iter().take(MOST).copied().collect();
        (families, earlier.with_coping, earlier.count)
    });
    if families.is_empty() {
        return nothing();
    }
    let each = families.into_iter().map(|(family, times)| {
        let words = say!(urges.count, what = words::family(family), times = times);
        view! { <li>{words}</li> }.into_any()
    });
    let each: Vec<AnyView> = each.collect();
    let list = view! { <ul class="counts">{each}</ul> };
    group([
        plain(counted(of)),
        list.into_any(),
        if of > 1 { soft(say!(urges.helped_scope, count = read)) } else { nothing() },
    ])
}

fn counted(urges: u32) -> String {
    match urges {
        1 => say!(urges.helped_counts_one).to_owned(),
        urges => say!(urges.helped_counts_many, count = urges),
    }
}
