//! Where sentences and paragraphs end.
//!
//! Owns the rules over words and line breaks: a full stop that belongs to an abbreviation, closing
//! quotation marks, headlines without a full stop, lists. Must not look at grammar: it runs before
//! the model, in one pass.

mod dateline;
mod layout;
mod starters;

use std::ops::Range;

use layout::{Break, breaks};

use super::tokens::{Abbreviation, abbreviation};
use crate::model::Span;

/// A sentence, by its words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Bounds {
    /// Its words, as indexes into the tokens.
    pub(crate) words: Range<usize>,
    /// Number of its paragraph, from 0.
    pub(crate) paragraph: usize,
}

/// Groups tokens into sentences; every token stands in exactly one.
pub(crate) fn sentences(text: &str, tokens: &[Span]) -> Vec<Bounds> {
    let gaps = breaks(text, tokens);
    let reader = Reader {
        text,
        tokens,
        gaps: &gaps,
    };
    let mut found: Vec<Bounds> = Vec::new();
    let (mut start, mut paragraph) = (0, 0);
    let mut dateline = dateline::end(&reader, 0);
    for index in 0..tokens.len() {
        let gap = reader.gap(index);
        let ends = gap == Break::Paragraph
            || dateline == Some(index)
            || gap != Break::None && reader.is_credit(index + 1)
            || reader.ends_sentence(start, index);
        if !ends {
            continue;
        }
        let words = start..index + 1;
        start = index + 1;
        match found.last_mut() {
            // Marks that stand alone belong to what they follow: "He went. . .", "Fine! ?".
            Some(last) if last.paragraph == paragraph && reader.is_only_marks(words.clone()) => {
                last.words.end = words.end;
            }
            _ => found.push(Bounds { words, paragraph }),
        }
        if gap == Break::Paragraph {
            paragraph += 1;
            dateline = dateline::end(&reader, start);
        }
    }
    found
}

/// The tokens with what stands between them.
struct Reader<'a> {
    text: &'a str,
    tokens: &'a [Span],
    gaps: &'a [Break],
}

