//! Yearly totals: sums of the rows that the UN table has for a country and a year.

use crate::data::{Check, Dataset, Figure, Interval, Kilograms, Measure, Year, sort_few, tidy};

/// The place that the story is about, as the dataset names it.
pub const KAZAKHSTAN: &str = "Kazakhstan";

/// The drug under which whole cannabis plants are reported, fresh and by weight.
pub const CANNABIS_PLANTS: &str = "Cannabis plants";

/// Chemicals that drugs are made from. They are not drugs, so they are in no total.
pub const PRECURSORS: &[&str] = &[
    "Acetic anhydride",
    "Acetone",
    "Ephedrine",
    "Hydrochloric acid",
    "Non-specified precursors",
    "Other precursors",
    "Phenylacetone (P-2-P)",
    "Sulphuric acid",
];

/// Everything that the UN table files under cannabis.
const CANNABIS: &[&str] = &[
    "Cannabis oil",
    CANNABIS_PLANTS,
    "Cannabis seed",
    "Hashish (resin)",
    "Marijuana (herb)",
    "Other types of cannabis",
];

/// Rows that a printed total of the same year contains already: (total, part).
const INSIDE: &[(&str, &str)] =
    &[("ATS total", "Methcathinone"), ("Ecstasy-type substances", "Ecstasy-type substances (MDMA)")];

/// Which edition of the UN table each year is read from: (first year, source), latest first. A year
/// is never added up from two, since the later edition repeats and revises the earlier one; a row
/// that the later one revises stands as revised.
const EDITIONS: &[(Year, &str)] = &[(Year(2020), "unodc_wdr2025_71"), (Year(0), "unodc_seizures")];

/// Every row of both editions for a drug of a place, whole years alone; where both have one for the same
/// year, the later edition's. In the order of the dataset.
pub fn table_rows<'a>(data: &'a Dataset, place: &str, drug: &str) -> Vec<&'a Figure> {
    let mut rows: Vec<&Figure> = Vec::new();
    let wanted = |figure: &&Figure| figure.drug == drug && figure.place == place && is_of_table(figure);
    for figure in data.figures().iter().filter(wanted) {
        let same = |row: &&Figure| row.period.year() == figure.period.year();
        match rows.iter().position(same) {
            Some(at) if figure.source == EDITIONS[0].1 => rows[at] = figure,
            Some(_) => {}
            None => rows.push(figure),
        }
    }
    rows
}

/// Whether a figure is a row of the UN table for a whole year, of whichever edition.
pub fn is_of_table(figure: &Figure) -> bool {
    figure.quantity == "drugs_seized_by_type"
        && figure.period.year().is_some()
        && EDITIONS.iter().any(|(_, source)| *source == figure.source)
}

/// The total of one year and what it is made of.
#[derive(Debug, Clone, PartialEq)]
pub struct YearTotal {
    /// The year.
    pub year: Year,
    /// Sum of the printed values.
    pub kilograms: Kilograms,
    /// Sum of what the rows stand for; rounding only, not error of measurement.
    pub interval: Interval<Kilograms>,
    /// The worst check among the rows.
    pub check: Check,
    /// Ids of the rows, the heaviest first.
    pub inputs: Vec<String>,
    /// Whether the table has cannabis plants for the year. False is "not reported", not zero.
    pub plants_reported: bool,
    /// Whether nothing but cannabis was reported: the total is then a floor, not comparable with
    /// years that report everything.
    pub cannabis_only: bool,
}

/// Kazakhstan's totals, in order of years; years without rows are absent, never zero.
pub fn yearly(data: &Dataset) -> Vec<YearTotal> {
    yearly_of(data, KAZAKHSTAN)
}

/// Kazakhstan's totals without floors, that is without years that report cannabis only.
pub fn comparable(data: &Dataset) -> Vec<YearTotal> {
    yearly(data).into_iter().filter(|total| !total.cannabis_only).collect()
}

