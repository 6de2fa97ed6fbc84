//! Colours, type and spacing: the only place of the program that knows them.

mod fonts;
mod outlets;
#[cfg(test)]
mod sight;
mod spacing;
mod style;
mod tokens;
mod type_scale;

pub use fonts::install as install_fonts;
pub use outlets::{OutletShape, outlet_mark, outlet_shape};
pub use spacing::{
    CARD_RADIUS, GAP, HALF, LIST_WIDTH, MEASURE, NARROW, PAGE_MARGIN, RADIUS, SIDE_WIDTH, TWICE,
};
pub use style::install as install_style;
pub use tokens::{Tokens, tint};
pub use type_scale::{Type, format, rich, rich_in};
