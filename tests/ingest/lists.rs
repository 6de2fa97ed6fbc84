//! Many articles in one file, copies and versions, and evidence that disagrees.

use crossread::ingest::{Ingested, read_embedded};
use crossread::model::DateBasis;

use crate::day;

const FIRST: &str = "The harbour commission voted on Tuesday to close the northern breakwater to anglers after the second collapse of its outer wall.";
const SECOND: &str = "A spokesman for the anglers called the measure disproportionate and announced that his association would go to court.";
const LATER: &str = "The administrative court rejected the application of the anglers on Friday and let the closure stand until the summer.";

fn read(files: &[(&str, &str)]) -> Ingested {
    let files: Vec<(&str, &[u8])> = files
        .iter()
        .map(|(name, text)| (*name, text.as_bytes()))
        .collect();
    read_embedded(&files)
}

#[test]
fn a_table_gives_one_article_a_row() {
    let table = format!(
        "Headline,Publication,Author,Date,URL,Body\nWall falls,The Ostrel Morning,Ines Calloway,2025-03-12,https://ostrel.example/a,\"{FIRST}\n\n{SECOND}\"\nCourt rules,Radio Kestria,,2025-03-21,,\"{LATER}\"\n"
    );
    let result = read(&[("list.csv", &table)]);
    assert_eq!(result.articles.len(), 2);
    let first = &result.articles[0];
    assert_eq!(first.path, "list.csv#1");
    assert_eq!(first.title.as_deref(), Some("Wall falls"));
    assert_eq!(first.outlet.as_deref(), Some("The Ostrel Morning"));
    assert_eq!(first.byline.as_deref(), Some("Ines Calloway"));
    assert_eq!(first.url.as_deref(), Some("https://ostrel.example/a"));
    assert_eq!(day(first).as_deref(), Some("2025-03-12"));
    assert_eq!(first.text, format!("{FIRST}\n\n{SECOND}"));
    assert_eq!(result.articles[1].byline, None);
}

#[test]
fn a_json_list_says_the_same() {
    let list = serde_json::json!({"articles": [
        {"title": "Wall falls", "source": {"name": "The Ostrel Morning"}, "author": ["Ines Calloway", "Tam Reed"],
         "publishedAt": "2025-03-12T07:00:00Z", "content": FIRST},
        {"title": "Court rules", "content": format!("<p>{SECOND}</p><p>{LATER}</p>")},
    ]});
    let result = read(&[("list.json", &list.to_string())]);
    assert_eq!(result.articles.len(), 2);
    assert_eq!(
        result.articles[0].byline.as_deref(),
        Some("Ines Calloway, Tam Reed")
    );
    assert_eq!(day(&result.articles[0]).as_deref(), Some("2025-03-12"));
    assert_eq!(result.articles[1].text, format!("{SECOND}\n\n{LATER}"));
}

#[test]
fn an_export_of_a_database_is_divided() {
    let export = format!(
        "The Ostrel Morning\n\nMarch 12, 2025 Wednesday\n\nBreakwater closed after second collapse\n\nBYLINE: Ines Calloway\n\nSECTION: NEWS; Pg. 4\n\nLENGTH: 41 words\n\nBody\n\n{FIRST}\n\n{SECOND}\n\nLoad-Date: March 14, 2025\n\nEnd of Document\n\nRadio Kestria\n\nMarch 21, 2025 Friday\n\nCourt lets the closure stand\n\nLENGTH: 20 words\n\nBody\n\n{LATER}\n\nLoad-Date: March 22, 2025\n\nEnd of Document\n"
    );
    let result = read(&[("export.txt", &export)]);
    assert_eq!(result.articles.len(), 2);
    let (first, second) = (&result.articles[0], &result.articles[1]);
    assert_eq!(first.outlet.as_deref(), Some("The Ostrel Morning"));
    assert_eq!(
        first.title.as_deref(),
        Some("Breakwater closed after second collapse")
    );
    assert_eq!(first.byline.as_deref(), Some("Ines Calloway"));
    assert_eq!(day(first).as_deref(), Some("2025-03-12"));
    assert_eq!(first.text, format!("{FIRST}\n\n{SECOND}"));
    assert_eq!(second.outlet.as_deref(), Some("Radio Kestria"));
    assert_eq!(day(second).as_deref(), Some("2025-03-21"));
    assert_eq!(second.text, LATER);
}

