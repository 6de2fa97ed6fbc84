//! Turns a panic of a parser into a file left aside.
//!
//! Parsers of other people's formats meet anything; none of them may take the window with it.

use std::panic::{AssertUnwindSafe, catch_unwind};

use crate::model::SkippedReason;

/// Stack of the threads that parse, in bytes: deeply nested files recurse deeply.
pub(super) const STACK_BYTES: usize = 64 * 1024 * 1024;

/// Runs a parser; a panic becomes `Damaged`.
pub(super) fn guarded<T>(
    parse: impl FnOnce() -> Result<T, SkippedReason>,
) -> Result<T, SkippedReason> {
    catch_unwind(AssertUnwindSafe(parse)).unwrap_or_else(|_| {
        Err(SkippedReason::Damaged(
            "its contents are not built as this kind of file should be".to_owned(),
        ))
    })
}

/// Runs a job on a pool whose threads have a deep stack, no more of them than there are files; on
/// the caller's threads where none can be started.
pub(super) fn on_deep_stack<T: Send>(files: usize, job: impl FnOnce() -> T + Send) -> T {
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    match rayon::ThreadPoolBuilder::new()
        .num_threads(cores.min(files.max(1)))
        .stack_size(STACK_BYTES)
        .thread_name(|n| format!("reading-{n}"))
        .build()
    {
        Ok(pool) => pool.install(job),
        Err(_) => job(),
    }
}

#[cfg(test)]
mod tests {
    use super::guarded;
    use crate::model::SkippedReason;

    #[test]
    fn a_panic_becomes_a_reason() {
        let result: Result<(), _> = guarded(|| panic!("a parser stumbles"));
        assert!(matches!(result, Err(SkippedReason::Damaged(_))));
        assert_eq!(guarded(|| Ok(1)), Ok(1));
    }
}
