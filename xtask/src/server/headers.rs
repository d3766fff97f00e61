//! The `_headers` file that static hosts read.

use {
    super::glob::matches,
    anyhow::{Result, bail},
};

/// The rules of one `_headers` file, in its order.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct HeaderRules(Vec<Rule>);

#[derive(Clone, Debug, PartialEq)]
struct Rule {
    pattern: String,
    headers: Vec<(String, String)>,
    removed: Vec<String>,
}

impl HeaderRules {
    /// Reads rules: a line with a path (`*` for anything, `:name` for one segment), then indented
    /// lines `Name: value`, or `! Name` to take a header away again. `#` begins a comment line.
    ///
    /// # Errors
    /// A header before any path, or an indented line without a colon; the message names the line.
    ///
    /// ```
    /// use xtask::server::HeaderRules;
    /// let rules = HeaderRules::parse("/*\n  X-Frame-Options: DENY\n/embed/*\n  ! X-Frame-Options\n").unwrap();
    /// assert_eq!(rules.for_path("/"), [("X-Frame-Options".into(), "DENY".into())]);
    /// assert!(rules.for_path("/embed/doubled/").is_empty());
    /// assert!(HeaderRules::parse("  X: before any path").is_err());
    /// ```
    pub fn parse(text: &str) -> Result<Self> {
        let mut rules: Vec<Rule> = Vec::new();
        for (number, line) in (1..).zip(text.lines()) {
            let trimmed = line.trim();
            if trimmed.is_empty() || trimmed.starts_with('#') {
                continue;
            }
            if !line.starts_with([' ', '\t']) {
                rules.push(Rule { pattern: trimmed.into(), headers: Vec::new(), removed: Vec::new() });
                continue;
            }
            let Some(rule) = rules.last_mut() else {
                bail!("_headers:{number}: a header before any path");
            };
            if let Some(name) = trimmed.strip_prefix('!') {
                rule.removed.push(name.trim().into());
            } else if let Some((name, value)) = trimmed.split_once(':') {
                rule.headers.push((name.trim().into(), value.trim().into()));
            } else {
                bail!("_headers:{number}: `{trimmed}` has no colon");
            }
        }
        Ok(Self(rules))
    }

    /// The headers for one path. All rules that match apply, in order; a name given twice gets
    /// both values, joined by a comma, as hosts do.
    pub fn for_path(&self, path: &str) -> Vec<(String, String)> {
        let mut found: Vec<(String, String)> = Vec::new();
        for rule in self.0.iter().filter(|rule| matches(&rule.pattern, path)) {
            found.retain(|(name, _)| !rule.removed.iter().any(|removed| removed.eq_ignore_ascii_case(name)));
            for (name, value) in &rule.headers {
                match found.iter_mut().find(|(known, _)| known.eq_ignore_ascii_case(name)) {
                    Some((_, joined)) => *joined = format!("{joined}, {value}"),
                    None => found.push((name.clone(), value.clone())),
                }
            }
        }
        found
    }
}

#[cfg(test)]
mod tests {
    use super::HeaderRules;

    #[test]
    fn rules_add_up_in_order() {
        let text = "# all\n/*\n  X-A: 1\n\n/assets/*\n\tcache-control: public, max-age=31536000\n  x-a: 2\n";
        let rules = HeaderRules::parse(text).unwrap();
        assert_eq!(rules.for_path("/index.html"), [("X-A".into(), "1".into())]);
        let asset = rules.for_path("/assets/app.js");
        assert_eq!(asset[0], ("X-A".into(), "1, 2".into()));
        assert_eq!(asset[1], ("cache-control".into(), "public, max-age=31536000".into()));
    }

    #[test]
    fn a_value_may_hold_colons() {
        let rules = HeaderRules::parse("/\n  Link: <https://example.org/>; rel=canonical\n").unwrap();
        assert_eq!(rules.for_path("/")[0].1, "<https://example.org/>; rel=canonical");
    }

    #[test]
    fn mistakes_name_their_line() {
        let error = HeaderRules::parse("/*\n  no colon here\n").unwrap_err();
        assert!(error.to_string().starts_with("_headers:2:"), "{error}");
    }
}
