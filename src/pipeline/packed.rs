//! How results look in the cache.
//!
//! Owns turning what one article gives, or a collection, into bytes and back. Bytes that cannot be
//! read give nothing; that they are those once written, the cache sees to.

use std::borrow::Cow::{self, Borrowed};
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::corpus::Document;
use crate::language::{Parsed, Vector};
use crate::model::{Analysis, Article, ArticleFindings, Published};

/// What one article gives alone, without the article.
#[derive(Serialize, Deserialize)]
struct Packed<'a> {
    /// When it was published, which may be read out of the text.
    published: Cow<'a, Published>,
    parsed: Cow<'a, Parsed>,
    findings: Cow<'a, ArticleFindings>,
    vectors: Cow<'a, [Vector]>,
}

/// Bytes of what one article gives; `None` for what cannot be written, which does not happen.
pub(super) fn pack(document: &Document) -> Option<Vec<u8>> {
    postcard::to_stdvec(&Packed {
        published: Borrowed(&document.article.published),
        parsed: Borrowed(&document.parsed),
        findings: Borrowed(&document.findings),
        vectors: Borrowed(&document.vectors),
    })
    .ok()
}

/// An article with what it gave before; the article comes back where the bytes do not fit it.
pub(super) fn unpack(mut article: Article, bytes: &[u8]) -> Result<Document, Article> {
    let Ok(packed) = postcard::from_bytes::<Packed<'_>>(bytes) else {
        return Err(article);
    };
    let mut findings = packed.findings.into_owned();
    article.published = packed.published.into_owned();
    findings.article = article.id.clone();
    Ok(Document {
        article: Arc::new(article),
        parsed: Arc::new(packed.parsed.into_owned()),
        findings: Arc::new(findings),
        vectors: Arc::new(packed.vectors.into_owned()),
    })
}

/// Bytes of what a collection gives.
pub(super) fn pack_analysis(analysis: &Analysis) -> Option<Vec<u8>> {
    postcard::to_stdvec(analysis).ok()
}

/// What a collection gave before.
pub(super) fn unpack_analysis(bytes: &[u8]) -> Option<Analysis> {
    postcard::from_bytes(bytes).ok()
}
