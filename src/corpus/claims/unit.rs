//! Units: the clauses of a text that could each be a claim.
//!
//! A unit is a clause without the shell that says who told it: "Iran is planning an attack" of
//! "Iran is planning an attack, two officials told the agency". Contents of speech, coordinated,
//! relative and adverbial clauses give units of their own; a clause whose verb is an act of speech
//! ("warned", "urged", "denied") is a claim about that act and keeps what was said.

use crate::language::{Parsed, Relation, Upos};
use crate::model::{Attribution, Certainty, Interval, Span};

use super::super::Text;
use super::frame::{self, Frame};

/// A clause that could be a claim.
#[derive(Clone, Debug)]
pub(super) struct Unit {
    /// Index of the article.
    pub(super) article: usize,
    /// Index of the story the article tells.
    pub(super) story: usize,
    /// Index of the sentence in its article.
    pub(super) sentence: usize,
    /// The words, in the article's text.
    pub(super) span: Span,
    /// Its words without punctuation, as indexes into the article's words, in order.
    pub(super) words: Vec<usize>,
    /// Who did what to whom.
    pub(super) frame: Frame,
    /// Index of the innermost attribution whose content holds it.
    pub(super) attribution: Option<usize>,
    /// How surely it is told.
    pub(super) certainty: Certainty,
    /// Whether the clause stands as a sentence or content of its own, not inside another unit.
    pub(super) is_independent: bool,
    /// Whether it asks.
    pub(super) is_question: bool,
}

impl Unit {
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

/// Heads by their dependants: the tree of one text, read downwards.
#[derive(Debug)]
pub(super) struct Tree {
    children: Vec<Vec<usize>>,
}

impl Tree {
    fn new(parsed: &Parsed) -> Self {
        let mut children = vec![Vec::new(); parsed.words.len()];
        for (index, word) in parsed.words.iter().enumerate() {
            if let Some(below) = word.head.and_then(|head| children.get_mut(head)) {
                below.push(index);
            }
        }
        Self { children }
    }

    /// Words directly below `word`, in order.
    pub(super) fn children(&self, word: usize) -> &[usize] {
        self.children.get(word).map_or(&[], Vec::as_slice)
    }

