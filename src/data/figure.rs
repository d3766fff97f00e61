use super::row::Row;
use super::{Check, Date, Period, Problem, Qualifier, Unit};

/// The header of `figures.csv`.
pub const FIGURE_COLUMNS: &[&str] = &[
    "id",
    "quantity",
    "drug",
    "place",
    "period",
    "scope",
    "start",
    "end",
    "value",
    "step",
    "unit",
    "qualifier",
    "source_id",
    "where",
    "check",
    "note",
];

/// What a figure's value holds.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    /// A positive number, in the figure's unit.
    Number(f64),
    /// A date in ISO form that may lack its day, or month and day; for [`Unit::Date`].
    Date(String),
    /// Words; for [`Unit::Text`].
    Words(String),
}

/// One printed figure: one row of `figures.csv`.
#[derive(Debug, Clone, PartialEq)]
pub struct Figure {
    /// Unique and stable.
    pub id: String,
    /// What was counted, such as `drugs_seized_total`.
    pub quantity: String,
    /// Of what.
    pub drug: String,
    /// Where.
    pub place: String,
    /// When.
    pub period: Period,
    /// The value, read.
    pub value: Value,
    /// The value, as printed: `136.0` keeps its zero.
    pub printed: String,
    /// The unit in the last place that the source committed to: 0 for a full count, 0.1 for "41.1".
    /// `None` for dates and words only.
    pub step: Option<f64>,
    /// The unit of value and step.
    pub unit: Unit,
    /// How firmly the source words it.
    pub qualifier: Qualifier,
    /// Id of the source.
    pub source: String,
    /// The place in the source (column `where`).
    pub place_in_source: String,
    /// How the transcription was checked.
    pub check: Check,
    /// Scope, conflicts, arithmetic; may be empty.
    pub note: String,
    step_printed: String,
}

impl Figure {
    /// The name of the file, as problems give it.
    pub const FILE: &'static str = "figures.csv";

    /// Reads the fields of one row, in the order of [`FIGURE_COLUMNS`]. `line` is where the row
    /// begins in its file, for messages. That the source exists is for the dataset to check.
    ///
    /// # Errors
    /// Every problem of the row: a missing field, an unknown word, a number or date that does not
    /// parse, a value that is not above zero, a period that ends before it starts.
    pub fn parse(line: u64, fields: &[&str]) -> Result<Self, Vec<Problem>> {
        let mut row = Row::new(Self::FILE, line, FIGURE_COLUMNS, fields);
        let id = row.required("id");
        let quantity = row.required("quantity");
        let drug = row.required("drug");
        let place = row.required("place");
        let period = read_period(&mut row);
        let printed = row.required("value");
        let unit = row.word("unit");
        if quantity == "legal_event" && unit.is_some_and(|unit| unit != Unit::Date) {
            row.problem("unit", "a legal event holds a `date`".to_owned());
        }
        let qualifier = row.word("qualifier");
        let value = unit.and_then(|unit| read_value(&mut row, unit));
        let step = unit.and_then(|unit| read_step(&mut row, unit, qualifier));
        let source = row.required("source_id");
        let place_in_source = row.required("where");
        let check = row.word("check");
        let note = row.text("note").to_owned();
        let step_printed = row.text("step").to_owned();
        let read = || {
            let (period, unit, qualifier, value, check) = (period?, unit?, qualifier?, value?, check?);
            Some(Self {
                id,
                quantity,
                drug,
                place,
                period,
                value,
                printed,
                step,
                unit,
                qualifier,
                source,
                place_in_source,
                check,
                note,
                step_printed,
            })
        };
        row.finish(read())
    }

    /// The fields as they were read, in the order of [`FIGURE_COLUMNS`].
    pub fn fields(&self) -> Vec<String> {
        let day = |date: Option<Date>| date.map(|date| date.to_string()).unwrap_or_default();
        let (start, end) = (day(self.period.start), day(self.period.end));
        let fields = [
            self.id.as_str(),
            &self.quantity,
            &self.drug,
            &self.place,
            &self.period.text,
            self.period.scope.as_str(),
            &start,
            &end,
            &self.printed,
            &self.step_printed,
            self.unit.as_str(),
            self.qualifier.as_str(),
            &self.source,
            &self.place_in_source,
            self.check.as_str(),
            &self.note,
        ];
        fields.map(str::to_owned).into()
    }
}

fn read_period(row: &mut Row<'_>) -> Option<Period> {
    let text = row.required("period");
    let scope = row.word("scope");
    let (start, end) = (row.date("start"), row.date("end"));
    if let (Some(start), Some(end)) = (start, end)
        && end < start
    {
        row.problem("end", format!("`{end}` is before the start, `{start}`"));
    }
    scope.map(|scope| Period { text, scope, start, end })
}

fn read_value(row: &mut Row<'_>, unit: Unit) -> Option<Value> {
    let text = row.text("value");
    if text.trim().is_empty() {
        return None;
    }
    let wrong = match unit {
        Unit::Date if Date::is_partial(text) => return Some(Value::Date(text.to_owned())),
        Unit::Date => "is not a date such as 2025, 2025-03 or 2025-03-01",
        // Any letter will do; telling letters of all scripts from signs takes a table of them.
        Unit::Text if text.chars().any(|letter| letter.is_ascii_alphabetic() || !letter.is_ascii()) => {
            return Some(Value::Words(text.to_owned()));
        }
        Unit::Text => "has no words, which the unit `text` needs",
        // Every other unit counts or weighs something.
        _ => match row.number("value")? {
            number if number > 0.0 => return Some(Value::Number(number)),
            _ => "is not above zero",
        },
    };
    row.problem("value", format!("`{text}` {wrong}"));
    None
}

fn read_step(row: &mut Row<'_>, unit: Unit, qualifier: Option<Qualifier>) -> Option<f64> {
    let text = row.text("step");
    if matches!(unit, Unit::Date | Unit::Text) {
        if !text.is_empty() {
            row.problem("step", format!("`{text}` has no meaning for the unit `{}`", unit.as_str()));
        }
        return None;
    }
    row.required("step");
    let step = row.number("step")?;
    if step < 0.0 {
        row.problem("step", format!("`{text}` is below zero"));
    } else if step == 0.0 && qualifier == Some(Qualifier::Almost) {
        row.problem("step", format!("`{text}` leaves no room for `almost`"));
    }
    Some(step)
}
