//! A made-up language, to see how pages bear longer words: English with accents and its commonest letters twice.

use seized::text::Words;

/// Asks for it, in place of English.
pub const PSEUDO: &str = "SEIZED_PSEUDO";

/// The same words in the made-up language.
pub fn longer(words: Words) -> Words {
    words.mapped(stretched)
}

/// A text 40 % longer; slots stay.
fn stretched(text: &str) -> String {
    let (mut longer, mut depth) = (String::new(), 0);
    for letter in text.chars() {
        match letter {
            '{' | '[' => depth += 1,
            '}' | ']' => depth -= 1,
            _ => {}
        }
        let second = match letter {
            _ if depth > 0 => None,
            'a' => Some('ä'),
            'e' => Some('é'),
            'o' => Some('ö'),
            'u' => Some('ü'),
            'i' | 's' | 'n' | 'l' => Some(letter),
            _ => None,
        };
        longer.push(letter);
        longer.extend(second);
    }
    longer
}

#[cfg(test)]
mod tests {
    use super::stretched;
    use seized::text::Words;

    #[test]
    fn sentences_are_two_fifths_longer_and_keep_their_slots() {
        let words = Words::from_toml("en", include_str!("../../text/en.toml")).expect("words");
        let (mut before, mut after) = (0, 0);
        for (key, _, text) in words.all() {
            let longer = stretched(text);
            let slots = |text: &str| {
                text.split('{').skip(1).map(|rest| rest.split('}').next().map(str::to_owned)).collect::<Vec<_>>()
            };
            assert_eq!(slots(text), slots(&longer), "{key}");
            let said = |text: &str| text.chars().count() - slots(text).iter().flatten().map(String::len).sum::<usize>();
            before += said(text);
            after += said(&longer);
        }
        assert!(after * 10 >= before * 14, "{after} letters for {before}");
    }
}
