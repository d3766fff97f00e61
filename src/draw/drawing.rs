//! A drawing: groups of marks, lines and words in a box.

use super::colour::Colour;
use super::geometry::{Rect, Size};
use super::label::{self, Label, Missing, Spot};
use super::mark::{Mark, Paint, Text};
use super::path;

/// Least room between words and other words on their line, in pixels.
const SPACE: f64 = 4.0;

/// Something that is drawn.
#[derive(Clone, Debug, PartialEq)]
pub enum Part {
    /// A shape that stands for something.
    Mark(Mark),
    /// A shape that does not: an axis, a rule, the line through some marks. Its class is for the style sheet.
    Line {
        /// As the `d` of a path.
        path: String,
        /// How it looks.
        paint: Paint,
        /// More for the style sheet; empty for nothing.
        class: &'static str,
    },
    /// Words.
    Text(Text),
    /// A place where a pointer says something: the program reads what from where in it.
    Pad {
        /// What is said there.
        what: &'static str,
        /// Where it is.
        area: Rect,
        /// How it looks.
        paint: Paint,
    },
    /// What moves together.
    Group(Group),
}

/// Parts that move together when a scene changes within one layout.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Group {
    /// For the style sheet: `away` when it has left.
    pub class: String,
    /// Which choice a tap on it makes, as in an address: `inside=plants`; empty for none.
    pub choose: &'static str,
    /// What it is made of.
    pub parts: Vec<Part>,
}

/// A figure's picture in a box of some size.
#[derive(Clone, Debug, PartialEq)]
pub struct Drawing {
    /// The class of its `svg`, by which the style sheet knows what may move.
    pub class: &'static str,
    /// Names the places of its parts: drawings with the same layout differ in what has left or in how far it reaches,
    /// and change in place; others are faded over.
    pub layout: &'static str,
    /// Its box.
    pub size: Size,
    /// What it is made of, the hindmost first.
    pub parts: Vec<Part>,
    /// Boxes in which no label may stand although no mark is there: lines, say.
    obstacles: Vec<Rect>,
    /// Labels that still look for a place.
    labels: Vec<Label>,
}

impl Drawing {
    /// An empty one.
    #[must_use]
    pub fn new(class: &'static str, layout: &'static str, size: Size) -> Self {
        Self { class, layout, size, parts: Vec::new(), obstacles: Vec::new(), labels: Vec::new() }
    }

    /// The size of ordinary type.
    #[must_use]
    pub fn type_size(&self) -> f64 {
        self.size.type_size()
    }

    /// Adds a mark.
    pub fn mark(&mut self, mark: Mark) {
        self.parts.push(Part::Mark(mark));
    }

    /// Adds a shape that stands for nothing.
    pub fn line(&mut self, path: String, paint: Paint) {
        self.parts.push(Part::Line { path, paint, class: "" });
    }

    /// Adds a line through places, interrupted where there is none; labels keep off it.
    pub fn line_through(&mut self, places: &[Option<(f64, f64)>], paint: Paint) {
        self.line(path::line(places.iter().copied()), paint);
        for pair in places.windows(2) {
            let [Some(from), Some(to)] = pair else { continue };
            self.keep_off_line(*from, *to);
        }
    }

    /// Has labels keep off a straight line.
    pub fn keep_off_line(&mut self, from: (f64, f64), to: (f64, f64)) {
        let pieces = ((to.0 - from.0).hypot(to.1 - from.1) / 6.0).ceil().max(1.0);
        let at = |piece: f64| {
            let share = piece / pieces;
            (from.0 + (to.0 - from.0) * share, from.1 + (to.1 - from.1) * share)
        };
        for piece in 0..pieces as usize {
            let piece = piece as f64;
            self.keep_off(Rect::between(at(piece), at(piece + 1.0)).grown(1.0));
        }
    }

    /// Has labels keep out of a box.
    pub fn keep_off(&mut self, rect: Rect) {
        self.obstacles.push(rect);
    }

    /// Adds words at a fixed place.
    pub fn text(&mut self, text: Text) {
        if !text.words.is_empty() {
            self.parts.push(Part::Text(text));
        }
    }

    /// Adds words that look for a place once everything else has its own.
    pub fn label(&mut self, label: Label) {
        self.labels.push(label);
    }

    /// Adds what moves together.
    pub fn group(&mut self, class: impl Into<String>, parts: Vec<Part>) {
        self.parts.push(Part::Group(Group { class: class.into(), choose: "", parts }));
    }

