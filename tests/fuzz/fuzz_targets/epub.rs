//! Books: a chapter inside a sound package, or the package itself.

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let (package, chapter): (&[u8], &[u8]) = if bytes.starts_with(b"<package") {
        (bytes, b"<p>A chapter of a few words.</p>")
    } else {
        (b"<manifest><item id='a' href='a.xhtml'/></manifest><spine><itemref idref='a'/></spine>", bytes)
    };
    crossread_fuzz::read_packed("a.epub", &[
        ("mimetype", b"application/epub+zip"),
        ("META-INF/container.xml", b"<rootfile full-path='a.opf'/>"),
        ("a.opf", package),
        ("a.xhtml", chapter),
    ]);
});
