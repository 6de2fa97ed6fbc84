//! Units of measure that belong to an amount, and currencies with their ISO 4217 codes.

use crate::annotate::grammar::Cursor;

/// Units of measure as written, with the lemma under which amounts are compared.
const MEASURES: [(&str, &str); 88] = [
    ("square metres", "square metre"),
    ("square meters", "square metre"),
    ("square kilometres", "square kilometre"),
    ("square kilometers", "square kilometre"),
    ("square miles", "square mile"),
    ("square feet", "square foot"),
    ("cubic metres", "cubic metre"),
    ("cubic meters", "cubic metre"),
    ("cubic feet", "cubic foot"),
    ("nautical miles", "nautical mile"),
    ("miles per hour", "mile per hour"),
    ("kilometres per hour", "km per hour"),
    ("kilometers per hour", "km per hour"),
    ("metric tons", "tonne"),
    ("metric tonnes", "tonne"),
    ("basis points", "basis point"),
    ("degrees celsius", "degree Celsius"),
    ("degrees fahrenheit", "degree Fahrenheit"),
    ("degrees", "degree"),
    ("degree", "degree"),
    ("metres", "metre"),
    ("metre", "metre"),
    ("meters", "metre"),
    ("meter", "metre"),
    ("kilometres", "kilometre"),
    ("kilometre", "kilometre"),
    ("kilometers", "kilometre"),
    ("kilometer", "kilometre"),
    ("km", "kilometre"),
    ("centimetres", "centimetre"),
    ("centimeters", "centimetre"),
    ("cm", "centimetre"),
    ("millimetres", "millimetre"),
    ("millimeters", "millimetre"),
    ("mm", "millimetre"),
    ("miles", "mile"),
    ("mile", "mile"),
    ("yards", "yard"),
    ("yard", "yard"),
    ("feet", "foot"),
    ("foot", "foot"),
    ("inches", "inch"),
    ("inch", "inch"),
    ("hectares", "hectare"),
    ("hectare", "hectare"),
    ("acres", "acre"),
    ("acre", "acre"),
    ("litres", "litre"),
    ("litre", "litre"),
    ("liters", "litre"),
    ("liter", "litre"),
    ("gallons", "gallon"),
    ("gallon", "gallon"),
    ("barrels", "barrel"),
    ("barrel", "barrel"),
    ("tonnes", "tonne"),
    ("tonne", "tonne"),
    ("tons", "ton"),
    ("ton", "ton"),
    ("kilograms", "kilogram"),
    ("kilogrammes", "kilogram"),
    ("kilogram", "kilogram"),
    ("kilos", "kilogram"),
    ("kg", "kilogram"),
    ("grams", "gram"),
    ("grammes", "gram"),
    ("ounces", "ounce"),
    ("ounce", "ounce"),
    ("mph", "mile per hour"),
    ("kph", "km per hour"),
    ("megawatts", "megawatt"),
    ("gigawatts", "gigawatt"),
    ("kilowatts", "kilowatt"),
    ("kilotons", "kiloton"),
    ("storey", "storey"),
    ("story", "storey"),
    ("kilowatt hours", "kilowatt hour"),
    ("gigabytes", "gigabyte"),
    ("megabytes", "megabyte"),
    ("terabytes", "terabyte"),
    ("gb", "gigabyte"),
    ("mb", "megabyte"),
    ("tb", "terabyte"),
    ("ghz", "gigahertz"),
    ("mhz", "megahertz"),
    ("mw", "megawatt"),
    ("kwh", "kilowatt hour"),
    ("ml", "millilitre"),
];

