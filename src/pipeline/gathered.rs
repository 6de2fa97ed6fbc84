//! What a collection gives, in the cache.
//!
//! Owns the parts that it is kept in, so that no more than one of them is in memory twice: the claims of
//! each family of articles under a name of their own, which one article more does not change, and the
//! rest under the name of the collection. Must not know what a claim means.

use std::borrow::Cow;

use rayon::prelude::*;
use serde::{Deserialize, Serialize};

use super::Cache;
use super::key::Key;
use crate::corpus::{self, Document, Gathered, Kept, Known};
use crate::model::{
    Analysis, ArticleFindings, Attribution, Entity, Mention, Origin, SameText, Story,
};

/// Articles or claims that are written as one part, so that parts are read on all cores.
const PART: usize = 512;

/// The families in the cache.
struct Families<'a>(&'a Cache);

impl Kept for Families<'_> {
    fn find(&self, name: &[u8; 32]) -> Option<Vec<u8>> {
        self.0.find(&Key::of_family(name))
    }

    fn keep(&self, name: &[u8; 32], body: &[u8]) {
        self.0.keep(&Key::of_family(name), body);
    }
}

/// What a collection gives, beside its claims and the findings of its articles.
#[derive(Serialize, Deserialize)]
struct Whole<'a> {
    entities: Cow<'a, [Entity]>,
    stories: Cow<'a, [Story]>,
    same_text: Cow<'a, [SameText]>,
    families: Cow<'a, [Vec<usize>]>,
    names: Cow<'a, [[u8; 32]]>,
    claims: usize,
}

/// What gathering changes in the findings of an article.
#[derive(Serialize, Deserialize)]
struct Linked<'a> {
    title_mentions: Cow<'a, [Mention]>,
    mentions: Cow<'a, [Mention]>,
    attributions: Cow<'a, [Attribution]>,
}

/// Finds what articles say together with what the cache knows of their families, and keeps it.
/// `keys` name what each article gives alone.
pub(super) fn gather(cache: &Cache, keys: &[Key], documents: &[Document]) -> Analysis {
    let contents: Vec<[u8; 32]> = keys.iter().map(|key| *key.bytes()).collect();
    let known = Known {
        kept: &Families(cache),
        contents: &contents,
    };
    let gathered = corpus::analyse_known(documents, Some(known));
    keep(cache, &Key::of_collection(keys), &gathered);
    gathered.analysis
}

fn keep(cache: &Cache, key: &Key, gathered: &Gathered) {
    let Gathered {
        analysis,
        families,
        names,
    } = gathered;
    if names.len() != families.len() {
        return;
    }
    let keep = |key: &Key, bytes: postcard::Result<Vec<u8>>| {
        if let Ok(bytes) = bytes {
            cache.keep(key, &bytes);
        }
    };
    let articles = analysis.articles.par_chunks(PART).enumerate();
    articles.for_each(|(number, part)| {
        let linked = part.iter().map(|findings| Linked {
            title_mentions: Cow::Borrowed(&findings.title_mentions),
            mentions: Cow::Borrowed(&findings.mentions),
            attributions: Cow::Borrowed(&findings.attributions),
        });
        let linked: Vec<Linked<'_>> = linked.collect();
        let bytes = postcard::to_extend(&linked, Vec::new());
        keep(&key.of_part("linked", number), bytes);
    });
    let claims = analysis.claims.par_chunks(PART).enumerate();
    claims.for_each(|(number, part)| {
        let origins: Vec<&[Origin]> = part.iter().map(|claim| claim.origins.as_slice()).collect();
        let bytes = postcard::to_extend(&origins, Vec::new());
        keep(&key.of_part("origins", number), bytes);
    });
    let whole = Whole {
        entities: Cow::Borrowed(&analysis.entities),
        stories: Cow::Borrowed(&analysis.stories),
        same_text: Cow::Borrowed(&analysis.same_text),
        families: Cow::Borrowed(families),
        names: Cow::Borrowed(names),
        claims: analysis.claims.len(),
    };
    keep(key, postcard::to_extend(&whole, Vec::new()));
}

/// What these articles gave before; `None` where a part is missing or cannot be read.
pub(super) fn find(cache: &Cache, keys: &[Key], documents: &[Document]) -> Option<Analysis> {
    let key = Key::of_collection(keys);
    let bytes = cache.find(&key)?;
    let whole: Whole<'_> = postcard::from_bytes(&bytes).ok()?;
    let articles: Option<Vec<Vec<ArticleFindings>>> = documents
        .par_chunks(PART)
        .enumerate()
        .map(|(number, part)| linked(&cache.find(&key.of_part("linked", number))?, part))
        .collect();
    let articles: Vec<ArticleFindings> = articles?.into_iter().flatten().collect();
    let families = (&whole.families[..], &whole.names[..]);
    let mut claims = corpus::claims_again(documents, &articles, families, &Families(cache))?;
    if claims.len() != whole.claims {
        return None;
    }
    let origins: Option<Vec<Vec<Vec<Origin>>>> = (0..whole.claims.div_ceil(PART))
        .into_par_iter()
        .map(|number| {
            let bytes = cache.find(&key.of_part("origins", number))?;
            postcard::from_bytes(&bytes).ok()
        })
        .collect();
    let mut origins = origins?.into_iter().flatten();
    for claim in &mut claims {
        claim.origins = origins.next()?;
    }
    Some(Analysis {
        articles,
        entities: whole.entities.into_owned(),
        claims,
        stories: whole.stories.into_owned(),
        same_text: whole.same_text.into_owned(),
    })
}

/// The findings of some articles as gathering left them.
fn linked(bytes: &[u8], documents: &[Document]) -> Option<Vec<ArticleFindings>> {
    let linked: Vec<Linked<'_>> = postcard::from_bytes(bytes).ok()?;
    let findings = linked.into_iter().zip(documents).map(|(linked, document)| {
        let own = &document.findings;
        ArticleFindings {
            article: document.article.id.clone(),
            sentences: own.sentences.clone(),
            title_mentions: linked.title_mentions.into_owned(),
            mentions: linked.mentions.into_owned(),
            times: own.times.clone(),
            amounts: own.amounts.clone(),
            attributions: linked.attributions.into_owned(),
        }
    });
    let findings: Vec<ArticleFindings> = findings.collect();
    (findings.len() == documents.len()).then_some(findings)
}
