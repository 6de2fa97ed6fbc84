//! Holidays that recur: "Christmas", "Thanksgiving Day", "Election Day", "Labor Day weekend".
//!
//! Dates: public-domain calendar facts (United States Code, title 5, section 6103, for the United
//! States; the Gregorian computus for Easter).

use chrono::{NaiveDate, Weekday};

use super::super::cell::{Cell, add_days, weekday_of_month};
use super::super::expr::{Direction, Expr, Name};
use super::years::bare_year;
use crate::annotate::grammar::Cursor;

/// How a holiday's day is found in a year.
#[derive(Clone, Copy, Debug)]
enum Day {
    /// The same day of a month every year.
    Fixed(u32, u32),
    /// The nth weekday of a month; -1 for the last.
    Nth(u32, Weekday, i32),
    /// So many days after Easter Sunday.
    Easter(i64),
    /// So many days after the nth weekday of a month.
    After(u32, Weekday, i32, i64),
}

const HOLIDAYS: [(&str, Day); 36] = [
    ("new year's day", Day::Fixed(1, 1)),
    ("new year's eve", Day::Fixed(12, 31)),
    ("new year's", Day::Fixed(1, 1)),
    ("martin luther king day", Day::Nth(1, Weekday::Mon, 3)),
    ("groundhog day", Day::Fixed(2, 2)),
    ("valentine's day", Day::Fixed(2, 14)),
    ("presidents day", Day::Nth(2, Weekday::Mon, 3)),
    ("presidents' day", Day::Nth(2, Weekday::Mon, 3)),
    ("international women's day", Day::Fixed(3, 8)),
    ("st. patrick's day", Day::Fixed(3, 17)),
    ("april fools' day", Day::Fixed(4, 1)),
    ("ash wednesday", Day::Easter(-46)),
    ("palm sunday", Day::Easter(-7)),
    ("good friday", Day::Easter(-2)),
    ("easter sunday", Day::Easter(0)),
    ("easter monday", Day::Easter(1)),
    ("easter", Day::Easter(0)),
    ("earth day", Day::Fixed(4, 22)),
    ("international workers' day", Day::Fixed(5, 1)),
    ("may day", Day::Fixed(5, 1)),
    ("memorial day", Day::Nth(5, Weekday::Mon, -1)),
    ("juneteenth", Day::Fixed(6, 19)),
    ("fourth of july", Day::Fixed(7, 4)),
    ("july fourth", Day::Fixed(7, 4)),
    ("bastille day", Day::Fixed(7, 14)),
    ("labor day", Day::Nth(9, Weekday::Mon, 1)),
    ("columbus day", Day::Nth(10, Weekday::Mon, 2)),
    ("halloween", Day::Fixed(10, 31)),
    ("election day", Day::After(11, Weekday::Mon, 1, 1)),
    ("veterans day", Day::Fixed(11, 11)),
    ("thanksgiving", Day::Nth(11, Weekday::Thu, 4)),
    ("black friday", Day::After(11, Weekday::Thu, 4, 1)),
    ("cyber monday", Day::After(11, Weekday::Thu, 4, 4)),
    ("christmas eve", Day::Fixed(12, 24)),
    ("christmas", Day::Fixed(12, 25)),
    ("boxing day", Day::Fixed(12, 26)),
];

/// The day of the holiday with this number in a year.
pub(crate) fn holiday_day(index: usize, year: i32) -> Option<NaiveDate> {
    match HOLIDAYS.get(index)?.1 {
        Day::Fixed(month, day) => NaiveDate::from_ymd_opt(year, month, day),
        Day::Nth(month, weekday, nth) => weekday_of_month(year, month, weekday, nth),
        Day::Easter(days) => add_days(easter(year)?, days),
        Day::After(month, weekday, nth, days) => {
            add_days(weekday_of_month(year, month, weekday, nth)?, days)
        }
    }
}

