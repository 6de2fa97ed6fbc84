//! The Compare screen: two articles as rows of pieces.

use std::collections::BTreeSet;

use super::wording;
use crate::model::{Article, ArticleFindings, Change, ChangeKind, Comparison, Row, RowKind, Span};

/// How a piece of words relates to the other side.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PieceKind {
    /// The same on both sides.
    Same,
    /// Only on this side.
    Only,
    /// A number, date or name that differs.
    Fact,
}

/// Some words of one side.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// The words.
    pub words: String,
    /// How they relate to the other side.
    pub kind: PieceKind,
}

/// What stands in a row.
#[derive(Clone, Debug, PartialEq)]
pub enum CompareRow {
    /// Passages side by side.
    Pair {
        /// Position in the comparison.
        row: usize,
        /// Left pieces; empty for "not found in this text".
        left: Vec<Piece>,
        /// Right pieces.
        right: Vec<Piece>,
        /// Place of the left passage in its text.
        left_span: Option<Span>,
        /// Place of the right passage in its text.
        right_span: Option<Span>,
        /// Words for the middle column.
        kinds: Vec<&'static str>,
        /// How the sides relate.
        kind: RowKind,
        /// How alike they are, 0 to 1.
        likeness: f32,
    },
    /// Rows that are the same, folded.
    Folded {
        /// Position of the first.
        row: usize,
        /// How many sentences of the left text.
        sentences: usize,
    },
}

/// Two articles side by side.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Sides {
    /// The rows.
    pub rows: Vec<CompareRow>,
    /// What differs, counted, in the words of the middle column: ("number", 2). The flag says that
    /// it is about numbers, dates or names.
    pub counts: Vec<(&'static str, usize, bool)>,
    /// How many rows are the same or say the same in other words.
    pub alike: usize,
    /// Whether the texts are the same from end to end.
    pub is_same: bool,
}

/// One text with its sentences.
#[derive(Clone, Copy, Debug)]
pub struct SideText<'a> {
    /// The article.
    pub article: &'a Article,
    /// What was found in it.
    pub findings: &'a ArticleFindings,
}

/// How many rows that are the same are needed to fold them.
const FOLD_MIN: usize = 2;

/// Builds the rows; rows that are the same are folded, but for those in `unfolded`.
pub fn sides(
    comparison: &Comparison,
    left: SideText<'_>,
    right: SideText<'_>,
    unfolded: &BTreeSet<usize>,
) -> Sides {
    let mut rows = Vec::new();
    let mut position = 0;
    while position < comparison.rows.len() {
        let run = comparison
            .rows
            .iter()
            .skip(position)
            .take_while(|row| row.kind == RowKind::Same && !row.is_moved)
            .count();
        if run >= FOLD_MIN && !unfolded.contains(&position) {
            let folded = comparison.rows.iter().skip(position).take(run);
            rows.push(CompareRow::Folded {
                row: position,
                sentences: folded.map(|row| row.left.len()).sum(),
            });
            position += run;
            continue;
        }
        let shown = run.max(1);
        for (offset, row) in comparison
            .rows
            .iter()
            .skip(position)
            .take(shown)
            .enumerate()
        {
            rows.push(pair(row, position + offset, left, right));
        }
        position += shown;
    }
    Sides {
        is_same: !comparison.rows.is_empty()
            && comparison.rows.iter().all(|row| row.kind == RowKind::Same),
        counts: counts(comparison),
        alike: comparison
            .rows
            .iter()
            .filter(|row| matches!(row.kind, RowKind::Same | RowKind::Reworded))
            .count(),
        rows,
    }
}

fn pair(row: &Row, position: usize, left: SideText<'_>, right: SideText<'_>) -> CompareRow {
    let left_passages = passages(&row.left, left.findings);
    let right_passages = passages(&row.right, right.findings);
    let whole = match row.kind {
        RowKind::LeftOnly | RowKind::RightOnly => Some(PieceKind::Only),
        RowKind::Same => Some(PieceKind::Same),
        RowKind::Reworded => None,
    };
    let pieces = |text: &str, passages: &[Span], is_left: bool| {
        let mut pieces = Vec::new();
        for (position, passage) in passages.iter().enumerate() {
            if position > 0 {
                pieces.push(Piece {
                    words: " … ".to_owned(),
                    kind: PieceKind::Same,
                });
            }
            match whole {
                Some(kind) => pieces.push(Piece {
                    words: one_line(passage.of(text)),
                    kind,
                }),
                None => pieces.extend(cut(text, *passage, &row.changes, is_left)),
            }
        }
        pieces
    };
    CompareRow::Pair {
        row: position,
        left: pieces(&left.article.text, &left_passages, true),
        right: pieces(&right.article.text, &right_passages, false),
        left_span: left_passages.first().copied(),
        right_span: right_passages.first().copied(),
        kinds: kinds(row),
        kind: row.kind,
        likeness: row.similarity,
    }
}

/// What is said of a row in the middle column: how its sides relate, and each kind of difference.
pub fn kinds(row: &Row) -> Vec<&'static str> {
    let mut kinds = vec![wording::row_kind(row.kind)];
    if row.is_moved {
        kinds.push(wording::MOVED);
    }
    kinds.extend(kinds_of(&row.changes));
    kinds
}

