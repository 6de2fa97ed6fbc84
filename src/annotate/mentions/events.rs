//! Names of events by their form: "Gulf War", "Battle of Marathon", "Hurricane Ida", "2008 Canadian
//! federal election".
//!
//! Knows the words that make a name one of an event (`assets/lexicon/event_words.tsv`), no event.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::OnceLock;

use crate::language::{Parsed, Upos};
use crate::model::{Mention, MentionKind, MentionReason};

/// Words before the head of a name at most.
const WORDS_BEFORE_MAX: usize = 9;
/// Words behind the head of a name at most, without the preposition.
const WORDS_BEHIND_MAX: usize = 5;
/// How sure a name of this form is one of an event.
const BY_FORM: f32 = 0.85;
/// How sure the model must be of another reading to overrule a weak word.
const FIRM: f32 = 0.6;

/// What a word does in names of events.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Uses {
    ends: bool,
    opens: bool,
    before: bool,
    year: bool,
    is_weak: bool,
}

/// The uses of a word, in any case.
fn uses(word: &str) -> Uses {
    static TABLE: OnceLock<BTreeMap<&'static str, Uses>> = OnceLock::new();
    let table = TABLE.get_or_init(|| {
        let mut table: BTreeMap<&'static str, Uses> = BTreeMap::new();
        let lines = include_str!("../../../assets/lexicon/event_words.tsv").lines();
        for line in lines.filter(|line| !line.starts_with('#')) {
            let mut fields = line.split('\t');
            let uses = table.entry(fields.next().unwrap_or_default()).or_default();
            match fields.next().unwrap_or_default() {
                "ends" => uses.ends = true,
                "opens" => uses.opens = true,
                "before" => uses.before = true,
                "year" => uses.year = true,
                _ => {}
            }
            uses.is_weak |= fields.next() == Some("weak");
        }
        table
    });
    table
        .get(word.to_lowercase().as_str())
        .copied()
        .unwrap_or_default()
}

/// Every name of an event that its form tells, in order; `names` are the names that the model tags.
pub(super) fn find(text: &str, parsed: &Parsed, names: &[Mention]) -> Vec<Mention> {
    let words = Words { text, parsed };
    let mut found: Vec<Mention> = Vec::new();
    for head in 0..parsed.words.len() {
        let uses = uses(words.form(head));
        let Some(name) = words.name(head, uses) else {
            continue;
        };
        let span = parsed.span_of(name);
        let at = names.partition_point(|mention| mention.span.end <= span.start);
        let is_firm = uses.is_weak
            && names
                .iter()
                .skip(at)
                .take_while(|mention| mention.span.start < span.end)
                .any(|mention| {
                    mention.kind == MentionKind::Organisation
                        && mention.confidence > FIRM
                        && mention.span.contains(span)
                });
        if !is_firm {
            found.push(Mention {
                span,
                kind: MentionKind::Event,
                entity: None,
                named: Some(true),
                confidence: BY_FORM,
                why: MentionReason::Grammar,
            });
        }
    }
    found
}

/// Questions to the words around the head of a name.
#[derive(Clone, Copy)]
struct Words<'a> {
    text: &'a str,
    parsed: &'a Parsed,
}

