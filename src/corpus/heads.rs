//! Groups that come together, as a list in which each member points towards the head of its group.

/// The head of a member's group (union–find with path halving); `above` holds for each member one that
/// is nearer to the head, and for the head itself.
pub(super) fn head(above: &mut [usize], mut member: usize) -> usize {
    while let Some(&nearer) = above.get(member)
        && nearer != member
    {
        let next = above.get(nearer).copied().unwrap_or(nearer);
        if let Some(entry) = above.get_mut(member) {
            *entry = next;
        }
        member = next;
    }
    member
}

#[cfg(test)]
mod tests {
    use super::head;

    #[test]
    fn every_member_leads_to_its_head() {
        let mut above = vec![0, 0, 1, 2, 4];
        let heads: Vec<usize> = (0..5).map(|member| head(&mut above, member)).collect();
        assert_eq!(heads, [0, 0, 0, 0, 4]);
    }
}
