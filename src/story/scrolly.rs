//! Which step is current, and where the figure stands: arithmetic only. Observers and scroll events feed it.

/// The visible part of the page, in the page's own pixels from its top.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Band {
    /// Upper edge.
    pub top: f64,
    /// Lower edge; not above `top`.
    pub bottom: f64,
}

impl Band {
    /// Where the reader is taken to read: `share` of the way down the visible part.
    #[must_use]
    pub fn line(&self, share: f64) -> f64 {
        self.top + (self.bottom - self.top) * share
    }
}

/// The step under the reading line: the last one whose top lies on or above it.
///
/// `tops` are ascending. `None` before the first step; past the last one it stays current, so that the figure keeps
/// its last scene while it scrolls away.
///
/// ```
/// use seized::story::scrolly::current_step;
/// assert_eq!(current_step(&[100.0, 300.0], 99.0), None);
/// assert_eq!(current_step(&[100.0, 300.0], 300.0), Some(1));
/// ```
#[must_use]
pub fn current_step(tops: &[f64], line: f64) -> Option<usize> {
    tops.iter().take_while(|top| **top <= line).count().checked_sub(1)
}

/// How far down from the top of its column a figure stands so that it stays inside the visible band.
///
/// `column` is where the column begins and how high it is, `height` the figure's. The figure is centred in the band
/// where `centred`, else it hangs from the band's top; where it is taller than the band its top is aligned. It never
/// leaves its column.
#[must_use]
pub fn figure_offset(band: Band, column: (f64, f64), height: f64, centred: bool) -> f64 {
    let (start, room) = column;
    let spare = if centred { ((band.bottom - band.top - height) / 2.0).max(0.0) } else { 0.0 };
    (band.top + spare - start).min(room - height).max(0.0)
}

/// The place of the next step in either direction, or `None` at the end of the section.
#[must_use]
pub fn neighbour(current: Option<usize>, forward: bool, count: usize) -> Option<usize> {
    match (current, forward) {
        (None, true) => (count > 0).then_some(0),
        (None, false) => None,
        (Some(place), true) => (place + 1 < count).then_some(place + 1),
        (Some(place), false) => place.checked_sub(1),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn steps_come_in_order_and_back() {
        let tops = [0.0, 10.0, 20.0];
        let seen: Vec<_> = [-1.0, 0.0, 9.9, 10.0, 25.0, 5.0].map(|line| current_step(&tops, line)).into();
        assert_eq!(seen, [None, Some(0), Some(0), Some(1), Some(2), Some(0)]);
        assert_eq!(current_step(&[], 5.0), None);
    }

    #[test]
    fn neighbours_end_at_the_ends() {
        assert_eq!(neighbour(None, true, 3), Some(0));
        assert_eq!(neighbour(Some(2), true, 3), None);
        assert_eq!(neighbour(Some(0), false, 3), None);
        assert_eq!(neighbour(Some(2), false, 3), Some(1));
        assert_eq!(neighbour(None, true, 0), None);
    }

    proptest! {
        #[test]
        fn the_figure_stays_in_its_column_and_in_the_band(
            top in -500.0..5000.0_f64, visible in 100.0..1200.0_f64,
            start in 0.0..1000.0_f64, room in 500.0..4000.0_f64, height in 50.0..900.0_f64, centred: bool,
        ) {
            let band = Band { top, bottom: top + visible };
            let offset = figure_offset(band, (start, room), height, centred);
            prop_assert!(offset >= 0.0 && offset <= (room - height).max(0.0));
            let covers = start <= band.top && start + room >= band.bottom && room >= height;
            if covers {
                let (at, end) = (start + offset, start + offset + height);
                if height <= visible {
                    prop_assert!(at >= band.top - 1e-6 && end <= band.bottom + 1e-6);
                } else {
                    // Taller than what is visible: its top is aligned, or it fills the band to the column's end.
                    prop_assert!((at - band.top).abs() < 1e-6 || (end - (start + room)).abs() < 1e-6);
                    prop_assert!(end >= band.bottom - 1e-6);
                }
            }
        }
    }
}
