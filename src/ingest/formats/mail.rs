//! Mail: single messages, mailboxes, and pages saved as MHTML.
//!
//! Owns telling a newsletter from a forwarded article: the day of forwarding is not the day of
//! publication, and the forwarder's own words are not the article's.

use chrono::NaiveDate;
use mail_parser::{Message, MessageParser, MimeHeaders};

use super::container::Budget;
use super::{for_size, html, read_within, text};
use crate::ingest::draft::{DateRole, Draft, FoundDate};
use crate::ingest::limits::{ARTICLES_PER_FILE_MAX, DOCUMENT_TIME_MAX};
use crate::ingest::pattern::pattern;
use crate::ingest::published::dates;
use crate::model::{DateBasis, RemovedKind, SkippedReason};

/// How many times more words the rich form of a message must have to be read instead of the plain one.
const OUTWEIGHS: usize = 2;

pattern!(
    FORWARD,
    r"(?i)^[-_*> ]*(?:forwarded message|original message|begin forwarded message|weitergeleitete nachricht|message transféré)\b[-_*: ]*$"
);
pattern!(FORWARD_SUBJECT, r"(?i)^\s*(?:(?:fwd?|wg|tr|re|aw)\s*:\s*)+");
pattern!(
    HEADER,
    r"(?i)^[>* ]*(?P<key>from|sent|date|subject|to|cc|reply-to|von|gesendet|an|betreff)\*?:\*? *(?P<value>.*)$"
);
pattern!(ADDRESS, r"\s*(?:<[^>]*>|\[mailto:[^\]]*\]|\([^)]*@[^)]*\))");

/// The article of one message, and those attached to it.
pub(super) fn read(bytes: &[u8], budget: &mut Budget) -> Result<Vec<Draft>, SkippedReason> {
    let message = MessageParser::default()
        .parse(bytes)
        .ok_or_else(|| SkippedReason::Damaged("it is not a complete message".to_owned()))?;
    let mut drafts = Vec::new();
    match of_message(&message) {
        Ok(draft) => drafts.push(draft),
        Err(reason @ SkippedReason::OwnWork(_)) => return Err(reason),
        Err(_) => {}
    }
    budget.enter()?;
    for (nth, part) in message.attachments().enumerate() {
        if budget.check_time().is_err() {
            break;
        }
        let name = part.attachment_name().unwrap_or_default().to_owned();
        if is_saved_page(&message) || name.is_empty() {
            continue;
        }
        match read_within(part.contents().to_vec(), &name, budget) {
            Ok(found) => drafts.extend(found.into_iter().map(|mut draft| {
                draft.inner = format!("{} {name}{}", nth + 1, draft.inner);
                draft
            })),
            Err(reason @ SkippedReason::GivenUp(_)) => {
                budget.aside.push((format!("{} {name}", nth + 1), reason));
            }
            // Pictures and signatures hang on most messages: nobody misses them.
            Err(_) => {}
        }
    }
    budget.leave();
    if drafts.is_empty() {
        return Err(SkippedReason::NoArticle);
    }
    Ok(drafts)
}

/// The messages of a mailbox.
pub(super) fn mailbox(bytes: &[u8], budget: &mut Budget) -> Result<Vec<Draft>, SkippedReason> {
    let mut drafts = Vec::new();
    let messages = mail_parser::mailbox::mbox::MessageIterator::new(std::io::Cursor::new(bytes));
    for (nth, message) in messages.enumerate().take(ARTICLES_PER_FILE_MAX) {
        if let Err(reason) = budget.check_time() {
            budget.aside.push(("…".to_owned(), reason));
            break;
        }
        let Ok(message) = message else {
            continue;
        };
        let bytes = message.contents().to_vec();
        // Time for the message and for one attachment that is given up.
        let time = DOCUMENT_TIME_MAX * 2 + for_size(bytes.len());
        let found = budget.within(time, move |budget| read(&bytes, budget));
        if let Err(reason @ SkippedReason::GivenUp(_)) = &found {
            budget.aside.push((format!("#{}", nth + 1), reason.clone()));
        }
        let found = found.unwrap_or_default();
        drafts.extend(found.into_iter().map(|mut draft| {
            draft.inner = format!("#{}{}", nth + 1, draft.inner);
            draft
        }));
    }
    if drafts.is_empty() {
        return Err(SkippedReason::NoArticle);
    }
    Ok(drafts)
}

/// Whether a browser wrote this message to save a page.
fn is_saved_page(message: &Message<'_>) -> bool {
    message.header_raw("Snapshot-Content-Location").is_some()
        || message
            .header_raw("From")
            .is_some_and(|from| from.contains("Saved by"))
}

