use super::Problem;
use csv::{ReaderBuilder, StringRecord};

/// A row and the line of the file on which it begins, from 1.
pub(super) type Numbered = (u64, Vec<String>);

/// The rows of an RFC 4180 file below its header.
///
/// # Errors
/// One problem for each column of the header that is not the one in `columns`, since every row would
/// be read wrongly below it; else one for each field with a letter that cannot be seen.
pub(super) fn rows(
    file: &'static str,
    columns: &'static [&'static str],
    text: &str,
) -> Result<Vec<Numbered>, Vec<Problem>> {
    // Rows of a wrong length are let through: reading their fields says more about them.
    let mut reader = ReaderBuilder::new().has_headers(false).flexible(true).from_reader(text.as_bytes());
    let mut rows = Vec::new();
    let mut problems = Vec::new();
    let mut lines = Lines::new(text);
    for record in reader.records() {
        match record {
            Ok(record) => {
                let byte = record.position().map_or(0, |position| position.byte());
                rows.push((lines.at(byte), record));
            }
            Err(error) => {
                let line = error.position().map_or(0, |position| lines.at(position.byte()));
                let column = columns.first().copied().unwrap_or_default();
                problems.push(Problem { file, line, column, reason: error.to_string() });
            }
        }
    }
    let mut rows = rows.into_iter();
    problems.extend(header_problems(file, columns, rows.next().map(|(_, header)| header)));
    if !problems.is_empty() {
        return Err(problems);
    }
    let rows: Vec<Numbered> = rows.map(|(line, record)| (line, record.iter().map(str::to_owned).collect())).collect();
    let problems: Vec<_> = rows.iter().flat_map(|row| unseen_problems(file, columns, row)).collect();
    if problems.is_empty() { Ok(rows) } else { Err(problems) }
}

/// Nobody sees these letters where they are typed, yet they break lines, hide parts of a word or turn a number around.
fn is_unseen(letter: char) -> bool {
    let turns = ['\u{202a}'..='\u{202e}', '\u{2066}'..='\u{2069}', '\u{200b}'..='\u{200f}'];
    letter.is_control() || letter == '\u{feff}' || turns.iter().any(|turns| turns.contains(&letter))
}

fn unseen_problems(file: &'static str, columns: &'static [&'static str], row: &Numbered) -> Vec<Problem> {
    let (line, fields) = row;
    let problem = |(place, field): (usize, &String)| {
        // Lines may break within quotes, on any system.
        let letter = field.replace("\r\n", "\n").chars().find(|letter| *letter != '\n' && is_unseen(*letter))?;
        let column = columns.get(place).or(columns.last()).copied().unwrap_or_default();
        let reason = format!("has a letter that cannot be seen, U+{:04X}", u32::from(letter));
        Some(Problem { file, line: *line, column, reason })
    };
    fields.iter().enumerate().filter_map(problem).collect()
}

fn header_problems(file: &'static str, columns: &'static [&'static str], header: Option<StringRecord>) -> Vec<Problem> {
    let header = header.unwrap_or_default();
    let problem = |column, reason| Problem { file, line: 1, column, reason };
    let mut problems: Vec<_> = columns
        .iter()
        .enumerate()
        .filter_map(|(index, column)| match header.get(index) {
            Some(found) if found == *column => None,
            Some(found) => Some(problem(column, format!("the header has `{found}` in its place"))),
            None => Some(problem(column, "the header lacks it".to_owned())),
        })
        .collect();
    if let (Some(extra), Some(last)) = (header.get(columns.len()), columns.last()) {
        problems.push(problem(last, format!("the header goes on with `{extra}`")));
    }
    problems
}

/// Counts lines up to ever later places in a text. The reader's own count is of the line on which
/// it stood before it took the rest of a CRLF or a blank line, which is too early.
struct Lines<'a> {
    text: &'a [u8],
    byte: usize,
    line: u64,
}

impl<'a> Lines<'a> {
    fn new(text: &'a str) -> Self {
        Self { text: text.as_bytes(), byte: 0, line: 1 }
    }

    /// The line of the first byte of a row at or after `byte`.
    fn at(&mut self, byte: u64) -> u64 {
        let target = usize::try_from(byte).unwrap_or(usize::MAX);
        while let Some(letter) = self.text.get(self.byte) {
            if self.byte >= target && !matches!(letter, b'\r' | b'\n') {
                break;
            }
            self.line += u64::from(*letter == b'\n');
            self.byte += 1;
        }
        self.line
    }
}
