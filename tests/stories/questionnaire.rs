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
        page.sees("Some of this file cannot be used");
        page.sees("A question is of a kind that cannot be answered here. Items: 4.");
        page.press("Look at the rest");
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

/// A file that names an instrument of seven questions, each weighing 0 to 3. No words of it are here.
fn of_seven() -> Value {
    let code = json!([{ "system": "http://loinc.org", "code": "70274-6" }]);
    let item = |number: u8| {
        let named = |text: &str, weight| option(&format!("{text} {number}"), weight);
        let options = json!([named("Nil", 0.0), named("One", 1.0), named("Two", 2.0), named("Three", 3.0)]);
        json!({ "linkId": number.to_string(), "type": "choice", "text": format!("Lamp {number}"), "answerOption": options })
    };
    let items: Vec<Value> = (1..=7).map(item).collect();
    json!({ "resourceType": "Questionnaire", "title": "Seven lamps", "code": code, "item": items })
}

#[test]
fn answers_that_come_to_a_known_score_are_kept_as_one() {
    Story::tell_in_chromium(|story| {
        let page = story.page();
        page.create_journal(&story.passphrase(), Device::Mine);
        page.press("Support");
        page.press("All tools");
        page.press("Scores");
        page.press("Take in a questionnaire");
        let sheet = file("seven.json", &of_seven());
        story.choose_file(&sheet);
        page.has(Role::Heading, "Keep this questionnaire?");
        page.press("Save");
        page.press("Fill in");
        for number in 1..=7 {
            page.press(&format!("{} {number}", if number < 4 { "Two" } else { "One" }));
        }
        page.sees("Sum 10, of 7 questions with weights.");
        page.press("Save");
        page.has(Role::Heading, "GAD-7");
        page.sees("own answers");
        assert_eq!(page.text().matches("own answers").count(), 1, "answers and their score stand once");
        page.press_role(Role::Button, "Journal");
        page.press_about("Score");
        page.sees("Score: 10");
        page.sees("From your own answers.");
        std::fs::remove_file(sheet).expect("it was made here");
    });
}
