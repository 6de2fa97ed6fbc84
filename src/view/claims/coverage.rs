//! The grid of who tells which claim.

use super::ClaimRow;
use crate::model::{ArticleId, Certainty, Claim, ClaimId, Span};
use crate::review::Review;
use crate::view::wording;

/// Who tells which claim.
#[derive(Clone, Debug, PartialEq)]
pub struct Coverage {
    /// Outlets, by position, whether they tell any of the claims or none.
    pub outlets: Vec<usize>,
    /// How many outlets with fewer articles are not shown.
    pub more_outlets: usize,
    /// A row for each claim: its words, and a cell for each outlet.
    pub rows: Vec<(ClaimId, String, Vec<Cell>)>,
}

/// One outlet's part in one claim.
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

/// The most outlets that the grid shows, those with most articles.
const COVERAGE_OUTLETS: usize = 16;

/// The grid for the first of these rows.
pub fn coverage(review: &Review, rows: &[ClaimRow]) -> Coverage {
    let index = review.index();
    let shown = index.outlets.len().min(COVERAGE_OUTLETS);
    let outlets: Vec<usize> = (0..shown).collect();
    let rows = rows
        .iter()
        .filter(|row| row.articles > 1)
        .take(COVERAGE_ROWS)
        .filter_map(|row| {
            let claim = review.analysis().claim(row.id)?;
            let cells = outlets
                .iter()
                .map(|outlet| cell(review, claim, *outlet))
                .collect();
            let words = wording::headed(review.statement(claim));
            Some((row.id, wording::shortened(&words, 60), cells))
        })
        .collect();
    Coverage {
        more_outlets: index.outlets.len() - shown,
        outlets,
        rows,
    }
}

fn cell(review: &Review, claim: &Claim, outlet: usize) -> Cell {
    let index = review.index();
    let told = claim.mentions.iter().enumerate().find(|(_, mention)| {
        index
            .position(&mention.article)
            .and_then(|at| index.outlet_of.get(at))
            == Some(&outlet)
    });
    told.map_or(Cell::NotFound, |(position, mention)| Cell::Told {
        place: (mention.article.clone(), mention.span),
        certainty: mention.certainty,
        is_first: position == 0 && mention.said_on.is_some(),
    })
}
