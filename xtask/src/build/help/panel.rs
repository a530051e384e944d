//! The topics of Help now: which there are on the owner's device and on others', in which order (UX 4), and what each
//! says. All of it is `<details>`, so that it opens without any program; while one is open, the styles hide its
//! neighbours, so that it has the screen to itself.

use anyhow::{Context, Result, bail};
use serde_json::Value;

use super::breathing::{self, Pattern};
use super::markup::{element, of_class};
use super::texts::Texts;

/// What the topics are made of.
pub struct Topics {
    plan: Value,
    patterns: Vec<Pattern>,
}

impl Topics {
    /// Reads `help/topics.json` and takes the ways to breathe.
    ///
    /// # Errors
    /// When it is no JSON.
    pub fn read(json: &str, patterns: Vec<Pattern>) -> Result<Self> {
        Ok(Self { plan: serde_json::from_str(json)?, patterns })
    }

    /// The topics for the owner's device, and those for others'.
    ///
    /// # Errors
    /// When the plan names what is not there.
    pub fn markup(&self, texts: &Texts) -> Result<String> {
        let mut html = of_class("h2", "help-head", &texts.word("topics")?);
        for device in ["mine", "shared"] {
            let topics = self.list(&self.plan[device], texts, device)?;
            html += &of_class("div", &format!("topics topics-{device}"), &topics);
        }
        Ok(of_class("section", "help-topics", &html))
    }

    fn list(&self, topics: &Value, texts: &Texts, device: &str) -> Result<String> {
        let topics = topics.as_array().with_context(|| format!("no topics for {device}"))?;
        topics.iter().map(|topic| self.topic(topic, texts, device)).collect()
    }

    fn topic(&self, topic: &Value, texts: &Texts, device: &str) -> Result<String> {
        let title = topic["title"].as_str().context("a topic has a title")?;
        let inside = match topic["body"].as_str() {
            Some(body) => self
                .blocks(&self.plan["bodies"][body], texts, &format!("{device}-{body}"))
                .context(body.to_owned())?,
            None => of_class("div", "topics", &self.list(&topic["inside"], texts, device)?),
        };
        let back = of_class("span", "topic-back", &texts.word("back")?);
        let summary =
            of_class("summary", "topic-head", &(back + &of_class("h3", "topic-title", &texts.word(title)?)));
        // By this the screen opens it.
        let name = topic["body"].as_str().unwrap_or("more");
        let attributes = [("class", "topic"), ("data-topic", name)];
        Ok(element("details", &attributes, &(summary + &of_class("div", "topic-body", &inside))))
    }

    /// `place` tells choices of the same kind apart in the page.
    fn blocks(&self, blocks: &Value, texts: &Texts, place: &str) -> Result<String> {
        let blocks = blocks.as_array().context("no such body")?;
        blocks.iter().map(|block| self.block(block, texts, place)).collect()
    }

    fn block(&self, block: &Value, texts: &Texts, place: &str) -> Result<String> {
        let (kind, value) =
            block.as_object().and_then(|block| block.iter().next()).context("an empty block")?;
        Ok(match (kind.as_str(), value.as_str()) {
            ("say", _) => sentences(value, texts, "p")?,
            ("ask", _) => of_class("div", "topic-ask", &sentences(value, texts, "p")?),
            ("steps", _) => of_class("ol", "topic-steps", &sentences(value, texts, "li")?),
            ("list", _) => of_class("ul", "topic-list", &sentences(value, texts, "li")?),
            ("head", Some(id)) => of_class("h4", "topic-subtitle", &texts.word(id)?),
            ("fold", Some(id)) => {
                let inside = self.blocks(&self.plan["folds"][id], texts, place)?;
                let summary = of_class("summary", "fold-head", &texts.word(id)?);
                of_class("details", "fold topic-fold", &(summary + &of_class("div", "fold-body", &inside)))
            }
            ("breathing", _) => {
                breathing::markup(&self.patterns, texts, &format!("{}-{place}", texts.language))?
            }
            _ => bail!("no block is called {kind}"),
        })
    }
}

fn sentences(ids: &Value, texts: &Texts, name: &str) -> Result<String> {
    let ids = ids.as_array().context("a list of ids")?;
    ids.iter().map(|id| texts.safety(name, id.as_str().context("an id")?)).collect()
}

/// In one language; shown when the page is in it.
pub fn in_language(texts: &Texts, name: &str, class: &str, inside: &str) -> String {
    let class = format!("tongue {class}");
    element(name, &[("class", class.trim()), ("lang", &texts.language)], inside)
}
