//! The sentence at the foot of the window that says what happened last.

/// How long a sentence stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stay {
    /// Until it has been read: something went as asked.
    AWhile,
    /// The same, with a way to take back what it tells.
    WithUndo,
    /// The same, with a way to do again what it tells was taken back.
    WithRedo,
    /// Until it is sent away or another one comes: something was lost or is left to be done.
    UntilSeen,
}

/// A sentence for the foot line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// The sentence.
    pub words: String,
    /// How long it stands.
    pub stay: Stay,
}

impl Notice {
    /// Something went as asked.
    pub fn passing(words: impl Into<String>) -> Self {
        let (words, stay) = (words.into(), Stay::AWhile);
        Self { words, stay }
    }

    /// Something was done that can be undone.
    pub fn done(words: impl Into<String>) -> Self {
        let (words, stay) = (words.into(), Stay::WithUndo);
        Self { words, stay }
    }

    /// Something was taken back that can be done again.
    pub fn undone(words: impl Into<String>) -> Self {
        let (words, stay) = (words.into(), Stay::WithRedo);
        Self { words, stay }
    }

    /// Something did not go as asked.
    pub fn staying(words: impl Into<String>) -> Self {
        let (words, stay) = (words.into(), Stay::UntilSeen);
        Self { words, stay }
    }

    /// Seconds that it takes to notice and read it, twice over; `None` where it does not leave by
    /// itself.
    pub fn seconds(&self) -> Option<f64> {
        /// Words read in a second, at a slow pace.
        const PACE: f64 = 2.0;
        let words = self.words.split_whitespace().count() as f64;
        (self.stay != Stay::UntilSeen).then_some(4.0 + words / PACE)
    }
}

#[cfg(test)]
mod tests {
    use super::Notice;

    #[test]
    fn a_longer_sentence_stands_longer_and_a_loss_until_it_is_seen() {
        let short = Notice::passing("Copied: the passage.").seconds();
        let long = Notice::done("Done: merging of “al-Sudani” and “Sudani”.").seconds();
        assert!(short < long);
        assert_eq!(Notice::staying("Not saved.").seconds(), None);
    }
}
