//! One claim in all its wordings: what each changes, how a quotation lives, how sure each is.
//!
//! Works on places (an article and a span of it), so that it serves a claim, a correction in the
//! making, or any passages a reader picks. Must not decide what is the same claim.

use crate::corpus::Document;
use crate::model::{Certainty, Change, ClaimMention, Interval, SharedWords, Span};

use super::words::{self, Fate, Text, Token};

/// A wording: a span of an article's text.
#[derive(Clone, Copy, Debug)]
pub struct Wording<'a> {
    /// The article.
    pub document: &'a Document,
    /// The words, in the article's text.
    pub span: Span,
    /// When it was told, if that is known.
    pub said_on: Option<Interval>,
}

/// Which wording the others are set against.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Base {
    /// The one that says most: most content words, names and numbers.
    Fullest,
    /// The first that was told; undated ones last.
    Earliest,
    /// The one at this position.
    At(usize),
}

/// All wordings against one of them.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Drift {
    /// Index of the wording that the others are set against.
    pub base: usize,
    /// What each wording changes, in the order given; the base itself changes nothing. `left` is a
    /// span of the base's article, `right` of the wording's own.
    pub changes: Vec<Vec<Change>>,
    /// For each wording what it shares with the base, where it has words of its own.
    pub shared: Vec<Option<SharedWords>>,
}

