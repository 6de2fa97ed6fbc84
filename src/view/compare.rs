//! The Compare screen: two articles as rows of pieces.

mod headlines;
mod pieces;

use headlines::{headlines, without_headlines};
use pieces::one_line;
pub use pieces::{Piece, PieceKind};
pub(super) use pieces::{cut, marks};

use std::borrow::Cow;
use std::collections::BTreeSet;

use super::wording;
use crate::model::{Change, ChangeKind, ComparedText, Comparison, Row, RowKind, Span};

/// Where a passage stands in its article.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// At the top.
    Headline,
    /// In the text.
    Text(Span),
}

/// What stands in a row.
#[derive(Clone, Debug, PartialEq)]
pub enum CompareRow {
    /// Passages side by side.
    Pair {
        /// Position among the lines.
        row: usize,
        /// Whether these are the two headlines.
        is_headlines: bool,
        /// Left pieces; empty where the text has nothing of it, or no headline.
        left: Vec<Piece>,
        /// Right pieces.
        right: Vec<Piece>,
        /// Where the left passage stands.
        left_place: Option<Place>,
        /// Where the right passage stands.
        right_place: Option<Place>,
        /// Words for the middle column.
        kinds: Vec<&'static str>,
        /// Whether each side has words of its own, so that what both have is marked.
        is_otherwise: bool,
        /// How the sides relate.
        kind: RowKind,
        /// How alike they are, 0 to 1.
        likeness: f32,
    },
    /// Rows that are the same, folded.
    Folded {
        /// Position of the first among the lines.
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

/// A row as it is shown.
#[derive(Clone, Debug, PartialEq)]
pub struct Line<'a> {
    /// The row; for the headlines, one of them alone.
    pub row: Cow<'a, Row>,
    /// What the headlines are to each other; `None` for a row of the texts.
    headlines: Option<Headlines>,
}

/// How two headlines stand to each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Headlines {
    /// They say the same, in whatever words.
    Alike,
    /// They say different things.
    Different,
    /// Only one article has a headline.
    One,
}

/// The rows of a comparison as they are shown: the two headlines side by side, then what the texts
/// tell. A headline stands once more where only the other text tells it.
pub fn lines(comparison: &Comparison) -> Vec<Line<'_>> {
    let is_shown_above = |row: &Row| {
        let mut left = row.left.iter();
        let mut right = row.right.iter();
        left.all(|&at| comparison.left.is_headline(at))
            && right.all(|&at| comparison.right.is_headline(at))
    };
    let below = comparison.rows.iter().filter(|row| !is_shown_above(row));
    let below = below.map(|row| Line {
        row: without_headlines(row, comparison).map_or(Cow::Borrowed(row), Cow::Owned),
        headlines: None,
    });
    headlines(comparison).into_iter().chain(below).collect()
}

/// How many rows that are the same are needed to fold them.
const FOLD_MIN: usize = 2;

/// Builds the rows; rows that are the same are folded, but for those in `unfolded`.
pub fn sides(comparison: &Comparison, unfolded: &BTreeSet<usize>) -> Sides {
    let lines = lines(comparison);
    let mut rows = Vec::new();
    let mut position = 0;
    while position < lines.len() {
        let rest = lines.iter().skip(position);
        let run = rest.clone().take_while(|line| can_fold(line)).count();
        if run >= FOLD_MIN && !unfolded.contains(&position) {
            rows.push(CompareRow::Folded {
                row: position,
                sentences: rest.take(run).map(|line| line.row.left.len()).sum(),
            });
            position += run;
            continue;
        }
        let shown = run.max(1);
        for (offset, line) in rest.take(shown).enumerate() {
            rows.push(pair(line, position + offset, comparison));
        }
        position += shown;
    }
    Sides {
        is_same: !lines.is_empty() && lines.iter().all(|line| line.row.kind == RowKind::Same),
        counts: counts(&lines),
        alike: lines.iter().filter(|line| is_alike(line)).count(),
        rows,
    }
}

fn can_fold(line: &Line<'_>) -> bool {
    line.row.kind == RowKind::Same && !line.row.is_moved && line.headlines.is_none()
}

fn is_alike(line: &Line<'_>) -> bool {
    matches!(line.row.kind, RowKind::Same | RowKind::Reworded)
        && line.headlines != Some(Headlines::Different)
}