impl Words<'_> {
    fn form(&self, index: usize) -> &str {
        self.parsed.text(self.text, index)
    }

    fn is_capital(&self, index: usize) -> bool {
        self.form(index).starts_with(char::is_uppercase)
    }

    /// A capitalised word that can be part of a name: no article, pronoun or preposition at the
    /// start of a sentence.
    fn is_name_word(&self, index: usize) -> bool {
        self.is_capital(index)
            && self.parsed.word(index).is_some_and(|word| {
                matches!(
                    word.upos,
                    Upos::Propn | Upos::Adj | Upos::Noun | Upos::Num | Upos::X
                )
            })
    }

    fn is_year(&self, index: usize) -> bool {
        let form = self.form(index);
        form.len() == 4
            && form.bytes().all(|byte| byte.is_ascii_digit())
            && matches!(form.as_bytes().first(), Some(b'1' | b'2'))
    }

    /// "38th".
    fn is_ordinal(&self, index: usize) -> bool {
        let form = self.form(index);
        form.starts_with(|c: char| c.is_ascii_digit())
            && ["st", "nd", "rd", "th"]
                .iter()
                .any(|end| form.ends_with(end))
    }

    /// The words of the name with this head.
    fn name(&self, head: usize, uses: Uses) -> Option<Range<usize>> {
        let sentence = self.parsed.sentence_of(head)?;
        let bounds = self.parsed.sentences.get(sentence)?.words.clone();
        if uses.year
            && let Some(start) = self.opened_by_year(head, &bounds)
        {
            return Some(start..self.held_in(head, &bounds));
        }
        if !self.is_capital(head) {
            return None;
        }
        if uses.before {
            let end = self.capitals_from(head + 1, &bounds);
            return (end > head + 1).then_some(head..end);
        }
        let start = self.capitals_before(head, &bounds);
        if uses.opens
            && let Some(end) = self.complement(head + 1, &bounds)
        {
            return Some(start..end);
        }
        if !uses.ends || start == head {
            return None;
        }
        let mut end = head + 1;
        if matches!(self.form(end), "I" | "II" | "III" | "IV") && bounds.contains(&end) {
            end += 1;
        }
        if self.form(end) == "of" && self.is_year(end + 1) {
            end += 2;
        } else if self.is_year(end) {
            end += 1;
        }
        // "Gulf War Memorial": the name goes on and is another's.
        let goes_on = bounds.contains(&end) && self.is_name_word(end);
        (!goes_on).then_some(start..end)
    }

    /// The first of the capitalised words right before `head`.
    fn capitals_before(&self, head: usize, bounds: &Range<usize>) -> usize {
        let mut start = head;
        while let Some(before) = start
            .checked_sub(1)
            .filter(|before| bounds.contains(before))
        {
            let is_part = self.is_name_word(before)
                || self.is_ordinal(before)
                || (self.is_year(before) && start < head)
                || (matches!(self.form(before), "-" | "–" | "'" | "’")
                    && before > bounds.start
                    && self.is_name_word(before - 1));
            if !is_part || head - before > WORDS_BEFORE_MAX {
                break;
            }
            start = before;
        }
        start
    }

    /// Past the last of the capitalised words from `first` on.
    fn capitals_from(&self, first: usize, bounds: &Range<usize>) -> usize {
        let last = bounds.end.min(first + WORDS_BEHIND_MAX);
        (first..last)
            .find(|&word| !self.is_name_word(word))
            .unwrap_or(last)
    }

    /// "Of Marathon", "of the Camps", "in Afghanistan": past its last word.
    fn complement(&self, from: usize, bounds: &Range<usize>) -> Option<usize> {
        if !matches!(self.form(from), "of" | "in" | "on" | "against") {
            return None;
        }
        let first = from + 1 + usize::from(self.form(from + 1) == "the");
        let end = self.capitals_from(first, bounds);
        (end > first).then_some(end)
    }

    /// The year (with its month) that opens the name with this head, and with a capitalised word
    /// in between.
    fn opened_by_year(&self, head: usize, bounds: &Range<usize>) -> Option<usize> {
        let first = head.saturating_sub(WORDS_BEFORE_MAX).max(bounds.start);
        let mut has_name = false;
        for word in (first..head).rev() {
            if self.is_year(word) {
                let month = word.checked_sub(1).filter(|month| bounds.contains(month));
                let has_month = month.is_some_and(|month| {
                    self.is_capital(month)
                        && crate::annotate::times::names_calendar_cell(self.form(month))
                });
                return has_name.then_some(if has_month { word - 1 } else { word });
            }
            let upos = self.parsed.word(word)?.upos;
            let is_part = matches!(
                upos,
                Upos::Propn | Upos::Adj | Upos::Noun | Upos::X | Upos::Punct | Upos::Adp
            ) && (upos != Upos::Punct || matches!(self.form(word), "-" | "–"))
                && (upos != Upos::Adp || matches!(self.form(word), "for" | "of"));
            if !is_part {
                return None;
            }
            has_name |= self.is_name_word(word);
        }
        None
    }

    /// "… election in North Carolina": past the last word of where it is held.
    fn held_in(&self, head: usize, bounds: &Range<usize>) -> usize {
        let is_place = matches!(self.form(head + 1), "in" | "of");
        is_place
            .then(|| self.complement(head + 1, bounds))
            .flatten()
            .unwrap_or(head + 1)
    }
}

#[cfg(test)]
mod tests {
    use super::find;
    use crate::annotate::bracketed;

    fn names(tree: &str) -> Vec<String> {
        let (text, parsed) = bracketed::read(tree);
        find(&text, &parsed, &[])
            .iter()
            .map(|mention| mention.span.of(&text).to_owned())
            .collect()
    }

    #[test]
    fn a_word_of_events_ends_the_name() {
        assert_eq!(
            names("the/DET/3/det Gulf/PROPN/3/compound War/PROPN/4/nsubj ended/VERB/0/root"),
            ["Gulf War"]
        );
        assert!(names("The/DET/2/det War/NOUN/3/nsubj ended/VERB/0/root").is_empty());
        assert!(
            names("the/DET/4/det Gulf/PROPN/4/compound War/PROPN/4/compound Memorial/PROPN/5/nsubj stands/VERB/0/root")
                .is_empty()
        );
    }

    #[test]
    fn a_word_of_events_opens_the_name() {
        assert_eq!(
            names("the/DET/2/det Battle/PROPN/0/root of/ADP/4/case Ember/PROPN/2/nmod"),
            ["Battle of Ember"]
        );
        assert_eq!(
            names("Hurricane/PROPN/2/compound Ida/PROPN/3/nsubj struck/VERB/0/root"),
            ["Hurricane Ida"]
        );
    }

    #[test]
    fn a_year_opens_the_name() {
        assert_eq!(
            names(
                "the/DET/5/det 2008/NUM/5/nummod Canadian/ADJ/5/amod federal/ADJ/5/amod election/NOUN/0/root in/ADP/7/case Corran/PROPN/5/nmod"
            ),
            ["2008 Canadian federal election in Corran"]
        );
        assert!(names("the/DET/3/det 2019/NUM/3/nummod election/NOUN/0/root").is_empty());
    }
}
