//! The look of the report: its sheet of styles with the fonts inside.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

/// The rules; their colours are those of the window, which a test holds them to.
const RULES: &str = include_str!("../../../assets/report/report.css");

/// Family, weight and file of each face.
const FACES: [(&str, u16, &[u8]); 4] = [
    (
        "Inter",
        400,
        include_bytes!("../../../assets/report/Inter-Regular.woff2"),
    ),
    (
        "Inter",
        600,
        include_bytes!("../../../assets/report/Inter-SemiBold.woff2"),
    ),
    (
        "Source Serif 4",
        400,
        include_bytes!("../../../assets/report/SourceSerif4-Regular.woff2"),
    ),
    (
        "Source Serif 4",
        600,
        include_bytes!("../../../assets/report/SourceSerif4-SemiBold.woff2"),
    ),
];

/// The whole sheet.
pub(super) fn css() -> String {
    let mut sheet = String::from(RULES);
    for (family, weight, file) in FACES {
        sheet.push_str("@font-face{font-family:\"");
        sheet.push_str(family);
        sheet.push_str("\";font-weight:");
        sheet.push_str(&weight.to_string());
        sheet.push_str(";src:url(data:font/woff2;base64,");
        STANDARD.encode_string(file, &mut sheet);
        sheet.push_str(") format(\"woff2\")}\n");
    }
    sheet
}
