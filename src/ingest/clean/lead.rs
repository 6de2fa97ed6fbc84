//! The lines above the first paragraph: masthead, section, headline, byline, dates.
//!
//! Owns reading them one by one. What is recognised becomes evidence and leaves the text.

use std::collections::BTreeMap;

use super::forms::{ends_sentence, form_of, is_body, is_headline};
use crate::ingest::draft::{Block, BlockKind, DateRole, Draft, Found, FoundDate};
use crate::ingest::metadata::{agency, byline, outlet, section, title};
use crate::ingest::pattern::pattern;
use crate::ingest::published::dateline;
use crate::ingest::published::dates::{self, Day, days_in};
use crate::model::{DateBasis, RemovedKind};

/// Most words of a line that only tells a date.
const DATE_LINE_WORDS_MAX: usize = 18;
/// Blocks at the top in which text that was copied names writer and day.
const LEAD_BLOCKS_MAX: usize = 60;
/// Most paragraphs above that: a standfirst, a caption.
const LEAD_BODIES_MAX: usize = 2;
/// Letters of each word of a name beside a date: others are times of day, zones, initials.
const NAME_LETTERS_MIN: usize = 3;
/// Most words of a name that nothing but a date below it gives away.
const BARE_NAME_WORDS_MAX: usize = 4;
/// Most words of a line that is a section or a place.
const LABEL_WORDS_MAX: usize = 2;
/// Blocks above the text in which a page shows writer and day.
const AROUND_BLOCKS: usize = 12;
/// Blocks below the text in which it does.
const BELOW_BLOCKS: usize = 3;
/// Likeness from which a second headline says the first again.
const LIKENESS_MIN: f64 = 0.5;

pattern!(
    FIELD,
    r"(?i)^(?P<label>title|headline|source|outlet|publication|publisher|newspaper|website|site|url|link|address|section|language|published(?: on| at| date)?|publication date|date(?: published| of publication)?|posted(?: on)?|first published|created|updated(?: on| at)?|last (?:updated|modified)|modified|accessed|retrieved|saved|captured|printed|downloaded)\s*[:=]\s*(?P<value>\S.*)$"
);
pattern!(ADDRESS, r"^<?https?://[^\s>]+(?P<more>.*)$");
pattern!(
    AROUND_DATE,
    r"(?i)\b(?:published|posted|updated|last|modified|on|at|first|created|date|mon(?:day)?|tues?(?:day)?|wed(?:nesday)?|thu(?:rs?(?:day)?)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?|\d{1,2}[:.h]\d{2}(?:[:.]\d{2})?(?:\.\d+)?|[ap]\.?m\b\.?|gmt|utc|bst|est|edt|cet|cest|ist|pst|pdt|et|pt|ct|z|[+-]\d{2}:?\d{2}|o[’']clock|\d{1,3} ?min(?:ute)?s?(?: read)?|\d{1,3} (?:hour|day|week|month)s?|reading time|read|ago|issue|edition|issued|release|for immediate release|(?:spring|summer|autumn|fall|winter) (?:19|20)\d\d|stand|uhr|(?:ver[öo]ffentlicht|erstellt|aktualisiert|ge[äa]ndert)(?: am)?|(?:publi[ée]e?|mise? [àa] jour|modifi[ée]e?)(?: le)?|à \d{1,2}h(?:\d{2})?|(?:publicado|actualizado)(?: el)?|(?:pubblicato|aggiornato)(?: il)?|(?:publicado|atualizado)(?: em)?|(?:gepubliceerd|bijgewerkt)(?: op)?|\d{1,2}h(?:\d{2})?)\b[:.,]?"
);
pattern!(
    /// Where two pieces of a page met: behind a year, a time zone, a half of the day.
    SEAM,
    r"(?P<year>\b(?:19|20)\d\d)(?:\d{1,2}[:.]\d\d|\p{Lu})|(?P<zone>[a-z\d]|\b[A-Z]{2,4})(?:Updated|Published|Last updated|Modified)\b|(?P<half>[ap]m)\d{1,3} min"
);
pattern!(
    UPDATE_WORD,
    r"(?i)\b(?:updated|modified|edited|corrected|aktualisiert|mise? à jour|modifiée?|actualizado|atualizado|aggiornato|bijgewerkt)\b"
);
pattern!(
    PUBLISH_WORD,
    r"(?i)\b(?:published|posted|issued|publication|veröffentlicht|publiée?|publicado|pubblicato|gepubliceerd)\b"
);
pattern!(
    CAPTURE_WORD,
    r"(?i)\b(?:accessed|retrieved|saved|captured|printed|downloaded|archived)\b"
);

