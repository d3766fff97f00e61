use super::vocabulary::Vocabulary;
use super::{Date, Problem, sort_few};

/// One row being read: fields by column name, and every problem met on the way.
pub(super) struct Row<'a> {
    file: &'static str,
    line: u64,
    columns: &'static [&'static str],
    fields: &'a [&'a str],
    problems: Vec<Problem>,
}

impl<'a> Row<'a> {
    /// A row of `fields` under `columns`; a row that is too short or too long is the first problem.
    pub(super) fn new(file: &'static str, line: u64, columns: &'static [&'static str], fields: &'a [&'a str]) -> Self {
        let mut row = Self { file, line, columns, fields, problems: Vec::new() };
        if fields.len() != columns.len() {
            let column = columns.get(fields.len()).or(columns.last()).copied().unwrap_or_default();
            row.problem(column, format!("the row has {} fields, not {}", fields.len(), columns.len()));
        }
        row
    }

    /// The field as it stands; empty where the row is too short.
    pub(super) fn text(&self, column: &str) -> &'a str {
        let index = self.columns.iter().position(|name| *name == column);
        debug_assert!(index.is_some(), "no column is called {column}");
        index.and_then(|index| self.fields.get(index)).copied().unwrap_or_default()
    }

    /// The field, which must not be empty.
    pub(super) fn required(&mut self, column: &'static str) -> String {
        let text = self.text(column);
        if text.trim().is_empty() {
            self.problem(column, "is empty".to_owned());
        }
        text.to_owned()
    }

    /// The field as a word of a vocabulary.
    pub(super) fn word<T: Vocabulary>(&mut self, column: &'static str) -> Option<T> {
        let text = self.required(column);
        let word = T::from_word(&text);
        if word.is_none() && !text.trim().is_empty() {
            self.problem(column, format!("`{text}` is not a known {}", T::CALLED));
        }
        word
    }

    /// The field as a date; `None` where it is empty.
    pub(super) fn date(&mut self, column: &'static str) -> Option<Date> {
        let text = self.text(column);
        let date = Date::parse(text);
        if date.is_none() && !text.is_empty() {
            self.problem(column, format!("`{text}` is not a date such as 2023-12-31"));
        }
        date
    }

    /// The field as a plain decimal number; `None` where it is empty. Signs other than a minus,
    /// exponents and separators are refused, since a typing slip should not become a number, and so
    /// are more than fifteen digits, which no source prints.
    pub(super) fn number(&mut self, column: &'static str) -> Option<f64> {
        let text = self.text(column);
        let number = decimal(text);
        if number.is_none() && !text.trim().is_empty() {
            self.problem(column, format!("`{text}` is not a number"));
        }
        number
    }

    /// Notes what is wrong with a column.
    pub(super) fn problem(&mut self, column: &'static str, reason: String) {
        self.problems.push(Problem { file: self.file, line: self.line, column, reason });
    }

    /// What was read, unless there was a problem. `None` without one cannot happen: a field that is
    /// not read notes why.
    pub(super) fn finish<T>(mut self, read: Option<T>) -> Result<T, Vec<Problem>> {
        let columns = self.columns;
        let place = |problem: &Problem| columns.iter().position(|name| *name == problem.column);
        sort_few(&mut self.problems, |a, b| place(a) < place(b));
        match read {
            Some(read) if self.problems.is_empty() => Ok(read),
            _ => Err(self.problems),
        }
    }
}

/// The most digits whose whole number any `f64` holds exactly.
const MOST_DIGITS: usize = 15;

/// The nearest `f64` to a plain decimal; `None` for anything else.
///
/// With so few digits both the digits as a whole number and the power of ten are exact, so that one
/// division rounds correctly, as the library's parser does. That one also reads what needs tables of
/// powers, which would be a tenth of the program that readers load.
fn decimal(text: &str) -> Option<f64> {
    let (sign, digits) = text.strip_prefix('-').map_or((1.0, text), |digits| (-1.0, digits));
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    if !(1..=MOST_DIGITS).contains(&(whole.len() + fraction.len())) {
        return None;
    }
    let digits = whole.bytes().chain(fraction.bytes());
    let number = digits
        .into_iter()
        .try_fold(0_u64, |number, byte| byte.is_ascii_digit().then(|| number * 10 + u64::from(byte - b'0')))?;
    let places = i32::try_from(fraction.len()).ok()?;
    Some(sign * number as f64 / 10_f64.powi(places))
}

#[cfg(test)]
mod tests {
    use super::decimal;

    #[test]
    fn a_plain_decimal_is_read_as_the_library_reads_it() {
        for text in
            ["0", "-0", "41.1", "-20.5", ".5", "5.", "0.0077", "19209.555", "123456789012345", "0.00000000000001"]
        {
            assert_eq!(decimal(text).map(f64::to_bits), text.parse().ok().map(f64::to_bits), "{text}");
        }
        let mut seed = 1_u64;
        for places in (0..=14).cycle().take(20_000) {
            seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            let digits = format!("{:015}", (seed >> 11) % 1_000_000_000_000_000);
            let text = format!("{}.{}", &digits[..15 - places], &digits[15 - places..]);
            assert_eq!(decimal(&text), text.parse().ok(), "{text}");
        }
    }

    #[test]
    fn what_is_no_plain_decimal_is_refused() {
        for text in ["", ".", "-", "--1", "+1", "1e3", "1,5", "1.2.3", "1-", " 1", "inf", "1234567890123456"] {
            assert_eq!(decimal(text), None, "{text}");
        }
    }
}
