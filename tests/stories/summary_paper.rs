//! A full month on paper: one page, whatever it holds, black on white, and nothing on it that was left out.

use std::time::{SystemTime, UNIX_EPOCH};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};
use stories::{Device, Pdf, Role, Story};

use crate::summary_print::page_reads;

const DAY_S: i64 = 86_400;
const TRIGGERS: i64 = 30;
const SRCDOC: &str = "return document.querySelector('.summary-page').srcdoc;";
/// Colours on the page that paper without colour cannot show.
const COLOURS: &str = "const found = new Set();
    const say = (name, value) => {
      const numbers = value.match(/[0-9.]+/g)?.slice(0, 3) ?? [];
      if (value.startsWith('rgb') && new Set(numbers).size > 1) found.add(`${name}: ${value}`);
    };
    for (const element of document.querySelectorAll('*')) {
      const style = getComputedStyle(element);
      for (const name of ['color', 'backgroundColor', 'borderTopColor', 'borderBottomColor', 'borderLeftColor', 'fill', 'stroke']) {
        say(name, style[name]);
      }
    }
    return [...found];";
/// Paper in inches: A4 and Letter.
const PAPERS: [(&str, f64, f64); 2] = [("A4", 8.268, 11.693), ("Letter", 8.5, 11.0)];

/// A journal of a month, in the clear, as Import takes it.
struct Month {
    records: Vec<Value>,
    noon: i64,
}

impl Month {
    fn add(&mut self, (kind, number): (&str, u8), mut body: Value) {
        let second = body["happened_at_s"].as_i64().unwrap_or(self.noon);
        for (name, value) in [
            ("happened_at_s", json!(second)),
            ("offset_min", json!(0)),
            ("zone", json!("")),
            ("logged_at_ms", json!(second * 1_000)),
        ] {
            body[name] = value;
        }
        let schema = if ["urge", "entry"].contains(&kind) { 2 } else { 1 };
        self.records.push(json!({
            "id": format!("{:032x}", self.records.len() + 1), "kind": kind, "kind_number": number, "happened_at_s": second,
            "offset_min": 0,
            "versions": [{ "schema": schema, "changed_at_ms": second * 1_000, "deleted": false, "body": body }],
        }));
    }

    fn urge(&mut self, days_ago: i64, trigger: &str) {
        let trigger = json!([{ "root": "cue", "leaf": null, "name": trigger }]);
        let coping = ["wait", "leave", "reach_someone", "move", "distract", "settle", "observe"];
        let coping = json!([{ "family": coping[days_ago as usize % coping.len()], "name": "" }]);
        let body = json!({ "strength": 8, "after": 3, "ending": "passed", "happened_at_s": self.noon - days_ago * DAY_S,
            "triggers": trigger, "coping": coping });
        self.add(("urge", 4), body);
    }

    fn check_in(&mut self, days_ago: i64) {
        let body = json!({ "day": self.noon / DAY_S - days_ago, "happened_at_s": self.noon - days_ago * DAY_S,
            "mood": days_ago % 7 + 2, "craving": days_ago % 9, "sleep_minutes": 400, "used": "none" });
        self.add(("check_in", 6), body);
    }
}

/// A word that no font sets with two letters in one.
fn word(story: &Story, about: &str) -> String {
    let words = std::iter::repeat_with(|| story.canaries().word(about));
    words.into_iter().find(|word| !word.contains('f')).expect("one of many")
}

fn month(never: &str, outside: &str, person: &str) -> Month {
    let now = SystemTime::now().duration_since(UNIX_EPOCH).expect("a clock").as_secs() as i64;
    let mut month = Month { records: Vec::new(), noon: now - DAY_S };
    for number in 0..TRIGGERS {
        let long = "long".repeat(9);
        for _ in 0..=number % 3 {
            month.urge(number % 25, &format!("trigger {number} by the {long} door of the {long}"));
        }
    }
    (0..26).filter(|day| day % 5 != 4).for_each(|day| month.check_in(day));
    month.urge(40, outside);
    let (title, text) = (format!("On {never}"), format!("Text of {never}"));
    month.add(
        ("entry", 1),
        json!({ "title": title, "text": text, "mood": 3, "tags": [], "never_share": true, "earlier": [] }),
    );
    for at in 0..10_u8 {
        let leg = json!({ "kind": "own", "name": format!("{} number {at}", "Support".repeat(5)), "strength": "steady" });
        month.add(("leg", 12), leg);
        let id = month.records.len() as u8;
        let mut leg = [0_u8; 16];
        leg[15] = id;
        month.add(("person", 13), json!({ "name": person, "legs": [leg] }));
        let medicine = json!({ "name": format!("{} {at}", "Medicine".repeat(8)), "schedule": schedule() });
        month.add(("medicine", 16), medicine);
        month.add(
            ("appointment", 18),
            json!({ "with_whom": "nurse", "purpose": format!("{} {at}", "purpose ".repeat(9)) }),
        );
        month.add(
            ("score", 22),
            json!({ "instrument": "other", "name": format!("Form {at}"), "hundredths": 500 }),
        );
    }
    month
}

