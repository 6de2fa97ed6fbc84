//! How a publication date is known.

use crate::model::{DateBasis, Published};

/// One sentence without a full stop: what the date rests on.
pub fn published(published: &Published) -> String {
    let words = published
        .evidence
        .iter()
        .find(|evidence| evidence.basis == published.basis)
        .map_or("", |evidence| evidence.words.as_str());
    let quoted = if words.is_empty() {
        String::new()
    } else {
        format!(": “{words}”")
    };
    match published.basis {
        DateBasis::Metadata => format!("from the details saved with the page or document{quoted}"),
        DateBasis::Url => format!("from the address of the page{quoted}"),
        DateBasis::Dateline => format!("from the dateline{quoted}"),
        DateBasis::Text => format!("worked out from the words of the text{quoted}"),
        DateBasis::File => format!("from the name or time of the file, which may be wrong{quoted}"),
        DateBasis::Reader => "you set this date".to_owned(),
        DateBasis::None => "no date of publication was found in the text or the file".to_owned(),
    }
}
