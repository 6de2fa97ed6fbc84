//! The card of a highlight.

use crate::model::{ArticleId, EntityId, MentionKind};
use crate::review::Review;
use crate::view::{people, wording};

/// What the card of a highlight says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MentionCard {
    /// Its name, or the words.
    pub name: String,
    /// "person", "date" …
    pub kind: &'static str,
    /// "also “Lie”, “the spokesman” · 11 mentions in 5 articles"; or what a date resolves to.
    pub facts: Vec<String>,
    /// Why it is marked, a sentence a line.
    pub why: Vec<String>,
    /// Whom or what it names.
    pub entity: Option<EntityId>,
}

/// The card of a highlight.
pub fn mention_card(review: &Review, id: &ArticleId, position: usize) -> Option<MentionCard> {
    let findings = review.findings(id)?;
    let mention = findings.mentions.get(position)?;
    let text = &review.document(id)?.article.text;
    let mut card = MentionCard {
        name: wording::shortened(mention.span.of(text), 80),
        kind: kind_word(mention.kind),
        entity: mention.entity,
        why: vec![wording::mention_why(&mention.why)],
        ..MentionCard::default()
    };
    if let Some(entity) = mention.entity.and_then(|id| review.analysis().entity(id)) {
        card.name.clone_from(&entity.name);
        card.facts.push(people::facts(review, entity));
        card.why.extend(entity.why.iter().take(4).cloned());
    }
    for time in findings
        .times
        .iter()
        .filter(|time| time.span.overlaps(mention.span))
    {
        card.facts.push(match time.interval {
            Some(interval) => wording::interval(interval),
            None => wording::unfixed(&time.value),
        });
        let anchor = time.why.anchor_words.map(|span| span.of(text));
        card.why = vec![wording::time_why(time, anchor)];
    }
    for amount in findings
        .amounts
        .iter()
        .filter(|a| a.span.overlaps(mention.span))
    {
        // What says no more than the words themselves is not said twice.
        let meant = wording::amount(amount);
        if !meant.eq_ignore_ascii_case(&card.name) {
            card.facts.push(meant);
        }
    }
    Some(card)
}

const fn kind_word(kind: MentionKind) -> &'static str {
    match kind {
        MentionKind::Person => "person",
        MentionKind::Organisation => "organisation",
        MentionKind::Place => "place",
        MentionKind::Group => "group",
        MentionKind::Event => "event",
        MentionKind::Date => "date",
        MentionKind::Money => "amount of money",
        MentionKind::Quantity => "amount",
    }
}
