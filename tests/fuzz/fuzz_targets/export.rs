//! Exports of news databases: text with many articles.

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| crossread_fuzz::read("a.txt", b"A paper\nNovember 5, 2024\nEnd of Document\n_______________________\n", bytes));
