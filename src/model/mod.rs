//! Pure computations over the dataset: every derived number on the page is made here.
//!
//! Nothing here knows a result beforehand. Change a printed figure and every ratio, verdict and
//! range of years follows; take one away that a result needs and there is an [`Error`] that names
//! it. Derived figures carry the interval of their inputs, the worst check among them, and the ids
//! of the inputs, so that each can answer "says who?".
//!
//! | file | what |
//! |---|---|
//! | [`totals`] | yearly totals, summed from the rows of the UN table |
//! | [`growth`] | one amount over another |
//! | [`bases`] | 2023 against every base year, and whether that is a doubling |
//! | [`ledger`] | which printed weights are added and taken away, by name |
//! | [`balances`] | what the ledger comes to |
//! | [`guess`] | a reader's guesses against what was seized |
//! | [`times`] | the synthetics of 2023 against each published beginning |
//! | [`labs`] | what counts of laboratories say about each other |
//! | [`conflicts`] | other published figures that speak about the same year |
//! | [`bare`] | figures of any unit in one type |
//! | [`audit`] | every claim of the report against what else was published |
//! | [`doses`] | from ingredients to drug to accounting units |
//! | [`offences`] | what the report implies for the year before |
//! | [`flow`] | how many wait: Little's law, and the same queue simulated |
//! | [`supply`] | growth of supply under a reader's change of the share caught, drawn and in closed form |
//! | [`neighbours`] | other places beside Kazakhstan, without whole plants and per head |
//! | [`explore`] | any place, drug and years of the UN table, for readers' own questions |
//! | [`digits`] | how many digits of a number its interval lets through |

pub mod audit;
pub mod balances;
pub mod bare;
pub mod bases;
mod choices;
pub mod conflicts;
pub mod digits;
pub mod doses;
#[cfg(not(target_arch = "wasm32"))]
mod drawn;
mod error;
pub mod explore;
pub mod flow;
pub mod growth;
pub mod guess;
pub mod labs;
pub mod ledger;
pub mod neighbours;
pub mod offences;
mod results;
pub mod supply;
pub mod times;
pub mod totals;
pub mod zoom;

/// What a square stands for where amounts are drawn as fields of squares.
pub const SQUARE: crate::data::Kilograms = crate::data::Kilograms(100.0);

pub use choices::{Choices, DRAWN, Inside, Line};
#[cfg(not(target_arch = "wasm32"))]
pub use drawn::drawn;
pub use error::Error;
pub use results::Results;
