//! The review file in words: what was saved, where, and why not.

use std::path::Path;

use crate::review::file::{FileError, ReadOnlyReason};

/// Why a review file could not be opened or written, as a few words after a colon.
fn cause(error: &FileError) -> String {
    match error {
        FileError::NotFound(path) => format!("there is no file {}", path.display()),
        FileError::NoFolder(path) => format!("there is no folder {}", path.display()),
        FileError::Exists => "something of that name stands there already".to_owned(),
        FileError::NotAReview => "the file is no Crossread review".to_owned(),
        FileError::Newer { .. } => "a later version of Crossread wrote it".to_owned(),
        FileError::Damaged(_) => "the file is damaged".to_owned(),
        FileError::NoPermission => "you do not have permission".to_owned(),
        FileError::ReadOnly(ReadOnlyReason::OpenElsewhere) => {
            "it is open in another window".to_owned()
        }
        FileError::ReadOnly(ReadOnlyReason::NoPermission) => {
            "you do not have permission to write there".to_owned()
        }
        FileError::Unfinished => {
            "it was not closed properly, and cannot be mended where nothing may be written"
                .to_owned()
        }
        FileError::Full => "the disk is full".to_owned(),
        FileError::Gone => "the file was moved or deleted".to_owned(),
        FileError::Changed => "another program has changed the file".to_owned(),
        FileError::Busy => "another program is using the file".to_owned(),
        FileError::System(words) => format!("the computer says “{words}”"),
    }
}

/// A sentence that says what is wrong and what can be done.
pub fn file_error(error: &FileError) -> String {
    let advice = match error {
        FileError::Full => "Make room on the disk; it is tried again by itself.",
        FileError::NoPermission | FileError::ReadOnly(ReadOnlyReason::NoPermission) => {
            "Save the review somewhere else with “Save review as…”."
        }
        FileError::Newer { .. } => "Open it with that version.",
        FileError::ReadOnly(ReadOnlyReason::OpenElsewhere) => {
            "Close that window first, or save a copy."
        }
        FileError::Busy | FileError::System(_) => {
            "It is tried again; or save the review somewhere else."
        }
        _ => "",
    };
    let line = super::sentence(&cause(error));
    if advice.is_empty() {
        line
    } else {
        format!("{line} {advice}")
    }
}

/// "Not saved: the disk is full".
pub fn not_saved(acts: usize, error: &FileError) -> String {
    if acts > 1 {
        format!(
            "{} changes not saved: {}",
            super::thousands(acts),
            cause(error)
        )
    } else {
        format!("Not saved: {}", cause(error))
    }
}

/// Why nothing can be changed, in short.
pub const fn only_read(reason: ReadOnlyReason) -> &'static str {
    match reason {
        ReadOnlyReason::OpenElsewhere => "Read only: open in another window",
        ReadOnlyReason::NoPermission => "Read only: no permission to write",
    }
}

/// Why nothing can be changed.
pub fn read_only(reason: ReadOnlyReason) -> String {
    match reason {
        ReadOnlyReason::OpenElsewhere => {
            "This review is open in another window. Here it can be read, not changed; to change \
             it, save a copy with “Save review as…”."
        }
        ReadOnlyReason::NoPermission => {
            "You do not have permission to write to this review. It can be read, not changed; to \
             change it, save a copy with “Save review as…”."
        }
    }
    .to_owned()
}

/// Nothing can be corrected before everything is read.
pub const fn not_while_reading() -> &'static str {
    "That can be done as soon as all articles are read."
}

/// Nothing can be taken back before it is known what was done on an earlier day.
pub const fn not_while_beginning() -> &'static str {
    "That can be done in a moment: what you did here before is being looked up."
}

/// Where everything is saved.
pub fn saved_in(path: &Path) -> String {
    format!("Everything you did is saved in {}", path.display())
}

/// The file had to be written anew.
pub fn saved_elsewhere(path: &Path) -> String {
    format!(
        "The review’s file was moved, deleted or changed by another program. Everything you did \
         is saved again in {}",
        path.display()
    )
}

/// A copy was written.
pub fn saved_as(path: &Path) -> String {
    format!(
        "Saved as “{}”. What you do from now on goes there.",
        path.display()
    )
}

/// A copy could not be written.
pub fn not_saved_as(path: &Path, error: &FileError) -> String {
    let file = path.display();
    format!(
        "Not saved as {file}: {}. The review stays where it was.",
        cause(error)
    )
}

/// A review file could not be opened.
pub fn review_not_opened(error: &FileError) -> String {
    format!("The review could not be opened. {}", file_error(error))
}

/// What was done on a collection on an earlier day cannot be read.
pub fn earlier_review_failed(error: &FileError) -> String {
    format!(
        "What you did on these articles before could not be read: {}. That file is left as it is; \
         what you do now is kept in another one.",
        cause(error)
    )
}

/// What was done on an earlier day is back.
pub fn restored(acts: usize) -> String {
    if acts == 1 {
        return "The change that you made here before stands again.".to_owned();
    }
    let acts = super::thousands(acts);
    format!("The {acts} changes that you made here before stand again.")
}

#[cfg(test)]
mod tests {
    use super::{file_error, not_saved};
    use crate::review::file::FileError;

    #[test]
    fn a_full_disk_is_said_with_what_to_do() {
        assert_eq!(
            not_saved(1, &FileError::Full),
            "Not saved: the disk is full"
        );
        assert_eq!(
            file_error(&FileError::Full),
            "The disk is full. Make room on the disk; it is tried again by itself."
        );
    }
}
