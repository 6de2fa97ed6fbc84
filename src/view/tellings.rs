//! One claim side by side in all its sources, each set against one of them.

use super::compare::{Piece, cut, kinds_of, marks};
use super::{claims, labels, statements, wording};
use crate::compare::drift::{Base, Wording, drift};
use crate::model::{ArticleId, Change, ClaimId, Span};
use crate::review::Review;

/// The most sources that are put side by side.
const SOURCES_MAX: usize = 24;

/// A claim in all its sources.
#[derive(Clone, Debug, PartialEq)]
pub struct Tellings {
    /// The claim in its clearest words.
    pub statement: String,
    /// The source that the others are set against, by position.
    pub base: usize,
    /// The sources, in order of telling.
    pub sources: Vec<Telling>,
    /// How many more there are.
    pub more: usize,
}

/// One source.
#[derive(Clone, Debug, PartialEq)]
pub struct Telling {
    /// Its article.
    pub article: ArticleId,
    /// The sentence that tells the claim.
    pub span: Span,
    /// "Northern Wire · 3 March".
    pub heading: String,
    /// The article's headline.
    pub title: String,
    /// Position of the outlet.
    pub outlet: usize,
    /// How surely, and on whose word.
    pub facts: String,
    /// The sentence, cut where it differs.
    pub pieces: Vec<Piece>,
    /// What differs, in words.
    pub kinds: Vec<&'static str>,
}

/// Puts all sources of a claim side by side: the first telling of each article.
pub fn tellings(review: &Review, id: ClaimId, base: Option<usize>) -> Option<Tellings> {
    let claim = review.analysis().claim(id)?;
    let mut told: Vec<_> = Vec::new();
    for mention in &claim.mentions {
        if told
            .iter()
            .all(|(other, ..): &(&ArticleId, _, _)| **other != mention.article)
            && let Some(document) = review.document(&mention.article)
        {
            let span = sentence(review, &mention.article, mention.span);
            told.push((&mention.article, mention, (document, span)));
        }
    }
    let more = told.len().saturating_sub(SOURCES_MAX);
    told.truncate(SOURCES_MAX);
    let wordings: Vec<Wording<'_>> = told
        .iter()
        .map(|(_, mention, (document, span))| Wording {
            document,
            span: *span,
            said_on: mention.said_on,
        })
        .collect();
    let drifted = drift(&wordings, base.map_or(Base::Earliest, Base::At))
        .or_else(|| drift(&wordings, Base::Earliest))?;
    let index = review.index();
    let sources = told
        .iter()
        .zip(drifted.changes.iter().zip(&drifted.shared))
        .enumerate()
        .map(
            |(position, ((article, mention, (document, span)), (changes, shared)))| {
                let certainty = wording::certainty(mention.certainty).to_owned();
                let facts = [certainty, claims::source_of(review, mention)];
                let facts: Vec<String> =
                    facts.into_iter().filter(|fact| !fact.is_empty()).collect();
                let mut kinds = kinds_of(changes);
                if shared.is_some() {
                    kinds.push(wording::OTHERWISE);
                }
                if kinds.is_empty() && position != drifted.base {
                    kinds.push(likeness(changes));
                }
                let outlet = index
                    .position(article)
                    .and_then(|at| index.outlet_of.get(at));
                Telling {
                    article: (*article).clone(),
                    span: *span,
                    heading: labels::outlet_day(review, article),
                    title: labels::title(review, article),
                    outlet: outlet.copied().unwrap_or(0),
                    facts: facts.join(" · "),
                    pieces: cut(
                        &document.article.text,
                        *span,
                        &marks(changes, shared.as_ref(), false),
                    ),
                    kinds,
                }
            },
        )
        .collect();
    Some(Tellings {
        statement: statements::statement(review, claim, 300),
        base: drifted.base,
        sources,
        more,
    })
}

const fn likeness(changes: &[Change]) -> &'static str {
    if changes.is_empty() {
        "the same words"
    } else {
        "other words"
    }
}

/// The sentence, or the sentences, that a passage stands in.
fn sentence(review: &Review, article: &ArticleId, span: Span) -> Span {
    let sentences = review.findings(article).map(|found| &found.sentences);
    let touched = sentences.into_iter().flat_map(|sentences| sentences.iter());
    touched
        .filter(|sentence| sentence.overlaps(span))
        .fold(span, |whole, sentence| whole.hull(*sentence))
}
