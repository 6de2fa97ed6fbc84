//! The passages nearest a claim in the articles that were not found to tell it.
//!
//! What is told in other words is easily missed. So that the reader need not look through every text,
//! the nearest sentence of each article is offered, to be read and decided on; those of the same story
//! first, and of other stories only what is nearer still.

use std::collections::BTreeSet;

use super::super::{labels, wording};
use crate::corpus::Document;
use crate::language::Vector;
use crate::model::{ArticleId, Claim, ClaimMention, Span};
use crate::review::{Field, Quote, Review};

/// Least cosine of two sentences that are near. Measured on twelve stories of real news and the marks of
/// readers: the nearest sentence of an article tells the claim in .58 of cases from here on, and half of
/// what other articles tell is among them; from .6 on .54, from .7 on .64 and four in ten.
const NEAR_MIN: f32 = 0.65;
/// The same for an article of another story, which seldom tells it.
const ELSEWHERE_MIN: f32 = 0.72;
/// The most passages that are offered.
const OFFERED_MAX: usize = 6;
/// The most wordings of a claim, and the most articles, that are looked at.
const WORDINGS_MAX: usize = 12;
const ARTICLES_MAX: usize = 200;
/// Room for a passage, in characters.
const WORDS_MAX: usize = 300;

/// A passage that may tell a claim too.
#[derive(Clone, Debug, PartialEq)]
pub struct Near {
    /// Where it stands.
    pub place: (ArticleId, Span),
    /// "Northern Wire · 3 March".
    pub heading: String,
    /// Position of the outlet.
    pub outlet: usize,
    /// Its words.
    pub words: String,
    /// It by content, as corrections name it.
    pub named: Quote,
}

/// The nearest passages of articles that were not found to tell the claim, the nearest first.
pub(super) fn near(review: &Review, claim: &Claim) -> Vec<Near> {
    let index = review.index();
    let told: BTreeSet<usize> = claim
        .mentions
        .iter()
        .filter_map(|mention| index.position(&mention.article))
        .collect();
    let stories: BTreeSet<usize> = told
        .iter()
        .filter_map(|&at| index.story_of.get(at).copied())
        .collect();
    let wordings: Vec<&Vector> = claim
        .mentions
        .iter()
        .filter_map(|mention| meaning(review, mention))
        .take(WORDINGS_MAX)
        .collect();
    let is_of_story = |at: usize| {
        let story = index.story_of.get(at);
        story.is_some_and(|story| stories.contains(story))
    };
    let (here, elsewhere): (Vec<usize>, Vec<usize>) = (0..review.documents().len())
        .filter(|at| !told.contains(at))
        .partition(|at| is_of_story(*at));
    let here = here.into_iter().map(|at| (at, NEAR_MIN));
    let elsewhere = elsewhere.into_iter().map(|at| (at, ELSEWHERE_MIN));
    let mut nearest: Vec<(f32, usize, Span)> = here
        .chain(elsewhere)
        .take(ARTICLES_MAX)
        .filter_map(|(at, least)| {
            let (likeness, span) = nearest(review.documents().get(at)?, &wordings)?;
            (likeness >= least).then_some((likeness, at, span))
        })
        .collect();
    nearest.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
    nearest.truncate(OFFERED_MAX);
    let shown = nearest.into_iter().filter_map(|(_, at, span)| {
        let article = &review.documents().get(at)?.article;
        Some(Near {
            place: (article.id.clone(), span),
            heading: labels::outlet_day(review, &article.id),
            outlet: index.outlet_of.get(at).copied().unwrap_or(0),
            words: wording::shortened(span.of(&article.text), WORDS_MAX),
            named: Quote::of(article, Field::Text, span)?,
        })
    });
    shown.collect()
}

/// What the sentence around a wording means.
fn meaning<'a>(review: &'a Review, mention: &ClaimMention) -> Option<&'a Vector> {
    let document = review.document(&mention.article)?;
    let sentence = document.parsed.sentence_at(mention.span)?;
    document.vectors.get(sentence)
}

/// The sentence nearest any of the wordings, and how near.
fn nearest(document: &Document, wordings: &[&Vector]) -> Option<(f32, Span)> {
    let sentences = document
        .parsed
        .sentences
        .iter()
        .zip(document.vectors.iter());
    let likeness = |vector: &Vector| {
        let each = wordings.iter().map(|wording| wording.cosine(vector));
        each.fold(0.0, f32::max)
    };
    sentences
        .map(|(sentence, vector)| (likeness(vector), sentence.span))
        .max_by(|a, b| a.0.total_cmp(&b.0).then(b.1.cmp(&a.1)))
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::near;
    use crate::language::{Engine, Vector};
    use crate::pipeline::Collection;
    use crate::review::testing::{article, collection};
    use crate::review::{Act, Change, Correction, Entry, Review};
    use crate::view::claims::detail;

    /// Three articles; the claim is found in the first, and in the second the second sentence is near.
    fn review() -> Review {
        let texts = [
            "The gate stuck open.",
            "It rained all day. A gate would not close. Ducks swam.",
            "Prices rose again.",
        ];
        let meanings: [&[[f32; 2]]; 3] = [
            &[[1.0, 0.0]],
            &[[0.1, 1.0], [0.9, 0.4], [-1.0, 0.2]],
            &[[0.0, 1.0]],
        ];
        let articles = texts.iter().zip(["a", "b", "c"]);
        let articles = articles.map(|(text, id)| article(id, text)).collect();
        let (mut documents, analysis) = collection(articles, &[], &[&["The gate stuck open"]]);
        for (document, meanings) in documents.iter_mut().zip(meanings) {
            let engine = Engine::embedded().unwrap();
            document.parsed = Arc::new(engine.parse(&document.article.text));
            document.vectors = Arc::new(meanings.iter().map(|m| Vector::of(m)).collect());
        }
        let collection = Collection {
            documents,
            analysis,
            skipped: Vec::new(),
        };
        Review::of("Gate".to_owned(), Vec::new(), collection)
    }

    #[test]
    fn the_nearest_sentence_of_an_article_that_is_silent_is_offered_and_can_be_added() {
        let mut review = review();
        let claim = review.analysis().claims[0].clone();
        let words = |review: &Review| {
            let near = near(review, &review.analysis().claims[0]);
            near.into_iter().map(|near| near.words).collect::<Vec<_>>()
        };
        assert_eq!(words(&review), ["A gate would not close."]);
        let opened = detail(&review, claim.id).unwrap();
        let (passage, to) = (opened.near[0].named.clone(), opened.named.unwrap());
        let add = Act::Correct(Correction::AddWording { passage, to });
        assert!(review.change(Change::Do(Entry::now(add))));
        let laid = review.laying().lay().unwrap();
        assert!(review.lay(laid));
        let told = &review.analysis().claims[0].mentions;
        assert_eq!(told.len(), 2);
        assert_eq!(review.claim_words(&told[1]), "A gate would not close.");
        assert!(words(&review).is_empty());
    }
}
