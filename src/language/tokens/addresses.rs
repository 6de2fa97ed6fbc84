//! Web addresses, e-mail addresses, handles and hashtags, each one token.

use super::chunk::Chunk;

/// Longest name of a host or mailbox that is looked for (RFC 5321 allows 64 and 255 characters).
const LONGEST: usize = 320;

/// Endings that mark "name.ending" as an address even without "www".
const ENDINGS: [&str; 24] = [
    "biz", "com", "csv", "doc", "docx", "edu", "gov", "htm", "html", "info", "int", "io", "jpg",
    "mil", "net", "news", "org", "pdf", "png", "tv", "txt", "xls", "xlsx", "zip",
];

/// Whether a word is the address of a page or a mailbox.
pub(crate) fn is_address(word: &str) -> bool {
    if !word.contains(['.', ':']) || word.starts_with(['@', '#']) {
        return false;
    }
    let mut chunk = Chunk::default();
    chunk.fill(0, word, None);
    scan(&chunk, 0) == Some(chunk.len())
}

/// One past the address that starts here, if one does.
pub(super) fn scan(chunk: &Chunk, at: usize) -> Option<usize> {
    if !chunk.has_address || chunk.before(at).is_alphanumeric() {
        return None;
    }
    scheme(chunk, at)
        .or_else(|| handle(chunk, at))
        .or_else(|| mailbox(chunk, at))
        .or_else(|| host(chunk, at))
}

/// An address that says what it is: "https://…", "www.…".
fn scheme(chunk: &Chunk, at: usize) -> Option<usize> {
    let known = ["http://", "https://", "ftp://", "mailto:", "www."];
    let length = known.iter().find(|word| chunk.starts(at, word))?.len();
    let end = rest(chunk, at + length);
    (end > at + length).then_some(end)
}

/// The end of an address: everything up to quotation marks or brackets, without the punctuation
/// of the sentence around it.
fn rest(chunk: &Chunk, from: usize) -> usize {
    let is_part = |c: char| !matches!(c, '<' | '>' | '"' | '“' | '”' | '{' | '}' | '|' | '«' | '»');
    let mut end = chunk.while_from(from, is_part);
    let opens = (from..end).filter(|&i| chunk.at(i) == '(').count();
    let mut closes = (from..end).filter(|&i| chunk.at(i) == ')').count();
    while end > from {
        match chunk.at(end - 1) {
            ')' if closes > opens => closes -= 1,
            '.' | ',' | ';' | ':' | '!' | '?' | '\'' | '’' | ']' | '…' | '*' => {}
            _ => break,
        }
        end -= 1;
    }
    end
}

/// "@name" or "#topic".
fn handle(chunk: &Chunk, at: usize) -> Option<usize> {
    if !matches!(chunk.at(at), '@' | '#') || !chunk.at(at + 1).is_alphabetic() {
        return None;
    }
    Some(chunk.while_from(at + 1, |c| c.is_alphanumeric() || c == '_'))
}

/// "name@host.ending".
fn mailbox(chunk: &Chunk, at: usize) -> Option<usize> {
    let is_local = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '_' | '%' | '+' | '-');
    if !chunk.at(at).is_ascii_alphanumeric() {
        return None;
    }
    let sign = (at..at + 65).find(|&i| !is_local(chunk.at(i)))?;
    let end = labels(chunk, sign + 1)?;
    (chunk.at(sign) == '@').then_some(end)
}

/// "host.com", with or without a path.
fn host(chunk: &Chunk, at: usize) -> Option<usize> {
    let end = labels(chunk, at)?;
    let dot = (at..end).rev().find(|&i| chunk.at(i) == '.')?;
    let ending = chunk.lower(dot + 1, end);
    let is_lower = (dot + 1..end).all(|i| chunk.at(i).is_lowercase());
    let dots = (at..end).filter(|&i| chunk.at(i) == '.').count();
    let is_host = is_lower
        && (ENDINGS.contains(&ending.as_str())
            || (ending.len() == 2 && dots >= 2 && dot > at + 2 && chunk.at(at + 1) != '.'));
    if !is_host && !is_outlet(chunk, at, dot, &ending) {
        return None;
    }
    if chunk.at(end) == '/' && chunk.at(end + 1).is_ascii_alphanumeric() {
        return Some(rest(chunk, end + 1));
    }
    Some(end)
}

/// Whether an outlet is called by its address here: "Caliber.Az", "Meduza.io". A small word behind
/// the full stop tells a missing space ("left Monday.He said").
fn is_outlet(chunk: &Chunk, at: usize, dot: usize, ending: &str) -> bool {
    const WORDS: [&str; 34] = [
        "ah", "al", "am", "an", "as", "at", "be", "by", "do", "ed", "go", "he", "hi", "if", "in",
        "is", "it", "jo", "me", "mr", "ms", "my", "no", "of", "oh", "on", "or", "so", "to", "uk",
        "un", "up", "us", "we",
    ];
    let is_name = chunk.at(at).is_uppercase()
        && dot > at + 3
        && (at + 1..dot).all(|i| chunk.at(i).is_lowercase());
    is_name && ending.len() == 2 && chunk.at(dot + 2).is_lowercase() && !WORDS.contains(&ending)
}

/// One past "label.label…" with at least two labels, the last of letters only.
fn labels(chunk: &Chunk, at: usize) -> Option<usize> {
    let is_label = |c: char| c.is_ascii_alphanumeric() || c == '-';
    let mut end = None;
    let mut from = at;
    while from < at + LONGEST {
        let stop = (from..at + LONGEST).find(|&i| !is_label(chunk.at(i)))?;
        if stop == from {
            break;
        }
        if from > at && (from..stop).all(|i| chunk.at(i).is_ascii_alphabetic()) && stop - from > 1 {
            end = Some(stop);
        }
        if chunk.at(stop) != '.' {
            break;
        }
        from = stop + 1;
    }
    end.filter(|&end| !is_label(chunk.at(end)))
}

#[cfg(test)]
mod tests {
    use super::is_address;

    #[test]
    fn addresses_are_told_from_words_with_full_stops() {
        for word in [
            "https://example.org/news?id=1",
            "www.un.org",
            "paper.example.com/a",
            "desk@paper.co.uk",
        ] {
            assert!(is_address(word), "{word}");
        }
        for word in [
            "U.S.",
            "gate",
            "3.5",
            "#HallinDam",
            "and/or",
            "St.",
            "12:30",
        ] {
            assert!(!is_address(word), "{word}");
        }
    }
}
