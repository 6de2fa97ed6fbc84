//! How a source is given: by name, unnamed, as an institution, outlet or document.

use std::ops::Range;

use super::tree::Tree;
use crate::language::lexicon::{self, OrganisationKind};
use crate::language::{NameKind, Upos};
use crate::model::SourceKind;

/// Nouns for things that are written, shown or measured and so can be quoted.
const DOCUMENTS: [&str; 41] = [
    "report",
    "study",
    "survey",
    "poll",
    "document",
    "letter",
    "memo",
    "memorandum",
    "filing",
    "statement",
    "email",
    "e-mail",
    "mail",
    "transcript",
    "record",
    "book",
    "article",
    "paper",
    "note",
    "complaint",
    "indictment",
    "lawsuit",
    "affidavit",
    "ruling",
    "licence",
    "license",
    "law",
    "bill",
    "treaty",
    "constitution",
    "data",
    "figure",
    "statistic",
    "ad",
    "video",
    "footage",
    "tape",
    "recording",
    "tweet",
    "post",
    "research",
];

/// Nouns for people at large, who are nobody in particular.
const PEOPLE: [&str; 26] = [
    "people",
    "resident",
    "tenant",
    "owner",
    "voter",
    "citizen",
    "critic",
    "supporter",
    "opponent",
    "observer",
    "family",
    "relative",
    "parent",
    "neighbor",
    "villager",
    "passenger",
    "protester",
    "demonstrator",
    "activist",
    "many",
    "some",
    "other",
    "most",
    "few",
    "everyone",
    "nobody",
];

/// Nouns for bodies that the list of organisation words does not hold because they name none.
const BODIES: [&str; 16] = [
    "jury",
    "panel",
    "government",
    "administration",
    "company",
    "police",
    "investigator",
    "prosecutor",
    "authority",
    "regulator",
    "court",
    "firm",
    "campaign",
    "group",
    "country",
    "military",
];

/// Nouns for those who publish.
const MEDIA: [&str; 9] = [
    "newspaper",
    "station",
    "broadcaster",
    "outlet",
    "magazine",
    "website",
    "daily",
    "weekly",
    "tabloid",
];

/// How the source in these words is given; `None` for a pronoun, which takes the kind of whom it
/// stands for.
pub(super) fn of(tree: &Tree<'_>, source: &Range<usize>) -> Option<SourceKind> {
    let head = head(tree, source)?;
    if tree.upos(head) == Upos::Pron {
        return None;
    }
    let lemma = tree.lemma(head).to_lowercase();
    if is_outlet(tree, source, head) {
        return Some(SourceKind::Media);
    }
    // Only a name at the head, or one in apposition to it, names the source ("the mayor, Jo Lind").
    let names = |kind: NameKind| {
        tree.parsed.names.iter().any(|name| {
            name.kind == kind
                && source.contains(&name.words.start)
                && (name.words.contains(&head) || is_apposed(tree, &name.words, head))
        })
    };
    if names(NameKind::Person) {
        return Some(SourceKind::Named);
    }
    if DOCUMENTS.contains(&lemma.as_str()) && tree.upos(head) != Upos::Propn {
        return Some(SourceKind::Document);
    }
    if names(NameKind::Organisation) || names(NameKind::Place) || names(NameKind::Event) {
        return Some(SourceKind::Institution);
    }
    let body = BODIES.contains(&lemma.as_str())
        || lexicon::organisation_words(&lemma).any(|word| word.kind != OrganisationKind::Media);
    // "Top Democrats" are people who are not named, "the Chileans" are nobody in particular.
    let are_several = tree.xpos(head) == "NNPS";
    Some(if are_several && is_described(tree, head) {
        SourceKind::Anonymous
    } else if are_several {
        SourceKind::Unspecified
    } else if tree.upos(head) == Upos::Propn {
        SourceKind::Named
    } else if body {
        SourceKind::Institution
    } else if PEOPLE.contains(&lemma.as_str()) && is_plural(tree, head) && !is_told(tree, head) {
        SourceKind::Unspecified
    } else if MEDIA.contains(&lemma.as_str())
        || lexicon::organisation_words(&lemma).any(|word| word.kind == OrganisationKind::Media)
    {
        SourceKind::Media
    } else {
        SourceKind::Anonymous
    })
}

/// Whether a noun is one for something written or shown.
pub(super) fn is_document(lemma: &str) -> bool {
    DOCUMENTS.contains(&lemma)
}

/// Whether a noun is one of the lists of people and bodies.
pub(super) fn is_listed(lemma: &str) -> bool {
    PEOPLE.contains(&lemma) || BODIES.contains(&lemma)
}

