//! Why a file was left aside.

use crate::model::SkippedReason;

/// One sentence without a full stop: what is wrong with the file.
pub fn skipped(reason: &SkippedReason) -> String {
    match reason {
        SkippedReason::Empty => "the file is empty".to_owned(),
        SkippedReason::NoText => {
            "no text was found in it; perhaps its pages are pictures".to_owned()
        }
        SkippedReason::NotText(what) if what.is_empty() => "this is not a text".to_owned(),
        SkippedReason::NotText(what) => format!("this is {what}, not a text"),
        SkippedReason::Unsupported(what) => format!("Crossread does not read {what}"),
        SkippedReason::TooLarge {
            size_bytes,
            limit_bytes,
        } => format!(
            "the file is too large for one article: {}, and the limit is {}",
            megabytes(*size_bytes),
            megabytes(*limit_bytes)
        ),
        SkippedReason::NoPermission => "you do not have permission to read it".to_owned(),
        SkippedReason::Vanished => "it disappeared while it was being read".to_owned(),
        SkippedReason::LinkLoop => {
            "it is a link that leads in a circle or out of the folder".to_owned()
        }
        SkippedReason::LinkBroken => "it is a link to a file that is not there".to_owned(),
        SkippedReason::Encrypted => {
            "it is protected by a password; save a copy without one and add that".to_owned()
        }
        SkippedReason::PictureOfPage => "no text in this PDF: it is a picture of a page".to_owned(),
        SkippedReason::Damaged(what) if what.is_empty() => "its contents are damaged".to_owned(),
        SkippedReason::Damaged(what) => format!("its contents are damaged: {what}"),
        SkippedReason::Suspicious(what) => format!("it was left aside, for safety: {what}"),
        SkippedReason::GivenUp(what) => format!("reading it was given up: {what}"),
        SkippedReason::OwnWork(what) => {
            format!("this is {what} that Crossread made, not an article")
        }
        SkippedReason::NoArticle => "no article was found in it".to_owned(),
        SkippedReason::ColumnsUnclear(columns) => {
            let names = columns.iter().map(|column| format!("“{}”", column.name));
            let names: Vec<String> = names.collect();
            format!(
                "it is a table, and it is not clear which of its columns holds the articles: {}",
                super::list(&names)
            )
        }
        SkippedReason::System(what) => format!("the computer could not read it: {what}"),
    }
}

fn megabytes(bytes: u64) -> String {
    let megabytes = bytes as f64 / 1_000_000.0;
    if megabytes < 10.0 {
        format!("{megabytes:.1} MB")
    } else {
        format!("{megabytes:.0} MB")
    }
}

#[cfg(test)]
mod tests {
    use super::skipped;
    use crate::model::SkippedReason;

    #[test]
    fn what_is_no_article_is_said_by_what_it_is() {
        for (reason, words) in [
            (
                SkippedReason::NotText("data".to_owned()),
                "this is data, not a text",
            ),
            (
                SkippedReason::OwnWork("a report".to_owned()),
                "this is a report that Crossread made, not an article",
            ),
            (
                SkippedReason::LinkBroken,
                "it is a link to a file that is not there",
            ),
        ] {
            assert_eq!(skipped(&reason), words);
        }
    }

    #[test]
    fn sizes_are_said_in_megabytes() {
        let reason = SkippedReason::TooLarge {
            size_bytes: 209_715_200,
            limit_bytes: 50_000_000,
        };
        assert_eq!(
            skipped(&reason),
            "the file is too large for one article: 210 MB, and the limit is 50 MB"
        );
    }
}
