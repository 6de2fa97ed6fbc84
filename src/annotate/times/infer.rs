//! The day of publication from the text itself, for an article that carries none.
//!
//! Two kinds of evidence, each shown with its words: a full date in a sentence that tells the past
//! or reports speech (an article is not older than what it tells, and news tells of days just gone),
//! and a weekday with day and month that fits only one year that the text names.

use chrono::{Datelike, NaiveDate};

use super::find_times;
use crate::language::Parsed;
use crate::model::{Article, DateBasis, Evidence, Published, Span, TimeType};

/// Works out the day of publication from the text; `None` when the article has a date already or
/// the text does not tell enough.
pub fn infer_published(article: &Article, parsed: &Parsed) -> Option<Published> {
    if article.published.value.is_some() {
        return None;
    }
    let text = article.text.as_str();
    let times = find_times(text, None, Some(parsed));
    let mut evidence: Vec<Evidence> = times
        .iter()
        .filter(|time| time.kind == TimeType::Date && time.value.len() == 10)
        .filter_map(|time| {
            let value: NaiveDate = time.value.parse().ok()?;
            tells_news(text, time.span).then(|| Evidence {
                basis: DateBasis::Text,
                words: sentence_around(text, time.span).to_owned(),
                value,
            })
        })
        .collect();
    evidence.extend(weekday_years(
        text,
        &times
            .iter()
            .map(|t| (t.span, t.value.as_str()))
            .collect::<Vec<_>>(),
    ));
    evidence.sort_by_key(|item| std::cmp::Reverse(item.value));
    // A year told anywhere that is later than the latest day says that the text is younger.
    let latest_year = times
        .iter()
        .filter_map(|t| t.value.get(..4)?.parse::<i32>().ok())
        .max();
    let best = evidence.first()?;
    if latest_year.is_some_and(|year| year > best.value.year() + 1) {
        return None;
    }
    Some(Published {
        value: Some(best.value),
        basis: DateBasis::Text,
        evidence,
    })
}

/// Whether the sentence around a date tells what has just happened.
fn tells_news(text: &str, span: Span) -> bool {
    const REPORTING: [&str; 14] = [
        " said",
        " told",
        " announced",
        " reported",
        " stated",
        " according to",
        " spoke",
        " met",
        " warned",
        " confirmed",
        " published",
        " launched",
        " attacked",
        " killed",
    ];
    let sentence = sentence_around(text, span).to_lowercase();
    REPORTING.iter().any(|word| sentence.contains(word))
}

fn sentence_around(text: &str, span: Span) -> &str {
    let before = text.get(..span.start).unwrap_or_default();
    let start = before.rfind(['\n', '!', '?']).map_or(0, |at| at + 1);
    let start = before.rfind(". ").map_or(start, |at| start.max(at + 2));
    let after = text.get(span.end..).unwrap_or_default();
    let end = after.find(['\n', '!', '?']).unwrap_or(after.len());
    let end = after.find(". ").map_or(end, |at| end.min(at + 1));
    text.get(start..span.end + end).unwrap_or_default().trim()
}

/// "Tuesday, Nov. 5" beside a year that the text names and in which that day is a Tuesday.
fn weekday_years(text: &str, times: &[(Span, &str)]) -> Vec<Evidence> {
    let mut years: Vec<i32> = times
        .iter()
        .filter_map(|(_, value)| value.get(..4)?.parse().ok())
        .collect();
    years.sort_unstable();
    years.dedup();
    let mut found = Vec::new();
    for (span, value) in times {
        let Some((month, day)) = value
            .strip_prefix("XXXX-")
            .and_then(|rest| rest.split_once('-'))
        else {
            continue;
        };
        let (Ok(month), Ok(day)) = (month.parse(), day.parse()) else {
            continue;
        };
        let Some((weekday, _)) = span
            .of(text)
            .split([',', ' '])
            .next()
            .and_then(|w| super::words::weekday(&w.to_lowercase()))
        else {
            continue;
        };
        let fitting: Vec<NaiveDate> = years
            .iter()
            .filter_map(|year| NaiveDate::from_ymd_opt(*year, month, day))
            .filter(|date| date.weekday() == weekday)
            .collect();
        if let [only] = fitting.as_slice() {
            found.push(Evidence {
                basis: DateBasis::Text,
                words: span.of(text).to_owned(),
                value: *only,
            });
        }
    }
    found
}
