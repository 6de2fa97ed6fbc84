//! From words of the tree to the runs of words that a source, a cue or a content takes.

use std::ops::Range;

use super::candidate::runs;
use super::lexicon::{self, Class};
use super::tree::Tree;
use crate::language::lexicon as tables;
use crate::language::{Relation, Upos};

/// The noun phrase of a source: its head with modifiers, appositions and conjuncts, without the
/// preposition or possessive mark that binds it to the rest, and without the clause `apart`.
pub(super) fn source(tree: &Tree<'_>, head: usize, apart: Option<usize>) -> Range<usize> {
    let words = tree.below(head, |word| {
        Some(word) == apart
            || is_loose(tree, head, word)
            || (tree.head(word) == Some(head)
                && tree.relation(word) == Relation::Case
                && tree.xpos(word) != "POS")
    });
    around(tree, &words, head)
}

/// What hangs on the head of a noun phrase without being part of the phrase.
fn is_loose(tree: &Tree<'_>, head: usize, word: usize) -> bool {
    if tree.head(word) != Some(head) {
        return tree.relation(word) == Relation::Parataxis;
    }
    match tree.relation(word) {
        Relation::Parataxis
        | Relation::Discourse
        | Relation::Advcl
        | Relation::Vocative
        | Relation::Cop
        | Relation::Mark
        | Relation::Nsubj
        | Relation::Aux => true,
        Relation::Conj => tree.is_verb(word),
        Relation::Acl => tree.subtype(word) != "relcl" && follows_comma(tree, word),
        Relation::Amod | Relation::Advmod | Relation::Obl => {
            word > head && follows_comma(tree, word)
        }
        Relation::Nmod => {
            let is_part = tree
                .marker(word)
                .is_some_and(|mark| tree.is(mark, &["of", "from", "at", "for", "with"]));
            word > head
                && ((follows_comma(tree, word) && !is_part)
                    || is_day(tree, word)
                    || is_when(tree, word))
        }
        _ => false,
    }
}

/// "In the past", "at the time": when something is said, not who says it.
fn is_when(tree: &Tree<'_>, word: usize) -> bool {
    tree.marker(word)
        .is_some_and(|mark| tree.is(mark, &["in", "at", "on", "during"]))
        && matches!(
            tree.lemma(word),
            "past"
                | "time"
                | "day"
                | "week"
                | "month"
                | "year"
                | "morning"
                | "afternoon"
                | "evening"
                | "night"
                | "moment"
        )
        && tree.children(word).iter().all(|&child| child < word)
}

/// A day of the week that the tree hangs on the speaker instead of the verb.
fn is_day(tree: &Tree<'_>, word: usize) -> bool {
    tree.form(word).ends_with("day") && tree.form(word).starts_with(char::is_uppercase)
}

/// The words of a clause that is added after a comma and could be left out: ", which N", ", though N".
pub(super) fn aside(tree: &Tree<'_>, word: usize) -> Option<Range<usize>> {
    let is_added = match tree.relation(word) {
        Relation::Acl => tree.subtype(word) == "relcl",
        Relation::Advcl => tree.marker(word).is_some_and(|mark| {
            tree.is(mark, &["though", "although"])
                || tree.is(mark, &["while", "whereas"])
                    && tree.child(word, Relation::Nsubj).is_some()
        }),
        _ => false,
    };
    if !is_added || !follows_comma(tree, word) {
        return None;
    }
    let words = tree.below(word, |_| false);
    let run = *words.first()?..*words.last()? + 1;
    (run.len() == words.len()).then_some(run)
}

/// "…, X told them, warning about N": a participle after a comma adds an act, it is not what is told.
pub(super) fn is_added(tree: &Tree<'_>, clause: usize) -> bool {
    tree.xpos(clause) == "VBG"
        && tree.child(clause, Relation::Nsubj).is_none()
        && tree.marker(clause).is_none()
        && follows_comma(tree, clause)
}

/// Whether the phrase under the word starts after a comma.
pub(super) fn follows_comma(tree: &Tree<'_>, word: usize) -> bool {
    let first = tree.below(word, |_| false).first().copied().unwrap_or(word);
    tree.is(first, &[","])
        || first
            .checked_sub(1)
            .is_some_and(|before| tree.is(before, &[","]))
}

/// The run of `words` that holds `head`, closed over punctuation inside, bare of it at the edges;
/// the head alone where the run is nothing but marks.
fn around(tree: &Tree<'_>, words: &[usize], head: usize) -> Range<usize> {
    let run = bridged(tree, words)
        .into_iter()
        .find(|run| run.contains(&head))
        .unwrap_or(head..head + 1);
    Some(bare(tree, run))
        .filter(|run| !run.is_empty())
        .unwrap_or(head..head + 1)
}

