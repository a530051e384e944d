//! The nodes of a text as views. Words only: no markup of the text's own, no images, no link that can be followed.

use leptos::prelude::*;
use rules::{Block, Span, blocks_of};

use crate::screen::words::say;

/// A formatted text.
pub fn formatted(text: &str) -> AnyView {
    view! { <div class="prose" dir="auto">{blocks(blocks_of(text))}</div> }.into_any()
}

fn blocks(all: Vec<Block>) -> AnyView {
    all.into_iter().map(block).collect::<Vec<_>>().into_any()
}

fn block(block: Block) -> AnyView {
    match block {
        Block::Paragraph(words) => view! { <p>{spans(words)}</p> }.into_any(),
        // The entry's own title is the heading above; those inside it come below.
        Block::Heading(1, words) => view! { <h2>{spans(words)}</h2> }.into_any(),
        Block::Heading(2, words) => view! { <h3>{spans(words)}</h3> }.into_any(),
        Block::Heading(_, words) => view! { <h4>{spans(words)}</h4> }.into_any(),
        Block::Quote(inside) => view! { <blockquote>{blocks(inside)}</blockquote> }.into_any(),
        Block::List { first: Some(first), items } => {
            view! { <ol start=first.to_string()>{list(items)}</ol> }.into_any()
        }
        Block::List { first: None, items } => view! { <ul>{list(items)}</ul> }.into_any(),
        Block::Code(text) => view! { <pre><code>{text}</code></pre> }.into_any(),
        Block::Rule => view! { <hr/> }.into_any(),
    }
}

fn list(items: Vec<Vec<Block>>) -> AnyView {
    items.into_iter().map(|item| view! { <li>{blocks(item)}</li> }.into_any()).collect::<Vec<_>>().into_any()
}

fn spans(all: Vec<Span>) -> AnyView {
    all.into_iter().map(span).collect::<Vec<_>>().into_any()
}

fn span(span: Span) -> AnyView {
    match span {
        Span::Text(text) => text.into_any(),
        Span::Break => view! { <br/> }.into_any(),
        Span::Emphasis(inside) => view! { <em>{spans(inside)}</em> }.into_any(),
        Span::Strong(inside) => view! { <strong>{spans(inside)}</strong> }.into_any(),
        Span::Code(text) => view! { <code>{text}</code> }.into_any(),
        Span::Link { words, address } => {
            let says_the_same = matches!(&words[..], [Span::Text(text)] if *text == address);
            let address = (!says_the_same).then(|| {
                view! { <span class="prose-address">" (" {say!(entry.to)} " " {address} ")"</span> }
            });
            view! { <span class="prose-link">{spans(words)}</span>{address} }.into_any()
        }
    }
}
