//! Buttons by which an article is passed on, as lines of text.
//!
//! Owns their words. Whether such a line may go is decided by its neighbours and in `forms`.

use super::forms::ends_sentence;

/// Most words of a button.
const BUTTON_WORDS_MAX: usize = 4;
/// Other words of such buttons.
const BUTTON_WORDS: &[&str] = &[
    "e-mail",
    "mail",
    "copied",
    "link",
    "saved",
    "x",
    "pocket",
    "messenger",
    "sms",
    "threads",
    "mastodon",
    "later",
    "comment",
    "comments",
    "like",
    "likes",
    "views",
    "view",
    "post",
    "pin",
    "this",
    "article",
    "story",
    "page",
    "on",
    "via",
    "to",
    "for",
    "with",
    "by",
    "the",
    "a",
    "url",
    "clipboard",
    "friend",
    "friends",
    "your",
    "us",
    "youtube",
    "google",
    "news",
    "read",
    "min",
    "mins",
    "minute",
    "minutes",
    "listen",
    "send",
    "more",
    "options",
    "font",
    "size",
    "text",
    "plus",
    "viber",
    "line",
    "wechat",
    "weibo",
    "vk",
    "xing",
    "tumblr",
    "and",
    "in",
    "open",
    "opens",
    "new",
    "window",
    "click",
    "follow",
    "live",
    "add",
    "full",
    "copied!",
    "preferred",
    "source",
    "x.com",
];
/// Words that tell of passing an article on: a row of buttons has one of them.
const SHARE_SIGNS: &[&str] = &[
    "share",
    "shares",
    "tweet",
    "facebook",
    "whatsapp",
    "linkedin",
    "reddit",
    "telegram",
    "pinterest",
    "flipboard",
    "bookmark",
    "print",
    "copy",
    "save",
    "twitter",
    "email",
    "bluesky",
    "instagram",
    "gift",
];

/// A row of share buttons: nothing but the words of such buttons and figures.
pub(super) fn is_share_row(line: &str, words: usize) -> bool {
    words <= 14 && share_signs(line).is_some_and(|signs| signs > 0)
}

/// Whether a line could be a button beside others: its words are those of buttons.
pub(super) fn is_button(line: &str) -> bool {
    line.split_whitespace().count() <= BUTTON_WORDS_MAX && share_signs(line).is_some()
}

/// How many words of a line of buttons are signs of sharing; nothing for any other line.
fn share_signs(line: &str) -> Option<usize> {
    if ends_sentence(line) {
        return None;
    }
    let mut signs = 0_usize;
    for word in line.split(|c: char| {
        c.is_whitespace() || matches!(c, '|' | '·' | '•' | ',' | '/' | '(' | ')' | ':')
    }) {
        let word = word
            .trim_matches(|c: char| !c.is_alphanumeric())
            .to_lowercase();
        if word.is_empty()
            || word
                .chars()
                .all(|c| c.is_ascii_digit() || c == 'k' || c == '.')
        {
            continue;
        }
        if SHARE_SIGNS.contains(&word.as_str()) {
            signs += 1;
        } else if !BUTTON_WORDS.contains(&word.as_str()) {
            return None;
        }
    }
    Some(signs)
}
