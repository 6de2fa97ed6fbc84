//! Makes hostile files. Nothing here is copied from anywhere.

use std::fmt::Write as _;
use std::io::Write as _;

use flate2::Compression;
use flate2::write::GzEncoder;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// Name, bytes, and a part of the sentence when the file must be left aside.
pub(crate) type Hostile = (&'static str, Vec<u8>, Option<&'static str>);

/// All of them.
pub(crate) fn all() -> Vec<Hostile> {
    let mut files = plain();
    files.extend(pages());
    files.extend(markup());
    files.extend(containers());
    files
}

fn plain() -> Vec<Hostile> {
    vec![
        ("empty.txt", Vec::new(), Some("empty")),
        ("blank.txt", b" \n\t\n".to_vec(), Some("empty")),
        (
            "picture.txt",
            b"\x89PNG\r\n\x1a\n0000".to_vec(),
            Some("picture"),
        ),
        (
            "program.html",
            b"\x7fELF\x02\x01\x01\0\0\0".to_vec(),
            Some("program"),
        ),
        ("zeros.txt", vec![0; 100_000], Some("not a text")),
        (
            "noise.txt",
            (0..100_000_u32)
                .map(|n| (n.wrapping_mul(2_654_435_761) >> 24) as u8)
                .collect(),
            Some("not a text"),
        ),
        ("one-line.txt", b"word ".repeat(1_000_000), None),
        ("no-space.txt", vec![b'a'; 4_000_000], None),
        (
            "broken-utf8.txt",
            b"Words \xff\xfe\xc3 of an \xe2\x82 article that goes on for a while, as they do."
                .to_vec(),
            None,
        ),
        (
            "marks.txt",
            "\u{202e}\u{feff}\u{200b}".repeat(10_000).into_bytes(),
            None,
        ),
        (
            "combining.txt",
            format!("a{}", "\u{301}".repeat(100_000)).into_bytes(),
            None,
        ),
        ("dates.txt", b"1 Jan 2024 ".repeat(50_000), None),
        ("brackets.txt", b"(((((\"\"\"\"".repeat(50_000), None),
    ]
}

/// Lists in lists, as deep as they can be written.
fn deep_json() -> String {
    format!("{}{}", "[".repeat(100_000), "]".repeat(100_000))
}

fn pages() -> Vec<Hostile> {
    let json = deep_json();
    vec![
        (
            "deep.html",
            format!("<html><body>{}words", "<div>".repeat(100_000)).into_bytes(),
            None,
        ),
        (
            "deep-spans.html",
            format!(
                "<p>{}words{}</p>",
                "<b><i>".repeat(20_000),
                "</i></b>".repeat(20_000)
            )
            .into_bytes(),
            None,
        ),
        (
            "tables.html",
            "<table><tr><td>".repeat(5_000).into_bytes(),
            None,
        ),
        (
            "attributes.html",
            format!("<html><p {}>words</p>", "a=b ".repeat(100_000)).into_bytes(),
            None,
        ),
        (
            "json-ld.html",
            format!("<html><script type='application/ld+json'>{json}</script><p>words")
                .into_bytes(),
            None,
        ),
        (
            "unclosed.html",
            b"<html><body><p>words <a href=\"".to_vec(),
            None,
        ),
    ]
}

