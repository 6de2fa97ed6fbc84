//! What the reader wrote and changed.

use maud::{Markup, html};

use crate::review::{About, Act, Note, Notes, Review};
use crate::view::{labels, wording};

/// Notes and tags with what they are about; `None` when there are none.
pub(super) fn body(review: &Review) -> Option<Markup> {
    let notes = Notes::of(review.ledger().note_acts());
    if notes.is_empty() {
        return None;
    }
    Some(html! {
        p.about { "Written by the reader of this collection." }
        ul.plain {
            @for (about, note) in notes.iter() {
                (line(review, about, note))
            }
        }
    })
}

fn line(review: &Review, about: &About, note: &Note) -> Markup {
    let (kind, words) = match about {
        About::Article(id) => ("Article", labels::title(review, id).clone()),
        About::Entity(entity) => ("Name", entity.name.clone()),
        About::Claim(claim) => (
            "Claim",
            wording::quoted(&wording::shortened(claim.words(), 240)),
        ),
        About::Passage(quote) => (
            "Passage",
            wording::quoted(&wording::shortened(&quote.words, 240)),
        ),
    };
    html! {
        li {
            p.small { (kind) ": " span.quoted { bdi { (words) } } }
            @for paragraph in note.text.lines().filter(|line| !line.trim().is_empty()) {
                p { bdi { (paragraph) } }
            }
            @if !note.tags.is_empty() {
                p.small { "Tags: " bdi { (note.tags.iter().cloned().collect::<Vec<_>>().join(", ")) } }
            }
        }
    }
}

/// The corrections that stand; `None` when there are none.
pub(super) fn corrections(review: &Review) -> Option<Markup> {
    let acts = review.ledger().standing().iter().map(|entry| &entry.act);
    let done: Vec<String> = acts
        .filter(|act| matches!(act, Act::Correct(_)))
        .map(wording::act)
        .collect();
    if done.is_empty() {
        return None;
    }
    Some(html! {
        p.about {
            "The reader corrected what the program had found. This report shows the collection with "
            "these corrections."
        }
        ol {
            @for act in &done {
                li { bdi { (act) } }
            }
        }
    })
}