    /// `word` and what is below it, without the branches that `cut` names, in order.
    pub(super) fn subtree(&self, word: usize, cut: impl Fn(usize) -> bool) -> Vec<usize> {
        let mut found = vec![word];
        let mut next = 0;
        while let Some(&top) = found.get(next) {
            next += 1;
            found.extend(
                self.children(top)
                    .iter()
                    .copied()
                    .filter(|&below| !cut(below)),
            );
        }
        found.sort_unstable();
        found
    }
}

/// Fewest words that say something: shorter clauses are parts of the clause around them.
const WORDS_MIN: usize = 3;

/// Every unit of every text, in order of article and place.
pub(super) fn units(texts: &[Text<'_>], story_of: &[usize]) -> Vec<Unit> {
    let mut units = Vec::new();
    for (article, text) in texts.iter().enumerate() {
        let story = story_of.get(article).copied().unwrap_or(0);
        let tree = Tree::new(text.parsed);
        for sentence in 0..text.parsed.sentences.len() {
            units.extend(
                sentence_units(text, &tree, sentence)
                    .into_iter()
                    .map(|unit| Unit {
                        article,
                        story,
                        ..unit
                    }),
            );
        }
    }
    units
}

fn sentence_units(text: &Text<'_>, tree: &Tree, sentence: usize) -> Vec<Unit> {
    let parsed = text.parsed;
    let Some(words) = parsed
        .sentences
        .get(sentence)
        .map(|sentence| sentence.words.clone())
    else {
        return Vec::new();
    };
    let is_question = parsed
        .words
        .get(words.clone())
        .and_then(|words| {
            words
                .iter()
                .rev()
                .find(|word| word.upos == Upos::Punct || word.span.len() > 1)
        })
        .is_some_and(|word| word.span.of(&text.article.text).starts_with('?'));
    let heads: Vec<usize> = words
        .filter(|&word| is_clause_head(parsed, tree, word))
        .collect();
    let shell = |word: usize| is_shell(text, word);
    let mut units: Vec<Unit> = Vec::new();
    for &head in &heads {
        if shell(head) {
            continue;
        }
        let cut =
            |below: usize| heads.contains(&below) && (shell(below) || stands_alone(parsed, below));
        let inside = tree.subtree(head, cut);
        let inside = without_source(text, head, inside);
        let spoken: Vec<usize> = inside
            .into_iter()
            .filter(|&word| {
                parsed
                    .words
                    .get(word)
                    .is_some_and(|word| word.upos != Upos::Punct)
            })
            .collect();
        if spoken.len() < WORDS_MIN {
            continue;
        }
        let Some(span) = span_of(parsed, &spoken, head) else {
            continue;
        };
        if units.iter().any(|unit| unit.span == span) {
            continue;
        }
        let own = tree.subtree(head, |below| heads.contains(&below));
        let attribution = innermost(&text.findings.attributions, parsed, head);
        let frame = frame::frame(text, tree, head, &own, &spoken);
        units.push(Unit {
            article: 0,
            story: 0,
            sentence,
            span,
            certainty: certainty(text, attribution),
            words: spoken,
            frame,
            attribution,
            is_independent: stands_alone(parsed, head) || is_content(text, head),
            is_question,
        });
    }
    units
}

/// Whether a clause of its own starts at this word.
fn is_clause_head(parsed: &Parsed, tree: &Tree, word: usize) -> bool {
    let Some(this) = parsed.words.get(word) else {
        return false;
    };
    let has = |relation: Relation| {
        tree.children(word).iter().any(|&below| {
            parsed
                .words
                .get(below)
                .is_some_and(|below| below.relation == relation)
        })
    };
    let predicates =
        matches!(this.upos, Upos::Verb | Upos::Aux) || has(Relation::Cop) || has(Relation::Nsubj);
    match this.relation {
        Relation::Root
        | Relation::Ccomp
        | Relation::Parataxis
        | Relation::Advcl
        | Relation::Csubj => predicates,
        Relation::Acl => this.upos == Upos::Verb || predicates,
        Relation::Conj => {
            let parent_predicates = this
                .head
                .and_then(|head| parsed.words.get(head))
                .is_some_and(|head| matches!(head.upos, Upos::Verb | Upos::Aux));
            predicates && (parent_predicates || has(Relation::Nsubj))
        }
        _ => false,
    }
}

/// Whether the clause at this word is a sentence's main clause or stands beside one.
fn stands_alone(parsed: &Parsed, head: usize) -> bool {
    parsed.words.get(head).is_some_and(|word| {
        matches!(
            word.relation,
            Relation::Root | Relation::Parataxis | Relation::Conj
        )
    })
}

/// Acts of speech that are news in themselves; plain telling ("said", "told", "noted") is not.
const PLAIN_TELLING: &[&str] = &[
    "say",
    "tell",
    "note",
    "add",
    "report",
    "state",
    "write",
    "explain",
    "continue",
    "accord",
    "quote",
    "cite",
    "describe",
    "observe",
    "remark",
    "comment",
    "mention",
    "recall",
    "tweet",
    "post",
    "stress",
    "emphasize",
    "emphasise",
    "highlight",
    "underline",
    "suggest",
    "claim",
    "reveal",
    "indicate",
    "show",
    "believe",
    "think",
    "conclude",
    "insist",
    "argue",
    "declare",
    "announce",
    "disclose",
    "point",
    "relay",
];

/// Whether the clause at this word only says who told something.
fn is_shell(text: &Text<'_>, head: usize) -> bool {
    let Some(word) = text.parsed.words.get(head) else {
        return false;
    };
    PLAIN_TELLING.contains(&word.lemma.as_str())
        && text.findings.attributions.iter().any(|attribution| {
            attribution
                .cue
                .as_ref()
                .is_some_and(|cue| cue.span.overlaps(word.span))
                && !attribution
                    .content
                    .iter()
                    .any(|piece| piece.contains(word.span))
        })
}

/// Whether the clause at this word starts the content of an attribution.
fn is_content(text: &Text<'_>, head: usize) -> bool {
    text.parsed
        .words
        .get(head)
        .is_some_and(|word| word.relation == Relation::Ccomp)
        && innermost(&text.findings.attributions, text.parsed, head).is_some()
}

/// The attribution with the shortest content around this word.
fn innermost(attributions: &[Attribution], parsed: &Parsed, word: usize) -> Option<usize> {
    let span = parsed.words.get(word)?.span;
    attributions
        .iter()
        .enumerate()
        .filter(|(_, attribution)| attribution.content.iter().any(|piece| piece.contains(span)))
        .min_by_key(|(index, attribution)| {
            (
                attribution
                    .content
                    .iter()
                    .map(|piece| piece.len())
                    .sum::<usize>(),
                *index,
            )
        })
        .map(|(index, _)| index)
}

/// Leaves out source and cue of an attribution whose content is this clause ("according to X").
fn without_source(text: &Text<'_>, head: usize, words: Vec<usize>) -> Vec<usize> {
    let parsed = text.parsed;
    let Some(span) = parsed.words.get(head).map(|word| word.span) else {
        return words;
    };
    let shells: Vec<Span> = text
        .findings
        .attributions
        .iter()
        .filter(|attribution| attribution.content.iter().any(|piece| piece.contains(span)))
        .flat_map(|attribution| {
            attribution
                .source
                .into_iter()
                .chain(attribution.cue.as_ref().map(|cue| cue.span))
        })
        .collect();
    words
        .into_iter()
        .filter(|&word| {
            parsed
                .words
                .get(word)
                .is_some_and(|word| !shells.iter().any(|shell| shell.contains(word.span)))
        })
        .collect()
}

/// From the first to the last of these words that hang together with the head: a far piece left
/// alone by a cut (a lone adverb before a removed shell) would stretch the span over the shell.
fn span_of(parsed: &Parsed, words: &[usize], head: usize) -> Option<Span> {
    const GAP_MAX: usize = 6;
    let at = words.iter().position(|&word| word >= head)?;
    let mut first = at;
    while first > 0 && words.get(first)?.saturating_sub(*words.get(first - 1)?) <= GAP_MAX {
        first -= 1;
    }
    let mut last = at;
    while words
        .get(last + 1)
        .is_some_and(|next| next.saturating_sub(*words.get(last).unwrap_or(next)) <= GAP_MAX)
    {
        last += 1;
    }
    let first = skip_connectives(parsed, words, first, head);
    Some(
        parsed
            .words
            .get(*words.get(first)?)?
            .span
            .hull(parsed.words.get(*words.get(last)?)?.span),
    )
}

/// Moves past "that", "and", "because" at the start of a clause.
fn skip_connectives(parsed: &Parsed, words: &[usize], mut first: usize, head: usize) -> usize {
    while let Some(&word) = words.get(first).filter(|&&word| word < head) {
        let is_connective = parsed.words.get(word).is_some_and(|word| {
            matches!(word.relation, Relation::Mark | Relation::Cc) && word.upos != Upos::Part
        });
        if !is_connective {
            break;
        }
        first += 1;
    }
    first
}

/// How surely the clause is told: by its attribution, sharpened by its own words.
fn certainty(text: &Text<'_>, attribution: Option<usize>) -> Certainty {
    attribution
        .and_then(|index| text.findings.attributions.get(index))
        .map_or(Certainty::Stated, |attribution| attribution.certainty)
}
