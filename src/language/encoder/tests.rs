//! The model against its reference: inputs and outputs computed where it was trained.

use serde::Deserialize;

use super::{Encoder, Input, Memory, whole, windows};
use crate::language::decode::Labels;
use crate::language::engine::weights;

/// The reference file.
#[derive(Deserialize)]
struct Reference {
    cases: Vec<Case>,
}

/// One sentence.
#[derive(Deserialize)]
struct Case {
    sentence: Vec<String>,
    ids: Vec<u32>,
    shapes: Vec<u8>,
    first: Vec<usize>,
    entity: Vec<String>,
    upos: Vec<String>,
    xpos: Vec<String>,
    heads: Vec<usize>,
    relations: Vec<String>,
    entity_scores_word_0: Vec<f32>,
    vector: Vec<f32>,
}

fn encoder() -> Encoder {
    Encoder::read(weights(), include_str!("../../../assets/model/vocab.txt")).unwrap()
}

fn cases() -> Vec<Case> {
    let text = include_str!("../../../tests/fixtures/model/reference.json");
    serde_json::from_str::<Reference>(text).unwrap().cases
}

/// A case as an input.
fn input(case: &Case, encoder: &Encoder) -> Input {
    let words = case.sentence.iter().map(String::as_str);
    let mut found = windows(words, &encoder.pieces);
    assert_eq!(found.len(), 1);
    found.pop().unwrap()
}

#[test]
fn reads_as_the_reference_does() {
    let encoder = encoder();
    let labels = Labels::of(&encoder).unwrap();
    for case in cases() {
        let input = input(&case, &encoder);
        assert_eq!(input.pieces, case.ids);
        assert_eq!(input.shapes, case.shapes);
        assert_eq!(input.first, case.first);
        let mut memory = Memory::default();
        let scores = encoder.scores(&[&input], &mut memory).remove(0);
        let first = scores.entity.row(0);
        for (found, expected) in first.iter().zip(&case.entity_scores_word_0) {
            assert!(
                (found - expected).abs() < 0.35,
                "{first:?} {:?}",
                case.entity_scores_word_0
            );
        }
        let decoded = labels.decode(&scores, &encoder, &mut memory);
        let mut entity = vec!["O".to_owned(); decoded.words.len()];
        for (words, kind, _) in &decoded.names {
            for word in words.clone() {
                let begins = if word == words.start { "B" } else { "I" };
                entity[word] = format!("{begins}-{}", kind.tag());
            }
        }
        // The reference takes the best of each kind of tag alone.
        let best = |row: &[f32]| {
            (0..row.len())
                .max_by(|&a, &b| row[a].total_cmp(&row[b]))
                .unwrap()
        };
        let upos: Vec<_> = scores
            .upos
            .rows()
            .map(|row| &encoder.labels.upos[best(row)])
            .collect();
        let xpos: Vec<_> = scores
            .xpos
            .rows()
            .map(|row| &encoder.labels.xpos[best(row)])
            .collect();
        let (mut heads, mut relations) = (Vec::new(), Vec::new());
        for word in decoded.words {
            heads.push(word.head.map_or(0, |head| head + 1));
            let subtype = word.subtype.name();
            let colon = if subtype.is_empty() { "" } else { ":" };
            relations.push(format!("{}{colon}{}", word.relation.tag(), subtype));
        }
        assert_eq!(upos, case.upos.iter().collect::<Vec<_>>());
        assert_eq!(xpos, case.xpos.iter().collect::<Vec<_>>());
        assert_eq!(heads, case.heads);
        assert_eq!(relations, case.relations);
        assert_eq!(entity, case.entity);
    }
}

#[test]
fn vectors_are_those_of_the_reference() {
    let encoder = encoder();
    for case in cases() {
        let words: Vec<&str> = case.sentence.iter().map(String::as_str).collect();
        let every = (0..words.len()).collect();
        let input = whole(&words, &[every], &encoder.pieces);
        assert_eq!(input.pieces, case.ids);
        let pooled = encoder.vectors(&[&input], &mut Memory::default()).remove(0);
        let length = |row: &[f32]| row.iter().map(|x| x * x).sum::<f32>().sqrt();
        for (found, expected) in pooled.whole.iter().zip(&case.vector) {
            let found = found / length(&pooled.whole);
            assert!((found - expected).abs() < 0.015, "{found} {expected}");
        }
        // All words are all but the two marks.
        let dot: f32 = pooled
            .whole
            .iter()
            .zip(&pooled.parts[0])
            .map(|(a, b)| a * b)
            .sum();
        assert!(dot > 0.95 * length(&pooled.whole) * length(&pooled.parts[0]));
    }
}

#[test]
fn a_sentence_reads_the_same_in_any_company() {
    let encoder = encoder();
    let inputs: Vec<Input> = cases().iter().map(|case| input(case, &encoder)).collect();
    let inputs: Vec<&Input> = inputs.iter().collect();
    let mut memory = Memory::default();
    let together = encoder.scores(&inputs, &mut memory);
    let alone: Vec<_> = inputs
        .iter()
        .flat_map(|input| encoder.scores(&[input], &mut memory))
        .collect();
    assert_eq!(together, alone);
    let together = encoder.vectors(&inputs, &mut memory);
    let alone: Vec<_> = inputs
        .iter()
        .flat_map(|input| encoder.vectors(&[input], &mut Memory::default()))
        .collect();
    assert_eq!(together, alone);
}
