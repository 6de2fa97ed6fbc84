//! Lists of articles: JSON and JSON lines; the fields of one article, from a table too.
//!
//! Owns recognising which field is text, title, outlet, author, day, address.

use std::collections::BTreeSet;

use serde_json::{Map, Value};

use super::table::Table;
use super::{html, text};
use crate::ingest::decode::decode;
use crate::ingest::draft::{DateRole, Draft, FoundDate};
use crate::ingest::limits::ARTICLES_PER_FILE_MAX;
use crate::ingest::own;
use crate::ingest::published::dates;
use crate::model::{Columns, DateBasis, SkippedReason};

/// Names of the field with the text; the other lists likewise.
pub(super) const TEXTS: &[&str] = &[
    "text",
    "content_html",
    "content_text",
    "body",
    "content",
    "fulltext",
    "full_text",
    "article_text",
    "maintext",
    "body_text",
    "bodytext",
    "article_body",
    "articlebody",
    "story",
    "article",
    "html",
    "cleaned_text",
    "plain_text",
    "description",
    "summary",
    "volltext",
    "inhalt",
    "texte",
    "contenu",
    "texto",
    "contenido",
    "testo",
    "tekst",
];
/// Names of the headline.
pub(super) const TITLES: &[&str] = &[
    "title",
    "headline",
    "head",
    "webtitle",
    "article_title",
    "heading",
    "titel",
    "überschrift",
    "titre",
    "título",
    "titulo",
    "titolo",
    "tittel",
    "rubrik",
];
pub(super) const OUTLETS: &[&str] = &[
    "outlet",
    "publication",
    "publisher",
    "source",
    "source_name",
    "newspaper",
    "site",
    "sitename",
    "site_name",
    "domain",
    "media",
    "journal",
    "publication_name",
    "media_name",
    "medium",
    "quelle",
    "zeitung",
    "journal_name",
    "fuente",
    "fonte",
    "kilde",
];
pub(super) const AUTHORS: &[&str] = &[
    "byline",
    "author",
    "authors",
    "creator",
    "writer",
    "journalist",
    "by",
    "autor",
    "auteur",
    "autore",
    "verfasser",
];
/// Names of the day of publication.
pub(super) const DAYS: &[&str] = &[
    "published",
    "publication_date",
    "date_published",
    "publishedat",
    "published_at",
    "publish_date",
    "pubdate",
    "pub_date",
    "published_date",
    "webpublicationdate",
    "date_publish",
    "date",
    "datetime",
    "first_published",
    "time",
    "timestamp",
    "datum",
    "fecha",
    "dato",
    "date_de_publication",
];
const UPDATES: &[&str] = &[
    "updated",
    "modified",
    "date_modified",
    "last_modified",
    "updated_at",
];
/// Names of the address.
pub(super) const ADDRESSES: &[&str] = &[
    "url",
    "link",
    "web_url",
    "weburl",
    "permalink",
    "canonical_url",
    "source_url",
    "article_url",
    "lien",
    "enlace",
    "adresse",
];
/// Fields under which a list of articles stands.
const LISTS: &[&str] = &[
    "articles",
    "items",
    "results",
    "data",
    "docs",
    "documents",
    "entries",
    "stories",
    "hits",
    "response",
    "news",
    "posts",
    "records",
];
/// A JSON file: a list, an object with a list in it, or one article.
pub(super) fn json(bytes: &[u8], said: &[Columns]) -> Result<Vec<Draft>, SkippedReason> {
    let source = decode(bytes, None);
    let value: Value = serde_json::from_str(&source).map_err(|error| {
        SkippedReason::Damaged(format!("its JSON breaks off in line {}", error.line()))
    })?;
    if let Some(what) = own::of_json(&value) {
        return Err(own::reason(what));
    }
    let mut outlet = None;
    let items = list_in(value, 0, &mut outlet);
    of_list(items, outlet.as_deref(), said)
}

/// One JSON object a line.
pub(super) fn json_lines(bytes: &[u8], said: &[Columns]) -> Result<Vec<Draft>, SkippedReason> {
    let source = decode(bytes, None);
    let items = source
        .lines()
        .filter_map(|line| serde_json::from_str::<Value>(line.trim()).ok());
    of_list(items.take(ARTICLES_PER_FILE_MAX).collect(), None, said)
}

/// The articles of a list: by the names of its fields or, where those do not tell, as a table.
fn of_list(
    items: Vec<Value>,
    outlet: Option<&str>,
    said: &[Columns],
) -> Result<Vec<Draft>, SkippedReason> {
    let objects: Vec<&Map<String, Value>> = items.iter().filter_map(Value::as_object).collect();
    let is_named = objects.iter().any(|item| field(item, TEXTS).is_some());
    if is_named || objects.is_empty() {
        return collect(items.into_iter(), outlet);
    }
    let names: BTreeSet<&String> = objects.iter().flat_map(|item| item.keys()).collect();
    let rows = objects.iter().map(|item| {
        let cells = names.iter().map(|name| item.get(*name).and_then(words_of));
        cells.map(Option::unwrap_or_default).collect()
    });
    let table = Table {
        rows: rows.take(ARTICLES_PER_FILE_MAX).collect(),
        columns: names.into_iter().cloned().collect(),
    };
    table.articles(outlet, said)
}

