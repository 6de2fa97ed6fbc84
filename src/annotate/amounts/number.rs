//! The numbers of amounts: exact, ranges, fractions, shares and vague multitudes.

use crate::annotate::grammar::{Cursor, cardinal};
use crate::model::AmountValue;

/// Reads a number of any form.
pub(super) fn number(cursor: &mut Cursor<'_>) -> Option<AmountValue> {
    multitude(cursor)
        .or_else(|| share(cursor))
        .or_else(|| fraction(cursor))
        .or_else(|| dozen(cursor))
        .or_else(|| counted(cursor))
}

/// "8 600", "100 000": groups of three digits apart, as read behind a sign of money.
pub(super) fn spaced_groups(cursor: &mut Cursor<'_>) -> Option<AmountValue> {
    let mut probe = *cursor;
    let first = probe.token(0).filter(|token| token.text.len() <= 3)?;
    let mut value: f64 = first.text.parse().ok().filter(|_| probe.is_digits(0))?;
    probe.skip(1);
    let start = probe.at();
    while let Some(group) = probe.token(0).filter(|token| {
        probe.is_digits(0) && token.spaced && !token.opens_paragraph && token.text.len() == 3
    }) {
        value = 1e3f64.mul_add(value, group.text.parse::<f64>().ok()?);
        probe.skip(1);
    }
    (probe.at() > start).then(|| {
        *cursor = probe;
        AmountValue::exact(value)
    })
}

/// "dozens", "hundreds of thousands", "tens of millions".
fn multitude(cursor: &mut Cursor<'_>) -> Option<AmountValue> {
    let mut probe = *cursor;
    let (mut low, mut high) = many(probe.lower(0))?;
    probe.skip(1);
    let mut behind = probe;
    if behind.eat("of")
        && let Some((factor, _)) = many(behind.lower(0)).filter(|(factor, _)| *factor >= 200.0)
    {
        behind.skip(1);
        probe = behind;
        (low, high) = (low * factor / 2.0, (high + 1.0) * factor / 2.0);
    }
    *cursor = probe;
    Some(AmountValue {
        low,
        high,
        approximate: true,
    })
}

fn many(word: &str) -> Option<(f64, f64)> {
    Some(match word {
        "tens" => (20.0, 99.0),
        "dozens" => (24.0, 99.0),
        "scores" => (40.0, 99.0),
        "hundreds" => (200.0, 999.0),
        "thousands" => (2e3, 9_999.0),
        "millions" => (2e6, 999_999_999.0),
        "billions" => (2e9, 999_999_999_999.0),
        _ => return None,
    })
}

/// "three in ten", "one in three", "nine out of 10".
fn share(cursor: &mut Cursor<'_>) -> Option<AmountValue> {
    let mut probe = *cursor;
    let part = cardinal(&mut probe)?;
    if !probe.eat_phrase("out of") && !probe.eat("in") {
        return None;
    }
    let whole =
        cardinal(&mut probe).filter(|whole| *whole > part && *whole <= 1000.0 && part < 100.0)?;
    *cursor = probe;
    Some(AmountValue::exact(part / whole))
}

/// "half", "a third", "two-thirds", "three quarters", "a quarter of a million".
fn fraction(cursor: &mut Cursor<'_>) -> Option<AmountValue> {
    let mut probe = *cursor;
    if probe.eat("half") {
        if probe.eat_phrase("a million") {
            *cursor = probe;
            return Some(AmountValue::exact(500_000.0));
        }
        let is_share = matches!(
            probe.lower(0),
            "of" | "the" | "its" | "their" | "his" | "her" | "all" | "our" | "were" | "are"
        );
        let is_ordinal = matches!(
            cursor.lower_before(1),
            "first" | "second" | "other" | "and" | "-" | "better" | "latter"
        );
        if !is_share || is_ordinal {
            return None;
        }
        *cursor = probe;
        return Some(AmountValue::exact(0.5));
    }
    let above = if probe.eat_any(&["a", "one"]).is_some() {
        1.0
    } else {
        cardinal(&mut probe).filter(|n| *n < 20.0)?
    };
    probe.eat_hyphen();
    let below = match probe.lower(0) {
        "half" | "halves" if above > 1.0 => 2.0,
        "third" | "thirds" => 3.0,
        "quarter" | "quarters" => 4.0,
        "fifth" | "fifths" => 5.0,
        "sixth" | "sixths" => 6.0,
        "seventh" | "sevenths" => 7.0,
        "eighth" | "eighths" => 8.0,
        "tenth" | "tenths" => 10.0,
        _ => return None,
    };
    let is_plural = probe.lower(0).ends_with('s');
    probe.skip(1);
    if probe.eat_phrase("of a million") {
        *cursor = probe;
        return Some(AmountValue::exact(1e6 * above / below));
    }
    // "a third man" is not a share.
    if !is_plural && (above > 1.0 || probe.lower(0) != "of") {
        return None;
    }
    *cursor = probe;
    Some(AmountValue::exact(above / below))
}

