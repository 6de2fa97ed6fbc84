//! Menus and boxes that a page copied as text spells out line by line.
//!
//! Owns runs of short lines above the text and what stands between the two links by which a reader
//! of screens passes over a box. Must not touch a headline, a masthead or a writer's name.

use super::forms::{Form, ends_sentence, form_of, is_account, is_body};
use crate::ingest::draft::Draft;
use crate::ingest::metadata::{byline, outlet, section};
use crate::ingest::pattern::pattern;
use crate::model::RemovedKind;

/// Most words of a line of a menu.
const WORDS_MAX: usize = 4;
/// Fewest lines of a menu, and of those that are known to be of one.
const LINES_MIN: usize = 4;
/// See [`LINES_MIN`].
const KNOWN_MIN: usize = 2;
/// Fewest unknown lines at the end of a run that belong to it: one or two may be the headline.
const TRAIL_MIN: usize = 3;
/// Most blocks between the links around a box.
const BOX_BLOCKS_MAX: usize = 20;

pattern!(PASS_OVER, r"(?i)^skip (?:past|to after) (?P<what>.+)$");

/// Takes menus above the text and boxes that can be passed over.
pub(super) fn take(draft: &mut Draft) {
    take_boxes(draft);
    let first = draft
        .blocks
        .iter()
        .position(|block| block.is_kept() && is_body(&block.text))
        .unwrap_or(0);
    let mut from = 0;
    while from < first {
        let length = draft
            .blocks
            .iter()
            .take(first)
            .skip(from)
            .take_while(|block| {
                let other = || form_of(&block.text).is_some() && !is_known(&block.text);
                block.is_kept() && is_short(&block.text) && !other()
            })
            .count();
        take_run(draft, from, from + length);
        from += length + 1;
    }
}

fn is_short(line: &str) -> bool {
    line.split_whitespace().count() <= WORDS_MAX && !ends_sentence(line)
}

/// Whether a line is known to stand in menus.
fn is_known(line: &str) -> bool {
    matches!(form_of(line), Some(Form::Outside(RemovedKind::Furniture)))
        || is_account(line)
        || section::is_section(line)
}

/// Takes a run of short lines if enough of them are known.
fn take_run(draft: &mut Draft, from: usize, to: usize) {
    let lines: Vec<&str> = draft
        .blocks
        .iter()
        .take(to)
        .skip(from)
        .map(|block| block.text.as_str())
        .collect();
    let known: Vec<bool> = lines.iter().map(|line| is_known(line)).collect();
    let Some(last_known) = known.iter().rposition(|known| *known) else {
        return;
    };
    let count = known.iter().filter(|known| **known).count();
    let end = if lines.len() - 1 - last_known >= TRAIL_MIN {
        lines.len()
    } else {
        last_known + 1
    };
    if end < LINES_MIN || count < KNOWN_MIN || count * 4 < end {
        return;
    }
    let taken: Vec<usize> = (0..end)
        .filter(|&at| {
            let line = lines.get(at).copied().unwrap_or_default();
            let next = lines.get(at + 1).copied().unwrap_or_default();
            let writer = byline::is_bare_names(line) && byline::is_role(next);
            let masthead = outlet::is_name(line) && outlet::sounds_like_outlet(line);
            known.get(at) == Some(&true) || !(writer || byline::is_role(line) || masthead)
        })
        .map(|at| from + at)
        .collect();
    for at in taken {
        draft.take_out(at, RemovedKind::Furniture);
    }
}

/// Takes what stands between "skip past …" and "after …".
fn take_boxes(draft: &mut Draft) {
    let mut at = 0;
    while at < draft.blocks.len() {
        let end = draft.blocks.get(at).and_then(|block| {
            let what = PASS_OVER.group(&block.text, "what")?.to_lowercase();
            let close = format!("after {what}");
            draft
                .blocks
                .iter()
                .skip(at + 1)
                .take(BOX_BLOCKS_MAX)
                .position(|later| later.text.to_lowercase() == close)
        });
        if let Some(length) = end {
            for inner in at..=at + 1 + length {
                draft.take_out(inner, RemovedKind::Furniture);
            }
            at += length + 1;
        }
        at += 1;
    }
}

