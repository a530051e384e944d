//! The journal as a calendar: days with their numbers, arrow keys, the day chosen, and the same date in other years
//! only when asked.

use stories::{Device, Page, Role, Story, Writing};

const RIGHT: char = '\u{e014}';
const LEFT: char = '\u{e012}';
const DOWN: char = '\u{e015}';
const PAGE_UP: char = '\u{e00e}';
const ENTER: char = '\u{e007}';

fn write_on(page: &Page, writing: &Writing, date: &str) {
    page.begin_entry(writing);
    page.paste("Date", date);
    page.paste("Time", "12:00");
    page.save();
}

/// A day so many days from today, as the calendar names it.
fn day(page: &Page, from_today: i32) -> String {
    let name = page.script(
        "const day = new Date();
        day.setDate(day.getDate() + arguments[0]);
        const names = { weekday: 'long', day: 'numeric', month: 'long' };
        if (day.getFullYear() !== new Date().getFullYear()) names.year = 'numeric';
        return new Intl.DateTimeFormat(document.documentElement.lang, names).format(day);",
        vec![from_today.into()],
    );
    name.as_str().expect("a name").to_owned()
}

fn today(page: &Page, count: &str) -> String {
    format!("{}, {count}", day(page, 0))
}

/// This year's day and month, a year ago.
fn a_year_ago(page: &Page, date: &str) -> String {
    let year = page.script("return new Date().getFullYear()", Vec::new()).as_i64().expect("a year");
    format!("{}-{date}", year - 1)
}

#[test]
fn a_day_shows_its_number_and_once_chosen_its_entries() {
    Story::tell_in_chromium(|story| {
        let page = story.page();
        page.create_journal(&story.passphrase(), Device::Mine);
        let (one, other) = (story.writing(), story.writing());
        page.write_entry(&one);
        page.press("Calendar");
        page.press(&today(&page, "1 entry"));
        page.sees(&one.title);
        page.press("Write about this day");
        page.fill("Title", &other.title);
        page.save();
        page.has(Role::Button, &today(&page, "2 entries"));
        page.sees(&other.title);
        page.press_about(&other.title);
        page.has(Role::Button, "Edit");
        page.press("Back");
        page.has(Role::Button, &today(&page, "2 entries"));
        page.press("Calendar");
        page.has(Role::Searchbox, "Search");
    });
}

#[test]
fn arrow_keys_lead_from_day_to_day_and_over_the_ends_of_the_month() {
    Story::tell_in_chromium(|story| {
        let page = story.page();
        page.create_journal(&story.passphrase(), Device::Mine);
        page.write_entry(&story.writing());
        page.press("Calendar");
        page.press(&today(&page, "1 entry"));
        let name = |what: &str| {
            page.until(what, || Ok(page.focused().filter(|(role, _)| role == "button").map(|(_, name)| name)))
        };
        let here = |wanted: String| {
            page.until(&wanted, || Ok(page.focused().filter(|(_, name)| *name == wanted).map(drop)));
        };
        page.key(LEFT);
        here(day(&page, -1));
        page.key(RIGHT);
        here(today(&page, "1 entry"));
        let month = |page: &Page| page.names(Role::Heading).into_iter().nth(1);
        let before = month(&page);
        for _ in 0..5 {
            page.key(DOWN);
            name("a day of the month");
        }
        page.until("another month", || Ok((month(&page) != before).then_some(())));
        page.key(PAGE_UP);
        page.key(PAGE_UP);
        name("a day two months before");
        page.key(ENTER);
        page.sees("Nothing written on this day.");
        page.press("Go to today");
        page.has(Role::Button, &today(&page, "1 entry"));
    });
}

#[test]
fn other_years_are_looked_at_only_when_asked_without_what_is_kept_back() {
    Story::tell_in_chromium(|story| {
        let page = story.page();
        page.create_journal(&story.passphrase(), Device::Mine);
        let (now, then, kept_back) = (story.writing(), story.writing(), story.writing());
        let today = page.script(
            "const day = new Date(); return [day.getMonth() + 1, day.getDate()].map((part) => `${part}`.padStart(2, '0')).join('-')",
            Vec::new(),
        );
        let date = a_year_ago(&page, today.as_str().expect("a date"));
        write_on(&page, &then, &date);
        write_on(&page, &kept_back, &date);
        page.write_entry(&now);
        page.press_about(&kept_back.title);
        page.press("Keep out of looking back");
        page.sees("Looking back leaves it out.");
        page.press("Back");
        page.press("Calendar");
        page.press(&today(&page, "1 entry"));
        page.sees(&now.title);
        assert!(!page.text().contains(&then.title), "no old entry comes up by itself");
        page.press("This day in other years");
        page.sees(&then.title);
        assert!(!page.text().contains(&kept_back.title));
    });
}
