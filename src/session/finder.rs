//! Full-text search over the collection: an index in memory (SQLite FTS5) and its questions.
//!
//! Owns how typed words become a question and how found words become places in a text. Knows no
//! thread and no window.

use std::collections::BTreeMap;

use rusqlite::{Connection, params};

use crate::corpus::Document;
use crate::model::{ArticleFindings, ArticleId, MentionKind, Span};

/// The most articles whose hits are given; the rest are counted.
pub(super) const ARTICLES_MAX: usize = 60;

/// The most articles that are looked into for hits that pass a filter.
const LOOKED_MAX: usize = 2_000;

/// The most hits of one article that are given.
const HITS_MAX: usize = 200;

/// Marks the beginning and the end of found words in a text that the index gives back. Texts hold
/// no such characters: reading takes control characters out.
const OPEN: char = '\u{1}';
const CLOSE: char = '\u{2}';

/// Takes hits away from those of the article at a position.
pub type Narrow<'a> = &'a dyn Fn(usize, &mut Vec<Span>);

/// What was found.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Found {
    /// Articles with hits, best first, at most sixty.
    pub articles: Vec<FoundArticle>,
    /// How many articles have the words and pass the filters of articles.
    pub total: usize,
}

/// The hits of one article.
#[derive(Clone, Debug, PartialEq)]
pub struct FoundArticle {
    /// The article.
    pub article: ArticleId,
    /// Hits in its text, in order.
    pub hits: Vec<Span>,
    /// Whether the words stand in its headline.
    pub in_title: bool,
}

/// An index of texts.
#[derive(Debug)]
pub struct Finder {
    connection: Connection,
    articles: Vec<ArticleId>,
}

