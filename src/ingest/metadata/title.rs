//! Comparing headlines: the same one said again, in other words or with a site's name behind it.

/// A headline for comparing: letters and figures in lower case, one space between words.
pub(in crate::ingest) fn folded(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for character in text.chars() {
        if character.is_alphanumeric() {
            out.extend(character.to_lowercase());
        } else if matches!(character, '\'' | '’') {
            // "don't" and "dont" are one word.
        } else if !out.ends_with(' ') && !out.is_empty() {
            out.push(' ');
        }
    }
    out.truncate(out.trim_end().len());
    out
}

/// Share of words that two headlines have in common, from 0 to 1, counted by word stems of five
/// letters so that "presses" and "pressure" agree.
pub(in crate::ingest) fn likeness(a: &str, b: &str) -> f64 {
    let stems = |text: &str| -> Vec<String> {
        folded(text)
            .split(' ')
            .filter(|word| word.len() > 2)
            .map(|word| word.chars().take(5).collect())
            .collect()
    };
    let (a, b) = (stems(a), stems(b));
    let shared = a.iter().filter(|stem| b.contains(stem)).count();
    let shorter = a.len().min(b.len());
    if shorter == 0 {
        return 0.0;
    }
    shared as f64 / a.len().max(b.len()) as f64
}

/// Whether `line` says `title` again, maybe cut short or with a site's name.
pub(in crate::ingest) fn repeats(line: &str, title: &str) -> bool {
    let (line, title) = (folded(line), folded(title));
    if line.is_empty() || title.is_empty() {
        return false;
    }
    if line == title {
        return true;
    }
    let (short, long) = if line.len() < title.len() {
        (&line, &title)
    } else {
        (&title, &line)
    };
    short.split(' ').count() >= 4
        && short.len() * 10 >= long.len() * 7
        && long.starts_with(short.as_str())
}

#[cfg(test)]
mod tests {
    use super::{likeness, repeats};

    #[test]
    fn the_same_headline_in_other_words() {
        assert!(repeats(
            "Dam boss: storm was “too much”",
            "Dam boss: Storm was 'too much'"
        ));
        assert!(
            likeness(
                "Pressure on Iraq over tensions",
                "US pressures Iraq amid tensions"
            ) >= 0.5
        );
        assert!(likeness("Dam gate jams", "Choir to sing at fair") < 0.2);
    }
}
