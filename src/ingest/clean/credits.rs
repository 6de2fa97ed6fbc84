//! Who took a picture: credits alone in their line, and behind the words below a picture.
//!
//! Owns their forms. Must not take a paragraph to which a caption was joined.

use crate::ingest::pattern::pattern;

/// Longest credit, in bytes: what is longer may have the first sentence joined to it.
const CREDIT_BYTES_MAX: usize = 180;

pattern!(
    PHOTO_CREDIT,
    r"(?i)^[(\[]?(?:(?:file )?(?:photo(?:graph)?|image|picture|illustration|graphic|video|pic)s?|(?:photo|image|picture|video) (?:credit|source|courtesy|by|via)|credit|getty images?|main (?:photo|image)|featured image|cover (?:photo|image))(?:[:/] ?.+| (?:by|courtesy(?: of)?|credit|via|from)\b:? ?(?-i:\p{Lu})(?:.*[^.!?])?)$|^[(\[].*(?:photo|getty images|reuters|afp|ap photo|epa|shutterstock)(?:[ /][^)\]]{1,60})?[)\]]$"
);
pattern!(
    /// A photographer and an agency, with a stroke between.
    STROKE_CREDIT,
    r"^\p{Lu}[\p{L}.'’-]*(?: \p{Lu}[\p{L}.'’-]*){0,3}(?:/\p{Lu}[\p{L}.'’&-]*(?: (?:\p{Lu}[\p{L}.'’&-]*|of|via|and)){0,4}){1,3}(?:,? Purchase Licensing Rights)?\.?$"
);
pattern!(
    /// Who took the picture, behind the words below it.
    CREDIT_BEHIND,
    r"(?:^|[.!?] |\()(?P<credit>(?:Photo(?:graph)?s?|Image|Picture|Illustration|Credit)(?: credit)?(?: by|:) ?\p{Lu}[^.!?]{2,60}\)?\.?)$"
);
pattern!(
    /// The same in brackets.
    BRACKETS,
    r"(?P<credit>[\[(][^\[\]()]*(?:/\p{Lu}|\bPhoto\b|Getty Images)[^\[\]()]*[\])])\.?$"
);
pattern!(
    /// The same as some papers print it below a picture.
    DOTTED,
    r"(?P<credit>Credit\.\.\. ?\p{Lu}.*)$"
);
pattern!(
    /// What is on a picture, told to those who do not see it: the agency comes first.
    TOLD,
    r"^(?:Getty Images|EPA(?:-EFE)?|Reuters|AFP|AP|PA(?: Media)?|BBC|Shutterstock|Alamy|Handout)(?:/\p{Lu}\S*)? \p{Lu}"
);
/// What such a credit begins with.
const CREDIT_WORDS: [&str; 5] = ["Photo", "Image", "Picture", "Illustration", "Credit"];
pattern!(
    /// Where one sentence ends and another begins.
    SENTENCES,
    r"[.!?][”\x22’)]* +[“\x22‘(]?\p{Lu}"
);

/// Whether a line says who took a picture, with or without what is on it.
pub(super) fn is_picture_line(line: &str) -> bool {
    line.len() <= CREDIT_BYTES_MAX && PHOTO_CREDIT.is_match(line) || is_credited_caption(line)
}

/// Whether a line is one sentence with who took the picture behind it: more sentences could be a
/// paragraph to which a caption was joined.
fn is_credited_caption(line: &str) -> bool {
    let labelled = || {
        CREDIT_WORDS
            .iter()
            .any(|word| line.contains(word))
            .then(|| CREDIT_BEHIND.group(line, "credit"))
            .flatten()
    };
    // The names behind the last sentence, with a stroke between them.
    let signed = || {
        let (_, names) = line.rsplit_once(". ")?;
        (names.contains('/') && STROKE_CREDIT.is_match(names)).then_some(names)
    };
    let bracketed = || {
        line.ends_with([')', ']'])
            .then(|| BRACKETS.group(line, "credit"))
            .flatten()
    };
    let dotted = || {
        line.contains("Credit...")
            .then(|| DOTTED.group(line, "credit"))
            .flatten()
    };
    labelled()
        .or_else(signed)
        .or_else(bracketed)
        .or_else(dotted)
        .and_then(|credit| line.strip_suffix(credit))
        .is_some_and(|caption| !SENTENCES.is_match(caption.trim_end()))
}

pattern!(
    /// What is on a picture, as it is told to those who do not see it.
    SHOWN,
    r"^(?:An? )?(?i:illustration|photo(?:graph)?|image|picture|graphic|screenshot|map|chart|cartoon|drawing|painting|portrait) (?:of|showing|shows|depicting)\b.*[^.!?]$"
);

/// Whether a line tells what kind of picture stands there and what is on it.
pub(super) fn is_shown_picture(line: &str) -> bool {
    SHOWN.is_match(line)
}

/// Whether a line tells what is on a picture, the agency before it.
pub(super) fn is_told_picture(line: &str) -> bool {
    !line.ends_with(['.', '!', '?', '"', '”']) && TOLD.is_match(line)
}

/// Whether a line is a photographer's credit and nothing else.
pub(super) fn is_stroke_credit(line: &str) -> bool {
    STROKE_CREDIT.is_match(line.trim())
}

#[cfg(test)]
mod tests {
    use super::{is_picture_line, is_stroke_credit};

    #[test]
    fn credits_are_known_and_sentences_about_pictures_are_none() {
        for line in [
            "Photo: Example Agency",
            "Photograph by Tom Reilly",
            "The wall on Monday. Photograph: Tom Reilly/Example Agency",
            "The wall, seen from the east. Tom Reilly/Example Agency",
            "Rescue workers search the river after the collapse [Iris Tan/Example Agency]",
            "1 of 4 | A woman lays flowers near the wall on Monday. (EX Photo/Iris Tan)",
            "The wall on Monday.Credit...Iris Tan for The Example Times",
        ] {
            assert!(is_picture_line(line), "{line}");
        }
        for line in [
            "Video from the scene showed smoke over the port.",
            "Images from Ostrel showed the wall in the water.",
            "The Reuters/Ipsos poll showed her doing better than in other polls.",
            "The ministry said on Monday that nobody was hurt. (Reuters)",
            "He was a learned man. He was read by all. Image: Harbour Museum.",
        ] {
            assert!(!is_picture_line(line), "{line}");
        }
        assert!(is_stroke_credit("Ivo Marek/AFP/Getty Images"));
        assert!(!is_stroke_credit("Home / News / Local"));
    }
}
