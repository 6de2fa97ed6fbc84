//! The analysis file, format `crossread-analysis` version 1.
//!
//! A public interface: offsets are code points, a field that does not apply is null and never left
//! out, and no field changes its meaning without a new version.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::code_points::{CodePoints, of_articles};
use crate::language::Engine;
use crate::model::{
    Article, ArticleFindings, ArticleId, Attribution, Claim, Entity, Interval, Mention, Origin,
    SameText, Skipped, Story, TimeExpression, written,
};
use crate::review::Review;
use crate::view::{claims as shown, wording};

/// The offsets of every article's text, by article.
type Offsets<'a> = BTreeMap<&'a ArticleId, CodePoints<'a>>;

/// The whole review as a value of the analysis file.
pub(super) fn analysis_json(review: &Review) -> Value {
    let offsets = of_articles(review);
    let analysis = review.analysis();
    let articles: Vec<Value> = review
        .documents()
        .iter()
        .zip(&analysis.articles)
        .filter_map(|(document, findings)| {
            let points = offsets.get(&document.article.id)?;
            Some(article_json(&document.article, findings, points))
        })
        .collect();
    json!({
        "format": written::ANALYSIS,
        "version": 1,
        "generator": {
            "name": "crossread",
            "version": env!("CARGO_PKG_VERSION"),
            "engine": Engine::VERSION,
        },
        "articles": articles,
        "entities": analysis.entities.iter().map(entity_json).collect::<Vec<_>>(),
        "claims": analysis.claims.iter().map(|claim| claim_json(claim, review, &offsets)).collect::<Vec<_>>(),
        "stories": analysis.stories.iter().map(story_json).collect::<Vec<_>>(),
        "same_text": analysis.same_text.iter().map(same_text_json).collect::<Vec<_>>(),
        "skipped": review.skipped().iter().map(skipped_json).collect::<Vec<_>>(),
    })
}

fn article_json(article: &Article, findings: &ArticleFindings, points: &CodePoints<'_>) -> Value {
    let title_points = CodePoints::new(article.title.as_deref().unwrap_or_default());
    json!({
        "id": article.id,
        "path": article.path,
        "title": article.title,
        "outlet": article.outlet,
        "byline": article.byline,
        "language": article.language,
        "published": {
            "value": article.published.value,
            "basis": article.published.basis,
            "why": wording::published(&article.published),
        },
        "text": article.text,
        "removed": article.removed.iter().map(|removed| json!({
            "text": removed.text,
            "why": wording::removed(removed.kind),
        })).collect::<Vec<_>>(),
        "sentences": findings.sentences.iter().map(|&span| points.span(span)).collect::<Vec<_>>(),
        "title_mentions": findings.title_mentions.iter().map(|mention| mention_json(mention, &title_points)).collect::<Vec<_>>(),
        "mentions": findings.mentions.iter().map(|mention| mention_json(mention, points)).collect::<Vec<_>>(),
        "times": findings.times.iter().map(|time| time_json(time, points)).collect::<Vec<_>>(),
        "attributions": findings.attributions.iter().map(|attribution| attribution_json(attribution, points, &article.text)).collect::<Vec<_>>(),
    })
}

fn mention_json(mention: &Mention, points: &CodePoints<'_>) -> Value {
    json!({
        "start": points.at(mention.span.start),
        "end": points.at(mention.span.end),
        "kind": mention.kind,
        "entity": mention.entity.map(|id| id.to_string()),
        "named": mention.named,
        "confidence": rounded(mention.confidence),
    })
}

fn time_json(time: &TimeExpression, points: &CodePoints<'_>) -> Value {
    json!({
        "start": points.at(time.span.start),
        "end": points.at(time.span.end),
        "type": time.kind,
        "value": time.value,
        "earliest": time.interval.map(|interval| interval.earliest),
        "latest": time.interval.map(|interval| interval.latest),
        "why": wording::time(&time.why),
    })
}

fn attribution_json(attribution: &Attribution, points: &CodePoints<'_>, text: &str) -> Value {
    json!({
        "content": points.pieces(&attribution.content),
        "source": points.optional(attribution.source),
        "cue": points.optional(attribution.cue.as_ref().map(|cue| cue.span)),
        "direct": attribution.is_direct,
        "source_kind": attribution.source_kind,
        "via": attribution.via.iter().map(|span| span.of(text)).collect::<Vec<_>>(),
        "entity": attribution.entity.map(|id| id.to_string()),
    })
}

fn entity_json(entity: &Entity) -> Value {
    json!({
        "id": entity.id.to_string(),
        "kind": entity.kind,
        "name": entity.name,
        "aliases": entity.aliases,
    })
}

fn claim_json(claim: &Claim, review: &Review, offsets: &Offsets<'_>) -> Value {
    let mentions: Vec<Value> = claim
        .mentions
        .iter()
        .map(|mention| {
            let place = review.sentences_around(mention);
            let (start, end) = offsets.get(&mention.article).map_or((0, 0), |points| {
                (points.at(place.start), points.at(place.end))
            });
            json!({
                "article": mention.article,
                "start": start,
                "end": end,
                "attribution": mention.attribution,
                "certainty": mention.certainty,
                "said_on": day(mention.said_on),
                "happens_on": day(mention.happens_on),
            })
        })
        .collect();
    let statement = claim.mentions.get(claim.statement);
    json!({
        "id": claim.id.to_string(),
        "statement": statement.map_or("", |mention| review.claim_words(mention)),
        "mentions": mentions,
        "origins": claim.origins.iter().map(|origin| origin_json(origin, claim, review)).collect::<Vec<_>>(),
        "independent_origins": claim.independent_origins(),
    })
}

fn origin_json(origin: &Origin, claim: &Claim, review: &Review) -> Value {
    let mut articles: Vec<&ArticleId> = Vec::new();
    for mention in origin
        .mentions
        .iter()
        .filter_map(|&index| claim.mentions.get(index))
    {
        if !articles.contains(&&mention.article) {
            articles.push(&mention.article);
        }
    }
    let name = shown::origin_name(review, claim, origin);
    json!({ "name": name, "articles": articles, "why": wording::origin(origin) })
}

fn story_json(story: &Story) -> Value {
    json!({ "articles": story.articles, "name": story.name })
}

fn same_text_json(same: &SameText) -> Value {
    json!({ "articles": same.articles, "kind": same.kind, "share": rounded(same.share) })
}

fn skipped_json(skipped: &Skipped) -> Value {
    json!({ "path": skipped.path, "reason": wording::skipped(&skipped.reason) })
}

/// A single day as a date, a longer stretch as its first day's date, nothing as null.
fn day(interval: Option<Interval>) -> Value {
    interval.map_or(Value::Null, |interval| json!(interval.earliest))
}

/// A score with three digits, so that the file does not change with the last bit.
fn rounded(score: f32) -> Value {
    json!((f64::from(score) * 1000.0).round() / 1000.0)
}
