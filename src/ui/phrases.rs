//! Sentences of the window with something in them: counts, names, days. The fixed words stand in
//! [`super::words`], the sentences that other rooms say too in [`crate::view::wording`]. Draws nothing.

use std::fmt::Display;
use std::time::Duration;

use chrono::NaiveDate;

use crate::model::Interval;
use crate::view::claims::ClaimRow;
use crate::view::people::PersonRow;
use crate::view::wording::{self, count, shortened, thousands};

// Things that are counted.

pub(super) fn packages(many: usize) -> String {
    count(many, "package", "packages")
}

pub(super) fn origins(many: usize) -> String {
    count(many, "origin", "origins")
}

pub(super) fn wordings(many: usize) -> String {
    count(many, "wording", "wordings")
}

pub(super) fn outlets(many: usize) -> String {
    count(many, "outlet", "outlets")
}

pub(super) fn passages(many: usize) -> String {
    count(many, "passage", "passages")
}

pub(super) fn sentences(many: usize) -> String {
    count(many, "sentence", "sentences")
}

pub(super) fn stories(many: usize) -> String {
    count(many, "story", "stories")
}

pub(super) fn names(many: usize) -> String {
    count(many, "name", "names")
}

pub(super) fn tellings(many: usize) -> String {
    count(many, "telling", "tellings")
}

pub(super) fn passages_left_out(many: usize) -> String {
    count(
        many,
        "passage of the file was left out",
        "passages of the file were left out",
    )
}

pub(super) fn and_more(many: usize) -> String {
    format!("and {} more", thousands(many))
}

pub(super) fn and_more_articles(many: usize) -> String {
    format!("and {} more", wording::articles(many))
}

pub(super) fn in_articles(many: usize) -> String {
    format!("in {}", wording::articles(many))
}

// The bars at top and foot.

pub(super) fn could_not_be_read(files: usize) -> String {
    format!("{} could not be read:", thousands(files))
}

pub(super) fn in_stories(articles: &str, many: usize) -> String {
    format!("{articles}, {}", stories(many))
}

pub(super) fn shared_of(claims: &str, shared: usize) -> String {
    format!(
        "{claims}, {} told by two or more articles",
        thousands(shared)
    )
}

pub(super) fn without_a_date(articles: usize) -> String {
    format!("{} without a date", thousands(articles))
}

pub(super) fn reading(done: usize, total: usize) -> String {
    let [done, total] = [done, total].map(thousands);
    format!("Reading {done} of {total}…")
}

pub(super) fn finding(done: usize, total: usize, left: Option<Duration>) -> String {
    let left = left.map_or_else(String::new, |left| format!(" {}", wording::time_left(left)));
    let [done, total] = [done, total].map(thousands);
    format!("Finding who says what, {done} of {total}…{left}")
}

// The first screen, questions, lists.

pub(super) fn left_aside(files: usize) -> String {
    let files = count(files, "file was", "files were");
    format!("{files} left aside, each for a reason you can look at.")
}

pub(super) fn read_together(dropped: &str, open: &str) -> String {
    format!("Read “{dropped}” together with “{open}”?")
}

pub(super) fn files_not_read(many: usize) -> String {
    format!("{} could not be read", count(many, "file", "files"))
}

pub(super) fn unfound(many: usize) -> String {
    let changes = count(many, "change finds", "changes find");
    format!(
        "{changes} nothing to change in the articles as they are now. They are kept, and stand \
         again when what they name comes back."
    )
}

pub(super) fn your_note(note: &str) -> String {
    format!("Your note: {note}")
}

pub(super) fn engine(version: impl Display, model: impl Display) -> String {
    format!("engine {version} · language model {model}")
}

pub(super) fn made_of(packages: &str) -> String {
    format!("Made of these parts and {packages}")
}

pub(super) fn next_page(title: &str) -> String {
    format!("Next: {title}")
}

pub(super) fn step(of: usize, all: usize) -> String {
    format!("{of} of {all}")
}

pub(super) fn only(days: Interval) -> String {
    format!("Only {}", wording::interval(days))
}

// Search.

pub(super) fn found(hits: usize, articles: usize, total: usize) -> String {
    let places = count(hits, "place", "places");
    let line = format!("{places} {}", in_articles(articles));
    if total > articles {
        let all = wording::articles(total);
        format!("{line}; the best of {all} with these words")
    } else {
        line
    }
}

pub(super) fn beside(kind: &str) -> String {
    format!("beside: {}", kind.to_lowercase())
}

pub(super) fn naming(name: &str) -> String {
    format!("naming {}", shortened(name, 24))
}