/// Runs of these words, joined where nothing but punctuation lies between.
pub(super) fn bridged(tree: &Tree<'_>, words: &[usize]) -> Vec<Range<usize>> {
    let mut joined: Vec<Range<usize>> = Vec::new();
    for run in runs(words) {
        match joined.last_mut() {
            Some(last)
                if (last.end..run.start)
                    .all(|word| tree.is_punctuation(word) || tree.upos(word) == Upos::Cconj) =>
            {
                last.end = run.end;
            }
            _ => joined.push(run),
        }
    }
    joined
}

/// What is left of a run without the words of another.
pub(super) fn without(run: &Range<usize>, other: &Range<usize>) -> Vec<Range<usize>> {
    let before = run.start..run.end.min(other.start).max(run.start);
    let behind = run.start.max(other.end).min(run.end)..run.end;
    if other.start >= run.end || other.end <= run.start {
        return vec![run.clone()];
    }
    [before, behind]
        .into_iter()
        .filter(|part| part.start < part.end)
        .collect()
}

/// A run that cuts no name apart: lengthened over the name it ends in, or that its last "the" or
/// preposition opens.
pub(super) fn over_names(tree: &Tree<'_>, mut run: Range<usize>) -> Range<usize> {
    let names = &tree.parsed.names;
    let last = run.end.saturating_sub(1);
    let is_open = matches!(tree.upos(last), Upos::Det | Upos::Adp) && run.len() > 1;
    let at = names.partition_point(|name| name.words.end <= run.end);
    if let Some(name) = names.get(at)
        && (name.words.start < run.end || (is_open && name.words.start == run.end))
    {
        run.end = name.words.end;
    }
    run
}

/// The run without punctuation at its edges.
pub(super) fn bare(tree: &Tree<'_>, mut run: Range<usize>) -> Range<usize> {
    while run.start < run.end && tree.is_punctuation(run.start) {
        run.start += 1;
    }
    while run.start < run.end && tree.is_punctuation(run.end - 1) {
        // "the Roads Board (RB)": a bracket that opens in the run closes in it.
        if tree.is(run.end - 1, &[")"]) && has_open_bracket(tree, run.start..run.end - 1) {
            break;
        }
        run.end -= 1;
    }
    run
}

fn has_open_bracket(tree: &Tree<'_>, run: Range<usize>) -> bool {
    let mut open = 0_i32;
    for word in run {
        open += i32::from(tree.is(word, &["("])) - i32::from(tree.is(word, &[")"]));
    }
    open > 0
}

/// The run with the closing bracket behind it, where it opens one and leaves it open.
pub(super) fn closed(tree: &Tree<'_>, mut run: Range<usize>) -> Range<usize> {
    if has_open_bracket(tree, run.clone()) && tree.is(run.end, &[")"]) {
        run.end += 1;
    }
    run
}

/// The content under these words: runs bare of punctuation at the edges, none without a word.
pub(super) fn content(tree: &Tree<'_>, words: &[usize]) -> Vec<Range<usize>> {
    bridged(tree, words)
        .into_iter()
        .map(|run| bare(tree, run))
        .filter(|run| run.start < run.end)
        .collect()
}

/// The verb group of a cue: the verb with the auxiliaries, negations and adverbs next to it.
pub(super) fn verb_group(tree: &Tree<'_>, verb: usize) -> Range<usize> {
    let mut group = verb..verb + 1;
    while let Some(before) = group.start.checked_sub(1) {
        if !belongs_before(tree, before, verb) {
            break;
        }
        group.start = before;
    }
    while belongs_after(tree, group.end, verb) {
        group.end += 1;
    }
    // Adverbs at the left edge count only between auxiliaries or right before the verb.
    group
}

fn belongs_before(tree: &Tree<'_>, word: usize, verb: usize) -> bool {
    if tree.head(word) != Some(verb) {
        return false;
    }
    match tree.relation(word) {
        Relation::Aux | Relation::Cop => true,
        Relation::Advmod => {
            matches!(
                tree.upos(word),
                Upos::Adv | Upos::Part | Upos::Adj | Upos::Adp
            ) && tree.children(word).is_empty()
                && !matches!(
                    tree.lemma(word),
                    "when" | "where" | "how" | "why" | "however" | "meanwhile" | "instead"
                )
        }
        _ => false,
    }
}

fn belongs_after(tree: &Tree<'_>, word: usize, verb: usize) -> bool {
    if tree.head(word) != Some(verb) {
        return false;
    }
    match tree.relation(word) {
        Relation::Compound => tree.subtype(word) == "prt",
        Relation::Aux => true,
        Relation::Advmod => {
            tree.upos(word) == Upos::Part
                || (tree.upos(word) == Upos::Adv && tree.form(word).ends_with("ly"))
        }
        _ => false,
    }
}

