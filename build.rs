//! Compiles the lexicon files of `assets/lexicon/` into compact lookup data.

fn main() {
    println!("cargo::rerun-if-changed=assets/lexicon");
}
