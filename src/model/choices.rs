use super::doses::Doses;
use super::explore;
use super::flow::Flow;
use super::supply::Supply;
use crate::data::Year;

/// Which great harvest lies inside the total of 2023. Nothing published says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Inside {
    /// The whole cannabis plants of the UN table.
    #[default]
    Plants,
    /// The poppy straw of the security service.
    Straw,
    /// Neither of them.
    Neither,
}

impl Inside {
    /// Every reading.
    pub const ALL: [Self; 3] = [Self::Plants, Self::Straw, Self::Neither];
}

/// Tonnes in each of the years that the reader draws; `None` where there is none yet.
pub type Line = [Option<u16>; 5];

/// How many years the reader draws: those after the report's base year.
pub const DRAWN: usize = 5;

/// What a reader can choose; the default is what the prerendered page shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Choices {
    /// The year that the latest total is compared with.
    pub base: Year,
    /// The reading of the total of 2023.
    pub inside: Inside,
    /// Whether 2025 is shown without its one great shipment of cocaine.
    pub without_transit: bool,
    /// The reader's guess: how many of every 100 kg seized in 2023 were synthetic.
    pub share: Option<u16>,
    /// The reader's way from ingredients to accounting units.
    pub doses: Doses,
    /// The reader's line: tonnes in each of the years after the report's base year.
    pub line: Line,
    /// Which published beginning the multiple starts from: its place among [`BASES`](super::times::BASES).
    pub times_from: u16,
    /// Settings of the queues.
    pub flow: Flow,
    /// Assumptions about the share caught.
    pub supply: Supply,
    /// What the explorer is asked for.
    pub explore: explore::Choice,
}

impl Default for Choices {
    /// The report's own base year, and no guess.
    fn default() -> Self {
        Self {
            base: Year(2018),
            inside: Inside::Plants,
            without_transit: false,
            share: None,
            doses: Doses::default(),
            line: [None; 5],
            times_from: 1,
            flow: Flow::default(),
            supply: Supply::default(),
            explore: explore::Choice::default(),
        }
    }
}
