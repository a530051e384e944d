//! Small readings of FHIR's values.

use serde_json::Value;

use super::{FhirRefused, MOST_WORDS};

/// Where weights stand; the standard has moved twice.
const WEIGHTS: [&str; 3] = [
    "http://hl7.org/fhir/StructureDefinition/ordinalValue",
    "http://hl7.org/fhir/StructureDefinition/itemWeight",
    "http://hl7.org/fhir/StructureDefinition/questionnaire-ordinalValue",
];
const HIDDEN: &str = "http://hl7.org/fhir/StructureDefinition/questionnaire-hidden";

/// The members of a list; of anything else, none.
pub fn list(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

/// Words, trimmed, without control characters but line ends; empty where there are none.
///
/// # Errors
/// More than allowed; `link` says where.
pub fn words(value: &Value, link: &str) -> Result<String, FhirRefused> {
    let text = value.as_str().unwrap_or_default();
    if text.len() > MOST_WORDS {
        return Err(FhirRefused::TooLong { link: link.to_owned() });
    }
    let plain = |letter: char| letter == '\n' || !letter.is_control();
    Ok(text
        .chars()
        .map(|letter| if plain(letter) { letter } else { ' ' })
        .collect::<String>()
        .trim()
        .to_owned())
}

/// System and code of each Coding of a list.
pub fn codes(value: &Value) -> Vec<(String, String)> {
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    list(value).iter().map(|coding| (text(&coding["system"]), text(&coding["code"]))).collect()
}

/// How conditions and answers name a Coding.
pub fn coded(coding: &Value, system: Option<&str>) -> String {
    let code = coding["code"].as_str().unwrap_or_default();
    let system = coding["system"].as_str().or(system).unwrap_or_default();
    if code.is_empty() {
        coding["display"].as_str().unwrap_or_default().to_owned()
    } else {
        format!("{system}|{code}")
    }
}

/// A weight, wherever one stands.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Weight {
    /// None.
    None,
    /// In hundredths.
    Of(i64),
    /// One that cannot be used.
    Unusable,
}

/// The weight among the extensions of a thing.
pub fn weight(thing: &Value) -> Weight {
    let found = list(&thing["extension"])
        .iter()
        .find(|one| one["url"].as_str().is_some_and(|url| WEIGHTS.contains(&url)));
    let Some(found) = found else { return Weight::None };
    let value = ["valueDecimal", "valueInteger"].iter().find_map(|name| found[*name].as_f64());
    let Some(value) = value.filter(|value| value.abs() <= 1e6) else { return Weight::Unusable };
    let hundredths = (value * 100.0).round();
    if (value * 100.0 - hundredths).abs() < 1e-6 { Weight::Of(hundredths as i64) } else { Weight::Unusable }
}

/// Whether an item says that it is not to be seen.
pub fn is_hidden(item: &Value) -> bool {
    let mut hidden = list(&item["extension"]).iter().filter(|one| one["url"] == HIDDEN);
    hidden.any(|one| one["valueBoolean"] == true)
}