/// What a line above the text is.
enum Line {
    /// It could be a headline or a masthead.
    Head,
    /// Evidence; it leaves the text as this.
    Evidence(RemovedKind),
    /// A word or two: a section, or a place.
    Label,
    /// None of these.
    Text,
}

/// Reads the blocks before `first_body`; gives what they tell. `sites` are names that words around the
/// text give to its publisher.
pub(super) fn read(draft: &mut Draft, first_body: usize, sites: &[String]) -> Found {
    let mut found = Found::default();
    let mut known_names = draft.found.bylines.clone();
    let agency = draft
        .blocks
        .get(first_body)
        .and_then(|block| dateline::read(&block.text)?.agency);
    known_names.extend(agency);
    let mut heads: Vec<(usize, bool)> = Vec::new();
    let mut divider_seen_after_head = Vec::new();
    let mut labels: Vec<usize> = Vec::new();
    let has_markup = draft.has_markup;
    let mut text_seen = false;
    let signed = if has_markup {
        BTreeMap::new()
    } else {
        signed_lines(draft, first_body)
    };
    for (at, block) in draft.blocks.iter_mut().enumerate().take(first_body) {
        if !block.is_kept() || form_of(&block.text).is_some() {
            continue;
        }
        if let (Some(names), true, false) =
            (signed.get(&at), found.bylines.is_empty(), heads.is_empty())
        {
            found.bylines.push(names.clone());
            block.taken = Some(RemovedKind::Byline);
            continue;
        }
        match line_kind(block, &known_names, &mut found) {
            Line::Evidence(kind) => {
                block.taken = Some(kind);
                if let Some(&(head, _)) = heads.last() {
                    divider_seen_after_head.push(head);
                }
            }
            Line::Head if has_markup && text_seen => {}
            Line::Head => {
                let marked = matches!(block.kind, BlockKind::Heading(_));
                heads.push((at, marked));
            }
            Line::Label if has_markup => text_seen = true,
            Line::Label => labels.push(at),
            // A standfirst or a caption may stand above the name of the writer.
            Line::Text => text_seen = true,
        }
    }
    settle_heads(draft, &heads, &divider_seen_after_head, sites, &mut found);
    let headline = heads.iter().map(|&(at, _)| at).find(|&at| {
        draft
            .blocks
            .get(at)
            .is_some_and(|block| block.taken == Some(RemovedKind::RepeatedTitle))
    });
    for at in labels {
        if headline.is_some_and(|headline| at < headline) {
            take(draft, at, RemovedKind::Furniture);
        }
    }
    found
}

/// Where the text begins: after the last line that names the writer or the day, if hardly anything
/// that looks like a paragraph stands above it.
pub(super) fn end(draft: &Draft, first_body: usize) -> usize {
    let mut bodies = 0;
    let mut end = first_body;
    for (at, block) in draft.blocks.iter().enumerate().take(LEAD_BLOCKS_MAX) {
        if !block.is_kept() {
            continue;
        }
        if bodies > 0 && (byline::read(&block.text).is_some() || is_date_line(&block.text)) {
            end = end.max(at + 1);
        } else if is_body(&block.text) {
            bodies += 1;
            if bodies > LEAD_BODIES_MAX {
                break;
            }
        }
    }
    end
}

/// Names alone in their line with an office or a day below them, by their place.
fn signed_lines(draft: &Draft, first_body: usize) -> BTreeMap<usize, String> {
    let kept: Vec<(usize, &str)> = draft
        .blocks
        .iter()
        .enumerate()
        .take(first_body)
        .filter(|(_, block)| block.is_kept())
        .map(|(at, block)| (at, block.text.as_str()))
        .collect();
    kept.iter()
        .zip(kept.iter().skip(1))
        .filter(|(_, (_, below))| byline::is_role(below) || is_date_line(below))
        .filter(|((_, line), _)| byline::read(line).is_none())
        .filter(|((_, line), _)| !is_spoken_of(line, draft))
        .filter_map(|(&(at, line), _)| Some((at, byline::of_bare_names(line)?)))
        .collect()
}

