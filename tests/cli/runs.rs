//! Running the program, and small collections to run it on.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// The program.
pub(crate) const PROGRAM: &str = env!("CARGO_BIN_EXE_crossread");

/// Every command that reads folders, with a name for what it writes.
pub(crate) const WRITERS: [(&str, &str); 5] = [
    ("analyze", "analysis.json"),
    ("report", "report.html"),
    ("tables", "tables.xlsx"),
    ("tables", "tables"),
    ("annotations", "highlights.jsonld"),
];

/// Runs the program with these arguments.
pub(crate) fn run<S: AsRef<std::ffi::OsStr>>(arguments: &[S]) -> Output {
    Command::new(PROGRAM).args(arguments).output().unwrap()
}

/// Runs a command on a folder.
pub(crate) fn write(command: &str, folder: &Path, out: &Path) -> Output {
    Command::new(PROGRAM)
        .arg(command)
        .arg(folder)
        .arg("--out")
        .arg(out)
        .output()
        .unwrap()
}

/// What the program said, and that it ended as it should.
pub(crate) fn said(output: &Output, code: i32) -> String {
    let words = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(output.status.code(), Some(code), "{words}");
    words
}

/// A folder with the files of the sample story that are named.
pub(crate) fn sample(files: &[&str]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    for file in files {
        fs::copy(sample_folder().join(file), folder.path().join(file)).unwrap();
    }
    folder
}

/// Where the sample story lies.
pub(crate) fn sample_folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/sample")
}

/// Four articles of the sample story that share claims.
pub(crate) const FEW: [&str; 4] = [
    "Village evacuated as dam gate sticks open - Northern Ledger.html",
    "Wall of water hits sleeping village as dam gate jams _ The Evening Argosy.html",
    "lantern-hallin-dam-oct10.txt",
    "upland radio - missing man found alive.txt",
];

/// A folder with one short article, for what does not depend on the text.
pub(crate) fn short() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let text = "Bridge closed\n\nThe bridge at Orrin was closed on Monday, police said.\n";
    fs::write(folder.path().join("bridge.txt"), text).unwrap();
    folder
}

/// Whether the tests run as the system's administrator, whom no permission stops.
pub(crate) fn is_administrator() -> bool {
    let id = Command::new("id").arg("-u").output();
    id.is_ok_and(|output| output.stdout.starts_with(b"0\n"))
}
