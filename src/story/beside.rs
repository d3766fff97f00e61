//! Where a card stands beside what it explains: arithmetic only.

/// A rectangle on the page, in CSS pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Area {
    /// Left edge.
    pub left: f64,
    /// Upper edge.
    pub top: f64,
    /// Right edge; not left of `left`.
    pub right: f64,
    /// Lower edge; not above `top`.
    pub bottom: f64,
}

/// Between a card and what it explains, and between a card and the edge of what is seen.
const GAP: f64 = 8.0;
/// A card that scrolls in less than this is better beside its number than over or under it.
const LEAST: f64 = 240.0;
/// A card in less than this shows no line of itself.
const LINE: f64 = 64.0;

/// The left and the upper edge of a card of this size, and how high it may be.
///
/// It stands under `anchor`, or over it, or beside it, inside of `seen` and never on `anchor`; where neither over nor under it
/// is room for all of it, it is lower and scrolls. Only an anchor that leaves no room on any side is covered.
#[must_use]
pub fn beside(anchor: Area, (width, height): (f64, f64), seen: Area) -> (f64, f64, f64) {
    let inside = |edge: f64, length: f64, from: f64, to: f64| edge.min(to - length - GAP).max(from + GAP);
    let left = inside(anchor.left, width, seen.left, seen.right);
    let below = seen.bottom - anchor.bottom - 2.0 * GAP;
    let above = anchor.top - seen.top - 2.0 * GAP;
    let room = below.max(above);
    let is_under = height <= below || (height > above && below >= above);
    let stacked = (left, if is_under { anchor.bottom + GAP } else { anchor.top - GAP - height.min(room) }, room);
    if room >= LEAST.min(height) {
        return stacked;
    }
    let all = seen.bottom - seen.top - 2.0 * GAP;
    let top = inside(anchor.top, height.min(all), seen.top, seen.bottom);
    if seen.right - anchor.right >= width + 2.0 * GAP {
        return (anchor.right + GAP, top, all);
    }
    if anchor.left - seen.left >= width + 2.0 * GAP {
        return (anchor.left - GAP - width, top, all);
    }
    if room >= LINE { stacked } else { (left, top, all) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const SEEN: Area = Area { left: 0.0, top: 1000.0, right: 390.0, bottom: 1844.0 };

    fn number(left: f64, top: f64) -> Area {
        Area { left, top, right: left + 40.0, bottom: top + 22.0 }
    }

    #[test]
    fn under_its_number_else_over_it_else_lower() {
        assert_eq!(beside(number(100.0, 1100.0), (366.0, 400.0), SEEN).1, 1130.0);
        assert_eq!(beside(number(100.0, 1700.0), (366.0, 400.0), SEEN).1, 1292.0);
        assert_eq!(beside(number(100.0, 1400.0), (366.0, 500.0), SEEN), (16.0, 1430.0, 406.0));
    }

    #[test]
    fn beside_what_leaves_no_room_over_and_under_it() {
        let seen = Area { left: 0.0, top: 0.0, right: 1280.0, bottom: 800.0 };
        let chart = Area { left: 488.0, top: 60.0, right: 1248.0, bottom: 700.0 };
        assert_eq!(beside(chart, (416.0, 500.0), seen), (64.0, 60.0, 784.0));
    }

    proptest! {
        #[test]
        fn never_on_a_number_and_always_in_sight(
            (wide, high) in (280.0_f64..1920.0, 240.0_f64..1200.0),
            (across, down) in (0.0_f64..1.0, 0.0_f64..1.0),
            height in 80.0_f64..512.0,
        ) {
            let seen = Area { left: 0.0, top: 5000.0, right: wide, bottom: 5000.0 + high };
            let at = number(across * (wide - 40.0), 5000.0 + down * (high - 22.0));
            let width = (wide - 24.0).min(416.0);
            let (left, top, most) = beside(at, (width, height), seen);
            let (right, bottom) = (left + width, top + height.min(most));
            let covers = left < at.right && right > at.left && top < at.bottom && bottom > at.top;
            prop_assert!(!covers, "{left}, {top}, {most}");
            prop_assert!(left >= 0.0 && right <= wide && top >= seen.top && bottom <= seen.bottom, "{left}, {top}, {most}");
        }
    }
}