/// Reads what a page shows around its text and its markup took away: names and days beside the
/// headline, the nearest first, then those below the text. Weak evidence.
pub(super) fn read_around(draft: &Draft, first_body: usize, last_body: usize) -> Found {
    let mut found = Found::default();
    let above = draft
        .blocks
        .iter()
        .take(first_body)
        .rev()
        .take(AROUND_BLOCKS);
    let below = draft.blocks.iter().skip(last_body + 1).take(BELOW_BLOCKS);
    for block in above.chain(below).filter(|block| !block.is_kept()) {
        let line = block.text.as_str();
        if let Some(read) = byline::read(line) {
            note_dates(line, &mut found);
            found.bylines.push(read.names);
            found.agencies.extend(read.agency);
        } else {
            date_line(line, &mut found);
        }
    }
    found.outlets.clear();
    found
}

/// Reads one line, noting what it tells.
fn line_kind(block: &Block, known_names: &[String], found: &mut Found) -> Line {
    let line = block.text.as_str();
    if let Some(kind) = field(line, found) {
        return Line::Evidence(kind);
    }
    if let Some(address) = ADDRESS.captures(line).filter(|_| is_address(line)) {
        // Programs that save text set spaces in an address: it tells nothing then.
        if address
            .name("more")
            .is_none_or(|more| more.as_str().trim_matches('>').is_empty())
        {
            found.urls.push(line.trim_matches(['<', '>']).to_owned());
        }
        return Line::Evidence(RemovedKind::Furniture);
    }
    if !found.bylines.is_empty() && byline::is_role(line) {
        return Line::Evidence(RemovedKind::Byline);
    }
    if let Some(read) = byline::read(line) {
        note_dates(line, found);
        found.outlets.extend(names_beside(line));
        found.bylines.push(read.names);
        found.agencies.extend(read.agency);
        return Line::Evidence(RemovedKind::Byline);
    }
    if date_line(line, found) {
        return Line::Evidence(RemovedKind::Dateline);
    }
    if section::is_section(line) {
        found.sections.extend(section::of_field(line));
        return Line::Evidence(RemovedKind::Furniture);
    }
    if known_names.iter().any(|name| is_signature(line, name)) {
        return Line::Evidence(RemovedKind::Byline);
    }
    if let Some(known) = agency::named(line) {
        found.agencies.push(known.to_owned());
        found.outlets.push(line.to_owned());
        return Line::Evidence(RemovedKind::Byline);
    }
    if is_headline(line) && !is_figures(line)
        || title::is_in_title_case(line)
        || matches!(block.kind, BlockKind::Heading(_))
        || outlet::sounds_like_outlet(line)
    {
        return Line::Head;
    }
    let has_figures = line.contains(|c: char| c.is_ascii_digit());
    if line.split_whitespace().count() <= LABEL_WORDS_MAX && outlet::is_name(line) && !has_figures {
        return Line::Label;
    }
    Line::Text
}

/// Whether a line is an address and nothing else.
pub(super) fn is_address(line: &str) -> bool {
    ADDRESS.is_match(line) && !ends_sentence(line)
}

/// Whether a line is a name that is known to be the writer's, with an office behind it or without.
fn is_signature(line: &str, name: &str) -> bool {
    let (first, office) = line.split_once([',', '|']).unwrap_or((line, ""));
    let (first, line, name) = (
        title::folded(first),
        title::folded(line),
        title::folded(name),
    );
    line == name || first == name && byline::is_role(office.trim())
}

/// Whether a line is figures or an address rather than words.
fn is_figures(line: &str) -> bool {
    let letters = line.chars().filter(|c| c.is_alphabetic()).count();
    let figures = line.chars().filter(char::is_ascii_digit).count();
    figures >= letters || line.starts_with("http")
}

/// A line such as "Published: 2024-11-05".
fn field(line: &str, found: &mut Found) -> Option<RemovedKind> {
    let captures = FIELD.captures(line)?;
    let label = captures.name("label")?.as_str().to_lowercase();
    let value = captures.name("value")?.as_str().trim().to_owned();
    match label.as_str() {
        "title" | "headline" => found.titles.push(value),
        "source" | "outlet" | "publication" | "publisher" | "newspaper" | "website" | "site" => {
            if value.starts_with("http") {
                found.urls.push(value);
            } else {
                found.outlets.push(value);
            }
        }
        "url" | "link" | "address" if value.contains("://") || value.starts_with("www.") => {
            found.urls.push(value);
        }
        "url" | "link" | "address" => return None,
        "language" => found.languages.push(value),
        "section" => found.sections.extend(section::of_field(&value)),
        _ => {
            let day = dates::of_value(&value)?;
            let role = if UPDATE_WORD.is_match(&label) {
                DateRole::Updated
            } else if CAPTURE_WORD.is_match(&label) {
                DateRole::Captured
            } else {
                DateRole::Published
            };
            found.dates.push(FoundDate {
                day,
                basis: DateBasis::Text,
                words: line.to_owned(),
                role,
            });
            return Some(RemovedKind::Dateline);
        }
    }
    Some(RemovedKind::Furniture)
}

