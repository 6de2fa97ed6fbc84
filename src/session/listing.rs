//! Lists of a whole collection that the screens show: articles, claims, names, the timeline.
//!
//! For a collection of usual size a list is made where it is asked for. For a large one that takes
//! longer than a frame: a job makes it, and the list before stays in view until then.

use std::sync::Arc;

use super::{Correcting, Effect, Notice, Screen, Session};
use crate::model::{ClaimId, EntityId, Interval};
use crate::review::Review;
use crate::view::claims::{self, ClaimDetail, ClaimRow, ClaimsState};
use crate::view::people::{self, PeopleState, PersonDetail, PersonRow, Places};
use crate::view::read::{self, StoryGroup};
use crate::view::timeline::{self, Timeline, TimelineState};
use crate::view::wording;

/// A collection of at most so many articles has its lists made at once: a few milliseconds.
const AT_ONCE_MAX: usize = 200;

/// What is listed, and how it is filtered.
#[derive(Clone, Debug, PartialEq)]
pub enum Wanted {
    /// Articles of these days, or all.
    Articles(Option<Interval>),
    /// Rows of the table of claims.
    Claims(ClaimsState),
    /// One claim, opened.
    Claim(ClaimId),
    /// The timeline.
    Timeline(TimelineState),
    /// Everyone and everything named.
    People(PeopleState),
    /// One name, opened.
    Person(EntityId),
    /// Every place that names one.
    Places(EntityId),
    /// Names with these words, to be chosen from.
    OfferedNames(String),
    /// Claims with these words, to be chosen from.
    OfferedClaims(String),
}

/// A list that was made.
#[derive(Clone, Debug)]
pub enum List {
    /// Articles by story.
    Articles(Arc<Vec<StoryGroup>>),
    /// Claims.
    Claims(Arc<Vec<ClaimRow>>),
    /// One claim; `None` when it is not there.
    Claim(Arc<Option<ClaimDetail>>),
    /// The timeline.
    Timeline(Arc<Timeline>),
    /// Names.
    People(Arc<Vec<PersonRow>>),
    /// One name; `None` when it is not there.
    Person(Arc<Option<PersonDetail>>),
    /// Places of one name; `None` when it is not there.
    Places(Arc<Option<Places>>),
}

impl Wanted {
    /// Makes the list.
    pub fn make(&self, review: &Review) -> List {
        match self {
            Self::Articles(days) => List::Articles(Arc::new(read::article_list(review, *days))),
            Self::Claims(state) => List::Claims(Arc::new(claims::rows(review, state))),
            Self::Claim(id) => List::Claim(Arc::new(claims::detail(review, *id))),
            Self::Timeline(state) => List::Timeline(Arc::new(timeline::timeline(review, state))),
            Self::People(state) => List::People(Arc::new(people::rows(review, state))),
            Self::Person(id) => List::Person(Arc::new(people::detail(review, *id))),
            Self::Places(id) => List::Places(Arc::new(people::places(review, *id))),
            Self::OfferedNames(query) => {
                let state = PeopleState {
                    query: query.clone(),
                    ..PeopleState::default()
                };
                List::People(Arc::new(people::rows(review, &state)))
            }
            Self::OfferedClaims(query) => {
                let state = ClaimsState {
                    query: query.clone(),
                    ..ClaimsState::default()
                };
                List::Claims(Arc::new(claims::rows(review, &state)))
            }
        }
    }
}

/// A list in its place, with what it was made for.
#[derive(Clone, Debug, Default)]
struct Slot {
    made: Option<(u64, Wanted, List)>,
    /// What a job is making.
    pending: Option<(u64, Wanted)>,
    /// What could not be made.
    broken: Option<(u64, Wanted)>,
    /// The state of the collection that is shown.
    revision: u64,
    /// Grows with every list that is put here.
    serial: u64,
}

/// A list to be drawn.
#[derive(Debug)]
pub struct Listed<'a, T: ?Sized> {
    /// The list.
    pub list: &'a T,
    /// Which one it is, for what is derived from it.
    pub serial: u64,
    /// Whether it is of an earlier state of the collection: the numbers in it may mean others now,
    /// so nothing of it can be chosen.
    pub is_stale: bool,
}

