//! What is written right beside a name and makes it longer, shorter or another kind of name: "& Co.",
//! "St.", letters in brackets, the number of a model.

use super::repair::{bracketed, ends_organisation, ends_place};
use crate::model::{Mention, MentionKind, Span};

/// "T. W. Hook" & Co., "Bellamy Bros.": what is written behind a surname makes it a firm.
pub(super) fn firm(text: &str, mention: &mut Mention, limit: usize) {
    const ENDINGS: [&str; 23] = [
        " & Co.",
        " & Co",
        " & Sons",
        " & Son",
        " and Sons",
        " Bros.",
        " Bros",
        " Ltd.",
        " Ltd",
        " LLP",
        " LLC",
        " Inc.",
        " Inc",
        " plc",
        " PLC",
        " GmbH",
        " Corp.",
        " Corp",
        " S.A.",
        " AG",
        " L.L.P.",
        " L.L.C.",
        " L.P.",
    ];
    if !matches!(
        mention.kind,
        MentionKind::Person | MentionKind::Organisation | MentionKind::Place
    ) {
        return;
    }
    let words = mention.span.of(text);
    let is_firm = ENDINGS.iter().any(|ending| words.ends_with(ending));
    let behind = text.get(mention.span.end..).unwrap_or_default();
    let added = ENDINGS
        .iter()
        .find(|ending| {
            behind
                .strip_prefix(**ending)
                .is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
        })
        .map_or(0, |ending| ending.len());
    if (is_firm || added > 0) && mention.span.end + added <= limit {
        mention.span = Span::new(mention.span.start, mention.span.end + added);
        mention.kind = MentionKind::Organisation;
    }
}

/// "Caliber.Az", of which only the ending was tagged: the name of a site.
pub(super) fn site(text: &str, mention: &mut Mention) {
    let ending = mention.span.of(text);
    let before = text.get(..mention.span.start).unwrap_or_default();
    let Some(rest) = before.strip_suffix('.') else {
        return;
    };
    let length: usize = rest
        .chars()
        .rev()
        .take_while(|c| c.is_alphanumeric())
        .map(char::len_utf8)
        .sum();
    let start = rest.len() - length;
    let is_ending = (2..=4).contains(&ending.len())
        && ending.chars().all(char::is_alphabetic)
        && ending.ends_with(char::is_lowercase);
    let is_name = rest
        .get(start..)
        .is_some_and(|name| name.len() > 2 && name.starts_with(char::is_uppercase));
    if is_ending && is_name {
        mention.span = Span::new(start, mention.span.end);
        mention.kind = MentionKind::Organisation;
    }
}

/// "JD(S)": letters in brackets that touch the name belong to it.
pub(super) fn over_bracket(text: &str, mention: &mut Mention, limit: usize) {
    let behind = text.get(mention.span.end..).unwrap_or_default();
    let inner =
        bracketed(behind).filter(|inner| inner.len() <= 4 && inner.chars().all(char::is_uppercase));
    let end = mention.span.end + inner.map_or(0, |inner| inner.len() + 2);
    if mention.kind == MentionKind::Organisation && end <= limit {
        mention.span = Span::new(mention.span.start, end);
    }
}

/// "Corvus A330", "Corvus Flight" 447: what a firm makes or flies is not the firm.
pub(super) fn cut_model(text: &str, mention: &mut Mention) {
    if mention.kind != MentionKind::Organisation {
        return;
    }
    let words = mention.span.of(text);
    let Some((firm, last)) = words.rsplit_once(' ') else {
        return;
    };
    let is_code = last.starts_with(char::is_uppercase)
        && last.chars().filter(char::is_ascii_digit).count() > 1
        && last
            .chars()
            .all(|c| c.is_uppercase() || c.is_ascii_digit() || c == '-');
    let behind = text.get(mention.span.end..).unwrap_or_default();
    let is_flight = last == "Flight"
        && behind
            .strip_prefix(' ')
            .is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()));
    if is_code || is_flight {
        mention.span = Span::new(mention.span.start, mention.span.start + firm.len());
    }
}

/// "St. Brannoc's College": what is named after a saint is no person.
pub(super) fn saint(text: &str, mention: &mut Mention, limit: usize) {
    let before = text.get(..mention.span.start).unwrap_or_default();
    let Some(title) = ["St. ", "St ", "Saint "]
        .iter()
        .find(|title| before.ends_with(**title))
        .filter(|_| mention.kind == MentionKind::Person)
    else {
        return;
    };
    let behind = text.get(mention.span.end..).unwrap_or_default();
    let rest = ["'s ", "’s ", " "]
        .iter()
        .find_map(|link| behind.strip_prefix(link));
    let Some(word) = rest.and_then(|rest| rest.split([' ', ',', '.', ';', '\n']).next()) else {
        return;
    };
    let end = mention.span.end + behind.find(word).unwrap_or_default() + word.len();
    let is_capital = word.starts_with(char::is_uppercase);
    if !is_capital || end > limit {
        return;
    }
    if ends_organisation(word) || ends_place(word) {
        mention.kind = if ends_organisation(word) {
            MentionKind::Organisation
        } else {
            MentionKind::Place
        };
        mention.span = Span::new(mention.span.start - title.len(), end);
    }
}

