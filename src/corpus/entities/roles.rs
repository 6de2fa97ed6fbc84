//! What people are called besides their names: "the mayor of Pellwick", "Prime Minister", "who
//! leads the group". Told by the words right before or behind a name.

use std::collections::{BTreeMap, BTreeSet};

use super::gather::title_before;
use crate::corpus::Document;
use crate::language::lexicon;
use crate::model::{ArticleFindings, EntityId, MentionKind, Span};

/// The roles of each person, in small letters, by entity.
pub(super) type Roles = BTreeMap<EntityId, BTreeSet<String>>;

/// Gathers the roles that one article tells.
pub(super) fn of_article(document: &Document, findings: &ArticleFindings) -> Roles {
    let text = document.article.text.as_str();
    let mut roles = Roles::new();
    for mention in findings
        .mentions
        .iter()
        .filter(|m| m.kind == MentionKind::Person)
    {
        let Some(entity) = mention.entity else {
            continue;
        };
        roles
            .entry(entity)
            .or_default()
            .extend(of_name(text, mention.span));
    }
    roles
}

/// The roles that stand beside a name.
pub(super) fn of_name(text: &str, name: Span) -> BTreeSet<String> {
    let mut roles: BTreeSet<String> = title_before(text, name.start).into_iter().collect();
    roles.extend(apposition_before(text, name.start));
    roles.extend(apposition_behind(text, name.end));
    roles.extend(office_before(text, name.start));
    roles
}

/// "The director, Ilka Sund": the noun phrase before a comma before the name.
fn apposition_before(text: &str, start: usize) -> Vec<String> {
    let Some(before) = text
        .get(..start)
        .and_then(|before| before.strip_suffix(", "))
    else {
        return Vec::new();
    };
    let from = before
        .rfind(['\n', '.', '"', '“', '”', ';', ':', '('])
        .map_or(0, |at| at + 1);
    let phrase = before.get(from..).unwrap_or_default();
    let phrase = phrase.rsplit(", ").next().unwrap_or_default();
    roles_in(
        &phrase
            .split_whitespace()
            .rev()
            .take(8)
            .collect::<Vec<_>>()
            .into_iter()
            .rev()
            .collect::<Vec<_>>(),
    )
}

/// "President of the Republic Ilka Sund": the title before "of" and what the office is of, in capitals,
/// right before the name.
fn office_before(text: &str, start: usize) -> Option<String> {
    const WORDS_MAX: usize = 8;
    let before = text.get(..start)?.strip_suffix(' ')?;
    let from = before
        .rfind(['\n', '.', '"', '“', '”', ';', ':', '(', ','])
        .map_or(0, |at| at + 1);
    let words: Vec<&str> = before
        .get(from..)?
        .split_whitespace()
        .rev()
        .take(WORDS_MAX)
        .collect();
    let words: Vec<&str> = words.into_iter().rev().collect();
    let of = words.iter().rposition(|word| *word == "of")?;
    let (title, office) = words.split_at(of);
    let mut office = office
        .iter()
        .skip(1)
        .filter(|word| **word != "the")
        .peekable();
    office.peek()?;
    let is_named = office.all(|word| word.starts_with(char::is_uppercase));
    let last = title
        .last()
        .filter(|last| is_named && lexicon::ends_title(last))?;
    let role = roles_in(title).pop()?;
    role.ends_with(&last.to_lowercase()).then_some(role)
}

/// "Wren Holloway, the curator of the museum"; "Talbot became premier".
fn apposition_behind(text: &str, end: usize) -> Vec<String> {
    let behind = text.get(end..).unwrap_or_default();
    let phrase = [", ", " became ", " is ", " was ", " as "]
        .iter()
        .find_map(|link| behind.strip_prefix(link));
    let Some(phrase) = phrase.filter(|phrase| !opens_clause(phrase)) else {
        return Vec::new();
    };
    let cut = phrase
        .find([',', '.', ';', '\n', '('])
        .unwrap_or(phrase.len());
    roles_in(
        &phrase
            .get(..cut)
            .unwrap_or_default()
            .split_whitespace()
            .take(7)
            .collect::<Vec<_>>(),
    )
}

