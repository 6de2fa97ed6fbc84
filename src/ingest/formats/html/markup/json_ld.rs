//! Evidence in JSON-LD (schema.org).

use std::collections::BTreeMap;

use dom_query::Document;
use serde_json::Value;

use crate::ingest::draft::{DateRole, Found, FoundDate};
use crate::ingest::formats::lines::collapse;
use crate::ingest::metadata::section;
use crate::ingest::published::dates;
use crate::model::DateBasis;

/// Most values looked at in one page.
const VALUES_MAX: usize = 20_000;

/// What the page says about its article.
#[derive(Debug, Default)]
pub(super) struct Stated {
    /// Evidence about publication.
    pub found: Found,
    /// The text of the article, where the page carries it for machines too.
    pub body: Option<String>,
}

/// Names of things by their `@id`, for values that only point to them.
type Names = BTreeMap<String, String>;

/// Reads all JSON-LD of a page.
pub(super) fn read(document: &Document) -> Stated {
    let mut articles: Vec<Value> = Vec::new();
    let mut others: Vec<Value> = Vec::new();
    for node in document.select("script[type*='ld+json']").nodes() {
        if let Some(value) = parse(&node.text()) {
            sort_out(value, &mut articles, &mut others);
        }
    }
    let names: Names = articles
        .iter()
        .chain(&others)
        .filter_map(|value| {
            Some((
                value.get("@id")?.as_str()?.to_owned(),
                text_of(value.get("name")?)?,
            ))
        })
        .collect();
    let mut found = Found::default();
    for article in articles.iter().take(1) {
        note(article, &names, &mut found);
    }
    let body = articles
        .iter()
        .find_map(|article| article.get("articleBody")?.as_str())
        .map(str::to_owned);
    if articles.is_empty() {
        for page in others
            .iter()
            .filter(|value| type_is(value, &["WebPage", "ItemPage", "AboutPage"]))
        {
            note(page, &names, &mut found);
            found.titles.clear();
            for date in &mut found.dates {
                date.role = date.role.max(DateRole::Probable);
            }
        }
    }
    if found.outlets.is_empty() {
        let site = others
            .iter()
            .find(|value| type_is(value, &["NewsMediaOrganization", "WebSite"]));
        found
            .outlets
            .extend(site.and_then(|site| text_of(site.get("name")?)));
    }
    Stated { found, body }
}

/// JSON as pages write it, with line breaks in strings and comments around.
fn parse(source: &str) -> Option<Value> {
    let source = source
        .trim()
        .trim_start_matches("<!--")
        .trim_start_matches("//<![CDATA[")
        .trim_start_matches("<![CDATA[")
        .trim_end_matches("-->")
        .trim_end_matches("//]]>")
        .trim_end_matches("]]>")
        .trim()
        .trim_end_matches(';');
    serde_json::from_str(source).ok().or_else(|| {
        let tamed: String = source
            .chars()
            .map(|c| if c.is_control() { ' ' } else { c })
            .collect();
        serde_json::from_str(&tamed).ok()
    })
}

/// Splits lists and graphs; articles apart from other things.
fn sort_out(value: Value, articles: &mut Vec<Value>, others: &mut Vec<Value>) {
    let mut open = vec![value];
    let mut seen = 0;
    while let Some(value) = open.pop() {
        seen += 1;
        if seen > VALUES_MAX {
            return;
        }
        match value {
            Value::Array(items) => open.extend(items.into_iter().rev()),
            Value::Object(mut object) => {
                if let Some(graph) = object.remove("@graph") {
                    open.push(graph);
                }
                if let Some(main) = object.get("mainEntity").filter(|main| main.is_object()) {
                    open.push(main.clone());
                }
                let value = Value::Object(object);
                let is_article = types(&value).iter().any(|name| {
                    name.ends_with("Article")
                        || name.ends_with("Posting")
                        || name == "Report"
                        || name == "Review"
                });
                if is_article {
                    articles.push(value);
                } else {
                    others.push(value);
                }
            }
            _ => {}
        }
    }
}

fn types(value: &Value) -> Vec<String> {
    match value.get("@type") {
        Some(Value::String(name)) => vec![name.rsplit('/').next().unwrap_or(name).to_owned()],
        Some(Value::Array(names)) => names
            .iter()
            .filter_map(Value::as_str)
            .map(str::to_owned)
            .collect(),
        _ => Vec::new(),
    }
}

