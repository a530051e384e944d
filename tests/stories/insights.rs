//! Insights: at most three sentences, charts with a table behind each, and every figure found again by hand from its
//! table. The made-up journal gives something to see; a new one is told that it is not enough.

use serde_json::{Value, json};
use stories::{Device, Page, Role, Story};

use crate::accessibility::{axe, look};

const RIGHT: char = '\u{e014}';
const NOT_YET: &str = "Not enough yet to say anything fair.";

/// Opens every table and gives each figure: title, sentence, what its chart says, head and rows.
const FIGURES: &str = "
    for (const fold of document.querySelectorAll('.figure > details')) fold.open = true;
    const words = (parent, which) => [...parent.querySelectorAll(which)].map((one) => one.textContent.trim());
    return [...document.querySelectorAll('.figure')].map((figure) => ({
        title: figure.querySelector('h2').textContent,
        sentence: figure.querySelector('.figure-body p').textContent,
        label: figure.querySelector('svg[role=img]')?.getAttribute('aria-label') ?? '',
        drawn: words(figure, 'svg text'),
        folds: figure.querySelectorAll('details').length,
        head: words(figure, 'thead th'),
        rows: [...figure.querySelectorAll('tbody tr')].map((row) => words(row, 'th, td')),
    }));";

/// Days since 1970 of a day in words.
const DAYS: &str = "return arguments[0].map((day) =>
    Math.round(Date.parse(day.slice(day.indexOf(', ') + 2) + ' UTC') / 86400000));";

struct Figure {
    title: String,
    sentence: String,
    label: String,
    drawn: Vec<String>,
    rows: Vec<Vec<String>>,
}

fn figures(page: &Page) -> Vec<Figure> {
    page.until("every table that was opened", || {
        let found = page.script(FIGURES, Vec::new());
        let found = found.as_array().cloned().unwrap_or_default();
        let is_whole = |figure: &Value| {
            figure["folds"] == 0 || figure["rows"].as_array().is_some_and(|rows| !rows.is_empty())
        };
        Ok((!found.is_empty() && found.iter().all(is_whole)).then(|| found.iter().map(figure).collect()))
    })
}

fn figure(value: &Value) -> Figure {
    let strings = |value: &Value| -> Vec<String> {
        let all = value.as_array().into_iter().flatten();
        all.filter_map(Value::as_str).map(str::to_owned).collect()
    };
    let string = |name: &str| value[name].as_str().unwrap_or_default().to_owned();
    let rows = value["rows"].as_array().into_iter().flatten().map(strings).collect();
    let (title, sentence, label) = (string("title"), string("sentence"), string("label"));
    Figure { title, sentence, label, drawn: strings(&value["drawn"]), rows }
}

fn titled<'a>(figures: &'a [Figure], title: &str) -> &'a Figure {
    let found = figures.iter().find(|figure| figure.title == title);
    found.unwrap_or_else(|| panic!("no {title:?} among {:?}", titles(figures)))
}

fn titles(figures: &[Figure]) -> Vec<&str> {
    figures.iter().map(|figure| figure.title.as_str()).collect()
}

/// With at most one digit behind the point, as the page writes it.
fn tenths(value: f64) -> String {
    ((value * 10.0).round() / 10.0).to_string()
}

/// "5 (3 to 7)" by hand: quartiles are the medians of the halves.
fn spread(values: &[f64]) -> String {
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    let middle = |some: &[f64]| (some[(some.len() - 1) / 2] + some[some.len() / 2]) / 2.0;
    let half = (sorted.len() / 2).max(1);
    let ends = (middle(&sorted[..half]), middle(&sorted[sorted.len() - half..]));
    format!("{} ({} to {})", tenths(middle(&sorted)), tenths(ends.0), tenths(ends.1))
}

/// "8 of 10, 80 % (49 to 94 %)" by hand.
fn share(hits: f64, of: f64) -> String {
    let (p, z2) = (hits / of, 1.96_f64.powi(2));
    let centre = (p + z2 / (2.0 * of)) / (1.0 + z2 / of);
    let half = 1.96 * (p * (1.0 - p) / of + z2 / (4.0 * of * of)).sqrt() / (1.0 + z2 / of);
    let percent = |share: f64| (share * 100.0).round();
    let (p, low, high) = (percent(p), percent(centre - half), percent(centre + half));
    format!("{hits} of {of}, {p}\u{a0}% ({low} to {high}\u{a0}%)")
}

/// Values out of "3 (2×), 5 (1×)".
fn each(counts: &str) -> Vec<f64> {
    let one = |part: &str| {
        let (value, count) = part.split_once(" (").expect("a value and how often");
        let count: usize = number(count.trim_end_matches("×)")) as usize;
        vec![number(value); count]
    };
    counts.split(", ").flat_map(one).collect()
}

