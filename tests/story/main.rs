//! Invariants of the story, for every section, step, scene, frame, choice and language there is: a new one is covered
//! unasked.
//!
//! | module | what it proves |
//! |---|---|
//! | [`invariants`] | every section, step, scene and number has what it needs |
//! | [`shown`] | how numbers are written, and what is said beside them |
//! | [`fields`] | fields of squares keep count, in every scene and reading |
//! | [`flow`] | queues are told alike under every setting |
//! | [`glossary`] | terms that translators share are in every language, and used |
//! | [`guesses`] | a reader's guesses are revealed where they belong, and only if made |
//! | [`times`] | a multiple and its beginning, on which axis and among which laws |
//! | [`labs`] | laboratories by what was counted |
//! | [`iceberg`] | assumptions about the share caught are told alike, and called assumptions |
//! | [`neighbours`] | other places: gaps stay gaps, floors are no totals |
//! | [`explore`] | any question to the tables has an answer, and it can be taken along |
//! | [`address`] | the URL is state, and nonsense in it is nothing |
//! | [`audit`] | every claim of the report is held against what there is, once |
//! | [`doses`] | what the reader sets changes sentence, drawing, alt text and table |
//! | [`offences`] | whole years, parts and other scopes stay apart |
//! | [`records`] | what files say of a number is what its card says |
//! | [`closing`] | findings at the end, and what the reader chose beside them |
//! | [`colours`] | words and marks are told from paper and from each other, by whatever eyes |
//! | [`wording`] | what the page never says; takeaways |
//! | [`layers`] | layers name only those left of them |

mod address;
mod audit;
mod closing;
mod colours;
mod doses;
mod drawings;
mod explore;
mod fields;
mod flow;
mod glossary;
mod guesses;
mod iceberg;
mod invariants;
mod labs;
mod layers;
mod neighbours;
mod offences;
mod records;
mod shown;
mod stage;
mod times;
mod wording;
