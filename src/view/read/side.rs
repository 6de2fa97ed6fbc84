//! Claims beside the page: those that it tells, and those of its story that it leaves out.

use std::collections::BTreeMap;

use crate::model::{ArticleId, Certainty, Claim, ClaimId, ClaimMention, Span};
use crate::review::{ClaimPlace, Review};
use crate::view::{claims, labels, statements, wording};

/// A claim at the side of the page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClaimCard {
    /// The claim.
    pub claim: ClaimId,
    /// Its words.
    pub statement: String,
    /// On whose word, how surely, in how many articles.
    pub facts: String,
    /// Where to go: the article and place of the first telling here (or elsewhere).
    pub place: (ArticleId, Span),
}

/// Claims that an article tells, the most widely told first.
pub(super) fn claim_cards(review: &Review, id: &ArticleId) -> Vec<ClaimCard> {
    let index = review.index();
    let places = index.position(id).and_then(|at| index.claims_in.get(at));
    let mut cards: Vec<(usize, ClaimCard)> = Vec::new();
    for (claim, mention) in tellings(review, places.into_iter().flatten()) {
        if review.is_hidden(claim.id) {
            continue;
        }
        let told_in = claim.articles().len();
        let mut facts = vec![claims::source_of(review, mention)];
        facts.push(certainty_words(mention.certainty).to_owned());
        facts.push(if told_in > 1 {
            format!(
                "in {}, {}",
                wording::articles(told_in),
                wording::origins(claim.independent_origins())
            )
        } else {
            "only here".to_owned()
        });
        facts.retain(|fact| !fact.is_empty());
        cards.push((
            told_in,
            ClaimCard {
                claim: claim.id,
                statement: statements::here(review, claim, mention, 140),
                facts: facts.join(" · "),
                place: (mention.article.clone(), mention.span),
            },
        ));
    }
    cards.sort_by_key(|(told_in, card)| (std::cmp::Reverse(*told_in), card.place.1.start));
    cards.into_iter().map(|(_, card)| card).collect()
}

/// Each claim with the telling whose words are shown of it, so that nobody is named beside words that
/// are another's: the clearest of all, else the first that is a sentence, else the first.
fn tellings<'a>(
    review: &'a Review,
    places: impl Iterator<Item = &'a ClaimPlace>,
) -> Vec<(&'a Claim, &'a ClaimMention)> {
    let mut found: BTreeMap<ClaimId, (u8, &Claim, &ClaimMention)> = BTreeMap::new();
    for place in places {
        let claim = review.analysis().claim(place.claim);
        let Some((claim, mention)) =
            claim.and_then(|claim| Some((claim, claim.mentions.get(place.mention)?)))
        else {
            continue;
        };
        let rank = match mention.is_whole {
            _ if place.mention == claim.statement => 0,
            true => 1,
            false => 2,
        };
        let known = found.entry(claim.id).or_insert((rank, claim, mention));
        if rank < known.0 {
            *known = (rank, claim, mention);
        }
    }
    found
        .into_values()
        .map(|(_, claim, mention)| (claim, mention))
        .collect()
}

const fn certainty_words(certainty: Certainty) -> &'static str {
    match certainty {
        // The source that stands before it says this already.
        Certainty::Attributed => "",
        other => wording::certainty(other),
    }
}

/// Room for the name of an outlet in a list of several, in characters.
const OUTLET_MAX: usize = 28;

/// The most claims told elsewhere that stand beside a page; all of them are on the Claims screen.
pub const ELSEWHERE_MAX: usize = 40;

/// Claims that two or more other articles of the same story tell, and this one does not: the most
/// widely told of them.
pub(super) fn elsewhere(review: &Review, id: &ArticleId) -> Vec<ClaimCard> {
    let index = review.index();
    let Some(here) = index.position(id) else {
        return Vec::new();
    };
    let story = index.story_of.get(here);
    let shared = story.and_then(|story| index.shared_in.get(*story));
    let claims = shared.into_iter().flatten();
    let mut cards = Vec::new();
    for claim in claims.filter_map(|claim| review.analysis().claim(*claim)) {
        if cards.len() == ELSEWHERE_MAX {
            break;
        }
        let articles = claim.articles();
        if articles.contains(&id) || review.is_hidden(claim.id) {
            continue;
        }
        let Some(mention) = claim.mentions.get(claim.statement) else {
            continue;
        };
        let mut outlets: Vec<usize> = Vec::new();
        for other in &articles {
            let outlet = index.position(other);
            let outlet = outlet.and_then(|at| index.outlet_of.get(at).copied());
            outlets.extend(outlet.filter(|outlet| !outlets.contains(outlet)));
        }
        let named = outlets.iter();
        let named: Vec<String> = named
            .map(|at| labels::outlet(review, *at, OUTLET_MAX))
            .filter(|name| name != wording::NO_OUTLET)
            .collect();
        let mut facts = format!("in {}", wording::articles(articles.len()));
        if !named.is_empty() {
            facts = format!("{facts}: {}", named.join(", "));
        }
        cards.push(ClaimCard {
            claim: claim.id,
            statement: statements::statement(review, claim, 140),
            facts,
            place: (mention.article.clone(), mention.span),
        });
    }
    cards
}