pub(super) fn more_in_this_article(many: usize) -> String {
    format!("and {} more in this article", thousands(many))
}

// Read.

pub(super) fn open_claim(words: &str) -> String {
    format!("{}\nOpen this claim", wording::quotation(words))
}

pub(super) fn show_passage(words: &str) -> String {
    format!("Show “{}”", shortened(words, 40))
}

/// "Not a date", "Not an amount".
pub(super) fn not_a(noun: &str) -> String {
    let starts_open = noun.starts_with(['a', 'e', 'i', 'o', 'u']);
    let article = if starts_open { "an" } else { "a" };
    format!("Not {article} {noun}")
}

// Claims.

pub(super) fn independent_origins(many: usize) -> String {
    format!("{} independent origins", thousands(many))
}

pub(super) fn fewer_articles(outlets: &str) -> String {
    format!("{outlets} with fewer articles not shown here")
}

pub(super) fn fewer_claims(articles: usize) -> String {
    let articles = wording::articles(articles);
    format!("{articles} with fewer of these claims not shown here; choose a story to see its own")
}

pub(super) fn in_order_of_telling(wordings: &str) -> String {
    format!("{wordings}, in order of telling")
}

pub(super) fn more_told_later(many: usize) -> String {
    let more = thousands(many);
    format!("and {more} more, told later. “Copy” and “Save what was found…” have them all.")
}

/// A row of the table for a screen reader.
pub(super) fn claim_row(row: &ClaimRow, days: &str, course: &str) -> String {
    let (statement, origins) = (&row.statement, wording::origins(row.origins));
    let articles = in_articles(row.articles);
    format!("{statement}, {articles}, {origins}, {days}, {course}")
}

// Timeline.

pub(super) fn calendar(first: NaiveDate, last: NaiveDate) -> String {
    let (first, last) = (wording::day_year(first), wording::day_year(last));
    format!(
        "Calendar from {first} to {last}. Arrows move, plus and minus zoom, Home shows everything."
    )
}

pub(super) fn lane(label: &str, tellings: &str) -> String {
    format!("{label}\n{tellings} · open this claim")
}

pub(super) fn mentions_of_claims(mentions: usize, claims: usize) -> String {
    let (mentions, claims) = (wording::mentions(mentions), wording::claims(claims));
    format!("{mentions} of {claims}")
}

pub(super) fn undated_at_the_right(many: usize) -> String {
    format!("{} without a date, at the right", thousands(many))
}

pub(super) fn undated_in_no_bar(many: usize) -> String {
    format!("{} without a date, not in any bar", thousands(many))
}

pub(super) fn of_a_longer_time(many: usize) -> String {
    format!(
        "{} of a longer time, counted where it begins",
        thousands(many)
    )
}

pub(super) fn single_not_shown(many: usize) -> String {
    let claims = wording::claims(many);
    format!("{claims} told by one article only, not shown")
}

pub(super) fn more_not_shown(many: usize) -> String {
    format!("{} more are not shown", wording::claims(many))
}

// Compare.

pub(super) fn the_same(many: usize) -> String {
    format!("{} the same", sentences(many))
}

pub(super) fn to_show(words: &str) -> String {
    format!("{words}, show")
}

pub(super) fn same_or_reworded(passages: &str) -> String {
    format!("{passages} the same or reworded")
}

pub(super) fn no_outlet(path: &str) -> String {
    format!("{}, file {path}", wording::NO_OUTLET)
}

pub(super) fn not_compared(reason: &str) -> String {
    format!(
        "These two could not be compared: {reason}. Choose another article above, or try again."
    )
}

// People and places.

/// "12 mentions in 4 articles".
pub(super) fn named(row: &PersonRow) -> String {
    format!(
        "{} {}",
        wording::mentions(row.mentions),
        in_articles(row.articles)
    )
}

pub(super) fn more_articles_name(many: usize) -> String {
    format!("{}: “Next mention” goes on", and_more_articles(many))
}

// Cards.

pub(super) fn correct(name: &str) -> String {
    format!("Correct “{name}”")
}

pub(super) fn alone(words: &str) -> String {
    format!("“{words}” alone")
}

pub(super) fn seen_as(words: &str) -> String {
    format!("Seen as “{words}”")
}

pub(super) fn rest_on(wordings: usize, origin: &str) -> String {
    let rest = count(wordings, "wording rests", "wordings rest");
    format!("{rest} on “{}”.", shortened(origin, 60))
}

/// A command that has nothing to work on yet.
pub(super) fn not_now(command: &str) -> String {
    format!("There is nothing for “{command}” to work on yet.")
}

pub(super) fn one_origin_with(name: &str) -> String {
    format!("One origin with “{name}”")
}
