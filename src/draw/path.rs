//! Shapes as the `d` of an SVG `path`.

use super::geometry::{At, Rect, tenths};
use std::fmt::Write as _;

/// A box.
#[must_use]
pub fn rect(rect: &Rect) -> String {
    let (width, height) = (At(rect.width()), At(rect.height()));
    format!("M{} {}h{width}v{height}h-{width}z", At(rect.left), At(rect.top))
}

/// A disc.
#[must_use]
pub fn dot((x, y): (f64, f64), radius: f64) -> String {
    let (top, radius, across) = (At(y - radius), At(radius), At(2.0 * radius));
    format!("M{} {top}a{radius} {radius} 0 1 1 0 {across}a{radius} {radius} 0 1 1 0 -{across}z", At(x))
}

/// A square on its corner.
#[must_use]
pub fn diamond((x, y): (f64, f64), far: f64) -> String {
    let (top, far) = (At(y - far), At(far));
    format!("M{} {top}l{far} {far}l-{far} {far}l-{far} -{far}z", At(x))
}

/// Strokes through places; a gap wherever there is none.
#[must_use]
pub fn line(places: impl IntoIterator<Item = Option<(f64, f64)>>) -> String {
    let (mut path, mut begins) = (String::new(), true);
    for place in places {
        if let Some((x, y)) = place {
            let _ = write!(path, "{}{} {}", if begins { 'M' } else { 'L' }, At(x), At(y));
        }
        begins = place.is_none();
    }
    path
}

/// A stroke from one place to another with a head at its end.
#[must_use]
pub fn arrow(from: (f64, f64), to: (f64, f64)) -> String {
    let (across, down) = (to.0 - from.0, to.1 - from.1);
    let length = across.hypot(down).max(1e-6);
    let (along, side) = ((across / length, down / length), (-down / length, across / length));
    let wing = |way: f64| {
        let back = 8.0;
        (to.0 - along.0 * back + side.0 * 5.0 * way, to.1 - along.1 * back + side.1 * 5.0 * way)
    };
    line([Some(from), Some(to), None, Some(wing(1.0)), Some(to), Some(wing(-1.0))])
}

/// Squares of one side by their upper left corners.
///
/// Each begins where the one before it did, so that rows are the same few letters again and again: a page with a thousand
/// squares packs to half the size. Steps are between rounded places; nothing adds up.
#[must_use]
pub fn squares(corners: impl Iterator<Item = (f64, f64)>, side: f64) -> String {
    let (mut path, mut last) = (String::new(), None);
    for (x, y) in corners {
        let (x, y) = (tenths(x), tenths(y));
        let (go, from_x, from_y) = last.map_or(('M', 0, 0), |(x, y)| ('m', x, y));
        let step = |to: i32, from: i32| At(f64::from(to - from) / 10.0);
        let _ = write!(path, "{go}{} {}h{2}v{2}h-{2}z", step(x, from_x), step(y, from_y), At(side));
        last = Some((x, y));
    }
    path
}

/// A length cut to whole tenths: steps of it leave every coordinate with the same fraction.
#[must_use]
pub fn whole_tenths(length: f64) -> f64 {
    (length * 10.0 + 1e-6).floor() / 10.0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn squares_begin_where_the_one_before_did() {
        let path = squares([(1.04, 20.0), (11.46, 20.0), (1.04, 9.58)].into_iter(), 9.0);
        assert_eq!(path, "M1 20h9v9h-9zm10.5 0h9v9h-9zm-10.5 -10.4h9v9h-9z");
        assert_eq!([10.43, 10.4, 0.3, 0.59].map(whole_tenths), [10.4, 10.4, 0.3, 0.5]);
    }

    #[test]
    fn lines_have_gaps() {
        assert_eq!(line([Some((0.0, 1.0)), Some((2.0, 3.0)), None, Some((4.0, 5.0))]), "M0 1L2 3M4 5");
        assert_eq!(rect(&Rect::between((1.0, 2.0), (4.0, 8.0))), "M1 2h3v6h-3z");
        assert_eq!(diamond((5.0, 5.0), 2.0), "M5 3l2 2l-2 2l-2 -2z");
        assert_eq!(arrow((0.0, 0.0), (20.0, 0.0)), "M0 0L20 0M12 5L20 0L12 -5");
    }
}
