use std::fmt;

use crate::data::Year;

/// Why a result cannot be computed from this dataset.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Error {
    /// The dataset lacks a figure that the result needs.
    Missing {
        /// Id of the figure.
        id: String,
    },
    /// The figure is there and is no weight.
    NotAWeight {
        /// Id of the figure.
        id: String,
    },
    /// The figure has no upper end, and the result would have no lower one.
    OpenEnded {
        /// Id of the figure.
        id: String,
    },
    /// No comparable total is known for the year.
    NoTotal {
        /// The year.
        year: Year,
    },
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Missing { id } => write!(f, "the dataset has no figure `{id}`"),
            Self::NotAWeight { id } => write!(f, "the figure `{id}` is not a weight"),
            Self::OpenEnded { id } => write!(f, "the figure `{id}` has no upper end to take away"),
            Self::NoTotal { year } => write!(f, "the dataset has no comparable total for {year}"),
        }
    }
}

impl std::error::Error for Error {}
