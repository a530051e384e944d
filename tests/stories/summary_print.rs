//! "Make a summary": the page is shown as it goes out, in a frame that runs nothing, and is printed by itself.

use serde_json::json;
use stories::{Device, Page, Role, Story};

/// What the frame of the preview reads.
const READS: &str =
    "return document.querySelector('.summary-page')?.contentDocument?.body?.textContent ?? '';";
const STYLED: &str = "const frame = document.querySelector('.summary-page').contentWindow;
    return [frame.getComputedStyle(frame.document.querySelector('h2')).borderBottomStyle, frame.document.title,
        frame.document.querySelectorAll('script, [onclick], a, img, link').length];";
const COUNT_PRINTS: &str = "window.prints = 0;
    document.querySelector('.summary-page').contentWindow.print = function () {
        window.prints += 1;
        this.dispatchEvent(new Event('afterprint'));
    };";

/// Waits until the page itself reads that, or no longer does.
pub fn page_reads(page: &Page, words: &str, wanted: bool) {
    page.until(&format!("the summary to read {words:?}: {wanted}"), || {
        let reads = page.script(READS, Vec::new());
        let reads = reads.as_str().unwrap_or_default();
        Ok((!reads.is_empty() && reads.contains(words) == wanted).then_some(()))
    });
}

/// From anywhere to a preview with that question in it.
pub fn to_preview(page: &Page, question: &str) {
    page.press("Insights");
    page.press("Make a summary");
    page.fill("Questions I want to ask", question);
    page.press("Preview");
    page.has(Role::Heading, "Preview");
    page_reads(page, question, true);
}

#[test]
fn the_page_is_shown_as_it_goes_out_and_printed_by_itself() {
    Story::tell(|story| {
        let question = story.canaries().word("question");
        story.page().create_to_today(&story.passphrase(), Device::Mine);
        let page = story.page();
        to_preview(&page, &question);
        page_reads(&page, "self-reported", true);
        page_reads(&page, "Not chosen: ", true);
        assert_eq!(page.script(STYLED, Vec::new()), json!(["solid", "Summary", 0]));
        page.script(COUNT_PRINTS, Vec::new());
        page.press("Print");
        page.until("one print", || Ok((page.script("return window.prints", Vec::new()) == 1).then_some(())));
        // What was chosen is there again, and what was typed is not gone, after a look elsewhere.
        page.press("Today");
        page.press("Insights");
        page.press("Make a summary");
        page.holds("Questions I want to ask", &question);
    });
}
