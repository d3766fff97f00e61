//! Sentences with their slots filled, as HTML for the page and as plain words for charts and announcements.

use super::fact::{Facts, Number, Said};
use super::template::{Piece, pieces};
use super::{Key, Words, key};
use crate::data::Check;

/// The sentence in words alone: for charts, alt text and the live region.
#[must_use]
pub fn plain(facts: &Facts<'_>, words: &Words, key: Key) -> String {
    let mut said = String::new();
    for part in parts(facts, words, key) {
        match part {
            Part::Words(words) => words.split('*').for_each(|run| said.push_str(run)),
            Part::Said(Said::Plain(text) | Said::Number(Number { text, .. })) => said.push_str(&text),
        }
    }
    said
}

/// A unit beside a number as the language writes it, in the plural form that goes with that number; one that tells a number
/// of its own has one form.
#[must_use]
pub fn counted(facts: &Facts<'_>, words: &Words, unit: Key, number: &str) -> String {
    let counted = words.sentence(unit, |_| number.parse().ok());
    if counted.contains('{') { plain(facts, words, unit) } else { counted.to_owned() }
}

/// The sentence as HTML: every number opens its card, `*…*` is emphasis.
#[must_use]
pub fn html(facts: &Facts<'_>, words: &Words, key: Key) -> String {
    marked(facts, words, key, false)
}

/// What stands behind the numbers of a sentence, in their order.
#[must_use]
pub fn numbers(facts: &Facts<'_>, words: &Words, key: Key) -> Vec<String> {
    let id = |part| if let Part::Said(Said::Number(number)) = part { Some(number.id) } else { None };
    parts(facts, words, key).into_iter().filter_map(id).collect()
}

/// As [`html`], for headings and takeaways: what is said with a number that was seen in one copy only says so where it ends.
#[must_use]
pub fn heading(facts: &Facts<'_>, words: &Words, key: Key) -> String {
    marked(facts, words, key, true)
}

fn marked(facts: &Facts<'_>, words: &Words, key: Key, noted: bool) -> String {
    let (mut html, mut emphasis, mut owed) = (String::new(), false, None);
    for part in parts(facts, words, key) {
        match part {
            Part::Words(run) => {
                let (said, rest) = run.split_at(owed.map_or(0, |_| clause(run)));
                emphasize(&mut html, said, &mut emphasis);
                if !rest.is_empty() {
                    note(&mut html, words, owed.take());
                }
                emphasize(&mut html, rest, &mut emphasis);
            }
            Part::Said(Said::Plain(text)) => html.push_str(&escape(&text)),
            Part::Said(Said::Number(number)) => {
                note(&mut html, words, owed.take());
                html.push_str(&button(&number));
                if noted && number.check != Check::Checked {
                    owed = Some(if number.id.contains('.') { key::page::PARTLY_ONE_COPY } else { key::page::ONE_COPY });
                }
            }
        }
    }
    note(&mut html, words, owed);
    kept(&html)
}

/// Every number with what touches it on one line: it may stand apart even from a bracket or a hard space.
fn kept(html: &str) -> String {
    let (mut kept, mut rest) = (String::new(), html);
    while let Some(start) = rest.find(NUMBER) {
        let end = rest.find("</span>").map_or(rest.len(), |end| end + "</span>".len());
        let ends = |letter: &u8| matches!(letter, b' ' | b'<' | b'>');
        let bytes = rest.as_bytes();
        let from = bytes[..start].iter().rposition(ends).map_or(0, |place| place + 1);
        let to = bytes[end..].iter().position(ends).map_or(rest.len(), |length| end + length);
        let alone = to - from == end - start;
        let [before, after] = if alone { ["", ""] } else { ["<span class=\"kept\">", "</span>"] };
        put(&mut kept, &[&rest[..from], before, &rest[from..to], after]);
        rest = &rest[to..];
    }
    kept + rest
}

/// How far the first clause goes: up to a mark that a space or the end follows, or a bracket that closes.
fn clause(words: &str) -> usize {
    let bytes = words.as_bytes();
    let ends = |&place: &usize| match bytes[place] {
        b',' | b';' | b':' | b'.' => matches!(bytes.get(place + 1), None | Some(b' ')),
        mark => mark == b')',
    };
    (0..bytes.len()).find(ends).unwrap_or(bytes.len())
}

fn emphasize(html: &mut String, words: &str, emphasis: &mut bool) {
    for (place, run) in words.split('*').enumerate() {
        if place > 0 {
            *emphasis = !*emphasis;
            html.push_str(if *emphasis { "<em>" } else { "</em>" });
        }
        html.push_str(&escape(run));
    }
}

fn note(html: &mut String, words: &Words, owed: Option<Key>) {
    if let Some(key) = owed {
        put(html, &[" <small class=\"note\">(", &escape(words.plain(key)), ")</small>"]);
    }
}

/// Adds pieces of HTML.
#[inline(never)]
pub(crate) fn put(html: &mut String, pieces: &[&str]) {
    for piece in pieces {
        html.push_str(piece);
    }
}

/// How a number begins. It is words that can be activated and no `button`: readers' modes, archives and copied text drop
/// those with what stands in them. Nobody translates it.
const NUMBER: &str = "<span class=\"number\" translate=\"no\"";

/// What makes a number one that can be activated; pages are written without, as only the program answers.
pub const ACTIVE: &str = " role=\"button\" tabindex=\"0\"";

/// A number that opens its card.
#[must_use]
pub fn button(number: &Number) -> String {
    let (id, text) = (escape(&number.id), escape(&number.text));
    let check = number.check.as_str();
    [NUMBER, ACTIVE, " data-id=\"", &id, "\" data-check=\"", check, "\">", &text, "</span>"].concat()
}

/// A number that no card stands behind.
#[must_use]
pub fn numeral(text: &str) -> String {
    ["<span translate=\"no\">", &escape(text), "</span>"].concat()
}

/// A link to a source, its address as text too: where links may not open, it can be selected.
#[must_use]
pub fn source_link(url: &str) -> String {
    let shown = escape(url.split_once("//").map_or(url, |(_, rest)| rest));
    let url = escape(url);
    let rel = "\" rel=\"noopener\" target=\"_blank\"><span class=\"url\">";
    ["<a href=\"", &url, rel, &shown, "</span></a>"].concat()
}

/// Text made safe for HTML content and quoted attributes.
#[must_use]
pub fn escape(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            other => safe.push(other),
        }
    }
    safe
}

enum Part<'w> {
    Words(&'w str),
    Said(Said),
}

fn parts<'w>(facts: &Facts<'_>, words: &'w Words, key: Key) -> Vec<Part<'w>> {
    let sentence = words.sentence(key, |slot| facts.count(slot));
    let fill = |piece: Piece<'w>| match piece {
        Piece::Words(words) => Part::Words(words),
        // The build refuses slots that nothing fills; should one slip through, its name shows rather than a gap.
        Piece::Slot(slot) => facts.say(slot, words).map_or(Part::Words(slot), Part::Said),
    };
    pieces(sentence).unwrap_or_default().into_iter().map(fill).collect()
}
