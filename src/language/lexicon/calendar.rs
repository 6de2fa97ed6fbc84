//! Months and days of the week.

use super::{find, tables};

/// A month or a day of the week.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CalendarWord {
    /// Which of the two.
    pub kind: CalendarKind,
    /// January 1 to December 12; Monday 1 to Sunday 7.
    pub number: u8,
}

/// What a word of the calendar names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum CalendarKind {
    /// A month.
    Month,
    /// A day of the week.
    Weekday,
}

/// The month or weekday with this name, in full.
pub fn calendar_name(word: &str) -> Option<&'static CalendarWord> {
    find(word, tables::CALENDAR_NAMES, tables::CALENDAR).next()
}

/// The month or weekday with this abbreviation, without its full stop.
pub fn calendar_abbreviation(word: &str) -> Option<&'static CalendarWord> {
    find(word, tables::CALENDAR_SHORT, tables::CALENDAR).next()
}

#[cfg(test)]
mod tests {
    use super::{CalendarKind, CalendarWord, calendar_abbreviation, calendar_name};

    #[test]
    fn names_and_abbreviations_are_apart() {
        let march = CalendarWord {
            kind: CalendarKind::Month,
            number: 3,
        };
        assert_eq!(calendar_name("march"), Some(&march));
        assert_eq!(calendar_abbreviation("Mar"), Some(&march));
        assert_eq!(calendar_abbreviation("march"), None);
        let sunday = calendar_name("Sunday").map(|word| (word.kind, word.number));
        assert_eq!(sunday, Some((CalendarKind::Weekday, 7)));
    }
}
