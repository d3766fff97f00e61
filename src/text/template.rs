//! The little grammar of a sentence: text, `{slots}` and `*emphasis*`.

/// CLDR's plural categories, in its order.
pub const CATEGORIES: [&str; 6] = ["zero", "one", "two", "few", "many", "other"];

/// A part of a sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Piece<'a> {
    /// Words, taken as they are.
    Words(&'a str),
    /// What stands between braces: a figure's id or the key of a result.
    Slot(&'a str),
}

/// Splits a sentence into words and slots.
///
/// # Errors
/// Says what is wrong when a brace is left open, closed twice, or empty.
///
/// ```
/// use seized::text::template::{Piece, pieces};
/// let parts = pieces("{seed_total_2018} t and more").unwrap();
/// assert_eq!(parts, [Piece::Slot("seed_total_2018"), Piece::Words(" t and more")]);
/// assert!(pieces("an {open brace").is_err());
/// ```
pub fn pieces(sentence: &str) -> Result<Vec<Piece<'_>>, String> {
    let mut parts = Vec::new();
    let mut rest = sentence;
    while let Some(start) = rest.find(['{', '}']) {
        if rest[start..].starts_with('}') {
            return Err("`}` without `{`".to_owned());
        }
        if start > 0 {
            parts.push(Piece::Words(&rest[..start]));
        }
        let inner = &rest[start + 1..];
        let end = inner.find('}').ok_or("`{` without `}`")?;
        let slot = &inner[..end];
        if slot.is_empty() || slot.contains(['{', ' ']) {
            return Err(format!("`{{{slot}}}` is not a placeholder"));
        }
        parts.push(Piece::Slot(slot));
        rest = &inner[end + 1..];
    }
    if !rest.is_empty() {
        parts.push(Piece::Words(rest));
    }
    Ok(parts)
}

/// What a sentence does wrong for every language alike: broken braces, an odd number of `*`, a typed digit.
///
/// A digit outside a slot would be a number that no source stands behind (and that no rebuild would change).
///
/// # Errors
/// The first fault, in words.
pub fn check(sentence: &str) -> Result<(), String> {
    let parts = pieces(sentence)?;
    let words = |piece: &Piece<'_>| match *piece {
        Piece::Words(words) => words.to_owned(),
        Piece::Slot(_) => String::new(),
    };
    let prose: String = parts.iter().map(words).collect();
    if let Some(digit) = prose.chars().find(|letter| letter.is_numeric()) {
        return Err(format!("the digit `{digit}` is typed; bind it to a placeholder"));
    }
    if prose.matches('*').count() % 2 == 1 {
        return Err("a `*` opens emphasis and nothing closes it".to_owned());
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_are_refused_in_words_only() {
        assert!(check("{total.2017} t").is_ok());
        assert!(check("In 2017").is_err());
        assert!(check("twice ²").is_err());
    }

    #[test]
    fn broken_sentences_are_refused() {
        for sentence in ["{", "}", "a {} b", "{a {b}}", "*open", "{a b}"] {
            assert!(check(sentence).is_err(), "{sentence}");
        }
    }
}