/// Sets every wording against the base; `None` when there is no wording.
pub fn drift(wordings: &[Wording<'_>], base: Base) -> Option<Drift> {
    let index = match base {
        Base::Fullest => fullest(wordings)?,
        Base::Earliest => earliest(wordings)?,
        Base::At(at) => at,
    };
    let chosen = wordings.get(index)?;
    let left = Text::new(chosen.document);
    let base = [chosen.span];
    let (changes, shared) = wordings
        .iter()
        .enumerate()
        .map(|(at, wording)| {
            if at == index {
                return (Vec::new(), None);
            }
            let (right, own) = (Text::new(wording.document), [wording.span]);
            let changes = words::changes(&left, &right, &base, &own);
            let shared = words::otherwise((&left, &base), (&right, &own), &changes);
            (changes, shared)
        })
        .unzip();
    Some(Drift {
        base: index,
        changes,
        shared,
    })
}

/// Index of the wording with most content; of two alike, the first.
fn fullest(wordings: &[Wording<'_>]) -> Option<usize> {
    let content = |wording: &Wording<'_>| {
        words::tokens(&Text::new(wording.document), &[wording.span])
            .iter()
            .filter(|token| token.is_content)
            .count()
    };
    (0..wordings.len()).max_by_key(|&at| {
        let words = wordings.get(at).map_or(0, content);
        (words, std::cmp::Reverse(at))
    })
}

/// Index of the wording that was told first; of two of one day, the first given.
fn earliest(wordings: &[Wording<'_>]) -> Option<usize> {
    (0..wordings.len()).min_by_key(|&at| {
        let said = wordings.get(at).and_then(|wording| wording.said_on);
        (said.is_none(), said.map(|said| said.earliest), at)
    })
}

/// A quotation and what became of it.
#[derive(Clone, Debug, PartialEq)]
pub struct QuotationLife {
    /// Index of the wording that quotes most of it.
    pub fullest: usize,
    /// The quotation there, without its marks.
    pub span: Span,
    /// What became of it in each wording, in the order given.
    pub stages: Vec<QuotationStage>,
}

/// What became of a quotation in one wording.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum QuotationStage {
    /// Word for word, in this span.
    Full(Span),
    /// A part of it word for word, in this span.
    Trimmed(Span),
    /// In quotation marks with other words, in this span.
    Reworded(Span),
    /// Its words without the marks, from the first to the last.
    Paraphrased(Span),
    /// Nothing of it.
    Absent,
}

/// The life of every quotation that at least two wordings share, in the order of their fullest
/// forms.
pub fn quotation_lives(wordings: &[Wording<'_>]) -> Vec<QuotationLife> {
    let texts: Vec<Text<'_>> = wordings
        .iter()
        .map(|wording| Text::new(wording.document))
        .collect();
    let tokens: Vec<Vec<Token>> = texts
        .iter()
        .zip(wordings)
        .map(|(text, wording)| words::tokens(text, &[wording.span]))
        .collect();
    let mut quoted: Vec<(usize, Span)> = texts
        .iter()
        .zip(wordings)
        .enumerate()
        .flat_map(|(at, (text, wording))| {
            words::quotations_inside(&text.quotations, &[wording.span])
                .into_iter()
                .map(move |span| (at, span))
        })
        .collect();
    quoted.sort_by_key(|&(at, span)| (std::cmp::Reverse(span.len()), at, span));
    let mut lives: Vec<QuotationLife> = Vec::new();
    for (at, span) in quoted {
        let is_part = lives.iter().any(|life| {
            life.stages
                .get(at)
                .is_some_and(|stage| stage.span() == Some(span))
        });
        if is_part {
            continue;
        }
        let quotation = inside(tokens.get(at), span);
        let stages: Vec<QuotationStage> = texts
            .iter()
            .zip(&tokens)
            .zip(wordings)
            .map(|((text, tokens), wording)| stage(&quotation, text, tokens, wording.span))
            .collect();
        let told = stages.iter().filter(|stage| stage.span().is_some()).count();
        if told > 1 {
            lives.push(QuotationLife {
                fullest: at,
                span,
                stages,
            });
        }
    }
    lives.sort_by_key(|life| (life.fullest, life.span));
    lives
}

impl QuotationStage {
    /// Where it stands; `None` when it is absent.
    pub const fn span(self) -> Option<Span> {
        match self {
            Self::Full(span)
            | Self::Trimmed(span)
            | Self::Reworded(span)
            | Self::Paraphrased(span) => Some(span),
            Self::Absent => None,
        }
    }
}

fn inside(tokens: Option<&Vec<Token>>, span: Span) -> Vec<&Token> {
    tokens
        .into_iter()
        .flatten()
        .filter(|token| span.overlaps(token.span))
        .collect()
}

fn stage(quotation: &[&Token], text: &Text<'_>, tokens: &[Token], wording: Span) -> QuotationStage {
    let best = words::quotations_inside(&text.quotations, &[wording])
        .into_iter()
        .filter_map(|span| {
            let words: Vec<&Token> = tokens
                .iter()
                .filter(|token| span.overlaps(token.span))
                .collect();
            Some((words::fate(quotation, &words)?, span))
        })
        .min_by_key(|&(fate, span)| (fate, span));
    match best {
        Some((Fate::Kept, span)) => QuotationStage::Full(span),
        Some((Fate::Trimmed, span)) => QuotationStage::Trimmed(span),
        Some((Fate::Reworded, span)) => QuotationStage::Reworded(span),
        None => words::told_back(quotation, tokens, &text.quotations)
            .map_or(QuotationStage::Absent, QuotationStage::Paraphrased),
    }
}

/// One step of the certainty ladder.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rung {
    /// Index of the mention.
    pub mention: usize,
    /// How surely it tells the claim.
    pub certainty: Certainty,
    /// When it was told, if that is known.
    pub said_on: Option<Interval>,
    /// How this differs from the dated mention told before it; `None` for the first, for undated
    /// ones and where nothing changed.
    pub turn: Option<Turn>,
}

/// How the certainty of a claim turns from one telling to the next.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Turn {
    /// Told more surely.
    Surer,
    /// Told less surely.
    LessSure,
    /// Denied.
    Denied,
    /// Told again after a denial.
    Upheld,
}

/// The tellings of a claim in order of time, undated ones last, those of one day from the flattest
/// to the least sure.
pub fn certainty_ladder(mentions: &[ClaimMention]) -> Vec<Rung> {
    let mut rungs: Vec<Rung> = mentions
        .iter()
        .enumerate()
        .map(|(mention, told)| Rung {
            mention,
            certainty: told.certainty,
            said_on: told.said_on,
            turn: None,
        })
        .collect();
    rungs.sort_by_key(|rung| {
        (
            rung.said_on.is_none(),
            rung.said_on.map(|said| said.earliest),
            rung.certainty,
            rung.mention,
        )
    });
    let mut before: Option<Certainty> = None;
    for rung in rungs.iter_mut().filter(|rung| rung.said_on.is_some()) {
        rung.turn = before.and_then(|before| turn(before, rung.certainty));
        before = Some(rung.certainty);
    }
    rungs
}

