//! One claim, opened: its wordings with their differences, and where it came from.

use std::collections::{BTreeMap, BTreeSet};

use unicode_segmentation::UnicodeSegmentation;

use super::near::{Near, near};
use super::{origin_name, source_of};
use crate::model::{ArticleId, Certainty, ClaimId, ClaimMention, Span};
use crate::review::{About, ClaimRef, Review};
use crate::view::{labels, statements, wording};

/// One claim, opened.
#[derive(Clone, Debug, PartialEq)]
pub struct ClaimDetail {
    /// The claim.
    pub id: ClaimId,
    /// The claim by content, as corrections and notes name it.
    pub named: Option<ClaimRef>,
    /// Whether the reader starred it.
    pub is_starred: bool,
    /// Whether the reader left it out of lists.
    pub is_hidden: bool,
    /// The reader's note on it with its tags.
    pub note: Option<String>,
    /// Its words.
    pub statement: String,
    /// Its wordings, in order of telling.
    pub wordings: Vec<Wording>,
    /// Where it came from, a line for each origin.
    pub origins: Vec<String>,
    /// For each origin, who rests on it, in order of telling: of each article the first wording of each
    /// certainty, as positions among the wordings.
    pub chains: Vec<Vec<usize>>,
    /// Claims that agree in all but a number, or say the opposite: words, and how they relate.
    pub related: Vec<(ClaimId, String, &'static str)>,
    /// Passages of other articles that may tell it too, the nearest first.
    pub near: Vec<Near>,
}

/// One wording of a claim.
#[derive(Clone, Debug, PartialEq)]
pub struct Wording {
    /// Where it stands.
    pub place: (ArticleId, Span),
    /// "Northern Wire · 3 March".
    pub heading: String,
    /// Position of the outlet.
    pub outlet: usize,
    /// On whose word.
    pub source: String,
    /// How surely.
    pub certainty: Certainty,
    /// The words of its sentence before and behind its own, as they stand in the article; empty where
    /// there are none, or too many to show.
    pub around: [String; 2],
    /// Its words, cut where they differ from the statement.
    pub pieces: Vec<(String, bool)>,
    /// Whether nearly all of them differ, so that none is marked.
    pub is_otherwise: bool,
    /// Whether another wording stands for the sentence, which tells the claim more than once.
    pub is_told_beside: bool,
    /// Why it was put with the others.
    pub why: Vec<String>,
}

impl ClaimDetail {
    /// Its wordings with their positions, every sentence once: of several wordings in one sentence the
    /// first that is near the claim's own words.
    pub fn told(&self) -> impl Iterator<Item = (usize, &Wording)> {
        let wordings = self.wordings.iter().enumerate();
        wordings.filter(|(_, wording)| !wording.is_told_beside)
    }
}

/// Opens a claim.
pub fn detail(review: &Review, id: ClaimId) -> Option<ClaimDetail> {
    let claim = review.analysis().claim(id)?;
    let clearest = claim.mentions.get(claim.statement)?;
    let clearest = statements::wording(review, clearest, usize::MAX);
    let mut wordings: Vec<Wording> = claim
        .mentions
        .iter()
        .map(|mention| wording_of(review, mention, &clearest))
        .collect();
    tell_sentences_once(review, &claim.mentions, &mut wordings);
    let origins = claim
        .origins
        .iter()
        .map(|origin| {
            let mut articles: Vec<&ArticleId> = origin
                .mentions
                .iter()
                .filter_map(|position| Some(&claim.mentions.get(*position)?.article))
                .collect();
            articles.sort();
            articles.dedup();
            let name = origin_name(review, claim, origin);
            wording::origin_line(&name, articles.len(), origin.is_uncertain)
        })
        .collect();
    let chains = claim
        .origins
        .iter()
        .map(|origin| {
            let mut told = origin.mentions.clone();
            told.sort_unstable();
            let mut seen = BTreeSet::new();
            told.retain(|&position| {
                let mention = claim.mentions.get(position);
                mention.is_some_and(|told| seen.insert((&told.article, told.certainty)))
            });
            told
        })
        .collect();
    let related = claim
        .numbers_differ
        .iter()
        .map(|other| (*other, "another number"))
        .chain(claim.opposed.iter().map(|other| (*other, "the opposite")))
        .filter_map(|(other, how)| {
            let claim = review.analysis().claim(other)?;
            Some((other, statements::statement(review, claim, 120), how))
        })
        .collect();
    let named = ClaimRef::of(review.documents(), review.analysis(), id);
    let marks = review.marks(id);
    Some(ClaimDetail {
        id,
        is_starred: marks.is_some_and(|marks| marks.is_starred),
        is_hidden: marks.is_some_and(|marks| marks.is_hidden),
        note: named
            .clone()
            .and_then(|claim| review.note_on(&About::Claim(claim)))
            .map(|(_, note)| note.line()),
        named,
        statement: statements::statement(review, claim, 400),
        wordings,
        origins,
        chains,
        related,
        near: near(review, claim),
    })
}

fn wording_of(review: &Review, mention: &ClaimMention, statement: &str) -> Wording {
    let index = review.index();
    let around = around(review, mention);
    let words = if around.iter().all(String::is_empty) {
        statements::wording(review, mention, usize::MAX)
    } else {
        review.claim_words(mention).to_owned()
    };
    let part = words.strip_prefix('…');
    let mut pieces = differing(statement.trim_start_matches('…'), part.unwrap_or(&words));
    let is_otherwise = kept(&pieces) < KEPT_MIN;
    if part.is_some() {
        // That it is a part of a sentence is no difference.
        pieces.insert(0, ("…".to_owned(), false));
    }
    Wording {
        place: (mention.article.clone(), mention.span),
        heading: labels::outlet_day(review, &mention.article),
        outlet: index
            .position(&mention.article)
            .and_then(|at| index.outlet_of.get(at))
            .copied()
            .unwrap_or(0),
        source: source_of(review, mention),
        certainty: mention.certainty,
        around,
        pieces: if is_otherwise {
            vec![(words, false)]
        } else {
            pieces
        },
        is_otherwise,
        is_told_beside: false,
        why: mention.why.iter().map(wording::grouping_why).collect(),
    }
}

/// Lets one wording stand for each sentence.
fn tell_sentences_once(review: &Review, mentions: &[ClaimMention], wordings: &mut [Wording]) {
    let mut by_sentence: BTreeMap<(&ArticleId, Span), Vec<usize>> = BTreeMap::new();
    for (position, mention) in mentions.iter().enumerate() {
        let place = (&mention.article, review.sentences_around(mention));
        by_sentence.entry(place).or_default().push(position);
    }
    for positions in by_sentence.values() {
        let is_near = |position: &&usize| {
            let wording = wordings.get(**position);
            wording.is_some_and(|wording| !wording.is_otherwise)
        };
        let stands = positions
            .iter()
            .find(is_near)
            .or(positions.first())
            .copied();
        for &position in positions {
            if let Some(wording) = wordings.get_mut(position) {
                wording.is_told_beside = Some(position) != stands;
            }
        }
    }
}

/// Longest sentences, in bytes, that are shown around a wording.
const AROUND_MAX: usize = 600;

/// What stands before and behind a wording in its sentence.
fn around(review: &Review, mention: &ClaimMention) -> [String; 2] {
    let sentences = review.sentences_around(mention);
    let words = |start: usize, end: usize| review.words(&mention.article, Span::new(start, end));
    let before = words(sentences.start, mention.span.start);
    let after = words(mention.span.end, sentences.end);
    let says = |words: &str| words.chars().any(char::is_alphanumeric);
    if sentences.len() > AROUND_MAX || !says(before) && !says(after) {
        return Default::default();
    }
    [before.to_owned(), after.to_owned()]
}

/// The words of `other`, in pieces that do (`true`) or do not differ from `statement`.
fn differing(statement: &str, other: &str) -> Vec<(String, bool)> {
    use similar::{ChangeTag, TextDiff};
    // A capital at the beginning of a sentence is no difference.
    let small = |words: &str| -> Vec<String> {
        let words = words.split_word_bounds();
        words.map(str::to_lowercase).collect()
    };
    let (statement, small_other) = (small(statement), small(other));
    let (before, after): (Vec<&str>, Vec<&str>) = (
        statement.iter().map(String::as_str).collect(),
        small_other.iter().map(String::as_str).collect(),
    );
    let mut words = other.split_word_bounds();
    let mut pieces: Vec<(String, bool)> = Vec::new();
    for change in TextDiff::from_slices(&before, &after).iter_all_changes() {
        let differs = match change.tag() {
            ChangeTag::Delete => continue,
            ChangeTag::Insert => true,
            ChangeTag::Equal => false,
        };
        let word = words.next().unwrap_or_default();
        match pieces.last_mut() {
            Some((words, last)) if *last == differs => words.push_str(word),
            _ => pieces.push((word.to_owned(), differs)),
        }
    }
    joined(pieces)
}

/// Where less than this of a wording is in the statement too, its differences say nothing.
const KEPT_MIN: f32 = 0.4;

/// How much of a wording is in the statement too, by its letters, 0 to 1; single words that happen
/// to stand in both do not count.
fn kept(pieces: &[(String, bool)]) -> f32 {
    let letters = |words: &str| words.chars().filter(|c| c.is_alphanumeric()).count();
    let all: usize = pieces.iter().map(|(words, _)| letters(words)).sum();
    let same = pieces.iter().filter(|(words, differs)| {
        let is_run = words.unicode_words().nth(1).is_some();
        !differs && (is_run || pieces.len() == 1)
    });
    let kept: usize = same.map(|(words, _)| letters(words)).sum();
    kept as f32 / all.max(1) as f32
}

/// The same pieces, with those that differ as one where only a space stands between them.
fn joined(pieces: Vec<(String, bool)>) -> Vec<(String, bool)> {
    let mut whole: Vec<(String, bool)> = Vec::with_capacity(pieces.len());
    let mut pieces = pieces.into_iter().peekable();
    while let Some((words, differs)) = pieces.next() {
        let is_space = !differs && words.chars().all(char::is_whitespace);
        let joins = is_space && pieces.peek().is_some_and(|(_, next)| *next);
        match whole.last_mut() {
            Some((last, true)) if differs || joins => last.push_str(&words),
            _ => whole.push((words, differs)),
        }
    }
    whole
}

#[cfg(test)]
mod tests {
    use super::differing;

    #[test]
    fn pieces_say_where_a_wording_differs() {
        let marked = |statement, other| -> String {
            let pieces = differing(statement, other).into_iter();
            let marked = pieces.map(
                |(words, differs)| {
                    if differs { format!("[{words}]") } else { words }
                },
            );
            marked.collect()
        };
        let statement = "14 people were injured";
        assert_eq!(
            marked(statement, "12 people were hurt"),
            "[12] people were [hurt]"
        );
        assert_eq!(
            marked("Men were treated", "men were taken ill with"),
            "men were [taken ill with]"
        );
    }
}