fn schedule() -> Value {
    json!({ "rhythm": "every_day", "times_min": [480] })
}

/// What would come out of the printer, for a paper.
fn printed(story: &Story, (_, width, height): (&str, f64, f64)) -> Pdf {
    let asked = json!({ "paperWidth": width, "paperHeight": height, "printBackground": false,
        "marginTop": 0, "marginBottom": 0, "marginLeft": 0, "marginRight": 0 });
    let answer = story.devtools("Page.printToPDF", asked);
    Pdf::new(STANDARD.decode(answer["data"].as_str().expect("a document")).expect("base64"))
}

#[test]
fn a_full_month_is_one_page_in_black_and_white_and_a_second_one_comes_only_when_asked_for() {
    Story::tell_in_chromium(|story| {
        let [question, never, outside, person] =
            ["question", "never", "outside", "person"].map(|about| word(story, about));
        let passphrase = story.passphrase();
        story.page().create_to_today(&passphrase, Device::Mine);
        let page = story.page();
        page.press("Settings");
        page.press("Import");
        let file = story.profile().join("month.json");
        let records = month(&never, &outside, &person).records;
        let journal = json!({ "format": "trestle-journal", "version": 1, "lineage": "0".repeat(32), "sequence": 1,
            "made_at_ms": 1, "records": records });
        std::fs::write(&file, journal.to_string()).expect("room for a file");
        story.choose_file(&file);
        page.press("Bring it over");
        page.sees(&format!("New here: {}.", records.len()));
        std::fs::remove_file(&file).expect("a file to remove");
        page.press("Insights");
        page.press("Make a summary");
        // More than anybody is offered at first, people and names of substances alone left off.
        for part in [
            "Safety, in my words",
            "Passages I pick",
            "Dates of use",
            "Amounts",
            "Medicines",
            "Side effects",
            "Appointments",
            "Scores",
        ] {
            page.press_role(Role::Checkbox, part);
        }
        page.fill("Questions I want to ask", &question);
        page.paste(
            "Changes since last time, and homework",
            &"A long line of changes and homework. ".repeat(130),
        );
        page.paste(
            "What to know about my safety",
            &"Words about safety, and what helps with it. ".repeat(40),
        );
        page.press("Preview");
        page_reads(&page, &question, true);
        page_reads(&page, "not listed", true);
        for (second_page, least) in [(false, 1), (true, 2)] {
            let page = story.page();
            if second_page {
                page.press("Back");
                page.press_role(Role::Checkbox, "A second page with every urge");
                page.press("Preview");
                page_reads(&page, "Every urge", true);
            }
            let document = page.script(SRCDOC, Vec::new());
            story.new_tab();
            story.go("about:blank");
            let frame = story.devtools("Page.getFrameTree", json!({}))["frameTree"]["frame"]["id"].clone();
            story.devtools("Page.setDocumentContent", json!({ "frameId": frame, "html": document }));
            assert_eq!(story.page().script(COLOURS, Vec::new()), json!([]), "in black and white");
            for paper in PAPERS {
                let pdf = printed(story, paper);
                let words = pdf.text();
                match second_page {
                    false => assert_eq!(pdf.pages(), 1, "{}", paper.0),
                    true => assert!(pdf.pages() >= least, "{}", paper.0),
                }
                assert!(words.contains(&question), "what is told is on {}", paper.0);
                for absent in [&never, &outside, &person] {
                    assert!(!words.contains(absent), "{absent} on {}", paper.0);
                }
            }
            story.tab(0);
        }
    });
}
