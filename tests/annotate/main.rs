//! Every fixture of `tests/fixtures/annotate` against what the program finds in it.
//!
//! What is not yet right stands in `shortfalls.tsv` with its reason; anything else that is missing,
//! wrong or too much fails. `UPDATE_EXPECTED=1 cargo test --test annotate` writes the list anew and
//! keeps the reasons of lines that stay.

#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::string_slice,
    reason = "a test that stops at the first surprise"
)]

mod attributions;
mod marks;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::Path;
use std::sync::Arc;

use crossread::annotate::{self, Reading};
use crossread::corpus::{self, Document};
use crossread::language::{Engine, Parsed};
use crossread::model::{
    Article, ArticleFindings, DateBasis, Mention, MentionKind, MentionReason, Published, Span,
};

use marks::{Fixture, Mark};

const FIXTURES: &str = "tests/fixtures/annotate";
const SHORTFALLS: &str = "tests/annotate/shortfalls.tsv";

fn fixtures() -> Vec<Fixture> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(FIXTURES);
    let mut paths: Vec<_> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    paths.sort();
    paths
        .iter()
        .map(|path| {
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            marks::read(&name, &std::fs::read_to_string(path).unwrap())
        })
        .collect()
}

/// A fixture as an article and its reading.
fn document(fixture: &Fixture) -> Document {
    let value = fixture.published.as_deref().map(|day| day.parse().unwrap());
    let article = Article {
        path: fixture.name.clone(),
        language: Some("en".to_owned()),
        published: Published {
            value,
            basis: DateBasis::Reader,
            evidence: Vec::new(),
        },
        ..Article::plain(&fixture.name, fixture.text.clone())
    };
    let parsed = Engine::embedded().unwrap().parse(&article.text);
    Document {
        findings: Arc::new(ArticleFindings::empty(article.id.clone())),
        article: Arc::new(article),
        parsed: Arc::new(parsed),
        vectors: Arc::new(Vec::new()),
        clauses: Arc::default(),
        drawn: Arc::default(),
    }
}

/// Reads and annotates a fixture, and links its entities.
fn found(fixture: &Fixture) -> ArticleFindings {
    let document = document(fixture);
    let findings = annotate::annotate(Reading {
        article: &document.article,
        text: &document.parsed,
        title: &Parsed::default(),
    });
    let document = Document {
        findings: Arc::new(findings),
        ..document
    };
    let (_, mut findings) = corpus::entities::link(&[document]);
    findings.pop().unwrap()
}

const TIMES: [&str; 4] = ["date", "time", "duration", "set"];
const NAMES: [&str; 5] = ["person", "organisation", "place", "group", "event"];

fn kind_word(kind: MentionKind) -> &'static str {
    match kind {
        MentionKind::Person => "person",
        MentionKind::Organisation => "organisation",
        MentionKind::Place => "place",
        MentionKind::Group => "group",
        MentionKind::Event => "event",
        MentionKind::Date => "date",
        MentionKind::Money => "money",
        MentionKind::Quantity => "quantity",
    }
}

/// Everything in which what was found differs from the marks, a line each.
fn differences(fixture: &Fixture, findings: &ArticleFindings) -> Vec<String> {
    let mut lines = Vec::new();
    times(fixture, findings, &mut lines);
    mentions(fixture, findings, &mut lines);
    entities(fixture, findings, &mut lines);
    lines.extend(attributions::differences(fixture, findings));
    lines
        .iter()
        .map(|line| format!("{}\t{line}", fixture.name))
        .collect()
}

fn words(fixture: &Fixture, span: Span) -> String {
    span.of(&fixture.text)
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
}

fn span(mark: &Mark) -> Span {
    Span::new(mark.span.start, mark.span.end)
}

