//! Collections of any size, made by varying our own stories: for benches, never for accuracy.
//!
//! Every made story takes the articles of one of the stories in `tests/fixtures/stories`, gives its
//! names and most of its content words others of the same kind, and writes articles that each
//! leave out, repeat and shorten something. So grammar, lengths, quotations and what articles of
//! one story share are those of the originals, and stories differ from each other in their words
//! as stories do. The same number gives the same collection.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

/// Articles that tell one story.
const STORY: usize = 8;
/// Share of sentences that an article leaves out.
const LEFT_OUT: f64 = 0.15;
/// Words of fewer letters keep their form: they are grammar.
const LETTERS_MIN: usize = 5;

/// Writes a collection of so many articles into a folder, as text files; gives the number of words.
/// Each article is made of so many `parts`, articles of the original: three give some 500 words.
pub(crate) fn write(folder: &Path, articles: usize, parts: usize) -> usize {
    let stories = originals();
    let pools = Pools::of(&stories);
    let mut words = 0;
    for nth in 0..articles {
        let text = article(&stories, &pools, nth, parts);
        words += text.split_whitespace().count();
        let place = folder.join(format!("{:04}", nth / 500));
        fs::create_dir_all(&place).expect("a folder");
        fs::write(place.join(format!("article-{nth:06}.txt")), text).expect("a file");
    }
    words
}

/// The articles of our own stories, each as its paragraphs.
fn originals() -> Vec<Vec<Vec<String>>> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/stories");
    let mut folders: Vec<_> = fs::read_dir(root)
        .expect("our own stories")
        .flatten()
        .map(|entry| entry.path().join("articles"))
        .filter(|path| path.is_dir())
        .collect();
    folders.sort();
    let read = |folder: &Path| {
        let mut files: Vec<_> = fs::read_dir(folder)
            .expect("a story")
            .flatten()
            .map(|entry| entry.path())
            .collect();
        files.sort();
        files
            .iter()
            .filter_map(|file| fs::read_to_string(file).ok())
            .map(|text| text.split("\n\n").map(str::to_owned).collect())
            .collect()
    };
    folders.iter().map(|folder| read(folder)).collect()
}

/// One article.
fn article(stories: &[Vec<Vec<String>>], pools: &Pools, nth: usize, parts: usize) -> String {
    let number = nth / STORY;
    let story = &stories[number % stories.len()];
    let mut chance = Chance::new(nth as u64);
    let varied = Varied {
        pools,
        story: number as u64,
    };
    let day = 1 + (number * 3 + nth % STORY) % 28;
    let month = ["January", "March", "May", "July"][number % 4];
    let head = &story[nth % story.len()];
    let mut out = format!(
        "{}\n{day} {month} 2025\n\n{}",
        varied.of(&head[0]
            .lines()
            .next()
            .unwrap_or_default()
            .replace("The ", "")),
        varied.of(&head[1])
    );
    for part in 0..parts {
        let own = &story[(nth + part * 3) % story.len()];
        for paragraph in own.iter().skip(2) {
            let kept: Vec<String> = paragraph
                .split_inclusive(". ")
                .filter(|_| chance.next() > LEFT_OUT)
                .map(|sentence| varied.of(sentence))
                .collect();
            if !kept.is_empty() {
                out.push_str("\n\n");
                out.push_str(kept.concat().trim());
            }
        }
    }
    out.push('\n');
    out
}

/// Words that may stand for each other.
struct Pools {
    /// Content words in small letters, by their last letters.
    common: BTreeMap<String, Vec<String>>,
    /// Words that are names: they begin with a capital inside a sentence.
    names: BTreeSet<String>,
}

impl Pools {
    fn of(stories: &[Vec<Vec<String>>]) -> Self {
        let text: Vec<&str> = stories
            .iter()
            .flatten()
            .flatten()
            .flat_map(|paragraph| paragraph.split_whitespace())
            .collect();
        let mut common: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
        let mut names = BTreeSet::new();
        for pair in text.windows(2) {
            let word = pair[1].trim_matches(|c: char| !c.is_alphabetic());
            let begins = pair[0].ends_with(['.', '"', '?', '!', ':']);
            if word.chars().next().is_some_and(char::is_uppercase) {
                if !begins && word.len() > 2 && !is_calendar(word) {
                    names.insert(word.to_owned());
                }
            } else if word.len() >= LETTERS_MIN && word.chars().all(|c| c.is_ascii_lowercase()) {
                common
                    .entry(ending(word))
                    .or_default()
                    .insert(word.to_owned());
            }
        }
        Self {
            common: common
                .into_iter()
                .map(|(ending, words)| (ending, words.into_iter().collect()))
                .collect(),
            names,
        }
    }
}