fn number(words: &str) -> f64 {
    words.parse().unwrap_or_else(|_| panic!("{words:?} is no number"))
}

/// Hits and of out of "8 of 10, …".
fn counted(words: &str) -> (f64, f64) {
    let (hits, rest) = words.split_once(" of ").expect("so many of so many");
    (number(hits), number(rest.split(',').next().unwrap_or_default()))
}

fn look_around_insights(page: &Page) {
    page.press("Look around");
    page.sees("You are looking around");
    page.press_role(Role::Button, "Insights");
    page.has(Role::Radio, "All");
    page.press_role(Role::Radio, "All");
    page.until("the whole time is shown", || Ok((page.text().contains("of 120 days")).then_some(())));
}

#[test]
fn each_figure_of_urges_is_found_again_from_its_table() {
    Story::tell(|story| {
        let page = story.page();
        look_around_insights(&page);
        let sentences =
            page.script("return document.querySelectorAll('.insights-sentences li').length", Vec::new());
        assert!((1..=3).contains(&sentences.as_u64().unwrap_or_default()), "{sentences}");
        let figures = figures(&page);
        every_chart_is_told(&figures);

        let strengths = titled(&figures, "How strong they were");
        let all: Vec<f64> =
            strengths.rows.iter().flat_map(|row| vec![number(&row[0]); number(&row[1]) as usize]).collect();
        assert!(
            strengths.sentence.contains(&spread(&all)),
            "{} is not in {}",
            spread(&all),
            strengths.sentence
        );

        let peaks = titled(&figures, "Strongest urge of each day");
        let values: Vec<f64> = peaks.rows.iter().map(|row| number(&row[1])).collect();
        assert!(peaks.sentence.contains(&spread(&values)), "{}", peaks.sentence);
        means_are_found_again(&page, peaks, 1);

        let heat = titled(&figures, "When you noted urges");
        let in_table: Vec<String> = heat
            .rows
            .iter()
            .flat_map(|row| &row[1..7])
            .map(|cell| cell.replace(" of ", "/").replace('–', ""))
            .collect();
        let drawn: Vec<&String> = heat.drawn.iter().filter(|words| words.contains('/')).collect();
        let written: Vec<&String> = in_table.iter().filter(|words| !words.is_empty()).collect();
        assert_eq!(drawn, written);
        let urge_days: f64 = heat.rows.iter().map(|row| counted(&row[7]).0).sum();
        assert_eq!(urge_days as usize, peaks.rows.len(), "days with an urge");

        for title in ["What set them off", "By name"] {
            for row in &titled(&figures, title).rows {
                let (own, (hits, of)) = (each(&row[5]), counted(&row[1]));
                assert_eq!(own.len() as f64, hits, "{row:?}");
                if hits < 5.0 {
                    assert_eq!((row[1].as_str(), row[3].as_str()), (format!("{hits} of {of}").as_str(), "–"));
                    continue;
                }
                assert_eq!(row[1], share(hits, of));
                assert_eq!(row[3], spread(&own), "{row:?}");
                let mut others = all.clone();
                for strength in &own {
                    others.remove(others.iter().position(|other| other == strength).expect("is among all"));
                }
                assert_eq!(row[4], format!("{}, n = {}", spread(&others), others.len()));
            }
        }
        let minutes: Vec<f64> = titled(&figures, "How long they took to ease")
            .rows
            .iter()
            .flat_map(|row| vec![number(&row[0]); number(&row[1]) as usize])
            .collect();
        let typical =
            spread(&minutes).split_once(" (").map(|(_, half)| half.trim_end_matches(')').to_owned());
        assert!(
            titled(&figures, "How long they took to ease").sentence.contains(&typical.unwrap_or_default())
        );
    });
}

#[test]
fn each_figure_of_days_and_of_what_helped_is_found_again_from_its_table() {
    Story::tell(|story| {
        let page = story.page();
        look_around_insights(&page);
        page.press_role(Role::Radio, "Days");
        page.sees("Mood and craving");
        let days = figures(&page);
        every_chart_is_told(&days);
        let both = titled(&days, "Mood and craving");
        for column in [1, 3] {
            let values: Vec<f64> =
                both.rows.iter().filter(|row| row[column] != "–").map(|row| number(&row[column])).collect();
            assert!(both.sentence.contains(&spread(&values)), "{} in {}", spread(&values), both.sentence);
            means_are_found_again(&page, both, column);
        }

        page.press_role(Role::Radio, "What helped");
        page.sees("Urges that began at 7 to 10");
        let helped = figures(&page);
        every_chart_is_told(&helped);
        for row in helped.iter().flat_map(|figure| &figure.rows) {
            let drops = if row[4].is_empty() { Vec::new() } else { each(&row[4]) };
            assert_eq!(drops.len() as f64, number(&row[2]), "{row:?}");
            assert_eq!(row[3], if drops.len() < 5 { "–".to_owned() } else { spread(&drops) });
            if row[5] != "–" {
                let (hits, of) = counted(&row[5]);
                assert_eq!(row[5], if of < 5.0 { format!("{hits} of {of}") } else { share(hits, of) });
            }
        }
    });
}

