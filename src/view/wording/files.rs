//! Folders and files: names, what cannot be found or read in them.

use std::path::PathBuf;

/// What a collection is called: the name of its folder, or of the sample story.
pub fn collection_name(roots: &[PathBuf]) -> String {
    let name = |root: &PathBuf| {
        let whole = std::path::absolute(root).unwrap_or_else(|_| root.clone());
        whole.file_name().map_or_else(
            || root.display().to_string(),
            |name| name.to_string_lossy().into_owned(),
        )
    };
    match roots {
        [] => "Sample story".to_owned(),
        [only] => name(only),
        [first, rest @ ..] => format!("{} and {} more", name(first), rest.len()),
    }
}

/// What a collection is opened from, so that two of one name are told apart: "in /home/me", "saved
/// review in /home/me".
pub fn opened_from(roots: &[PathBuf]) -> String {
    let only = match roots {
        [] => return "comes with Crossread".to_owned(),
        [only] => only,
        more => return super::count(more.len(), "place", "places"),
    };
    let ending = only.extension();
    let is_review = ending.is_some_and(|ending| ending.eq_ignore_ascii_case("crossread"));
    let kind = if is_review { "saved review " } else { "" };
    let place = only.parent().unwrap_or(only).display().to_string();
    let over = place.chars().count().saturating_sub(PLACE_MAX);
    let end: String = place.chars().skip(over).collect();
    let cut = if over > 0 { "…" } else { "" };
    format!("{kind}in {cut}{end}")
}

/// How much of a place is shown, in characters.
const PLACE_MAX: usize = 48;

/// What a collection is called when the sample story is a part of it too.
pub fn with_sample(collection: &str) -> String {
    format!("Sample story and {collection}")
}

/// A typed path leads nowhere.
pub fn no_such_path(typed: &str) -> String {
    format!("There is no folder or file “{typed}”. Check the spelling, or drop the folder here.")
}

/// A dialog gave nothing.
pub const fn picked_nothing() -> &'static str {
    "Nothing was chosen. If no window came up to choose in, drop a folder or review here, or type its \
     path where it says “Search or command”."
}

/// Why nothing is marked in an article; `language` by its English name.
pub fn another_language(language: &str) -> String {
    format!(
        "This article seems to be in {language}; Crossread finds names and claims in English only."
    )
}

/// Reading broke down as a whole.
pub fn reading_failed(reason: &str) -> String {
    format!("The articles could not be analysed: {reason}. Your files are unchanged.")
}

/// The reader stopped it.
pub fn stopped(articles: usize) -> String {
    format!("Stopped. {} read so far.", super::articles(articles))
}

/// The reader stopped reading more; what was open is as it was.
pub const fn stopped_adding() -> &'static str {
    "Stopped. What was open before stays open."
}

#[cfg(test)]
mod tests {
    use super::{collection_name, opened_from};
    #[test]
    fn a_collection_is_called_after_its_folder() {
        assert_eq!(collection_name(&["/a/Budget week".into()]), "Budget week");
        assert_eq!(
            collection_name(&["/a/b".into(), "/c".into(), "/d".into()]),
            "b and 2 more"
        );
        assert_eq!(collection_name(&[]), "Sample story");
    }

    #[test]
    fn a_saved_review_is_told_from_its_folder() {
        assert_eq!(opened_from(&["/a/dam".into()]), "in /a");
        let review = opened_from(&["/a/dam.crossread".into()]);
        assert_eq!(review, "saved review in /a");
        let deep = opened_from(&[format!("/{}/dam", "long ".repeat(20)).into()]);
        assert!(deep.starts_with("in …") && deep.chars().count() < 60);
        assert_eq!(opened_from(&["/a".into(), "/b".into()]), "2 places");
    }
}
