//! Why there is no window.

use thiserror::Error;

/// Why there is no window.
#[derive(Debug, Error)]
pub enum AppError {
    /// There is no display, or no graphics on it.
    #[error(
        "no window could be opened ({0}). Without a display or graphics, use \
         `crossread report FOLDER --out FILE.html` to read what was found in a browser, or \
         `crossread analyze FOLDER --out FILE.json`"
    )]
    NoWindow(String),
}
