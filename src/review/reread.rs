//! Reading anew what the reader corrected in an article itself.
//!
//! Owns when that is needed: a headline, outlet, date or passage that the reader set changes what
//! the machine finds, so those articles are read again and the collection is gathered again. It
//! takes as long as the machine takes, so it belongs on a thread of its own.

use std::sync::Arc;

use super::{Correction, correct_articles};
use crate::corpus::Document;
use crate::language::EngineError;
use crate::model::Analysis;
use crate::pipeline;

/// A collection with the corrections of its articles, as the machine reads it.
#[derive(Clone, Debug)]
pub struct Reread {
    /// The articles, corrected.
    pub documents: Vec<Document>,
    /// What the machine finds in them: what all other corrections are laid over.
    pub analysis: Arc<Analysis>,
    /// The corrections of articles that it rests on, in their order.
    corrections: Vec<Correction>,
}

impl Reread {
    /// Reads a collection with those of the corrections that change an article. Nothing is read
    /// where none does, or where `before` rests on the same ones.
    ///
    /// # Errors
    /// When the embedded language model is damaged.
    pub fn of(
        documents: &[Document],
        analysis: &Arc<Analysis>,
        corrections: &[Correction],
        before: Option<&Self>,
    ) -> Result<Self, EngineError> {
        let corrections: Vec<Correction> = corrections
            .iter()
            .filter(|correction| correction.changed_article().is_some())
            .cloned()
            .collect();
        if let Some(before) = before.filter(|before| before.corrections == corrections) {
            return Ok(before.clone());
        }
        let mut documents = documents.to_vec();
        let engine = pipeline::engine()?;
        let reread = correct_articles(&mut documents, &corrections, |article| {
            pipeline::read_article(engine, article, &|| false)
        });
        let analysis = if reread == 0 {
            Arc::clone(analysis)
        } else {
            Arc::new(pipeline::gather(&documents))
        };
        Ok(Self {
            documents,
            analysis,
            corrections,
        })
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::Reread;
    use crate::ingest::Ingested;
    use crate::pipeline;
    use crate::review::testing::{article, november};
    use crate::review::{Correction, overlay};

    #[test]
    fn a_date_set_by_the_reader_moves_the_dates_counted_from_it() {
        let mut dated = article("a", "The dam broke yesterday, police said.");
        dated.published.value = Some(november(5));
        dated.published.basis = crate::model::DateBasis::Metadata;
        let ingested = Ingested {
            articles: vec![dated],
            skipped: Vec::new(),
        };
        let collection =
            pipeline::analyse(ingested, &crate::ingest::Cancel::default(), &|_| {}).expect("read");
        let machine = Arc::new(collection.analysis);
        let set = Correction::SetDate {
            article: collection.documents[0].article.id.clone(),
            date: Some(november(20)),
        };
        let corrections = [set];
        let reread = Reread::of(&collection.documents, &machine, &corrections, None).expect("read");
        let shown = overlay(&reread.documents, &reread.analysis, &corrections).analysis;
        let day = |analysis: &crate::model::Analysis| {
            analysis.articles[0].times[0]
                .interval
                .expect("days")
                .earliest
        };
        assert_eq!((day(&machine), day(&shown)), (november(4), november(19)));
        assert_eq!(
            reread.documents[0].article.published.value,
            Some(november(20))
        );
        let again = Reread::of(&collection.documents, &machine, &corrections, Some(&reread));
        assert!(Arc::ptr_eq(
            &again.expect("known").analysis,
            &reread.analysis
        ));
        let undone = Reread::of(&collection.documents, &machine, &[], Some(&reread));
        assert!(Arc::ptr_eq(&undone.expect("read").analysis, &machine));
    }
}
