//! A collection with the reader's decisions laid over it.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Arc;

use super::{
    About, Change, ClaimMarks, Corrected, Correction, EntityRef, Index, Ledger, Missing, Note,
    Notes, Reread, find_claim, find_entity, overlay,
};
use crate::corpus::Document;
use crate::language::EngineError;
use crate::model::{
    Analysis, Article, ArticleFindings, ArticleId, Claim, ClaimId, ClaimMention, EntityId, Skipped,
    Span, Story,
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
    /// Articles as they are shown: with the reader's corrections of headline, outlet, date and text.
    documents: Vec<Document>,
    /// Articles as the machine read them.
    read: Vec<Document>,
    /// What the machine found in them, kept as it was.
    machine: Arc<Analysis>,
    /// The last reading anew of articles that the reader corrected, to be used again.
    reread: Option<Arc<Reread>>,
    /// What is shown: the machine's findings with the corrections laid over them.
    analysis: Arc<Analysis>,
    marks: BTreeMap<ClaimId, ClaimMarks>,
    /// Acts that found nothing to correct, by their place in the ledger.
    unfound: Vec<(usize, Missing)>,
    notes: Notes,
    skipped: Vec<Skipped>,
    ledger: Ledger,
    /// Grows when the text of an article changes, so that an index knows when to be built anew.
    texts: u64,
    /// Grows with every act, undo and redo, so that an older laying-over is told from the last.
    serial: u64,
    index: Arc<Index>,
}

/// What laying corrections over a collection starts from.
#[derive(Clone, Debug)]
pub struct Laying {
    documents: Vec<Document>,
    machine: Arc<Analysis>,
    /// The corrections that stand, each with its place in the ledger.
    corrections: Vec<(usize, Correction)>,
    before: Option<Arc<Reread>>,
    /// Which state of the ledger this is.
    pub serial: u64,
}

/// A collection that was read to the end, with its look-ups: a job builds them, as for many articles
/// that takes longer than a frame.
#[derive(Clone, Debug)]
pub struct Gathered {
    collection: Collection,
    index: Index,
}

impl Gathered {
    /// How many articles it has.
    pub const fn articles(&self) -> usize {
        self.collection.documents.len()
    }
}

impl From<Collection> for Gathered {
    fn from(collection: Collection) -> Self {
        let index = Index::new(&collection.documents, &collection.analysis);
        Self { collection, index }
    }
}

/// What a laying-over gives.
#[derive(Clone, Debug)]
pub struct Laid {
    reread: Arc<Reread>,
    corrected: Corrected,
    index: Index,
    /// Which state of the ledger it is of.
    pub serial: u64,
}

impl Laying {
    /// Lays the corrections over the collection: articles that the reader corrected are read anew,
    /// so it takes as long as the machine takes.
    ///
    /// # Errors
    /// When the embedded language model is damaged.
    pub fn lay(self) -> Result<Laid, EngineError> {
        let (places, corrections): (Vec<usize>, Vec<Correction>) =
            self.corrections.into_iter().unzip();
        let before = self.before.as_deref();
        let reread = Reread::of(&self.documents, &self.machine, &corrections, before)?;
        let mut corrected = overlay(&reread.documents, &reread.analysis, &corrections);
        for (place, _) in &mut corrected.unfound {
            *place = places.get(*place).copied().unwrap_or(*place);
        }
        Ok(Laid {
            index: Index::new(&reread.documents, &corrected.analysis),
            reread: Arc::new(reread),
            corrected,
            serial: self.serial,
        })
    }
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
    pub fn of(name: String, roots: Vec<PathBuf>, collection: impl Into<Gathered>) -> Self {
        let mut review = Self::begun(name, roots);
        review.finish(collection.into());
        review
    }