/// "Seo Min-jun", of which the end was left out: the second part of a given name is written small. "The
/// Ilka Sund-led council" has none.
pub(super) fn syllable(text: &str, mention: &mut Mention, limit: usize) {
    const LENGTH_MAX: usize = 5;
    const QUALIFIERS: [&str; 16] = [
        "aged", "aided", "based", "born", "built", "era", "held", "led", "level", "like", "made",
        "owned", "run", "style", "type", "wing",
    ];
    let words = mention.span.of(text);
    let behind = text.get(mention.span.end..).unwrap_or_default();
    let Some((_, last)) = words
        .rsplit_once(' ')
        .filter(|_| mention.kind == MentionKind::Person)
    else {
        return;
    };
    let part = behind.strip_prefix('-').unwrap_or_default();
    let length = part
        .find(|c: char| !c.is_ascii_lowercase())
        .unwrap_or(part.len());
    let part = part.get(..length).unwrap_or_default();
    let follows_letter = behind
        .get(length + 1..)
        .is_some_and(|rest| rest.starts_with(|c: char| c.is_alphanumeric() || c == '-'));
    let end = mention.span.end + 1 + length;
    let is_part = (2..=LENGTH_MAX).contains(&length)
        && last.chars().count() <= LENGTH_MAX
        && !QUALIFIERS.contains(&part)
        && !follows_letter;
    if is_part && end <= limit {
        mention.span = Span::new(mention.span.start, end);
    }
}

/// "King Harald Airbase", "Ilka Sund Hospital": what is named after a person is none.
pub(super) fn facility(text: &str, mention: &mut Mention) {
    const PLACES: [&str; 11] = [
        "Airbase",
        "Airfield",
        "Airport",
        "Boulevard",
        "Cemetery",
        "Garden",
        "Gardens",
        "Highway",
        "Memorial",
        "Monument",
        "Stadium",
    ];
    const BODIES: [&str; 10] = [
        "Academy",
        "Battalion",
        "Brigade",
        "Clinic",
        "Foundation",
        "Hospital",
        "Institute",
        "Museum",
        "Regiment",
        "University",
    ];
    const TITLES: [&str; 5] = ["King ", "Queen ", "Prince ", "Princess ", "President "];
    let words = mention.span.of(text);
    let Some((_, last)) = words
        .rsplit_once(' ')
        .filter(|_| mention.kind == MentionKind::Person)
    else {
        return;
    };
    let kind = if PLACES.contains(&last) {
        MentionKind::Place
    } else if BODIES.contains(&last) {
        MentionKind::Organisation
    } else {
        return;
    };
    let before = text.get(..mention.span.start).unwrap_or_default();
    let title = TITLES.iter().find(|title| before.ends_with(**title));
    let start = mention.span.start - title.map_or(0, |title| title.len());
    mention.span = Span::new(start, mention.span.end);
    mention.kind = kind;
}

#[cfg(test)]
mod tests {
    use super::{cut_model, facility, firm, syllable};
    use crate::model::{Mention, MentionKind, MentionReason, Span};

    fn mention(words: &str, kind: MentionKind) -> Mention {
        Mention {
            span: Span::new(0, words.len()),
            kind,
            entity: None,
            named: Some(true),
            confidence: 0.9,
            why: MentionReason::Model,
        }
    }

    #[test]
    fn what_a_firm_makes_or_flies_is_not_the_firm() {
        let cut = |text: &str, name: &str| {
            let mut mention = mention(name, MentionKind::Organisation);
            cut_model(text, &mut mention);
            mention.span.of(text).to_owned()
        };
        assert_eq!(cut("Corvus A330 jets", "Corvus A330"), "Corvus");
        assert_eq!(
            cut("Air Corran Flight 447", "Air Corran Flight"),
            "Air Corran"
        );
        assert_eq!(cut("Radio 4 said", "Radio 4"), "Radio 4");
    }

    #[test]
    fn what_is_named_after_a_person_is_none() {
        let read = |text: &str, name: &str| {
            let start = text.find(name).expect("in the text");
            let mut mention = mention(name, MentionKind::Person);
            mention.span = Span::new(start, start + name.len());
            facility(text, &mut mention);
            (mention.span.of(text).to_owned(), mention.kind)
        };
        assert_eq!(
            read("at King Harald II Airbase on", "Harald II Airbase"),
            ("King Harald II Airbase".to_owned(), MentionKind::Place)
        );
        assert_eq!(
            read("the Ilka Sund Hospital", "Ilka Sund Hospital").1,
            MentionKind::Organisation
        );
        assert_eq!(read("by Ilka Bridge", "Ilka Bridge").1, MentionKind::Person);
    }

    #[test]
    fn the_small_part_of_a_given_name_belongs_to_it() {
        let read = |text: &str, name: &str| {
            let mut mention = mention(name, MentionKind::Person);
            syllable(text, &mut mention, text.len());
            mention.span.of(text).to_owned()
        };
        assert_eq!(read("Seo Min-jun sang", "Seo Min"), "Seo Min-jun");
        assert_eq!(read("Ilka Sund-led talks", "Ilka Sund"), "Ilka Sund");
        assert_eq!(read("Ilka Sund-Marlow sang", "Ilka Sund"), "Ilka Sund");
    }

    #[test]
    fn legal_endings_make_a_firm() {
        let text = "Lind L.L.P., a firm";
        let mut name = mention("Lind", MentionKind::Person);
        firm(text, &mut name, text.len());
        assert_eq!(name.span.of(text), "Lind L.L.P.");
        assert_eq!(name.kind, MentionKind::Organisation);
    }
}
