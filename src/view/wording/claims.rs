//! Claims: how surely they are told, and on whose word.

use crate::model::{Certainty, SourceKind};

/// "stated", "hedged" …
pub const fn certainty(certainty: Certainty) -> &'static str {
    match certainty {
        Certainty::Stated => "stated",
        Certainty::Attributed => "on a source’s word",
        Certainty::Hedged => "hedged",
        Certainty::Denied => "denied",
        Certainty::Questioned => "questioned",
    }
}

/// As a cell of the coverage grid: "told", "denied" …
pub const fn certainty_verb(certainty: Certainty) -> &'static str {
    match certainty {
        Certainty::Stated => "told as fact",
        Certainty::Attributed => "told",
        Certainty::Hedged => "hedged",
        Certainty::Denied => "denied",
        Certainty::Questioned => "questioned",
    }
}

/// The course of certainty over time: "hedged, then stated"; "stated and hedged" where the two take
/// turns; at most three steps.
pub fn certainty_course(course: &[Certainty]) -> String {
    let mut steps: Vec<&'static str> = Vec::new();
    for step in course {
        // In a row of steps there is room for one word.
        let word = match step {
            Certainty::Attributed => "reported",
            other => certainty(*other),
        };
        if steps.last() != Some(&word) {
            steps.push(word);
        }
    }
    match steps.as_slice() {
        [first, second, rest @ ..]
            if !rest.is_empty() && rest.iter().all(|step| step == first || step == second) =>
        {
            format!("{first} and {second}")
        }
        [first, _, _, .., last] if last == first => format!("{first}, … then {last} again"),
        [first, _, _, .., last] if steps.len() > 3 => format!("{first}, … then {last}"),
        steps => steps.join(", then "),
    }
}

/// How a source is given, for a claim without a named one.
pub const fn source_kind(kind: SourceKind) -> &'static str {
    match kind {
        SourceKind::Named => "a named person",
        SourceKind::Anonymous => "unnamed",
        SourceKind::Institution => "a body",
        SourceKind::Media => "another outlet",
        SourceKind::Document => "a document",
        SourceKind::Unspecified => "nobody is named",
    }
}

/// Words that stand for somebody whom the text names elsewhere, or nowhere.
const PRONOUNS: [&str; 12] = [
    "he", "she", "they", "it", "we", "i", "who", "whom", "which", "that", "this", "one",
];

/// Whether words only stand for somebody, and name nobody: "he", "many of whom".
pub fn is_pronoun(words: &str) -> bool {
    let is_one = |word: &str| PRONOUNS.iter().any(|one| word.eq_ignore_ascii_case(one));
    let parts = words.rsplit_once(" of ");
    is_one(words)
        || parts.is_some_and(|(part, whole)| {
            !part.contains(' ') && (is_one(whole) || whole.eq_ignore_ascii_case("them"))
        })
}

/// On whose word: "two officials, told Axios"; the article's own voice where there is no source.
/// `known` is the name of the source where it is known who is meant by "he".
pub fn attribution_line(
    source: Option<&str>,
    known: Option<&str>,
    kind: SourceKind,
    via: &[&str],
) -> String {
    let source = match source.filter(|words| is_pronoun(words)) {
        Some(_) => known,
        None => source,
    };
    let who = match source {
        Some(words) if kind == SourceKind::Anonymous => {
            format!("unnamed: “{}”", super::shortened(words, 60))
        }
        Some(words) => super::shortened(words, 60),
        None => source_kind(kind).to_owned(),
    };
    if via.is_empty() {
        who
    } else {
        format!("{who}, via {}", super::list(via))
    }
}

#[cfg(test)]
mod tests {
    use super::{attribution_line, certainty_course};
    use crate::model::Certainty::{Denied, Hedged, Stated};
    use crate::model::SourceKind::{Anonymous, Named, Unspecified};

    #[test]
    fn a_source_is_told_by_its_name_or_as_unnamed_but_never_as_he() {
        let line = |source, known, kind| attribution_line(Some(source), known, kind, &[]);
        assert_eq!(line("He", Some("Jonas Lie"), Named), "Jonas Lie");
        assert_eq!(line("the captain", Some("Jonas Lie"), Named), "the captain");
        assert_eq!(line("they", None, Anonymous), "unnamed");
        assert_eq!(line("They", None, Unspecified), "nobody is named");
        assert_eq!(line("many of whom", None, Anonymous), "unnamed");
        assert_eq!(line("a guard", None, Anonymous), "unnamed: “a guard”");
    }

    #[test]
    fn the_course_of_certainty_is_told_in_steps() {
        assert_eq!(certainty_course(&[Stated, Stated]), "stated");
        assert_eq!(
            certainty_course(&[Hedged, Hedged, Denied]),
            "hedged, then denied"
        );
        assert_eq!(
            certainty_course(&[Hedged, Stated, Hedged, Denied]),
            "hedged, … then denied"
        );
        assert_eq!(
            certainty_course(&[Stated, Hedged, Stated, Hedged]),
            "stated and hedged"
        );
        assert_eq!(
            certainty_course(&[Stated, Hedged, Denied, Stated]),
            "stated, … then stated again"
        );
    }
}
