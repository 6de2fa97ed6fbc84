//! Whom a description means that is the source of an attribution: "the Iraqi premier", "the group".

use super::roles;
use super::sources::Reading;
use crate::language::lexicon::{self, OrganisationKind};
use crate::model::{EntityId, MentionKind, Span};

/// How many times as often one bearer of a title is named as the nearest one, to be meant in its place.
const FAR_MORE: usize = 4;

impl Reading<'_> {
    /// "the premier", "the Iraqi premier", "the group", "the society".
    pub(super) fn described(&self, source: Span, words: &str) -> Option<(EntityId, f32)> {
        let phrase = ["the ", "this ", "that ", "its ", "his ", "her ", "their "]
            .iter()
            .find_map(|start| words.strip_prefix(start))?;
        let words: Vec<&str> = phrase.split_whitespace().collect();
        if words.len() > 3 {
            return None;
        }
        let head = *words.last()?;
        self.described_person(source, &words)
            .or_else(|| self.described_body(source, head))
    }

    pub(super) fn described_person(&self, source: Span, words: &[&str]) -> Option<(EntityId, f32)> {
        let titled = (0..words.len()).find_map(|from| {
            let phrase = words.get(from..)?.join(" ");
            let is_title = lexicon::titles(&phrase).next().is_some();
            is_title.then_some(phrase)
        });
        let description = titled?;
        let roles = || roles::of_article(self.document, self.findings);
        let roles = self.roles.get_or_init(roles);
        let bearers: Vec<EntityId> = roles
            .iter()
            .filter(|(_, roles)| roles.iter().any(|role| roles::fits(&description, role)))
            .map(|(entity, _)| *entity)
            .collect();
        let nearest = self
            .before(source)
            .filter_map(|mention| mention.entity)
            .find(|entity| bearers.contains(entity))?;
        let mentions = |entity: EntityId| {
            let mentions = self.findings.mentions.iter();
            mentions
                .filter(|mention| mention.entity == Some(entity))
                .count()
        };
        // Who is named in passing is not whom the article calls by the title alone.
        let most = bearers
            .iter()
            .copied()
            .max_by_key(|entity| mentions(*entity));
        let meant = most
            .filter(|most| mentions(*most) >= FAR_MORE * mentions(nearest))
            .unwrap_or(nearest);
        Some((meant, if bearers.len() == 1 { 0.85 } else { 0.6 }))
    }

    fn described_body(&self, source: Span, head: &str) -> Option<(EntityId, f32)> {
        let is_for_any = ANY_BODY.contains(&head);
        if !is_for_any && lexicon::organisation_words(head).next().is_none() {
            return None;
        }
        let mut before = self
            .before(source)
            .filter(|mention| mention.kind == MentionKind::Organisation);
        let entities = self.known.entities;
        let has_word = |name: &String| {
            let name = name.to_lowercase();
            name.split_whitespace().any(|word| word == head)
        };
        let bears_word = |entity: EntityId| {
            let entity = entities.get(entity.0 as usize);
            entity.is_some_and(|e| has_word(&e.name) || e.aliases.iter().any(has_word))
        };
        if let Some(entity) = before
            .clone()
            .filter_map(|mention| mention.entity)
            .find(|entity| bears_word(*entity))
        {
            return Some((entity, 0.85));
        }
        if !is_for_any && !matches!(head, "party" | "movement" | "agency") {
            return None;
        }
        let nearest = before.find_map(|mention| mention.entity)?;
        let name = &entities.get(nearest.0 as usize)?.name;
        can_be_called(name, head).then_some((nearest, 0.6))
    }
}

/// Words that may mean a body of any kind.
const ANY_BODY: [&str; 5] = ["group", "organisation", "organization", "company", "firm"];

/// Words at the end of names that no "group" bears.
const NO_GROUP: [&str; 14] = [
    "academy",
    "church",
    "college",
    "court",
    "department",
    "hospital",
    "house",
    "institute",
    "ministry",
    "museum",
    "parliament",
    "school",
    "senate",
    "university",
];

/// Whether a body of this name may be meant by a word for bodies: "the party" is no "High School".
fn can_be_called(name: &str, head: &str) -> bool {
    let name = name.to_lowercase();
    let own = name
        .split_whitespace()
        .rfind(|word| lexicon::organisation_words(word).next().is_some());
    let Some(own) = own else { return true };
    let is = |kind: OrganisationKind| lexicon::organisation_words(own).any(|one| one.kind == kind);
    match head {
        "party" => is(OrganisationKind::Party),
        "company" | "firm" => is(OrganisationKind::Company) || is(OrganisationKind::Media),
        _ => !NO_GROUP.contains(&own),
    }
}

#[cfg(test)]
mod tests {
    use super::can_be_called;

    #[test]
    fn a_word_for_bodies_fits_the_name() {
        assert!(can_be_called("Coastal Front", "group"));
        assert!(can_be_called("Coastal Front", "party"));
        assert!(can_be_called("Corvus", "company"));
        assert!(!can_be_called("Pellwick High School", "group"));
        assert!(!can_be_called("Pellwick House", "party"));
    }
}
