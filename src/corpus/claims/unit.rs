//! Units: the clauses of a text that could each be a claim.
//!
//! A unit is a clause without the shell that says who told it ("Iran is planning an attack" of
//! "Iran is planning an attack, two officials told the agency"). It is compared by its own words,
//! without the clauses inside it, which are units of their own; it is shown with them, so that a
//! reader sees a whole statement. A clause whose verb is an act of speech without a clause as its
//! content ("threatened to resign", "asked for a recount") is a claim about that act.

use rayon::prelude::*;

use crate::language::tree::Tree;
use crate::language::{Parsed, Relation, Upos, Vector};
use crate::model::{Article, ArticleFindings, Attribution, Certainty, Interval, Span};

use super::super::{Text, quotations};
use super::clause;
use super::frame::{self, Frame};
use super::inner;

/// A clause that could be a claim.
#[derive(Clone, Debug)]
pub(super) struct Unit {
    /// Index of the article.
    pub(super) article: usize,
    /// Index of the story the article tells.
    pub(super) story: usize,
    /// Index of the sentence in its article.
    pub(super) sentence: usize,
    /// Index of the word that heads it in its article.
    pub(super) head: usize,
    /// The head of the clause around it, for an inner clause.
    pub(super) inside: Option<usize>,
    /// From its first to its last word, with the clauses that hang on it, in the article's text.
    pub(super) span: Span,
    /// Who did what to whom.
    pub(super) frame: Frame,
    /// Index of the innermost attribution whose content holds it.
    pub(super) attribution: Option<usize>,
    /// How surely it is told.
    pub(super) certainty: Certainty,
    /// Whether it stands as a sentence or content of its own, not inside or below another clause.
    pub(super) is_independent: bool,
    /// What its words are to a reader who sees nothing else.
    pub(super) alone: Alone,
    /// Whether it asks.
    pub(super) is_question: bool,
}

/// What the words of a unit are to a reader who sees nothing else.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Alone {
    /// A part of a sentence: "to halt the attacks", "who lost his sheep".
    Fragment,
    /// A sentence about somebody who is not named: "they halted the attacks".
    Unnamed,
    /// A sentence that names whom it is about.
    Whole,
}

impl Unit {
    /// What it means within its sentence, where that is known.
    pub(super) fn meaning<'a>(&self, texts: &[Text<'a>]) -> Option<&'a Vector> {
        let clauses = texts.get(self.article)?.clauses;
        let at = clauses.binary_search_by_key(&self.head, |clause| clause.head);
        Some(&clauses.get(at.ok()?)?.vector)
    }

    /// When it was told: the day the article was published.
    pub(super) fn told_on(&self, texts: &[Text<'_>]) -> Option<Interval> {
        texts
            .get(self.article)?
            .article
            .published
            .value
            .map(Interval::day)
    }
}

/// One article with its trees and quotations listed.
pub(super) struct Page<'a> {
    pub(super) text: Text<'a>,
    pub(super) tree: Tree<'a>,
    quotations: Vec<Span>,
    /// For each sentence the attributions whose content or cue stands in it, as indexes.
    told: Vec<Vec<usize>>,
}

impl<'a> Page<'a> {
    fn new(text: Text<'a>) -> Self {
        Self {
            text,
            tree: Tree::new(text.parsed, &text.article.text),
            quotations: quotations(&text.article.text),
            told: told(text),
        }
    }

    /// The attributions whose content or cue stands in the sentence, with their indexes.
    fn told(&self, sentence: usize) -> Vec<(usize, &'a Attribution)> {
        self.told
            .get(sentence)
            .into_iter()
            .flatten()
            .filter_map(|&index| Some((index, self.text.findings.attributions.get(index)?)))
            .collect()
    }

    /// Whether the words stand inside quotation marks.
    pub(super) fn is_quoted(&self, span: Span) -> bool {
        let next = self
            .quotations
            .partition_point(|quotation| quotation.end < span.end);
        self.quotations
            .get(next)
            .is_some_and(|quotation| quotation.contains(span))
    }
}

fn told(text: Text<'_>) -> Vec<Vec<usize>> {
    let sentences = &text.parsed.sentences;
    let mut told: Vec<Vec<usize>> = vec![Vec::new(); sentences.len()];
    for (index, attribution) in text.findings.attributions.iter().enumerate() {
        let cue = attribution.cue.as_ref().map(|cue| cue.span);
        for piece in attribution.content.iter().copied().chain(cue) {
            let first = sentences.partition_point(|sentence| sentence.span.end <= piece.start);
            for (sentence, list) in sentences.iter().zip(&mut told).skip(first) {
                if sentence.span.start >= piece.end {
                    break;
                }
                if list.last() != Some(&index) {
                    list.push(index);
                }
            }
        }
    }
    told
}

