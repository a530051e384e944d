//! A drawing as markup, for a page that stands by itself. Nothing of its words can become markup.

use journal::summary::Chart;

use super::{Anchor, Drawing, Line, LineChart, Shape};

/// As wide as paper is beside its height.
const PAPER: i32 = 8_400;

/// The drawing, heard as `words`.
#[must_use]
pub fn svg(drawing: &Drawing, words: &str) -> String {
    let mut svg = String::from("<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" aria-label=\"");
    escape_onto(&mut svg, words);
    svg.push_str("\" viewBox=\"0 0 ");
    svg.push_str(&drawing.width.to_string());
    svg.push(' ');
    svg.push_str(&drawing.height.to_string());
    svg.push_str("\">");
    drawing.shapes.iter().for_each(|shape| put(&mut svg, shape));
    svg.push_str("</svg>");
    svg
}

/// The chart of a summary, as paper shows it.
#[must_use]
pub fn paper_chart(chart: &Chart) -> String {
    let (first, last) = chart.days;
    let lines = chart.lines.iter().take(3);
    let drawing = LineChart {
        width: PAPER,
        days: chart.days,
        scale: (0.0, 10.0),
        rules: [0, 5, 10].map(|value| (f64::from(value), value.to_string())).to_vec(),
        uprights: chart.marks.clone(),
        dates: vec![(first, chart.dates.0.clone()), (last, chart.dates.1.clone())],
        lines: lines.map(|(name, series)| Line { series, name: name.clone() }).collect(),
    };
    svg(&drawing.drawn(), &chart.words)
}

fn put(svg: &mut String, shape: &Shape) {
    match shape {
        Shape::Path { d, class } => {
            for piece in ["<path class=\"", class, "\" d=\"", d, "\"></path>"] {
                svg.push_str(piece);
            }
        }
        Shape::Words { x, y, anchor, class, words } => {
            let anchor = match anchor {
                Anchor::Start => "start",
                Anchor::Middle => "middle",
                Anchor::End => "end",
            };
            let (x, y) = (x.to_string(), y.to_string());
            for piece in
                ["<text x=\"", &x, "\" y=\"", &y, "\" text-anchor=\"", anchor, "\" class=\"", class, "\">"]
            {
                svg.push_str(piece);
            }
            escape_onto(svg, words);
            svg.push_str("</text>");
        }
    }
}

fn escape_onto(svg: &mut String, words: &str) {
    for character in words.chars() {
        match character {
            '&' => svg.push_str("&amp;"),
            '<' => svg.push_str("&lt;"),
            '>' => svg.push_str("&gt;"),
            '"' => svg.push_str("&quot;"),
            other => svg.push(other),
        }
    }
}

#[cfg(test)]
mod tests {
    use journal::insights::{Point, Series};

    use super::*;

    #[test]
    fn a_chart_of_a_summary_has_every_value_and_no_markup_of_its_words() {
        let points = vec![Point { day: 10, value: 3.0 }, Point { day: 12, value: 7.0 }];
        let series = Series { points, means: Vec::new() };
        let chart = Chart {
            days: (10, 12),
            dates: ("<b>".into(), "\"&".into()),
            lines: vec![("Mood".into(), series.clone()), ("Craving".into(), series)],
            marks: vec![11],
            words: "a \"quoted\" <word>".into(),
        };
        let svg = paper_chart(&chart);
        assert!(svg.contains("aria-label=\"a &quot;quoted&quot; &lt;word&gt;\""));
        assert!(svg.contains(">&lt;b&gt;</text>") && svg.contains(">&quot;&amp;</text>"));
        assert_eq!(svg.matches("chart-mark").count(), 2);
        assert_eq!(svg.matches("chart-upright").count(), 1);
        assert!(!svg.contains("style"));
    }
}
