//! The grid of who tells which claim.

use std::collections::BTreeMap;

use super::ClaimRow;
use crate::model::{ArticleId, Certainty, Claim, ClaimId, ClaimMention, Span};
use crate::review::Review;
use crate::view::{labels, statements, wording};

/// Who tells which claim.
#[derive(Clone, Debug, PartialEq)]
pub struct Coverage {
    /// Whether each column is an article, as most articles name no outlet.
    pub is_by_article: bool,
    /// Who may tell the claims, whether they tell any of them or none.
    pub columns: Vec<Column>,
    /// How many outlets with fewer articles, or articles that tell fewer of the claims, are not
    /// shown.
    pub more: usize,
    /// A row for each claim: its words, and a cell for each column.
    pub rows: Vec<(ClaimId, String, Vec<Cell>)>,
}

/// An outlet, or an article.
#[derive(Clone, Debug, PartialEq)]
pub struct Column {
    /// What it is called where there is little room.
    pub name: String,
    /// What it is called in full.
    pub in_full: String,
    /// Position of the outlet; `None` for an article that names none.
    pub outlet: Option<usize>,
    /// The article, where each stands for itself.
    pub article: Option<ArticleId>,
}

/// One outlet's, or one article's, part in one claim.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell {
    /// It does not tell it, as far as found.
    NotFound,
    /// It tells it.
    Told {
        /// Where first.
        place: (ArticleId, Span),
        /// How surely, the first time.
        certainty: Certainty,
        /// Whether nobody told it before.
        is_first: bool,
    },
}

/// The most claims that the grid shows.
const COVERAGE_ROWS: usize = 40;

/// The most columns that the grid shows.
const COVERAGE_COLUMNS: usize = 16;

/// Room for the name of a column, in characters.
const NAME_MAX: usize = 22;
/// Room for it in full: an article without an outlet stands under its opening words.
const IN_FULL_MAX: usize = 60;

/// The grid for the first of these rows.
pub fn coverage(review: &Review, rows: &[ClaimRow]) -> Coverage {
    let shared = rows.iter().filter(|row| row.articles > 1);
    let claims = shared.filter_map(|row| review.analysis().claim(row.id));
    let mut claims: Vec<&Claim> = claims.take(COVERAGE_ROWS).collect();
    let is_by_article = names_few_outlets(review);
    let (columns, more) = if is_by_article {
        // One story after the other, so that what its articles tell stands together.
        claims.sort_by_key(|claim| claim.mentions.first().map(|told| story_of(review, told)));
        articles(review, &claims)
    } else {
        outlets(review)
    };
    let rows = claims.into_iter().map(|claim| {
        let cells = columns.iter().map(|column| cell(review, claim, column));
        let words = statements::statement(review, claim, 60);
        (claim.id, words, cells.collect::<Vec<Cell>>())
    });
    // A claim of other articles than those shown would be a line of gaps.
    let rows = rows.filter(|(.., cells)| cells.iter().any(|cell| *cell != Cell::NotFound));
    Coverage {
        is_by_article,
        rows: rows.collect(),
        more,
        columns,
    }
}

/// Whether at least half of the articles name no outlet, and are too many to stand for one each.
fn names_few_outlets(review: &Review) -> bool {
    let index = review.index();
    let nameless = index.outlets.iter().position(String::is_empty);
    nameless.is_some_and(|nameless| {
        let articles = index.outlet_of.iter();
        2 * articles.filter(|at| **at == nameless).count() >= index.outlet_of.len()
    })
}

fn story_of(review: &Review, mention: &ClaimMention) -> Option<usize> {
    let index = review.index();
    index
        .story_of
        .get(index.position(&mention.article)?)
        .copied()
}

/// Outlets, those with most articles first.
fn outlets(review: &Review) -> (Vec<Column>, usize) {
    let names = &review.index().outlets;
    let shown = 0..names.len().min(COVERAGE_COLUMNS);
    let columns = shown.map(|at| Column {
        name: labels::outlet(review, at, NAME_MAX),
        in_full: labels::outlet(review, at, IN_FULL_MAX),
        outlet: Some(at),
        article: None,
    });
    (
        columns.collect(),
        names.len().saturating_sub(COVERAGE_COLUMNS),
    )
}

