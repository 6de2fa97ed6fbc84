//! The claims of all families as one list: in order, numbered, and tied by those numbers.

use std::cmp::Reverse;

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

/// Every claim of every family, most widely reported first. `families` are the numbers of the articles
/// of each family.
pub(super) fn ordered(families: &[Vec<usize>], told: Vec<Vec<Told>>) -> Vec<Claim> {
    let mut start = 0;
    let mut all: Vec<(usize, usize, (usize, usize), Told)> = Vec::new();
    for (members, told) in families.iter().zip(told) {
        let count = told.len();
        for (place, told) in told.into_iter().enumerate() {
            let (article, clause) = told.first;
            let article = members.get(article).copied().unwrap_or(usize::MAX);
            all.push((start, start + place, (article, clause), told));
        }
        start += count;
    }
    all.sort_by(|(_, _, one_first, one), (_, _, other_first, other)| {
        let width = |told: &Told| Reverse((told.reach, told.claim.mentions.len()));
        let by_width = width(one).cmp(&width(other));
        by_width
            .then(other.claim.worth.total_cmp(&one.claim.worth))
            .then(one_first.cmp(other_first))
    });
    let mut numbers = vec![ClaimId(0); all.len()];
    for (number, (_, place, ..)) in all.iter().enumerate() {
        if let Some(slot) = numbers.get_mut(*place) {
            *slot = ClaimId(number as u32);
        }
    }
    let claims = all.into_iter().enumerate();
    claims
        .map(|(number, (start, _, _, told))| {
            let mut claim = told.claim;
            claim.id = ClaimId(number as u32);
            for tied in [&mut claim.opposed, &mut claim.numbers_differ] {
                for id in tied.iter_mut() {
                    *id = numbers.get(start + id.0 as usize).copied().unwrap_or(*id);
                }
                tied.sort_unstable();
            }
            claim
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