impl<T: ?Sized> Clone for Listed<'_, T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T: ?Sized> Copy for Listed<'_, T> {}

impl Slot {
    fn is_for(&self, revision: u64, wanted: &Wanted) -> bool {
        let is_this = |(of, other): &(u64, Wanted)| *of == revision && other == wanted;
        let made = self.made.as_ref();
        made.is_some_and(|(of, other, _)| *of == revision && other == wanted)
            || [&self.pending, &self.broken]
                .into_iter()
                .any(|asked| asked.as_ref().is_some_and(is_this))
    }

    /// Puts a list here; gives the one before.
    fn put(&mut self, revision: u64, wanted: Wanted, list: List) -> Option<List> {
        self.serial += 1;
        let before = self.made.replace((revision, wanted, list));
        before.map(|(.., list)| list)
    }

    fn listed<'a, T: ?Sized>(
        &'a self,
        of: impl FnOnce(&'a List) -> Option<&'a T>,
    ) -> Option<Listed<'a, T>> {
        let (revision, _, list) = self.made.as_ref()?;
        Some(Listed {
            list: of(list)?,
            serial: self.serial,
            is_stale: *revision != self.revision,
        })
    }

    /// Whether the list is of exactly this, whatever state of the collection.
    fn is_of(&self, wanted: &Wanted) -> bool {
        self.made
            .as_ref()
            .is_some_and(|(_, made, _)| made == wanted)
    }
}

/// What is let go of by a job: for many articles that takes longer than a frame.
#[derive(Clone, Debug)]
pub enum Gone {
    /// A collection with its lists.
    Collection(Box<Review>, Box<Lists>),
    /// A list.
    List(List),
}

/// The lists of a collection, each as it was made last.
#[derive(Clone, Debug, Default)]
pub struct Lists {
    articles: Slot,
    claims: Slot,
    claim: Slot,
    timeline: Slot,
    people: Slot,
    person: Slot,
    places: Slot,
    offered: Slot,
}

impl Lists {
    /// Takes all lists out. Those to come are numbered on, since what is derived from a list is known
    /// by its number.
    pub(super) fn take(&mut self) -> Self {
        let next = |slot: &Slot| Slot {
            serial: slot.serial,
            ..Slot::default()
        };
        let empty = Self {
            articles: next(&self.articles),
            claims: next(&self.claims),
            claim: next(&self.claim),
            timeline: next(&self.timeline),
            people: next(&self.people),
            person: next(&self.person),
            places: next(&self.places),
            offered: next(&self.offered),
        };
        std::mem::replace(self, empty)
    }

    fn slot(&mut self, wanted: &Wanted) -> &mut Slot {
        match wanted {
            Wanted::Articles(_) => &mut self.articles,
            Wanted::Claims(_) => &mut self.claims,
            Wanted::Claim(_) => &mut self.claim,
            Wanted::Timeline(_) => &mut self.timeline,
            Wanted::People(_) => &mut self.people,
            Wanted::Person(_) => &mut self.person,
            Wanted::Places(_) => &mut self.places,
            Wanted::OfferedNames(_) | Wanted::OfferedClaims(_) => &mut self.offered,
        }
    }

    /// Articles by story; they are named by content, so an older list can be used too.
    pub fn articles(&self) -> &[StoryGroup] {
        let listed = self.articles.listed(|list| match list {
            List::Articles(groups) => Some(groups.as_slice()),
            _ => None,
        });
        listed.map_or(&[], |listed| listed.list)
    }

