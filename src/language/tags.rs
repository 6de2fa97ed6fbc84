//! Closed tag sets: Universal Dependencies parts of speech and relations, and kinds of names.

use serde::{Deserialize, Serialize};

/// Makes an enum over a closed set of tags with their standard spelling.
macro_rules! tag_set {
    ($(#[$meta:meta])* $name:ident, $other:ident, { $($(#[$doc:meta])* $variant:ident = $text:literal,)* }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub enum $name { $($(#[$doc])* $variant,)* }

        impl $name {
            /// The tag with this standard spelling; the catch-all of the set for any other.
            pub fn from_tag(tag: &str) -> Self {
                match tag { $($text => Self::$variant,)* _ => Self::$other }
            }

            /// The standard spelling.
            pub const fn tag(self) -> &'static str {
                match self { $(Self::$variant => $text,)* }
            }
        }
    };
}

tag_set! {
    /// Part of speech (Universal Dependencies 2, UPOS).
    Upos, X, {
        /// Adjective.
        Adj = "ADJ",
        /// Preposition.
        Adp = "ADP",
        /// Adverb.
        Adv = "ADV",
        /// Auxiliary verb.
        Aux = "AUX",
        /// Coordinating conjunction.
        Cconj = "CCONJ",
        /// Determiner.
        Det = "DET",
        /// Interjection.
        Intj = "INTJ",
        /// Common noun.
        Noun = "NOUN",
        /// Numeral.
        Num = "NUM",
        /// Particle.
        Part = "PART",
        /// Pronoun.
        Pron = "PRON",
        /// Proper noun.
        Propn = "PROPN",
        /// Punctuation.
        Punct = "PUNCT",
        /// Subordinating conjunction.
        Sconj = "SCONJ",
        /// Symbol.
        Sym = "SYM",
        /// Verb.
        Verb = "VERB",
        /// Anything else.
        X = "X",
    }
}

tag_set! {
    /// Grammatical relation to the head (Universal Dependencies 2, without subtypes).
    Relation, Dep, {
        /// Clause that modifies a noun.
        Acl = "acl",
        /// Clause that modifies a verb.
        Advcl = "advcl",
        /// Adverb.
        Advmod = "advmod",
        /// Adjective.
        Amod = "amod",
        /// Apposition.
        Appos = "appos",
        /// Auxiliary.
        Aux = "aux",
        /// Preposition or other case marker.
        Case = "case",
        /// Coordinating conjunction.
        Cc = "cc",
        /// Clause as object, with its own subject.
        Ccomp = "ccomp",
        /// Part of a compound.
        Compound = "compound",
        /// Conjunct.
        Conj = "conj",
        /// Copula.
        Cop = "cop",
        /// Clause as subject.
        Csubj = "csubj",
        /// Unspecified.
        Dep = "dep",
        /// Determiner.
        Det = "det",
        /// Discourse word.
        Discourse = "discourse",
        /// Dislocated part.
        Dislocated = "dislocated",
        /// Expletive.
        Expl = "expl",
        /// Part of a fixed expression.
        Fixed = "fixed",
        /// Part of a name or other flat expression.
        Flat = "flat",
        /// Goes with the word before.
        Goeswith = "goeswith",
        /// Indirect object.
        Iobj = "iobj",
        /// Item of a list.
        List = "list",
        /// Marker of a subordinate clause.
        Mark = "mark",
        /// Noun that modifies a noun.
        Nmod = "nmod",
        /// Subject.
        Nsubj = "nsubj",
        /// Number that modifies a noun.
        Nummod = "nummod",
        /// Object.
        Obj = "obj",
        /// Noun that modifies a verb.
        Obl = "obl",
        /// Orphan of an ellipsis.
        Orphan = "orphan",
        /// Loosely joined clause.
        Parataxis = "parataxis",
        /// Punctuation.
        Punct = "punct",
        /// Slip of the tongue, corrected.
        Reparandum = "reparandum",
        /// Head of the sentence.
        Root = "root",
        /// Someone spoken to.
        Vocative = "vocative",
        /// Clause as object, without its own subject.
        Xcomp = "xcomp",
    }
}

tag_set! {
    /// What a proper name names, as the model tags it.
    NameKind, Other, {
        /// A human being.
        Person = "PER",
        /// A company, institution, party, armed group.
        Organisation = "ORG",
        /// A country, town, region, building, natural feature.
        Place = "LOC",
        /// A nationality, religion or people.
        Group = "NORP",
        /// A named happening.
        Event = "EVENT",
        /// A product, work, ship or other name.
        Other = "MISC",
    }
}