impl Finder {
    /// Builds an index.
    ///
    /// # Errors
    /// When the memory does not suffice.
    pub fn new(documents: &[Document]) -> rusqlite::Result<Self> {
        let mut connection = Connection::open_in_memory()?;
        connection.execute_batch(
            "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;
             CREATE VIRTUAL TABLE texts USING fts5(
                 title, body, tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3 4');",
        )?;
        let transaction = connection.transaction()?;
        {
            let mut insert =
                transaction.prepare("INSERT INTO texts(rowid, title, body) VALUES (?1, ?2, ?3)")?;
            for (row, document) in (1_i64..).zip(documents) {
                let article = &document.article;
                let title = article.title.as_deref().unwrap_or_default();
                insert.execute(params![row, title, article.text])?;
            }
        }
        transaction.commit()?;
        Ok(Self {
            connection,
            articles: documents.iter().map(|d| d.article.id.clone()).collect(),
        })
    }

    /// Finds articles with all the words typed, the last of which may be unfinished; `is_allowed`
    /// says which articles may be given, by position, and `narrow` takes hits of an article away. An
    /// article that loses all its hits is not given, so that the best that remain are.
    ///
    /// # Errors
    /// When the index is damaged.
    pub fn find(
        &self,
        typed: &str,
        is_allowed: impl Fn(usize) -> bool,
        narrow: Option<Narrow<'_>>,
    ) -> rusqlite::Result<Found> {
        let Some(question) = question(typed) else {
            return Ok(Found::default());
        };
        // The headline weighs more than the text.
        let mut ranked = self.connection.prepare(
            "SELECT rowid FROM texts WHERE texts MATCH ?1 ORDER BY bm25(texts, 4.0, 1.0), rowid",
        )?;
        let rows: Vec<i64> = ranked
            .query_map([&question], |row| row.get(0))?
            .collect::<Result<_, _>>()?;
        let allowed: Vec<i64> = rows
            .into_iter()
            .filter(|row| usize::try_from(row - 1).is_ok_and(&is_allowed))
            .collect();
        let mut found = Found {
            total: allowed.len(),
            ..Found::default()
        };
        // A filter may take many away: more are looked into at once each time.
        let (mut looked, mut batch) = (0, ARTICLES_MAX);
        while looked < allowed.len().min(LOOKED_MAX) && found.articles.len() < ARTICLES_MAX {
            let rows: Vec<i64> = allowed.iter().skip(looked).take(batch).copied().collect();
            let mut marked = self.marked(&question, &rows)?;
            for row in rows {
                if found.articles.len() == ARTICLES_MAX {
                    break;
                }
                looked += 1;
                let texts = marked.remove(&row);
                let hits = texts.and_then(|texts| self.hits(row, &texts, narrow));
                found.articles.extend(hits);
            }
            batch *= 4;
        }
        if looked == allowed.len() {
            found.total = found.articles.len();
        }
        Ok(found)
    }

    /// Headline and text of each row, with the found words marked. One question for all rows: what
    /// an unfinished word may go on to is looked up once.
    fn marked(
        &self,
        question: &str,
        rows: &[i64],
    ) -> rusqlite::Result<BTreeMap<i64, (String, String)>> {
        let list: Vec<String> = rows.iter().map(i64::to_string).collect();
        // The plus sign keeps the index from being asked anew for each row.
        let sql = format!(
            "SELECT rowid, highlight(texts, 0, ?2, ?3), highlight(texts, 1, ?2, ?3)
             FROM texts WHERE texts MATCH ?1 AND +rowid IN ({})",
            list.join(",")
        );
        let (open, close) = (OPEN.to_string(), CLOSE.to_string());
        let mut statement = self.connection.prepare(&sql)?;
        let found = statement.query_map(params![question, open, close], |row| {
            Ok((row.get(0)?, (row.get(1)?, row.get(2)?)))
        })?;
        found.collect()
    }

    /// The hits of a row that `narrow` leaves, if any.
    fn hits(
        &self,
        row: i64,
        (title, body): &(String, String),
        narrow: Option<Narrow<'_>>,
    ) -> Option<FoundArticle> {
        let position = usize::try_from(row - 1).ok()?;
        let mut hits = places(body);
        if let Some(narrow) = narrow {
            narrow(position, &mut hits);
            if hits.is_empty() {
                return None;
            }
        }
        Some(FoundArticle {
            article: self.articles.get(position)?.clone(),
            hits,
            in_title: title.contains(OPEN),
        })
    }
}

/// Places of the marked words in the text without the marks.
fn places(marked: &str) -> Vec<Span> {
    let mut places = Vec::new();
    let (mut at, mut begun) = (0, None);
    for part in marked.split_inclusive([OPEN, CLOSE]) {
        let words = part.trim_end_matches([OPEN, CLOSE]);
        at += words.len();
        if part.ends_with(OPEN) {
            begun = Some(at);
        } else if part.ends_with(CLOSE)
            && let Some(start) = begun.take()
        {
            places.push(Span::new(start, at));
        }
        if places.len() == HITS_MAX {
            break;
        }
    }
    places
}

/// Keeps hits whose sentence names something of a kind.
pub(super) fn keep_kind(hits: &mut Vec<Span>, findings: &ArticleFindings, kind: MentionKind) {
    hits.retain(|hit| {
        let sentence = findings.sentence_after(hit.start);
        sentence.is_some_and(|(_, sentence)| {
            let mut inside = findings.mentions_in(sentence).iter();
            inside.any(|mention| mention.kind == kind)
        })
    });
}

/// What was typed as a question of the index: each word must be there, words in quotation marks
/// side by side, the last word may go on. `None` when there is no word in it.
fn question(typed: &str) -> Option<String> {
    let is_quote = |c: char| matches!(c, '"' | '“' | '”' | '„' | '«' | '»');
    let mut parts: Vec<String> = Vec::new();
    for (position, piece) in typed.split(is_quote).enumerate() {
        let is_quoted = position % 2 == 1;
        let words = piece
            .split(|c: char| !c.is_alphanumeric())
            .filter(|word| !word.is_empty());
        if is_quoted {
            let phrase = words.collect::<Vec<_>>().join(" ");
            if !phrase.is_empty() {
                parts.push(format!("\"{phrase}\""));
            }
        } else {
            parts.extend(words.map(|word| format!("\"{word}\"")));
        }
    }
    let goes_on = typed.chars().next_back().is_some_and(char::is_alphanumeric);
    if goes_on && let Some(last) = parts.last_mut() {
        last.push('*');
    }
    (!parts.is_empty()).then(|| parts.join(" AND "))
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;
    use std::time::Instant;

    use super::{Finder, places, question};
    use crate::corpus::Document;
    use crate::language::Parsed;
    use crate::model::{Article, ArticleFindings, ArticleId, Span};

    fn document(number: usize, title: &str, text: &str) -> Document {
        let id = ArticleId::new(&number.to_string());
        let article = Article {
            title: Some(title.to_owned()),
            ..Article::plain(&number.to_string(), text)
        };
        Document {
            article: Arc::new(article),
            parsed: Arc::new(Parsed::default()),
            findings: Arc::new(ArticleFindings::empty(id)),
            vectors: Arc::default(),
            clauses: Arc::default(),
            drawn: Arc::default(),
        }
    }

    fn marked(finder: &Finder, documents: &[Document], typed: &str) -> Vec<String> {
        let found = finder.find(typed, |_| true, None).expect("found");
        let mut lines = Vec::new();
        for article in found.articles {
            let number: usize = article.article.as_str().parse().expect("a number");
            let mut text = documents[number].article.text.clone();
            for hit in article.hits.iter().rev() {
                text.insert(hit.end, ']');
                text.insert(hit.start, '[');
            }
            lines.push(text);
        }
        lines
    }

    #[test]
    fn words_are_found_as_they_are_typed_and_marked_in_the_text() {
        let documents = [
            document(0, "Gate", "The gaté jammed. Gates rust."),
            document(1, "Other", "Nothing jammed here, the gate held."),
        ];
        let finder = Finder::new(&documents).expect("built");
        let found = |typed| marked(&finder, &documents, typed);
        assert_eq!(
            found("gat jam"),
            [] as [&str; 0],
            "only the last word may go on"
        );
        assert_eq!(
            found("jammed gat"),
            [
                "The [gaté] [jammed]. [Gates] rust.",
                "Nothing [jammed] here, the [gate] held."
            ]
        );
        assert_eq!(
            found("“the gate” "),
            [
                "[The gaté] jammed. Gates rust.",
                "Nothing jammed here, [the gate] held."
            ]
        );
        assert_eq!(found("\"gate jammed\""), ["The [gaté jammed]. Gates rust."]);
        assert_eq!(found("  ?! "), [] as [&str; 0]);
        let only = finder
            .find("gate", |position| position == 1, None)
            .expect("found");
        assert_eq!((only.total, only.articles.len()), (1, 1));
    }

    #[test]
    fn a_filter_of_hits_comes_before_the_best_are_chosen() {
        let documents: Vec<Document> = (0..200)
            .map(|number| document(number, "", "The gate held, and the gate jammed."))
            .collect();
        let finder = Finder::new(&documents).expect("built");
        let narrow = |position: usize, hits: &mut Vec<Span>| {
            hits.retain(|_| position == 199);
        };
        let found = finder.find("gate", |_| true, Some(&narrow)).expect("found");
        let ids: Vec<&str> = found.articles.iter().map(|a| a.article.as_str()).collect();
        assert_eq!((ids, found.total), (vec!["199"], 1));
    }

    #[test]
    fn no_typed_text_is_a_fault_of_the_question() {
        let finder = Finder::new(&[document(0, "", "a \"b\" (c) NEAR")]).expect("built");
        for typed in [
            "\"", "a\"", "NEAR(", "a AND", "*", "b^2", "“”", "-a", "col:x", "é\u{0}",
        ] {
            finder.find(typed, |_| true, None).expect(typed);
        }
        assert_eq!(
            question("“one two” thr"),
            Some("\"one two\" AND \"thr\"*".to_owned())
        );
        assert_eq!(places("a \u{1}b\u{2} c").len(), 1);
    }

    /// `cargo test --release --lib finder -- --ignored --nocapture`
    #[test]
    #[ignore = "a measurement"]
    fn ten_thousand_articles_answer_within_50_ms() {
        let words = [
            "gate", "dam", "river", "minister", "said", "flood", "of", "the", "and",
        ];
        let documents: Vec<Document> = (0..10_000)
            .map(|number| {
                let text: Vec<String> = (0..500)
                    .map(|at| {
                        let word = words[(number * 31 + at * 17 + at * at) % words.len()];
                        if at % 3 == 0 {
                            format!("{word}{}", (number + at) % 997)
                        } else {
                            word.to_owned()
                        }
                    })
                    .collect();
                document(number, "A headline", &text.join(" "))
            })
            .collect();
        let begun = Instant::now();
        let finder = Finder::new(&documents).expect("built");
        println!("built in {:?}", begun.elapsed());
        for typed in [
            "t",
            "th",
            "the",
            "the gate",
            "gate12",
            "\"the gate\"",
            "minister flood riv",
        ] {
            let begun = Instant::now();
            let found = finder.find(typed, |_| true, None).expect("found");
            println!(
                "{typed:?}: {} articles in {:?}",
                found.total,
                begun.elapsed()
            );
        }
    }
}