fn times(fixture: &Fixture, findings: &ArticleFindings, lines: &mut Vec<String>) {
    let gold: Vec<&Mark> = fixture
        .mentions
        .iter()
        .filter(|mark| TIMES.contains(&mark.kind.as_str()))
        .collect();
    for mark in &gold {
        match findings.times.iter().find(|time| time.span == span(mark)) {
            None => lines.push(format!(
                "missing {} “{}”",
                mark.kind,
                words(fixture, span(mark))
            )),
            Some(time) if time.value != mark.value => {
                lines.push(format!(
                    "“{}” is {}, not {}",
                    words(fixture, time.span),
                    mark.value,
                    time.value
                ));
            }
            Some(_) => {}
        }
    }
    for time in findings.times.iter() {
        if !gold.iter().any(|mark| span(mark) == time.span) {
            lines.push(format!(
                "extra time “{}” {}",
                words(fixture, time.span),
                time.value
            ));
        }
    }
}

fn mentions(fixture: &Fixture, findings: &ArticleFindings, lines: &mut Vec<String>) {
    let is_wanted = |mark: &&Mark| !TIMES.contains(&mark.kind.as_str()) && !mark.is_unnamed;
    let gold: Vec<&Mark> = fixture.mentions.iter().filter(is_wanted).collect();
    let shown = findings
        .mentions
        .iter()
        .filter(|mention| mention.kind != MentionKind::Date && mention.named != Some(false));
    let pairs: BTreeSet<(Span, &str)> = shown
        .map(|mention| (mention.span, kind_word(mention.kind)))
        .collect();
    for mark in &gold {
        if !pairs.contains(&(span(mark), mark.kind.as_str())) {
            lines.push(format!(
                "missing {} “{}”",
                mark.kind,
                words(fixture, span(mark))
            ));
        }
    }
    for (at, kind) in pairs {
        if !gold
            .iter()
            .any(|mark| span(mark) == at && mark.kind == kind)
        {
            lines.push(format!("extra {kind} “{}”", words(fixture, at)));
        }
    }
}

/// Marks of one entity must have one number, marks of two entities two; descriptions and pronouns
/// must be found where they are marked.
fn entities(fixture: &Fixture, findings: &ArticleFindings, lines: &mut Vec<String>) {
    let mut of_gold: BTreeMap<&str, BTreeMap<Option<u32>, Vec<String>>> = BTreeMap::new();
    let mut of_found: BTreeMap<u32, BTreeSet<&str>> = BTreeMap::new();
    for mark in fixture
        .mentions
        .iter()
        .filter(|mark| NAMES.contains(&mark.kind.as_str()))
    {
        let mention = findings
            .mentions
            .iter()
            .find(|mention| mention.span == span(mark));
        let entity = mention
            .and_then(|mention| mention.entity)
            .map(|entity| entity.0);
        match entity {
            None if mark.is_unnamed => {
                lines.push(format!("unresolved “{}”", words(fixture, span(mark))));
            }
            None => {}
            Some(number) => {
                of_gold
                    .entry(&mark.value)
                    .or_default()
                    .entry(entity)
                    .or_default()
                    .push(words(fixture, span(mark)));
                of_found.entry(number).or_default().insert(&mark.value);
            }
        }
    }
    for (entity, groups) in of_gold {
        if groups.len() > 1 {
            let names: Vec<String> = groups
                .values()
                .filter_map(|names| names.first().cloned())
                .collect();
            lines.push(format!("{entity} is split: “{}”", names.join("” and “")));
        }
    }
    for golds in of_found.values().filter(|golds| golds.len() > 1) {
        lines.push(format!(
            "joined: {}",
            golds.iter().copied().collect::<Vec<_>>().join(" and ")
        ));
    }
}

#[test]
fn fixtures_are_read_as_marked_but_for_the_known_shortfalls() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(SHORTFALLS);
    let known: BTreeMap<String, String> = std::fs::read_to_string(&path)
        .unwrap_or_default()
        .lines()
        .filter_map(|line| line.rsplit_once('\t'))
        .map(|(difference, reason)| (difference.to_owned(), reason.to_owned()))
        .collect();
    let lines: Vec<String> = fixtures()
        .iter()
        .flat_map(|fixture| differences(fixture, &found(fixture)))
        .collect();
    if std::env::var_os("UPDATE_EXPECTED").is_some() {
        let mut out = String::new();
        for line in &lines {
            let reason = known.get(line).map_or("not yet right", String::as_str);
            writeln!(out, "{line}\t{reason}").unwrap();
        }
        std::fs::write(&path, out).unwrap();
        return;
    }
    let new: Vec<&String> = lines
        .iter()
        .filter(|line| !known.contains_key(*line))
        .collect();
    assert!(
        new.is_empty(),
        "{} new differences:\n{}",
        new.len(),
        new.iter()
            .map(|line| line.as_str())
            .collect::<Vec<_>>()
            .join("\n")
    );
}

