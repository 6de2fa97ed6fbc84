//! Numbers in figures, with their separators, and the letters that hang on them.

use super::chunk::{Chunk, is_apostrophe, is_letter};

/// Letters after a figure that are a word of their own ("5" "pm", "3.5" "bn").
const UNITS: [&str; 54] = [
    "am", "b", "bbl", "bn", "bps", "c", "cm", "f", "ft", "gb", "ghz", "gw", "gwh", "ha", "hh",
    "hp", "hr", "hrs", "hz", "in", "k", "kb", "kg", "khz", "km", "kmh", "kph", "kw", "kwh", "lb",
    "lbs", "m", "mb", "mbps", "mg", "mhz", "min", "mins", "ml", "mln", "mm", "mn", "mph", "mw",
    "mwh", "oz", "pm", "pts", "sec", "sq", "tb", "tn", "trn", "yrs",
];

/// One past the number that starts here, if one does.
pub(super) fn scan(chunk: &Chunk, at: usize) -> Option<usize> {
    let start = match chunk.at(at) {
        c if c.is_numeric() => at,
        '.' if chunk.at(at + 1).is_ascii_digit() && !chunk.before(at).is_alphanumeric() => at,
        '+' if at == 0 && chunk.at(at + 1).is_ascii_digit() => at + 1,
        '\'' | '’' if is_short_year(chunk, at) => return Some(year_end(chunk, at + 1)),
        _ => return None,
    };
    let figures = hyphenated(chunk, start).unwrap_or_else(|| figures(chunk, start));
    Some(letters(chunk, start, figures))
}

/// Digits with commas, points, colons and slashes between them.
fn figures(chunk: &Chunk, at: usize) -> usize {
    let mut end = digits(chunk, at);
    let mut slashes = 0;
    loop {
        let next = digits(chunk, end + 1);
        let length = next - (end + 1).min(next);
        let joins = match chunk.at(end) {
            ',' => length == 3 && slashes == 0,
            '.' | ':' => length > 0,
            '/' => length > 0 && slashes < 2 && (length < 3 || slashes == 1) && end - at < 6,
            _ => false,
        };
        if !joins {
            return end;
        }
        slashes += usize::from(chunk.at(end) == '/');
        end = next;
    }
}

/// One past the digits from here.
fn digits(chunk: &Chunk, at: usize) -> usize {
    chunk.while_from(at, char::is_numeric)
}

/// Dates ("2024-11-05", "11-20-2000") and telephone numbers ("202-456-1414", "456-1414"), whose
/// hyphens are no range.
fn hyphenated(chunk: &Chunk, at: usize) -> Option<usize> {
    let mut groups = Vec::with_capacity(5);
    let mut from = at;
    loop {
        let end = (from..from + 5).find(|&i| !chunk.at(i).is_ascii_digit())?;
        groups.push(end - from);
        from = end + 1;
        if chunk.at(end) != '-' || groups.len() > 4 {
            break;
        }
    }
    let is_whole = matches!(
        groups.as_slice(),
        [4, 2, 2] | [1 | 2, 1 | 2, 2 | 4] | [3, 3, 4] | [3, 4] | [1, 3, 3, 4]
    );
    is_whole.then_some(from - 1)
}

/// Letters that belong to the number: "2nd", "1990s", "1960's", "5G", but not "5" "pm".
fn letters(chunk: &Chunk, start: usize, figures: usize) -> usize {
    let end = chunk.while_from(figures, |c| is_letter(c) || c.is_ascii_digit());
    let is_decade = matches!(figures - start, 2 | 4) && chunk.before(figures) == '0';
    if is_decade && is_apostrophe(chunk.at(figures)) && chunk.starts(figures + 1, "s") {
        let after = chunk.at(figures + 2);
        return if is_letter(after) {
            figures
        } else {
            figures + 2
        };
    }
    if end - figures > 12 {
        return figures;
    }
    let word = chunk.lower(figures, end);
    let is_ordinal = matches!(word.as_str(), "st" | "nd" | "rd" | "th" | "s");
    let is_code = end - figures == 1 && chunk.at(figures).is_uppercase()
        || chunk.at(end - 1).is_ascii_digit();
    let is_clock = chunk.at(end) == '.' && matches!(word.as_str(), "a" | "p");
    if is_ordinal {
        return end;
    }
    if UNITS.contains(&word.as_str()) && !matches!(chunk.at(figures), 'C' | 'F') || is_clock {
        return figures;
    }
    if is_code { end } else { figures }
}

/// "'02", "’90s": a year without its century.
fn is_short_year(chunk: &Chunk, at: usize) -> bool {
    let end = (at + 1..at + 4)
        .find(|&i| !chunk.at(i).is_ascii_digit())
        .unwrap_or(at);
    let after = chunk.at(end);
    end == at + 3
        && !chunk.before(at).is_alphanumeric()
        && (after == 's' || !is_letter(after))
        && !is_apostrophe(after)
}

/// One past a short year.
fn year_end(chunk: &Chunk, at: usize) -> usize {
    let end = digits(chunk, at);
    end + usize::from(chunk.at(end) == 's')
}
