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

/// The language of a text, by script, function words and trigrams (crate `whatlang`); `None` without letters.
pub fn recognise(text: &str) -> Option<Recognised> {
    let mut end = text.len().min(LOOKED_AT);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    let text = text.get(..end)?;
    let info = whatlang::detect(text)?;
    let lang = info.lang();
    let share = english_share(text);
    if info.script() == whatlang::Script::Latin && share >= ENGLISH_MIN {
        return Some(Recognised {
            code: "en",
            name: "English",
            confidence: (share / ENGLISH_SURE).clamp(0.0, 1.0),
        });
    }
    Some(Recognised {
        code: two_letters(lang.code()),
        name: lang.eng_name(),
        confidence: info.confidence(),
    })
}

/// From this share of English function words on, a text in Latin letters is English; trigrams alone
/// are often wrong about a single sentence.
const ENGLISH_MIN: f64 = 0.14;

/// From this share on it surely is. News has about a quarter.
const ENGLISH_SURE: f64 = 0.22;

/// Function words that are frequent in English and not in its neighbours, in order.
const ENGLISH: &[&str] = &[
    "and", "are", "as", "at", "be", "been", "but", "by", "for", "from", "has", "have", "he", "his",
    "how", "if", "into", "it", "its", "not", "on", "or", "said", "says", "she", "than", "that",
    "the", "their", "they", "this", "to", "were", "what", "when", "which", "who", "will", "with",
    "would", "you",
];

/// The share of English function words among the words of a text, 0 to 1.
fn english_share(text: &str) -> f64 {
    let (mut words, mut english) = (0_u32, 0_u32);
    for word in text
        .split(|c: char| !c.is_alphabetic())
        .filter(|w| !w.is_empty())
    {
        words += 1;
        english += u32::from(ENGLISH.binary_search(&word.to_lowercase().as_str()).is_ok());
    }
    f64::from(english) / f64::from(words.max(1))
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
