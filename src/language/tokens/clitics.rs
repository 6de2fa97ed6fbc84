//! Words that lean on the word before: "n't", "'s", "'ll".

use super::chunk::{Chunk, is_apostrophe};
use crate::model::Span;

/// Endings after an apostrophe that are words.
const ENDINGS: [&str; 6] = ["s", "m", "d", "re", "ve", "ll"];

/// Two words written as one, with the number of letters of the first.
const JOINED: [(&str, usize); 18] = [
    ("cannot", 3),
    ("gonna", 3),
    ("wanna", 3),
    ("gotta", 3),
    ("gimme", 3),
    ("lemme", 3),
    ("dont", 2),
    ("doesnt", 4),
    ("didnt", 3),
    ("cant", 2),
    ("wont", 2),
    ("isnt", 2),
    ("wasnt", 3),
    ("arent", 3),
    ("couldnt", 5),
    ("wouldnt", 5),
    ("shouldnt", 6),
    ("havent", 4),
];

/// Adds the words that the letters from `start` to `end` hold.
pub(super) fn split(chunk: &Chunk, start: usize, end: usize, tokens: &mut Vec<Span>) {
    let mut cuts = Vec::new();
    let mut rest = end;
    while let Some(cut) = last_clitic(chunk, start, rest).filter(|&cut| cut > start) {
        cuts.push(cut);
        rest = cut;
    }
    if cuts.is_empty() && (4..=8).contains(&(end - start)) {
        let word = chunk.lower(start, end);
        let joined = JOINED.iter().find(|(joined, _)| *joined == word);
        cuts.extend(joined.map(|&(_, length)| start + length));
    }
    let mut from = start;
    for cut in cuts.into_iter().rev().chain([end]) {
        tokens.push(chunk.span(from, cut));
        from = cut;
    }
}

/// Where the clitic at the end of these letters starts, if there is one.
fn last_clitic(chunk: &Chunk, start: usize, end: usize) -> Option<usize> {
    let sign = (end.saturating_sub(3).max(start)..end).find(|&i| is_apostrophe(chunk.at(i)))?;
    let ending = chunk.lower(sign + 1, end);
    let before = chunk.before(sign);
    if ending == "t" && matches!(before, 'n' | 'N') {
        return Some(sign - 1);
    }
    ENDINGS.contains(&ending.as_str()).then_some(sign)
}
