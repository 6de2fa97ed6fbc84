//! Exports of news databases: many articles in one document.
//!
//! Owns the lines by which LexisNexis, Factiva and `ProQuest` divide articles and the fields that
//! stand at their heads.

use super::export_head;
use crate::ingest::draft::{Block, DateRole, Draft, FoundDate};
use crate::ingest::limits::ARTICLES_PER_FILE_MAX;
use crate::ingest::metadata::section;
use crate::ingest::pattern::pattern;
use crate::ingest::published::dates;
use crate::model::{DateBasis, RemovedKind};

pattern!(
    AFTER_ARTICLE,
    r"^(?:End of Document|Document [A-Za-z]{2,12}\d[0-9A-Za-z]{10,}|_{20,}|={20,})$"
);
pattern!(
    BEFORE_ARTICLE,
    r"(?i)^(?:\d+ of \d+ documents|document \d+ of \d+)$"
);
pattern!(
    FIELD,
    r"(?i)^(?P<label>length|byline|section|dateline|load-date|publication-type|publication type|language|subject|geographic|industry|company|person|organization|highlight|graphic|journal code|copyright|classification|publication date|publication info|publication title|source type|document type|proquest document id|document url|links|database|full text|author|title|issn|isbn|accession number|country|publisher|place of publication|last updated)\s*:\s*(?P<value>.*)$"
);
pattern!(WORD_COUNT, r"(?i)^word count:? \d[\d,]* words$");
pattern!(
    LABEL_ALONE,
    r"(?i)^(?:body|full text|graphic|classification|abstract|notes|load-date)$"
);

/// Fewest dividing lines that make a document an export.
const DIVIDERS_MIN: usize = 2;

/// The articles of an export; any other document as it is.
pub(super) fn split(draft: Draft) -> Vec<Draft> {
    let dividers = draft
        .blocks
        .iter()
        .filter(|block| AFTER_ARTICLE.is_match(&block.text) || BEFORE_ARTICLE.is_match(&block.text))
        .count();
    if dividers < DIVIDERS_MIN {
        return vec![draft];
    }
    let mut parts: Vec<Vec<Block>> = vec![Vec::new()];
    for block in draft.blocks {
        if AFTER_ARTICLE.is_match(&block.text) || BEFORE_ARTICLE.is_match(&block.text) {
            parts.push(Vec::new());
        } else if let Some(part) = parts.last_mut() {
            part.push(block);
        }
    }
    parts
        .into_iter()
        .filter(|part| {
            part.iter()
                .any(|block| block.text.split_whitespace().count() >= 12)
        })
        .take(ARTICLES_PER_FILE_MAX)
        .enumerate()
        .map(|(nth, blocks)| {
            let mut article = Draft {
                inner: format!("#{}", nth + 1),
                format: "database export".into(),
                blocks,
                ..Draft::default()
            };
            read_fields(&mut article);
            export_head::read(&mut article.blocks, &mut article.found);
            export_head::take_owner(&mut article.blocks);
            article
        })
        .collect()
}

/// Takes the fields of the database out of the text.
fn read_fields(draft: &mut Draft) {
    let Draft { blocks, found, .. } = draft;
    for block in blocks {
        let line = block.text.clone();
        if WORD_COUNT.is_match(&line) || LABEL_ALONE.is_match(&line) {
            block.taken = Some(RemovedKind::Furniture);
            continue;
        }
        let Some(captures) = FIELD.captures(&line) else {
            continue;
        };
        let label = captures
            .name("label")
            .map(|label| label.as_str().to_lowercase())
            .unwrap_or_default();
        let value = captures
            .name("value")
            .map(|value| value.as_str().trim().to_owned())
            .unwrap_or_default();
        match label.as_str() {
            "full text" => {
                block.text = value;
                if block.text.is_empty() {
                    block.taken = Some(RemovedKind::Furniture);
                }
                continue;
            }
            "section" => found.sections.extend(section::of_field(&value)),
            "byline" | "author" => found.bylines.push(value),
            "title" => found.titles.push(value),
            "publication title" | "publisher" => found.outlets.push(value),
            "document url" => found.urls.push(value),
            "publication date" | "load-date" | "last updated" => {
                if let Some(day) = dates::of_value(&value) {
                    let role = if label == "publication date" {
                        DateRole::Published
                    } else {
                        DateRole::Captured
                    };
                    found.dates.push(FoundDate {
                        day,
                        basis: DateBasis::Metadata,
                        words: line,
                        role,
                    });
                }
            }
            _ => {}
        }
        block.taken = Some(RemovedKind::Furniture);
    }
}

#[cfg(test)]
mod tests {
    use super::split;
    use crate::ingest::draft::{Block, Draft};

    #[test]
    fn articles_are_divided_and_fields_read() {
        let lines = [
            "The Example Times",
            "November 5, 2024 Tuesday",
            "A headline of one",
            "Byline: Jane Doe",
            "Length: 523 words",
            "Body",
            "The first article says in a sentence of more than twelve words what happened on that day.",
            "Load-Date: November 6, 2024",
            "End of Document",
            "The Example Post",
            "A headline of two",
            "The second article says in a sentence of more than twelve words what happened on that day.",
            "End of Document",
        ];
        let draft = Draft {
            blocks: lines.iter().map(|line| Block::paragraph(*line)).collect(),
            ..Draft::default()
        };
        let drafts = split(draft);
        assert_eq!(drafts.len(), 2);
        assert_eq!(drafts[0].found.bylines, ["Jane Doe"]);
        assert_eq!(drafts[0].found.outlets, ["The Example Times"]);
        assert_eq!(drafts[0].found.titles, ["A headline of one"]);
        assert_eq!(drafts[1].inner, "#2");
    }

    /// An export of two articles with this head.
    fn with_head(head: &[&str]) -> Vec<Draft> {
        let body =
            "The article says in a sentence of more than twelve words what happened on that day.";
        let mut lines: Vec<&str> = Vec::new();
        for document in [
            "Document POST000020241105ek1b00001",
            "Document POST000020241105ek1b00002",
        ] {
            lines.extend(head);
            lines.extend([body, "Example Media", document]);
        }
        split(Draft {
            blocks: lines.into_iter().map(Block::paragraph).collect(),
            ..Draft::default()
        })
    }

    #[test]
    fn the_order_of_a_head_tells_what_its_lines_are() {
        let factiva = with_head(&[
            "News",
            "A headline of one",
            "Jane Doe",
            "523 words",
            "5 November 2024",
            "10:42",
            "The Example Times",
            "EXTI",
            "English",
            "(c) 2024 Example Media",
        ]);
        let uni = with_head(&[
            "A headline of one",
            "The Example Times",
            "November 5, 2024 Tuesday",
            "Copyright 2024 Example Media",
        ]);
        let old = with_head(&[
            "The Example Times",
            "November 5, 2024 Tuesday",
            "First Edition",
            "A headline of one",
        ]);
        for drafts in [factiva, uni, old] {
            let draft = &drafts[0];
            assert_eq!(draft.found.titles, ["A headline of one"]);
            assert_eq!(draft.found.outlets, ["The Example Times"]);
            assert_eq!(draft.found.dates.len(), 1);
        }
    }
}