    /// Gives every label its place, in the order of their ranks.
    #[must_use]
    pub fn finished(mut self) -> Self {
        let mut labels = std::mem::take(&mut self.labels);
        labels.sort_by_key(|label| label.rank);
        // Words beside words are two sayings only where a space parts them.
        let parted = |text: &Text| {
            let rect = text.rect();
            Rect { left: rect.left - SPACE, right: rect.right + SPACE, ..rect }
        };
        let mut taken: Vec<Rect> = self.texts().into_iter().map(parted).collect();
        for label in labels {
            let marks: Vec<Rect> = self.covered(if label.on { &label.of } else { "" });
            let lines = &self.obstacles;
            let frame = self.size.rect();
            let free = |texts: &[Text], lines: &[Rect]| {
                texts.iter().all(|text| {
                    let rect = text.rect();
                    let near = rect.grown(1.5);
                    let hits = |other: &Rect| near.overlaps(other);
                    rect.is_inside(&frame) && !taken.iter().chain(&marks).chain(lines).any(hits)
                })
            };
            let mut found = None;
            // Better over a line, which a halo parts, than not at all.
            for lines in [lines.as_slice(), &[]] {
                found = found.or_else(|| first_free(&label, &frame, |texts| free(texts, lines)));
            }
            if found.is_none() && label.missing == Missing::Lead {
                found = led(&label, &frame, |texts| free(texts, &[]));
                if let (Some(texts), Some(spot)) = (&found, label.spots.first())
                    && let Some(around) = label::around(texts)
                {
                    self.line(leader(&around, spot.at), Paint::line(Colour::Soft, 1.0));
                }
            }
            for text in found.into_iter().flatten() {
                taken.push(parted(&text));
                self.parts.push(Part::Text(text));
            }
        }
        self
    }

    /// The boxes that marks other than `own` cover.
    fn covered(&self, own: &str) -> Vec<Rect> {
        let foreign = self.marks().into_iter().filter(|mark| mark.id != own || own.is_empty());
        foreign.flat_map(|mark| mark.covers.iter().copied()).collect()
    }

    /// Every mark that has not left, in order.
    #[must_use]
    pub fn marks(&self) -> Vec<&Mark> {
        let mut marks = Vec::new();
        each(&self.parts, &mut |part| {
            if let Part::Mark(mark) = part
                && mark.class != "away"
            {
                marks.push(mark);
            }
        });
        marks
    }

    /// All words, in order; those that have left are not among them.
    #[must_use]
    pub fn texts(&self) -> Vec<&Text> {
        let mut texts = Vec::new();
        each(&self.parts, &mut |part| {
            if let Part::Text(text) = part
                && text.class != "away"
            {
                texts.push(text);
            }
        });
        texts
    }
}

/// Calls `hear` with every part, those of groups too; not with what has left.
fn each<'a>(parts: &'a [Part], hear: &mut dyn FnMut(&'a Part)) {
    for part in parts {
        match part {
            Part::Group(group) if group.class.split(' ').any(|class| class == "away") => {}
            Part::Group(group) => each(&group.parts, hear),
            part => hear(part),
        }
    }
}

/// A label's lines in the first of its forms that is free at one of its places, moved inward where they would leave the
/// frame.
fn first_free(label: &Label, frame: &Rect, free: impl Fn(&[Text]) -> bool) -> Option<Vec<Text>> {
    for form in &label.forms {
        for spot in &label.spots {
            let mut texts = label.texts(form, *spot);
            label::moved_inside(&mut texts, frame);
            if free(&texts) {
                return Some(texts);
            }
        }
    }
    None
}

/// The nearest free place around a label's best one, in ever wider rings.
fn led(label: &Label, frame: &Rect, free: impl Fn(&[Text]) -> bool) -> Option<Vec<Text>> {
    let (form, spot) = (label.forms.last()?, *label.spots.first()?);
    for ring in 1..=16 {
        let far = f64::from(ring) * 12.0;
        for (across, down) in [(0, -1), (1, -1), (-1, -1), (1, 0), (-1, 0), (0, 1), (1, 1), (-1, 1)] {
            let at = (spot.at.0 + far * f64::from(across), spot.at.1 + far * f64::from(down));
            let mut texts = label.texts(form, Spot { at, ..spot });
            label::moved_inside(&mut texts, frame);
            if free(&texts) {
                return Some(texts);
            }
        }
    }
    None
}

/// A line from the edge of some words to a place.
fn leader(words: &Rect, to: (f64, f64)) -> String {
    let from = (to.0.clamp(words.left, words.right), to.1.clamp(words.top, words.bottom));
    path::line([Some(from), Some(to)])
}

#[cfg(not(target_arch = "wasm32"))]
impl Drawing {
    /// What is wrong with its words: over one another, over a mark that is not theirs, outside its box, or in type
    /// smaller than `least` pixels.
    #[must_use]
    pub fn faults(&self, least: f64) -> Vec<String> {
        let (frame, texts, marks) = (self.size.rect().grown(0.5), self.texts(), self.marks());
        let mut faults = Vec::new();
        for (place, text) in texts.iter().enumerate() {
            let rect = text.rect();
            if !rect.is_inside(&frame) {
                faults.push(format!("`{}` leaves the drawing: {rect:?}", text.words));
            }
            if text.size < least {
                faults.push(format!("`{}` is set in {} pixels", text.words, text.size));
            }
            let inner = rect.grown(-0.5);
            for other in &texts[..place] {
                if inner.overlaps(&other.rect().grown(-0.5)) {
                    faults.push(format!("`{}` lies over `{}`", text.words, other.words));
                }
            }
            let foreign = marks.iter().filter(|mark| text.of.is_empty() || mark.id != text.of);
            for mark in foreign {
                if mark.covers.iter().any(|box_| inner.overlaps(box_)) {
                    faults.push(format!("`{}` lies over the mark {}", text.words, mark.id));
                }
            }
        }
        faults
    }
}
