//! Chromium: what a story puts before every worker's own script, for what a worker meets and no page can bring about.

use serde_json::json;

use crate::Story;

/// Starts each worker with LINES and its own script after them.
const WORKERS: &str = "
    globalThis.Worker = class extends Worker {
        constructor(address, options) {
            const absolute = new URL(address, location.href).href;
            const rest = options?.type === 'module' ? `import ${JSON.stringify(absolute)};`
                : `importScripts(${JSON.stringify(absolute)});`;
            const blob = new Blob([LINES, rest], { type: 'text/javascript' });
            super(URL.createObjectURL(blob), options);
        }
    };";

impl Story {
    /// Loads the page anew, with these lines before each of its workers' scripts from then on. The page's content policy
    /// is off meanwhile: it allows no such worker.
    ///
    /// A module's imports run before its other lines, so the lines become a module of their own.
    pub fn put_before_workers(&mut self, lines: &str) {
        let module = "`import ${JSON.stringify(URL.createObjectURL(new Blob([MODULE], { type: 'text/javascript' })))};`";
        let module = module.replace("MODULE", &json!(lines).to_string());
        self.devtools("Page.setBypassCSP", json!({ "enabled": true }));
        let source = WORKERS.replace("LINES", &module);
        self.devtools("Page.addScriptToEvaluateOnNewDocument", json!({ "source": source }));
        self.reload();
    }
}