/// Whether anything but an article stands with the word.
fn is_described(tree: &Tree<'_>, head: usize) -> bool {
    use crate::language::Relation;
    tree.children(head).iter().any(|&child| {
        matches!(
            tree.relation(child),
            Relation::Amod | Relation::Nummod | Relation::Compound | Relation::Nmod | Relation::Acl
        )
    })
}

/// Whether the words tell which people: "two people familiar with the plan".
fn is_told(tree: &Tree<'_>, head: usize) -> bool {
    use crate::language::Relation;
    tree.children(head).iter().any(|&child| {
        matches!(tree.relation(child), Relation::Nummod | Relation::Acl)
            || (tree.relation(child) == Relation::Amod && child > head)
    })
}

fn is_plural(tree: &Tree<'_>, head: usize) -> bool {
    tree.xpos(head) != "NN"
}

/// The word of the source that hangs on nothing inside it.
pub(super) fn head(tree: &Tree<'_>, source: &Range<usize>) -> Option<usize> {
    source
        .clone()
        .filter(|&word| !tree.is_punctuation(word))
        .find(|&word| tree.head(word).is_none_or(|head| !source.contains(&head)))
}

/// Whether a name stands in apposition to the head, or is tied to it as a title is.
fn is_apposed(tree: &Tree<'_>, name: &Range<usize>, head: usize) -> bool {
    use crate::language::Relation;
    let verb = tree.head(head);
    name.clone().any(|word| {
        // A torn tree has the role and the name as two subjects of one verb.
        let beside = tree.relation(word) == Relation::Nsubj
            && tree.relation(head) == Relation::Nsubj
            && tree.head(word) == verb;
        beside
            || tree.head(word) == Some(head)
                && matches!(
                    tree.relation(word),
                    Relation::Appos | Relation::Flat | Relation::Compound
                )
                && (tree.relation(word) != Relation::Compound || tree.upos(head) == Upos::Propn)
    })
}

/// Whether the source is an outlet, by its own name rather than one inside the phrase.
fn is_outlet(tree: &Tree<'_>, source: &Range<usize>, head: usize) -> bool {
    outlet_in(tree, source).is_some_and(|outlet| outlet.contains(&head))
}

/// The first outlet named in these words, without "the".
pub(super) fn outlet_in(tree: &Tree<'_>, words: &Range<usize>) -> Option<Range<usize>> {
    const NAME_WORDS_MAX: usize = 5;
    words.clone().find_map(|start| {
        if !tree.form(start).starts_with(char::is_uppercase) || tree.is(start, &["the"]) {
            return None;
        }
        let longest = NAME_WORDS_MAX.min(words.end - start);
        (1..=longest).rev().find_map(|length| {
            let run = start..start + length;
            let written = tree.span(run.clone()).of(tree.text);
            let is_name = tree.upos(start) == Upos::Propn || length > 1;
            (is_name && lexicon::outlet(written).is_some()).then_some(run)
        })
    })
}

#[cfg(test)]
mod tests {
    use crate::annotate::attributions::testing::found;
    use crate::model::SourceKind;

    fn kind(source: &str, expected: SourceKind) {
        let words = source.split(' ').count();
        let tree = format!(
            "{source} said/VERB/0/root//VBD troops/NOUN/{}/nsubj left/VERB/{}/ccomp//VBD",
            words + 3,
            words + 1
        );
        let (text, found) = found(&tree);
        let kinds: Vec<SourceKind> = found.iter().map(|each| each.source_kind).collect();
        assert_eq!(kinds, [expected], "{text}");
    }

    #[test]
    fn sources_have_kinds() {
        kind("Lind/PROPN/2/nsubj", SourceKind::Named);
        kind("officials/NOUN/2/nsubj/official/NNS", SourceKind::Anonymous);
        let radicals = "Radicals/PROPN/2/nsubj/NORP/NNPS";
        kind(radicals, SourceKind::Unspecified);
        kind(
            "Top/ADJ/2/amod Radicals/PROPN/3/nsubj/NORP/NNPS",
            SourceKind::Anonymous,
        );
        kind(
            "the/DET/2/det government/NOUN/3/nsubj",
            SourceKind::Institution,
        );
        kind("Reuters/PROPN/2/nsubj/ORG", SourceKind::Media);
        kind("a/DET/2/det report/NOUN/3/nsubj//NN", SourceKind::Document);
        kind(
            "residents/NOUN/2/nsubj/resident/NNS",
            SourceKind::Unspecified,
        );
    }
}
