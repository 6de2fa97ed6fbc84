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

/// What stands between a headline and the name of its site.
const SEPARATORS: &[&str] = &[
    " | ", " - ", " – ", " — ", " :: ", " : ", " » ", " « ", " › ", " · ", " • ", " / ", " ~ ",
    " || ", " // ", " < ", " > ", "｜", "－", "：",
];
/// Letters of a word that headlines with capitals never write small.
const LONG_WORD_LETTERS: usize = 4;
/// Fewest such words by which capitals are no names only.
const LONG_WORDS_MIN: usize = 5;
/// Most words of a headline with capitals.
const TITLE_WORDS_MAX: usize = 20;
/// Fewest words of a heading that is a headline although the title has a remark behind it.
const HEADING_WORDS_MIN: usize = 4;
/// Fewest words of a title that a longer heading may replace.
const TITLE_WORDS_MIN: usize = 3;
/// Most words of such a remark: "(Published 2018)".
const REMARK_WORDS_MAX: usize = 2;
/// Letters that count as a word where a script sets no spaces.
const LETTERS_PER_WORD: usize = 3;
/// Shortest name, in letters, that is recognised at the start or the end of another.
const NAME_LETTERS_MIN: usize = 4;

/// A headline without the site's name behind or before it, and without the section beside that.
pub(in crate::ingest) fn without_site<'t>(title: &'t str, sites: &[String]) -> &'t str {
    let mut rest = title.trim();
    let mut site_gone = false;
    loop {
        let behind = SEPARATORS
            .iter()
            .filter_map(|separator| rest.rsplit_once(separator))
            .min_by_key(|(_, last)| last.len());
        let before = SEPARATORS
            .iter()
            .chain(&[": "])
            .filter_map(|separator| rest.split_once(separator))
            .min_by_key(|(first, _)| first.len());
        let section = |part: &str| {
            let set_off = rest
                .strip_suffix(part)
                .is_some_and(|head| head.ends_with("| ") && words(head) > TITLE_WORDS_MIN);
            (site_gone || set_off) && super::section::is_section(part)
        };
        if let Some((head, last)) = behind
            && (is_site(last, sites) || section(last))
        {
            rest = head.trim();
        } else if let Some((first, tail)) = before
            && (is_site(first, sites) || section(first))
        {
            rest = tail.trim();
        } else {
            return rest;
        }
        site_gone = true;
    }
}

/// The pieces of a window's title, and of each the rest without it: the last first, then the first.
pub(in crate::ingest) fn pieces(title: &str) -> Vec<(&str, &str)> {
    let behind = SEPARATORS
        .iter()
        .filter_map(|separator| title.rsplit_once(separator))
        .min_by_key(|(_, last)| last.len())
        .map(|(rest, last)| (last.trim(), rest.trim()));
    let before = SEPARATORS
        .iter()
        .chain(&[": "])
        .filter_map(|separator| title.split_once(separator))
        .min_by_key(|(first, _)| first.len())
        .map(|(first, rest)| (first.trim(), rest.trim()));
    behind.into_iter().chain(before).collect()
}

/// Whether `heading` goes on where `title`, of three words or more, ends.
pub(in crate::ingest) fn goes_on(heading: &str, title: &str) -> bool {
    let title = folded(title);
    words(&title) >= TITLE_WORDS_MIN
        && folded(heading)
            .strip_prefix(&title)
            .is_some_and(|rest| rest.starts_with(' '))
}

/// Whether words are the name of one of these sites, spaces, dots and "The" aside.
pub(in crate::ingest) fn is_site(words: &str, sites: &[String]) -> bool {
    let words = compact(words);
    if words.is_empty() {
        return false;
    }
    sites.iter().any(|site| {
        let site = compact(site);
        let (short, long) = if site.len() < words.len() {
            (&site, &words)
        } else {
            (&words, &site)
        };
        site == words
            || short.chars().count() >= NAME_LETTERS_MIN
                && short.len() * 2 >= long.len()
                && (long.starts_with(short.as_str()) || long.ends_with(short.as_str()))
    })
}

/// The name of a site in its address: "www.the-paper.co.uk" gives "the-paper".
pub(in crate::ingest) fn host_name(url: &str) -> Option<String> {
    let rest = url.split_once("://")?.1;
    let host = rest.split(['/', '?', '#', ':']).next()?;
    let parts: Vec<&str> = host.split('.').collect();
    // The longest part is the name: the others are "www", a section, a country.
    let named = parts.len().checked_sub(1)?;
    parts
        .into_iter()
        .take(named)
        .max_by_key(|part| part.len())
        .filter(|part| part.len() >= NAME_LETTERS_MIN)
        .map(str::to_owned)
}