#[test]
fn days_that_disagree_are_all_shown_and_the_day_of_saving_is_never_chosen() {
    let page = format!(
        "<html><head><title>Wall falls</title>\
         <meta property='article:published_time' content='2025-03-12T06:00:00Z'>\
         <meta property='article:modified_time' content='2025-03-15T06:00:00Z'>\
         <link rel='canonical' href='https://ostrel.example/2025/03/11/wall-falls'></head>\
         <body><article><h1>Wall falls</h1><p>{FIRST}</p><p>{SECOND}</p><p>{LATER}</p></article></body></html>"
    );
    let archive = format!(
        "WARC/1.0\r\nWARC-Type: response\r\nWARC-Date: 2025-06-01T00:00:00Z\r\nWARC-Target-URI: https://ostrel.example/wall-falls\r\nContent-Length: {}\r\n\r\nHTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n{page}\r\n\r\n",
        page.len() + 44
    );
    let undated = page
        .replace(
            "<meta property='article:published_time' content='2025-03-12T06:00:00Z'>",
            "",
        )
        .replace("2025/03/11/", "");
    let result = read(&[
        ("a.html", &page),
        ("b.warc", &archive),
        ("c.html", &undated),
    ]);
    let [saved, archived, undated] = &result.articles[..] else {
        panic!("{} articles", result.articles.len());
    };
    for article in [saved, archived] {
        assert_eq!(day(article).as_deref(), Some("2025-03-12"));
        assert_eq!(article.published.basis, DateBasis::Metadata);
        let seen: Vec<String> = article
            .published
            .evidence
            .iter()
            .map(|evidence| evidence.value.to_string())
            .collect();
        assert!(seen.contains(&"2025-03-11".to_owned()), "{seen:?}");
        assert!(seen.contains(&"2025-03-15".to_owned()), "{seen:?}");
    }
    let captured = archived
        .published
        .evidence
        .iter()
        .any(|evidence| evidence.value.to_string() == "2025-06-01");
    assert!(captured, "{:?}", archived.published);
    // The day of the last change alone does not tell the day of publication.
    assert_eq!(undated.published.value, None);
    assert_eq!(undated.published.basis, DateBasis::None);
}

#[test]
fn a_feed_and_a_mailbox_hold_many_articles() {
    let feed = format!(
        "<?xml version='1.0'?><rss version='2.0'><channel><title>Radio Kestria</title><item><title>Wall falls</title><pubDate>Wed, 12 Mar 2025 07:00:00 GMT</pubDate><link>https://kestria.example/a</link><description>&lt;p&gt;{FIRST}&lt;/p&gt;</description></item><item><title>Court rules</title><description>{LATER}</description></item></channel></rss>"
    );
    let mail = |subject: &str, text: &str| {
        format!(
            "From sender@paper.example Wed Mar 12 07:00:00 2025\nFrom: The Ostrel Morning <news@ostrel.example>\nSubject: {subject}\nDate: Wed, 12 Mar 2025 07:00:00 +0000\nMessage-ID: <{subject}@x>\nContent-Type: text/plain; charset=utf-8\n\n{text}\n\n"
        )
    };
    let mailbox = mail("One", FIRST) + &mail("Two", SECOND);
    let result = read(&[("feed.xml", &feed), ("mails.mbox", &mailbox)]);
    let paths: Vec<&str> = result
        .articles
        .iter()
        .map(|article| article.path.as_str())
        .collect();
    assert_eq!(
        paths,
        ["feed.xml#1", "feed.xml#2", "mails.mbox#1", "mails.mbox#2"]
    );
    assert_eq!(day(&result.articles[0]).as_deref(), Some("2025-03-12"));
    assert_eq!(result.articles[0].outlet.as_deref(), Some("Radio Kestria"));
    assert_eq!(
        result.articles[2].outlet.as_deref(),
        Some("The Ostrel Morning")
    );
    assert_eq!(result.articles[3].text, SECOND);
}

#[test]
fn one_story_in_every_format_is_one_text() {
    let page = format!(
        "<html><body><nav><a href='/'>Home</a></nav><article><h1>Wall falls</h1><p>{FIRST}</p><p>{SECOND}</p><p>{LATER}</p></article></body></html>"
    );
    let plain = format!("Wall falls\n\n{FIRST}\n\n{SECOND}\n\n{LATER}\n");
    let marked = format!("# Wall falls\n\n{FIRST}\n\n{SECOND}\n\n{LATER}\n");
    let rich =
        format!("{{\\rtf1\\ansi {{\\b Wall falls}}\\par {FIRST}\\par {SECOND}\\par {LATER}\\par}}");
    let result = read(&[
        ("a.html", &page),
        ("b.txt", &plain),
        ("c.md", &marked),
        ("d.rtf", &rich),
    ]);
    let ids: Vec<&str> = result
        .articles
        .iter()
        .map(|article| article.id.as_str().get(..16).unwrap())
        .collect();
    assert_eq!(ids.len(), 4);
    assert!(ids.iter().all(|id| *id == ids[0]), "{:#?}", result.articles);
}

#[test]
fn the_order_of_files_and_the_number_of_threads_change_nothing() {
    let files: Vec<(String, String)> = (0..40)
        .map(|n| {
            (
                format!("{n:02}.txt"),
                format!("Headline number {n}\n\n{FIRST}\n\nParagraph {n}: {SECOND}\n"),
            )
        })
        .collect();
    let forward: Vec<(&str, &str)> = files
        .iter()
        .map(|(a, b)| (a.as_str(), b.as_str()))
        .collect();
    let backward: Vec<(&str, &str)> = forward.iter().rev().copied().collect();
    assert_eq!(read(&forward).articles, read(&backward).articles);
}
