//! The claims of all families as one list: in order, numbered, and tied by those numbers.

use std::cmp::Reverse;

use rayon::prelude::*;
use serde::{Deserialize, Serialize};

use crate::model::{Claim, ClaimId};

/// A claim of one family. Its number and those of the claims it is tied to are places among the
/// family's claims.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct Told {
    /// The claim.
    pub(super) claim: Claim,
    /// How many articles make it.
    pub(super) reach: usize,
    /// Where it is told first: number of the article in its family, and of the clause among all of the
    /// family.
    pub(super) first: (usize, usize),
}

/// By what a claim is put in order.
struct Place {
    /// Number of the first claim of its family among the claims of all families.
    family: usize,
    /// Its own number among them.
    at: usize,
    /// How many articles and how many mentions make it, the most first.
    width: Reverse<(usize, usize)>,
    worth: f32,
    first: (usize, usize),
}

/// Every claim of every family, most widely reported first. `families` are the numbers of the articles
/// of each family.
pub(super) fn ordered(families: &[Vec<usize>], told: Vec<Vec<Told>>) -> Vec<Claim> {
    let mut start = 0;
    let mut places: Vec<Place> = Vec::new();
    let mut all: Vec<Option<Told>> = Vec::new();
    for (members, told) in families.iter().zip(told) {
        places.extend(told.iter().zip(start..).map(|(told, at)| {
            let (article, clause) = told.first;
            let article = members.get(article).copied().unwrap_or(usize::MAX);
            Place {
                family: start,
                at,
                width: Reverse((told.reach, told.claim.mentions.len())),
                worth: told.claim.worth,
                first: (article, clause),
            }
        }));
        start += told.len();
        all.extend(told.into_iter().map(Some));
    }
    places.par_sort_by(|one, other| {
        let by_width = one.width.cmp(&other.width);
        by_width
            .then(other.worth.total_cmp(&one.worth))
            .then(one.first.cmp(&other.first))
    });
    let mut numbers = vec![ClaimId(0); places.len()];
    for (number, place) in places.iter().enumerate() {
        if let Some(slot) = numbers.get_mut(place.at) {
            *slot = ClaimId(number as u32);
        }
    }
    let claims = places.into_iter().enumerate();
    claims
        .filter_map(|(number, place)| {
            let mut claim = all.get_mut(place.at)?.take()?.claim;
            claim.id = ClaimId(number as u32);
            for tied in [&mut claim.opposed, &mut claim.numbers_differ] {
                for id in tied.iter_mut() {
                    let at = place.family + id.0 as usize;
                    *id = numbers.get(at).copied().unwrap_or(*id);
                }
                tied.sort_unstable();
            }
            Some(claim)
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::{Told, ordered};
    use crate::model::{Claim, ClaimId};

    fn told(id: u32, reach: usize, article: usize, opposed: &[u32]) -> Told {
        Told {
            claim: Claim {
                id: ClaimId(id),
                statement: 0,
                mentions: Vec::new(),
                origins: Vec::new(),
                opposed: opposed.iter().map(|&id| ClaimId(id)).collect(),
                numbers_differ: Vec::new(),
                worth: 0.5,
            },
            reach,
            first: (article, 0),
        }
    }

    #[test]
    fn claims_of_two_families_are_one_list_and_stay_tied() {
        let families = [vec![0, 2], vec![1]];
        let first = vec![told(0, 1, 1, &[1]), told(1, 2, 0, &[0])];
        let second = vec![told(0, 1, 0, &[])];
        let claims = ordered(&families, vec![first, second]);
        let tied: Vec<(u32, Vec<u32>)> = claims
            .iter()
            .map(|claim| (claim.id.0, claim.opposed.iter().map(|id| id.0).collect()))
            .collect();
        // The wide one; then by place: that of article 1, then that of article 2.
        assert_eq!(tied, [(0, vec![2]), (1, vec![]), (2, vec![0])]);
    }
}
