//! Tables and annotations as other programs see them.

use std::fs;
use std::io::Read;

use serde_json::Value;

use crate::runs::{FEW, said, sample, write};

const FILES: [&str; 7] = [
    "articles",
    "entities",
    "mentions",
    "claims",
    "wordings",
    "sayings",
    "left-aside",
];

#[test]
fn tables_hold_what_the_analysis_holds() {
    let (folder, place) = (sample(&FEW), tempfile::tempdir().unwrap());
    let analysis = place.path().join("analysis.json");
    said(&write("analyze", folder.path(), &analysis), 0);
    let analysis: Value = serde_json::from_slice(&fs::read(analysis).unwrap()).unwrap();
    let tables = place.path().join("tables");
    said(&write("tables", folder.path(), &tables), 0);
    let mut rows = std::collections::BTreeMap::new();
    for file in FILES {
        let text = fs::read(tables.join(file).with_extension("csv")).unwrap();
        let text = text
            .strip_prefix("\u{feff}".as_bytes())
            .expect("a mark of UTF-8");
        let mut reader = csv::Reader::from_reader(text);
        let found: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
        rows.insert(file, found);
    }
    let count = |pointer: &str| analysis.pointer(pointer).unwrap().as_array().unwrap().len();
    assert_eq!(rows["articles"].len(), count("/articles"));
    assert_eq!(rows["claims"].len(), count("/claims"));
    let articles = analysis["articles"].as_array().unwrap();
    let mentions: usize = articles
        .iter()
        .map(|article| article["mentions"].as_array().unwrap().len())
        .sum();
    assert_eq!(rows["mentions"].len(), mentions);
    // A place in a table leads to the words beside it.
    for row in &rows["mentions"] {
        let article = articles.iter().find(|a| a["id"] == row[0]).unwrap();
        let text: Vec<char> = article["text"].as_str().unwrap().chars().collect();
        let words: String = text[row[2].parse().unwrap()..row[3].parse().unwrap()]
            .iter()
            .collect();
        assert_eq!(
            words.trim_start_matches('\''),
            row[4].trim_start_matches('\'')
        );
    }
}

#[test]
fn no_cell_of_a_stranger_is_a_formula() {
    let (folder, place) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let hostile = "=HYPERLINK(\"http://evil.example\",\"Mayor\")";
    let text =
        format!("{hostile}\n\nBy +cmd|' /C calc'!A0\n\nThe bridge at Orrin fell, @SUM(A1) said.\n");
    fs::write(folder.path().join("=cmd.txt"), text).unwrap();
    let tables = place.path().join("tables");
    said(&write("tables", folder.path(), &tables), 0);
    for file in FILES {
        let text = fs::read(tables.join(file).with_extension("csv")).unwrap();
        let text = text.strip_prefix("\u{feff}".as_bytes()).unwrap();
        for record in csv::Reader::from_reader(text).records() {
            for field in &record.unwrap() {
                let first = field.chars().next().unwrap_or(' ');
                let is_number = field.parse::<f64>().is_ok();
                assert!(!"=+-@\t\r".contains(first) || is_number, "{file}: {field}");
            }
        }
    }
    let book = place.path().join("tables.xlsx");
    said(&write("tables", folder.path(), &book), 0);
    let mut archive = zip::ZipArchive::new(fs::File::open(book).unwrap()).unwrap();
    let mut sheets = 0;
    for at in 0..archive.len() {
        let mut part = archive.by_index(at).unwrap();
        let name = part.name().unwrap().into_owned();
        if name.starts_with("xl/worksheets/sheet") {
            let mut xml = String::new();
            part.read_to_string(&mut xml).unwrap();
            assert!(!xml.contains("<f>"), "{name}");
            sheets += 1;
        }
    }
    assert_eq!(sheets, FILES.len());
}

#[test]
fn annotations_select_the_words_they_quote() {
    let (folder, place) = (sample(&FEW), tempfile::tempdir().unwrap());
    let (analysis, out) = (place.path().join("a.json"), place.path().join("a.jsonld"));
    said(&write("analyze", folder.path(), &analysis), 0);
    said(&write("annotations", folder.path(), &out), 0);
    let analysis: Value = serde_json::from_slice(&fs::read(analysis).unwrap()).unwrap();
    let found: Value = serde_json::from_slice(&fs::read(out).unwrap()).unwrap();
    assert_eq!(found["@context"], "http://www.w3.org/ns/anno.jsonld");
    let items = found["first"]["items"].as_array().unwrap();
    assert_eq!(found["total"], items.len());
    assert!(items.len() > 50, "{}", items.len());
    let mut ids = std::collections::BTreeSet::new();
    for item in items {
        assert!(ids.insert(item["id"].as_str().unwrap()), "{}", item["id"]);
        assert_eq!(item["type"], "Annotation");
        assert!(!item["body"].as_array().unwrap().is_empty());
        let source = item["target"]["source"]["id"].as_str().unwrap();
        let id = source.strip_prefix("urn:crossread:article:").unwrap();
        let articles = analysis["articles"].as_array().unwrap();
        let text = articles.iter().find(|article| article["id"] == id).unwrap();
        let text: Vec<char> = text["text"].as_str().unwrap().chars().collect();
        let [position, quote] = item["target"]["selector"].as_array().unwrap().as_slice() else {
            panic!("two selectors are given");
        };
        let (start, end) = (number(&position["start"]), number(&position["end"]));
        let words: String = text[start..end].iter().collect();
        assert_eq!(quote["exact"], words);
        let before: String = text[start.saturating_sub(32)..start].iter().collect();
        assert_eq!(quote["prefix"], before);
    }
}

fn number(value: &Value) -> usize {
    usize::try_from(value.as_u64().unwrap()).unwrap()
}
