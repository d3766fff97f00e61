//! Paths with a `*`, as hosts match them.

/// Whether `path` matches `pattern`, where `*` stands for any run of characters, slashes included,
/// and `:name` for one path segment.
///
/// ```
/// use xtask::server::matches;
/// assert!(matches("/*.wasm", "/assets/app.wasm"));
/// assert!(matches("/:language/", "/ru/"));
/// assert!(!matches("/embed/*", "/ru/embed/x"));
/// ```
pub fn matches(pattern: &str, path: &str) -> bool {
    let Some(first) = pattern.chars().next() else {
        return path.is_empty();
    };
    match first {
        '*' => {
            let rest = &pattern[1..];
            path.char_indices().map(|(at, _)| at).chain([path.len()]).any(|at| matches(rest, &path[at..]))
        }
        ':' => {
            let name = pattern.find('/').unwrap_or(pattern.len());
            let segment = path.find('/').unwrap_or(path.len());
            segment > 0 && matches(&pattern[name..], &path[segment..])
        }
        _ => path.strip_prefix(first).is_some_and(|rest| matches(&pattern[first.len_utf8()..], rest)),
    }
}
