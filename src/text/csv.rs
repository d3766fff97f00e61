//! What the explorer shows, as CSV to take along: RFC 4180, UTF-8, a point in decimals in every language.

use super::Words;
use super::fact::{Facts, Seen};
use super::number::Numbers;
use super::render::plain;
use crate::data::{Figure, Measure};
use crate::model::explore::{KINDS, What, earlier};
use crate::model::neighbours::word;

/// The columns.
const HEAD: &str = "place,drug,year,value,unit,interval low,interval high,check,source,id\r\n";

/// The name of the file: `seized-tajikistan-heroin.csv`.
#[must_use]
pub fn name(facts: &Facts<'_>) -> String {
    let asked = facts.asked();
    format!("seized-{}-{}.csv", word(asked.place), asked.what.word())
}

/// The rows that are shown, with those of each kind where kinds stand upon each other, and what an earlier edition has.
///
/// A computed number has the ids of all figures that it stands on, and their sources. Intervals are open above where the
/// upper end is empty.
#[must_use]
pub fn csv(facts: &Facts<'_>, words: &Words) -> String {
    let asked = facts.asked();
    let mut csv = HEAD.to_owned();
    let mut put_all = |what: What<'_>, drug: &str| {
        for seen in facts.seen(what) {
            put(&mut csv, facts, words, &seen, drug);
        }
    };
    put_all(asked.what, &facts.asked_drug(words));
    if asked.stacked {
        for (kind, (name, _)) in KINDS.iter().enumerate() {
            put_all(What::Kind(kind), name);
        }
    }
    for row in earlier(facts.data, &asked) {
        let ends = row.weight().map(|weight| [weight.low().get(), weight.high().get()]);
        let (year, value) = (row.period.text.clone(), number(row.kilograms().map_or(f64::NAN, Measure::get)));
        let ends = ends.map_or_else(Default::default, |ends| ends.map(number));
        line(
            &mut csv,
            [&row.place, &row.drug, &year, &value, "kg", &ends[0], &ends[1], row.check.as_str(), &row.source, &row.id],
        );
    }
    csv
}

fn put(csv: &mut String, facts: &Facts<'_>, words: &Words, seen: &Seen, drug: &str) {
    let asked = facts.asked();
    let (value, ends, inputs) = match facts.outcome(&seen.fact) {
        Some(outcome) => {
            let ends = outcome.result.interval.map(|ends| [ends.low().get(), ends.high().get()]);
            (number(outcome.result.value.0), ends, outcome.result.inputs)
        }
        None => {
            let Some(row) = facts.data.figure(&seen.fact) else { return };
            let ends = row.weight().map(|weight| [weight.low().get(), weight.high().get()]);
            (number(seen.value), ends, vec![row.id.clone()])
        }
    };
    let ends = ends.map_or_else(Default::default, |ends| ends.map(number));
    let mut sources: Vec<&str> = Vec::new();
    for source in inputs.iter().filter_map(|id| facts.data.figure(id)).map(|row: &Figure| row.source.as_str()) {
        if !sources.contains(&source) {
            sources.push(source);
        }
    }
    let unit = plain(facts, words, facts.asked_unit());
    let year = seen.year.to_string();
    let (check, sources, ids) = (seen.check.as_str(), sources.join(" "), inputs.join(" "));
    line(csv, [asked.place, drug, &year, &value, &unit, &ends[0], &ends[1], check, &sources, &ids]);
}

fn line(csv: &mut String, cells: [&str; 10]) {
    for (place, text) in cells.into_iter().enumerate() {
        if place > 0 {
            csv.push(',');
        }
        csv.push_str(&cell(text));
    }
    csv.push_str("\r\n");
}

/// A cell, quoted where it must be. What a spreadsheet would take for a formula gets an apostrophe in front.
fn cell(text: &str) -> String {
    let formula = text.starts_with(['=', '+', '-', '@', '\t', '\r']);
    let text = if formula { format!("'{text}") } else { text.to_owned() };
    let quoted = text.contains([',', '"', '\n', '\r']);
    if quoted { format!("\"{}\"", text.replace('"', "\"\"")) } else { text }
}

/// A number to five decimals, without zeros at its end; empty for no number.
fn number(value: f64) -> String {
    if !value.is_finite() {
        return String::new();
    }
    let plain =
        Numbers { decimal: ".".into(), group: String::new(), least: 99, minus: "-".into(), plurals: Vec::new() };
    plain.fixed(value, 5).trim_end_matches('0').trim_end_matches('.').to_owned()
}

#[cfg(test)]
mod tests {
    use super::{cell, number};

    #[test]
    fn cells_are_quoted_and_formulas_are_not() {
        assert_eq!(cell("Heroin"), "Heroin");
        assert_eq!(cell("kg per 100,000 people"), "\"kg per 100,000 people\"");
        assert_eq!(cell("say \"so\""), "\"say \"\"so\"\"\"");
        for formula in ["=1+1", "+1", "-1", "@x", "\tx"] {
            assert_eq!(cell(formula), format!("'{formula}"));
        }
    }

    #[test]
    fn numbers_have_a_point_and_no_zeros_at_their_end() {
        let written = [0.0, 515.2, 41_100.0, 0.005, 12_345.678_91, f64::INFINITY].map(number);
        assert_eq!(written, ["0", "515.2", "41100", "0.005", "12345.67891", ""]);
    }
}
