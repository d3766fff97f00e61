//! Figures that charts and tables draw although no sentence names them. Native only: the pages' rows are chosen by it.

use crate::data::Dataset;

/// One list a section.
const LISTS: &[&[&str]] = &[
    super::times::FIGURES,
    super::labs::YEARS,
    super::labs::PARTS,
    super::labs::SYNTHETIC_PARTS,
    &super::labs::APART,
    super::flow::FIGURES,
    super::audit::FIGURES,
    super::doses::FIGURES,
    super::offences::FIGURES,
];

/// Ids of all of them that the dataset has.
pub fn drawn(data: &Dataset) -> impl Iterator<Item = &str> {
    LISTS.iter().copied().flatten().filter_map(|id| data.figure(id)).map(|figure| figure.id.as_str())
}
