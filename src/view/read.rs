//! The Read screen: the list of articles, and the page with what stands in its margin.

mod card;
mod side;

pub use card::{MentionCard, mention_card};
pub use side::{ClaimCard, ELSEWHERE_MAX};
use side::{claim_cards, elsewhere};

use std::collections::BTreeSet;

use super::labels::{outlet_day, provenance, published, title};
use super::{Highlight, wording};
use crate::language;
use crate::model::{Article, ArticleId, ClaimId, EntityId, Interval, Mention, Span};
use crate::review::{About, Review};

/// One story of the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoryGroup {
    /// "The collision · 9 articles".
    pub heading: String,
    /// Its articles.
    pub items: Vec<ListItem>,
}

/// One article of the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListItem {
    /// The article.
    pub id: ArticleId,
    /// Its headline, or words for none.
    pub title: String,
    /// "Halvane Courier · 3 March"; without an outlet the name of the file.
    pub facts: String,
}

/// The list of articles of some days, or all, grouped by story.
pub fn article_list(review: &Review, days: Option<Interval>) -> Vec<StoryGroup> {
    let stories = &review.analysis().stories;
    stories
        .iter()
        .map(|story| {
            let within: Vec<&ArticleId> = story
                .articles
                .iter()
                .filter(|id| {
                    let document = review.document(id);
                    document.is_some_and(|document| super::is_within(&document.article, days))
                })
                .collect();
            let count = wording::articles(within.len());
            let heading = if story.name.is_empty() {
                count
            } else {
                format!("{} · {count}", story.name)
            };
            let mut items: Vec<ListItem> = Vec::with_capacity(within.len());
            for id in within {
                items.extend(list_item(review, id));
            }
            StoryGroup { heading, items }
        })
        .filter(|group| !group.items.is_empty())
        .collect()
}

fn list_item(review: &Review, id: &ArticleId) -> Option<ListItem> {
    let article = &review.document(id)?.article;
    let date = published(article);
    let outlet = article
        .outlet
        .as_deref()
        .unwrap_or_else(|| file_name(article));
    Some(ListItem {
        id: id.clone(),
        title: title(review, id),
        facts: format!("{outlet} · {date}"),
    })
}

/// What the reader knows an article by that names no outlet.
fn file_name(article: &Article) -> &str {
    let path = article.path.as_str();
    path.rsplit('/').next().unwrap_or(path)
}

/// The page of one article.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Page {
    /// Headline.
    pub title: String,
    /// "Halvane Courier · Ida Moen · 3 March 2025 · 412 words".
    pub facts: String,
    /// Remarks above the text ("another version of …"), if any.
    pub remarks: Vec<String>,
    /// Paragraphs.
    pub paragraphs: Vec<Paragraph>,
    /// How many highlights of each kind there are, in the order of [`Highlight::ALL`].
    pub counts: [usize; Highlight::ALL.len()],
    /// Claims that it tells.
    pub claims: Vec<ClaimCard>,
    /// Claims told by others of its story, not here.
    pub elsewhere: Vec<ClaimCard>,
    /// "12 lines of the site were left out", with the words.
    pub removed: Vec<(String, String)>,
}

/// One paragraph.
#[derive(Clone, Debug, PartialEq)]
pub struct Paragraph {
    /// Its place in the article's text.
    pub span: Span,
    /// Its words.
    pub text: String,
    /// Its highlights, in order, not overlapping.
    pub marks: Vec<Mark>,
    /// What stands in the margin.
    pub notes: Vec<MarginNote>,
    /// The reader's own notes on passages that begin here.
    pub own_notes: Vec<String>,
}

/// A highlight.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    /// Bytes of the paragraph's text.
    pub span: Span,
    /// Its kind.
    pub highlight: Highlight,
    /// Position among the article's mentions.
    pub mention: usize,
    /// Whom or what it names.
    pub entity: Option<EntityId>,
    /// Whether it is a description or pronoun, marked only while its name is chosen.
    pub is_description: bool,
}

/// A note in the margin.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MarginNote {
    /// The claim.
    pub claim: ClaimId,
    /// Bytes of the paragraph's text that tell it.
    pub span: Span,
    /// "in 6 articles · 1 origin".
    pub line: String,
    /// Words of the claim.
    pub words: String,
    /// "numbers differ", "denied on 6 March"; empty for nothing.
    pub remark: String,
}

