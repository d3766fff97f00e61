/// A closed set of words that a column may hold.
pub(super) trait Vocabulary: Sized {
    /// What a word of this set is called in a message, such as "unit".
    const CALLED: &'static str;

    /// The variant that the word stands for, if there is one.
    fn from_word(word: &str) -> Option<Self>;
}

/// Declares a vocabulary once: the enum, its words, and both directions between them. A word added
/// here is known everywhere, and every exhaustive match elsewhere asks what to do with it.
macro_rules! vocabulary {
    ($(#[$about:meta])* $name:ident, $called:literal, { $($(#[$doc:meta])* $variant:ident = $word:literal,)+ }) => {
        $(#[$about])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name {
            $($(#[$doc])* $variant,)+
        }

        impl $name {
            /// Every variant, in the order of declaration.
            pub const ALL: &'static [$name] = &[$($name::$variant),+];

            /// The word as the dataset writes it.
            pub const fn as_str(self) -> &'static str {
                match self {
                    $($name::$variant => $word,)+
                }
            }

            /// The variant for a word of the dataset; `None` for any other text, also in other case.
            pub fn parse(word: &str) -> Option<Self> {
                match word {
                    $($word => Some($name::$variant),)+
                    _ => None,
                }
            }
        }

        impl Vocabulary for $name {
            const CALLED: &'static str = $called;

            fn from_word(word: &str) -> Option<Self> {
                Self::parse(word)
            }
        }
    };
}

vocabulary! {
    /// What stretch of time, or what event, a figure speaks about.
    Scope, "scope", {
        /// A whole calendar year.
        Year = "year",
        /// Part of a year; never drawn as a year.
        PartYear = "part_year",
        /// One month.
        Month = "month",
        /// One day.
        Day = "day",
        /// One police or customs operation.
        Operation = "operation",
        /// One case.
        Case = "case",
        /// Several years.
        Span = "span",
        /// A state at the end of the period.
        Stock = "stock",
        /// A year meant as typical, none in particular.
        TypicalYear = "typical_year",
        /// The source does not say.
        Unclear = "unclear",
    }
}

vocabulary! {
    /// The unit that a value is printed in.
    Unit, "unit", {
        /// Grams.
        Gram = "g",
        /// Kilograms.
        Kilogram = "kg",
        /// Metric tonnes.
        Tonne = "t",
        /// Clandestine laboratories, whatever the source counts as one.
        Labs = "labs",
        /// Substances.
        Substances = "substances",
        /// Offences recorded.
        Offences = "offences",
        /// Crimes recorded.
        Crimes = "crimes",
        /// Per cent.
        Percent = "percent",
        /// Web sites.
        Sites = "sites",
        /// Accounting units of the police, not amounts anyone takes.
        Doses = "doses",
        /// A date, whole or without its day or month.
        Date = "date",
        /// Thousands of people.
        ThousandPersons = "thousand persons",
        /// People.
        Persons = "persons",
        /// A multiple.
        Times = "times",
        /// Billions of tenge.
        BillionTenge = "bn KZT",
        /// Millions of tenge.
        MillionTenge = "million KZT",
        /// Tenge, presumably per gram.
        TengePerGram = "KZT (unit not printed, presumably per gram)",
        /// Words.
        Text = "text",
        /// Years.
        Year = "year",
        /// Months.
        Month = "month",
        /// Weeks.
        Weeks = "weeks",
        /// Online stores.
        Stores = "stores",
        /// Outlets.
        Outlets = "outlets",
        /// Hectares.
        Hectare = "ha",
        /// Messenger channels.
        Channels = "channels",
    }
}

impl Unit {
    /// How many kilograms one of this unit weighs; `None` for what is not a weight.
    pub const fn in_kilograms(self) -> Option<f64> {
        match self {
            Unit::Gram => Some(0.001),
            Unit::Kilogram => Some(1.0),
            Unit::Tonne => Some(1000.0),
            Unit::Labs | Unit::Substances | Unit::Offences | Unit::Crimes | Unit::Percent => None,
            Unit::Sites | Unit::Doses | Unit::Date | Unit::ThousandPersons | Unit::Persons => None,
            Unit::Times | Unit::BillionTenge | Unit::MillionTenge | Unit::TengePerGram => None,
            Unit::Text | Unit::Year | Unit::Month | Unit::Weeks | Unit::Stores => None,
            Unit::Outlets | Unit::Hectare | Unit::Channels => None,
        }
    }
}

vocabulary! {
    /// How firmly the source words a value.
    Qualifier, "qualifier", {
        /// As printed, rounded to its step.
        Exact = "exact",
        /// "About", "some".
        About = "about",
        /// "Almost", "nearly".
        Almost = "almost",
        /// "More than", "over".
        MoreThan = "more_than",
        /// "At least".
        AtLeast = "at_least",
        /// "Up to".
        UpTo = "up_to",
    }
}

vocabulary! {
    /// How a transcription was checked. Ordered: the greatest is the worst, so a derived figure
    /// carries the maximum of its inputs.
    Check, "check", {
        /// Compared with the source or a second copy; it does not say that the figure is true.
        Checked = "checked",
        /// Seen once, not found again.
        OneCopy = "one_copy",
        /// Not checked.
        Unchecked = "unchecked",
        /// Another source, or arithmetic, disagrees.
        Contradicted = "contradicted",
    }
}

vocabulary! {
    /// The language a source is written in.
    Language, "language", {
        /// English.
        English = "en",
        /// Russian.
        Russian = "ru",
        /// Kazakh.
        Kazakh = "kk",
    }
}

vocabulary! {
    /// How near a source stands to what it reports.
    SourceKind, "kind of source", {
        /// Published by the body that counted.
        Primary = "primary",
        /// Reports what another body counted.
        Secondary = "secondary",
    }
}

impl Check {
    /// The check that a word of the dataset stands for.
    #[must_use]
    pub fn of(word: &str) -> Option<Self> {
        Self::from_word(word)
    }
}
