//! Pages, saved or copied as text, in the manner of many systems: what each is known by, what of it is text and what is not.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use crossread::ingest::read_embedded;
use serde::Deserialize;

use crate::day;

/// What a careful reader finds in a page.
#[derive(Deserialize)]
struct Expected {
    title: String,
    byline: Option<String>,
    /// `None` where the page does not tell more than its address.
    outlet: Option<String>,
    published: Option<String>,
    /// Paragraphs of the article.
    keep: Vec<String>,
    /// Words of the site.
    gone: Vec<String>,
}

/// Letters in one case, so that headlines in capitals agree.
fn folded(words: &str) -> String {
    words.to_lowercase().trim_start_matches("the ").to_owned()
}

#[test]
fn pages_of_many_systems_are_known_by_their_evidence_and_keep_their_article() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/pages");
    let gold = fs::read_to_string(folder.join("gold.json")).unwrap();
    let gold: BTreeMap<String, Expected> = serde_json::from_str(&gold).unwrap();
    assert!(gold.len() >= 39);
    for (name, expected) in gold {
        let bytes = fs::read(folder.join(&name)).unwrap();
        let result = read_embedded(&[(&name, &bytes)]);
        let [article] = result.articles.as_slice() else {
            panic!("{name}: {} articles", result.articles.len());
        };
        let title = article.title.as_deref().unwrap_or_default();
        assert_eq!(folded(title), folded(&expected.title), "{name}");
        let byline = article.byline.as_deref().map(folded);
        assert_eq!(byline, expected.byline.as_deref().map(folded), "{name}");
        assert_eq!(day(article), expected.published, "{name}");
        if let Some(outlet) = expected.outlet {
            let found = article.outlet.as_deref().unwrap_or_default();
            assert_eq!(folded(found), folded(&outlet), "{name}");
        }
        for words in &expected.keep {
            assert!(
                article.text.contains(words.as_str()),
                "{name} lost: {words}"
            );
        }
        for words in &expected.gone {
            assert!(
                !article.text.contains(words.as_str()),
                "{name} keeps: {words}"
            );
        }
    }
}
