//! OpenDocument texts: the XML of the text inside a sound package.

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| crossread_fuzz::read_packed("a.odt", &[("mimetype", b"application/vnd.oasis.opendocument.text"), ("content.xml", bytes)]));
