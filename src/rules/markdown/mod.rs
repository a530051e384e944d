//! Markdown as a closed set of nodes of our own. Whatever is not among them (HTML, tables, entities) stays the words it
//! was typed as, so nothing written can become anything but words on the screen.
//!
//! Read here, in the manner of CommonMark: headings with `#`, paragraphs, quotes, lists, rules, fenced and indented
//! code; emphasis, strong, code, links in their place, addresses between `<` and `>`, escapes. A parser of all of
//! CommonMark was measured at 30 KB of compressed download, half of it the names of 2,000 entities; this one takes
//! three (docs/decisions/0003). Every pass is linear in the text.

mod blocks;
mod spans;

pub use blocks::blocks_of;

/// How deep lists and quotes nest on the screen; what lies deeper is shown at this depth.
const DEEPEST: usize = 12;

/// A block of text.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Block {
    /// Running text.
    Paragraph(Vec<Span>),
    /// A heading, 1 to 6.
    Heading(u8, Vec<Span>),
    /// Somebody's words.
    Quote(Vec<Block>),
    /// A list: numbered from `first` if given.
    List {
        /// Number of the first item.
        first: Option<u64>,
        /// The items.
        items: Vec<Vec<Block>>,
    },
    /// Text kept letter by letter.
    Code(String),
    /// A line across.
    Rule,
}

/// A run of text inside a block.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Span {
    /// Words.
    Text(String),
    /// A new line.
    Break,
    /// Stressed.
    Emphasis(Vec<Span>),
    /// Strongly stressed.
    Strong(Vec<Span>),
    /// Kept letter by letter.
    Code(String),
    /// A link, never followed by itself: its words and the address it names.
    Link {
        /// Its words.
        words: Vec<Span>,
        /// Its address.
        address: String,
    },
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(words: &str) -> Span {
        Span::Text(words.into())
    }

    #[test]
    fn each_kind_of_block_becomes_a_node() {
        let cases = [
            ("plain", vec![Block::Paragraph(vec![text("plain")])]),
            ("## Two", vec![Block::Heading(2, vec![text("Two")])]),
            ("> said", vec![Block::Quote(vec![Block::Paragraph(vec![text("said")])])]),
            ("---", vec![Block::Rule]),
            ("    code\n    more", vec![Block::Code("code\nmore".into())]),
            (
                "3. one\n4. two",
                vec![Block::List {
                    first: Some(3),
                    items: vec![
                        vec![Block::Paragraph(vec![text("one")])],
                        vec![Block::Paragraph(vec![text("two")])],
                    ],
                }],
            ),
            (
                "*a* **b** `c`\nd",
                vec![Block::Paragraph(vec![
                    Span::Emphasis(vec![text("a")]),
                    text(" "),
                    Span::Strong(vec![text("b")]),
                    text(" "),
                    Span::Code("c".into()),
                    Span::Break,
                    text("d"),
                ])],
            ),
        ];
        for (markdown, expected) in cases {
            assert_eq!(blocks_of(markdown), expected, "{markdown}");
        }
    }

    #[test]
    fn html_and_images_stay_words() {
        assert_eq!(
            blocks_of("<script>alert(1)</script>"),
            [Block::Paragraph(vec![text("<script>alert(1)</script>")])]
        );
        assert_eq!(blocks_of("a <b>c</b>"), [Block::Paragraph(vec![text("a <b>c</b>")])]);
        assert_eq!(
            blocks_of("![sea](https://example.org/x.png)"),
            [Block::Paragraph(vec![Span::Link {
                words: vec![text("sea")],
                address: "https://example.org/x.png".into()
            }])]
        );
    }

    #[test]
    fn a_link_keeps_the_address_it_names() {
        let expected = Span::Link { words: vec![text("here")], address: "javascript:alert(1)".into() };
        assert_eq!(blocks_of("[here](javascript:alert(1))"), [Block::Paragraph(vec![expected])]);
    }

    #[test]
    fn marks_without_a_partner_stay_marks() {
        for words in [
            "2 * 3 * 4",
            "*open",
            "a ** b",
            "[x] done",
            "snake_case_word",
            "`tick",
            "a]b",
            "<b>",
            "5 < 6",
            "\\",
            "a ****",
            "(a)[b]",
        ] {
            assert_eq!(blocks_of(words), [Block::Paragraph(vec![text(words)])], "{words}");
        }
        assert_eq!(blocks_of("\\*kept\\*"), [Block::Paragraph(vec![text("*kept*")])]);
    }

    #[test]
    fn stress_nests_and_closes_in_order() {
        let both = Span::Strong(vec![text("a "), Span::Emphasis(vec![text("b")]), text(" c")]);
        assert_eq!(blocks_of("**a *b* c**"), [Block::Paragraph(vec![both])]);
        let three = Span::Strong(vec![Span::Emphasis(vec![text("a")])]);
        assert_eq!(blocks_of("***a***"), [Block::Paragraph(vec![three])]);
        let left = Span::Emphasis(vec![text("a **b")]);
        assert_eq!(blocks_of("*a **b*"), [Block::Paragraph(vec![left])]);
    }

    #[test]
    fn lists_nest_and_end() {
        let item = |words: &str| vec![Block::Paragraph(vec![text(words)])];
        let inner = Block::List { first: None, items: vec![item("b"), item("c")] };
        let mut first = item("a");
        first.push(inner);
        let list = Block::List { first: None, items: vec![first, item("d")] };
        assert_eq!(blocks_of("- a\n  - b\n  - c\n- d"), [list.clone()]);
        assert_eq!(blocks_of("- a\n  - b\n  - c\n- d\n\nend"), [list, Block::Paragraph(vec![text("end")])]);
        let year = "It was\n1984. Then";
        assert_eq!(
            blocks_of(year),
            [Block::Paragraph(vec![text("It was"), Span::Break, text("1984. Then")])]
        );
    }

    #[test]
    fn absurd_texts_are_read_in_no_time() {
        let start = std::time::Instant::now();
        for piece in
            ["*a _b ", "[", "](", "`a``b```", "> - ", "<", "![", "\\", "é*", "1. ", "~~~\n", "_", "***"]
        {
            assert!(!blocks_of(&piece.repeat(200_000 / piece.len())).is_empty(), "{piece}");
        }
        assert!(start.elapsed().as_secs() < 10);
    }

    #[test]
    fn what_nests_too_deep_is_shown_and_ends() {
        fn depth(blocks: &[Block]) -> usize {
            let below = |block: &Block| match block {
                Block::Quote(blocks) => depth(blocks),
                Block::List { items, .. } => items.iter().map(|item| depth(item)).max().unwrap_or(0),
                _ => 0,
            };
            1 + blocks.iter().map(below).max().unwrap_or(0)
        }
        for deep in ["> ".repeat(5_000) + "end", "- ".repeat(500) + "end"] {
            let blocks = blocks_of(&deep);
            assert!(depth(&blocks) <= DEEPEST + 2, "{}", depth(&blocks));
            assert!(format!("{blocks:?}").contains("end"));
        }
    }
}
