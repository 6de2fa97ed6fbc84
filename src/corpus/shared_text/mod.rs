//! Articles that share text: copies, versions of one article, parts of one agency report.
//!
//! Found by content alone: pairs come from fingerprints of runs of words (`fingerprints`, winnowing),
//! then each pair is measured exactly (`measure`) and named (`kind`). Quoted words count for copies
//! and versions only, since two reporters who heard one speech share them without sharing a text.
//! Must not decide about origins: `origins` reads this.

mod fingerprints;
mod groups;
mod kind;
mod measure;

use rayon::prelude::*;

use measure::Page;

use super::Text;
use super::drawn::{Drawn, Words};
use crate::model::SameText;

/// The groups of articles that share text, in the order of their first article; within one kind an
/// article stands in one group at most.
pub(super) fn find(texts: &[Text<'_>], drawn: &[&Drawn]) -> Vec<SameText> {
    let pairs = fingerprints::pairs(drawn);
    let mut is_paired = vec![false; texts.len()];
    for article in pairs.iter().flat_map(|&(one, other)| [one, other]) {
        if let Some(is_paired) = is_paired.get_mut(article) {
            *is_paired = true;
        }
    }
    let articles = texts.par_iter().zip(is_paired);
    let pages: Vec<Option<Page>> = articles
        .map(|(text, is_paired)| {
            is_paired.then(|| Page::new(Words::of(&text.article.text, text.parsed)))
        })
        .collect();
    let page = |at: usize| pages.get(at)?.as_ref();
    let shared: Vec<groups::Shared> = pairs
        .into_par_iter()
        .filter_map(|(one, other)| {
            let overlap = measure::overlap(page(one)?, page(other)?);
            let kind = kind::kind(texts.get(one)?, texts.get(other)?, &overlap)?;
            Some(groups::Shared {
                one,
                other,
                kind,
                share: overlap.share_of_shorter(kind),
                run: overlap.longest_run,
            })
        })
        .collect();
    groups::groups(texts, &pages, &shared)
}

#[cfg(test)]
mod tests {
    use super::find;
    use crate::corpus::testing::document;
    use crate::corpus::{Document, Drawn, Text};
    use crate::model::{SameText, SameTextKind};
    use std::sync::Arc;

    const REPORT: &str = "A gate at the Hallin dam stuck open late on Thursday and sent a wall of \
        water through the village below while most people slept. Police said that one man was \
        missing and that eleven houses had been washed away by the morning. The company that owns \
        the dam said the gate had been inspected in the spring and found to be in order. Divers \
        were searching the lower meadows on Friday afternoon as rain began to fall again.";

    fn article(id: &str, outlet: &str, title: &str, text: &str) -> Document {
        let mut document = document(id, text);
        let article = Arc::make_mut(&mut document.article);
        article.outlet = Some(outlet.to_owned());
        article.title = Some(title.to_owned());
        document
    }

    fn found(documents: &[Document]) -> Vec<SameText> {
        let texts: Vec<Text<'_>> = documents.iter().map(Text::of).collect();
        let drawn: Vec<&Drawn> = documents.iter().map(Document::drawn).collect();
        find(&texts, &drawn)
    }

    #[test]
    fn a_second_file_of_the_same_text_is_a_copy() {
        let same = found(&[
            article("a", "Ledger", "Gate stuck", REPORT),
            article("b", "Ledger", "Gate stuck", REPORT),
        ]);
        assert_eq!(same.len(), 1);
        assert_eq!(same[0].kind, SameTextKind::Copy);
        assert!(same[0].share > 0.99);
    }

    #[test]
    fn a_later_state_of_one_article_is_a_version() {
        let later = REPORT.replace("one man was missing", "a man of sixty had been found dead");
        let same = found(&[
            article("a", "Ledger", "Gate stuck open at dam", REPORT),
            article("b", "Ledger", "Man dead after gate stuck open", &later),
        ]);
        assert_eq!(same.len(), 1);
        assert_eq!(same[0].kind, SameTextKind::Version);
    }

    #[test]
    fn another_outlet_with_the_agency_text_and_its_own_opening_shares_wire() {
        let own = "Families in our county were told to stay away from the river today. The mayor \
            of Tessary opened the school hall for those who had lost their homes overnight. ";
        let same = found(&[
            article("a", "Lantern", "Dam gate sticks", REPORT),
            article(
                "b",
                "Gazette",
                "School hall opened",
                &format!("{own}{REPORT}"),
            ),
        ]);
        assert_eq!(same.len(), 1);
        assert_eq!(same[0].kind, SameTextKind::SharedWire);
        assert!(same[0].longest_run.starts_with("A gate at the Hallin dam"));
    }

    #[test]
    fn the_same_quotation_alone_is_no_shared_text() {
        let quotation = "“We asked them twice to let us drop the beams and they told us to wait \
            for the engineer who was asleep in another town that night”";
        let one = format!(
            "The keeper spoke to us on Monday in the yard. {quotation}, he said. \
            He then walked home along the river with his dog and did not want to say more."
        );
        let other = format!(
            "At the hearing there was silence when Mr Pascoe stood up. {quotation}, \
            he told the panel. The chair thanked him and called the next witness for the company."
        );
        let same = found(&[
            article("a", "Ledger", "Keeper speaks", &one),
            article("b", "Gazette", "Silence at hearing", &other),
        ]);
        assert!(same.is_empty());
    }
}
