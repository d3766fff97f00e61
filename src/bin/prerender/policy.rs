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

/// A content's SHA-256 in hexadecimal digits.
pub fn hex(content: &[u8]) -> String {
    Sha256::digest(content).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// The first 16 of them, for its file name.
pub fn short(content: &[u8]) -> String {
    hex(content)[..16].to_owned()
}

/// For pages that their own host serves: scripts by hash and from it, everything else from it alone.
pub fn hosted(scripts: &[String], styles: &[String]) -> String {
    format!(
        "default-src 'none'; script-src 'self' {} 'wasm-unsafe-eval'; style-src {}; font-src 'self'; img-src 'self' data:; \
         connect-src 'self'; frame-src 'self'; manifest-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'none'",
        scripts.join(" "),
        styles.join(" ")
    )
}

/// For pages in a sandbox, which have no `'self'`: the hashed loader may add scripts, nothing else may.
pub fn sandboxed(scripts: &[String], styles: &[String]) -> String {
    format!(
        "default-src 'none'; script-src {} 'strict-dynamic' 'wasm-unsafe-eval'; style-src {}; img-src data:; \
         base-uri 'none'; form-action 'none'",
        scripts.join(" "),
        styles.join(" ")
    )
}

/// For one file without a host: hashes alone.
pub fn file(scripts: &[String], styles: &[String]) -> String {
    format!(
        "default-src 'none'; script-src {} 'wasm-unsafe-eval'; style-src {}; img-src data:; base-uri 'none'; form-action 'none'",
        scripts.join(" "),
        styles.join(" ")
    )
}

/// The policy that a page carries.
pub fn of(page: &str) -> &str {
    let (_, rest) = page.split_once("Content-Security-Policy\" content=\"").unwrap_or_default();
    rest.split_once('"').unwrap_or_default().0
}

/// One policy that allows what any of several does: pages of the same kind differ in the hashes of their styles.
pub fn union(policies: &[String]) -> String {
    let mut directives: Vec<Vec<&str>> = Vec::new();
    for directive in policies.iter().flat_map(|policy| policy.split(';')) {
        let mut words = directive.split_whitespace();
        let Some(name) = words.next() else { continue };
        match directives.iter_mut().find(|known| known[0] == name) {
            Some(known) => words.for_each(|word| {
                if !known.contains(&word) {
                    known.push(word);
                }
            }),
            None => directives.push([name].into_iter().chain(words).collect()),
        }
    }
    directives.iter().map(|words| words.join(" ")).collect::<Vec<_>>().join("; ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_union_allows_what_each_allows_and_no_more() {
        let one = hosted(&["'sha256-a'".into()], &["'sha256-b'".into()]);
        let other = hosted(&["'sha256-a'".into()], &["'sha256-c'".into()]);
        assert_eq!(union(std::slice::from_ref(&one)), one);
        assert_eq!(union(&[one.clone(), other]), one.replace("'sha256-b'", "'sha256-b' 'sha256-c'"));
    }

    #[test]
    fn a_page_tells_its_policy() {
        assert_eq!(
            of("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'\"><p>"),
            "default-src 'none'"
        );
        assert_eq!(of("<p>"), "");
    }
}
