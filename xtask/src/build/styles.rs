//! One stylesheet out of `style/`: `style/layers.css` first (it declares the order of the layers), then every other
//! file by its path. Since each file stands in one layer, the order among files carries no meaning, and there is no
//! list to keep. Comments and doubled white space are dropped; nothing else is touched.

use anyhow::Result;

use super::inputs::files_below;
use crate::Workspace;

/// All styles as one text.
pub fn joined(workspace: &Workspace) -> Result<String> {
    let folder = workspace.path("style");
    let mut files = files_below(&folder)?;
    files.retain(|file| file.extension().is_some_and(|extension| extension == "css"));
    files.sort_by_key(|file| (*file != folder.join("layers.css"), file.clone()));
    let texts =
        files.iter().map(|file| Ok(slim(&std::fs::read_to_string(file)?))).collect::<Result<Vec<_>>>()?;
    Ok(texts.join("\n") + "\n")
}

/// Without comments, and with one character for each run of white space; strings stay as they are.
pub fn slim(css: &str) -> String {
    let mut slim = String::with_capacity(css.len());
    let mut rest = css;
    while let Some(character) = rest.chars().next() {
        if rest.starts_with("/*") {
            rest = rest.find("*/").map_or("", |end| &rest[end + 2..]);
        } else if character == '"' || character == '\'' {
            let end = end_of_string(rest, character);
            slim.push_str(&rest[..end]);
            rest = &rest[end..];
        } else if character.is_ascii_whitespace() {
            if !slim.ends_with([' ', '\n']) {
                slim.push(if character == '\n' { '\n' } else { ' ' });
            }
            rest = &rest[1..];
        } else {
            slim.push(character);
            rest = &rest[character.len_utf8()..];
        }
    }
    slim.trim().to_owned()
}

fn end_of_string(text: &str, quote: char) -> usize {
    let mut escaped = false;
    for (at, character) in text.char_indices().skip(1) {
        if character == quote && !escaped {
            return at + 1;
        }
        escaped = character == '\\' && !escaped;
    }
    text.len()
}

#[cfg(test)]
mod tests {
    use super::slim;

    #[test]
    fn comments_and_doubled_space_go_and_strings_stay() {
        for (css, expected) in [
            ("a  {\n\n  b: c; /* no */ }", "a {\nb: c; }"),
            (r#"a::before { content: "/*  x  */ \" y"; }"#, r#"a::before { content: "/*  x  */ \" y"; }"#),
            ("a { width: calc(1px  +  2px) }/* unclosed", "a { width: calc(1px + 2px) }"),
            ("a/**/b", "ab"),
            ("  é  ü ", "é ü"),
        ] {
            assert_eq!(slim(css), expected, "{css}");
        }
    }
}
