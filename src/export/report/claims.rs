//! The claims: who tells each in which words, and where it came from.

use std::collections::BTreeSet;

use maud::{Markup, html};

use super::more;
use crate::export::marks;
use crate::model::{ArticleId, Claim, ClaimId};
use crate::review::Review;
use crate::view::claims::{ClaimDetail, ClaimRow, Wording, detail, remark, source_of};
use crate::view::proof::{self, OriginProof};
use crate::view::{labels, statements, wording};

/// The most claims of several articles that are told in full.
const SHARED_MAX: usize = 300;
/// The most claims of one article that are listed.
const SINGLE_MAX: usize = 600;
/// The most wordings of one claim that are shown.
const WORDINGS_MAX: usize = 40;

/// Every claim of several articles, in full.
pub(super) fn shared(review: &Review, rows: &[ClaimRow]) -> Markup {
    html! {
        @if rows.is_empty() {
            p.none { "No claim was found that two articles or more tell." }
        } @else {
            p.about {
                "Each claim stands in the clearest words found for it, verbatim from one article. "
                "Below are all its wordings in order of telling; words that the clearest wording does "
                "not have are underlined, unless it is told in other words throughout; the rest of a "
                "sentence is grey. An origin is "
                "the way by which a claim came into these articles: three outlets that cite one report "
                "are one origin."
            }
            @let shown: BTreeSet<ClaimId> = rows.iter().take(SHARED_MAX).map(|row| row.id).collect();
            @for row in rows.iter().take(SHARED_MAX) {
                (claim(review, row, &shown))
            }
            (more(rows.len().saturating_sub(SHARED_MAX), "claims"))
        }
    }
}

fn claim(review: &Review, row: &ClaimRow, shown: &BTreeSet<ClaimId>) -> Markup {
    let Some((claim, opened)) = review.analysis().claim(row.id).zip(detail(review, row.id)) else {
        return html! {};
    };
    let origins = proof::origins(review, claim);
    html! {
        article.claim id={ "claim-" (claim.id) } aria-labelledby={ "claim-" (claim.id) "-words" } {
            h3 id={ "claim-" (claim.id) "-words" } { bdi { (row.statement) } }
            (facts(review, claim, row))
            div.body {
                div { (wordings(review, &opened)) }
                div {
                    (origins_list(review, &origins))
                    (related(&opened, shown))
                }
            }
        }
    }
}

fn facts(review: &Review, claim: &Claim, row: &ClaimRow) -> Markup {
    let remark = remark(review, claim);
    let is_starred = review.marks(claim.id).is_some_and(|marks| marks.is_starred);
    html! {
        p.facts {
            @if is_starred {
                span.star { "★ starred by the reader" }
            }
            span { "in " b { (wording::articles(row.articles)) } }
            span {
                b { (wording::count(row.origins, "independent origin", "independent origins")) }
            }
            span { (wording::first_last(row.days)) }
            span { (marks::ladder(&row.course)) }
            @if !remark.is_empty() {
                span.remark { (remark) }
            }
        }
    }
}

fn wordings(review: &Review, opened: &ClaimDetail) -> Markup {
    let all = opened.told().count();
    html! {
        h4 { (wording::count(all, "wording", "wordings")) ", in order of telling" }
        ol.wordings {
            @for (_, told) in opened.told().take(WORDINGS_MAX) {
                li { (told_by(review, told)) }
            }
        }
        (more(all.saturating_sub(WORDINGS_MAX), "wordings"))
    }
}

