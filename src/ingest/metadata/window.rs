//! The title of a window, or the first line of a saved page: a headline with the site's name beside it.
//!
//! Owns telling the two apart by the headline that the page shows. Must not choose the headline.

use super::{byline, outlet, section, title};

/// Likeness from which a title tells a headline of the page.
const LIKENESS_MIN: f64 = 0.6;
/// Separators that stand beside the name of a site and hardly inside a headline.
const CLEAR: &[char] = &['|', '»', '«', '›', '·', '•', '｜'];

/// The name of the site beside a headline in `window`: what is left where the rest tells one of
/// `headlines`. Of `lower` headings only those that are repeated to the letter count, and only beside a
/// name that sounds like one or that is set off clearly.
pub(in crate::ingest) fn site<'w>(
    window: &'w str,
    headlines: &[&str],
    lower: &[&str],
) -> Option<&'w str> {
    let tells = |rest: &str| {
        headlines
            .iter()
            .filter(|headline| **headline != window)
            .any(|headline| {
                title::repeats(rest, headline)
                    || title::goes_on(headline, rest)
                    || title::is_part(headline, rest)
                    || title::likeness(rest, headline) >= LIKENESS_MIN
            })
    };
    let is_named = |name: &str| {
        let name = title::folded(name);
        let mut all = headlines.iter().chain(lower);
        all.any(|headline| {
            let said = title::folded(headline);
            !title::repeats(headline, window) && said != name && said.contains(&name)
        })
    };
    title::pieces(window).into_iter().find_map(|(name, rest)| {
        let sounds = outlet::sounds_like_outlet(name);
        let clear = window
            .split(CLEAR)
            .any(|part| title::folded(part) == title::folded(name));
        let leads = window.starts_with(name);
        // What stands before a colon is a topic, unless the page has it in a line of its own.
        let alone = headlines.iter().chain(lower).any(|line| *line == name);
        let sounds = sounds && (alone || !window.starts_with(&format!("{name}: ")));
        let rest_tells = tells(rest) || title::pieces(rest).iter().any(|(_, part)| tells(part));
        let told = rest_tells && (sounds || clear || !leads)
            || (sounds || clear) && lower.iter().any(|heading| title::repeats(rest, heading));
        let is_site = told
            && outlet::is_name(name)
            && name.chars().filter(|c| c.is_alphabetic()).count() * 2 > name.chars().count()
            && !section::is_section(name)
            && byline::read(name).is_none()
            && !is_named(name);
        is_site.then_some(name)
    })
}

#[cfg(test)]
mod tests {
    use super::site;

    #[test]
    fn what_stands_beside_the_headline_is_the_site() {
        let headline = "Wall falls again as the storm comes";
        for (window, name) in [
            (
                "Wall falls again | Ostrel | Harbour Post",
                Some("Harbour Post"),
            ),
            (
                "Wall falls again as the storm comes - Le Courrier du Port",
                Some("Le Courrier du Port"),
            ),
            (
                "Harbour News - Region - Wall falls again as the storm comes",
                Some("Harbour News"),
            ),
            ("Ostrel – Wall falls again as the storm comes", None),
            ("Wall falls again as the storm comes - Politics", None),
            ("Wall falls again as the storm comes", None),
        ] {
            assert_eq!(site(window, &[headline], &[]), name, "{window}");
        }
        let lower = ["Wall falls again"];
        assert_eq!(
            site("THE PORT | Wall falls again", &[], &lower),
            Some("THE PORT")
        );
        assert_eq!(site("Storms — Wall falls again", &[], &lower), None);
    }
}
