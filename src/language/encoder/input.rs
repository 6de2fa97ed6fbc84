//! What the model reads at once: a chunk of consecutive sentences, as pieces.

use super::shape::shape;
use super::wordpiece::Pieces;

/// Most pieces in a chunk, without the first and last mark.
pub(crate) const LIMIT: usize = 126;

/// Shape class of the marks at both ends.
const MARK: u8 = 7;

/// Added to the shape class of every piece of a word but its first.
const LATER: u8 = 8;

/// A chunk: pieces, shapes and where its words start.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Input {
    /// Pieces with both marks.
    pub(crate) pieces: Vec<u32>,
    /// Shape class of every piece.
    pub(crate) shapes: Vec<u8>,
    /// Place of the first piece of every word.
    pub(crate) first: Vec<usize>,
    /// Numbers of words of its sentences, in order.
    pub(crate) sentences: Vec<usize>,
}

impl Input {
    /// Only the first mark.
    fn open(pieces: &Pieces) -> Self {
        Self {
            pieces: vec![pieces.start],
            shapes: vec![MARK],
            first: Vec::new(),
            sentences: Vec::new(),
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

    /// Adds a sentence that fits.
    fn add(&mut self, sentence: &Self) {
        let offset = self.pieces.len();
        self.first
            .extend(sentence.first.iter().map(|place| place + offset));
        self.pieces.extend(&sentence.pieces);
        self.shapes.extend(&sentence.shapes);
        self.sentences.push(sentence.first.len());
    }
}

/// The words of a sentence as pieces, cut into windows that fit into a chunk.
fn windows<'a>(words: impl Iterator<Item = &'a str>, pieces: &Pieces) -> Vec<Input> {
    let mut found = Vec::new();
    let mut window = Input::default();
    let mut last_comma = 0;
    for word in words {
        let mut new = Vec::new();
        pieces.split(word, LIMIT, &mut new);
        if window.pieces.len() + new.len() > LIMIT {
            let rest = cut(&mut window, last_comma);
            found.push(std::mem::replace(&mut window, rest));
            last_comma = 0;
            if window.pieces.len() + new.len() > LIMIT {
                found.push(std::mem::take(&mut window));
            }
        }
        let class = shape(word);
        window.first.push(window.pieces.len());
        window.shapes.push(class);
        window
            .shapes
            .extend(new.iter().skip(1).map(|_| class + LATER));
        window.pieces.extend(new);
        if matches!(word, "," | ";" | ":" | "—" | "–" | "--" | ")") {
            last_comma = window.first.len();
        }
    }
    found.push(window);
    found
}

/// Cuts a full window after its last comma, if that leaves most of it; returns what follows.
fn cut(window: &mut Input, comma: usize) -> Input {
    let words = if comma * 3 > window.first.len() * 2 {
        comma
    } else {
        window.first.len()
    };
    let offset = window
        .first
        .get(words)
        .copied()
        .unwrap_or(window.pieces.len());
    Input {
        pieces: window.pieces.split_off(offset),
        shapes: window.shapes.split_off(offset),
        first: window
            .first
            .split_off(words)
            .into_iter()
            .map(|place| place - offset)
            .collect(),
        sentences: Vec::new(),
    }
}

/// Packs the sentences of one text into chunks, in order. A sentence that is too long for one chunk
/// becomes several windows; `sentences` of the chunks count windows as sentences.
pub(crate) fn chunks<'a, S>(sentences: impl Iterator<Item = S>, pieces: &Pieces) -> Vec<Input>
where
    S: Iterator<Item = &'a str>,
{
    let mut found = Vec::new();
    let mut current = Input::open(pieces);
    for sentence in sentences {
        for window in windows(sentence, pieces) {
            if window.pieces.len() > current.room() && !current.sentences.is_empty() {
                let full = std::mem::replace(&mut current, Input::open(pieces));
                found.push(full.close(pieces));
            }
            current.add(&window);
        }
    }
    if !current.sentences.is_empty() {
        found.push(current.close(pieces));
    }
    found
}

/// One text as a chunk of its own, as far as it fits; without shapes' use.
pub(crate) fn single<'a>(words: impl Iterator<Item = &'a str>, pieces: &Pieces) -> Input {
    let mut chunk = Input::open(pieces);
    for word in words {
        let room = chunk.room();
        if room == 0 {
            break;
        }
        pieces.split(word, room, &mut chunk.pieces);
    }
    chunk.close(pieces)
}
