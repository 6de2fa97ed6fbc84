//! Chooses between the window and a headless command.

fn main() {}
