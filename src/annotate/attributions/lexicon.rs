//! The table of attribution verbs: their class and what they take as content.
//!
//! The table adds certainty and classes; verbs outside it are judged by their grammar alone.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use super::tree::Tree;
use crate::language::Relation;

/// What binding a verb makes between its source and its content.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Class {
    /// Saying and writing.
    Say,
    /// Asking.
    Ask,
    /// Believing, knowing, fearing.
    Think,
    /// Wanting, planning, hoping.
    Want,
    /// Finding out and showing.
    Find,
    /// Ordering, ruling, urging.
    Order,
    /// Praise and blame, support and opposition.
    Judge,
    /// Denying and rejecting.
    Deny,
    /// Saying with doubt.
    Hint,
    /// Not an attribution, whatever it takes.
    Not,
}

/// A verb of the table.
#[derive(Debug)]
pub(super) struct Verb {
    pub(super) class: Class,
    frames: Vec<&'static str>,
}

impl Verb {
    /// Whether the verb takes this frame (see the head of the table).
    pub(super) fn takes(&self, frame: &str) -> bool {
        self.frames.contains(&frame)
    }

    /// Prepositions whose phrase is the content ("warned of …").
    pub(super) fn prepositions(&self) -> impl Iterator<Item = &'static str> {
        self.frames.iter().filter_map(|f| f.strip_prefix('@'))
    }

    /// Prepositions whose phrase completes the object ("accused him of …").
    pub(super) fn object_with(&self) -> impl Iterator<Item = &'static str> {
        self.frames.iter().filter_map(|f| f.strip_prefix("obj:"))
    }
}

/// The verb with this lemma, if it is in the table.
pub(super) fn verb(lemma: &str) -> Option<&'static Verb> {
    static TABLE: OnceLock<BTreeMap<&'static str, Verb>> = OnceLock::new();
    TABLE
        .get_or_init(|| {
            include_str!("../../../assets/lexicon/attribution_verbs.tsv")
                .lines()
                .filter(|line| !line.starts_with('#'))
                .filter_map(line_entry)
                .collect()
        })
        .get(lemma)
}

/// The entry of a verb of the tree, with its particle if the table has it with one ("rule out").
pub(super) fn entry(tree: &Tree<'_>, index: usize) -> Option<&'static Verb> {
    let particle = tree
        .all(index, Relation::Compound)
        .find(|&child| tree.subtype(child) == "prt" && child > index);
    particle
        .and_then(|particle| verb(&format!("{} {}", tree.lemma(index), tree.lemma(particle))))
        .or_else(|| verb(tree.lemma(index)))
}

fn line_entry(line: &'static str) -> Option<(&'static str, Verb)> {
    let mut fields = line.split('\t');
    let lemma = fields.next()?;
    let class = match fields.next()? {
        "say" => Class::Say,
        "ask" => Class::Ask,
        "think" => Class::Think,
        "want" => Class::Want,
        "find" => Class::Find,
        "order" => Class::Order,
        "judge" => Class::Judge,
        "deny" => Class::Deny,
        "hint" => Class::Hint,
        "not" => Class::Not,
        _ => return None,
    };
    let frames = fields.next().unwrap_or_default().split(' ').collect();
    Some((lemma, Verb { class, frames }))
}

#[cfg(test)]
mod tests {
    use super::{Class, verb};

    #[test]
    fn every_line_of_the_table_is_read() {
        let lines = include_str!("../../../assets/lexicon/attribution_verbs.tsv")
            .lines()
            .filter(|line| !line.starts_with('#'));
        for line in lines {
            assert!(super::line_entry(line).is_some(), "not understood: {line}");
        }
    }

    #[test]
    fn knows_frames() {
        let accuse = verb("accuse").expect("in the table");
        assert_eq!(accuse.class, Class::Judge);
        assert_eq!(accuse.object_with().collect::<Vec<_>>(), ["of"]);
        assert!(verb("walk").is_none());
    }
}
