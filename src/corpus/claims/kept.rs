//! What a family of articles gave before: under which name it is kept, and how it looks there.
//!
//! The name is a hash of all that the claims of a family depend on, so that one article more changes
//! the names of few families and the claims of the others are not gathered again.

use std::collections::{BTreeMap, HashMap};

use rayon::prelude::*;
use serde::Serialize;

use super::order::Told;
use crate::corpus::{Kept, Text};
use crate::model::{
    ArticleId, Attribution, Claim, EntityId, Mention, MentionKind, SourceKind, Span,
};

/// What one article brings into its family, beside what its own content decides: how the collection
/// reads its names, and in which story it stands.
#[derive(Serialize)]
struct Part<'a> {
    content: &'a [u8; 32],
    article: &'a str,
    /// Place of the first article of its story.
    story: usize,
    mentions: Vec<Named>,
    sources: Vec<(Option<usize>, SourceKind)>,
}

/// Place and kind of a mention, its entity, whether it is a name, and the bits of its confidence.
type Named = (Span, MentionKind, Option<usize>, Option<bool>, u32);

/// The name under which the claims of these articles are kept; `contents` are hashes of all that each
/// gives alone. Entities count by their order, since their numbers change with the collection.
///
/// `None` for what cannot be written down, which does not happen.
pub(super) fn name(
    texts: &[Text<'_>],
    story_of: &[usize],
    contents: &[&[u8; 32]],
) -> Option<[u8; 32]> {
    let mut entities: Vec<EntityId> = texts
        .iter()
        .flat_map(|text| {
            let mentions = text.findings.mentions.iter().map(|mention| mention.entity);
            let sources = text.findings.attributions.iter().map(|told| told.entity);
            mentions.chain(sources).flatten()
        })
        .collect();
    entities.sort_unstable();
    entities.dedup();
    let rank = |entity: Option<EntityId>| entities.binary_search(&entity?).ok();
    let mut stories: BTreeMap<usize, usize> = BTreeMap::new();
    let parts = texts.iter().zip(contents).zip(story_of).enumerate();
    let parts: Vec<Part<'_>> = parts
        .map(|(at, ((text, content), story))| {
            let mention = |mention: &Mention| {
                let confidence = mention.confidence.to_bits();
                let entity = rank(mention.entity);
                (
                    mention.span,
                    mention.kind,
                    entity,
                    mention.named,
                    confidence,
                )
            };
            let source = |told: &Attribution| (rank(told.entity), told.source_kind);
            Part {
                content,
                article: text.article.id.as_str(),
                story: *stories.entry(*story).or_insert(at),
                mentions: text.findings.mentions.iter().map(mention).collect(),
                sources: text.findings.attributions.iter().map(source).collect(),
            }
        })
        .collect();
    let bytes = postcard::to_extend(&parts, Vec::new()).ok()?;
    Some(*blake3::hash(&bytes).as_bytes())
}

/// What is kept under a name; `None` where it is not known or cannot be read.
pub(super) fn find(kept: &dyn Kept, name: &[u8; 32]) -> Option<Vec<Told>> {
    postcard::from_bytes(&kept.find(name)?).ok()
}

/// Keeps what a family gave.
pub(super) fn keep(kept: &dyn Kept, name: &[u8; 32], told: &[Told]) {
    if let Ok(bytes) = postcard::to_extend(told, Vec::new()) {
        kept.keep(name, &bytes);
    }
}

/// Lets all mentions of an article hold its id once.
pub(super) fn share_ids<'a>(texts: impl Iterator<Item = &'a Text<'a>>, claims: &mut [Claim]) {
    let ids: HashMap<&str, &ArticleId> = texts
        .map(|text| (text.article.id.as_str(), &text.article.id))
        .collect();
    let claims = claims.par_iter_mut();
    claims
        .flat_map_iter(|claim| &mut claim.mentions)
        .for_each(|mention| {
            if let Some(&id) = ids.get(mention.article.as_str()) {
                mention.article = id.clone();
            }
        });
}