/// Articles that tell most of these claims, in the order of the list of articles.
fn articles(review: &Review, claims: &[&Claim]) -> (Vec<Column>, usize) {
    let index = review.index();
    let mut told: BTreeMap<usize, usize> = BTreeMap::new();
    for claim in claims {
        for at in claim
            .articles()
            .into_iter()
            .filter_map(|id| index.position(id))
        {
            *told.entry(at).or_default() += 1;
        }
    }
    let place = |at: usize| index.place_of.get(at).copied();
    let mut told: Vec<(usize, usize)> = told.into_iter().collect();
    told.sort_by_key(|(at, claims)| (std::cmp::Reverse(*claims), place(*at)));
    let more = told.len().saturating_sub(COVERAGE_COLUMNS);
    told.truncate(COVERAGE_COLUMNS);
    told.sort_by_key(|(at, _)| place(*at));
    let documents = told
        .iter()
        .filter_map(|(at, _)| Some((at, review.documents().get(*at)?)));
    let columns = documents.map(|(at, document)| {
        let id = &document.article.id;
        let outlet = index.outlet_of.get(*at).copied();
        let is_named = document.article.outlet.is_some();
        Column {
            name: if is_named {
                labels::outlet_day(review, id)
            } else {
                wording::shortened(&labels::title(review, id), NAME_MAX)
            },
            in_full: format!(
                "{}\n{}",
                labels::outlet_day_title(review, id),
                document.article.path
            ),
            outlet: outlet.filter(|_| is_named),
            article: Some(id.clone()),
        }
    });
    (columns.collect(), more)
}

fn cell(review: &Review, claim: &Claim, column: &Column) -> Cell {
    let index = review.index();
    let is_told_by = |mention: &ClaimMention| match &column.article {
        Some(article) => mention.article == *article,
        None => index
            .position(&mention.article)
            .is_some_and(|at| index.outlet_of.get(at).copied() == column.outlet),
    };
    let mut mentions = claim.mentions.iter().enumerate();
    let told = mentions.find(|(_, mention)| is_told_by(mention));
    told.map_or(Cell::NotFound, |(position, mention)| Cell::Told {
        place: (mention.article.clone(), mention.span),
        certainty: mention.certainty,
        is_first: position == 0 && mention.said_on.is_some(),
    })
}

#[cfg(test)]
mod tests {
    use super::{Cell, Coverage, coverage};
    use crate::model::Article;
    use crate::pipeline::Collection;
    use crate::review::Review;
    use crate::review::testing::{article, collection};
    use crate::view::claims::{ClaimsState, rows};

    /// A line for each claim: its words and the columns that tell it.
    fn grid(articles: Vec<Article>, claims: &[&[&str]]) -> (Coverage, Vec<String>) {
        let (documents, analysis) = collection(articles, &[], claims);
        let collection = Collection {
            documents,
            analysis,
            ..Collection::default()
        };
        let review = Review::of(String::new(), Vec::new(), collection);
        let grid = coverage(&review, &rows(&review, &ClaimsState::default()));
        let lines = grid.rows.iter().map(|(_, words, cells)| {
            let told = grid.columns.iter().zip(cells);
            let told = told.filter(|(_, cell)| **cell != Cell::NotFound);
            let told: Vec<&str> = told.map(|(column, _)| column.name.as_str()).collect();
            format!("{words}: {}", told.join(", "))
        });
        let lines = lines.collect();
        (grid, lines)
    }

    #[test]
    fn where_no_outlet_is_known_each_article_that_tells_a_claim_has_its_column() {
        let told = |number: usize| {
            let words = match number {
                3 | 7 => "the gate was open",
                _ => "nothing was told",
            };
            let mut told = article(&format!("{number:02}"), &format!("Day {number}: {words}."));
            told.title = Some(format!("Report {number}"));
            told
        };
        let (grid, lines) = grid((0..20).map(told).collect(), &[&["the gate was open"]]);
        assert!(grid.is_by_article);
        assert_eq!(lines, ["The gate was open: Report 3, Report 7"]);
        assert_eq!((grid.columns.len(), grid.more), (2, 0));
    }

    #[test]
    fn where_outlets_are_known_each_has_its_column_even_if_it_tells_nothing() {
        let told = ["Wire", "Post", "Echo"].map(|outlet| {
            let words = if outlet == "Echo" {
                "no more"
            } else {
                "the gate was open"
            };
            let mut told = article(outlet, &format!("It said {words}."));
            told.outlet = Some(outlet.to_owned());
            told
        });
        let (grid, lines) = grid(told.into(), &[&["the gate was open"]]);
        assert!(!grid.is_by_article);
        assert_eq!(grid.columns.len(), 3);
        assert_eq!(lines.len(), 1);
        assert!(!lines[0].contains("Echo"), "{lines:?}");
    }
}
