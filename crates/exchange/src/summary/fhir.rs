//! A summary as a Bundle of FHIR R4: who it is about as they wish to be named, what was typed as a QuestionnaireResponse,
//! figures as Observations. No code is made up: where no confirmed code of LOINC exists, the concept is text alone
//! (DOMAIN 3.1). Units are UCUM's.

use journal::summary::{Body, Datum, Of, Section, Summary};
use journal::support::scores::Instrument;
use serde_json::{Map, Value, json};

use super::iso;

const SURVEY: &str = "http://terminology.hl7.org/CodeSystem/observation-category";
const UCUM: &str = "http://unitsofmeasure.org";

/// The Bundle. `identity` is 16 random bytes: addresses inside of it are made of them, so that two hand-overs have
/// nothing in common.
#[must_use]
pub fn fhir(summary: &Summary, identity: [u8; 16]) -> String {
    let subject = address(identity, 0);
    let mut resources = vec![patient(summary), response(summary, &subject)];
    let data = summary.lines().flat_map(|line| &line.data);
    resources.extend(data.map(|datum| observation(summary, datum, &subject)));
    let entry = |(at, resource): (usize, Value)| json!({ "fullUrl": address(identity, at as u32), "resource": resource });
    let entries: Vec<Value> = resources.into_iter().enumerate().map(entry).collect();
    let bundle = json!({ "resourceType": "Bundle", "type": "collection", "entry": entries });
    serde_json::to_string_pretty(&bundle).unwrap_or_default()
}

/// An address of version 4 (RFC 9562) that differs from the others in its last four bytes.
fn address(identity: [u8; 16], number: u32) -> String {
    let mut bytes = identity;
    for (byte, other) in bytes[12..].iter_mut().zip(number.to_be_bytes()) {
        *byte ^= other;
    }
    bytes[6] = 0x40 | (bytes[6] & 0x0f);
    bytes[8] = 0x80 | (bytes[8] & 0x3f);
    let hex: String = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
    let parts = [&hex[..8], &hex[8..12], &hex[12..16], &hex[16..20], &hex[20..]];
    format!("urn:uuid:{}", parts.join("-"))
}

fn patient(summary: &Summary) -> Value {
    let mut patient = Map::from_iter([("resourceType".to_owned(), json!("Patient"))]);
    if !summary.name.is_empty() {
        patient.insert("name".to_owned(), json!([{ "text": one_line(&summary.name) }]));
    }
    Value::Object(patient)
}

/// What reads as words, section by section; an item without an answer is left out.
fn response(summary: &Summary, subject: &str) -> Value {
    let sections: Vec<Value> =
        summary.all_sections().enumerate().filter_map(|(at, section)| group(at + 1, section)).collect();
    let mut response = json!({
        "resourceType": "QuestionnaireResponse",
        "status": "completed",
        "subject": { "reference": subject },
        "authored": iso(summary.made_on),
        "author": { "reference": subject },
        "source": { "reference": subject },
    });
    if let Some(response) = response.as_object_mut().filter(|_| !sections.is_empty()) {
        response.insert("item".to_owned(), Value::Array(sections));
    }
    response
}

fn group(number: usize, section: &Section) -> Option<Value> {
    let answer = |body: &Body| -> Option<Value> {
        let text = body.text();
        // A string of FHIR is never empty and has no control characters but tab and line ends.
        let text: String = text
            .chars()
            .filter(|character| !character.is_control() || "\n\r\t".contains(*character))
            .collect();
        (!text.trim().is_empty()).then(|| json!({ "valueString": text.trim() }))
    };
    let items: Vec<Value> = section
        .lines
        .iter()
        .enumerate()
        .filter_map(|(at, line)| {
            let link = format!("{number}.{}", at + 1);
            Some(json!({ "linkId": link, "text": one_line(&section.title), "answer": [answer(&line.body)?] }))
        })
        .collect();
    (!items.is_empty())
        .then(|| json!({ "linkId": number.to_string(), "text": one_line(&section.title), "item": items }))
}

