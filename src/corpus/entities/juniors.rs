//! Father and son of one name: where a text tells of a son beside "Jr.", and the name stands without it
//! too, they are two.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::gather::Occurrence;
use crate::corpus::Document;
use crate::model::{ArticleFindings, EntityKind};

/// How far around a name its kin is looked for, in bytes.
const REACH: usize = 80;

/// The same names, with the "Jr." in those under which father and son would be one.
pub(super) fn parted(
    mut all: Vec<Occurrence>,
    documents: &[Document],
    findings: &[ArticleFindings],
) -> Vec<Occurrence> {
    let is_son = |occurrence: &Occurrence| {
        junior(occurrence)
            && !occurrence.in_title
            && tells_of_kin(occurrence, documents, findings).unwrap_or(false)
    };
    let sons: BTreeSet<Arc<[String]>> = all
        .iter()
        .filter(|occurrence| occurrence.tokens.len() > 1 && is_son(occurrence))
        .map(|occurrence| occurrence.tokens.clone())
        .collect();
    if sons.is_empty() {
        return all;
    }
    let fathers: BTreeSet<Arc<[String]>> = all
        .iter()
        .filter(|occurrence| !junior(occurrence) && sons.contains(&occurrence.tokens))
        .map(|occurrence| occurrence.tokens.clone())
        .collect();
    for occurrence in &mut all {
        let is_one = |father: &Arc<[String]>| father.ends_with(&occurrence.tokens);
        if junior(occurrence) && fathers.iter().any(is_one) {
            let junior = std::iter::once(JUNIOR.to_owned());
            occurrence.tokens = occurrence.tokens.iter().cloned().chain(junior).collect();
        }
    }
    all
}

/// The last word of a son's name, where father and son are parted.
const JUNIOR: &str = "jr";

/// Whether the name, as it is compared, is a son's who is told from his father.
pub(super) fn is_parted(name: &[String]) -> bool {
    name.last().is_some_and(|last| last == JUNIOR)
}

fn junior(occurrence: &Occurrence) -> bool {
    let last = occurrence.surface.rsplit(' ').next().unwrap_or_default();
    occurrence.kind == EntityKind::Person && matches!(last, "Jr." | "Jr")
}

/// Whether the words around a name tell of a son or a father.
fn tells_of_kin(
    occurrence: &Occurrence,
    documents: &[Document],
    findings: &[ArticleFindings],
) -> Option<bool> {
    let mention = findings
        .get(occurrence.doc)?
        .mentions
        .get(occurrence.index)?;
    let text = documents.get(occurrence.doc)?.article.text.as_str();
    let (start, end) = (mention.span.start, mention.span.end);
    let from = text.floor_char_boundary(start.saturating_sub(REACH));
    let to = text.ceil_char_boundary((end + REACH).min(text.len()));
    let around = text.get(from..to)?.to_lowercase();
    let mut words = around.split(|letter: char| !letter.is_alphanumeric());
    Some(words.any(|word| matches!(word, "son" | "sons" | "father" | "namesake")))
}
