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
    /// Kinds of highlight, in the order of [`Highlight::ALL`]; told apart by colour-blind eyes too
    /// (see the tests of `sight`).
    pub kinds: [Color32; Highlight::ALL.len()],
    /// What is denied, and what went wrong.
    pub alarm: Color32,
    /// Words that only this text has, on whichever side it stands.
    pub only_here: Color32,
    /// Behind them.
    pub only_here_tint: Color32,
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
            rgb(0x17_578a),
            rgb(0xaf_5126),
            rgb(0x2b_7a54),
            rgb(0x81_4db3),
            rgb(0x99_236d),
            rgb(0x6e_4b01),
            rgb(0x47_4c4b),
        ],
        alarm: rgb(0x9c_2419),
        only_here: rgb(0x17_5c2d),
        only_here_tint: rgb(0xdc_f1e1),
        fact: rgb(0x8a_5a00),
        fact_tint: rgb(0xfd_efc4),
        outlets: [
            rgb(0x17_578a),
            rgb(0xaf_5126),
            rgb(0x2b_7a54),
            rgb(0x81_4db3),
            rgb(0x99_236d),
            rgb(0x47_4c4b),
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
            rgb(0x7d_c1fb),
            rgb(0xe8_a06a),
            rgb(0x69_e7bd),
            rgb(0xb6_91dc),
            rgb(0xda_7ca1),
            rgb(0xe2_c45a),
            rgb(0xb4_b6b6),
        ],
        alarm: rgb(0xf7_a89e),
        only_here: rgb(0x93_dba7),
        only_here_tint: rgb(0x1e_3d28),
        fact: rgb(0xe0_c25a),
        fact_tint: rgb(0x46_3910),
        outlets: [
            rgb(0x7d_c1fb),
            rgb(0xe8_a06a),
            rgb(0x69_e7bd),
            rgb(0xb6_91dc),
            rgb(0xda_7ca1),
            rgb(0xb4_b6b6),
        ],
    };

    /// Black words on white, lines as dark as words.
    pub const LIGHT_CONTRAST: Self = Self {
        page: rgb(0xff_ffff),
        panel: rgb(0xff_ffff),
        card: rgb(0xff_ffff),
        hover: rgb(0xff_f3c2),
        line: rgb(0x4a_4a4a),
        ink: rgb(0x00_0000),
        secondary: rgb(0x33_3333),
        accent: rgb(0x00_3a80),
        on_accent: rgb(0xff_ffff),
        selection: rgb(0xc9_e2ff),
        shadow: Color32::from_black_alpha(90),
        kinds: [
            rgb(0x10_4792),
            rgb(0x5f_2100),
            rgb(0x01_4638),
            rgb(0x51_196f),
            rgb(0x7f_1f58),
            rgb(0x5c_4701),
            rgb(0x2b_272d),
        ],
        alarm: rgb(0x7a_0c05),
        only_here: rgb(0x00_4217),
        only_here_tint: rgb(0xe2_f8e8),
        fact: rgb(0x5c_3900),
        fact_tint: rgb(0xff_f0b3),
        outlets: [
            rgb(0x10_4792),
            rgb(0x5f_2100),
            rgb(0x01_4638),
            rgb(0x51_196f),
            rgb(0x7f_1f58),
            rgb(0x2b_272d),
        ],
    };

    /// White words on black, lines as light as words.
    pub const DARK_CONTRAST: Self = Self {
        page: rgb(0x00_0000),
        panel: rgb(0x00_0000),
        card: rgb(0x0c_0c0c),
        hover: rgb(0x33_2b00),
        line: rgb(0xb8_b8b8),
        ink: rgb(0xff_ffff),
        secondary: rgb(0xd9_d9d9),
        accent: rgb(0x9c_ccff),
        on_accent: rgb(0x00_0000),
        selection: rgb(0x0b_3a6b),
        shadow: Color32::from_black_alpha(200),
        kinds: [
            rgb(0xb0_d8fe),
            rgb(0xf2_c38b),
            rgb(0x81_f5ca),
            rgb(0xd9_a4ee),
            rgb(0xfe_a0b3),
            rgb(0xfb_e680),
            rgb(0xe9_f1fe),
        ],
        alarm: rgb(0xff_c2bb),
        only_here: rgb(0xb3_f2c3),
        only_here_tint: rgb(0x04_3b17),
        fact: rgb(0xff_e27a),
        fact_tint: rgb(0x3d_3000),
        outlets: [
            rgb(0xb0_d8fe),
            rgb(0xf2_c38b),
            rgb(0x81_f5ca),
            rgb(0xd9_a4ee),
            rgb(0xfe_a0b3),
            rgb(0xe9_f1fe),
        ],
    };

    /// Every set of colours.
    pub const ALL: [&'static Self; 4] = [
        &Self::LIGHT,
        &Self::DARK,
        &Self::LIGHT_CONTRAST,
        &Self::DARK_CONTRAST,
    ];

    /// The colours that the style of this place was made from: those with its page.
    pub fn of(ui: &Ui) -> &'static Self {
        let page = ui.visuals().panel_fill;
        let found = Self::ALL.into_iter().find(|tokens| tokens.page == page);
        found.unwrap_or_else(|| Self::themed(ui.visuals().dark_mode, false))
    }

    /// The colours of a theme.
    pub const fn themed(is_dark: bool, high_contrast: bool) -> &'static Self {
        match (is_dark, high_contrast) {
            (false, false) => &Self::LIGHT,
            (true, false) => &Self::DARK,
            (false, true) => &Self::LIGHT_CONTRAST,
            (true, true) => &Self::DARK_CONTRAST,
        }
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
        for tokens in Tokens::ALL {
            let is_strong = [&Tokens::LIGHT_CONTRAST, &Tokens::DARK_CONTRAST].contains(&tokens);
            let least = if is_strong { 7.0 } else { 4.5 };
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
                (tokens.alarm, tokens.page),
                (tokens.alarm, tokens.panel),
                (tokens.ink, tokens.only_here_tint),
                (tokens.secondary, tokens.only_here_tint),
                (tokens.only_here, tokens.only_here_tint),
                (tokens.only_here, tokens.fact_tint),
                (tokens.ink, tokens.fact_tint),
            ]);
            for (words, ground) in pairs {
                let found = contrast(words, ground);
                assert!(found >= least, "{words:?} on {ground:?}: {found:.2}");
            }
        }
    }

    #[test]
    fn no_two_sets_share_their_page() {
        for (position, one) in Tokens::ALL.iter().enumerate() {
            let mut others = Tokens::ALL.iter().skip(position + 1);
            assert!(others.all(|other| other.page != one.page));
        }
    }

    #[test]
    fn lines_and_outlets_can_be_seen() {
        for tokens in Tokens::ALL {
            for color in tokens.outlets {
                assert!(contrast(color, tokens.page) >= 3.0, "{color:?}");
            }
        }
    }
}
