//! Bytes to text in whatever encoding they are.
//!
//! Owns the choice of encoding and the taming of control characters. Must not judge content.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

/// Bytes of the start of a file that are looked at to guess its encoding.
const SAMPLE_BYTES: usize = 64 * 1024;

/// Mean length of runs of other bytes from which they are words.
const RUN_BYTES_MAX: usize = 3;
/// Latin letters for each of them in a text in which they are strewn.
const LETTERS_PER_BYTE_MIN: usize = 10;

/// Text from bytes: byte-order mark, then `declared`, then valid UTF-8, then a guess from the bytes.
///
/// Broken sequences become U+FFFD; control characters become spaces; line ends become `\n`.
pub(super) fn decode(bytes: &[u8], declared: Option<&str>) -> String {
    let (text, _) = encoding_of(bytes, declared).decode_with_bom_removal(bytes);
    tidy(&text)
}

/// The encoding that `decode` takes.
fn encoding_of(bytes: &[u8], declared: Option<&str>) -> &'static Encoding {
    if let Some((encoding, _)) = Encoding::for_bom(bytes) {
        return encoding;
    }
    if std::str::from_utf8(bytes).is_ok() && !bytes.contains(&0) {
        return UTF_8;
    }
    if let Some(encoding) = without_mark_utf16(bytes) {
        return encoding;
    }
    let declared = declared.and_then(|label| Encoding::for_label(label.trim().as_bytes()));
    if let Some(encoding) = declared
        && encoding != UTF_8
    {
        return encoding;
    }
    if mostly_utf8(bytes) {
        return UTF_8;
    }
    let sample = bytes.get(..SAMPLE_BYTES).unwrap_or(bytes);
    if has_strewn_bytes(sample) {
        return WINDOWS_1252;
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(sample, true);
    detector.guess(None, Utf8Detection::Allow)
}

/// Whether a text in Latin letters has a few bytes of another kind strewn in, quotation marks and the
/// like or damage: in other scripts they would stand in words.
fn has_strewn_bytes(bytes: &[u8]) -> bool {
    let runs = bytes
        .chunk_by(|a, b| a.is_ascii() == b.is_ascii())
        .filter(|run| !run.iter().all(u8::is_ascii));
    let (mut count, mut high) = (0_usize, 0_usize);
    for run in runs {
        count += 1;
        high += run.len();
    }
    let letters = bytes
        .iter()
        .filter(|byte| byte.is_ascii_alphabetic())
        .count();
    high < count * RUN_BYTES_MAX && high * LETTERS_PER_BYTE_MIN < letters
}

/// UTF-16 without a mark: nearly every second byte is zero.
fn without_mark_utf16(bytes: &[u8]) -> Option<&'static Encoding> {
    let sample = bytes.get(..SAMPLE_BYTES).unwrap_or(bytes);
    let pairs = sample.len() / 2;
    if pairs < 2 {
        return None;
    }
    let zeros = |at: usize| {
        sample
            .chunks_exact(2)
            .filter(|pair| pair.get(at) == Some(&0))
            .count()
    };
    let (first, second) = (zeros(0), zeros(1));
    if second * 10 > pairs * 7 && first * 10 < pairs {
        Some(UTF_16LE)
    } else if first * 10 > pairs * 7 && second * 10 < pairs {
        Some(UTF_16BE)
    } else {
        None
    }
}

/// UTF-8 with a few damaged places: more well-formed long sequences than broken ones.
fn mostly_utf8(bytes: &[u8]) -> bool {
    let (mut good, mut bad, mut read) = (0_usize, 0_usize, 0_usize);
    for chunk in bytes.utf8_chunks() {
        good += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        read += chunk.valid().len() + chunk.invalid().len();
        // A file that is cut off may end inside a letter.
        bad += usize::from(!chunk.invalid().is_empty() && read < bytes.len());
    }
    good > bad * 4
}

/// Line ends as `\n`, no byte-order marks, no control characters but line end and tab.
pub(super) fn tidy(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut characters = text.chars().peekable();
    while let Some(character) = characters.next() {
        match character {
            '\r' => {
                if characters.peek() != Some(&'\n') {
                    out.push('\n');
                }
            }
            '\n' | '\t' => out.push(character),
            '\u{2028}' | '\u{85}' => out.push('\n'),
            '\u{2029}' | '\u{c}' => out.push_str("\n\n"),
            '\u{feff}' | '\u{ad}' | '\u{200b}' => {}
            c if c.is_control() => out.push(' '),
            c => out.push(c),
        }
    }
    out
}

/// Whether these bytes can be words at all: few control characters once decoded.
pub(super) fn looks_like_text(bytes: &[u8]) -> bool {
    let sample = bytes.get(..SAMPLE_BYTES.min(bytes.len())).unwrap_or(bytes);
    if sample.is_empty() {
        return false;
    }
    if Encoding::for_bom(sample).is_some() || without_mark_utf16(sample).is_some() {
        return true;
    }
    let control = sample
        .iter()
        .filter(|&&b| b < 0x20 && !matches!(b, b'\n' | b'\r' | b'\t' | 0xc | 0x1b) || b == 0x7f)
        .count();
    control * 100 <= sample.len()
}

#[cfg(test)]
mod tests {
    use super::{decode, looks_like_text};

    #[test]
    fn reads_the_encodings_of_saved_news() {
        let words = "“Cafés in Málaga stayed open”, said José – a naïve hope, as the façade fell. They didn’t know.";
        assert_eq!(decode(words.as_bytes(), None), words);
        let (windows, _, _) = encoding_rs::WINDOWS_1252.encode(words);
        assert_eq!(decode(&windows, None), words);
        assert_eq!(decode(&windows, Some("windows-1252")), words);
        let utf16: Vec<u8> = words.encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert_eq!(decode(&utf16, None), words);
        let mut marked = vec![0xef, 0xbb, 0xbf];
        marked.extend_from_slice(words.as_bytes());
        assert_eq!(decode(&marked, None), words);
    }

    #[test]
    fn one_broken_byte_does_not_spoil_utf8() {
        let mut bytes = "“one” “two” “three” ".as_bytes().to_vec();
        bytes.push(0xff);
        assert!(decode(&bytes, None).starts_with("“one” “two” “three” \u{fffd}"));
    }

    #[test]
    fn damage_and_a_cut_do_not_make_another_script_of_latin_text() {
        let words =
            b"Words \xff\xfe of an article that goes on for a while, as articles do on most days.";
        assert!(decode(words, None).starts_with("Words ÿþ of an article"));
        let cut = "“One” and “two".as_bytes();
        let cut = [cut, &"”".as_bytes()[..2]].concat();
        assert!(decode(&cut, None).starts_with("“One” and “two"));
        let (cyrillic, _, _) =
            encoding_rs::WINDOWS_1251.encode("Стену восстановят до зимы, сказали в совете.");
        assert!(decode(&cyrillic, None).starts_with("Стену восстановят"));
    }

    #[test]
    fn a_wrong_declaration_loses_to_valid_utf8() {
        assert_eq!(decode("é".as_bytes(), Some("iso-8859-1")), "é");
    }

    #[test]
    fn line_ends_and_control_characters_are_tamed() {
        assert_eq!(decode(b"a\r\nb\rc\x07d", None), "a\nb\nc d");
        assert!(!looks_like_text(&[0, 1, 2, 3, 0, 0, 7, 8, 1, 1]));
        assert!(looks_like_text(b"words\n"));
    }
}
