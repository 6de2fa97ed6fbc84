//! Numbers as news writes them: digits, words, mixtures, vague counts.

use super::Cursor;
use super::number_words::{scale, small_cardinal, small_ordinal, tens};

/// How many.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Count {
    /// A number ("three", "2,500", "2 1/2", "a").
    Exact(f64),
    /// From one number to another ("two or three", "10 to 12").
    Between(f64, f64),
    /// More than one, nobody says how many ("several", "a few", "many").
    Vague,
}

impl Count {
    /// The number, or the smaller of two.
    pub(crate) const fn number(self) -> Option<f64> {
        match self {
            Self::Exact(number) | Self::Between(number, _) => Some(number),
            Self::Vague => None,
        }
    }
}

/// Reads digits without separators as a whole number of at most `digits` places.
pub(crate) fn plain_integer(cursor: &mut Cursor<'_>, digits: usize) -> Option<u32> {
    let token = cursor.token(0)?;
    if !cursor.is_digits(0) || token.text.len() > digits {
        return None;
    }
    let number = token.text.parse().ok()?;
    cursor.skip(1);
    Some(number)
}

/// Reads digits with thousands separators and a decimal part ("2,500", "3.5").
pub(crate) fn decimal(cursor: &mut Cursor<'_>) -> Option<f64> {
    let mut probe = *cursor;
    let token = probe.token(0)?;
    if !probe.is_digits(0) || token.text.len() > 15 {
        return None;
    }
    let mut digits = token.text.to_owned();
    let groups = digits.len() <= 3;
    probe.skip(1);
    while groups
        && probe.lower(0) == ","
        && probe.is_glued(0)
        && is_group(probe, 1)
        && digits.len() < 15
    {
        digits.push_str(probe.token(1)?.text);
        probe.skip(2);
    }
    if probe.lower(0) == "." && probe.is_glued(0) && probe.is_digits(1) && probe.is_glued(1) {
        digits.push('.');
        digits.push_str(probe.token(1)?.text);
        probe.skip(2);
    }
    let number = digits.parse().ok()?;
    *cursor = probe;
    Some(number)
}

fn is_group(cursor: Cursor<'_>, ahead: usize) -> bool {
    cursor.is_digits(ahead)
        && cursor.is_glued(ahead)
        && cursor.token(ahead).is_some_and(|t| t.text.len() == 3)
}

/// Reads a number in words ("twenty-two", "two hundred and fifty thousand"), without "a".
fn in_words(cursor: &mut Cursor<'_>) -> Option<f64> {
    let mut probe = *cursor;
    let mut total = 0.0;
    let mut part = f64::from(below_hundred(&mut probe)?);
    loop {
        let mut next = probe;
        next.eat_hyphen();
        let Some(factor) =
            scale(next.lower(0)).filter(|_| next.token(0).is_some_and(|t| t.text.len() > 2))
        else {
            break;
        };
        next.skip(1);
        part *= factor;
        if factor >= 1e3 {
            total += part;
            part = 0.0;
        }
        probe = next;
        next.eat("and");
        if let Some(small) = below_hundred(&mut next) {
            part += f64::from(small);
            probe = next;
        }
    }
    *cursor = probe;
    Some(total + part)
}

fn below_hundred(cursor: &mut Cursor<'_>) -> Option<u32> {
    let first = small_cardinal(cursor.lower(0))?;
    let is_tens = tens(cursor.lower(0)).is_some();
    cursor.skip(1);
    if is_tens {
        let mut probe = *cursor;
        probe.eat_hyphen();
        if let Some(unit) = small_cardinal(probe.lower(0)).filter(|unit| (1..10).contains(unit)) {
            probe.skip(1);
            *cursor = probe;
            return Some(first + unit);
        }
    }
    Some(first)
}

/// Reads one number: digits or words, with a scale word and a fraction ("2 1/2", "1.5 million").
pub(crate) fn cardinal(cursor: &mut Cursor<'_>) -> Option<f64> {
    let mut probe = *cursor;
    let number = if let Some(number) = decimal(&mut probe) {
        let number = number + fraction(&mut probe);
        scaled(&mut probe, number)
    } else if matches!(probe.lower(0), "a" | "an")
        && scale(probe.lower(1)).is_some()
        && probe.lower(1).len() > 2
    {
        probe.skip(1);
        scaled(&mut probe, 1.0)
    } else {
        in_words(&mut probe)?
    };
    *cursor = probe;
    Some(number)
}

/// Reads scale words after digits ("1.5 million", "40bn", "10k").
fn scaled(cursor: &mut Cursor<'_>, mut number: f64) -> f64 {
    loop {
        let word = cursor.lower(0);
        let Some(factor) =
            scale(word).filter(|_| word.len() > 2 || cursor.is_glued(0) || word == "bn")
        else {
            let mut probe = *cursor;
            if probe.eat_hyphen() && probe.lower(0).len() > 2 && scale(probe.lower(0)).is_some() {
                *cursor = probe;
                continue;
            }
            return number;
        };
        number *= factor;
        cursor.skip(1);
    }
}