/// The turn from one certainty to the next.
const fn turn(before: Certainty, now: Certainty) -> Option<Turn> {
    match (strength(before), strength(now)) {
        (Some(_), None) => Some(Turn::Denied),
        (None, Some(_)) => Some(Turn::Upheld),
        (Some(before), Some(now)) if now > before => Some(Turn::Surer),
        (Some(before), Some(now)) if now < before => Some(Turn::LessSure),
        _ => None,
    }
}

/// How sure a telling is; `None` for a denial, which is no weaker form of telling.
const fn strength(certainty: Certainty) -> Option<u8> {
    match certainty {
        Certainty::Stated => Some(3),
        Certainty::Attributed => Some(2),
        Certainty::Hedged => Some(1),
        Certainty::Questioned => Some(0),
        Certainty::Denied => None,
    }
}

#[cfg(test)]
mod tests {
    use super::{Base, QuotationStage, Turn, Wording, certainty_ladder, drift, quotation_lives};
    use crate::corpus::Document;
    use crate::corpus::testing::document;
    use crate::model::{ArticleId, Certainty, ClaimMention, Interval, Span};
    use chrono::NaiveDate;

    fn day(day: u32) -> Option<Interval> {
        NaiveDate::from_ymd_opt(2025, 10, day).map(Interval::day)
    }

    fn whole(document: &Document, said_on: Option<Interval>) -> Wording<'_> {
        Wording {
            document,
            span: Span::new(0, document.article.text.len()),
            said_on,
        }
    }

    #[test]
    fn wordings_stand_against_the_fullest_or_the_earliest() {
        let short = document("a", "The gate stuck open.");
        let full = document(
            "b",
            "The third gate of Hallin dam stuck open before midnight.",
        );
        let wordings = [whole(&short, day(10)), whole(&full, day(11))];
        let drifted = drift(&wordings, Base::Fullest).unwrap();
        assert_eq!(drifted.base, 1);
        assert!(drifted.changes[1].is_empty());
        assert!(!drifted.changes[0].is_empty());
        assert_eq!(drift(&wordings, Base::Earliest).unwrap().base, 0);
        assert_eq!(drift(&[], Base::Earliest), None);
    }

    #[test]
    fn a_quotation_is_followed_from_full_to_paraphrase() {
        let texts = [
            "He said: “I asked them twice before midnight to drop the beams.”",
            "He said he “asked them twice before midnight”.",
            "He asked twice before midnight to drop beams.",
            "He said nothing.",
        ];
        let documents: Vec<Document> = texts.iter().map(|text| document("a", text)).collect();
        let wordings: Vec<Wording<'_>> = documents.iter().map(|d| whole(d, None)).collect();
        let lives = quotation_lives(&wordings);
        assert_eq!(lives.len(), 1);
        assert_eq!(lives[0].fullest, 0);
        let stages = &lives[0].stages;
        assert!(matches!(stages[0], QuotationStage::Full(_)));
        assert!(matches!(stages[1], QuotationStage::Trimmed(_)));
        assert!(matches!(stages[2], QuotationStage::Paraphrased(_)));
        assert_eq!(stages[3], QuotationStage::Absent);
    }

    #[test]
    fn the_ladder_tells_how_a_claim_hardens_and_is_denied() {
        let told = |certainty, said_on| ClaimMention {
            article: ArticleId::new("a"),
            span: Span::new(0, 1),
            attribution: None,
            certainty,
            is_whole: true,
            said_on,
            happens_on: None,
            why: Vec::new(),
        };
        let ladder = certainty_ladder(&[
            told(Certainty::Stated, day(12)),
            told(Certainty::Hedged, day(10)),
            told(Certainty::Denied, day(13)),
            told(Certainty::Attributed, None),
        ]);
        let found: Vec<(usize, Option<Turn>)> = ladder
            .iter()
            .map(|rung| (rung.mention, rung.turn))
            .collect();
        assert_eq!(
            found,
            [
                (1, None),
                (0, Some(Turn::Surer)),
                (2, Some(Turn::Denied)),
                (3, None)
            ]
        );
    }
}
