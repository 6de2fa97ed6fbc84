//! The tour: a few steps through the screens, that the reader can leave at any of them.

use super::{Effect, Screen, Session, navigate, opening};

/// One step.
#[derive(Clone, Copy, Debug)]
pub struct Step {
    /// Which screen.
    pub screen: Screen,
    /// A few words.
    pub title: &'static str,
    /// What to look at, and what to try.
    pub words: &'static str,
}

/// All steps, in order.
pub const STEPS: [Step; 7] = [
    Step {
        screen: Screen::Read,
        title: "An article, marked",
        words: "Names, places, dates and numbers are marked. Rest the pointer on one to see who it \
                is and why it is marked; choose it to see every place that names it.",
    },
    Step {
        screen: Screen::Read,
        title: "The margin",
        words: "Beside the text stands where else a passage is told, and from how many origins. \
                Choose a line there to open the claim.",
    },
    Step {
        screen: Screen::Claims,
        title: "What is claimed",
        words: "Each row is one claim, in its clearest words. Open one to see every wording, who \
                said it, how surely, and where it entered the story.",
    },
    Step {
        screen: Screen::Timeline,
        title: "When it was told",
        words: "A lane for each claim, a mark for each telling. Hollow means with doubt, crossed \
                means denied. Choose a mark to read the passage.",
    },
    Step {
        screen: Screen::Compare,
        title: "Two articles side by side",
        words: "Words that differ are marked, and the middle says how. F8 goes to the next \
                difference. What only one side has is set apart.",
    },
    Step {
        screen: Screen::People,
        title: "Everyone named",
        words: "Who and what is named, by which outlet, under which name, and with whom. A wrong \
                name is mended once, everywhere, with “Correct…”; Ctrl+Z takes it back.",
    },
    Step {
        screen: Screen::Read,
        title: "Your own articles",
        words: "Drop a folder on this window, or open one. Nothing leaves this computer. F1 opens \
                the help, Ctrl+K finds any command.",
    },
];

/// Takes the tour from its beginning; without a collection the sample story is opened for it.
pub(super) fn start(session: &mut Session) -> Vec<Effect> {
    if session.review.is_none() && session.loading.is_none() {
        let effects = opening::begin(session, Vec::new(), true, false);
        session.tour = Some(0);
        return effects;
    }
    step_to(session, Some(0))
}

/// Goes to a step, and to the screen that it is about; past the last one, or with `None`, it ends.
pub(super) fn step_to(session: &mut Session, step: Option<usize>) -> Vec<Effect> {
    let found = step.and_then(|at| Some((at, STEPS.get(at)?)));
    session.tour = found.map(|(at, _)| at);
    let Some((_, step)) = found else {
        session.settings.has_toured = true;
        return Vec::new();
    };
    if session.review.is_none() {
        return Vec::new();
    }
    navigate::show(session, step.screen)
}

/// Goes along to the step about the screen that the reader went to, if the tour is taken.
pub(super) fn follow(session: &mut Session) {
    let screen = session.screen;
    let about = |at: usize| STEPS.get(at).is_some_and(|step| step.screen == screen);
    if session.tour.is_some_and(|at| !about(at)) {
        session.tour = STEPS.iter().position(|step| step.screen == screen);
    }
}

#[cfg(test)]
mod tests {
    use super::{STEPS, follow, step_to};
    use crate::session::{Screen, Session};

    #[test]
    fn the_tour_goes_along_with_the_reader() {
        let mut session = Session {
            tour: Some(1),
            screen: Screen::Timeline,
            ..Session::default()
        };
        follow(&mut session);
        assert_eq!(session.tour, Some(3));
        session.screen = Screen::Read;
        session.tour = Some(6);
        follow(&mut session);
        assert_eq!(session.tour, Some(6));
        session.tour = None;
        follow(&mut session);
        assert_eq!(session.tour, None);
    }

    #[test]
    fn the_tour_ends_after_its_last_step_and_is_not_offered_again() {
        let mut session = Session::default();
        step_to(&mut session, Some(STEPS.len() - 1));
        assert_eq!(session.tour, Some(STEPS.len() - 1));
        assert!(!session.settings.has_toured);
        step_to(&mut session, Some(STEPS.len()));
        assert_eq!(session.tour, None);
        assert!(session.settings.has_toured);
    }
}
