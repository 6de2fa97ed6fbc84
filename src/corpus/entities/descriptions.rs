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
        // "His Majesty" is a title as a whole.
        if lexicon::titles(words).next().is_some() {
            return self.described_person(source, &[words]);
        }
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

    /// "Mr. Reed's lawyer": the person whom the article once names so ("Mr. Reed's lawyer, Ilka Sund", "Reed
    /// attorney Ilka Sund", "Ilka Sund, an attorney for Reed").
    pub(super) fn retained(&self, source: Span) -> Option<(EntityId, f32)> {
        let names = self.findings.mentions_in(source).iter();
        let mut owners =
            names.filter(|name| name.kind == MentionKind::Person && source.contains(name.span));
        let owner = owners.next().filter(|_| owners.next().is_none())?;
        let behind = self.text().get(owner.span.end..source.end)?;
        let role = ["'s ", "’s ", "' ", "’ "]
            .iter()
            .find_map(|mark| behind.strip_prefix(mark))?;
        let words = role.split_whitespace().count();
        let is_role = lexicon::titles(role).next().is_some() && words <= 2;
        let person = owner.entity.filter(|_| is_role)?;
        let mut others = self.findings.mentions.iter().filter(|mention| {
            mention.kind == MentionKind::Person
                && mention.named == Some(true)
                && mention.entity.is_some_and(|other| other != person)
        });
        let named = others.find(|mention| self.serves(mention.span, person, role))?;
        named.entity.map(|entity| (entity, 0.8))
    }

    /// Whether the words beside a name tell that its bearer has this role for a person.
    fn serves(&self, name: Span, person: EntityId, role: &str) -> bool {
        const REACH: usize = 60;
        let text = self.text();
        let is_role = |words: &str| {
            let words = words.trim_start_matches(", ").trim_matches([' ', ',']);
            let last = words.split_whitespace().next_back().unwrap_or_default();
            words.split_whitespace().count() <= 3 && roles::fits(role, &last.to_lowercase())
        };
        let near = Span::new(name.start.saturating_sub(REACH), name.end + REACH);
        let mut owners = self.findings.mentions_in(near).iter();
        owners.any(|owner| {
            let is_owner = owner.entity == Some(person);
            // "Reed's lawyer, Ilka Sund", "Reed attorney Ilka Sund".
            let before = text.get(owner.span.end..name.start).filter(|words| {
                let words = words.trim_start_matches(['\'', '’', 's']);
                !words.contains(['.', ';', '\n']) && is_role(words)
            });
            // "Ilka Sund, Mr. Reed's lawyer".
            let link = text.get(name.end..owner.span.start).filter(|words| {
                let title = words.strip_prefix(", ").unwrap_or("?");
                title.is_empty() || lexicon::titles(title.trim_end()).next().is_some()
            });
            let own = || {
                let behind = text.get(owner.span.end..)?;
                let rest = behind
                    .strip_prefix("'s ")
                    .or_else(|| behind.strip_prefix("’s "))?;
                rest.split([',', '.', ' ', '\n']).next()
            };
            // "Ilka Sund, an attorney for Reed".
            let serving = text.get(name.end..owner.span.start).and_then(|words| {
                let words = words.strip_prefix(", ")?.trim_end();
                let (front, _) = words.rsplit_once(" for")?;
                front.split_whitespace().next_back()
            });
            is_owner
                && (before.is_some()
                    || link.and_then(|_| own()).is_some_and(&is_role)
                    || serving.is_some_and(is_role))
        })
    }

    pub(super) fn described_person(&self, source: Span, words: &[&str]) -> Option<(EntityId, f32)> {
        let written = source.of(self.text());
        let titled = (0..words.len()).find_map(|from| {
            let phrase = words.get(from..)?.join(" ");
            // "The MP": letters that are a title in capitals alone.
            let letters = phrase.to_uppercase();
            let is_title = lexicon::titles(&phrase).next().is_some()
                || written.ends_with(&letters) && lexicon::titles(&letters).next().is_some();
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
