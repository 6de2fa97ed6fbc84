//! Pages saved as MHTML.

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| crossread_fuzz::read("a.mhtml", b"From: <Saved by Blink>\nSnapshot-Content-Location: https://a.example/a\nMIME-Version: 1.0\nContent-Type: multipart/related; boundary=b\n\n--b\nContent-Type: text/html\n", bytes));
