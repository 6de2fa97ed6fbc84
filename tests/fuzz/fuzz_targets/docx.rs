//! Word documents: the XML of the text inside a sound package.

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| crossread_fuzz::read_packed("a.docx", &[("word/document.xml", bytes)]));
