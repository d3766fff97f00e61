//! What the scenes of figure `times-143` share: axes, marks, strokes and where words stand.

use crate::chart::parts::QUIET;
use crate::chart::plot::{ACCENT, Group, Look, Plot, Said, Scale, printed};
use crate::chart::{Chart, Frame};
use crate::model::times::UNCLEAR;
use crate::text::fact::Facts;
use crate::text::render::plain;
use crate::text::{Key, Words, key};
use charming::element::Symbol;

/// Mid-2020: five years before June 2025, as the prosecutor's first figure has it. Its row has no dates.
const FIVE_YEARS_BEFORE: f64 = 2020.0;

/// What a scene puts where.
pub(super) struct Stage<'a> {
    facts: &'a Facts<'a>,
    words: &'a Words,
    frame: Frame,
    pub(super) log: bool,
    pub(super) plot: Plot,
}

impl<'a> Stage<'a> {
    /// The axes with the marks of some figures: parts of years, those whose year is not printed, whole years, and the two
    /// that are compared, which lie on top.
    pub(super) fn new(facts: &'a Facts<'a>, words: &'a Words, frame: Frame, figures: [&[&str]; 4]) -> Self {
        let log = facts.choices.times.log;
        let group = |id, look, symbol, figures: &[&str]| Group {
            id,
            look,
            symbol,
            joined: false,
            marks: figures.iter().filter_map(|figure| place(facts, figure)).collect(),
        };
        let [parts, unclear, years, compared] = figures;
        let groups = vec![
            group("law", Look::Full(QUIET), Symbol::Diamond, &[]),
            group("parts", Look::Hollow(QUIET), Symbol::Triangle, parts),
            group("unclear", Look::Hollow(QUIET), Symbol::Diamond, unclear),
            group("years", Look::Hollow(ACCENT), Symbol::Circle, years),
            group("compared", Look::Full(ACCENT), Symbol::Circle, compared),
        ];
        let every = if frame == Frame::Phone { 2 } else { 1 };
        let (low, high) = (1.0, 10_000.0);
        let plot = Plot {
            years: (2016.5, 2025.9, (2017..=2025).step_by(every).collect()),
            scale: if log { Scale::Log { low, high } } else { Scale::Linear { high: 2000.0, step: 500.0 } },
            unit: words.plain(key::times::CHART_UNIT).to_owned(),
            groups,
            spans: figures.iter().copied().flatten().filter_map(|id| span(facts, id, log)).collect(),
            rules: Vec::new(),
            above: Vec::new(),
            left: Vec::new(),
            right: Vec::new(),
        };
        Self { facts, words, frame, log, plot }
    }

    /// Words at a place: their height on the linear axis and on the logarithmic one.
    pub(super) fn at(&self, year: f64, (linear, log): (f64, f64), key: Key) -> Said {
        (year, if self.log { log } else { linear }, plain(self.facts, self.words, key))
    }

    /// Words at a figure's mark.
    pub(super) fn by(&self, id: &str, key: Key) -> Option<Said> {
        let (year, height, _) = place(self.facts, id)?;
        Some(self.at(year, (height, height), key))
    }

    pub(super) fn narrow(&self) -> bool {
        self.frame == Frame::Phone
    }

    pub(super) fn chart(self) -> Chart {
        self.plot.chart(self.frame)
    }
}

/// What a figure may stand for, as a stroke; none where it would hide behind the mark.
fn span(facts: &Facts<'_>, id: &str, log: bool) -> Option<(f64, f64, f64)> {
    let interval = facts.data.figure(id)?.weight()?;
    let (low, high) = (interval.low().0, interval.high().0);
    let seen = if log { high > low * 1.3 } else { high - low >= 100.0 };
    (seen && high.is_finite()).then_some((place(facts, id)?.0, low, high))
}

/// Where a figure's mark stands.
pub(super) fn place(facts: &Facts<'_>, id: &str) -> Option<(f64, f64, String)> {
    if id == UNCLEAR[0] {
        return Some((FIVE_YEARS_BEFORE, facts.kilograms(id)?, id.to_owned()));
    }
    printed(facts, id)
}
