//! What shows that mentions of a claim rest on one origin: the articles, and the words that prove it.

use super::claims::origin_name;
use super::{labels, wording};
use crate::model::{ArticleId, Claim, Origin, OriginReason, Span};
use crate::review::Review;

/// One origin of a claim, with what shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OriginProof {
    /// Name of the origin.
    pub name: String,
    /// Whether its independence is doubtful.
    pub is_uncertain: bool,
    /// Articles that rest on it, in order of telling: "Northern Wire · 3 March".
    pub articles: Vec<(ArticleId, String)>,
    /// What binds them; for an origin with a single mention one line that says there is nothing.
    pub proofs: Vec<Proof>,
}

/// One thing that binds articles to an origin.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proof {
    /// A sentence.
    pub why: String,
    /// The passages that show it.
    pub passages: Vec<Passage>,
}

impl Proof {
    /// A sentence alone.
    pub const fn without_passages(why: String) -> Self {
        Self {
            why,
            passages: Vec::new(),
        }
    }
}

/// A passage that shows something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Passage {
    /// Where it stands.
    pub place: (ArticleId, Span),
    /// Outlet and day of its article: "Northern Wire · 3 March".
    pub heading: String,
    /// The sentence it stands in, shortened.
    pub words: String,
}

impl Passage {
    /// A span of an article, shown by the sentence around it.
    pub fn of(review: &Review, article: &ArticleId, span: Span) -> Self {
        Self {
            place: (article.clone(), span),
            heading: labels::outlet_day(review, article),
            words: sentence_around(review, article, span),
        }
    }
}

/// The longest passage that is shown, in characters.
const PASSAGE_CHARS: usize = 220;

/// The origins of a claim in their order, with what shows each.
pub fn origins(review: &Review, claim: &Claim) -> Vec<OriginProof> {
    claim
        .origins
        .iter()
        .map(|origin| {
            let mut proofs: Vec<Proof> = Vec::new();
            for proof in of_origin(review, origin) {
                if !proofs.contains(&proof) {
                    proofs.push(proof);
                }
            }
            OriginProof {
                name: origin_name(review, claim, origin),
                is_uncertain: origin.is_uncertain,
                articles: articles(review, claim, origin),
                proofs,
            }
        })
        .collect()
}

/// What binds tellings to an origin, a proof for each reason in their order; for an origin with a
/// single telling one that says there is nothing.
pub fn of_origin(review: &Review, origin: &Origin) -> Vec<Proof> {
    if origin.why.is_empty() {
        let nothing = wording::sentence(wording::NOTHING_BINDS);
        return vec![Proof::without_passages(nothing)];
    }
    let reasons = origin.why.iter();
    reasons.map(|reason| proof(review, reason)).collect()
}

fn articles(review: &Review, claim: &Claim, origin: &Origin) -> Vec<(ArticleId, String)> {
    let mut found: Vec<(ArticleId, String)> = Vec::new();
    for position in &origin.mentions {
        let Some(mention) = claim.mentions.get(*position) else {
            continue;
        };
        if found.iter().all(|(id, _)| *id != mention.article) {
            let heading = labels::outlet_day(review, &mention.article);
            found.push((mention.article.clone(), heading));
        }
    }
    found
}

fn proof(review: &Review, reason: &OriginReason) -> Proof {
    let heading = |id: &ArticleId| labels::outlet_day(review, id);
    match reason {
        OriginReason::SameCarrier { cited, .. } => Proof {
            why: wording::sentence(&wording::origin_reason(reason)),
            passages: cited
                .iter()
                .map(|(id, span)| Passage::of(review, id, *span))
                .filter(|passage| !passage.words.is_empty())
                .collect(),
        },
        OriginReason::Cites { citing, cited } => Proof {
            why: format!("{} cites {}.", heading(citing), heading(cited)),
            passages: Vec::new(),
        },
        OriginReason::NoSourceGiven(article) => Proof {
            why: format!("{} tells it without a source of its own.", heading(article)),
            passages: Vec::new(),
        },
        _ => Proof {
            why: wording::sentence(&wording::origin_reason(reason)),
            passages: Vec::new(),
        },
    }
}

/// The sentence that a passage stands in.
fn sentence_around(review: &Review, id: &ArticleId, span: Span) -> String {
    let whole = review
        .findings(id)
        .and_then(|findings| findings.sentence_after(span.start));
    let whole = whole.map_or(span, |(_, sentence)| sentence.hull(span));
    wording::shortened(review.words(id, whole), PASSAGE_CHARS)
}
