//! Parts of speech that go together, and the closed lists of tags.

use super::Tag;
use crate::language::{Relation, Upos};

/// Penn Treebank tags with the parts of speech that go with each (Universal Dependencies for
/// English, seen in its treebanks EWT and GUM).
pub(super) const TAGS: &[(&str, &[Upos])] = &[
    ("$", &[Upos::Sym]),
    ("''", &[Upos::Punct]),
    (",", &[Upos::Punct]),
    ("-LRB-", &[Upos::Punct]),
    ("-RRB-", &[Upos::Punct]),
    (".", &[Upos::Punct]),
    (":", &[Upos::Punct]),
    ("ADD", &[Upos::Propn, Upos::X]),
    ("AFX", &[Upos::X, Upos::Adv, Upos::Noun, Upos::Adj]),
    ("CC", &[Upos::Cconj]),
    ("CD", &[Upos::Num]),
    ("DT", &[Upos::Det, Upos::Pron]),
    ("EX", &[Upos::Pron]),
    ("FW", &[Upos::X, Upos::Noun, Upos::Adv]),
    ("GW", &[Upos::X, Upos::Propn, Upos::Adv, Upos::Noun]),
    ("HYPH", &[Upos::Punct, Upos::Sym]),
    ("IN", &[Upos::Adp, Upos::Sconj]),
    ("JJ", &[Upos::Adj]),
    ("JJR", &[Upos::Adj]),
    ("JJS", &[Upos::Adj]),
    ("LS", &[Upos::Num, Upos::X]),
    ("MD", &[Upos::Aux]),
    ("NFP", &[Upos::Punct, Upos::Sym]),
    ("NN", &[Upos::Noun, Upos::Pron, Upos::Sym]),
    ("NNP", &[Upos::Propn, Upos::Adj, Upos::Verb]),
    ("NNPS", &[Upos::Propn]),
    ("NNS", &[Upos::Noun]),
    ("PDT", &[Upos::Det]),
    ("POS", &[Upos::Part]),
    ("PRP", &[Upos::Pron]),
    ("PRP$", &[Upos::Pron]),
    ("RB", &[Upos::Adv, Upos::Part]),
    ("RBR", &[Upos::Adv]),
    ("RBS", &[Upos::Adv]),
    ("RP", &[Upos::Adp]),
    ("SYM", &[Upos::Sym, Upos::Punct]),
    ("TO", &[Upos::Part]),
    ("UH", &[Upos::Intj]),
    ("VB", &[Upos::Verb, Upos::Aux]),
    ("VBD", &[Upos::Verb, Upos::Aux]),
    ("VBG", &[Upos::Verb, Upos::Aux]),
    ("VBN", &[Upos::Verb, Upos::Aux]),
    ("VBP", &[Upos::Verb, Upos::Aux]),
    ("VBZ", &[Upos::Verb, Upos::Aux]),
    ("WDT", &[Upos::Pron, Upos::Det]),
    ("WP", &[Upos::Pron]),
    ("WP$", &[Upos::Pron]),
    ("WRB", &[Upos::Adv]),
    ("``", &[Upos::Punct]),
];

/// Subtypes of relations.
pub(super) const SUBTYPES: &[&str] = &[
    "agent", "desc", "npmod", "outer", "pass", "poss", "preconj", "predet", "prt", "relcl", "tmod",
    "unmarked",
];

/// What the numbers of the tags mean.
pub(crate) struct TagLabels {
    /// Pairs that go together: numbers of the UPOS and the XPOS tag, and their names.
    pairs: Vec<(usize, usize, Upos, Tag)>,
}

impl TagLabels {
    /// The meaning of these tags.
    pub(crate) fn new(upos: &[String], xpos: &[String]) -> Self {
        let mut pairs = Vec::new();
        for (fine, name) in xpos.iter().enumerate() {
            let known = TAGS.iter().find(|(tag, _)| tag == name);
            for &tag in known.map_or(&[][..], |(_, tags)| tags) {
                if let Some(coarse) = upos.iter().position(|name| name == tag.tag()) {
                    pairs.push((coarse, fine, tag, Tag::named(name)));
                }
            }
        }
        Self { pairs }
    }

    /// The most probable pair: the one with the largest sum of scores.
    pub(crate) fn best(&self, upos: &[f32], xpos: &[f32]) -> (Upos, Tag) {
        let mut best = (f32::NEG_INFINITY, Upos::X, Tag::NONE);
        for &(coarse, fine, tag, name) in &self.pairs {
            let score = upos
                .get(coarse)
                .zip(xpos.get(fine))
                .map_or(f32::NEG_INFINITY, |(a, b)| a + b);
            if score > best.0 {
                best = (score, tag, name);
            }
        }
        (best.1, best.2)
    }
}

/// A relation from its name with subtype: "nsubj:pass".
pub(super) fn relation(name: &str) -> (Relation, Tag) {
    let (base, subtype) = name.split_once(':').unwrap_or((name, ""));
    (Relation::from_tag(base), Tag::named(subtype))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_that_do_not_go_together_are_not_chosen() {
        let upos = ["NOUN", "VERB"].map(str::to_owned);
        let xpos = ["NN", "VBD"].map(str::to_owned);
        let labels = TagLabels::new(&upos, &xpos);
        let best = labels.best(&[1.0, 0.9], &[0.0, 1.0]);
        assert_eq!(best, (Upos::Verb, Tag::named("VBD")));
    }

    #[test]
    fn relations_with_and_without_subtype() {
        assert_eq!(
            relation("nsubj:pass"),
            (Relation::Nsubj, Tag::named("pass"))
        );
        assert_eq!(relation("obj"), (Relation::Obj, Tag::NONE));
    }
}
