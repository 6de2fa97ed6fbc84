//! Quotations in a text, by their marks.
//!
//! A quotation runs from an opening mark to the next closing one of the same paragraph; one that
//! its paragraph leaves open runs to the paragraph's end, as in print, where only the last
//! paragraph of a long quotation is closed.

use crate::model::Span;

/// What lies between quotation marks, without the marks, in order. Straight and curly double marks
/// count alike; single marks count only as curly pairs, since a straight one is an apostrophe.
pub(crate) fn quotations(text: &str) -> Vec<Span> {
    let mut found = Vec::new();
    let mut open: Option<(usize, char)> = None;
    let mut before = ' ';
    for (at, c) in text.char_indices() {
        let after = at + c.len_utf8();
        match (c, open) {
            ('\n', Some((start, mark))) if before == '\n' => {
                if mark == '"' {
                    found.push(Span::new(start, at).trimmed(text));
                }
                open = None;
            }
            ('“' | '„' | '«', _) | ('"', None) => open = Some((after, '"')),
            ('”' | '»' | '"', Some((start, '"'))) => {
                found.push(Span::new(start, at));
                open = None;
            }
            ('‘', None) if !before.is_alphanumeric() => open = Some((after, '\'')),
            ('’', Some((start, '\''))) if closes_single(text, after) => {
                found.push(Span::new(start, at));
                open = None;
            }
            _ => {}
        }
        before = c;
    }
    if let Some((start, '"')) = open {
        found.push(Span::new(start, text.len()).trimmed(text));
    }
    found.retain(|span| span.of(text).chars().any(char::is_alphanumeric));
    found
}

/// Whether a single closing mark ends a quotation: an apostrophe has a letter after it.
fn closes_single(text: &str, after: usize) -> bool {
    !text
        .get(after..)
        .is_some_and(|rest| rest.starts_with(char::is_alphanumeric))
}

#[cfg(test)]
mod tests {
    use super::quotations;

    fn check(text: &str, expected: &[&str]) {
        let found: Vec<&str> = quotations(text).iter().map(|span| span.of(text)).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn marks_of_every_style_are_found() {
        check("He said \"no\" and “not yet”.", &["no", "not yet"]);
        check("He said ‘it’s over’ twice.", &["it’s over"]);
        check("The workers' union isn't here.", &[]);
    }

    #[test]
    fn an_open_quotation_ends_with_its_paragraph() {
        check("“One.\n\n“Two,” she said.", &["One.", "Two,"]);
    }
}
