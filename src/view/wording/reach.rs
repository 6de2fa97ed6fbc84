//! How far a correction reaches, and what one no longer finds.

use crate::review::{Missing, Quote, Reach};

/// "12 mentions in 4 articles".
pub fn reach(reach: &Reach) -> String {
    let articles = super::articles(reach.articles);
    if reach.mentions == 0 {
        return "nothing, it stands so already".to_owned();
    }
    let mentions = if reach.is_of_claims {
        super::count(reach.mentions, "wording", "wordings")
    } else {
        super::mentions(reach.mentions)
    };
    format!("{mentions} in {articles}")
}

/// What a correction would change, as a sentence.
pub fn previewed(found: &Result<Reach, Missing>) -> String {
    match found {
        Ok(found) if found.rereads => {
            let articles = super::articles(found.articles);
            format!("This would read {articles} anew, with every date and claim that rests on it.")
        }
        Ok(found) => format!("This would change {}.", reach(found)),
        Err(lost) => format!("This would change nothing: {}.", missing(lost)),
    }
}

/// Why a correction changes nothing: what it names is not there.
pub fn missing(missing: &Missing) -> String {
    let words = |quote: &Quote| super::shortened(&quote.words, 60);
    match missing {
        Missing::Article(_) => "its article is not among those that are open".to_owned(),
        Missing::Words(quote) => {
            format!("the words “{}” are no longer in the article", words(quote))
        }
        Missing::Mention(quote) => format!("nothing is marked at “{}” any more", words(quote)),
        Missing::Entity(entity) => format!("nobody and nothing is called “{}”", entity.name),
        Missing::Wording(quote) => format!("“{}” makes no claim any more", words(quote)),
        Missing::Claim(claim) => {
            let words = super::shortened(claim.words(), 60);
            format!("no claim has the words “{words}” any more")
        }
    }
}
