//! A score that a clinician gave, and a questionnaire out of a file: refused where it means harm, kept, filled in, added
//! up; help first where an answer may mean danger.

use std::path::PathBuf;

use serde_json::{Value, json};
use stories::{Device, Role, Story};

/// A file beside the browser's folder, which is searched for words.
fn file(name: &str, content: &Value) -> PathBuf {
    let path = std::env::temp_dir().join(format!("trestle-{}-{name}", std::process::id()));
    std::fs::write(&path, content.to_string()).expect("room for a file");
    path
}

fn option(text: &str, weight: f64) -> Value {
    let url = "http://hl7.org/fhir/StructureDefinition/itemWeight";
    json!({ "valueCoding": { "system": "s", "code": text, "display": text }, "extension": [{ "url": url, "valueDecimal": weight }] })
}

/// Options of one question, told apart by its number.
fn options(number: u8) -> Value {
    let named = |text: &str, weight| option(&format!("{text} {number}"), weight);
    json!([named("Never", 0.0), named("At times", 1.0), named("Often", 2.5)])
}

fn made_up(question: &str) -> Value {
    let code = json!([{ "system": "http://loinc.org", "code": "44260-8" }]);
    let when =
        json!([{ "question": "1", "operator": "=", "answerCoding": { "system": "s", "code": "Often 1" } }]);
    json!({ "resourceType": "Questionnaire", "title": "Lamps and stairs", "publisher": "A clinic on a hill",
        "text": { "status": "generated", "div": "<div><script>document.title = 'ran'</script></div>" },
        "item": [
            { "linkId": "1", "type": "choice", "text": question, "answerOption": options(1) },
            { "linkId": "2", "type": "coding", "text": "<b>And then?</b>", "answerOption": options(2), "enableWhen": when },
            { "linkId": "3", "type": "choice", "text": "A question that matters", "code": code, "answerOption": options(3) },
            { "linkId": "4", "type": "attachment", "text": "A picture of the stairs" },
        ] })
}

#[test]
fn a_score_is_kept_within_its_range_and_a_file_is_filled_in_with_help_first() {
    Story::tell_in_chromium(|story| {
        let (passphrase, by, question) =
            (story.passphrase(), story.canaries().word("by"), story.canaries().word("question"));
        let page = story.page();
        page.create_journal(&passphrase, Device::Mine);
        page.press("Support");
        page.press("All tools");
        page.press("Scores");
        page.sees("No score yet. That is fine.");

        page.press("Record a score");
        page.press("PHQ-9");
        page.fill("Score", "28");
        page.sees("This number is outside the range of that one.");
        page.press("Save");
        page.has(Role::Button, "Save");
        page.empty("Score");
        page.fill("Score", "12");
        page.sees("In the band 10–14, number 3 of 5.");
        page.sees("A screen, not a diagnosis.");
        page.fill("Who gave it", &by);
        page.press("Save");
        page.has(Role::Heading, "PHQ-9");
        page.sees(&by);

        page.press("Take in a questionnaire");
        let mut harmful = made_up(&question);
        harmful["item"][0]["enableWhen"] =
            json!([{ "question": "2", "operator": "exists", "answerBoolean": true }]);
        let (harmful, sound) = (file("circle.json", &harmful), file("sound.json", &made_up(&question)));
        story.choose_file(&harmful);
        page.sees("Questions in this file wait for each other.");
        story.choose_file(&sound);
        page.has(Role::Heading, "Keep this questionnaire?");
        page.sees("A clinic on a hill");
        page.sees("Questions: 3");
        page.press("Save");

        page.press("Fill in");
        page.sees("A question that matters");
        page.sees("This one cannot be answered here.");
        assert!(!page.text().contains("<b>And then?</b>"), "it is not asked yet");
        page.press("Often 1");
        page.sees("<b>And then?</b>");
        page.press("At times 2");
        page.press("Never 3");
        page.sees("Sum 3.5, of 3 questions with weights.");
        assert!(!page.text().contains("Please do not stay alone with this."));
        page.press("Save");
        page.has(Role::Heading, "Lamps and stairs");
        page.sees("own answers");
        page.sees("3.5");

        page.press("Fill in");
        page.press("At times 3");
        page.sees("Please do not stay alone with this.");
        page.sees("About to act, or already hurt?");
        std::fs::remove_file(harmful).expect("it was made here");
        std::fs::remove_file(sound).expect("it was made here");
    });
}