/// The last letters of a word, which tell much of its grammar.
fn ending(word: &str) -> String {
    ["ing", "ed", "ly", "s", "er", "ion", "al"]
        .into_iter()
        .find(|ending| word.ends_with(ending))
        .unwrap_or_default()
        .to_owned()
}

fn is_calendar(word: &str) -> bool {
    const WORDS: &str = "January February March April May June July August September October \
        November December Monday Tuesday Wednesday Thursday Friday Saturday Sunday";
    WORDS.split_whitespace().any(|known| known == word)
}

/// The words of one made story.
struct Varied<'a> {
    pools: &'a Pools,
    story: u64,
}

impl Varied<'_> {
    /// A text in the words of this story.
    fn of(&self, text: &str) -> String {
        let mut out = String::with_capacity(text.len() + 16);
        let mut word = String::new();
        for c in text.chars().chain(['\0']) {
            if c.is_alphabetic() {
                word.push(c);
                continue;
            }
            if !word.is_empty() {
                out.push_str(&self.word(&word));
                word.clear();
            }
            if c != '\0' {
                out.push(c);
            }
        }
        out
    }

    fn word(&self, word: &str) -> String {
        let mut chance = Chance::of(self.story, word);
        if self.pools.names.contains(word) {
            return name(&mut chance);
        }
        let pool = self.pools.common.get(&ending(word));
        let is_common = word.len() >= LETTERS_MIN && word.chars().all(|c| c.is_ascii_lowercase());
        match pool.filter(|_| is_common && !SPEECH.contains(&word)) {
            Some(pool) => pool[(chance.next() * pool.len() as f64) as usize].clone(),
            None => word.to_owned(),
        }
    }
}

/// Words of speech and grammar that stay, so that as much is attributed as in the originals.
const SPEECH: &[&str] = &[
    "according",
    "announced",
    "asked",
    "called",
    "denied",
    "about",
    "after",
    "against",
    "before",
    "between",
    "could",
    "their",
    "there",
    "these",
    "those",
    "three",
    "under",
    "until",
    "which",
    "while",
    "would",
    "without",
    "other",
    "should",
    "because",
    "though",
    "where",
];

/// A made name of two or three syllables.
fn name(chance: &mut Chance) -> String {
    const FIRST: &[&str] = &[
        "Bar", "Cor", "Dal", "Fen", "Gar", "Hol", "Jas", "Kel", "Lor", "Mar", "Nor", "Os", "Pel",
        "Ras", "Sten", "Tor", "Ul", "Ver", "Wex", "Yar",
    ];
    const MIDDLE: &[&str] = &[
        "", "", "a", "e", "i", "o", "an", "er", "il", "ov", "und", "est",
    ];
    const LAST: &[&str] = &[
        "by", "den", "dra", "field", "gan", "ham", "ick", "ley", "mund", "nis", "rick", "sen",
        "ston", "ther", "vik", "wood",
    ];
    let mut pick = |list: &[&'static str]| list[(chance.next() * list.len() as f64) as usize];
    [pick(FIRST), pick(MIDDLE), pick(LAST)].concat()
}

/// Numbers that look like chance and are the same in every run (Steele, Lea & Flood 2014, `SplitMix`).
struct Chance(u64);

impl Chance {
    const fn new(seed: u64) -> Self {
        Self(seed)
    }

    fn of(story: u64, word: &str) -> Self {
        let hash = blake3::hash(word.as_bytes());
        let mut own = [0; 8];
        own.copy_from_slice(&hash.as_bytes()[..8]);
        Self(u64::from_le_bytes(own) ^ story.wrapping_mul(0x9e37_79b9_7f4a_7c15))
    }

    /// From 0 to under 1.
    fn next(&mut self) -> f64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((z ^ (z >> 31)) >> 11) as f64 / (1_u64 << 53) as f64
    }
}
