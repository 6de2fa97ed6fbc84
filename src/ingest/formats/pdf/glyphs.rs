//! The characters of a page with their places.

use hayro_interpret::font::{Glyph, GlyphRun};
use hayro_interpret::hayro_cmap::BfString;
use hayro_interpret::hayro_syntax::page::Page;
use hayro_interpret::hayro_syntax::xref::XRef;
use hayro_interpret::kurbo::{Affine, BezPath, Point, Rect};
use hayro_interpret::{
    BlendMode, ClipPath, Context, Device, DrawMode, DrawProps, Image, ImageDrawProps,
    InterpreterCache, InterpreterSettings, SoftMask, interpret_page,
};

/// Most characters taken from one page.
const GLYPHS_MAX: usize = 200_000;
/// Units of a glyph's own coordinates in one em.
const UNITS_PER_EM: f64 = 1000.0;
/// Width taken for a glyph that tells none, in em.
const WIDTH_UNKNOWN: f64 = 0.5;

/// A character on a page; lengths in points, `y` grows downwards.
#[derive(Clone, Debug)]
pub(super) struct PlacedGlyph {
    /// What it says.
    pub text: String,
    /// Left edge.
    pub left: f64,
    /// Right edge.
    pub right: f64,
    /// Base line.
    pub y: f64,
    /// Font size.
    pub size: f64,
}

/// What a page shows.
#[derive(Debug, Default)]
pub(super) struct Drawn {
    /// Its characters, upright ones only.
    pub glyphs: Vec<PlacedGlyph>,
    /// Number of pictures.
    pub pictures: usize,
}

/// Draws a page onto nothing and notes its characters.
pub(super) fn of_page(page: &Page<'_>, xref: &XRef) -> Drawn {
    let cache = InterpreterCache::new();
    let (width, height) = page.render_dimensions();
    let transform = page.initial_transform(true);
    let transform = Affine::new(transform.as_coeffs());
    let mut context = Context::new(
        transform,
        Rect::new(0.0, 0.0, f64::from(width), f64::from(height)),
        &cache,
        xref,
        InterpreterSettings::default(),
    );
    let mut drawn = Drawn::default();
    interpret_page(page, &mut context, &mut drawn);
    drawn
}

impl Device<'_> for Drawn {
    fn draw_path(&mut self, _: &BezPath, _: DrawProps<'_>, _: &DrawMode) {}
    fn push_clip_path(&mut self, _: &ClipPath) {}
    fn push_transparency_group(&mut self, _: f32, _: Option<SoftMask<'_>>, _: BlendMode) {}
    fn pop_clip(&mut self) {}
    fn pop_transparency_group(&mut self) {}

    fn draw_image(&mut self, _: Image<'_, '_>, _: ImageDrawProps<'_>) {
        self.pictures += 1;
    }

    fn draw_glyph_run(&mut self, run: &GlyphRun<'_, '_>, props: DrawProps<'_>, _: &DrawMode) {
        for glyph in run.glyphs() {
            if self.glyphs.len() >= GLYPHS_MAX {
                return;
            }
            let Some(text) = glyph.as_unicode() else {
                continue;
            };
            let text = match text {
                BfString::Char(character) => character.to_string(),
                BfString::String(text) => text,
            };
            let whole = props.transform * glyph.transform();
            let coefficients = whole.as_coeffs();
            let [a, b, _, d, _, _] = coefficients;
            // Writing that runs upwards is a margin note or a watermark.
            if !coefficients.iter().all(|c| c.is_finite()) || b.abs() > a.abs() {
                continue;
            }
            let width = match &**glyph {
                Glyph::Outline(outline) => outline
                    .advance_width()
                    .map_or(WIDTH_UNKNOWN * UNITS_PER_EM, f64::from),
                Glyph::Type3(_) => WIDTH_UNKNOWN * UNITS_PER_EM,
            };
            let start = whole * Point::ZERO;
            let end = whole * Point::new(width, 0.0);
            self.glyphs.push(PlacedGlyph {
                text,
                left: start.x.min(end.x),
                right: start.x.max(end.x),
                y: start.y,
                size: d.abs() * UNITS_PER_EM,
            });
        }
    }
}
