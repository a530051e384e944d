//! Ways to breathe, as data (`help/breathing.json`): what the page says of them, and the styles that make one line
//! rise and fall in their time. Where less motion is wished for, a bar grows and shrinks in steps instead.

use anyhow::{Context, Result, ensure};
use serde_json::Value;

use super::markup::{element, of_class, text};
use super::texts::Texts;

const WORDS: &[&str] = &["in", "more", "hold", "out"];
/// How far the line rises, in rem.
const RISE: f64 = 8.0;
/// What is left of the bar at its smallest.
const LEAST: f64 = 0.06;

/// One way to breathe.
#[derive(Clone, Debug)]
pub struct Pattern {
    id: String,
    steps: Vec<Step>,
}

#[derive(Clone, Debug)]
struct Step {
    word: String,
    seconds: u64,
    /// From 0, empty, to 1, full, at its end.
    level: f64,
}

/// Reads the file. The first pattern is the one offered.
///
/// # Errors
/// When it holds something else, or the pattern offered has a hold.
pub fn read(json: &str) -> Result<Vec<Pattern>> {
    let value: Value = serde_json::from_str(json)?;
    let patterns = value.as_array().context("a list of patterns")?;
    let patterns = patterns.iter().map(pattern).collect::<Result<Vec<_>>>()?;
    let offered = patterns.first().context("there is no pattern")?;
    ensure!(offered.steps.iter().all(|step| step.word != "hold"), "the pattern offered has a hold");
    Ok(patterns)
}

fn pattern(value: &Value) -> Result<Pattern> {
    let id = value["id"].as_str().context("\"id\" is missing")?.to_owned();
    let steps = value["steps"].as_array().context("\"steps\" are missing")?;
    let step = |step: &Value| {
        let word = step["word"].as_str().filter(|word| WORDS.contains(word)).context("\"word\"")?.to_owned();
        let seconds = step["seconds"].as_u64().filter(|seconds| (1..=20).contains(seconds));
        let level = step["level"].as_f64().filter(|level| (0.0..=1.0).contains(level));
        Ok(Step { word, seconds: seconds.context("\"seconds\"")?, level: level.context("\"level\"")? })
    };
    let steps = steps.iter().map(step).collect::<Result<Vec<_>>>().with_context(|| id.clone())?;
    ensure!(steps.last().is_some_and(|step| step.level == 0.0), "{id} must end where it began");
    Ok(Pattern { id, steps })
}

/// The choice of patterns, and the line. `name` tells this choice from others on the page.
///
/// # Errors
/// When the language lacks a word.
pub fn markup(patterns: &[Pattern], texts: &Texts, name: &str) -> Result<String> {
    let mut choices = of_class("legend", "heard", &texts.word("pattern")?);
    for (at, pattern) in patterns.iter().enumerate() {
        let mut attributes =
            vec![("type", "radio"), ("name", name), ("value", pattern.id.as_str()), ("autocomplete", "off")];
        if at == 0 {
            attributes.push(("checked", ""));
        }
        let input = element("input", &attributes, "").replace("</input>", "");
        choices += &of_class("label", "breath-choice", &(input + &texts.word(&pattern.id)?));
    }
    let words = WORDS.iter().map(|word| {
        Ok(of_class("span", &format!("breath-word breath-{word}"), &texts.word(&format!("breathe_{word}"))?))
    });
    let words = words.collect::<Result<String>>()?;
    let line = of_class("div", "breath-room", &of_class("div", "breath-line", ""));
    let stage = line + &of_class("p", "breath-words", &words);
    let stage = element("div", &[("class", "breath-stage"), ("aria-hidden", "true")], &stage);
    Ok(of_class("div", "breath", &(stage + &element("fieldset", &[], &choices))))
}

/// The styles that move the line and the words.
pub fn styles(patterns: &[Pattern]) -> String {
    let mut css = String::from("@layer components {\n");
    for (at, pattern) in patterns.iter().enumerate() {
        css += &keyframes(pattern);
        css += &uses(pattern, at == 0);
    }
    css + "}\n"
}

