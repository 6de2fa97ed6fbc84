//! What is passed down through containers: how much may still be unpacked, how deep, until when.

use std::io::Read;
use std::sync::Arc;
use std::time::{Duration, Instant};

use super::Reader;
use crate::ingest::guard::guarded;
use crate::ingest::in_time::{in_time, too_slow};
use crate::ingest::limits::{
    CONTAINER_DEPTH_MAX, UNPACKED_BYTES_MAX, UNPACKED_FREE_BYTES, UNPACKED_RATIO_MAX,
};
use crate::model::{Columns, SkippedReason};

/// The budget of one file of the folder, shared by everything in it.
#[derive(Debug)]
pub(in crate::ingest) struct Budget {
    /// Containers around what is read now.
    depth: usize,
    /// Bytes that may still be unpacked.
    bytes_left: u64,
    /// When reading began …
    since: Instant,
    /// … and how long it may take.
    time: Duration,
    /// What reads a file, here and in every container.
    pub reader: Reader,
    /// What the reader said of tables.
    pub said: Arc<[Columns]>,
    /// Parts that were left aside, by their path in the container.
    pub aside: Vec<(String, SkippedReason)>,
}

impl Budget {
    /// A full budget for a file that may take so long.
    pub(in crate::ingest) fn new(time: Duration, reader: Reader, said: &Arc<[Columns]>) -> Self {
        Self {
            depth: 0,
            bytes_left: UNPACKED_BYTES_MAX,
            since: Instant::now(),
            time,
            reader,
            said: Arc::clone(said),
            aside: Vec::new(),
        }
    }

    /// Reads a file in a container by `read`, which may take so long; one that does not come to an
    /// end is given up alone.
    pub(super) fn within<T: Send + 'static>(
        &mut self,
        time: Duration,
        read: impl FnOnce(&mut Self) -> Result<T, SkippedReason> + Send + 'static,
    ) -> Result<T, SkippedReason> {
        let mut inner = Self {
            since: Instant::now(),
            time,
            said: Arc::clone(&self.said),
            aside: Vec::new(),
            ..*self
        };
        let (result, inner) = in_time(time, move || {
            let result = guarded(|| read(&mut inner));
            Ok((result, inner))
        })?;
        self.bytes_left = inner.bytes_left;
        self.aside.extend(inner.aside);
        result
    }

    /// One container deeper; an error where that is too deep.
    pub(super) fn enter(&mut self) -> Result<(), SkippedReason> {
        if self.depth >= CONTAINER_DEPTH_MAX {
            return Err(SkippedReason::Suspicious(format!(
                "archives are packed more than {CONTAINER_DEPTH_MAX} deep in it"
            )));
        }
        self.depth += 1;
        Ok(())
    }

    /// Back out of a container.
    pub(super) const fn leave(&mut self) {
        self.depth = self.depth.saturating_sub(1);
    }

    /// An error once the time is spent.
    pub(super) fn check_time(&self) -> Result<(), SkippedReason> {
        if self.since.elapsed() > self.time {
            return Err(too_slow(self.time));
        }
        Ok(())
    }

    /// Unpacks at most what is allowed from a stream of `packed` bytes.
    pub(super) fn unpack(
        &mut self,
        stream: impl Read,
        packed: u64,
    ) -> Result<Vec<u8>, SkippedReason> {
        let by_ratio = packed
            .saturating_mul(UNPACKED_RATIO_MAX)
            .max(UNPACKED_FREE_BYTES);
        let limit = by_ratio.min(self.bytes_left);
        let mut bytes = Vec::new();
        stream
            .take(limit.saturating_add(1))
            .read_to_end(&mut bytes)
            .map_err(|error| SkippedReason::Damaged(format!("it cannot be unpacked ({error})")))?;
        let size = bytes.len() as u64;
        if size > limit {
            return Err(SkippedReason::Suspicious(format!(
                "it unpacks to more than {} times its size",
                limit / packed.max(1)
            )));
        }
        self.bytes_left = self.bytes_left.saturating_sub(size);
        Ok(bytes)
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::super::READER;
    use super::Budget;
    use crate::model::SkippedReason;

    fn budget() -> Budget {
        Budget::new(Duration::from_mins(1), READER, &[].into())
    }

    #[test]
    fn what_takes_too_long_or_lies_too_deep_is_left_aside() {
        let mut budget = budget();
        assert_eq!(budget.check_time(), Ok(()));
        while budget.enter().is_ok() {}
        assert!(matches!(budget.enter(), Err(SkippedReason::Suspicious(_))));
        budget.time = Duration::ZERO;
        while budget.since.elapsed().is_zero() {}
        assert!(matches!(
            budget.check_time(),
            Err(SkippedReason::GivenUp(_))
        ));
    }

    #[test]
    fn what_grows_too_much_is_not_unpacked() {
        let mut budget = budget();
        let grown = budget.unpack(std::io::repeat(b'a'), 10);
        assert!(matches!(grown, Err(SkippedReason::Suspicious(_))));
    }
}
