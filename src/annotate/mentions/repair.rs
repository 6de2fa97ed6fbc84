//! Names that the tags tore apart or cut short, put together again: "Communist Party of" +
//! "Sri Lanka", "Portuguese" + "Communist Party", "T. W." + "Hook & Co.", "Maanshan Nuclear Power" +
//! "Plant".
//!
//! Goes by the form of the names alone: their last words, capitals, and what stands between them.

use std::collections::BTreeSet;
use std::sync::OnceLock;

use super::endings;
use crate::language::lexicon::{self, OrganisationKind};
use crate::language::{Parsed, Upos};
use crate::model::{Mention, MentionKind, Span};

/// How far a name is lengthened over words that no tag covers, in words.
const ADDED_WORDS_MAX: usize = 3;

/// Puts names together; `mentions` are in order and do not overlap.
pub(super) fn repaired(text: &str, parsed: &Parsed, mentions: Vec<Mention>) -> Vec<Mention> {
    let mut whole: Vec<Mention> = Vec::with_capacity(mentions.len());
    for next in mentions {
        let joined = whole
            .last()
            .and_then(|last| joined(text, parsed, last, &next));
        match (joined, whole.last_mut()) {
            (Some(joined), Some(last)) => *last = joined,
            _ => whole.push(next),
        }
    }
    let starts: Vec<usize> = whole.iter().map(|mention| mention.span.start).collect();
    let limits = starts.iter().skip(1).copied().chain([text.len()]);
    for (mention, limit) in whole.iter_mut().zip(limits) {
        lengthen(text, parsed, mention, limit);
        endings::saint(text, mention, limit);
        endings::facility(text, mention);
        endings::syllable(text, mention, limit);
        endings::firm(text, mention, limit);
        endings::site(text, mention);
        endings::over_bracket(text, mention, limit);
        cut_loose_end(text, mention);
        endings::cut_model(text, mention);
    }
    whole.retain(|mention| !mention.span.is_empty());
    let acronyms = acronyms(text, &whole);
    whole.extend(acronyms);
    whole.sort_by_key(|mention| mention.span);
    whole
}

/// "Farmers' Union of the North (FUN)": the letters in brackets behind a name are its own.
fn acronyms(text: &str, mentions: &[Mention]) -> Vec<Mention> {
    let starts = mentions.iter().skip(1).map(|mention| mention.span.start);
    let limits = starts.chain([text.len()]);
    mentions
        .iter()
        .zip(limits)
        .filter(|(mention, _)| mention.kind == MentionKind::Organisation)
        .filter_map(|(mention, limit)| {
            let inner = bracketed(text.get(mention.span.end..)?.strip_prefix(' ')?)?;
            let start = mention.span.end + 2;
            let span = Span::new(start, start + inner.len());
            let is_acronym = inner.len() > 1
                && inner.chars().filter(|c| c.is_uppercase()).count() > 1
                && inner
                    .chars()
                    .all(|c| c.is_alphabetic() || c == '.' || c == '-')
                && inner.starts_with(mention.span.of(text).chars().find(|c| c.is_uppercase())?);
            (is_acronym && span.end <= limit).then(|| Mention {
                span,
                ..mention.clone()
            })
        })
        .collect()
}

/// The few letters in brackets that a text starts with.
pub(super) fn bracketed(text: &str) -> Option<&str> {
    const LETTERS_MAX: usize = 8;
    let inner = text.strip_prefix('(')?;
    let (end, _) = inner
        .char_indices()
        .take(LETTERS_MAX + 1)
        .find(|(_, c)| *c == ')')?;
    inner.get(..end).filter(|inner| !inner.is_empty())
}

/// Two names as one, if they are.
fn joined(text: &str, parsed: &Parsed, last: &Mention, next: &Mention) -> Option<Mention> {
    let gap = text.get(last.span.end..next.span.start)?;
    if gap.contains('\n') || parsed.sentence_at(last.span) != parsed.sentence_at(next.span) {
        return None;
    }
    let kind = joined_kind(
        (last.kind, last.span.of(text)),
        gap,
        (next.kind, next.span.of(text)),
    )?;
    Some(Mention {
        span: last.span.hull(next.span),
        kind,
        confidence: last.confidence.max(next.confidence),
        ..last.clone()
    })
}