/// The objects of the first list found.
fn list_in(value: Value, depth: usize, outlet: &mut Option<String>) -> Vec<Value> {
    match value {
        Value::Array(items) => items,
        Value::Object(mut object) if depth < 4 => {
            if field(&object, TEXTS).is_some()
                && field(&object, TITLES).is_some()
                && !LISTS
                    .iter()
                    .any(|name| object.get(*name).is_some_and(Value::is_array))
            {
                return vec![Value::Object(object)];
            }
            // The title of a list is the name of who publishes it.
            *outlet = outlet.take().or_else(|| field(&object, TITLES));
            for name in LISTS {
                if object
                    .get(*name)
                    .is_some_and(|inner| inner.is_array() || inner.is_object())
                    && let Some(inner) = object.remove(*name)
                {
                    return list_in(inner, depth + 1, outlet);
                }
            }
            vec![Value::Object(object)]
        }
        _ => Vec::new(),
    }
}

/// The articles of these fields.
pub(super) fn collect(
    items: impl Iterator<Item = Value>,
    outlet: Option<&str>,
) -> Result<Vec<Draft>, SkippedReason> {
    let drafts: Vec<Draft> = items
        .take(ARTICLES_PER_FILE_MAX)
        .enumerate()
        .filter_map(|(nth, item)| {
            let mut draft = of_record(&item)?;
            draft.inner = format!("#{}", nth + 1);
            if draft.found.outlets.is_empty() {
                draft.found.outlets.extend(outlet.map(str::to_owned));
            }
            Some(draft)
        })
        .collect();
    if drafts.is_empty() {
        return Err(SkippedReason::NoArticle);
    }
    Ok(drafts)
}

/// An article from its fields.
fn of_record(item: &Value) -> Option<Draft> {
    let item = item.as_object()?;
    let body = field(item, TEXTS)?;
    let is_html = body.contains("</") || body.contains("<br") || body.contains("<p>");
    let mut draft = if is_html {
        html::of_fragment(&body, "list of articles").ok()?
    } else {
        text::of_text(&body, "list of articles").ok()?
    };
    draft.found.titles.splice(0..0, field(item, TITLES));
    draft.found.outlets.splice(0..0, field(item, OUTLETS));
    draft.found.bylines.splice(0..0, field(item, AUTHORS));
    draft.found.urls.splice(
        0..0,
        field(item, ADDRESSES).filter(|url| url.starts_with("http")),
    );
    for (names, role) in [(DAYS, DateRole::Published), (UPDATES, DateRole::Updated)] {
        let words = field(item, names);
        if let Some((words, day)) =
            words.and_then(|words| dates::of_value(&words).map(|day| (words, day)))
        {
            draft.found.dates.push(FoundDate {
                day,
                basis: DateBasis::Metadata,
                words,
                role,
            });
        }
    }
    Some(draft)
}

/// The first of these fields that has words.
fn field(item: &Map<String, Value>, names: &[&str]) -> Option<String> {
    names.iter().find_map(|name| {
        let (_, value) = item.iter().find(|(key, _)| folded(key) == *name)?;
        words_of(value).filter(|words| !words.trim().is_empty())
    })
}

fn words_of(value: &Value) -> Option<String> {
    match value {
        Value::String(words) => Some(words.clone()),
        Value::Number(number) => Some(number.to_string()),
        Value::Object(object) => ["name", "title", "rendered", "text", "value"]
            .iter()
            .find_map(|key| object.get(*key)?.as_str().map(str::to_owned)),
        Value::Array(items) => {
            let words: Vec<String> = items.iter().filter_map(words_of).collect();
            (!words.is_empty()).then(|| words.join(", "))
        }
        _ => None,
    }
}

/// A field's name for comparing.
pub(super) fn folded(name: &str) -> String {
    name.trim()
        .trim_start_matches('\u{feff}')
        .to_lowercase()
        .replace([' ', '-'], "_")
}

#[cfg(test)]
mod tests {
    use super::{json, json_lines};
    use crate::model::SkippedReason;

    #[test]
    fn lists_in_their_forms() {
        let list = br#"{"status":"ok","articles":[{"title":"A","content":"One long text.","source":{"name":"Paper"},"publishedAt":"2024-11-05T01:00:00Z"}]}"#;
        let drafts = json(list, &[]).unwrap();
        assert_eq!(drafts[0].found.titles, ["A"]);
        assert_eq!(drafts[0].found.outlets, ["Paper"]);
        assert_eq!(drafts[0].found.dates.len(), 1);
        assert_eq!(
            json_lines(b"{\"text\":\"one\"}\n{\"text\":\"two\"}\nbroken", &[])
                .unwrap()
                .len(),
            2
        );
    }

    #[test]
    fn fields_without_known_names_are_told_by_what_stands_in_them_or_asked_about() {
        let long = "The wall fell in the night. ".repeat(12);
        let list = format!(r#"[{{"kop":"Wall falls in the storm","lap":"{long}"}}]"#);
        let drafts = json(list.as_bytes(), &[]).unwrap();
        assert_eq!(drafts[0].found.titles, ["Wall falls in the storm"]);
        let short = br#"[{"kop":"Wall falls in the storm","lap":"The wall fell last night."}]"#;
        assert!(matches!(
            json(short, &[]),
            Err(SkippedReason::ColumnsUnclear(columns)) if columns.len() == 2
        ));
    }

    #[test]
    fn a_list_of_other_things_holds_no_article() {
        assert!(json(br#"[{"id": 1, "price": 2}]"#, &[]).is_err());
    }
}
