//! From a request path to the bytes of a file.

use std::path::{Path, PathBuf};

/// What a path leads to.
#[derive(Debug, PartialEq)]
pub enum Found {
    /// A file to send.
    File(PathBuf),
    /// A directory asked for without its last slash.
    Directory,
    /// Nothing, or something outside the root.
    Nothing,
}

/// Looks up `path` (percent-encoded, beginning with `/`) under `root`. Never leaves `root`.
pub fn find(root: &Path, path: &str) -> Found {
    let Some(decoded) = decode(path) else {
        return Found::Nothing;
    };
    let mut file = root.to_owned();
    for segment in decoded.split('/').filter(|segment| !segment.is_empty()) {
        if segment == "." || segment == ".." || segment.contains(['\\', '\0']) {
            return Found::Nothing;
        }
        file.push(segment);
    }
    if file.is_dir() {
        if !decoded.ends_with('/') {
            return Found::Directory;
        }
        file.push("index.html");
    } else if decoded.ends_with('/') {
        return Found::Nothing;
    }
    let inside = file.canonicalize().and_then(|file| Ok(file.starts_with(root.canonicalize()?)));
    if file.is_file() && inside.unwrap_or(false) { Found::File(file) } else { Found::Nothing }
}

/// The compressed sibling of `file` that `accept` (an `Accept-Encoding` value) allows, best first:
/// its path and the encoding's name.
pub fn compressed(file: &Path, accept: &str) -> Option<(PathBuf, &'static str)> {
    [("br", "br"), ("gzip", "gz")].into_iter().filter(|(name, _)| accepts(accept, name)).find_map(|(name, ending)| {
        let mut path = file.as_os_str().to_owned();
        path.push(".");
        path.push(ending);
        let path = PathBuf::from(path);
        path.is_file().then_some((path, name))
    })
}

fn accepts(accept: &str, name: &str) -> bool {
    accept.split(',').any(|part| {
        let (coding, parameters) = part.split_once(';').unwrap_or((part, ""));
        let refused = parameters.trim().strip_prefix("q=").is_some_and(|q| q.parse() == Ok(0.0));
        coding.trim().eq_ignore_ascii_case(name) && !refused
    })
}

/// The `Content-Type` for a file of this name.
pub fn content_type(name: &str) -> &'static str {
    match name.rsplit_once('.').map_or("", |(_, ending)| ending) {
        "html" => "text/html; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "json" | "map" => "application/json; charset=utf-8",
        "webmanifest" => "application/manifest+json; charset=utf-8",
        "csv" => "text/csv; charset=utf-8",
        "txt" | "toml" | "bib" | "md" => "text/plain; charset=utf-8",
        "xml" => "application/xml; charset=utf-8",
        "svg" => "image/svg+xml; charset=utf-8",
        "wasm" => "application/wasm",
        "png" => "image/png",
        "ico" => "image/x-icon",
        "woff2" => "font/woff2",
        _ => "application/octet-stream",
    }
}

fn decode(path: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(path.len());
    let mut rest = path.bytes();
    while let Some(byte) = rest.next() {
        bytes.push(match byte {
            b'%' => hex(rest.next()?)? * 16 + hex(rest.next()?)?,
            _ => byte,
        });
    }
    String::from_utf8(bytes).ok()
}

fn hex(digit: u8) -> Option<u8> {
    char::from(digit).to_digit(16).and_then(|value| value.try_into().ok())
}

#[cfg(test)]
mod tests {
    use super::{Found, accepts, find};

    #[test]
    fn a_path_never_leaves_the_root() {
        let dir = tempfile::tempdir().unwrap();
        let root = dir.path().join("dist");
        std::fs::create_dir_all(root.join("embed/doubled")).unwrap();
        std::fs::write(dir.path().join("secret"), "no").unwrap();
        std::fs::write(root.join("embed/doubled/index.html"), "yes").unwrap();
        std::os::unix::fs::symlink(dir.path().join("secret"), root.join("link")).unwrap();
        for path in
            ["/../secret", "/%2e%2e/secret", "/embed/..%2f..%2fsecret", "/link", "/%", "/embed/doubled/index.html/"]
        {
            assert_eq!(find(&root, path), Found::Nothing, "{path}");
        }
        assert_eq!(find(&root, "/embed/doubled"), Found::Directory);
        assert_eq!(find(&root, "/embed/doubled/"), Found::File(root.join("embed/doubled/index.html")));
    }

    #[test]
    fn a_refused_encoding_is_not_accepted() {
        assert!(accepts("gzip, deflate, br", "br"));
        assert!(!accepts("gzip, br;q=0", "br"));
        assert!(!accepts("", "gzip"));
    }
}
