//! What a PDF that Chromium printed holds: how many pages, and the words on them.

use std::collections::BTreeMap;
use std::io::Read as _;

/// A printed document.
pub struct Pdf {
    bytes: Vec<u8>,
}

impl Pdf {
    /// Of these bytes.
    pub fn new(bytes: Vec<u8>) -> Self {
        Self { bytes }
    }

    /// How many pages it has.
    pub fn pages(&self) -> usize {
        let text = String::from_utf8_lossy(&self.bytes);
        let after = text
            .match_indices("/Type /Page")
            .filter_map(|(at, found)| text[at + found.len()..].chars().next());
        after.filter(|next| !next.is_alphanumeric()).count()
    }

    /// Its words, once as each font reads them: letters stand one after the other, without spaces that paper alone shows.
    pub fn text(&self) -> String {
        let streams = self.streams();
        let (fonts, rest): (Vec<String>, Vec<String>) =
            streams.into_iter().partition(|stream| stream.contains("begincmap"));
        let drawn: Vec<String> = rest.into_iter().filter(|stream| stream.contains("BT")).collect();
        let read = |font: &String| {
            let letters = letters(font);
            let codes = drawn.iter().flat_map(|stream| codes(stream));
            codes.filter_map(|code| letters.get(&code).cloned()).collect::<String>() + "\n"
        };
        fonts.iter().map(read).collect()
    }

    /// Every stream that inflates, as text.
    fn streams(&self) -> Vec<String> {
        let mut streams = Vec::new();
        let mut rest = self.bytes.as_slice();
        while let Some(at) = find(rest, b"stream\n") {
            rest = &rest[at + b"stream\n".len()..];
            let mut inflated = Vec::new();
            // What is no zlib is an image or a font that is not looked into.
            if flate2::read::ZlibDecoder::new(rest).read_to_end(&mut inflated).is_ok() {
                streams.push(String::from_utf8_lossy(&inflated).into_owned());
            }
        }
        streams
    }
}

fn find(bytes: &[u8], what: &[u8]) -> Option<usize> {
    bytes.windows(what.len()).position(|window| window == what)
}

/// Which letters stand for which number of a glyph (ISO 32000-1, 9.10.3).
fn letters(font: &str) -> BTreeMap<u16, String> {
    let mut letters = BTreeMap::new();
    let mut in_range = false;
    for line in font.lines() {
        in_range = (in_range || line.ends_with("beginbfrange")) && !line.starts_with("endbfrange");
        let numbers: Vec<Vec<u16>> =
            line.split('<').skip(1).filter_map(|part| units(part.split('>').next()?)).collect();
        match numbers.as_slice() {
            [from, to, first] if in_range && !first.is_empty() => {
                for (nth, code) in (from[0]..=to[0]).enumerate() {
                    letters.insert(code, String::from_utf16_lossy(&[first[0] + nth as u16]));
                }
            }
            [code, letter] if code.len() == 1 => {
                drop(letters.insert(code[0], String::from_utf16_lossy(letter)))
            }
            _ => {}
        }
    }
    letters
}

/// The numbers of the glyphs that a page draws, in order.
fn codes(stream: &str) -> Vec<u16> {
    stream.split('<').skip(1).filter_map(|part| units(part.split('>').next()?)).flatten().collect()
}

fn units(digits: &str) -> Option<Vec<u16>> {
    let whole = !digits.is_empty() && digits.len().is_multiple_of(4);
    whole.then(|| {
        (0..digits.len()).step_by(4).map(|at| u16::from_str_radix(digits.get(at..at + 4)?, 16).ok()).collect()
    })?
}