const CURRENCIES: [(&str, &str); 78] = [
    ("us dollars", "USD"),
    ("u . s . dollars", "USD"),
    ("canadian dollars", "CAD"),
    ("australian dollars", "AUD"),
    ("hong kong dollars", "HKD"),
    ("dollars", "USD"),
    ("dollar", "USD"),
    ("cents", "US cent"),
    ("cent", "US cent"),
    ("euros", "EUR"),
    ("euro", "EUR"),
    ("pounds sterling", "GBP"),
    ("pounds", "GBP"),
    ("pence", "GB penny"),
    ("yen", "JPY"),
    ("yuan", "CNY"),
    ("renminbi", "CNY"),
    ("rubles", "RUB"),
    ("roubles", "RUB"),
    ("rupees", "INR"),
    ("rupee", "INR"),
    ("swiss francs", "CHF"),
    ("francs", "franc"),
    ("marks", "mark"),
    ("guilders", "NLG"),
    ("kronor", "SEK"),
    ("kroner", "krone"),
    ("lira", "TRY"),
    ("shekels", "ILS"),
    ("dinars", "dinar"),
    ("dirhams", "dirham"),
    ("riyals", "riyal"),
    ("rials", "IRR"),
    ("tomans", "toman"),
    ("pesos", "peso"),
    ("reais", "BRL"),
    ("rand", "ZAR"),
    ("naira", "NGN"),
    ("cedis", "GHS"),
    ("shillings", "shilling"),
    ("baht", "THB"),
    ("ringgit", "MYR"),
    ("rupiah", "IDR"),
    ("dong", "VND"),
    ("won", "KRW"),
    ("zlotys", "PLN"),
    ("forints", "HUF"),
    ("hryvnias", "UAH"),
    ("hryvnia", "UAH"),
    ("ruble", "RUB"),
    ("rouble", "RUB"),
    ("singapore dollars", "SGD"),
    ("new zealand dollars", "NZD"),
    ("taiwan dollars", "TWD"),
    ("namibian dollars", "NAD"),
    ("jamaican dollars", "JMD"),
    ("taka", "BDT"),
    ("takas", "BDT"),
    ("kwacha", "kwacha"),
    ("pula", "BWP"),
    ("birr", "ETB"),
    ("cfa francs", "CFA franc"),
    ("afghanis", "AFN"),
    ("kyats", "MMK"),
    ("kyat", "MMK"),
    ("dram", "AMD"),
    ("lari", "GEL"),
    ("tenge", "KZT"),
    ("krona", "krone"),
    ("krone", "krone"),
    ("koruna", "CZK"),
    ("korunas", "CZK"),
    ("zloty", "PLN"),
    ("dinar", "dinar"),
    ("dirham", "dirham"),
    ("riyal", "riyal"),
    ("rial", "IRR"),
    ("peso", "peso"),
];

const CODES: [&str; 60] = [
    "usd", "eur", "gbp", "jpy", "cny", "chf", "aud", "cad", "inr", "rub", "sek", "nok", "dkk",
    "ils", "iqd", "aed", "sar", "zar", "ngn", "kes", "brl", "mxn", "krw", "try", "nzd", "sgd",
    "hkd", "php", "idr", "myr", "thb", "vnd", "pkr", "bdt", "lkr", "npr", "egp", "qar", "kwd",
    "bhd", "omr", "jod", "lbp", "dzd", "tnd", "ghs", "ugx", "tzs", "rwf", "etb", "zmw", "bwp",
    "nad", "xaf", "xof", "uah", "pln", "huf", "czk", "twd",
];

