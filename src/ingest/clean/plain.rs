//! Cleaning one article that came without markup, or what markup left.

use super::forms::{Form, form_of, is_body};
use super::{around, forms, lead, menus, tail};
use crate::ingest::draft::{Block, BlockKind, Draft, Found};
use crate::ingest::metadata::{agency, byline, outlet, title, window};
use crate::ingest::pattern::pattern;
use crate::ingest::published::dateline;
use crate::model::RemovedKind;

/// Blocks at the end in which a paper says who wrote.
const CLOSING_BLOCKS: usize = 4;
/// Lines above the text among which the headline is.
const HEAD_LINES_MAX: usize = 12;
/// Fewest words of one.
const HEADLINE_WORDS_MIN: usize = 3;
/// Blocks at the start in which it does.
const OPENING_BLOCKS: usize = 3;

pattern!(
    /// What follows the name of a writer whom the paper presents.
    ABOUT_WRITER,
    r"(?i)^,? (?:is|was|has|covers|writes|reports|works|lives|holds|serves|teaches|can be|joined)\b"
);

pattern!(
    /// A surname with a title before it.
    TITLED,
    r"^(?:mr|ms|mrs|miss|dr|prof|professor|sir|dame)\.? (?P<rest>.+)$"
);

pattern!(
    /// What follows the first name alone.
    WRITES,
    r"^,? (?:covers|writes|reports|joined|previously|has (?:been )?(?:report|cover|writ|work)\w+|is (?:an?|the) [^.]{0,60}\b(?:reporter|correspondent|editor|journalist|columnist|writer|fellow|chief))\b"
);
pattern!(
    /// Who somebody is, as a paper presents a writer it does not name elsewhere.
    ABOUT_SOMEBODY,
    r"^(?:About )?(?P<name>\p{Lu}[\p{L}.’'-]*(?: (?:\p{Lu}[\p{L}.’'-]*|de|der|van|von|al|bin|la)){1,3}),? (?:is|was|has been|covers|writes|reports|works) [^“”\x22]{0,120}\b(?i:writer|reporter|correspondent|editor|journalist|columnist|contributor|author|blogger|professor|lecturer|fellow|founder|consultant|analyst|producer|researcher|freelancer?)s?\b"
);

pattern!(
    /// Where a program says it took the article from.
    SAVED_FROM,
    r"(?i)^this (?:article|page|file|document) was (?:downloaded|saved|printed|archived|exported)\b.{0,60} from (?P<url>https?://\S+)$"
);

/// Takes site words out of a draft and notes the evidence they carry.
pub(in crate::ingest) fn clean(draft: &mut Draft) {
    if !draft.has_markup {
        around::take_link_words(draft);
        menus::take(draft);
        around::take_torn_dateline(draft);
        around::take_boxes(draft);
    }
    let forms: Vec<Option<Form>> = draft
        .blocks
        .iter()
        .map(|block| block.is_kept().then(|| form_of(&block.text)).flatten())
        .collect();
    let body: Vec<usize> = draft
        .blocks
        .iter()
        .zip(&forms)
        .enumerate()
        .filter(|(_, (block, form))| {
            form.is_none()
                && block.is_kept()
                && is_body(&block.text)
                && !lead::is_date_line(&block.text)
        })
        .map(|(at, _)| at)
        .collect();
    let mut found = Found::default();
    note_site_words(draft, &mut found);
    if let (Some(&first), Some(&last)) = (body.first(), body.last()) {
        let around = if draft.has_markup {
            lead::read_around(draft, first, last)
        } else {
            Found::default()
        };
        if !draft.has_markup {
            take_window_title(draft, first);
        }
        let first = lead::end(draft, first);
        let above = lead::read(draft, first, &found.outlets);
        merge_front(&mut found, above);
        found.append(around);
        take_forms(draft, &forms, first, last);
        take_closing_byline(draft, last, &mut found);
    } else {
        take_forms(draft, &forms, draft.blocks.len(), draft.blocks.len());
    }
    take_about_writer(draft, &found);
    if !draft.has_markup {
        around::take_beside(draft);
    }
    take_closing_headings(draft);
    take_repeated_title(draft, &found);
    note_dateline(draft, &mut found);
    let writers: Vec<String> = [&draft.found.bylines, &found.bylines]
        .into_iter()
        .flatten()
        .cloned()
        .collect();
    found.outlets.retain(|name| !writers.contains(name));
    draft.found.append(found);
    // A site that calls itself the writer is one only where nobody else is named.
    let Found {
        bylines, outlets, ..
    } = &mut draft.found;
    bylines.sort_by_key(|names| title::is_site(names, outlets));
}

