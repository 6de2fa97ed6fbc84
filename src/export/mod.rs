//! What leaves the program: report, tables, annotations, analysis file, comparison file.
//!
//! Owns the public formats and how they are written to disk, whole or not at all. Must not decide
//! anything: it writes what `model` and `view` hold. [`Export`] is the one way in, for the window
//! and for the headless commands alike.

mod analysis_file;
mod annotations_file;
mod clean;
mod code_points;
mod comparison_file;
mod marks;
mod report;
mod tables;
mod timeline_file;
mod timeline_svg;
mod write;

use std::path::Path;

use crate::review::Review;

pub use clean::one_line;
pub use comparison_file::comparison_json;
pub use write::{ExportError, check_apart, check_writable, write_whole};

/// What can be taken away of a review, and as what.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Export {
    /// The report: one web page.
    Report,
    /// Tables as sheets of one workbook (XLSX).
    Workbook,
    /// Tables as comma-separated files in a folder.
    Tables,
    /// The timeline as a drawing (SVG).
    Timeline,
    /// All highlights as W3C Web Annotations.
    Annotations,
    /// Everything, for other programs.
    Analysis,
}

impl Export {
    /// Every kind, in the order of a menu.
    pub const ALL: [Self; 6] = [
        Self::Report,
        Self::Workbook,
        Self::Tables,
        Self::Timeline,
        Self::Annotations,
        Self::Analysis,
    ];

    /// Its name in a menu.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Report => "Report (web page)",
            Self::Workbook => "Tables (Excel workbook)",
            Self::Tables => "Tables (folder of CSV files)",
            Self::Timeline => "Timeline (SVG drawing)",
            Self::Annotations => "Highlights (for annotation programs)",
            Self::Analysis => "Everything (for other programs)",
        }
    }

    /// A name for its file, or for its folder.
    pub const fn file_name(self) -> &'static str {
        match self {
            Self::Report => "report.html",
            Self::Workbook => "tables.xlsx",
            Self::Tables => "tables",
            Self::Timeline => "timeline.svg",
            Self::Annotations => "highlights.jsonld",
            Self::Analysis => "analysis.json",
        }
    }

    /// Makes sure, before long work, that it could be written to `path`.
    ///
    /// # Errors
    /// When it could not.
    pub fn check(self, path: &Path) -> Result<(), ExportError> {
        match self {
            Self::Tables if path.is_dir() => check_writable(&path.join("articles.csv")),
            _ => check_writable(path),
        }
    }

    /// Writes it to `path`: a file, or for [`Self::Tables`] a folder, which is made if it is
    /// missing. The same review gives the same bytes.
    ///
    /// # Errors
    /// When it cannot be written, or is the file of an article; an older file is then untouched.
    pub fn write(self, review: &Review, path: &Path) -> Result<(), ExportError> {
        let is_apart = |path: &Path| {
            let documents = review.documents().iter();
            check_apart(path, documents.filter_map(|d| d.article.file.as_deref()))
        };
        is_apart(path)?;
        match self {
            Self::Report => write_whole(path, report::report_html(review).as_bytes()),
            Self::Timeline => write_whole(path, timeline_file::timeline_svg(review).as_bytes()),
            Self::Annotations => write::write_with(path, |file| {
                annotations_file::write_annotations(review, file)
            }),
            Self::Analysis => {
                let json = analysis_file::analysis_json(review);
                write_whole(path, json.to_string().as_bytes())
            }
            Self::Workbook => {
                let bytes = tables::workbook(tables::all(review)).map_err(|error| ExportError {
                    path: path.to_owned(),
                    cause: std::io::Error::other(error),
                })?;
                write_whole(path, &bytes)
            }
            Self::Tables => in_folder(path, |folder| {
                for table in tables::all(review) {
                    let file = folder.join(table.file).with_extension("csv");
                    is_apart(&file)?;
                    write::write_with(&file, |file| tables::write_csv(table, file))?;
                }
                Ok(())
            }),
        }
    }
}

/// Does something in a folder, which is made if it is missing.
fn in_folder(
    folder: &Path,
    act: impl FnOnce(&Path) -> Result<(), ExportError>,
) -> Result<(), ExportError> {
    match std::fs::create_dir(folder) {
        Err(error) if error.kind() != std::io::ErrorKind::AlreadyExists => Err(ExportError {
            path: folder.to_owned(),
            cause: error,
        }),
        _ => act(folder),
    }
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::path::PathBuf;

    use super::{Export, comparison_json};
    use crate::ingest::{Cancel, read_all};
    use crate::model::{Comparison, EntityKind, SkippedReason};
    use crate::pipeline::Collection;
    use crate::review::Review;
    use crate::review::testing::{article, collection};

    #[test]
    fn what_crossread_wrote_is_not_read_as_an_article_whatever_it_is_called() {
        let told = article("a", "The gate was open, as Lie said on the quay.");
        let names = [("Lie", EntityKind::Person)];
        let (documents, analysis) = collection(vec![told], &names, &[&["the gate was open"]]);
        let read = Collection {
            documents,
            analysis,
            ..Collection::default()
        };
        let review = Review::of("Dam".to_owned(), Vec::new(), read);
        let place = tempfile::tempdir().unwrap();
        for export in Export::ALL {
            let path = place.path().join(export.file_name());
            export.write(&review, &path).unwrap();
        }
        let compared = comparison_json(["a", "b"], &Comparison::default()).to_string();
        fs::write(place.path().join("compared.json"), compared).unwrap();
        let files = |folder: PathBuf| {
            let entries = fs::read_dir(folder).unwrap();
            let paths = entries.map(|entry| entry.unwrap().path());
            paths.filter(|path| path.is_file()).collect::<Vec<_>>()
        };
        let mut written = files(place.path().to_owned());
        written.extend(files(place.path().join("tables")));
        let folder = tempfile::tempdir().unwrap();
        for (number, file) in written.iter().enumerate() {
            fs::copy(file, folder.path().join(format!("{number}.txt"))).unwrap();
        }
        let again = read_all(
            &[place.path().to_owned(), folder.path().to_owned()],
            &Cancel::default(),
            &|_| (),
        );
        assert!(again.articles.is_empty(), "{:?}", again.articles);
        assert_eq!(again.skipped.len(), written.len() * 2);
        for file in &again.skipped {
            assert!(matches!(file.reason, SkippedReason::OwnWork(_)), "{file:?}");
        }
    }
}
