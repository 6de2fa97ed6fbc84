//! How common words are in news at large, so that what is rare can be told in a folder of three
//! articles as well as in one of a thousand.

use std::collections::HashMap;
use std::sync::OnceLock;

/// Texts that were counted.
const TEXTS: f32 = 3171.0;
/// Share of texts taken for a word that is not in the list.
const UNLISTED: f32 = 0.0005;

const LIST: &str = include_str!("../../assets/lexicon/background.tsv");

/// Share of short news texts in which a word stands, 0 to 1; `lemma` in lower case.
pub(crate) fn share_of_texts(lemma: &str) -> f32 {
    static SHARES: OnceLock<HashMap<&'static str, f32>> = OnceLock::new();
    SHARES
        .get_or_init(|| {
            LIST.lines()
                .filter(|line| !line.starts_with('#'))
                .filter_map(|line| {
                    let (word, count) = line.split_once('\t')?;
                    Some((word, count.trim().parse::<f32>().ok()? / TEXTS))
                })
                .collect()
        })
        .get(lemma)
        .copied()
        .unwrap_or(UNLISTED)
}

#[cfg(test)]
mod tests {
    use super::share_of_texts;

    #[test]
    fn common_words_are_more_common_than_rare_ones() {
        assert!(share_of_texts("the") > 0.9);
        assert!(share_of_texts("government") > share_of_texts("ferry"));
        assert!(share_of_texts("halvane") < 0.001);
    }
}
