//! A picture of the window, written as a PNG file.

use std::io::Cursor;
use std::path::Path;
use std::sync::Arc;

use egui::{ColorImage, Context};
use image::{ImageFormat, RgbaImage};

use crate::export::{ExportError, write_whole};
use crate::session::{Report, TakeFailure, TakeOrder};
use crate::view::wording;

/// An order that is answered, whatever becomes of it.
struct Asked<T: Fn(Report)> {
    /// `None` once it is answered.
    order: Option<TakeOrder>,
    tell: T,
}

impl<T: Fn(Report)> Asked<T> {
    fn answer(&mut self, result: impl FnOnce(&TakeOrder) -> Result<(), TakeFailure>) {
        if let Some(order) = self.order.take() {
            let result = result(&order);
            (self.tell)(Report::Taken { order, result });
        }
    }
}

impl<T: Fn(Report)> Drop for Asked<T> {
    fn drop(&mut self) {
        self.answer(|_| Err(TakeFailure::NotWritten(wording::NO_PICTURE.to_owned())));
    }
}

/// Has the next frame, in which the card that asked is gone, written as a picture.
pub(super) fn take(ctx: &Context, order: TakeOrder, tell: impl Fn(Report) + Send + 'static) {
    let mut asked = Asked {
        order: Some(order),
        tell,
    };
    ctx.request_screenshot(move |image: Arc<ColorImage>| {
        let work = move || asked.answer(|order| order.write_by(|path| write(path, &image)));
        // Without a thread the order is dropped, which answers it.
        drop(
            std::thread::Builder::new()
                .name("picture".to_owned())
                .spawn(work),
        );
    });
    ctx.request_repaint();
}

fn write(path: &Path, image: &ColorImage) -> Result<(), ExportError> {
    let [width, height] = image.size;
    let failed = |cause: std::io::Error| ExportError {
        path: path.to_owned(),
        cause,
    };
    let bytes = image.as_raw().to_vec();
    let picture = RgbaImage::from_raw(width as u32, height as u32, bytes)
        .ok_or_else(|| failed(std::io::Error::other(wording::NO_PICTURE)))?;
    let mut file = Cursor::new(Vec::new());
    picture
        .write_to(&mut file, ImageFormat::Png)
        .map_err(|error| failed(std::io::Error::other(error)))?;
    write_whole(path, file.get_ref())
}