#[cfg(test)]
mod tests {
    use crate::ingest::clean::clean;
    use crate::ingest::draft::{Block, Draft};

    fn cleaned(lines: &[&str]) -> (Vec<String>, Draft) {
        let mut draft = Draft {
            blocks: lines.iter().map(|line| Block::paragraph(*line)).collect(),
            ..Draft::default()
        };
        clean(&mut draft);
        let kept = draft
            .blocks
            .iter()
            .filter(|block| block.is_kept())
            .map(|block| block.text.clone())
            .collect();
        (kept, draft)
    }

    const FIRST: &str = "Engineers warned a year ago that cables of the bridge were badly rusted, a report seen by this paper shows.";
    const SECOND: &str = "Eleven people died when the middle span of the bridge fell into the river on Sunday evening.";

    #[test]
    fn a_menu_goes_and_the_headline_below_it_stays() {
        let (kept, draft) = cleaned(&[
            "Home",
            "News",
            "Sport",
            "Innovation",
            "Arts",
            "Weather",
            "Bridge falls",
            "5 hours ago",
            "Share",
            "Nadia Okafor",
            "Transport correspondent",
            FIRST,
            SECOND,
        ]);
        assert_eq!(kept, [FIRST, SECOND]);
        assert_eq!(draft.found.titles, ["Bridge falls"]);
        assert_eq!(draft.found.bylines, ["Nadia Okafor"]);
    }

    #[test]
    fn the_headline_stands_below_an_address_and_is_no_day() {
        for (above, below) in [
            (vec![], vec!["March 3, 2025"]),
            (vec!["3/3/25 at 1:30 PM"], vec![]),
            (
                vec![],
                vec![
                    "MARCH 3, 2025 | 08: 06AM PT",
                    "Span gives way on second try",
                ],
            ),
        ] {
            let mut lines = vec!["http://paper.example/2025/03/03/bridge - falls.html"];
            lines.extend(above);
            lines.push("Old Velmont Bridge To Fall");
            lines.extend(below);
            lines.push(
                "The Old Velmont Bridge will fall in spring, engineers said on Monday in a report.",
            );
            lines.push(SECOND);
            let (kept, draft) = cleaned(&lines);
            assert_eq!(
                draft.found.titles,
                ["Old Velmont Bridge To Fall"],
                "{lines:?}"
            );
            assert!(kept.contains(&SECOND.to_owned()), "{kept:?}");
        }
    }

    #[test]
    fn what_can_be_passed_over_goes() {
        let (kept, _) = cleaned(&[
            "Bridge falls into river",
            FIRST,
            "skip past newsletter promotion",
            "Our morning mail tells you what is happening and why it matters to you and others.",
            "after newsletter promotion",
            SECOND,
        ]);
        assert_eq!(kept, [FIRST, SECOND]);
    }

    #[test]
    fn writer_and_day_below_a_standfirst_are_found() {
        let standfirst = "A document of February 2024 said that two cables had lost more than a third of their strength.";
        let (kept, draft) = cleaned(&[
            "Bridges",
            "Report warned of rusted cables before bridge fell",
            standfirst,
            "Rescue workers search the river after the collapse [Iris Tan/Example Agency]",
            "Helen Strand and Obi Mensah in Velmont",
            "Published On 3 Mar 2025",
            FIRST,
            SECOND,
        ]);
        assert_eq!(kept, [standfirst, FIRST, SECOND]);
        assert_eq!(draft.found.bylines, ["Helen Strand and Obi Mensah"]);
        assert_eq!(draft.found.dates.len(), 1);
    }
}
