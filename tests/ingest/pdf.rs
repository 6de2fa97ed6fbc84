//! PDF pages as papers print them: columns, hyphens, running heads, page numbers, scans.

use crossread::ingest::{Ingested, read_embedded};
use crossread::model::{DateBasis, SkippedReason};

use crate::day;
use crate::pdf_writer::{Page, file, set};

const PARAGRAPHS: &[&str] = &[
    "The harbour commission voted on Tuesday to close the northern breakwater to anglers after the second collapse of its outer wall in three weeks.",
    "Commissioners said that the decision was temporary and would be reviewed when engineers from the university had finished their measurements of the foundations.",
    "“Nobody has been hurt and we intend to keep it that way,” said the chairwoman, Orla Quennell, who has represented the fishermen since last spring.",
    "A spokesman for the anglers called the measure disproportionate and announced that his association would challenge it before the administrative court.",
    "The wall was built in the thirties and repaired twice, most recently with money that the province had set aside for the lighthouse.",
    "According to the commission's own report, which this newspaper has seen, cracks were noticed as early as November but not photographed.",
];
const HEADLINE: &str = "Breakwater closed after second collapse";

/// Two pages of two columns with a running head and a number on each.
fn printed(hyphens: bool) -> Vec<u8> {
    let mut first = Page::default();
    first.line(
        60.0,
        800.0,
        9.0,
        "The Ostrel Morning — Wednesday 12 March 2025",
    );
    first.line(60.0, 760.0, 24.0, HEADLINE);
    first.line(60.0, 735.0, 10.0, "By Ines Calloway");
    let mut second = Page::default();
    second.line(
        60.0,
        800.0,
        9.0,
        "The Ostrel Morning — Wednesday 12 March 2025",
    );
    for (page, own, top) in [
        (&mut first, &PARAGRAPHS[..3], 700.0),
        (&mut second, &PARAGRAPHS[3..], 770.0),
    ] {
        let mut lines: Vec<(String, bool)> = Vec::new();
        for paragraph in own {
            for (nth, line) in set(paragraph, 44, hyphens).into_iter().enumerate() {
                lines.push((line, nth == 0));
            }
        }
        let half = lines.len().div_ceil(2);
        for (x, column) in [(60.0, &lines[..half]), (320.0, &lines[half..])] {
            let mut y = top;
            for (line, starts) in column {
                let indent = if *starts { 12.0 } else { 0.0 };
                page.line(x + indent, y, 10.0, line);
                y -= 12.0;
            }
        }
    }
    first.line(290.0, 40.0, 9.0, "4");
    second.line(290.0, 40.0, 9.0, "5");
    file(&[first, second], "")
}

fn read(bytes: &[u8]) -> Ingested {
    read_embedded(&[("page.pdf", bytes)])
}

#[test]
fn columns_are_read_one_after_the_other_and_what_repeats_is_gone() {
    let result = read(&printed(false));
    let article = &result.articles[0];
    assert_eq!(article.title.as_deref(), Some(HEADLINE));
    assert_eq!(article.byline.as_deref(), Some("Ines Calloway"));
    assert_eq!(article.outlet.as_deref(), Some("The Ostrel Morning"));
    assert_eq!(day(article).as_deref(), Some("2025-03-12"));
    assert_eq!(article.text, PARAGRAPHS.join("\n\n"));
}

#[test]
fn hyphens_at_line_ends_are_mended() {
    let result = read(&printed(true));
    assert_eq!(result.articles[0].text, PARAGRAPHS.join("\n\n"));
}

#[test]
fn a_compound_that_is_broken_at_its_own_hyphen_keeps_it() {
    let mut page = Page::default();
    let paragraph = "The well-known keeper was asked about the well-known gate and said nothing that anybody had not heard from a well-";
    let mut lines = set(paragraph, 60, false);
    lines.push("known source in the village before the storm came over it.".to_owned());
    page.lines(60.0, 700.0, 10.0, &lines);
    let result = read(&file(&[page], ""));
    let text = &result.articles[0].text;
    assert!(text.contains("from a well-known source"), "{text}");
}

#[test]
fn a_picture_of_a_page_is_said() {
    let mut page = Page::default();
    page.picture();
    let result = read(&file(&[page], ""));
    assert_eq!(result.skipped[0].reason, SkippedReason::PictureOfPage);
}

#[test]
fn a_page_without_words_is_not_called_an_empty_file() {
    let result = read(&file(&[Page::default()], ""));
    assert_eq!(result.skipped[0].reason, SkippedReason::NoText);
}

#[test]
fn a_page_printed_by_a_browser_gives_its_address_and_not_the_day_of_printing() {
    let mut page = Page::default();
    page.line(20.0, 825.0, 8.0, "14/03/2025, 10:22");
    page.line(
        250.0,
        825.0,
        8.0,
        "Breakwater closed after second collapse - The Ostrel Morning",
    );
    page.line(60.0, 780.0, 20.0, HEADLINE);
    let mut y = 740.0;
    for paragraph in PARAGRAPHS {
        y = page.lines(60.0, y, 11.0, &set(paragraph, 80, false)) - 11.0;
    }
    page.line(
        20.0,
        15.0,
        8.0,
        "https://www.ostrelmorning.example/2025/breakwater",
    );
    page.line(540.0, 15.0, 8.0, "1/1");
    let result = read(&file(&[page], ""));
    let article = &result.articles[0];
    assert_eq!(article.title.as_deref(), Some(HEADLINE));
    assert_eq!(
        article.url.as_deref(),
        Some("https://www.ostrelmorning.example/2025/breakwater")
    );
    assert_eq!(article.text, PARAGRAPHS.join("\n\n"));
    assert_eq!(article.outlet.as_deref(), Some("The Ostrel Morning"));
    assert_eq!(article.published.value, None);
    assert_eq!(article.published.basis, DateBasis::None);
    assert!(!article.published.evidence.is_empty());
}

#[test]
fn a_password_is_said() {
    let mut page = Page::default();
    page.line(60.0, 700.0, 12.0, "Words that nobody may read.");
    let lock = "/Encrypt << /Filter /Standard /V 1 /R 2 /Length 40 /P -44 /O <3A8E0D7C5B1F4E2D9C6A7B8E1D0F3C5A4B6D7E8F9A0B1C2D3E4F5A6B7C8D9E0F> /U <6B7C8D9E0F1A2B3C4D5E6F708192A3B4C5D6E7F8091A2B3C4D5E6F708192A3B4> >> /ID [<00112233445566778899AABBCCDDEEFF> <00112233445566778899AABBCCDDEEFF>]";
    let result = read(&file(&[page], lock));
    assert_eq!(result.skipped[0].reason, SkippedReason::Encrypted);
}
