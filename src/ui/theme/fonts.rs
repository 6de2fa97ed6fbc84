//! The faces: Source Serif 4 to read, Inter for everything else. Both under the OFL, subset to
//! Latin, Greek and Cyrillic; other scripts come from the system.

use std::sync::Arc;

use egui::{Context, FontData, FontDefinitions, FontFamily};

/// Families, by the name they are registered under.
pub(super) const SERIF: &str = "serif";
pub(super) const SERIF_SEMIBOLD: &str = "serif-semibold";
pub(super) const SERIF_ITALIC: &str = "serif-italic";
pub(super) const SANS: &str = "sans";
pub(super) const SANS_SEMIBOLD: &str = "sans-semibold";

const FACES: [(&str, &[u8]); 5] = [
    (
        SERIF,
        include_bytes!("../../../assets/fonts/SourceSerif4-Regular.ttf"),
    ),
    (
        SERIF_SEMIBOLD,
        include_bytes!("../../../assets/fonts/SourceSerif4-SemiBold.ttf"),
    ),
    (
        SERIF_ITALIC,
        include_bytes!("../../../assets/fonts/SourceSerif4-Italic.ttf"),
    ),
    (
        SANS,
        include_bytes!("../../../assets/fonts/Inter-Regular.ttf"),
    ),
    (
        SANS_SEMIBOLD,
        include_bytes!("../../../assets/fonts/Inter-SemiBold.ttf"),
    ),
];

/// Registers the faces. Every family falls back on Inter, which has the arrows and marks.
pub fn install(ctx: &Context) {
    let mut fonts = FontDefinitions::empty();
    for (name, bytes) in FACES {
        fonts
            .font_data
            .insert(name.to_owned(), Arc::new(FontData::from_static(bytes)));
        fonts.families.insert(
            FontFamily::Name(name.into()),
            vec![name.to_owned(), SANS.to_owned()],
        );
    }
    for family in [FontFamily::Proportional, FontFamily::Monospace] {
        fonts.families.insert(family, vec![SANS.to_owned()]);
    }
    ctx.set_fonts(fonts);
}
