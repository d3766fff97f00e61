use super::row::Row;
use super::{Language, Problem, SourceKind};

/// The header of `sources.csv`.
pub const SOURCE_COLUMNS: &[&str] =
    &["source_id", "title", "publisher", "date", "url", "language", "what_it_is", "note"];

/// Where printed figures come from: one row of `sources.csv`.
#[derive(Debug, Clone, PartialEq)]
pub struct Source {
    /// Unique and stable.
    pub id: String,
    /// Title, in the language of the source or described in English.
    pub title: String,
    /// Who published it.
    pub publisher: String,
    /// Date or edition, as free text: sources give days, months, years and edition names.
    pub date: String,
    /// Web address, `http` or `https`.
    pub url: String,
    /// Language it is written in.
    pub language: Language,
    /// Whether the publisher counted itself (column `what_it_is`).
    pub kind: SourceKind,
    /// Limits and remarks; may be empty.
    pub note: String,
}

impl Source {
    /// The name of the file, as problems give it.
    pub const FILE: &'static str = "sources.csv";

    /// Reads the fields of one row, in the order of [`SOURCE_COLUMNS`]. `line` is where the row
    /// begins in its file, for messages.
    ///
    /// # Errors
    /// Every problem of the row: a missing field, an unknown language or kind, an address that is
    /// not http or https.
    pub fn parse(line: u64, fields: &[&str]) -> Result<Self, Vec<Problem>> {
        let mut row = Row::new(Self::FILE, line, SOURCE_COLUMNS, fields);
        let id = row.required("source_id");
        let title = row.required("title");
        let publisher = row.required("publisher");
        let date = row.required("date");
        let url = row.required("url");
        if !url.is_empty() && !is_web_address(&url) {
            row.problem("url", format!("`{url}` is not an http or https address"));
        }
        let language = row.word("language");
        let kind = row.word("what_it_is");
        let note = row.text("note").to_owned();
        let source =
            language.zip(kind).map(|(language, kind)| Self { id, title, publisher, date, url, language, kind, note });
        row.finish(source)
    }

    /// The fields as they were read, in the order of [`SOURCE_COLUMNS`].
    pub fn fields(&self) -> Vec<String> {
        let fields = [
            self.id.as_str(),
            &self.title,
            &self.publisher,
            &self.date,
            &self.url,
            self.language.as_str(),
            self.kind.as_str(),
            &self.note,
        ];
        fields.map(str::to_owned).into()
    }
}

fn is_web_address(url: &str) -> bool {
    let rest = url.strip_prefix("https://").or_else(|| url.strip_prefix("http://"));
    rest.is_some_and(|rest| {
        let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
        !host.is_empty() && !url.contains(|letter: char| letter.is_whitespace() || letter.is_control())
    })
}
