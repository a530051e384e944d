//! Changing the passphrase: the new words open the journal and the old ones do not; words made by us count in any case
//! from then on; stopping or a power cut leaves the old or the new.

use stories::{Device, Page, Role, Story};

const WRONG: &str = "That passphrase did not open this journal.";

fn go_to_change(page: &Page<'_>) {
    page.go_to_settings();
    page.press("Change passphrase");
    page.has(Role::Heading, "Change passphrase");
}

/// From the form to the last step, without a sheet.
fn go_on_without_a_sheet(page: &Page<'_>) {
    page.press_until("Go on", "Go on without a sheet");
    page.press("Go on without a sheet");
    page.sees("Without a sheet, a forgotten passphrase locks the journal for good.");
    page.press("Change it without a sheet");
}

#[test]
fn the_new_words_open_the_journal_and_the_old_ones_do_not() {
    Story::tell_in_chromium(|story| {
        let (old, new, writing) = (story.passphrase(), story.passphrase(), story.writing());
        let page = story.page();
        page.create_journal(&old, Device::Mine);
        page.write_entry(&writing);
        go_to_change(&page);

        page.press("Go on");
        page.sees("No passphrase was given.");
        page.fill("Current passphrase", &story.passphrase());
        page.press_until("Go on", "Please choose a passphrase first.");
        page.fill("New passphrase", &new);
        page.fill("New passphrase again", "another");
        page.press_until("Go on", "The two do not match yet.");
        page.paste("New passphrase again", &new);
        go_on_without_a_sheet(&page);
        page.sees(WRONG);
        page.holds("Current passphrase", "");
        page.fill("Current passphrase", &old);
        go_on_without_a_sheet(&page);
        page.sees("Your new passphrase works.");
        page.sees("The old one does not.");
        page.press("Done");
        page.go_to_journal();
        page.sees(&writing.title);

        page.lock();
        page.try_unlock(&old);
        page.sees(WRONG);
        page.unlock(&new);
        page.sees(&writing.title);
        let more = story.writing();
        page.write_entry(&more);
        page.lock();
        page.unlock(&new);
        page.press_about(&more.title);
        page.sees(&more.text);
    });
}

#[test]
fn offered_words_open_the_journal_in_any_case_after_the_change() {
    Story::tell_in_chromium(|story| {
        let old = story.passphrase();
        let page = story.page();
        page.create_journal(&old, Device::Mine);
        go_to_change(&page);
        page.fill("Current passphrase", &old);
        page.press("Suggest one");
        let offered = page.until("words on offer", || {
            let words = page.value("New passphrase");
            Ok((words.split(' ').count() > 4).then_some(words))
        });
        story.canaries().watch(&offered);
        go_on_without_a_sheet(&page);
        page.sees("Your new passphrase works.");
        page.press("Done");
        page.press("Lock");
        page.unlock(&offered.to_uppercase().replace(' ', "-"));

        // And back to words of one's own, which count as they are.
        go_to_change(&page);
        page.fill("Current passphrase", &offered.to_uppercase());
        page.fill("New passphrase", &old);
        page.fill("New passphrase again", &old);
        go_on_without_a_sheet(&page);
        page.sees("Your new passphrase works.");
        page.press("Done");
        page.press("Lock");
        page.try_unlock(&old.to_uppercase());
        page.sees(WRONG);
        page.unlock(&old);
    });
}

#[test]
fn a_power_cut_leaves_the_old_words_or_the_new() {
    Story::tell_in_chromium(|story| {
        let (mut now, writing) = (story.passphrase(), story.writing());
        story.page().create_journal(&now, Device::Mine);
        story.page().write_entry(&writing);
        for _ in 0..3 {
            let next = story.passphrase();
            let page = story.page();
            go_to_change(&page);
            page.fill("Current passphrase", &now);
            page.fill("New passphrase", &next);
            page.fill("New passphrase again", &next);
            go_on_without_a_sheet(&page);
            page.has(Role::Heading, "Changing the passphrase");
            story.kill_and_restart();
            let page = story.page();
            page.try_unlock(&now);
            let old_opens = page.until("the journal, or that it did not open", || {
                let text = page.text();
                let opened = page.count(Role::Button, "Log an urge")? > 0;
                Ok((opened || text.contains(WRONG)).then_some(opened))
            });
            if !old_opens {
                page.unlock_to_today(&next);
                now = next;
            }
            page.go_to_journal();
            page.press_about(&writing.title);
            page.sees(&writing.text);
        }
    });
}
