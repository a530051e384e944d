//! Markdown as a closed set of nodes of our own. Whatever is not among them (HTML, images, tables) stays text, so
//! nothing written can become anything but words on the screen.

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

/// How deep lists, quotes and emphasis nest on the screen; what lies deeper is shown at this depth.
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

/// The blocks of a text.
#[must_use]
pub fn blocks_of(markdown: &str) -> Vec<Block> {
    let mut tree = Tree { open: vec![Open::new(Kind::Page)], passed_over: Vec::new() };
    for event in Parser::new_ext(markdown, Options::empty()) {
        tree.take(event);
    }
    while tree.open.len() > 1 {
        tree.close();
    }
    tree.open.pop().map(Open::into_blocks).unwrap_or_default()
}

#[derive(Clone, PartialEq, Debug)]
enum Kind {
    Page,
    Paragraph,
    Heading(u8),
    Quote,
    List(Option<u64>),
    Item,
    Code,
    Emphasis,
    Strong,
    Link(String),
}

/// A container that is not closed yet. Spans outside of any paragraph (tight lists) gather in `spans`.
struct Open {
    kind: Kind,
    blocks: Vec<Block>,
    spans: Vec<Span>,
    items: Vec<Vec<Block>>,
}

impl Open {
    fn new(kind: Kind) -> Self {
        Self { kind, blocks: Vec::new(), spans: Vec::new(), items: Vec::new() }
    }

    fn into_blocks(mut self) -> Vec<Block> {
        self.gather();
        self.blocks
    }

    fn gather(&mut self) {
        if !self.spans.is_empty() {
            self.blocks.push(Block::Paragraph(core::mem::take(&mut self.spans)));
        }
    }
}

struct Tree {
    open: Vec<Open>,
    /// For each tag opened: whether it was too deep and has no container of its own.
    passed_over: Vec<bool>,
}

impl Tree {
    fn take(&mut self, event: Event<'_>) {
        match event {
            Event::Start(tag) => self.start(tag),
            Event::End(end) => self.end(end),
            Event::Text(text) | Event::Html(text) | Event::InlineHtml(text) => self.text(&text),
            Event::Code(text) => self.span(Span::Code(text.into_string())),
            Event::SoftBreak | Event::HardBreak => self.span(Span::Break),
            Event::Rule => self.block(Block::Rule),
            _ => {}
        }
    }

    fn start(&mut self, tag: Tag<'_>) {
        let kind = match tag {
            Tag::Heading { level, .. } => Kind::Heading(level as u8),
            Tag::BlockQuote(_) => Kind::Quote,
            Tag::CodeBlock(_) => Kind::Code,
            Tag::List(first) => Kind::List(first),
            Tag::Item => Kind::Item,
            Tag::Emphasis => Kind::Emphasis,
            Tag::Strong => Kind::Strong,
            Tag::Link { dest_url, .. } | Tag::Image { dest_url, .. } => Kind::Link(dest_url.into_string()),
            _ => Kind::Paragraph,
        };
        // Items follow their list, so that a list too deep takes its items with it.
        let orphan = kind == Kind::Item && !matches!(self.top().kind, Kind::List(_));
        let too_deep = orphan || (self.open.len() > DEEPEST && kind != Kind::Item);
        self.passed_over.push(too_deep);
        if !too_deep {
            self.open.push(Open::new(kind));
        }
    }

    fn end(&mut self, _end: TagEnd) {
        if self.passed_over.pop() == Some(false) && self.open.len() > 1 {
            self.close();
        }
    }

    fn close(&mut self) {
        let Some(mut closed) = self.open.pop() else { return };
        let spans = match closed.kind {
            Kind::Page | Kind::Quote | Kind::Item => Vec::new(),
            _ => core::mem::take(&mut closed.spans),
        };
        match closed.kind.clone() {
            Kind::Page | Kind::Paragraph => self.block(Block::Paragraph(spans)),
            Kind::Heading(level) => self.block(Block::Heading(level, spans)),
            Kind::Quote => self.block(Block::Quote(closed.into_blocks())),
            Kind::List(first) => self.block(Block::List { first, items: closed.items }),
            Kind::Item => {
                let item = closed.into_blocks();
                self.top().items.push(item);
            }
            Kind::Code => self.block(Block::Code(letters(&spans))),
            Kind::Emphasis => self.span(Span::Emphasis(spans)),
            Kind::Strong => self.span(Span::Strong(spans)),
            Kind::Link(address) => self.span(Span::Link { words: spans, address }),
        }
    }

    fn text(&mut self, text: &str) {
        if let Some(Span::Text(before)) = self.top().spans.last_mut() {
            before.push_str(text);
        } else {
            self.span(Span::Text(text.to_owned()));
        }
    }

    fn span(&mut self, span: Span) {
        self.top().spans.push(span);
    }

    fn block(&mut self, block: Block) {
        let empty = matches!(&block, Block::Paragraph(spans) if spans.is_empty());
        let top = self.top();
        top.gather();
        if !empty {
            top.blocks.push(block);
        }
    }

    fn top(&mut self) -> &mut Open {
        self.open.last_mut().expect("the page is never closed before the end")
    }
}

fn letters(spans: &[Span]) -> String {
    let mut text = String::new();
    for span in spans {
        match span {
            Span::Text(words) | Span::Code(words) => text.push_str(words),
            Span::Break => text.push('\n'),
            _ => {}
        }
    }
    text
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
