//! Who is quoted in a collection: every source with how it is given, how often, and where.

use std::collections::BTreeMap;

use super::wording;
use crate::compare::names_used::is_pronoun;
use crate::model::{ArticleFindings, Attribution, EntityId, SourceKind};
use crate::review::Review;

/// One source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SourceRow {
    /// Its name, or the words that describe it where it has none.
    pub name: String,
    /// How it is given.
    pub kind: SourceKind,
    /// How often it is quoted or cited.
    pub sayings: usize,
    /// Positions of the articles that do so, in the order of the collection.
    pub articles: Vec<usize>,
}

/// What two sayings must share to be of one source: what the words name, or else the words.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Key {
    Entity(EntityId),
    Words(String),
}

/// Every source of the collection, those of most articles first. A pronoun that names nobody, and a
/// saying that gives no source, are left out.
pub fn rows(review: &Review) -> Vec<SourceRow> {
    let mut found: BTreeMap<Key, SourceRow> = BTreeMap::new();
    for (position, findings) in review.analysis().articles.iter().enumerate() {
        for attribution in &findings.attributions {
            let Some((key, name)) = source(review, findings, attribution) else {
                continue;
            };
            let row = found.entry(key).or_insert_with(|| SourceRow {
                name,
                kind: attribution.source_kind,
                sayings: 0,
                articles: Vec::new(),
            });
            row.sayings += 1;
            if row.articles.last() != Some(&position) {
                row.articles.push(position);
            }
        }
    }
    let mut rows: Vec<SourceRow> = found.into_values().collect();
    rows.sort_by(|a, b| {
        (b.articles.len(), b.sayings, &a.name).cmp(&(a.articles.len(), a.sayings, &b.name))
    });
    rows
}

fn source(
    review: &Review,
    findings: &ArticleFindings,
    attribution: &Attribution,
) -> Option<(Key, String)> {
    if let Some(id) = attribution.entity
        && let Some(entity) = review.analysis().entity(id)
        && attribution.source_kind != SourceKind::Anonymous
    {
        return Some((Key::Entity(id), entity.name.clone()));
    }
    let words = review.words(&findings.article, attribution.source?);
    let name = wording::shortened(words, 100);
    if name.is_empty() || is_pronoun(&name) {
        return None;
    }
    Some((Key::Words(name.to_lowercase()), name))
}
