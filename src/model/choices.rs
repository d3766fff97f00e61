use crate::data::Year;

/// What a reader can choose; the default is what the prerendered page shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Choices {
    /// The year that the latest total is compared with.
    pub base: Year,
}

impl Default for Choices {
    /// The report's own base year.
    fn default() -> Self {
        Self { base: Year(2018) }
    }
}
