//! What was read, what it is known by, and what was left aside.

use maud::{Markup, html};

use crate::corpus::Document;
use crate::export::marks;
use crate::model::ArticleId;
use crate::review::Review;
use crate::view::{labels, read, wording};

/// Every article by its story, with what its date rests on and what it shares with others.
pub(super) fn body(review: &Review) -> Markup {
    let stories = &review.analysis().stories;
    let has_stories = stories.len() > 1;
    html! {
        @for story in stories {
            @if has_stories {
                h3.story {
                    @if !story.name.is_empty() { bdi { (story.name) } " · " }
                    (wording::articles(story.articles.len()))
                }
            }
            ol.articles {
                @for id in &story.articles {
                    @if let Some(document) = review.document(id) {
                        (article(review, id, document, has_stories))
                    }
                }
            }
        }
    }
}

fn article(review: &Review, id: &ArticleId, document: &Document, is_below_story: bool) -> Markup {
    let article = &document.article;
    let position = review.index().position(id).unwrap_or(0);
    let outlet = review.index().outlet_of.get(position).copied().unwrap_or(0);
    let day = article
        .published
        .value
        .map_or_else(|| wording::NO_DATE.to_owned(), wording::weekday_day);
    let words = article.text.split_whitespace().count();
    let mut facts = labels::provenance(article);
    facts.push(day);
    facts.push(wording::count(words, "word", "words"));
    let title = html! { (marks::outlet(outlet)) " " bdi { (labels::title(review, id)) } };
    html! {
        li id={ "article-" (position + 1) } {
            // Headings leave no level out, for those who go by them.
            @if is_below_story { h4.title { (title) } } @else { h3.title { (title) } }
            p { bdi dir="ltr" { (facts.join(" · ")) } }
            p.small {
                bdi dir="ltr" { "File: " (article.path) } " (" (article.format) "). Date: "
                bdi dir="ltr" { (wording::published_why(&article.published).join(" ")) }
            }
            @if let Some(address) = article.url.as_deref() {
                p.small { "Saved from: " (link(address)) }
            }
            @for remark in read::remarks(review, id) {
                p.small { bdi dir="ltr" { (wording::sentence(&remark)) } }
            }
        }
    }
}

/// An address of the web as a link, anything else as text.
fn link(address: &str) -> Markup {
    let lower = address.to_ascii_lowercase();
    let is_web = lower.starts_with("https://") || lower.starts_with("http://");
    let shown = wording::shortened(address, 120);
    html! {
        @if is_web {
            a href=(address) rel="noreferrer noopener" { bdi { (shown) } }
        } @else {
            bdi { (shown) }
        }
    }
}

/// Files that could not be read, with the reason.
pub(super) fn left_aside(review: &Review) -> Markup {
    html! {
        table {
            thead { tr { th scope="col" { "File" } th scope="col" { "Why it was left aside" } } }
            tbody {
                @for skipped in review.skipped() {
                    tr {
                        th scope="row" { bdi { (skipped.path) } }
                        td { bdi { (wording::sentence(&wording::skipped(&skipped.reason))) } }
                    }
                }
            }
        }
    }
}
