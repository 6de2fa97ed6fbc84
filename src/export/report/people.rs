//! What outlets call the same people, and who is quoted.

use std::collections::BTreeMap;

use maud::{Markup, html};

use super::more;
use crate::compare::names_used::{NamesUsed, OutletNames, names_used as used};
use crate::export::marks;
use crate::model::Entity;
use crate::review::Review;
use crate::view::{labels, sources as quoted, wording};

/// The most people and bodies whose names are set side by side.
const NAMES_MAX: usize = 40;
/// The most ways of calling one of them by one outlet.
const FORMS_MAX: usize = 8;
/// The most outlets of one of them, or articles that name none.
const OUTLETS_MAX: usize = 16;
/// Room for the name of an outlet, in characters; an article without one stands under its opening
/// words.
const OUTLET_MAX: usize = 48;
/// The most sources that are listed.
const SOURCES_MAX: usize = 80;

/// How each outlet calls the same actors, where they differ; `None` when none does.
pub(super) fn names_used(review: &Review) -> Option<Markup> {
    let mut actors: Vec<(NamesUsed, &Entity, usize)> = used(review.documents(), review.analysis())
        .into_iter()
        .filter(differ)
        .filter_map(|names| {
            let entity = review.analysis().entity(names.entity)?;
            let forms = names.outlets.iter().flat_map(|outlet| &outlet.forms);
            let times = forms.map(|form| form.times).sum();
            Some((names, entity, times))
        })
        .collect();
    if actors.is_empty() {
        return None;
    }
    actors.sort_by_key(|(names, entity, times)| {
        (std::cmp::Reverse((names.outlets.len(), *times)), entity.id)
    });
    let at = outlets_by_name(review);
    let left_out = actors.len().saturating_sub(NAMES_MAX);
    actors.truncate(NAMES_MAX);
    Some(html! {
        p.about { "Names, titles and descriptions by outlet, most frequent first, for those whom outlets call differently." }
        div.wide role="region" aria-labelledby="names-heading" tabindex="0" {
            table {
                thead { tr { th scope="col" { "Who or what" } th scope="col" { "Outlet" } th scope="col" { "Called" } } }
                @for (names, entity, _) in &actors {
                    @let rows = names.outlets.len().min(OUTLETS_MAX);
                    tbody {
                        @for (row, outlet) in names.outlets.iter().take(rows).enumerate() {
                            tr {
                                @if row == 0 {
                                    th scope="rowgroup" rowspan=(rows) {
                                        bdi { (entity.name) } br;
                                        span.small { (wording::entity_kind(entity.kind)) }
                                        @if names.outlets.len() > rows {
                                            br;
                                            span.small { "in " (names.outlets.len()) " places, here those with most" }
                                        }
                                    }
                                }
                                td { (outlet_name(review, &at, outlet)) }
                                td { (forms(outlet)) }
                            }
                        }
                    }
                }
            }
        }
        (more(left_out, "names"))
    })
}

/// Whether any two outlets use different names, or any a description.
fn differ(names: &NamesUsed) -> bool {
    let usual = |outlet: &OutletNames| outlet.forms.first().map(|form| form.words.to_lowercase());
    let first = names.outlets.first().and_then(usual);
    names
        .outlets
        .iter()
        .any(|outlet| usual(outlet) != first || outlet.forms.iter().any(|form| !form.is_name))
}

fn outlet_name(review: &Review, at: &BTreeMap<&str, usize>, outlet: &OutletNames) -> Markup {
    let names = &review.index().outlets;
    let known = at.get(outlet.outlet.as_str()).copied();
    html! {
        @match known.filter(|known| names.get(*known).is_some_and(|name| !name.is_empty())) {
            Some(known) => { (marks::outlet(known)) " " bdi { (labels::outlet(review, known, OUTLET_MAX)) } }
            None => { bdi { (outlet.outlet) } }
        }
    }
}

/// Outlets by their names, and by their files the articles that name none.
fn outlets_by_name(review: &Review) -> BTreeMap<&str, usize> {
    let index = review.index();
    let files = review.documents().iter().zip(&index.outlet_of);
    let files = files.map(|(document, at)| (document.article.path.as_str(), *at));
    let names = index.outlets.iter().enumerate();
    files
        .chain(names.map(|(at, name)| (name.as_str(), at)))
        .collect()
}

fn forms(outlet: &OutletNames) -> Markup {
    let left_out = outlet.forms.len().saturating_sub(FORMS_MAX);
    html! {
        @for (position, form) in outlet.forms.iter().take(FORMS_MAX).enumerate() {
            @if position > 0 { ", " }
            bdi { "“" (wording::shortened(&form.words, 60)) "”" }
            @if form.times > 1 { " " span.small { "×\u{a0}" (form.times) } }
        }
        @if left_out > 0 { " and " (left_out) " more" }
    }
}

/// Who is quoted or cited; `None` when nobody is.
pub(super) fn sources(review: &Review) -> Option<Markup> {
    let rows = quoted::rows(review);
    if rows.is_empty() {
        return None;
    }
    Some(html! {
        p.about { "Everyone and everything that an article gives as the source of something it tells." }
        div.wide role="region" aria-labelledby="sources-heading" tabindex="0" {
            table {
                thead {
                    tr {
                        th scope="col" { "Source" }
                        th scope="col" { "How it is given" }
                        th.number scope="col" { "Times" }
                        th.number scope="col" { "Articles" }
                        th scope="col" { "Where" }
                    }
                }
                tbody {
                    @for row in rows.iter().take(SOURCES_MAX) {
                        tr {
                            th scope="row" { bdi { (row.name) } }
                            td.quiet { (wording::source_kind(row.kind)) }
                            td.number { (wording::thousands(row.sayings)) }
                            td.number { (wording::thousands(row.articles.len())) }
                            td { (outlets(review, &row.articles)) }
                        }
                    }
                }
            }
        }
        (more(rows.len().saturating_sub(SOURCES_MAX), "sources"))
    })
}

/// The outlets of these articles, each once, in the order of the articles.
fn outlets(review: &Review, articles: &[usize]) -> Markup {
    let index = review.index();
    let mut found: Vec<usize> = Vec::new();
    for outlet in articles.iter().filter_map(|at| index.outlet_of.get(*at)) {
        if !found.contains(outlet) {
            found.push(*outlet);
        }
    }
    html! {
        @for (position, outlet) in found.iter().enumerate() {
            @if position > 0 { " · " }
            bdi { (labels::outlet(review, *outlet, OUTLET_MAX)) }
        }
    }
}
