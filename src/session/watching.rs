//! Files of the open folders that are new, changed or gone since they were read: gathered until the
//! reader has them read, or lets them be.

use super::{Effect, Session, opening};
use crate::ingest::watch::Changes;

/// Takes what the watch tells, together with what it told before.
pub(super) fn stirred(session: &mut Session, generation: u64, told: Changes) {
    if generation == session.generation {
        gather(&mut session.stirred, told);
    }
}

/// Reads the folders anew; what is open stays on screen until then, with everything done on it.
pub(super) fn read_again(session: &mut Session) -> Vec<Effect> {
    let Some(review) = &session.review else {
        return Vec::new();
    };
    if session.loading.is_some() || review.roots.is_empty() {
        return Vec::new();
    }
    let roots = review.roots.clone();
    opening::begin(session, roots, session.with_sample, true)
}

/// What differs from what was read, after one more look.
fn gather(known: &mut Changes, told: Changes) {
    let take = |from: &mut Vec<String>, path: &str| {
        let at = from.iter().position(|other| other == path);
        at.map(|at| from.remove(at)).is_some()
    };
    for path in told.new {
        let came_back = take(&mut known.gone, &path);
        let list = if came_back {
            &mut known.changed
        } else {
            &mut known.new
        };
        put(list, path);
    }
    for path in told.changed {
        if !known.new.contains(&path) {
            put(&mut known.changed, path);
        }
    }
    for path in told.gone {
        take(&mut known.changed, &path);
        if !take(&mut known.new, &path) {
            put(&mut known.gone, path);
        }
    }
    for folder in told.unreachable {
        if !known.unreachable.contains(&folder) {
            known.unreachable.push(folder);
        }
    }
}

fn put(list: &mut Vec<String>, path: String) {
    if let Err(at) = list.binary_search(&path) {
        list.insert(at, path);
    }
}

#[cfg(test)]
mod tests {
    use super::gather;
    use crate::ingest::watch::Changes;

    fn changes(new: &[&str], changed: &[&str], gone: &[&str]) -> Changes {
        let list = |paths: &[&str]| paths.iter().map(ToString::to_string).collect();
        Changes {
            new: list(new),
            changed: list(changed),
            gone: list(gone),
            unreachable: Vec::new(),
        }
    }

    #[test]
    fn several_looks_are_said_as_one_difference() {
        let mut known = Changes::default();
        gather(&mut known, changes(&["b", "a"], &["c"], &["d"]));
        gather(&mut known, changes(&["d"], &["a"], &["b", "c"]));
        assert_eq!(known, changes(&["a"], &["d"], &["c"]));
    }

    #[test]
    fn a_file_that_came_and_went_is_no_difference() {
        let mut known = Changes::default();
        gather(&mut known, changes(&["a"], &[], &[]));
        gather(&mut known, changes(&[], &[], &["a"]));
        assert!(known.is_empty());
    }
}
