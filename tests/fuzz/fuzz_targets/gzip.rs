//! Files packed with gzip.

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| crossread_fuzz::read("a.gz", b"\x1f\x8b", bytes));
