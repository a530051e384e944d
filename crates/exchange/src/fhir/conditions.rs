//! `enableWhen`: on which other item, compared how, with what.

use std::collections::BTreeMap;

use journal::support::scores::{Condition, Item, Operator};
use serde_json::Value;

use super::FhirRefused;
use super::items::Read;
use super::values::{coded, list, words};

/// Most conditions of one item.
const MOST: usize = 50;

/// Puts each item's conditions into it.
///
/// # Errors
/// A condition on an item that is not there, or of a form that is not known.
pub fn put(all: &mut [Read<'_>], places: &BTreeMap<String, u16>) -> Result<(), FhirRefused> {
    for at in 0..all.len() {
        let link = all[at].item.link.clone();
        let raw = list(&all[at].raw["enableWhen"]);
        if raw.len() > MOST {
            return Err(FhirRefused::TooMany { link });
        }
        let read: Option<Vec<Condition>> = raw.iter().map(|one| condition(one, all, places)).collect();
        let when = read.ok_or_else(|| FhirRefused::Condition { link: link.clone() })?;
        for condition in &when {
            words(&condition.value.as_str().into(), &link)?;
        }
        all[at].item.when = when;
    }
    Ok(())
}

fn condition(raw: &Value, all: &[Read<'_>], places: &BTreeMap<String, u16>) -> Option<Condition> {
    let item = *places.get(raw["question"].as_str()?.trim())?;
    let operator = match raw["operator"].as_str()? {
        "exists" => Operator::Exists,
        "=" => Operator::Equal,
        "!=" => Operator::NotEqual,
        ">" => Operator::Above,
        "<" => Operator::Below,
        ">=" => Operator::AtLeast,
        "<=" => Operator::AtMost,
        _ => return None,
    };
    let value = value(raw, &all.get(usize::from(item))?.item)?;
    Some(Condition { item, operator, value })
}

fn value(raw: &Value, other: &Item) -> Option<String> {
    let coding = &raw["answerCoding"];
    if coding.is_object() {
        // Some files leave the system out: the option with that code is meant.
        let (value, code) = (coded(coding, None), coding["code"].as_str().unwrap_or_default());
        let same = |option: &&str| option.rsplit_once('|').is_some_and(|(_, known)| known == code);
        let option = other.options.iter().map(|option| option.value.as_str()).find(same);
        return Some(match option {
            Some(option) if coding["system"].is_null() => option.to_owned(),
            _ => value,
        });
    }
    if let Some(truth) = raw["answerBoolean"].as_bool() {
        return Some(truth.to_string());
    }
    let number = [&raw["answerDecimal"], &raw["answerInteger"], &raw["answerQuantity"]["value"]];
    if let Some(number) = number.iter().find(|number| number.is_number()) {
        return Some(number.to_string());
    }
    let plain = ["answerDate", "answerDateTime", "answerTime", "answerString"];
    let reference = || raw["answerReference"]["reference"].as_str();
    plain.iter().find_map(|name| raw[*name].as_str()).or_else(reference).map(str::to_owned)
}