/// What differs, each kind once, in reading order.
pub(super) fn kinds_of(changes: &[Change]) -> Vec<&'static str> {
    let mut kinds = Vec::new();
    for change in changes {
        if let Some(word) = wording::change(change)
            && !kinds.contains(&word)
        {
            kinds.push(word);
        }
    }
    kinds
}

/// Sentences as passages of the text: those that follow each other are one.
fn passages(sentences: &[usize], findings: &ArticleFindings) -> Vec<Span> {
    let mut passages: Vec<(usize, Span)> = Vec::new();
    for position in sentences {
        let Some(span) = findings.sentences.get(*position).copied() else {
            continue;
        };
        match passages.last_mut() {
            Some((last, passage)) if *last + 1 == *position => {
                *last = *position;
                *passage = passage.hull(span);
            }
            _ => passages.push((*position, span)),
        }
    }
    passages.into_iter().map(|(_, span)| span).collect()
}

/// Line ends inside a passage are only how the file was wrapped.
fn one_line(words: &str) -> String {
    words.replace("\n\n", " ").replace('\n', " ")
}

/// Cuts a passage at its changes. Where two changes overlap, the more telling kind wins.
pub(super) fn cut(text: &str, passage: Span, changes: &[Change], is_left: bool) -> Vec<Piece> {
    let mut changes: Vec<(Span, PieceKind)> = changes
        .iter()
        .filter_map(|change| {
            let span = if is_left { change.left } else { change.right }?;
            let kind = match change.kind {
                ChangeKind::Number | ChangeKind::Date | ChangeKind::Name => PieceKind::Fact,
                _ => PieceKind::Only,
            };
            Some((span, kind))
        })
        .filter(|(span, _)| passage.overlaps(*span) && !span.is_empty())
        .collect();
    // A fact comes before the wider change it stands in, so that it is kept whole.
    changes.sort_by_key(|(span, kind)| (*kind != PieceKind::Fact, span.start));
    let mut bounds: Vec<usize> = vec![passage.start, passage.end];
    for (span, _) in &changes {
        bounds.push(span.start.clamp(passage.start, passage.end));
        bounds.push(span.end.clamp(passage.start, passage.end));
    }
    bounds.sort_unstable();
    bounds.dedup();
    let mut pieces: Vec<Piece> = Vec::new();
    for (start, end) in bounds.iter().zip(bounds.iter().skip(1)) {
        let span = Span::new(*start, *end);
        let kind = changes
            .iter()
            .find(|(change, _)| change.contains(span))
            .map_or(PieceKind::Same, |(_, kind)| *kind);
        let words = span.of(text);
        match pieces.last_mut() {
            Some(last) if last.kind == kind => last.words.push_str(words),
            _ => pieces.push(Piece {
                words: words.to_owned(),
                kind,
            }),
        }
    }
    for piece in &mut pieces {
        piece.words = one_line(&piece.words);
    }
    pieces
}

/// What differs, counted by row.
fn counts(comparison: &Comparison) -> Vec<(&'static str, usize, bool)> {
    let mut counts: Vec<(&'static str, usize, bool)> = Vec::new();
    let facts = [ChangeKind::Number, ChangeKind::Date, ChangeKind::Name];
    for row in &comparison.rows {
        for word in kinds(row) {
            if word == wording::row_kind(RowKind::Same) {
                continue;
            }
            let is_fact = row.changes.iter().any(|change| {
                facts.contains(&change.kind) && wording::change(change) == Some(word)
            });
            match counts.iter_mut().find(|(known, ..)| *known == word) {
                Some((_, count, _)) => *count += 1,
                None => counts.push((word, 1, is_fact)),
            }
        }
    }
    // What is about facts first, then the most frequent.
    counts.sort_by_key(|(_, count, is_fact)| (!is_fact, std::cmp::Reverse(*count)));
    counts
}

#[cfg(test)]
mod tests {
    use super::{PieceKind, cut};
    use crate::model::{Change, ChangeKind, Row, RowKind, Span};

    #[test]
    fn a_passage_is_cut_at_its_changes_and_a_number_stands_out_of_a_wider_one() {
        let text = "Some 14 people were hurt.";
        let change = |start, end, kind| Change {
            kind,
            left: Some(Span::new(start, end)),
            right: None,
            detail: None,
        };
        let row = Row {
            kind: RowKind::Reworded,
            is_moved: false,
            left: vec![0],
            right: vec![0],
            similarity: 0.5,
            changes: vec![
                change(0, 14, ChangeKind::Word),
                change(5, 7, ChangeKind::Number),
            ],
        };
        let pieces = cut(text, Span::new(0, text.len()), &row.changes, true);
        let marked: String = pieces
            .iter()
            .map(|piece| match piece.kind {
                PieceKind::Same => piece.words.clone(),
                PieceKind::Only => format!("[{}]", piece.words),
                PieceKind::Fact => format!("<{}>", piece.words),
            })
            .collect();
        assert_eq!(marked, "[Some ]<14>[ people] were hurt.");
    }
}
