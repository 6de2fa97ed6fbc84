//! Carriers: through whom a source's words reached the article ("told Axios", "in an interview
//! published by Al-Akhbar", "Axios reported, citing …").

use std::ops::Range;

use super::candidate::Candidate;
use super::kind;
use super::tree::Tree;
use crate::language::lexicon::{self, OrganisationKind};
use crate::language::{NameKind, Relation};
use crate::model::SourceKind;

/// Finds the carriers that the reporting clause itself names.
pub(super) fn mark(tree: &Tree<'_>, candidate: &mut Candidate) {
    let mut found: Vec<Range<usize>> = Vec::new();
    for &child in tree.children(candidate.head) {
        let is_hearer = matches!(tree.relation(child), Relation::Obj | Relation::Iobj)
            && matches!(
                tree.lemma(candidate.head),
                "tell" | "inform" | "remind" | "assure" | "brief"
            );
        let is_place_of_telling = matches!(tree.relation(child), Relation::Obl | Relation::Nmod)
            && tree.marker(child).is_some_and(|mark| {
                tree.is(
                    mark,
                    &["to", "in", "on", "by", "with", "through", "via", "for"],
                )
            });
        let is_telling_clause = tree.relation(child) == Relation::Advcl
            && matches!(tree.lemma(child), "speak" | "talk" | "write");
        if !(is_hearer || is_place_of_telling || is_telling_clause) || candidate.holds(child) {
            continue;
        }
        let words = tree.below(child, |word| candidate.holds(word));
        let (Some(&first), Some(&last)) = (words.first(), words.last()) else {
            continue;
        };
        let phrase = first..last + 1;
        if let Some(outlet) = kind::outlet_in(tree, &phrase) {
            found.push(outlet);
        } else if is_hearer && let Some(name) = media_name(tree, &phrase, child) {
            found.push(name);
        }
    }
    // "A report in the Herald said S": the outlet carries what its report says.
    let report = candidate
        .source
        .clone()
        .filter(|source| kind::of(tree, source) == Some(SourceKind::Document));
    let outlet = report.and_then(|report| kind::outlet_in(tree, &report));
    found.extend(outlet.filter(|outlet| !found.contains(outlet)));
    candidate.via = found;
}

/// An organisation by name that its words tell to be of the press, or that is told something and
/// is named by nothing else ("told the Corran Press Agency").
fn media_name(tree: &Tree<'_>, phrase: &Range<usize>, head: usize) -> Option<Range<usize>> {
    let name = tree
        .parsed
        .names
        .iter()
        .find(|name| name.words.contains(&head) && phrase.contains(&name.words.start))?;
    let of_the_press = name.words.clone().any(|word| {
        let form = tree.form(word).to_lowercase();
        lexicon::organisation_words(&form).any(|entry| entry.kind == OrganisationKind::Media)
    });
    (of_the_press || name.kind == NameKind::Organisation).then(|| name.words.clone())
}

#[cfg(test)]
mod tests {
    use crate::annotate::attributions::testing::found;

    #[test]
    fn who_is_told_carries_the_words() {
        let (text, found) = found(
            "Lind/PROPN/2/nsubj told/VERB/0/root/tell/VBD Reuters/PROPN/2/obj/ORG that/SCONJ/6/mark troops/NOUN/6/nsubj left/VERB/2/ccomp//VBD",
        );
        let via: Vec<&str> = found
            .iter()
            .flat_map(|each| &each.via)
            .map(|span| span.of(&text))
            .collect();
        assert_eq!(via, ["Reuters"]);
    }
}
