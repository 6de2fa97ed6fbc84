//! Sizes and faces of text by their use.

use egui::text::TextFormat;
use egui::{Color32, FontFamily, FontId, RichText};

use super::fonts::{SANS, SANS_SEMIBOLD, SERIF, SERIF_ITALIC, SERIF_SEMIBOLD};

/// What a text is used for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Type {
    /// Headline of a page.
    Headline,
    /// Running text of an article.
    Reading,
    /// Running text in italics.
    ReadingItalic,
    /// Words of an article quoted on another screen.
    Quoted,
    /// A headline quoted on another screen.
    QuotedHeadline,
    /// Everything else.
    Ui,
    /// Names of screens, headings inside cards.
    Strong,
    /// Facts that stand back.
    Small,
    /// Heading of a group.
    Group,
    /// A sentence that explains, larger.
    Lead,
}

impl Type {
    /// Face, size in points, line height in points.
    const fn measures(self) -> (&'static str, f32, f32) {
        match self {
            Self::Headline => (SERIF_SEMIBOLD, 28.0, 36.0),
            Self::Reading => (SERIF, 18.0, 29.0),
            Self::ReadingItalic => (SERIF_ITALIC, 18.0, 29.0),
            Self::Quoted => (SERIF, 16.0, 24.0),
            Self::QuotedHeadline => (SERIF_SEMIBOLD, 19.0, 26.0),
            Self::Ui => (SANS, 13.0, 20.0),
            Self::Strong => (SANS_SEMIBOLD, 13.0, 20.0),
            Self::Small => (SANS, 12.0, 18.0),
            Self::Group => (SANS_SEMIBOLD, 11.0, 16.0),
            Self::Lead => (SANS, 15.0, 22.0),
        }
    }

    /// Its font.
    pub fn font(self) -> FontId {
        let (face, size, _) = self.measures();
        FontId::new(size, FontFamily::Name(face.into()))
    }

    /// Height of its line in points.
    pub const fn line(self) -> f32 {
        self.measures().2
    }
}

/// A text format for a layout job.
pub fn format(kind: Type, color: Color32) -> TextFormat {
    TextFormat {
        font_id: kind.font(),
        line_height: Some(kind.line()),
        color,
        ..TextFormat::default()
    }
}

/// Text for a widget, in the colour that the widget has.
pub fn rich(text: impl Into<String>, kind: Type) -> RichText {
    RichText::new(text)
        .font(kind.font())
        .line_height(Some(kind.line()))
}

/// Text for a widget, in a colour of its own.
pub fn rich_in(text: impl Into<String>, kind: Type, color: Color32) -> RichText {
    rich(text, kind).color(color)
}
