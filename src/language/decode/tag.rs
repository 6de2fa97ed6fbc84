//! Tags of the closed lists, a byte each: parts of speech with inflection, subtypes of relations.

use serde::{Deserialize, Serialize};

use super::tags::{SUBTYPES, TAGS};

/// A tag of a closed list, by its place: none, then parts of speech with inflection (Penn Treebank),
/// then subtypes of relations (Universal Dependencies).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Tag(u8);

impl Tag {
    /// No tag.
    pub(crate) const NONE: Self = Self(0);

    /// The tag with this name; none for a name that is on no list.
    pub(crate) fn named(name: &str) -> Self {
        let tags = TAGS.iter().map(|(tag, _)| *tag);
        let mut all = tags.chain(SUBTYPES.iter().copied());
        let place = all.position(|known| known == name);
        Self(place.map_or(0, |place| place as u8 + 1))
    }

    /// Its name; empty for none.
    pub(crate) fn name(self) -> &'static str {
        let Some(place) = usize::from(self.0).checked_sub(1) else {
            return "";
        };
        let tag = TAGS.get(place).map(|(tag, _)| *tag);
        let subtype = || SUBTYPES.get(place - TAGS.len()).copied();
        tag.or_else(subtype).unwrap_or("")
    }
}

#[cfg(test)]
mod tests {
    use super::{SUBTYPES, TAGS, Tag};

    #[test]
    fn every_tag_has_a_place_of_its_own() {
        let tags = TAGS.iter().map(|(tag, _)| *tag);
        for name in tags.chain(SUBTYPES.iter().copied()).chain([""]) {
            assert_eq!(Tag::named(name).name(), name);
        }
        assert_eq!(Tag::named("no such tag"), Tag::NONE);
        assert_eq!(Tag(u8::MAX).name(), "");
        assert!(TAGS.len() + SUBTYPES.len() < usize::from(u8::MAX));
    }
}
