//! The sample story is read as a person reads it: title, outlet, byline, day and agency of every
//! file, no site words left, no sentence lost.

use crossread::ingest::read_embedded;
use crossread::model::Article;

/// What the fixture says about one file.
#[derive(serde::Deserialize)]
struct Expected {
    file: String,
    title: String,
    outlet: String,
    byline: Option<String>,
    published: Option<String>,
    basis: String,
}

#[derive(serde::Deserialize)]
struct Gold {
    articles: Vec<Expected>,
}

fn gold() -> Vec<Expected> {
    let text = include_str!("../fixtures/sample-story/gold.json");
    serde_json::from_str::<Gold>(text).unwrap().articles
}

fn sample() -> Vec<Article> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/assets/sample");
    let mut files: Vec<(String, Vec<u8>)> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap())
        .map(|entry| {
            let name = entry.file_name().into_string().unwrap();
            (name, std::fs::read(entry.path()).unwrap())
        })
        .collect();
    files.sort();
    let files: Vec<(&str, &[u8])> = files
        .iter()
        .map(|(name, bytes)| (name.as_str(), bytes.as_slice()))
        .collect();
    read_embedded(&files).articles
}

fn by_file<'a>(articles: &'a [Article], file: &str) -> &'a Article {
    articles
        .iter()
        .find(|article| article.path == file)
        .unwrap_or_else(|| panic!("{file} was not read"))
}

#[test]
fn an_article_keeps_its_id_under_another_name_and_beside_others() {
    let all = sample();
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/assets/sample");
    for article in &all {
        let bytes = std::fs::read(format!("{folder}/{}", article.path)).unwrap();
        let ending = article.path.rsplit('.').next().unwrap();
        let name = format!("another name of this story.{ending}");
        let alone = read_embedded(&[(name.as_str(), bytes.as_slice())]).articles;
        let ids: Vec<_> = alone.iter().map(|article| &article.id).collect();
        assert_eq!(ids, [&article.id], "{}", article.path);
    }
}

#[test]
fn every_file_of_the_sample_story_is_known_by_its_evidence() {
    let articles = sample();
    let mut wrong = Vec::new();
    for expected in gold() {
        let article = by_file(&articles, &expected.file);
        let published = crate::day(article);
        let basis = format!("{:?}", article.published.basis).to_lowercase();
        for (what, got, wanted) in [
            ("title", article.title.clone(), Some(expected.title)),
            ("byline", article.byline.clone(), expected.byline),
            ("published", published, expected.published),
            ("basis", Some(basis), Some(expected.basis)),
        ] {
            if got != wanted {
                wrong.push(format!(
                    "{}: {what} is {got:?}, not {wanted:?}",
                    expected.file
                ));
            }
        }
        // "Lantern" and "Lantern News Agency" name one agency.
        let outlet = article.outlet.clone().unwrap_or_default();
        if !outlet.starts_with(&expected.outlet) {
            wrong.push(format!(
                "{}: outlet is {outlet:?}, not {:?}",
                expected.file, expected.outlet
            ));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn site_words_are_gone_and_can_be_put_back() {
    let site_words = [
        "min read",
        "Reading time",
        "cookies",
        "Share this",
        "Subscribe",
        "Sign up",
        "Previous",
        "Next article",
        "Don’t miss",
        "Related articles",
        "ADVERTISEMENT",
        "Copyright",
        "(c)",
        "©",
        "Listen live",
        "Read next",
        "Give £5",
    ];
    for article in sample() {
        for words in site_words {
            assert!(
                !article.text.contains(words),
                "{}: “{words}” is left",
                article.path
            );
        }
        for removed in &article.removed {
            assert!(
                article.text.is_char_boundary(removed.at),
                "{}",
                article.path
            );
        }
    }
}

#[test]
fn no_sentence_of_the_sample_story_is_lost() {
    let articles = sample();
    let gold: serde_json::Value =
        serde_json::from_str(include_str!("../fixtures/sample-story/gold.json")).unwrap();
    let squeezed = |text: &str| text.split_whitespace().collect::<String>();
    let mut checked = 0;
    for claim in gold["claims"].as_array().unwrap() {
        for mention in claim["mentions"].as_array().into_iter().flatten() {
            let (Some(file), Some(quote)) = (mention["file"].as_str(), mention["quote"].as_str())
            else {
                continue;
            };
            let article = by_file(&articles, file);
            let everything = format!(
                "{} {}",
                article.title.clone().unwrap_or_default(),
                article.text
            );
            for piece in quote.split(" … ") {
                assert!(
                    squeezed(&everything).contains(&squeezed(piece)),
                    "{file}: “{piece}” is lost"
                );
                checked += 1;
            }
        }
    }
    assert!(checked > 20, "only {checked} quotations were looked for");
}

#[test]
fn the_same_content_twice_has_two_ids_and_one_text() {
    let text = b"A headline of some words\n\nThe company said on Tuesday that the gate had been opened by hand in the night.\n";
    let read = read_embedded(&[("b.txt", text), ("a.txt", text)]);
    let ids: Vec<&str> = read
        .articles
        .iter()
        .map(|article| article.id.as_str())
        .collect();
    assert_eq!(read.articles[0].path, "a.txt");
    assert_eq!(ids[0].len(), 16);
    assert_eq!(ids[1], format!("{}-2", ids[0]));
    assert_eq!(read.articles[0].text, read.articles[1].text);
}
