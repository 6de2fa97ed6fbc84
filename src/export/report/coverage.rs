//! The grid of outlets by claims: who tells it, and in whose texts it was not found.

use maud::{Markup, html};

use super::claims::article_link;
use crate::export::marks;
use crate::model::Certainty;
use crate::review::Review;
use crate::view::claims::{Cell, ClaimRow, coverage};
use crate::view::wording;

/// The grid.
pub(super) fn body(review: &Review, rows: &[ClaimRow]) -> Markup {
    let grid = coverage(review, rows);
    html! {
        p.about {
            @if grid.is_by_article {
                "Most of these articles name no outlet, so each column is an article. A dash means that "
                "nothing of the claim was found in its text."
            } @else {
                "A dash means that nothing of the claim was found in the texts of that outlet that were "
                "read; it may have told it elsewhere."
            }
        }
        div.wide role="region" aria-labelledby="coverage-heading" tabindex="0" {
            table.grid-table {
                thead {
                    tr {
                        th scope="col" { "Claim" }
                        @for column in &grid.columns {
                            th scope="col" {
                                @if let Some(outlet) = column.outlet { (marks::outlet(outlet)) " " }
                                @if let Some(article) = &column.article {
                                    (article_link(review, article, &column.name))
                                } @else {
                                    bdi { (column.in_full) }
                                }
                            }
                        }
                    }
                }
                tbody {
                    @for (id, words, cells) in &grid.rows {
                        tr {
                            th scope="row" { a href={ "#claim-" (id) } { bdi { (words) } } }
                            @for cell in cells { (told(cell)) }
                        }
                    }
                }
            }
        }
        @if rows.len() > grid.rows.len() {
            p.small {
                "The grid shows the " (wording::thousands(grid.rows.len()))
                " claims that most articles tell."
            }
        }
    }
}

fn told(cell: &Cell) -> Markup {
    match cell {
        Cell::NotFound => html! { td.quiet { "— not found" } },
        Cell::Told {
            certainty,
            is_first,
            ..
        } => {
            let sign = match certainty {
                Certainty::Stated | Certainty::Attributed => "●",
                Certainty::Hedged | Certainty::Questioned => "○",
                Certainty::Denied => "×",
            };
            html! {
                td.told {
                    span aria-hidden="true" { (sign) " " }
                    (wording::certainty_verb(*certainty))
                    @if *is_first { ", first" }
                }
            }
        }
    }
}
