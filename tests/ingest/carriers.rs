//! Articles inside what carries them: mail, saved pages, books, documents, exports, copied pages.

use crossread::ingest::{Ingested, read_embedded};
use crossread::model::Article;

use crate::day;
use crate::make::zip_of;

const FIRST: &str = "The harbour commission voted on Tuesday to close the northern breakwater to anglers after the second collapse of its outer wall.";
const SECOND: &str = "A spokesman for the anglers called the measure disproportionate and announced that his association would go to court.";
const HEADLINE: &str = "Breakwater closed after second collapse";

fn read(name: &str, bytes: &[u8]) -> Ingested {
    read_embedded(&[(name, bytes)])
}

/// A page with furniture around two paragraphs.
fn page() -> String {
    format!(
        "<html><head><title>{HEADLINE} | The Ostrel Morning</title></head><body><nav><a href='/'>Home</a></nav>\
         <article><h1>{HEADLINE}</h1><p>By Ines Calloway</p><time datetime='2025-03-12'>12 March 2025</time>\
         <p>{FIRST}</p><p>{SECOND}</p></article><footer>© 2025 The Ostrel Morning</footer></body></html>"
    )
}

/// Checks that this is the article and nothing else.
fn check(article: &Article) {
    assert_eq!(article.title.as_deref(), Some(HEADLINE));
    assert_eq!(article.outlet.as_deref(), Some("The Ostrel Morning"));
    assert_eq!(article.text, format!("{FIRST}\n\n{SECOND}"));
}

#[test]
fn a_page_saved_as_one_message() {
    let saved = format!(
        "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://ostrel.example/a\r\nSubject: x\r\nDate: Thu, 20 Mar 2025 10:11:12 -0000\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; type=\"text/html\"; boundary=\"--b\"\r\n\r\n----b\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: 8bit\r\n\r\n{}\r\n----b\r\nContent-Type: text/html\r\n\r\n<p>Buy boats.</p>\r\n----b--\r\n",
        page()
    );
    let result = read("saved.mhtml", saved.as_bytes());
    assert_eq!(result.articles.len(), 1);
    let article = &result.articles[0];
    check(article);
    assert_eq!(article.format, "saved web page");
    assert_eq!(article.url.as_deref(), Some("https://ostrel.example/a"));
    assert_eq!(day(article).as_deref(), Some("2025-03-12"));
}

#[test]
fn a_mailbox_of_messages_that_hold_pages() {
    let message = |number: usize| {
        format!(
            "From a@b.example Tue Mar 11 17:20:00 2025\nFrom: The Ostrel Morning <news@ostrel.example>\nSubject: {HEADLINE}\nMessage-ID: <{number}>\nDate: Wed, 12 Mar 2025 07:20:00 +0000\nMIME-Version: 1.0\nContent-Type: text/html; charset=utf-8\n\n<html><body><p>Trouble reading this? View it in your browser</p><h1>{HEADLINE}</h1><p>{FIRST}</p><p>{SECOND}</p><p>You receive this e-mail because you asked for it. Unsubscribe</p></body></html>\n\n"
        )
    };
    let result = read("box", format!("{}{}", message(1), message(2)).as_bytes());
    assert_eq!(result.articles.len(), 2);
    for article in &result.articles {
        check(article);
    }
}

#[test]
fn a_book_of_downloaded_news() {
    let chapter = format!(
        "<html><body><div><a href='x'>Next</a> | <a href='y'>Section Menu</a></div><h1>{HEADLINE}</h1><p>{FIRST}</p><p>{SECOND}</p><p>{FIRST}</p><div>This article was downloaded by <b>calibre</b> from https://ostrel.example/a</div></body></html>"
    );
    let package = "<package><metadata><dc:publisher>The Ostrel Morning</dc:publisher></metadata><manifest><item id='a' href='a.html'/></manifest><spine><itemref idref='a'/></spine></package>";
    let book = zip_of(&[
        ("mimetype", b"application/epub+zip".to_vec()),
        (
            "META-INF/container.xml",
            b"<rootfile full-path='a.opf'/>".to_vec(),
        ),
        ("a.opf", package.as_bytes().to_vec()),
        ("a.html", chapter.into_bytes()),
    ]);
    let result = read("news.epub", &book);
    let article = &result.articles[0];
    assert_eq!(article.title.as_deref(), Some(HEADLINE));
    assert_eq!(article.outlet.as_deref(), Some("The Ostrel Morning"));
    assert_eq!(article.text, format!("{FIRST}\n\n{SECOND}\n\n{FIRST}"));
    assert_eq!(article.url.as_deref(), Some("https://ostrel.example/a"));
}

#[test]
fn the_cells_of_a_row_are_one_line() {
    let run = |text: &str| format!("<w:p><w:r><w:t>{text}</w:t></w:r></w:p>");
    let document = format!(
        "<w:document><w:body>{}{}{}<w:tbl><w:tr><w:tc>{}</w:tc><w:tc>{}</w:tc></w:tr></w:tbl></w:body></w:document>",
        run(HEADLINE),
        run("The Ostrel Morning"),
        run(FIRST),
        run("Anglers"),
        run("1,400")
    );
    let result = read(
        "clip.docx",
        &zip_of(&[("word/document.xml", document.into_bytes())]),
    );
    let article = &result.articles[0];
    assert_eq!(article.outlet.as_deref(), Some("The Ostrel Morning"));
    assert_eq!(article.text, format!("{FIRST}\n\nAnglers | 1,400"));
}

#[test]
fn a_page_copied_with_all_its_words() {
    let copied = format!(
        "Skip to main content\nThe Ostrel Morning\nSign In\nNews\nSport\n\n{HEADLINE}\n\nInes Calloway\nLocal Reporter\nPublished 6:04 PM GMT, Wed March 12, 2025\n\n4 min read\nShare\nFacebook\nX\n\nImage\nThe breakwater, seen from the east on Monday. Tom Reilly/Ostrel Morning\n\nKey points\n• The wall fell twice\n\n{FIRST}\n\nAdvertisement - scroll to continue\n\nEnter your email\n\nBy clicking submit, you agree to our Terms of Use and Privacy Policy.\n\n{SECOND}\n\nAdditional reporting by Piers Lund.\n\nTopics\nOstrel\nHarbours\n\nMost Popular\nBus fares to rise in March\n\nRecommended\nSponsored\nDentists are speechless: do this every night\nLearn More\n\n© 2025 Ostrel Media. All rights reserved.\nTerms\nPrivacy\n"
    );
    let result = read("copied.txt", copied.as_bytes());
    let article = &result.articles[0];
    check(article);
    assert_eq!(article.byline.as_deref(), Some("Ines Calloway"));
    assert_eq!(day(article).as_deref(), Some("2025-03-12"));
    // What was taken out can be put back.
    assert!(
        article
            .removed
            .iter()
            .any(|removed| removed.text == "Learn More")
    );
}
