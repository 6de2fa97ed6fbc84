//! Books: a chapter inside a sound package, and the package itself.

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    crossread_fuzz::read_packed("a.epub", &[
        ("mimetype", b"application/epub+zip"),
        ("META-INF/container.xml", b"<rootfile full-path='a.opf'/>"),
        ("a.opf", b"<manifest><item id='a' href='a.xhtml'/></manifest><spine><itemref idref='a'/></spine>"),
        ("a.xhtml", bytes),
    ]);
    crossread_fuzz::read_packed("a.epub", &[
        ("mimetype", b"application/epub+zip"),
        ("META-INF/container.xml", b"<rootfile full-path='a.opf'/>"),
        ("a.opf", bytes),
        ("a.xhtml", b"<p>A chapter of a few words.</p>"),
    ]);
});
