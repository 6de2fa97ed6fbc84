//! JSON, one value a line.

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| crossread_fuzz::read("a.jsonl", b"{", bytes));