/// "a dozen", "half a dozen", "two dozen".
fn dozen(cursor: &mut Cursor<'_>) -> Option<AmountValue> {
    let mut probe = *cursor;
    let times = if probe.eat_any_phrase(&["half a", "half-a"]).is_some() {
        0.5
    } else if probe.eat("a") {
        1.0
    } else {
        cardinal(&mut probe)?
    };
    if !probe.eat("dozen") {
        return None;
    }
    *cursor = probe;
    Some(AmountValue {
        low: 12.0 * times,
        high: 12.0 * times,
        approximate: true,
    })
}

/// "31", "2.5 million", "four to six thousand", "between 10 and 12", "two and a half thousand".
fn counted(cursor: &mut Cursor<'_>) -> Option<AmountValue> {
    let mut probe = *cursor;
    let is_between = probe.eat("between");
    let first = with_half(&mut probe)?;
    let mut next = probe;
    let is_joined = if is_between {
        next.eat("and")
    } else {
        next.eat_any(&["to", "or"]).is_some() || next.eat_hyphen()
    };
    if is_joined && let Some(second) = with_half(&mut next) {
        let first = shared_scale(first, second, probe, next);
        if second > first {
            *cursor = next;
            return Some(AmountValue {
                low: first,
                high: second,
                approximate: false,
            });
        }
        if is_tally(&probe, &next) {
            *cursor = next;
            return Some(AmountValue::exact(first));
        }
    }
    if is_between {
        return None;
    }
    *cursor = probe;
    Some(AmountValue::exact(first))
}

/// "348-77": the votes or goals of two sides, from behind the first number to behind the second.
fn is_tally(first: &Cursor<'_>, second: &Cursor<'_>) -> bool {
    let is_short = |digits: &str| digits.len() <= 3 && digits.bytes().all(|b| b.is_ascii_digit());
    is_short(first.lower_before(1))
        && first.is_glued(0)
        && first.is_glued(1)
        && is_short(second.lower_before(1))
        && !(second.is_glued(0)
            && (second.is_word(0) || matches!(second.lower(0), "-" | "/" | ":")))
}

fn with_half(cursor: &mut Cursor<'_>) -> Option<f64> {
    let number = cardinal(cursor)?;
    let mut probe = *cursor;
    if probe.eat_phrase("and a half") {
        let factor = match probe.eat_any(&["thousand", "million", "billion"]) {
            Some("thousand") => 1e3,
            Some("million") => 1e6,
            Some(_) => 1e9,
            None => 1.0,
        };
        *cursor = probe;
        return Some((number + 0.5) * factor);
    }
    Some(number)
}

/// "four to six thousand": the scale belongs to both.
fn shared_scale(
    first: f64,
    second: f64,
    end_of_first: Cursor<'_>,
    end_of_second: Cursor<'_>,
) -> f64 {
    let factor = |word: &str| match word {
        "hundred" => 1e2,
        "thousand" => 1e3,
        "million" => 1e6,
        "billion" => 1e9,
        "trillion" => 1e12,
        _ => 1.0,
    };
    let own = factor(end_of_first.lower_before(1));
    let shared = factor(end_of_second.lower_before(1));
    if own < shared && first < 1000.0 && first * shared < second {
        first * shared
    } else {
        first
    }
}
