//! What a claim is called, on every screen and in what is taken away: its words as a sentence, or as
//! the part of one that they are. Only files of data have the words as they stand in the article.

use super::meant;
use super::wording::{quotation, shortened, told};
use crate::model::{Claim, ClaimMention};
use crate::review::Review;

/// The words that stand for a claim, in at most `longest` characters.
pub fn statement(review: &Review, claim: &Claim, longest: usize) -> String {
    let clearest = claim.mentions.get(claim.statement);
    let words = review.own_words(claim).map_or_else(
        || clearest.map_or_else(String::new, |clearest| meant::named(review, clearest)),
        str::to_owned,
    );
    told(
        &shortened(&words, longest),
        review.is_statement_whole(claim),
    )
}

/// The same in quotation marks, for where nothing else shows that it is told by an article; words that
/// the reader gave the claim are nobody's quotation.
pub fn quoted(review: &Review, claim: &Claim, longest: usize) -> String {
    let words = statement(review, claim, longest);
    let is_own = review.own_words(claim).is_some();
    if is_own { words } else { quotation(&words) }
}

/// The words of a claim beside the article that tells it so: those of the article if they are a
/// sentence, unless the reader gave the claim words of its own.
pub fn here(review: &Review, claim: &Claim, mention: &ClaimMention, longest: usize) -> String {
    if mention.is_whole && review.own_words(claim).is_none() {
        told(&shortened(&meant::named(review, mention), longest), true)
    } else {
        statement(review, claim, longest)
    }
}

/// One wording of a claim.
pub fn wording(review: &Review, mention: &ClaimMention, longest: usize) -> String {
    told(
        &shortened(review.claim_words(mention), longest),
        mention.is_whole,
    )
}

#[cfg(test)]
mod tests {
    use super::{here, quoted, statement, wording};
    use crate::pipeline::Collection;
    use crate::review::Review;
    use crate::review::testing::{article, collection};
    use crate::view::claims::{ClaimsState, coverage, detail, rows};
    use crate::view::timeline::{TimelineState, timeline};

    #[test]
    fn a_part_of_a_sentence_is_shown_as_one_wherever_its_claim_stands() {
        let told = ["a", "b"].map(|id| article(id, "They were asked “to open the gate."));
        let words = "“to open the gate";
        let (documents, mut analysis) = collection(told.into(), &[], &[&[words]]);
        for mention in &mut analysis.claims[0].mentions {
            mention.is_whole = false;
        }
        let collection = Collection {
            documents,
            analysis,
            ..Collection::default()
        };
        let review = Review::of(String::new(), Vec::new(), collection);
        let claim = &review.analysis().claims[0];
        let mention = &claim.mentions[0];
        let shown = "…to open the gate";
        let table = rows(&review, &ClaimsState::default());
        let opened = detail(&review, claim.id).expect("a claim");
        let lanes = timeline(&review, &TimelineState::default()).lanes;
        for found in [
            statement(&review, claim, 90),
            here(&review, claim, mention, 90),
            wording(&review, mention, 90),
            coverage(&review, &table).rows[0].1.clone(),
            opened.statement,
            opened.wordings[0]
                .pieces
                .iter()
                .map(|(words, _)| words.as_str())
                .collect(),
            lanes[0].label.clone(),
            lanes[0].points[0].words.clone(),
        ] {
            assert_eq!(found, shown);
        }
        assert_eq!(quoted(&review, claim, 90), format!("“{shown}”"));
        assert_eq!(table[0].statement, format!("“{shown}”"));
    }
}
