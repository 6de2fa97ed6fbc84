//! Extent: which words make a clause, and which of them a reader is shown.
//!
//! A clause is compared by its own words, without the clauses inside it and without the shell that says
//! who told it; it is shown from its first word to its last with what hangs on it, its quotation marks
//! closed, and with the noun that it tells of where it only adds to one ("the ferry, which sank …").

use crate::language::tree::Tree;
use crate::language::{Relation, Upos};
use crate::model::{Attribution, Span};

use super::clause;
use super::unit::Page;

/// Words of others that may stand between two words of a clause.
const GAP_MAX: usize = 2;
/// Most words of a noun that are shown before the clause that adds to it.
const NOUN_WORDS_MAX: usize = 12;

/// Whether the word is a conjunction that ties the clause at `head` to another one.
fn ties(tree: &Tree<'_>, head: usize, word: usize) -> bool {
    word < head
        && tree.head(word) == Some(head)
        && matches!(tree.relation(word), Relation::Mark | Relation::Cc)
        && tree.upos(word) != Upos::Part
}

/// Whether the word begins a second act inside an inner clause: "to keep jets from using its airspace
/// and asking Tehran to hold back" tells two things, wherever the second is thought to hang.
fn is_second_act(tree: &Tree<'_>, head: usize, word: usize, heads: &[usize]) -> bool {
    let has = |word: usize, relation| tree.child(word, relation).is_some();
    let acts = |word: usize| {
        tree.is_verb(word)
            && [Relation::Obj, Relation::Xcomp, Relation::Ccomp]
                .into_iter()
                .any(|relation| has(word, relation))
    };
    heads.binary_search(&head).is_err()
        && tree.relation(word) == Relation::Conj
        && acts(word)
        && tree.head(word).is_some_and(acts)
}

/// The words of the clause at `head`: without punctuation, other clauses, the source and cue of its
/// attribution ("according to X"), a conjunction in front, and pieces cut off from the head.
pub(super) fn own_words(
    tree: &Tree<'_>,
    head: usize,
    heads: &[usize],
    shells: &Shells<'_>,
) -> Vec<usize> {
    let mut own: Vec<usize> = tree.below(head, |below| {
        heads.contains(&below) || is_second_act(tree, head, below, heads)
    });
    own.retain(|&word| word == head || tree.upos(word) != Upos::Punct && !shells.hide(tree, word));
    let leading = own
        .iter()
        .take_while(|&&word| ties(tree, head, word))
        .count();
    own.drain(..leading);
    let all = tree.below(head, |_| false);
    let hang_together = |left: usize, right: usize| {
        let between = (left + 1..right)
            .filter(|&word| tree.upos(word) != Upos::Punct && all.binary_search(&word).is_err());
        between.count() <= GAP_MAX
    };
    let Some(at) = own.iter().position(|&word| word == head) else {
        return Vec::new();
    };
    let (before, after) = own.split_at(at);
    let mut kept: Vec<usize> = vec![head];
    let mut next = head;
    for &word in before.iter().rev() {
        if !hang_together(word, next) {
            break;
        }
        kept.push(word);
        next = word;
    }
    kept.reverse();
    let mut last = head;
    for &word in after.iter().skip(1) {
        if !hang_together(last, word) {
            break;
        }
        kept.push(word);
        last = word;
    }
    kept
}

/// The first and the last word of the clause as it is shown: its own words and all that follows or
/// leads without a gap and hangs on it, but no clause beside it.
pub(super) fn ends(
    tree: &Tree<'_>,
    head: usize,
    own: &[usize],
    heads: &[usize],
    shells: &Shells<'_>,
) -> Option<(usize, usize)> {
    let is_beside = |word: usize| {
        heads.contains(&word) && matches!(tree.relation(word), Relation::Conj | Relation::Parataxis)
            || is_second_act(tree, head, word, heads)
    };
    let below = tree.below(head, is_beside);
    let is_punctuation = |word: usize| tree.upos(word) == Upos::Punct;
    let hangs = |&word: &usize| {
        is_punctuation(word)
            || below.binary_search(&word).is_ok()
                && !shells.hide(tree, word)
                && !ties(tree, head, word)
    };
    let says = |word: &usize| !is_punctuation(*word);
    let (&first, &last) = own.first().zip(own.last())?;
    let sentence = tree.words_of(tree.sentence(head));
    let before = (sentence.start..first).rev().take_while(hangs).filter(says);
    let after = (last + 1..sentence.end).take_while(hangs).filter(says);
    Some((before.last().unwrap_or(first), after.last().unwrap_or(last)))
}

/// From the first to the last word that a reader is shown of the clause at `head` with these ends.
pub(super) fn shown(page: &Page<'_>, head: usize, ends: (usize, usize)) -> Option<Span> {
    let tree = &page.tree;
    let first = noun_before(tree, head, ends.0).unwrap_or(ends.0);
    let span = tree.word(first)?.span.hull(tree.word(ends.1)?.span);
    Some(without_link(&page.text.article.text, page.with_marks(span)))
}

/// Words that tie a sentence to the one before, which a reader of the claim does not see.
const LINKS: &[&str] = &[
    "also",
    "as a result",
    "besides",
    "for example",
    "for instance",
    "furthermore",
    "hence",
    "however",
    "in addition",
    "in fact",
    "in turn",
    "indeed",
    "instead",
    "likewise",
    "meanwhile",
    "moreover",
    "nevertheless",
    "nonetheless",
    "of course",
    "on the other hand",
    "otherwise",
    "similarly",
    "still",
    "then",
    "therefore",
    "thus",
];

