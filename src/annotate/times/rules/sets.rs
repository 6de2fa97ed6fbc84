//! What recurs: "every Friday", "each year", "daily", "a day" after a rate, "Tuesdays".

use super::super::expr::Expr;
use super::super::words::{self, Unit};
use super::seasons::opens_sentence;
use crate::annotate::grammar::{Count, Cursor, TokenKind, count};

/// Every recurrence.
pub(super) fn set(cursor: &mut Cursor<'_>) -> Option<Expr> {
    adverb(cursor)
        .or_else(|| every(cursor))
        .or_else(|| plural_day(cursor))
        .or_else(|| plural_part(cursor))
        .or_else(|| rate(cursor))
}

fn adverb(cursor: &mut Cursor<'_>) -> Option<Expr> {
    let mut probe = *cursor;
    if let "bi" | "semi" = probe.lower(0) {
        let is_twice = probe.lower(0) == "semi";
        probe.skip(1);
        probe.eat_hyphen();
        let value = match (probe.lower(0), is_twice) {
            ("annual" | "annually", true) => "P6M",
            ("monthly", false) => "P2M",
            ("weekly", false) => "P2W",
            _ => return None,
        };
        probe.skip(1);
        *cursor = probe;
        return Some(Expr::Set(value.to_owned()));
    }
    let value = match probe.lower(0) {
        "daily" | "nightly" => "P1D",
        "hourly" => "PT1H",
        "weekly" => "P1W",
        "biweekly" | "fortnightly" => "P2W",
        "monthly" => "P1M",
        "bimonthly" => "P2M",
        "quarterly" => "P3M",
        "semiannually" | "semiannual" => "P6M",
        "annually" | "yearly" => "P1Y",
        _ => return None,
    };
    // "The Daily Telegraph", "Weekly Standard".
    let is_name = |ahead: usize| {
        probe
            .token(ahead)
            .is_some_and(|t| t.text.chars().next().is_some_and(char::is_uppercase))
    };
    if is_name(0)
        && (is_name(1)
            || probe.before(1).is_some_and(|t| {
                t.text.chars().next().is_some_and(char::is_uppercase) && t.text.len() > 1
            }))
    {
        return None;
    }
    probe.skip(1);
    *cursor = probe;
    Some(Expr::Set(value.to_owned()))
}

fn every(cursor: &mut Cursor<'_>) -> Option<Expr> {
    let mut probe = *cursor;
    if probe.eat("everyday") {
        // "everyday life" tells no time.
        let is_adverb = !probe.is_word(0)
            || matches!(
                probe.lower(0),
                "at" | "and" | "from" | "in" | "on" | "to" | "until"
            );
        return is_adverb.then(|| {
            *cursor = probe;
            Expr::Set("P1D".to_owned())
        });
    }
    let is_any = probe.eat_any(&["any", "all"]).is_some();
    if is_any
        && !matches!(
            probe.lower(0),
            "weekend" | "weekends" | "weekdays" | "weekday"
        )
        || !is_any && probe.eat_any(&["every", "each"]).is_none()
    {
        return None;
    }
    let other = probe.eat("other");
    let number = if other {
        2.0
    } else {
        match count(&mut probe) {
            Some(Count::Exact(number)) => number,
            Some(_) => return None,
            None => 1.0,
        }
    };
    let word = probe.lower(0);
    if matches!(word, "weekday" | "weekdays") {
        probe.skip(1);
        *cursor = probe;
        return Some(Expr::Set("P1WD".to_owned()));
    }
    if let Some(unit) = words::unit(word) {
        probe.skip(1);
        *cursor = probe;
        let value = match (unit, word) {
            (Unit::Quarter, _) => "P1Q".to_owned(),
            (_, "night" | "nights") => "XXXX-XX-XXTNI".to_owned(),
            _ => unit.duration(Some(number)),
        };
        return Some(Expr::Set(value));
    }
    if let Some((day, false)) = words::weekday(word) {
        probe.skip(1);
        let part = words::part_of_day(probe.lower(0)).filter(|code| code.len() == 2);
        if part.is_some() {
            probe.skip(1);
        }
        *cursor = probe;
        return Some(Expr::Set(weekday_value(day, part)));
    }
    if let Some((month, _)) = words::month(word) {
        probe.skip(1);
        *cursor = probe;
        return Some(Expr::Set(format!("XXXX-{month:02}")));
    }
    if let Some(season) = words::season(word) {
        probe.skip(1);
        *cursor = probe;
        return Some(Expr::Set(format!("XXXX-{}", season.code())));
    }
    let code = words::part_of_day(word).filter(|code| code.len() == 2)?;
    probe.skip(1);
    *cursor = probe;
    Some(Expr::Set(format!("XXXX-XX-XXT{code}")))
}

