use std::fmt;

/// One thing wrong with the dataset, and where.
///
/// Reads ``figures.csv:214: unit: `kgs` is not a known unit``, so that an editor can click on it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// `figures.csv` or `sources.csv`.
    pub file: &'static str,
    /// The line of the file on which the row begins, from 1; the header is line 1.
    pub line: u64,
    /// The column as the header names it.
    pub column: &'static str,
    /// What is wrong, quoting the offending text.
    pub reason: String,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}: {}: {}", self.file, self.line, self.column, self.reason)
    }
}

impl std::error::Error for Problem {}
