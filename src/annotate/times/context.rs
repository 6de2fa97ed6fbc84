//! What a time expression is counted from: the day of publication and what was spoken of before.

use chrono::NaiveDate;

use super::cell::Cell;
use super::partial::PartialDay;
use super::tense::Tense;
use super::words::Unit;
use crate::model::Span;

/// How many earlier mentions are remembered.
const REMEMBERED: usize = 8;

/// A calendar cell that the text spoke of.
#[derive(Clone, Copy, Debug)]
pub(super) struct Mentioned {
    /// The cell.
    pub(super) cell: Cell,
    /// Its words.
    pub(super) span: Span,
    /// Number of the paragraph.
    pub(super) paragraph: usize,
    /// Number of the sentence.
    pub(super) sentence: usize,
    /// Whether the words stand for a year in full.
    pub(super) has_year: bool,
}

/// What an expression is read against.
#[derive(Clone, Debug)]
pub(super) struct Context {
    /// Day of publication.
    pub(super) published: Option<NaiveDate>,
    /// Tense of the clause.
    pub(super) tense: Tense,
    /// Number of the paragraph.
    pub(super) paragraph: usize,
    /// Number of the sentence.
    pub(super) sentence: usize,
    /// Whether the text tells of years long gone rather than of the days before publication.
    pub(super) is_history: bool,
    /// Latest mentions, oldest first.
    mentions: Vec<Mentioned>,
    /// The quarter of a year that the text reports on.
    quarter: Option<Mentioned>,
    /// The latest day that was named without its year or week, with its words.
    partial_day: Option<(PartialDay, Span)>,
}

impl Context {
    /// A context at the start of a text.
    pub(super) const fn new(published: Option<NaiveDate>) -> Self {
        Self {
            published,
            tense: Tense::Unknown,
            paragraph: 0,
            sentence: 0,
            is_history: false,
            mentions: Vec::new(),
            quarter: None,
            partial_day: None,
        }
    }

    /// Remembers what was spoken of.
    pub(super) fn remember(&mut self, mentioned: Mentioned, is_topic: bool) {
        if is_topic
            && mentioned.cell.unit() == Unit::Quarter
            && matches!(mentioned.cell, Cell::Quarter(..))
        {
            self.quarter = Some(mentioned);
        }
        if self.mentions.len() == REMEMBERED {
            self.mentions.remove(0);
        }
        self.mentions.push(mentioned);
    }

    /// The latest mention at least as fine as `unit`.
    pub(super) fn mentioned(&self, unit: Unit) -> Option<Mentioned> {
        self.mentions
            .iter()
            .rev()
            .find(|mentioned| mentioned.cell.unit() <= unit)
            .copied()
    }

    /// The latest mention, of whatever size.
    pub(super) fn latest(&self) -> Option<Mentioned> {
        self.mentions.last().copied()
    }

    /// The latest mention that gives its year in full: of this sentence, or in a text about
    /// history of this paragraph or the three before.
    pub(super) fn year_told(&self) -> Option<Mentioned> {
        self.mentions
            .iter()
            .rev()
            .find(|mentioned| mentioned.has_year)
            .filter(|mentioned| {
                mentioned.sentence == self.sentence
                    || self.is_history && mentioned.paragraph + 3 >= self.paragraph
            })
            .copied()
    }

    /// Remembers a day named without its year or week, by its TIMEX3 value.
    pub(super) fn remember_value(&mut self, value: &str, span: Span) {
        if let Some(day) = PartialDay::of_value(value) {
            self.partial_day = Some((day, span));
        }
    }

    /// The latest day that was named without its year or week.
    pub(super) const fn partial_day(&self) -> Option<(PartialDay, Span)> {
        self.partial_day
    }

    /// The quarter that the text reports on.
    pub(super) const fn quarter(&self) -> Option<Mentioned> {
        self.quarter
    }
}