/// The cue with the verbs above it that say no more than how or whether it is done ("continues to
/// insist", "was able to tout"), and with the "to" of its infinitive.
pub(super) fn with_verbs_above(
    tree: &Tree<'_>,
    mut cue: Range<usize>,
    verb: usize,
) -> Range<usize> {
    let mut lower = verb;
    for _ in 0..4 {
        let to = cue
            .start
            .checked_sub(1)
            .filter(|&to| tree.is(to, &["to"]) && tree.head(to) == Some(lower));
        if tree.relation(lower) != Relation::Xcomp {
            // An aim ("took to the floor to accuse") keeps its "to" to itself.
            if let Some(to) = to.filter(|_| tree.relation(lower) != Relation::Advcl) {
                cue.start = to;
            }
            return cue;
        }
        let start = to.unwrap_or(cue.start);
        let Some(upper) = tree.head(lower).filter(|&upper| upper < lower) else {
            return cue;
        };
        let group = verb_group(tree, upper);
        let says = lexicon::entry(tree, upper)
            .is_some_and(|entry| entry.class != Class::Not && entry.takes("to"));
        let asks = matches!(tree.lemma(upper), "want" | "wish" | "like" | "need");
        if (says && !asks) || group.end != start {
            cue.start = start;
            return cue;
        }
        cue.start = group.start;
        lower = upper;
    }
    cue
}

/// The cue with the phrases of time, place and manner right behind its verb ("said in an interview
/// on Monday"), as far as they hold nothing of the content.
pub(super) fn with_circumstances(
    tree: &Tree<'_>,
    mut cue: Range<usize>,
    verb: usize,
    is_content: impl Fn(usize) -> bool,
) -> Range<usize> {
    for &child in tree.children(verb) {
        if child < cue.end || !matches!(tree.relation(child), Relation::Obl | Relation::Advmod) {
            continue;
        }
        let words = tree.below(child, |_| false);
        let (Some(&first), Some(&last)) = (words.first(), words.last()) else {
            continue;
        };
        let is_whole = last + 1 - first == words.len() && !tree.is(first, &["as"]);
        if first != cue.end || !is_whole || words.iter().any(|&word| is_content(word)) {
            break;
        }
        // "said in a statement, thanking N": what is added behind a comma is another act.
        let comma = (first..last).find(|&word| {
            tree.is(word, &[","]) && !matches!(tree.upos(word + 1), Upos::Propn | Upos::Num)
        });
        cue.end = comma.unwrap_or(last + 1);
        if comma.is_some() {
            break;
        }
    }
    cue
}

/// The verbs of a text that can say something.
pub(super) fn verbs<'t>(tree: &'t Tree<'_>) -> impl Iterator<Item = usize> + 't {
    (0..tree.len()).filter(|&word| tree.is_verb(word) && !is_compound(tree, word))
}

/// "So well-established it held N": a participle that a hyphen binds to the word before is an adjective.
fn is_compound(tree: &Tree<'_>, verb: usize) -> bool {
    matches!(tree.xpos(verb), "VBN" | "VBG" | "VBD")
        && verb.checked_sub(1).is_some_and(|hyphen| {
            tree.xpos(hyphen) == "HYPH" && tree.relation(hyphen) == Relation::Punct
        })
}

/// "Considering these developments, X spoke": a participle used as a preposition.
pub(super) fn is_preposition(tree: &Tree<'_>, verb: usize) -> bool {
    tree.is(
        verb,
        &["considering", "regarding", "following", "concerning"],
    ) && tree.relation(verb) == Relation::Advcl
        && tree.head(verb).is_some_and(|head| head > verb)
}

/// The cue lengthened over a preposition that follows it directly.
pub(super) fn with_preposition(cue: Range<usize>, preposition: Option<usize>) -> Range<usize> {
    match preposition {
        Some(word) if word == cue.end => cue.start..word + 1,
        _ => cue,
    }
}

/// "On Tuesday", "for three hours": not what is said.
pub(super) fn is_time(tree: &Tree<'_>, word: usize) -> bool {
    const TIMES: [&str; 12] = [
        "day",
        "week",
        "month",
        "year",
        "hour",
        "minute",
        "morning",
        "afternoon",
        "evening",
        "night",
        "weekend",
        "time",
    ];
    let lemma = tree.lemma(word).to_lowercase();
    TIMES.contains(&lemma.as_str())
        || tables::calendar_name(&lemma).is_some()
        || (lemma.len() == 4 && lemma.bytes().all(|byte| byte.is_ascii_digit()))
}
