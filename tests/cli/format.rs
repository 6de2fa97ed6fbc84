//! The analysis file is the documented one: every field is there and no other, every number leads
//! where it says.

use std::collections::BTreeSet;
use std::fs;

use serde_json::Value;

use crate::runs::{said, sample_folder, write};

/// An object has exactly these fields.
fn fields(value: &Value, wanted: &[&str]) {
    let found: BTreeSet<&str> = value
        .as_object()
        .unwrap_or_else(|| panic!("not an object: {value}"))
        .keys()
        .map(String::as_str)
        .collect();
    assert_eq!(found, wanted.iter().copied().collect(), "{value}");
}

fn one_of(value: &Value, allowed: &[&str]) {
    let word = value.as_str().unwrap_or_default();
    assert!(allowed.contains(&word), "{value} is none of {allowed:?}");
}

fn list<'a>(value: &'a Value, key: &str) -> &'a [Value] {
    value[key]
        .as_array()
        .unwrap_or_else(|| panic!("{key} of {value}"))
}

fn text(value: &Value) -> &str {
    value
        .as_str()
        .unwrap_or_else(|| panic!("not a text: {value}"))
}

/// A place of a text of this many characters.
fn place(value: &Value, length: usize) {
    let at = |key: &str| usize::try_from(value[key].as_u64().expect("a number")).unwrap();
    assert!(at("start") <= at("end") && at("end") <= length, "{value}");
}

const KINDS: [&str; 8] = [
    "person",
    "organisation",
    "place",
    "group",
    "event",
    "date",
    "money",
    "quantity",
];

#[test]
fn an_analysis_is_as_documented() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("analysis.json");
    said(&write("analyze", &sample_folder(), &out), 0);
    let file: Value = serde_json::from_slice(&fs::read(out).unwrap()).unwrap();
    fields(
        &file,
        &[
            "format",
            "version",
            "generator",
            "articles",
            "entities",
            "claims",
            "stories",
            "same_text",
            "skipped",
        ],
    );
    assert_eq!(file["format"], "crossread-analysis");
    assert_eq!(file["version"], 1);
    fields(&file["generator"], &["name", "version", "engine"]);
    let entities: BTreeSet<&str> = list(&file, "entities")
        .iter()
        .map(|entity| {
            fields(entity, &["id", "kind", "name", "aliases"]);
            one_of(&entity["kind"], &KINDS[..5]);
            text(&entity["id"])
        })
        .collect();
    let ids: BTreeSet<&str> = list(&file, "articles")
        .iter()
        .map(|a| text(&a["id"]))
        .collect();
    let paths: BTreeSet<&str> = list(&file, "articles")
        .iter()
        .map(|a| text(&a["path"]))
        .collect();
    assert_eq!(ids.len(), list(&file, "articles").len());
    assert_eq!(paths.len(), ids.len());
    for found in list(&file, "articles") {
        article(found, &entities);
    }
    claims(&file, &ids);
    for story in list(&file, "stories") {
        fields(story, &["articles", "name"]);
        assert!(
            list(story, "articles")
                .iter()
                .all(|id| ids.contains(text(id)))
        );
    }
    for same in list(&file, "same_text") {
        fields(same, &["articles", "kind", "share"]);
        one_of(&same["kind"], &["copy", "version", "shared-wire"]);
        assert!(
            list(same, "articles")
                .iter()
                .all(|id| ids.contains(text(id)))
        );
    }
    for skipped in list(&file, "skipped") {
        fields(skipped, &["path", "reason"]);
        assert!(!text(&skipped["reason"]).is_empty());
    }
}

fn article(found: &Value, entities: &BTreeSet<&str>) {
    fields(
        found,
        &[
            "id",
            "path",
            "title",
            "outlet",
            "byline",
            "language",
            "published",
            "text",
            "removed",
            "sentences",
            "title_mentions",
            "mentions",
            "times",
            "attributions",
        ],
    );
    fields(&found["published"], &["value", "basis", "why"]);
    let bases = [
        "metadata", "url", "dateline", "text", "file", "reader", "none",
    ];
    one_of(&found["published"]["basis"], &bases);
    let length = text(&found["text"]).chars().count();
    let title = found["title"].as_str().unwrap_or_default().chars().count();
    for removed in list(found, "removed") {
        fields(removed, &["text", "why"]);
    }
    for sentence in list(found, "sentences") {
        fields(sentence, &["start", "end"]);
        place(sentence, length);
    }
    for (key, length) in [("mentions", length), ("title_mentions", title)] {
        for mention in list(found, key) {
            fields(
                mention,
                &["start", "end", "kind", "entity", "named", "confidence"],
            );
            place(mention, length);
            one_of(&mention["kind"], &KINDS);
            let entity = mention["entity"].as_str();
            assert!(entity.is_none_or(|id| entities.contains(id)), "{mention}");
            let is_name = !["date", "money", "quantity"].contains(&text(&mention["kind"]));
            assert_eq!(mention["named"].is_boolean(), is_name, "{mention}");
        }
    }
    for time in list(found, "times") {
        fields(
            time,
            &["start", "end", "type", "value", "earliest", "latest", "why"],
        );
        place(time, length);
        one_of(&time["type"], &["date", "time", "duration", "set"]);
    }
    for saying in list(found, "attributions") {
        attribution(saying, length, entities);
    }
}

