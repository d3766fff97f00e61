//! What a reader can choose under a figure: native inputs, named as their URL parameters.

use crate::model::Choices;
use crate::model::explore::{left_out, listed};
use crate::text::fact::Facts;
use crate::text::render::{counted, plain};
use crate::text::{Key, Words, key};

/// A choice under a figure.
#[derive(Debug)]
pub struct Control {
    /// The name of its inputs, which is also its URL parameter.
    pub name: &'static str,
    /// Its label.
    pub label: Key,
    /// The scenes that show it; none means all.
    pub scenes: &'static [&'static str],
    /// What it looks like.
    pub kind: Kind,
    /// Its value among the reader's choices; `None` before a guess.
    pub get: fn(&Choices) -> Option<u16>,
    /// Puts a value among the reader's choices.
    pub set: fn(&mut Choices, u16),
    /// What the choice comes to, in words; none where a neighbour says it.
    pub readout: fn(&Facts<'_>) -> Vec<Key>,
}

/// What a control looks like.
#[derive(Clone, Copy, Debug)]
pub enum Kind {
    /// A slider from one whole number to another, and where it stands before a guess.
    Slider(fn(&Facts<'_>) -> (u16, u16), u16),
    /// One slider of several that only the keyboard needs: a pointer draws in the figure.
    Keys(fn(&Facts<'_>) -> (u16, u16), fn(&Facts<'_>) -> u16),
    /// A slider whose whole numbers stand for something else: its ends, and the sentence that says its value.
    Amount(fn(&Facts<'_>) -> (u16, u16), Key),
    /// One of a few: the word in the URL and its label.
    Options(&'static [(&'static str, Key)]),
    /// Which of a few are shown, of those that there are to be shown (a bit each); the value and the URL have those that
    /// are not. One always is.
    Toggles(&'static [(&'static str, Key)], fn(&Facts<'_>) -> u16),
    /// One of many that the dataset has, as a list that opens: the words in the URL, and their labels.
    Select(fn(&Facts<'_>) -> Vec<String>, fn(&Facts<'_>, &Words) -> Vec<String>),
}

impl Control {
    /// Whether a scene shows it.
    #[must_use]
    pub fn is_in(&self, scene: &str) -> bool {
        self.scenes.is_empty() || self.scenes.contains(&scene)
    }

    /// Lowest and highest value.
    #[must_use]
    pub fn range(&self, facts: &Facts<'_>) -> (u16, u16) {
        match self.kind {
            Kind::Slider(range, _) | Kind::Keys(range, _) | Kind::Amount(range, _) => range(facts),
            Kind::Options(options) => (0, options.len().saturating_sub(1) as u16),
            // All but every one.
            Kind::Toggles(options, _) => (0, (1 << options.len()) - 2),
            Kind::Select(words, _) => (0, words(facts).len().saturating_sub(1) as u16),
        }
    }

    /// Its value under the reader's choices; before a guess, where its slider stands.
    #[must_use]
    pub fn value(&self, facts: &Facts<'_>) -> u16 {
        if let Kind::Toggles(_, there) = self.kind {
            return left_out((self.get)(&facts.choices).unwrap_or_default(), there(facts));
        }
        (self.get)(&facts.choices).unwrap_or_else(|| match self.kind {
            Kind::Slider(_, start) => start,
            Kind::Keys(_, start) => start(facts),
            Kind::Amount(..) | Kind::Options(_) | Kind::Toggles(..) | Kind::Select(..) => 0,
        })
    }

    /// Its value beside the label, and as a screen reader speaks it.
    #[must_use]
    pub fn said(&self, facts: &Facts<'_>, words: &Words) -> (String, String) {
        let value = (self.get)(&facts.choices).map(|value| value.to_string());
        if let Kind::Keys(..) = self.kind {
            let unit = |value: String| format!("{value} {}", counted(facts, words, key::guess::VALUE_UNIT, &value));
            let said = value.map_or_else(|| words.plain(key::guess::VALUE_NONE).to_owned(), unit);
            return (said.clone(), said);
        }
        if let Kind::Amount(_, said) = self.kind {
            let said = plain(facts, words, said);
            return (said.clone(), said);
        }
        let spoken: Vec<String> = (self.readout)(facts).into_iter().map(|key| plain(facts, words, key)).collect();
        (value.unwrap_or_else(|| "–".to_owned()), spoken.join(" "))
    }

    /// The year in the name of one of several sliders.
    #[must_use]
    pub fn year(&self) -> &'static str {
        self.name.trim_start_matches(|letter: char| letter.is_ascii_alphabetic())
    }

    /// A value as the URL has it.
    #[must_use]
    pub fn write(&self, value: u16, facts: &Facts<'_>) -> String {
        match self.kind {
            Kind::Slider(..) | Kind::Keys(..) | Kind::Amount(..) => value.to_string(),
            Kind::Options(options) => options.get(usize::from(value)).map_or("", |(word, _)| word).to_owned(),
            Kind::Toggles(options, _) => listed(value, options.len(), &|place| options[place].0, ","),
            Kind::Select(words, _) => words(facts).into_iter().nth(usize::from(value)).unwrap_or_default(),
        }
    }

    /// A value that the URL has, unless it means nothing or is out of range.
    #[must_use]
    pub fn read(&self, text: &str, facts: &Facts<'_>) -> Option<u16> {
        let (low, high) = self.range(facts);
        let value = match self.kind {
            Kind::Slider(..) | Kind::Keys(..) | Kind::Amount(..) => number(text)?,
            Kind::Options(options) => options.iter().position(|(word, _)| *word == text)? as u16,
            Kind::Toggles(options, _) => {
                let bit = |word: &str| options.iter().position(|(known, _)| *known == word);
                text.split(',').filter_map(bit).fold(0, |value, bit| value | 1 << bit)
            }
            Kind::Select(words, _) => words(facts).iter().position(|word| word == text)? as u16,
        };
        (low..=high).contains(&value).then_some(value)
    }

    /// The value once an input with a word has been used; `on` is whether a toggle is now. None where it leads to nothing.
    #[must_use]
    pub fn used(&self, text: &str, on: bool, facts: &Facts<'_>) -> Option<u16> {
        let Kind::Toggles(_, there) = self.kind else { return self.read(text, facts) };
        let (value, bit, there) = (self.value(facts), self.read(text, facts)?, there(facts));
        let value = if on { value & !bit } else { value | bit };
        (there & !value != 0).then_some(value)
    }
}

/// Digits alone: neither sign nor space nor a number that no year could be.
fn number(text: &str) -> Option<u16> {
    (text.len() <= 4 && text.bytes().all(|byte| byte.is_ascii_digit())).then(|| text.parse().ok())?
}
