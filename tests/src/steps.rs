//! What people do in many stories, in the words of the screen.

use crate::{Page, Role, Story};

/// What a person answers to "This device is".
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Device {
    /// Only they use it.
    Mine,
    /// Others use it too.
    Shared,
    /// Lent for a while.
    Borrowed,
}

/// What a person writes into the editor; empty fields are left alone.
#[derive(Clone, Default, Debug)]
pub struct Writing {
    /// Into "Title".
    pub title: String,
    /// Into "Entry".
    pub text: String,
    /// Into "Tags".
    pub tags: String,
    /// One of the cells of "Mood".
    pub mood: Option<u8>,
}

impl Page<'_> {
    /// From Start to the Journal.
    pub fn create_journal(&self, passphrase: &str, device: Device) {
        self.create_to_today(passphrase, device);
        self.go_to_journal();
    }

    /// From Start to Today.
    pub fn create_to_today(&self, passphrase: &str, device: Device) {
        self.press("Create a journal");
        self.fill_create(passphrase, device);
        self.press("Create journal");
        self.has(Role::Button, "Log an urge");
    }

    /// From Today to the Journal.
    pub fn go_to_journal(&self) {
        self.press_role(Role::Button, "Journal");
        self.has(Role::Heading, "Journal");
    }

    /// Fills in Create and presses nothing.
    pub fn fill_create(&self, passphrase: &str, device: Device) {
        self.press(match device {
            Device::Mine => "Mine",
            Device::Shared => "Shared",
            Device::Borrowed => "Borrowed",
        });
        self.fill("Passphrase", passphrase);
        self.fill("Passphrase again", passphrase);
        self.press_role(Role::Checkbox, "Nobody can reset this for me");
    }

    /// From any room to Settings, by way of Today, where a phone has them.
    pub fn go_to_settings(&self) {
        self.press_role(Role::Button, "Today");
        self.press_role(Role::Button, "Settings");
        self.has(Role::Heading, "Settings");
    }

    /// From Settings through the screens of the ways in and back to Settings, having changed nothing.
    pub fn tour_of_the_ways_in(&self, mut look: impl FnMut(&str)) {
        self.press("Make a recovery sheet");
        self.has(Role::Button, "Show the sheet");
        look("Recovery sheet, before");
        self.press("Show the sheet");
        self.has(Role::Button, "I have kept it");
        look("Recovery sheet");
        self.press("Copy by hand");
        self.fill("Line 1", "00");
        self.fill("Line 2", "0");
        self.sees("Look again at line 1.");
        look("Recovery sheet, typed back");
        self.press("Back");
        self.press("Change passphrase");
        self.has(Role::Button, "Go on");
        look("Change passphrase");
        self.press("Back");
        self.has(Role::Heading, "Settings");
    }

    /// From any room through the screens about urges, with every row of the form open, and back to that of Urges. One
    /// urge of 8 is saved on the way.
    pub fn tour_of_urges(&self, person: &str, mut look: impl FnMut(&str)) {
        self.press_role(Role::Button, "Urges");
        self.has(Role::Button, "Ride it out");
        look("Urges");
        self.press("Coming back to me");
        self.has(Role::Heading, "What has come back");
        look("Coming back to me");
        self.press("Add one");
        self.has(Role::Textbox, "Words");
        look("A reason");
        self.press("Back");
        self.press("Back");
        self.press("Add");
        self.fill("Name", person);
        self.fill("Phone number", "020 7946 0958");
        look("A person to call");
        self.press("Keep");
        self.has(Role::Link, &format!("Call {person}"));
        self.press("Log an urge");
        for row in ["What set it off?", "What did you do?", "How did it end?", "More"] {
            self.press_about(row);
        }
        self.press_role(Role::Checkbox, "The body");
        self.press_role(Role::Checkbox, "Waited");
        self.press_role(Role::Radio, "I used");
        self.fill("How long, in minutes", "20");
        look("Urge, all of it");
        self.press("Back");
        self.press("Ride it out");
        self.press_role(Role::Radio, "8");
        self.press_about("Breathe with a line");
        self.press_about("Five senses, one by one");
        look("Ride it out");
        self.press("How is it now?");
        self.until("the scale of the second number", || {
            Ok((self.count(Role::Radiogroup, "How strong is it now?")? > 0).then_some(()))
        });
        self.script("document.getElementById('after-8').click()", Vec::new());
        self.sees("Still strong. That happens.");
        look("Ride it out, still strong");
        self.press("Save");
        self.has(Role::Button, "Ride it out");
        look("Urges, with some");
        self.press_about("Urge, 8 of 10");
        self.has(Role::Button, "Edit");
        look("Urge, read, all of it");
        self.press_role(Role::Button, "Urges");
        self.has(Role::Button, "Ride it out");
    }

    /// From the lock screen through the screens for whoever forgot the passphrase, and back.
    pub fn tour_of_the_lock_screen(&self, mut look: impl FnMut(&str)) {
        self.press("Use the recovery sheet");
        self.has(Role::Textbox, "Line 1");
        look("Use the recovery sheet");
        self.press("Back");
        for _ in 0..3 {
            self.try_unlock("no passphrase of anything");
            self.sees("That passphrase did not open this journal.");
        }
        self.has(Role::Button, "What if I have none");
        look("Lock screen, three misses");
        self.press("What if I have none");
        self.has(Role::Heading, "If you have no sheet");
        look("If you have no sheet");
        self.press("Back");
    }

    /// From the lock screen to the Journal.
    pub fn unlock(&self, passphrase: &str) {
        self.unlock_to_today(passphrase);
        self.go_to_journal();
    }

    /// From the lock screen to Today.
    pub fn unlock_to_today(&self, passphrase: &str) {
        self.try_unlock(passphrase);
        self.has(Role::Button, "Log an urge");
    }

    /// From the lock screen back into the editor that was open.
    pub fn unlock_into_draft(&self, passphrase: &str) {
        self.try_unlock(passphrase);
        self.has(Role::Button, "Save");
    }

    /// Types a passphrase at the lock screen and presses "Unlock".
    pub fn try_unlock(&self, passphrase: &str) {
        self.fill("Passphrase", passphrase);
        self.press("Unlock");
    }

    /// Waits until the page would work without a connection: the service worker answers for it, and takes over only
    /// once it has every file.
    pub fn works_offline(&self) {
        self.until("the service worker to answer for the page", || {
            let state = self.script("return navigator.serviceWorker.controller?.state ?? ''", Vec::new());
            Ok((state == "activated").then_some(()))
        });
    }

    /// From any open screen to the lock screen.
    pub fn lock(&self) {
        self.press("Lock");
        self.has(Role::Button, "Unlock");
    }

    /// From the list to a saved entry, back in the list.
    pub fn write_entry(&self, writing: &Writing) {
        self.begin_entry(writing);
        self.save();
    }

    /// From the editor back to where it was opened from.
    pub fn save(&self) {
        self.press("Save");
        self.lacks(Role::Textbox, "Entry");
        self.sees("Saved");
    }

    /// From the list to an editor that holds something.
    pub fn begin_entry(&self, writing: &Writing) {
        self.press_role(Role::Button, "New entry");
        for (label, text) in [("Title", &writing.title), ("Entry", &writing.text), ("Tags", &writing.tags)] {
            if !text.is_empty() {
                self.fill(label, text);
            }
        }
        if let Some(mood) = writing.mood {
            self.press_role(Role::Radio, &mood.to_string());
        }
    }
}

impl Story {
    /// A passphrase that opens nothing else.
    pub fn passphrase(&self) -> String {
        self.canaries().word("passphrase")
    }

    /// Something to write: every field has a canary of its own.
    pub fn writing(&self) -> Writing {
        let canaries = self.canaries();
        Writing {
            title: format!("On {}", canaries.word("title")),
            text: format!("Long walk, thinking of {}.", canaries.word("text")),
            tags: canaries.word("tag"),
            mood: Some(7),
        }
    }
}
