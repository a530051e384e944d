//! A picture of a few lines of text, handed to the browser as a download.

use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, CanvasRenderingContext2d, HtmlCanvasElement};

use super::{dom, hand_over};

/// How a line is written.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Look {
    /// Large and strong.
    Title,
    /// Characters to be copied.
    Letters,
    /// Plain words.
    Words,
}

/// One line of the picture.
pub struct Line<'a> {
    pub look: Look,
    pub words: &'a str,
}

const WIDTH: f64 = 1_080.0;
const MARGIN: f64 = 80.0;

impl Look {
    fn font(self) -> &'static str {
        match self {
            Self::Title => "600 52px system-ui, sans-serif",
            Self::Letters => "600 64px ui-monospace, 'Liberation Mono', monospace",
            Self::Words => "34px system-ui, sans-serif",
        }
    }

    fn height(self) -> f64 {
        match self {
            Self::Title => 110.0,
            Self::Letters => 120.0,
            Self::Words => 60.0,
        }
    }
}

/// Draws the lines, black on white, and hands them over under that file name. `then` hears whether it worked.
pub fn download(lines: &[Line<'_>], file_name: &'static str, then: impl FnOnce(bool) + 'static) {
    let Some(canvas) = draw(lines) else { return then(false) };
    let emptied = canvas.clone();
    let take = move |blob: JsValue| {
        // The pixels go at once.
        emptied.set_width(0);
        then(blob.dyn_into::<Blob>().ok().and_then(|blob| hand_over::blob(&blob, file_name)).is_some());
    };
    let take = Closure::once_into_js(take);
    let _ = canvas.to_blob(take.unchecked_ref());
}

fn draw(lines: &[Line<'_>]) -> Option<HtmlCanvasElement> {
    let canvas: HtmlCanvasElement = dom::document()?.create_element("canvas").ok()?.dyn_into().ok()?;
    let context: CanvasRenderingContext2d = canvas.get_context("2d").ok()??.dyn_into().ok()?;
    let wrapped: Vec<Wrapped> = lines.iter().flat_map(|line| wrapped(&context, line)).collect();
    let height = wrapped.iter().map(|line| line.look.height()).sum::<f64>() + 2.0 * MARGIN;
    canvas.set_width(WIDTH as u32);
    canvas.set_height(height as u32);
    context.set_fill_style_str("white");
    context.fill_rect(0.0, 0.0, WIDTH, height);
    context.set_fill_style_str("black");
    let mut y = MARGIN;
    for line in &wrapped {
        y += line.look.height();
        context.set_font(line.look.font());
        context.fill_text(&line.words, MARGIN, y - line.look.height() * 0.3).ok()?;
    }
    Some(canvas)
}

struct Wrapped {
    look: Look,
    words: zeroize::Zeroizing<String>,
}

/// The line divided where it would leave the picture.
fn wrapped(context: &CanvasRenderingContext2d, line: &Line<'_>) -> Vec<Wrapped> {
    context.set_font(line.look.font());
    let fits =
        |words: &str| context.measure_text(words).is_ok_and(|size| size.width() <= WIDTH - 2.0 * MARGIN);
    let mut rows: Vec<Wrapped> = Vec::new();
    for word in line.words.split(' ') {
        match rows.last_mut() {
            Some(row) if fits(&(row.words.clone().to_string() + " " + word)) => {
                row.words.push(' ');
                row.words.push_str(word);
            }
            _ => rows.push(Wrapped { look: line.look, words: zeroize::Zeroizing::new(word.to_owned()) }),
        }
    }
    rows
}
