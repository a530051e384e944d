//! The items of a file, one behind the other, each with the place of the one it stands in.

use std::collections::BTreeMap;

use journal::support::scores::{Item, ItemKind};
use serde_json::Value;

use super::values::{codes, is_hidden, list, words};
use super::{DEEPEST, FhirRefused, FhirWarning, LOINC, MOST_ITEMS, circle, conditions, options};

/// Thoughts of hurting oneself, by its code in every file that has one.
const SAFETY: &str = "44260-8";
/// Totals that nobody is to type (LOINC).
const TOTALS: [&str; 5] = ["44261-6", "70274-6", "70273-8", "75626-2", "82667-7"];

/// An item of the file beside what is made of it.
pub struct Read<'a> {
    pub raw: &'a Value,
    pub item: Item,
}

/// Reads all items.
///
/// # Errors
/// Whatever stands against the file.
pub fn read(file: &Value, warnings: &mut Vec<FhirWarning>) -> Result<Vec<Item>, FhirRefused> {
    let mut all = Vec::new();
    for raw in list(&file["item"]) {
        one(file, raw, None, 1, &mut all, warnings)?;
    }
    let mut places = BTreeMap::new();
    for (at, read) in (0..).zip(&all) {
        if places.insert(read.item.link.clone(), at).is_some() {
            return Err(FhirRefused::Twice { link: read.item.link.clone() });
        }
    }
    conditions::put(&mut all, &places)?;
    let mut items: Vec<Item> = all.into_iter().map(|read| read.item).collect();
    circle::check(&items)?;
    let spoilt =
        |warning: &FhirWarning| matches!(warning, FhirWarning::Remote { .. } | FhirWarning::Weight { .. });
    if warnings.iter().any(spoilt) {
        // A sum without one of its parts would be a wrong one.
        let options = items.iter_mut().flat_map(|item| &mut item.options);
        options.for_each(|option| option.hundredths = None);
    }
    Ok(items)
}

fn one<'a>(
    file: &Value,
    raw: &'a Value,
    inside: Option<u16>,
    depth: usize,
    all: &mut Vec<Read<'a>>,
    warnings: &mut Vec<FhirWarning>,
) -> Result<(), FhirRefused> {
    let link = words(&raw["linkId"], "linkId")?;
    if link.is_empty() {
        return Err(FhirRefused::NoLink);
    }
    if all.len() >= MOST_ITEMS {
        return Err(FhirRefused::TooMany { link });
    }
    if depth > DEEPEST {
        return Err(FhirRefused::TooDeep { link });
    }
    let place = all.len() as u16;
    let item = item(file, raw, link, inside, warnings)?;
    all.push(Read { raw, item });
    list(&raw["item"]).iter().try_for_each(|raw| one(file, raw, Some(place), depth + 1, all, warnings))
}

fn item(
    file: &Value,
    raw: &Value,
    link: String,
    inside: Option<u16>,
    warnings: &mut Vec<FhirWarning>,
) -> Result<Item, FhirRefused> {
    let codes = codes(&raw["code"]);
    let has = |wanted: &[&str]| {
        codes.iter().any(|(system, code)| system == LOINC && wanted.contains(&code.as_str()))
    };
    let elsewhere = raw["readOnly"] == true || is_hidden(raw) || has(&TOTALS);
    let mut kind = if elsewhere { ItemKind::NotHere } else { kind(raw) };
    let mut weighed = Vec::new();
    if !elsewhere {
        match options::of_item(file, raw, &link, warnings)? {
            Some(options) if options.is_empty() && kind == ItemKind::Choice => kind = ItemKind::NotHere,
            Some(options) => weighed = options,
            None => kind = ItemKind::NotHere,
        }
        if kind == ItemKind::NotHere && !warnings.contains(&FhirWarning::Remote { link: link.clone() }) {
            warnings.push(FhirWarning::NotHere { link: link.clone() });
        }
    }
    Ok(Item {
        prefix: words(&raw["prefix"], &link)?,
        text: words(&raw["text"], &link)?,
        kind,
        inside,
        options: weighed,
        several: raw["repeats"] == true && matches!(kind, ItemKind::Choice | ItemKind::OpenChoice),
        required: raw["required"] == true,
        safety: has(&[SAFETY]) || link.contains(SAFETY),
        when: Vec::new(),
        when_all: raw["enableBehavior"] != "any",
        link,
    })
}

/// R4 names choices by their type, R5 by a constraint beside the type of what is chosen.
fn kind(raw: &Value) -> ItemKind {
    let has_options = !list(&raw["answerOption"]).is_empty() || raw["answerValueSet"].is_string();
    let open = matches!(raw["answerConstraint"].as_str(), Some("optionsOrType" | "optionsOrString"));
    match raw["type"].as_str().unwrap_or_default() {
        "group" => ItemKind::Group,
        "display" => ItemKind::Shown,
        "boolean" => ItemKind::YesNo,
        "open-choice" => ItemKind::OpenChoice,
        "choice" => ItemKind::Choice,
        "coding" if open => ItemKind::OpenChoice,
        "coding" => ItemKind::Choice,
        "integer" | "date" | "time" | "string" | "text" if has_options && open => ItemKind::OpenChoice,
        "integer" | "date" | "time" | "string" | "text" if has_options => ItemKind::Choice,
        "decimal" | "integer" | "quantity" => ItemKind::Number,
        "date" | "dateTime" | "time" => ItemKind::Moment,
        "string" | "url" => ItemKind::Line,
        "text" => ItemKind::Text,
        _ => ItemKind::NotHere,
    }
}
