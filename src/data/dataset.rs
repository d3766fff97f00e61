use std::collections::BTreeSet;

use super::{Figure, Problem, Source, sort_few};

/// All printed figures and their sources, validated. Order is that of the files.
#[derive(Debug, Clone, PartialEq)]
pub struct Dataset {
    figures: Vec<Figure>,
    sources: Vec<Source>,
    figure_at: Index,
    source_at: Index,
}

impl Dataset {
    /// Reads both files as text: UTF-8, RFC 4180, the header as expected.
    ///
    /// # Errors
    /// Every problem of both files. A wrong header hides the rows below it.
    #[cfg(not(target_arch = "wasm32"))]
    pub fn from_csv(figures: &str, sources: &str) -> Result<Self, Vec<Problem>> {
        use super::{FIGURE_COLUMNS, SOURCE_COLUMNS, read::rows};
        let figures = rows(Figure::FILE, FIGURE_COLUMNS, figures);
        let sources = rows(Source::FILE, SOURCE_COLUMNS, sources);
        match (figures, sources) {
            (Ok(figures), Ok(sources)) => Self::assemble(&figures, &sources),
            (figures, sources) => {
                let problems = [figures.err(), sources.err()];
                Err(problems.into_iter().flatten().flatten().collect())
            }
        }
    }

    /// Reads rows without their headers, fields in the order of
    /// [`FIGURE_COLUMNS`](super::FIGURE_COLUMNS) and [`SOURCE_COLUMNS`](super::SOURCE_COLUMNS).
    ///
    /// # Errors
    /// Every problem of both; their lines are those of files with a header and one line a row.
    pub fn from_rows(figures: Vec<Vec<String>>, sources: Vec<Vec<String>>) -> Result<Self, Vec<Problem>> {
        let numbered = |rows: Vec<Vec<String>>| -> Vec<_> { (2..).zip(rows).collect() };
        Self::assemble(&numbered(figures), &numbered(sources))
    }

    /// The figure with this id.
    pub fn figure(&self, id: &str) -> Option<&Figure> {
        self.figures.get(self.figure_at.find(id)?)
    }

    /// The source with this id.
    pub fn source(&self, id: &str) -> Option<&Source> {
        self.sources.get(self.source_at.find(id)?)
    }

    /// Every figure.
    pub fn figures(&self) -> &[Figure] {
        &self.figures
    }

    /// Every source.
    pub fn sources(&self) -> &[Source] {
        &self.sources
    }

    /// The original fields of the wanted figures, and of only the sources that they name; what
    /// [`from_rows`](Self::from_rows) takes. Each once, in the order of the files. Ids that the
    /// dataset lacks are left out: ask [`figure`](Self::figure) first where that matters.
    pub fn rows<'a>(&self, wanted: impl IntoIterator<Item = &'a str>) -> (Vec<Vec<String>>, Vec<Vec<String>>) {
        let wanted: BTreeSet<&str> = wanted.into_iter().collect();
        let is_wanted = |figure: &&Figure| wanted.contains(figure.id.as_str());
        let figures: Vec<&Figure> = self.figures.iter().filter(is_wanted).collect();
        let named: BTreeSet<&str> = figures.iter().map(|figure| figure.source.as_str()).collect();
        let sources = self.sources.iter().filter(|source| named.contains(source.id.as_str()));
        (figures.iter().map(|figure| figure.fields()).collect(), sources.map(Source::fields).collect())
    }

    /// Reads rows without their headers as two texts: a line each, tabs between the fields. No field is copied for it.
    ///
    /// # Errors
    /// As [`from_rows`](Self::from_rows).
    pub fn from_lines(figures: &str, sources: &str) -> Result<Self, Vec<Problem>> {
        fn rows(text: &str) -> Vec<(u64, Vec<&str>)> {
            (2..).zip(text.lines().map(|line| line.split('\t').collect())).collect()
        }
        Self::assemble(&rows(figures), &rows(sources))
    }

    fn assemble<S: AsRef<str>>(figures: &[(u64, Vec<S>)], sources: &[(u64, Vec<S>)]) -> Result<Self, Vec<Problem>> {
        let mut problems = Vec::new();
        let figures = parse_all(figures, Figure::parse, &mut problems);
        let sources_read = parse_all(sources, Source::parse, &mut problems);
        let figure_ids: Vec<_> = figures.iter().map(|(line, figure)| (*line, figure.id.as_str())).collect();
        let figure_at = index(Figure::FILE, "id", &figure_ids, &mut problems);
        let source_ids: Vec<_> = sources_read.iter().map(|(line, source)| (*line, source.id.as_str())).collect();
        let source_at = index(Source::FILE, "source_id", &source_ids, &mut problems);
        // A source whose own row is wrong is still there: its problem is told once, on its row.
        let names = |id: &str| sources.iter().any(|(_, row)| row.first().is_some_and(|first| first.as_ref() == id));
        for (line, figure) in &figures {
            if source_at.find(&figure.source).is_none() && !names(&figure.source) {
                let reason = format!("`{}` is not in {}", figure.source, Source::FILE);
                problems.push(Problem { file: Figure::FILE, line: *line, column: "source_id", reason });
            }
        }
        if !problems.is_empty() {
            sort_few(&mut problems, |a, b| (a.file, a.line) < (b.file, b.line));
            return Err(problems);
        }
        let figures = figures.into_iter().map(|(_, figure)| figure).collect();
        let sources = sources_read.into_iter().map(|(_, source)| source).collect();
        Ok(Self { figures, sources, figure_at, source_at })
    }
}

/// Every row that parses, with its line; the problems of the others are added to `problems`.
fn parse_all<T, S: AsRef<str>>(
    rows: &[(u64, Vec<S>)],
    parse: impl Fn(u64, &[&str]) -> Result<T, Vec<Problem>>,
    problems: &mut Vec<Problem>,
) -> Vec<(u64, T)> {
    let mut parsed = Vec::with_capacity(rows.len());
    for (line, fields) in rows {
        let fields: Vec<&str> = fields.iter().map(AsRef::as_ref).collect();
        match parse(*line, &fields) {
            Ok(row) => parsed.push((*line, row)),
            Err(found) => problems.extend(found),
        }
    }
    parsed
}

/// Ids and the places of their rows, in the order of the ids.
#[derive(Debug, Clone, PartialEq, Default)]
struct Index(Vec<(String, usize)>);

impl Index {
    /// The place of an id's row.
    fn find(&self, id: &str) -> Option<usize> {
        let at = self.search(id).ok()?;
        self.0.get(at).map(|(_, place)| *place)
    }

    /// Adds an id, unless it is there: then the place of its row.
    fn add(&mut self, id: &str, place: usize) -> Option<usize> {
        match self.search(id) {
            Ok(_) => self.find(id),
            Err(at) => {
                self.0.insert(at, (id.to_owned(), place));
                None
            }
        }
    }

    fn search(&self, id: &str) -> Result<usize, usize> {
        self.0.binary_search_by(|(known, _)| known.as_str().cmp(id))
    }
}

/// Where each id stands; an id met before is a problem of the later row.
fn index(file: &'static str, column: &'static str, ids: &[(u64, &str)], problems: &mut Vec<Problem>) -> Index {
    let mut index = Index::default();
    for (place, (line, id)) in ids.iter().enumerate() {
        if let Some(earlier) = index.add(id, place) {
            let reason = format!("`{id}` is already the id of line {}", ids[earlier].0);
            problems.push(Problem { file, line: *line, column, reason });
        }
    }
    index
}
