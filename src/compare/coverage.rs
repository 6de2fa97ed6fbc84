//! Claims by articles: who told it first, who hedged or denied it, and in whose text it is not
//! found.
//!
//! A gap is "not found in this text", never "left out on purpose": the grid shows what the texts
//! hold and judges nobody.

use std::collections::BTreeMap;

use crate::model::{Analysis, ArticleId, Certainty, Claim, ClaimId, Interval};

/// How an article stands to a claim. Where several hold, the first of this order that does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Coverage {
    /// Tells it, before all others in the collection, as far as their dates show.
    ToldFirst,
    /// Tells it, on its own or another's word.
    Told,
    /// Tells it with words of doubt, or asks.
    Hedged,
    /// Tells that it is untrue, or tells its opposite.
    Denied,
    /// Tells the same with another number.
    NumberDiffers,
    /// Nothing of it was found in this text.
    NotFound,
}

/// A cell of the grid.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cell {
    /// How the article stands to the claim.
    pub coverage: Coverage,
    /// The claim and the index of its mention that shows it: the row's own claim, or the one that
    /// opposes it or differs in a number. `None` when nothing was found.
    pub shown_by: Option<(ClaimId, usize)>,
}

/// Claims by articles.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Grid {
    /// Columns.
    pub articles: Vec<ArticleId>,
    /// Rows: a claim with a cell for each column.
    pub rows: Vec<(ClaimId, Vec<Cell>)>,
}

/// The grid of these claims, in their order, over these articles.
pub fn coverage(analysis: &Analysis, claims: &[ClaimId], articles: &[ArticleId]) -> Grid {
    let columns: BTreeMap<&ArticleId, usize> = articles
        .iter()
        .enumerate()
        .map(|(column, article)| (article, column))
        .collect();
    let rows = claims
        .iter()
        .filter_map(|&id| analysis.claim(id))
        .map(|claim| (claim.id, row(analysis, claim, &columns)))
        .collect();
    Grid {
        articles: articles.to_vec(),
        rows,
    }
}

fn row(analysis: &Analysis, claim: &Claim, columns: &BTreeMap<&ArticleId, usize>) -> Vec<Cell> {
    let nothing = Cell {
        coverage: Coverage::NotFound,
        shown_by: None,
    };
    let mut cells = vec![nothing; columns.len()];
    let mut show = |article: &ArticleId, coverage: Coverage, by: (ClaimId, usize)| {
        let cell = columns
            .get(article)
            .and_then(|&column| cells.get_mut(column));
        if let Some(cell) = cell
            && rank(coverage) < rank(cell.coverage)
        {
            *cell = Cell {
                coverage,
                shown_by: Some(by),
            };
        }
    };
    let first = first_told(claim);
    for (index, mention) in claim.mentions.iter().enumerate() {
        let coverage = match mention.certainty {
            Certainty::Denied => Coverage::Denied,
            Certainty::Hedged | Certainty::Questioned => Coverage::Hedged,
            _ if first.as_ref() == Some(&mention.article) => Coverage::ToldFirst,
            Certainty::Stated | Certainty::Attributed => Coverage::Told,
        };
        show(&mention.article, coverage, (claim.id, index));
    }
    let others = [
        (&claim.opposed, Coverage::Denied),
        (&claim.numbers_differ, Coverage::NumberDiffers),
    ];
    for (ids, coverage) in others {
        for other in ids.iter().filter_map(|&id| analysis.claim(id)) {
            for (index, mention) in other.mentions.iter().enumerate() {
                show(&mention.article, coverage, (other.id, index));
            }
        }
    }
    cells
}

const fn rank(coverage: Coverage) -> u8 {
    match coverage {
        Coverage::ToldFirst => 0,
        Coverage::Told => 1,
        Coverage::Hedged => 2,
        Coverage::Denied => 3,
        Coverage::NumberDiffers => 4,
        Coverage::NotFound => 5,
    }
}

/// The one article that told the claim before all others; `None` when a date is missing or two
/// share the first day, since then nobody can be said to be first, and when nobody else told it.
fn first_told(claim: &Claim) -> Option<ArticleId> {
    let mut days: BTreeMap<&ArticleId, Interval> = BTreeMap::new();
    for mention in &claim.mentions {
        let said = mention.said_on?;
        days.entry(&mention.article)
            .and_modify(|day| *day = (*day).min(said))
            .or_insert(said);
    }
    let (&first, day) = days.iter().min_by_key(|(_, day)| **day)?;
    let is_alone = days
        .iter()
        .all(|(article, other)| *article == first || other.earliest > day.latest);
    (days.len() > 1 && is_alone).then(|| first.clone())
}

#[cfg(test)]
mod tests {
    use super::{Coverage, coverage};
    use crate::model::{
        Analysis, ArticleId, Certainty, Claim, ClaimId, ClaimMention, Interval, Span,
    };
    use chrono::NaiveDate;

    fn mention(article: &str, certainty: Certainty, day: u32) -> ClaimMention {
        ClaimMention {
            article: ArticleId::new(article),
            span: Span::new(0, 1),
            attribution: None,
            certainty,
            is_whole: true,
            said_on: NaiveDate::from_ymd_opt(2025, 10, day).map(Interval::day),
            happens_on: None,
            why: Vec::new(),
        }
    }

    fn claim(id: u32, mentions: Vec<ClaimMention>) -> Claim {
        Claim {
            id: ClaimId(id),
            statement: 0,
            mentions,
            origins: Vec::new(),
            opposed: Vec::new(),
            numbers_differ: Vec::new(),
            worth: 1.0,
        }
    }

    #[test]
    fn every_article_has_its_cell() {
        let mut told = claim(
            0,
            vec![
                mention("a", Certainty::Attributed, 10),
                mention("b", Certainty::Stated, 11),
                mention("c", Certainty::Hedged, 12),
            ],
        );
        told.opposed.push(ClaimId(1));
        told.numbers_differ.push(ClaimId(2));
        let analysis = Analysis {
            claims: vec![
                told,
                claim(1, vec![mention("d", Certainty::Stated, 12)]),
                claim(2, vec![mention("e", Certainty::Stated, 12)]),
            ],
            ..Analysis::default()
        };
        let articles: Vec<ArticleId> = ["a", "b", "c", "d", "e", "f"].map(ArticleId::new).to_vec();
        let grid = coverage(&analysis, &[ClaimId(0)], &articles);
        let found: Vec<Coverage> = grid.rows[0].1.iter().map(|cell| cell.coverage).collect();
        assert_eq!(
            found,
            [
                Coverage::ToldFirst,
                Coverage::Told,
                Coverage::Hedged,
                Coverage::Denied,
                Coverage::NumberDiffers,
                Coverage::NotFound
            ]
        );
    }

    #[test]
    fn nobody_is_first_where_two_tell_it_on_one_day() {
        let analysis = Analysis {
            claims: vec![claim(
                0,
                vec![
                    mention("a", Certainty::Stated, 10),
                    mention("b", Certainty::Stated, 10),
                ],
            )],
            ..Analysis::default()
        };
        let articles = ["a", "b"].map(ArticleId::new);
        let grid = coverage(&analysis, &[ClaimId(0)], &articles);
        assert!(
            grid.rows[0]
                .1
                .iter()
                .all(|cell| cell.coverage == Coverage::Told)
        );
    }
}