/// Builds the page of an article; `None` when it is not in the collection.
pub fn page(review: &Review, id: &ArticleId) -> Option<Page> {
    let document = review.document(id)?;
    let article = &document.article;
    let findings = review.findings(id)?;
    let mut paragraphs = paragraphs(&article.text);
    let mut counts = [0; Highlight::ALL.len()];
    for (position, mention) in findings.mentions.iter().enumerate() {
        let mark = place_mark(&mut paragraphs, mention, position);
        if mark
            && mention.named != Some(false)
            && let Some(count) = counts.get_mut(Highlight::from(mention.kind).position())
        {
            *count += 1;
        }
    }
    margin_notes(review, id, &mut paragraphs);
    own_notes(review, article, &mut paragraphs);
    let mut facts = provenance(article);
    facts.push(
        article
            .published
            .value
            .map_or_else(|| wording::NO_DATE.to_owned(), wording::day_year),
    );
    let words = article.text.split_whitespace().count();
    facts.push(wording::count(words, "word", "words"));
    if article.title.is_none() {
        facts.push(format!("no headline, file {}", article.path));
    }
    Some(Page {
        title: title(review, id),
        facts: facts.join(" · "),
        remarks: another_language(article)
            .into_iter()
            .chain(remarks(review, id))
            .collect(),
        counts,
        claims: claim_cards(review, id),
        elsewhere: elsewhere(review, id),
        removed: article
            .removed
            .iter()
            .map(|removed| {
                (
                    wording::removed(removed.kind).to_owned(),
                    removed.text.clone(),
                )
            })
            .collect(),
        paragraphs,
    })
}

/// Cuts a text into paragraphs at line ends; empty lines fall away.
fn paragraphs(text: &str) -> Vec<Paragraph> {
    let mut found = Vec::new();
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let span = Span::new(start, start + line.len()).trimmed(text);
        if !span.is_empty() {
            found.push(Paragraph {
                span,
                text: span.of(text).to_owned(),
                marks: Vec::new(),
                notes: Vec::new(),
                own_notes: Vec::new(),
            });
        }
        start += line.len();
    }
    found
}

/// The bytes of a paragraph's own text that a span of the article marks.
fn within(paragraph: Span, span: Span) -> Span {
    Span::new(
        span.start.max(paragraph.start) - paragraph.start,
        span.end.clamp(paragraph.start, paragraph.end) - paragraph.start,
    )
}

/// Puts a mention into its paragraph. A mention that runs over a paragraph's end is cut there.
fn place_mark(paragraphs: &mut [Paragraph], mention: &Mention, position: usize) -> bool {
    let at = paragraphs.partition_point(|p| p.span.end <= mention.span.start);
    let Some(paragraph) = paragraphs.get_mut(at) else {
        return false;
    };
    let inside = within(paragraph.span, mention.span);
    let follows = paragraph
        .marks
        .last()
        .is_none_or(|last| last.span.end <= inside.start);
    if inside.of(&paragraph.text).is_empty() || !follows {
        return false;
    }
    paragraph.marks.push(Mark {
        span: inside,
        highlight: Highlight::from(mention.kind),
        mention: position,
        entity: mention.entity,
        is_description: mention.named == Some(false),
    });
    true
}

/// Puts the reader's notes on passages beside their paragraphs.
fn own_notes(review: &Review, article: &Article, paragraphs: &mut [Paragraph]) {
    for (about, note) in review.notes().iter() {
        let About::Passage(quote) = about else {
            continue;
        };
        if quote.article != article.id {
            continue;
        }
        let Some(span) = quote.find(article) else {
            continue;
        };
        let at = paragraphs.partition_point(|p| p.span.end <= span.start);
        if let Some(paragraph) = paragraphs.get_mut(at) {
            let words = wording::shortened(&quote.words, 30);
            paragraph
                .own_notes
                .push(format!("“{words}”: {}", note.line()));
        }
    }
}

