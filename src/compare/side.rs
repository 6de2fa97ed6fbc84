//! What is compared: an article's headline, where it has one, and its text, as one text.
//!
//! Headline and text are read apart, since a headline is no sentence of the text. Here they become
//! one document, so that no room of the comparison asks where a sentence comes from.

use std::sync::Arc;

use crate::corpus::Document;
use crate::language::{Parsed, Sentence, Writer};
use crate::model::{
    Article, ArticleFindings, Attribution, ComparedText, Mention, Span, TimeExpression,
};

/// Between the headline and the text.
const BREAK: &str = "\n\n";

/// One side of a comparison.
#[derive(Clone, Debug)]
pub struct Side {
    document: Document,
    body: usize,
}

impl Side {
    /// The side of an article: `headline` is its headline read as a text of its own, if it has one.
    pub fn new(headline: Option<&Document>, article: &Document) -> Self {
        match headline.filter(|headline| !headline.parsed.words.is_empty()) {
            Some(headline) => Self {
                document: joined(headline, article),
                body: headline.article.text.len() + BREAK.len(),
            },
            None => Self {
                document: article.clone(),
                body: 0,
            },
        }
    }

    /// An order of articles that hangs on nothing but what they are.
    pub(super) fn rank(&self) -> impl Ord + '_ {
        let article = &self.document.article;
        (&article.text, article.published.value, &article.id)
    }

    /// Headline and text as one document.
    pub(super) const fn document(&self) -> &Document {
        &self.document
    }

    /// The headline's sentence, where there is one.
    pub(super) fn headline(&self) -> Option<Span> {
        let first = self.document.parsed.sentences.first();
        first.filter(|_| self.body > 0).map(|first| first.span)
    }

    /// How many of the sentences are headlines: one or none.
    pub(super) fn headlines(&self) -> usize {
        usize::from(self.body > 0)
    }

    /// The text as the comparison shows it.
    pub(super) fn text(&self) -> ComparedText {
        let sentences = self.document.parsed.sentences.iter();
        ComparedText {
            text: self.document.article.text.clone(),
            sentences: sentences.map(|sentence| sentence.span).collect(),
            body: self.body,
        }
    }
}

fn joined(headline: &Document, article: &Document) -> Document {
    let text = format!("{}{BREAK}{}", headline.article.text, article.article.text);
    let body = headline.article.text.len() + BREAK.len();
    // A text without vectors is compared by its words alone; those of one sentence more or less
    // would stand beside the wrong sentences.
    let vectors = match headline.vectors.first() {
        Some(first) if article.vectors.len() == article.parsed.sentences.len() => {
            let own = article.vectors.iter().cloned();
            std::iter::once(first.clone()).chain(own).collect()
        }
        _ => Vec::new(),
    };
    Document {
        article: Arc::new(Article {
            text,
            ..Article::clone(&article.article)
        }),
        parsed: Arc::new(parsed(&headline.parsed, &article.parsed, body)),
        findings: Arc::new(findings(headline, article, body)),
        vectors: Arc::new(vectors),
        // Sentences are compared, not clauses.
        clauses: Arc::default(),
        drawn: Arc::default(),
    }
}

/// The headline as one sentence, then the sentences of the text.
fn parsed(headline: &Parsed, text: &Parsed, body: usize) -> Parsed {
    let words = 0..headline.words.len();
    let whole = Sentence {
        span: headline.span_of(words.clone()),
        words,
        paragraph: 0,
    };
    let mut headline = headline.clone();
    headline.sentences = vec![whole];
    let mut writer = Writer::default();
    writer.text(&headline, 0, 0);
    writer.text(text, body, 1);
    writer.done()
}

