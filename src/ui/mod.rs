//! egui panels that draw the view models and send commands.
