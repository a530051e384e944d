//! HTML from trees of our own words: an element, its attributes, what is inside. Text is escaped where it comes in.

/// Text inside an element or an attribute.
pub fn text(words: &str) -> String {
    words.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

/// An element. An attribute without a value stands alone.
pub fn element(name: &str, attributes: &[(&str, &str)], inside: &str) -> String {
    let mut html = format!("<{name}");
    for (attribute, value) in attributes {
        html.push(' ');
        html.push_str(attribute);
        if !value.is_empty() {
            html.push_str(&format!("=\"{}\"", text(value)));
        }
    }
    html + &format!(">{inside}</{name}>")
}

/// An element with a class.
pub fn of_class(name: &str, class: &str, inside: &str) -> String {
    element(name, &[("class", class)], inside)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_cannot_become_elements() {
        let html = element("p", &[("class", "a\"b"), ("hidden", "")], &text("1 < 2 & \"x\""));
        assert_eq!(html, "<p class=\"a&quot;b\" hidden>1 &lt; 2 &amp; &quot;x&quot;</p>");
    }
}
