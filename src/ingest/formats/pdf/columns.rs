//! Lines of a page in the order in which they are read.
//!
//! Owns words from characters, lines from words, and columns. Method: rows of a page are gathered
//! from the top into bands as long as one gutter runs through all of them; a band is read column
//! by column (a form of the recursive XY cut of Nagy and Seth, 1984, that does not cut a column at
//! gaps between its paragraphs).

use super::glyphs::PlacedGlyph;

/// Gap between characters that is a space, in em.
const SPACE_MIN: f64 = 0.17;
/// Gap that parts columns, in em.
const GUTTER_MIN: f64 = 0.9;
/// Width of a gutter, in em, and on how many rows text must stand on both of its sides.
const WIDTHS_AND_ROWS: [(f64, usize); 2] = [(2.0, 2), (1.3, 4)];
/// Rows for a narrower one.
const ROWS_MIN: usize = 6;
/// Base lines closer than this are one line, in em.
const SAME_LINE: f64 = 0.35;
/// Lines of two columns whose base lines are closer than this stand side by side, in em.
const BESIDE: f64 = 0.8;
/// Distance from the head of a page to its text, in em.
const HEAD_GAP_MIN: f64 = 2.5;
/// Most words of one piece of such a head.
const HEAD_WORDS_MAX: usize = 8;
/// Most columns inside columns.
const NESTING_MAX: usize = 6;

/// A line of one column; lengths in points.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Line {
    /// Its words.
    pub text: String,
    /// Left edge.
    pub left: f64,
    /// Right edge.
    pub right: f64,
    /// Base line, growing downwards.
    pub y: f64,
    /// Font size of most of it.
    pub size: f64,
    /// Left and right edge of the column it stands in.
    pub column: (f64, f64),
}

/// All lines of a page in reading order.
pub(super) fn lines_in_order(glyphs: &[PlacedGlyph]) -> Vec<Line> {
    let mut segments = segments(glyphs);
    segments.sort_by(|a, b| a.y.total_cmp(&b.y).then(a.left.total_cmp(&b.left)));
    let mut out = Vec::new();
    let body = segments.split_off(running_head(&segments));
    out.extend(whole_row(segments).map(|mut line| {
        line.column = (line.left, line.right);
        line
    }));
    read_region(body, 0, &mut out);
    out
}

/// How many of the first segments are the head of a page: one row of few words, set apart from what
/// follows. No gutter of the text runs through it.
fn running_head(segments: &[Line]) -> usize {
    let Some(first) = segments.first() else {
        return 0;
    };
    let row = segments
        .iter()
        .take_while(|line| line.y - first.y <= SAME_LINE * first.size)
        .count();
    let is_apart = segments
        .get(row)
        .is_some_and(|next| next.y - first.y > HEAD_GAP_MIN * next.size.max(first.size));
    let is_short = segments
        .iter()
        .take(row)
        .all(|line| line.text.split_whitespace().count() <= HEAD_WORDS_MAX);
    if row > 1 && is_apart && is_short {
        row
    } else {
        0
    }
}

/// Runs of characters on one base line without a wide gap.
fn segments(glyphs: &[PlacedGlyph]) -> Vec<Line> {
    let mut sorted: Vec<&PlacedGlyph> = glyphs
        .iter()
        .filter(|glyph| glyph.size > 0.5 && !glyph.text.is_empty())
        .collect();
    sorted.sort_by(|a, b| a.y.total_cmp(&b.y));
    let mut lines: Vec<Vec<&PlacedGlyph>> = Vec::new();
    let mut base = f64::NEG_INFINITY;
    for glyph in sorted {
        if (glyph.y - base).abs() <= SAME_LINE * glyph.size {
            if let Some(line) = lines.last_mut() {
                line.push(glyph);
            }
        } else {
            base = glyph.y;
            lines.push(vec![glyph]);
        }
    }
    lines.into_iter().flat_map(split_line).collect()
}