/// The words behind such a link and its comma: "Still, the ferry left" is that the ferry left.
fn without_link(text: &str, span: Span) -> Span {
    let words = span.of(text);
    let link = words.split_once(", ").map(|(link, _)| link);
    let is_link = link.is_some_and(|link| {
        let link = link.to_lowercase();
        LINKS.binary_search(&link.as_str()).is_ok()
    });
    let length = link.filter(|_| is_link).map_or(0, |link| link.len() + 2);
    Span::new(span.start + length, span.end)
}

/// The first word of the noun that the clause at `head` adds to, where it stands right before the clause:
/// without it nobody knows what "which sank" or "moored in the harbour" tells of.
fn noun_before(tree: &Tree<'_>, head: usize, first: usize) -> Option<usize> {
    let noun = tree.head(head)?;
    let adds = tree.relation(head) == Relation::Acl && !clause::is_noun_content(tree, head);
    let is_noun = matches!(tree.upos(noun), Upos::Noun | Upos::Propn | Upos::Num);
    if !adds || !is_noun || noun >= first {
        return None;
    }
    let leads = |word: usize| {
        matches!(
            tree.relation(word),
            Relation::Case | Relation::Cc | Relation::Mark
        ) && tree.head(word) == Some(noun)
            || tree.upos(word) == Upos::Punct
    };
    let below = tree.below(noun, |below| clause::is_head(tree, below) && below != head);
    let own = below.iter().copied().take_while(|&word| word < first);
    let start = own.clone().find(|&word| !leads(word))?;
    let is_whole = (start..first)
        .all(|word| tree.upos(word) == Upos::Punct || below.binary_search(&word).is_ok());
    (is_whole && start <= noun && first - start <= NOUN_WORDS_MAX).then_some(start)
}

/// The words that only say who told a clause, and what stands behind them beside what was told.
pub(super) struct Shells<'a> {
    /// The word that heads the clause.
    head: Option<Span>,
    /// Sources and cues of the attributions whose content holds it.
    spans: Vec<Span>,
    /// The content of the innermost of them.
    content: &'a [Span],
}

impl<'a> Shells<'a> {
    /// Those around the clause at `head`; `told` are the attributions of its sentence.
    pub(super) fn new(tree: &Tree<'_>, head: usize, told: &[(usize, &'a Attribution)]) -> Self {
        let head = tree.word(head).map(|word| word.span);
        let around = told
            .iter()
            .filter(|(_, attribution)| head.is_some_and(|head| holds(attribution, head)));
        let spans = around.flat_map(|(_, attribution)| {
            let cue = attribution.cue.as_ref().map(|cue| cue.span);
            attribution.source.into_iter().chain(cue)
        });
        let inner = head.and_then(|head| innermost(told, head));
        let inner = told.iter().find(|(index, _)| Some(*index) == inner);
        Self {
            head,
            spans: spans.collect(),
            content: inner.map_or(&[], |(_, attribution)| &attribution.content),
        }
    }

    /// Whether the word is no part of the clause: it stands in a shell, or beside one and is not told
    /// (“I will stay,” she said after the vote; she said on Monday the dam had burst).
    fn hide(&self, tree: &Tree<'_>, word: usize) -> bool {
        let Some((word, head)) = tree.word(word).map(|word| word.span).zip(self.head) else {
            return false;
        };
        let between = |shell: &&Span| {
            let is_before = shell.end <= head.start && word.end <= head.start;
            is_before || head.end <= shell.start && shell.end <= word.start
        };
        self.spans.iter().any(|shell| shell.contains(word))
            || !self.content.iter().any(|piece| piece.contains(word))
                && self.spans.iter().any(|shell| between(&shell))
    }
}

/// Whether the words stand in the content of the attribution.
pub(super) fn holds(attribution: &Attribution, words: Span) -> bool {
    attribution
        .content
        .iter()
        .any(|piece| piece.contains(words))
}

/// Whether the words are part of what says that somebody tells something.
pub(super) fn is_cue(attribution: &Attribution, words: Span) -> bool {
    let cue = attribution.cue.as_ref();
    cue.is_some_and(|cue| cue.span.contains(words))
}

/// The attribution with the shortest content around these words.
pub(super) fn innermost(told: &[(usize, &Attribution)], words: Span) -> Option<usize> {
    let length = |attribution: &Attribution| -> usize {
        attribution.content.iter().map(|piece| piece.len()).sum()
    };
    told.iter()
        .filter(|(_, attribution)| holds(attribution, words))
        .min_by_key(|(index, attribution)| (length(attribution), *index))
        .map(|&(index, _)| index)
}

#[cfg(test)]
mod tests {
    use super::{LINKS, without_link};
    use crate::model::Span;

    #[test]
    fn a_link_to_the_sentence_before_is_left_out() {
        let shown = |words: &str| {
            let span = without_link(words, Span::new(0, words.len()));
            span.of(words).to_owned()
        };
        assert_eq!(shown("Still, the ferry left"), "the ferry left");
        assert_eq!(shown("In fact, it sank, they say"), "it sank, they say");
        assert_eq!(shown("On Monday, it sank"), "On Monday, it sank");
        assert!(LINKS.is_sorted());
    }
}
