//! Tags of the closed lists on disk: each is written as its place in the list.

use serde::{Deserialize, Deserializer, Serializer, de::Error};

use super::tags::{SUBTYPES, TAGS};

/// All tags: none, then parts of speech with inflection, then subtypes of relations.
fn all() -> impl Iterator<Item = &'static str> {
    let tags = TAGS.iter().map(|(tag, _)| *tag);
    std::iter::once("")
        .chain(tags)
        .chain(SUBTYPES.iter().copied())
}

/// Writes a tag.
pub(crate) fn serialize<S: Serializer>(tag: &&'static str, to: S) -> Result<S::Ok, S::Error> {
    let place = all().position(|known| known == *tag).unwrap_or(0);
    to.serialize_u8(place as u8)
}

/// Reads a tag.
pub(crate) fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<&'static str, D::Error> {
    let place = u8::deserialize(from)?;
    all()
        .nth(usize::from(place))
        .ok_or_else(|| D::Error::custom("no such tag"))
}

#[cfg(test)]
mod tests {
    use super::all;

    #[test]
    fn every_tag_has_a_place_of_its_own() {
        let tags: Vec<&str> = all().collect();
        let distinct: std::collections::BTreeSet<&&str> = tags.iter().collect();
        assert_eq!(distinct.len(), tags.len());
        assert!(tags.len() < 256);
    }
}
