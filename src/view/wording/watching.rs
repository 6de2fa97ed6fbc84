//! Files of the open folders that differ from what was read.

use std::path::PathBuf;

use super::{count, list};

/// "2 new files and 1 changed file in this folder."; empty when nothing differs. The numbers are
/// of new, changed and removed files, then of folders that are open.
pub fn stirred(differing: [usize; 3], folders: usize, unreachable: &[PathBuf]) -> String {
    let nouns = [
        ("new file", "new files"),
        ("changed file", "changed files"),
        ("removed file", "removed files"),
    ];
    let parts: Vec<String> = differing
        .into_iter()
        .zip(nouns)
        .filter(|(number, _)| *number > 0)
        .map(|(number, (one, many))| count(number, one, many))
        .collect();
    let mut lines: Vec<String> = Vec::new();
    if !parts.is_empty() {
        let place = if folders > 1 {
            "these folders"
        } else {
            "this folder"
        };
        lines.push(format!("{} in {place}.", list(&parts)));
    }
    if !unreachable.is_empty() {
        let names: Vec<String> = unreachable
            .iter()
            .map(|folder| format!("“{}”", folder.display()))
            .collect();
        lines.push(format!(
            "{} cannot be reached now; what was read of it stays.",
            list(&names)
        ));
    }
    lines.join(" ")
}

/// The paths behind that line, some of them, a line each: new, changed and removed ones.
pub fn stirred_paths(differing: [&[String]; 3]) -> String {
    const SHOWN: usize = 12;
    let mut lines: Vec<String> = differing
        .into_iter()
        .zip(["new", "changed", "removed"])
        .flat_map(|(paths, what)| paths.iter().map(move |path| format!("{what}: {path}")))
        .collect();
    let more = lines.len().saturating_sub(SHOWN);
    lines.truncate(SHOWN);
    if more > 0 {
        lines.push(format!("and {more} more"));
    }
    lines.join("\n")
}

#[cfg(test)]
mod tests {
    use super::stirred;

    #[test]
    fn what_differs_is_one_sentence() {
        assert_eq!(stirred([0, 0, 0], 1, &[]), "");
        assert_eq!(stirred([2, 0, 0], 1, &[]), "2 new files in this folder.");
        assert_eq!(
            stirred([2, 0, 1], 2, &[]),
            "2 new files and 1 removed file in these folders."
        );
    }
}
