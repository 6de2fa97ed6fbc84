//! What is put on the clipboard: a passage with its source, the wordings of a claim, a comparison;
//! each as plain text and as rich text.

use std::fmt::Write as _;

use maud::{Markup, PreEscaped, html};

use super::claims::ClaimDetail;
use super::compare::{CompareRow, Piece, PieceKind, Sides};
use super::{labels, wording};
use crate::model::{ArticleId, Span};
use crate::review::Review;

/// Words for the clipboard.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Copied {
    /// As plain text; tables with tabs between their columns.
    pub text: String,
    /// The same as HTML.
    pub html: String,
    /// What it is, for the line at the foot.
    pub what: &'static str,
}

/// A passage with the article it stands in.
pub fn passage(review: &Review, article: &ArticleId, span: Span) -> Option<Copied> {
    let document = review.document(article)?;
    let words = span.of(&document.article.text).trim();
    if words.is_empty() {
        return None;
    }
    let mut source: Vec<String> = vec![labels::title(review, article)];
    let outlet = document.article.outlet.as_deref();
    source.extend(outlet.map(str::to_owned));
    let day = document.article.published.value;
    source.push(day.map_or_else(|| wording::NO_DATE.to_owned(), wording::day_year));
    let title = source.remove(0);
    let facts = source.join(", ");
    let url = document.article.url.as_deref().filter(|url| is_web(url));
    let address = url.map_or_else(String::new, |url| format!(", {url}"));
    let page = html! {
        blockquote { (lines(words)) }
        p {
            "— "
            @if let Some(url) = url { a href=(url) { cite { (title) } } } @else { cite { (title) } }
            ", " (facts)
        }
    };
    Some(Copied {
        text: format!("“{}”\n— {title}, {facts}{address}", unquoted(words)),
        html: page.into_string(),
        what: "the passage with its source",
    })
}

/// A claim with all its wordings, as a table.
pub fn claim(detail: &ClaimDetail) -> Copied {
    let head = ["Article", "How surely", "On whose word", "Words"];
    let rows = detail.told().map(|(_, told)| {
        let words: String = told
            .pieces
            .iter()
            .map(|(words, _)| words.as_str())
            .collect();
        let marked = html! {
            @for (words, differs) in &told.pieces {
                @if *differs { u { (words) } } @else { (words) }
            }
        };
        let cells = [
            told.heading.clone(),
            wording::certainty(told.certainty).to_owned(),
            told.source.clone(),
        ];
        (cells, words, marked)
    });
    let mut text = format!("{}\n{}", one_line(&detail.statement), head.join("\t"));
    let mut body: Vec<Markup> = Vec::new();
    for (cells, words, marked) in rows {
        let line: Vec<String> = cells.iter().map(|cell| one_line(cell)).collect();
        let _ = write!(text, "\n{}\t{}", line.join("\t"), one_line(&words));
        body.push(html! { tr { @for cell in &cells { td { (cell) } } td { (marked) } } });
    }
    let page = html! {
        p { strong { (detail.statement) } }
        table { (headed(&head)) tbody { @for row in &body { (row) } } }
    };
    Copied {
        text,
        html: page.into_string(),
        what: "the claim with its wordings",
    }
}

/// Two articles side by side; `headings` name them. Folded rows are said in a line.
pub fn comparison(sides: &Sides, headings: [&str; 2]) -> Copied {
    let [left_name, right_name] = headings;
    let mut text = format!(
        "{}\tdifference\t{}",
        one_line(left_name),
        one_line(right_name)
    );
    let mut body: Vec<Markup> = Vec::new();
    for row in &sides.rows {
        let (left, right, kinds, missing) = match row {
            CompareRow::Pair {
                left,
                right,
                kinds,
                is_headlines,
                ..
            } => (
                left,
                right,
                kinds.join(", "),
                wording::not_found(*is_headlines),
            ),
            CompareRow::Folded { sentences, .. } => {
                let same = wording::count(*sentences, "sentence", "sentences");
                let _ = write!(text, "\n\t{same} the same\t");
                body.push(html! { tr { td {} td { (same) " the same" } td {} } });
                continue;
            }
        };
        let words = |pieces: &[Piece]| -> String {
            let words: String = pieces.iter().map(|piece| piece.words.as_str()).collect();
            let words = one_line(&words);
            if words.is_empty() {
                missing.to_owned()
            } else {
                words
            }
        };
        let _ = write!(text, "\n{}\t{kinds}\t{}", words(left), words(right));
        body.push(html! {
            tr {
                td { (marked(left, missing)) }
                td { (kinds) }
                td { (marked(right, missing)) }
            }
        });
    }
    let page = html! {
        table {
            (headed(&[left_name, "difference", right_name]))
            tbody { @for row in &body { (row) } }
        }
    };
    Copied {
        text,
        html: page.into_string(),
        what: "the comparison",
    }
}

/// The pieces of a side, `missing` where it has none: underlined what only this side has, strong the
/// facts that differ.
fn marked(pieces: &[Piece], missing: &str) -> Markup {
    html! {
        @if pieces.is_empty() { em { (missing) } }
        @for piece in pieces {
            @match piece.kind {
                PieceKind::Same | PieceKind::Shared | PieceKind::Label => { (piece.words) }
                PieceKind::Only => { u { (piece.words) } }
                PieceKind::Fact => { strong { (piece.words) } }
            }
        }
    }
}

fn headed(names: &[&str]) -> Markup {
    html! { thead { tr { @for name in names { th { (name) } } } } }
}

/// Lines of a passage as lines of a page.
fn lines(words: &str) -> Markup {
    let parts = words.lines().map(|line| html! { (line) }.into_string());
    PreEscaped(parts.collect::<Vec<_>>().join("<br>"))
}

/// No tab and no line end: those would be columns and rows.
fn one_line(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Quotation marks around the whole passage would stand twice.
fn unquoted(words: &str) -> &str {
    words
        .strip_prefix(['“', '"'])
        .and_then(|words| words.strip_suffix(['”', '"']))
        .filter(|inside| !inside.contains(['“', '”', '"']))
        .unwrap_or(words)
}

fn is_web(url: &str) -> bool {
    url.starts_with("https://") || url.starts_with("http://")
}

#[cfg(test)]
mod tests {
    use super::{comparison, unquoted};
    use crate::model::RowKind;
    use crate::view::compare::{CompareRow, Piece, PieceKind, Sides};

    #[test]
    fn a_comparison_has_a_line_for_each_row_and_no_markup_of_its_texts() {
        let piece = |words: &str, kind| Piece {
            words: words.to_owned(),
            kind,
        };
        let sides = Sides {
            rows: vec![CompareRow::Pair {
                row: 0,
                left: vec![
                    piece("a <b>\n", PieceKind::Same),
                    piece("14", PieceKind::Fact),
                ],
                right: Vec::new(),
                left_place: None,
                right_place: None,
                is_headlines: false,
                kinds: vec!["only left"],
                is_otherwise: false,
                kind: RowKind::LeftOnly,
                likeness: 0.0,
            }],
            ..Sides::default()
        };
        let copied = comparison(&sides, ["One", "Two"]);
        assert_eq!(
            copied.text,
            "One\tdifference\tTwo\na <b> 14\tonly left\tnot found in this text"
        );
        assert!(
            copied.html.contains("a &lt;b&gt;\n<strong>14</strong>"),
            "{}",
            copied.html
        );
    }

    #[test]
    fn quotation_marks_do_not_stand_twice() {
        assert_eq!(unquoted("“all of it”"), "all of it");
        assert_eq!(unquoted("“one” and “two”"), "“one” and “two”");
    }
}
