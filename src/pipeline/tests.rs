//! What the cache may do to a result: nothing but make it come sooner.

use std::sync::Mutex;

use proptest::prelude::*;

use super::key::Key;
use super::{Cache, Collection, Step, analyse_known, packed};
use crate::ingest::{Cancel, Ingested};
use crate::model::Article;

const TEXTS: [&str; 4] = [
    "Gate three of the Hallin dam stuck open on Monday, the police in Tessary said.",
    "The police said that eleven houses were washed away when gate three stuck open.",
    "Clara Wexley denied that a letter had reached her before the gate of the dam stuck.",
    "Snow fell on the lower meadows of Tessary on Friday, and the school stayed closed.",
];

/// Other stories, some of whose names are those of the first.
const MORE: [&str; 5] = [
    "The ferry Halvane struck a fishing boat off Corrin on Sunday, and four people drowned.",
    "Four people drowned when the ferry Halvane hit a boat off Corrin, the coast guard said.",
    "Clara Wexley said that the ferry Halvane had no working radar when it hit the boat.",
    "The council of Tessary raised its budget for roads by 4 per cent, Tom Pascoe said.",
    "Pascoe said that the roads of Tessary would cost 4 per cent more than last year.",
];

fn articles(count: usize) -> Ingested {
    of(&(0..count).collect::<Vec<usize>>())
}

/// Articles of the texts with these numbers.
fn of(numbers: &[usize]) -> Ingested {
    let article = |&at: &usize| {
        let texts = TEXTS.iter().chain(&MORE);
        let text = texts.copied().nth(at).expect("a text");
        Article::plain(&at.to_string(), text)
    };
    Ingested {
        articles: numbers.iter().map(article).collect(),
        skipped: Vec::new(),
    }
}

fn run(count: usize, cache: Option<&Cache>) -> Collection {
    analysed(articles(count), cache)
}

fn analysed(ingested: Ingested, cache: Option<&Cache>) -> Collection {
    analyse_known(ingested, cache, &Cancel::default(), &|_| ()).expect("whole weights")
}

fn assert_same(one: &Collection, other: &Collection) {
    assert_eq!(one.analysis, other.analysis);
    for (one, other) in one.documents.iter().zip(&other.documents) {
        assert_eq!(one.article, other.article);
        assert_eq!(one.parsed, other.parsed);
        assert_eq!(one.findings, other.findings);
        assert_eq!(one.vectors, other.vectors);
    }
    assert_eq!(one.documents.len(), other.documents.len());
}

#[test]
fn the_same_is_found_with_the_cache_and_without() {
    let folder = tempfile::tempdir().expect("a folder");
    let cache = Cache::at(folder.path()).expect("a cache");
    let plain = run(3, None);
    assert_same(&run(3, Some(&cache)), &plain);
    assert_same(&run(3, Some(&cache)), &plain);
    drop(cache);
    let cache = Cache::at(folder.path()).expect("a cache");
    assert_same(&run(3, Some(&cache)), &plain);
}

#[test]
fn one_article_more_is_the_only_one_that_is_read() {
    let folder = tempfile::tempdir().expect("a folder");
    let cache = Cache::at(folder.path()).expect("a cache");
    let before = run(3, Some(&cache));
    // Marked in the cache, to see that they come from there.
    for (document, article) in before.documents.iter().zip(articles(3).articles) {
        let mut marked = document.clone();
        marked.vectors = std::sync::Arc::default();
        let key = Key::of_article(&article).expect("a key");
        cache.keep(&key, &packed::pack(&marked).expect("packed"));
    }
    cache.settle();
    let after = run(4, Some(&cache));
    let read: Vec<bool> = after
        .documents
        .iter()
        .map(|document| !document.vectors.is_empty())
        .collect();
    assert_eq!(read, [false, false, false, true]);
}

#[test]
fn an_article_that_changed_is_gathered_by_its_new_words() {
    let folder = tempfile::tempdir().expect("a folder");
    let cache = Cache::at(folder.path()).expect("a cache");
    let before = analysed(of(&[0, 1, 4, 5]), Some(&cache));
    let changed = || {
        let mut changed = of(&[0, 1, 4, 5]);
        changed.articles[1].text = MORE[1].to_owned();
        changed
    };
    let after = analysed(changed(), Some(&cache));
    assert_same(&after, &analysed(changed(), None));
    let drawn = |collection: &Collection| collection.documents[1].drawn().clone();
    assert_ne!(drawn(&before), drawn(&after));
    assert_eq!(drawn(&after), *after.documents[3].drawn());
}

#[test]
fn what_was_read_before_a_stop_is_not_read_again() {
    let folder = tempfile::tempdir().expect("a folder");
    let cache = Cache::at(folder.path()).expect("a cache");
    let cancel = Cancel::default();
    let stopped = analyse_known(articles(4), Some(&cache), &cancel, &|step| {
        if matches!(step, Step::Analysed { .. }) {
            cancel.cancel();
        }
    });
    let read = stopped.expect("whole weights").documents.len();
    drop(cache);
    let cache = Cache::at(folder.path()).expect("a cache");
    let first = Mutex::new(None);
    let whole = analyse_known(articles(4), Some(&cache), &Cancel::default(), &|step| {
        if let Step::Analysed { documents, .. } = step {
            first
                .lock()
                .expect("no panic")
                .get_or_insert(documents.len());
        }
    });
    assert_same(&whole.expect("whole weights"), &run(4, None));
    // What is known comes at once and together; where all was read before the stop, nothing more is.
    let expected = (read < TEXTS.len()).then_some(read);
    assert_eq!(first.into_inner().expect("no panic"), expected);
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 12,
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn a_collection_that_changes_gives_what_it_gives_anew(
        steps in prop::collection::vec(prop::sample::subsequence((0..9).collect::<Vec<usize>>(), 1..9), 2..5)
    ) {
        let folder = tempfile::tempdir().expect("a folder");
        let cache = Cache::at(folder.path()).expect("a cache");
        for mut numbers in steps {
            // Some in another order: the order of the articles decides about numbers.
            if numbers.len() % 2 == 0 {
                numbers.reverse();
            }
            let changed = analysed(of(&numbers), Some(&cache));
            assert_same(&changed, &analysed(of(&numbers), None));
            assert_same(&analysed(of(&numbers), Some(&cache)), &changed);
        }
    }
}
