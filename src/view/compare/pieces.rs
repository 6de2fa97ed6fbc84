//! Passages cut at what differs in them.

use crate::model::{Change, ChangeKind, SharedWords, Span};

/// How a piece of words relates to the other side.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PieceKind {
    /// The same on both sides.
    Same,
    /// Only on this side.
    Only,
    /// A number, date or name that differs.
    Fact,
    /// On both sides, where each is worded in its own way.
    Shared,
    /// No words of the text: what the next ones are.
    Label,
}

/// Some words of one side.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// The words.
    pub words: String,
    /// How they relate to the other side.
    pub kind: PieceKind,
}

/// Line ends inside a passage are only how the file was wrapped.
pub(super) fn one_line(words: &str) -> String {
    words.replace("\n\n", " ").replace('\n', " ")
}

/// What is marked on one side: its differences; where each side has words of its own, facts that
/// differ and what both have.
pub(in crate::view) fn marks(
    changes: &[Change],
    shared: Option<&SharedWords>,
    is_left: bool,
) -> Vec<(Span, PieceKind)> {
    let kind = |change: &Change| match change.kind {
        ChangeKind::Number | ChangeKind::Date | ChangeKind::Name => PieceKind::Fact,
        _ => PieceKind::Only,
    };
    let differing = changes.iter().filter_map(|change| {
        let span = if is_left { change.left } else { change.right };
        Some((span?, kind(change)))
    });
    let Some(shared) = shared else {
        return differing.collect();
    };
    let both = if is_left { &shared.left } else { &shared.right };
    let facts = differing.filter(|(_, kind)| *kind == PieceKind::Fact);
    facts
        .chain(both.iter().map(|span| (*span, PieceKind::Shared)))
        .collect()
}

/// Cuts a passage at what is marked in it. Where two marks overlap, the more telling one wins.
pub(in crate::view) fn cut(text: &str, passage: Span, marks: &[(Span, PieceKind)]) -> Vec<Piece> {
    let marked = marks.iter().copied();
    let mut marks: Vec<(Span, PieceKind)> = marked
        .filter(|(span, _)| passage.overlaps(*span) && !span.is_empty())
        .collect();
    // A fact comes before the wider change it stands in, so that it is kept whole.
    marks.sort_by_key(|(span, kind)| (*kind != PieceKind::Fact, span.start));
    let mut bounds: Vec<usize> = vec![passage.start, passage.end];
    for (span, _) in &marks {
        bounds.push(span.start.clamp(passage.start, passage.end));
        bounds.push(span.end.clamp(passage.start, passage.end));
    }
    bounds.sort_unstable();
    bounds.dedup();
    let mut pieces: Vec<Piece> = Vec::new();
    for (start, end) in bounds.iter().zip(bounds.iter().skip(1)) {
        let span = Span::new(*start, *end);
        let kind = marks
            .iter()
            .find(|(mark, _)| mark.contains(span))
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

#[cfg(test)]
mod tests {
    use super::super::tests::{change, marked};
    use super::{cut, marks};
    use crate::model::{ChangeKind, Span};

    #[test]
    fn a_passage_is_cut_at_its_changes_and_a_number_stands_out_of_a_wider_one() {
        let text = "Some 14 people were hurt.";
        let changes = [
            change([0, 14], None, ChangeKind::Word),
            change([5, 7], None, ChangeKind::Number),
        ];
        let marks = marks(&changes, None, true);
        let pieces = cut(text, Span::new(0, text.len()), &marks);
        assert_eq!(marked(&pieces), "[Some ]<14>[ people] were hurt.");
    }
}