/// Letters and figures alone, without "the" before them.
fn compact(name: &str) -> String {
    let folded = folded(name);
    folded
        .strip_prefix("the ")
        .unwrap_or(&folded)
        .chars()
        .filter(|c| *c != ' ')
        .collect()
}

/// Whether `title` is `heading` with a remark in brackets behind it.
pub(in crate::ingest) fn has_remark(title: &str, heading: &str) -> bool {
    title
        .strip_prefix(heading.trim_end())
        .is_some_and(|remark| {
            remark.starts_with(" (")
                && words(heading) >= HEADING_WORDS_MIN
                && words(remark) <= REMARK_WORDS_MAX
        })
}

/// Whether `heading` is what stands before or behind a separator in `title`.
pub(in crate::ingest) fn is_part(heading: &str, title: &str) -> bool {
    let heading = folded(heading);
    !heading.is_empty()
        && SEPARATORS.iter().any(|separator| {
            let parts = [title.rsplit_once(separator), title.split_once(separator)];
            parts.into_iter().flatten().any(|(before, behind)| {
                (folded(before) == heading && words(before) >= 2)
                    || (folded(behind) == heading && words(behind) > words(before))
            })
        })
}

/// Whether a line is written as headlines of some papers are, with capitals; such a one may end as a
/// sentence does.
pub(in crate::ingest) fn is_in_title_case(line: &str) -> bool {
    let long: Vec<&str> = line
        .split_whitespace()
        .filter(|word| word.chars().filter(|c| c.is_alphabetic()).count() >= LONG_WORD_LETTERS)
        .collect();
    let capitals = long
        .iter()
        .filter(|word| {
            word.chars()
                .find(|c| c.is_alphabetic())
                .is_some_and(char::is_uppercase)
        })
        .count();
    long.len() >= LONG_WORDS_MIN
        && capitals * 10 >= long.len() * 9
        && line.split_whitespace().count() <= TITLE_WORDS_MAX
}

/// Words of a text, also of one whose script sets no spaces.
fn words(text: &str) -> usize {
    let unspaced = text.chars().filter(|&c| c >= '\u{2e80}').count();
    text.split_whitespace()
        .count()
        .max(unspaced / LETTERS_PER_WORD)
}

/// Whether `title` is `whole` with its end left out, and says so by dots.
pub(in crate::ingest) fn is_cut_short(title: &str, whole: &str) -> bool {
    let start = title.trim_end_matches(['.', '…', ' ']);
    start.len() < title.trim_end().len()
        && title.trim_end().ends_with(['.', '…'])
        && (title.contains("...") || title.contains('…'))
        && whole.len() > title.len()
        && folded(whole).starts_with(&folded(start))
}

#[cfg(test)]
mod tests {
    use super::{
        has_remark, host_name, is_cut_short, is_in_title_case, is_part, likeness, repeats,
        without_site,
    };

    #[test]
    fn the_name_of_the_site_is_no_part_of_the_headline() {
        let sites = ["The Harbour Post".to_owned(), "harbourpost".to_owned()];
        for (title, bare) in [
            ("Wall falls again | The Harbour Post", "Wall falls again"),
            (
                "Wall falls again - Politics - Harbour Post",
                "Wall falls again",
            ),
            ("HarbourPost.example: Wall falls again", "Wall falls again"),
            ("Wall - a history", "Wall - a history"),
            ("Exclusive: wall falls again", "Exclusive: wall falls again"),
        ] {
            assert_eq!(without_site(title, &sites), bare, "{title}");
        }
        assert_eq!(
            host_name("https://www.harbourpost.co.uk/a").as_deref(),
            Some("harbourpost")
        );
    }

    #[test]
    fn a_heading_that_is_part_of_the_title_is_the_headline() {
        assert!(is_part(
            "Wall falls again",
            "Wall falls again – Ostrel and the coast"
        ));
        assert!(!is_part("Ostrel", "Wall falls again – Ostrel"));
        assert!(is_in_title_case(
            "A Report Warned of Rust. A Year Later, the Bridge Fell."
        ));
        assert!(!is_in_title_case(
            "Ines Calloway met Sam Okoro in Ostrel on Tuesday morning."
        ));
        assert!(is_part("壁が再び崩れた", "壁が再び崩れた｜港の新聞"));
        assert!(has_remark(
            "Wall falls for the third time (Published 2018)",
            "Wall falls for the third time"
        ));
        assert!(!has_remark("Wall falls (again)", "Wall falls"));
        assert!(is_cut_short(
            "Wall falls again as the …",
            "Wall falls again as the storm comes"
        ));
        assert!(!is_cut_short(
            "Wall falls again.",
            "Wall falls again. And again"
        ));
    }

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