/// Headline and outlet of text that begins with the title of a window, or whose file keeps it, where the
/// page's own headline follows.
fn take_window_title(draft: &mut Draft, first: usize) {
    let is_line = |at: &usize| {
        draft.blocks.get(*at).is_some_and(|block| {
            block.is_kept() && !is_body(&block.text) && !lead::is_address(&block.text)
        })
    };
    let lines: Vec<usize> = (0..first).filter(is_line).take(HEAD_LINES_MAX).collect();
    let text = |at: usize| draft.blocks.get(at).map_or("", |block| block.text.as_str());
    let kept = draft.found.titles.first().cloned();
    let own = lines.first().map(|&at| text(at).to_owned());
    for (window, from) in [(kept, 0), (own, 1)] {
        let Some(window) = window else {
            continue;
        };
        let headlines: Vec<&str> = lines
            .iter()
            .skip(from)
            .map(|&at| text(at))
            .filter(|line| line.split_whitespace().count() >= HEADLINE_WORDS_MIN)
            .collect();
        let site = window::site(&window, &headlines, &[]).map(str::to_owned);
        let mut sites = draft.found.outlets.clone();
        sites.extend(site.clone());
        let bare = title::without_site(&window, &sites).to_owned();
        let shown = headlines.iter().find(|line| {
            title::repeats(line, &bare)
                || title::goes_on(line, &bare)
                || title::is_part(line, &bare)
        });
        if site.is_none() && (from > 0 || shown.is_none()) {
            continue;
        }
        let headline = shown.map_or(bare, |line| (*line).to_owned());
        draft.found.titles.insert(0, headline);
        draft.found.outlets.extend(site);
        if from > 0
            && let Some(&at) = lines.first()
        {
            draft.take_out(at, RemovedKind::RepeatedTitle);
        }
        return;
    }
}

/// Puts the evidence above the text before the weaker evidence around it.
fn merge_front(found: &mut Found, mut above: Found) {
    above.append(std::mem::take(found));
    *found = above;
}

/// Outlets named by copyright lines and invitations, which are about to go.
fn note_site_words(draft: &Draft, found: &mut Found) {
    for block in &draft.blocks {
        if let Some(url) = SAVED_FROM.group(&block.text, "url") {
            found.urls.push(url.to_owned());
        }
        if let Some(name) = outlet::from_site_words(&block.text) {
            found.outlets.push(name);
        }
    }
}

