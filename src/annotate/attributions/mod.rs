//! Who says what: source, cue and content of speech, belief, intent and documents.
//!
//! Trees first: each construction is a file that proposes candidates; `settle` keeps the best for
//! every cue, lengthens contents over whole quotations and nests them. Must not link sources to
//! entities (that needs the collection).
//!
//! Conventions follow the attribution corpora PARC 3.0 and `PolNeAR` (Newell et al. 2018): the source
//! is the whole noun phrase, the cue the verb group, "that" belongs to the content.

mod according;
mod adjectives;
mod adverbs;
mod candidate;
mod citing;
mod clauses;
mod colon;
mod direct;
mod finish;
mod infinitives;
mod kind;
mod lexicon;
mod nouns;
mod objects;
mod passive;
mod pointing;
mod position;
mod quoted;
mod quoted_as;
mod quotes;
mod settle;
mod spans;
mod speaker;
mod subject;
#[cfg(test)]
mod testing;
mod untruth;
mod verbs;
mod via;

use crate::language::{Parsed, tree};
use crate::model::Attribution;
use tree::Tree;

/// Finds who says what in one text; in order of the content. Sources are not linked yet.
pub fn find(parsed: &Parsed, text: &str) -> Vec<Attribution> {
    let tree = Tree::new(parsed, text);
    let mut candidates = verbs::find(&tree);
    candidates.extend(infinitives::find(&tree));
    candidates.extend(objects::find(&tree));
    candidates.extend(passive::find(&tree));
    candidates.extend(quoted_as::find(&tree));
    candidates.extend(according::find(&tree));
    candidates.extend(adverbs::find(&tree));
    candidates.extend(adjectives::find(&tree));
    candidates.extend(nouns::find(&tree));
    candidates.extend(colon::find(&tree));
    candidates.extend(position::find(&tree));
    let quotations = quotes::find(&tree);
    settle::settle(&tree, candidates, &quotations)
}