    /// Takes in articles while the rest is still being read.
    pub fn add(&mut self, documents: Vec<Document>) {
        for document in documents {
            let at = self
                .documents
                .partition_point(|other| other.article.path < document.article.path);
            let findings = (*document.findings).clone();
            Arc::make_mut(&mut self.analysis)
                .articles
                .insert(at, findings);
            self.documents.insert(at, document);
        }
        let mut listed: Vec<&Article> = self.documents.iter().map(|d| &*d.article).collect();
        listed.sort_by_key(|article| article.published.order());
        Arc::make_mut(&mut self.analysis).stories = vec![Story {
            name: String::new(),
            articles: listed.into_iter().map(|a| a.id.clone()).collect(),
        }];
        self.index = Arc::new(Index::new(&self.documents, &self.analysis));
    }

    /// Takes the result of a run that has ended.
    fn finish(&mut self, gathered: Gathered) {
        let Gathered { collection, index } = gathered;
        self.texts += 1;
        self.documents.clone_from(&collection.documents);
        self.read = collection.documents;
        self.reread = None;
        self.machine = Arc::new(collection.analysis);
        self.analysis = Arc::clone(&self.machine);
        self.skipped = collection.skipped;
        self.is_partial = false;
        self.index = Arc::new(index);
    }

    /// Takes in an act, an undo or a redo; gives whether it changed anything.
    pub fn change(&mut self, change: Change) -> bool {
        let has_changed = self.ledger.take(change);
        if has_changed {
            self.serial += 1;
            self.notes = Notes::of(self.ledger.note_acts());
        }
        has_changed
    }

    /// Takes over what the reader did before; has to be laid over anew.
    pub fn restore(&mut self, ledger: Ledger) {
        self.serial += 1;
        self.notes = Notes::of(ledger.note_acts());
        self.ledger = ledger;
    }

    /// What the corrections that stand are laid over, for a job.
    pub fn laying(&self) -> Laying {
        Laying {
            documents: self.read.clone(),
            machine: Arc::clone(&self.machine),
            corrections: self
                .ledger
                .corrections()
                .map(|(place, correction)| (place, correction.clone()))
                .collect(),
            before: self.reread.clone(),
            serial: self.serial,
        }
    }

    /// Shows the result of a laying-over; an older one than the last act is dropped.
    pub fn lay(&mut self, laid: Laid) -> bool {
        if laid.serial != self.serial {
            return false;
        }
        let is_same = self.documents.len() == laid.reread.documents.len()
            && self
                .documents
                .iter()
                .zip(&laid.reread.documents)
                .all(|(old, new)| Arc::ptr_eq(&old.article, &new.article));
        self.texts += u64::from(!is_same);
        self.documents.clone_from(&laid.reread.documents);
        self.reread = Some(laid.reread);
        self.analysis = Arc::new(laid.corrected.analysis);
        self.marks = laid.corrected.marks;
        self.unfound = laid.corrected.unfound;
        self.index = Arc::new(laid.index);
        true
    }

    /// Which state of the texts stands: it grows when an article's own text or facts change.
    pub const fn texts(&self) -> u64 {
        self.texts
    }

    /// Which state of the ledger stands: it grows with every act, undo and redo.
    pub const fn serial(&self) -> u64 {
        self.serial
    }

    /// Acts that found nothing to correct, by their place in the ledger.
    pub fn unfound(&self) -> &[(usize, Missing)] {
        &self.unfound
    }

    /// The reader's notes and tags.
    pub const fn notes(&self) -> &Notes {
        &self.notes
    }

    /// The note on something with what it was written about: on the same thing, though that has
    /// another name or other wordings by now.
    pub fn note_on(&self, about: &About) -> Option<(&About, &Note)> {
        let exact = self.notes.iter().find(|(other, _)| *other == about);
        exact.or_else(|| {
            let (documents, analysis) = (&self.documents, &self.analysis);
            let mut notes = self.notes.iter();
            match about {
                About::Entity(entity) => {
                    let id = find_entity(documents, analysis, entity)?;
                    notes.find(|(other, _)| {
                        matches!(other, About::Entity(other)
                            if find_entity(documents, analysis, other) == Some(id))
                    })
                }
                About::Claim(claim) => {
                    let id = find_claim(documents, analysis, claim)?;
                    notes.find(|(other, _)| {
                        matches!(other, About::Claim(other)
                            if find_claim(documents, analysis, other) == Some(id))
                    })
                }
                About::Article(_) | About::Passage(_) => None,
            }
        })
    }

