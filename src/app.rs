//! The window: `impl eframe::App`.