    /// Rows of the table of claims; `None` before they are made.
    pub fn claims(&self) -> Option<Listed<'_, [ClaimRow]>> {
        self.claims.listed(rows_of_claims)
    }

    /// One claim, opened; `None` while it is being made and when it is not there.
    pub fn claim(&self, id: ClaimId) -> Option<Listed<'_, ClaimDetail>> {
        let slot = Some(&self.claim).filter(|slot| slot.is_of(&Wanted::Claim(id)))?;
        slot.listed(|list| match list {
            List::Claim(claim) => Option::as_ref(claim),
            _ => None,
        })
    }

    /// The timeline; `None` before it is made.
    pub fn timeline(&self) -> Option<Listed<'_, Timeline>> {
        self.timeline.listed(|list| match list {
            List::Timeline(timeline) => Some(&**timeline),
            _ => None,
        })
    }

    /// Everyone and everything named; `None` before the list is made.
    pub fn people(&self) -> Option<Listed<'_, [PersonRow]>> {
        self.people.listed(rows_of_people)
    }

    /// One name, opened; `None` while it is being made and when it is not there.
    pub fn person(&self, id: EntityId) -> Option<Listed<'_, PersonDetail>> {
        let slot = Some(&self.person).filter(|slot| slot.is_of(&Wanted::Person(id)))?;
        slot.listed(|list| match list {
            List::Person(person) => Option::as_ref(person),
            _ => None,
        })
    }

    /// Every place that names one; `None` while they are being looked up.
    pub fn places(&self, id: EntityId) -> Option<Listed<'_, Places>> {
        let slot = Some(&self.places).filter(|slot| slot.is_of(&Wanted::Places(id)))?;
        slot.listed(|list| match list {
            List::Places(places) => Option::as_ref(places),
            _ => None,
        })
    }

    /// Names to be chosen from, on the card of a name.
    pub fn offered_names(&self) -> Option<Listed<'_, [PersonRow]>> {
        self.offered.listed(rows_of_people)
    }

    /// Claims to be chosen from, on the card of a claim.
    pub fn offered_claims(&self) -> Option<Listed<'_, [ClaimRow]>> {
        self.offered.listed(rows_of_claims)
    }
}

fn rows_of_claims(list: &List) -> Option<&[ClaimRow]> {
    match list {
        List::Claims(rows) => Some(rows.as_slice()),
        _ => None,
    }
}

fn rows_of_people(list: &List) -> Option<&[PersonRow]> {
    match list {
        List::People(rows) => Some(rows.as_slice()),
        _ => None,
    }
}

/// What the screen and the card that are open list.
fn wanted(session: &Session) -> Vec<Wanted> {
    let mut wanted = match session.screen {
        Screen::Read => vec![Wanted::Articles(session.read.days)],
        // Each side is one of all.
        Screen::Compare => vec![Wanted::Articles(None)],
        Screen::Claims => vec![Wanted::Claims(session.claims.clone())],
        Screen::Timeline => vec![Wanted::Timeline(session.timeline.clone())],
        Screen::People => vec![Wanted::People(session.people.clone())],
    };
    wanted.extend(match (session.screen, session.entity) {
        (Screen::Read, Some(id)) => Some(Wanted::Places(id)),
        (Screen::People, Some(id)) => Some(Wanted::Person(id)),
        _ => None,
    });
    let opened = session.claim.filter(|_| session.screen == Screen::Claims);
    wanted.extend(opened.map(Wanted::Claim));
    let typed = |query: &str| Some(query.trim().to_owned()).filter(|query| !query.is_empty());
    wanted.extend(match &session.correcting {
        Some(Correcting::Name(card)) => typed(&card.query).map(Wanted::OfferedNames),
        Some(Correcting::Claim(card)) => typed(&card.query).map(Wanted::OfferedClaims),
        _ => None,
    });
    wanted
}

/// Has the lists made that are shown and not there yet: those of a collection of usual size at once.
/// To be called whenever something changed.
pub fn list(session: &mut Session) -> Vec<Effect> {
    let Some(review) = &session.review else {
        return Vec::new();
    };
    let revision = session.revision;
    let mut effects = Vec::new();
    for wanted in wanted(session) {
        let slot = session.lists.slot(&wanted);
        slot.revision = revision;
        if slot.is_for(revision, &wanted) {
            continue;
        }
        if review.documents().len() <= AT_ONCE_MAX {
            let list = wanted.make(review);
            slot.put(revision, wanted, list);
        } else if slot.pending.is_none() {
            // One at a time: who types fast waits for the last list only.
            slot.pending = Some((revision, wanted.clone()));
            effects.push(Effect::List {
                revision,
                wanted,
                review: Box::new(review.clone()),
            });
        }
    }
    effects
}

