//! Spanish before a journal is open: chosen by hand on Start, kept on the owner's device, not on a shared one; words
//! are offered in it; the open journal is in English and says so.

use serde_json::{Value, json};
use stories::{Page, Role, Story};

use super::accessibility::{axe, look};

const SPANISH: &str = "Español (aún sin revisar)";
const COUNT: usize = 6;

/// The languages of the page and of the screen within it.
fn languages(page: &Page) -> Value {
    page.script("return [document.documentElement.lang, document.getElementById('app').lang];", Vec::new())
}

/// From Start in Spanish to Create, filled with words on offer; gives them.
fn fill_create(story: &Story, device: &str) -> String {
    let page = story.page();
    page.press("Crear un diario");
    page.press(device);
    page.press("Sugerir una");
    page.has(Role::Button, "Sugerir otra");
    let offered = page.until("offered words", || {
        let words = page.value("Frase de acceso");
        Ok((words.split(' ').count() == COUNT).then_some(words))
    });
    story.canaries().watch(&offered);
    page.holds("Frase de acceso otra vez", &offered);
    page.press_role(Role::Checkbox, "Nadie puede restablecerla por mí");
    offered
}

/// The words as somebody types them who learned to write: with accents, which do not count.
fn with_accents(words: &str) -> String {
    words.to_uppercase().replace('A', "á").replace('O', "Ó").replace(' ', "-")
}

#[test]
fn spanish_is_spoken_until_the_journal_opens_and_again_when_it_locks() {
    Story::tell(|story| {
        let page = story.page();
        page.has(Role::Button, "Create a journal");
        assert_eq!(languages(&page), json!(["en", ""]));
        page.press(SPANISH);
        page.has(Role::Button, "Crear un diario");
        page.sees("Más adelante en español.");
        assert_eq!(languages(&page), json!(["es", ""]));
        page.until("the focus on the language chosen", || {
            Ok((page.focused().is_some_and(|(_, name)| name == SPANISH)).then_some(()))
        });
        let offered = fill_create(story, "Mío");
        page.press("Crear diario");
        page.has(Role::Button, "Log an urge");
        // Help now follows the page; what is read aloud is English, and marked so.
        assert_eq!(languages(&page), json!(["es", "en"]));
        story.restart();
        let page = story.page();
        page.has(Role::Button, "Desbloquear");
        assert_eq!(languages(&page), json!(["es", ""]));
        page.fill("Frase de acceso", "ninguna de estas");
        page.press("Desbloquear");
        page.sees("Esa frase de acceso no abrió este diario.");
        page.fill("Frase de acceso", &with_accents(&offered));
        page.press("Desbloquear");
        page.has(Role::Button, "Log an urge");
        page.press("Lock");
        page.has(Role::Button, "Desbloquear");
        page.press("English");
        page.has(Role::Button, "Unlock");
        assert_eq!(languages(&page), json!(["en", ""]));
    });
}

#[test]
fn a_shared_device_speaks_it_until_the_page_is_loaded_again() {
    Story::tell(|story| {
        story.page().press(SPANISH);
        fill_create(story, "Compartido");
        story.page().press("Crear diario");
        story.page().has(Role::Button, "Log an urge");
        story.page().press("Lock");
        story.page().has(Role::Button, "Desbloquear");
        story.restart();
        story.page().has(Role::Button, "Unlock");
    });
}

#[test]
fn chosen_in_the_settings_it_waits_for_the_lock_screen() {
    Story::tell(|story| {
        let page = story.page();
        let passphrase = story.passphrase();
        page.create_journal(&passphrase, stories::Device::Mine);
        page.press("Settings");
        page.press(SPANISH);
        page.sees("Inside, the journal is in English for now.");
        page.has(Role::Heading, "Settings");
        assert_eq!(languages(&page), json!(["es", "en"]));
        page.press("Lock");
        page.has(Role::Button, "Desbloquear");
    });
}

#[test]
fn no_screen_in_spanish_breaks_a_rule_that_axe_knows() {
    let axe = axe();
    Story::tell_in_chromium(|story| {
        let mut wrong = Vec::new();
        let page = story.page();
        page.press(SPANISH);
        page.has(Role::Button, "Crear un diario");
        look(story, &axe, "Start", &mut wrong);
        fill_create(story, "Mío");
        look(story, &axe, "Create", &mut wrong);
        page.press("Crear diario");
        page.has(Role::Button, "Log an urge");
        look(story, &axe, "Today", &mut wrong);
        page.press("Settings");
        page.has(Role::Heading, "Settings");
        look(story, &axe, "Settings", &mut wrong);
        page.press("Lock");
        page.has(Role::Button, "Desbloquear");
        look(story, &axe, "Lock screen", &mut wrong);
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    });
}