/// Notes all full dates of a line.
fn note_dates(line: &str, found: &mut Found) -> bool {
    let mut before = 0;
    let mut any = false;
    for written in days_in(line) {
        let Day::Full(day) = written.day else {
            continue;
        };
        let label = line.get(before..written.range.start).unwrap_or_default();
        before = written.range.end;
        let role = if UPDATE_WORD.is_match(label) {
            DateRole::Updated
        } else if CAPTURE_WORD.is_match(label) {
            DateRole::Captured
        } else if PUBLISH_WORD.is_match(label) {
            DateRole::Published
        } else {
            DateRole::Probable
        };
        found.dates.push(FoundDate {
            day,
            basis: DateBasis::Text,
            words: line.to_owned(),
            role,
        });
        any = true;
    }
    any
}

/// A line that tells a date and at most a name beside it: "Upland Radio | 11 October 2025".
fn date_line(line: &str, found: &mut Found) -> bool {
    if line.split_whitespace().count() > DATE_LINE_WORDS_MAX || line.ends_with('?') {
        return false;
    }
    let line = unglued(line);
    let line = line.as_str();
    let mut rest = line.to_owned();
    let mut full = false;
    for written in days_in(line).into_iter().rev() {
        full |= matches!(written.day, Day::Full(_));
        rest.replace_range(written.range, " | ");
    }
    if !full {
        return false;
    }
    let rest = AROUND_DATE.without(&rest);
    let parts: Vec<&str> = rest
        .split(['|', '·', '•', ',', '(', ')', '–', '—', '-', '/'])
        .map(|part| part.trim_matches(|c: char| !c.is_alphanumeric()))
        .filter(|part| part.chars().any(char::is_alphabetic) && !section::is_section(part))
        .collect();
    if parts
        .iter()
        .map(|part| part.split_whitespace().count())
        .sum::<usize>()
        > 6
    {
        return false;
    }
    for part in parts {
        if let Some(read) = byline::read(part) {
            found.bylines.push(read.names);
        } else if part.eq_ignore_ascii_case("by") {
            // The name stood in a link that the page's own markup took away.
        } else if outlet::is_name(part) {
            let of_words = part.split_whitespace().all(|word| {
                let letters = word.chars().filter(|c| c.is_alphabetic()).count();
                let between = word == "&" || word.chars().all(char::is_lowercase);
                (between || letters >= NAME_LETTERS_MIN)
                    && !word.chars().any(|c| c.is_ascii_digit())
            });
            if of_words {
                found.outlets.push(part.to_owned());
            }
        } else if form_of(part).is_none() {
            return false;
        }
    }
    note_dates(line, found)
}

/// A line with a space where two pieces of a page met without one, as in "20258:15 AM".
fn unglued(line: &str) -> String {
    let mut out = String::with_capacity(line.len() + 4);
    let mut from = 0;
    for seam in SEAM.all(line) {
        let left = ["year", "zone", "half"]
            .iter()
            .find_map(|name| seam.name(name));
        if let Some(left) = left {
            out.push_str(line.get(from..left.end()).unwrap_or_default());
            out.push(' ');
            from = left.end();
        }
    }
    out.push_str(line.get(from..).unwrap_or_default());
    out
}

/// Whether a line tells nothing but a date and names beside it.
pub(super) fn is_date_line(line: &str) -> bool {
    line.chars().any(|c| c.is_ascii_digit()) && date_line(line, &mut Found::default())
}

/// A name beside the byline and the date: "By Jane Doe · The Paper · 5 November 2024".
fn names_beside(line: &str) -> Vec<String> {
    line.split(['|', '·', '•'])
        .skip(1)
        .map(str::trim)
        .filter(|part| days_in(part).is_empty() && form_of(part).is_none())
        .filter(|part| outlet::is_name(part) && part.contains(' ') && !section::is_section(part))
        .map(str::to_owned)
        .collect()
}

