//! Amounts as people say them: "about 2,500 troops", "1.4 million US dollars".

use crate::model::{Amount, AmountValue};

/// Currencies by their ISO 4217 codes, in the plural.
const CURRENCIES: [(&str, &str); 30] = [
    ("AED", "Emirati dirhams"),
    ("AUD", "Australian dollars"),
    ("BRL", "Brazilian reais"),
    ("CAD", "Canadian dollars"),
    ("CHF", "Swiss francs"),
    ("CNY", "yuan"),
    ("DKK", "Danish kroner"),
    ("EUR", "euros"),
    ("GBP", "pounds"),
    ("GHS", "Ghanaian cedis"),
    ("HKD", "Hong Kong dollars"),
    ("HUF", "forints"),
    ("IDR", "rupiah"),
    ("ILS", "shekels"),
    ("INR", "Indian rupees"),
    ("IQD", "Iraqi dinars"),
    ("IRR", "Iranian rials"),
    ("JPY", "yen"),
    ("KES", "Kenyan shillings"),
    ("KRW", "won"),
    ("MXN", "Mexican pesos"),
    ("NGN", "naira"),
    ("NOK", "Norwegian kroner"),
    ("PLN", "zlotys"),
    ("RUB", "roubles"),
    ("SAR", "Saudi riyals"),
    ("SEK", "Swedish kronor"),
    ("TRY", "Turkish lira"),
    ("USD", "US dollars"),
    ("ZAR", "rand"),
];

/// What an amount comes to, with what it counts.
pub fn amount(amount: &Amount) -> String {
    let words = value(amount.value);
    let is_one = amount.value == AmountValue::exact(1.0);
    match amount.unit.as_deref() {
        None => words,
        Some("%") => format!("{words}%"),
        Some(unit) if is_one && !amount.is_money => format!("{words} {unit}"),
        Some(unit) => format!("{words} {}", plural(unit)),
    }
}

fn value(value: AmountValue) -> String {
    let words = if (value.low - value.high).abs() < f64::EPSILON {
        large(value.low)
    } else if value.high.is_infinite() {
        format!("{} or more", large(value.low))
    } else if value.low.is_infinite() {
        format!("at most {}", large(value.high))
    } else {
        format!("{} to {}", large(value.low), large(value.high))
    };
    if value.approximate {
        format!("about {words}")
    } else {
        words
    }
}

/// A number, in millions and beyond where that leaves it whole: "1.4 million", "1,425,318".
fn large(number: f64) -> String {
    for (size, name) in [(1e12, "trillion"), (1e9, "billion"), (1e6, "million")] {
        let hundredths = number / size * 100.0;
        if number.abs() >= size && (hundredths - hundredths.round()).abs() < 1e-6 {
            return format!("{} {name}", super::number(hundredths.round() / 100.0));
        }
    }
    super::number(number)
}

/// A thing counted, in the plural: its lemma is an English noun with what belongs to it ("square
/// mile", "mile per hour"), a currency, or a sign that has no plural.
pub fn plural(unit: &str) -> String {
    if let Some((_, name)) = CURRENCIES.iter().find(|(code, _)| *code == unit) {
        return (*name).to_owned();
    }
    for (at, _) in unit.rmatch_indices(' ') {
        let Some((head, rest)) = unit.split_at_checked(at) else {
            continue;
        };
        let follows = rest.trim_start();
        let is_added = ["per ", "of "].iter().any(|word| follows.starts_with(word))
            || follows.starts_with(char::is_uppercase);
        if is_added {
            return format!("{}{rest}", plural(head));
        }
    }
    match unit.rsplit_once(' ') {
        Some((before, noun)) => format!("{before} {}", plural_noun(noun)),
        None => plural_noun(unit),
    }
}

fn plural_noun(noun: &str) -> String {
    let last = noun.chars().next_back();
    if last.is_none_or(|c| !c.is_ascii_lowercase()) || noun.len() < 3 {
        return noun.to_owned();
    }
    match noun {
        "person" => "people".to_owned(),
        "man" | "woman" => noun.replace("man", "men"),
        "child" => "children".to_owned(),
        "foot" => "feet".to_owned(),
        "people" | "police" | "cattle" | "sheep" | "fish" | "aircraft" => noun.to_owned(),
        _ if noun.ends_with("ch") || noun.ends_with("sh") || noun.ends_with(['s', 'x']) => {
            format!("{noun}es")
        }
        _ => match noun.strip_suffix('y') {
            Some(stem) if !stem.ends_with(['a', 'e', 'o', 'u']) => format!("{stem}ies"),
            _ => format!("{noun}s"),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::{amount, plural};
    use crate::model::{Amount, AmountValue, Span};

    fn said(low: f64, high: f64, approximate: bool, unit: Option<&str>) -> String {
        amount(&Amount {
            span: Span::new(0, 1),
            value: AmountValue {
                low,
                high,
                approximate,
            },
            unit: unit.map(str::to_owned),
            is_money: unit.is_some_and(|unit| unit == "USD"),
        })
    }

    #[test]
    fn things_are_counted_in_the_plural() {
        let told = [
            "home",
            "person",
            "people",
            "woman",
            "city",
            "day",
            "box",
            "sheep",
            "%",
            "km",
            "square foot",
            "mile per hour",
            "degree Celsius",
            "barrel of oil",
            "EUR",
        ]
        .map(plural);
        let expected = [
            "homes",
            "people",
            "people",
            "women",
            "cities",
            "days",
            "boxes",
            "sheep",
            "%",
            "km",
            "square feet",
            "miles per hour",
            "degrees Celsius",
            "barrels of oil",
            "euros",
        ];
        assert_eq!(told, expected);
    }

    #[test]
    fn an_amount_reads_as_it_is_said() {
        let most = f64::INFINITY;
        assert_eq!(
            said(200.0, 200.0, true, Some("villager")),
            "about 200 villagers"
        );
        assert_eq!(said(1.0, 1.0, false, Some("home")), "1 home");
        assert_eq!(said(40.0, most, false, Some("person")), "40 or more people");
        assert_eq!(
            said(2.5e6, 2.5e6, false, Some("USD")),
            "2.5 million US dollars"
        );
        assert_eq!(said(1_425_318.0, 1_425_318.0, false, None), "1,425,318");
        assert_eq!(said(-3.5, -3.5, false, Some("%")), "−3.5%");
        assert_eq!(said(3.0, 5.0, false, Some("day")), "3 to 5 days");
    }
}
