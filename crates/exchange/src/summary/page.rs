//! A summary as one page of HTML that needs nothing else: black on white, no script, no address, charts as SVG.

use journal::summary::{Body, Chart, Heading, Line, Section, Summary};

use super::escape::escaped;

/// The one style of the page. Its hash stands in the content policy, so that the frame of the preview may use it.
pub const STYLE: &str = include_str!("page.css");

/// How it is looked at.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Look {
    /// As it is printed.
    Paper,
    /// Large, on a screen that is handed over.
    Large,
}

/// The page. `draw` makes SVG of a chart.
#[must_use]
pub fn page(summary: &Summary, look: Look, draw: &dyn Fn(&Chart) -> String) -> String {
    let mut html = String::with_capacity(16 * 1024);
    html.push_str("<!DOCTYPE html>\n<html lang=\"");
    html.push_str(&escaped(&summary.language));
    html.push_str("\" dir=\"auto\"><head><meta charset=\"utf-8\">");
    html.push_str("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">");
    html.push_str("<meta name=\"robots\" content=\"noindex\"><title>");
    html.push_str(&escaped(&summary.title));
    html.push_str("</title><style>");
    html.push_str(STYLE);
    html.push_str("</style></head>\n<body class=\"");
    html.push_str(if look == Look::Large { "large" } else { "paper" });
    html.push_str("\">\n<main class=\"sheet ");
    html.push_str(fit(summary));
    html.push_str("\">\n");
    head(&mut html, summary);
    html.push_str("<div class=\"sections\">\n");
    summary.sections.iter().for_each(|one| section(&mut html, one, draw));
    html.push_str("</div>\n</main>\n");
    if !summary.second.is_empty() {
        html.push_str("<div class=\"sheet second\">\n");
        summary.second.iter().for_each(|one| section(&mut html, one, draw));
        html.push_str("</div>\n");
    }
    html.push_str("</body></html>\n");
    html
}

/// Characters of a line over the whole width of the smallest type, and in one of two columns.
const WIDE: usize = 150;
const NARROW: usize = 70;

/// How small the first page has to be set, so that it stays one page: by how many lines it needs.
fn fit(summary: &Summary) -> &'static str {
    let lines = |section: &Section, width: usize| -> usize {
        let of = |line: &Line| match &line.body {
            Body::Chart(chart) => 12 + chart.words.chars().count().div_ceil(width),
            body => body.text().chars().count().div_ceil(width).max(1),
        };
        2 + section.lines.iter().map(of).sum::<usize>()
    };
    let (narrow, wide): (Vec<&Section>, Vec<&Section>) =
        summary.sections.iter().partition(|section| is_narrow(section.heading));
    let beside: usize =
        narrow.chunks(2).map(|pair| pair.iter().map(|one| lines(one, NARROW)).max().unwrap_or(0)).sum();
    let whole: usize = wide.iter().map(|section| lines(section, WIDE)).sum();
    match beside + whole {
        0..=44 => "roomy",
        45..=50 => "close",
        51..=64 => "dense",
        _ => "tight",
    }
}

fn head(html: &mut String, summary: &Summary) {
    html.push_str("<header><h1>");
    html.push_str(&escaped(&summary.title));
    html.push_str("</h1><p class=\"about\">");
    for line in &summary.head {
        html.push_str("<span dir=\"auto\">");
        html.push_str(&escaped(&line.body.text()));
        html.push_str("</span> ");
    }
    html.push_str("</p></header>\n");
}

/// Sections that stand beside each other in narrow columns.
fn is_narrow(heading: Heading) -> bool {
    !matches!(heading, Heading::Lines | Heading::Passages | Heading::Urges | Heading::WholePassages)
}

fn section(html: &mut String, section: &Section, draw: &dyn Fn(&Chart) -> String) {
    html.push_str(if is_narrow(section.heading) {
        "<section class=\"narrow\"><h2>"
    } else {
        "<section><h2>"
    });
    html.push_str(&escaped(&section.title));
    html.push_str("</h2>\n");
    let mut in_table = false;
    for line in &section.lines {
        let is_row = matches!(line.body, Body::Row(_));
        if is_row && !in_table {
            open_table(html, &section.columns);
        }
        if !is_row && in_table {
            html.push_str("</tbody></table>\n");
        }
        in_table = is_row;
        body(html, &line.body, draw);
    }
    if in_table {
        html.push_str("</tbody></table>\n");
    }
    html.push_str("</section>\n");
}

fn open_table(html: &mut String, columns: &[String]) {
    html.push_str("<table>");
    if !columns.is_empty() {
        html.push_str("<thead><tr>");
        for column in columns {
            html.push_str("<th scope=\"col\">");
            html.push_str(&escaped(column));
            html.push_str("</th>");
        }
        html.push_str("</tr></thead>");
    }
    html.push_str("<tbody>\n");
}

fn body(html: &mut String, body: &Body, draw: &dyn Fn(&Chart) -> String) {
    match body {
        Body::Words(words) => element(html, "<p>", words, "</p>\n"),
        Body::Own(words) => element(html, "<p class=\"own\" dir=\"auto\">", words, "</p>\n"),
        Body::Row(cells) => {
            html.push_str("<tr>");
            for (at, cell) in cells.iter().enumerate() {
                let (open, close) = match at {
                    0 => ("<th scope=\"row\" dir=\"auto\">", "</th>"),
                    _ => ("<td>", "</td>"),
                };
                element(html, open, cell, close);
            }
            html.push_str("</tr>\n");
        }
        Body::Chart(chart) => {
            html.push_str("<figure>");
            html.push_str(&draw(chart));
            element(html, "<figcaption>", &chart.words, "</figcaption></figure>\n");
        }
    }
}

fn element(html: &mut String, open: &str, words: &str, close: &str) {
    html.push_str(open);
    html.push_str(&escaped(words));
    html.push_str(close);
}
