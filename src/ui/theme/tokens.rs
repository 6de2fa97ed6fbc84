//! Colours by their meaning, for paper and for dark.

use egui::{Color32, Ui};

use crate::view::Highlight;

/// Colours by their meaning.
#[derive(Debug, PartialEq)]
pub struct Tokens {
    /// Behind the text.
    pub page: Color32,
    /// Lists, bars, side panels.
    pub panel: Color32,
    /// Cards, chosen rows, fields.
    pub card: Color32,
    /// Under the pointer.
    pub hover: Color32,
    /// Between things.
    pub line: Color32,
    /// Words.
    pub ink: Color32,
    /// Words that stand back.
    pub secondary: Color32,
    /// Links, the chosen, the main button.
    pub accent: Color32,
    /// Words on the accent.
    pub on_accent: Color32,
    /// Behind words that are chosen or marked.
    pub selection: Color32,
    /// Under cards that float.
    pub shadow: Color32,
    /// Kinds of highlight, in the order of [`Highlight::ALL`].
    pub kinds: [Color32; Highlight::ALL.len()],
    /// Words that only the left text has.
    pub left_only: Color32,
    /// Behind them.
    pub left_only_tint: Color32,
    /// Words that only the right text has.
    pub right_only: Color32,
    /// Behind them.
    pub right_only_tint: Color32,
    /// Under numbers, dates and names that differ.
    pub fact: Color32,
    /// Behind them.
    pub fact_tint: Color32,
    /// Outlets, in the order of their number of articles.
    pub outlets: [Color32; 6],
}

const fn rgb(hex: u32) -> Color32 {
    Color32::from_rgb((hex >> 16) as u8, (hex >> 8) as u8, hex as u8)
}

impl Tokens {
    /// Dark words on paper.
    pub const LIGHT: Self = Self {
        page: rgb(0xfb_faf7),
        panel: rgb(0xf3_f1ec),
        card: rgb(0xff_ffff),
        hover: rgb(0xeb_e8e1),
        line: rgb(0xdc_d8cf),
        ink: rgb(0x1f_1d1a),
        secondary: rgb(0x6b_665d),
        accent: rgb(0x1f_5fa8),
        on_accent: rgb(0xff_ffff),
        selection: rgb(0xcf_e0f3),
        shadow: Color32::from_black_alpha(40),
        kinds: [
            rgb(0x0b_5fa5),
            rgb(0xb0_5009),
            rgb(0x0a_7a57),
            rgb(0x7d_4a9e),
            rgb(0xa0_2c62),
            rgb(0x7a_5d00),
            rgb(0x5a_5a5a),
        ],
        left_only: rgb(0x9c_2419),
        left_only_tint: rgb(0xfc_e2de),
        right_only: rgb(0x17_5c2d),
        right_only_tint: rgb(0xdc_f1e1),
        fact: rgb(0x8a_5a00),
        fact_tint: rgb(0xfd_efc4),
        outlets: [
            rgb(0x0b_5fa5),
            rgb(0xb0_5009),
            rgb(0x0a_7a57),
            rgb(0x7d_4a9e),
            rgb(0xa0_2c62),
            rgb(0x5a_5a5a),
        ],
    };

    /// Light words on dark.
    pub const DARK: Self = Self {
        page: rgb(0x1b_1b1d),
        panel: rgb(0x23_2326),
        card: rgb(0x2a_2a2e),
        hover: rgb(0x31_3136),
        line: rgb(0x3b_3b40),
        ink: rgb(0xec_ecea),
        secondary: rgb(0xa8_a59f),
        accent: rgb(0x7d_b4f0),
        on_accent: rgb(0x12_1a24),
        selection: rgb(0x2c_4462),
        shadow: Color32::from_black_alpha(120),
        kinds: [
            rgb(0x7c_b8f2),
            rgb(0xf0_a366),
            rgb(0x66_cda7),
            rgb(0xc7_9be4),
            rgb(0xf0_92bd),
            rgb(0xe0_c25a),
            rgb(0xb5_b5b5),
        ],
        left_only: rgb(0xf7_a89e),
        left_only_tint: rgb(0x4a_2320),
        right_only: rgb(0x93_dba7),
        right_only_tint: rgb(0x1e_3d28),
        fact: rgb(0xe0_c25a),
        fact_tint: rgb(0x46_3910),
        outlets: [
            rgb(0x7c_b8f2),
            rgb(0xf0_a366),
            rgb(0x66_cda7),
            rgb(0xc7_9be4),
            rgb(0xf0_92bd),
            rgb(0xb5_b5b5),
        ],
    };