/// One base line into segments.
fn split_line(mut glyphs: Vec<&PlacedGlyph>) -> Vec<Line> {
    glyphs.sort_by(|a, b| a.left.total_cmp(&b.left));
    let mut out: Vec<Line> = Vec::new();
    let mut before: Option<&PlacedGlyph> = None;
    for glyph in glyphs {
        let gap = before.map_or(f64::INFINITY, |before| glyph.left - before.right);
        // Bold letters that are drawn twice say one letter.
        let again = before.is_some_and(|before| {
            before.text == glyph.text && (glyph.left - before.left).abs() < 0.1 * glyph.size
        });
        if again {
            continue;
        }
        match out.last_mut().filter(|_| gap < GUTTER_MIN * glyph.size) {
            Some(line) => {
                let blank = glyph.text.trim().is_empty();
                if (blank || gap > SPACE_MIN * glyph.size) && !line.text.ends_with(' ') {
                    line.text.push(' ');
                }
                if !blank {
                    line.text.push_str(&glyph.text);
                }
                line.right = line.right.max(glyph.right);
                line.size = line.size.max(glyph.size);
            }
            None if glyph.text.trim().is_empty() => {}
            None => out.push(Line {
                text: glyph.text.clone(),
                left: glyph.left,
                right: glyph.right,
                y: glyph.y,
                size: glyph.size,
                column: (0.0, 0.0),
            }),
        }
        if !glyph.text.trim().is_empty() {
            before = Some(glyph);
        }
    }
    for line in &mut out {
        line.text = tidy(&line.text);
    }
    out.retain(|line| !line.text.is_empty());
    out
}

/// Ligatures as letters, white space collapsed.
fn tidy(text: &str) -> String {
    let text = text
        .replace('\u{fb00}', "ff")
        .replace('\u{fb01}', "fi")
        .replace('\u{fb02}', "fl")
        .replace('\u{fb03}', "ffi")
        .replace('\u{fb04}', "ffl");
    crate::ingest::formats::lines::collapse(&text)
}

/// Reads a region, its segments sorted from the top.
fn read_region(segments: Vec<Line>, depth: usize, out: &mut Vec<Line>) {
    let left = segments
        .iter()
        .map(|line| line.left)
        .fold(f64::INFINITY, f64::min);
    let right = segments
        .iter()
        .map(|line| line.right)
        .fold(f64::NEG_INFINITY, f64::max);
    let rows = rows(segments);
    let mut at = 0;
    while at < rows.len() {
        let (end, gutter) = band(&rows, at, (left, right));
        let band: Vec<Line> = rows.iter().take(end).skip(at).flatten().cloned().collect();
        at = end;
        match gutter.filter(|_| depth < NESTING_MAX) {
            Some(middle) => {
                let (first, second): (Vec<Line>, Vec<Line>) =
                    band.into_iter().partition(|line| line.right <= middle);
                read_region(first, depth + 1, out);
                read_region(second, depth + 1, out);
            }
            None => out.extend(self::rows(band).into_iter().filter_map(|row| {
                let mut line = whole_row(row)?;
                line.column = (left, right);
                Some(line)
            })),
        }
    }
}

/// One line of the segments of a row: in justified text a wide gap is only a space.
fn whole_row(mut row: Vec<Line>) -> Option<Line> {
    row.sort_by(|a, b| a.left.total_cmp(&b.left));
    row.into_iter().reduce(|mut line, next| {
        line.text.push(' ');
        line.text.push_str(&next.text);
        line.right = line.right.max(next.right);
        line.size = line.size.max(next.size);
        line
    })
}

/// Segments that stand side by side.
fn rows(segments: Vec<Line>) -> Vec<Vec<Line>> {
    let mut rows: Vec<Vec<Line>> = Vec::new();
    for segment in segments {
        let same = rows
            .last()
            .and_then(|row| row.first())
            .is_some_and(|first| {
                (segment.y - first.y).abs() <= SAME_LINE * segment.size.min(first.size)
            });
        match rows.last_mut().filter(|_| same) {
            Some(row) => row.push(segment),
            None => rows.push(vec![segment]),
        }
    }
    rows
}

/// The band that begins at row `start`: its end, and the middle of the gutter through it.
fn band(rows: &[Vec<Line>], start: usize, edges: (f64, f64)) -> (usize, Option<f64>) {
    let mut free = vec![edges];
    let mut end = start;
    for row in rows.iter().skip(start) {
        let next = row
            .iter()
            .fold(free.clone(), |free, line| without(&free, line));
        let inner: Vec<(f64, f64)> = next
            .iter()
            .copied()
            .filter(|&gap| is_gutter(gap, row, edges))
            .collect();
        if inner.is_empty() && end > start {
            break;
        }
        end += 1;
        free = inner;
        if free.is_empty() {
            return (end, None);
        }
    }
    let band: Vec<&Vec<Line>> = rows.iter().take(end).skip(start).collect();
    let gutter = free
        .into_iter()
        .filter(|gap| parts_text(*gap, &band))
        .max_by(|a, b| (a.1 - a.0).total_cmp(&(b.1 - b.0)));
    match gutter {
        Some((from, to)) => (end, Some(f64::midpoint(from, to))),
        None => (next_with_company(rows, start, end), None),
    }
}

/// Without a gutter only the rows up to the next one that has several segments are read.
fn next_with_company(rows: &[Vec<Line>], start: usize, end: usize) -> usize {
    rows.iter()
        .enumerate()
        .take(end)
        .skip(start + 1)
        .find(|(_, row)| row.len() > 1)
        .map_or(end, |(at, _)| at)
}

