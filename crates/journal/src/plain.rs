//! Lines of Markdown without their marks, for lists. Shows text, never structure; what is written is not changed.

/// One line without Markdown marks, its white space collapsed. Empty where it is only a mark (a rule, a fence).
pub(crate) fn line(line: &str) -> String {
    let line = without_lead(line.trim());
    if is_rule(line) || line.starts_with("```") || line.starts_with("~~~") {
        return String::new();
    }
    let text = without_emphasis(&without_targets(line));
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Where to cut a line so that at most `bytes` remain: after a word if one ends in the second half, else between
/// two characters.
pub(crate) fn end_within(line: &str, bytes: usize) -> usize {
    if line.len() <= bytes {
        return line.len();
    }
    let hard = line.floor_char_boundary(bytes);
    if line[hard..].starts_with(char::is_whitespace) {
        return hard;
    }
    line[..hard].rfind(char::is_whitespace).filter(|end| *end >= bytes / 2).unwrap_or(hard)
}

/// Without headings, quotes, list marks and boxes at the beginning, however many.
fn without_lead(mut line: &str) -> &str {
    loop {
        let next = line.strip_prefix('>').or_else(|| after_mark(line)).map(str::trim_start);
        match next {
            Some(next) => line = next,
            None => return line,
        }
    }
}

/// What follows a mark that must be followed by white space (or by nothing).
fn after_mark(line: &str) -> Option<&str> {
    let hashes = line.len() - line.trim_start_matches('#').len();
    let digits = line.len() - line.trim_start_matches(|char: char| char.is_ascii_digit()).len();
    let mark = match line.as_bytes() {
        [b'#', ..] if hashes <= 6 => hashes,
        [b'-' | b'*' | b'+', ..] => 1,
        [b'[', b' ' | b'x' | b'X', b']', ..] => 3,
        bytes if (1..=9).contains(&digits) && matches!(bytes.get(digits), Some(b'.' | b')')) => digits + 1,
        _ => return None,
    };
    let rest = &line[mark..];
    (rest.is_empty() || rest.starts_with(char::is_whitespace)).then_some(rest)
}

fn is_rule(line: &str) -> bool {
    let marks: Vec<u8> = line.bytes().filter(|byte| !byte.is_ascii_whitespace()).collect();
    let same = marks.windows(2).all(|pair| pair[0] == pair[1]);
    marks.len() >= 2 && same && matches!(marks[0], b'-' | b'*' | b'_' | b'=')
}

/// `[words](target)` and `![words](target)` become `words`.
fn without_targets(line: &str) -> String {
    let mut plain = String::with_capacity(line.len());
    let mut rest = line;
    while let Some(middle) = rest.find("](") {
        let opened = rest[..middle].rfind('[');
        let closed = rest[middle..].find(')').map(|end| middle + end);
        let (Some(open), Some(close)) = (opened, closed) else {
            plain.push_str(&rest[..middle + 2]);
            rest = &rest[middle + 2..];
            continue;
        };
        plain.push_str(rest[..open].strip_suffix('!').unwrap_or(&rest[..open]));
        plain.push_str(&rest[open + 1..middle]);
        rest = &rest[close + 1..];
    }
    plain.push_str(rest);
    plain
}

/// Without backticks and without runs of `*`, `_` and `~~` that lean on a word; `2 * 3` and `snake_case` stay.
fn without_emphasis(line: &str) -> String {
    let mut plain = String::with_capacity(line.len());
    let mut rest = line;
    while let Some(mark) = rest.chars().next() {
        let run = rest.len() - rest.trim_start_matches(mark).len();
        let (before, after) = (side(plain.chars().next_back()), side(rest[run..].chars().next()));
        let leans = before != after || before == Side::Mark;
        let dropped = match mark {
            '`' => true,
            '*' | '_' => leans,
            '~' => leans && run >= 2,
            _ => false,
        };
        if !dropped {
            plain.push_str(&rest[..run]);
        }
        rest = &rest[run..];
    }
    plain
}

#[derive(PartialEq, Eq)]
enum Side {
    Gap,
    Mark,
    Word,
}

fn side(char: Option<char>) -> Side {
    match char {
        None => Side::Gap,
        Some(char) if char.is_whitespace() => Side::Gap,
        Some(char) if char.is_alphanumeric() => Side::Word,
        Some(_) => Side::Mark,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_go_and_words_stay() {
        let cases = [
            ("plain  words\there", "plain words here"),
            ("## Heading", "Heading"),
            ("#tag is not a heading", "#tag is not a heading"),
            ("> > - quoted *list*", "quoted list"),
            ("1. first", "first"),
            ("1987 was long ago", "1987 was long ago"),
            ("- [x] done", "done"),
            ("**bold**, _soft_ and ~~gone~~", "bold, soft and gone"),
            ("2 * 3 = 6, snake_case, a*b", "2 * 3 = 6, snake_case, a*b"),
            ("~5 km", "~5 km"),
            ("see [the page](https://example.org) and ![a cat](cat.png)!", "see the page and a cat!"),
            ("a](b and [c](d", "a](b and [c](d"),
            ("`code`", "code"),
            ("---", ""),
            ("* * *", ""),
            ("====", ""),
            ("```rust", ""),
            ("", ""),
            ("-", ""),
            ("-5 degrees", "-5 degrees"),
        ];
        for (given, plain) in cases {
            assert_eq!(line(given), plain, "{given}");
        }
    }

    #[test]
    fn a_cut_prefers_the_end_of_a_word() {
        assert_eq!(end_within("one two three", 8), 7);
        assert_eq!(end_within("one two three", 7), 7);
        assert_eq!(end_within("a extraordinarily", 8), 8);
        assert_eq!(end_within("short", 8), 5);
    }
}
