//! What a name names, settled across the collection: where one article reads a name otherwise than
//! the others do, the others' reading stands, unless the article itself tells why not. What articles
//! that explain a name by its letters ("Osk Valley Water (OVW)") take it for counts before all others.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::hash::BuildHasherDefault;

use rayon::prelude::*;

use super::{form, same};
use crate::corpus::Document;
use crate::corpus::drawn::Hashed;
use crate::model::{ArticleFindings, EntityKind, Mention, MentionKind, MentionReason};

use super::gather::entity_kind;

/// How much more the other readings of a name must weigh to change an article's own.
const MAJORITY: f32 = 2.0;
/// An article's own reading that is as sure as this, on average, stands.
const FIRM: f32 = 0.9;

/// A name by its words ([`form::key`]).
type Name = u64;

/// Names and what is known of them.
type Names<T> = HashMap<Name, T, BuildHasherDefault<Hashed>>;

/// The readings of one name.
type Readings = BTreeMap<EntityKind, f32>;

/// Gives the names of every article the kind that the collection gives them.
pub(super) fn settle(documents: &[Document], findings: &mut [ArticleFindings]) {
    let read: Vec<Vec<(Name, EntityKind, f32)>> = documents
        .par_iter()
        .zip(&*findings)
        .map(|(document, findings)| {
            let texts = texts(document, findings).into_iter();
            let readings = texts
                .flat_map(|(text, mentions)| mentions.iter().filter_map(move |m| reading(text, m)));
            readings.collect()
        })
        .collect();
    // Few names are read in several ways, and only these are settled.
    let mut first: Names<Option<EntityKind>> = Names::default();
    for (name, kind, _) in read.iter().flatten() {
        let only = first.entry(*name).or_insert(Some(*kind));
        *only = only.filter(|only| only == kind);
    }
    let is_read_otherwise = |name: &Name| first.get(name).is_some_and(Option::is_none);
    let mut all: Names<Readings> = Names::default();
    for (name, kind, confidence) in read.iter().flatten() {
        if is_read_otherwise(name) {
            *all.entry(*name).or_default().entry(*kind).or_default() += confidence;
        }
    }
    let texts_and_mentions = documents.iter().zip(&*findings);
    let explained = explained(texts_and_mentions.flat_map(|(d, f)| texts(d, f)));
    let articles = documents.par_iter().zip(findings).zip(&read);
    articles.for_each(|((document, findings), read)| {
        let mut own: BTreeMap<Name, (Readings, usize)> = BTreeMap::new();
        let read = read.iter().filter(|(name, ..)| all.contains_key(name));
        for (name, kind, confidence) in read {
            let (readings, count) = own.entry(*name).or_default();
            *readings.entry(*kind).or_default() += confidence;
            *count += 1;
        }
        let mut decided: BTreeMap<Name, EntityKind> = own
            .iter()
            .filter_map(|(name, (readings, count))| {
                let all = explained.get(name).or_else(|| all.get(name))?;
                decide(all, readings, *count).map(|kind| (*name, kind))
            })
            .collect();
        if decided.is_empty() {
            return;
        }
        let persons = parts_of_persons(document, findings);
        decided.retain(|name, _| !persons.contains(name));
        let text = document.article.text.as_str();
        let title = document.article.title.as_deref().unwrap_or_default();
        apply(text, &mut findings.mentions, &decided);
        apply(title, &mut findings.title_mentions, &decided);
    });
}

fn texts<'a>(
    document: &'a Document,
    findings: &'a ArticleFindings,
) -> [(&'a str, &'a [Mention]); 2] {
    let title = document.article.title.as_deref().unwrap_or_default();
    [
        (document.article.text.as_str(), &findings.mentions),
        (title, &findings.title_mentions),
    ]
}

/// A name with its kind and confidence.
fn reading(text: &str, mention: &Mention) -> Option<(Name, EntityKind, f32)> {
    let kind = entity_kind(mention.kind).filter(|_| mention.named == Some(true))?;
    Some((form::key(mention.span.of(text))?, kind, mention.confidence))
}

