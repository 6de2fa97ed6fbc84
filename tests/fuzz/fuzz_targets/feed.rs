//! RSS and Atom.

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| crossread_fuzz::read("a.xml", b"<?xml version=\"1.0\"?><rss>", bytes));
