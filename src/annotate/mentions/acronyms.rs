//! Letters in brackets behind what they stand for: "Osk Valley Water (OVW)" is one thing named twice,
//! so both have one kind; "non-fungible tokens (NFTs)" is no name at all.
//!
//! Goes by first letters alone. Must not add mentions.

use std::collections::{BTreeMap, BTreeSet};

use super::facts;
use crate::language::lexicon;
use crate::model::{Mention, MentionKind, MentionReason};

/// Words looked at in front of a bracket.
const EXPANSION_WORDS_MAX: usize = 8;

/// Gives names and their letters one kind, and drops letters that stand for common words.
/// `mentions` are in order and do not overlap.
pub(super) fn settle(text: &str, mentions: &mut Vec<Mention>) {
    let kinds = shared_kinds(text, mentions);
    for mention in mentions.iter_mut().filter(|mention| is_open(mention.kind)) {
        if let Some(&(kind, other)) = kinds.get(mention.span.of(text))
            && kind != mention.kind
        {
            mention.kind = kind;
            mention.why = MentionReason::SameName(other.to_owned());
        }
    }
    let common = common_words(text, mentions);
    mentions.retain(|mention| {
        mention.kind != MentionKind::Organisation
            || !common.contains(singular(mention.span.of(text)))
    });
}

const fn is_open(kind: MentionKind) -> bool {
    matches!(
        kind,
        MentionKind::Organisation | MentionKind::Place | MentionKind::Person | MentionKind::Event
    )
}

/// Names and letters that stand for each other with different kinds: the kind of both, and the other.
fn shared_kinds<'t>(
    text: &'t str,
    mentions: &[Mention],
) -> BTreeMap<&'t str, (MentionKind, &'t str)> {
    let mut kinds = BTreeMap::new();
    for pair in mentions.windows(2) {
        let [name, letters] = pair else { continue };
        let is_bracketed = text.get(name.span.end..letters.span.start) == Some(" (")
            && text
                .get(letters.span.end..)
                .is_some_and(|rest| rest.starts_with(')'));
        let (full, short) = (name.span.of(text), letters.span.of(text));
        let is_pair = is_bracketed
            && name.kind != letters.kind
            && is_open(name.kind)
            && is_open(letters.kind)
            && (are_initials(
                short,
                full.split([' ', '-']).filter(|word| is_capital(word)),
            ) || are_initials(short, full.split([' ', '-'])));
        if !is_pair {
            continue;
        }
        let either = |kind| name.kind == kind || letters.kind == kind;
        let kind = if let Some((listed, _)) = facts::kind_of(full) {
            listed
        } else if either(MentionKind::Event) {
            MentionKind::Event
        } else if either(MentionKind::Organisation) {
            MentionKind::Organisation
        } else {
            name.kind
        };
        kinds.insert(full, (kind, short));
        kinds.insert(short, (kind, full));
    }
    kinds
}

/// Letters in brackets, tagged as an organisation, whose words in front are written small.
fn common_words<'t>(text: &'t str, mentions: &[Mention]) -> BTreeSet<&'t str> {
    let is_common = |mention: &&Mention| {
        let before = text.get(..mention.span.start).unwrap_or_default();
        let letters = singular(mention.span.of(text));
        let Some(before) = before.strip_suffix(" (") else {
            return false;
        };
        let words: Vec<&str> = before
            .rsplit([' ', '-', '\n'])
            .take(EXPANSION_WORDS_MAX)
            .collect();
        let count = letters.chars().count();
        let expansion = words.get(..count).unwrap_or_default();
        count > 1
            && letters.chars().all(char::is_uppercase)
            && expansion
                .iter()
                .all(|word| word.starts_with(char::is_lowercase))
            && !expansion
                .iter()
                .any(|word| lexicon::organisation_words(word).next().is_some())
            && are_initials(letters, expansion.iter().rev().copied())
    };
    mentions
        .iter()
        .filter(|mention| mention.kind == MentionKind::Organisation)
        .filter(is_common)
        .map(|mention| singular(mention.span.of(text)))
        .collect()
}

/// Whether the letters are the first letters of these words, each once and in order.
fn are_initials<'w>(letters: &str, words: impl Iterator<Item = &'w str>) -> bool {
    let initials = words.filter_map(|word| word.chars().next());
    let same = |(a, b): (char, char)| a.eq_ignore_ascii_case(&b);
    let letters: Vec<char> = letters.chars().filter(|c| c.is_alphabetic()).collect();
    let initials: Vec<char> = initials.collect();
    letters.len() > 1
        && letters.len() == initials.len()
        && letters.into_iter().zip(initials).all(same)
}

fn is_capital(word: &str) -> bool {
    word.starts_with(char::is_uppercase)
}

/// "NFTs" are several of an "NFT".
fn singular(letters: &str) -> &str {
    letters
        .strip_suffix('s')
        .filter(|rest| !rest.is_empty() && rest.chars().all(char::is_uppercase))
        .unwrap_or(letters)
}

#[cfg(test)]
mod tests {
    use super::settle;
    use crate::annotate::mentions::grammar;
    use crate::model::{MentionKind, Span};

    /// The kinds of these names of a text, after settling.
    fn settled(text: &str, names: &[(&str, MentionKind)]) -> Vec<MentionKind> {
        let mut mentions = names
            .iter()
            .map(|(name, kind)| {
                let start = text.find(name).expect("in the text");
                grammar(Span::new(start, start + name.len()), *kind)
            })
            .collect();
        settle(text, &mut mentions);
        mentions.iter().map(|mention| mention.kind).collect()
    }

    #[test]
    fn a_name_and_its_letters_have_one_kind() {
        use MentionKind::{Organisation, Place};
        assert_eq!(
            settled(
                "Osk Valley Water (OVW) shut.",
                &[("Osk Valley Water", Place), ("OVW", Organisation)]
            ),
            [Organisation, Organisation]
        );
        assert_eq!(
            settled(
                "the Department of Fisheries (DOF)",
                &[
                    ("Department of Fisheries", Organisation),
                    ("DOF", MentionKind::Person)
                ]
            ),
            [Organisation, Organisation]
        );
        assert_eq!(
            settled(
                "the United Arab Emirates (UAE)",
                &[("United Arab Emirates", Place), ("UAE", Organisation)]
            ),
            [Place, Place]
        );
    }

    #[test]
    fn letters_of_common_words_are_no_name() {
        use MentionKind::Organisation;
        assert_eq!(
            settled("non-fungible tokens (NFTs) fell", &[("NFTs", Organisation)]),
            []
        );
        assert_eq!(
            settled("the water safety board (WSB)", &[("WSB", Organisation)]),
            [Organisation]
        );
    }
}
