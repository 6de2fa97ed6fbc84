//! Look-ups over a collection that every screen asks for, built once per change.

use std::collections::{BTreeMap, BTreeSet};

use crate::corpus::Document;
use crate::model::{Analysis, Article, ArticleId, ClaimId};

/// One mention, by where it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MentionPlace {
    /// Position of the article in the collection.
    pub article: usize,
    /// Position of the mention in the article.
    pub mention: usize,
}

/// One claim mention, by its claim.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ClaimPlace {
    /// The claim.
    pub claim: ClaimId,
    /// Position among the claim's mentions.
    pub mention: usize,
}

/// Look-ups over a collection.
#[derive(Clone, Debug, Default)]
pub struct Index {
    positions: BTreeMap<ArticleId, usize>,
    /// For each article its place in the list that readers see: story by story, in order of
    /// publication.
    pub place_of: Vec<usize>,
    /// For each entity, its mentions in the order of that list.
    pub mentions_of: Vec<Vec<MentionPlace>>,
    /// For each article, the claims it tells, in the order of the text.
    pub claims_in: Vec<Vec<ClaimPlace>>,
    /// Names of the outlets, those with most articles first. Articles without one come last: a few
    /// stand each for itself under its opening words, many share the name "".
    pub outlets: Vec<String>,
    /// For each article, its outlet's position in `outlets`.
    pub outlet_of: Vec<usize>,
    /// For each article, its story's position in the analysis.
    pub story_of: Vec<usize>,
    /// For each story, the claims that two articles or more tell, one of them of this story; in the
    /// order of `shared`.
    pub shared_in: Vec<Vec<ClaimId>>,
    /// The claims that two articles or more tell, the most widely told first.
    pub shared: Vec<ClaimId>,
}

impl Index {
    /// Builds the look-ups.
    pub fn new(documents: &[Document], analysis: &Analysis) -> Self {
        let positions: BTreeMap<ArticleId, usize> = documents
            .iter()
            .enumerate()
            .map(|(position, document)| (document.article.id.clone(), position))
            .collect();
        let (outlets, outlet_of) = outlets(documents);
        let story_of = stories(analysis, &positions, documents.len());
        let order = listed(analysis, &positions, documents.len());
        let mut place_of = vec![0; documents.len()];
        for (place, article) in order.iter().enumerate() {
            if let Some(slot) = place_of.get_mut(*article) {
                *slot = place;
            }
        }
        let (shared_in, shared) = shared(analysis, &positions, &story_of);
        Self {
            mentions_of: mentions(analysis, &order),
            place_of,
            claims_in: claims(analysis, &positions, documents.len()),
            story_of,
            shared_in,
            shared,
            outlets,
            outlet_of,
            positions,
        }
    }

    /// Position of an article in the collection.
    pub fn position(&self, id: &ArticleId) -> Option<usize> {
        self.positions.get(id).copied()
    }
}

/// Positions of the articles in the order of the list; those of no story last.
fn listed(
    analysis: &Analysis,
    positions: &BTreeMap<ArticleId, usize>,
    articles: usize,
) -> Vec<usize> {
    let told = analysis.stories.iter().flat_map(|story| &story.articles);
    let mut is_listed = vec![false; articles];
    let mut order: Vec<usize> = Vec::with_capacity(articles);
    for at in told
        .filter_map(|id| positions.get(id).copied())
        .chain(0..articles)
    {
        if let Some(seen) = is_listed.get_mut(at).filter(|seen| !**seen) {
            *seen = true;
            order.push(at);
        }
    }
    order
}

fn mentions(analysis: &Analysis, order: &[usize]) -> Vec<Vec<MentionPlace>> {
    let mut mentions_of = vec![Vec::new(); analysis.entities.len()];
    for &article in order {
        let Some(findings) = analysis.articles.get(article) else {
            continue;
        };
        for (mention, found) in findings.mentions.iter().enumerate() {
            let places = found
                .entity
                .and_then(|entity| mentions_of.get_mut(entity.0 as usize));
            if let Some(places) = places {
                places.push(MentionPlace { article, mention });
            }
        }
    }
    mentions_of
}

fn claims(
    analysis: &Analysis,
    positions: &BTreeMap<ArticleId, usize>,
    articles: usize,
) -> Vec<Vec<ClaimPlace>> {
    let mut found: Vec<Vec<(usize, ClaimPlace)>> = vec![Vec::new(); articles];
    for claim in &analysis.claims {
        for (mention, told) in claim.mentions.iter().enumerate() {
            let places = positions
                .get(&told.article)
                .and_then(|position| found.get_mut(*position));
            if let Some(places) = places {
                let place = ClaimPlace {
                    claim: claim.id,
                    mention,
                };
                places.push((told.span.start, place));
            }
        }
    }
    found
        .into_iter()
        .map(|mut places| {
            places.sort_by_key(|(start, place)| (*start, place.claim));
            places.into_iter().map(|(_, place)| place).collect()
        })
        .collect()
}

fn stories(
    analysis: &Analysis,
    positions: &BTreeMap<ArticleId, usize>,
    articles: usize,
) -> Vec<usize> {
    let mut story_of = vec![0; articles];
    for (story, told) in analysis.stories.iter().enumerate() {
        for id in &told.articles {
            let slot = positions
                .get(id)
                .and_then(|position| story_of.get_mut(*position));
            if let Some(slot) = slot {
                *slot = story;
            }
        }
    }
    story_of
}

