//! Reading files: the sample story, articles inside their carriers, PDF pages, lists and exports,
//! hostile files, and the properties that hold for any bytes.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::format_collect,
    reason = "a test that stops at the first surprise"
)]

mod carriers;
mod hostile;
mod lists;
mod make;
mod pages;
mod pdf;
mod pdf_writer;
mod properties;
mod sample;

/// The day an article was published, as it is written down.
fn day(article: &crossread::model::Article) -> Option<String> {
    article.published.value.map(|day| day.to_string())
}
