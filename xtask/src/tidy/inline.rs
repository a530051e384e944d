//! Rule: nothing inline in the page, and nothing in the screen that would put it there at run time: the content
//! policy forbids it, and entries must stay text.

use super::Finding;
use super::source::{Source, Tree};

/// Looks at `index.html` and at the screen's sources.
pub fn check(tree: &Tree) -> Vec<Finding> {
    let page = tree.file("index.html").map(in_page).unwrap_or_default();
    let screen = tree.rust().filter(|source| source.path.starts_with("src/"));
    page.into_iter().chain(screen.flat_map(in_screen)).collect()
}

fn in_page(source: &Source) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (index, line) in source.text.to_lowercase().lines().enumerate() {
        let mut refuse = |text: &str| findings.push(Finding::breaks(source.line(index), text));
        if attributes(line).any(|name| name == "style") || line.contains("<style") {
            refuse("inline style");
        }
        if attributes(line).any(|name| name.len() > 2 && name.starts_with("on")) {
            refuse("inline handler");
        }
        if line.contains("<script") {
            refuse("a script beside the loader, which the build puts in");
        }
        let loads = line.contains("src=") || line.contains("<link");
        if line.contains("javascript:") || loads && (line.contains("http://") || line.contains("https://")) {
            refuse("something from another site");
        }
    }
    findings
}

fn in_screen(source: &Source) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (index, line) in source.code_without_tests().lines().enumerate() {
        if attributes(line).any(|name| name == "style") {
            findings
                .push(Finding::breaks(source.line(index), "inline style: use a class, or style:property"));
        }
        if ["inner_html", "set_outer_html", "insert_adjacent_html"].iter().any(|name| line.contains(name)) {
            findings.push(Finding::breaks(source.line(index), "HTML from a string: words stay text nodes"));
        }
    }
    findings
}

/// Names directly before a `=`, behind white space: how attributes look in HTML and in `view!`.
fn attributes(line: &str) -> impl Iterator<Item = &str> {
    line.match_indices('=').filter_map(|(at, _)| {
        let name = line[..at]
            .rsplit(|character: char| !(character.is_alphanumeric() || "-:_".contains(character)))
            .next();
        let name = name.filter(|name| !name.is_empty())?;
        let before = &line[..at - name.len()];
        (before.is_empty() || before.ends_with(char::is_whitespace)).then_some(name)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn inline_things_in_the_page_are_found() {
        for (html, expected) in [
            ("<p style=\"x\">", 1),
            ("<p\nstyle='x'>", 1),
            ("<style>", 1),
            ("<script>x</script>", 1),
            ("<button onclick=\"x()\">", 1),
            ("<img src=\"https://a.example/b.png\">", 1),
            ("<a href=\"https://help.example/\">", 0),
            ("<link rel=\"icon\" href=\"public/icon.svg\">", 0),
            ("<p class=\"style=\" data-style=\"x\" lang=\"en\">", 0),
        ] {
            assert_eq!(in_page(&Source::sample("index.html", html)).len(), expected, "{html}");
        }
    }

    #[test]
    fn inline_things_in_the_screen_are_found() {
        for (code, expected) in [
            ("<p style=\"x\">", 1),
            ("<p style=move || x>", 1),
            ("<p style:width=x>", 0),
            ("let style = 1;", 0),
            ("node.set_inner_html(text)", 1),
            ("<p inner_html=x>", 1),
        ] {
            assert_eq!(in_screen(&Source::sample("src/a.rs", code)).len(), expected, "{code}");
        }
    }
}
