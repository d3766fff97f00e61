//! Figures that charts and tables draw although no sentence names them. Native only: the pages' rows are chosen by it.

use super::totals::is_of_table;
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

/// Ids of all of them that the dataset has, and of what the explorer may be asked for: every row of the UN table for a
/// whole year, and the populations.
pub fn drawn(data: &Dataset) -> impl Iterator<Item = &str> {
    let listed = LISTS.iter().copied().flatten().filter_map(|id| data.figure(id));
    let explored = data.figures().iter().filter(|figure| figure.quantity == "population" || is_of_table(figure));
    listed.chain(explored).map(|figure| figure.id.as_str())
}
