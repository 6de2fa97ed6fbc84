//! What the model reads at once: a sentence, or a window of a long one, as pieces.

use super::shape::shape;
use super::wordpiece::Pieces;

/// Most pieces in an input, without the first and last mark.
pub(crate) const LIMIT: usize = 126;

/// Shape class of the marks at both ends.
const MARK: u8 = 7;

/// Added to the shape class of every piece of a word but its first.
const LATER: u8 = 8;

/// A sentence or window: pieces, shapes and where its words start.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Input {
    /// Pieces with both marks.
    pub(crate) pieces: Vec<u32>,
    /// Shape class of every piece; empty where shapes are not used.
    pub(crate) shapes: Vec<u8>,
    /// Place of the first piece of every word; empty where words are not asked for.
    pub(crate) first: Vec<usize>,
    /// Places of the pieces of every part whose meaning is asked for.
    pub(crate) parts: Vec<Vec<usize>>,
}

impl Input {
    /// Only the first mark.
    fn open(pieces: &Pieces) -> Self {
        Self {
            pieces: vec![pieces.start],
            shapes: vec![MARK],
            ..Self::default()
        }
    }

    /// Adds the last mark.
    fn close(mut self, pieces: &Pieces) -> Self {
        self.pieces.push(pieces.end);
        self.shapes.push(MARK);
        self
    }

    /// How many more pieces fit.
    fn room(&self) -> usize {
        (LIMIT + 1).saturating_sub(self.pieces.len())
    }

    /// Adds the pieces of a word of this shape class.
    fn add(&mut self, class: u8, word: &[u32]) {
        self.first.push(self.pieces.len());
        self.shapes.push(class);
        self.shapes
            .extend(word.iter().skip(1).map(|_| class + LATER));
        self.pieces.extend(word);
    }

    /// Cuts a full window after its last comma, if that leaves most of it; returns what follows.
    fn cut(&mut self, comma: usize, pieces: &Pieces) -> Self {
        let mut rest = Self::open(pieces);
        if comma * 3 > self.first.len() * 2
            && let Some(&from) = self.first.get(comma)
        {
            let marks = rest.pieces.len();
            rest.pieces.extend(self.pieces.drain(from..));
            rest.shapes.extend(self.shapes.drain(from..));
            let words = self.first.drain(comma..);
            rest.first.extend(words.map(|place| place - from + marks));
        }
        rest
    }
}

/// The words of a sentence as inputs: one, or windows that follow each other if it is too long.
pub(crate) fn windows<'a>(words: impl Iterator<Item = &'a str>, pieces: &Pieces) -> Vec<Input> {
    let mut found = Vec::new();
    let mut window = Input::open(pieces);
    let mut last_comma = 0;
    let mut new = Vec::new();
    for word in words {
        new.clear();
        pieces.split(word, LIMIT, &mut new);
        if new.len() > window.room() {
            let rest = window.cut(last_comma, pieces);
            found.push(std::mem::replace(&mut window, rest).close(pieces));
            last_comma = 0;
            if new.len() > window.room() {
                found.push(std::mem::replace(&mut window, Input::open(pieces)).close(pieces));
            }
        }
        window.add(shape(word), &new);
        if matches!(word, "," | ";" | ":" | "—" | "–" | "--" | ")") {
            last_comma = window.first.len();
        }
    }
    if !window.first.is_empty() {
        found.push(window.close(pieces));
    }
    found
}

/// One text as an input, as far as it fits, for what needs neither shapes nor words, with the parts
/// (words of the text, by number) whose meaning is asked for.
pub(crate) fn whole(words: &[&str], parts: &[Vec<usize>], pieces: &Pieces) -> Input {
    let mut input = Input {
        pieces: vec![pieces.start],
        ..Input::default()
    };
    let mut starts = Vec::with_capacity(words.len() + 1);
    for word in words {
        let room = input.room();
        if room == 0 {
            break;
        }
        starts.push(input.pieces.len());
        pieces.split(word, room, &mut input.pieces);
    }
    starts.push(input.pieces.len());
    let of_word = |&word: &usize| starts.get(word).copied().zip(starts.get(word + 1).copied());
    input.parts = parts
        .iter()
        .map(|part| {
            let places = part.iter().filter_map(of_word);
            places.flat_map(|(start, end)| start..end).collect()
        })
        .collect();
    input.pieces.push(pieces.end);
    input
}

#[cfg(test)]
mod tests {
    use super::{LIMIT, Pieces, whole, windows};

    fn pieces() -> Pieces {
        Pieces::read("[UNK]\n[CLS]\n[SEP]\na\n,\nb\n##b").unwrap()
    }

    #[test]
    fn a_long_sentence_is_cut_after_a_comma_and_loses_no_word() {
        let words: Vec<&str> = (0..400)
            .map(|i| if i % 25 == 24 { "," } else { "a" })
            .collect();
        let found = windows(words.iter().copied(), &pieces());
        let lengths: Vec<usize> = found.iter().map(|window| window.first.len()).collect();
        assert_eq!(lengths, [125, 125, 125, 25]);
        for window in &found {
            assert!(window.pieces.len() <= LIMIT + 2);
            assert_eq!(window.pieces.len(), window.shapes.len());
            assert_eq!(window.first.first(), Some(&1));
        }
    }

    #[test]
    fn a_word_of_many_pieces_fills_a_window_of_its_own() {
        let long = "b".repeat(90);
        let words = ["a", &long, "a", &long, "a"];
        let found = windows(words.into_iter(), &pieces());
        let lengths: Vec<usize> = found.iter().map(|window| window.first.len()).collect();
        assert_eq!(lengths, [3, 2]);
        let first: Vec<_> = found.iter().map(|window| window.first.clone()).collect();
        assert_eq!(first, [vec![1, 2, 92], vec![1, 91]]);
    }

    #[test]
    fn a_part_is_the_pieces_of_its_words_that_fit() {
        let parts = [vec![1, 2], vec![2, 7]];
        let input = whole(&["a", "bb", ","], &parts, &pieces());
        assert_eq!(input.pieces, [1, 3, 5, 6, 4, 2]);
        assert_eq!(input.parts, [vec![2, 3, 4], vec![4]]);
    }

    #[test]
    fn no_words_no_input() {
        assert!(windows([].into_iter(), &pieces()).is_empty());
    }
}
