//! Files that go into the page and come out of it: chosen in its one field for files, and downloaded into a folder of
//! the story's own.

use std::path::{Path, PathBuf};

use serde_json::json;

use crate::{Browser, Story};

impl Story {
    /// Chooses a file in the page's one field for files, as the browser's own dialog does.
    pub fn choose_file(&self, path: &Path) {
        if self.browser() != Browser::Chromium {
            return self.choose_file_by_keys(path);
        }
        self.page().until("a field for files", || {
            let root = self.driver().devtools("DOM.getDocument", json!({}))?;
            let found = json!({ "nodeId": root["root"]["nodeId"], "selector": "main input[type=file]" });
            let field = self.driver().devtools("DOM.querySelector", found)?;
            if field["nodeId"].as_u64().unwrap_or(0) == 0 {
                return Ok(None);
            }
            let files = json!({ "files": [path], "nodeId": field["nodeId"] });
            self.driver().devtools("DOM.setFileInputFiles", files).map(Some)
        });
    }

    /// As every other driver chooses a file: its path is typed into the field.
    fn choose_file_by_keys(&self, path: &Path) {
        let field = self.page().until("a field for files", || {
            let field =
                self.driver().run("return document.querySelector('main input[type=file]')", vec![])?;
            Ok((!field.is_null()).then_some(field))
        });
        let chosen = self.driver().send_keys(&field, &path.display().to_string());
        chosen.unwrap_or_else(|refusal| panic!("choosing a file: {refusal}"));
    }

    /// From here on downloads land in a folder of their own, which is given.
    ///
    /// # Panics
    /// When the folder cannot be made.
    pub fn keep_downloads(&self) -> PathBuf {
        let folder = self.profile().join("downloads");
        std::fs::create_dir_all(&folder).expect("a folder");
        // Firefox was told when it started.
        if self.browser() == Browser::Chromium {
            let kept = json!({ "behavior": "allow", "downloadPath": folder });
            self.devtools("Browser.setDownloadBehavior", kept);
        }
        folder
    }

    /// The file that was downloaded, once it is there whole; taken away under another name, so that the next one can be
    /// told from it.
    ///
    /// # Panics
    /// When none comes, or it cannot be moved.
    pub fn downloaded(&self, folder: &Path, ending: &str, name: &str) -> PathBuf {
        let found = self.page().until("a download", || {
            let all = std::fs::read_dir(folder).map_err(|error| error.to_string())?;
            let all: Vec<PathBuf> = all.flatten().map(|entry| entry.path()).collect();
            let ends = |path: &Path, ending: &str| path.extension().is_some_and(|found| found == ending);
            // Firefox writes beside the name that it will have.
            if all.iter().any(|path| ends(path, "part")) {
                return Ok(None);
            }
            let is_whole =
                |path: &&PathBuf| ends(path, ending) && path.metadata().is_ok_and(|found| found.len() > 0);
            Ok(all.iter().find(is_whole).cloned())
        });
        let kept = self.profile().join(name);
        std::fs::rename(&found, &kept).expect("a file to move");
        kept
    }
}
