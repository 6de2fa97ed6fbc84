//! How long the rest will take, from how long the work so far took.
//!
//! Owns the honest guess: by letters, since articles differ in length; only from what was really
//! analysed, since what comes out of the cache costs next to nothing; nothing until there is
//! something to go by.

use std::time::Duration;

/// No guess before this much work was measured.
const MEASURED_MIN: Duration = Duration::from_secs(3);
/// No guess from fewer articles than this.
const ARTICLES_MIN: usize = 4;

/// How far the analysis of articles has come.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    /// Articles done.
    pub done: usize,
    /// Articles in all.
    pub total: usize,
    /// How long the articles that are left will take; `None` while there is nothing to go by.
    pub left: Option<Duration>,
}

/// What was done and what is left to do.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Work {
    /// Articles analysed, without those from the cache.
    pub(super) articles: usize,
    /// Bytes of text analysed.
    pub(super) done_bytes: u64,
    /// Bytes of text still to be analysed.
    pub(super) left_bytes: u64,
}

/// Time that the rest will take at the speed so far, measured over `elapsed`.
pub(super) fn time_left(work: Work, elapsed: Duration) -> Option<Duration> {
    let is_known = elapsed >= MEASURED_MIN && work.articles >= ARTICLES_MIN && work.done_bytes > 0;
    is_known.then(|| elapsed.mul_f64(work.left_bytes as f64 / work.done_bytes as f64))
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::{Work, time_left};

    #[test]
    fn twice_the_text_takes_twice_the_time() {
        let work = Work {
            articles: 10,
            done_bytes: 50_000,
            left_bytes: 100_000,
        };
        let left = time_left(work, Duration::from_secs(20));
        assert_eq!(left, Some(Duration::from_secs(40)));
    }

    #[test]
    fn nothing_is_guessed_from_next_to_nothing() {
        let one = Work {
            articles: 1,
            done_bytes: 5_000,
            left_bytes: 5_000_000,
        };
        assert_eq!(time_left(one, Duration::from_mins(1)), None);
        let early = Work {
            articles: 40,
            ..one
        };
        assert_eq!(time_left(early, Duration::from_millis(200)), None);
    }
}
