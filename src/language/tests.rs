//! What holds of the engine's answer for any text at all.

use std::time::Instant;

use proptest::prelude::*;

use super::{Engine, Parsed};

fn parse(text: &str) -> Parsed {
    Engine::embedded().unwrap().parse(text)
}

/// Words in order and inside the text, every word in one sentence, every sentence a tree.
fn check(text: &str, parsed: &Parsed) {
    let mut end = 0;
    for word in &parsed.words {
        assert!(word.span.start >= end && word.span.end > word.span.start);
        assert!(text.get(word.span.start..word.span.end).is_some());
        end = word.span.end;
    }
    let mut next = 0;
    for (number, sentence) in parsed.sentences.iter().enumerate() {
        assert_eq!(sentence.words.start, next);
        assert!(sentence.words.end > next);
        next = sentence.words.end;
        assert_eq!(parsed.span_of(sentence.words.clone()), sentence.span);
        let roots = sentence
            .words
            .clone()
            .filter(|&i| parsed.words[i].head().is_none());
        assert_eq!(roots.count(), 1, "one root in sentence {number}");
        let mut depth = vec![0_u8; sentence.words.len()];
        for word in sentence.words.clone() {
            let mut path = Vec::new();
            let mut current = word;
            while depth[current - sentence.words.start] == 0 {
                assert!(!path.contains(&current), "a circle in sentence {number}");
                path.push(current);
                let Some(head) = parsed.words[current].head() else {
                    break;
                };
                assert!(sentence.words.contains(&head));
                current = head;
            }
            for seen in path {
                depth[seen - sentence.words.start] = 1;
            }
        }
    }
    assert_eq!(next, parsed.words.len());
    let mut end = 0;
    for name in &parsed.names {
        assert!(name.words.start >= end && name.words.end > name.words.start);
        assert!((0.0..=1.0).contains(&name.confidence));
        end = name.words.end;
    }
    assert!(end <= parsed.words.len());
}

#[test]
fn odd_texts_give_an_answer() {
    for text in [
        "",
        " \n\n\t ",
        "\u{0}\u{1}\u{feff}\u{200b}",
        "....!!??;;--()[]\"'",
        "قال الوزير إن المحادثات ستستمر يوم الاثنين.",
        "他说会谈将继续。他们不同意！",
        "👩‍👩‍👧 🇺🇳 🙂🙂🙂",
        "a\u{301}\u{301}\u{301}e\u{202e}dcba\u{202c}",
        "Mr. U.S. p.m. No. St. Inc.",
        "\r\n\r\nOne\r\nTwo\r\n\r\nThree",
    ] {
        check(text, &parse(text));
    }
}

#[test]
fn a_sentence_of_ten_thousand_words_is_one_tree() {
    let text = "the old and the new, ".repeat(1_700);
    let parsed = parse(&text);
    assert!(parsed.words.len() > 10_000);
    assert_eq!(parsed.sentences.len(), 1);
    check(&text, &parsed);
}

#[test]
fn time_grows_with_the_length_only() {
    for unit in [
        "é’", "🙂", "a ", ".", "! ", "他", ", ", "\n\n", "Mr. ", "(", "“a” ",
    ] {
        let text = |bytes: usize| unit.repeat(bytes / unit.len());
        let time = |bytes: usize| {
            let start = Instant::now();
            let text = text(bytes);
            check(&text, &parse(&text));
            start.elapsed().as_secs_f64()
        };
        let short = time(3_000).max(0.05);
        let long = time(24_000);
        assert!(long < short * 40.0, "{unit}: {short} s, then {long} s");
    }
    // A word without end is one word.
    assert_eq!(parse(&"a".repeat(1_000_000)).words.len(), 1);
}

#[test]
fn any_number_of_threads_and_any_company_give_the_same() {
    let texts = [
        "Two officials told a newspaper on Monday that the bridge had fallen.",
        "Rivers rose overnight. The army moved 300 families out of Lund.\n\nMore rain is due.",
        "Storm closes schools",
    ];
    let engine = Engine::embedded().unwrap();
    let together = engine.parse_many(&texts);
    let vectors = engine.vectors(&texts);
    for threads in [1, 3] {
        let pool = rayon::ThreadPoolBuilder::new()
            .num_threads(threads)
            .build()
            .unwrap();
        pool.install(|| {
            for ((text, parsed), vector) in texts.iter().zip(&together).zip(&vectors) {
                assert_eq!(&engine.parse(text), parsed);
                assert_eq!(engine.vectors(&[text]).first(), Some(vector));
            }
        });
    }
}

#[test]
fn repeated_texts_have_the_vector_of_the_first() {
    let engine = Engine::embedded().unwrap();
    let vectors = engine.vectors(&["Rain fell.", "Snow fell.", "rain fell.", ""]);
    assert_eq!(vectors.len(), 4);
    assert_eq!(vectors[0], vectors[2]);
    assert_eq!(vectors[1], engine.vectors(&["Snow fell."])[0]);
}

#[test]
fn the_same_meaning_lies_near() {
    let vectors = Engine::embedded().unwrap().vectors(&[
        "The bridge over the river collapsed on Monday.",
        "A river bridge fell down on Monday.",
        "The central bank raised interest rates.",
    ]);
    let [bridge, fell, bank] = vectors.as_slice() else {
        panic!()
    };
    assert!(bridge.cosine(fell) > bridge.cosine(bank) + 0.3);
    assert!((bridge.cosine(bridge) - 1.0).abs() < 1e-4);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn any_text_gives_a_well_formed_answer(text in "(\\PC|[ \n\t\u{0}-\u{1f}]|[A-Za-z]{1,8}[ .,'’\"-]|[0-9]{1,4}){0,160}") {
        check(&text, &parse(&text));
        check(&text, &super::words_only(&text));
    }

    #[test]
    fn any_bytes_that_decode_give_an_answer(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        let text = String::from_utf8_lossy(&bytes);
        check(&text, &parse(&text));
    }
}