/// The same as [`yearly`] for any place of the dataset; empty for a place without rows.
///
/// Left out are precursors, rows inside a printed total of the same year, and rows that are not
/// printed as a weight, which cannot be added. The table leaves out what is below 1 kg.
pub fn yearly_of(data: &Dataset, place: &str) -> Vec<YearTotal> {
    let mut years: Vec<(Year, Vec<Row<'_>>)> = Vec::new();
    // Rows that a later edition has for a year of an earlier one come last: they revise what is there, and add nothing.
    for revised in [false, true] {
        for figure in data.figures().iter().filter(|figure| figure.place == place) {
            let Some((year, row, revises)) = counted(figure) else { continue };
            if revises != revised {
                continue;
            }
            match years.binary_search_by(|(known, _)| known.cmp(&year)) {
                Ok(place) if revises => {
                    let same = years[place].1.iter().position(|known| known.figure.drug == figure.drug);
                    if let Some(same) = same {
                        years[place].1[same] = row;
                    }
                }
                Ok(place) => years[place].1.push(row),
                Err(place) if !revises => years.insert(place, (year, vec![row])),
                Err(_) => {}
            }
        }
    }
    years.into_iter().filter_map(|(year, rows)| total(year, rows)).collect()
}

struct Row<'a> {
    figure: &'a Figure,
    kilograms: f64,
    weight: Interval<Kilograms>,
}

/// The year and weight of a row of the UN table that belongs into a total, and whether it revises one of an earlier
/// edition.
fn counted(figure: &Figure) -> Option<(Year, Row<'_>, bool)> {
    let year = figure.period.year()?;
    if !is_of_table(figure) || PRECURSORS.contains(&figure.drug.as_str()) {
        return None;
    }
    let source = Some(figure.source.as_str());
    let revises = source == Some(EDITIONS[0].1) && edition(year) != source;
    if !revises && edition(year) != source {
        return None;
    }
    let (kilograms, weight) = (figure.kilograms()?.get(), figure.weight()?);
    Some((year, Row { figure, kilograms, weight }, revises))
}

fn edition(year: Year) -> Option<&'static str> {
    EDITIONS.iter().find(|(first, _)| *first <= year).map(|(_, source)| *source)
}

