//! From what is on screen to names by content: what a correction or a note is about.

use super::{ClaimRef, EntityRef, Field, Quote};
use crate::corpus::Document;
use crate::model::{Analysis, ClaimId, ClaimMention, EntityId};

/// How many of a claim's wordings name it: enough to find it when some are gone.
const WORDINGS_MAX: usize = 4;

impl EntityRef {
    /// Names an entity by its name, its kind, and its first mention in the collection.
    pub fn of(documents: &[Document], analysis: &Analysis, id: EntityId) -> Option<Self> {
        let entity = analysis.entity(id)?;
        let is_it = |mention: &&crate::model::Mention| mention.entity == Some(id);
        let at = documents
            .iter()
            .zip(&analysis.articles)
            .find_map(|(document, findings)| {
                let article = &document.article;
                let in_text = findings.mentions.iter().find(is_it);
                let in_title = || findings.title_mentions.iter().find(is_it);
                match in_text {
                    Some(mention) => Quote::of(article, Field::Text, mention.span),
                    None => Quote::of(article, Field::Title, in_title()?.span),
                }
            });
        Some(Self {
            name: entity.name.clone(),
            kind: entity.kind,
            at,
        })
    }
}

impl ClaimRef {
    /// Names a claim by its statement and a few more wordings, from other articles first.
    pub fn of(documents: &[Document], analysis: &Analysis, id: ClaimId) -> Option<Self> {
        let claim = analysis.claim(id)?;
        let statement = claim.mentions.get(claim.statement)?;
        let mut chosen: Vec<&ClaimMention> = vec![statement];
        for wants_other_articles in [true, false] {
            for mention in &claim.mentions {
                let is_known = chosen.iter().any(|other| {
                    other.article == mention.article
                        && (wants_other_articles || other.span == mention.span)
                });
                if chosen.len() < WORDINGS_MAX && !is_known {
                    chosen.push(mention);
                }
            }
        }
        let at: Vec<Quote> = chosen
            .into_iter()
            .filter_map(|mention| wording(documents, mention))
            .collect();
        (!at.is_empty()).then_some(Self { at })
    }
}

/// Names one wording of a claim.
pub fn wording(documents: &[Document], mention: &ClaimMention) -> Option<Quote> {
    let document = documents
        .iter()
        .find(|document| document.article.id == mention.article)?;
    Quote::of(&document.article, Field::Text, mention.span)
}

#[cfg(test)]
mod tests {
    use crate::model::{ClaimId, EntityId, EntityKind};
    use crate::review::testing::{article, collection};
    use crate::review::{ClaimRef, EntityRef, find_claim, find_entity};

    #[test]
    fn everything_that_is_named_is_found_by_its_name() {
        let articles = vec![
            article("one", "Shaw left. Talks ended. Shaw slept."),
            article("two", "Talks ended, said Orr. Tea was had. Talks are over."),
        ];
        let names = [("Shaw", EntityKind::Person), ("Orr", EntityKind::Person)];
        let claims: [&[&str]; 2] = [&["Tea was had"], &["Talks ended", "Talks are over"]];
        let (documents, analysis) = collection(articles, &names, &claims);
        for number in 0..2 {
            let entity = EntityRef::of(&documents, &analysis, EntityId(number)).expect("named");
            let found = find_entity(&documents, &analysis, &entity);
            assert_eq!(found, Some(EntityId(number)));
            let claim = ClaimRef::of(&documents, &analysis, ClaimId(number)).expect("named");
            assert_eq!(
                find_claim(&documents, &analysis, &claim),
                Some(ClaimId(number))
            );
        }
        let claim = ClaimRef::of(&documents, &analysis, ClaimId(1)).expect("named");
        assert_eq!(claim.at.len(), 3);
        assert_eq!(claim.at[1].article.as_str(), "two");
    }
}
