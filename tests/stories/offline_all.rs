//! After one visit everything works without a connection.

use stories::{Device, Role, Story};

#[test]
fn a_journal_is_made_written_locked_and_opened_without_a_connection() {
    Story::tell_in_chromium(|story| {
        story.page().works_offline();
        story.stop_server();
        story.reload();
        let (passphrase, writing) = (story.passphrase(), story.writing());
        story.page().create_journal(&passphrase, Device::Mine);
        story.page().write_entry(&writing);
        story.page().lock();
        story.page().unlock(&passphrase);
        story.page().sees(&writing.title);
        story.restart();
        story.page().unlock(&passphrase);
        story.page().press_about(&writing.title);
        story.page().sees(&writing.text);
        story.page().press("Settings");
        story.page().has(Role::Heading, "Settings");
    });
}

#[test]
fn what_is_loaded_only_when_it_is_needed_is_there_too() {
    Story::tell_in_chromium(|story| {
        story.page().works_offline();
        story.stop_server();
        // No reload: the page that was loaded from the server goes on offline as well.
        let page = story.page();
        page.press("Create a journal");
        page.press("Mine");
        page.press("Suggest one");
        let offered = page.until("five words", || {
            let words = page.value("Passphrase");
            Ok((words.split(' ').count() == 5).then_some(words))
        });
        story.canaries().watch(&offered);
        let own = story.passphrase();
        page.empty("Passphrase");
        page.fill("Passphrase", &own);
        page.sees("Strong enough.");
    });
}

#[test]
fn only_files_of_the_site_are_answered_and_kept() {
    const ASK: &str = "
        const done = arguments[arguments.length - 1];
        const ask = (path, options) => fetch(path, options).then((answer) => answer.status, () => 'no answer');
        Promise.all([ask('manifest.webmanifest'), ask('files.json'), ask('nothing.js'), ask('manifest.webmanifest', { method: 'HEAD' })])
            .then(done);";
    Story::tell_in_chromium(|story| {
        story.page().works_offline();
        let online = story.page().script_async(ASK, Vec::new());
        assert_eq!(online, serde_json::json!([200, 200, 404, 200]));
        story.stop_server();
        let offline = story.page().script_async(ASK, Vec::new());
        assert_eq!(offline, serde_json::json!([200, "no answer", "no answer", "no answer"]));
        // What could not be fetched is told in the console by the browser itself.
        story.tolerate("ERR_CONNECTION_REFUSED");
        story.tolerate("404");
        story.tolerate("request: HEAD");
    });
}
