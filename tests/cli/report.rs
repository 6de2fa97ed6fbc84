//! The report as a browser and a reader with a screen reader meet it.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use dom_query::Document;

use crate::runs::{said, sample_folder, write};

fn report(folder: &Path) -> String {
    let place = tempfile::tempdir().unwrap();
    let out = place.path().join("report.html");
    said(&write("report", folder, &out), 0);
    fs::read_to_string(out).unwrap()
}

/// Attributes of every element that has one of this name.
fn attributes(page: &Document, name: &str) -> Vec<String> {
    let selected = page.select(&format!("[{name}]"));
    let values = selected.iter().filter_map(|node| node.attr(name));
    values.map(|value| value.to_string()).collect()
}

/// What holds of every report, whatever the articles say.
fn is_sound(html: &str) {
    let page = Document::from(html);
    for forbidden in [
        "script", "iframe", "object", "embed", "img", "link", "base", "form",
    ] {
        assert_eq!(page.select(forbidden).length(), 0, "<{forbidden}>");
    }
    for node in &page.select("*") {
        for attribute in node.attrs() {
            let name = attribute.name.local.to_string();
            assert!(!name.starts_with("on"), "{name}");
            assert!(name != "style" && name != "src", "{name}");
        }
    }
    let policy = page.select("meta[http-equiv=Content-Security-Policy]");
    let policy = policy.attr("content").expect("a policy");
    assert!(policy.contains("default-src 'none'"), "{policy}");
    let style = page.select("style").text().to_string();
    let fonts = style.matches("url(data:font/woff2;base64,").count();
    assert_eq!(style.matches("url(").count(), fonts);
    assert!(!style.contains("@import"));
    let ids = attributes(&page, "id");
    let unique: BTreeSet<&String> = ids.iter().collect();
    assert_eq!(unique.len(), ids.len(), "an id stands twice");
    for address in attributes(&page, "href") {
        match address.strip_prefix('#') {
            Some(id) => assert!(unique.contains(&id.to_owned()), "{address} leads nowhere"),
            None => assert!(
                address.starts_with("https://") || address.starts_with("http://"),
                "{address}"
            ),
        }
    }
    for value in attributes(&page, "aria-labelledby") {
        for id in value.split(' ') {
            assert!(unique.contains(&id.to_owned()), "{id} leads nowhere");
        }
    }
    has_landmarks_and_headings(&page);
    for c in html.chars() {
        let is_bad = c.is_control() && c != '\n' && c != '\t';
        let turns =
            ('\u{202a}'..='\u{202e}').contains(&c) || ('\u{2066}'..='\u{2069}').contains(&c);
        assert!(!is_bad && !turns, "{c:?}");
    }
}

fn has_landmarks_and_headings(page: &Document) {
    for landmark in [
        "body > header",
        "body > nav[aria-label]",
        "main",
        "body > footer",
    ] {
        assert_eq!(page.select(landmark).length(), 1, "{landmark}");
    }
    assert_eq!(page.select("h1").length(), 1);
    assert_eq!(page.select("html[lang]").length(), 1);
    let mut before = 0;
    for heading in &page.select("h1, h2, h3, h4") {
        let name = heading
            .get(0)
            .and_then(dom_query::NodeRef::node_name)
            .expect("a name");
        let level: u32 = name.trim_start_matches('h').parse().unwrap();
        assert!(level <= before + 1, "{name} after h{before}");
        before = level;
    }
    for table in &page.select("table") {
        let headed = table.select("thead th[scope=col]").length();
        assert!(headed > 0, "a table without headings");
    }
    for drawing in &page.select("svg") {
        let is_hidden = drawing.attr("aria-hidden").is_some();
        let is_named = drawing.attr("role").is_some() && drawing.select("title").length() > 0;
        assert!(is_hidden || is_named, "a drawing without words");
    }
}