/// Takes a list that a job made, `None` where it broke down. One for a collection that is no longer
/// open is dropped.
pub(super) fn listed(
    session: &mut Session,
    revision: u64,
    wanted: Wanted,
    list: Option<List>,
) -> Vec<Effect> {
    let slot = session.lists.slot(&wanted);
    let asked = slot
        .pending
        .take_if(|(of, asked)| *of == revision && *asked == wanted);
    let gone = match (asked, list) {
        (Some(_), Some(list)) => slot.put(revision, wanted, list),
        (Some(asked), None) => {
            slot.broken = Some(asked);
            session.notice = Some(Notice::staying(wording::listing_failed()));
            None
        }
        (None, list) => list,
    };
    gone.map(|list| Effect::LetGo(Gone::List(list)))
        .into_iter()
        .collect()
}

#[cfg(test)]
mod tests {
    use super::{List, Wanted, list, listed};
    use crate::corpus::testing::document;
    use crate::pipeline::Collection;
    use crate::review::Review;
    use crate::session::{Action, Command, Effect, Screen, Session, apply};
    use crate::view::people::PeopleState;

    fn opened(articles: usize) -> Session {
        let collection = Collection {
            documents: (0..articles)
                .map(|number| document(&number.to_string(), "The dam broke."))
                .collect(),
            ..Collection::default()
        };
        Session {
            review: Some(Review::of("Dam".to_owned(), Vec::new(), collection)),
            screen: Screen::People,
            revision: 1,
            ..Session::default()
        }
    }

    fn asked(effects: Vec<Effect>) -> Vec<(u64, Wanted, Box<Review>)> {
        let orders = effects.into_iter().filter_map(|effect| match effect {
            Effect::List {
                revision,
                wanted,
                review,
            } => Some((revision, wanted, review)),
            _ => None,
        });
        orders.collect()
    }

    #[test]
    fn a_small_collection_is_listed_at_once() {
        let mut session = opened(3);
        assert!(session.lists.people().is_none());
        assert!(list(&mut session).is_empty());
        assert!(
            session
                .lists
                .people()
                .is_some_and(|listed| !listed.is_stale)
        );
    }

    #[test]
    fn lists_of_the_next_collection_have_numbers_of_their_own() {
        let mut session = opened(3);
        list(&mut session);
        let number = |session: &Session| session.lists.people().map(|listed| listed.serial);
        let before = number(&session);
        apply(&mut session, Command::Act(Action::CloseCollection));
        assert!(session.lists.people().is_none());
        session.review = opened(2).review;
        session.screen = Screen::People;
        list(&mut session);
        assert!(before.is_some() && number(&session).is_some() && number(&session) != before);
    }

    #[test]
    fn a_large_collection_is_listed_by_a_job_one_list_at_a_time() {
        let mut session = opened(super::AT_ONCE_MAX + 1);
        let mut orders = asked(list(&mut session));
        let (revision, wanted, review) = orders.pop().expect("one order");
        assert!(orders.is_empty() && session.lists.people().is_none());
        // Typed meanwhile: nothing more is asked for until the first list is there.
        let state = PeopleState {
            query: "dam".to_owned(),
            ..PeopleState::default()
        };
        assert!(asked(apply(&mut session, Command::SetPeople(state.clone()))).is_empty());
        let made = wanted.make(&review);
        listed(&mut session, revision, wanted, Some(made));
        assert!(session.lists.people().is_some());
        let next = asked(list(&mut session))
            .pop()
            .expect("the list for what was typed");
        assert_eq!(next.1, Wanted::People(state));
    }

    #[test]
    fn a_list_of_a_collection_that_was_closed_is_dropped() {
        let mut session = opened(super::AT_ONCE_MAX + 1);
        let (revision, wanted, review) = asked(list(&mut session)).pop().expect("one order");
        let made = wanted.make(&review);
        assert!(matches!(made, List::People(_)));
        session.lists = super::Lists::default();
        listed(&mut session, revision, wanted, Some(made));
        assert!(session.lists.people().is_none());
    }

    #[test]
    fn a_list_that_breaks_down_is_said_and_not_asked_for_again() {
        let mut session = opened(super::AT_ONCE_MAX + 1);
        let (revision, wanted, _) = asked(list(&mut session)).pop().expect("one order");
        listed(&mut session, revision, wanted, None);
        assert!(!session.notice_words().is_empty());
        assert!(asked(list(&mut session)).is_empty());
    }
}
