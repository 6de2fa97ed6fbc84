//! The speaker in what is said: whom "I" in a quotation and "he" in "Reed said he would go" mean.

use crate::language::Word;
use crate::language::lexicon::{self, Sex};
use crate::model::{Attribution, EntityId, Mention, MentionKind, Span};

use super::super::Text;
use super::actors::Actor;
use super::unit::Page;

/// The person who says it, where the word stands for who speaks. In reported words "he" is the speaker
/// unless they name another man before.
pub(super) fn meant(page: &Page<'_>, attribution: Option<usize>, word: &Word) -> Option<Actor> {
    let text = &page.text;
    let attribution = text.findings.attributions.get(attribution?)?;
    let own = word.span.of(&text.article.text).to_lowercase();
    let is_quoted = page.is_quoted(word.span);
    let sex = match own.as_str() {
        "i" if is_quoted => None,
        "he" if !is_quoted => Some(Sex::Male),
        "she" if !is_quoted => Some(Sex::Female),
        _ => return None,
    };
    let speaker = attribution.entity.filter(|speaker| {
        let source = attribution.source.map(|at| text.findings.mentions_in(at));
        let mut near = source.into_iter().flatten();
        near.any(|mention| is_of(mention, *speaker))
    })?;
    let is_meant = sex.is_none_or(|sex| {
        may_be(text, speaker, sex) && !names_another(text, attribution, speaker, word.span)
    });
    is_meant.then_some(Actor::Person(speaker))
}

fn is_of(mention: &Mention, person: EntityId) -> bool {
    mention.kind == MentionKind::Person && mention.entity == Some(person)
}

/// Whether nothing in the article tells that the person is of the other sex.
fn may_be(text: &Text<'_>, person: EntityId, sex: Sex) -> bool {
    let mentions = text.findings.mentions.iter();
    let told = mentions
        .filter(|mention| is_of(mention, person))
        .filter_map(|mention| {
            let words = mention.span.of(&text.article.text);
            match words.to_lowercase().as_str() {
                "he" | "him" | "his" => return Some(Sex::Male),
                "she" | "her" => return Some(Sex::Female),
                _ => {}
            }
            let before = text.article.text.get(..mention.span.start)?.trim_end();
            match before.rsplit(char::is_whitespace).next()? {
                "Mr." | "Mr" => return Some(Sex::Male),
                "Mrs." | "Mrs" | "Ms." | "Ms" | "Miss" => return Some(Sex::Female),
                _ => {}
            }
            let (given, _) = words.split_once(' ')?;
            Some(lexicon::given_name(given)?.sex)
        });
    let mut told = told.filter(|told| *told != Sex::Either);
    told.all(|told| told == sex)
}

/// Whether the reported words name another person before this one of them.
fn names_another(
    text: &Text<'_>,
    attribution: &Attribution,
    speaker: EntityId,
    word: Span,
) -> bool {
    let start = attribution.content_hull().start;
    let before = Span::new(start.min(word.start), word.start);
    let mut near = text.findings.mentions_in(before).iter();
    near.any(|mention| mention.kind == MentionKind::Person && mention.entity != Some(speaker))
}