/// The readings of names that articles explain by their letters in brackets, and of these letters,
/// where they are explained.
fn explained<'a>(
    texts: impl Iterator<Item = (&'a str, &'a [Mention])>,
) -> BTreeMap<Name, Readings> {
    let mut explained: BTreeMap<Name, Readings> = BTreeMap::new();
    for (text, mentions) in texts {
        for pair in mentions.windows(2) {
            let [full, letters] = pair else { continue };
            if text.get(full.span.end..letters.span.start) != Some(" (")
                || full.kind != letters.kind
            {
                continue;
            }
            let short = letters.span.of(text);
            let (Some(one), Some(other)) = (reading(text, full), reading(text, letters)) else {
                continue;
            };
            let is_pair = same::is_acronym(short)
                && form::initials(&form::words(full.span.of(text)))
                    .contains(&form::words(short).join(" "));
            for (name, kind, confidence) in [one, other].into_iter().filter(|_| is_pair) {
                *explained.entry(name).or_default().entry(kind).or_default() += confidence;
            }
        }
    }
    explained
}

/// The kind that the collection gives a name, where it differs from the article's own.
fn decide(all: &Readings, own: &Readings, count: usize) -> Option<EntityKind> {
    let best = |readings: &Readings| {
        readings
            .iter()
            .max_by(|a, b| a.1.total_cmp(b.1))
            .map(|(kind, weight)| (*kind, *weight))
    };
    let (own_kind, own_weight) = best(own)?;
    let (kind, weight) = best(all)?;
    let of_own_kind = all.get(&own_kind).copied().unwrap_or_default();
    let is_firm = own_weight / count as f32 > FIRM;
    let is_minority = weight > MAJORITY * of_own_kind;
    // Between two articles the surer one is right.
    let is_unsure = weight > of_own_kind && own_weight / count as f32 <= 0.5;
    (kind != own_kind && !is_firm && (is_minority || is_unsure)).then_some(kind)
}

/// First and last words of the full names of people in the article.
fn parts_of_persons(document: &Document, findings: &ArticleFindings) -> BTreeSet<Name> {
    texts(document, findings)
        .into_iter()
        .flat_map(|(text, mentions)| {
            mentions
                .iter()
                .filter(|mention| mention.kind == MentionKind::Person)
                .flat_map(move |mention| {
                    let words = form::words(mention.span.of(text));
                    let several = words.len() > 1;
                    let ends = [words.first(), words.last()].map(|word| form::key(word?));
                    ends.into_iter().flatten().filter(move |_| several)
                })
        })
        .collect()
}

fn apply(text: &str, mentions: &mut [Mention], decided: &BTreeMap<Name, EntityKind>) {
    for mention in mentions {
        let Some((name, own, _)) = reading(text, mention) else {
            continue;
        };
        if let Some(&kind) = decided.get(&name)
            && kind != own
        {
            mention.kind = kind.into();
            mention.why = MentionReason::SameName(mention.span.of(text).to_owned());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Readings, decide, explained, form};
    use crate::model::EntityKind::{Organisation, Person};
    use crate::model::{Mention, MentionKind, MentionReason, Span};

    #[test]
    fn an_explained_name_is_what_its_letters_are() {
        let text = "Osk Valley Water (OVW) shut the gate (RSI).";
        let mention = |name: &str| {
            let start = text.find(name).expect("in the text");
            Mention {
                span: Span::new(start, start + name.len()),
                kind: MentionKind::Organisation,
                entity: None,
                named: Some(true),
                confidence: 0.5,
                why: MentionReason::Model,
            }
        };
        let mentions = ["Osk Valley Water", "OVW", "RSI"].map(mention);
        let explained = explained([(text, &mentions[..])].into_iter());
        let letters = form::key("OVW").expect("a name");
        let full = form::key("osk valley water");
        assert_eq!(explained.len(), 2);
        assert!(explained.contains_key(&full.expect("a name")));
        let own: Readings = [(Person, 0.7)].into();
        assert_eq!(decide(&explained[&letters], &own, 1), Some(Organisation));
    }

    #[test]
    fn the_others_reading_stands_where_the_own_is_unsure() {
        let all: Readings = [(Organisation, 2.4), (Person, 0.6)].into();
        let own: Readings = [(Person, 0.6)].into();
        assert_eq!(decide(&all, &own, 1), Some(Organisation));
        let firm: Readings = [(Person, 0.97)].into();
        let all: Readings = [(Organisation, 2.4), (Person, 0.97)].into();
        assert_eq!(decide(&all, &firm, 1), None);
    }
}
