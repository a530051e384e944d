//! A host that sets no header of ours, and gives the site a folder beside others: everything works, and once the
//! service worker answers, workers have the content policy that a `<meta>` cannot give them.

use std::path::Path;

use serde_json::json;
use stories::{Deployed, Device, Role, Story};

/// Headers of the file that the keeper is started from.
const HEADERS: &str = "
    const done = arguments[arguments.length - 1];
    fetch(globalThis.trestle.keeper).then(({ headers }) => done(
        ['Content-Security-Policy', 'Cross-Origin-Embedder-Policy', 'X-Content-Type-Options', 'Content-Type'].map((name) => headers.get(name)),
    ));";

fn beside_others(site: &Deployed) -> std::path::PathBuf {
    let root = site.path().join("root");
    std::fs::create_dir_all(root.join("journal")).expect("a folder");
    for entry in std::fs::read_dir(site.path()).expect("the site").flatten() {
        if entry.path().is_file() {
            std::fs::copy(entry.path(), root.join("journal").join(entry.file_name())).expect("a copy");
        }
    }
    let other = Path::new(env!("CARGO_MANIFEST_DIR")).join("pages/control/index.html");
    std::fs::copy(other, root.join("index.html")).expect("a page of somebody else's");
    root
}

#[test]
fn in_a_folder_of_a_host_without_headers_all_works_and_the_worker_adds_them() {
    let site = Deployed::fresh();
    Story::tell_in_folder_of_plain_host(&beside_others(&site), "journal", |story| {
        story.page().has(Role::Button, "Create a journal");
        story.page().works_offline();
        let headers = story.page().script_async(HEADERS, Vec::new());
        assert_eq!(headers[0], json!(xtask::CONTENT_POLICY));
        assert_eq!(headers[1], json!("require-corp"));
        assert_eq!(headers[2], json!("nosniff"));
        assert!(headers[3].as_str().is_some_and(|kind| kind.starts_with("text/javascript")), "{headers}");
        story.stop_server();
        story.reload();
        let passphrase = story.passphrase();
        story.page().create_journal(&passphrase, Device::Mine);
        story.page().lock();
        story.page().unlock(&passphrase);
    });
}
