//! The browser dies by SIGKILL, as at a power cut: while saving, no acknowledged save is lost and the journal opens; while
//! typing, at most the last five seconds are.

use serde_json::json;
use stories::{Device, Page, Role, Story, Writing, cases, proved};

/// Presses Save some milliseconds after this has answered; or answers so many after it was pressed, with whether the
/// screen has acknowledged it: the editor is gone.
const SAVE: &str = "
    const [moment, done] = arguments;
    const press = () => [...document.querySelectorAll('main button')]
        .find((button) => button.textContent.trim() === 'Save').click();
    if (moment < 0) {
        setTimeout(press, -moment);
        done(false);
    } else {
        press();
        setTimeout(() => done(document.querySelector('main textarea') === null), moment);
    }";

/// Moments of a kill, as seen from the press: from well before it to well after it, as killing itself takes a while.
fn moment(kill: usize) -> i64 {
    (kill * 37 % 150) as i64 - 90
}

/// Opens the journal. A draft that was kept is saved: says whether there was one.
fn open_again(page: &Page, passphrase: &str) -> bool {
    page.try_unlock(passphrase);
    let has_draft = page.until("the journal, or what was being written", || {
        let (save, today) = (page.count(Role::Button, "Save")?, page.count(Role::Button, "Log an urge")?);
        Ok((save + today > 0).then_some(save > 0))
    });
    if has_draft {
        page.save();
    }
    page.go_to_journal();
    has_draft
}

/// How many entries hold a word, once there are so many at least.
fn found(page: &Page, word: &str, at_least: usize) -> usize {
    page.fill("Search", word);
    page.until(&format!("{at_least} entries to be found"), || {
        let text = page.text();
        let before = text.split(" found.").next().unwrap_or_default();
        let number =
            before.rsplit('\n').next().and_then(|line| line.split(' ').next()?.parse::<usize>().ok());
        Ok(number.filter(|number| *number >= at_least))
    })
}

#[test]
fn no_acknowledged_save_is_lost_when_the_browser_is_killed_while_saving() {
    Story::tell_in_chromium(|story| {
        let (passphrase, word) = (story.passphrase(), story.canaries().word("often"));
        story.page().create_journal(&passphrase, Device::Mine);
        let of = |title: String| Writing { title, ..Writing::default() };
        let (mut there, mut landed) = (0, 0);
        let kills = cases(5, 1_000);
        for kill in 0..kills {
            story.page().write_entry(&of(format!("{word} {kill}")));
            story.page().begin_entry(&of(format!("{word} amid {kill}")));
            let mut acknowledged = false;
            let moment = vec![json!(moment(kill))];
            story.kill_amid(|page| acknowledged = page.script_async(SAVE, moment) == json!(true));
            let drafts = usize::from(open_again(&story.page(), &passphrase));
            let least = there + 1 + usize::from(acknowledged) + drafts;
            let now = found(&story.page(), &word, least);
            assert!(now <= there + 2, "{now} entries after kill {kill}, of which {there} were there before");
            landed += usize::from(now == there + 2 && drafts == 0);
            story.page().empty("Search");
            there = now;
        }
        println!("{landed} of {kills} saves had landed");
        proved(11, "SIGKILLs while saving", kills);
    });
}

/// Types a number every 50 ms, and remembers when.
const TYPE: &str = "
    const field = document.querySelector('main textarea');
    const { set } = Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value');
    window.storyTyped = [];
    setInterval(() => {
        window.storyTyped.push(performance.now());
        set.call(field, `${field.value}${window.storyTyped.length} `);
        field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    }, 50);";

#[test]
fn at_most_five_seconds_of_typing_are_lost_when_the_browser_is_killed() {
    Story::tell_in_chromium(|story| {
        let passphrase = story.passphrase();
        story.page().create_journal(&passphrase, Device::Mine);
        let (kills, mut worst) = (cases(1, 50), 0.0_f64);
        for kill in 0..kills {
            story.page().begin_entry(&Writing { text: story.canaries().word("typed"), ..Writing::default() });
            story.page().paste("Entry", "");
            story.page().script(TYPE, Vec::new());
            let typed = || story.page().script("return [performance.now(), storyTyped]", Vec::new());
            // Six seconds and more, so that all is lost where nothing is ever kept.
            let enough = 120 + kill * 7 % 80;
            story.page().until("a good while of typing", || {
                Ok(typed()[1].as_array().is_some_and(|times| times.len() > enough).then_some(()))
            });
            let mut last = json!([]);
            story.kill_amid(|page| last = page.script("return [performance.now(), storyTyped]", Vec::new()));
            story.page().unlock_into_draft(&passphrase);
            let kept = story.page().value("Entry").split_whitespace().count();
            let times: Vec<f64> = serde_json::from_value(last[1].clone()).expect("times");
            assert!(kept > 0 && kept <= times.len() + 40, "{kept} of {}", times.len());
            let lost = times.get(kept).map_or(0.0, |first_lost| last[0].as_f64().unwrap_or(0.0) - first_lost);
            assert!(lost <= 5_000.0, "{lost} ms of typing were lost");
            worst = worst.max(lost);
            story.page().save();
            story.page().go_to_journal();
        }
        println!("{worst} ms were lost at most");
        proved(13, "SIGKILLs while typing", kills);
        proved(13, "most typing lost, in ms", worst as usize);
    });
}