fn markup() -> Vec<Hostile> {
    let mut bomb = String::from("<?xml version=\"1.0\"?><!DOCTYPE lolz [<!ENTITY a \"lol\">");
    for n in 0..20 {
        let _ = write!(bomb, "<!ENTITY a{n} \"&a{0};&a{0};\">", n + 1);
    }
    bomb.push_str("]><rss version=\"2.0\"><channel><title>&a0;</title></channel></rss>");
    let json = deep_json();
    vec![
        ("bomb.xml", bomb.into_bytes(), None),
        ("deep.json", json.into_bytes(), Some("damaged")),
        (
            "long-line.json",
            format!(
                "[{{\"title\":\"A\",\"text\":\"{}\"}}]",
                "word ".repeat(1_000_000)
            )
            .into_bytes(),
            None,
        ),
        ("which.csv", which_column(), Some("which of its columns")),
        ("deep.md", "> ".repeat(50_000).into_bytes(), None),
        (
            "lists.md",
            (0..2_000)
                .map(|n| format!("{}- a\n", " ".repeat(n % 400)))
                .collect::<String>()
                .into_bytes(),
            None,
        ),
        (
            "deep.rtf",
            b"{\\rtf1 "
                .iter()
                .copied()
                .chain(std::iter::repeat_n(b'{', 100_000))
                .collect(),
            None,
        ),
        (
            "numbers.rtf",
            b"{\\rtf1 \\u-99999999999 \\bin99999999999 \\'zz words}".to_vec(),
            None,
        ),
        (
            "wide.csv",
            format!("text\n{}\n", "a,".repeat(200_000)).into_bytes(),
            None,
        ),
    ]
}

/// A table with two columns of long text and no name for either.
fn which_column() -> Vec<u8> {
    let long = "The wall fell again in the night. ".repeat(20);
    format!("a,b,c\n1,{long},{long}\n2,{long},{long}\n").into_bytes()
}

