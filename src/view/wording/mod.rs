//! Every sentence for people that is made from a value: one place, ready for translation.

mod acts;
mod amount;
mod claims;
mod compare;
mod dates;
mod files;
mod origin;
mod origins;
mod published;
mod quoted;
mod reach;
mod reasons;
mod removed;
mod saving;
mod skipped;
mod taking;
mod time;
mod watching;

pub use acts::{act, correcting_failed, done, listing_failed, redo, redone, undo, undone};
pub use amount::{amount, plural};
pub use claims::{
    attribution_line, certainty, certainty_course, certainty_verb, is_pronoun, source_kind,
};
pub use compare::{
    HEADLINE, HEADLINES_DIFFER, MOVED, ONE_HEADLINE, OTHERWISE, change, not_found, row_kind,
    row_why, times,
};
pub use dates::{ago, day, day_year, first_last, interval, month_year, published_why, weekday_day};
pub use files::{
    another_language, collection_name, no_such_path, opened_from, picked_nothing, reading_failed,
    stopped, stopped_adding, with_sample,
};
pub use origin::{NOTHING_BINDS, origin, origin_reason};
pub use origins::{NO_SOURCE_GIVEN, origin_line, same_text};
pub use published::published;
pub use quoted::{quotation, quoted, told};
pub use reach::{missing, previewed, reach};
pub use reasons::{entity_kind, grouping_why, mention_why, time_why};
pub use removed::removed;
pub use saving::{
    earlier_review_failed, file_error, not_saved, not_saved_as, not_while_beginning,
    not_while_reading, only_read, read_only, restored, review_not_opened, saved_as,
    saved_elsewhere, saved_in,
};
pub use skipped::skipped;
pub use taking::{NO_PICTURE, copied, not_written, writing, written};
pub use time::{time, time_left, unfixed};
pub use watching::{stirred, stirred_paths};

/// Words without a full stop as a sentence of their own: capital first, full stop last.
pub fn sentence(words: &str) -> String {
    let mut line = capitalised(words);
    if !line.is_empty() && !line.ends_with(['.', '!', '?', '…']) {
        line.push('.');
    }
    line
}

/// The same words with a capital first.
pub fn capitalised(words: &str) -> String {
    let mut chars = words.chars();
    chars.next().map_or_else(String::new, |first| {
        first.to_uppercase().chain(chars).collect()
    })
}

/// A number with its noun: "1 article", "12 articles".
pub fn count(number: usize, one: &str, many: &str) -> String {
    format!(
        "{} {}",
        thousands(number),
        if number == 1 { one } else { many }
    )
}

/// "6 articles".
pub fn articles(number: usize) -> String {
    count(number, "article", "articles")
}

/// "11 mentions".
pub fn mentions(number: usize) -> String {
    count(number, "mention", "mentions")
}

/// "2 origins".
pub fn origins(number: usize) -> String {
    count(number, "origin", "origins")
}

/// "23 claims".
pub fn claims(number: usize) -> String {
    count(number, "claim", "claims")
}

/// A number with thin groups of three: "12,400".
pub fn thousands(number: usize) -> String {
    let digits = number.to_string();
    let mut grouped = String::with_capacity(digits.len() + digits.len() / 3);
    for (position, digit) in digits.chars().enumerate() {
        if position > 0 && (digits.len() - position).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}

/// A number as people write it: "12,400", "2.5", "−3".
pub fn number(value: f64) -> String {
    let sign = if value < 0.0 { "−" } else { "" };
    let size = value.abs();
    if size >= 9e15 {
        return format!("{value}");
    }
    let whole = thousands(size.trunc() as usize);
    let written = size.to_string();
    let part = written.split_once('.').map_or("", |(_, part)| part);
    if part.is_empty() {
        format!("{sign}{whole}")
    } else {
        format!("{sign}{whole}.{part}")
    }
}

/// Several words as people list them: "a", "a and b", "a, b and c".
pub fn list<S: AsRef<str>>(words: &[S]) -> String {
    match words {
        [] => String::new(),
        [only] => only.as_ref().to_owned(),
        [first @ .., last] => {
            let first: Vec<&str> = first.iter().map(AsRef::as_ref).collect();
            format!("{} and {}", first.join(", "), last.as_ref())
        }
    }
}

/// The same, of a list that may be long: the first few, and how many more there are.
pub fn list_some<S: AsRef<str>>(words: &[S], most: usize) -> String {
    let more = words.len().saturating_sub(most);
    // In the room of "and one more" that one can stand itself.
    if more < 2 {
        return list(words);
    }
    let first: Vec<&str> = words.iter().take(most).map(AsRef::as_ref).collect();
    format!("{} and {} more", first.join(", "), thousands(more))
}

/// At most `length` characters of a text on one line, cut at a word, with "…" where it was cut.
pub fn shortened(text: &str, length: usize) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if line.chars().count() <= length {
        return line;
    }
    let cut: String = line.chars().take(length.saturating_sub(1)).collect();
    let at_word = cut.rfind(' ').and_then(|at| cut.get(..at)).unwrap_or(&cut);
    format!(
        "{}…",
        at_word.trim_end_matches([',', ';', ':', '.', '–', '-', '…', ' '])
    )
}

/// What an article is called when it has no title.
pub const UNTITLED: &str = "Without a title";

/// What an outlet is called when none is known.
pub const NO_OUTLET: &str = "unknown outlet";

/// What stands for a date when none is known.
pub const NO_DATE: &str = "no date";

/// The name of an outlet, or the words for none.
pub fn outlet(name: &str) -> &str {
    if name.is_empty() { NO_OUTLET } else { name }
}

#[cfg(test)]
mod tests {
    use super::{count, list, list_some, number, shortened, thousands};

    #[test]
    fn numbers_have_their_noun_and_groups_of_three() {
        assert_eq!(count(1, "article", "articles"), "1 article");
        assert_eq!(count(1_204, "article", "articles"), "1,204 articles");
        assert_eq!(thousands(1_234_567), "1,234,567");
        assert_eq!(thousands(12), "12");
        assert_eq!(number(-12_400.5), "−12,400.5");
    }

    #[test]
    fn lists_read_like_speech() {
        assert_eq!(list(&["a", "b", "c"]), "a, b and c");
        assert_eq!(list::<&str>(&[]), "");
        assert_eq!(list_some(&["a", "b", "c"], 2), "a, b and c");
        assert_eq!(list_some(&["a", "b", "c", "d"], 2), "a, b and 2 more");
    }

    #[test]
    fn a_text_is_shortened_at_a_word() {
        assert_eq!(shortened("one two  three", 20), "one two three");
        assert_eq!(shortened("one two, three", 11), "one two…");
        assert_eq!(shortened("one two… three", 11), "one two…");
        assert_eq!(shortened("éééééééé", 4), "ééé…");
    }
}