fn observation(summary: &Summary, datum: &Datum, subject: &str) -> Value {
    let mut observation = json!({
        "resourceType": "Observation",
        "status": "final",
        "category": [{ "coding": [{ "system": SURVEY, "code": "survey", "display": "Survey" }] }],
        "code": coded(datum),
        "subject": { "reference": subject },
        "performer": [{ "reference": subject }],
    });
    let Some(fields) = observation.as_object_mut() else { return observation };
    match datum.day {
        Some(day) => fields.insert("effectiveDateTime".to_owned(), json!(iso(day))),
        None => {
            let (from, to) = summary.days;
            fields.insert("effectivePeriod".to_owned(), json!({ "start": iso(from), "end": iso(to) }))
        }
    };
    match datum.whole {
        Some(whole) => {
            let count = |value: f64| json!({ "value": decimal(value), "system": UCUM, "code": "1" });
            let ratio = json!({ "numerator": count(datum.value), "denominator": count(whole.into()) });
            fields.insert("valueRatio".to_owned(), ratio)
        }
        None => fields.insert("valueQuantity".to_owned(), quantity(datum)),
    };
    observation
}

fn quantity(datum: &Datum) -> Value {
    let (unit, code) = match datum.of {
        Of::SleepMinutes => ("min", "min"),
        Of::Use | Of::Urges | Of::DaysRecorded | Of::DaysInLine | Of::Trigger | Of::Coping | Of::Told => {
            ("1", "1")
        }
        Of::Craving | Of::Mood | Of::Support | Of::Score(_) | Of::Urge => ("score", "{score}"),
    };
    json!({ "value": decimal(datum.value), "unit": unit, "system": UCUM, "code": code })
}

/// A code of LOINC where one is confirmed for the total of that instrument, and the words always.
fn coded(datum: &Datum) -> Value {
    let mut concept = json!({ "text": code(datum) });
    if let (Of::Score(instrument), Some(concept)) = (datum.of, concept.as_object_mut())
        && let Some(loinc) = loinc(instrument)
    {
        concept.insert("coding".to_owned(), json!([{ "system": "http://loinc.org", "code": loinc }]));
    }
    concept
}

/// Totals as DOMAIN 3.1 lists them; what is not confirmed there has none.
const fn loinc(instrument: Instrument) -> Option<&'static str> {
    match instrument {
        Instrument::Phq9 => Some("44261-6"),
        Instrument::Gad7 => Some("70274-6"),
        Instrument::AuditC => Some("75626-2"),
        Instrument::Dast10 => Some("82667-7"),
        _ => None,
    }
}

/// Whole numbers are written without a point.
fn decimal(value: f64) -> Value {
    if value.fract() == 0.0 { json!(value as i64) } else { json!((value * 10.0).round() / 10.0) }
}

fn code(datum: &Datum) -> String {
    let what = match datum.of {
        Of::DaysRecorded => "Days recorded of days in period",
        Of::Craving => "Craving, 0 to 10, self-reported",
        Of::Mood => "Mood, 0 to 10, self-reported",
        Of::SleepMinutes => "Sleep duration, self-reported",
        Of::DaysInLine => "Days in line with goal of days recorded",
        Of::Use => "Day with use; amount in own unit, or 1",
        Of::Urges => "Urges logged",
        Of::Trigger => "Urges with trigger of urges with any",
        Of::Coping => "Urges that passed of urges met in this way",
        Of::Support => "Support, 0 to 3, self-reported",
        Of::Told => "Told in own words",
        Of::Score(_) => "Score",
        Of::Urge => "Strength of an urge, 0 to 10, self-reported",
    };
    match datum.name.is_empty() {
        true => what.to_owned(),
        false => format!("{what}: {}", one_line(&datum.name)),
    }
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ").replace(char::is_control, "")
}
