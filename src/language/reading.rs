//! From text to `Parsed`: words and sentences, read by the model, and put together again.

use std::cell::Cell;

use rayon::prelude::*;

use super::decode::{Decoded, DecodedWord, Labels, Tag};
use super::encoder::{Encoder, Input, Memory, windows};
use super::lemma::lemma;
use super::parsed::Writer;
use super::sentences::{Bounds, sentences};
use super::tokens::tokenise;
use super::{NameTag, Parsed, Relation, Sentence, Stop, Upos};
use crate::model::Span;

/// Pieces that one task sends through the model at once: enough to use every weight often once it
/// is read, few enough that their rows stay near the processor.
const TASK: usize = 128;

thread_local! {
    /// What the last task on this thread left. Taken while a task runs, so that a task that rayon
    /// runs inside another one brings its own.
    static MEMORY: Cell<Memory> = Cell::default();
}

/// A text, ready for the model.
struct Prepared<'a> {
    text: &'a str,
    tokens: Vec<Span>,
    sentences: Vec<Bounds>,
    inputs: Vec<Input>,
}

/// Reads texts on all cores; results in the order of the texts, or none where `stop` said so.
pub(super) fn read(
    texts: &[&str],
    encoder: &Encoder,
    labels: &Labels,
    stop: Stop<'_>,
) -> Option<Vec<Parsed>> {
    let prepared: Vec<Prepared<'_>> = texts
        .par_iter()
        .map(|text| prepare(text, encoder))
        .collect();
    let inputs: Vec<&Input> = prepared.iter().flat_map(|text| &text.inputs).collect();
    let decoded = each_task(&inputs, stop, |task, memory| {
        let scores = encoder.scores(task, memory);
        scores
            .iter()
            .map(|scores| labels.decode(scores, encoder, memory))
            .collect()
    })?;
    let mut windows = decoded.into_iter();
    let counted: Vec<(Prepared<'_>, Vec<Decoded>)> = prepared
        .into_iter()
        .map(|text| {
            let own = windows.by_ref().take(text.inputs.len()).collect();
            (text, own)
        })
        .collect();
    let assembled = counted
        .into_par_iter()
        .map(|(text, windows)| assemble(&text, &windows, encoder));
    Some(assembled.collect())
}

/// Words and sentences of a text that the model was not taught to read, as it stands in another
/// language: no grammar, no names.
pub fn words_only(text: &str) -> Parsed {
    let tokens = tokenise(text);
    let mut writer = Writer::default();
    for bounds in sentences(text, &tokens) {
        let words = tokens.get(bounds.words.clone()).unwrap_or_default();
        let (Some(first), Some(last)) = (words.first(), words.last()) else {
            continue;
        };
        for (index, span) in words.iter().enumerate() {
            let form = span.of(text);
            let is_root = index == 0;
            let word = DecodedWord {
                upos: if form.contains(char::is_alphabetic) {
                    Upos::X
                } else {
                    Upos::Punct
                },
                xpos: Tag::NONE,
                head: (!is_root).then_some(bounds.words.start),
                relation: if is_root {
                    Relation::Root
                } else {
                    Relation::Dep
                },
                subtype: Tag::NONE,
            };
            writer.word(*span, form, word);
        }
        writer.sentence(Sentence {
            span: first.hull(*last),
            words: bounds.words.clone(),
            paragraph: bounds.paragraph,
        });
    }
    writer.done()
}

/// Calls `f` with groups of inputs of about equal size, on all cores; results in the order of the
/// inputs, or none where `stop` said so before the last of them.
pub(super) fn each_task<T: Send>(
    inputs: &[&Input],
    stop: Stop<'_>,
    f: impl Fn(&[&Input], &mut Memory) -> Vec<T> + Sync,
) -> Option<Vec<T>> {
    let done: Option<Vec<Vec<T>>> = tasks(inputs)
        .into_par_iter()
        .map(|task| {
            if stop() {
                return None;
            }
            let mut memory = MEMORY.take();
            let found = f(task, &mut memory);
            MEMORY.set(memory);
            Some(found)
        })
        .collect();
    Some(done?.into_iter().flatten().collect())
}

/// Groups inputs into tasks of about equal size.
fn tasks<'a, 'b>(inputs: &'b [&'a Input]) -> Vec<&'b [&'a Input]> {
    let mut found = Vec::new();
    let (mut start, mut size) = (0, 0);
    for (index, input) in inputs.iter().enumerate() {
        if size > 0 && size + input.pieces.len() > TASK {
            found.extend(inputs.get(start..index));
            (start, size) = (index, 0);
        }
        size += input.pieces.len();
    }
    found.extend(inputs.get(start..).filter(|rest| !rest.is_empty()));
    found
}

/// Finds words and sentences and makes them ready. Every sentence is read alone: its tree is better
/// so than with others beside it, and words then look at fewer others.
fn prepare<'a>(text: &'a str, encoder: &Encoder) -> Prepared<'a> {
    let tokens = tokenise(text);
    let sentences = sentences(text, &tokens);
    let inputs = sentences
        .iter()
        .flat_map(|bounds| {
            let words = tokens.get(bounds.words.clone()).unwrap_or_default();
            windows(words.iter().map(|span| span.of(text)), &encoder.pieces)
        })
        .collect();
    Prepared {
        text,
        tokens,
        sentences,
        inputs,
    }
}

/// Puts together what the model says about the windows of a text.
fn assemble(prepared: &Prepared<'_>, windows: &[Decoded], encoder: &Encoder) -> Parsed {
    let mut writer = Writer::default();
    let mut windows = windows.iter();
    for bounds in &prepared.sentences {
        let mut root = None;
        let mut start = bounds.words.start;
        while start < bounds.words.end {
            let Some(window) = windows.next() else { break };
            add(&mut writer, prepared, encoder, window, start, &mut root);
            start += window.words.len();
        }
        let words = prepared
            .tokens
            .get(bounds.words.clone())
            .unwrap_or_default();
        let (Some(first), Some(last)) = (words.first(), words.last()) else {
            continue;
        };
        writer.sentence(Sentence {
            span: first.hull(*last),
            words: bounds.words.clone(),
            paragraph: bounds.paragraph,
        });
    }
    writer.done()
}

/// Adds the words of a window that starts at the word `start`; the root of a later window hangs
/// on the root of the first.
fn add(
    writer: &mut Writer,
    prepared: &Prepared<'_>,
    encoder: &Encoder,
    window: &Decoded,
    start: usize,
    root: &mut Option<usize>,
) {
    for (index, word) in window.words.iter().enumerate() {
        let span = prepared
            .tokens
            .get(start + index)
            .copied()
            .unwrap_or(Span::new(0, 0));
        let (head, relation, subtype) = match (word.head, *root) {
            (None, Some(first)) => (Some(first), Relation::Parataxis, Tag::NONE),
            (None, None) => (None, Relation::Root, Tag::NONE),
            (Some(head), _) => (Some(start + head), word.relation, word.subtype),
        };
        let is_word = |form: &str| encoder.pieces.is_word(form);
        let form = span.of(prepared.text);
        let lemma = lemma(form, word.upos, word.xpos.name(), &is_word);
        let known = DecodedWord {
            head,
            relation,
            subtype,
            ..*word
        };
        writer.word(span, &lemma, known);
    }
    let own = window.words.iter().position(|word| word.head.is_none());
    *root = root.or(own.map(|index| start + index));
    for (words, kind, confidence) in &window.names {
        writer.name(NameTag {
            words: start + words.start..start + words.end,
            kind: *kind,
            confidence: *confidence,
        });
    }
}
