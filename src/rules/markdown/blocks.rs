//! Blocks, line by line. A container takes its lines, without their marks, and is read by the same rules again.

use super::spans::spans_of;
use super::{Block, DEEPEST};

/// The blocks of a text.
#[must_use]
pub fn blocks_of(markdown: &str) -> Vec<Block> {
    let lines: Vec<&str> = markdown.lines().collect();
    read(&lines, 0)
}

fn read(lines: &[&str], depth: usize) -> Vec<Block> {
    let mut blocks = Vec::new();
    let mut at = 0;
    while let Some(line) = lines.get(at) {
        let rest = &lines[at..];
        let (block, taken) = if line.trim().is_empty() {
            (None, 1)
        } else if let Some((level, words)) = heading(line) {
            (Some(Block::Heading(level, spans_of(words))), 1)
        } else if is_rule(line) {
            (Some(Block::Rule), 1)
        } else if let Some(fence) = fence(line) {
            fenced(rest, fence)
        } else if line.starts_with("    ") || line.starts_with('\t') {
            indented(rest)
        } else if depth < DEEPEST && quoted(line).is_some() {
            quote(rest, depth)
        } else if let Some(marker) = marker(line).filter(|_| depth < DEEPEST) {
            list(rest, marker, depth)
        } else {
            paragraph(rest, depth)
        };
        blocks.extend(block);
        at += taken;
    }
    blocks
}

fn heading(line: &str) -> Option<(u8, &str)> {
    let line = line.trim();
    let words = line.trim_start_matches('#');
    let level = line.len() - words.len();
    let sound = (1..=6).contains(&level) && (words.is_empty() || words.starts_with([' ', '\t']));
    sound.then(|| (level as u8, words.trim_end_matches('#').trim()))
}

fn is_rule(line: &str) -> bool {
    let mut marks = line.chars().filter(|letter| !letter.is_whitespace());
    let Some(mark @ ('-' | '*' | '_')) = marks.next() else { return false };
    let mut count = 1;
    marks.all(|letter| {
        count += 1;
        letter == mark
    }) && count >= 3
}

/// The mark of a code fence and how often it stands.
fn fence(line: &str) -> Option<(char, usize)> {
    let line = line.trim_start();
    let mark = line.chars().next().filter(|mark| matches!(mark, '`' | '~'))?;
    let after = line.trim_start_matches(mark);
    let count = line.len() - after.len();
    (count >= 3 && !(mark == '`' && after.contains('`'))).then_some((mark, count))
}

fn fenced(lines: &[&str], (mark, count): (char, usize)) -> (Option<Block>, usize) {
    let closes = |line: &&str| {
        let line = line.trim();
        line.len() >= count && line.chars().all(|letter| letter == mark)
    };
    let end = lines[1..].iter().position(closes).map_or(lines.len(), |at| at + 1);
    (Some(Block::Code(lines[1..end].join("\n"))), (end + 1).min(lines.len()))
}

fn indented(lines: &[&str]) -> (Option<Block>, usize) {
    let bare = |line: &&str| line.strip_prefix("    ").or_else(|| line.strip_prefix('\t')).map(str::to_owned);
    let code: Vec<String> = lines.iter().map_while(bare).collect();
    (Some(Block::Code(code.join("\n"))), code.len())
}

/// The line without its `>`.
fn quoted(line: &str) -> Option<&str> {
    let inside = line.trim_start().strip_prefix('>')?;
    Some(inside.strip_prefix(' ').unwrap_or(inside))
}

fn quote(lines: &[&str], depth: usize) -> (Option<Block>, usize) {
    let mut inside: Vec<&str> = Vec::new();
    for line in lines {
        match quoted(line) {
            Some(line) => inside.push(line),
            // A paragraph may go on without its marks.
            None if goes_on(&inside, line) => inside.push(line),
            None => break,
        }
    }
    (Some(Block::Quote(read(&inside, depth + 1))), inside.len())
}

/// Whether a line without marks belongs to the paragraph before it.
fn goes_on(before: &[&str], line: &str) -> bool {
    before.last().is_some_and(|last| !last.trim().is_empty()) && !begins_a_block(line)
}

/// Which list a line begins or goes on with, and where its words begin.
#[derive(Clone, Copy)]
struct Marker {
    mark: char,
    number: Option<u64>,
    words_at: usize,
}

fn marker(line: &str) -> Option<Marker> {
    let bare = line.trim_start();
    let indent = line.len() - bare.len();
    let digits = bare.bytes().take_while(u8::is_ascii_digit).count();
    let mark = bare[digits..].chars().next()?;
    let number = match (mark, digits) {
        ('-' | '*' | '+', 0) => None,
        ('.' | ')', 1..=9) => Some(bare[..digits].parse().ok()?),
        _ => return None,
    };
    let after = &bare[digits + 1..];
    let spaces = after.len() - after.trim_start_matches(' ').len();
    // More than four spaces are code inside of the item, not its margin.
    let margin = if (1..=4).contains(&spaces) { spaces } else { 1 };
    let sound = after.is_empty() || after.starts_with([' ', '\t']);
    sound.then_some(Marker { mark, number, words_at: indent + digits + 1 + margin })
}

fn list(lines: &[&str], first: Marker, depth: usize) -> (Option<Block>, usize) {
    let mut items: Vec<Vec<&str>> = Vec::new();
    let mut words_at = 0;
    let mut taken = 0;
    for (at, line) in lines.iter().enumerate() {
        let indent = line.len() - line.trim_start().len();
        let next = marker(line).filter(|next| next.mark == first.mark && !is_rule(line));
        let inside = !items.is_empty() && indent >= words_at;
        match (next, items.last_mut()) {
            (Some(next), _) if !inside => {
                items.push(vec![line.get(next.words_at..).unwrap_or_default()]);
                words_at = next.words_at;
            }
            (_, Some(item)) if line.trim().is_empty() => item.push(""),
            (_, Some(item)) if inside => item.push(line.get(words_at..).unwrap_or_default()),
            (_, Some(item)) if goes_on(item, line) => item.push(line.trim_start()),
            _ => break,
        }
        // Empty lines at the end are not the list's.
        if !line.trim().is_empty() {
            taken = at + 1;
        }
    }
    let items = items.iter().map(|item| read(item, depth + 1)).collect();
    (Some(Block::List { first: first.number, items }), taken)
}

fn paragraph(lines: &[&str], depth: usize) -> (Option<Block>, usize) {
    let more = |line: &&&str| !line.trim().is_empty() && (depth >= DEEPEST || !begins_a_block(line));
    let count = 1 + lines[1..].iter().take_while(more).count();
    let words: Vec<&str> = lines[..count].iter().map(|line| line.trim()).collect();
    (Some(Block::Paragraph(spans_of(&words.join("\n")))), count)
}

/// Whether a line cannot belong to a paragraph before it.
fn begins_a_block(line: &str) -> bool {
    // A numbered list interrupts a paragraph only when it begins with 1: a year may stand at the start of a line.
    let lists = marker(line).is_some_and(|marker| {
        marker.number.is_none_or(|number| number == 1) && line.len() > marker.words_at.saturating_sub(1)
    });
    line.trim().is_empty()
        || heading(line).is_some()
        || is_rule(line)
        || fence(line).is_some()
        || quoted(line).is_some()
        || lists
}
