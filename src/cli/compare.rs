//! `crossread compare LEFT RIGHT --out FILE.json`

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Args;

use super::terminal::fail;
use crate::export::{check_apart, comparison_json, write_whole};
use crate::ingest::{self, Cancel, Ingested};
use crate::model::{Article, ArticleId};
use crate::pipeline;
use crate::view::wording;

/// What to compare and where to write.
#[derive(Debug, Args)]
pub(super) struct Compare {
    /// The article on the left.
    left: PathBuf,
    /// The article on the right.
    right: PathBuf,
    /// The JSON file to write.
    #[arg(long)]
    out: PathBuf,
}

/// Compares and writes.
pub(super) fn run(arguments: &Compare) -> ExitCode {
    match compare(arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => fail(&message),
    }
}

fn compare(arguments: &Compare) -> Result<(), String> {
    let read = [arguments.left.as_path(), arguments.right.as_path()];
    check_apart(&arguments.out, read).map_err(|error| error.to_string())?;
    let left = one_article(&arguments.left, "left")?;
    let right = one_article(&arguments.right, "right")?;
    let ingested = Ingested {
        articles: vec![left, right],
        skipped: Vec::new(),
    };
    let collection = pipeline::analyse(ingested, &Cancel::default(), &|_| ())
        .map_err(|error| error.to_string())?;
    let [left, right] = collection.documents.as_slice() else {
        return Err("the two articles could not be analysed".to_owned());
    };
    let comparison = pipeline::compare(left, right).map_err(|error| error.to_string())?;
    let paths = [&arguments.left, &arguments.right].map(|path| path.to_string_lossy());
    let json = comparison_json(paths.each_ref().map(AsRef::as_ref), &comparison);
    write_whole(&arguments.out, json.to_string().as_bytes()).map_err(|error| error.to_string())
}

/// The article of a file, which must hold one alone. Its id is marked with the side, so that a file can be compared
/// with a copy of itself.
fn one_article(path: &Path, side: &str) -> Result<Article, String> {
    if !path.exists() {
        return Err(format!("there is no file {}", path.display()));
    }
    if path.is_dir() {
        return Err(format!(
            "{} is a folder; name one article of it",
            path.display()
        ));
    }
    let ingested = ingest::read_all(&[path.to_owned()], &Cancel::default(), &|_| ());
    let skipped = ingested
        .skipped
        .first()
        .map(|skipped| wording::skipped(&skipped.reason));
    if ingested.articles.len() > 1 {
        return Err(format!(
            "{} holds {}; save the one you mean as a file of its own",
            path.display(),
            wording::articles(ingested.articles.len())
        ));
    }
    let mut article = ingested.articles.into_iter().next().ok_or_else(|| {
        let why = skipped.unwrap_or_else(|| "no article was found in it".to_owned());
        format!("{} could not be read: {why}", path.display())
    })?;
    article.id = ArticleId::new(&format!("{}-{side}", article.id));
    Ok(article)
}
