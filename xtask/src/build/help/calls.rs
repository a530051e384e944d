//! Whom to call: the emergency numbers of each country, of which one stands on top of every screen of Help now, and
//! the lines to talk to. All countries are in the page; `src/first.js` shows the one that was guessed or chosen. Without
//! it the number that works in most places is shown, and the list of countries can be read.

use anyhow::Result;

use super::crisis::{Country, Crisis, Line};
use super::markup::{element, of_class, text};
use super::texts::Texts;

/// Where lines of any country are listed.
const DIRECTORIES: &[(&str, &str)] = &[
    ("findahelpline.com", "https://findahelpline.com/"),
    ("befrienders.org", "https://www.befrienders.org/"),
];

/// Shown where the country is not known: most mobile networks know it.
const ANYWHERE: &str = "112";

/// The numbers on top, and the list to choose a country from.
pub fn numbers(crisis: &Crisis, texts: &Texts) -> Result<String> {
    let anywhere = [(ANYWHERE.to_owned(), "all".to_owned())];
    let mut html = numbers_of(0, &anywhere, &texts.word("country_unknown")?, texts)?;
    for country in &crisis.countries {
        let name = text(country.name(&texts.language)?);
        let whose = format!("{}: {}", texts.word("country")?, of_class("strong", "call-name", &name));
        html += &numbers_of(country.place, &country.numbers, &whose, texts)?;
    }
    Ok(of_class("div", "call", &(html + &choice(crisis, texts)?)))
}

fn numbers_of(place: usize, numbers: &[(String, String)], whose: &str, texts: &Texts) -> Result<String> {
    let mut ways = numbers.iter().map(|(number, of)| way(number, of, texts));
    // The first stays in sight however far somebody reads.
    let first = of_class("div", "call-first", &ways.next().transpose()?.unwrap_or_default());
    let others = ways.collect::<Result<String>>()?;
    let others = if others.is_empty() { others } else { of_class("div", "call-others", &others) };
    let dial = of_class("p", "call-dial", &texts.word("dial")?);
    let inside = first + &others + &dial + &of_class("p", "call-whose", whose);
    Ok(for_country(place, "div", "call-country", &inside))
}

/// A button where a tap can call, and a number to read where it cannot.
fn way(number: &str, of: &str, texts: &Texts) -> Result<String> {
    let of = match of {
        "all" => String::new(),
        of => format!(" {}", of_class("span", "call-for", &texts.word(&format!("for_{of}"))?)),
    };
    let shown = of_class("b", "call-number", &text(number));
    let inside = format!("{} {shown}{of}", of_class("span", "call-do", &texts.word("call")?));
    let button = element("a", &[("class", "call-button"), ("href", &tel(number))], &inside);
    Ok(button + &of_class("p", "call-read", &format!("{shown}{of}")))
}

/// What is shown when this country is the one; 0 when none is known.
fn for_country(place: usize, name: &str, class: &str, inside: &str) -> String {
    let place_text = place.to_string();
    let mut attributes = vec![("class", class), ("data-country", place_text.as_str())];
    if place != 0 {
        attributes.push(("hidden", ""));
    }
    element(name, &attributes, inside)
}

fn choice(crisis: &Crisis, texts: &Texts) -> Result<String> {
    let mut named = crisis
        .countries
        .iter()
        .map(|country| Ok((country.name(&texts.language)?, country)))
        .collect::<Result<Vec<_>>>()?;
    named.sort_by_key(|(name, _)| name.replace('É', "E"));
    let row = |(name, country): (&str, &Country)| {
        let place = country.place.to_string();
        let attributes = [
            ("class", "button country-pick"),
            ("type", "button"),
            ("data-place", place.as_str()),
            ("data-region", country.code.as_str()),
        ];
        let pick = element("button", &attributes, &text(name));
        let number = &country.numbers[0].0;
        let call = element("a", &[("class", "country-call"), ("href", &tel(number))], &text(number));
        element("li", &[], &(pick + &call))
    };
    let rows: String = named.into_iter().map(row).collect();
    let summary = of_class("summary", "fold-head country-change", &texts.word("change")?);
    let title = element("p", &[], &texts.word("choose")?);
    let list = of_class("div", "fold-body", &(title + &of_class("ul", "country-list", &rows)));
    Ok(of_class("details", "fold country", &(summary + &list)))
}

/// The lines of every country, and where to find more.
pub fn lines(crisis: &Crisis, texts: &Texts) -> Result<String> {
    let title = of_class("h2", "help-head", &texts.word("lines")?);
    let none = of_class("p", "lines-none", &texts.word("no_lines")?);
    let mut html = for_country(0, "div", "lines-of", "");
    for country in &crisis.countries {
        let own = crisis.lines.iter().filter(|line| line.country == country.code);
        let rows = own.map(|line| row(line, texts)).collect::<Result<String>>()?;
        let inside = if rows.is_empty() { none.clone() } else { of_class("ul", "lines-list", &rows) };
        html += &for_country(country.place, "div", "lines-of", &inside);
    }
    let link = |(name, address): &(&str, &str)| {
        let attributes = [
            ("class", "lines-link"),
            ("href", *address),
            ("target", "_blank"),
            ("rel", "noopener noreferrer"),
        ];
        element("li", &[], &element("a", &attributes, name))
    };
    let directories = of_class("p", "lines-more", &texts.word("directories")?)
        + &of_class("ul", "lines-links", &DIRECTORIES.iter().map(link).collect::<String>());
    Ok(of_class("section", "lines", &(title + &html + &directories)))
}

fn row(line: &Line, texts: &Texts) -> Result<String> {
    let mut facts = vec![texts.word(&format!("kind_{}", line.kind))?];
    facts.push(texts.word(&format!("hours_{}", line.hours))?);
    facts.push(texts.word(&format!("cost_{}", line.cost))?);
    for tag in &line.languages {
        facts.push(texts.word(&format!("lang_{tag}"))?);
    }
    if line.by_police {
        facts.push(texts.word("by_police")?);
    }
    facts.push(format!("{} {}", texts.word("checked")?, line.checked_on.text()));
    let number = text(&line.number);
    let mut ways = element("a", &[("class", "line-call"), ("href", &tel(&line.number))], &number);
    ways += &of_class("span", "line-read", &number);
    if let Some(message) = &line.message {
        let words = format!("{} {}", texts.word("text")?, text(message));
        let address = format!("sms:{}", digits(message));
        ways += &element("a", &[("class", "line-call"), ("href", &address)], &words);
        ways += &of_class("span", "line-read", &words);
    }
    let name = of_class("p", "line-name", &text(&line.name));
    let ways = of_class("p", "line-ways", &ways);
    Ok(element("li", &[], &(name + &ways + &of_class("p", "line-facts", &facts.join(" · ")))))
}

fn tel(number: &str) -> String {
    format!("tel:{}", digits(number))
}

fn digits(number: &str) -> String {
    number.chars().filter(char::is_ascii_digit).collect()
}
