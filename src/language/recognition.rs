//! Which language a text is in, so that a reader is told when it is not English.

/// The language that a text seems to be in.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Recognised {
    /// ISO 639-1 code where there is one ("en"), else ISO 639-3.
    pub code: &'static str,
    /// Name in English ("Arabic").
    pub name: &'static str,
    /// How sure, 0 to 1; single headlines seldom reach more than a half.
    pub confidence: f64,
}

/// Longest part of a text that is looked at, in bytes: enough for any decision.
const LOOKED_AT: usize = 8_000;

/// The language of a text, by trigrams and script (crate `whatlang`); `None` without letters.
pub fn recognise(text: &str) -> Option<Recognised> {
    let mut end = text.len().min(LOOKED_AT);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    let info = whatlang::detect(text.get(..end)?)?;
    let lang = info.lang();
    Some(Recognised {
        code: two_letters(lang.code()),
        name: lang.eng_name(),
        confidence: info.confidence(),
    })
}

/// The two-letter code for a three-letter code; the same where there is none (ISO 639).
fn two_letters(code: &'static str) -> &'static str {
    CODES
        .binary_search_by_key(&code, |&(three, _)| three)
        .ok()
        .and_then(|index| CODES.get(index))
        .map_or(code, |&(_, two)| two)
}

/// Three- and two-letter codes, in order.
const CODES: &[(&str, &str)] = &[
    ("afr", "af"),
    ("aka", "ak"),
    ("amh", "am"),
    ("ara", "ar"),
    ("aze", "az"),
    ("bel", "be"),
    ("ben", "bn"),
    ("bul", "bg"),
    ("cat", "ca"),
    ("ces", "cs"),
    ("cmn", "zh"),
    ("cym", "cy"),
    ("dan", "da"),
    ("deu", "de"),
    ("ell", "el"),
    ("eng", "en"),
    ("epo", "eo"),
    ("est", "et"),
    ("fin", "fi"),
    ("fra", "fr"),
    ("guj", "gu"),
    ("heb", "he"),
    ("hin", "hi"),
    ("hrv", "hr"),
    ("hun", "hu"),
    ("hye", "hy"),
    ("ind", "id"),
    ("ita", "it"),
    ("jav", "jv"),
    ("jpn", "ja"),
    ("kan", "kn"),
    ("kat", "ka"),
    ("khm", "km"),
    ("kor", "ko"),
    ("lat", "la"),
    ("lav", "lv"),
    ("lit", "lt"),
    ("mal", "ml"),
    ("mar", "mr"),
    ("mkd", "mk"),
    ("mya", "my"),
    ("nep", "ne"),
    ("nld", "nl"),
    ("nob", "nb"),
    ("ori", "or"),
    ("pan", "pa"),
    ("pes", "fa"),
    ("pol", "pl"),
    ("por", "pt"),
    ("ron", "ro"),
    ("rus", "ru"),
    ("sin", "si"),
    ("slk", "sk"),
    ("slv", "sl"),
    ("sna", "sn"),
    ("spa", "es"),
    ("srp", "sr"),
    ("swe", "sv"),
    ("tam", "ta"),
    ("tel", "te"),
    ("tgl", "tl"),
    ("tha", "th"),
    ("tuk", "tk"),
    ("tur", "tr"),
    ("ukr", "uk"),
    ("urd", "ur"),
    ("uzb", "uz"),
    ("vie", "vi"),
    ("yid", "yi"),
    ("zul", "zu"),
];

#[cfg(test)]
mod tests {
    use super::{CODES, recognise};

    #[test]
    fn tells_english_from_others() {
        let code = |text| recognise(text).map(|found| (found.code, found.name));
        assert_eq!(
            code("The minister said on Monday that the talks would go on."),
            Some(("en", "English"))
        );
        assert_eq!(
            code("قال الوزير إن المحادثات ستستمر يوم الاثنين"),
            Some(("ar", "Arabic"))
        );
        assert_eq!(
            code("Der Minister sagte am Montag, dass die Gespräche weitergehen."),
            Some(("de", "German"))
        );
        assert_eq!(code("12345 ..."), None);
    }

    #[test]
    fn codes_are_in_order() {
        assert!(CODES.is_sorted());
        for lang in whatlang::Lang::all() {
            assert!(
                CODES.iter().any(|(three, _)| *three == lang.code()),
                "{lang:?}"
            );
        }
    }
}
