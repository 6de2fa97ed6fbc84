//! `crossread analyze FOLDER… --out FILE.json`

use std::path::PathBuf;
use std::process::ExitCode;

use clap::Args;

use super::terminal::{fail, say};
use crate::export::{analysis_json, write_whole};
use crate::ingest::Cancel;
use crate::pipeline;
use crate::view::wording;

/// What to analyse and where to write.
#[derive(Debug, Args)]
pub(super) struct Analyze {
    /// Folders or files with articles.
    #[arg(required = true)]
    folders: Vec<PathBuf>,
    /// The JSON file to write.
    #[arg(long)]
    out: PathBuf,
}

/// Analyses and writes; files that could not be read are listed and do not stop it.
pub(super) fn run(arguments: &Analyze) -> ExitCode {
    if let Some(missing) = arguments.folders.iter().find(|folder| !folder.exists()) {
        return fail(&format!("there is no file or folder {}", missing.display()));
    }
    let collection = match pipeline::run(&arguments.folders, &Cancel::default(), &|_| ()) {
        Ok(collection) => collection,
        Err(error) => return fail(&error.to_string()),
    };
    for skipped in &collection.skipped {
        say(&format!(
            "{} was left aside: {}",
            skipped.path,
            wording::skipped(&skipped.reason)
        ));
    }
    if collection.documents.is_empty() {
        say("no article was found");
    }
    let json = analysis_json(&collection);
    if let Err(error) = write_whole(&arguments.out, json.to_string().as_bytes()) {
        return fail(&error.to_string());
    }
    ExitCode::SUCCESS
}
