//! Web archives.

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| crossread_fuzz::read("a.warc", b"WARC/1.0\r\n", bytes));
