//! Where the reader has been, to go back and forward.

use super::Screen;
use crate::model::{ArticleId, ClaimId};

/// How many places are remembered.
const LIMIT: usize = 100;

/// A place in the program.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Location {
    /// Screen.
    pub screen: Screen,
    /// Article that was read.
    pub article: Option<ArticleId>,
    /// Claim that was open.
    pub claim: Option<ClaimId>,
}

/// Where the reader has been.
#[derive(Clone, Debug, Default)]
pub struct History {
    back: Vec<Location>,
    forward: Vec<Location>,
}

impl History {
    /// Remembers the place that is being left.
    pub fn leave(&mut self, location: Location) {
        if self.back.last() != Some(&location) {
            self.back.push(location);
            if self.back.len() > LIMIT {
                self.back.remove(0);
            }
        }
        self.forward.clear();
    }

    /// The place before; `here` can be come back to by [`Self::go_forward`].
    pub fn go_back(&mut self, here: Location) -> Option<Location> {
        let location = self.back.pop()?;
        self.forward.push(here);
        Some(location)
    }

    /// The place that was left by [`Self::go_back`].
    pub fn go_forward(&mut self, here: Location) -> Option<Location> {
        let location = self.forward.pop()?;
        self.back.push(here);
        Some(location)
    }

    /// Whether there is a place to go back to.
    pub fn can_go_back(&self) -> bool {
        !self.back.is_empty()
    }

    /// Whether there is a place to go forward to.
    pub fn can_go_forward(&self) -> bool {
        !self.forward.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::{History, Location};
    use crate::session::Screen;

    fn at(screen: Screen) -> Location {
        Location {
            screen,
            article: None,
            claim: None,
        }
    }

    #[test]
    fn goes_back_and_forward_and_forgets_forward_on_a_new_way() {
        let mut history = History::default();
        history.leave(at(Screen::Read));
        assert_eq!(history.go_back(at(Screen::Claims)), Some(at(Screen::Read)));
        assert_eq!(
            history.go_forward(at(Screen::Read)),
            Some(at(Screen::Claims))
        );
        history.go_back(at(Screen::Claims));
        history.leave(at(Screen::Read));
        assert!(!history.can_go_forward());
    }
}
