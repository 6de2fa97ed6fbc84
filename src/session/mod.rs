//! The open review: state, commands, effects and background jobs. Knows no window.
