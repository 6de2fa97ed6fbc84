//! Days, spans of days, and what a date rests on, in words.

use chrono::{Datelike, Local, NaiveDate};

use crate::model::{Interval, Published};

/// "3 March".
pub fn day(date: NaiveDate) -> String {
    format!("{} {}", date.day(), date.format("%B"))
}

/// "3 March 2025".
pub fn day_year(date: NaiveDate) -> String {
    format!("{} {}", day(date), date.year())
}

/// "Monday 3 March 2025".
pub fn weekday_day(date: NaiveDate) -> String {
    format!("{} {}", date.format("%A"), day_year(date))
}

/// "March 2025".
pub fn month_year(date: NaiveDate) -> String {
    date.format("%B %Y").to_string()
}

/// "3 March 2025", "March 2025", "2025", "3 to 9 March 2025".
pub fn interval(interval: Interval) -> String {
    let (first, last) = (interval.earliest, interval.latest);
    if first == last {
        return day_year(first);
    }
    let ends_month = last.succ_opt().is_some_and(|next| next.day() == 1);
    if first.day() == 1 && ends_month && first.year() == last.year() {
        if first.month() == last.month() {
            return month_year(first);
        }
        if first.month() == 1 && last.month() == 12 {
            return first.year().to_string();
        }
    }
    if first.year() != last.year() {
        return format!("{} to {}", day_year(first), day_year(last));
    }
    if first.month() == last.month() {
        return format!("{} to {}", first.day(), day_year(last));
    }
    format!("{} to {}", day(first), day_year(last))
}

/// "3 · 6 March", "28 Feb · 3 Mar", "28 Dec 2024 · 3 Jan 2025", "3 March"; "no date" where there is
/// none.
pub fn first_last(days: Option<(NaiveDate, NaiveDate)>) -> String {
    let short = |date: NaiveDate| format!("{} {}", date.day(), date.format("%b"));
    match days {
        None => super::NO_DATE.to_owned(),
        Some((first, last)) if first == last => day(first),
        Some((first, last)) if first.year() != last.year() => {
            let (from, to) = (first.year(), last.year());
            format!("{} {from} · {} {to}", short(first), short(last))
        }
        Some((first, last)) if first.month() == last.month() => {
            format!("{} · {}", first.day(), day(last))
        }
        Some((first, last)) => format!("{} · {}", short(first), short(last)),
    }
}

/// "today", "yesterday", "17 October", "17 October 2024".
pub fn ago(moment: chrono::DateTime<Local>, now: chrono::DateTime<Local>) -> String {
    let (then, today) = (moment.date_naive(), now.date_naive());
    match (today - then).num_days() {
        0 => "today".to_owned(),
        1 => "yesterday".to_owned(),
        _ if then.year() == today.year() => day(then),
        _ => day_year(then),
    }
}

/// Sentences that say what a publication date rests on, and what else was seen.
pub fn published_why(published: &Published) -> Vec<String> {
    let mut lines = vec![super::sentence(&super::published(published))];
    for evidence in &published.evidence {
        if Some(evidence.value) == published.value {
            continue;
        }
        let words = super::shortened(&evidence.words, 90);
        let day = day_year(evidence.value);
        lines.push(if published.value.is_some() {
            format!("Another date was seen: “{words}” gives {day}.")
        } else {
            format!("“{words}” gives {day}, which says little of the day of publication.")
        });
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::{first_last, interval};
    use crate::model::Interval;
    use chrono::NaiveDate;

    fn day(text: &str) -> NaiveDate {
        text.parse().expect("a day")
    }

    fn words(earliest: &str, latest: &str) -> String {
        interval(Interval {
            earliest: day(earliest),
            latest: day(latest),
        })
    }

    #[test]
    fn intervals_read_like_speech() {
        assert_eq!(words("2025-03-03", "2025-03-03"), "3 March 2025");
        assert_eq!(words("2025-03-03", "2025-03-09"), "3 to 9 March 2025");
        assert_eq!(words("2025-02-01", "2025-02-28"), "February 2025");
        assert_eq!(words("2025-01-01", "2025-12-31"), "2025");
        assert_eq!(
            words("2025-02-26", "2025-03-04"),
            "26 February to 4 March 2025"
        );
    }

    #[test]
    fn first_and_last_share_their_month() {
        let days = Some((day("2025-03-03"), day("2025-03-06")));
        assert_eq!(first_last(days), "3 · 6 March");
        let months = Some((day("2025-02-28"), day("2025-03-06")));
        assert_eq!(first_last(months), "28 Feb · 6 Mar");
        let years = Some((day("2024-12-28"), day("2025-03-06")));
        assert_eq!(first_last(years), "28 Dec 2024 · 6 Mar 2025");
        assert_eq!(first_last(None), "no date");
    }
}
