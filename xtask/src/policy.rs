//! The content policy and the other headers of DESIGN section 4, each written once. The server and the built page
//! both take them from here.

/// What the page and its workers may load and run. The one hash is that of the style of a printed summary, whose preview
/// stands in a frame of the page and inherits this policy.
pub const CONTENT_POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self' \
    'sha256-Bz4LgALhSDeNE3WaHObL9qRSeL0DgJu0XqVOfSZWzp4='; \
    img-src 'self' blob:; media-src blob:; font-src 'self'; connect-src 'self'; worker-src 'self'; \
    manifest-src 'self'; object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/// Features of the browser that are switched off: all that Trestle does not use. (An unknown name would make
/// Chromium warn in the console, so the list holds names it knows.)
const DENIED: &[&str] = &[
    "accelerometer",
    "autoplay",
    "browsing-topics",
    "camera",
    "clipboard-read",
    "compute-pressure",
    "display-capture",
    "encrypted-media",
    "fullscreen",
    "gamepad",
    "geolocation",
    "gyroscope",
    "hid",
    "identity-credentials-get",
    "idle-detection",
    "local-fonts",
    "magnetometer",
    "midi",
    "otp-credentials",
    "payment",
    "picture-in-picture",
    "private-state-token-issuance",
    "private-state-token-redemption",
    "serial",
    "storage-access",
    "sync-xhr",
    "usb",
    "window-management",
    "xr-spatial-tracking",
];

/// Features that Trestle uses, for itself alone.
const ALLOWED: &[&str] = &[
    "clipboard-write",
    "microphone",
    "publickey-credentials-create",
    "publickey-credentials-get",
    "screen-wake-lock",
];

/// The policy for a `<meta>` element, where `frame-ancestors` is not allowed.
pub fn meta_policy() -> String {
    let rules = CONTENT_POLICY.split("; ").filter(|rule| !rule.starts_with("frame-ancestors"));
    rules.collect::<Vec<_>>().join("; ")
}

/// Headers of every answer, whatever the file.
pub(crate) fn headers() -> Vec<(&'static str, String)> {
    let denied = DENIED.iter().map(|name| format!("{name}=()"));
    let allowed = ALLOWED.iter().map(|name| format!("{name}=(self)"));
    let permissions = denied.chain(allowed).collect::<Vec<_>>().join(", ");
    vec![
        ("Content-Security-Policy", CONTENT_POLICY.to_owned()),
        ("Cross-Origin-Opener-Policy", "same-origin".to_owned()),
        ("Cross-Origin-Embedder-Policy", "require-corp".to_owned()),
        ("Cross-Origin-Resource-Policy", "same-origin".to_owned()),
        ("Referrer-Policy", "no-referrer".to_owned()),
        ("X-Content-Type-Options", "nosniff".to_owned()),
        ("Permissions-Policy", permissions),
    ]
}

#[cfg(test)]
mod tests {
    use base64::Engine as _;
    use base64::engine::general_purpose::STANDARD;
    use sha2::{Digest, Sha256};

    use super::*;

    #[test]
    fn the_meta_policy_is_the_header_without_frame_ancestors() {
        assert_eq!(format!("{}; frame-ancestors 'none'", meta_policy()), CONTENT_POLICY);
    }

    #[test]
    fn nothing_inline_and_nothing_foreign_is_allowed() {
        for word in ["unsafe-inline", "'unsafe-eval'", "http:", "https:", "*", "data:"] {
            assert!(!CONTENT_POLICY.contains(word), "{word}");
        }
        assert!(CONTENT_POLICY.starts_with("default-src 'none';"));
    }

    #[test]
    fn the_one_inline_style_is_that_of_a_printed_summary() {
        let style = include_bytes!("../../crates/exchange/src/summary/page.css");
        assert!(!style.contains(&b'\r'), "a browser reads line ends as line feeds");
        let hash = format!("'sha256-{}'", STANDARD.encode(Sha256::digest(style)));
        assert!(CONTENT_POLICY.contains(&hash), "the style's hash is {hash}");
        assert_eq!(CONTENT_POLICY.matches("sha256-").count(), 1);
    }
}
