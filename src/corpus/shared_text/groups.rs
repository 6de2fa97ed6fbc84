//! From pairs of articles that share text to groups.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::corpus::Text;
use crate::corpus::heads::head;
use crate::model::{SameText, SameTextKind};

use super::measure::Page;

/// A pair of articles that share text.
pub(super) struct Shared {
    /// Index of the first article.
    pub one: usize,
    /// Index of the second article.
    pub other: usize,
    /// In what way.
    pub kind: SameTextKind,
    /// Shared part of the shorter text, 0 to 1.
    pub share: f32,
    /// The longest shared run, as word indexes of the first article.
    pub run: Range<usize>,
}

/// Groups pairs of one kind that hang together. The share of a group is the smallest of its pairs;
/// its run is the longest.
pub(super) fn groups(
    texts: &[Text<'_>],
    pages: &[Option<Page>],
    shared: &[Shared],
) -> Vec<SameText> {
    let mut found: Vec<(Vec<usize>, SameText)> = Vec::new();
    for kind in [
        SameTextKind::Copy,
        SameTextKind::Version,
        SameTextKind::SharedWire,
    ] {
        let pairs: Vec<&Shared> = shared.iter().filter(|pair| pair.kind == kind).collect();
        let mut top: Vec<usize> = (0..texts.len()).collect();
        for pair in &pairs {
            let (one, other) = (head(&mut top, pair.one), head(&mut top, pair.other));
            if let Some(entry) = top.get_mut(one.max(other)) {
                *entry = one.min(other);
            }
        }
        let mut members: BTreeMap<usize, Vec<&Shared>> = BTreeMap::new();
        for pair in pairs {
            members
                .entry(head(&mut top, pair.one))
                .or_default()
                .push(pair);
        }
        for pairs in members.into_values() {
            let mut articles: Vec<usize> = pairs
                .iter()
                .flat_map(|pair| [pair.one, pair.other])
                .collect();
            articles.sort_unstable();
            articles.dedup();
            let longest = pairs.iter().max_by(|a, b| {
                let length = a.run.len().cmp(&b.run.len());
                length.then((b.one, b.other).cmp(&(a.one, a.other)))
            });
            let same = SameText {
                articles: articles
                    .iter()
                    .filter_map(|&at| texts.get(at))
                    .map(|text| text.article.id.clone())
                    .collect(),
                kind,
                share: pairs.iter().map(|pair| pair.share).fold(1.0, f32::min),
                longest_run: longest
                    .and_then(|pair| as_written(texts, pages, pair))
                    .unwrap_or_default(),
            };
            found.push((articles, same));
        }
    }
    found.sort_by(|a, b| a.0.cmp(&b.0).then(a.1.kind.cmp(&b.1.kind)));
    found.into_iter().map(|(_, same)| same).collect()
}

/// The longest run of a pair, as its first article writes it.
fn as_written(texts: &[Text<'_>], pages: &[Option<Page>], pair: &Shared) -> Option<String> {
    let words = &pages.get(pair.one)?.as_ref()?.words;
    let spans = words.spans.get(pair.run.clone())?;
    let span = spans.first()?.hull(*spans.last()?);
    Some(span.of(&texts.get(pair.one)?.article.text).to_owned())
}