fn type_is(value: &Value, names: &[&str]) -> bool {
    types(value)
        .iter()
        .any(|name| names.contains(&name.as_str()))
}

fn note(article: &Value, known: &Names, found: &mut Found) {
    found.titles.extend(
        article
            .get("headline")
            .or_else(|| article.get("name"))
            .and_then(text_of),
    );
    let authors: Vec<String> = ["author", "creator"]
        .iter()
        .filter_map(|key| article.get(*key))
        .map(|value| names_of(value, known))
        .find(|names| !names.is_empty())
        .unwrap_or_default();
    if !authors.is_empty() {
        found.bylines.push(authors.join(", "));
    }
    found.outlets.extend(
        article
            .get("publisher")
            .map(|value| names_of(value, known))
            .unwrap_or_default(),
    );
    let sections = article
        .get("articleSection")
        .map(|value| names_of(value, known));
    let sections = sections.unwrap_or_default();
    found
        .sections
        .extend(sections.iter().filter_map(|name| section::of_field(name)));
    let address = article.get("url").and_then(text_of).or_else(|| {
        let main = article.get("mainEntityOfPage")?;
        text_of(main).or_else(|| text_of(main.get("@id")?))
    });
    found.urls.extend(address);
    for (key, role) in [
        ("datePublished", DateRole::Published),
        ("dateCreated", DateRole::Probable),
        ("dateModified", DateRole::Updated),
    ] {
        let Some(words) = article.get(key).and_then(text_of) else {
            continue;
        };
        if let Some(day) = dates::of_value(&words) {
            found.dates.push(FoundDate {
                day,
                basis: DateBasis::Metadata,
                words: format!("{key}: {words}"),
                role,
            });
        }
    }
}

/// Names of persons or organisations, however they are nested.
fn names_of(value: &Value, known: &Names) -> Vec<String> {
    match value {
        Value::Array(items) => {
            let mut names: Vec<String> = Vec::new();
            for name in items.iter().flat_map(|item| names_of(item, known)) {
                if !names.contains(&name) {
                    names.push(name);
                }
            }
            names
        }
        Value::Object(object) => object
            .get("name")
            .map(|name| match name {
                Value::Array(_) => names_of(name, known),
                _ => text_of(name).into_iter().collect(),
            })
            .or_else(|| Some(vec![known.get(object.get("@id")?.as_str()?)?.clone()]))
            .unwrap_or_default(),
        _ => text_of(value)
            .filter(|name| !name.starts_with("http"))
            .into_iter()
            .collect(),
    }
}

/// Words of a value, entities of HTML resolved.
fn text_of(value: &Value) -> Option<String> {
    let text = value.as_str()?;
    let text = if text.contains('&') {
        Document::fragment(text).root().text().to_string()
    } else {
        text.to_owned()
    };
    let text = collapse(&text);
    (!text.is_empty()).then_some(text)
}

#[cfg(test)]
mod tests {
    use dom_query::Document;

    use super::read;

    #[test]
    fn an_article_in_a_graph() {
        let html = r#"<script type="application/ld+json">{"@graph":[{"@type":"WebSite","name":"Site"},
            {"@type":["NewsArticle"],"headline":"A &amp; B","datePublished":"2024-11-05T10:00:00Z",
            "dateModified":"2024-11-07","author":[{"name":"Jane Doe"},{"name":"John Roe"}],
            "publisher":{"name":"The Paper"}}]}</script>"#;
        let found = read(&Document::from(html)).found;
        assert_eq!(found.titles, ["A & B"]);
        assert_eq!(found.bylines, ["Jane Doe, John Roe"]);
        assert_eq!(found.outlets, ["The Paper"]);
        assert_eq!(found.dates.len(), 2);
    }

    #[test]
    fn a_writer_who_is_only_pointed_to() {
        let html = r##"<script type="application/ld+json">{"@graph":[
            {"@type":"NewsArticle","headline":"A","author":{"@id":"#p1"},"articleBody":"Words."},
            {"@type":"Person","@id":"#p1","name":"Jane Doe"}]}</script>"##;
        let stated = read(&Document::from(html));
        assert_eq!(stated.found.bylines, ["Jane Doe"]);
        assert_eq!(stated.body.as_deref(), Some("Words."));
    }
}
