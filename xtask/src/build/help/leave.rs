//! Leave quickly: the button, and what it says of itself before it is used for the first time (UX 7). A link, so that
//! it leaves even where no program runs; `src/first.js` covers the page first and tells the screen to lock.

use anyhow::Result;

use super::markup::{element, of_class};
use super::panel::in_language;
use super::texts::Texts;

/// Where it goes: a page of another site, since a page of this one would leave text in memory.
const ELSEWHERE: &str = "https://www.wikipedia.org/";

/// The button, and the note beside it.
pub fn markup(languages: &[Texts]) -> Result<String> {
    let names = languages.iter().map(|texts| Ok(in_language(texts, "span", "", &texts.word("leave")?)));
    let attributes = [
        ("class", "button button-plain bar-button"),
        ("id", "leave"),
        ("role", "button"),
        ("href", ELSEWHERE),
        ("rel", "noreferrer"),
    ];
    let button = element("a", &attributes, &names.collect::<Result<String>>()?);
    let notes = languages.iter().map(note).collect::<Result<String>>()?;
    Ok(button + &element("div", &[("class", "leave-note"), ("id", "leave-note"), ("hidden", "")], &notes))
}

fn note(texts: &Texts) -> Result<String> {
    let title = of_class("h2", "card-title", &texts.word("leave")?);
    let says = ["leave_does", "leave_not", "leave_shift", "leave_next"];
    let says = says.iter().map(|id| Ok(element("p", &[], &texts.word(id)?))).collect::<Result<String>>()?;
    let button = |class: &str, what: &str, id: &str| {
        let attributes = [("class", class), ("type", "button"), ("data-leave", what)];
        Ok::<_, anyhow::Error>(element("button", &attributes, &texts.word(id)?))
    };
    let actions = button("button button-main", "now", "leave_now")?
        + &button("button button-plain", "close", "leave_close")?;
    let inside = title + &says + &of_class("div", "actions", &actions);
    let card = element(
        "div",
        &[("class", "leave-card"), ("role", "dialog"), ("aria-label", &texts.word("leave")?)],
        &inside,
    );
    Ok(in_language(texts, "div", "", &card))
}
