//! Words on the clipboard: as rich text with the same as plain text, where the system takes that.

use arboard::Clipboard;
use egui::Context;

use crate::view::quoting::Copied;

/// Puts words on the clipboard, from a thread of its own: the system may take its time.
pub(super) fn copy(ctx: &Context, copied: Copied) {
    let (window, text) = (ctx.clone(), copied.text.clone());
    let put = move || {
        let rich = Clipboard::new()
            .and_then(|mut clipboard| clipboard.set_html(&copied.html, Some(&copied.text)));
        if rich.is_err() {
            // Without rich text the window's own way is left, for plain text.
            window.copy_text(copied.text);
            window.request_repaint();
        }
    };
    let started = std::thread::Builder::new()
        .name("copy".to_owned())
        .spawn(put);
    if started.is_err() {
        ctx.copy_text(text);
    }
}