/// Reads "1/2" or "½" after a whole number.
fn fraction(cursor: &mut Cursor<'_>) -> f64 {
    let value = match cursor.lower(0) {
        "½" => 0.5,
        "¼" => 0.25,
        "¾" => 0.75,
        _ => {
            let parts = (
                cursor.lower(0).parse::<f64>(),
                cursor.lower(1),
                cursor.lower(2).parse::<f64>(),
            );
            return match parts {
                (Ok(above), "/", Ok(below))
                    if cursor.token(0).is_some_and(|t| t.spaced)
                        && cursor.is_glued(1)
                        && cursor.is_glued(2)
                        && above < below
                        && below <= 16.0 =>
                {
                    cursor.skip(3);
                    above / below
                }
                _ => 0.0,
            };
        }
    };
    cursor.skip(1);
    value
}

/// Reads how many: a number, two numbers, "a", "a couple of", "several", "a few" …
pub(crate) fn count(cursor: &mut Cursor<'_>) -> Option<Count> {
    let mut probe = *cursor;
    if probe
        .eat_any_phrase(&["a couple of", "a couple", "couple of"])
        .is_some()
    {
        *cursor = probe;
        return Some(Count::Exact(2.0));
    }
    if probe.eat_any_phrase(&["a dozen", "one dozen"]).is_some() {
        *cursor = probe;
        return Some(Count::Exact(12.0));
    }
    const VAGUE: [&str; 18] = [
        "a few",
        "quite a few",
        "several",
        "a number of",
        "many",
        "some",
        "numerous",
        "dozens of",
        "hundreds of",
        "thousands of",
        "tens of thousands of",
        "scores of",
        "countless",
        "few",
        "a matter of",
        "a handful of",
        "various",
        "a great many",
    ];
    if probe.eat_any_phrase(&VAGUE).is_some() {
        *cursor = probe;
        return Some(Count::Vague);
    }
    if let Some(first) = cardinal(&mut probe) {
        let mut next = probe;
        let joined = next.eat_any(&["to", "or"]).is_some() || next.eat_hyphen();
        if joined && let Some(second) = cardinal(&mut next).filter(|second| *second > first) {
            *cursor = next;
            return Some(Count::Between(first, second));
        }
        *cursor = probe;
        return Some(Count::Exact(first));
    }
    if probe.eat_any(&["a", "an", "another"]).is_some() {
        *cursor = probe;
        return Some(Count::Exact(1.0));
    }
    None
}

/// Reads an ordinal: "first", "21st", "twenty-first".
pub(crate) fn ordinal(cursor: &mut Cursor<'_>) -> Option<u32> {
    let mut probe = *cursor;
    if let Some(number) = plain_integer(&mut probe, 3) {
        if probe.is_glued(0) && matches!(probe.lower(0), "st" | "nd" | "rd" | "th") {
            probe.skip(1);
            *cursor = probe;
            return Some(number);
        }
        return None;
    }
    if let Some(number) = small_ordinal(probe.lower(0)) {
        cursor.skip(1);
        return Some(number);
    }
    let above = tens(probe.lower(0))?;
    probe.skip(1);
    probe.eat_hyphen();
    let unit = small_ordinal(probe.lower(0)).filter(|unit| *unit < 10)?;
    probe.skip(1);
    *cursor = probe;
    Some(above + unit)
}

#[cfg(test)]
mod tests {
    use super::super::{Cursor, tokens};
    use super::{Count, count, ordinal};

    fn read(text: &str) -> Option<Count> {
        let tokens = tokens(text);
        count(&mut Cursor::new(&tokens, 0))
    }

    #[test]
    fn numbers_in_digits_and_words() {
        for (text, number) in [
            ("2,500 troops", 2500.0),
            ("2 1/2 years", 2.5),
            ("twenty-two", 22.0),
            ("two hundred and fifty thousand", 250_000.0),
            ("1.5 million", 1_500_000.0),
            ("a hundred years", 100.0),
            ("$40bn".trim_start_matches('$'), 4e10),
            ("an hour", 1.0),
            ("a couple of days", 2.0),
        ] {
            assert_eq!(read(text), Some(Count::Exact(number)), "{text}");
        }
    }

    #[test]
    fn ranges_and_vague_counts() {
        assert_eq!(read("two or three days"), Some(Count::Between(2.0, 3.0)));
        assert_eq!(read("10-12 people"), Some(Count::Between(10.0, 12.0)));
        assert_eq!(read("several weeks"), Some(Count::Vague));
        assert_eq!(read("weeks"), None);
    }

    #[test]
    fn ordinals() {
        for (text, number) in [("21st", 21), ("twenty-first", 21), ("third", 3)] {
            let tokens = tokens(text);
            assert_eq!(
                ordinal(&mut Cursor::new(&tokens, 0)),
                Some(number),
                "{text}"
            );
        }
    }
}