/// The TIMEX3 value of a weekday that comes again, with a part of the day or an hour.
pub(super) fn weekday_value(day: chrono::Weekday, part: Option<&str>) -> String {
    let number = day.number_from_monday();
    part.map_or_else(
        || format!("XXXX-WXX-{number}"),
        |code| format!("XXXX-WXX-{number}T{code}"),
    )
}

/// "weekends", "on weekdays", "in the mornings", "hot summers": plurals that come again.
fn plural_part(cursor: &mut Cursor<'_>) -> Option<Expr> {
    let mut probe = *cursor;
    let has_article = probe.eat("the");
    let word = probe.lower(0);
    // "Summers" is a surname too: with a capital it must open a sentence.
    let is_name = probe
        .token(0)
        .is_some_and(|t| t.text.chars().next().is_some_and(char::is_uppercase))
        && (!opens_sentence(*cursor)
            || !matches!(
                probe.lower(1),
                "are" | "were" | "can" | "tend" | "have" | "in" | "bring"
            ));
    let value = match word {
        "weekends" if !has_article => "P1WE".to_owned(),
        "weekdays" if !has_article => "P1WD".to_owned(),
        "mornings" | "afternoons" | "evenings" | "nights"
            if has_article && cursor.lower_before(1) == "in" =>
        {
            format!(
                "XXXX-XX-XXT{}",
                word.strip_suffix('s').and_then(words::part_of_day)?
            )
        }
        // "He works mornings."
        "mornings" | "afternoons" | "evenings"
            if !has_article
                && cursor.before(1).is_some_and(|t| t.kind == TokenKind::Word)
                && !probe.is_word(1)
                && probe.lower(1) != "-" =>
        {
            format!(
                "XXXX-XX-XXT{}",
                word.strip_suffix('s').and_then(words::part_of_day)?
            )
        }
        _ if !is_name => {
            let season = words::season(word.strip_suffix('s')?)?;
            // "falls" and "springs" are rarely seasons.
            if matches!(word, "falls" | "springs") {
                return None;
            }
            format!("XXXX-{}", season.code())
        }
        _ => return None,
    };
    probe.skip(1);
    *cursor = probe;
    Some(Expr::Set(value))
}

/// "Tuesdays", "Tuesday nights", "on Sunday mornings".
fn plural_day(cursor: &mut Cursor<'_>) -> Option<Expr> {
    let mut probe = *cursor;
    if let Some(day) = words::weekdays(probe.lower(0)) {
        probe.skip(1);
        *cursor = probe;
        return Some(Expr::Set(weekday_value(day, None)));
    }
    let (day, false) = words::weekday(probe.lower(0))? else {
        return None;
    };
    probe.skip(1);
    let code = probe
        .lower(0)
        .strip_suffix('s')
        .and_then(words::part_of_day)?;
    probe.skip(1);
    *cursor = probe;
    Some(Expr::Set(weekday_value(day, Some(code))))
}

/// "a day", "a year", "per week", "an hour" after a number, money or "times".
fn rate(cursor: &mut Cursor<'_>) -> Option<Expr> {
    let mut probe = *cursor;
    let is_often = probe.eat_any(&["once", "twice", "thrice"]).is_some() || {
        let mut ahead = probe;
        let is_times = count(&mut ahead).is_some() && ahead.eat("times");
        if is_times {
            probe = ahead;
        }
        is_times
    };
    let number = probe.eat_any(&["a", "an", "per", "every"])?;
    let word = probe.lower(0);
    let unit = words::unit(word).filter(|_| !words::is_plural_unit(word))?;
    if matches!(word, "second" | "quarter" | "night" | "weekend") && number != "per" {
        return None;
    }
    const RATE: [&str; 22] = [
        "%",
        "percent",
        "times",
        "once",
        "twice",
        "barrels",
        "dollars",
        "cents",
        "miles",
        "kilometers",
        "kilometres",
        "tons",
        "tonnes",
        "days",
        "hours",
        "million",
        "billion",
        "thousand",
        "pounds",
        "euros",
        "units",
        "copies",
    ];
    let before = cursor.lower_before(1);
    let is_rate = is_often
        || number == "per"
        || RATE.contains(&before)
        || cursor.before(1).is_some_and(|t| {
            t.kind == TokenKind::Digits && cursor.token(0).is_some_and(|own| own.spaced)
        });
    if !is_rate
        || probe.lower(1) == "ago"
        || matches!(probe.lower(1), "earlier" | "later" | "before" | "after")
    {
        return None;
    }
    probe.skip(1);
    *cursor = probe;
    Some(Expr::Set(unit.duration(Some(1.0))))
}

#[cfg(test)]
mod tests {
    use super::weekday_value;

    #[test]
    fn weekday_sets_follow_timex() {
        assert_eq!(
            weekday_value(chrono::Weekday::Tue, Some("NI")),
            "XXXX-WXX-2TNI"
        );
    }
}
