//! A page as a person meets it: things with a role and a name, sentences, the keyboard. Whatever is asked for is
//! waited for until a deadline; nothing sleeps for a fixed time.

use std::time::{Duration, Instant};

use serde_json::{Value, json};

use crate::driver::{Driver, Refusal};

/// How often a condition is looked at.
pub(crate) const POLL: Duration = Duration::from_millis(30);
/// How long a condition may take: opening a journal on a busy machine is the slowest.
const DEADLINE: Duration = Duration::from_secs(30);

const LOOK: &str = include_str!("look.js");

/// What a thing is for somebody who cannot see it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Role {
    /// Does something.
    Button,
    /// Goes somewhere.
    Link,
    /// One of several.
    Radio,
    /// Yes or no.
    Checkbox,
    /// Takes words.
    Textbox,
    /// Takes words to look for.
    Searchbox,
    /// Names what follows.
    Heading,
    /// Several that belong together.
    Group,
    /// Several that belong together, one of which is chosen.
    Radiogroup,
    /// Asks for an answer first.
    Dialog,
}

impl Role {
    fn name(self) -> &'static str {
        match self {
            Self::Button => "button",
            Self::Link => "link",
            Self::Radio => "radio",
            Self::Checkbox => "checkbox",
            Self::Textbox => "textbox",
            Self::Searchbox => "searchbox",
            Self::Heading => "heading",
            Self::Group => "group",
            Self::Radiogroup => "radiogroup",
            Self::Dialog => "dialog",
        }
    }
}

/// The page in the current tab.
pub struct Page<'a> {
    driver: &'a Driver,
}

impl<'a> Page<'a> {
    pub(crate) fn new(driver: &'a Driver) -> Self {
        Self { driver }
    }

    fn look(&self, order: &str, arguments: &[Value]) -> Result<Value, Refusal> {
        let mut all = vec![json!(order)];
        all.extend_from_slice(arguments);
        self.driver.run(LOOK, all)
    }

    /// Waits until `attempt` gives something.
    ///
    /// # Panics
    /// At the deadline, with what was waited for and what the page shows.
    pub fn until<T>(&self, what: &str, attempt: impl FnMut() -> Result<Option<T>, Refusal>) -> T {
        self.until_within(DEADLINE, what, attempt)
    }

    /// As [`Page::until`], with a deadline of its own.
    ///
    /// # Panics
    /// At the deadline.
    pub fn until_within<T>(
        &self,
        limit: Duration,
        what: &str,
        mut attempt: impl FnMut() -> Result<Option<T>, Refusal>,
    ) -> T {
        let deadline = Instant::now() + limit;
        loop {
            let outcome = attempt();
            if let Ok(Some(found)) = outcome {
                return found;
            }
            if Instant::now() > deadline {
                let last = outcome.err().map(|refusal| format!(" ({refusal})")).unwrap_or_default();
                panic!("waited {limit:?} for {what}{last}; the page shows:\n{}", self.outline());
            }
            std::thread::sleep(POLL);
        }
    }

    /// Presses the thing with this name, once it is there and can be pressed.
    pub fn press(&self, name: &str) {
        self.until(&format!("something to press named {name:?}"), || self.try_click("press", &[json!(name)]));
    }

    /// Presses the thing with this name, again and again, until a text is shown: for a second press of what was pressed
    /// just before, which the screen takes for a slip within 300 ms.
    pub fn press_until(&self, name: &str, text: &str) {
        self.until(&format!("{text:?} after pressing {name:?}"), || {
            if self.text().contains(text) {
                return Ok(Some(()));
            }
            self.try_click("press", &[json!(name)])?;
            Ok(None)
        });
    }

    /// Presses the thing with this role and name.
    pub fn press_role(&self, role: Role, name: &str) {
        let arguments = [json!(role.name()), json!(name)];
        self.until(&format!("{role:?} {name:?}"), || self.try_click("pressRole", &arguments));
    }

    /// Presses the first thing whose name holds a text: a row of a list.
    pub fn press_about(&self, part: &str) {
        self.until(&format!("something to press about {part:?}"), || {
            self.try_click("pressAbout", &[json!(part)])
        });
    }

    fn try_click(&self, order: &str, arguments: &[Value]) -> Result<Option<()>, Refusal> {
        match self.look(order, arguments)? {
            Value::Null => Ok(None),
            element => self.driver.click(&element).map(Some),
        }
    }

    /// Types into the field with this label.
    pub fn fill(&self, label: &str, text: &str) {
        self.until(&format!("a field labelled {label:?}"), || match self.look("field", &[json!(label)])? {
            Value::Null => Ok(None),
            // Only once it has taken the focus: typed twice is worse than waited for.
            field => self.driver.click(&field).map(|()| Some(field)),
        });
        let field = self.look("field", &[json!(label)]).expect("it was there a moment ago");
        self.driver
            .send_keys(&field, text)
            .unwrap_or_else(|refusal| panic!("typing into {label:?}: {refusal}"));
    }

