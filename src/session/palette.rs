//! The palette: every command, article, name and claim, by typing.

use super::{Action, Session};
use crate::model::{ArticleId, ClaimId, EntityId};
use crate::view::{read, wording};

/// What choosing a row does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target {
    /// Run a command.
    Act(Action),
    /// Read an article.
    Article(ArticleId),
    /// See all mentions of a name.
    Entity(EntityId),
    /// Open a claim.
    Claim(ClaimId),
}

/// One row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// What it does.
    pub target: Target,
    /// Its words.
    pub text: String,
    /// What kind of thing it is, or its facts.
    pub facts: String,
}

/// The most rows that are shown.
const ROWS_MAX: usize = 12;

/// The rows that match what was typed, best first.
pub fn items(session: &Session, query: &str) -> Vec<Item> {
    let query = query.trim().to_lowercase();
    let mut scored: Vec<(u32, usize, Item)> = Vec::new();
    let mut offer = |item: Item| {
        if let Some(score) = score(&item.text, &query) {
            let order = scored.len();
            scored.push((score, order, item));
        }
    };
    for action in Action::ALL {
        if action.is_enabled(session) && action != Action::Palette {
            offer(Item {
                target: Target::Act(action),
                text: action.text().to_owned(),
                facts: String::new(),
            });
        }
    }
    if let Some(review) = &session.review
        && !query.is_empty()
    {
        for document in review.documents() {
            let id = &document.article.id;
            offer(Item {
                target: Target::Article(id.clone()),
                text: read::title(review, id),
                facts: format!("article · {}", read::outlet_day(review, id)),
            });
        }
        for entity in &review.analysis().entities {
            offer(Item {
                target: Target::Entity(entity.id),
                text: entity.name.clone(),
                facts: wording::entity_kind(entity.kind).to_owned(),
            });
        }
        for claim in &review.analysis().claims {
            offer(Item {
                target: Target::Claim(claim.id),
                text: wording::shortened(review.statement(claim), 90),
                facts: format!("claim · in {}", wording::articles(claim.articles().len())),
            });
        }
    }
    scored.sort_by_key(|(score, order, _)| (*score, *order));
    scored
        .into_iter()
        .take(ROWS_MAX)
        .map(|(.., item)| item)
        .collect()
}

/// How well a text matches: 0 for its beginning, 1 for the beginning of a word, 2 for anywhere;
/// every word of the query must be found.
fn score(text: &str, query: &str) -> Option<u32> {
    if query.is_empty() {
        return Some(0);
    }
    let text = text.to_lowercase();
    let mut worst = 0;
    for word in query.split_whitespace() {
        let found = if text.starts_with(word) {
            0
        } else if text
            .split(|c: char| !c.is_alphanumeric())
            .any(|other| other.starts_with(word))
        {
            1
        } else if text.contains(word) {
            2
        } else {
            return None;
        };
        worst = worst.max(found);
    }
    Some(worst)
}

#[cfg(test)]
mod tests {
    use super::score;

    #[test]
    fn the_beginning_of_a_word_comes_before_its_middle() {
        assert_eq!(score("Graham Wexley", "gra"), Some(0));
        assert_eq!(score("Graham Wexley", "wex"), Some(1));
        assert_eq!(score("Graham Wexley", "ley"), Some(2));
        assert_eq!(score("Graham Wexley", "wex oak"), None);
    }
}
