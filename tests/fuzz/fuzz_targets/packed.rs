//! Files of any kind inside a sound archive; the first line is the name.

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let mut parts = bytes.splitn(2, |&byte| byte == b'\n');
    let name = String::from_utf8_lossy(parts.next().unwrap_or_default());
    crossread_fuzz::read_packed("a.zip", &[(&name, parts.next().unwrap_or_default())]);
});
