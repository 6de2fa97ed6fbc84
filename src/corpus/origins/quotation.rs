//! Shared words: runs of text and quotations that two mentions have in common.

/// Words in a row that two writers do not choose alike by chance.
const RUN_MIN: usize = 11;
/// Quoted words in a row that make two quotations the same.
const QUOTED_MIN: usize = 4;

/// The longest run of at least `RUN_MIN` words that both have, as written in the first.
pub(super) fn shared_run(a: &[String], b: &[String]) -> Option<String> {
    longest_run(a, b, RUN_MIN).map(|run| run.join(" "))
}

/// The longest shared run of at least `QUOTED_MIN` quoted words.
pub(super) fn shared_quotation(a: &[String], b: &[String]) -> Option<String> {
    longest_run(a, b, QUOTED_MIN).map(|run| run.join(" "))
}

/// The longest run of at least `least` words that stands in both, by dynamic programming over word
/// pairs.
fn longest_run<'a>(a: &'a [String], b: &[String], least: usize) -> Option<&'a [String]> {
    if a.len().min(b.len()) < least {
        return None;
    }
    let mut best = (0, 0);
    let mut previous = vec![0_usize; b.len() + 1];
    for (i, word) in a.iter().enumerate() {
        let mut current = vec![0_usize; b.len() + 1];
        for (j, other) in b.iter().enumerate() {
            if word.eq_ignore_ascii_case(other) {
                let length = previous.get(j).copied().unwrap_or(0) + 1;
                if let Some(slot) = current.get_mut(j + 1) {
                    *slot = length;
                }
                if length > best.0 {
                    best = (length, i + 1);
                }
            }
        }
        previous = current;
    }
    a.get(best.1.saturating_sub(best.0)..best.1)
        .filter(|run| run.len() >= least)
}

#[cfg(test)]
mod tests {
    use super::{shared_quotation, shared_run};

    fn words(text: &str) -> Vec<String> {
        text.split_whitespace().map(str::to_owned).collect()
    }

    #[test]
    fn a_trimmed_quotation_is_the_same_quotation() {
        let full = words("we have no sign that the crew ignored any instruction");
        let trimmed = words("no sign that the crew");
        assert_eq!(
            shared_quotation(&full, &trimmed).as_deref(),
            Some("no sign that the crew")
        );
    }

    #[test]
    fn a_short_phrase_is_no_shared_text() {
        let one = words("the minister said on Monday that the bridge will open in May");
        let other = words("officials hope that the bridge will open before the summer");
        assert_eq!(shared_run(&one, &other), None);
    }
}