impl Reader<'_> {
    /// The word with this number; empty outside.
    fn word(&self, index: usize) -> &str {
        self.tokens.get(index).map_or("", |span| span.of(self.text))
    }

    /// What follows the word with this number.
    fn gap(&self, index: usize) -> Break {
        self.gaps.get(index).copied().unwrap_or(Break::Paragraph)
    }

    /// Whether the credit of a picture starts here: "Image: Ann Lee", run together with its caption.
    fn is_credit(&self, index: usize) -> bool {
        self.word(index + 1) == ":"
            && matches!(
                self.word(index),
                "Image" | "Images" | "Photo" | "Photos" | "Photograph" | "Picture" | "Credit"
            )
    }

    /// Whether these words are nothing but marks.
    fn is_only_marks(&self, words: Range<usize>) -> bool {
        words
            .into_iter()
            .all(|index| !self.word(index).contains(char::is_alphanumeric))
    }

    /// Whether a sentence that began at `start` ends with the word `last`.
    fn ends_sentence(&self, start: usize, last: usize) -> bool {
        let mut stop = self.before_notes(last);
        while stop > start && self.is_closer(stop) {
            stop -= 1;
        }
        let word = self.word(stop);
        let ends = if is_stop(word) {
            self.stop_ends(start, stop, last)
        } else {
            word.len() > 1
                && word.ends_with('.')
                && self.gap(last) != Break::None
                && self.abbreviation_ends(word, last)
        };
        ends && !self.is_closer(last + 1) && !self.is_note(last + 1)
    }

    /// Whether `[7]`, a reference to a note, starts here.
    fn is_note(&self, index: usize) -> bool {
        let number = self.word(index + 1);
        self.word(index) == "["
            && self.word(index + 2) == "]"
            && number.len() <= 3
            && number.chars().all(|c| c.is_ascii_alphanumeric())
    }

    /// The last word before the references to notes that end here; at most eight are passed over.
    fn before_notes(&self, last: usize) -> usize {
        let mut stop = last;
        for _ in 0..8 {
            match stop.checked_sub(3) {
                Some(before) if self.is_note(before + 1) => stop = before,
                _ => break,
            }
        }
        stop
    }

    /// Whether a full stop, question or exclamation mark ends the sentence.
    fn stop_ends(&self, start: usize, stop: usize, last: usize) -> bool {
        let next = self.opening(last + 1);
        if self.gap(last) == Break::None {
            let is_glued = self.word(stop) == "."
                && stop == last
                && starts_upper(next)
                && self
                    .word(stop.wrapping_sub(1))
                    .chars()
                    .all(char::is_lowercase)
                && next.chars().nth(1).is_some_and(char::is_lowercase);
            return is_glued;
        }
        let is_number = stop == start + 1 && self.is_list_number(start);
        if is_number
            || starts_lower(next) && !self.starts_line(last)
            || self.is_year_note(stop, last)
        {
            return false;
        }
        let is_quoted_question = last > stop && self.word(stop) != ".";
        !(is_quoted_question && self.is_reported(last + 1))
    }

    /// Whether an abbreviation ends the sentence.
    fn abbreviation_ends(&self, word: &str, last: usize) -> bool {
        let bare = word.trim_end_matches('.').to_lowercase();
        let next = self.opening(last + 1);
        let is_quote_next = next != self.word(last + 1) && starts_upper(next);
        let can_start = is_quote_next || starters::is_starter(next);
        match abbreviation(&bare) {
            Some(Abbreviation::Title) => matches!(bare.as_str(), "jr" | "sr") && can_start,
            Some(Abbreviation::BeforeNumber | Abbreviation::Inside) => false,
            Some(Abbreviation::Anywhere) if bare == "etc" => starts_upper(next),
            Some(_) => can_start,
            None => bare.chars().count() > 1 && can_start,
        }
    }

    /// The first word from here that is no opening quotation mark, bracket or dash.
    fn opening(&self, index: usize) -> &str {
        (index..index + 4)
            .map(|index| self.word(index))
            .find(|word| {
                !matches!(
                    *word,
                    "\"" | "“" | "‘" | "'" | "(" | "[" | "''" | "``" | "«" | "—" | "-" | "–"
                )
            })
            .unwrap_or_default()
    }

    /// Whether the word closes a quotation or bracket that stands at the end before it.
    fn is_closer(&self, index: usize) -> bool {
        let touches = index > 0 && self.gap(index - 1) == Break::None;
        let is_open = self.gap(index) == Break::None && !self.next_closes(index);
        match self.word(index) {
            "”" | "’" | ")" | "]" | "''" | "’’" | "»" => touches,
            "\"" | "'" => touches && !is_open,
            _ => false,
        }
    }

    /// Whether the word after can follow a closing mark directly.
    fn next_closes(&self, index: usize) -> bool {
        matches!(
            self.word(index + 1),
            "" | "\"" | "'" | "”" | "’" | ")" | "]" | "." | ","
        )
    }

    /// "1.", "2.3." or "a." at the start of a line, which belongs to the sentence after it.
    fn is_list_number(&self, index: usize) -> bool {
        let word = self.word(index);
        let is_section = word.len() <= 5
            && word.starts_with(|c: char| c.is_ascii_digit())
            && word.chars().all(|c| c.is_ascii_digit() || c == '.');
        let is_short = word.len() <= 2
            && word
                .chars()
                .all(|c| c.is_ascii_digit() || c.is_ascii_lowercase());
        is_short || is_section && word.contains('.')
    }

    /// Whether a year goes with what stands before the mark: "(b. 1975)", "Viva Maria! (1965)".
    fn is_year_note(&self, stop: usize, last: usize) -> bool {
        let is_year = |index: usize| {
            let word = self.word(index);
            word.len() == 4 && word.chars().all(|c| c.is_ascii_digit())
        };
        let mut letters = self.word(stop.wrapping_sub(1)).chars();
        let is_letter = letters.next().is_some_and(char::is_lowercase) && letters.next().is_none();
        let is_title = self.word(stop) != "."
            && self.word(last + 1) == "("
            && is_year(last + 2)
            && self.word(last + 3) == ")";
        is_letter && is_year(last + 1) || is_title
    }

    /// Whether a new line follows.
    fn starts_line(&self, last: usize) -> bool {
        self.gap(last) == Break::Line && self.word(last + 1).starts_with(['•', '-', '*'])
    }

    /// Whether the words from here say who said what was quoted: "Trump asked".
    fn is_reported(&self, index: usize) -> bool {
        (index..index + 4).any(|index| {
            matches!(
                self.word(index),
                "said"
                    | "asked"
                    | "says"
                    | "asks"
                    | "wrote"
                    | "added"
                    | "tweeted"
                    | "shouted"
                    | "replied"
                    | "told"
                    | "yelled"
                    | "cried"
                    | "exclaimed"
            )
        })
    }
}

