//! What a screen shows, as plain data, and the words in which it is said. Draws nothing.
//!
//! One module per screen; [`wording`] holds every sentence that is made from a value.

pub mod claims;
pub mod compare;
pub mod evidence;
pub mod help;
mod highlight;
pub mod labels;
pub mod licences;
mod meant;
pub mod numbers;
pub mod people;
pub mod proof;
pub mod quoting;
pub mod read;
pub mod sources;
pub mod statements;
pub mod tellings;
pub mod timeline;
pub mod wording;

pub use highlight::Highlight;

use crate::model::{Article, Claim, Interval};
use crate::review::Review;

pub use people::words_around;

/// Whether an article was published within these days; without days every article is.
pub fn is_within(article: &Article, days: Option<Interval>) -> bool {
    days.is_none_or(|days| {
        let published = article.published.value;
        published.is_some_and(|day| days.overlaps(Interval::day(day)))
    })
}

/// Whether an article of this story, by position, tells a claim; without a story every claim is
/// told.
pub fn is_of_story(review: &Review, claim: &Claim, story: Option<usize>) -> bool {
    story.is_none_or(|story| {
        let index = review.index();
        let mut told = claim.mentions.iter().filter_map(|mention| {
            let at = index.position(&mention.article)?;
            index.story_of.get(at)
        });
        told.any(|other| *other == story)
    })
}
