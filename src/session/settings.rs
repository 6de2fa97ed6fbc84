//! What the reader has set and the program remembers.

use serde::{Deserialize, Serialize};

/// Smallest and largest size of everything on screen, as factors.
pub const ZOOM_RANGE: std::ops::RangeInclusive<f32> = 0.6..=2.5;

/// Which theme the reader wants.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum ThemeChoice {
    /// As the system has it.
    #[default]
    System,
    /// Dark words on paper.
    Light,
    /// Light words on dark.
    Dark,
}

/// What the reader has set.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Settings {
    /// Light, dark, or as the system.
    pub theme: ThemeChoice,
    /// Whether colours and lines stand out as far as they can.
    pub high_contrast: bool,
    /// Whether nothing on screen moves by itself.
    pub is_calm: bool,
    /// Whether the tour was seen or ended.
    pub has_toured: bool,
    /// Size of everything, a factor within [`ZOOM_RANGE`].
    pub zoom: f32,
    /// Whether the list of articles is shown beside the page.
    pub shows_list: bool,
    /// Whether the panel at the right of the page is shown.
    pub shows_side: bool,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            theme: ThemeChoice::System,
            high_contrast: false,
            is_calm: false,
            has_toured: false,
            zoom: 1.0,
            shows_list: true,
            shows_side: true,
        }
    }
}
