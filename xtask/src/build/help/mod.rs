//! Help now and Leave quickly, as they stand in the first page: sentences (`help/*.json`) made into HTML that works
//! before the screen, without it and without any program. Pure but for reading the files.

mod breathing;
mod calls;
mod crisis;
mod date;
mod leave;
mod markup;
mod panel;
mod texts;

use anyhow::{Context, Result};

use super::Profile;
use crate::Workspace;
use crate::process::say;

pub(crate) use crisis::Crisis;
pub(crate) use texts::Texts;

use date::Day;
use markup::{element, of_class};
use panel::{Topics, in_language};

/// The languages there are, the one of the page without any program first.
pub(crate) const LANGUAGES: &[&str] = &["en", "es"];

/// What the page and the styles take in.
#[derive(Debug)]
pub struct Help {
    /// Help now, with the button that opens it.
    pub now: String,
    /// Leave quickly, with its note.
    pub leave: String,
    /// Styles that follow from data.
    pub styles: String,
}

/// The files it is made of.
pub(crate) struct Sources {
    /// `help/<language>.json`, in the order of [`LANGUAGES`].
    pub languages: Vec<String>,
    /// `help/topics.json`
    pub topics: String,
    /// `help/crisis.json`
    pub crisis: String,
    /// `help/breathing.json`
    pub breathing: String,
}

/// Reads the files and puts it together. A release leaves out lines whose sources are too old on the day of the build,
/// and says which.
///
/// # Errors
/// When a file is missing or wrong.
pub fn read(workspace: &Workspace, profile: Profile) -> Result<Help> {
    let file = |name: &str| {
        let path = workspace.path(&format!("help/{name}.json"));
        std::fs::read_to_string(&path).with_context(|| format!("reading {}", path.display()))
    };
    let sources = Sources {
        languages: LANGUAGES.iter().map(|tag| file(tag)).collect::<Result<_>>()?,
        topics: file("topics")?,
        crisis: file("crisis")?,
        breathing: file("breathing")?,
    };
    let release_day = (profile == Profile::Release).then(Day::of_this_build).transpose()?;
    let (help, left_out) = made(&sources, release_day)?;
    if !left_out.is_empty() {
        say(format!("Help now leaves out {} lines whose sources are too old", left_out.len()));
        left_out.iter().for_each(|line| println!("  · {line}"));
    }
    Ok(help)
}

/// From sources to markup; without a day of release nothing is too old. Also the lines left out, for people to read.
pub(crate) fn made(sources: &Sources, release_day: Option<Day>) -> Result<(Help, Vec<String>)> {
    let languages = sources.languages.iter().map(|json| Texts::read(json)).collect::<Result<Vec<_>>>()?;
    let patterns = breathing::read(&sources.breathing).context("help/breathing.json")?;
    let styles = breathing::styles(&patterns);
    let topics = Topics::read(&sources.topics, patterns).context("help/topics.json")?;
    let crisis = Crisis::read(&sources.crisis).context("help/crisis.json")?;
    let (crisis, old) = match release_day {
        Some(day) => crisis.for_release(day),
        None => (crisis, Vec::new()),
    };
    let old = old.iter().map(|line| format!("{} {} ({})", line.country, line.name, line.checked_on.text()));
    let help = Help { now: now(&languages, &topics, &crisis)?, leave: leave::markup(&languages)?, styles };
    Ok((help, old.collect()))
}

