//! PDF.

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| crossread_fuzz::read("a.pdf", b"%PDF-1.7\n", bytes));