/// Share of the marks that are found exactly, in percent; the floor that must not be lost.
#[test]
fn times_and_amounts_of_the_fixtures() {
    let (mut right, mut all) = (0, 0);
    for fixture in fixtures() {
        let findings = found(&fixture);
        for mark in fixture
            .mentions
            .iter()
            .filter(|mark| TIMES.contains(&mark.kind.as_str()))
        {
            all += 1;
            right += usize::from(
                findings
                    .times
                    .iter()
                    .any(|time| time.span == span(mark) && time.value == mark.value),
            );
        }
        for mark in fixture
            .mentions
            .iter()
            .filter(|mark| matches!(mark.kind.as_str(), "money" | "quantity"))
        {
            all += 1;
            right +=
                usize::from(findings.mentions.iter().any(|mention| {
                    mention.span == span(mark) && kind_word(mention.kind) == mark.kind
                }));
        }
    }
    println!("{right} of {all} times and amounts are right");
    assert!(right * 100 >= all * 80, "{right} of {all}");
}

/// The linking alone, on the names as they are marked: B3 over all named marks (Bagga and Baldwin
/// 1998), in percent.
#[test]
fn marked_names_are_linked() {
    let (mut precision, mut recall, mut count) = (0.0, 0.0, 0_u32);
    for fixture in fixtures() {
        let kind = |mark: &Mark| {
            MentionKind::ALL
                .into_iter()
                .find(|kind| kind_word(*kind) == mark.kind && NAMES.contains(&mark.kind.as_str()))
        };
        let names: Vec<(&Mark, MentionKind)> = fixture
            .mentions
            .iter()
            .filter(|mark| !mark.is_unnamed)
            .filter_map(|mark| Some((mark, kind(mark)?)))
            .collect();
        let document = document(&fixture);
        let mentions = names
            .iter()
            .map(|(mark, kind)| Mention {
                span: span(mark),
                kind: *kind,
                entity: None,
                named: Some(true),
                confidence: 1.0,
                why: MentionReason::Model,
            })
            .collect();
        let findings = ArticleFindings {
            mentions,
            ..(*document.findings).clone()
        };
        let document = Document {
            findings: Arc::new(findings),
            ..document
        };
        let (_, linked) = corpus::entities::link(&[document]);
        let found: Vec<Option<u32>> = linked[0]
            .mentions
            .iter()
            .map(|mention| mention.entity.map(|entity| entity.0))
            .collect();
        let gold: Vec<&str> = names.iter().map(|(mark, _)| mark.value.as_str()).collect();
        for (at, own) in gold.iter().enumerate() {
            let same_gold: BTreeSet<usize> = (0..gold.len())
                .filter(|other| gold[*other] == *own)
                .collect();
            let same_found: BTreeSet<usize> = (0..found.len())
                .filter(|other| found[*other] == found[at])
                .collect();
            let both = same_gold.intersection(&same_found).count() as f64;
            if same_gold != same_found {
                let list = |set: &BTreeSet<usize>| {
                    set.iter()
                        .map(|i| words(&fixture, span(names[*i].0)))
                        .collect::<Vec<_>>()
                        .join(", ")
                };
                println!(
                    "{}: marked {{{}}}, linked {{{}}}",
                    fixture.name,
                    list(&same_gold),
                    list(&same_found)
                );
            }
            precision += both / same_found.len() as f64;
            recall += both / same_gold.len() as f64;
            count += 1;
        }
    }
    let (precision, recall) = (precision / f64::from(count), recall / f64::from(count));
    let f1 = 200.0 * precision * recall / (precision + recall);
    println!("B3 {f1:.1} over {count} names");
    assert!(f1 >= 90.0, "B3 {f1:.1}");
}
