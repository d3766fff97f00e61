//! Which printed weights are added up and taken away, by the name of what comes out.
//!
//! Names alone, no arithmetic: the build script reads this file too, and refuses an id that the dataset lacks.

/// A sum or a difference of printed weights.
#[derive(Debug)]
pub struct Entry {
    /// Its name, as sentences ask for it.
    pub name: &'static str,
    /// Ids of the figures that are added.
    pub plus: &'static [&'static str],
    /// Ids of the figures that are taken away.
    pub minus: &'static [&'static str],
}

/// A quotient of two weights, each a figure's id or an [`Entry`]'s name.
#[derive(Debug)]
pub struct Quotient {
    /// Its name, as sentences ask for it.
    pub name: &'static str,
    /// What is divided.
    pub of: &'static str,
    /// What it is divided by.
    pub by: &'static str,
    /// Whether it is said in hundredths: of every 100 kilograms, so many.
    pub percent: bool,
}

const T18: &str = "seed_total_2018";
const T23: &str = "seed_total_2023";
const SYNTHETICS_18: &str = "seed_synth_2018";
const SYNTHETICS_23: &str = "seed_synth_2023";
const HERB_18: &str = "unodc_kaz_2018_marijuana_herb";
const HERB_23: &str = "unodc25_kaz_2023_marijuana_herb";
const PLANTS_18: &str = "unodc_kaz_2018_cannabis_plants";
const PLANTS_23: &str = "unodc25_kaz_2023_cannabis_plants";
const RESIN_18: &str = "unodc_kaz_2018_hashish_resin";
const RESIN_23: &str = "unodc25_kaz_2023_hashish_resin";
const OIL_23: &str = "unodc25_kaz_2023_cannabis_oil";
const STRAW_23: &str = "knb23_poppy";

const fn entry(name: &'static str, plus: &'static [&'static str], minus: &'static [&'static str]) -> Entry {
    Entry { name, plus, minus }
}

/// Every sum and difference. `left` is what remains of a total, `rest` what remains when every known part is taken
/// away, `rise` and `fall` what a part adds to or takes from the rise between the report's two years.
pub const ENTRIES: &[Entry] = &[
    // Single rows, which the table prints in kilograms, in the report's tonnes.
    entry("herb.before", &[HERB_18], &[]),
    entry("herb.after", &[HERB_23], &[]),
    entry("plants.before", &[PLANTS_18], &[]),
    entry("plants.after", &[PLANTS_23], &[]),
    entry("resin.before", &[RESIN_18], &[]),
    entry("resin.after", &[RESIN_23], &[]),
    entry("oil.after", &[OIL_23], &[]),
    entry("transit.case", &["cocaine25"], &[]),
    // The three readings of the total of 2023.
    entry("left.before", &[T18], &[PLANTS_18]),
    entry("left.plants", &[T23], &[PLANTS_23]),
    entry("left.straw", &[T23], &[STRAW_23]),
    entry("left.neither", &[T23], &[HERB_23, RESIN_23, OIL_23, SYNTHETICS_23]),
    entry("both.inside", &[PLANTS_23, STRAW_23], &[]),
    entry("rest.before", &[T18], &[HERB_18, PLANTS_18, RESIN_18, SYNTHETICS_18]),
    entry("rest.plants", &[T23], &[PLANTS_23, HERB_23, RESIN_23, OIL_23, SYNTHETICS_23]),
    entry("rest.straw", &[T23], &[STRAW_23, HERB_23, RESIN_23, OIL_23, SYNTHETICS_23]),
    // What makes up the rise.
    entry("rise.all", &[T23], &[T18]),
    entry("rise.plants", &[PLANTS_23], &[PLANTS_18]),
    entry("rise.resin", &[RESIN_23], &[RESIN_18]),
    entry("rise.synthetics", &[SYNTHETICS_23], &[SYNTHETICS_18]),
    entry("fall.herb", &[HERB_18], &[HERB_23]),
    entry(
        "rise.rest.plants",
        &[T23, HERB_18, PLANTS_18, RESIN_18, SYNTHETICS_18],
        &[T18, PLANTS_23, HERB_23, RESIN_23, OIL_23, SYNTHETICS_23],
    ),
    entry(
        "rise.rest.straw",
        &[T23, HERB_18, PLANTS_18, RESIN_18, SYNTHETICS_18],
        &[T18, STRAW_23, HERB_23, RESIN_23, OIL_23, SYNTHETICS_23],
    ),
    entry(
        "rise.rest.neither",
        &[T23, HERB_18, PLANTS_18, RESIN_18, SYNTHETICS_18],
        &[T18, HERB_23, RESIN_23, OIL_23, SYNTHETICS_23],
    ),
    // A change of label?
    entry("leaf.before", &[HERB_18, PLANTS_18], &[]),
    entry("leaf.after", &[HERB_23, PLANTS_23], &[]),
    // The year of one great shipment.
    entry("left.transit", &["mvd25_total"], &["cocaine25"]),
];

/// Every quotient.
pub const QUOTIENTS: &[Quotient] = &[
    Quotient { name: "conflict.ratio", of: "pgo18_total", by: T18, percent: false },
    Quotient { name: "leaf.ratio", of: "leaf.after", by: "leaf.before", percent: false },
    Quotient { name: "left.ratio", of: "left.plants", by: "left.before", percent: false },
    // What of every 100 kilograms was synthetic: of the two totals, and of the rise between them.
    Quotient { name: "share.before", of: SYNTHETICS_18, by: T18, percent: true },
    Quotient { name: "share.weight", of: SYNTHETICS_23, by: T23, percent: true },
    Quotient { name: "share.rise", of: "rise.synthetics", by: "rise.all", percent: true },
];

/// The entry of a name.
#[must_use]
pub fn entry_named(name: &str) -> Option<&'static Entry> {
    ENTRIES.iter().find(|entry| entry.name == name)
}

/// The quotient of a name.
#[must_use]
pub fn quotient_named(name: &str) -> Option<&'static Quotient> {
    QUOTIENTS.iter().find(|quotient| quotient.name == name)
}
