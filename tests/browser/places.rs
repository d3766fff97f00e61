//! Where figures, columns and steps stand in a frame, and what is wrong with that for a reader who sees a band of it.

use serde::Deserialize;

/// Rounding of boxes to device pixels.
const SLACK: f64 = 1.5;

/// Where things stand, in pixels of the frame's own page.
#[derive(Debug, Deserialize, PartialEq)]
pub struct Places {
    sections: Vec<Section>,
    width: f64,
    scroll: f64,
}

/// A section: its figure, the column that the figure stays in, its steps' tops, and which of them is current.
#[derive(Debug, Deserialize, PartialEq)]
struct Section {
    figure: (f64, f64),
    column: (f64, f64),
    steps: Vec<f64>,
    current: Option<usize>,
}

pub const PLACES: &str = "(() => {
  const ends = element => (box => [box.top, box.bottom])(element.getBoundingClientRect());
  const sections = [...document.querySelectorAll('section[data-shape]')].map(section => {
    const steps = [...section.querySelectorAll('.step')];
    const current = steps.findIndex(step => step.getAttribute('aria-current') === 'step');
    return { figure: ends(section.querySelector('.figure')), column: ends(section.querySelector('.scrolly')),
      steps: steps.map(step => ends(step)[0]), current: current < 0 ? null : current };
  });
  return { sections, width: innerWidth, scroll: scrollY };
})()";

/// The host at one position: the frame's top and height and the viewport's height.
#[derive(Debug, Deserialize)]
pub struct Window {
    top: f64,
    height: f64,
    viewport: f64,
}

pub const WINDOW: &str = "(() => {
  const frame = document.getElementById('embed').getBoundingClientRect();
  return { top: frame.top, height: frame.height, viewport: innerHeight };
})()";

impl Window {
    /// The part of the frame that is in the host's viewport; `None` where nothing is.
    pub fn band(&self) -> Option<(f64, f64)> {
        let band = ((-self.top).max(0.0), (self.viewport - self.top).min(self.height));
        (band.1 - band.0 > 1.0).then_some(band)
    }
}

impl Places {
    /// What is wrong with them while this band is visible.
    pub fn fault(&self, (top, bottom): (f64, f64)) -> Option<String> {
        if self.scroll != 0.0 {
            return Some("the frame itself has scrolled".to_owned());
        }
        let line = top + (bottom - top) * if self.width < 960.0 { 0.8 } else { 0.6 };
        // A step just on the line may count as above it or below.
        let right = [line - SLACK, line + SLACK].map(|line| self.read_at(line));
        let current: Vec<_> = self.sections.iter().map(|section| section.current).collect();
        if !right.contains(&current) {
            return Some(format!("steps {current:?} are current where {:?} are read", right[1]));
        }
        let out = self.sections.iter().position(|section| !section.shows((top, bottom)));
        out.map(|section| format!("the figure of section {section} is out of the viewport"))
    }

    /// The step of each section that is read at this line: one at most, in the last section that has begun.
    fn read_at(&self, line: f64) -> Vec<Option<usize>> {
        let begun = self.sections.iter().rposition(|section| section.column.0 <= line);
        let step = |section: &Section| section.steps.iter().rposition(|step| *step <= line);
        let each = self.sections.iter().enumerate();
        each.map(|(place, section)| if Some(place) == begun { step(section) } else { None }).collect()
    }
}

impl Section {
    /// Whether its figure is in the band while it covers the band; one that is taller is aligned with the top.
    fn shows(&self, (top, bottom): (f64, f64)) -> bool {
        let covers = self.column.0 <= top && self.column.1 >= bottom;
        let starts = self.figure.0 >= top - SLACK;
        let ends = self.figure.1 <= bottom + SLACK;
        let taller = self.figure.1 - self.figure.0 > bottom - top && (self.figure.0 - top).abs() <= SLACK;
        !covers || (starts && (ends || taller))
    }
}