/// Whether a word is a mark that can end a sentence.
fn is_stop(word: &str) -> bool {
    !word.is_empty()
        && word.chars().all(|c| {
            matches!(
                c,
                '.' | '!' | '?' | '…' | '。' | '！' | '？' | '‽' | '؟' | '۔' | '।'
            )
        })
}

/// Whether a word starts with a small letter and is no name or address ("eHow", "https://…").
fn starts_lower(word: &str) -> bool {
    word.starts_with(char::is_lowercase)
        && !word.contains(char::is_uppercase)
        && !word.contains("://")
}

/// Whether a word starts with a capital.
fn starts_upper(word: &str) -> bool {
    word.starts_with(char::is_uppercase)
}

#[cfg(test)]
mod tests {
    use super::super::tokens::tokenise;
    use super::sentences;

    /// Sentences of `text`, and whether a new paragraph starts with each, as `|` or `¶`.
    pub(super) fn marked(text: &str) -> String {
        let tokens = tokenise(text);
        let mut out = String::new();
        let mut paragraph = 0;
        for bounds in sentences(text, &tokens) {
            if !out.is_empty() {
                out += if bounds.paragraph == paragraph {
                    " | "
                } else {
                    " ¶ "
                };
            }
            paragraph = bounds.paragraph;
            let words: Vec<&str> = bounds
                .words
                .filter_map(|index| tokens.get(index).map(|span| span.of(text)))
                .collect();
            out += &words.join(" ");
        }
        out
    }

    #[test]
    fn abbreviations_do_not_end_sentences() {
        assert_eq!(
            marked("Mr. Biden left the U.S. on Oct. 25. He met Gen. Kane."),
            "Mr. Biden left the U.S. on Oct. 25 . | He met Gen. Kane ."
        );
        assert_eq!(
            marked("He lives in the U.S. The others left at 5 p.m. They wept."),
            "He lives in the U.S. | The others left at 5 p.m. | They wept ."
        );
        assert_eq!(
            marked("The U.S. Army and J. K. Rowling"),
            "The U.S. Army and J. K. Rowling"
        );
    }

    #[test]
    fn quotations_close_with_their_sentence() {
        assert_eq!(
            marked("“We won.” He left. \"No!\" Trump said. (So it goes.) Then."),
            "“ We won . ” | He left . | \" No ! \" Trump said . | ( So it goes . ) | Then ."
        );
        assert_eq!(marked("\"Why?\" he asked."), "\" Why ? \" he asked .");
    }

    #[test]
    fn marks_alone_join_what_they_follow() {
        assert_eq!(
            marked("He left. . . Then he came. Fine! ? Yes."),
            "He left . . . | Then he came . | Fine ! ? | Yes ."
        );
        assert_eq!(marked("...\n\nHe left.\n\n***"), "... ¶ He left . ¶ ***");
    }

    #[test]
    fn the_credit_of_a_picture_is_apart_from_its_caption() {
        assert_eq!(
            marked("The bridge in Bonn Photo: Ann Lee"),
            "The bridge in Bonn | Photo : Ann Lee"
        );
    }

    #[test]
    fn years_go_with_what_they_tell() {
        assert_eq!(
            marked("Ann Lee (b. 1975) and \"Who?\" (1968), a film. He died in b. Then."),
            "Ann Lee ( b . 1975 ) and \" Who ? \" ( 1968 ) , a film . | He died in b . | Then ."
        );
    }

    #[test]
    fn headlines_and_blank_lines_end_sentences() {
        assert_eq!(
            marked("Iran weighs strike\n\nOfficials spoke. More soon"),
            "Iran weighs strike ¶ Officials spoke . | More soon"
        );
        assert_eq!(
            marked(
                "Iran weighs strike\nOfficials spoke on Monday about the plan that had been made."
            ),
            "Iran weighs strike ¶ Officials spoke on Monday about the plan that had been made ."
        );
    }

    #[test]
    fn hard_wrapped_lines_go_on() {
        assert_eq!(
            marked("The minister of foreign affairs of the\nIslamic Republic said so."),
            "The minister of foreign affairs of the Islamic Republic said so ."
        );
    }

    #[test]
    fn list_numbers_stay_with_their_item() {
        assert_eq!(
            marked("1. Take it.\n2. Leave it."),
            "1 . Take it . ¶ 2 . Leave it ."
        );
    }
}
