//! Tags of party and state behind a politician's name: "(R-Texas)", ", D-N.Y.,", "(I-Vt.)", "(R)".
//!
//! The state is a place; the letter names nothing by itself.

use crate::language::lexicon;
use crate::model::{Mention, MentionKind, MentionReason, Span};

/// Longest name or abbreviation of a state, in bytes.
const STATE_BYTES_MAX: usize = 16;
/// How sure a state in a tag is.
const TAGGED: f32 = 0.9;

/// Replaces what stands in tags by the states that they name.
pub(super) fn settle(text: &str, mentions: &mut Vec<Mention>) {
    mentions.retain(|mention| !is_bare_tag(text, mention.span));
    let tags = find(text);
    if tags.is_empty() {
        return;
    }
    mentions.retain(|mention| !tags.iter().any(|(tag, _)| tag.overlaps(mention.span)));
    mentions.extend(tags.into_iter().map(|(_, state)| Mention {
        span: state,
        kind: MentionKind::Place,
        entity: None,
        named: Some(true),
        confidence: TAGGED,
        why: MentionReason::Lexicon("places".to_owned()),
    }));
    mentions.sort_by_key(|mention| mention.span);
}

/// Whether these words are the letter of a party alone in brackets: "Wren Holloway (R)".
fn is_bare_tag(text: &str, span: Span) -> bool {
    let outside = |range| text.get(range).unwrap_or_default();
    matches!(span.of(text), "R" | "D" | "I")
        && outside(0..span.start).ends_with('(')
        && outside(span.end..text.len()).starts_with(')')
}

/// Every tag with the state in it.
fn find(text: &str) -> Vec<(Span, Span)> {
    text.match_indices(['-', '–', '‑'])
        .filter_map(|(at, hyphen)| {
            let letter = at.checked_sub(1)?;
            let before = text.get(..letter)?;
            let is_tag = matches!(text.get(letter..at), Some("R" | "D" | "I"))
                && (before.ends_with('(') || before.ends_with(", ") || before.ends_with('['));
            let start = at + hyphen.len();
            let end = start + state(text.get(start..)?).filter(|_| is_tag)?;
            Some((Span::new(letter, end), Span::new(start, end)))
        })
        .collect()
}

/// The length of the name of a state that a text starts with.
fn state(text: &str) -> Option<usize> {
    let ends = text
        .char_indices()
        .map(|(at, _)| at)
        .chain([text.len()])
        .take_while(|at| *at <= STATE_BYTES_MAX)
        .collect::<Vec<_>>();
    let listed = ends.into_iter().rev().find(|&end| {
        let (name, rest) = text.split_at_checked(end).unwrap_or_default();
        !rest.starts_with(char::is_alphanumeric)
            && name.starts_with(char::is_uppercase)
            && lexicon::region(name).is_some_and(|region| region.within == "United States")
    });
    listed.or_else(|| district(text))
}

/// "Phoenix" in "D-Phoenix,": members of a state's parliament are known by their district.
fn district(text: &str) -> Option<usize> {
    const WORDS_MAX: usize = 3;
    let end = text.find([')', ',', '.', ';', '\n'])?;
    let name = text.get(..end)?;
    let is_name = name.split(' ').count() <= WORDS_MAX
        && name.split(' ').all(|word| {
            word.chars().count() > 2
                && word.starts_with(char::is_uppercase)
                && word.chars().skip(1).all(char::is_lowercase)
        });
    (is_name && !matches!(name, "Day" | "Rated")).then_some(end)
}

#[cfg(test)]
mod tests {
    use super::{find, is_bare_tag};
    use crate::model::Span;

    fn states(text: &str) -> Vec<&str> {
        find(text)
            .into_iter()
            .map(|(_, state)| state.of(text))
            .collect()
    }

    #[test]
    fn the_state_of_a_tag_is_found() {
        assert_eq!(states("Sen. Ann Lind (R-Texas) and"), ["Texas"]);
        assert_eq!(states("Rep. Bo Fell, D-N.Y., said"), ["N.Y."]);
        assert_eq!(states("Sen. Ann Lind, D-Pellwick, left"), ["Pellwick"]);
        assert_eq!(
            states("Wren (I-Vt.) and Rowe (D-West Virginia)"),
            ["Vt.", "West Virginia"]
        );
    }

    #[test]
    fn the_letter_of_a_party_in_brackets_is_a_tag() {
        assert!(is_bare_tag("Ann Lind (R) left", Span::new(10, 11)));
        assert!(!is_bare_tag("Ann Lind (X) left", Span::new(10, 11)));
        assert!(!is_bare_tag("R left", Span::new(0, 1)));
    }

    #[test]
    fn other_hyphens_are_no_tags() {
        assert!(
            states("The R-rated film (D-Day), a B-Texas line, D-Ray and his friends left")
                .is_empty()
        );
    }
}
