//! A grid of four points.

/// Half a step, between things that belong together.
pub const HALF: f32 = 4.0;
/// One step.
pub const GAP: f32 = 8.0;
/// Two steps, between groups.
pub const TWICE: f32 = 16.0;
/// From the edge of a screen to its content.
pub const PAGE_MARGIN: f32 = 24.0;
/// Corners of rows, chips, buttons.
pub const RADIUS: u8 = 6;
/// Corners of cards.
pub const CARD_RADIUS: u8 = 10;
/// Usual width of the list of articles.
pub const LIST_WIDTH: f32 = 280.0;
/// Usual width of the panel at the right.
pub const SIDE_WIDTH: f32 = 320.0;
/// Widest line of running text: about 66 characters at 18 points.
pub const MEASURE: f32 = 600.0;
/// A window narrower than this shows one column; the rest goes into drawers.
pub const NARROW: f32 = 1060.0;