    /// Articles as the machine read them, before any correction.
    pub fn read(&self) -> &[Document] {
        &self.read
    }

    /// Everything the reader did.
    pub const fn ledger(&self) -> &Ledger {
        &self.ledger
    }

    /// What the reader said about a claim.
    pub fn marks(&self, claim: ClaimId) -> Option<&ClaimMarks> {
        self.marks.get(&claim)
    }

    /// What the reader said about any claim.
    pub fn marked(&self) -> impl Iterator<Item = &ClaimMarks> {
        self.marks.values()
    }

    /// An entity by its content, as corrections name it.
    pub fn entity_ref(&self, id: EntityId) -> Option<EntityRef> {
        EntityRef::of(&self.documents, &self.analysis, id)
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
    pub fn analysis(&self) -> &Analysis {
        &self.analysis
    }

    /// All that was found, for a job.
    pub fn shared_analysis(&self) -> Arc<Analysis> {
        Arc::clone(&self.analysis)
    }

    /// Files left aside.
    pub fn skipped(&self) -> &[Skipped] {
        &self.skipped
    }

    /// Look-ups.
    pub fn index(&self) -> &Index {
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

    /// Whether the reader left a claim out of lists.
    pub fn is_hidden(&self, claim: ClaimId) -> bool {
        self.marks(claim).is_some_and(|marks| marks.is_hidden)
    }

    /// How many claims lists show: all but the hidden ones.
    pub fn shown_claims(&self) -> usize {
        self.analysis.claims.len() - self.hidden().count()
    }

    /// How many of the claims that lists show two or more articles tell.
    pub fn shown_shared(&self) -> usize {
        let shared = &self.index().shared;
        let hidden = self.hidden().filter(|claim| shared.contains(claim));
        shared.len() - hidden.count()
    }

    fn hidden(&self) -> impl Iterator<Item = ClaimId> {
        self.marks
            .keys()
            .copied()
            .filter(|&claim| self.is_hidden(claim))
    }

    /// The words that the reader gave a claim.
    pub fn own_words(&self, claim: &Claim) -> Option<&str> {
        let own = self.marks(claim.id)?.own_words.as_deref();
        own.filter(|words| !words.is_empty())
    }

    /// The words that stand for a claim: the reader's own, or its clearest wording.
    pub fn statement(&self, claim: &Claim) -> &str {
        self.own_words(claim).unwrap_or_else(|| {
            let clearest = claim.mentions.get(claim.statement);
            clearest.map_or("", |mention| self.claim_words(mention))
        })
    }

    /// Whether the words of a claim are a sentence by themselves.
    pub fn is_statement_whole(&self, claim: &Claim) -> bool {
        let clearest = claim.mentions.get(claim.statement);
        self.own_words(claim).is_some() || clearest.is_some_and(|told| told.is_whole)
    }

    /// The sentences in which an article makes or reports a claim, with who says so.
    pub fn sentences_around(&self, mention: &ClaimMention) -> Span {
        let parsed = self.document(&mention.article).map(|found| &found.parsed);
        let first = parsed.and_then(|parsed| parsed.sentence_at(mention.span));
        let after = parsed
            .zip(first)
            .and_then(|(parsed, first)| parsed.sentences.get(first..));
        let around = after
            .unwrap_or_default()
            .iter()
            .take_while(|sentence| sentence.span.overlaps(mention.span));
        around.fold(mention.span, |around, sentence| around.hull(sentence.span))
    }

    /// The words of one claim mention.
    pub fn claim_words(&self, mention: &ClaimMention) -> &str {
        self.words(&mention.article, mention.span)
    }
}