/// Reads a unit of measure; gives its lemma.
pub(super) fn measure(cursor: &mut Cursor<'_>) -> Option<&'static str> {
    lookup(&MEASURES, cursor)
}

/// Reads the name of a currency; gives its code.
pub(super) fn currency(cursor: &mut Cursor<'_>) -> Option<&'static str> {
    if let Some(code) = lookup(&CURRENCIES, cursor) {
        return Some(code);
    }
    let is_upper = cursor
        .token(0)
        .is_some_and(|t| t.text.chars().all(char::is_uppercase));
    let code = CODES
        .iter()
        .find(|code| is_upper && cursor.lower(0) == **code)?;
    cursor.skip(1);
    Some(code)
}

fn lookup(table: &[(&'static str, &'static str)], cursor: &mut Cursor<'_>) -> Option<&'static str> {
    table
        .iter()
        .find(|(words, _)| cursor.eat_phrase(words))
        .map(|(_, lemma)| *lemma)
}

/// Short forms of currencies that stand before the number, as written.
const LETTERS: [(&str, &str); 18] = [
    ("Rs", "INR"),
    ("Re", "INR"),
    ("Tk", "BDT"),
    ("RM", "MYR"),
    ("Rp", "IDR"),
    ("LE", "EGP"),
    ("SR", "SAR"),
    ("QR", "QAR"),
    ("Dh", "AED"),
    ("Dhs", "AED"),
    ("KD", "KWD"),
    ("BD", "BHD"),
    ("JD", "JOD"),
    ("Sh", "shilling"),
    ("Ksh", "KES"),
    ("KSh", "KES"),
    ("CFA", "CFA franc"),
    ("GH", "GHS"),
];

/// Reads "Rs", "Tk", "RM" and the like before digits; gives the code.
fn letters(cursor: &mut Cursor<'_>) -> Option<&'static str> {
    let mut probe = *cursor;
    let written = probe.token(0)?.text;
    let (_, code) = LETTERS.iter().find(|(letters, _)| *letters == written)?;
    probe.skip(1);
    probe.eat_full_stop();
    if *code == "GHS" && probe.eat_any(&["¢", "₵", "s"]).is_none() {
        return None;
    }
    probe.is_digits(0).then(|| {
        *cursor = probe;
        *code
    })
}

/// Reads a currency sign, with the letters that tell whose dollar it is; gives its code.
pub(super) fn sign(cursor: &mut Cursor<'_>) -> Option<&'static str> {
    if let Some(code) = letters(cursor) {
        return Some(code);
    }
    let mut probe = *cursor;
    let prefix = probe.eat_any(&[
        "us", "a", "c", "hk", "s", "nz", "r", "u", "n", "nt", "j", "g", "gy", "ec", "tt", "fj",
        "au", "ca", "sg", "z", "zim", "l", "bz",
    ]);
    if prefix == Some("u") && !probe.eat_phrase(". s .") {
        return None;
    }
    if prefix.is_some() && !probe.is_glued(0) {
        return None;
    }
    let code = match (prefix, probe.lower(0)) {
        (None | Some("us" | "u"), "$") => "USD",
        (Some("a" | "au"), "$") => "AUD",
        (Some("c" | "ca"), "$") => "CAD",
        (Some("hk"), "$") => "HKD",
        (Some("s" | "sg"), "$") => "SGD",
        (Some("n"), "$") => "NAD",
        (Some("nt"), "$") => "TWD",
        (Some("j"), "$") => "JMD",
        (Some("g" | "gy"), "$") => "GYD",
        (Some("ec"), "$") => "XCD",
        (Some("tt"), "$") => "TTD",
        (Some("fj"), "$") => "FJD",
        (Some("z" | "zim"), "$") => "ZWL",
        (Some("l"), "$") => "LRD",
        (Some("bz"), "$") => "BZD",
        (Some("nz"), "$") => "NZD",
        (Some("r"), "$") => "BRL",
        (None, "£") => "GBP",
        (None, "€") => "EUR",
        (None, "¥") => "JPY",
        (None, "₹") => "INR",
        (None, "₽") => "RUB",
        (None, "₪") => "ILS",
        (None, "₩") => "KRW",
        (None, "₦") => "NGN",
        (None, "₺") => "TRY",
        (None, "₴") => "UAH",
        (None, "₱") => "PHP",
        (None, "₫") => "VND",
        (None, "฿") => "THB",
        (None, "₵") => "GHS",
        (None, "₸") => "KZT",
        (None, "₾") => "GEL",
        (None, "₡") => "CRC",
        (None, "₲") => "PYG",
        _ => return None,
    };
    probe.skip(1);
    *cursor = probe;
    Some(code)
}
