//! Taking English endings off.

/// The singular of a regular plural.
pub(super) fn plural(word: &str, is_word: &impl Fn(&str) -> bool) -> String {
    if let Some(stem) = word.strip_suffix("men") {
        return format!("{stem}man");
    }
    without_s(word, is_word)
}

/// The base form of a verb in the third person.
pub(super) fn third_person(word: &str, is_word: &impl Fn(&str) -> bool) -> String {
    without_s(word, is_word)
}

/// A word without its "s", "es" or "ies".
fn without_s(word: &str, is_word: &impl Fn(&str) -> bool) -> String {
    let Some(stem) = word
        .strip_suffix('s')
        .filter(|stem| !stem.ends_with(['s', '\'']))
    else {
        return word.to_owned();
    };
    if let Some(base) = stem.strip_suffix("ie").filter(|base| base.len() > 1) {
        let with_y = format!("{base}y");
        return if is_word(stem) && !is_word(&with_y) {
            stem.to_owned()
        } else {
            with_y
        };
    }
    let hisses = ["sse", "xe", "che", "she", "zze", "oe"];
    if let Some(base) = stem
        .strip_suffix('e')
        .filter(|_| hisses.iter().any(|h| stem.ends_with(h)))
    {
        return if is_word(stem) && !is_word(base) {
            stem.to_owned()
        } else {
            base.to_owned()
        };
    }
    if let Some(base) = stem.strip_suffix('e').filter(|base| base.ends_with('s')) {
        // "buses" but "cases": the form that is a word; "base" and "bas" are rare together.
        return if is_word(base) && !is_word(stem) {
            base.to_owned()
        } else {
            stem.to_owned()
        };
    }
    stem.to_owned()
}

/// The base form of a regular past.
pub(super) fn past(word: &str, is_word: &impl Fn(&str) -> bool) -> String {
    if let Some(stem) = word.strip_suffix("ied").filter(|stem| stem.len() > 1) {
        return format!("{stem}y");
    }
    if word.ends_with("ied") {
        return word.trim_end_matches('d').to_owned();
    }
    match word.strip_suffix("ed").filter(|stem| has_vowel(stem)) {
        Some(stem) => restored(stem, is_word),
        None => word.to_owned(),
    }
}

/// The base form of an "ing" form.
pub(super) fn ing(word: &str, is_word: &impl Fn(&str) -> bool) -> String {
    match word.strip_suffix("ing").filter(|stem| has_vowel(stem)) {
        Some(stem) => restored(stem, is_word),
        None => word.to_owned(),
    }
}

/// The base form of a comparative or superlative.
pub(super) fn degree(word: &str, ending: &str, is_word: &impl Fn(&str) -> bool) -> String {
    let Some(stem) = word.strip_suffix(ending).filter(|stem| stem.len() > 1) else {
        return word.to_owned();
    };
    if let Some(base) = stem.strip_suffix('i') {
        return format!("{base}y");
    }
    restored(stem, is_word)
}

/// A stem with its lost "e", or without its doubled letter.
fn restored(stem: &str, is_word: &impl Fn(&str) -> bool) -> String {
    let with_e = format!("{stem}e");
    let mut back = stem.chars().rev();
    let (last, before, third) = (back.next(), back.next(), back.next());
    if last == before && last.is_some_and(|c| !is_vowel(c)) {
        let single: String = stem.chars().take(stem.len() - 1).collect();
        let keeps =
            is_word(stem) || matches!(last, Some('l' | 's' | 'f' | 'z')) && !is_word(&single);
        return if keeps { stem.to_owned() } else { single };
    }
    let is_short = before.is_some_and(is_vowel)
        && last.is_some_and(|c| !is_vowel(c) && !matches!(c, 'w' | 'x' | 'y'))
        && third.is_none_or(|c| !is_vowel(c) || c == 'u');
    if is_short && is_word(&with_e) || !is_word(stem) && is_word(&with_e) {
        return with_e;
    }
    if is_word(stem) {
        return stem.to_owned();
    }
    let loses_e = stem.ends_with(['v', 'c', 'u'])
        || stem.ends_with(['s', 'z']) && !stem.ends_with("ss")
        || [
            "ng", "dg", "rg", "bl", "pl", "tl", "dl", "gl", "fl", "kl", "at", "ur", "ir", "iz",
            "ag", "ib", "cl", "sl", "zl",
        ]
        .iter()
        .any(|ending| stem.ends_with(ending))
            && third.is_some();
    if loses_e { with_e } else { stem.to_owned() }
}

/// Whether a stem has a vowel.
fn has_vowel(stem: &str) -> bool {
    stem.chars().any(|c| is_vowel(c) || c == 'y')
}

/// Whether a letter is a vowel.
fn is_vowel(c: char) -> bool {
    matches!(c, 'a' | 'e' | 'i' | 'o' | 'u')
}
