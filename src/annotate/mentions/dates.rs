//! Dates as names: the part of a time expression that names its place in the calendar ("Oct. 25",
//! "Friday", "2019", "1990s"), without what points to it ("last", "early", "the end of").

use crate::annotate::times::names_calendar_cell;
use crate::model::{Span, TimeExpression, TimeType};

/// The calendar name in a time expression; `None` for one that only points ("last week", "now",
/// "15 years ago").
pub(super) fn named(text: &str, time: &TimeExpression) -> Option<Span> {
    let is_clock = match time.kind {
        TimeType::Date => false,
        TimeType::Time => true,
        TimeType::Duration | TimeType::Set => return None,
    };
    let words = words(text, time.span);
    let of = |span: &Span| span.of(text);
    if words
        .iter()
        .any(|word| matches!(of(word), "ago" | "century" | "centuries"))
    {
        return None;
    }
    let is_cell = |span: &Span| {
        let word = of(span).trim_end_matches('.');
        word.starts_with(char::is_uppercase)
            && word
                .split(['-', '/'])
                .any(|part| names_calendar_cell(part.trim_end_matches('.')))
    };
    let has_digit = |span: &Span| of(span).contains(|c: char| c.is_ascii_digit());
    let cell = words.iter().position(is_cell);
    let is_part = |index: usize| {
        let Some(word) = words.get(index) else {
            return false;
        };
        if is_cell(word) {
            return true;
        }
        // Beside a clock time only the day and the year belong to the calendar.
        let near = cell.is_some_and(|cell| index.abs_diff(cell) <= 2);
        has_digit(word)
            && (!is_clock || (near && of(word).bytes().all(|byte| byte.is_ascii_digit())))
    };
    let first = (0..words.len()).find(|&index| is_part(index))?;
    let last = (first..words.len()).rfind(|&index| is_part(index))?;
    if is_clock && cell.is_none() {
        return None;
    }
    let span = words.get(first)?.hull(*words.get(last)?);
    let bare = of(&span);
    let prefix = ["mid-", "Mid-", "pre-", "post-"]
        .iter()
        .find(|prefix| bare.starts_with(**prefix))
        .map_or(0, |prefix| prefix.len());
    Some(Span::new(span.start + prefix, span.end))
}

/// The words of a span: cut at white space, bare of commas and brackets at their edges.
fn words(text: &str, span: Span) -> Vec<Span> {
    let mut found = Vec::new();
    let mut start = span.start;
    for word in span.of(text).split(char::is_whitespace) {
        let end = start + word.len();
        let inner = word.trim_matches(|c: char| matches!(c, ',' | '(' | ')' | '“' | '”' | '"'));
        let skipped = word.len()
            - word
                .trim_start_matches([',', '(', ')', '“', '”', '"'])
                .len();
        if !inner.is_empty() {
            found.push(Span::new(start + skipped, start + skipped + inner.len()));
        }
        start = end
            + text
                .get(end..)
                .and_then(|rest| rest.chars().next())
                .map_or(0, char::len_utf8);
    }
    found
}

#[cfg(test)]
mod tests {
    use super::named;
    use crate::annotate::find_times;

    fn dates(text: &str) -> Vec<&str> {
        let published = "2024-11-05".parse().ok();
        find_times(text, published, None)
            .iter()
            .filter_map(|time| named(text, time))
            .map(|span| span.of(text))
            .collect()
    }

    #[test]
    fn what_points_to_a_date_is_no_part_of_its_name() {
        assert_eq!(dates("It fell in early June."), ["June"]);
        assert_eq!(dates("It fell last Friday."), ["Friday"]);
        assert_eq!(dates("It fell on Oct. 25, 2019."), ["Oct. 25, 2019"]);
        assert_eq!(dates("It fell on Sunday evening."), ["Sunday"]);
        assert!(dates("It fell last week, 15 years ago.").is_empty());
    }
}