fn pair(line: &Line<'_>, position: usize, comparison: &Comparison) -> CompareRow {
    let row = &line.row;
    let is_headlines = line.headlines.is_some();
    // No words stand out of a row that is the same or has one side only. Headlines that say different
    // things are two headlines, not one with words exchanged.
    let is_plain = row.kind != RowKind::Reworded || line.headlines == Some(Headlines::Different);
    let side = |text: &ComparedText, sentences: &[usize], is_left: bool| {
        let mut pieces = Vec::new();
        let marks = marks(&row.changes, row.shared.as_ref(), is_left);
        let passages = passages(sentences, text);
        for (position, passage) in passages.iter().enumerate() {
            if position > 0 {
                pieces.push(Piece {
                    words: " … ".to_owned(),
                    kind: PieceKind::Same,
                });
            }
            if passage.is_headline && !is_headlines {
                pieces.push(Piece {
                    words: wording::HEADLINE.to_owned(),
                    kind: PieceKind::Label,
                });
            }
            if is_plain {
                pieces.push(Piece {
                    words: one_line(passage.span.of(&text.text)),
                    kind: PieceKind::Same,
                });
            } else {
                pieces.extend(cut(&text.text, passage.span, &marks));
            }
        }
        let first = passages.iter().find(|passage| !passage.is_headline);
        let first = first.or(passages.first());
        let place = first.map(|passage| {
            let span = text.in_article(passage.span);
            span.map_or(Place::Headline, Place::Text)
        });
        (pieces, place)
    };
    let (left, left_place) = side(&comparison.left, &row.left, true);
    let (right, right_place) = side(&comparison.right, &row.right, false);
    CompareRow::Pair {
        row: position,
        is_headlines,
        left,
        right,
        left_place,
        right_place,
        kinds: kinds(line),
        is_otherwise: row.shared.is_some(),
        kind: row.kind,
        likeness: row.similarity,
    }
}

