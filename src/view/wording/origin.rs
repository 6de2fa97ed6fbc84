//! Why mentions of a claim were taken to rest on one origin.

use crate::model::{Origin, OriginReason};

/// One sentence without a full stop; several reasons are joined.
pub fn origin(origin: &Origin) -> String {
    let mut reasons: Vec<String> = Vec::new();
    for reason in &origin.why {
        let words = origin_reason(reason);
        if !reasons.contains(&words) {
            reasons.push(words);
        }
    }
    if reasons.is_empty() {
        reasons.push(NOTHING_BINDS.to_owned());
    }
    if origin.is_uncertain {
        reasons.push("this is uncertain".to_owned());
    }
    reasons.join("; ")
}

/// What is said of an origin that a single mention rests on.
pub const NOTHING_BINDS: &str = "nothing in the text binds it to another article";

/// One reason, without a full stop.
pub fn origin_reason(reason: &OriginReason) -> String {
    match reason {
        OriginReason::SameCarrier { name, cited } if cited.len() == 2 => {
            format!("both cite {name}")
        }
        OriginReason::SameCarrier { name, .. } => format!("all cite {name}"),
        OriginReason::SharedText(run) => format!("they share the words “{run}”"),
        OriginReason::SameQuotation(words) => {
            format!("they carry the same quotation “{words}”")
        }
        OriginReason::Cites { .. } => "one cites the other".to_owned(),
        OriginReason::SameAgency(name) => format!("both are credited to {name}"),
        OriginReason::Versions => "they are two saves of one article".to_owned(),
        OriginReason::SameSource(name) if super::is_pronoun(name) => {
            "both rest on the word of the same person".to_owned()
        }
        OriginReason::SameSource(name) => format!("both rest on the word of {name}"),
        OriginReason::NoSourceGiven(_) => "one tells it without a source of its own".to_owned(),
        OriginReason::Reader => "you said so".to_owned(),
    }
}
