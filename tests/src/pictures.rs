//! The pictures of the README: the built site in headless Chromium with a made-up journal, as a phone and as a desk
//! show it, in both looks.

use std::path::Path;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};
use xtask::serve::Server;

use crate::driver::Driver;
use crate::profile::Profile;
use crate::{Browser, Page, Role, Writing};

/// Name, width, height, and picture points to a point of the page.
const SIZES: [(&str, u32, u32, f64); 2] = [("phone", 390, 844, 1.5), ("desk", 1280, 800, 1.0)];
const LOOKS: [&str; 2] = ["light", "dark"];
/// What is being written in the picture of the editor.
const WRITTEN: (&str, &str, &str, u8) = (
    "After the group",
    "I did say something. It came out crooked, and nobody minded.\n\n- rang M. on the way\n- early night",
    "group, evening",
    8,
);

/// Takes every picture of the site in `dist` and puts them into `folder`, named by screen, size and look.
///
/// # Panics
/// When the site does not do what is shown, or a picture cannot be written.
pub fn take(dist: &Path, folder: &Path) {
    let server = Server::start(dist, 0).unwrap_or_else(|error| panic!("{error:#}"));
    let profile = Profile::fresh();
    let driver = Driver::start(Browser::Chromium, &profile);
    driver.go(&server.origin()).unwrap_or_else(|refusal| panic!("opening the page: {refusal}"));
    let camera = Camera { driver: &driver, folder };
    camera.walk(&Page::new(&driver));
    driver.close();
}

struct Camera<'a> {
    driver: &'a Driver,
    folder: &'a Path,
}

impl Camera<'_> {
    /// Start, then through the rooms of the made-up journal.
    fn walk(&self, page: &Page) {
        page.has(Role::Button, "Create a journal");
        self.take("start");
        page.press("Look around");
        page.has(Role::Button, "Log an urge");
        page.press_role(Role::Button, "Urges");
        page.has(Role::Button, "Ride it out");
        self.take("urges");
        page.press_role(Role::Button, "Support");
        page.has(Role::Button, "All tools");
        self.take("support");
        page.press_role(Role::Button, "Insights");
        page.has(Role::Button, "Make a summary");
        self.take("insights");
        page.go_to_journal();
        self.take("journal");
        let (title, text, tags, mood) = WRITTEN;
        let mood = Some(mood);
        page.begin_entry(&Writing { title: title.into(), text: text.into(), tags: tags.into(), mood });
        page.no_longer_sees("Draft kept on this device.");
        self.take("editor");
        page.press_role(Role::Button, "Today");
        page.has(Role::Button, "Log an urge");
        self.take("today");
    }

    /// The screen as it is now, in every size and look.
    fn take(&self, screen: &str) {
        for (size, width, height, scale) in SIZES {
            let metrics =
                json!({ "width": width, "height": height, "deviceScaleFactor": scale, "mobile": false });
            self.devtools("Emulation.setDeviceMetricsOverride", metrics);
            self.devtools("Emulation.setScrollbarsHidden", json!({ "hidden": true }));
            // From the top, with nothing being typed in.
            let top = "document.activeElement?.blur(); scrollTo({ top: 0, behavior: 'instant' });";
            self.driver.run(top, Vec::new()).unwrap_or_else(|refusal| panic!("going to the top: {refusal}"));
            for look in LOOKS {
                let features = json!([
                    { "name": "prefers-color-scheme", "value": look },
                    { "name": "prefers-reduced-motion", "value": "reduce" },
                ]);
                self.devtools("Emulation.setEmulatedMedia", json!({ "features": features }));
                self.driver.pointer_away().unwrap_or_else(|refusal| panic!("the pointer: {refusal}"));
                let picture = self.devtools("Page.captureScreenshot", json!({ "format": "png" }));
                let picture = STANDARD.decode(picture["data"].as_str().unwrap_or_default()).expect("base64");
                let path = self.folder.join(format!("{screen}-{size}-{look}.png"));
                std::fs::write(&path, picture).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
                println!("{}", path.display());
            }
        }
    }

    fn devtools(&self, method: &str, parameters: Value) -> Value {
        self.driver.devtools(method, parameters).unwrap_or_else(|refusal| panic!("{method}: {refusal}"))
    }
}
