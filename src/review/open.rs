//! A collection with the reader's decisions laid over it.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Arc;

use super::{
    Act, Change, ClaimMarks, Corrected, Correction, EntityRef, Entry, Field, Index, Ledger, Quote,
};
use crate::corpus::Document;
use crate::model::{
    Analysis, ArticleFindings, ArticleId, ClaimId, ClaimMention, EntityId, Skipped, Span, Story,
};
use crate::pipeline::Collection;

/// A collection with the reader's decisions laid over it: what every screen shows.
#[derive(Clone, Debug, Default)]
pub struct Review {
    /// What the collection is called on screen.
    pub name: String,
    /// Folders and files it was opened from; empty for the sample story.
    pub roots: Vec<PathBuf>,
    /// Whether it is still being read: articles may still come, nothing is gathered yet.
    pub is_partial: bool,
    documents: Vec<Document>,
    /// What the machine found, kept as it was.
    machine: Arc<Analysis>,
    /// What is shown: the machine's findings with the corrections laid over them.
    analysis: Analysis,
    marks: BTreeMap<ClaimId, ClaimMarks>,
    skipped: Vec<Skipped>,
    ledger: Ledger,
    /// Grows with every act, undo and redo, so that an older laying-over is told from the last.
    serial: u64,
    index: Index,
}

/// What laying corrections over a collection starts from.
#[derive(Clone, Debug)]
pub struct Laying {
    /// The articles.
    pub documents: Vec<Document>,
    /// What the machine found.
    pub machine: Arc<Analysis>,
    /// The corrections that stand.
    pub corrections: Vec<Correction>,
    /// Which state of the ledger this is.
    pub serial: u64,
}

impl Review {
    /// A review that has no articles yet.
    pub fn begun(name: String, roots: Vec<PathBuf>) -> Self {
        Self {
            name,
            roots,
            is_partial: true,
            ..Self::default()
        }
    }

    /// A review of a collection that was read to the end.
    pub fn of(name: String, roots: Vec<PathBuf>, collection: Collection) -> Self {
        let mut review = Self::begun(name, roots);
        review.finish(collection);
        review
    }

    /// Takes in articles while the rest is still being read.
    pub fn add(&mut self, documents: Vec<Document>) {
        for document in documents {
            let at = self
                .documents
                .partition_point(|other| other.article.path < document.article.path);
            let findings = (*document.findings).clone();
            self.analysis.articles.insert(at, findings);
            self.documents.insert(at, document);
        }
        self.analysis.stories = vec![Story {
            name: String::new(),
            articles: self
                .documents
                .iter()
                .map(|document| document.article.id.clone())
                .collect(),
        }];
        self.index = Index::new(&self.documents, &self.analysis);
    }

    /// Takes the result of a run that has ended.
    pub fn finish(&mut self, collection: Collection) {
        self.documents = collection.documents;
        self.machine = Arc::new(collection.analysis);
        self.analysis = (*self.machine).clone();
        self.skipped = collection.skipped;
        self.is_partial = false;
        self.index = Index::new(&self.documents, &self.analysis);
    }

    /// Takes in an act, an undo or a redo; gives whether it changed anything.
    pub fn change(&mut self, change: Change) -> bool {
        let has_changed = self.ledger.take(change);
        self.serial += u64::from(has_changed);
        has_changed
    }

    /// Takes in a correction, done now.
    pub fn correct(&mut self, correction: Correction) -> bool {
        self.change(Change::Do(Entry {
            act: Act::Correct(correction),
            at: chrono::Utc::now(),
        }))
    }

    /// Takes over what the reader did in a review of fewer files; has to be laid over anew.
    pub fn carry_on(&mut self, before: Self) {
        self.serial = before.serial + 1;
        self.ledger = before.ledger;
    }

    /// What the corrections that stand are laid over, for a job.
    pub fn laying(&self) -> Laying {
        Laying {
            documents: self.documents.clone(),
            machine: Arc::clone(&self.machine),
            corrections: self.ledger.corrections().map(|(_, c)| c.clone()).collect(),
            serial: self.serial,
        }
    }

    /// Shows the result of a laying-over; an older one than the last act is dropped.
    pub fn lay(&mut self, corrected: Corrected, serial: u64) -> bool {
        if serial != self.serial {
            return false;
        }
        self.analysis = corrected.analysis;
        self.marks = corrected.marks;
        self.index = Index::new(&self.documents, &self.analysis);
        true
    }

    /// Everything the reader did.
    pub const fn ledger(&self) -> &Ledger {
        &self.ledger
    }

    /// What the reader said about a claim.
    pub fn marks(&self, claim: ClaimId) -> Option<&ClaimMarks> {
        self.marks.get(&claim)
    }

    /// An entity by its content, as corrections name it.
    pub fn entity_ref(&self, id: EntityId) -> Option<EntityRef> {
        let entity = self.analysis.entity(id)?;
        let at = self
            .index
            .mentions_of
            .get(id.0 as usize)
            .and_then(|places| {
                let place = places.first()?;
                let document = self.documents.get(place.article)?;
                let findings = self.analysis.articles.get(place.article)?;
                let span = findings.mentions.get(place.mention)?.span;
                Quote::of(&document.article, Field::Text, span)
            });
        Some(EntityRef {
            name: entity.name.clone(),
            kind: entity.kind,
            at,
        })
    }

    /// The entity that a place names, if any.
    pub fn entity_at(&self, article: usize, span: Span) -> Option<EntityId> {
        let findings = self.analysis.articles.get(article)?;
        let mention = findings
            .mentions
            .iter()
            .find(|mention| mention.span == span)?;
        mention.entity
    }

    /// Articles with what each says alone, in the order of the collection.
    pub fn documents(&self) -> &[Document] {
        &self.documents
    }

    /// All that was found.
    pub const fn analysis(&self) -> &Analysis {
        &self.analysis
    }

    /// Files left aside.
    pub fn skipped(&self) -> &[Skipped] {
        &self.skipped
    }

    /// Look-ups.
    pub const fn index(&self) -> &Index {
        &self.index
    }

    /// The article with this id.
    pub fn document(&self, id: &ArticleId) -> Option<&Document> {
        self.documents.get(self.index.position(id)?)
    }

    /// What was found in the article with this id.
    pub fn findings(&self, id: &ArticleId) -> Option<&ArticleFindings> {
        self.analysis.articles.get(self.index.position(id)?)
    }

    /// The words of an article that a span marks; empty when it does not fit.
    pub fn words(&self, id: &ArticleId, span: Span) -> &str {
        self.document(id)
            .map_or("", |document| span.of(&document.article.text))
    }

    /// The words of one claim mention.
    pub fn claim_words(&self, mention: &ClaimMention) -> &str {
        self.words(&mention.article, mention.span)
    }
}