/// Takes lines by their form.
fn take_forms(draft: &mut Draft, forms: &[Option<Form>], first: usize, last: usize) {
    for (at, form) in forms.iter().enumerate() {
        let Some(block) = draft.blocks.get(at).filter(|block| block.is_kept()) else {
            continue;
        };
        let inside = at > first && at < last;
        match *form {
            Some(Form::Rule) => draft.take_out(at, RemovedKind::Furniture),
            Some(Form::Certain(kind)) => draft.take_out(at, kind),
            Some(Form::AtEdge(kind)) => {
                if !inside || !is_body(&block.text) {
                    draft.take_out(at, kind);
                }
            }
            Some(Form::Outside(kind)) if !inside => draft.take_out(at, kind),
            Some(Form::LinksBelow) => {
                let heading = matches!(block.kind, BlockKind::Heading(_));
                let at_top = at < first;
                if !inside || heading || next_is_short(draft, at) {
                    draft.take_out(at, RemovedKind::Related);
                    if at_top {
                        tail::take_items(draft, at);
                    } else {
                        tail::take_links(draft, at, !inside);
                    }
                } else if forms::is_read_more(&block.text) {
                    draft.take_out(at, RemovedKind::Furniture);
                }
            }
            Some(Form::CommentsBelow) => {
                let counted = block.text.chars().any(|c| c.is_ascii_digit());
                let signs_min = if counted { 1 } else { 2 };
                let follow = at * 2 > first + last && tail::comment_signs(draft, at) >= signs_min;
                if follow {
                    for later in at..draft.blocks.len() {
                        draft.take_out(later, RemovedKind::Comments);
                    }
                } else if !inside {
                    draft.take_out(at, RemovedKind::Comments);
                }
            }
            Some(Form::Outside(_)) | None => {}
        }
    }
}

fn next_is_short(draft: &Draft, at: usize) -> bool {
    draft
        .blocks
        .iter()
        .skip(at + 1)
        .find(|block| block.is_kept())
        .is_some_and(|block| !is_body(&block.text))
}

/// "By Name" as the last line.
fn take_closing_byline(draft: &mut Draft, last: usize, found: &mut Found) {
    for block in draft.blocks.iter_mut().skip(last + 1) {
        if !block.is_kept() {
            continue;
        }
        if let Some(read) = byline::read(&block.text) {
            block.taken = Some(RemovedKind::Byline);
            found.bylines.push(read.names);
            found.agencies.extend(read.agency);
        }
    }
}

/// Who the writer is, below the text: "Jane Doe is the paper's correspondent in Baghdad."
fn take_about_writer(draft: &mut Draft, found: &Found) {
    let writers: Vec<String> = draft
        .found
        .bylines
        .iter()
        .chain(&found.bylines)
        .flat_map(|names| names.split([',', ';']))
        .flat_map(|names| names.split(" and "))
        .map(str::trim)
        .filter(|name| name.contains(' '))
        .map(str::to_lowercase)
        .collect();
    let last: Vec<usize> = draft
        .blocks
        .iter()
        .enumerate()
        .rev()
        .filter(|(_, block)| block.is_kept())
        .take(CLOSING_BLOCKS)
        .map(|(at, _)| at)
        .collect();
    let kept = draft.blocks.iter().filter(|block| block.is_kept()).count();
    let first = (0..draft.blocks.len())
        .filter(|&at| draft.blocks.get(at).is_some_and(Block::is_kept))
        .take(OPENING_BLOCKS);
    let last: Vec<usize> = first.chain(last).collect();
    for at in last.into_iter().filter(|_| kept > CLOSING_BLOCKS) {
        let Some(block) = draft.blocks.get(at) else {
            continue;
        };
        let line = block.text.trim_start_matches("About ").to_lowercase();
        let about = writers.iter().any(|name| {
            let parts = [name.split(' ').next(), name.split(' ').next_back()];
            line.strip_prefix(name.as_str())
                .is_some_and(|rest| ABOUT_WRITER.is_match(rest))
                || parts
                    .into_iter()
                    .flatten()
                    .filter_map(|part| line.strip_prefix(part))
                    .any(|rest| WRITES.is_match(rest))
                || TITLED.group(&line, "rest").is_some_and(|rest| {
                    let surname = name.split(' ').next_back();
                    surname
                        .and_then(|surname| rest.strip_prefix(surname))
                        .is_some_and(|rest| ABOUT_WRITER.is_match(rest))
                })
        });
        let below = draft.blocks.iter().skip(at + 1);
        let at_end = below.filter(|later| later.is_kept()).count() <= CLOSING_BLOCKS;
        let unknown = ABOUT_SOMEBODY
            .group(&block.text, "name")
            .filter(|_| at_end)
            .map(str::to_owned);
        if about || unknown.is_some_and(|name| is_first_heard_of(&name, at, draft)) {
            draft.take_out(at, RemovedKind::Byline);
        }
    }
}

