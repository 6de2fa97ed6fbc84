//! What articles and those who published them are called, in full and where there is little room.

use super::wording;
use crate::model::{Article, ArticleId};
use crate::review::{Review, known_as};

/// An article's headline; its opening words when it has none.
pub fn title(review: &Review, id: &ArticleId) -> String {
    review.document(id).map_or_else(
        || wording::UNTITLED.to_owned(),
        |document| {
            let has_title = document.article.title.is_some();
            let longest = if has_title { TITLE_MAX } else { OPENING_MAX };
            wording::shortened(known_as(&document.article), longest)
        },
    )
}

/// The longest headline that is shown whole, in characters.
const TITLE_MAX: usize = 200;

/// How much of its beginning stands for the headline of an article that has none.
const OPENING_MAX: usize = 72;

/// How much of its headline or beginning stands for the outlet of an article that names none.
const NAMED_MAX: usize = 36;

/// Outlet and day: "Northern Wire · 3 March". An article without an outlet is named by its opening.
pub fn outlet_day(review: &Review, id: &ArticleId) -> String {
    outlet_day_within(review, id, NAMED_MAX)
}

/// Outlet and day, where an opening that stands for the outlet has at most `longest` characters.
pub fn outlet_day_within(review: &Review, id: &ArticleId, longest: usize) -> String {
    review.document(id).map_or_else(String::new, |document| {
        let article = &document.article;
        let outlet = article.outlet.as_deref().map_or_else(
            || format!("“{}”", opening(review, article, longest.min(NAMED_MAX))),
            str::to_owned,
        );
        format!("{outlet} · {}", published(article))
    })
}

/// Outlet, day and headline; without an outlet, headline and day.
pub fn outlet_day_title(review: &Review, id: &ArticleId) -> String {
    let title = title(review, id);
    match review.document(id).map(|document| &document.article) {
        Some(article) if article.outlet.is_none() => format!("“{title}” · {}", published(article)),
        _ => format!("{} · {title}", outlet_day(review, id)),
    }
}

/// The day of an article, or the words for none.
pub fn published(article: &Article) -> String {
    let day = article.published.value;
    day.map_or_else(|| wording::NO_DATE.to_owned(), wording::day)
}

/// How an article without an outlet begins, told apart from the others where these are few.
fn opening(review: &Review, article: &Article, longest: usize) -> String {
    let index = review.index();
    let own = known_as(article);
    let stands_for = index
        .position(&article.id)
        .and_then(|at| index.outlet_of.get(at))
        .filter(|at| index.outlets.get(**at).is_some_and(|name| name == own));
    match stands_for {
        Some(at) => outlet(review, *at, longest),
        None => wording::shortened(own, longest),
    }
}

/// The name of an outlet, by its position, in at most `longest` characters; where the name of another
/// would look the same, what tells the two apart.
pub fn outlet(review: &Review, at: usize, longest: usize) -> String {
    let names = &review.index().outlets;
    let name = wording::outlet(names.get(at).map_or("", String::as_str));
    let short = wording::shortened(name, longest);
    let Some(kept) = short.strip_suffix('…') else {
        return short;
    };
    let rivals = names
        .iter()
        .enumerate()
        .filter(|(other, words)| *other != at && words.starts_with(kept));
    let alike = rivals.map(|(_, words)| words_alike(name, words)).max();
    // What only ends sooner than its rival has nothing that tells it apart.
    let rest: Vec<&str> = name.split_whitespace().skip(alike.unwrap_or(0)).collect();
    if alike.is_none() || rest.is_empty() {
        return short;
    }
    let rest = wording::shortened(&rest.join(" "), longest.saturating_sub(1));
    format!("…{rest}")
}

/// How many words two names begin with alike.
fn words_alike(name: &str, other: &str) -> usize {
    let words = name.split_whitespace().zip(other.split_whitespace());
    words.take_while(|(a, b)| a == b).count()
}

/// Who published an article, in which part of the paper, who wrote it and whose text it is, as far as
/// that is known.
pub fn provenance(article: &Article) -> Vec<String> {
    let outlet = article.outlet.as_deref().unwrap_or(wording::NO_OUTLET);
    let mut facts = vec![outlet.to_owned()];
    let section = article.section.as_deref();
    facts.extend(section.map(wording::capitalised));
    facts.extend(article.byline.clone());
    let agency = article.agency.as_ref();
    facts.extend(agency.map(|agency| format!("text of {agency}")));
    facts
}

#[cfg(test)]
mod tests {
    use super::super::wording;
    use super::{outlet, outlet_day, provenance};
    use crate::corpus::testing::document;
    use crate::model::Article;
    use crate::pipeline::Collection;
    use crate::review::Review;

    #[test]
    fn outlet_part_of_the_paper_author_and_agency_stand_in_this_order() {
        let mut article = Article::plain("a", "Words.");
        assert_eq!(provenance(&article), [wording::NO_OUTLET]);
        article.outlet = Some("Upland Radio".to_owned());
        article.section = Some("opinion".to_owned());
        article.byline = Some("Clara Wexley".to_owned());
        article.agency = Some("Northern Wire".to_owned());
        assert_eq!(
            provenance(&article).join(" · "),
            "Upland Radio · Opinion · Clara Wexley · text of Northern Wire"
        );
    }

    #[test]
    fn articles_that_begin_alike_are_told_apart_where_there_is_little_room() {
        let texts = [
            "The government has issued a warning to its neighbour over the dam.",
            "The government has issued a statement on the dam that broke.",
            "Water fell.",
        ];
        let documents = texts.iter().enumerate();
        let documents: Vec<_> = documents
            .map(|(at, text)| document(&at.to_string(), text))
            .collect();
        let ids: Vec<_> = documents.iter().map(|d| d.article.id.clone()).collect();
        let collection = Collection {
            documents,
            ..Collection::default()
        };
        let review = Review::of(String::new(), Vec::new(), collection);
        let names = [0, 1, 2].map(|at| outlet(&review, at, 30));
        assert_eq!(
            names,
            [
                "…warning to its neighbour…",
                "…statement on the dam that…",
                "Water fell."
            ]
        );
        let wide = outlet_day(&review, &ids[0]);
        assert_eq!(wide, "“…warning to its neighbour over the…” · no date");
    }
}