/// Claims of two articles or more, by story and all together, the most widely told first.
fn shared(
    analysis: &Analysis,
    positions: &BTreeMap<ArticleId, usize>,
    story_of: &[usize],
) -> (Vec<Vec<ClaimId>>, Vec<ClaimId>) {
    let mut shared_in = vec![Vec::new(); analysis.stories.len()];
    let told = analysis
        .claims
        .iter()
        .map(|claim| (claim, claim.articles()));
    let mut told: Vec<_> = told.filter(|(_, articles)| articles.len() > 1).collect();
    told.sort_by_key(|(claim, articles)| {
        std::cmp::Reverse((articles.len(), claim.independent_origins()))
    });
    let shared = told.iter().map(|(claim, _)| claim.id).collect();
    for (claim, articles) in told {
        let stories: BTreeSet<usize> = articles
            .into_iter()
            .filter_map(|id| story_of.get(*positions.get(id)?).copied())
            .collect();
        for story in stories {
            if let Some(claims) = shared_in.get_mut(story) {
                claims.push(claim.id);
            }
        }
    }
    (shared_in, shared)
}

/// The most articles without an outlet that stand each for itself: beyond that, their marks and
/// columns would crowd out those of the outlets.
const APART_MAX: usize = 12;

/// Who tells an article: an outlet by name, an article without one by its position.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Teller {
    Outlet(String),
    Article(usize),
    Unknown,
}

fn outlets(documents: &[Document]) -> (Vec<String>, Vec<usize>) {
    let is_without = |document: &&Document| document.article.outlet.is_none();
    let stand_apart = documents.iter().filter(is_without).count() <= APART_MAX;
    let tellers: Vec<Teller> = documents
        .iter()
        .enumerate()
        .map(|(position, document)| match &document.article.outlet {
            Some(name) => Teller::Outlet(name.clone()),
            None if stand_apart => Teller::Article(position),
            None => Teller::Unknown,
        })
        .collect();
    let mut counts: BTreeMap<&Teller, usize> = BTreeMap::new();
    for teller in &tellers {
        *counts.entry(teller).or_default() += 1;
    }
    let mut order: Vec<(&Teller, usize)> = counts.into_iter().collect();
    order.sort_by_key(|(teller, count)| {
        let is_named = matches!(teller, Teller::Outlet(_));
        (!is_named, std::cmp::Reverse(*count))
    });
    let places: BTreeMap<&Teller, usize> = order
        .iter()
        .enumerate()
        .map(|(place, (teller, _))| (*teller, place))
        .collect();
    let outlet_of = tellers
        .iter()
        .map(|teller| places.get(teller).copied().unwrap_or(0))
        .collect();
    let name = |teller: &Teller| match teller {
        Teller::Outlet(name) => name.clone(),
        Teller::Article(position) => documents
            .get(*position)
            .map_or_else(String::new, |document| {
                known_as(&document.article).to_owned()
            }),
        Teller::Unknown => String::new(),
    };
    let outlets = order.iter().map(|(teller, _)| name(teller)).collect();
    (outlets, outlet_of)
}

/// What an article is known by: its headline, else its first line, else its file.
pub fn known_as(article: &Article) -> &str {
    let headline = article.title.as_deref().map(str::trim);
    headline
        .filter(|title| !title.is_empty())
        .or_else(|| {
            article
                .text
                .lines()
                .map(str::trim)
                .find(|line| !line.is_empty())
        })
        .unwrap_or_else(|| article.path.rsplit('/').next().unwrap_or(&article.path))
}

#[cfg(test)]
mod tests {
    use super::Index;
    use crate::model::EntityKind;
    use crate::review::testing::{article, collection};

    #[test]
    fn mentions_stand_in_the_order_in_which_articles_are_listed() {
        let told = ["one", "two", "three"].map(|id| article(id, "Lie spoke, and Lie left."));
        let names = [("Lie", EntityKind::Person)];
        let (documents, mut analysis) = collection(told.into(), &names, &[]);
        analysis.stories[0].articles.reverse();
        let index = Index::new(&documents, &analysis);
        assert_eq!(index.place_of, [2, 1, 0]);
        let places: Vec<usize> = index.mentions_of[0].iter().map(|p| p.article).collect();
        assert_eq!(places, [2, 2, 1, 1, 0, 0]);
    }

    #[test]
    fn articles_without_an_outlet_stand_apart_while_they_are_few() {
        let told = |outlet: Option<&str>, id: &str| {
            let mut article = article(id, &format!("{id} begins so.\n\nMore."));
            article.outlet = outlet.map(str::to_owned);
            article.title = None;
            article
        };
        let few = vec![
            told(None, "One"),
            told(Some("Wire"), "Two"),
            told(None, "Three"),
        ];
        let (documents, analysis) = collection(few, &[], &[]);
        let index = Index::new(&documents, &analysis);
        assert_eq!(
            index.outlets,
            ["Wire", "One begins so.", "Three begins so."]
        );
        assert_eq!(index.outlet_of, [1, 0, 2]);
        let many = (0..40)
            .map(|number| told(None, &number.to_string()))
            .collect();
        let (documents, analysis) = collection(many, &[], &[]);
        assert_eq!(Index::new(&documents, &analysis).outlets, [""]);
    }
}