/// Whether the last word of a name stands nowhere else in the text.
fn is_first_heard_of(name: &str, at: usize, draft: &Draft) -> bool {
    let surname = name.rsplit(' ').next().unwrap_or(name);
    !draft.blocks.iter().enumerate().any(|(other, block)| {
        other != at
            && block.is_kept()
            && block
                .text
                .split(|c: char| !c.is_alphanumeric())
                .any(|word| word == surname)
    })
}

/// Headings of a page below which nothing is left.
fn take_closing_headings(draft: &mut Draft) {
    let text = |block: &Block| block.is_kept() && !matches!(block.kind, BlockKind::Heading(_));
    let last = draft.blocks.iter().rposition(text);
    for at in last.map_or(draft.blocks.len(), |last| last + 1)..draft.blocks.len() {
        draft.take_out(at, RemovedKind::Furniture);
    }
}

/// The headline said again at the top or the bottom.
fn take_repeated_title(draft: &mut Draft, found: &Found) {
    let Some(headline) = draft.found.titles.first().or(found.titles.first()).cloned() else {
        return;
    };
    let count = draft.blocks.len();
    for (at, block) in draft.blocks.iter_mut().enumerate() {
        let outer = at < 8 || at + 4 > count;
        if block.is_kept()
            && outer
            && !is_body(&block.text)
            && title::repeats(&block.text, &headline)
        {
            block.taken = Some(RemovedKind::RepeatedTitle);
        }
    }
}

/// Day and agency of a dateline; the words stay.
fn note_dateline(draft: &Draft, found: &mut Found) {
    let first = draft.blocks.iter().filter(|block| block.is_kept()).take(3);
    for block in first {
        if let Some(line) = dateline::read(&block.text) {
            if let Some(name) = line.agency {
                let known = agency::named(&name).map_or(name, str::to_owned);
                found.agencies.push(known);
            }
            break;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::clean;
    use crate::ingest::draft::{Block, BlockKind, Draft};

    /// The blocks that stay, of three paragraphs and what stands below them.
    fn kept_below(below: &[Block]) -> Vec<String> {
        let mut blocks: Vec<Block> = ["One", "Two", "Three"]
            .iter()
            .map(|nth| {
                Block::paragraph(format!(
                    "{nth} of the keepers of the gate told the reporters that Ines Calloway had opened it."
                ))
            })
            .collect();
        blocks.extend(below.iter().cloned());
        let mut draft = Draft {
            blocks,
            has_markup: true,
            ..Draft::default()
        };
        clean(&mut draft);
        draft
            .blocks
            .into_iter()
            .skip(3)
            .filter(Block::is_kept)
            .map(|block| block.text)
            .collect()
    }

    #[test]
    fn who_wrote_is_no_part_of_the_text_and_who_acts_is() {
        let last = "The inquiry goes on in spring, the province said in a letter to the village.";
        let kept = kept_below(&[
            Block::paragraph(last),
            Block::paragraph("Petra Lund is a freelance writer who lives by the harbour."),
        ]);
        assert_eq!(kept, [last]);
        let about = "Ines Calloway is a professor at the school of the province.";
        let kept = kept_below(&[Block::paragraph(last), Block::paragraph(about)]);
        assert_eq!(kept, [last, about]);
    }

    #[test]
    fn a_heading_over_nothing_goes() {
        let heading = |text: &str| Block::new(BlockKind::Heading(2), text);
        let kept = kept_below(&[
            heading("What comes next"),
            Block::paragraph("Nobody knows."),
            heading("Our weekend menu"),
        ]);
        assert_eq!(kept, ["What comes next", "Nobody knows."]);
    }
}
