//! The same articles give the same bytes: with any number of threads, in whatever order the files
//! came onto the disk.

use std::fs;
use std::path::Path;
use std::process::Command;

use crate::runs::{FEW, PROGRAM, WRITERS, said, sample, sample_folder};

/// Every file below a path with its bytes, in order of name.
fn bytes(path: &Path) -> Vec<(String, Vec<u8>)> {
    if path.is_file() {
        return vec![(String::new(), fs::read(path).unwrap())];
    }
    let mut files: Vec<(String, Vec<u8>)> = fs::read_dir(path)
        .unwrap()
        .map(|entry| {
            let path = entry.unwrap().path();
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            (name, fs::read(path).unwrap())
        })
        .collect();
    files.sort();
    files
}

fn written(command: &str, name: &str, folder: &Path, threads: &str) -> Vec<(String, Vec<u8>)> {
    let place = tempfile::tempdir().unwrap();
    let out = place.path().join(name);
    let output = Command::new(PROGRAM)
        .current_dir(folder)
        .env("RAYON_NUM_THREADS", threads)
        .args([command, ".", "--out"])
        .arg(&out)
        .output()
        .unwrap();
    said(&output, 0);
    bytes(&out)
}

#[test]
fn threads_and_the_order_of_files_change_nothing() {
    let folder = sample(&FEW);
    let first: Vec<_> = WRITERS
        .iter()
        .map(|(command, name)| written(command, name, folder.path(), "1"))
        .collect();
    assert!(first.iter().flatten().all(|(_, bytes)| !bytes.is_empty()));
    for threads in ["2", "7"] {
        // The folder keeps its name, since a report is called after it; the files come anew.
        for file in FEW.iter().rev() {
            fs::remove_file(folder.path().join(file)).unwrap();
        }
        let mut order = FEW;
        order.rotate_left(threads.len());
        order.reverse();
        for file in order {
            fs::copy(sample_folder().join(file), folder.path().join(file)).unwrap();
        }
        for ((command, name), first) in WRITERS.iter().zip(&first) {
            let again = written(command, name, folder.path(), threads);
            assert!(again == *first, "{command} with {threads} threads differs");
        }
    }
}