fn attribution(saying: &Value, length: usize, entities: &BTreeSet<&str>) {
    let wanted = [
        "content",
        "source",
        "cue",
        "direct",
        "source_kind",
        "via",
        "entity",
    ];
    fields(saying, &wanted);
    fields(&saying["content"], &["start", "end", "parts"]);
    place(&saying["content"], length);
    for part in saying["content"]["parts"].as_array().into_iter().flatten() {
        place(part, length);
    }
    for key in ["source", "cue"] {
        if !saying[key].is_null() {
            fields(&saying[key], &["start", "end"]);
            place(&saying[key], length);
        }
    }
    let kinds = [
        "named",
        "anonymous",
        "institution",
        "media",
        "document",
        "unspecified",
    ];
    one_of(&saying["source_kind"], &kinds);
    let entity = saying["entity"].as_str();
    assert!(entity.is_none_or(|id| entities.contains(id)), "{saying}");
}

fn claims(file: &Value, ids: &BTreeSet<&str>) {
    let article = |id: &Value| {
        let found = list(file, "articles").iter().find(|a| a["id"] == *id);
        found.unwrap_or_else(|| panic!("no article {id}"))
    };
    for claim in list(file, "claims") {
        let wanted = [
            "id",
            "statement",
            "mentions",
            "origins",
            "independent_origins",
        ];
        fields(claim, &wanted);
        let mut wordings = Vec::new();
        for mention in list(claim, "mentions") {
            let wanted = [
                "article",
                "start",
                "end",
                "attribution",
                "certainty",
                "said_on",
                "happens_on",
            ];
            fields(mention, &wanted);
            let told = article(&mention["article"]);
            let letters: Vec<char> = text(&told["text"]).chars().collect();
            place(mention, letters.len());
            let at = |key: &str| usize::try_from(mention[key].as_u64().unwrap()).unwrap();
            wordings.push(letters[at("start")..at("end")].iter().collect::<String>());
            let certainties = ["stated", "attributed", "hedged", "denied", "questioned"];
            one_of(&mention["certainty"], &certainties);
            if let Some(saying) = mention["attribution"].as_u64() {
                let sayings = list(told, "attributions").len();
                assert!(usize::try_from(saying).unwrap() < sayings, "{mention}");
            }
        }
        let statement = text(&claim["statement"]).to_owned();
        let is_told = wordings.iter().any(|told| told.contains(&statement));
        assert!(is_told, "{statement}");
        assert_eq!(claim["independent_origins"], list(claim, "origins").len());
        for origin in list(claim, "origins") {
            fields(origin, &["name", "articles", "why"]);
            assert!(
                list(origin, "articles")
                    .iter()
                    .all(|id| ids.contains(text(id)))
            );
        }
    }
}

#[test]
fn a_comparison_is_as_documented() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("comparison.json");
    let side = |name: &str| sample_folder().join(name).into_os_string();
    let output = crate::runs::run(&[
        "compare".into(),
        side(crate::runs::FEW[0]),
        side(crate::runs::FEW[1]),
        "--out".into(),
        out.clone().into_os_string(),
    ]);
    said(&output, 0);
    let file: Value = serde_json::from_slice(&fs::read(out).unwrap()).unwrap();
    fields(&file, &["format", "version", "left", "right", "rows"]);
    for side in ["left", "right"] {
        fields(&file[side], &["path", "text", "sentences"]);
        let length = text(&file[side]["text"]).chars().count();
        let sentences = list(&file[side], "sentences");
        // The headline stands first, then a blank line.
        let (headline, _) = text(&file[side]["text"]).split_once("\n\n").unwrap();
        assert!(headline.contains("dam gate"), "{headline}");
        assert_eq!(sentences[0]["start"], 0, "{side}");
        assert_eq!(sentences[0]["end"], headline.chars().count(), "{side}");
        for sentence in sentences {
            place(sentence, length);
        }
        // Every sentence stands in exactly one row.
        let mut told: Vec<u64> = list(&file, "rows")
            .iter()
            .flat_map(|row| list(row, side).iter().map(|at| at.as_u64().unwrap()))
            .collect();
        told.sort_unstable();
        assert!(told.into_iter().eq(0..sentences.len() as u64), "{side}");
    }
    for row in list(&file, "rows") {
        let wanted = ["kind", "moved", "left", "right", "similarity", "changes"];
        fields(row, &wanted);
        one_of(
            &row["kind"],
            &["same", "reworded", "left-only", "right-only"],
        );
        for change in list(row, "changes") {
            fields(change, &["kind", "left", "right"]);
            let kinds = [
                "word",
                "number",
                "date",
                "name",
                "quote",
                "certainty",
                "attribution",
            ];
            one_of(&change["kind"], &kinds);
        }
    }
}
