//! FHIR Questionnaires (R4 and R5 shapes) as a clinician hands them over. A file is hostile until proven otherwise: limits
//! on bytes, depth, items and words; nothing is fetched; narrative and every other HTML is not even looked at; words stay
//! text.

mod circle;
mod conditions;
mod items;
mod options;
mod refused;
mod values;

use journal::support::scores::{Instrument, Item, QuestionnaireWords};
use serde_json::Value;

pub use refused::{FhirRefused, FhirWarning};

use values::{codes, list, words};

/// Most bytes of a file.
pub const MOST_BYTES: usize = 4 * 1024 * 1024;
/// Most items of all levels.
const MOST_ITEMS: usize = 500;
/// Deepest item.
const DEEPEST: usize = 12;
/// Most bytes of the words of one thing.
const MOST_WORDS: usize = 8 * 1024;

const LOINC: &str = "http://loinc.org";
/// Panels and totals whose codes are confirmed, and what they stand for.
const PANELS: [(&str, Instrument); 6] = [
    ("44249-1", Instrument::Phq9),
    ("44261-6", Instrument::Phq9),
    ("70274-6", Instrument::Gad7),
    ("72109-2", Instrument::AuditC),
    ("75626-2", Instrument::AuditC),
    ("82667-7", Instrument::Dast10),
];

/// Reads a Questionnaire. Its moment is not set.
///
/// # Errors
/// [`FhirRefused`]: the first thing that stands against it, by the linkId it is about.
pub fn questionnaire(file: &[u8]) -> Result<(QuestionnaireWords, Vec<FhirWarning>), FhirRefused> {
    if file.len() > MOST_BYTES {
        return Err(FhirRefused::TooLarge { bytes: file.len() });
    }
    let file = file.strip_prefix(b"\xef\xbb\xbf").unwrap_or(file);
    let file: Value = serde_json::from_slice(file)
        .map_err(|error| FhirRefused::NotJson { line: error.line(), column: error.column() })?;
    match file["resourceType"].as_str() {
        Some("Questionnaire") => {}
        Some("QuestionnaireResponse") => return Err(FhirRefused::Answers),
        _ => return Err(FhirRefused::NotAQuestionnaire),
    }
    let mut warnings = Vec::new();
    let items = items::read(&file, &mut warnings)?;
    if items.is_empty() {
        return Err(FhirRefused::Empty);
    }
    let mut read = QuestionnaireWords { items, ..about(&file)? };
    read.instrument = instrument(&file, &read.items);
    Ok((read, warnings))
}

fn about(file: &Value) -> Result<QuestionnaireWords, FhirRefused> {
    let say = |name: &str| words(&file[name], name);
    let named = [say("title")?, say("name")?, say("url")?];
    let name = named.iter().find(|name| !name.is_empty()).cloned();
    let version = say("version")?;
    let [.., url] = named;
    let canonical = if version.is_empty() || url.is_empty() { url } else { format!("{url}|{version}") };
    Ok(QuestionnaireWords {
        name: name.unwrap_or_else(|| "Questionnaire".into()),
        publisher: say("publisher")?,
        canonical,
        copyright: say("copyright")?,
        ..QuestionnaireWords::default()
    })
}

/// The instrument its codes name, if its weights run from the least to the greatest score of that one: a file that only
/// says so is not taken at its word.
fn instrument(file: &Value, items: &[Item]) -> Instrument {
    let inside = list(&file["item"]).iter().flat_map(|item| codes(&item["code"]));
    let all = codes(&file["code"]).into_iter().chain(inside);
    let named = all.filter(|(system, _)| system == LOINC).find_map(|(_, code)| {
        PANELS.iter().find(|(panel, _)| *panel == code).map(|(_, instrument)| *instrument)
    });
    let Some((instrument, about)) = named.and_then(|one| Some((one, one.about()?))) else {
        return Instrument::Other;
    };
    let (mut least, mut most) = (0_i64, 0_i64);
    for item in items {
        let weights: Vec<i64> = item.options.iter().filter_map(|option| option.hundredths).collect();
        least = least.saturating_add(weights.iter().copied().min().unwrap_or(0));
        most = most.saturating_add(weights.iter().copied().max().unwrap_or(0));
    }
    let fits = (least, most) == (i64::from(about.range.0) * 100, i64::from(about.range.1) * 100);
    if fits { instrument } else { Instrument::Other }
}
