//! The system's dialog for folders, asked off the window's thread.

use crate::session::Report;

/// Asks for folders; what the reader chose is reported.
pub(super) fn pick_folders(tell: impl Fn(Report) + Send + Sync + 'static) {
    // Made here, on the thread of the window, as macOS wants it; awaited elsewhere.
    let asked = rfd::AsyncFileDialog::new()
        .set_title("Open folders of articles")
        .pick_folders();
    let wait = move || {
        let picked = pollster::block_on(asked).unwrap_or_default();
        if picked.is_empty() {
            tell(Report::PickedNothing);
        } else {
            let roots = picked
                .iter()
                .map(|folder| folder.path().to_owned())
                .collect();
            tell(Report::Picked(roots));
        }
    };
    // Without a thread there is no dialog: the path field is the other way.
    drop(
        std::thread::Builder::new()
            .name("dialog".to_owned())
            .spawn(wait),
    );
}
