//! Mail and pages saved as MHTML.

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| crossread_fuzz::read("a.eml", b"From: a\nMessage-ID: <1>\nDate: x\n", bytes));
