//! The day of publication from the text itself, for an article that carries none.
//!
//! Two kinds of evidence, each shown with its words: a full date in a sentence that tells the past
//! or reports speech (an article is not older than what it tells, and news tells of days just gone),
//! and a weekday with day and month that fits only one year that the text names.

use chrono::{Datelike, NaiveDate};

use super::find_times;
use super::tense::{self, Tense};
use crate::language::{Parsed, Relation, Upos, is_read};
use crate::model::{Article, DateBasis, Evidence, Published, Span, TimeType};

/// Works out the day of publication from the text; `None` when the article has a date already or
/// the text does not tell enough, or not in English.
pub fn infer_published(article: &Article, parsed: &Parsed) -> Option<Published> {
    if article.published.value.is_some() || !is_read(article.language.as_deref()) {
        return None;
    }
    let text = article.text.as_str();
    let times = find_times(text, None, Some(parsed));
    let mut evidence: Vec<Evidence> = times
        .iter()
        .filter(|time| time.kind == TimeType::Date && time.value.len() == 10)
        .filter_map(|time| {
            let value: NaiveDate = time.value.parse().ok()?;
            let is_told = names_day(time.span.of(text))
                && tells_news(text, time.span)
                && hangs_on_news(parsed, time.span)
                && !lies_ahead(text, parsed, time.span);
            is_told.then(|| Evidence {
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

/// Whether the words name a day by themselves: "the following day" is only as good as what it is
/// counted from.
fn names_day(words: &str) -> bool {
    let names_month = words
        .split(|c: char| !c.is_alphabetic())
        .any(|word| super::words::month(&word.to_lowercase()).is_some());
    let groups = words
        .split(|c: char| !c.is_ascii_digit())
        .filter(|group| !group.is_empty())
        .count();
    groups > 2 || names_month && groups > 0
}

/// Whether a date says when something was done, not what a thing is: "said on March 6, 2024", but not
/// "bonds due Oct. 15, 1999", "his capture on March 26, 1996", "a law that passed on May 3, 2019".
fn hangs_on_news(parsed: &Parsed, span: Span) -> bool {
    let range = parsed.words_in(span);
    let head = range
        .clone()
        .filter_map(|index| parsed.word(index)?.head())
        .find(|head| !range.contains(head));
    head.and_then(|head| parsed.word(head)).is_some_and(|word| {
        matches!(word.upos, Upos::Verb | Upos::Aux) && word.relation != Relation::Acl
    })
}

/// Whether a date is told as something to come: by the tense of its clause, or as a limit.
fn lies_ahead(text: &str, parsed: &Parsed, span: Span) -> bool {
    let before = text.get(..span.start).unwrap_or_default();
    let last = before.split_whitespace().next_back().unwrap_or_default();
    matches!(last, "until" | "till" | "by")
        || tense::from_tree(parsed, text, span) == Some(Tense::Future)
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
    REPORTING.iter().any(|word| {
        sentence
            .match_indices(word)
            .any(|(at, _)| !is_background(sentence.get(..at).unwrap_or_default()))
    })
}

/// Whether the words before a verb put it before the news: "had announced", "had already said".
fn is_background(before: &str) -> bool {
    let mut words = before.rsplit(' ').map(|word| word.trim_matches(','));
    let last = words.next().unwrap_or_default();
    let is_had = |word: &str| matches!(word, "had" | "hadn't" | "hadn’t");
    is_had(last)
        || (last.ends_with("ly") || matches!(last, "already" | "also" | "first" | "not" | "been"))
            && words.next().is_some_and(is_had)
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

#[cfg(test)]
mod tests {
    use super::{names_day, tells_news};
    use crate::model::Span;

    #[test]
    fn what_had_been_said_before_is_no_news() {
        for (text, is_news) in [
            ("The board announced the plan on Dec. 2, 2024.", true),
            ("The board had announced the plan on Dec. 2, 2024.", false),
            ("The board had already announced it on Dec. 2, 2024.", false),
            ("She said on Dec. 2, 2024 that they had met.", true),
        ] {
            let start = text.find("Dec.").unwrap();
            let span = Span::new(start, start + 12);
            assert_eq!(tells_news(text, span), is_news, "{text}");
        }
    }

    #[test]
    fn a_day_is_named_by_its_date() {
        assert!(names_day("Dec. 2, 2024"));
        assert!(names_day("2024-12-02"));
        assert!(!names_day("the following day"));
        assert!(!names_day("2 days later"));
    }
}
