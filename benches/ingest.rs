//! Files a second of reading: `cargo bench --no-default-features --bench ingest`.
//!
//! Makes 1,000 files of the kinds that readers save (450 plain texts, 400 web pages with their
//! furniture, 100 PDFs, 50 packed documents), reads each kind alone and all together from disk.

#![expect(clippy::format_collect, reason = "a file is made once")]

use std::fs;
use std::io::Write as _;
use std::path::Path;
use std::time::Instant;

use crossread::ingest::{Cancel, read_all};

#[path = "../tests/ingest/pdf_writer.rs"]
#[expect(dead_code, reason = "the tests draw pictures too")]
mod pdf_writer;

/// How many files of each kind.
const KINDS: [(&str, usize); 4] = [("txt", 450), ("html", 400), ("pdf", 100), ("docx", 50)];
/// Constants of Knuth's linear congruential generator (MMIX).
const MULTIPLIER: u64 = 6_364_136_223_846_793_005;
/// See [`MULTIPLIER`].
const INCREMENT: u64 = 1_442_695_040_888_963_407;
/// Words that the made sentences are drawn from.
const WORDS: &str = "harbour commission wall anglers province report engineer decision spring court \
    storm money repair village gate keeper minister question answer witness closed opened said \
    voted announced denied measured photographed planned rebuilt with before after because while \
    the a of in on for near against without another several earlier northern public temporary";

#[expect(clippy::expect_used, reason = "a bench may stop")]
fn main() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let mut nth = 0;
    for (kind, count) in KINDS {
        let own = folder.path().join(kind);
        fs::create_dir(&own).expect("a folder");
        for _ in 0..count {
            nth += 1;
            fs::write(own.join(format!("{nth}.{kind}")), made(kind, nth)).expect("a file");
        }
    }
    for (kind, count) in KINDS {
        time(kind, &folder.path().join(kind), count);
    }
    let all = KINDS.iter().map(|(_, count)| count).sum();
    time("all together", folder.path(), all);
}

/// Reads a folder and says how fast.
fn time(kind: &str, folder: &Path, count: usize) {
    let start = Instant::now();
    let result = read_all(&[folder.to_owned()], &Cancel::default(), &|_| ());
    let seconds = start.elapsed().as_secs_f64();
    assert_eq!(result.articles.len(), count, "{:?}", result.skipped.first());
    let mut out = std::io::stdout().lock();
    // A closed pipe ends the bench's use, not its work.
    let _ = writeln!(out, "{kind}: {:.0} files a second", count as f64 / seconds);
}

/// The bytes of one file.
fn made(kind: &str, seed: usize) -> Vec<u8> {
    let paragraphs: Vec<String> = (0..24).map(|n| paragraph(seed * 31 + n)).collect();
    let headline = format!("Wall number {seed} falls in the northern harbour");
    match kind {
        "txt" => format!(
            "{headline}\n\nBy Ines Calloway\n\n{}\n",
            paragraphs.join("\n\n")
        )
        .into_bytes(),
        "html" => page(&headline, &paragraphs).into_bytes(),
        "pdf" => pdf(&headline, &paragraphs),
        _ => docx(&headline, &paragraphs),
    }
}

/// Three sentences of made words.
fn paragraph(seed: usize) -> String {
    let words: Vec<&str> = WORDS.split_whitespace().collect();
    let mut state = (seed as u64)
        .wrapping_mul(MULTIPLIER)
        .wrapping_add(INCREMENT);
    let mut sentence = || {
        let mut out = String::from("The");
        for _ in 0..16 {
            state = state.wrapping_mul(MULTIPLIER).wrapping_add(INCREMENT);
            let at = (state >> 33) as usize % words.len();
            out.push(' ');
            out.push_str(words.get(at).copied().unwrap_or_default());
        }
        out + "."
    };
    [sentence(), sentence(), sentence()].join(" ")
}

/// A page of about 100 kB, as sites send them.
fn page(headline: &str, paragraphs: &[String]) -> String {
    let links: String = (0..150)
        .map(|n| {
            format!("<li class='menu-item item-{n}'><a href='/section/{n}'>Section {n}</a></li>")
        })
        .collect();
    let script =
        "window.dataLayer = window.dataLayer || []; function push(a) { dataLayer.push(a); }\n"
            .repeat(700);
    let teasers: String = (0..60)
        .map(|n| format!("<div class='teaser'><h3><a href='/a/{n}'>Another story number {n}</a></h3><span>3 min read</span></div>"))
        .collect();
    let body: String = paragraphs
        .iter()
        .map(|paragraph| format!("<p class='text'>{paragraph}</p>\n<div class='ad-slot'></div>"))
        .collect();
    format!(
        "<!doctype html><html lang='en'><head><title>{headline} | The Ostrel Morning</title>\
         <meta property='og:title' content='{headline}'><meta property='article:published_time' content='2025-03-12T07:00:00Z'>\
         <script>{script}</script></head><body><nav><ul>{links}</ul></nav><main><article><h1>{headline}</h1>\
         <div class='byline'>By Ines Calloway</div><div class='article-body'>{body}</div></article>\
         <aside class='related'>{teasers}</aside></main><footer><ul>{links}</ul>© The Ostrel Morning</footer></body></html>"
    )
}

/// Two pages of two columns.
fn pdf(headline: &str, paragraphs: &[String]) -> Vec<u8> {
    let lines: Vec<String> = paragraphs
        .iter()
        .flat_map(|paragraph| pdf_writer::set(paragraph, 46, true))
        .collect();
    let pages: Vec<pdf_writer::Page> = lines
        .chunks(100)
        .enumerate()
        .map(|(nth, lines)| {
            let mut page = pdf_writer::Page::default();
            if nth == 0 {
                page.line(60.0, 790.0, 22.0, headline);
            }
            for (column, lines) in lines.chunks(50).enumerate() {
                page.lines(60.0 + 260.0 * column as f64, 740.0, 10.0, lines);
            }
            page
        })
        .collect();
    pdf_writer::file(&pages, "")
}

#[expect(clippy::expect_used, reason = "a bench may stop")]
fn docx(headline: &str, paragraphs: &[String]) -> Vec<u8> {
    let body: String = std::iter::once(headline)
        .chain(paragraphs.iter().map(String::as_str))
        .map(|paragraph| format!("<w:p><w:r><w:t>{paragraph}</w:t></w:r></w:p>"))
        .collect();
    let mut writer = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    writer
        .start_file(
            "word/document.xml",
            zip::write::SimpleFileOptions::default(),
        )
        .expect("a file in memory");
    writer
        .write_all(format!("<w:document><w:body>{body}</w:body></w:document>").as_bytes())
        .expect("a file in memory");
    writer.finish().expect("a file in memory").into_inner()
}
