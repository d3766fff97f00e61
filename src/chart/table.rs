//! The numbers behind a figure as a table.

use crate::model::digits::round;
use crate::text::fact::{Facts, Number};
use crate::text::render::{button, escape, html, numbers, numeral, plain};
use crate::text::{Key, Words};
use serde::Serialize;

/// A cell of a table.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell {
    /// A number that opens its card.
    Number(Number),
    /// A number that no card stands behind: as the language writes it, and as it is.
    Value(String, f64),
    /// Words, or a year.
    Words(String),
    /// Sentences whose numbers open their cards: in words alone, as HTML, and what stands behind the numbers.
    Sentences(String, String, Vec<String>),
    /// The verdict on what the row is about: its name for the style sheet, in `data-verdict` of the row, and the word.
    Verdict(&'static str, String),
    /// Nothing to say: the question does not arise.
    Empty,
}

/// A table with one heading a column; the first cell of a row is its heading.
#[derive(Clone, Debug, PartialEq)]
pub struct Table {
    /// Headings of the columns.
    pub head: Vec<String>,
    /// As many cells a row as there are headings.
    pub rows: Vec<Vec<Cell>>,
}

/// Headings by their keys.
#[inline(never)]
pub(super) fn heads(facts: &Facts<'_>, words: &Words, keys: &[Key]) -> Vec<String> {
    let mut heads = Vec::new();
    for key in keys {
        heads.push(plain(facts, words, *key));
    }
    heads
}

impl Cell {
    /// Words without slots.
    #[inline(never)]
    pub(super) fn of(words: &Words, key: Key) -> Self {
        Self::Words(words.plain(key).to_owned())
    }

    /// Sentences one after the other.
    pub(super) fn sentences(facts: &Facts<'_>, words: &Words, keys: &[Key]) -> Self {
        let all = |said: fn(&Facts<'_>, &Words, Key) -> String| {
            keys.iter().map(|key| said(facts, words, *key)).collect::<Vec<_>>().join("; ")
        };
        Self::Sentences(all(plain), all(html), keys.iter().flat_map(|key| numbers(facts, words, *key)).collect())
    }

    /// What it says, in words alone.
    #[must_use]
    pub fn text(&self) -> &str {
        match self {
            Self::Number(Number { text, .. }) | Self::Value(text, _) => text,
            Self::Words(words) | Self::Sentences(words, ..) | Self::Verdict(_, words) => words,
            Self::Empty => "",
        }
    }

    fn told(&self) -> Told<'_> {
        match self {
            Self::Number(Number { id, text, ends, .. }) => Told { text, id: Some(id), ends: *ends },
            Self::Value(text, value) => Told { text, id: None, ends: Some([*value; 2]) },
            Self::Sentences(words, _, ids) => Told { text: words, id: ids.first().map(String::as_str), ends: None },
            Self::Words(_) | Self::Verdict(..) | Self::Empty => Told { text: self.text(), id: None, ends: None },
        }
    }

    /// A number with as many decimals as are shown.
    #[inline(never)]
    pub(super) fn value(words: &Words, value: f64, decimals: u8) -> Self {
        Self::Value(words.numbers.fixed(value, decimals), round(value, i32::from(decimals)))
    }

    /// A slot's number; nothing where it has none.
    #[inline(never)]
    pub(super) fn number(facts: &Facts<'_>, words: &Words, slot: &str) -> Self {
        facts.number(slot, words).map_or(Self::Empty, Self::Number)
    }
}

/// A cell as files are made from it.
#[derive(Serialize)]
pub struct Told<'a> {
    /// As the language writes it; empty where there is nothing to say.
    text: &'a str,
    /// What its card stands behind.
    id: Option<&'a str>,
    /// What is shown, as numbers: one twice, or both ends of a range.
    ends: Option<[f64; 2]>,
}

impl Table {
    /// What stands behind its numbers, row by row.
    #[cfg(not(target_arch = "wasm32"))]
    #[must_use]
    pub fn ids(&self) -> Vec<&str> {
        fn of(cell: &Cell) -> Vec<&str> {
            match cell {
                Cell::Number(number) => vec![&number.id],
                Cell::Sentences(.., ids) => ids.iter().map(String::as_str).collect(),
                _ => Vec::new(),
            }
        }
        self.rows.iter().flatten().flat_map(of).collect()
    }

    /// Every row for files.
    #[must_use]
    pub fn told(&self) -> Vec<Vec<Told<'_>>> {
        self.rows.iter().map(|row| row.iter().map(Cell::told).collect()).collect()
    }

    /// The inside of a `table` element: under what it shows, and what more its figure's caption says.
    #[must_use]
    pub fn html(&self, caption: &str, more: &str) -> String {
        let head: String = self.head.iter().map(|head| format!("<th scope=\"col\">{}</th>", escape(head))).collect();
        let rows: String = self.rows.iter().map(|row| row_html(row)).collect();
        let caption = format!("<caption>{} <span class=\"more\">{}</span></caption>", escape(caption), escape(more));
        format!("{caption}<thead><tr>{head}</tr></thead><tbody>{rows}</tbody>")
    }
}

fn row_html(row: &[Cell]) -> String {
    let verdict = row.iter().find_map(|cell| if let Cell::Verdict(name, _) = cell { Some(*name) } else { None });
    let open = verdict.map_or_else(|| "<tr>".to_owned(), |name| ["<tr data-verdict=\"", name, "\">"].concat());
    let cells = row.iter().enumerate().fold(open, |html, (place, cell)| {
        let inside = match cell {
            Cell::Number(number) => button(number),
            Cell::Value(text, _) => numeral(text),
            Cell::Sentences(_, html, _) => html.clone(),
            _ => escape(cell.text()),
        };
        let (open, close) = match (place, cell) {
            (0, _) => ("<th scope=\"row\">", "</th>"),
            (_, Cell::Verdict(..)) => ("<td class=\"verdict\">", "</td>"),
            _ => ("<td>", "</td>"),
        };
        html + open + &inside + close
    });
    cells + "</tr>"
}