/// A chart is one picture with a sentence, and the sentence stands beside it too.
fn every_chart_is_told(figures: &[Figure]) {
    for figure in figures.iter().filter(|figure| !figure.drawn.is_empty()) {
        assert_eq!(figure.label, format!("{}: {}", figure.title, figure.sentence));
    }
    assert!(figures.iter().any(|figure| !figure.drawn.is_empty()), "{:?}", titles(figures));
}

/// The mean beside each value is that of the seven days that end there, of which four at least are recorded.
fn means_are_found_again(page: &Page, figure: &Figure, column: usize) {
    let rows: Vec<&Vec<String>> = figure.rows.iter().filter(|row| row[column] != "–").collect();
    let names: Vec<&String> = rows.iter().map(|row| &row[0]).collect();
    let days = page.script(DAYS, vec![json!(names)]);
    let days: Vec<i64> = days.as_array().into_iter().flatten().filter_map(Value::as_i64).collect();
    assert_eq!(days.len(), rows.len(), "{names:?}");
    for (at, row) in rows.iter().enumerate() {
        let window = days.iter().zip(&rows).filter(|(day, _)| (days[at] - 6..=days[at]).contains(*day));
        let values: Vec<f64> = window.map(|(_, row)| number(&row[column])).collect();
        let mean = values.iter().sum::<f64>() / values.len() as f64;
        let expected = if values.len() < 4 { "–".to_owned() } else { tenths(mean) };
        assert_eq!(row[column + 1], expected, "{row:?}");
    }
}

#[test]
fn a_new_journal_is_told_that_it_is_not_enough_yet() {
    Story::tell_in_chromium(|story| {
        let (page, passphrase) = (story.page(), story.passphrase());
        page.create_to_today(&passphrase, Device::Mine);
        page.press("Log an urge");
        page.press_role(Role::Radio, "5");
        page.press("Save");
        page.press_role(Role::Button, "Insights");
        page.sees(NOT_YET);
        page.sees("So far: something on 1 of 28 days, urges: 1");
        page.lacks(Role::Radio, "What helped");
    });
}

#[test]
fn charts_can_be_hidden_and_the_rooms_are_reached_by_arrow_keys() {
    Story::tell_in_chromium(|story| {
        let page = story.page();
        look_around_insights(&page);
        let charts = || page.script("return document.querySelectorAll('svg[role=img]').length", Vec::new());
        assert!(charts().as_u64() > Some(0));
        page.press("Hide charts");
        page.has(Role::Button, "Show charts");
        assert_eq!(page.focused().map(|(_, name)| name).as_deref(), Some("Show charts"));
        assert_eq!(charts().as_u64(), Some(0));
        assert!(figures(&page).iter().any(|figure| !figure.rows.is_empty()), "tables stay");
        page.press_until("Show charts", "Hide charts");
        page.press_role(Role::Radio, "Urges");
        page.key(RIGHT);
        page.sees("Mood and craving");
        let is_shut = "return document.querySelectorAll('.figure > details[open]').length === 0";
        page.until("tables opened elsewhere are shut", || {
            Ok((page.script(is_shut, Vec::new()).as_bool() == Some(true)).then_some(()))
        });
        page.key(RIGHT);
        page.sees("Urges that began at 7 to 10");
    });
}

#[test]
fn axe_finds_nothing_in_insights_in_either_look() {
    let axe = axe();
    Story::tell_in_chromium(|story| {
        let (mut wrong, page) = (Vec::new(), story.page());
        look_around_insights(&page);
        for scheme in ["light", "dark"] {
            let media = json!({ "features": [{ "name": "prefers-color-scheme", "value": scheme }] });
            story.devtools("Emulation.setEmulatedMedia", media);
            for room in ["Urges", "Days", "What helped"] {
                page.press_role(Role::Radio, room);
                let _ = figures(&page);
                look(story, &axe, &format!("{room}, {scheme}"), &mut wrong);
            }
        }
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    });
}
