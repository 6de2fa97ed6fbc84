//! How what an article gives looks in the cache.
//!
//! Owns turning what one article gives into bytes and back. Bytes that cannot be
//! read give nothing; that they are those once written, the cache sees to.

use std::borrow::Cow::{self, Borrowed};
use std::sync::{Arc, OnceLock};

use serde::{Deserialize, Serialize};

use crate::corpus::{ClauseVector, Document, Drawn};
use crate::language::{Parsed, Vector};
use crate::model::{Article, ArticleFindings, Published};

/// What one article gives alone, without the article.
#[derive(Serialize, Deserialize)]
struct Packed<'a> {
    /// When it was published, which may be read out of the text.
    published: Cow<'a, Published>,
    /// The language that its text is in.
    language: Option<Cow<'a, str>>,
    parsed: Cow<'a, Parsed>,
    findings: Cow<'a, ArticleFindings>,
    vectors: Cow<'a, [Vector]>,
    clauses: Cow<'a, [ClauseVector]>,
    drawn: Cow<'a, Drawn>,
}

/// Bytes of what one article gives; `None` for what cannot be written, which does not happen.
pub(super) fn pack(document: &Document) -> Option<Vec<u8>> {
    let packed = Packed {
        published: Borrowed(&document.article.published),
        language: document.article.language.as_deref().map(Borrowed),
        parsed: Borrowed(&document.parsed),
        findings: Borrowed(&document.findings),
        vectors: Borrowed(&document.vectors),
        clauses: Borrowed(&document.clauses),
        drawn: Borrowed(document.drawn()),
    };
    postcard::to_extend(&packed, Vec::new()).ok()
}

/// An article with what it gave before; the article comes back where the bytes cannot be read.
pub(super) fn unpack(mut article: Article, bytes: &[u8]) -> Result<Document, Article> {
    let Ok(packed) = postcard::from_bytes::<Packed<'_>>(bytes) else {
        return Err(article);
    };
    let mut findings = packed.findings.into_owned();
    article.published = packed.published.into_owned();
    article.language = packed.language.map(Cow::into_owned);
    findings.article = article.id.clone();
    Ok(Document {
        article: Arc::new(article),
        parsed: Arc::new(packed.parsed.into_owned()),
        findings: Arc::new(findings),
        vectors: Arc::new(packed.vectors.into_owned()),
        clauses: Arc::new(packed.clauses.into_owned()),
        drawn: Arc::new(OnceLock::from(packed.drawn.into_owned())),
    })
}

#[cfg(test)]
mod tests {
    use super::{pack, unpack};
    use crate::ingest::{Cancel, Ingested};
    use crate::model::Article;
    use crate::pipeline::analyse;

    #[test]
    fn what_is_packed_is_what_was_found() {
        let texts = [
            "More than 40 troops left Tessary on March 3, 2025, the army said.",
            "“They left,” Clara Wexley of the army told Upland Radio on Monday. It cost $5 million.",
            "Mehr als vierzig Soldaten haben am Montag das Dorf verlassen, teilte die Armee mit. Die \
             Brücke bleibt gesperrt.",
        ];
        let articles = texts.iter().enumerate();
        let ingested = Ingested {
            articles: articles
                .map(|(at, text)| Article::plain(&at.to_string(), *text))
                .collect(),
            skipped: Vec::new(),
        };
        let found = analyse(ingested, &Cancel::default(), &|_| ()).expect("whole weights");
        for document in &found.documents {
            let bytes = pack(document).expect("packed");
            let again = unpack((*document.article).clone(), &bytes).expect("unpacked");
            assert_eq!(again.article, document.article);
            assert_eq!(again.parsed, document.parsed);
            assert_eq!(again.findings, document.findings);
            assert_eq!(again.vectors, document.vectors);
            assert_eq!(again.clauses, document.clauses);
            assert_eq!(again.drawn.get(), Some(document.drawn()));
            let half = bytes.get(..bytes.len() / 2).unwrap_or_default();
            assert!(unpack((*document.article).clone(), half).is_err());
        }
    }
}
