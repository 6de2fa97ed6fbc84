//! A few words that name a story: the phrase of its articles that says most of what they are about.
//!
//! Words count by their weight in the story's articles beyond their weight in the others, and more
//! the more headlines have them. A phrase is taken as it is written ("Halvane ferry collision", "strike
//! on the port"), so that it reads as a headline would; where many articles have it, it counts more.

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;

use super::phrase::{Phrase, Terms, phrases};
use super::vectors::Vectors;
use crate::corpus::Text;
use crate::model::Span;

/// Names that are offered for a story, should others have the first ones.
const OFFERED: usize = 12;
/// Articles that are read for the name; more would not change it.
const ARTICLES_MAX: usize = 60;
/// How much of a word's weight in the other articles is taken off.
const ELSEWHERE: f32 = 0.5;
/// How much more a word counts that every headline has.
const IN_HEADLINES: f32 = 3.0;
/// By which power of its number of words a phrase counts less: 0 for the longest, 1 for the mean.
const LENGTH: f32 = 0.35;
/// Most characters of a name: what fits into a line of the list.
const CHARS_MAX: usize = 60;
/// How much more a phrase counts that has a name in it.
const WITH_NAME: f32 = 1.5;

/// A name for each group, all different where phrases allow it.
pub(super) fn names(texts: &[Text<'_>], vectors: &Vectors, groups: &[Vec<usize>]) -> Vec<String> {
    let everywhere = mean_of_all(vectors);
    let offered: Vec<Vec<String>> = groups
        .par_iter()
        .map(|group| {
            let read: Vec<usize> = group.iter().copied().take(ARTICLES_MAX).collect();
            let mut weights = mean(vectors, &read);
            let part = group.len() as f32 / texts.len().max(1) as f32;
            for (word, weight) in &mut weights {
                // What all stories say tells none of them from the others.
                let elsewhere = everywhere.get(*word as usize).copied().unwrap_or(0.0);
                *weight -= ELSEWHERE * (1.0 - part) * elsewhere;
            }
            offers(texts, vectors, &read, &weights)
        })
        .collect();
    let mut given: BTreeSet<String> = BTreeSet::new();
    offered
        .into_iter()
        .map(|offered| {
            let free = offered.iter().find(|name| !given.contains(*name));
            let name = free.or(offered.last()).cloned().unwrap_or_default();
            given.insert(name.clone());
            name
        })
        .collect()
}

/// The mean weight of each word in all articles, by its number.
fn mean_of_all(vectors: &Vectors) -> Vec<f32> {
    let mut sum = vec![0.0; vectors.words.len()];
    for (word, weight) in vectors.articles.iter().flatten() {
        if let Some(sum) = sum.get_mut(*word as usize) {
            *sum += weight / vectors.articles.len() as f32;
        }
    }
    sum
}

/// The mean weight of each word in some articles.
fn mean(vectors: &Vectors, articles: &[usize]) -> BTreeMap<u32, f32> {
    let mut sum: BTreeMap<u32, f32> = BTreeMap::new();
    for (word, weight) in articles
        .iter()
        .filter_map(|&at| vectors.articles.get(at))
        .flatten()
    {
        *sum.entry(*word).or_default() += weight / articles.len() as f32;
    }
    sum
}

/// A phrase wherever a story's articles have it.
#[derive(Default)]
struct Told {
    /// Its places, each with the number of the article, in order.
    places: Vec<(usize, Span)>,
    is_named: bool,
}

impl Told {
    /// How many articles have it.
    fn articles(&self) -> usize {
        self.places.chunk_by(|a, b| a.0 == b.0).count()
    }

    /// As it is written most often; `None` where that is longer than a line.
    fn form(&self, texts: &[Text<'_>]) -> Option<String> {
        let mut forms: BTreeMap<String, usize> = BTreeMap::new();
        for &(at, span) in &self.places {
            let written = span.of(&texts.get(at)?.article.text);
            let words: Vec<&str> = written.split_whitespace().collect();
            *forms.entry(words.join(" ")).or_default() += 1;
        }
        let more = |a: &(String, usize), b: &(String, usize)| a.1.cmp(&b.1).then(b.0.cmp(&a.0));
        let (form, _) = forms.into_iter().max_by(more)?;
        is_short(&form).then(|| sentence_case(&form))
    }
}

/// Names for the story that these articles tell, the best first.
fn offers(
    texts: &[Text<'_>],
    vectors: &Vectors,
    group: &[usize],
    weights: &BTreeMap<u32, f32>,
) -> Vec<String> {
    let (headlines, of) = headline_words(texts, vectors, group);
    let weight: BTreeMap<u32, f32> = weights
        .iter()
        .map(|(&word, &weight)| {
            let having = headlines.get(&word).copied().unwrap_or(0);
            let share = having as f32 / of.max(1) as f32;
            (word, weight * (1.0 + IN_HEADLINES * share))
        })
        .collect();
    let mut told: BTreeMap<Terms, Told> = BTreeMap::new();
    for &at in group {
        let phrases = texts.get(at).map(|text| phrases(text, vectors));
        for Phrase {
            span,
            terms,
            is_named,
        } in phrases.into_iter().flatten()
        {
            let entry = told.entry(terms).or_default();
            entry.places.push((at, span));
            entry.is_named |= is_named;
        }
    }
    let mut scored: Vec<(f32, &Told)> = told
        .iter()
        .map(|(terms, told)| {
            let of = |term: u32| weight.get(&term).copied().unwrap_or(0.0);
            // Each further word must add to what is said, so that long phrases do not win by length.
            let said: f32 =
                terms.numbers().map(of).sum::<f32>() / (terms.len() as f32).powf(LENGTH);
            let shared = (told.articles() as f32 / group.len() as f32).sqrt();
            let named = if told.is_named { WITH_NAME } else { 1.0 };
            (said * shared * named, told)
        })
        .filter(|(score, _)| *score > 0.0)
        .collect();
    scored.sort_by(|a, b| b.0.total_cmp(&a.0));
    // Only those that may be offered are written out.
    let least = scored.get(OFFERED - 1).map_or(0.0, |(score, _)| *score);
    let written = scored.into_iter().take_while(|(score, _)| *score >= least);
    let mut written: Vec<(f32, String)> = written
        .filter_map(|(score, told)| Some((score, told.form(texts)?)))
        .collect();
    written.sort_by(|a, b| b.0.total_cmp(&a.0).then_with(|| a.1.cmp(&b.1)));
    written.truncate(OFFERED);
    let phrases = written.into_iter().map(|(_, name)| name);
    let titled = phrases.chain(headline(texts, group));
    titled.chain(heaviest(vectors, &weight)).collect()
}

/// The first headline of a group, cut to a line: the name of articles without a phrase, as those in a
/// language that is not read.
fn headline(texts: &[Text<'_>], group: &[usize]) -> Option<String> {
    let title = group
        .iter()
        .find_map(|&at| texts.get(at)?.article.title.as_deref())?;
    let mut cut = String::new();
    for word in title.split_whitespace() {
        if cut.chars().count() + word.chars().count() + 2 > CHARS_MAX {
            return (!cut.is_empty()).then(|| cut + "…");
        }
        if !cut.is_empty() {
            cut.push(' ');
        }
        cut.push_str(word);
    }
    (!cut.is_empty()).then_some(cut)
}

/// In how many headlines of some articles each word stands, and how many there are.
fn headline_words(
    texts: &[Text<'_>],
    vectors: &Vectors,
    group: &[usize],
) -> (BTreeMap<u32, usize>, usize) {
    let titles = group
        .iter()
        .filter_map(|&at| texts.get(at)?.article.title.as_deref());
    let (mut words, mut all) = (BTreeMap::new(), 0);
    for title in titles {
        all += 1;
        let said = title.split(|c: char| !c.is_alphanumeric());
        let said = said.filter_map(|word| vectors.number_of(word));
        for word in said.collect::<BTreeSet<u32>>() {
            *words.entry(word).or_default() += 1;
        }
    }
    (words, all)
}

/// The heaviest word, for articles without a phrase and a headline.
fn heaviest(vectors: &Vectors, weight: &BTreeMap<u32, f32>) -> Option<String> {
    let word = |number: u32| vectors.words.get(number as usize);
    let heavier = |a: &(&u32, &f32), b: &(&u32, &f32)| {
        a.1.total_cmp(b.1).then_with(|| word(*b.0).cmp(&word(*a.0)))
    };
    let in_a_line = |(number, _): &(&u32, &f32)| word(**number).is_some_and(|word| is_short(word));
    let (&number, _) = weight.iter().filter(in_a_line).max_by(heavier)?;
    word(number).map(|word| sentence_case(word))
}

fn is_short(words: &str) -> bool {
    words.chars().count() <= CHARS_MAX
}

fn sentence_case(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| {
        first.to_uppercase().chain(letters).collect()
    })
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::{CHARS_MAX, names};
    use crate::corpus::testing::document;
    use crate::corpus::{Document, Drawn, Text};

    #[test]
    fn a_story_is_named_by_a_phrase_that_its_articles_share() {
        let documents = [
            document(
                "a",
                "They told of the Halvane ferry collision. It was the fog.",
            ),
            document("b", "After the Halvane ferry collision was a long inquiry."),
            document(
                "c",
                "She and the Tollen grain harvest. They would wait for the rain.",
            ),
        ];
        let texts: Vec<Text<'_>> = documents.iter().map(Text::of).collect();
        let drawn: Vec<&Drawn> = documents.iter().map(Document::drawn).collect();
        let vectors = super::super::vectors::vectors(&texts, &drawn);
        let named = names(&texts, &vectors, &[vec![0, 1], vec![2]]);
        assert_eq!(named, ["Halvane ferry collision", "Tollen grain harvest"]);
    }

    #[test]
    fn articles_without_a_phrase_are_named_by_their_headline() {
        let mut documents = [document("a", ""), document("b", "")];
        let long = "Der Staudamm von Halvane brach am frühen Morgen, und viele Häuser standen unter Wasser";
        for (document, title) in documents.iter_mut().zip(["Der Damm brach", long]) {
            Arc::make_mut(&mut document.article).title = Some(title.to_owned());
        }
        let texts: Vec<Text<'_>> = documents.iter().map(Text::of).collect();
        let drawn: Vec<&Drawn> = documents.iter().map(Document::drawn).collect();
        let vectors = super::super::vectors::vectors(&texts, &drawn);
        let named = names(&texts, &vectors, &[vec![0], vec![1]]);
        assert_eq!(named[0], "Der Damm brach");
        assert_eq!(
            named[1],
            "Der Staudamm von Halvane brach am frühen Morgen, und viele…"
        );
    }

    #[test]
    fn no_story_is_named_by_an_address_or_a_word_without_end() {
        let address = format!("https://example.org/{}", "x".repeat(300));
        let text = format!(
            "The late ferry hit the old harbour wall, says {address} of the ferry. The harbour wall \
             is old, says www.wall.example.com of the ferry. {} {address} {address}",
            "supercalifragilistic".repeat(30),
        );
        let read = crate::language::Engine::embedded().unwrap().parse(&text);
        let mut documents = [document("a", &text)];
        documents[0].parsed = Arc::new(read);
        let texts: Vec<Text<'_>> = documents.iter().map(Text::of).collect();
        let drawn: Vec<&Drawn> = documents.iter().map(Document::drawn).collect();
        let vectors = super::super::vectors::vectors(&texts, &drawn);
        let named = names(&texts, &vectors, &[vec![0]]);
        assert!(named[0].chars().count() <= CHARS_MAX, "{named:?}");
        assert!(!named[0].contains('.'), "{named:?}");
    }
}
