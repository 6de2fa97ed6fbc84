//! The system's dialogs for folders and files, asked off the window's thread.

use std::future::Future;

use crate::session::Report;

/// The end of a review file's name.
const EXTENSION: &str = "crossread";

/// Asks for folders; what the reader chose is reported.
pub(super) fn pick_folders(tell: impl Fn(Report) + Send + Sync + 'static) {
    let asked = rfd::AsyncFileDialog::new()
        .set_title("Open folders of articles")
        .pick_folders();
    wait(asked, tell, |picked| {
        let roots = picked.iter().map(|folder| folder.path().to_owned());
        Report::Picked(roots.collect())
    });
}

/// Asks for a review file.
pub(super) fn pick_review(tell: impl Fn(Report) + Send + Sync + 'static) {
    let asked = rfd::AsyncFileDialog::new()
        .set_title("Open a review")
        .add_filter("Crossread review", &[EXTENSION])
        .pick_file();
    wait(asked, tell, |picked| {
        Report::Picked(vec![picked.path().to_owned()])
    });
}

/// Asks where to save a review.
pub(super) fn pick_save_path(name: &str, tell: impl Fn(Report) + Send + Sync + 'static) {
    let asked = rfd::AsyncFileDialog::new()
        .set_title("Save the review as")
        .set_file_name(format!("{name}.{EXTENSION}"))
        .add_filter("Crossread review", &[EXTENSION])
        .save_file();
    wait(asked, tell, |picked| {
        Report::PickedSavePath(picked.path().to_owned())
    });
}

/// Asks for a file or a folder to write to.
pub(super) fn pick_take_path(
    name: &str,
    is_folder: bool,
    tell: impl Fn(Report) + Send + Sync + 'static,
) {
    if is_folder {
        let asked = rfd::AsyncFileDialog::new()
            .set_title("Save the tables in")
            .pick_folder();
        wait(asked, tell, |picked| {
            Report::PickedTakePath(picked.path().to_owned())
        });
    } else {
        let asked = rfd::AsyncFileDialog::new()
            .set_title("Save as")
            .set_file_name(name)
            .save_file();
        wait(asked, tell, |picked| {
            Report::PickedTakePath(picked.path().to_owned())
        });
    }
}

/// Waits on a thread of its own. The dialog is made by the caller, on the thread of the window, as
/// macOS wants it.
fn wait<T: Send + 'static>(
    asked: impl Future<Output = Option<T>> + Send + 'static,
    tell: impl Fn(Report) + Send + Sync + 'static,
    report: impl FnOnce(T) -> Report + Send + 'static,
) {
    let wait = move || tell(pollster::block_on(asked).map_or(Report::PickedNothing, report));
    // Without a thread there is no dialog: the path field is the other way.
    drop(
        std::thread::Builder::new()
            .name("dialog".to_owned())
            .spawn(wait),
    );
}
