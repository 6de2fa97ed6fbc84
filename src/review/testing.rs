//! A small collection to correct, for the tests of this room.

use std::sync::Arc;

use chrono::NaiveDate;

use crate::corpus::Document;
use crate::language::Parsed;
use crate::model::{
    Analysis, Article, ArticleFindings, Certainty, Claim, ClaimId, ClaimMention, Entity, EntityId,
    EntityKind, Interval, Mention, MentionReason, Origin, Span, Story,
};

/// An article with this text and nothing else.
pub(crate) fn article(id: &str, text: &str) -> Article {
    Article::plain(id, text)
}

/// Articles with named entities and claims found by their words: a stand-in for the machine whose
/// numbers depend on the order of articles, as the real one's do.
pub(crate) fn collection(
    articles: Vec<Article>,
    names: &[(&str, EntityKind)],
    claims: &[&[&str]],
) -> (Vec<Document>, Analysis) {
    let mut analysis = Analysis::default();
    let mut documents = Vec::new();
    for article in articles {
        let mut findings = ArticleFindings::empty(article.id.clone());
        for (name, kind) in names {
            for (at, _) in article.text.match_indices(name) {
                let span = Span::new(at, at + name.len());
                let entity = entity(&mut analysis, name, *kind);
                if findings.mentions.iter().all(|m| !m.span.overlaps(span)) {
                    findings.mentions.push(Mention {
                        span,
                        kind: (*kind).into(),
                        entity: Some(entity),
                        named: Some(true),
                        confidence: 0.9,
                        why: MentionReason::Model,
                    });
                }
            }
        }
        findings.mentions.sort_by_key(|mention| mention.span);
        analysis.articles.push(findings.clone());
        documents.push(Document {
            parsed: Arc::new(Parsed::default()),
            findings: Arc::new(findings),
            vectors: Arc::default(),
            clauses: Arc::default(),
            drawn: Arc::default(),
            article: Arc::new(article),
        });
    }
    for wordings in claims {
        claim(&mut analysis, &documents, wordings);
    }
    analysis.stories = vec![Story {
        name: String::new(),
        articles: documents.iter().map(|d| d.article.id.clone()).collect(),
    }];
    (documents, analysis)
}

fn entity(analysis: &mut Analysis, name: &str, kind: EntityKind) -> EntityId {
    let known = analysis.entities.iter().find(|entity| entity.name == name);
    if let Some(entity) = known {
        return entity.id;
    }
    let id = EntityId(u32::try_from(analysis.entities.len()).expect("few"));
    analysis.entities.push(Entity {
        id,
        kind,
        name: name.to_owned(),
        aliases: Vec::new(),
        is_media: false,
        why: Vec::new(),
    });
    id
}

fn claim(analysis: &mut Analysis, documents: &[Document], wordings: &[&str]) {
    let mut mentions = Vec::new();
    for document in documents {
        for wording in wordings {
            if let Some(at) = document.article.text.find(wording) {
                mentions.push(ClaimMention {
                    article: document.article.id.clone(),
                    span: Span::new(at, at + wording.len()),
                    attribution: None,
                    certainty: Certainty::Stated,
                    is_whole: true,
                    said_on: document.article.published.value.map(Interval::day),
                    happens_on: None,
                    why: Vec::new(),
                });
            }
        }
    }
    if mentions.is_empty() {
        return;
    }
    let origins = (0..mentions.len())
        .map(|mention| Origin {
            name: mentions[mention].article.to_string(),
            mentions: vec![mention],
            why: Vec::new(),
            is_uncertain: false,
        })
        .collect();
    analysis.claims.push(Claim {
        id: ClaimId(u32::try_from(analysis.claims.len()).expect("few")),
        statement: 0,
        mentions,
        origins,
        opposed: Vec::new(),
        numbers_differ: Vec::new(),
        worth: 0.5,
    });
}

/// A day of November 2024.
pub(super) fn november(day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2024, 11, day).expect("a day of November")
}
