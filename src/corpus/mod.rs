//! What the articles say together: entities, stories, shared text, claims and their origins.
//!
//! Owns everything that needs more than one article. Reads `model`, `language`, `annotate`'s
//! findings; does no input or output and cannot fail.

mod background;
mod claims;
mod drawn;
pub mod entities;
mod heads;
mod origins;
mod quotations;
mod shared_text;
mod stories;
#[cfg(test)]
pub(crate) mod testing;

pub(crate) use background::share_of_texts;
pub(crate) use claims::clauses;
pub use drawn::Drawn;
use origins::Library;
pub(crate) use quotations::quotations;

use std::sync::{Arc, OnceLock};

use rayon::prelude::*;
use serde::{Deserialize, Serialize};

use crate::language::{Parsed, Vector};
use crate::model::{Analysis, Article, ArticleFindings, Claim, SameText};

/// An article with all that is known of it alone: what `corpus` and `compare` start from.
#[derive(Clone, Debug)]
pub struct Document {
    /// The article.
    pub article: Arc<Article>,
    /// Its text, read.
    pub parsed: Arc<Parsed>,
    /// What it says.
    pub findings: Arc<ArticleFindings>,
    /// A vector per sentence, in order.
    pub vectors: Arc<Vec<Vector>>,
    /// A vector per clause that could be a claim, in order.
    pub clauses: Arc<Vec<ClauseVector>>,
    /// What gathering draws from its words, once it was asked for ([`Document::drawn`]).
    pub drawn: Arc<OnceLock<Drawn>>,
}

impl Document {
    /// What gathering draws from its words.
    pub fn drawn(&self) -> &Drawn {
        let draw = || Drawn::of(&self.article.text, &self.parsed);
        self.drawn.get_or_init(draw)
    }
}

/// What a clause means within its sentence.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ClauseVector {
    /// Index of the word that heads it among the article's words.
    pub head: usize,
    /// Its meaning.
    pub vector: Vector,
}

/// An article with its linked findings: what the stages of this room read.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Text<'a> {
    pub(crate) article: &'a Article,
    pub(crate) parsed: &'a Parsed,
    pub(crate) findings: &'a ArticleFindings,
    pub(crate) clauses: &'a [ClauseVector],
}

impl<'a> Text<'a> {
    /// The article with its own findings for linked ones.
    pub(crate) fn of(document: &'a Document) -> Self {
        Self {
            article: &document.article,
            parsed: &document.parsed,
            findings: &document.findings,
            clauses: &document.clauses,
        }
    }
}

/// A place where results of parts of a collection are kept from one gathering to the next.
pub trait Kept: Sync {
    /// What is kept under this name.
    fn find(&self, name: &[u8; 32]) -> Option<Vec<u8>>;
    /// Keeps something under a name. What cannot be kept is worked out again next time.
    fn keep(&self, name: &[u8; 32], body: &[u8]);
}

/// What gathering may take over from before.
#[derive(Clone, Copy)]
pub struct Known<'a> {
    /// Where results are kept.
    pub kept: &'a dyn Kept,
    /// For each article a hash of all that it gives alone.
    pub contents: &'a [[u8; 32]],
}

/// What articles say together, with what it takes to have their claims again.
#[derive(Clone, Debug, Default)]
pub struct Gathered {
    /// What they say together.
    pub analysis: Analysis,
    /// Articles whose claims were gathered together, by their place.
    pub families: Vec<Vec<usize>>,
    /// The names under which the claims of each family are kept; empty where nothing is.
    pub names: Vec<[u8; 32]>,
}

/// Finds what the articles say together.
pub fn analyse(documents: &[Document]) -> Analysis {
    analyse_known(documents, None).analysis
}