fn now(languages: &[Texts], topics: &Topics, crisis: &Crisis) -> Result<String> {
    let (mut names, mut pages) = (String::new(), String::new());
    for texts in languages {
        let closed = of_class("span", "help-open", &texts.word("help")?);
        let opened = of_class("span", "help-close", &texts.word("close")?);
        names += &in_language(texts, "span", "", &(closed + &opened));
        let title = of_class("h1", "heard", &texts.word("panel")?);
        let card = element(
            "p",
            &[
                ("class", "help-card"),
                ("role", "note"),
                ("aria-label", &texts.word("card")?),
                ("dir", "auto"),
                ("hidden", ""),
            ],
            "",
        );
        // The open journal puts a person's own plan and people here, and takes them away again.
        let own = of_class("div", "help-own", "");
        let page = title
            + &calls::numbers(crisis, texts)?
            + &own
            + &card
            + &topics.markup(texts)?
            + &calls::lines(crisis, texts)?
            + &of_class("p", "help-review soft", &texts.word("review")?);
        pages += &in_language(texts, "div", "help-page", &page);
    }
    let summary = of_class("summary", "bar-help", &names);
    let inside = summary + &of_class("div", "help-panel", &pages);
    Ok(element("details", &[("class", "help"), ("id", "help")], &inside))
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;

    fn shipped() -> Sources {
        let file = |text: &str| text.to_owned();
        Sources {
            languages: vec![
                file(include_str!("../../../../help/en.json")),
                file(include_str!("../../../../help/es.json")),
            ],
            topics: file(include_str!("../../../../help/topics.json")),
            crisis: file(include_str!("../../../../help/crisis.json")),
            breathing: file(include_str!("../../../../help/breathing.json")),
        }
    }

    /// Where each of the texts stands in the other, one behind the other.
    fn in_this_order(html: &str, texts: &[&str]) -> bool {
        let mut rest = html;
        texts.iter().all(|text| {
            let found = rest.find(&format!(">{text}<")).map(|at| &rest[at + 1..]);
            rest = found.unwrap_or(rest);
            found.is_some()
        })
    }

    #[test]
    fn the_topics_stand_in_the_order_of_the_design() {
        let now = made(&shipped(), None).unwrap().0.now;
        let (mine, shared) = now.split_once("topics-shared").unwrap();
        let mine_order = [
            "Someone will not wake up or is breathing badly",
            "I might hurt myself",
            "I feel very ill after using or stopping",
            "Someone is hurting or scaring me",
            "A craving",
            "Panic, or my thoughts will not stop",
        ];
        let shared_order =
            ["Emergency", "Someone will not wake up", "Calm down", "Ride out a hard moment", "More"];
        assert!(in_this_order(mine, &mine_order), "{mine}");
        assert!(in_this_order(shared, &shared_order), "{shared}");
    }

    #[test]
    fn panic_asks_first_whether_it_is_more_than_panic() {
        let now = made(&shipped(), None).unwrap().0.now;
        let panic = now.split_once(">Panic, or my thoughts will not stop<").unwrap().1;
        let first = panic.split_once("data-safety=\"").unwrap().1;
        assert!(first.starts_with("pan-more\""), "{}", &first[..40]);
    }

    #[test]
    fn a_release_leaves_out_old_lines_and_keeps_every_emergency_number() {
        let (debug, none) = made(&shipped(), None).unwrap();
        assert!(
            none.is_empty() && debug.now.contains("tel:14416") && debug.now.contains("checked 2025-12-13")
        );
        let (fresh, old) = made(&shipped(), Some(Day::of(2026, 6, 11))).unwrap();
        assert!(
            fresh.now.contains("tel:14416") && !fresh.now.contains("tel:1737"),
            "180 days after 2025-12-13"
        );
        assert!(!old.is_empty());
        let (later, _) = made(&shipped(), Some(Day::of(2026, 6, 12))).unwrap();
        assert!(!later.now.contains("tel:14416"), "181 days after 2025-12-13");
        let (late, _) = made(&shipped(), Some(Day::of(2099, 1, 1))).unwrap();
        assert!(
            !late.now.contains("line-name")
                && late.now.contains("We have no checked number for your country.")
        );
        for number in ["tel:112", "tel:911", "tel:999", "tel:000", "tel:119", "tel:10177"] {
            assert!(late.now.contains(number), "{number}");
        }
    }

    #[test]
    fn the_page_takes_no_style_script_or_word_of_a_person() {
        let help = made(&shipped(), None).unwrap().0;
        for html in [&help.now, &help.leave] {
            for refused in ["style=", "<script", "onclick", "javascript:", "trestle:", "public/", " id=\"\""]
            {
                assert!(!html.contains(refused), "{refused}");
            }
        }
        assert_eq!(help.leave.matches("https://").count(), 1);
    }

    #[test]
    fn the_place_for_what_is_ones_own_stands_empty_behind_the_number_and_before_the_topics() {
        let now = made(&shipped(), None).unwrap().0.now;
        let pages: Vec<&str> = now.split("help-page").skip(1).collect();
        assert_eq!(pages.len(), LANGUAGES.len());
        for page in pages {
            let at = |text: &str| page.find(text).unwrap_or_else(|| panic!("{text}"));
            let own = at("<div class=\"help-own\"></div>");
            assert!(at("tel:") < own && own < at("help-topics"));
        }
    }

    #[test]
    fn every_safety_sentence_is_shown_in_every_language() {
        let (sources, now) = (shipped(), made(&shipped(), None).unwrap().0.now);
        for json in &sources.languages {
            let texts = Texts::read(json).unwrap();
            for id in texts.safety_ids() {
                assert!(
                    now.contains(&texts.safety("p", id).unwrap())
                        || now.contains(&texts.safety("li", id).unwrap()),
                    "{id}"
                );
            }
        }
    }

    #[test]
    fn a_missing_sentence_stops_the_build() {
        let mut sources = shipped();
        sources.languages[1] = sources.languages[1].replace("\"od-stay\"", "\"od-other\"");
        assert!(made(&sources, None).is_err());
    }
}
