//! Content security policies: everything is forbidden but what a page is made of.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest as _, Sha256, Sha384};

/// `'sha256-…'` of an inline script or style.
pub fn hash(content: &str) -> String {
    format!("'sha256-{}'", STANDARD.encode(Sha256::digest(content)))
}

/// The `integrity` of a script.
pub fn integrity(content: &[u8]) -> String {
    format!("sha384-{}", STANDARD.encode(Sha384::digest(content)))
}

/// The first 16 hexadecimal digits of a content's SHA-256, for its file name.
pub fn short(content: &[u8]) -> String {
    Sha256::digest(content).iter().take(8).map(|byte| format!("{byte:02x}")).collect()
}

/// For pages that their own host serves: scripts by hash and from it, everything else from it alone.
pub fn hosted(scripts: &[String], styles: &[String]) -> String {
    format!(
        "default-src 'none'; script-src 'self' {} 'wasm-unsafe-eval'; style-src {}; font-src 'self'; img-src 'self'; \
         connect-src 'self'; frame-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'",
        scripts.join(" "),
        styles.join(" ")
    )
}

/// For pages in a sandbox, which have no `'self'`: the hashed loader may add scripts, nothing else may.
pub fn sandboxed(scripts: &[String], styles: &[String]) -> String {
    format!(
        "default-src 'none'; script-src {} 'strict-dynamic' 'wasm-unsafe-eval'; style-src {}; base-uri 'none'; \
         form-action 'none'",
        scripts.join(" "),
        styles.join(" ")
    )
}

/// For one file without a host: hashes alone.
pub fn file(scripts: &[String], styles: &[String]) -> String {
    format!(
        "default-src 'none'; script-src {} 'wasm-unsafe-eval'; style-src {}; base-uri 'none'; form-action 'none'",
        scripts.join(" "),
        styles.join(" ")
    )
}
