//! Colours as colour-blind eyes see them: a check of the tokens, no part of the program.
//!
//! Eyes without one kind of cone after Machado, Oliveira and Fernandes, "A physiologically-based model
//! for simulation of color vision deficiency" (2009); distances in Oklab (Ottosson, 2020).

use egui::Color32;

use super::Tokens;

type Rows = [[f64; 3]; 3];

const USUAL: Rows = [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]];
const NO_RED: Rows = [
    [0.152_286, 1.052_583, -0.204_868],
    [0.114_503, 0.786_281, 0.099_216],
    [-0.003_882, -0.048_116, 1.051_998],
];
const NO_GREEN: Rows = [
    [0.367_322, 0.860_646, -0.227_968],
    [0.280_085, 0.672_501, 0.047_413],
    [-0.011_820, 0.042_940, 0.968_881],
];
const NO_BLUE: Rows = [
    [1.255_528, -0.076_749, -0.178_779],
    [-0.078_411, 0.930_809, 0.147_602],
    [0.004_733, 0.691_367, 0.303_900],
];

/// Least distance of two colours that mean different things: twice what is just seen side by side,
/// for marks that stand apart.
const APART: f64 = 0.06;

fn times(rows: &Rows, of: [f64; 3]) -> [f64; 3] {
    rows.map(|row| row.iter().zip(of).map(|(a, b)| a * b).sum())
}

/// A colour in Oklab as such eyes see it.
fn seen(color: Color32, eyes: &Rows) -> [f64; 3] {
    const TO_CONES: Rows = [
        [0.412_221, 0.536_333, 0.051_446],
        [0.211_903, 0.680_700, 0.107_397],
        [0.088_302, 0.281_719, 0.629_979],
    ];
    const TO_LAB: Rows = [
        [0.210_454, 0.793_618, -0.004_072],
        [1.977_998, -2.428_592, 0.450_594],
        [0.025_904, 0.782_772, -0.808_676],
    ];
    let linear = [color.r(), color.g(), color.b()].map(|value| {
        let value = f64::from(value) / 255.0;
        if value <= 0.040_45 {
            value / 12.92
        } else {
            ((value + 0.055) / 1.055).powf(2.4)
        }
    });
    let simulated = times(eyes, linear).map(|value| value.clamp(0.0, 1.0));
    times(&TO_LAB, times(&TO_CONES, simulated).map(f64::cbrt))
}

#[test]
fn no_two_kinds_and_no_two_outlets_look_the_same_to_any_eyes() {
    for tokens in Tokens::ALL {
        for eyes in [USUAL, NO_RED, NO_GREEN, NO_BLUE] {
            for colors in [&tokens.kinds[..], &tokens.outlets[..]] {
                let seen: Vec<[f64; 3]> = colors.iter().map(|color| seen(*color, &eyes)).collect();
                for (at, one) in seen.iter().enumerate() {
                    for (other_at, other) in seen.iter().enumerate().skip(at + 1) {
                        let parts = one.iter().zip(other).map(|(a, b)| (a - b).powi(2));
                        let distance = parts.sum::<f64>().sqrt();
                        let pair = (colors[at], colors[other_at]);
                        assert!(distance >= APART, "{pair:?}: {distance:.3} for {eyes:?}");
                    }
                }
            }
        }
    }
}