fn total(year: Year, mut rows: Vec<Row<'_>>) -> Option<YearTotal> {
    let drugs: Vec<&str> = rows.iter().map(|row| row.figure.drug.as_str()).collect();
    let is_inside = |drug: &str| INSIDE.iter().any(|(whole, part)| *part == drug && drugs.contains(whole));
    rows.retain(|row| !is_inside(&row.figure.drug));
    sort_few(&mut rows, |a, b| {
        let order = b.kilograms.total_cmp(&a.kilograms);
        order.then_with(|| a.figure.id.cmp(&b.figure.id)).is_lt()
    });
    let interval = rows.iter().map(|row| row.weight).reduce(|sum, weight| sum.add(&weight))?;
    Some(YearTotal {
        year,
        kilograms: Kilograms(tidy(rows.iter().map(|row| row.kilograms).sum())),
        interval,
        check: rows.iter().map(|row| row.figure.check).max()?,
        inputs: rows.iter().map(|row| row.figure.id.clone()).collect(),
        plants_reported: rows.iter().any(|row| row.figure.drug == CANNABIS_PLANTS),
        cannabis_only: rows.iter().all(|row| CANNABIS.contains(&row.figure.drug.as_str())),
    })
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;
    use crate::data::shipped;

    #[test]
    fn rows_noted_as_precursors_are_listed_as_precursors_in_every_country() {
        let data = shipped();
        let editions: Vec<&str> = EDITIONS.iter().map(|(_, source)| *source).collect();
        let noted = data.figures().iter().filter(|figure| {
            let note = &figure.note;
            let chemical = note.starts_with("Precursor") || note.starts_with("Chemicals, not drugs");
            chemical && editions.contains(&figure.source.as_str())
        });
        let drugs: Vec<&str> = noted.map(|figure| figure.drug.as_str()).collect();
        assert!(drugs.iter().all(|drug| PRECURSORS.contains(drug)));
        assert!(PRECURSORS.iter().all(|drug| drugs.contains(drug)), "a precursor that no row has");
    }

    #[test]
    fn rows_noted_as_inside_a_printed_total_are_left_out() {
        let data = shipped();
        let inside = data.figures().iter().filter(|figure| figure.note.starts_with("Already inside"));
        let mut seen = 0;
        for figure in inside {
            let totals = yearly_of(&data, &figure.place);
            assert!(totals.iter().all(|total| !total.inputs.contains(&figure.id)), "{}", figure.id);
            seen += 1;
        }
        assert!(seen > 0);
    }

    #[test]
    fn no_year_of_kazakhstan_has_rows_of_two_editions() {
        let data = shipped();
        let mut sources: BTreeMap<Year, Vec<&str>> = BTreeMap::new();
        for figure in data.figures().iter().filter(|figure| figure.place == KAZAKHSTAN) {
            let is_table = EDITIONS.iter().any(|(_, source)| *source == figure.source);
            if let (true, Some(year)) = (is_table, figure.period.year()) {
                sources.entry(year).or_default().push(&figure.source);
            }
        }
        for (year, sources) in sources {
            assert!(sources.iter().all(|source| Some(*source) == edition(year)), "{year}: {sources:?}");
        }
    }

    #[test]
    fn totals_ascend_and_hold_their_rows_heaviest_first() {
        let data = shipped();
        let totals = yearly(&data);
        assert!(totals.is_sorted_by(|a, b| a.year < b.year));
        for total in &totals {
            assert!(total.interval.contains(total.kilograms), "{}", total.year);
            let weight = |id: &String| data.figure(id).and_then(Figure::kilograms).map(Kilograms::get);
            assert!(total.inputs.is_sorted_by(|a, b| weight(a) >= weight(b)), "{}", total.year);
        }
    }

    #[test]
    fn one_contradicted_row_makes_its_year_contradicted() {
        let data = shipped();
        let (mut figures, sources) = data.rows(data.figures().iter().map(|figure| figure.id.as_str()));
        for row in figures.iter_mut().filter(|row| row[0] == "unodc_kaz_2019_heroin") {
            row[14] = "contradicted".to_owned();
        }
        let totals = yearly(&Dataset::from_rows(figures, sources).expect("a dataset"));
        let found = totals.iter().filter(|total| total.check == Check::Contradicted);
        assert_eq!(found.map(|total| total.year).collect::<Vec<_>>(), [Year(2019)]);
    }

    #[test]
    fn floors_and_years_without_plants_are_known() {
        let totals = yearly(&shipped());
        let floors: Vec<Year> = totals.iter().filter(|t| t.cannabis_only).map(|t| t.year).collect();
        assert_eq!(floors, [Year(2023)]);
        assert_eq!(comparable(&shipped()).len(), totals.len() - 1);
        let with_plants = |year| totals.iter().find(|t| t.year == year).map(|t| t.plants_reported);
        assert_eq!(with_plants(Year(2019)), Some(false));
        assert_eq!(with_plants(Year(2021)), Some(false));
        assert_eq!(with_plants(Year(2022)), Some(true));
    }

    /// Tajikistan's heroin of 2019: 498.95 kg in the earlier edition, 172 kg in the later one.
    #[test]
    fn a_revised_row_stands_as_revised_and_adds_nothing() {
        let totals = yearly_of(&shipped(), "Tajikistan");
        let total = totals.iter().find(|total| total.year == Year(2019)).expect("2019");
        let has = |id: &str| total.inputs.iter().any(|input| input == id);
        assert!(has("unodc25_tjk_2019_heroin_revised") && !has("unodc_tjk_2019_heroin"));
        assert_eq!((total.inputs.len(), total.check), (7, Check::Checked));
        assert_eq!(table_rows(&shipped(), "Tajikistan", "Heroin").len(), 14);
    }

    #[test]
    fn an_unknown_place_has_no_totals() {
        assert_eq!(yearly_of(&shipped(), "Atlantis"), []);
    }
}
