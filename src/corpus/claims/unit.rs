//! Units: the clauses of a text that could each be a claim.
//!
//! A unit is a clause without the shell that says who told it ("Iran is planning an attack" of
//! "Iran is planning an attack, two officials told the agency"). It is compared by its own words,
//! without the clauses inside it, which are units of their own; it is shown with them, so that a
//! reader sees a whole statement. A clause whose verb is an act of speech without a clause as its
//! content ("threatened to resign", "asked for a recount") is a claim about that act.

use std::collections::BTreeSet;

use rayon::prelude::*;

use crate::annotate::certainty;
use crate::language::tree::Tree;
use crate::language::{Parsed, Relation, Upos, Vector};
use crate::model::{Article, ArticleFindings, Attribution, Certainty, EntityId, Interval, Span};

use super::super::{Text, quotations};
use super::clause;
use super::extent::{self, Shells};
use super::frame::{self, Frame};
use super::inner;
use super::mood::{self, Mood};

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
    /// The head of the clause whose subject it shares: "broke in and shot him".
    pub(super) beside: Option<usize>,
    /// From its first to its last word, with the clauses that hang on it, in the article's text.
    pub(super) span: Span,
    /// The words that a reader is shown of it.
    pub(super) shown: Span,
    /// How many people, bodies, places and groups these words name.
    pub(super) named: usize,
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

/// A sentence: its article and its place there.
pub(super) type Place = (usize, usize);

impl Unit {
    /// The sentence it stands in.
    pub(super) const fn place(&self) -> Place {
        (self.article, self.sentence)
    }

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

