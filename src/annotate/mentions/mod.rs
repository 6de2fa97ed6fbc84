//! Mentions: who, what, where, when and how much a text names, as spans that do not overlap.
//!
//! Owns exact spans, kinds and the policy for overlaps. Reads the model's tags, the lists of facts
//! and the grammars of times and amounts. Whom a mention refers to is decided across the collection
//! by `corpus::entities`.
//!
//! # Overlaps
//! The longer mention stands. Of two equally long ones the first of this order stands: event, date,
//! person, organisation, group, place, money, quantity. Equal in all, the surer one.

mod acronyms;
mod agree;
mod dates;
mod endings;
mod events;
mod facts;
mod hyphens;
mod names;
mod party_tags;
mod repair;

pub use self::agree::known_names;

use crate::language::Parsed;
use crate::model::{Amount, Mention, MentionKind, MentionReason, Span, TimeExpression};

/// Mentions in order, walked along beside words in order.
struct Covering<'a>(std::slice::Iter<'a, Mention>);

impl<'a> Covering<'a> {
    fn new(mentions: &'a [Mention]) -> Self {
        Self(mentions.iter())
    }

    /// The first mention that does not end before `word`, which is never before an earlier one.
    fn from(&mut self, word: Span) -> Option<&'a Mention> {
        loop {
            let next = self.0.as_slice().first()?;
            if next.span.end > word.start {
                return Some(next);
            }
            self.0.next();
        }
    }
}

/// Finds every mention of a text, in order. `known` are names from another text of the same
/// article (a title is found again from its text); `parsed` is the reading of `text`.
pub fn find_mentions(
    text: &str,
    parsed: &Parsed,
    times: &[TimeExpression],
    amounts: &[Amount],
    known: &[(String, MentionKind)],
) -> Vec<Mention> {
    let mut mentions = without_overlaps(names::tagged(text, parsed));
    mentions = repair::repaired(text, parsed, mentions);
    let events = events::find(text, parsed, &mentions);
    mentions = without_overlaps([mentions, events].concat());
    let listed = facts::listed(text, parsed, &mentions);
    mentions = without_overlaps([mentions, listed].concat());
    agree::speakers(text, parsed, &mut mentions);
    agree::leaders(text, &mut mentions);
    agree::settle_kinds(text, &mut mentions);
    acronyms::settle(text, &mut mentions);
    party_tags::settle(text, &mut mentions);
    let repeated = agree::repeated(text, parsed, &mentions, known);
    mentions = without_overlaps([mentions, repeated].concat());
    mentions = without_overlaps(hyphens::split(text, parsed, mentions));
    mentions.extend(
        times
            .iter()
            .filter_map(|time| dates::named(text, time))
            .map(|span| grammar(span, MentionKind::Date)),
    );
    mentions.extend(amounts.iter().map(|amount| {
        let kind = if amount.is_money {
            MentionKind::Money
        } else {
            MentionKind::Quantity
        };
        grammar(amount.span, kind)
    }));
    without_overlaps(mentions)
}

const fn grammar(span: crate::model::Span, kind: MentionKind) -> Mention {
    Mention {
        span,
        kind,
        entity: None,
        named: None,
        confidence: 0.95,
        why: MentionReason::Grammar,
    }
}

/// Takes out overlaps by the policy of this module; gives the rest in order of the text.
fn without_overlaps(mut mentions: Vec<Mention>) -> Vec<Mention> {
    mentions.sort_by(|a, b| {
        b.span
            .len()
            .cmp(&a.span.len())
            .then(rank(a.kind).cmp(&rank(b.kind)))
            .then(b.confidence.total_cmp(&a.confidence))
            .then(a.span.cmp(&b.span))
    });
    let mut kept: std::collections::BTreeMap<usize, Mention> = std::collections::BTreeMap::new();
    for mention in mentions {
        let before = kept.range(..mention.span.end).next_back();
        if before.is_none_or(|(_, other)| !other.span.overlaps(mention.span)) {
            kept.insert(mention.span.start, mention);
        }
    }
    kept.into_values().collect()
}

const fn rank(kind: MentionKind) -> u8 {
    match kind {
        MentionKind::Event => 0,
        MentionKind::Date => 1,
        MentionKind::Person => 2,
        MentionKind::Organisation => 3,
        MentionKind::Group => 4,
        MentionKind::Place => 5,
        MentionKind::Money => 6,
        MentionKind::Quantity => 7,
    }
}

#[cfg(test)]
mod tests {
    use super::{grammar, without_overlaps};
    use crate::model::{MentionKind, Span};

    #[test]
    fn the_longer_mention_stands() {
        let found = without_overlaps(vec![
            grammar(Span::new(0, 4), MentionKind::Quantity),
            grammar(Span::new(0, 9), MentionKind::Date),
            grammar(Span::new(12, 14), MentionKind::Money),
        ]);
        let spans: Vec<usize> = found.iter().map(|m| m.span.start).collect();
        assert_eq!(spans, [0, 12]);
        assert_eq!(found[0].kind, MentionKind::Date);
    }
}
