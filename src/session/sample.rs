//! The sample story, inside the program.

use include_dir::{Dir, include_dir};

static SAMPLE: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/assets/sample");

/// Name and bytes of every file of the sample story, in order of name.
pub fn sample_files() -> Vec<(&'static str, &'static [u8])> {
    let mut files: Vec<(&'static str, &'static [u8])> = SAMPLE
        .files()
        .filter_map(|file| Some((file.path().to_str()?, file.contents())))
        .collect();
    files.sort_by_key(|(name, _)| *name);
    files
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_sample_has_at_least_twelve_files() {
        assert!(super::sample_files().len() >= 12);
    }
}
