//! "Why?", with the passages that show it: for a date, a name, a mark, a wording, an origin.

use super::proof::{self, Passage, Proof};
use super::wording;
use crate::model::{
    ArticleFindings, ArticleId, ClaimId, EntityId, Mention, MentionReason, OriginReason, Span,
};
use crate::review::Review;

/// The most passages that are shown for one thing.
const SHOWN_MAX: usize = 8;

/// What an article's date rests on.
pub fn date(review: &Review, id: &ArticleId) -> Vec<Proof> {
    let Some(document) = review.document(id) else {
        return Vec::new();
    };
    let article = &document.article;
    let mut proofs: Vec<Proof> = wording::published_why(&article.published)
        .into_iter()
        .map(Proof::without_passages)
        .collect();
    let places = article.published.evidence.iter().filter_map(|evidence| {
        let start = article.text.find(&evidence.words)?;
        Some(Span::new(start, start + evidence.words.len()))
    });
    if let Some(first) = proofs.first_mut() {
        first.passages = places.map(|span| Passage::of(review, id, span)).collect();
    }
    proofs
}

/// Why several names were taken for one: the reasons, and where each name stands first.
pub fn name(review: &Review, id: EntityId) -> Vec<Proof> {
    let Some(entity) = review.analysis().entity(id) else {
        return Vec::new();
    };
    let mut proofs: Vec<Proof> = entity
        .why
        .iter()
        .map(|line| Proof::without_passages(line.clone()))
        .collect();
    let mut seen: Vec<&str> = Vec::new();
    let mut passages = Vec::new();
    for (findings, mention) in mentions_of(review, id) {
        let words = review.words(&findings.article, mention.span);
        if mention.named != Some(false) && !seen.contains(&words) && passages.len() < SHOWN_MAX {
            seen.push(words);
            passages.push(Passage::of(review, &findings.article, mention.span));
        }
    }
    if passages.len() > 1 {
        proofs.push(Proof {
            why: "Each name where it stands first:".to_owned(),
            passages,
        });
    }
    proofs
}

/// Why words are marked, with the words that they refer back to or agree with.
pub fn mark(review: &Review, id: &ArticleId, position: usize) -> Vec<Proof> {
    let findings = review.findings(id);
    let Some((findings, mention)) =
        findings.and_then(|findings| Some((findings, findings.mentions.get(position)?)))
    else {
        return Vec::new();
    };
    let (MentionReason::RefersTo(words) | MentionReason::SameName(words)) = &mention.why else {
        return Vec::new();
    };
    let is_earlier = |other: &&Mention| other.span.end <= mention.span.start;
    let is_same = |article: &ArticleId, other: &Mention| review.words(article, other.span) == words;
    let here = findings.mentions.iter().rev().filter(is_earlier);
    let here = here
        .filter(|other| is_same(id, other))
        .map(|other| (id.clone(), other.span))
        .next();
    let elsewhere = || {
        let mut others = mentions_of(review, mention.entity?);
        let (findings, other) = others.find(|(findings, other)| {
            findings.article != *id && is_same(&findings.article, other)
        })?;
        Some((findings.article.clone(), other.span))
    };
    let found = here.or_else(elsewhere);
    found.map_or_else(Vec::new, |(article, span)| {
        vec![Proof {
            why: wording::mention_why(&mention.why),
            passages: vec![Passage::of(review, &article, span)],
        }]
    })
}

/// Why a wording was put with the others of its claim: what they share, and both passages.
pub fn telling(review: &Review, id: ClaimId, position: usize) -> Vec<Proof> {
    let Some(claim) = review.analysis().claim(id) else {
        return Vec::new();
    };
    let Some(told) = claim.mentions.get(position) else {
        return Vec::new();
    };
    let reasons: Vec<String> = told.why.iter().map(wording::grouping_why).collect();
    let mut passages = vec![Passage::of(review, &told.article, told.span)];
    let clearest = claim.mentions.get(claim.statement);
    let other = clearest.filter(|other| (&other.article, other.span) != (&told.article, told.span));
    let other = other.or_else(|| claim.mentions.first());
    if let Some(other) = other.filter(|other| other.article != told.article) {
        passages.push(Passage::of(review, &other.article, other.span));
    }
    vec![Proof {
        why: wording::sentence(&reasons.join("; ")),
        passages,
    }]
}

/// Why tellings were taken to rest on one origin: the reasons, and the passages that bind them.
pub fn origin(review: &Review, id: ClaimId, position: usize) -> Vec<Proof> {
    let Some(claim) = review.analysis().claim(id) else {
        return Vec::new();
    };
    let Some(origin) = claim.origins.get(position) else {
        return Vec::new();
    };
    let told: Vec<(ArticleId, Span)> = origin
        .mentions
        .iter()
        .filter_map(|at| claim.mentions.get(*at))
        .map(|mention| (mention.article.clone(), mention.span))
        .collect();
    let mut proofs = proof::of_origin(review, origin);
    for (proof, reason) in proofs.iter_mut().zip(&origin.why) {
        let (OriginReason::SharedText(shared) | OriginReason::SameQuotation(shared)) = reason
        else {
            continue;
        };
        let mut articles: Vec<&ArticleId> = told.iter().map(|(article, _)| article).collect();
        articles.dedup();
        let places = articles.into_iter().filter_map(|article| {
            let start = review.document(article)?.article.text.find(shared)?;
            let span = Span::new(start, start + shared.len());
            Some(Passage::of(review, article, span))
        });
        proof.passages = places.take(SHOWN_MAX).collect();
    }
    if proofs.iter().all(|proof| proof.passages.is_empty())
        && let Some(last) = proofs.last_mut()
    {
        let places = told.iter().take(SHOWN_MAX);
        last.passages = places
            .map(|(article, span)| Passage::of(review, article, *span))
            .collect();
    }
    proofs
}

/// Every mention of a name, in the order of the list of articles.
fn mentions_of(
    review: &Review,
    id: EntityId,
) -> impl Iterator<Item = (&ArticleFindings, &Mention)> {
    let places = review.index().mentions_of.get(id.0 as usize);
    places.into_iter().flatten().filter_map(|place| {
        let findings = review.analysis().articles.get(place.article)?;
        Some((findings, findings.mentions.get(place.mention)?))
    })
}
