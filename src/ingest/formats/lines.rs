//! Paragraphs of plain text: blank lines, single lines, hard-wrapped lines.
//!
//! Owns where a paragraph ends. Must not judge what it says.

/// Longest line that a hard-wrapping program writes, in characters.
const WRAP_WIDTH_MAX: usize = 100;
/// Shortest line that counts as wrapped rather than ended, in characters.
const WRAP_WIDTH_MIN: usize = 45;

/// The paragraphs of a text; words never change, only white space.
pub(in crate::ingest) fn paragraphs(text: &str) -> Vec<String> {
    let wrapped = is_hard_wrapped(text);
    let mut out = Vec::new();
    let mut open = String::new();
    let width = wrap_width(text);
    let mut lines = text.lines().peekable();
    while let Some(line) = lines.next() {
        let words = collapse(line);
        if words.is_empty() {
            close(&mut open, &mut out);
            continue;
        }
        let goes_on = wrapped
            && lines.peek().is_some_and(|next| {
                let next = next.trim();
                !next.is_empty() && continues(line, next, width)
            });
        if !open.is_empty() {
            open.push(' ');
        }
        open.push_str(&words);
        if !goes_on {
            close(&mut open, &mut out);
        }
    }
    close(&mut open, &mut out);
    out
}

fn close(open: &mut String, out: &mut Vec<String>) {
    if !open.is_empty() {
        out.push(std::mem::take(open));
    }
}

/// White space runs become one space.
pub(in crate::ingest) fn collapse(line: &str) -> String {
    let mut out = String::with_capacity(line.len());
    for word in line.split_whitespace() {
        if !out.is_empty() {
            out.push(' ');
        }
        out.push_str(word);
    }
    out
}

/// Whether `line` was broken for width: the first word of the next line would not have fitted.
fn continues(line: &str, next: &str, width: usize) -> bool {
    let length = line.trim_end().chars().count();
    let word = next
        .split_whitespace()
        .next()
        .map_or(0, |word| word.chars().count());
    length + 1 + word > width || (length >= WRAP_WIDTH_MIN && starts_small(next))
}

fn starts_small(text: &str) -> bool {
    text.chars().next().is_some_and(char::is_lowercase)
}

/// The width the text seems to be wrapped at: its longest line.
fn wrap_width(text: &str) -> usize {
    text.lines()
        .map(|line| line.trim_end().chars().count())
        .max()
        .unwrap_or(0)
}

/// Whether line ends of this text are only typography: no long line, and many lines that are
/// followed by another end without the end of a sentence.
fn is_hard_wrapped(text: &str) -> bool {
    let width = wrap_width(text);
    if !(WRAP_WIDTH_MIN..=WRAP_WIDTH_MAX).contains(&width) {
        return false;
    }
    let (mut broken, mut followed) = (0_usize, 0_usize);
    let mut before: Option<&str> = None;
    for line in text.lines() {
        let line = line.trim();
        if let (Some(previous), false) = (before, line.is_empty()) {
            followed += 1;
            let open = !previous.ends_with(['.', '!', '?', '"', '”', '’', ':']);
            broken += usize::from(open && continues(previous, line, width));
        }
        before = (!line.is_empty()).then_some(line);
    }
    followed >= 3 && broken * 2 > followed
}

#[cfg(test)]
mod tests {
    use super::paragraphs;

    #[test]
    fn each_line_is_a_paragraph_when_lines_are_long() {
        let long = "word ".repeat(40);
        let text = format!("{long}\n{long}\n\n{long}");
        assert_eq!(paragraphs(&text).len(), 3);
    }

    #[test]
    fn wrapped_lines_are_joined_and_paragraphs_kept() {
        let text = "The company said on Tuesday that the gate had been opened by hand\n\
                    in the early hours of the morning, and that the keeper had called\n\
                    twice before the alarm was heard in the village below the dam and\n\
                    nobody answered.\n\nThe minister did not answer questions about the report which the\n\
                    inspectors had sent her.\n";
        let out = paragraphs(text);
        assert_eq!(out.len(), 2);
        assert!(out[0].ends_with("nobody answered."));
        assert!(out[1].contains("which the inspectors"));
    }

    #[test]
    fn short_header_lines_stay_apart() {
        let text = "By Petra Lund\nTESSARY\n\nThe words of the article are in one long line that no program would have wrapped at all, which shows.";
        assert_eq!(paragraphs(text).len(), 3);
    }
}
