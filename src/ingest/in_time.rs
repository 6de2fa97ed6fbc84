//! Gives up a file whose reading does not come to an end.
//!
//! Owns the thread on which a file is read. A thread cannot be ended from outside: one that does not
//! come to an end is left behind, and only so many at once, so that a folder full of such files takes
//! neither the computer nor the reader's day.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::{RecvTimeoutError, sync_channel};
use std::time::Duration;

use super::guard::{STACK_BYTES, guarded};
use super::limits::LEFT_BEHIND_MAX;
use crate::model::SkippedReason;

/// Threads that were left behind and still run.
#[derive(Debug, Default)]
struct LeftBehind(AtomicUsize);

static LEFT_BEHIND: LeftBehind = LeftBehind(AtomicUsize::new(0));

/// Runs a parser for so long at most; a panic becomes `Damaged`, as [`guarded`] has it.
pub(super) fn in_time<T: Send + 'static>(
    limit: Duration,
    parse: impl FnOnce() -> Result<T, SkippedReason> + Send + 'static,
) -> Result<T, SkippedReason> {
    LEFT_BEHIND.run(limit, parse)
}

/// Why a file is left aside that took longer than this.
pub(super) fn too_slow(limit: Duration) -> SkippedReason {
    let time = match limit.as_secs() / 60 {
        0 => format!("{} seconds", limit.as_secs()),
        1 => "a minute".to_owned(),
        minutes => format!("{minutes} minutes"),
    };
    SkippedReason::GivenUp(format!("it took longer than {time}"))
}

impl LeftBehind {
    fn run<T: Send + 'static>(
        &'static self,
        limit: Duration,
        parse: impl FnOnce() -> Result<T, SkippedReason> + Send + 'static,
    ) -> Result<T, SkippedReason> {
        if self.0.load(Ordering::SeqCst) >= LEFT_BEHIND_MAX {
            return Err(SkippedReason::GivenUp(
                "too many files before it did not come to an end; start Crossread again and open \
                 it without them"
                    .to_owned(),
            ));
        }
        // Nothing is stored on the way: the thread learns for certain whether anyone took its result.
        let (sender, receiver) = sync_channel(0);
        let started = std::thread::Builder::new()
            .name("reading-file".to_owned())
            .stack_size(STACK_BYTES)
            .spawn(move || {
                if sender.send(guarded(parse)).is_err() {
                    self.0.fetch_sub(1, Ordering::SeqCst);
                }
            });
        if let Err(error) = started {
            return Err(SkippedReason::System(error.to_string()));
        }
        match receiver.recv_timeout(limit) {
            Ok(result) => result,
            Err(RecvTimeoutError::Timeout) => {
                self.0.fetch_add(1, Ordering::SeqCst);
                Err(too_slow(limit))
            }
            Err(RecvTimeoutError::Disconnected) => {
                guarded(|| Err(SkippedReason::Damaged(String::new())))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::Ordering;
    use std::sync::mpsc::sync_channel;
    use std::time::Duration;

    use super::{LEFT_BEHIND_MAX, LeftBehind};
    use crate::model::SkippedReason;

    const SHORT: Duration = Duration::from_millis(20);
    const LONG: Duration = Duration::from_mins(5);

    fn fresh() -> &'static LeftBehind {
        Box::leak(Box::default())
    }

    #[test]
    fn what_comes_to_an_end_is_taken_and_a_panic_is_damage() {
        let left = fresh();
        assert_eq!(left.run(LONG, || Ok(1)), Ok(1));
        let broken = left.run::<()>(LONG, || panic!("a parser stumbles"));
        assert!(matches!(broken, Err(SkippedReason::Damaged(_))));
        assert_eq!(left.0.load(Ordering::SeqCst), 0);
    }

    #[test]
    fn what_hangs_is_given_up_and_only_so_much_is_left_behind() {
        let left = fresh();
        let mut holds = Vec::new();
        for _ in 0..LEFT_BEHIND_MAX {
            let (hold, held) = sync_channel::<()>(0);
            holds.push(hold);
            let result = left.run(SHORT, move || {
                // Waits until the test lets go.
                let _ = held.recv();
                Ok(())
            });
            assert!(matches!(result, Err(SkippedReason::GivenUp(_))));
        }
        assert_eq!(left.0.load(Ordering::SeqCst), LEFT_BEHIND_MAX);
        let refused = left.run(LONG, || Ok(()));
        assert!(matches!(refused, Err(SkippedReason::GivenUp(words)) if words.contains("again")));
        drop(holds);
        // They end in their own time; each makes room for another file.
        while left.0.load(Ordering::SeqCst) > 0 {
            std::thread::yield_now();
        }
        assert_eq!(left.run(LONG, || Ok(())), Ok(()));
    }
}