/// Fewest words that say something without a subject among them.
const WORDS_MIN: usize = 3;
/// Words of others that may stand between two words of a clause.
const GAP_MAX: usize = 2;

/// Every unit of every text, in order of article and place.
pub(super) fn units(texts: &[Text<'_>], story_of: &[usize]) -> Vec<Unit> {
    let found: Vec<Vec<Unit>> = texts
        .par_iter()
        .enumerate()
        .map(|(article, &text)| {
            let page = Page::new(text);
            let story = story_of.get(article).copied().unwrap_or(0);
            (0..text.parsed.sentences.len())
                .flat_map(|sentence| of_sentence(&page, sentence))
                .map(|unit| Unit {
                    article,
                    story,
                    ..unit
                })
                .collect()
        })
        .collect();
    found.into_iter().flatten().collect()
}

/// A clause that could be a claim, by its words.
pub(crate) struct Clause {
    /// The word that heads it.
    pub(crate) head: usize,
    /// Its own words, without the clauses inside it, in order.
    pub(crate) words: Vec<usize>,
    /// The words that lead to it from the clause around, for an inner clause.
    leads: Vec<usize>,
    /// Its first and its last word as it is shown.
    ends: (usize, usize),
}

/// The clauses of each sentence of an article that could be claims. Needs nothing of other articles.
pub(crate) fn clauses(
    article: &Article,
    parsed: &Parsed,
    findings: &ArticleFindings,
) -> Vec<Vec<Clause>> {
    let page = Page::new(Text {
        article,
        parsed,
        findings,
        clauses: &[],
    });
    (0..parsed.sentences.len())
        .map(|sentence| clauses_of(&page, sentence, &page.told(sentence)))
        .collect()
}

fn clauses_of(page: &Page<'_>, sentence: usize, told: &[(usize, &Attribution)]) -> Vec<Clause> {
    let tree = &page.tree;
    let heads: Vec<usize> = tree
        .words_of(sentence)
        .filter(|&word| clause::is_head(tree, word))
        .collect();
    let clause = |head: usize| {
        let shells = shells(tree, head, told);
        let words = own_words(tree, head, &heads, &shells);
        let is_long =
            words.len() >= WORDS_MIN || words.len() > 1 && has_subject(tree, head, &words);
        let ends = ends(tree, head, &words, &heads, &shells).filter(|_| is_long)?;
        let leads = if heads.binary_search(&head).is_ok() {
            Vec::new()
        } else {
            inner::leads(tree, head, &heads)?
        };
        Some(Clause {
            head,
            words,
            leads,
            ends,
        })
    };
    tree.words_of(sentence)
        .filter(|head| match heads.binary_search(head) {
            Ok(_) => !clause::is_shell(tree, told, *head, &heads),
            Err(_) => inner::is_head(tree, *head),
        })
        .filter_map(clause)
        .collect()
}

/// Whether the subject of the clause stands among its words.
fn has_subject(tree: &Tree<'_>, head: usize, words: &[usize]) -> bool {
    clause::subject(tree, head).is_some_and(|word| words.contains(&word))
}

/// What the words of the clause at `head`, shown from the word `first` on, are by themselves.
fn alone(tree: &Tree<'_>, head: usize, words: &[usize], first: usize) -> Alone {
    // "even as workers went unpaid", "(the money) the mayor has demanded for the wall".
    let is_bound = tree.relation(head) == Relation::Acl
        || tree
            .all(head, Relation::Mark)
            .any(|mark| words.contains(&mark) && !tree.is(mark, &["that"]));
    if is_bound {
        return Alone::Fragment;
    }
    let is_relative = |word: usize| tree.xpos(word).starts_with('W');
    let subject = clause::subject(tree, head).filter(|word| words.contains(word));
    let Some(subject) = subject.filter(|_| clause::is_finite(tree, head)) else {
        return Alone::Fragment;
    };
    if is_relative(subject) || is_relative(first) {
        return Alone::Fragment;
    }
    match tree.upos(subject) {
        Upos::Pron | Upos::Det => Alone::Unnamed,
        _ => Alone::Whole,
    }
}

fn of_sentence(page: &Page<'_>, sentence: usize) -> Vec<Unit> {
    let tree = &page.tree;
    let told = page.told(sentence);
    let is_question = asks(page, sentence);
    clauses_of(page, sentence, &told)
        .into_iter()
        .filter_map(|clause| {
            let Clause {
                head,
                words,
                leads,
                ends,
            } = clause;
            let attribution = innermost(&told, tree.word(head)?.span);
            let is_independent = stands_alone(tree, head)
                || tree.relation(head) == Relation::Ccomp && attribution.is_some();
            Some(Unit {
                article: 0,
                story: 0,
                sentence,
                head,
                inside: leads.first().copied(),
                span: tree.word(ends.0)?.span.hull(tree.word(ends.1)?.span),
                frame: frame::frame(page, &leads, head, &words),
                attribution,
                certainty: certainty(page, attribution, is_independent),
                is_independent,
                alone: alone(tree, head, &words, ends.0),
                is_question,
            })
        })
        .collect()
}

/// How surely a clause is told, by its attribution. Who denies or doubts something does not deny what
/// is only mentioned along with it ("denied that the money found in the house was a bribe").
fn certainty(page: &Page<'_>, attribution: Option<usize>, is_independent: bool) -> Certainty {
    let attribution = attribution.and_then(|index| page.text.findings.attributions.get(index));
    match attribution.map(|attribution| attribution.certainty) {
        None => Certainty::Stated,
        Some(Certainty::Denied | Certainty::Questioned) if !is_independent => Certainty::Attributed,
        Some(certainty) => certainty,
    }
}

/// Whether the sentence ends in a question mark.
fn asks(page: &Page<'_>, sentence: usize) -> bool {
    page.text
        .parsed
        .sentences
        .get(sentence)
        .is_some_and(|sentence| {
            sentence
                .span
                .of(&page.text.article.text)
                .trim_end_matches(['"', '”', '\'', '’', ' ', ')'])
                .ends_with('?')
        })
}

/// Whether the word is a conjunction that ties the clause at `head` to another one.
fn ties(tree: &Tree<'_>, head: usize, word: usize) -> bool {
    word < head
        && tree.head(word) == Some(head)
        && matches!(tree.relation(word), Relation::Mark | Relation::Cc)
        && tree.upos(word) != Upos::Part
}

/// Whether the word stands in one of the spans.
fn stands_in(tree: &Tree<'_>, word: usize, spans: &[Span]) -> bool {
    tree.word(word)
        .is_some_and(|word| spans.iter().any(|span| span.contains(word.span)))
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
fn own_words(tree: &Tree<'_>, head: usize, heads: &[usize], shells: &[Span]) -> Vec<usize> {
    let mut own: Vec<usize> = tree.below(head, |below| {
        heads.contains(&below) || is_second_act(tree, head, below, heads)
    });
    own.retain(|&word| {
        word == head || tree.upos(word) != Upos::Punct && !stands_in(tree, word, shells)
    });
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
fn ends(
    tree: &Tree<'_>,
    head: usize,
    own: &[usize],
    heads: &[usize],
    shells: &[Span],
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
                && !stands_in(tree, word, shells)
                && !ties(tree, head, word)
    };
    let says = |word: &usize| !is_punctuation(*word);
    let (&first, &last) = own.first().zip(own.last())?;
    let sentence = tree.words_of(tree.sentence(head));
    let before = (sentence.start..first).rev().take_while(hangs).filter(says);
    let after = (last + 1..sentence.end).take_while(hangs).filter(says);
    Some((before.last().unwrap_or(first), after.last().unwrap_or(last)))
}

/// Sources and cues of the attributions whose content holds this word.
fn shells(tree: &Tree<'_>, head: usize, told: &[(usize, &Attribution)]) -> Vec<Span> {
    let Some(word) = tree.word(head) else {
        return Vec::new();
    };
    told.iter()
        .filter(|(_, attribution)| holds(attribution, word.span))
        .flat_map(|(_, attribution)| {
            attribution
                .source
                .into_iter()
                .chain(attribution.cue.as_ref().map(|cue| cue.span))
        })
        .collect()
}

/// Whether the words stand in the content of the attribution.
pub(super) fn holds(attribution: &Attribution, words: Span) -> bool {
    attribution
        .content
        .iter()
        .any(|piece| piece.contains(words))
}

/// Whether the clause at this word is a sentence's main clause or stands beside one.
fn stands_alone(tree: &Tree<'_>, head: usize) -> bool {
    match tree.relation(head) {
        Relation::Root | Relation::Parataxis => true,
        Relation::Conj => tree.head(head).is_some_and(|first| {
            matches!(
                tree.relation(first),
                Relation::Root | Relation::Parataxis | Relation::Ccomp
            )
        }),
        _ => false,
    }
}

/// The attribution with the shortest content around these words.
fn innermost(told: &[(usize, &Attribution)], words: Span) -> Option<usize> {
    let length = |attribution: &Attribution| -> usize {
        attribution.content.iter().map(|piece| piece.len()).sum()
    };
    told.iter()
        .filter(|(_, attribution)| holds(attribution, words))
        .min_by_key(|(index, attribution)| (length(attribution), *index))
        .map(|&(index, _)| index)
}