/// What is said of a row in the middle column: how its sides relate, and each kind of difference.
pub fn kinds(line: &Line<'_>) -> Vec<&'static str> {
    let row = &line.row;
    let said = match line.headlines {
        Some(Headlines::Different) => return vec![wording::HEADLINES_DIFFER],
        Some(Headlines::One) => return vec![wording::ONE_HEADLINE],
        Some(Headlines::Alike) | None if row.shared.is_some() => wording::OTHERWISE,
        Some(Headlines::Alike) | None => wording::row_kind(row.kind),
    };
    let mut kinds = vec![said];
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

/// Sentences of a text that follow each other, or its headline.
struct Passage {
    last: usize,
    span: Span,
    is_headline: bool,
}

/// Sentences as passages of the text: those that follow each other are one.
fn passages(sentences: &[usize], text: &ComparedText) -> Vec<Passage> {
    let mut passages: Vec<Passage> = Vec::new();
    for &position in sentences {
        let Some(&span) = text.sentences.get(position) else {
            continue;
        };
        match passages.last_mut() {
            Some(passage) if passage.last + 1 == position && !passage.is_headline => {
                passage.last = position;
                passage.span = passage.span.hull(span);
            }
            _ => passages.push(Passage {
                last: position,
                span,
                is_headline: text.is_headline(position),
            }),
        }
    }
    passages
}

/// What differs, counted by row.
fn counts(lines: &[Line<'_>]) -> Vec<(&'static str, usize, bool)> {
    let mut counts: Vec<(&'static str, usize, bool)> = Vec::new();
    let facts = [ChangeKind::Number, ChangeKind::Date, ChangeKind::Name];
    for line in lines {
        for word in kinds(line) {
            // What is said of the headlines alone is seen on top and needs no way to it.
            let is_plain = word == wording::row_kind(RowKind::Same);
            if is_plain || [wording::ONE_HEADLINE, wording::HEADLINES_DIFFER].contains(&word) {
                continue;
            }
            let is_fact = line.row.changes.iter().any(|change| {
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
    use super::{CompareRow, Piece, PieceKind, Place, sides};
    use crate::model::{Change, ChangeKind, ComparedText, Comparison, Row, RowKind, Span};
    use std::collections::BTreeSet;

    /// Pieces with `[only this side]`, `<fact>` and `(label)` marked.
    pub(super) fn marked(pieces: &[Piece]) -> String {
        pieces
            .iter()
            .map(|piece| match piece.kind {
                PieceKind::Same => piece.words.clone(),
                PieceKind::Only => format!("[{}]", piece.words),
                PieceKind::Fact => format!("<{}>", piece.words),
                PieceKind::Shared => format!("_{}_", piece.words),
                PieceKind::Label => format!("({})", piece.words),
            })
            .collect()
    }

    pub(super) fn change(left: [usize; 2], right: Option<[usize; 2]>, kind: ChangeKind) -> Change {
        Change {
            kind,
            left: Some(Span::new(left[0], left[1])),
            right: right.map(|[start, end]| Span::new(start, end)),
            detail: None,
        }
    }

    fn row(kind: RowKind, left: &[usize], right: &[usize], changes: Vec<Change>) -> Row {
        Row {
            kind,
            is_moved: false,
            left: left.to_vec(),
            right: right.to_vec(),
            similarity: 0.5,
            changes,
            shared: None,
        }
    }

    /// "Ferry sinks" above one sentence, beside "Ferry hits quay" above two.
    fn ferries() -> Comparison {
        Comparison {
            left: ComparedText {
                text: "Ferry sinks\n\nRain fell.".to_owned(),
                sentences: vec![Span::new(0, 11), Span::new(13, 23)],
                body: 13,
            },
            right: ComparedText {
                text: "Ferry hits quay\n\nRain fell. The ferry sank.".to_owned(),
                sentences: vec![Span::new(0, 15), Span::new(17, 27), Span::new(28, 43)],
                body: 17,
            },
            rows: vec![
                row(
                    RowKind::Reworded,
                    &[0],
                    &[2],
                    vec![change([6, 11], Some([38, 42]), ChangeKind::Word)],
                ),
                row(RowKind::RightOnly, &[], &[0], Vec::new()),
                row(RowKind::Same, &[1], &[1], Vec::new()),
            ],
            headline_changes: vec![change([6, 11], Some([6, 15]), ChangeKind::Word)],
        }
    }

    #[test]
    fn headlines_stand_on_top_and_once_more_where_a_text_tells_them() {
        let shown = sides(&ferries(), &BTreeSet::new());
        let lines: Vec<String> = shown
            .rows
            .iter()
            .map(|row| match row {
                CompareRow::Pair {
                    left, right, kinds, ..
                } => format!(
                    "{} | {} | {}",
                    marked(left),
                    kinds.join(", "),
                    marked(right)
                ),
                CompareRow::Folded { .. } => "folded".to_owned(),
            })
            .collect();
        assert_eq!(
            lines,
            [
                "Ferry sinks | headlines differ | Ferry hits quay",
                "(headline: )Ferry [sinks] | reworded | The ferry [sank].",
                "Rain fell. | the same | Rain fell.",
            ]
        );
        let places: Vec<_> = shown
            .rows
            .iter()
            .filter_map(|row| match row {
                CompareRow::Pair {
                    left_place,
                    right_place,
                    ..
                } => Some((*left_place, *right_place)),
                CompareRow::Folded { .. } => None,
            })
            .collect();
        let text = |start, end| Some(Place::Text(Span::new(start, end)));
        assert_eq!(
            places,
            [
                (Some(Place::Headline), Some(Place::Headline)),
                (Some(Place::Headline), text(11, 26)),
                (text(0, 10), text(0, 10)),
            ]
        );
        assert_eq!(shown.alike, 2);
    }

    #[test]
    fn headlines_joined_with_the_texts_below_them_are_shown_once() {
        let mut comparison = ferries();
        let headlines = change([6, 11], Some([6, 15]), ChangeKind::Word);
        comparison.rows = vec![row(RowKind::Reworded, &[0, 1], &[0, 1], vec![headlines])];
        let shown = sides(&comparison, &BTreeSet::new());
        let [_, CompareRow::Pair { left, right, .. }] = shown.rows.as_slice() else {
            panic!("{:?}", shown.rows)
        };
        assert_eq!([marked(left), marked(right)], ["Rain fell.", "Rain fell."]);
    }

    #[test]
    fn a_missing_headline_is_said_and_marks_nothing() {
        let mut comparison = ferries();
        comparison.left = ComparedText {
            text: "Rain fell.".to_owned(),
            sentences: vec![Span::new(0, 10)],
            body: 0,
        };
        comparison.rows = vec![
            row(RowKind::RightOnly, &[], &[0], Vec::new()),
            row(RowKind::Same, &[0], &[1], Vec::new()),
        ];
        comparison.headline_changes.clear();
        let shown = sides(&comparison, &BTreeSet::new());
        assert_eq!(shown.rows.len(), 2);
        let Some(CompareRow::Pair {
            is_headlines: true,
            left,
            right,
            kinds,
            ..
        }) = shown.rows.first()
        else {
            panic!("headlines first: {:?}", shown.rows);
        };
        assert!(left.is_empty());
        assert_eq!(marked(right), "Ferry hits quay");
        assert_eq!(kinds, &["one headline"]);
        assert!(shown.counts.is_empty());
    }
}
