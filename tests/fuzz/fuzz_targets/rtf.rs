//! Rich Text Format.

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| crossread_fuzz::read("a.rtf", b"{\\rtf1 ", bytes));
