//! Which years a hand or a key asks for: a stretch of those that are shown, drawn over, halved or doubled.

/// The first and the last of years that follow one another.
pub type Years = (u16, u16);

/// So many years the first and the last are apart at least: fewer columns say nothing about time.
const LEAST: u16 = 2;

/// The years under both ends of a stretch that is drawn over, in whichever direction, within those that are shown. A year's
/// number is the middle of that year.
#[must_use]
pub fn drawn_over(ends: (f64, f64), shown: Years) -> Years {
    let year = |end: f64| (end.round().max(0.0) as u16).clamp(shown.0, shown.1);
    let (since, until) = (year(ends.0.min(ends.1)), year(ends.0.max(ends.1)));
    if until - since < LEAST { around(u16::midpoint(since, until), LEAST, shown) } else { (since, until) }
}

/// Half of what is shown, around a year.
#[must_use]
pub fn halved(shown: Years, middle: u16) -> Years {
    around(middle, (shown.1 - shown.0) / 2, shown)
}

/// Twice what is shown, around a year, as far as there are years.
#[must_use]
pub fn doubled(shown: Years, middle: u16, all: Years) -> Years {
    around(middle, (shown.1 - shown.0) * 2, all)
}

/// Years that are so far apart, around a year as far as can be: at an end of `all` they lie beside it.
fn around(middle: u16, apart: u16, all: Years) -> Years {
    let apart = apart.max(LEAST).min(all.1 - all.0);
    let since = middle.saturating_sub(apart / 2).clamp(all.0, all.1 - apart);
    (since, since + apart)
}

#[cfg(test)]
mod tests {
    use super::*;

    const ALL: Years = (2000, 2023);

    #[test]
    fn a_stretch_is_the_years_under_its_ends_in_either_direction() {
        for ends in [(2004.6, 2010.4), (2010.4, 2004.6)] {
            assert_eq!(drawn_over(ends, ALL), (2005, 2010));
        }
        // Beyond the columns there is nothing to ask for.
        assert_eq!(drawn_over((1990.0, 2031.5), ALL), ALL);
        assert_eq!(drawn_over((-7.0, 2003.0), ALL), (2000, 2003));
    }

    #[test]
    fn a_short_stretch_is_widened_to_two_years_within_what_is_shown() {
        assert_eq!(drawn_over((2010.1, 2010.3), ALL), (2009, 2011));
        assert_eq!(drawn_over((2023.4, 2029.0), ALL), (2021, 2023));
        assert_eq!(drawn_over((2000.0, 2000.0), ALL), (2000, 2002));
        // Where fewer are shown, there is no more to ask for.
        assert_eq!(drawn_over((2005.0, 2006.0), (2005, 2006)), (2005, 2006));
        assert_eq!(drawn_over((2005.0, 2005.0), (2005, 2005)), (2005, 2005));
    }

    #[test]
    fn halves_and_doubles_keep_the_middle_and_stay_within_the_years() {
        assert_eq!(halved(ALL, 2010), (2005, 2016));
        assert_eq!(halved(ALL, 2023), (2012, 2023));
        assert_eq!(halved((2009, 2011), 2010), (2009, 2011));
        assert_eq!(doubled((2009, 2011), 2010, ALL), (2008, 2012));
        assert_eq!(doubled((2019, 2023), 2023, ALL), (2015, 2023));
        assert_eq!(doubled((2001, 2020), 2010, ALL), ALL);
        assert_eq!(doubled((2010, 2010), 2010, ALL), (2009, 2011));
        // From one year to all of them and back again.
        let mut shown = (2010, 2010);
        for _ in 0..6 {
            shown = doubled(shown, 2010, ALL);
        }
        assert_eq!(shown, ALL);
        for _ in 0..6 {
            shown = halved(shown, 2010);
        }
        assert_eq!(shown.1 - shown.0, LEAST);
        assert!(shown.0 <= 2010 && 2010 <= shown.1, "{shown:?}");
    }
}