    /// The colours of the theme that is shown.
    pub fn of(ui: &Ui) -> &'static Self {
        Self::themed(ui.visuals().dark_mode)
    }

    /// The colours of a theme.
    pub const fn themed(is_dark: bool) -> &'static Self {
        const LIGHT: &Tokens = &Tokens::LIGHT;
        const DARK: &Tokens = &Tokens::DARK;
        if is_dark { DARK } else { LIGHT }
    }

    /// The colour of a kind of highlight.
    pub fn kind(&self, highlight: Highlight) -> Color32 {
        self.kinds
            .get(highlight.position())
            .copied()
            .unwrap_or(self.accent)
    }

    /// The colour of an outlet, by its position.
    pub fn outlet(&self, position: usize) -> Color32 {
        self.outlets
            .get(position % self.outlets.len())
            .copied()
            .unwrap_or(self.accent)
    }
}

/// `share` of `color` laid over `ground`, 0 to 1.
pub fn tint(color: Color32, ground: Color32, share: f32) -> Color32 {
    let mix = |over: u8, under: u8| {
        let mixed = f32::from(over).mul_add(share, f32::from(under) * (1.0 - share));
        mixed.round() as u8
    };
    Color32::from_rgb(
        mix(color.r(), ground.r()),
        mix(color.g(), ground.g()),
        mix(color.b(), ground.b()),
    )
}

#[cfg(test)]
mod tests {
    use super::{Tokens, tint};
    use egui::Color32;

    /// Relative luminance as WCAG 2.2 defines it.
    fn luminance(color: Color32) -> f64 {
        let channel = |value: u8| {
            let value = f64::from(value) / 255.0;
            if value <= 0.040_45 {
                value / 12.92
            } else {
                ((value + 0.055) / 1.055).powf(2.4)
            }
        };
        0.2126 * channel(color.r()) + 0.7152 * channel(color.g()) + 0.0722 * channel(color.b())
    }

    fn contrast(a: Color32, b: Color32) -> f64 {
        let (a, b) = (luminance(a), luminance(b));
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    #[test]
    fn all_words_stand_out_from_their_ground() {
        for tokens in [Tokens::LIGHT, Tokens::DARK] {
            let grounds = [tokens.page, tokens.panel, tokens.card];
            let mut pairs: Vec<(Color32, Color32)> = Vec::new();
            for ground in grounds {
                pairs.extend([
                    (tokens.ink, ground),
                    (tokens.secondary, ground),
                    (tokens.accent, ground),
                ]);
                for kind in tokens.kinds {
                    pairs.push((kind, ground));
                    pairs.push((tokens.ink, tint(kind, ground, 0.28)));
                }
            }
            pairs.extend([
                (tokens.ink, tokens.hover),
                (tokens.secondary, tokens.hover),
                (tokens.ink, tokens.selection),
                (tokens.on_accent, tokens.accent),
                (tokens.left_only, tokens.left_only_tint),
                (tokens.right_only, tokens.right_only_tint),
                (tokens.left_only, tokens.fact_tint),
                (tokens.right_only, tokens.fact_tint),
                (tokens.ink, tokens.fact_tint),
            ]);
            for (words, ground) in pairs {
                let found = contrast(words, ground);
                assert!(found >= 4.5, "{words:?} on {ground:?}: {found:.2}");
            }
        }
    }

    #[test]
    fn lines_and_outlets_can_be_seen() {
        for tokens in [Tokens::LIGHT, Tokens::DARK] {
            for color in tokens.outlets {
                assert!(contrast(color, tokens.page) >= 3.0, "{color:?}");
            }
        }
    }
}
