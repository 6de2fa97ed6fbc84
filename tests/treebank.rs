//! Scores the engine on a treebank in the CoNLL-U format; run by hand:
//! `CROSSREAD_TREEBANK=en_ewt-ud-test.conllu cargo test --release --test treebank -- --ignored --nocapture`

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a treebank that is not well formed may stop the run"
)]

use std::collections::HashMap;

use crossread::language::{Engine, Parsed};

/// A text with its words by place: UPOS, XPOS, lemma, place of the head, relation.
#[derive(Default)]
struct Document {
    text: String,
    words: Vec<Gold>,
}

struct Gold {
    place: (usize, usize),
    upos: String,
    xpos: String,
    lemma: String,
    head: Option<(usize, usize)>,
    relation: String,
}

/// Documents with their paragraphs as the treebank marks them.
fn read(treebank: &str) -> Vec<Document> {
    let mut documents = vec![Document::default()];
    for sentence in treebank.split("\n\n") {
        if sentence.contains("# newdoc") {
            documents.push(Document::default());
        }
        let document = documents.last_mut().unwrap();
        if sentence.contains("# newpar") && !document.text.is_empty() {
            document.text.truncate(document.text.trim_end().len());
            document.text += "\n\n";
        }
        add(document, sentence);
    }
    documents
}

fn add(document: &mut Document, sentence: &str) {
    let (mut places, mut rows) = (Vec::new(), Vec::new());
    let (mut joined_to, mut joined_space) = (0, true);
    for line in sentence.lines().filter(|line| !line.starts_with('#')) {
        let fields: Vec<&str> = line.split('\t').collect();
        let has_space = !fields[9].contains("SpaceAfter=No");
        if fields[0].contains('.') {
            continue;
        }
        if let Some((_, last)) = fields[0].split_once('-') {
            (joined_to, joined_space) = (last.parse().unwrap(), has_space);
            continue;
        }
        let number: usize = fields[0].parse().unwrap();
        let start = document.text.len();
        document.text += fields[1];
        places.push((start, document.text.len()));
        let space = match number.cmp(&joined_to) {
            std::cmp::Ordering::Less => false,
            std::cmp::Ordering::Equal => joined_space,
            std::cmp::Ordering::Greater => has_space,
        };
        document.text += if space { " " } else { "" };
        rows.push(fields);
    }
    for (place, fields) in places.iter().zip(rows) {
        let head: usize = fields[6].parse().unwrap();
        document.words.push(Gold {
            place: *place,
            upos: fields[3].to_owned(),
            xpos: fields[4].to_owned(),
            lemma: fields[2].to_owned(),
            head: head.checked_sub(1).map(|head| places[head]),
            relation: fields[7].split(':').next().unwrap().to_owned(),
        });
    }
}

#[test]
#[ignore = "needs a treebank, named by CROSSREAD_TREEBANK"]
fn treebank() {
    let path = std::env::var("CROSSREAD_TREEBANK").unwrap();
    let documents = read(&std::fs::read_to_string(path).unwrap());
    let texts: Vec<&str> = documents
        .iter()
        .map(|document| document.text.as_str())
        .collect();
    let parsed = Engine::embedded().unwrap().parse_many(&texts);
    let mut counts = [0_usize; 8];
    for (document, parsed) in documents.iter().zip(&parsed) {
        score(document, parsed, &mut counts);
    }
    let [gold, found, hits @ ..] = counts;
    let f1 = |hits: usize| 200.0 * hits as f64 / (gold + found) as f64;
    for (name, hits) in ["words", "UPOS", "XPOS", "lemma", "UAS", "LAS"]
        .iter()
        .zip(hits)
    {
        println!("{name} F1 {:.2}", f1(hits));
    }
    assert!(f1(hits[0]) > 95.0);
}

/// Adds gold words, words found, and hits of each kind.
fn score(document: &Document, parsed: &Parsed, counts: &mut [usize; 8]) {
    let place = |word: usize| (parsed.words[word].span.start, parsed.words[word].span.end);
    let found: HashMap<_, _> = (0..parsed.words.len())
        .map(|word| (place(word), word))
        .collect();
    counts[0] += document.words.len();
    counts[1] += parsed.words.len();
    for gold in &document.words {
        let Some(word) = found.get(&gold.place).map(|&word| &parsed.words[word]) else {
            continue;
        };
        let is_head = word.head().map(place) == gold.head;
        let hits = [
            true,
            word.upos.tag() == gold.upos,
            word.xpos() == gold.xpos,
            parsed.lemma_of(word) == gold.lemma,
            is_head,
            is_head && word.relation.tag() == gold.relation,
        ];
        for (count, hit) in counts[2..].iter_mut().zip(hits) {
            *count += usize::from(hit);
        }
    }
}
