//! Help now, which stands in the first page beside the screen (`xtask/src/build/help`): opening it at one topic.

use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement};

use super::dom;

/// A topic, by the name the page knows it by (`data-topic`).
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Topic {
    /// Somebody does not wake up.
    Wake,
    /// Hurting oneself.
    Hurt,
    /// Very ill after using or stopping.
    Ill,
    /// Panic.
    Panic,
}

impl Topic {
    fn selector(self) -> &'static str {
        match self {
            Self::Wake => "[data-topic=wake]",
            Self::Hurt => "[data-topic=hurt]",
            Self::Ill => "[data-topic=ill]",
            Self::Panic => "[data-topic=panic]",
        }
    }
}

/// Opens Help now at that topic, as it stands in the page's language and for this device. The emergency number is on
/// top of it.
pub fn open(topic: Topic) {
    let Some(help) = opened() else { return };
    let Ok(found) = help.query_selector_all(topic.selector()) else { return };
    let each = (0..found.length()).filter_map(|at| found.item(at)?.dyn_into::<Element>().ok());
    let Some(topic) = each.into_iter().find(is_offered) else { return };
    open_up_to(&topic);
    focus_head(&topic);
}

/// Whether it belongs to the topics of this language and device, even while what it stands in is closed.
fn is_offered(topic: &Element) -> bool {
    let list = topic.closest(".topics-mine, .topics-shared").ok().flatten();
    list.is_some_and(|list| list.client_height() > 0)
}

fn open_up_to(topic: &Element) {
    let mut next = Some(topic.clone());
    while let Some(element) = next {
        let _ = element.set_attribute("open", "");
        next = element.parent_element().and_then(|parent| parent.closest(".topic").ok().flatten());
    }
}

/// Opens Help now at its beginning: the emergency number, the topics, and people who listen.
pub fn open_page() {
    if let Some(help) = opened() {
        focus_head(&help);
    }
}

/// Help now, open. The page hears of it at once, not with the browser's next task: it then knows whose device this is.
fn opened() -> Option<HtmlElement> {
    let help = dom::by_id("help")?;
    help.set_attribute("open", "").ok()?;
    help.dispatch_event(&Event::new("toggle").ok()?).ok()?;
    Some(help)
}

/// Closes Help now. The page hears of it at once: what stands behind can take the focus.
pub fn close() {
    let Some(help) = dom::by_id("help") else { return };
    let _ = help.remove_attribute("open");
    if let Ok(turned) = Event::new("toggle") {
        let _ = help.dispatch_event(&turned);
    }
}

/// Whether it is open.
pub fn is_open() -> bool {
    dom::by_id("help").is_some_and(|help| help.has_attribute("open"))
}

/// The place in it for what is the owner's own, in that language of the page.
pub fn own_place(language: &str) -> Option<Element> {
    let pages = dom::by_id("help")?.query_selector_all(".help-page").ok()?;
    let mut pages = (0..pages.length()).filter_map(|at| pages.item(at)?.dyn_into::<Element>().ok());
    let page = pages.find(|page| page.get_attribute("lang").as_deref() == Some(language))?;
    page.query_selector(".help-own").ok().flatten()
}

fn focus_head(details: &Element) {
    if let Some(head) = details.first_element_child().and_then(|head| head.dyn_into::<HtmlElement>().ok()) {
        dom::focus(&head);
    }
}