    /// The words with the quotation marks and the bracket that open or close among them.
    pub(super) fn with_marks(&self, span: Span) -> Span {
        let text = &self.text.article.text;
        let between = |start: usize, end: usize| text.get(start..end).unwrap_or_default();
        let is_bare = |words: &str| !words.chars().any(char::is_alphanumeric);
        let near = self
            .quotations
            .partition_point(|quotation| quotation.end <= span.start);
        let near = self.quotations.iter().skip(near);
        let mut whole = span;
        for quotation in near.take_while(|quotation| quotation.start < span.end) {
            let opens = span.start < quotation.start && span.end <= quotation.end;
            let closes = quotation.start <= span.start && quotation.end < span.end;
            if opens && is_bare(between(span.end, quotation.end)) {
                let mark = between(quotation.end, text.len()).chars().next();
                let mark = mark.filter(|mark| ['"', '”', '»', '’'].contains(mark));
                whole.end = mark.map_or(whole.end, |mark| quotation.end + mark.len_utf8());
            }
            if closes && is_bare(between(quotation.start, span.start)) {
                let mark = between(0, quotation.start).chars().next_back();
                let mark = mark.filter(|mark| ['"', '“', '„', '«', '‘'].contains(mark));
                whole.start = mark.map_or(whole.start, |mark| quotation.start - mark.len_utf8());
            }
        }
        let count = |bracket: char| whole.of(text).matches(bracket).count();
        let is_cut = count('(') > count(')') && between(whole.end, text.len()).starts_with(')');
        Span::new(whole.start, whole.end + usize::from(is_cut))
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
        let shells = Shells::new(tree, head, told);
        let words = extent::own_words(tree, head, &heads, &shells);
        let is_long =
            words.len() >= WORDS_MIN || words.len() > 1 && has_subject(tree, head, &words);
        let says = is_long && !clause::is_filler(tree, head, &words);
        let ends = extent::ends(tree, head, &words, &heads, &shells).filter(|_| says)?;
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
    let is_bound = tree.relation(head) == Relation::Acl && !clause::is_noun_content(tree, head)
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
    clauses_of(page, sentence, &told)
        .into_iter()
        .filter_map(|clause| {
            let Clause {
                head,
                words,
                leads,
                ends,
            } = clause;
            let attribution = extent::innermost(&told, tree.word(head)?.span)
                .filter(|&index| !is_aside(page, head, index))
                .or_else(|| called(page, &told, head, &words));
            let is_independent = stands_alone(tree, head)
                || is_told(page, head, attribution) && !clause::is_open(tree, head);
            let shown = extent::shown(page, head, ends)?;
            let untold = untold(page, head, ends, attribution);
            let shown = untold.map_or(shown, |(words, _)| words.hull(shown));
            Some(Unit {
                article: 0,
                story: 0,
                sentence,
                head,
                inside: leads.first().copied(),
                beside: clause::shares_subject(tree, head),
                span: tree.word(ends.0)?.span.hull(tree.word(ends.1)?.span),
                shown,
                named: named(page, shown),
                frame: frame::frame(page, attribution, &leads, head, &words),
                attribution,
                certainty: match untold {
                    Some((_, certainty)) => certainty,
                    None => certainty(page, attribution, is_independent, (head, ends)),
                },
                is_independent,
                alone: alone(tree, head, &words, ends.0),
                is_question: asks(tree, head, ends.1),
            })
        })
        .collect()
}

/// The attribution whose cue heads the clause, where the clause quotes its content ("called the bill “a gift
/// to the rich”") or stands around the cue ("Mr. Brandt, officials said, left"): it is told on the word of
/// who says so.
fn called(
    page: &Page<'_>,
    told: &[(usize, &Attribution)],
    head: usize,
    words: &[usize],
) -> Option<usize> {
    let own = page.tree.word(head)?.span;
    let is_quoted = |attribution: &Attribution| {
        let mut words = words.iter().filter_map(|&word| page.tree.word(word));
        words.any(|word| extent::holds(attribution, word.span) && page.is_quoted(word.span))
    };
    let is_amid = |attribution: &Attribution| {
        let ends = attribution.content.first().zip(attribution.content.last());
        ends.is_some_and(|(first, last)| first.hull(*last).contains(own))
    };
    let found = told.iter().find(|(_, attribution)| {
        extent::is_cue(attribution, own) && (is_amid(attribution) || is_quoted(attribution))
    });
    found.map(|(index, _)| *index)
}

/// The words before a clause without which its opposite would be read, and how surely it is told with them:
/// "no evidence that", "I am not saying that".
fn untold(
    page: &Page<'_>,
    head: usize,
    ends: (usize, usize),
    attribution: Option<usize>,
) -> Option<(Span, Certainty)> {
    let unsaid = clause::unsaid(&page.tree, head).filter(|_| attribution.is_none());
    let unsaid = unsaid.map(|words| (page.tree.span(words), Certainty::Questioned));
    unsaid.or_else(|| {
        let nothing = certainty::nothing_for(page.text.parsed, ends.0..ends.1 + 1)?;
        let is_open = clause::is_open(&page.tree, head);
        let certainty = if is_open {
            Certainty::Questioned
        } else {
            Certainty::Denied
        };
        Some((nothing, certainty))
    })
}

/// Whether the article itself adds the clause at `head` to what its source says: "the ferry, which sank in
/// 1962, will be raised, the mayor said". In a quotation all is said by the source.
fn is_aside(page: &Page<'_>, head: usize, attribution: usize) -> bool {
    let tree = &page.tree;
    let attribution = page.text.findings.attributions.get(attribution);
    let is_quoted = attribution.is_some_and(|attribution| attribution.is_direct)
        || tree
            .word(head)
            .is_some_and(|word| page.is_quoted(word.span));
    let is_relative = tree.relation(head) == Relation::Acl && tree.subtype(head) == "relcl";
    is_relative && !is_quoted && clause::stands_apart(tree, head)
}

/// How many different people, bodies, places and groups these words name.
fn named(page: &Page<'_>, shown: Span) -> usize {
    let near = page.text.findings.mentions_in(shown).iter();
    let names = near.filter(|mention| mention.named == Some(true));
    let entities: BTreeSet<EntityId> = names.filter_map(|mention| mention.entity).collect();
    entities.len()
}

/// Whether the clause at `head` is what a source says, and not only what it does not believe within what it
/// says ("“We do not think it was illegal”").
fn is_told(page: &Page<'_>, head: usize, attribution: Option<usize>) -> bool {
    let tree = &page.tree;
    let attribution = attribution.and_then(|index| page.text.findings.attributions.get(index));
    let within = |verb: &usize| {
        let word = tree.word(*verb);
        attribution
            .zip(word)
            .is_some_and(|(attribution, word)| extent::holds(attribution, word.span))
    };
    let above = tree.head(head).filter(within);
    (tree.relation(head) == Relation::Ccomp || clause::is_noun_content(tree, head))
        && attribution.is_some()
        && !above.is_some_and(|above| mood::is_negated(tree, above))
}

/// How surely a clause is told: by the words that say who told it, and by its own. What else a source
/// says in the same breath does not count: of "We may go. The gate is open" only one is doubtful. Who
/// denies or doubts something does not deny what is only mentioned along with it ("denied that the money
/// found in the house was a bribe").
fn certainty(
    page: &Page<'_>,
    attribution: Option<usize>,
    is_independent: bool,
    (head, ends): (usize, (usize, usize)),
) -> Certainty {
    let Text {
        article, parsed, ..
    } = page.text;
    if clause::is_open(&page.tree, head) {
        return Certainty::Questioned;
    }
    let own = match certainty::of(parsed, &article.text, ends.0..ends.1 + 1) {
        (Certainty::Stated, _) if is_only_possible(&page.tree, head) => Certainty::Hedged,
        (own, _) => own,
    };
    let attribution = attribution.and_then(|index| page.text.findings.attributions.get(index));
    let Some(attribution) = attribution else {
        return match own {
            Certainty::Hedged => Certainty::Hedged,
            _ => Certainty::Stated,
        };
    };
    let is_content = |cue: &Span| extent::holds(attribution, *cue);
    let rests_on_content =
        !attribution.hedges.is_empty() && attribution.hedges.iter().all(is_content);
    let told = match (attribution.certainty, own) {
        (_, Certainty::Stated) if rests_on_content => Certainty::Attributed,
        (Certainty::Attributed, Certainty::Hedged) => Certainty::Hedged,
        (_, own) if rests_on_content => own,
        (told, _) => told,
    };
    match told {
        Certainty::Denied | Certainty::Questioned if !is_independent => Certainty::Attributed,
        told => told,
    }
}

/// Whether the clause at `head` tells how something is done that only may be done.
fn is_only_possible(tree: &Tree<'_>, head: usize) -> bool {
    mood::carried(tree, head) == Some(Mood::Possible)
}

/// Whether the clause at `head`, shown up to the word `last`, is asked: the next mark that ends a sentence
/// is a question mark, even where it is told who asks ("“Did it sink?” he said"), and it is not the clause
/// beside it that asks ("it leaks, so why would we sail?").
fn asks(tree: &Tree<'_>, head: usize, last: usize) -> bool {
    let ends = |&word: &usize| tree.is(word, &["?", ".", "!"]);
    let sentence = tree.words_of(tree.sentence(head));
    let end = (last + 1..sentence.end).find(ends);
    let is_beside = |below: usize| {
        let relation = tree.relation(below);
        matches!(relation, Relation::Conj | Relation::Parataxis) && clause::is_inquiry(tree, below)
    };
    let asks_beside = || tree.children(head).iter().copied().any(is_beside);
    end.is_some_and(|end| tree.is(end, &["?"]))
        && (clause::is_inquiry(tree, head) || !asks_beside())
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