/// Easter Sunday (anonymous Gregorian computus, Nature, 20 April 1876).
fn easter(year: i32) -> Option<NaiveDate> {
    let golden = year.rem_euclid(19);
    let (century, rest) = (year.div_euclid(100), year.rem_euclid(100));
    let (leap_centuries, skipped) = (century / 4, century % 4);
    let moon = (century - (century + 8) / 25 + 1) / 3;
    let epact = (19 * golden + century - leap_centuries - moon + 15) % 30;
    let (leap_years, plain_years) = (rest / 4, rest % 4);
    let weekday = (32 + 2 * skipped + 2 * leap_years - epact - plain_years) % 7;
    let shift = (golden + 11 * epact + 22 * weekday) / 451;
    let sum = epact + weekday - 7 * shift + 114;
    NaiveDate::from_ymd_opt(
        year,
        u32::try_from(sum / 31).ok()?,
        u32::try_from(sum % 31 + 1).ok()?,
    )
}

/// Reads a holiday's name; gives its number.
pub(super) fn holiday_name(cursor: &mut Cursor<'_>) -> Option<usize> {
    let starts_capital = cursor
        .token(0)
        .is_some_and(|t| t.text.chars().next().is_some_and(char::is_uppercase));
    // Most words open no holiday's name: they are passed over at once.
    let first = cursor.lower(0);
    if first.is_empty() || !HOLIDAYS.iter().any(|(name, _)| name.starts_with(first)) {
        return None;
    }
    let mut best: Option<(usize, Cursor<'_>)> = None;
    for (index, (name, _)) in HOLIDAYS.iter().enumerate() {
        let mut probe = *cursor;
        // "may day" in small letters may be two words that met by chance.
        let fits = (starts_capital || !name.starts_with("may"))
            && pieces(name).all(|piece| probe.eat(piece));
        if fits && best.as_ref().is_none_or(|(_, end)| probe.at() > end.at()) {
            best = Some((index, probe));
        }
    }
    let (index, mut end) = best?;
    end.eat("day");
    *cursor = end;
    Some(index)
}

/// The tokens of a name ("new year's eve": new, year, ', s, eve).
fn pieces(name: &'static str) -> impl Iterator<Item = &'static str> {
    name.split(' ').flat_map(|word| {
        let cut = word.find(['\'', '.']).unwrap_or(word.len());
        let (head, rest) = word.split_at(cut);
        let (mark, tail) = rest.split_at(rest.len().min(1));
        [head, mark, tail]
            .into_iter()
            .filter(|piece| !piece.is_empty())
    })
}

/// A holiday, with a year where one follows.
pub(super) fn holiday(cursor: &mut Cursor<'_>) -> Option<Expr> {
    let mut probe = *cursor;
    let index = holiday_name(&mut probe)?;
    *cursor = probe;
    let _ = probe.eat(",") || probe.eat("of") || probe.eat("in");
    let day = match bare_year(&mut probe) {
        Some(year) => {
            *cursor = probe;
            Expr::Within(Name::Holiday(index), Box::new(Expr::Cell(Cell::Year(year))))
        }
        None => Expr::Directed(Name::Holiday(index), Direction::Open),
    };
    if !cursor.eat("weekend") {
        return Some(day);
    }
    // "Labor Day weekend 2021"
    let mut behind = *cursor;
    let day = match (&day, bare_year(&mut behind)) {
        (Expr::Directed(name, _), Some(year)) => {
            *cursor = behind;
            Expr::Within(*name, Box::new(Expr::Cell(Cell::Year(year))))
        }
        _ => day,
    };
    Some(Expr::Weekend(Box::new(day)))
}

#[cfg(test)]
mod tests {
    use super::{HOLIDAYS, easter, holiday_day};
    use chrono::Datelike;

    #[test]
    fn every_holiday_has_a_day() {
        for index in 0..HOLIDAYS.len() {
            assert!(holiday_day(index, 2024).is_some(), "{index}");
        }
    }

    #[test]
    fn easter_and_election_day() {
        assert_eq!(easter(2024).unwrap().to_string(), "2024-03-31");
        assert_eq!(easter(2018).unwrap().to_string(), "2018-04-01");
        let election = HOLIDAYS
            .iter()
            .position(|(name, _)| *name == "election day")
            .unwrap();
        assert_eq!(holiday_day(election, 2024).unwrap().day(), 5);
    }
}
