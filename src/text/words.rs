//! A language's word table, as the page loads it.

use super::number::Numbers;
use crate::data::{Figure, Unit, Value};

/// The place of a sentence in the word table; the build makes one constant a sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Key(pub u16);

/// All sentences of one language and how it writes numbers.
#[derive(Clone, Debug)]
#[cfg_attr(not(target_arch = "wasm32"), derive(serde::Serialize))]
pub struct Words {
    /// BCP 47 tag, as in `html[lang]`.
    pub language: String,
    /// How the language writes numbers and which plural form a count takes.
    pub numbers: Numbers,
    /// Sentences in the order of the key constants: one text, or `by` and then category, text, category, text…
    entries: Vec<Vec<String>>,
    /// Results that no choice of a reader changes, as the pages were written with them; none natively.
    given: Vec<Given>,
    /// What the language calls what the dataset names, by the dataset's own word; none in the dataset's language.
    names: Vec<Name>,
}

/// A slot, what stands in its place, and how that was checked: no word of it for what is no number.
pub type Given = [String; 3];

/// A word of the dataset (a place, a drug, a period, a unit), and the language's own for it.
pub type Name = [String; 2];

impl Words {
    /// The table from its parts: `entries` in the order of the key constants, as the build wrote them.
    #[must_use]
    pub fn new(
        language: String,
        numbers: Numbers,
        entries: Vec<Vec<String>>,
        given: Vec<Given>,
        names: Vec<Name>,
    ) -> Self {
        Self { language, numbers, entries, given, names }
    }

    /// What the language calls a place, a drug or a period of the dataset: the dataset's own word where it has
    /// none.
    #[must_use]
    pub fn name<'a>(&'a self, word: &'a str) -> &'a str {
        self.names.iter().find(|[known, _]| known == word).map_or(word, |[_, name]| name)
    }

    /// The unit of a figure as the language writes it beside that figure's number: in the plural form that goes with it.
    /// Dates and texts have none.
    #[must_use]
    pub fn unit<'a>(&'a self, figure: &'a Figure) -> &'a str {
        if matches!(figure.unit, Unit::Date | Unit::Text) {
            return "";
        }
        let unit = figure.unit.as_str();
        let form = |category: &str| {
            let wanted = [unit, " ", category].concat();
            self.names.iter().find(|[known, _]| *known == wanted).map(|[_, name]| &**name)
        };
        let category = match figure.value {
            Value::Number(value) if value.fract() == 0.0 => self.numbers.category(value as usize),
            _ => "other",
        };
        form(category).or_else(|| form("other")).unwrap_or(unit)
    }

    /// Whether a word of the dataset is one of this language's.
    #[must_use]
    pub fn has_name(&self, word: &str) -> bool {
        self.names.iter().any(|[known, _]| known == word)
    }

    /// What stands in the place of a slot that was filled when the page was written.
    #[must_use]
    pub fn given(&self, slot: &str) -> Option<&Given> {
        self.given.iter().find(|[known, ..]| known == slot)
    }

    /// The sentence of a key; for plural forms the one that `count` chooses by the slot it counts.
    #[must_use]
    pub fn sentence(&self, key: Key, count: impl Fn(&str) -> Option<usize>) -> &str {
        let Some(entry) = self.entries.get(usize::from(key.0)) else { return "" };
        let [by, forms @ ..] = entry.as_slice() else { return "" };
        if forms.is_empty() {
            return by;
        }
        let category = count(by).map_or("other", |count| self.numbers.category(count));
        let form = |wanted: &str| forms.chunks(2).find(|form| form[0] == wanted).and_then(|form| form.get(1));
        form(category).or_else(|| form("other")).map_or("", String::as_str)
    }

    /// A sentence without slots.
    #[must_use]
    pub fn plain(&self, key: Key) -> &str {
        self.sentence(key, |_| None)
    }
}

#[cfg(not(target_arch = "wasm32"))]
mod native {
    use super::{Given, Key, Words};
    use crate::data::{Dataset, Value};
    use crate::text::table::{Table, read, read_names};
    use crate::text::{KEYS, cldr};
    use std::collections::BTreeSet;

