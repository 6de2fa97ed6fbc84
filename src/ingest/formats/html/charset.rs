//! The encoding that a page declares about itself.

use crate::ingest::pattern::pattern;

/// Bytes of a page in which the declaration stands, by the HTML standard and a wide margin.
const REACH_BYTES: usize = 8 * 1024;

pattern!(
    DECLARED,
    r#"(?i)<meta[^>]+charset\s*=\s*["']?\s*(?P<label>[a-z0-9_:.-]+)|<\?xml[^>]+encoding\s*=\s*["'](?P<xml>[a-z0-9_:.-]+)"#
);

/// The label in `<meta charset>` or the XML declaration.
pub(super) fn declared(bytes: &[u8]) -> Option<String> {
    let start = bytes.get(..REACH_BYTES).unwrap_or(bytes);
    let start: String = start.iter().map(|&byte| char::from(byte)).collect();
    let captures = DECLARED.captures(&start)?;
    captures
        .name("label")
        .or_else(|| captures.name("xml"))
        .map(|label| label.as_str().to_owned())
}

#[cfg(test)]
mod tests {
    use super::declared;

    #[test]
    fn both_ways_of_declaring() {
        assert_eq!(declared(b"<meta charset=utf-8>").as_deref(), Some("utf-8"));
        let long = br#"<meta http-equiv="Content-Type" content="text/html; charset=ISO-8859-1">"#;
        assert_eq!(declared(long).as_deref(), Some("ISO-8859-1"));
        assert_eq!(
            declared(b"<?xml version='1.0' encoding='koi8-r'?>").as_deref(),
            Some("koi8-r")
        );
        assert_eq!(declared(b"<p>charset=x</p>"), None);
    }
}