    /// Chooses a file in the field for files with this label.
    pub fn choose_file(&self, label: &str, path: &std::path::Path) {
        let field = self.until(&format!("a field for files labelled {label:?}"), || {
            let field = self.look("file", &[json!(label)])?;
            Ok((!field.is_null()).then_some(field))
        });
        let path = path.canonicalize().unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        self.driver
            .send_keys(&field, &path.display().to_string())
            .unwrap_or_else(|refusal| panic!("choosing a file in {label:?}: {refusal}"));
    }

    /// Puts a text into the field with this label as pasting would: for what no keyboard types.
    pub fn paste(&self, label: &str, text: &str) {
        let arguments = [json!(label), json!(text)];
        self.until(&format!("a field labelled {label:?}"), || {
            Ok((self.look("put", &arguments)? == json!(true)).then_some(()))
        });
    }

    /// Empties the field with this label.
    pub fn empty(&self, label: &str) {
        self.paste(label, "");
    }

    /// What stands in the field with this label.
    pub fn value(&self, label: &str) -> String {
        self.until(&format!("a field labelled {label:?}"), || {
            Ok(self.look("value", &[json!(label)])?.as_str().map(str::to_owned))
        })
    }

    /// Waits until the field with this label holds exactly this text.
    pub fn holds(&self, label: &str, text: &str) {
        self.until(&format!("{label:?} to hold {text:?}"), || {
            Ok((self.look("value", &[json!(label)])? == json!(text)).then_some(()))
        });
    }

    /// Presses and releases a key, wherever the focus is.
    pub fn key(&self, key: char) {
        self.keys(&[key]);
    }

    /// Presses and releases keys one after the other, with no pause between.
    pub fn keys(&self, keys: &[char]) {
        self.driver.keys(keys).unwrap_or_else(|refusal| panic!("pressing keys: {refusal}"));
    }

    /// Role and name of what has the focus.
    pub fn focused(&self) -> Option<(String, String)> {
        let found = self.look("focused", &[]).unwrap_or_default();
        Some((found[0].as_str()?.to_owned(), found[1].as_str()?.to_owned()))
    }

    /// Waits for a thing with this role and name.
    pub fn has(&self, role: Role, name: &str) {
        self.until(&format!("{role:?} {name:?}"), || Ok(self.count(role, name)?.gt(&0).then_some(())));
    }

    /// Waits until there is no thing with this role and name.
    pub fn lacks(&self, role: Role, name: &str) {
        self.until(&format!("no {role:?} {name:?}"), || Ok(self.count(role, name)?.eq(&0).then_some(())));
    }

    /// How many things have this role and name just now.
    pub fn count(&self, role: Role, name: &str) -> Result<u64, Refusal> {
        Ok(self.look("count", &[json!(role.name()), json!(name)])?.as_u64().unwrap_or_default())
    }

    /// Names of all shown things with this role just now.
    pub fn names(&self, role: Role) -> Vec<String> {
        let names = self.look("names", &[json!(role.name())]).unwrap_or_default();
        let names = names.as_array().cloned().unwrap_or_default();
        names.iter().filter_map(|name| name.as_str().map(str::to_owned)).collect()
    }

    /// Whether the box or choice with this name is ticked; `None` where there is none.
    pub fn is_checked(&self, role: Role, name: &str) -> Option<bool> {
        self.look("checked", &[json!(role.name()), json!(name)]).ok()?.as_bool()
    }

    /// All text that is shown just now.
    pub fn text(&self) -> String {
        let text = self.look("text", &[]).unwrap_or_default();
        text.as_str().unwrap_or_default().to_owned()
    }

    /// Waits until a text is shown.
    pub fn sees(&self, text: &str) {
        self.until(&format!("the text {text:?}"), || Ok(self.text().contains(text).then_some(())));
    }

    /// Waits until a text is not shown.
    pub fn no_longer_sees(&self, text: &str) {
        self.until(&format!("the text {text:?} to go"), || Ok((!self.text().contains(text)).then_some(())));
    }

    /// Everything with a role and a name, for messages.
    pub fn outline(&self) -> String {
        let outline = self.look("outline", &[]).unwrap_or_default();
        let lines = outline.as_array().cloned().unwrap_or_default();
        let lines: Vec<&str> = lines.iter().filter_map(Value::as_str).collect();
        format!("{}\n--- text ---\n{:.1500}", lines.join("\n"), self.text())
    }

    /// Runs a script in the page: for what no person can do, such as deleting a database.
    pub fn script(&self, script: &str, arguments: Vec<Value>) -> Value {
        self.driver.run(script, arguments).unwrap_or_else(|refusal| panic!("a script failed: {refusal}"))
    }

    /// As [`Page::script`], for one that calls its last argument with what it found.
    pub fn script_async(&self, script: &str, arguments: Vec<Value>) -> Value {
        self.driver
            .run_async(script, arguments)
            .unwrap_or_else(|refusal| panic!("a script failed: {refusal}"))
    }
}
