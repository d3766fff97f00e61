use std::fmt;

use super::Scope;

/// A calendar year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Year(pub u16);

impl fmt::Display for Year {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}", self.0)
    }
}

/// A day of the Gregorian calendar that exists. Ordered by time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date {
    year: Year,
    month: u8,
    day: u8,
}

impl Date {
    /// The date, or `None` if there is no such day: 29 February only in leap years, and no year 0.
    pub fn new(year: Year, month: u8, day: u8) -> Option<Self> {
        let exists = year.0 > 0 && (1..=12).contains(&month) && (1..=days_in(year, month)).contains(&day);
        exists.then_some(Self { year, month, day })
    }

    /// Reads `YYYY-MM-DD` exactly as ISO 8601 writes it; `None` for anything else.
    ///
    /// ```
    /// use seized::data::Date;
    ///
    /// assert!(Date::parse("2024-02-29").is_some());
    /// assert!(Date::parse("2023-02-29").is_none());
    /// assert!(Date::parse("2023").is_none());
    /// ```
    pub fn parse(text: &str) -> Option<Self> {
        match Self::parts(text)? {
            (year, Some(month), Some(day)) => Self::new(year, month, day),
            _ => None,
        }
    }

    /// Whether the text is a date that may lack its day, or month and day: `2025`, `2025-03`,
    /// `2025-03-01`.
    pub fn is_partial(text: &str) -> bool {
        match Self::parts(text) {
            Some((year, month, day)) => Self::new(year, month.unwrap_or(1), day.unwrap_or(1)).is_some(),
            None => false,
        }
    }

    /// The year.
    pub fn year(self) -> Year {
        self.year
    }

    /// The month, 1 to 12.
    pub fn month(self) -> u8 {
        self.month
    }

    /// The day of the month, from 1.
    pub fn day(self) -> u8 {
        self.day
    }

    /// Months from the beginning of the calendar to the beginning of this day, or `through` its end; days count as
    /// parts of their own month, so that whole months are whole numbers.
    pub fn months(self, through: bool) -> f64 {
        let days = f64::from(self.day - 1) + f64::from(u8::from(through));
        f64::from(self.year.0) * 12.0 + f64::from(self.month - 1) + days / f64::from(days_in(self.year, self.month))
    }

    fn parts(text: &str) -> Option<(Year, Option<u8>, Option<u8>)> {
        let mut parts = text.splitn(3, '-');
        let year = digits(parts.next()?, 4)?;
        let month = parts.next().map(|part| digits(part, 2));
        let day = parts.next().map(|part| digits(part, 2));
        let small = |part: Option<Option<u16>>| match part {
            None => Some(None),
            Some(number) => u8::try_from(number?).ok().map(Some),
        };
        Some((Year(year), small(month)?, small(day)?))
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

/// The time that a figure speaks about.
#[derive(Debug, Clone, PartialEq)]
pub struct Period {
    /// As the source words it.
    pub text: String,
    /// What stretch or event it is.
    pub scope: Scope,
    /// First day; `None` where the source does not say.
    pub start: Option<Date>,
    /// Last day, inclusive; `None` where the source does not say.
    pub end: Option<Date>,
}

impl Period {
    /// The calendar year, for figures of scope `year` only: a part of a year is never drawn as one.
    pub fn year(&self) -> Option<Year> {
        match self.scope {
            Scope::Year => self.start.map(Date::year),
            Scope::PartYear
            | Scope::Month
            | Scope::Day
            | Scope::Operation
            | Scope::Case
            | Scope::Span
            | Scope::Stock
            | Scope::TypicalYear
            | Scope::Unclear => None,
        }
    }

    /// Whether both ends are known and lie inside `year`.
    pub fn is_within(&self, year: Year) -> bool {
        let inside = |date: Option<Date>| date.is_some_and(|date| date.year == year);
        inside(self.start) && inside(self.end)
    }
}

fn digits(text: &str, length: usize) -> Option<u16> {
    let plain = text.len() == length && text.bytes().all(|byte| byte.is_ascii_digit());
    if plain { text.parse().ok() } else { None }
}

fn days_in(year: Year, month: u8) -> u8 {
    let leap = year.0.is_multiple_of(4) && (!year.0.is_multiple_of(100) || year.0.is_multiple_of(400));
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if leap => 29,
        2 => 28,
        _ => 31,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn leap_years_have_a_29_february_and_centuries_only_every_fourth() {
        for good in ["2024-02-29", "2000-02-29", "2023-12-31"] {
            assert_eq!(Date::parse(good).map(|date| date.to_string()).as_deref(), Some(good));
        }
        for bad in ["2023-02-29", "1900-02-29", "2023-04-31", "2023-13-01", "2023-00-10", "2023-01-00"] {
            assert_eq!(Date::parse(bad), None, "{bad}");
        }
    }

    #[test]
    fn only_the_iso_form_is_read() {
        for bad in ["2023", "2023-1-1", "+023-01-01", "2023-01-01T00", "01.01.2023", "", "2023-01-01-01"] {
            assert_eq!(Date::parse(bad), None, "{bad}");
        }
    }

    #[test]
    fn a_partial_date_may_lack_its_end() {
        for good in ["2015", "2025-03", "2019-07-05"] {
            assert!(Date::is_partial(good), "{good}");
        }
        for bad in ["15", "2025-13", "2025-", "2025-02-30", "", "March 2025"] {
            assert!(!Date::is_partial(bad), "{bad}");
        }
    }

    #[test]
    fn whole_months_are_whole_numbers() {
        let months = |text, through| Date::parse(text).expect("a date").months(through);
        assert_eq!(months("2022-04-30", true) - months("2019-01-01", false), 40.0);
        assert!((months("2024-02-15", false) - months("2024-02-01", false) - 14.0 / 29.0).abs() < 1e-9);
    }

    #[test]
    fn only_a_year_has_a_year() {
        let mut period = Period {
            text: "2019".into(),
            scope: Scope::Year,
            start: Date::parse("2019-01-01"),
            end: Date::parse("2019-12-31"),
        };
        assert_eq!(period.year(), Some(Year(2019)));
        assert!(period.is_within(Year(2019)) && !period.is_within(Year(2020)));
        period.scope = Scope::Operation;
        assert_eq!(period.year(), None);
        period.end = None;
        assert!(!period.is_within(Year(2019)));
    }
}
