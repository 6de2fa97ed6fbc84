//! A small writer of PDF files for tests: text at places, pictures, broken structures.

use std::fmt::Write as _;

/// One page, A4 in points, the origin at its lower left.
#[derive(Default)]
pub(crate) struct Page {
    content: String,
    picture: bool,
}

impl Page {
    /// Puts a line of text with its base line at `y`.
    pub(crate) fn line(&mut self, x: f64, y: f64, size: f64, text: &str) {
        let escaped = text
            .replace('\\', "\\\\")
            .replace('(', "\\(")
            .replace(')', "\\)")
            .replace('“', "\\223")
            .replace('”', "\\224")
            .replace('’', "\\222")
            .replace('—', "\\227");
        let _ = writeln!(
            self.content,
            "BT /F1 {size} Tf 1 0 0 1 {x} {y} Tm ({escaped}) Tj ET"
        );
    }

    /// Puts lines below each other; gives the base line after the last.
    pub(crate) fn lines(&mut self, x: f64, top: f64, size: f64, lines: &[String]) -> f64 {
        let mut y = top;
        for line in lines {
            self.line(x, y, size, line);
            y -= size * 1.2;
        }
        y
    }

    /// Puts a picture over the whole page.
    pub(crate) fn picture(&mut self) {
        self.picture = true;
        self.content.push_str("q 595 0 0 842 0 0 cm /Im1 Do Q\n");
    }
}

/// Lines of at most `width` characters; words that do not fit are broken with a hyphen where
/// `hyphens` says so.
pub(crate) fn set(paragraph: &str, width: usize, hyphens: bool) -> Vec<String> {
    let mut lines = Vec::new();
    let mut open = String::new();
    for word in paragraph.split(' ') {
        let needed = open.chars().count() + usize::from(!open.is_empty()) + word.chars().count();
        if needed <= width {
            if !open.is_empty() {
                open.push(' ');
            }
            open.push_str(word);
            continue;
        }
        let room = width.saturating_sub(open.chars().count() + 2);
        let breakable =
            hyphens && word.len() >= 9 && room >= 4 && word.chars().all(char::is_alphabetic);
        if breakable {
            let (first, rest) = word.split_at(room.min(word.len() - 4));
            lines.push(format!("{open} {first}-"));
            rest.clone_into(&mut open);
        } else {
            lines.push(std::mem::take(&mut open));
            word.clone_into(&mut open);
        }
    }
    lines.push(open);
    lines
}

/// A file of these pages, with `extra` in its trailer.
pub(crate) fn file(pages: &[Page], extra: &str) -> Vec<u8> {
    let mut objects = vec![
        "<< /Type /Catalog /Pages 2 0 R >>".to_owned(),
        String::new(),
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"
            .to_owned(),
        "<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8 /Length 1 >>\nstream\n\u{7f}\nendstream".to_owned(),
    ];
    let mut kids = String::new();
    for page in pages {
        let content = objects.len() + 1;
        objects.push(stream(&page.content));
        let _ = write!(kids, "{} 0 R ", content + 1);
        let pictures = if page.picture {
            "/XObject << /Im1 4 0 R >>"
        } else {
            ""
        };
        objects.push(format!(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {content} 0 R /Resources << /Font << /F1 3 0 R >> {pictures} >> >>"
        ));
    }
    if let Some(tree) = objects.get_mut(1) {
        *tree = format!("<< /Type /Pages /Kids [{kids}] /Count {} >>", pages.len());
    }
    of_objects(&objects, extra)
}

/// A stream object.
pub(crate) fn stream(content: &str) -> String {
    format!(
        "<< /Length {} >>\nstream\n{content}\nendstream",
        content.len()
    )
}

/// A file of numbered objects, the first of them the catalogue.
pub(crate) fn of_objects(objects: &[String], extra: &str) -> Vec<u8> {
    let mut out = String::from("%PDF-1.7\n");
    let mut places = Vec::new();
    for (nth, object) in objects.iter().enumerate() {
        places.push(out.len());
        let _ = write!(out, "{} 0 obj\n{object}\nendobj\n", nth + 1);
    }
    let table = out.len();
    let _ = write!(out, "xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1);
    for place in places {
        let _ = writeln!(out, "{place:010} 00000 n ");
    }
    let _ = write!(
        out,
        "trailer\n<< /Size {} /Root 1 0 R {extra} >>\nstartxref\n{table}\n%%EOF\n",
        objects.len() + 1
    );
    out.into_bytes()
}
