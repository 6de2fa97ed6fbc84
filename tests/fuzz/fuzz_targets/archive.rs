//! Packed folders: ZIP, DOCX, ODT, EPUB.

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| crossread_fuzz::read("a.zip", b"PK\x03\x04", bytes));
