use super::read::rows;
use super::row::Row;
use super::{Date, Problem};

/// The header of `corrections.csv`.
const COLUMNS: &[&str] = &["date", "what", "was", "is", "why"];

/// A mistake that a published edition had and that was put right: one row of `corrections.csv`, latest first.
#[derive(Debug, Clone, PartialEq)]
pub struct Correction {
    /// The day on which it was put right.
    pub date: Date,
    /// What it is about: a figure's id, a section, a file.
    pub what: String,
    /// What stood there.
    pub was: String,
    /// What stands there now.
    pub is: String,
    /// Why, and who told us if they want to be named.
    pub why: String,
}

impl Correction {
    /// The name of the file, as problems give it.
    pub const FILE: &'static str = "corrections.csv";

    /// Reads the file as text: UTF-8, RFC 4180, the header as expected. A file without rows says that nothing had to
    /// be corrected yet.
    ///
    /// # Errors
    /// Every problem: an empty field, a date that is none, a row that stands below an earlier one.
    pub fn from_csv(text: &str) -> Result<Vec<Self>, Vec<Problem>> {
        let mut corrections: Vec<Self> = Vec::new();
        let mut problems = Vec::new();
        for (line, fields) in rows(Self::FILE, COLUMNS, text)? {
            let fields: Vec<&str> = fields.iter().map(String::as_str).collect();
            match Self::parse(line, &fields) {
                Ok(row) if corrections.last().is_some_and(|above| above.date < row.date) => {
                    let reason = format!("`{}` is later than the row above; the latest stands first", row.date);
                    problems.push(Problem { file: Self::FILE, line, column: "date", reason });
                }
                Ok(row) => corrections.push(row),
                Err(found) => problems.extend(found),
            }
        }
        if problems.is_empty() { Ok(corrections) } else { Err(problems) }
    }

    fn parse(line: u64, fields: &[&str]) -> Result<Self, Vec<Problem>> {
        let mut row = Row::new(Self::FILE, line, COLUMNS, fields);
        row.required("date");
        let date = row.date("date");
        let [what, was, is, why] = ["what", "was", "is", "why"].map(|column| row.required(column));
        row.finish(date.map(|date| Self { date, what, was, is, why }))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const HEADER: &str = "date,what,was,is,why\n";

    #[test]
    fn rows_are_read_latest_first() {
        let text = format!(
            "{HEADER}2026-12-02,seed_total_2018,20.2,20.3,\"a slip, told by a reader\"\n2026-12-01,plants,a,b,c\n"
        );
        let found = Correction::from_csv(&text).expect("two corrections");
        assert_eq!((found.len(), found[0].is.as_str(), found[1].what.as_str()), (2, "20.3", "plants"));
        assert_eq!(Correction::from_csv(HEADER), Ok(Vec::new()));
    }

    #[test]
    fn each_fault_says_where_it_is() {
        let said = |rows: &str| -> Vec<String> {
            let problems = Correction::from_csv(&format!("{HEADER}{rows}")).expect_err("problems");
            problems.iter().map(ToString::to_string).collect()
        };
        assert_eq!(said("2026-12-01,a,,c,d\n"), ["corrections.csv:2: was: is empty"]);
        assert_eq!(said("soon,a,b,c,d\n"), ["corrections.csv:2: date: `soon` is not a date such as 2023-12-31"]);
        assert!(
            said("2026-12-01,a,b,c,d\n2026-12-02,a,b,c,d\n")[0]
                .starts_with("corrections.csv:3: date: `2026-12-02` is later")
        );
    }
}
