//! Versions as programs print them.

use {
    crate::run,
    std::{fmt, path::Path, process::Command},
};

/// A version's numbers, compared in order.
///
/// ```
/// use xtask::tools::Version;
/// assert_eq!(Version::parse("trunk 0.21.14"), Version::parse("v0.21.14"));
/// assert!(Version::parse("Mozilla Firefox 153.0esr") > Version::parse("Chromium 99.0.1 built on Debian 12"));
/// assert_eq!(Version::parse("no number"), None);
/// ```
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Version(Vec<u64>);

impl Version {
    /// The first word that begins with a digit, or with `v` and a digit.
    pub fn parse(text: &str) -> Option<Self> {
        let words = text.split_whitespace().map(|word| word.strip_prefix('v').unwrap_or(word));
        let word = words.into_iter().find(|word| word.starts_with(|first: char| first.is_ascii_digit()))?;
        let end = word.find(|character: char| !character.is_ascii_digit() && character != '.').unwrap_or(word.len());
        word[..end]
            .split('.')
            .filter(|part| !part.is_empty())
            .map(|part| part.parse().ok())
            .collect::<Option<_>>()
            .map(Self)
    }

    /// What `program --version` prints.
    pub fn of(program: &Path) -> Option<Self> {
        Self::parse(&run::output(Command::new(program).arg("--version"))?)
    }

    /// The first number.
    pub fn major(&self) -> u64 {
        self.0.first().copied().unwrap_or(0)
    }
}

impl fmt::Display for Version {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let parts: Vec<String> = self.0.iter().map(u64::to_string).collect();
        f.write_str(&parts.join("."))
    }
}

#[cfg(test)]
mod tests {
    use super::Version;

    #[test]
    fn programs_print_versions_in_many_ways() {
        let version = |text| Version::parse(text).unwrap().to_string();
        assert_eq!(version("geckodriver 0.37.1 (abc 2026-01-02)"), "0.37.1");
        assert_eq!(version("ChromeDriver 156.0.1234.5 (0123abc-refs/branch@{#1})"), "156.0.1234.5");
        assert_eq!(version("Mozilla Firefox 153.0esr"), "153.0");
        assert!(Version::parse("0.21.9") < Version::parse("0.21.14"));
        assert_eq!(Version::parse("v20.20.2").unwrap().major(), 20);
    }
}