/// Which of the lines that could be headlines is it, and what are the others.
fn settle_heads(
    draft: &mut Draft,
    heads: &[(usize, bool)],
    divided_after: &[usize],
    sites: &[String],
    found: &mut Found,
) {
    let known = draft.found.titles.first().or(found.titles.first()).cloned();
    let mut names: Vec<usize> = Vec::new();
    let mut chosen: Option<usize> = None;
    for (nth, &(at, marked)) in heads.iter().enumerate() {
        let line = text_of(draft, at);
        let is_last = nth + 1 == heads.len();
        let like_known = known
            .as_deref()
            .is_some_and(|known| title::repeats(&line, known));
        let masthead = !is_last
            && !marked
            && outlet::is_name(&line)
            && (outlet::sounds_like_outlet(&line)
                || divided_after.contains(&at) && is_bare_outlet(&line, draft)
                || outlet::is_shouted(&line));
        let site = (!is_last && !marked)
            .then(|| site_with_motto(&line, draft, sites))
            .flatten();
        if let Some(site) = site.filter(|_| !like_known) {
            found.outlets.push(site);
            take(draft, at, RemovedKind::Dateline);
            continue;
        }
        if like_known || (!masthead && known.is_none()) {
            chosen = Some(at);
            break;
        }
        if masthead {
            names.push(at);
        }
    }
    let Some(chosen) = chosen else {
        return;
    };
    for at in names {
        let name = section::without_section(&text_of(draft, at)).to_owned();
        found.outlets.push(name);
        take(draft, at, RemovedKind::Dateline);
    }
    let headline = text_of(draft, chosen);
    if known.is_none() {
        found.titles.push(headline.clone());
    }
    take(draft, chosen, RemovedKind::RepeatedTitle);
    for &(at, _) in heads.iter().filter(|&&(at, _)| at > chosen) {
        let line = text_of(draft, at);
        if title::repeats(&line, &headline) || title::likeness(&line, &headline) >= LIKENESS_MIN {
            take(draft, at, RemovedKind::RepeatedTitle);
        } else if found.bylines.is_empty()
            && draft.found.bylines.is_empty()
            && byline::is_bare_names(&line)
            && !is_spoken_of(&line, draft)
        {
            found.bylines.push(line);
            take(draft, at, RemovedKind::Byline);
        } else if !found.bylines.is_empty() && byline::is_role(&line) {
            take(draft, at, RemovedKind::Byline);
        } else if found.outlets.is_empty()
            && draft.found.outlets.is_empty()
            && outlet::is_name(&line)
            && outlet::sounds_like_outlet(&line)
            && !is_spoken_of(&line, draft)
        {
            found.outlets.push(line);
            take(draft, at, RemovedKind::Dateline);
        }
    }
}

/// The site whose name stands beside what it says of itself: "News and analysis | The Paper".
fn site_with_motto(line: &str, draft: &Draft, sites: &[String]) -> Option<String> {
    let (motto, name) = line.rsplit_once(" | ")?;
    let known = title::is_site(name, sites);
    (known && !is_spoken_of(motto, draft)).then(|| name.to_owned())
}

/// Whether a line of capitals above a date is short enough for a name, and not what the text is about.
fn is_bare_outlet(line: &str, draft: &Draft) -> bool {
    let words = line.split_whitespace().count();
    words <= LABEL_WORDS_MAX || words <= BARE_NAME_WORDS_MAX && !is_spoken_of(line, draft)
}

/// Whether words of a line stand in the text too: a place or a second headline then, since a writer
/// does not name herself.
fn is_spoken_of(line: &str, draft: &Draft) -> bool {
    let whole = title::folded(line);
    let words: Vec<String> = line
        .split_whitespace()
        .filter(|word| word.chars().next().is_some_and(char::is_uppercase))
        .map(str::to_lowercase)
        .collect();
    let body = || {
        draft
            .blocks
            .iter()
            .filter(|block| block.is_kept() && is_body(&block.text))
    };
    let whole_again = body().any(|block| title::folded(&block.text).contains(&whole));
    let as_words = words.iter().filter(|own| {
        body().any(|block| {
            block
                .text
                .split(|c: char| !c.is_alphanumeric())
                .any(|word| word == own.as_str())
        })
    });
    // "Will" and "Grace" are words too.
    whole_again || as_words.count() * 2 >= words.len()
}

fn text_of(draft: &Draft, at: usize) -> String {
    draft
        .blocks
        .get(at)
        .map(|block| block.text.clone())
        .unwrap_or_default()
}

fn take(draft: &mut Draft, at: usize, kind: RemovedKind) {
    if let Some(block) = draft.blocks.get_mut(at) {
        block.taken = Some(kind);
    }
}
