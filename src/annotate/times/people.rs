//! Months that are people: "June says", "Mrs May", "April Lind".

use crate::language::lexicon::{self, ReportingClass};
use crate::language::{NameKind, Parsed, Relation, Upos};
use crate::model::Span;

/// Names of months that people bear.
const BORNE: [&str; 4] = ["April", "May", "June", "August"];

/// Whether the month in `span` is someone: the subject of a verb of saying, or a part of what the
/// reading takes for a person's name.
pub(super) fn is_person(text: &str, parsed: &Parsed, span: Span) -> bool {
    if !BORNE.contains(&span.of(text)) {
        return false;
    }
    let Some(index) = parsed.words_in(span).next() else {
        return false;
    };
    let Some(word) = parsed.word(index) else {
        return false;
    };
    let at = parsed.names.partition_point(|name| name.words.end <= index);
    let is_tagged = parsed
        .names
        .get(at)
        .is_some_and(|name| name.kind == NameKind::Person && name.words.contains(&index));
    let says = word.relation == Relation::Nsubj
        && word
            .head()
            .and_then(|head| parsed.word(head))
            .is_some_and(|verb| {
                verb.upos == Upos::Verb
                    && matches!(verb.xpos(), "VBD" | "VBZ" | "VBP")
                    && lexicon::reporting_verbs(parsed.lemma_of(verb)).any(|entry| {
                        matches!(entry.class, ReportingClass::Say | ReportingClass::Tell)
                    })
            });
    is_tagged || says
}

#[cfg(test)]
mod tests {
    use super::is_person;
    use crate::annotate::bracketed;
    use crate::model::Span;

    fn is_someone(trees: &str) -> bool {
        let (text, parsed) = bracketed::read(trees);
        let start = text.find("June").unwrap();
        is_person(&text, &parsed, Span::new(start, start + 4))
    }

    #[test]
    fn who_says_something_is_no_month() {
        assert!(is_someone(
            "June/PROPN/2/nsubj says/VERB/0/root/say/VBZ so/ADV/2/advmod"
        ));
        assert!(!is_someone(
            "June/NOUN/2/nsubj saw/VERB/0/root/see/VBD rain/NOUN/2/obj"
        ));
        assert!(!is_someone(
            "He/PRON/2/nsubj said/VERB/0/root/say/VBD in/ADP/4/case June/NOUN/2/obl"
        ));
    }
}
