//! A drawing of shapes as SVG, read as one picture in one sentence; and a table of what is behind it.

use leptos::prelude::*;
use rules::chart::{Anchor, Drawing, Shape};

/// The drawing, heard as `words`.
pub fn chart(drawing: Drawing, words: String) -> AnyView {
    let view_box = ["0", "0", &drawing.width.to_string(), &drawing.height.to_string()].join(" ");
    let shapes: Vec<AnyView> = drawing.shapes.into_iter().map(shape).collect();
    view! { <svg class="chart" role="img" aria-label=words viewBox=view_box>{shapes}</svg> }.into_any()
}

fn shape(shape: Shape) -> AnyView {
    match shape {
        Shape::Path { d, class } => view! { <path d=d class=class></path> }.into_any(),
        Shape::Words { x, y, anchor, class, words } => {
            let anchor = match anchor {
                Anchor::Start => "start",
                Anchor::Middle => "middle",
                Anchor::End => "end",
            };
            view! { <text x=x y=y text-anchor=anchor class=class>{words}</text> }.into_any()
        }
    }
}

/// Rows under a head; the first of each row names it.
#[derive(Clone, Default)]
pub struct Table {
    /// What stands above the columns.
    pub head: Vec<String>,
    /// The rows, each as long as the head.
    pub rows: Vec<Vec<String>>,
}

/// The table, named `name`. It scrolls by itself where it is too wide.
pub fn table(name: String, table: Table) -> AnyView {
    let head = |words: String| view! { <th scope="col">{words}</th> }.into_any();
    let cell = |(at, words): (usize, String)| match at {
        0 => view! { <th scope="row" dir="auto">{words}</th> }.into_any(),
        _ => view! { <td>{words}</td> }.into_any(),
    };
    let row = |cells: Vec<String>| {
        let cells: Vec<AnyView> = cells.into_iter().enumerate().map(cell).collect();
        view! { <tr>{cells}</tr> }.into_any()
    };
    let head: Vec<AnyView> = table.head.into_iter().map(head).collect();
    let rows: Vec<AnyView> = table.rows.into_iter().map(row).collect();
    let region = name.clone();
    view! {
        <div class="table-room" role="region" aria-label=region tabindex="0">
            <table class="table" aria-label=name>
                <thead><tr>{head}</tr></thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
    .into_any()
}
