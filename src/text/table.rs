//! Reads a language's file and holds it against the reference language. Shared with the build script.

use super::slot::Slot;
use super::template::{CATEGORIES, Piece, check, pieces};
use std::collections::{BTreeMap, BTreeSet};

/// A language's sentences by `section.name`, in order: one text, or `by` and then category, text, category, text…
pub type Table = BTreeMap<String, Vec<String>>;

/// Reads one language's TOML file.
///
/// # Errors
/// Every fault found, each naming the file and the key.
pub fn read(file: &str, toml: &str) -> Result<Table, Vec<String>> {
    let sections: toml::Table = toml.parse().map_err(|fault| vec![format!("{file}: {fault}")])?;
    let (mut table, mut faults) = (Table::new(), Vec::new());
    for (section, names) in sections {
        let Some(names) = names.as_table() else {
            faults.push(format!("{file}: `{section}` stands outside a section"));
            continue;
        };
        for (name, entry) in names {
            let key = format!("{section}.{name}");
            match sentences(entry) {
                Ok(sentences) => drop(table.insert(key, sentences)),
                Err(reason) => faults.push(format!("{file}: {key}: {reason}")),
            }
        }
    }
    for (key, sentences) in &table {
        let said = if sentences.len() == 1 { &sentences[..] } else { &sentences[1..] };
        let wrong = said.iter().filter_map(|sentence| check(sentence).err());
        faults.extend(wrong.map(|reason| format!("{file}: {key}: {reason}")));
    }
    if faults.is_empty() { Ok(table) } else { Err(faults) }
}

/// Reads a language's names for words of the dataset, `"Tajikistan" = "…"`, a line each; and under `[units]` those of
/// its units, each a text or a table of plural forms, which are named by unit and category: `labs few`.
///
/// # Errors
/// What is neither a text nor plural forms of texts, or an empty name.
pub fn read_names(toml: &str) -> Result<BTreeMap<String, String>, String> {
    let mut pairs: toml::Table = toml.parse().map_err(|fault| format!("{fault}"))?;
    let units = pairs.remove("units").and_then(|units| units.as_table().cloned()).unwrap_or_default();
    for (unit, said) in units {
        let forms = said.as_table().cloned().unwrap_or_else(|| toml::Table::from_iter([("other".to_owned(), said)]));
        pairs.extend(forms.into_iter().map(|(category, form)| (format!("{unit} {category}"), form)));
    }
    let pair = |(word, name): (String, toml::Value)| match name.as_str() {
        Some(name) if !name.trim().is_empty() => Ok((word, name.to_owned())),
        _ => Err(format!("`{word}` has no name")),
    };
    pairs.into_iter().map(pair).collect()
}

fn sentences(entry: &toml::Value) -> Result<Vec<String>, String> {
    if let Some(text) = entry.as_str() {
        return Ok(vec![text.to_owned()]);
    }
    let forms = entry.as_table().ok_or("neither a text nor plural forms")?;
    let by = forms.get("by").and_then(toml::Value::as_str).ok_or("plural forms need `by`")?;
    let mut sentences = vec![by.to_owned()];
    for (category, text) in forms.iter().filter(|(category, _)| *category != "by") {
        if !CATEGORIES.contains(&category.as_str()) {
            return Err(format!("`{category}` is not a plural category"));
        }
        sentences.push(category.clone());
        sentences.push(text.as_str().ok_or("a plural form is a text")?.to_owned());
    }
    if !forms.contains_key("other") {
        return Err("plural forms need `other`".to_owned());
    }
    Ok(sentences)
}

/// Holds `table` against the reference: the same keys, the same slots in each, no slot that nobody fills.
///
/// `known` says whether the dataset has a figure of that id.
#[must_use]
pub fn compare(file: &str, table: &Table, reference: &Table, known: &dyn Fn(&str) -> bool) -> Vec<String> {
    let mut faults = Vec::new();
    faults
        .extend(reference.keys().filter(|key| !table.contains_key(*key)).map(|key| format!("{file}: {key}: missing")));
    for (key, sentences) in table {
        let Some(expected) = reference.get(key) else {
            faults.push(format!("{file}: {key}: the reference language has no such key"));
            continue;
        };
        let (have, want) = (slots(sentences), slots(expected));
        faults.extend(want.difference(&have).map(|slot| format!("{file}: {key}: `{{{slot}}}` is missing")));
        faults
            .extend(have.difference(&want).map(|slot| format!("{file}: {key}: `{{{slot}}}` is not in the reference")));
        let strangers = have.iter().filter(|slot| !filled(slot, known));
        faults.extend(strangers.map(|slot| format!("{file}: {key}: nothing fills `{{{slot}}}`")));
    }
    faults
}

/// Slots that depend on where they stand: in a card, in the step counter, beside a base year in dispute, in the header.
const OWN: [&str; 7] = ["card.low", "card.high", "card.year", "conflict.base", "step.here", "step.of", "page.minutes"];

fn filled(slot: &str, known: &dyn Fn(&str) -> bool) -> bool {
    OWN.contains(&slot) || Slot::read(slot).figure().is_none_or(known)
}

fn slots(sentences: &[String]) -> BTreeSet<String> {
    let mut slots = BTreeSet::new();
    for sentence in sentences {
        for piece in pieces(sentence).unwrap_or_default() {
            if let Piece::Slot(slot) = piece {
                slots.insert(slot.to_owned());
            }
        }
    }
    slots
}

#[cfg(test)]
mod tests {
    use super::*;

    const ENGLISH: &str = "[a]\nb = \"{seed} t\"\n[a.c]\nby = \"doubling.count\"\none = \"{doubling.count} year\"\nother = \"{doubling.count} years\"";

    fn faults(toml: &str) -> Vec<String> {
        let reference = read("en.toml", ENGLISH).unwrap();
        match read("ru.toml", toml) {
            Ok(table) => compare("ru.toml", &table, &reference, &|id| id == "seed"),
            Err(faults) => faults,
        }
    }

    #[test]
    fn a_faithful_file_passes() {
        assert_eq!(faults(ENGLISH), Vec::<String>::new());
    }

    #[test]
    fn each_fault_is_named() {
        assert_eq!(faults(&ENGLISH.replace("b = \"{seed} t\"", "")), ["ru.toml: a.b: missing"]);
        assert!(faults(&ENGLISH.replace("{seed}", "{other_id}")).contains(&"ru.toml: a.b: `{seed}` is missing".into()));
        assert!(faults(&ENGLISH.replace("{seed} t", "{seed} t, 7 times"))[0].contains("the digit `7`"));
        assert!(faults(&format!("{ENGLISH}\n[d]\ne = \"x\""))[0].contains("no such key"));
        assert!(faults(&ENGLISH.replace("other =", "others ="))[0].contains("not a plural category"));
    }
}
