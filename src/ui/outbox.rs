//! Where clicks and keys of one frame are gathered.

use crate::session::Command;

/// Commands asked for in one frame, in order.
#[derive(Debug, Default)]
pub struct Outbox {
    commands: Vec<Command>,
}

impl Outbox {
    /// Asks for something.
    pub fn send(&mut self, command: impl Into<Command>) {
        self.commands.push(command.into());
    }

    /// What was asked for.
    pub fn into_commands(self) -> Vec<Command> {
        self.commands
    }
}