/// The kind of the name that two names make, if they make one.
fn joined_kind(
    (left, left_words): (MentionKind, &str),
    gap: &str,
    (right, right_words): (MentionKind, &str),
) -> Option<MentionKind> {
    use MentionKind::{Group, Organisation, Person, Place};
    let named = |kind| matches!(kind, Person | Organisation | Place | Group);
    if !named(left) || !named(right) {
        return None;
    }
    let link = last_word(left_words);
    // "Union for" + "French Democracy", "United States of" + "America".
    if matches!(gap, " " | " the ") && matches!(link, "of" | "for" | "on") && left_words != link {
        return Some(left);
    }
    // "Department of Roads and" + "Bridges".
    if gap == " " && link == "and" && left == Organisation && right == Organisation {
        let takes_list = [" of ", " for "].iter().any(|of| left_words.contains(of));
        return takes_list.then_some(Organisation);
    }
    // "City of Corran", "Alliance for Italy".
    let binds = matches!(gap, " of " | " of the " | " for " | " for the " | " on ");
    if binds && matches!(right, Organisation | Place | Group) {
        return match left {
            Organisation if ends_organisation(left_words) => Some(Organisation),
            Place if right == Place && gap == " of " && ends_place(left_words) => Some(Place),
            _ => None,
        };
    }
    // "Stoke-under-Lyne".
    let linked = gap.strip_prefix('-').and_then(|gap| gap.strip_suffix('-'));
    if linked
        .is_some_and(|link| (2..=6).contains(&link.len()) && link.chars().all(char::is_lowercase))
    {
        return Some(if right == Place { Place } else { left });
    }
    // "Caliber.Az": the name of a site.
    let is_domain = (2..=4).contains(&right_words.len())
        && right_words.chars().all(char::is_alphabetic)
        && !left_words.contains(' ');
    if gap == "." && is_domain {
        return Some(Organisation);
    }
    // "Washington, D.C."
    if gap == ", " && left == Place && matches!(right_words, "D.C." | "D.C" | "DC") {
        return Some(Place);
    }
    // "Stell & Rowe": two surnames are a firm, two given names a couple.
    let is_surname = |words: &str| !words.contains(' ') && lexicon::given_name(words).is_none();
    if gap == " & "
        && matches!(
            (left, right),
            (Person | Organisation, Person | Organisation)
        )
        && is_surname(left_words)
        && is_surname(right_words)
    {
        return Some(Organisation);
    }
    if gap != " " {
        return None;
    }
    // "T. W." + "Hook & Co."
    if left == Person && is_initials(left_words) && right != Place {
        return Some(right);
    }
    match (left, right) {
        (Group | Place, Organisation) if ends_organisation(right_words) => Some(Organisation),
        (Organisation, Organisation) => Some(Organisation),
        _ => None,
    }
}

/// Lengthens a name over capitalised words that end names of its kind: "Ontario Liberal" + "Party".
fn lengthen(text: &str, parsed: &Parsed, mention: &mut Mention, limit: usize) {
    let Some(last) = parsed.words_in(mention.span).last() else {
        return;
    };
    let longest = (1..=ADDED_WORDS_MAX).rev().find_map(|count| {
        let added = last + 1..last + 1 + count;
        let span = parsed.span_of(added.clone());
        let fits = span.end <= limit
            && parsed.sentence_of(last) == parsed.sentence_of(last + count)
            && added.clone().all(|index| follows(text, parsed, index));
        fits.then(|| span.of(text))
            .and_then(|words| lengthened_kind(mention, text, words))
            .map(|kind| (span.end, kind))
    });
    if let Some((end, kind)) = longest {
        mention.span = Span::new(mention.span.start, end);
        mention.kind = kind;
    }
}

/// Whether the word continues a name: capitalised, a noun, right behind the word before it.
fn follows(text: &str, parsed: &Parsed, index: usize) -> bool {
    let (Some(before), Some(word)) = (
        index.checked_sub(1).and_then(|before| parsed.word(before)),
        parsed.word(index),
    ) else {
        return false;
    };
    matches!(word.upos, Upos::Propn | Upos::Noun | Upos::Adj)
        && word.span.of(text).starts_with(char::is_uppercase)
        && text.get(before.span.end..word.span.start) == Some(" ")
}

