//! The timeline as a drawing, with the same in a table for those who cannot see it.

use maud::{Markup, html};

use crate::export::marks;
use crate::export::timeline_svg::{self, Drawing};
use crate::model::{Certainty, Interval};
use crate::review::Review;
use crate::view::timeline::{Timeline, TimelineBy, TimelineState, timeline};
use crate::view::{labels, wording};

/// When claims were told, and when what they tell happened.
pub(super) fn body(review: &Review) -> Markup {
    let shown = |by| {
        let state = TimelineState {
            by,
            ..TimelineState::default()
        };
        timeline(review, &state)
    };
    let told = shown(TimelineBy::Told);
    let mut happened = shown(TimelineBy::Happened);
    // Most claims do not say when they happened: those that do are drawn alone.
    for lane in &mut happened.lanes {
        lane.points.retain(|point| point.days.is_some());
    }
    happened.lanes.retain(|lane| !lane.points.is_empty());
    html! {
        @if told.dated + happened.dated > 0 {
            (legend(review, &told))
        }
        @if told.dated > 0 {
            (figure(&told, Drawing { id: "told", title: "When each claim was told" }))
            (gaps(&told))
        } @else {
            p.none { "None of the articles that tell these claims has a date, so when they were told is not known." }
        }
        @if happened.dated > 0 {
            (figure(&happened, Drawing { id: "happened", title: "When it happened, as the articles tell it" }))
        }
    }
}

/// Room for an outlet in the legend, in characters.
const LEGEND_MAX: usize = 60;

/// Which outlet has which mark, and what the marks mean.
fn legend(review: &Review, shown: &Timeline) -> Markup {
    let doubt = |class: &str, certainty: Certainty| {
        html! {
            svg.mark.o5.(class) viewBox="0 0 20 20" aria-hidden="true" {
                (timeline_svg::mark(0, certainty, 10.0, 10.0))
            }
        }
    };
    html! {
        ul.legend {
            @for outlet in &shown.outlets {
                li { (marks::outlet(*outlet)) bdi { (labels::outlet(review, *outlet, LEGEND_MAX)) } }
            }
            li { (doubt("hollow", Certainty::Hedged)) "hollow: with doubt" }
            li { (doubt("crossed", Certainty::Denied)) "crossed: denied" }
        }
    }
}

fn figure(shown: &Timeline, drawing: Drawing) -> Markup {
    html! {
        figure {
            figcaption {
                h3 id={ "timeline-" (drawing.id) } { (drawing.title) }
                @if let Some((earliest, latest)) = shown.days {
                    p.small { (wording::interval(Interval { earliest, latest })) }
                }
            }
            div.wide role="region" aria-labelledby={ "timeline-" (drawing.id) } tabindex="0" {
                (timeline_svg::draw(shown, drawing))
            }
            details {
                summary { "The same as a table" }
                (table(shown))
            }
        }
    }
}

fn table(shown: &Timeline) -> Markup {
    html! {
        table {
            thead {
                tr {
                    th scope="col" { "Claim" }
                    th scope="col" { "Day" }
                    th scope="col" { "Article" }
                    th scope="col" { "How surely" }
                }
            }
            @for lane in &shown.lanes {
                tbody {
                    @for (row, point) in lane.points.iter().enumerate() {
                        tr {
                            @if row == 0 {
                                th scope="rowgroup" rowspan=(lane.points.len()) {
                                    bdi { (lane.label) }
                                }
                            }
                            td {
                                (point.days.map_or_else(|| wording::NO_DATE.to_owned(), wording::interval))
                            }
                            td { bdi dir="ltr" { (point.heading) } }
                            td { (wording::certainty(point.certainty)) }
                        }
                    }
                }
            }
        }
    }
}

fn gaps(shown: &Timeline) -> Markup {
    let mut lines: Vec<String> = Vec::new();
    if shown.undated > 0 {
        lines.push(format!(
            "{} without a date, at the right edge.",
            wording::count(shown.undated, "telling", "tellings")
        ));
    }
    let crowded = shown
        .lanes
        .iter()
        .map(|lane| lane.points.len().saturating_sub(timeline_svg::POINTS_MAX))
        .sum();
    if crowded > 0 {
        let many = wording::count(crowded, "telling", "tellings");
        lines.push(format!("{many} of much-told claims are not drawn."));
    }
    if shown.more > 0 {
        lines.push(format!(
            "{} more are not drawn.",
            wording::claims(shown.more)
        ));
    }
    html! {
        @if !lines.is_empty() { p.small { (lines.join(" ")) } }
    }
}
