//! The report: one web page with everything in it, to read, print and send.
//!
//! Owns how the page is laid out. It needs no network and no script, and holds none: fonts, colours
//! and drawings are inside, and a policy in its head forbids a browser to load or run anything.
//! Text of articles reaches the page only through `maud`, which escapes it, and through
//! [`without_controls`].

mod articles;
mod claims;
mod coverage;
mod glance;
mod notes;
mod people;
mod style;
mod timeline;

use maud::{DOCTYPE, Markup, PreEscaped, html};

use super::clean::without_controls;
use crate::language::Engine;
use crate::model::written::GENERATOR;
use crate::review::Review;
use crate::view::claims::{ClaimRow, ClaimsState, rows};
use crate::view::wording;

// Words of a stranger stand in `bdi`, which finds out their direction and lets it reach no further.
// A line of ours that begins with such words is told its direction, or it would take theirs.

/// What a browser may do with the page: show it, with the styles and fonts inside it.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; font-src data:; base-uri 'none'; form-action 'none'";

/// One part of the report.
struct Section {
    /// Where links lead.
    id: &'static str,
    /// Its heading.
    title: &'static str,
    /// What stands under it.
    body: Markup,
}

impl Section {
    const fn new(id: &'static str, title: &'static str, body: Markup) -> Self {
        Self { id, title, body }
    }
}

/// The claims that a report tells apart: those of several articles, and those of one.
struct Claims {
    /// Told by two articles or more, starred ones first, then most widely told.
    shared: Vec<ClaimRow>,
    /// Told by one article only.
    single: Vec<ClaimRow>,
}

impl Claims {
    fn of(review: &Review) -> Self {
        let is_starred =
            |row: &ClaimRow| review.marks(row.id).is_some_and(|marks| marks.is_starred);
        let mut all = rows(review, &ClaimsState::default());
        all.sort_by_key(|row| !is_starred(row));
        let (shared, single) = all.into_iter().partition(|row| row.articles > 1);
        Self { shared, single }
    }
}

/// The whole review as a web page. The same review gives the same bytes.
pub(super) fn report_html(review: &Review) -> String {
    let sections = sections(review);
    let name = &review.name;
    let page = html! {
        (DOCTYPE)
        html lang="en" {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta http-equiv="Content-Security-Policy" content=(POLICY);
                meta name="referrer" content="no-referrer";
                meta name="color-scheme" content="light dark";
                meta name="generator" content=(GENERATOR);
                title { (name) " · Crossread report" }
                style { (PreEscaped(style::css())) }
            }
            body {
                a.skip href="#content" { "Skip to the content" }
                header {
                    p.maker { "Crossread report" }
                    h1 { bdi { (name) } }
                    p.lead { (glance::lead(review)) }
                    p.creed {
                        "This report shows who said what, when, in which words, and on whose word. "
                        "It does not say what is true. Everything in it was found by a program in the "
                        "texts of the articles; read the passage before you rely on it."
                    }
                }
                nav aria-label="Contents" {
                    ol {
                        @for section in &sections {
                            li { a href={ "#" (section.id) } { (section.title) } }
                        }
                    }
                }
                main id="content" {
                    @for section in &sections {
                        section id=(section.id) aria-labelledby={ (section.id) "-heading" } {
                            h2 id={ (section.id) "-heading" } { (section.title) }
                            (section.body)
                        }
                    }
                }
                footer {
                    p {
                        "Made with Crossread " (env!("CARGO_PKG_VERSION")) ", engine " (Engine::VERSION)
                        ", on the computer of the person who sent it. This page holds no script and "
                        "loads nothing from a network."
                    }
                }
            }
        }
    };
    without_controls(page.into_string())
}

fn sections(review: &Review) -> Vec<Section> {
    let claims = Claims::of(review);
    let mut sections = vec![
        Section::new("glance", "At a glance", glance::body(review, &claims)),
        Section::new(
            "claims",
            "Claims told by several articles",
            claims::shared(review, &claims.shared),
        ),
    ];
    if !claims.shared.is_empty() {
        sections.push(Section::new("timeline", "Timeline", timeline::body(review)));
        sections.push(Section::new(
            "coverage",
            "Who tells it",
            coverage::body(review, &claims.shared),
        ));
    }
    sections
        .extend(people::names_used(review).map(|body| Section::new("names", "Names used", body)));
    sections.extend(people::sources(review).map(|body| Section::new("sources", "Sources", body)));
    if !claims.single.is_empty() {
        sections.push(Section::new(
            "single",
            "Claims told by one article",
            claims::single(review, &claims.single),
        ));
    }
    sections.push(Section::new(
        "articles",
        "What was read",
        articles::body(review),
    ));
    if !review.skipped().is_empty() {
        sections.push(Section::new(
            "aside",
            "What could not be read",
            articles::left_aside(review),
        ));
    }
    sections.extend(notes::body(review).map(|body| Section::new("notes", "Notes", body)));
    sections
        .extend(notes::corrections(review).map(|body| Section::new("changes", "Changes", body)));
    sections.push(Section::new(
        "limits",
        "What this report cannot know",
        limits(),
    ));
    sections
}

/// A line for what a long report leaves out; nothing when nothing is.
fn more(left_out: usize, what: &str) -> Markup {
    html! {
        @if left_out > 0 {
            p.small {
                (wording::thousands(left_out)) " more " (what)
                " are not shown here; the tables hold all of them."
            }
        }
    }
}

fn limits() -> Markup {
    html! {
        ul.cannot {
            li { "Whether a claim is true. A claim in ten articles may be wrong, and a claim in one may be right." }
            li { "What no text names. “One origin” means that the texts of this collection show one; two outlets that rest on the same unnamed source look independent." }
            li { "What was not saved. “Not found” means: not found in the text that was read, which may be a part of what was published." }
            li { "Every name and every wording. Names are missed, pronouns are taken for the wrong person, and two wordings of one claim are not always recognised as one." }
            li { "When something was told by the hour. Articles are placed on the day they were published, as far as the file shows one." }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::report_html;
    use crate::model::EntityKind;
    use crate::pipeline::Collection;
    use crate::review::Review;
    use crate::review::testing::{article, collection};

    #[test]
    fn articles_that_name_no_outlet_are_called_by_a_few_of_their_first_words() {
        let told = ["a", "b"].map(|id| {
            let text = format!(
                "In {id} the gate was open, as Lie said on the quay where boats of the whole \
                 valley were waiting in the rain for the tide that would take them home."
            );
            let mut told = article(id, &text);
            told.title = None;
            told.path = format!("{id}.txt");
            told
        });
        let names = [("Lie", EntityKind::Person)];
        let claims: [&[&str]; 1] = [&["the gate was open"]];
        let (documents, analysis) = collection(told.into(), &names, &claims);
        let collection = Collection {
            documents,
            analysis,
            ..Collection::default()
        };
        let report = report_html(&Review::of(String::new(), Vec::new(), collection));
        assert!(report.contains("In a the gate was open, as Lie"));
        assert!(!report.contains("the tide that would take them home"));
    }
}