    impl Words {
        /// Builds the table of `language` from its file, with CLDR's numbers and plural categories.
        ///
        /// # Errors
        /// What is wrong with the file, and which plural categories it lacks or has too many of.
        pub fn from_toml(language: &str, toml: &str) -> Result<Self, Vec<String>> {
            let file = format!("{language}.toml");
            let table = read(&file, toml)?;
            let numbers = cldr::numbers(language).map_err(|fault| vec![format!("{file}: {fault}")])?;
            let faults = plural_faults(&file, &table, &numbers.used_categories());
            if !faults.is_empty() {
                return Err(faults);
            }
            let entries = KEYS.iter().map(|key| table.get(*key).cloned().unwrap_or_default()).collect();
            Ok(Self { language: language.to_owned(), numbers, entries, given: Vec::new(), names: Vec::new() })
        }

        /// The same words with the language's names for the words of the dataset, from a file of pairs.
        ///
        /// # Errors
        /// What is wrong with the file.
        pub fn with_names(mut self, toml: &str) -> Result<Self, String> {
            self.names.extend(read_names(toml)?.into_iter().map(|(word, name)| [word, name]));
            Ok(self)
        }

        /// The same words with the days of a dataset as the language writes them.
        ///
        /// # Errors
        /// When CLDR lacks the language.
        pub fn with_dates(mut self, data: &Dataset) -> Result<Self, String> {
            let days = data.figures().iter().filter_map(|figure| match &figure.value {
                Value::Date(day) if day.len() == "2019-07-05".len() => Some(day),
                _ => None,
            });
            let days: BTreeSet<&String> = days.collect();
            for day in days {
                self.names.push([day.clone(), cldr::date(&self.language, day)?]);
            }
            Ok(self)
        }

        /// The table without sentences that stand in written pages alone: what the program gets.
        #[must_use]
        pub fn sent(&self) -> Self {
            let mut sent = self.clone();
            for (_, entry) in KEYS.iter().zip(&mut sent.entries).filter(|(name, _)| is_written(name)) {
                entry.clear();
            }
            sent
        }

        /// That table as the page loads it, with results that are given; `browser` reads it.
        ///
        /// # Errors
        /// Never for a table that was read.
        pub fn to_json(&self, given: Vec<Given>) -> Result<serde_json::Value, serde_json::Error> {
            serde_json::to_value(Self { given, ..self.sent() })
        }

        /// The same table with every sentence changed; what plural forms count by stays.
        #[must_use]
        pub fn mapped(mut self, change: impl Fn(&str) -> String) -> Self {
            for entry in &mut self.entries {
                let (first, step) = if entry.len() == 1 { (0, 1) } else { (2, 2) };
                entry.iter_mut().skip(first).step_by(step).for_each(|text| *text = change(text));
            }
            self
        }

        /// Every sentence with its key's name, plural forms one by one.
        pub fn all(&self) -> impl Iterator<Item = (&'static str, Key, &str)> {
            KEYS.iter().zip(&self.entries).enumerate().flat_map(|(place, (name, entry))| {
                let forms = if entry.len() == 1 { &entry[..] } else { entry.get(1..).unwrap_or_default() };
                let step = if entry.len() == 1 { 1 } else { 2 };
                let texts = forms.iter().skip(step - 1).step_by(step);
                texts.map(move |text| (*name, Key(u16::try_from(place).unwrap_or(u16::MAX)), text.as_str()))
            })
        }
    }

    /// Whether the program never says a sentence: what stands around sections, what is said of inputs and of findings,
    /// and in sections that no choice changes all but steps and alternative texts.
    fn is_written(name: &str) -> bool {
        let Some((section, name)) = name.split_once('.') else { return false };
        let begins = |starts: &[&str]| starts.iter().any(|start| name.starts_with(start));
        match section {
            "method" | "embed" | "help" | "sound" | "take" => true,
            "closing" => !begins(&["own_"]),
            "neighbours" => begins(&["table_"]),
            "labs" | "offences" => !begins(&["step_", "alt_", "unit", "chart_"]),
            "audit" => !begins(&["step_", "alt_", "unit_", "about_", "claim_"]),
            _ => ["chapter", "standfirst", "takeaway"].contains(&name) || begins(&["option_", "control_"]),
        }
    }

    fn plural_faults(file: &str, table: &Table, used: &[&str]) -> Vec<String> {
        let mut faults = Vec::new();
        for (key, forms) in table.iter().filter(|(_, forms)| forms.len() > 1) {
            let have: Vec<&str> = forms[1..].iter().step_by(2).map(String::as_str).collect();
            let missing = used.iter().filter(|category| !have.contains(category));
            faults.extend(missing.map(|category| format!("{file}: {key}: plural form `{category}` is missing")));
        }
        faults
    }
}
