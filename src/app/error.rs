//! Why there is no window, or none any more, in plain words.

use std::env;

use thiserror::Error;

/// Why there is no window, or none any more.
#[derive(Debug, Error, PartialEq, Eq)]
pub enum AppError {
    /// There is no display, or no graphics on it.
    #[error(
        "no window could be opened: {0}. Without a window, use \
         `crossread report FOLDER --out FILE.html` to read what was found in a browser, or \
         `crossread analyze FOLDER --out FILE.json`"
    )]
    NoWindow(String),
    /// The window was open, and an error inside the program ended it.
    #[error(
        "the window broke down by an error inside Crossread ({0}). What was shown as saved is \
         saved; start it again to go on"
    )]
    BrokeDown(String),
}

impl AppError {
    /// There is no display to ask.
    pub(super) fn no_display() -> Self {
        Self::NoWindow("there is no display".to_owned())
    }

    /// The window crates gave up.
    pub(super) fn of(error: &eframe::Error) -> Self {
        use eframe::Error as Of;
        Self::NoWindow(match error {
            Of::Glutin(_) | Of::NoGlutinConfigs(..) | Of::OpenGL(_) => {
                "the display gives no graphics (OpenGL)".to_owned()
            }
            other => reason(&other.to_string()),
        })
    }

    /// The window crates panicked before there was a window.
    pub(super) fn panicked(words: &str) -> Self {
        Self::NoWindow(reason(words))
    }
}

/// What went wrong, from the words of the crates that open windows.
fn reason(told: &str) -> String {
    if told.contains("shared librar") || told.contains("could not be loaded") {
        return "a library that windows need is missing (on Debian and Ubuntu, `apt install \
                libx11-6 libx11-xcb1 libxcursor1 libxi6 libxkbcommon-x11-0 libgl1` brings all of \
                them)"
            .to_owned();
    }
    if told.contains("open connection") {
        let display = env::var("DISPLAY").unwrap_or_default();
        return format!("the display {display} does not answer");
    }
    // Where in a crate it happened says nothing to a reader.
    let last = told.rsplit(": ").next().unwrap_or(told);
    last.trim_end_matches('.').to_owned()
}

#[cfg(test)]
mod tests {
    use super::AppError;

    #[test]
    fn what_window_crates_say_is_told_in_plain_words() {
        let told = |words: &str| AppError::panicked(words).to_string();
        let missing = told("Library libxkbcommon-x11.so could not be loaded.");
        assert!(missing.contains("apt install libx11-6"), "{missing}");
        let place = "os error at /somewhere/linux/mod.rs:788: ";
        let silent = told(&format!("{place}Failed to open connection to X server"));
        assert!(silent.contains("does not answer"), "{silent}");
        let other = told(&format!("{place}the moon is in the way."));
        assert!(other.contains(": the moon is in the way. "), "{other}");
        for words in [missing, silent, other] {
            assert!(!words.contains("mod.rs"), "{words}");
            assert!(words.contains("crossread report") && words.contains("crossread analyze"));
        }
    }
}
