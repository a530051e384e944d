//! Front matter: lines of `name: value` between two lines of `---`. The small part of YAML that journals use, and ours,
//! whose every value is JSON.

/// One field.
#[derive(PartialEq, Eq, Debug)]
pub(super) struct Field<'a> {
    pub(super) name: String,
    /// As it stands after the colon; a list below it in lines of its own stands there as JSON.
    pub(super) value: std::borrow::Cow<'a, str>,
}

/// Whether a text begins with one.
pub(super) fn is_there(text: &str) -> bool {
    split(text).is_some()
}

/// The fields, and the text below them; no fields where there is no front matter.
pub(super) fn read(text: &str) -> (Vec<Field<'_>>, &str) {
    let Some((head, below)) = split(text) else { return (Vec::new(), text) };
    let mut fields: Vec<Field<'_>> = Vec::new();
    let mut members: Vec<String> = Vec::new();
    for line in head.lines() {
        let member = line
            .trim_start()
            .strip_prefix("- ")
            .filter(|_| fields.last().is_some_and(|field| field.value.is_empty() || !members.is_empty()));
        if let Some(member) = member {
            members.push(unquoted(member));
            if let Some(field) = fields.last_mut() {
                field.value = serde_json::Value::from(members.clone()).to_string().into();
            }
            continue;
        }
        members.clear();
        if let Some((name, value)) = named(line) {
            fields.push(Field { name, value: value.trim().into() });
        }
    }
    (fields, below)
}

fn split(text: &str) -> Option<(&str, &str)> {
    let rest = text.strip_prefix("---")?;
    let rest = rest.strip_prefix("\r\n").or(rest.strip_prefix('\n'))?;
    let mut at = 0;
    for line in rest.split_inclusive('\n') {
        if line.trim_end() == "---" {
            return Some((&rest[..at], &rest[at + line.len()..]));
        }
        at += line.len();
    }
    None
}

/// A line's name and value. A name may be quoted, as JSON.
fn named(line: &str) -> Option<(String, &str)> {
    if line.starts_with('"') {
        let mut names = serde_json::Deserializer::from_str(line).into_iter::<String>();
        let name = names.next()?.ok()?;
        let rest = line.get(names.byte_offset()..)?.trim_start();
        return Some((name, rest.strip_prefix(':')?));
    }
    let (name, value) = line.split_once(':')?;
    let plain = !name.is_empty() && !name.starts_with([' ', '\t', '#', '-']);
    plain.then(|| (name.trim().to_owned(), value))
}

impl Field<'_> {
    /// The value as one text.
    pub(super) fn words(&self) -> String {
        unquoted(&self.value)
    }

    /// The value as several: a list, or parts between commas.
    pub(super) fn list(&self) -> Vec<String> {
        let value = self.value.trim();
        if let Ok(list) = serde_json::from_str(value) {
            return list;
        }
        let inside = value.strip_prefix('[').and_then(|value| value.strip_suffix(']')).unwrap_or(value);
        inside.split(',').map(unquoted).filter(|part| !part.is_empty()).collect()
    }
}

fn unquoted(value: &str) -> String {
    let value = value.trim();
    if let Ok(words) = serde_json::from_str::<String>(value) {
        return words;
    }
    let single = value.strip_prefix('\'').and_then(|value| value.strip_suffix('\''));
    single.map_or_else(|| value.to_owned(), |words| words.replace("''", "'"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_are_read_in_the_manners_of_journals() {
        let text = "---\ntitle: 'It''s a day'\ntags:\n  - one\n  - \"two words\"\nmore: [a, \"b\"]\n# note\n\
            date: 2026-03-01T07:00:00-05:00\n\"a: b\": 1\n---\nBelow\n---\n";
        let (fields, below) = read(text);
        assert_eq!(below, "Below\n---\n");
        let words: Vec<_> = fields.iter().map(|field| (field.name.as_str(), field.words())).collect();
        assert_eq!(words[0], ("title", "It's a day".into()));
        assert_eq!(fields[1].list(), ["one", "two words"]);
        assert_eq!(fields[2].list(), ["a", "b"]);
        assert_eq!(words[3], ("date", "2026-03-01T07:00:00-05:00".into()));
        assert_eq!(words[4], ("a: b", "1".into()));
    }

    #[test]
    fn what_is_no_front_matter_stays_text() {
        for text in ["", "text", "---", "---\nopen: 1\n", "----\n---\n", "--- x\n---\n"] {
            assert_eq!(read(text), (Vec::new(), text));
        }
    }
}