/// Free stretches after a line has taken its place.
fn without(free: &[(f64, f64)], line: &Line) -> Vec<(f64, f64)> {
    free.iter()
        .flat_map(|&(from, to)| [(from, to.min(line.left)), (from.max(line.right), to)])
        .filter(|(from, to)| to > from)
        .collect()
}

/// Whether a free stretch is wide enough to part columns.
fn is_gutter(gap: (f64, f64), row: &[Line], _edges: (f64, f64)) -> bool {
    let size = row.iter().map(|line| line.size).fold(0.0, f64::max);
    gap.1 - gap.0 >= GUTTER_MIN * size.min(14.0)
}

/// Whether text stands on both sides of a stretch on so many lines that the stretch is no chance:
/// the wide spaces of justified text lie below each other on two rows now and then. The lines of
/// two columns need not share their base lines.
fn parts_text(gap: (f64, f64), band: &[&Vec<Line>]) -> bool {
    let lines = || band.iter().flat_map(|row| row.iter());
    let mut rights = lines().filter(|line| line.left >= gap.1 - 0.01).peekable();
    let mut with_both = 0_usize;
    for line in lines().filter(|line| line.right <= gap.0 + 0.01) {
        let reach = BESIDE * line.size;
        while rights.next_if(|right| right.y < line.y - reach).is_some() {}
        with_both += usize::from(rights.peek().is_some_and(|right| right.y <= line.y + reach));
    }
    let size = band
        .iter()
        .flat_map(|row| row.iter())
        .map(|line| line.size)
        .fold(1.0, f64::max);
    let width = (gap.1 - gap.0) / size.min(14.0);
    let needed = WIDTHS_AND_ROWS
        .iter()
        .find(|&&(width_min, _)| width >= width_min)
        .map_or(ROWS_MIN, |&(_, rows)| rows);
    with_both >= needed
}

#[cfg(test)]
mod tests {
    use super::{Line, read_region};

    fn line(text: &str, left: f64, right: f64, y: f64) -> Line {
        Line {
            text: text.to_owned(),
            left,
            right,
            y,
            size: 10.0,
            column: (0.0, 0.0),
        }
    }

    #[test]
    fn a_headline_over_two_columns() {
        let mut segments = vec![line("Headline", 0.0, 200.0, 10.0)];
        for n in 0..4 {
            let y = 30.0 + 12.0 * f64::from(n);
            segments.push(line(&format!("l{n}"), 0.0, 95.0, y));
            segments.push(line(&format!("r{n}"), 110.0, 200.0, y));
        }
        let mut out = Vec::new();
        read_region(segments, 0, &mut out);
        let order: Vec<_> = out.iter().map(|line| line.text.as_str()).collect();
        assert_eq!(
            order,
            ["Headline", "l0", "l1", "l2", "l3", "r0", "r1", "r2", "r3"]
        );
    }

    #[test]
    fn wide_spaces_of_justified_lines_part_no_columns() {
        let mut segments = Vec::new();
        for n in 0..3 {
            let y = 12.0 * f64::from(n);
            segments.push(line(&format!("a{n}"), 0.0, 40.0, y));
            segments.push(line(&format!("b{n}"), 52.0, 100.0, y));
        }
        let mut out = Vec::new();
        read_region(segments, 0, &mut out);
        let order: Vec<_> = out.iter().map(|line| line.text.as_str()).collect();
        assert_eq!(order, ["a0 b0", "a1 b1", "a2 b2"]);
    }

    #[test]
    fn a_single_column_stays_in_order() {
        let segments: Vec<Line> = (0..5)
            .map(|n| {
                line(
                    &format!("{n}"),
                    0.0,
                    100.0 + f64::from(n),
                    12.0 * f64::from(n),
                )
            })
            .collect();
        let mut out = Vec::new();
        read_region(segments, 0, &mut out);
        assert_eq!(out.len(), 5);
        assert_eq!(out[4].text, "4");
    }

    #[test]
    fn columns_of_which_one_begins_lower() {
        let mut segments = Vec::new();
        for n in 0..6 {
            let y = 12.0 * f64::from(n);
            segments.push(line(&format!("l{n}"), 0.0, 95.0, y + 5.0));
            segments.push(line(&format!("r{n}"), 110.0, 200.0, y));
        }
        segments.sort_by(|a, b| a.y.total_cmp(&b.y));
        let mut out = Vec::new();
        read_region(segments, 0, &mut out);
        let order: String = out.iter().map(|line| line.text.as_str()).collect();
        assert_eq!(order, "l0l1l2l3l4l5r0r1r2r3r4r5");
    }
}
