//! The People and places screen: everyone and everything named.

mod detail;

pub use detail::{Companion, PersonDetail, detail};

use super::wording;
use crate::model::{ArticleId, Entity, EntityId, EntityKind, Interval, Span};
use crate::review::Review;

/// What the People and places screen shows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PeopleState {
    /// Only this kind.
    pub kind: Option<EntityKind>,
    /// Only names with these words.
    pub query: String,
    /// Only names that an article of these days gives, and only their mentions there.
    pub days: Option<Interval>,
}

/// One row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PersonRow {
    /// Who or what.
    pub id: EntityId,
    /// Fullest name.
    pub name: String,
    /// What it is.
    pub kind: EntityKind,
    /// "also “Lie”"; empty for no other name.
    pub also: String,
    /// Mentions.
    pub mentions: usize,
    /// Articles that name it.
    pub articles: usize,
    /// Articles that name it, by their place in the list of articles, with how often.
    pub by_article: Vec<(usize, usize)>,
}

/// The rows that the filters let through, most often named first.
pub fn rows(review: &Review, state: &PeopleState) -> Vec<PersonRow> {
    let query = state.query.to_lowercase();
    let mut rows: Vec<PersonRow> = review
        .analysis()
        .entities
        .iter()
        .filter(|entity| state.kind.is_none_or(|kind| kind == entity.kind))
        .filter(|entity| {
            query.is_empty()
                || entity.name.to_lowercase().contains(&query)
                || entity
                    .aliases
                    .iter()
                    .any(|a| a.to_lowercase().contains(&query))
        })
        .map(|entity| row(review, entity, state.days))
        .filter(|row| row.mentions > 0)
        .collect();
    rows.sort_by(|a, b| (b.articles, b.mentions, &a.name).cmp(&(a.articles, a.mentions, &b.name)));
    rows
}

fn row(review: &Review, entity: &Entity, days: Option<Interval>) -> PersonRow {
    let mut by_article: Vec<(usize, usize)> = Vec::new();
    let places = review.index().mentions_of.get(entity.id.0 as usize);
    for place in places.into_iter().flatten() {
        let is_within = review
            .documents()
            .get(place.article)
            .is_some_and(|document| super::is_within(&document.article, days));
        let listed = review.index().place_of.get(place.article).copied();
        let listed = listed.unwrap_or(place.article);
        // Mentions come in the order of that list.
        match by_article.last_mut() {
            _ if !is_within => {}
            Some((article, count)) if *article == listed => *count += 1,
            _ => by_article.push((listed, 1)),
        }
    }
    PersonRow {
        id: entity.id,
        name: entity.name.clone(),
        kind: entity.kind,
        also: also(entity),
        mentions: by_article.iter().map(|(_, count)| count).sum(),
        articles: by_article.len(),
        by_article,
    }
}

/// "also “Lie”, “the spokesman”".
fn also(entity: &Entity) -> String {
    const SHOWN: usize = 4;
    // The same name in capitals is no other name.
    let name = entity.name.to_lowercase();
    let others = entity.aliases.iter();
    let others: Vec<&String> = others
        .filter(|alias| alias.to_lowercase() != name)
        .collect();
    if others.is_empty() {
        return String::new();
    }
    let quoted: Vec<String> = others
        .iter()
        .take(SHOWN)
        .map(|alias| format!("“{}”", wording::shortened(alias, 40)))
        .collect();
    let more = others.len().saturating_sub(SHOWN);
    if more > 0 {
        format!("also {} and {more} more", quoted.join(", "))
    } else {
        format!("also {}", quoted.join(", "))
    }
}

/// "also “Lie” · 11 mentions in 5 articles".
pub fn facts(review: &Review, entity: &Entity) -> String {
    let row = row(review, entity, None);
    let counts = format!(
        "{} in {}",
        wording::mentions(row.mentions),
        wording::articles(row.articles)
    );
    if row.also.is_empty() {
        counts
    } else {
        format!("{} · {counts}", row.also)
    }
}

/// Every place that names someone, by article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Places {
    /// Its name.
    pub name: String,
    /// What it is.
    pub kind: EntityKind,
    /// "also “Lie” · 11 mentions in 5 articles".
    pub facts: String,
    /// Whether it is known why its names were taken for one.
    pub has_reasons: bool,
    /// For each article that names it: heading and places.
    pub articles: Vec<(ArticleId, String, Vec<PlaceLine>)>,
}

/// One place that names someone, with the words around it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlaceLine {
    /// Where.
    pub span: Span,
    /// Words before, the name as written, words after.
    pub words: [String; 3],
}

/// How many bytes around a mention are looked at for its words.
const AROUND: usize = 60;

/// Every place that names `id`.
pub fn places(review: &Review, id: EntityId) -> Option<Places> {
    let entity = review.analysis().entity(id)?;
    let mut articles: Vec<(ArticleId, String, Vec<PlaceLine>)> = Vec::new();
    for place in review.index().mentions_of.get(id.0 as usize)? {
        let document = review.documents().get(place.article)?;
        let findings = review.analysis().articles.get(place.article)?;
        let mention = findings.mentions.get(place.mention)?;
        let line = PlaceLine {
            span: mention.span,
            words: words_around(&document.article.text, mention.span),
        };
        match articles.last_mut() {
            Some((last, _, lines)) if *last == findings.article => lines.push(line),
            _ => articles.push((
                findings.article.clone(),
                super::labels::outlet_day(review, &findings.article),
                vec![line],
            )),
        }
    }
    Some(Places {
        name: entity.name.clone(),
        kind: entity.kind,
        facts: facts(review, entity),
        has_reasons: !entity.why.is_empty(),
        articles,
    })
}

/// The words before a span, of it, and after it, on one line.
pub fn words_around(text: &str, span: Span) -> [String; 3] {
    let start = text.floor_char_boundary(span.start.saturating_sub(AROUND));
    let end = text.ceil_char_boundary(span.end.saturating_add(AROUND).min(text.len()));
    let before = Span::new(start, span.start).of(text);
    let after = Span::new(span.end, end).of(text);
    // A word that was cut in two is left out.
    let before = if start == 0 {
        before
    } else {
        before
            .split_once(char::is_whitespace)
            .map_or("", |(_, rest)| rest)
    };
    let after = if end == text.len() {
        after
    } else {
        after
            .rsplit_once(char::is_whitespace)
            .map_or("", |(rest, _)| rest)
    };
    let before = before.rsplit('\n').next().unwrap_or("");
    let after = after.split('\n').next().unwrap_or("");
    [
        before.to_owned(),
        span.of(text).to_owned(),
        after.to_owned(),
    ]
}

#[cfg(test)]
mod tests {
    use super::words_around;
    use crate::model::Span;

    #[test]
    fn words_around_a_mention_are_whole_and_of_its_paragraph() {
        let text = "First paragraph.\n\nThen Jonas Lie spoke.";
        let span = Span::new(23, 32);
        assert_eq!(words_around(text, span), ["Then ", "Jonas Lie", " spoke."]);
    }
}