/// The kind of the name with these words added; `None` if they end no name of such a kind.
fn lengthened_kind(mention: &Mention, text: &str, added: &str) -> Option<MentionKind> {
    use MentionKind::{Group, Organisation, Place};
    let is_shouted = added.chars().all(|c| !c.is_lowercase());
    if is_shouted || mention.span.of(text).chars().all(|c| !c.is_lowercase()) && added.len() > 24 {
        return None;
    }
    match mention.kind {
        Place if ends_place(added) => Some(Place),
        Organisation if ends_place(added) => Some(Place),
        Organisation | Place | Group if ends_organisation(added) => Some(Organisation),
        Organisation | Place if ends_outlet(added) => Some(Organisation),
        _ => None,
    }
}

/// "World Bank and", "African National Congress s": what hangs on a name without belonging to it.
fn cut_loose_end(text: &str, mention: &mut Mention) {
    loop {
        let words = mention.span.of(text);
        let last = last_word(words);
        let is_loose = matches!(
            last,
            "of" | "for" | "and" | "the" | "in" | "on" | "at" | "to" | "with" | "&" | "s"
        );
        let Some(rest) = words.strip_suffix(last).filter(|_| is_loose) else {
            return;
        };
        let end = mention.span.start + rest.trim_end().len();
        mention.span = Span::new(mention.span.start, end);
    }
}

fn last_word(words: &str) -> &str {
    words.rsplit(' ').next().unwrap_or_default()
}

/// "T. W.": nothing but initials with full stops.
fn is_initials(words: &str) -> bool {
    words
        .split(' ')
        .all(|word| word.ends_with('.') && word.chars().filter(|c| c.is_alphabetic()).count() == 1)
}

/// Whether a name with this last word is one of an organisation.
pub(super) fn ends_organisation(words: &str) -> bool {
    lexicon::organisation_words(last_word(words)).any(|word| word.kind != OrganisationKind::Media)
}

/// Whether a name with this last word is one of a newspaper or station.
fn ends_outlet(words: &str) -> bool {
    lexicon::organisation_words(last_word(words)).any(|word| word.kind == OrganisationKind::Media)
}

/// Whether a name with this last word is one of a place.
pub(super) fn ends_place(words: &str) -> bool {
    static WORDS: OnceLock<BTreeSet<&'static str>> = OnceLock::new();
    let table = WORDS.get_or_init(|| {
        include_str!("../../../assets/lexicon/place_words.tsv")
            .lines()
            .filter(|line| !line.starts_with('#'))
            .filter_map(|line| line.split('\t').next())
            .collect()
    });
    table.contains(last_word(words).to_lowercase().as_str())
}

#[cfg(test)]
mod tests {
    use super::joined_kind;
    use crate::model::MentionKind::{Group, Organisation, Person, Place};

    #[test]
    fn torn_names_are_one() {
        let kind = |left, gap, right| joined_kind(left, gap, right);
        assert_eq!(
            kind(
                (Organisation, "Communist Party of"),
                " ",
                (Place, "Sri Lanka")
            ),
            Some(Organisation)
        );
        assert_eq!(
            kind(
                (Group, "Portuguese"),
                " ",
                (Organisation, "Communist Party")
            ),
            Some(Organisation)
        );
        assert_eq!(
            kind((Place, "City"), " of ", (Place, "Corran")),
            Some(Place)
        );
        assert_eq!(
            kind((Person, "T. W."), " ", (Organisation, "Hook & Co.")),
            Some(Organisation)
        );
    }

    #[test]
    fn names_beside_each_other_stay_two() {
        let kind = |left, gap, right| joined_kind(left, gap, right);
        assert_eq!(
            kind((Group, "Lebanese"), " ", (Organisation, "Al-Mayadeen")),
            None
        );
        assert_eq!(
            kind((Organisation, "Reuters"), " of ", (Place, "London")),
            None
        );
        assert_eq!(kind((Place, "Iraq"), " ", (Place, "Syria")), None);
    }
}
