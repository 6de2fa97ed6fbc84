//! Which of a page's headlines and bylines comes first.
//!
//! Owns the order between what JSON-LD states, what the Readability method reads, what meta tags
//! declare and what the page shows. Must not read the page.

use super::markup::Markup;
use crate::ingest::draft::Found;
use crate::ingest::formats::lines::collapse;
use crate::ingest::metadata::{byline, section, title, window};

/// All evidence of a page, of each kind the strongest first.
pub(super) fn ordered(mut markup: Markup, mut method: Found) -> Found {
    let shown_titles = markup.shown.titles.clone();
    let declared_titles = markup.declared.titles.clone();
    let declared_bylines = markup.declared.bylines.clone();
    method.bylines.retain(|name| {
        let said = |names: &[String]| names.iter().any(|other| other.contains(name.as_str()));
        !said(&markup.commenters)
            || said(&markup.stated.bylines)
            || said(&declared_bylines)
            || said(&markup.shown.bylines)
    });
    unglue(&mut method.bylines, &markup.shown.bylines);
    let from_window = markup
        .window
        .as_deref()
        .and_then(|window| window_outlet(window, &markup));
    let surely: Vec<String> = [&markup.stated.titles, &declared_titles]
        .into_iter()
        .flatten()
        .cloned()
        .collect();
    let mut found = markup.stated;
    found.append(method);
    found.append(markup.declared);
    let mastheads = std::mem::take(&mut markup.shown.outlets);
    found.append(markup.shown);
    found.titles.extend(markup.lower_headings);
    found.outlets.extend(from_window);
    found.outlets.extend(mastheads);
    let headline = found.titles.first().cloned().unwrap_or_default();
    found
        .outlets
        .retain(|name| !title::repeats(name, &headline));
    found.titles = titles(
        found.titles,
        &shown_titles,
        &surely,
        &declared_titles,
        &found.outlets,
        &found.urls,
    );
    let mut lists = declared_bylines;
    lists.extend(markup.writers);
    found.bylines = bylines(found.bylines, &lists, &found.outlets);
    found
}

/// The name of the site beside the headline in the title of the window.
fn window_outlet(window: &str, markup: &Markup) -> Option<String> {
    let headlines: Vec<&str> = [&markup.shown, &markup.stated, &markup.declared]
        .into_iter()
        .flat_map(|found| &found.titles)
        .map(String::as_str)
        .collect();
    let lower: Vec<&str> = markup.lower_headings.iter().map(String::as_str).collect();
    window::site(window, &headlines, &lower).map(str::to_owned)
}

/// The method joins the words of neighbouring elements: where a page shows a name with a space
/// behind it, that name is all there is.
fn unglue(names: &mut [String], shown: &[String]) {
    let bare = |name: &str| {
        let start = name.get(..3).unwrap_or_default();
        let rest = name.get(3..).filter(|_| start.eq_ignore_ascii_case("by "));
        rest.unwrap_or(name).to_owned()
    };
    for name in names {
        let whole = shown.iter().find(|whole| {
            whole.contains(' ')
                && bare(name).strip_prefix(whole.as_str()).is_some_and(|rest| {
                    rest.starts_with(char::is_alphanumeric) || byline::is_role(rest.trim_start())
                })
        });
        if let Some(whole) = whole {
            name.clone_from(whole);
        }
    }
}

/// Headlines without the name of the site, the best first. The title of a window may hold more
/// than the headline that the page shows; what is declared to be the headline does not.
fn titles(
    all: Vec<String>,
    shown: &[String],
    surely: &[String],
    declared: &[String],
    outlets: &[String],
    urls: &[String],
) -> Vec<String> {
    let is_sure = shown.iter().all(|heading| Some(heading) == shown.first())
        || !all.first().is_some_and(|first| declared.contains(first));
    let mut sites: Vec<String> = outlets.to_vec();
    sites.extend(urls.first().and_then(|url| title::host_name(url)));
    let mut out: Vec<String> = Vec::with_capacity(all.len());
    for one in all {
        let one = collapse(&one);
        let bare = title::without_site(&one, &sites);
        if !bare.is_empty() && !title::is_site(bare, &sites) && !section::is_section(bare) {
            out.push(bare.to_owned());
        }
    }
    let better = out.first().and_then(|first| {
        shown
            .iter()
            .find(|heading| {
                title::has_remark(first, heading)
                    || is_sure && title::is_part(heading, first)
                    || !surely.contains(first) && title::goes_on(heading, first)
            })
            .or_else(|| out.iter().find(|other| title::is_cut_short(first, other)))
            .cloned()
    });
    if let Some(better) = better {
        out.insert(0, better);
    }
    out
}

/// Names of persons first; what only repeats the site's name last. `lists` may name more writers.
fn bylines(all: Vec<String>, lists: &[String], outlets: &[String]) -> Vec<String> {
    let persons = |names: String| {
        let kept: Vec<&str> = names
            .split(", ")
            .filter(|name| !title::is_site(name, outlets))
            .collect();
        if kept.is_empty() {
            names
        } else {
            kept.join(", ")
        }
    };
    let (site, mut names): (Vec<String>, Vec<String>) = all
        .into_iter()
        .filter_map(|raw| byline::of_field(&raw))
        .map(persons)
        .partition(|name| title::is_site(name, outlets));
    names.extend(site);
    // The method takes one of several tags of the same kind; together they name all writers.
    let fuller = names.first().and_then(|first| {
        let is_fuller = |other: &&String| {
            let parts: Vec<&str> = other.split(", ").collect();
            parts.len() > first.split(", ").count()
                && parts
                    .iter()
                    .any(|part| title::folded(part) == title::folded(first))
        };
        lists.iter().find(is_fuller).cloned()
    });
    if let Some(fuller) = fuller {
        names.insert(0, fuller);
    }
    names
}
