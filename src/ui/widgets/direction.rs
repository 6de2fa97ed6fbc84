//! Words written from right to left, among words written from left to right.
//!
//! egui sets each such word rightly, its letters joined and from right to left, but puts the words
//! of a line one after another from left to right. Here the words of a run change places. That is
//! what names and quotations inside an English text need; a whole text in such a script would stand
//! at the right margin too, which this does not do.

use std::ops::Range;
use std::sync::Arc;

use egui::epaint::text::{Glyph, LayoutJob, Row};
use egui::{Galley, Ui};

/// Whether a character belongs to a script that is written from right to left.
pub(in crate::ui) const fn is_right_to_left(chr: char) -> bool {
    matches!(
        chr,
        '\u{0590}'..='\u{08FF}'
            | '\u{FB1D}'..='\u{FDFF}'
            | '\u{FE70}'..='\u{FEFF}'
            | '\u{10800}'..='\u{10FFF}'
            | '\u{1E800}'..='\u{1EFFF}'
    )
}

/// Lays words out, those from right to left in their order.
pub(in crate::ui) fn laid(ui: &Ui, job: LayoutJob) -> Arc<Galley> {
    in_order(ui.fonts_mut(|fonts| fonts.layout_job(job)))
}

/// The same layout with the words of each run from right to left in their order.
pub(in crate::ui) fn in_order(galley: Arc<Galley>) -> Arc<Galley> {
    if !galley.text().chars().any(is_right_to_left) {
        return galley;
    }
    let mut ordered = (*galley).clone();
    for placed in &mut ordered.rows {
        for run in runs(&placed.row.glyphs) {
            turn(Arc::make_mut(&mut placed.row), run);
        }
    }
    Arc::new(ordered)
}

/// Runs of two words or more that are written from right to left, with the spaces and numbers
/// between them.
fn runs(glyphs: &[Glyph]) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    let mut is_open = false;
    for (at, glyph) in glyphs.iter().enumerate() {
        if is_right_to_left(glyph.chr) {
            match found.last_mut() {
                Some(run) if is_open => run.end = at + 1,
                _ => found.push(at..at + 1),
            }
            is_open = true;
        } else if !glyph.chr.is_whitespace() && !glyph.chr.is_ascii_digit() {
            is_open = false;
        }
    }
    found
}

/// Pieces of a run that keep their inner order: a word, a number, a space.
fn pieces(glyphs: &[Glyph], run: Range<usize>) -> Vec<Range<usize>> {
    let kind = |glyph: &Glyph| match glyph.chr {
        chr if is_right_to_left(chr) => 0,
        chr if chr.is_ascii_digit() => 1,
        _ => 2,
    };
    let mut found: Vec<(u8, Range<usize>)> = Vec::new();
    for (at, glyph) in glyphs.iter().enumerate().take(run.end).skip(run.start) {
        let kind = kind(glyph);
        match found.last_mut() {
            Some((last, piece)) if *last == kind && kind != 2 => piece.end = at + 1,
            _ => found.push((kind, at..at + 1)),
        }
    }
    found.into_iter().map(|(_, piece)| piece).collect()
}

/// Lets the pieces of a run change places, the last one first.
fn turn(row: &mut Row, run: Range<usize>) {
    let edge = |glyphs: &[Glyph], at: usize, fallback: f32| {
        glyphs.get(at).map_or(fallback, |glyph| glyph.pos.x)
    };
    let end = row.glyphs.get(run.end.saturating_sub(1));
    let right = edge(&row.glyphs, run.end, end.map_or(0.0, Glyph::max_x));
    let mut x = edge(&row.glyphs, run.start, 0.0);
    let mut moves: Vec<(Range<usize>, f32)> = Vec::new();
    for piece in pieces(&row.glyphs, run).into_iter().rev() {
        let left = edge(&row.glyphs, piece.start, x);
        let width = edge(&row.glyphs, piece.end, right) - left;
        moves.push((piece, (x - left).round()));
        x += width;
    }
    let vertices = &mut row.visuals.mesh.vertices;
    for (piece, by) in moves {
        let count = piece.len();
        for glyph in row.glyphs.iter_mut().skip(piece.start).take(count) {
            glyph.pos.x += by;
            if !glyph.uv_rect.is_nothing() {
                let first = glyph.first_vertex as usize;
                for vertex in vertices.iter_mut().skip(first).take(4) {
                    vertex.pos.x += by;
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use egui::{Color32, FontId};

    use super::in_order;

    /// The text of a line as it is seen from left to right, a space for each gap.
    fn seen(text: &str) -> String {
        let context = egui::Context::default();
        let mut line = String::new();
        let mut output = context.run_ui(egui::RawInput::default(), |ui| {
            let font = FontId::proportional(14.0);
            let galley =
                ui.fonts_mut(|fonts| fonts.layout_no_wrap(text.to_owned(), font, Color32::BLACK));
            let galley = in_order(galley);
            let mut glyphs: Vec<_> = galley.rows.iter().flat_map(|row| &row.glyphs).collect();
            glyphs.sort_by(|a, b| a.pos.x.total_cmp(&b.pos.x));
            line = glyphs.iter().map(|glyph| glyph.chr).collect();
        });
        output.textures_delta.clear();
        line
    }

    #[test]
    fn words_of_a_run_stand_from_right_to_left_and_the_rest_stays() {
        let first = seen("he (\u{5d0}\u{5d1} \u{5d2}) said");
        let words: Vec<&str> = first.split(' ').collect();
        assert_eq!(words.first(), Some(&"he"));
        assert_eq!(words.get(1), Some(&"(\u{5d2}"));
        assert_eq!(words.last(), Some(&"said"));
        assert_eq!(seen("plain words"), "plain words");
    }
}