#[test]
fn the_report_of_the_sample_story_has_every_part() {
    let html = report(&sample_folder());
    is_sound(&html);
    let page = Document::from(html.as_str());
    for part in [
        "glance", "claims", "timeline", "coverage", "names", "sources", "articles", "limits",
    ] {
        assert_eq!(
            page.select(&format!("section#{part}")).length(),
            1,
            "{part}"
        );
    }
    assert!(page.select(".claim").length() > 3);
    assert!(page.select(".claim .origins li").length() > 3);
    assert!(
        page.select(".wordings mark").length() > 3,
        "no difference is marked"
    );
    assert!(
        page.select("svg.chart .shape").length() > 5,
        "no telling is drawn"
    );
    let read = fs::read_dir(sample_folder()).unwrap().count();
    let told = page.select(".articles > li").length() + page.select("#aside tbody tr").length();
    assert_eq!(told, read);
}

/// Text that tries to leave its place.
const HOSTILE: [&str; 7] = [
    "</title><script>document.title='broken'</script>",
    "\"><img src=x onerror=alert(1)>",
    "' onmouseover='alert(1)' x='",
    "<!--</style><svg onload=alert(1)>",
    "\u{202e}nwod edispu\u{2066} \u{0}\u{1b}[31mred\u{7}",
    "javascript:alert(1)",
    "&lt;script&gt; &amp;quot; ]]> {{7*7}} ${7*7}",
];

#[test]
fn hostile_words_stay_words() {
    let folder = tempfile::tempdir().unwrap();
    let escaped = |text: &str| {
        text.replace('&', "&amp;")
            .replace('<', "&lt;")
            .replace('"', "&quot;")
            .replace('\0', "")
    };
    for (number, words) in HOSTILE.iter().enumerate() {
        let hidden = escaped(words);
        let page = format!(
            "<html><head><title>{hidden}</title><meta property=\"og:site_name\" content=\"{hidden}\">\
             <meta name=\"author\" content=\"{hidden}\"><link rel=\"canonical\" href=\"javascript:alert({number})\">\
             <meta property=\"article:published_time\" content=\"2025-03-0{}\"></head><body><article>\
             <h1>{hidden}</h1><p>The Orrin bridge collapsed on Monday and 14 people were injured, \
             Mayor {hidden} told reporters in Orrin.</p><p>“{hidden}”, said Ida Moen, who leads the \
             city council of Orrin. The bridge was closed in 2019 for repairs, the council said.</p>\
             </article></body></html>",
            number + 1
        );
        fs::write(folder.path().join(format!("{number} <b>&'\".html")), page).unwrap();
    }
    fs::write(
        folder.path().join("<script>alert(2)<.png"),
        b"\x89PNG\r\n\x1a\n\0",
    )
    .unwrap();
    let html = report(folder.path());
    is_sound(&html);
    assert!(
        html.contains("&lt;img src=x onerror"),
        "the words themselves are shown"
    );
}

#[cfg(feature = "window")]
#[test]
fn the_report_has_the_colours_of_the_window() {
    use crossread::ui::theme::Tokens;
    let sheet = include_str!("../../assets/report/report.css");
    let (light, dark) = sheet.split_once("prefers-color-scheme: dark").unwrap();
    for (tokens, part) in [(Tokens::LIGHT, light), (Tokens::DARK, dark)] {
        let mut wanted = vec![
            ("page".to_owned(), tokens.page),
            ("panel".to_owned(), tokens.panel),
            ("card".to_owned(), tokens.card),
            ("line".to_owned(), tokens.line),
            ("ink".to_owned(), tokens.ink),
            ("secondary".to_owned(), tokens.secondary),
            ("accent".to_owned(), tokens.accent),
            ("selection".to_owned(), tokens.selection),
            ("only-here".to_owned(), tokens.only_here),
            ("only-here-tint".to_owned(), tokens.only_here_tint),
            ("alarm".to_owned(), tokens.alarm),
            ("fact".to_owned(), tokens.fact),
            ("fact-tint".to_owned(), tokens.fact_tint),
        ];
        for (number, color) in tokens.outlets.into_iter().enumerate() {
            wanted.push((format!("outlet-{number}"), color));
        }
        for (name, color) in wanted {
            let [r, g, b, _] = color.to_array();
            let rule = format!("--{name}: #{r:02x}{g:02x}{b:02x};");
            assert!(part.contains(&rule), "{rule}");
        }
    }
}