/// "…, explains the pilot", "…, the driver announced": whoever the words name says something.
fn opens_clause(phrase: &str) -> bool {
    let mut words = phrase.split([' ', '\n']);
    let first = words.next().unwrap_or_default();
    if says(first) {
        return true;
    }
    let reach = phrase.find([',', '.', ';', '\n', '(', '"', '“']);
    let own = phrase
        .get(..reach.unwrap_or(phrase.len()))
        .unwrap_or_default();
    let mut before = "";
    for word in own.split(' ').take(5) {
        if says(word) && lexicon::titles(before).next().is_some() {
            return true;
        }
        before = word;
    }
    false
}

/// Whether the word is a verb of saying in the past or the third person.
fn says(word: &str) -> bool {
    if !word.starts_with(char::is_lowercase) {
        return false;
    }
    let stems = [
        word.strip_suffix("ed").map(ToOwned::to_owned),
        word.strip_suffix('d').map(ToOwned::to_owned),
        word.strip_suffix("ied").map(|stem| format!("{stem}y")),
        word.strip_suffix("ies").map(|stem| format!("{stem}y")),
        word.strip_suffix("es").map(ToOwned::to_owned),
        word.strip_suffix('s').map(ToOwned::to_owned),
    ];
    matches!(word, "said" | "told")
        || stems
            .into_iter()
            .flatten()
            .any(|stem| lexicon::reporting_verbs(&stem).next().is_some())
}

/// Every title among the words: the longest at each place.
fn roles_in(words: &[&str]) -> Vec<String> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < words.len() {
        let longest = (1..=4usize).rev().find_map(|length| {
            let phrase = words.get(at..at + length)?;
            phrase.last().filter(|last| lexicon::ends_title(last))?;
            let phrase = phrase.join(" ");
            lexicon::titles(&phrase)
                .next()
                .map(|_| (length, phrase.to_lowercase()))
        });
        match longest {
            Some((length, phrase)) => {
                found.push(phrase);
                at += length;
            }
            None => at += 1,
        }
    }
    found
}

/// Whether a description ("the premier", "the secretary") fits a role ("prime minister",
/// "secretary of state").
pub(super) fn fits(description: &str, role: &str) -> bool {
    let (description, role) = (plain(description), plain(role));
    // A vice president is not the president.
    let tells_more = |rest: &str| {
        let last = rest.trim_end().rsplit(' ').next().unwrap_or_default();
        rest.ends_with(' ') && !BELOW.contains(&last)
    };
    role == description
        || role
            .strip_prefix(&description)
            .is_some_and(|rest| rest.starts_with(' '))
        || role.strip_suffix(&description).is_some_and(tells_more)
        || description.strip_suffix(&role).is_some_and(tells_more)
}

/// Words that make of an office the one below it.
const BELOW: [&str; 6] = [
    "vice",
    "deputy",
    "assistant",
    "associate",
    "under",
    "junior",
];

/// One word for titles that are the same.
fn plain(words: &str) -> String {
    match words.trim_end_matches('.') {
        "premier" | "pm" => "prime minister".to_owned(),
        "spokeswoman" | "spokesman" => "spokesperson".to_owned(),
        "attorney" => "lawyer".to_owned(),
        "chairman" | "chairwoman" | "chair" => "chairperson".to_owned(),
        "ceo" => "chief executive".to_owned(),
        "gen" => "general".to_owned(),
        "gov" => "governor".to_owned(),
        "sen" => "senator".to_owned(),
        "pres" => "president".to_owned(),
        "his majesty" => "king".to_owned(),
        "her majesty" => "queen".to_owned(),
        "head of state" => "president".to_owned(),
        "rep" | "representative" | "congresswoman" | "lawmaker" => "congressman".to_owned(),
        other => other.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::{fits, of_name, roles_in};
    use crate::model::Span;

    #[test]
    fn descriptions_fit_roles() {
        assert!(fits("premier", "prime minister"));
        assert!(fits("secretary", "secretary of state"));
        assert!(fits("minister", "foreign minister"));
        assert!(!fits("minister", "mayor"));
        assert!(!fits("vice president", "president"));
        assert!(!fits("governor", "deputy governor"));
    }

    #[test]
    fn who_says_something_behind_a_name_is_not_called_by_it() {
        let roles = |text: &str| of_name(text, Span::new(0, 4));
        assert!(roles("Lind, the driver announced on Friday.").is_empty());
        assert!(roles("Lind, explains the pilot, who left").is_empty());
        assert!(roles("Lind, a pilot of the line, said").contains("pilot"));
    }

    #[test]
    fn roles_are_the_longest_titles() {
        assert_eq!(roles_in(&["The", "prime", "minister"]), ["prime minister"]);
    }
}