fn of_message(message: &Message<'_>) -> Result<Draft, SkippedReason> {
    let sent = message.date().and_then(|date| {
        NaiveDate::from_ymd_opt(
            i32::from(date.year),
            u32::from(date.month),
            u32::from(date.day),
        )
    });
    if is_saved_page(message) {
        return saved_page(message, sent);
    }
    let plain = message
        .body_text(0)
        .filter(|_| message.text_body_count() > 0);
    let has_html_part = message
        .html_bodies()
        .any(mail_parser::MessagePart::is_text_html);
    let has_text_part = message.text_bodies().any(|part| !part.is_text_html());
    let of_plain = plain
        .filter(|_| has_text_part || !has_html_part)
        .and_then(|plain| {
            let tidy = crate::ingest::decode::tidy(&plain);
            text::of_text(&tidy, "e-mail").ok()
        });
    let of_html = || html::of_html(&message.body_html(0).unwrap_or_default(), "e-mail");
    let mut draft = match of_plain {
        // Newsletters give programs without pictures hardly more than a link.
        Some(plain) if has_html_part => match of_html() {
            Ok(rich) if words(&plain) * OUTWEIGHS < words(&rich) => rich,
            _ => plain,
        },
        Some(plain) => plain,
        None => of_html()?,
    };
    let subject = message.subject().unwrap_or_default().trim().to_owned();
    let forwarded = take_forwarded_head(&mut draft);
    let title = FORWARD_SUBJECT.without(&subject).trim().to_owned();
    if draft.found.titles.is_empty() && !title.is_empty() {
        draft.found.titles.push(title);
    }
    let sender = message
        .from()
        .and_then(mail_parser::Address::first)
        .and_then(|address| address.name.clone());
    let was_passed_on = forwarded || FORWARD_SUBJECT.is_match(&subject);
    if !was_passed_on && let Some(name) = sender {
        draft.found.outlets.push(name.to_string());
    }
    if let Some(day) = sent {
        draft.found.dates.push(FoundDate {
            day,
            basis: DateBasis::Metadata,
            words: format!("the message was sent on {day}"),
            role: if was_passed_on {
                DateRole::Captured
            } else {
                DateRole::Probable
            },
        });
    }
    Ok(draft)
}

/// Words that are kept.
fn words(draft: &Draft) -> usize {
    let kept = draft.blocks.iter().filter(|block| block.is_kept());
    kept.map(|block| block.text.split_whitespace().count())
        .sum()
}

/// A page that a browser saved as one file.
fn saved_page(message: &Message<'_>, saved: Option<NaiveDate>) -> Result<Draft, SkippedReason> {
    let page = message
        .parts
        .iter()
        .find(|part| part.is_text_html())
        .and_then(|part| part.text_contents())
        .ok_or(SkippedReason::NoArticle)?;
    let mut draft = html::of_html(page, "saved web page")?;
    if let Some(address) = message.header_raw("Snapshot-Content-Location") {
        draft.found.urls.insert(0, address.trim().to_owned());
    }
    if let Some(day) = saved {
        draft.found.dates.push(FoundDate {
            day,
            basis: DateBasis::Metadata,
            words: format!("the page was saved on {day}"),
            role: DateRole::Captured,
        });
    }
    Ok(draft)
}

/// Takes out everything up to the head of the forwarded message and reads that head; whether
/// there was one.
fn take_forwarded_head(draft: &mut Draft) -> bool {
    let Some(start) = draft
        .blocks
        .iter()
        .position(|block| FORWARD.is_match(&block.text))
    else {
        return false;
    };
    let mut end = start + 1;
    let mut headers = 0;
    while let Some(captures) = draft
        .blocks
        .get(end)
        .and_then(|block| HEADER.captures(&block.text))
    {
        let key = captures
            .name("key")
            .map(|key| key.as_str().to_lowercase())
            .unwrap_or_default();
        let value = captures
            .name("value")
            .map(|value| value.as_str().trim().to_owned())
            .unwrap_or_default();
        let words = draft
            .blocks
            .get(end)
            .map(|block| block.text.clone())
            .unwrap_or_default();
        match key.as_str() {
            "from" | "von" => {
                let name = ADDRESS.without(&value).trim().trim_matches('"').to_owned();
                if !name.is_empty() {
                    draft.found.outlets.push(name);
                }
            }
            "date" | "sent" | "gesendet" => {
                if let Some(day) = dates::first_full(&value) {
                    draft.found.dates.push(FoundDate {
                        day,
                        basis: DateBasis::Text,
                        words,
                        role: DateRole::Probable,
                    });
                }
            }
            "subject" | "betreff" => draft
                .found
                .titles
                .push(FORWARD_SUBJECT.without(&value).trim().to_owned()),
            _ => {}
        }
        headers += 1;
        end += 1;
    }
    if headers == 0 {
        return false;
    }
    for block in draft.blocks.iter_mut().take(end) {
        block.taken = Some(RemovedKind::Furniture);
    }
    true
}