fn told_by(review: &Review, told: &Wording) -> Markup {
    let [before, after] = &told.around;
    html! {
        p.who {
            (marks::outlet(told.outlet))
            (article_link(review, &told.place.0, &told.heading))
            span.certainty.(marks::class(told.certainty)) { (wording::certainty(told.certainty)) }
            @if told.is_otherwise { span.certainty { (wording::OTHERWISE) } }
        }
        blockquote {
            bdi {
                @if !before.is_empty() { span.around { (before) } }
                @for (words, differs) in &told.pieces {
                    @if *differs { mark { (words) } } @else { (words) }
                }
                @if !after.is_empty() { span.around { (after) } }
            }
        }
        @if !told.source.is_empty() {
            p.small { "On the word of: " bdi { (told.source) } }
        }
        @if !told.why.is_empty() {
            p.small.why { "Put with the others because: " bdi dir="ltr" { (wording::list(&told.why)) } "." }
        }
    }
}

/// The name of an article as a link to where the report says what it is.
pub(super) fn article_link(review: &Review, id: &ArticleId, words: &str) -> Markup {
    html! {
        @if let Some(position) = review.index().position(id) {
            a href={ "#article-" (position + 1) } { bdi dir="ltr" { (words) } }
        } @else {
            bdi dir="ltr" { (words) }
        }
    }
}

fn origins_list(review: &Review, origins: &[OriginProof]) -> Markup {
    html! {
        h4 { (wording::count(origins.len(), "independent origin", "independent origins")) }
        ol.origins {
            @for origin in origins {
                li {
                    b { bdi dir="ltr" { (origin.name) } }
                    @if origin.is_uncertain { " (perhaps not independent)" }
                    ul {
                        @for (id, heading) in &origin.articles {
                            li { (article_link(review, id, heading)) }
                        }
                    }
                    @for proof in &origin.proofs {
                        p.proof { bdi dir="ltr" { (proof.why) } }
                        @for passage in &proof.passages {
                            p.proof { bdi dir="ltr" { (passage.heading) } ": " q { bdi { (passage.words) } } }
                        }
                    }
                }
            }
        }
    }
}

fn related(opened: &ClaimDetail, shown: &BTreeSet<ClaimId>) -> Markup {
    html! {
        @if !opened.related.is_empty() {
            h4 { "Related claims" }
            ul.related {
                @for (id, words, how) in &opened.related {
                    li {
                        (how) ": "
                        @if shown.contains(id) {
                            a href={ "#claim-" (id) } { bdi { (words) } }
                        } @else {
                            bdi { (words) }
                        }
                    }
                }
            }
        }
    }
}

/// Claims that one article alone tells, by article, in the order of the collection.
pub(super) fn single(review: &Review, rows: &[ClaimRow]) -> Markup {
    let shown = rows.iter().take(SINGLE_MAX);
    let mut found: Vec<(usize, &Claim)> = shown
        .filter_map(|row| {
            let claim = review.analysis().claim(row.id)?;
            let at = review.index().position(&claim.mentions.first()?.article)?;
            Some((at, claim))
        })
        .collect();
    found.sort_by_key(|(at, claim)| (*at, claim.mentions.first().map(|m| m.span)));
    html! {
        p.about {
            "Nothing like these was found in another article of this collection. That says nothing "
            "about whether they are right."
        }
        @for group in found.chunk_by(|a, b| a.0 == b.0) {
            @if let Some(mention) = group.first().and_then(|(_, claim)| claim.mentions.first()) {
                h3.story {
                    (article_link(review, &mention.article, &labels::outlet_day(review, &mention.article)))
                }
            }
            ul.plain {
                @for (_, claim) in group {
                    (single_line(review, claim))
                }
            }
        }
        (more(rows.len().saturating_sub(SINGLE_MAX), "claims"))
    }
}

fn single_line(review: &Review, claim: &Claim) -> Markup {
    let Some(mention) = claim.mentions.get(claim.statement) else {
        return html! {};
    };
    let words = statements::quoted(review, claim, 320);
    let mut facts = vec![
        source_of(review, mention),
        wording::certainty(mention.certainty).to_owned(),
    ];
    facts.retain(|fact| !fact.is_empty());
    html! {
        li {
            span.quoted { bdi { (words) } }
            " "
            span.small { bdi dir="ltr" { (facts.join(" · ")) } }
        }
    }
}
