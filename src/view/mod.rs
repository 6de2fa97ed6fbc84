//! What a screen shows, as plain data, and the words in which it is said. Draws nothing.

pub mod wording;
