//! Counting tests from what test runners print.

use std::ops::AddAssign;

/// How many tests passed and failed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Tests that passed.
    pub passed: usize,
    /// Tests that failed.
    pub failed: usize,
}

impl AddAssign for Tally {
    fn add_assign(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
    }
}

impl Tally {
    /// What one line adds: cargo's `test result:` line, or a `pass N` or `fail N` line of Node's
    /// test runner. Any other line adds nothing.
    ///
    /// ```
    /// use xtask::tally::Tally;
    /// let line = "test result: FAILED. 3 passed; 1 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.01s";
    /// assert_eq!(Tally::of_line(line), Tally { passed: 3, failed: 1 });
    /// assert_eq!(Tally::of_line("# pass 12"), Tally { passed: 12, failed: 0 });
    /// assert_eq!(Tally::of_line("test story::walks ... ok"), Tally::default());
    /// ```
    pub fn of_line(line: &str) -> Self {
        let line = without_colour(line);
        let line = line.trim();
        if let Some((_, counts)) = line.strip_prefix("test result: ").and_then(|rest| rest.split_once(". ")) {
            return Self { passed: before(counts, " passed"), failed: before(counts, " failed") };
        }
        let after = |word: &str| {
            let rest = line.strip_prefix("# ").or_else(|| line.strip_prefix("ℹ "))?;
            rest.strip_prefix(word)?.parse().ok()
        };
        Self { passed: after("pass ").unwrap_or(0), failed: after("fail ").unwrap_or(0) }
    }
}

/// The number just before ` word` in `3 passed; 1 failed; …`.
fn before(counts: &str, word: &str) -> usize {
    counts.split(';').find_map(|part| part.trim().strip_suffix(word.trim())?.trim().parse().ok()).unwrap_or(0)
}

fn without_colour(line: &str) -> String {
    let mut parts = line.split('\u{1b}');
    let first = parts.next().unwrap_or("").to_owned();
    parts.fold(first, |text, part| text + part.split_once('m').map_or("", |(_, rest)| rest))
}

#[cfg(test)]
mod tests {
    use super::Tally;

    #[test]
    fn colour_changes_nothing() {
        let line = "test result: \u{1b}[32mok\u{1b}[m. 41 passed; 0 failed; 2 ignored; 0 measured; 0 filtered out";
        assert_eq!(Tally::of_line(line), Tally { passed: 41, failed: 0 });
    }

    #[test]
    fn nodes_runner_is_understood() {
        assert_eq!(Tally::of_line("ℹ fail 2"), Tally { passed: 0, failed: 2 });
        assert_eq!(Tally::of_line("# tests 12"), Tally::default());
    }
}