fn containers() -> Vec<Hostile> {
    let mut nested = zip_of(&[("a.txt", b"Words of an article in a box.".to_vec())]);
    for _ in 0..10 {
        nested = zip_of(&[("inner.zip", nested)]);
    }
    let mut gzip = GzEncoder::new(Vec::new(), Compression::best());
    for _ in 0..64 {
        gzip.write_all(&vec![b'a'; 1 << 20]).unwrap();
    }
    let gzip = gzip.finish().unwrap();
    vec![
        ("bomb.zip", zip_of(&[("zeros.txt", vec![b'a'; 64 << 20])]), Some("unpacks")),
        ("bomb.docx", zip_of(&[("word/document.xml", vec![b'a'; 64 << 20])]), Some("unpacks")),
        ("bomb.txt.gz", gzip, Some("unpacks")),
        ("nested.zip", nested, None),
        ("escape.zip", zip_of(&[("../../../tmp/escaped.txt", b"The words of an article that wants to be elsewhere, as they do.".to_vec())]), None),
        ("cut.zip", zip_of(&[("a.txt", b"words".to_vec())])[..20].to_vec(), Some("damaged")),
        ("no-text.docx", zip_of(&[("word/document.xml", b"<w:document/>".to_vec())]), Some("no text")),
        ("deep.docx", zip_of(&[("word/document.xml", "<w:p>".repeat(100_000).into_bytes())]), None),
        ("sheet.xlsx", zip_of(&[("xl/workbook.xml", b"<x/>".to_vec())]), Some("spreadsheet")),
        ("no-package.epub", zip_of(&[("mimetype", b"application/epub+zip".to_vec()), ("META-INF/container.xml", b"<x/>".to_vec())]), Some("damaged")),
        ("cut.pdf", b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R".to_vec(), Some("damaged")),
        ("loop.pdf", pdf_loop(), None),
        ("headers.eml", format!("From: a@b.example\nSubject: x\nMessage-ID: <1>\n{}\n\nwords", "X-A: b\n".repeat(50_000)).into_bytes(), None),
        ("parts.eml", parts(), None),
        ("secret.zip", locked_zip(), Some("password")),
        ("secret.pdf", locked_pdf(), Some("password")),
        ("secret.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1EncryptedPackage".repeat(64), Some("does not read")),
        ("entities.docx", entities_docx(), None),
        ("round.pdf", pdf_round_trailers(), None),
        ("drawn.pdf", pdf_drawing_itself(), None),
        ("packed.pdf", pdf_packed_in_itself(), None),
        ("round.epub", round_book(), None),
        ("messages.mbox", "From a@b.example Tue\nFrom: a@b.example\nSubject: x\nDate: y\n\nwords\n\n".repeat(20_000).into_bytes(), None),
        ("many.zip", many_small(), None),
        ("short.warc", b"WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 99999999999999999999\r\n\r\nHTTP/1.1 200\r\n\r\n".to_vec(), None),
    ]
}

/// Pages that are their own parents.
fn pdf_loop() -> Vec<u8> {
    b"%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 2 /Parent 2 0 R >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n".to_vec()
}

/// An archive whose entry says that it needs a password.
fn locked_zip() -> Vec<u8> {
    let mut bytes = zip_of(&[(
        "a.txt",
        b"The words of an article that nobody may read.".to_vec(),
    )]);
    // The first bit of the flags, in the head of the entry and in the list at the end.
    for (sign, flags) in [(b"PK\x03\x04", 6), (b"PK\x01\x02", 8)] {
        let at = bytes.windows(4).position(|window| window == sign).unwrap();
        bytes[at + flags] |= 1;
    }
    bytes
}

/// A PDF with a key that no empty password opens.
fn locked_pdf() -> Vec<u8> {
    let key = "00".repeat(32);
    let lock = format!(
        "/Encrypt << /Filter /Standard /V 1 /R 2 /O <{key}> /U <{key}> /P -4 >> /ID [<00> <00>]"
    );
    crate::pdf_writer::file(&[], &lock)
}

/// A Word document with entities of entities.
fn entities_docx() -> Vec<u8> {
    let mut xml = String::from("<?xml version=\"1.0\"?><!DOCTYPE w [<!ENTITY a \"words \">");
    for n in 0..30 {
        let before = if n == 0 {
            "a".to_owned()
        } else {
            format!("a{}", n - 1)
        };
        let _ = write!(xml, "<!ENTITY a{n} \"&{before};&{before};\">");
    }
    xml.push_str("<!ENTITY f SYSTEM \"file:///etc/passwd\">]><w:document><w:body><w:p><w:r><w:t>Kept &a29;&f; words</w:t></w:r></w:p></w:body></w:document>");
    zip_of(&[("word/document.xml", xml.into_bytes())])
}

/// Lists of objects that name each other as the one before.
fn pdf_round_trailers() -> Vec<u8> {
    let mut pdf = String::from(
        "%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Type /Pages /Kids [] /Count 0 >>\nendobj\n",
    );
    let at = pdf.len();
    let _ = write!(
        pdf,
        "xref\n0 1\n0000000000 65535 f \ntrailer\n<< /Root 1 0 R /Size 3 /Prev {at} >>\nstartxref\n{at}\n%%EOF\n"
    );
    pdf.into_bytes()
}

/// A page that draws a picture that draws itself, twice.
fn pdf_drawing_itself() -> Vec<u8> {
    b"%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj\n3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 100 100] /Contents 4 0 R /Resources << /XObject << /A 5 0 R >> >> >>\nendobj\n4 0 obj\n<< /Length 5 >>\nstream\n/A Do\nendstream\nendobj\n5 0 obj\n<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /A 5 0 R >> >> /Length 11 >>\nstream\n/A Do /A Do\nendstream\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n".to_vec()
}

/// Objects packed in an object that is packed in itself.
fn pdf_packed_in_itself() -> Vec<u8> {
    b"%PDF-1.5\n1 0 obj\n<< /Type /ObjStm /N 2 /First 8 /Extends 1 0 R /Length 40 >>\nstream\n1 0 2 9 << /A 1 0 R >> << /B 2 0 R >>  \nendstream\nendobj\ntrailer\n<< /Root 2 0 R >>\n%%EOF\n".to_vec()
}

/// A book whose chapters are its own list of chapters.
fn round_book() -> Vec<u8> {
    let package = "<package><manifest><item id='a' href='a.opf'/></manifest><spine><itemref idref='a'/><itemref idref='a'/></spine></package>";
    zip_of(&[
        ("mimetype", b"application/epub+zip".to_vec()),
        (
            "META-INF/container.xml",
            b"<rootfile full-path='a.opf'/>".to_vec(),
        ),
        ("a.opf", package.as_bytes().to_vec()),
    ])
}

/// An archive with more files than are looked at.
fn many_small() -> Vec<u8> {
    let names: Vec<String> = (0..21_000).map(|n| format!("{n}.png")).collect();
    let files: Vec<(&str, Vec<u8>)> = names
        .iter()
        .map(|name| (name.as_str(), b"\x89PNG".to_vec()))
        .collect();
    zip_of(&files)
}

/// A message in a message in a message.
fn parts() -> Vec<u8> {
    let mut inner = "words".to_owned();
    for n in 0..200 {
        inner =
            format!("Content-Type: multipart/mixed; boundary=b{n}\n\n--b{n}\n{inner}\n--b{n}--\n");
    }
    format!("From: a@b.example\nSubject: x\nMIME-Version: 1.0\n{inner}").into_bytes()
}

/// A packed folder of these files.
pub(crate) fn zip_of(files: &[(&str, Vec<u8>)]) -> Vec<u8> {
    let mut writer = ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, bytes) in files {
        writer
            .start_file(*name, SimpleFileOptions::default())
            .unwrap();
        writer.write_all(bytes).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

/// One sound file of each container, to be cut and changed.
pub(crate) fn good_containers() -> Vec<(&'static str, Vec<u8>)> {
    let sentence =
        "The company said on Tuesday that the gate had been opened by hand in the early hours.";
    let docx = format!(
        "<w:document><w:body><w:p><w:r><w:t>{sentence}</w:t></w:r></w:p></w:body></w:document>"
    );
    let odt =
        format!("<office:document-content><text:p>{sentence}</text:p></office:document-content>");
    let sample = concat!(env!("CARGO_MANIFEST_DIR"), "/assets/sample/");
    let pdf = std::fs::read(format!(
        "{sample}Tessary Gazette 31 October 2025 - Wexley goes.pdf"
    ))
    .unwrap();
    let eml = std::fs::read(format!(
        "{sample}Fwd_ Water company chief says no letter of warning reached him.eml"
    ))
    .unwrap();
    vec![
        ("a.txt", format!("Headline of words\n\n{sentence}").into_bytes()),
        ("a.html", format!("<html><title>Headline</title><article><h1>Headline</h1><p>{sentence}</p></article>").into_bytes()),
        ("a.md", format!("# Headline\n\n{sentence}\n\n- one\n- two").into_bytes()),
        ("a.rtf", format!("{{\\rtf1\\ansi {sentence}\\par \\'e9\\u8220?}}").into_bytes()),
        ("a.docx", zip_of(&[("word/document.xml", docx.into_bytes())])),
        ("a.odt", zip_of(&[("mimetype", b"application/vnd.oasis.opendocument.text".to_vec()), ("content.xml", odt.into_bytes())])),
        ("a.zip", zip_of(&[("b.txt", sentence.as_bytes().to_vec())])),
        ("a.pdf", pdf),
        ("a.eml", eml),
        ("a.json", format!("[{{\"title\":\"Headline\",\"text\":\"{sentence}\",\"date\":\"2024-11-05\"}}]").into_bytes()),
        ("a.csv", format!("title,text\nHeadline,\"{sentence}\"\n").into_bytes()),
        ("a.xml", format!("<?xml version='1.0'?><rss version='2.0'><channel><title>Paper</title><item><title>Headline</title><description>{sentence}</description></item></channel></rss>").into_bytes()),
        ("a.warc", format!("WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://a.example/\r\nContent-Length: {}\r\n\r\nHTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<html><p>{sentence}</p>\r\n\r\n", 60 + sentence.len()).into_bytes()),
    ]
}
