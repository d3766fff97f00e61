//! A mark a claim, those with one verdict together, with how many they are.

use super::said::SAID;
use super::{VERDICTS, claims};
use crate::chart::Size;
use crate::draw::colour::Colour;
use crate::draw::{Anchor, Drawing, Mark, Paint, Rect, Text, font, path};
use crate::model::audit::CLAIMS;
use crate::model::conflicts::Verdict;
use crate::text::Words;
use crate::text::fact::Facts;
use crate::text::render::plain;

/// The claims with one verdict.
struct Group {
    verdict: Verdict,
    /// "4 inconsistent".
    heading: [String; 2],
    /// Each claim's id, what it is about, what it says.
    claims: Vec<(&'static str, String, String)>,
    /// Whether another verdict is what the scene shows.
    faded: bool,
}

/// From this width on each verdict has a column with its claims in words; below, a band with what they say.
const COLUMNS: f64 = 600.0;
/// Between two columns.
const APART: f64 = 24.0;
/// The size of a count over a column, and what is between it and its word.
const LARGE: f64 = 30.0;
const AFTER: f64 = 7.0;

pub(super) fn draw(facts: &Facts<'_>, words: &Words, size: Size, shown: Option<Verdict>) -> Drawing {
    let group = |(verdict, _, word)| {
        let said = |place: usize| {
            let said = &SAID[place];
            (CLAIMS[place].id, plain(facts, words, said.about), plain(facts, words, said.label))
        };
        let claims: Vec<_> = claims(facts, verdict).into_iter().map(said).collect();
        let heading = [words.numbers.fixed(claims.len() as f64, 0), words.plain(word).to_owned()];
        Group { verdict, heading, claims, faded: shown.is_some_and(|shown| shown != verdict) }
    };
    let groups: Vec<Group> = VERDICTS.into_iter().map(group).collect();
    let mut drawing = Drawing::new("verdicts", "columns", size);
    let (width, word_size) = (column(size, groups.len()), drawing.type_size() + 1.0);
    let fits = |group: &Group| {
        let [count, word] = group.heading.each_ref();
        font::width(count, LARGE, true) + AFTER + font::width(word, word_size, true) <= width
    };
    if size.width >= COLUMNS && groups.iter().all(fits) {
        put_columns(&mut drawing, &groups, width);
    } else {
        drawing.layout = "bands";
        put_bands(&mut drawing, &groups);
    }
    drawing
}

/// How wide a column is.
fn column(size: Size, count: usize) -> f64 {
    (size.width - APART * (count as f64 - 1.0)) / count as f64
}

/// A square by its upper left corner: crossed out, full or empty, so that no verdict is told by colour alone.
fn put_mark(
    drawing: &mut Drawing,
    group: &Group,
    (id, about, said): &(&str, String, String),
    at: (f64, f64),
    side: f64,
) {
    let colour = if group.faded { Colour::Pale } else { Colour::Ink };
    let rect = Rect::between(at, (at.0 + side, at.1 + side)).grown(-0.75);
    let name = [about, ", ", said, ": ", &group.heading[1]].concat();
    let mut mark = Mark::bar(id, name, rect, Paint::hollow(colour, 1.5));
    mark.at = rect.middle();
    match group.verdict {
        Verdict::Inconsistent => {
            let Rect { left, top, right, bottom } = rect;
            let (corners, others) = ([(left, top), (right, bottom)], [(left, bottom), (right, top)]);
            mark.path += &path::line([Some(corners[0]), Some(corners[1]), None, Some(others[0]), Some(others[1])]);
        }
        Verdict::Compatible => mark.paint = Paint { edge: Some((colour, 1.5)), ..Paint::full(colour) },
        Verdict::CannotCheck => {}
    }
    drawing.mark(mark);
}

/// The number of claims in large type, and the verdict after it.
fn put_heading(drawing: &mut Drawing, group: &Group, (x, y): (f64, f64), large: f64) {
    let colour = if group.faded { Colour::Soft } else { Colour::Ink };
    let [count, word] = group.heading.each_ref().map(String::as_str);
    let count = Text { bold: true, colour, ..Text::new(count, (x, y), Anchor::Start, large) };
    let at = (count.rect().right + AFTER, y);
    let word = Text { bold: !group.faded, colour, ..Text::new(word, at, Anchor::Start, drawing.type_size() + 1.0) };
    drawing.text(count);
    drawing.text(word);
}

/// Each verdict a column; its claims under each other, in as many words as have room.
fn put_columns(drawing: &mut Drawing, groups: &[Group], width: f64) {
    let (size, most) = (drawing.size, groups.iter().map(|group| group.claims.len()).max().unwrap_or(1).max(1));
    let head = if size.height > 300.0 { 52.0 } else { 34.0 };
    let pitch = ((size.height - head) / most as f64).clamp(16.0, 52.0);
    let type_size = drawing.type_size();
    let (side, two_lines) = ((pitch - 5.0).min(16.0), pitch > 2.4 * type_size);
    for (place, group) in groups.iter().enumerate() {
        let left = (width + APART) * place as f64;
        put_heading(drawing, group, (left, head - 20.0), if head > 40.0 { LARGE } else { 19.0 });
        for (row, claim) in group.claims.iter().enumerate() {
            let top = head + pitch * row as f64;
            put_mark(drawing, group, claim, (left, top + 1.0), side);
            let (_, about, said) = claim;
            let at = |line: f64| (left + side + 8.0, top + side / 2.0 + type_size * (0.3 + 1.2 * line));
            let fits = |words: &str| font::width(words, type_size, false) <= width - side - 8.0;
            let both = [about, ": ", said].concat();
            let colour = if group.faded { Colour::Soft } else { Colour::Ink };
            let lines = match two_lines && fits(about) && fits(said) {
                true => vec![(about.as_str(), colour), (said.as_str(), Colour::Soft)],
                false => [&both, said, about]
                    .into_iter()
                    .find(|words| fits(words))
                    .map(|words| (words.as_str(), colour))
                    .into_iter()
                    .collect(),
            };
            for (line, (words, colour)) in lines.into_iter().enumerate() {
                let text = Text::new(words, at(line as f64), Anchor::Start, type_size);
                drawing.text(Text { colour, of: claim.0.to_owned(), ..text });
            }
        }
    }
}

/// Each verdict a band: its squares in a row, and under them what its claims say where all bands have room for that.
fn put_bands(drawing: &mut Drawing, groups: &[Group]) {
    let (size, type_size) = (drawing.size, drawing.type_size());
    let most = groups.iter().map(|group| group.claims.len()).max().unwrap_or(1).max(1);
    let line = type_size * 1.25;
    let said: Vec<Vec<String>> = groups.iter().map(|group| lines(group, type_size, size.width)).collect();
    // Words give way from the last verdict on, until the rest has room.
    let least = 22.0 + 18.0 + 6.0;
    let room = |with: usize| {
        let words: usize = said[..with].iter().map(Vec::len).sum();
        least * groups.len() as f64 + words as f64 * line
    };
    let with = (0..=groups.len()).rev().find(|with| room(*with) <= size.height).unwrap_or_default();
    let spare = ((size.height - room(with)) / groups.len() as f64).max(0.0);
    let side = (18.0 + spare / 2.0).min(34.0).min(size.width / most as f64 - 4.0);
    let gap = (size.height - room(with) - (side - 18.0).max(0.0) * groups.len() as f64) / groups.len() as f64;
    let mut top = 0.0;
    for (place, group) in groups.iter().enumerate() {
        put_heading(drawing, group, (0.0, top + 16.0), 19.0);
        top += 22.0;
        for (at, claim) in group.claims.iter().enumerate() {
            put_mark(drawing, group, claim, ((side + 4.0) * at as f64, top), side);
        }
        top += side;
        let colour = if group.faded { Colour::Soft } else { Colour::Ink };
        for words in said[place].iter().filter(|_| place < with) {
            top += line;
            drawing.text(Text { colour, ..Text::new(words, (0.0, top - line * 0.1), Anchor::Start, type_size) });
        }
        top += 6.0 + gap.max(0.0);
    }
}

/// What the claims of a verdict say, one after the other, in lines of a width.
fn lines(group: &Group, size: f64, width: f64) -> Vec<String> {
    // A claim stays on one line.
    let whole = |said: &String| said.replace(' ', "\u{a0}");
    let said: Vec<String> = group.claims.iter().map(|(.., said)| whole(said)).collect();
    font::lines(&said.join(" · ").replace(" · ", "\u{a0}· "), size, false, width)
}
