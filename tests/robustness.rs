//! Any text at all, through every stage after the reading of files: no panic, spans that lie inside
//! their text, and time that grows with the length.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test that stops at the first surprise"
)]

use std::collections::BTreeMap;
use std::time::Instant;

use crossread::ingest::{Cancel, Ingested};
use crossread::model::{Analysis, Article};
use crossread::pipeline;
use proptest::prelude::*;
use serde_json::Value;

fn article(number: usize, text: &str) -> Article {
    Article {
        title: text.lines().next().map(str::to_owned),
        ..Article::plain(&number.to_string(), text)
    }
}

fn analyse(texts: &[&str]) -> Analysis {
    let numbered = texts.iter().enumerate();
    let ingested = Ingested {
        articles: numbered.map(|(at, text)| article(at, text)).collect(),
        skipped: Vec::new(),
    };
    pipeline::analyse(ingested, &Cancel::default(), &|_| {})
        .unwrap()
        .analysis
}

/// Every span that stands anywhere below `value`, whatever it is called.
fn each_span(value: &Value, f: &mut impl FnMut(usize, usize)) {
    let number = |key: &str| value.get(key).and_then(Value::as_u64);
    if let (Some(start), Some(end)) = (number("start"), number("end")) {
        f(
            usize::try_from(start).unwrap(),
            usize::try_from(end).unwrap(),
        );
        return;
    }
    match value {
        Value::Object(fields) => fields.values().for_each(|value| each_span(value, f)),
        Value::Array(values) => values.iter().for_each(|value| each_span(value, f)),
        _ => {}
    }
}

/// Whether all spans below `value` mark words of `text`.
fn check_spans(value: &Value, text: &str) {
    each_span(value, &mut |start, end| {
        let words = text.get(start..end);
        assert!(
            words.is_some_and(|words| !words.is_empty()),
            "{start}..{end} is no piece of {text:?}: {value}"
        );
    });
}

/// Every span of the analysis lies in its article, on the edges of characters, and is not empty.
fn check(texts: &[&str]) {
    let analysis = analyse(texts);
    let by_id: BTreeMap<String, &str> = (0..)
        .zip(texts)
        .map(|(at, text)| (article(at, text).id.to_string(), *text))
        .collect();
    for findings in &analysis.articles {
        let text = by_id[findings.article.as_str()];
        let title = text.lines().next().unwrap_or_default();
        check_spans(
            &serde_json::to_value(&findings.title_mentions).unwrap(),
            title,
        );
        let mut body = findings.clone();
        body.title_mentions.clear();
        check_spans(&serde_json::to_value(&body).unwrap(), text);
    }
    for claim in &analysis.claims {
        for mention in &claim.mentions {
            let text = by_id[mention.article.as_str()];
            check_spans(&serde_json::to_value(mention.span).unwrap(), text);
        }
    }
}

#[test]
fn odd_texts_are_analysed() {
    check(&[
        "",
        "\u{feff}",
        "“”‘’\"'([{}])",
        "Mor\u{c3} \u{a1}n said that â €œ with the war, Panama still maintains a weak market.",
        "¡ said that nothing would change. “¡”, according to ¿.",
        "said said said. According to , the. “ said. ” told . told told",
        "\u{202e}dias eH\u{202c} said he would go. قال الوزير: “لن نذهب” on Oct. 25.",
        "On Oct. 25, 🙂🙂 told 🙂 that 👩‍👩‍👧 “would 🙂” by $5m or 5%…",
        "\u{0}\u{1}\u{7f} Smith\u{0}said\u{1}it\u{2}rained\u{85}today.",
        "A.B.C. D.E.F. said. U.S. said U.S. that U.S. would. Jan. Feb. Mar. 1 2 3 4/5/6 7-8-9",
        "e\u{301}e\u{301} said the na\u{308}ive cafe\u{301} “closed” – 3\u{a0}000\u{202f}€ – on Sunday.",
    ]);
}

#[test]
fn time_grows_with_the_length() {
    let units = [
        "a",
        "a.",
        "“a” ",
        "he said ",
        "said, ",
        "Mr. ",
        "5 ",
        "on Oct. 25 ",
        "Bonn and ",
        "他",
        "🙂",
        "! ",
        "\n\n",
        "He said that rain fell. ",
        "“No,” said Ann Lee. ",
    ];
    for unit in units {
        let time = |bytes: usize| {
            let text = unit.repeat(bytes / unit.len());
            let start = Instant::now();
            analyse(&[&text]);
            start.elapsed().as_secs_f64()
        };
        let short = time(1_000).max(0.05);
        let long = time(8_000);
        assert!(
            long < short * 32.0,
            "{unit:?}: {short} s for 1 kB, {long} s for 8 kB"
        );
    }
}

/// Scraps that the rules look for, and scraps that stand in their way.
fn scraps() -> impl Strategy<Value = String> {
    let scrap = prop::sample::select(vec![
        "said",
        "told",
        "that",
        "according to",
        "the minister",
        "Ann Lee",
        "Bonn",
        "U.S.",
        "Mr.",
        "he",
        "who",
        "which",
        "not",
        "“",
        "”",
        "\"",
        "’",
        "‘",
        ",",
        ".",
        "?",
        "!",
        ":",
        ";",
        "–",
        "(",
        ")",
        "¡",
        "Ã",
        "n",
        "\n",
        "\n\n",
        "Oct. 25",
        "last week",
        "2024",
        "$5m",
        "5%",
        "1,000",
        "tonnes",
        "🙂",
        "قال",
        "他说",
        "\u{200b}",
        "\u{301}",
        "\u{0}",
        "and",
        "or",
        "fell",
        "killed",
        "three people",
        "may",
        "reportedly",
        "Reuters",
    ]);
    let joint = prop::sample::select(vec![" ", " ", " ", "", "\n"]);
    prop::collection::vec((scrap, joint), 0..60).prop_map(|scraps| {
        scraps
            .into_iter()
            .flat_map(|(scrap, joint)| [scrap, joint])
            .collect()
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn any_scraps_are_analysed(first in scraps(), second in scraps()) {
        check(&[&first, &second, &first]);
    }
}
