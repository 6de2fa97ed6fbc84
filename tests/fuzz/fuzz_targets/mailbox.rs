//! Mailboxes.

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| crossread_fuzz::read("a.mbox", b"From a\nFrom: a\nDate: x\n\n", bytes));