fn margin_notes(review: &Review, id: &ArticleId, paragraphs: &mut [Paragraph]) {
    let Some(places) = review
        .index()
        .position(id)
        .and_then(|position| review.index().claims_in.get(position))
    else {
        return;
    };
    let mut seen = BTreeSet::new();
    for place in places {
        let Some(claim) = review.analysis().claim(place.claim) else {
            continue;
        };
        let told_in = claim.articles().len();
        if told_in < 2 || review.is_hidden(place.claim) || !seen.insert(place.claim) {
            continue;
        }
        let Some(mention) = claim.mentions.get(place.mention) else {
            continue;
        };
        let at = paragraphs.partition_point(|p| p.span.end <= mention.span.start);
        if let Some(paragraph) = paragraphs.get_mut(at) {
            paragraph.notes.push(MarginNote {
                claim: place.claim,
                span: within(paragraph.span, mention.span),
                line: format!(
                    "in {} · {}",
                    wording::articles(told_in),
                    wording::origins(claim.independent_origins())
                ),
                words: super::statements::wording(review, mention, 160),
                remark: super::claims::remark(review, claim),
            });
        }
    }
}

/// What is said of an article that is not in English.
fn another_language(article: &Article) -> Option<String> {
    let code = article.language.as_deref()?;
    let name = language::name_of_language(code).unwrap_or(code);
    (!language::is_read(Some(code))).then(|| wording::another_language(name))
}

/// The most articles that are named as sharing a text.
const SHARING_MAX: usize = 6;

/// What an article shares with others: "the same text: The Meridian · 4 March".
pub fn remarks(review: &Review, id: &ArticleId) -> Vec<String> {
    let mut lines = Vec::new();
    for shared in &review.analysis().same_text {
        if !shared.articles.contains(id) {
            continue;
        }
        let others: Vec<String> = shared
            .articles
            .iter()
            .filter(|other| *other != id)
            .map(|other| outlet_day(review, other))
            .collect();
        if !others.is_empty() {
            let mut line = format!("{}: ", wording::same_text(shared.kind));
            line.push_str(&wording::list_some(&others, SHARING_MAX));
            lines.push(line);
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::{page, paragraphs};
    use crate::ingest::{Cancel, Ingested};
    use crate::model::{Article, ArticleId};
    use crate::pipeline;
    use crate::review::Review;

    #[test]
    fn an_article_in_another_language_says_so_and_leaves_the_names_of_the_others_alone() {
        let english = |id: &str| {
            Article::plain(
                id,
                "A fire at the paper mill of Halden injured twelve people on Tuesday, police said. \
                 Mayor John Vell said that the fire had begun in the boiler room.",
            )
        };
        let german = Article::plain(
            "german",
            "Bei einem Brand in der Papierfabrik von Halden sind am 5. März 2024 zwölf Menschen \
             verletzt worden, teilte die Polizei mit. „Das Feuer ist im Kesselraum ausgebrochen“, \
             sagte Bürgermeister John Vell.",
        );
        let review = |articles: Vec<Article>| {
            let ingested = Ingested {
                articles,
                skipped: Vec::new(),
            };
            let read = pipeline::analyse(ingested, &Cancel::default(), &|_| ()).expect("read");
            Review::of(String::new(), Vec::new(), read)
        };
        let alone = review(vec![english("a"), english("b")]);
        let mixed = review(vec![english("a"), english("b"), german]);
        assert_eq!(mixed.analysis().entities, alone.analysis().entities);
        assert_eq!(mixed.analysis().claims, alone.analysis().claims);
        let findings = mixed.findings(&ArticleId::new("german")).expect("found");
        assert!(findings.mentions.is_empty() && findings.attributions.is_empty());
        let shown = |id: &str| page(&mixed, &ArticleId::new(id)).expect("a page");
        assert_eq!(
            shown("german").remarks,
            [
                "This article seems to be in German; Crossread finds names and claims in English only."
            ]
        );
        assert!(
            shown("a")
                .remarks
                .iter()
                .all(|said| !said.contains("English"))
        );
    }

    #[test]
    fn paragraphs_are_cut_at_empty_lines_and_keep_their_place() {
        let text = "One é.\n\n  Two.  \n\n\nThree.";
        let found = paragraphs(text);
        let words: Vec<&str> = found.iter().map(|p| p.text.as_str()).collect();
        assert_eq!(words, ["One é.", "Two.", "Three."]);
        for paragraph in &found {
            assert_eq!(paragraph.span.of(text), paragraph.text);
        }
    }
}
