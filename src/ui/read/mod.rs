//! The Read screen: the list, the page, the side.

mod card;
mod drawer;
mod list;
mod page;
mod paragraph;
mod places;
mod selected;
mod side;

pub(super) use selected::marking;

use std::rc::Rc;

use egui::{CentralPanel, Event, Frame, Margin, Panel, Rect, Ui};

use super::Outbox;
use super::cache::Cached;
use super::theme::{LIST_WIDTH, SIDE_WIDTH, Tokens};
use super::widgets::link;
use crate::model::ArticleId;
use crate::review::Review;
use crate::session::{Command, Session};
use crate::ui::words;
use crate::view::read::{Page, StoryGroup, page};

/// View models of the Read screen.
#[derive(Debug, Default)]
pub(super) struct ReadCache {
    page: Cached<(u64, ArticleId), Option<Page>>,
    /// The last wish that was granted, so that it is granted once.
    granted: u64,
    /// The article that is shown.
    shown: Option<ArticleId>,
    /// Since when it is shown, in seconds of the window's clock.
    since: f64,
}

/// After so many seconds a page that was left as it is counts as being read.
const READS_AFTER: f64 = 8.0;

/// Draws the Read screen.
pub(super) fn read_ui(
    ui: &mut Ui,
    session: &Session,
    review: &Review,
    cache: &mut ReadCache,
    is_narrow: bool,
    outbox: &mut Outbox,
) {
    let groups = session.lists.articles();
    let shown = session.article.as_ref().and_then(|id| {
        let key = (session.revision, id.clone());
        let page: Rc<Option<Page>> = cache.page.get(key, || page(review, id));
        page.is_some().then_some((id, page))
    });
    let tokens = Tokens::of(ui);
    let panel = Frame::new()
        .fill(tokens.panel)
        .inner_margin(Margin::symmetric(8, 8));
    left_ui(ui, session, review, groups, is_narrow, outbox);
    let shows_side = if is_narrow {
        session.shows_drawer
    } else {
        session.settings.shows_side
    };
    if let Some((id, page)) = &shown
        && let Some(page) = page.as_ref()
        && shows_side
    {
        let places = session.entity.and_then(|id| session.lists.places(id));
        let side = side::Side {
            session,
            article: id,
            page,
            places,
        };
        if is_narrow {
            drawer::drawer_ui(ui, |ui| {
                if link(ui, words::LINK_CLOSE).clicked() {
                    outbox.send(Command::ToggleDrawer);
                }
                side::side_ui(ui, &side, outbox);
            });
        } else {
            Panel::right("side")
                .frame(panel.inner_margin(Margin::symmetric(16, 12)))
                .resizable(true)
                .default_size(SIDE_WIDTH)
                .size_range(240.0..=480.0)
                .show(ui, |ui| side::side_ui(ui, &side, outbox));
        }
    }
    CentralPanel::default()
        .frame(Frame::new().fill(tokens.page))
        .show(ui, |ui| {
            if is_narrow || !session.settings.shows_list || session.search.is_some() {
                list::drop_down_ui(ui, session, groups, is_narrow, outbox);
            }
            if let Some((id, page)) = &shown
                && let Some(page) = page.as_ref()
            {
                let wish = session
                    .wish
                    .as_ref()
                    .filter(|wish| wish.serial > cache.granted && wish.article == **id);
                let is_new = cache.shown.as_ref() != Some(*id);
                let page = page::page_ui(ui, session, review, id, page, wish, outbox);
                if is_new {
                    cache.since = ui.input(|input| input.time);
                }
                if session.loading.is_some() && !session.is_reading {
                    begin_ui(ui, page, cache.since, outbox);
                }
                if let Some(wish) = wish {
                    cache.granted = wish.serial;
                }
                cache.shown = Some((*id).clone());
            }
        });
}

/// Tells when the reader has begun to read the page: by scrolling it, by a click or a key, or by
/// having had it in view for a while.
fn begin_ui(ui: &Ui, (page, is_scrolled): (Rect, bool), since: f64, outbox: &mut Outbox) {
    let (is_touched, seconds) = ui.input(|input| {
        let pointer = &input.pointer;
        let is_clicked = pointer.any_pressed()
            && pointer
                .interact_pos()
                .is_some_and(|place| page.contains(place));
        let is_key = |event: &Event| {
            matches!(event, Event::Key { pressed: true, modifiers, .. } if modifiers.is_none())
        };
        let is_touched = is_clicked || input.events.iter().any(is_key);
        (is_touched, input.time - since)
    });
    if is_scrolled || is_touched || seconds >= READS_AFTER {
        outbox.send(Command::BeginReading);
    } else {
        let rest = std::time::Duration::from_secs_f64((READS_AFTER - seconds).max(0.0));
        ui.ctx().request_repaint_after(rest);
    }
}

/// What stands at the left of the page: the search, if it is open, or the list of articles.
fn left_ui(
    ui: &mut Ui,
    session: &Session,
    review: &Review,
    groups: &[StoryGroup],
    is_narrow: bool,
    outbox: &mut Outbox,
) {
    let panel = Frame::new().fill(Tokens::of(ui).panel);
    if let Some(search) = &session.search {
        let width = if is_narrow { 280.0 } else { 340.0 };
        Panel::left("search")
            .frame(panel.inner_margin(Margin::symmetric(14, 12)))
            .resizable(true)
            .default_size(width)
            .size_range(240.0..=480.0)
            .show(ui, |ui| {
                crate::ui::search::search_ui(ui, session, review, search, outbox);
            });
    } else if !is_narrow && session.settings.shows_list {
        Panel::left("articles")
            .frame(panel.inner_margin(Margin::symmetric(8, 8)))
            .resizable(true)
            .default_size(LIST_WIDTH)
            .size_range(200.0..=420.0)
            .show(ui, |ui| list::list_ui(ui, session, groups, outbox));
    }
}