fn keyframes(pattern: &Pattern) -> String {
    let id = text(&pattern.id);
    let rise = |level: f64| format!("translate: 0 {}rem", -RISE * level);
    let grow = |level: f64| format!("scale: {} 1", LEAST + (1.0 - LEAST) * level);
    let mut line = format!("0% {{ {} }}", rise(0.0));
    let mut bar = String::new();
    let mut before = 0.0;
    for (start, end, step) in pattern.spans() {
        line += &format!(" {end}% {{ {} }}", rise(step.level));
        let timing = format!("animation-timing-function: steps({})", step.seconds);
        bar += &format!("{start}% {{ {}; {timing} }} ", grow(before));
        before = step.level;
    }
    bar += &format!("100% {{ {} }}", grow(before));
    let mut css =
        format!("@keyframes breath-line-{id} {{ {line} }}\n@keyframes breath-bar-{id} {{ {bar} }}\n");
    for word in pattern.words() {
        let mut shown = String::new();
        for (start, _, step) in pattern.spans() {
            let state = if step.word == word { "visible" } else { "hidden" };
            shown += &format!("{start}% {{ visibility: {state} }} ");
        }
        css += &format!("@keyframes breath-{word}-{id} {{ {shown}}}\n");
    }
    css
}

/// Where the pattern is chosen; the one offered needs no choice.
fn uses(pattern: &Pattern, offered: bool) -> String {
    let (id, seconds) = (text(&pattern.id), pattern.seconds());
    let chosen =
        if offered { ".breath".to_owned() } else { format!(".breath:has([value=\"{id}\"]:checked)") };
    let mut css =
        format!("{chosen} .breath-line {{ animation: breath-line-{id} {seconds}s ease-in-out infinite }}\n");
    css += &format!(
        "@media (prefers-reduced-motion: reduce) {{ {chosen} .breath-line {{ animation: breath-bar-{id} {seconds}s infinite }} }}\n"
    );
    for word in WORDS {
        css += &if pattern.words().contains(word) {
            format!(
                "{chosen} .breath-{word} {{ animation: breath-{word}-{id} {seconds}s step-end infinite }}\n"
            )
        } else {
            format!("{chosen} .breath-{word} {{ animation: none }}\n")
        };
    }
    css
}

impl Pattern {
    fn seconds(&self) -> u64 {
        self.steps.iter().map(|step| step.seconds).sum()
    }

    /// The words it uses, each once.
    fn words(&self) -> Vec<&'static str> {
        WORDS.iter().copied().filter(|word| self.steps.iter().any(|step| step.word == *word)).collect()
    }

    /// Start and end of each step, in whole hundredths of a percent of the whole.
    fn spans(&self) -> Vec<(f64, f64, &Step)> {
        let percent = |seconds: u64| (seconds * 10_000 / self.seconds()) as f64 / 100.0;
        let mut past = 0;
        let span = |step| {
            let step: &Step = step;
            let start = past;
            past += step.seconds;
            (percent(start), percent(past), step)
        };
        self.steps.iter().map(span).collect()
    }
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;

    const SHIPPED: &str = include_str!("../../../../help/breathing.json");

    #[test]
    fn the_pattern_offered_has_no_hold_and_its_out_is_the_longer_part() {
        let offered = read(SHIPPED).unwrap().remove(0);
        assert_eq!(offered.words(), ["in", "out"]);
        assert!(offered.steps[1].seconds > offered.steps[0].seconds);
    }

    #[test]
    fn a_hold_is_never_offered_first() {
        let hold = r#"[{"id": "a", "steps": [{"word": "hold", "seconds": 4, "level": 0}]}]"#;
        assert!(read(hold).is_err());
        assert!(read("[]").is_err());
        assert!(read(r#"[{"id": "a", "steps": [{"word": "in", "seconds": 4, "level": 1}]}]"#).is_err());
    }

    #[test]
    fn the_line_moves_in_the_time_of_the_pattern() {
        let patterns = read(
            r#"[{"id": "a", "steps": [{"word": "in", "seconds": 4, "level": 1}, {"word": "out", "seconds": 6, "level": 0}]}]"#,
        );
        let css = styles(&patterns.unwrap());
        assert!(css.contains("breath-line-a { 0% { translate: 0 -0rem } 40% { translate: 0 -8rem } 100% { translate: 0 -0rem } }"), "{css}");
        assert!(css.contains("breath-bar-a { 0% { scale: 0.06 1; animation-timing-function: steps(4) } 40% { scale: 1 1; animation-timing-function: steps(6) } 100% { scale: 0.06 1 } }"), "{css}");
        assert!(
            css.contains("breath-in-a { 0% { visibility: visible } 40% { visibility: hidden } }"),
            "{css}"
        );
        assert!(css.contains("breath-line-a 10s ease-in-out infinite"), "{css}");
        assert!(css.contains(".breath .breath-hold { animation: none }"), "{css}");
    }
}
