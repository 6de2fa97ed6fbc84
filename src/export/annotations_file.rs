//! All highlights as W3C Web Annotations in JSON-LD.
//!
//! After the Web Annotation Data Model (W3C Recommendation, 23 February 2017): a collection with
//! one page of annotations, each with a `TextPositionSelector` into the text as Crossread read it
//! and a `TextQuoteSelector` by which other tools find it in the page it came from.

use std::io::Write;

use serde_json::{Value, json};

use super::code_points::CodePoints;
use super::tables::time_of;
use crate::model::written::GENERATOR;
use crate::model::{Article, ArticleFindings, Mention, Span};
use crate::review::Review;
use crate::view::Highlight;

/// How much of the text before and after the words is given, in characters.
const CONTEXT_CHARS: usize = 32;

/// Writes every highlight of a review, article by article.
///
/// # Errors
/// When the file cannot be written.
pub(super) fn write_annotations(review: &Review, file: &mut dyn Write) -> std::io::Result<()> {
    let articles = &review.analysis().articles;
    let total: usize = articles.iter().map(|found| found.mentions.len()).sum();
    let head = json!({
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "type": "AnnotationCollection",
        "label": review.name,
        "generator": {
            "type": "Software",
            "name": GENERATOR,
        },
        "total": total,
    })
    .to_string();
    // The page goes in before the last brace, one annotation after another: a large collection
    // never stands in memory as a whole.
    let open = head.strip_suffix('}').unwrap_or(&head);
    write!(
        file,
        "{open},\"first\":{{\"type\":\"AnnotationPage\",\"startIndex\":0,\"items\":["
    )?;
    let mut is_first = true;
    for (document, findings) in review.documents().iter().zip(articles) {
        let article = &*document.article;
        let points = CodePoints::new(&article.text);
        for (number, mention) in findings.mentions.iter().enumerate() {
            file.write_all(if is_first { b"\n" } else { b",\n" })?;
            is_first = false;
            let place = Place {
                article,
                findings,
                points: &points,
            };
            let annotation = annotation(review, place, number, mention);
            serde_json::to_writer(&mut *file, &annotation)?;
        }
    }
    file.write_all(b"\n]}}\n")
}

/// The article that an annotation is about.
#[derive(Clone, Copy)]
struct Place<'a> {
    article: &'a Article,
    findings: &'a ArticleFindings,
    points: &'a CodePoints<'a>,
}

fn annotation(review: &Review, place: Place<'_>, number: usize, mention: &Mention) -> Value {
    let Place {
        article, points, ..
    } = place;
    let mut source = json!({
        "id": format!("urn:crossread:article:{}", article.id),
        "type": "Text",
        "format": "text/plain",
        "label": article.title,
        "language": article.language,
        "via": article.url,
    });
    if let Some(fields) = source.as_object_mut() {
        fields.retain(|_, value| !value.is_null());
    }
    json!({
        "id": format!("urn:crossread:article:{}:mention:{number}", article.id),
        "type": "Annotation",
        "motivation": "identifying",
        "body": bodies(review, place, mention),
        "target": {
            "source": source,
            "selector": [
                {
                    "type": "TextPositionSelector",
                    "start": points.at(mention.span.start),
                    "end": points.at(mention.span.end),
                },
                quote(&article.text, mention.span),
            ],
        },
    })
}

/// What the highlight says: its kind, the name it stands for, the days of a date.
fn bodies(review: &Review, place: Place<'_>, mention: &Mention) -> Vec<Value> {
    let body = |purpose: &str, value: &str| json!({ "type": "TextualBody", "purpose": purpose, "value": value });
    let mut bodies = vec![body(
        "classifying",
        &Highlight::from(mention.kind).name().to_lowercase(),
    )];
    if let Some(entity) = mention.entity.and_then(|id| review.analysis().entity(id)) {
        bodies.push(body("identifying", &entity.name));
    }
    if let Some(time) = time_of(place.findings, mention) {
        bodies.push(body("identifying", &time.value));
    }
    bodies
}

fn quote(text: &str, span: Span) -> Value {
    let before = text.get(..span.start).unwrap_or_default();
    let after = text.get(span.end..).unwrap_or_default();
    let mut prefix: Vec<char> = before.chars().rev().take(CONTEXT_CHARS).collect();
    prefix.reverse();
    json!({
        "type": "TextQuoteSelector",
        "exact": span.of(text),
        "prefix": prefix.into_iter().collect::<String>(),
        "suffix": after.chars().take(CONTEXT_CHARS).collect::<String>(),
    })
}
