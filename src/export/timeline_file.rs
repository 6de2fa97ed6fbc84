//! The timeline as a picture of its own: the drawing of the report with its legend and colours.

use maud::{Markup, PreEscaped, html};

use super::marks;
use super::timeline_svg;
use crate::model::Certainty;
use crate::model::written::GENERATOR;
use crate::review::Review;
use crate::view::labels;
use crate::view::timeline::{TimelineState, timeline};

/// Free space around everything.
const EDGE: f64 = 24.0;
/// Height of the title with the name of the collection.
const HEAD: f64 = 56.0;
/// Height of a line of the legend.
const LINE: f64 = 24.0;
/// Outlets beside each other in the legend.
const ACROSS: usize = 3;
/// Room for the name of one, in characters.
const NAME_MAX: usize = 40;

/// The colours of the light page, for a drawing that stands alone.
const STYLE: &str = "\
text{font-family:Inter,'Helvetica Neue',Arial,sans-serif;font-size:13px;fill:#1f1d1a}\
.title{font-size:17px;font-weight:600}.tick,.small{font-size:12px;fill:#6b665d}\
.grid{stroke:#dcd8cf}.edge{stroke:#6b665d}\
.lane{stroke:#dcd8cf;stroke-width:1.2;stroke-dasharray:1 5;stroke-linecap:round}\
.o0{color:#17578a}.o1{color:#af5126}.o2{color:#2b7a54}.o3{color:#814db3}.o4{color:#99236d}\
.o5{color:#474c4b}\
.shape{fill:currentColor;stroke:currentColor;stroke-width:2;stroke-linejoin:round}\
.hollow .shape{fill:#fbfaf7}\
.cross{stroke:#9c2419;stroke-width:2.2;stroke-linecap:round;fill:none}\
.cross-under{stroke:#fbfaf7;stroke-width:5;stroke-linecap:round;fill:none}";

/// The timeline as a file of its own.
pub(super) fn timeline_svg(review: &Review) -> String {
    let shown = timeline(review, &TimelineState::default());
    let (content, chart_height) = timeline_svg::content(&shown);
    let outlets = shown.outlets.iter();
    let outlets: Vec<(usize, String)> = outlets
        .map(|outlet| (*outlet, labels::outlet(review, *outlet, NAME_MAX)))
        .collect();
    let lines = outlets.len().div_ceil(ACROSS) + 1;
    let legend_top = HEAD + chart_height + LINE;
    let height = legend_top + lines as f64 * LINE + EDGE;
    let width = timeline_svg::WIDTH + 2.0 * EDGE;
    let page = html! {
        svg xmlns="http://www.w3.org/2000/svg" viewBox={ "0 0 " (width) " " (height) }
            width=(width) height=(height) role="img" {
            metadata { (GENERATOR) }
            style { (PreEscaped(STYLE)) }
            rect width="100%" height="100%" fill="#fbfaf7" {}
            text.title x=(EDGE) y="34" { (review.name) ": when each claim was told" }
            g transform={ "translate(" (EDGE) " " (HEAD) ")" } { (content) }
            (legend(&outlets, legend_top))
        }
    };
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n{}\n",
        page.into_string()
    )
}

/// Which outlet has which mark, and what the marks mean.
fn legend(outlets: &[(usize, String)], top: f64) -> Markup {
    let column = timeline_svg::WIDTH / ACROSS as f64;
    html! {
        @for (position, (outlet, name)) in outlets.iter().enumerate() {
            @let x = EDGE + (position % ACROSS) as f64 * column;
            @let y = top + (position / ACROSS) as f64 * LINE;
            g class=(marks::color(*outlet)) {
                (timeline_svg::mark(*outlet, Certainty::Stated, x + 8.0, y - 4.5))
            }
            text x=(x + 24.0) y=(y) { (name) }
        }
        text.small x=(EDGE) y=(top + outlets.len().div_ceil(ACROSS) as f64 * LINE) {
            "Hollow: with doubt. Crossed: denied."
        }
    }
}

#[cfg(test)]
mod tests {
    use super::timeline_svg;
    use crate::review::Review;

    #[test]
    fn a_drawing_of_nothing_is_still_a_whole_file() {
        let review = Review::begun("A & B".to_owned(), Vec::new());
        let drawing = timeline_svg(&review);
        assert!(drawing.starts_with("<?xml"), "{drawing}");
        assert!(drawing.contains("A &amp; B"), "{drawing}");
        assert!(drawing.trim_end().ends_with("</svg>"), "{drawing}");
    }
}