/// Finds what the articles say together, as [`analyse`] does, with what is known from before.
pub fn analyse_known(documents: &[Document], known: Option<Known<'_>>) -> Gathered {
    let unlinked: Vec<Text<'_>> = documents.iter().map(Text::of).collect();
    let drawn: Vec<&Drawn> = documents.par_iter().map(Document::drawn).collect();
    // What one core does alone in any of these is hidden behind the others.
    let ((entities, articles), (stories, same_text)) = rayon::join(
        || entities::link(documents),
        || {
            rayon::join(
                || stories::group(&unlinked, &drawn),
                || shared_text::find(&unlinked, &drawn),
            )
        },
    );
    let texts = texts(documents, &articles);
    let (named, (claims, names)) = rayon::join(
        || stories.named(&texts),
        || {
            let (library, (mut claims, names)) = rayon::join(
                || Library::new(&texts),
                || claims::gather(&texts, &stories, known),
            );
            origins::find(&library, &mut claims, &same_text);
            (claims, names)
        },
    );
    Gathered {
        analysis: Analysis {
            articles,
            entities,
            claims,
            stories: named,
            same_text,
        },
        families: stories.families,
        names,
    }
}

/// The claims that were gathered before, in their order, without their origins; `None` where they are
/// not all known. `articles` are the linked findings of `documents`, in the same order.
pub fn claims_again(
    documents: &[Document],
    articles: &[ArticleFindings],
    (families, names): (&[Vec<usize>], &[[u8; 32]]),
    kept: &dyn Kept,
) -> Option<Vec<Claim>> {
    claims::again(&texts(documents, articles), families, names, kept)
}

/// Finds the origins of claims anew, as after a correction that regroups them. `articles` are the
/// linked findings of `documents`, in the same order.
pub fn find_origins(
    documents: &[Document],
    articles: &[ArticleFindings],
    claims: &mut [Claim],
    same_text: &[SameText],
) {
    let library = Library::new(&texts(documents, articles));
    origins::find(&library, claims, same_text);
}

fn texts<'a>(documents: &'a [Document], articles: &'a [ArticleFindings]) -> Vec<Text<'a>> {
    documents
        .iter()
        .zip(articles)
        .map(|(document, findings)| Text {
            article: &document.article,
            parsed: &document.parsed,
            findings,
            clauses: &document.clauses,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;
    use std::sync::Mutex;

    use super::testing::document;
    use super::{Document, Kept, Known, analyse, analyse_known};

    #[derive(Default)]
    struct Memory(Mutex<BTreeMap<[u8; 32], Vec<u8>>>);

    impl Kept for Memory {
        fn find(&self, name: &[u8; 32]) -> Option<Vec<u8>> {
            self.0.lock().expect("no panic").get(name).cloned()
        }

        fn keep(&self, name: &[u8; 32], body: &[u8]) {
            let mut kept = self.0.lock().expect("no panic");
            kept.insert(*name, body.to_vec());
        }
    }

    #[test]
    fn one_article_more_gathers_the_claims_of_its_own_family_alone() {
        let texts = [
            "Gate three of the Hallin dam stuck open. The Hallin dam flooded eleven houses.",
            "The gate of the Hallin dam stuck. Eleven houses below the Hallin dam were flooded.",
            "The ferry Halvane struck a boat off Corrin. Four people of Corrin drowned.",
            "Four people drowned when the ferry Halvane struck a boat off Corrin.",
            "The ferry Halvane had no radar when it struck the boat off Corrin.",
        ];
        let all: Vec<Document> = texts
            .iter()
            .enumerate()
            .map(|(at, text)| document(&at.to_string(), text))
            .collect();
        let memory = Memory::default();
        let gathered = |documents: &[Document]| {
            let hash =
                |document: &Document| *blake3::hash(document.article.text.as_bytes()).as_bytes();
            let contents: Vec<[u8; 32]> = documents.iter().map(hash).collect();
            let known = Known {
                kept: &memory,
                contents: &contents,
            };
            analyse_known(documents, Some(known))
        };
        let kept = || memory.0.lock().expect("no panic").len();
        let families = gathered(&all[..4]).families.len();
        assert_eq!((families, kept()), (2, 2));
        let more = gathered(&all);
        assert_eq!((more.families.len(), kept()), (2, 3));
        assert_eq!(more.analysis, analyse(&all));
    }
}
