//! Tables with commas (RFC 4180), read leniently: a quote in the middle of a field is a letter, and a field that is never
//! closed ends with its line.

/// One row, and the line it begins in, the first being 1.
#[derive(PartialEq, Eq, Debug)]
pub(super) struct Row {
    pub(super) line: u32,
    pub(super) fields: Vec<String>,
}

/// The rows of a text, empty lines left out.
pub(super) fn rows(text: &str) -> impl Iterator<Item = Row> {
    let (mut rest, mut line) = (text, 1);
    // Once a quote was never closed, none after it is looked for again: that would take ever longer.
    let mut closes = true;
    std::iter::from_fn(move || {
        loop {
            if rest.is_empty() {
                return None;
            }
            let began = line;
            let (fields, after) = row(rest, &mut closes);
            line += rest[..rest.len() - after.len()].matches('\n').count() as u32;
            rest = after;
            if fields.iter().any(|field| !field.is_empty()) {
                return Some(Row { line: began, fields });
            }
        }
    })
}

/// The fields of the first row, and what comes after it.
fn row<'a>(text: &'a str, closes: &mut bool) -> (Vec<String>, &'a str) {
    let mut fields = Vec::new();
    let mut rest = text;
    loop {
        let (field, after) = match rest.strip_prefix('"').filter(|_| *closes) {
            None => plain(rest),
            Some(inside) => quoted(inside).unwrap_or_else(|| {
                *closes = false;
                plain(rest)
            }),
        };
        fields.push(field);
        match after.strip_prefix(',') {
            Some(next) => rest = next,
            None => {
                return (fields, after.strip_prefix("\r\n").or(after.strip_prefix('\n')).unwrap_or(after));
            }
        }
    }
}

fn plain(text: &str) -> (String, &str) {
    let end = text.find([',', '\n']).unwrap_or(text.len());
    let (field, after) = text.split_at(end);
    match field.strip_suffix('\r') {
        Some(field) => (field.to_owned(), after),
        None => (field.to_owned(), after),
    }
}

/// A field after its opening quote; `None` where its end is not found before the text's.
fn quoted(text: &str) -> Option<(String, &str)> {
    let mut field = String::new();
    let mut rest = text;
    loop {
        let at = rest.find('"')?;
        field.push_str(&rest[..at]);
        let after = &rest[at + 1..];
        match after.chars().next() {
            Some('"') => {
                field.push('"');
                rest = &after[1..];
            }
            None | Some(',' | '\n') => return Some((field, after)),
            Some('\r') if after.starts_with("\r\n") => return Some((field, after)),
            Some(_) => {
                // A stray quote.
                field.push('"');
                rest = after;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Vec<(u32, Vec<String>)> {
        rows(text).map(|row| (row.line, row.fields)).collect()
    }

    #[test]
    fn rows_are_read_with_their_lines() {
        type Rows<'a> = &'a [(u32, &'a [&'a str])];
        let cases: &[(&str, Rows)] = &[
            ("", &[]),
            ("\n\n", &[]),
            ("a,b\nc,d", &[(1, &["a", "b"]), (2, &["c", "d"])]),
            ("a,\"b\nc\",d\r\ne,f,", &[(1, &["a", "b\nc", "d"]), (3, &["e", "f", ""])]),
            ("\"a \"\"b\"\"\",c", &[(1, &["a \"b\"", "c"])]),
            ("a \"b\" c,d", &[(1, &["a \"b\" c", "d"])]),
            ("\"a\" b\",c", &[(1, &["a\" b", "c"])]),
            ("\"a,b\nc,d", &[(1, &["\"a", "b"]), (2, &["c", "d"])]),
            ("\"\",\"x\"", &[(1, &["", "x"])]),
        ];
        for (text, expected) in cases {
            let expected: Vec<(u32, Vec<String>)> = expected
                .iter()
                .map(|(line, fields)| (*line, fields.iter().map(|field| (*field).to_owned()).collect()))
                .collect();
            assert_eq!(read(text), expected, "{text}");
        }
    }
}
