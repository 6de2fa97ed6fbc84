//! What the words of a time expression say, before it is known which day they were written.

use chrono::Weekday;

use super::cell::Cell;
use super::words::{Season, Unit};
use crate::annotate::grammar::Count;

/// What the words say.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Expr {
    /// A calendar date of which some parts are given.
    Date(DateParts),
    /// A cell given in full ("1984", "the 1980s").
    Cell(Cell),
    /// From one day of a month to another ("Nov. 5-7").
    Days(DateParts, u32),
    /// So many units from an anchor, as a whole cell ("last week", "today", "the following month").
    Steps {
        /// Size of the cell.
        unit: Unit,
        /// How many cells on.
        steps: i32,
        /// Counted from where.
        anchor: Anchor,
    },
    /// A recurring name with a direction ("last Friday", "next June", "this summer").
    Directed(Name, Direction),
    /// A recurring name in a year that other words give ("June last year", "the third quarter of 1984").
    Within(Name, Box<Expr>),
    /// So many units before or after an anchor ("three days ago", "two years later").
    Offset {
        /// How many.
        count: Count,
        /// Of what.
        unit: Unit,
        /// -1 before, 1 after.
        sign: i32,
        /// Counted from where.
        anchor: Anchor,
        /// Counted from words of this expression ("two weeks before May 13").
        from: Option<Box<Expr>>,
    },
    /// "in two weeks": a point ahead where the sentence tells the future, else a length of time.
    Ahead(Count, Unit),
    /// The nth unit of a larger one ("the first week of 2021"); -1 for the last.
    Nth(i32, Unit, Box<Expr>),
    /// The weekend of a day, or next to it where it is a Monday ("Labor Day weekend").
    Weekend(Box<Expr>),
    /// A vague reference to past, present or future.
    Reference(Reference),
    /// A length of time, with its TIMEX3 value.
    Duration(String),
    /// A length of time that ends or begins at the time of telling ("the past five days").
    Span {
        /// How many.
        count: Count,
        /// Of what.
        unit: Unit,
        /// -1 for the past, 1 for the future.
        sign: i32,
    },
    /// Something that recurs, with its TIMEX3 value.
    Set(String),
    /// A time of day.
    Clock(String, Option<Box<Expr>>),
    /// A unit that only an event tells ("the week after the vote"), and whether it is a night ("the
    /// night before he died").
    BesideEvent(Unit, bool),
    /// A part of a day, by its TIMEX3 code.
    Part(&'static str, Option<Box<Expr>>),
    /// A part of a day that is not told, by its TIMEX3 code ("one morning").
    SomePart(&'static str),
    /// A part of something larger ("early 1990", "the end of the month").
    Edge(Edge, Box<Expr>),
}

/// The parts of a calendar date that the words give.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct DateParts {
    /// Year.
    pub(crate) year: Option<i32>,
    /// Month, 1 to 12.
    pub(crate) month: Option<u32>,
    /// Day of the month, 1 to 31.
    pub(crate) day: Option<u32>,
    /// Day of the week.
    pub(crate) weekday: Option<Weekday>,
}

/// Something that comes again every week or year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Name {
    /// A weekday.
    Weekday(Weekday),
    /// A month.
    Month(u32),
    /// A season.
    Season(Season),
    /// A quarter of a year.
    Quarter(u32),
    /// A half of a year.
    Half(u32),
    /// A holiday, by its place in the list of holidays.
    Holiday(usize),
}

/// Which one of several is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Direction {
    /// The one before now ("last").
    Last,
    /// The one of this week or year ("this").
    This,
    /// The one after now ("next"); of weekdays the one of the week after.
    Next,
    /// The first one after now ("this coming").
    Coming,
    /// The one before what was spoken of ("the previous").
    Previous,
    /// The one after what was spoken of ("the following").
    Following,
    /// The one that was spoken of ("that", "the same").
    Same,
    /// Nothing is said: tense and nearness decide.
    Open,
    /// Nothing is said, and it is one end of a stretch that may come every year.
    Range,
}

/// From where an expression is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Anchor {
    /// The day of publication.
    Publication,
    /// What the text spoke of last.
    Mentioned,
}

/// A vague reference.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Reference {
    /// "recently".
    Past,
    /// "now".
    Present,
    /// "soon".
    Future,
}

/// A part of something larger.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Edge {
    /// Its first part.
    Early,
    /// Its middle.
    Middle,
    /// Its last part.
    Late,
    /// Up to the day of telling ("earlier this year").
    Before,
    /// From the day of telling on ("later this week").
    After,
}
