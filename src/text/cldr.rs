//! Reads CLDR, through ICU4X, into [`Numbers`] and written dates. Native only: both travel with the word table.

use super::number::{COUNTS, Numbers};
use super::template::CATEGORIES;
use icu_calendar::{Date, Gregorian};
use icu_datetime::{FixedCalendarDateTimeFormatter, fieldsets::YMD};
use icu_decimal::{DecimalFormatter, DecimalFormatterPreferences, input::Decimal, options::DecimalFormatterOptions};
use icu_locale_core::Locale;
use icu_plurals::{PluralCategory, PluralRules, PluralRulesOptions};
use writeable::Writeable as _;

/// How `language` (a BCP 47 tag) writes numbers.
///
/// # Errors
/// When the tag is malformed or CLDR has no data for it.
pub fn numbers(language: &str) -> Result<Numbers, String> {
    let locale: Locale = language.parse().map_err(|fault| format!("`{language}`: {fault}"))?;
    let fault = |fault| format!("`{language}`: {fault}");
    let format =
        DecimalFormatter::try_new(DecimalFormatterPreferences::from(&locale), DecimalFormatterOptions::default())
            .map_err(fault)?;
    let write = |number: &str| -> Result<String, String> {
        let number: Decimal = number.parse().map_err(|fault| format!("{fault}"))?;
        Ok(format.format(&number).write_to_string().into_owned())
    };
    let rules = PluralRules::try_new((&locale).into(), PluralRulesOptions::default()).map_err(fault)?;
    let place = |count: usize| {
        let name = match rules.category_for(count) {
            PluralCategory::Zero => "zero",
            PluralCategory::One => "one",
            PluralCategory::Two => "two",
            PluralCategory::Few => "few",
            PluralCategory::Many => "many",
            PluralCategory::Other => "other",
        };
        CATEGORIES.iter().position(|category| *category == name).unwrap_or(5) as u8
    };
    let not_a_digit = |written: &str| written.chars().filter(|letter| !letter.is_numeric()).collect();
    let (four, five) = (write("1111")?, write("11111")?);
    Ok(Numbers {
        decimal: not_a_digit(&write("0.1")?),
        group: not_a_digit(&five),
        least: if not_a_digit_count(&four) == 0 && not_a_digit_count(&five) > 0 { 2 } else { 1 },
        minus: not_a_digit(&write("-1")?),
        plurals: (0..COUNTS).map(place).collect(),
    })
}

/// A day in ISO form as `language` writes it in a sentence: "5 July 2019". Its English is British, like ours.
///
/// # Errors
/// When CLDR has no data for the tag, or the text is no day.
pub fn date(language: &str, iso: &str) -> Result<String, String> {
    let fault = |fault: &dyn std::fmt::Display| format!("`{language}`, `{iso}`: {fault}");
    let tag = if language == "en" { "en-GB" } else { language };
    let locale: Locale = tag.parse().map_err(|error| fault(&error))?;
    let day = Date::try_from_str(iso, Gregorian).map_err(|error| fault(&error))?;
    let format =
        FixedCalendarDateTimeFormatter::try_new((&locale).into(), YMD::long()).map_err(|error| fault(&error))?;
    Ok(format.format(&day).to_string())
}

fn not_a_digit_count(written: &str) -> usize {
    written.chars().filter(|letter| !letter.is_numeric()).count()
}

#[cfg(test)]
mod tests {
    use super::*;
    use icu_decimal::input::Decimal;

    #[test]
    fn days_are_written_as_in_sentences() {
        let written = ["en", "ru", "kk"].map(|language| date(language, "2019-07-05").unwrap());
        assert_eq!(written, ["5 July 2019", "5 июля 2019\u{202f}г.", "2019\u{202f}ж. 5 шілде"]);
        assert!(date("en", "2019-07").is_err());
    }

    #[test]
    fn our_writing_equals_icu() {
        for language in ["en", "ru", "kk", "es", "pl", "de", "fr"] {
            let ours = numbers(language).unwrap();
            let locale: Locale = language.parse().unwrap();
            let icu = DecimalFormatter::try_new((&locale).into(), DecimalFormatterOptions::default()).unwrap();
            for (value, decimals) in
                [(0.0, 0), (2.0, 1), (41.1, 1), (999.0, 0), (1144.0, 0), (20297.0, 0), (1_234_567.25, 2), (-20.5, 1)]
            {
                let number: Decimal = format!("{value:.decimals$}").parse().unwrap();
                let written = ours.fixed(value, u8::try_from(decimals).unwrap());
                assert_eq!(written, icu.format(&number).write_to_string(), "{language} {value}");
            }
        }
    }

    #[test]
    fn plural_categories_are_those_of_cldr() {
        let english = numbers("en").unwrap();
        assert_eq!((english.category(1), english.category(2)), ("one", "other"));
        let russian = numbers("ru").unwrap();
        let seen: Vec<_> = [1, 2, 5, 11, 21, 22, 101, 111].map(|count| russian.category(count)).into();
        assert_eq!(seen, ["one", "few", "many", "many", "one", "few", "one", "many"]);
    }
}
