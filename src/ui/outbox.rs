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

    /// Draws what may be out of date: nothing that is asked for there is passed on then.
    pub(super) fn unless(&mut self, is_stale: bool, draw: impl FnOnce(&mut Self)) {
        if is_stale {
            draw(&mut Self::default());
        } else {
            draw(self);
        }
    }

    /// What was asked for.
    pub fn into_commands(self) -> Vec<Command> {
        self.commands
    }
}
