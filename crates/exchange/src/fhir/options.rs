//! What can be chosen: options of an item itself, or of a value set that the file contains. Value sets elsewhere are
//! never fetched.

use journal::support::scores::Weighed;
use serde_json::Value;

use super::values::{Weight, coded, list, weight, words};
use super::{FhirRefused, FhirWarning};

/// Most options of one item.
const MOST: usize = 200;

/// The options of an item; `None` where they lie on a server.
///
/// # Errors
/// Too many, or too many words.
pub fn of_item(
    file: &Value,
    item: &Value,
    link: &str,
    warnings: &mut Vec<FhirWarning>,
) -> Result<Option<Vec<Weighed>>, FhirRefused> {
    let own = list(&item["answerOption"]);
    let mut found = Vec::new();
    if !own.is_empty() {
        own.iter().for_each(|option| found.extend(of_option(option)));
    } else if let Some(set) = item["answerValueSet"].as_str() {
        match of_set(file, set) {
            Some(inside) => found = inside,
            None => {
                warnings.push(FhirWarning::Remote { link: link.to_owned() });
                return Ok(None);
            }
        }
    }
    if found.len() > MOST {
        return Err(FhirRefused::TooMany { link: link.to_owned() });
    }
    let mut options: Vec<Weighed> = Vec::with_capacity(found.len());
    for Found { text, value, weight } in found {
        let hundredths = match weight {
            Weight::Of(hundredths) => Some(hundredths),
            Weight::None => None,
            Weight::Unusable => {
                warnings.push(FhirWarning::Weight { link: link.to_owned() });
                None
            }
        };
        let (text, value) = (words(&text.into(), link)?, words(&value.into(), link)?);
        let known = options.iter().any(|option| option.value == value);
        if !value.is_empty() && !known {
            options.push(Weighed {
                text: if text.is_empty() { value.clone() } else { text },
                value,
                hundredths,
            });
        }
    }
    Ok(Some(options))
}

struct Found {
    text: String,
    value: String,
    weight: Weight,
}

fn of_option(option: &Value) -> Option<Found> {
    let on_option = weight(option);
    let coding = &option["valueCoding"];
    if coding.is_object() {
        let mut found = of_coding(coding, None);
        if on_option != Weight::None {
            found.weight = on_option;
        }
        return Some(found);
    }
    let plain = ["valueString", "valueDate", "valueTime"].iter().find_map(|name| option[*name].as_str());
    let number = || option["valueInteger"].as_i64().map(|number| number.to_string());
    let shown = option["valueReference"]["display"].as_str().map(str::to_owned);
    let value = plain.map(str::to_owned).or_else(number).or(shown)?;
    Some(Found { text: value.clone(), value, weight: on_option })
}

fn of_coding(coding: &Value, system: Option<&str>) -> Found {
    let text = coding["display"].as_str().or(coding["code"].as_str()).unwrap_or_default().to_owned();
    Found { text, value: coded(coding, system), weight: weight(coding) }
}

/// The concepts of a contained value set; `None` where it, or a part of it, is elsewhere.
fn of_set(file: &Value, address: &str) -> Option<Vec<Found>> {
    let id = address.strip_prefix('#')?;
    let set =
        list(&file["contained"]).iter().find(|one| one["resourceType"] == "ValueSet" && one["id"] == id)?;
    let listed = list(&set["expansion"]["contains"]);
    if !listed.is_empty() {
        return Some(listed.iter().map(|concept| of_coding(concept, None)).collect());
    }
    let mut found = Vec::new();
    for include in list(&set["compose"]["include"]) {
        let concepts = list(&include["concept"]);
        if concepts.is_empty() {
            return None;
        }
        found.extend(concepts.iter().map(|concept| of_coding(concept, include["system"].as_str())));
    }
    (!found.is_empty()).then_some(found)
}