fn findings(headline: &Document, article: &Document, body: usize) -> ArticleFindings {
    let (first, own) = (&headline.findings, &article.findings);
    // The names of a headline are found with the text's names known.
    let mentions = own.title_mentions.iter().cloned();
    let sentence = headline.parsed.span_of(0..headline.parsed.words.len());
    let before = first.attributions.len();
    ArticleFindings {
        article: own.article.clone(),
        sentences: std::iter::once(sentence)
            .chain(own.sentences.iter().map(|span| span.shifted(body)))
            .collect(),
        title_mentions: Vec::new(),
        mentions: mentions
            .chain(own.mentions.iter().map(|mention| Mention {
                span: mention.span.shifted(body),
                ..mention.clone()
            }))
            .collect(),
        times: first
            .times
            .iter()
            .cloned()
            .chain(own.times.iter().map(|time| shifted_time(time, body)))
            .collect(),
        amounts: first
            .amounts
            .iter()
            .cloned()
            .chain(own.amounts.iter().cloned().map(|mut amount| {
                amount.span = amount.span.shifted(body);
                amount
            }))
            .collect(),
        attributions: first
            .attributions
            .iter()
            .cloned()
            .chain(
                own.attributions
                    .iter()
                    .map(|told| shifted_attribution(told, body, before)),
            )
            .collect(),
    }
}

fn shifted_time(time: &TimeExpression, body: usize) -> TimeExpression {
    let mut time = time.clone();
    time.span = time.span.shifted(body);
    time.why.anchor_words = time.why.anchor_words.map(|span| span.shifted(body));
    time
}

/// The attribution `body` bytes on, in a list with `before` others in front of it.
fn shifted_attribution(told: &Attribution, body: usize, before: usize) -> Attribution {
    let all = |spans: &[Span]| spans.iter().map(|span| span.shifted(body)).collect();
    Attribution {
        content: all(&told.content),
        source: told.source.map(|span| span.shifted(body)),
        cue: told.cue.clone().map(|mut cue| {
            cue.span = cue.span.shifted(body);
            cue
        }),
        via: all(&told.via),
        inside: told.inside.map(|outer| outer + before),
        hedges: all(&told.hedges),
        ..told.clone()
    }
}

#[cfg(test)]
mod tests {
    use super::Side;
    use crate::corpus::testing::{amount, document, says};
    use crate::model::Span;

    #[test]
    fn all_that_is_known_of_a_text_stands_below_its_headline() {
        let headline = document("h", "Gate of Hallin. Closed at last");
        let article = amount(
            says(
                document("a", "Rain fell. Wexley said 40 boats sank."),
                "Wexley",
                "said",
                "40 boats sank",
            ),
            "40 boats",
            40.0,
            40.0,
        );
        let side = Side::new(Some(&headline), &article);
        let text = side.text();
        assert_eq!(
            text.text,
            "Gate of Hallin. Closed at last\n\nRain fell. Wexley said 40 boats sank."
        );
        let words = |span: Span| span.of(&text.text);
        let sentences: Vec<&str> = text.sentences.iter().map(|span| words(*span)).collect();
        assert_eq!(
            sentences,
            [
                "Gate of Hallin. Closed at last",
                "Rain fell.",
                "Wexley said 40 boats sank."
            ]
        );
        let document = side.document();
        assert_eq!(document.findings.sentences[..], text.sentences);
        let told = &document.findings.attributions[0];
        assert_eq!(told.source.map(words), Some("Wexley"));
        assert_eq!(words(told.content[0]), "40 boats sank");
        assert_eq!(words(document.findings.amounts[0].span), "40 boats");
        for (sentence, span) in document.parsed.sentences.iter().zip(&text.sentences) {
            assert!(span.contains(document.parsed.span_of(sentence.words.clone())));
        }
        assert_eq!(text.in_article(text.sentences[0]), None);
        let first = text.in_article(text.sentences[1]).expect("in the text");
        assert_eq!(first.of(&article.article.text), "Rain fell.");
    }

    #[test]
    fn an_article_without_a_headline_is_its_text() {
        let article = document("a", "Rain fell.");
        for headline in [None, Some(&document("h", " "))] {
            let text = Side::new(headline, &article).text();
            assert_eq!(text.text, "Rain fell.");
            assert!(!text.has_headline());
        }
    }
}
