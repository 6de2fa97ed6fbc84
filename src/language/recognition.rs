//! Which language a text is in, so that a reader is told when it is not English.

/// The language that Crossread reads, as ISO 639-1 has it.
const READ: &str = "en";

/// Longest part of a text that is looked at, in bytes: enough for any decision.
const LOOKED_AT: usize = 8_000;

/// From this share of English function words on, a text in Latin letters is English; trigrams alone
/// are often wrong about a single sentence. News has about a quarter.
const ENGLISH_MIN: f64 = 0.14;

/// From this share on it is not said to be in another language: lists of names, scores and prices
/// hold few function words, whatever their language.
const ANOTHER_MAX: f64 = 0.08;

/// Fewest words in Latin letters, and fewest letters of any other script, of a text that is said to
/// be in another language.
const ANOTHER_LENGTH_MIN: usize = 16;

/// Least confidence in a language of Latin letters. Of 1,586 English texts (news, tweets, reviews,
/// minutes) none is taken for another language by these four limits; of 11,629 single paragraphs two
/// are, both a part of a list of names.
const CONFIDENCE_MIN: f64 = 0.9;

/// The language that a text is in, as ISO 639-1 has it ("en"), or ISO 639-3 where that has no code;
/// by script, function words and trigrams (crate `whatlang`). `None` where the text does not tell:
/// without letters, or too short.
pub fn recognise(text: &str) -> Option<&'static str> {
    let text = text.get(..text.floor_char_boundary(LOOKED_AT))?;
    if whatlang::detect_script(text)? != whatlang::Script::Latin {
        let letters = text.chars().filter(|c| c.is_alphabetic());
        let found = whatlang::detect(text)?;
        return (letters.count() >= ANOTHER_LENGTH_MIN).then(|| two_letters(found.lang().code()));
    }
    let (words, share) = english_share(text);
    if share >= ENGLISH_MIN {
        return Some(READ);
    }
    let found = whatlang::detect(text)?;
    let is_sure = words >= ANOTHER_LENGTH_MIN
        && found.confidence() >= CONFIDENCE_MIN
        && (share < ANOTHER_MAX || found.lang() == whatlang::Lang::Eng);
    is_sure.then(|| two_letters(found.lang().code()))
}

/// Whether Crossread reads a text of this language: English, and what is not known to be anything
/// else.
pub fn is_read(language: Option<&str>) -> bool {
    language.is_none_or(|code| code == READ)
}

/// The name of a language in English ("Arabic"), by its code.
pub fn name_of_language(code: &str) -> Option<&'static str> {
    let three = CODES.iter().find(|(_, two)| *two == code);
    let lang = whatlang::Lang::from_code(three.map_or(code, |(three, _)| three))?;
    // Those that are written in one way and called otherwise by most.
    Some(match lang {
        whatlang::Lang::Cmn => "Chinese",
        whatlang::Lang::Nob => "Norwegian",
        other => other.eng_name(),
    })
}

/// Function words that are frequent in English and not in its neighbours, in order.
const ENGLISH: &[&str] = &[
    "and", "are", "as", "at", "be", "been", "but", "by", "for", "from", "has", "have", "he", "his",
    "how", "if", "into", "it", "its", "not", "on", "or", "said", "says", "she", "than", "that",
    "the", "their", "they", "this", "to", "were", "what", "when", "which", "who", "will", "with",
    "would", "you",
];

/// How many words a text has, and the share of English function words among them, 0 to 1.
fn english_share(text: &str) -> (usize, f64) {
    let (mut words, mut english) = (0_usize, 0_u32);
    for word in text
        .split(|c: char| !c.is_alphabetic())
        .filter(|w| !w.is_empty())
    {
        words += 1;
        english += u32::from(ENGLISH.binary_search(&word.to_lowercase().as_str()).is_ok());
    }
    (words, f64::from(english) / words.max(1) as f64)
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
    use super::{CODES, is_read, name_of_language, recognise};

    #[test]
    fn tells_english_from_others() {
        for (text, code, name) in [
            (
                "The minister said on Monday that the talks would go on.",
                "en",
                "English",
            ),
            ("قال الوزير إن المحادثات ستستمر يوم الاثنين", "ar", "Arabic"),
            (
                "周二，造纸厂发生火灾，警方称有十二人受伤。",
                "zh",
                "Chinese",
            ),
            (
                "Der Minister sagte am Montag, dass die Gespräche weitergehen. Die Gegenseite \
                 wollte sich dazu zunächst nicht äußern.",
                "de",
                "German",
            ),
            (
                "Le ministre a déclaré lundi que les discussions allaient se poursuivre. L'autre \
                 partie n'a pas voulu réagir.",
                "fr",
                "French",
            ),
            (
                "Tolv mennesker blev såret ved en brand på en papirfabrik tirsdag, oplyser politiet. \
                 Borgmesteren sagde, at ilden opstod i fyrrummet. Mere end hundrede brandfolk \
                 arbejdede natten igennem, og årsagen kendes endnu ikke, siger politiet.",
                "da",
                "Danish",
            ),
        ] {
            assert_eq!(recognise(text), Some(code), "{text}");
            assert_eq!(name_of_language(code), Some(name));
            assert_eq!(is_read(Some(code)), code == "en");
        }
    }

    #[test]
    fn a_text_that_does_not_tell_is_read() {
        for text in [
            "12345 ...",
            "",
            "Borussia Dortmund 2, Bayern München 1",
            "Prof David Epstein, Mike Leigh, Prof Michael Rosen, Prof Avi Shlaim, Gillian Slovo, \
             Prof Annabelle Sreberny, Walter Wolfgang, Peter Buckman, Erica Burman, Selma James",
        ] {
            assert!(is_read(recognise(text)), "{text}");
        }
        // A report in English with words of others in it.
        let text = "“Wir werden das nicht hinnehmen”, the chancellor said in the Bundestag, and \
                    added that it would be for the Länder to decide.";
        assert_eq!(recognise(text), Some("en"));
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
