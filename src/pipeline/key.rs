//! Under which name a result is kept: a hash of all that it depends on.
//!
//! A result depends on the text with its facts, on the rules and on the weights. The rules and
//! weights are hashed when the program is built (`build.rs`), so that no result outlives the rules
//! it was made by, whoever changed them and whether or not a version number was raised.

use crate::model::Article;

/// Hash of what decides about what a file holds.
const INGEST: &str = env!("CROSSREAD_INGEST");
/// Hash of what decides about one article: language, annotation, weights, facts.
const READING: &str = env!("CROSSREAD_READING");
/// Hash of what decides about a collection.
const GATHERING: &str = env!("CROSSREAD_GATHERING");

/// The name of a kept result.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Key([u8; 32]);

impl Key {
    /// The name of what a file holds; `content` is a hash of its bytes.
    pub(super) fn of_file(content: &[u8; 32]) -> Self {
        Self::of("file", INGEST, &[content])
    }

    /// The name of what one article gives alone. Where its file lies does not matter, so a folder
    /// that was moved is known again.
    ///
    /// `None` for an article that cannot be written down, which does not happen.
    pub(super) fn of_article(article: &Article) -> Option<Self> {
        let placeless = Article {
            path: String::new(),
            file: None,
            ..article.clone()
        };
        let facts = postcard::to_extend(&placeless, Vec::new()).ok()?;
        Some(Self::of("article", READING, &[&facts]))
    }

    /// The name of what these articles say together, given in their order.
    pub(super) fn of_collection(articles: &[Self]) -> Self {
        let parts: Vec<&[u8]> = articles.iter().map(|key| key.0.as_slice()).collect();
        Self::of("collection", GATHERING, &parts)
    }

    /// The name of one part of what these articles say together.
    pub(super) fn of_part(&self, kind: &str, number: usize) -> Self {
        let number = (number as u64).to_le_bytes();
        Self::of(kind, GATHERING, &[&self.0, &number])
    }

    /// The name of what a family of articles gives; `content` is a hash of all that it depends on.
    pub(super) fn of_family(content: &[u8; 32]) -> Self {
        Self::of("family", GATHERING, &[content])
    }

    fn of(kind: &str, rules: &str, parts: &[&[u8]]) -> Self {
        let mut hasher = blake3::Hasher::new();
        for part in [kind.as_bytes(), rules.as_bytes()].iter().chain(parts) {
            hasher.update(&(part.len() as u64).to_le_bytes());
            hasher.update(part);
        }
        Self(*hasher.finalize().as_bytes())
    }

    /// The name as bytes.
    pub(super) const fn bytes(&self) -> &[u8; 32] {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use super::Key;
    use crate::model::Article;

    #[test]
    fn the_place_of_a_file_does_not_matter_and_every_fact_does() {
        let article = Article::plain("a", "Rain fell.");
        let moved = Article {
            path: "elsewhere/b.txt".to_owned(),
            file: Some("/elsewhere/b.txt".into()),
            ..article.clone()
        };
        let titled = Article {
            title: Some("Rain".to_owned()),
            ..article.clone()
        };
        assert_eq!(Key::of_article(&article), Key::of_article(&moved));
        assert_ne!(Key::of_article(&article), Key::of_article(&titled));
    }

    #[test]
    fn the_order_of_articles_matters() {
        let [a, b] = ["Rain fell.", "Snow fell."]
            .map(|text| Key::of_article(&Article::plain("a", text)).expect("a key"));
        assert_ne!(Key::of_collection(&[a, b]), Key::of_collection(&[b, a]));
        assert_ne!(Key::of_collection(&[a]), a);
    }
}
