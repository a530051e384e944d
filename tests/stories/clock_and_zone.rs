//! Another zone, another clock, between writing and reading: an entry stays on the day and at the time it was written, and
//! a clock ten years off keeps nobody out.

use std::time::Duration;

use serde_json::json;
use stories::{Device, Page, Role, Story, Writing, proved};

const ZONES: &[&str] = &["Pacific/Kiritimati", "America/Los_Angeles", "Pacific/Pago_Pago", "Europe/Berlin"];

fn written(story: &Story, date: &str, time: &str) -> String {
    let title = story.canaries().word("day");
    let page = story.page();
    page.begin_entry(&Writing { title: title.clone(), ..Writing::default() });
    page.paste("Date", date);
    page.paste("Time", time);
    page.save();
    title
}

fn row(page: &Page, title: &str) -> String {
    page.until("its row", || Ok(page.names(Role::Button).into_iter().find(|name| name.contains(title))))
}

#[test]
fn another_zone_or_a_clock_far_off_moves_no_entry_and_keeps_nobody_out() {
    Story::tell_in_chromium(|story| {
        let passphrase = story.passphrase();
        let zone =
            |zone: &str| story.devtools("Emulation.setTimezoneOverride", json!({ "timezoneId": zone }));
        zone("Europe/Berlin");
        story.page().create_journal(&passphrase, Device::Mine);
        // Around the nights at which Berlin's clocks change; the first time of March does not exist there.
        let moments = [
            ("2025-03-30", "02:30"),
            ("2025-03-30", "23:45"),
            ("2025-10-26", "02:30"),
            ("2025-10-26", "00:05"),
        ];
        let rows: Vec<(String, String)> = moments
            .iter()
            .map(|(date, time)| written(story, date, time))
            .map(|title| (row(&story.page(), &title), title))
            .map(|(row, title)| (title, row))
            .collect();
        let days = story.page().names(Role::Heading);
        for other in ZONES {
            zone(other);
            story.page().lock();
            story.page().unlock(&passphrase);
            for (title, before) in &rows {
                assert_eq!(row(&story.page(), title), *before, "in {other}");
            }
            assert_eq!(story.page().names(Role::Heading), days, "in {other}");
        }
        let ten_years = Duration::from_secs(3_650 * 86_400);
        story.page().put_clock_forward(ten_years);
        story.page().has(Role::Button, "Unlock");
        story.page().unlock(&passphrase);
        story.page().write_entry(&Writing { title: story.canaries().word("ahead"), ..Writing::default() });
        // Back by as much, as a clock that is set right.
        story.page().put_clock_forward(Duration::ZERO);
        story.page().write_entry(&Writing { title: story.canaries().word("right"), ..Writing::default() });
        story.page().lock();
        story.page().unlock(&passphrase);
        for (title, _) in &rows {
            story.page().sees(title);
        }
        proved(17, "zones and clocks", ZONES.len() + 2);
    });
}
