//! The frame around every screen: the bar at the top, the line at the foot.

use egui::{Align, Button, Color32, Frame, Layout, Margin, Panel, Stroke, Ui, vec2};

use super::cache::Cached;
use super::keys::{keys_in_words, tooltip};
use super::theme::{GAP, TWICE, Tokens, Type, rich_in};
use super::widgets::{link, ringed, tab};
use super::{Outbox, menu, progress};
use crate::review::Review;
use crate::session::{Action, Command, Notice, SaveState, Screen, Session, Stay};
use crate::ui::{phrases, words};
use crate::view::timeline::TimelineBy;
use crate::view::wording;

const SCREENS: [(Screen, Action); 5] = [
    (Screen::Read, Action::ShowRead),
    (Screen::Claims, Action::ShowClaims),
    (Screen::Timeline, Action::ShowTimeline),
    (Screen::Compare, Action::ShowCompare),
    (Screen::People, Action::ShowPeople),
];

/// Below this width the tabs become one menu.
const TABS_MIN: f32 = 820.0;

/// The bar at the top: name of the collection, screens, search.
pub(super) fn top_ui(ui: &mut Ui, session: &Session, outbox: &mut Outbox) {
    let tokens = Tokens::of(ui);
    let frame = Frame::new()
        .fill(tokens.panel)
        .inner_margin(Margin::symmetric(16, 7));
    Panel::top("top").frame(frame).show(ui, |ui| {
        ui.horizontal(|ui| {
            ui.set_min_height(34.0);
            let name = session
                .review
                .as_ref()
                .map(|review| review.name.as_str())
                .or_else(|| session.loading.as_ref().map(|l| l.name.as_str()))
                .unwrap_or(words::CROSSREAD);
            menu::menu_ui(ui, session, &wording::shortened(name, 28), outbox);
            ui.add_space(GAP);
            if session.review.is_some() {
                if ui.available_width() >= TABS_MIN - 140.0 {
                    for (screen, action) in SCREENS {
                        tab_ui(ui, session, screen, action, outbox);
                    }
                } else {
                    screens_menu_ui(ui, session, outbox);
                }
            }
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                search_ui(ui, outbox);
            });
        });
    });
}

fn tab_ui(ui: &mut Ui, session: &Session, screen: Screen, action: Action, outbox: &mut Outbox) {
    let tip = tooltip(ui.ctx(), action);
    let text = tab_text(session, screen, action);
    if tab(ui, &text, session.screen == screen)
        .on_hover_text(tip)
        .clicked()
    {
        outbox.send(action);
    }
}

fn tab_text(session: &Session, screen: Screen, action: Action) -> String {
    let review = session.review.as_ref().filter(|_| screen == Screen::Claims);
    match review.map_or(0, Review::shown_claims) {
        0 => action.text().to_owned(),
        claims => format!("{} {}", action.text(), wording::thousands(claims)),
    }
}

fn screens_menu_ui(ui: &mut Ui, session: &Session, outbox: &mut Outbox) {
    let current = SCREENS
        .iter()
        .find(|(screen, _)| *screen == session.screen)
        .map_or(words::READ, |(_, action)| action.text());
    ui.menu_button(format!("{current} ▼"), |ui| {
        for (screen, action) in SCREENS {
            let text = tab_text(session, screen, action);
            let keys = keys_in_words(ui.ctx(), action);
            if ui.add(Button::new(text).shortcut_text(keys)).clicked() {
                outbox.send(action);
            }
        }
    });
}

fn search_ui(ui: &mut Ui, outbox: &mut Outbox) {
    let tokens = Tokens::of(ui);
    let keys = keys_in_words(ui.ctx(), Action::Palette);
    let room = ui.available_width();
    let (text, width) = if room > 330.0 {
        (Action::Palette.text(), 240.0)
    } else if room > 170.0 {
        (words::SEARCH, 140.0)
    } else {
        ("", 64.0)
    };
    let button = Button::new(rich_in(text, Type::Ui, tokens.secondary))
        .right_text(rich_in(keys, Type::Small, tokens.secondary))
        .fill(tokens.card)
        .stroke(Stroke::new(1.0, tokens.line))
        .min_size(vec2(width, 30.0));
    let button = ui.add(button);
    let response = ringed(ui, button)
        .on_hover_text(tooltip(ui.ctx(), Action::Palette))
        .accessible_name(Action::Palette.text());
    if response.clicked() {
        outbox.send(Action::Palette);
    }
}

/// The counts of the line at the foot.
#[derive(Debug, Default)]
pub(super) struct FootCache {
    facts: Cached<(u64, Screen), Vec<String>>,
    /// The sentence that stands, and the moment from which it is counted how long.
    notice: Option<(Notice, f64)>,
}

/// The line at the foot: counts, gaps, what happened last.
pub(super) fn foot_ui(ui: &mut Ui, session: &Session, cache: &mut FootCache, outbox: &mut Outbox) {
    let tokens = Tokens::of(ui);
    let frame = Frame::new()
        .fill(tokens.panel)
        .inner_margin(Margin::symmetric(16, 4));
    Panel::bottom("foot").frame(frame).show(ui, |ui| {
        let is_long = has_long_notice(ui, session);
        if is_long {
            // A long one stands above the rest, on as many lines as it takes.
            ui.horizontal_wrapped(|ui| {
                notice_ui(ui, session, &mut cache.notice, outbox);
            });
        }
        ui.horizontal(|ui| {
            ui.set_min_height(20.0);
            ui.spacing_mut().item_spacing.x = TWICE;
            if session.loading.is_some() {
                progress::foot_ui(ui, session, outbox);
            } else if session.review.is_none() && session.notice.is_none() {
                say(ui, words::WHAT_CROSSREAD_DOES);
            }
            stirred_ui(ui, session, outbox);
            if session.is_laying {
                say(ui, words::CARRYING_CHANGE);
            }
            if !is_long {
                notice_ui(ui, session, &mut cache.notice, outbox);
            }
            if let Some(review) = &session.review {
                let key = (session.revision, session.screen);
                let lines = cache.facts.get(key, || facts(review, session.screen));
                counts_ui(ui, session, (&lines, review.skipped().len()), outbox);
            }
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                saving_ui(ui, session, outbox);
                let room = ui.available_width();
                if let Some(hint) = hint(session).filter(|hint| room >= width_of(ui, hint)) {
                    say(ui, hint);
                }
            });
        });
    });
}

/// Words that stand back, in the line at the foot.
fn say(ui: &mut Ui, words: &str) {
    ui.label(rich_in(words, Type::Small, Tokens::of(ui).secondary));
}

/// Counts and files that could not be read. They give way to what happened, which stands before them,
/// and to how it stands with saving, which comes after.
fn counts_ui(
    ui: &mut Ui,
    session: &Session,
    (lines, skipped): (&[String], usize),
    outbox: &mut Outbox,
) {
    let end = saving_width(ui, session);
    let unread = phrases::could_not_be_read(skipped);
    let unread_width = if skipped > 0 {
        width_of(ui, &unread) + width_of(ui, words::SHOW)
    } else {
        0.0
    };
    for line in lines {
        if ui.available_width() >= width_of(ui, line) + unread_width + end {
            say(ui, line);
        }
    }
    if skipped > 0 && ui.available_width() >= unread_width + end {
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = 4.0;
            say(ui, &unread);
            if link(ui, words::SHOW).clicked() {
                outbox.send(Action::ShowSkipped);
            }
        });
    }
}

/// How wide words of the line at the foot are with the space beside them.
fn width_of(ui: &Ui, words: &str) -> f32 {
    let words = words.to_owned();
    let laid = ui
        .painter()
        .layout_no_wrap(words, Type::Small.font(), Color32::PLACEHOLDER);
    laid.size().x + TWICE
}

/// Whether what happened last takes more of the foot line than is left beside the counts.
fn has_long_notice(ui: &Ui, session: &Session) -> bool {
    let Some(notice) = &session.notice else {
        return false;
    };
    let width = width_of(ui, &notice.words) + width_of(ui, Action::Undo.text());
    let beside = stirred_line(session).map_or(0.0, |line| {
        let links = [words::READ_THEM, words::NOT_NOW].map(|link| width_of(ui, link));
        width_of(ui, &line) + links.iter().sum::<f32>()
    });
    let room = ui.available_width();
    width > room * 0.45 || width + beside + saving_width(ui, session) > room
}

/// What happened last. It leaves when it could be read, but not from under the pointer.
fn notice_ui(
    ui: &mut Ui,
    session: &Session,
    standing: &mut Option<(Notice, f64)>,
    outbox: &mut Outbox,
) {
    let Some(notice) = &session.notice else {
        *standing = None;
        return;
    };
    let tokens = Tokens::of(ui);
    let label = ui.label(rich_in(&notice.words, Type::Small, tokens.ink));
    match notice.stay {
        Stay::WithUndo => {
            if Action::Undo.is_enabled(session) && link(ui, Action::Undo.text()).clicked() {
                outbox.send(Action::Undo);
            }
        }
        Stay::WithRedo => {
            if Action::Redo.is_enabled(session) && link(ui, Action::Redo.text()).clicked() {
                outbox.send(Action::Redo);
            }
        }
        Stay::UntilSeen => {
            if link(ui, words::CLOSE).clicked() {
                outbox.send(Command::LetNoticeGo(notice.clone()));
            }
        }
        Stay::AWhile => {}
    }
    let now = ui.input(|input| input.time);
    let since = match standing {
        Some((shown, since)) if shown == notice && !label.hovered() => *since,
        _ => now,
    };
    *standing = Some((notice.clone(), since));
    if let Some(seconds) = notice.seconds() {
        let left = since + seconds - now;
        if left <= 0.0 {
            outbox.send(Command::LetNoticeGo(notice.clone()));
        } else {
            ui.ctx()
                .request_repaint_after(std::time::Duration::from_secs_f64(left));
        }
    }
}

/// How files of the open folders differ from what was read, if they do.
fn stirred_line(session: &Session) -> Option<String> {
    let changes = &session.stirred;
    if changes.is_empty() || session.loading.is_some() {
        return None;
    }
    let review = session.review.as_ref();
    let folders = review.map_or(0, |review| review.roots.len());
    let differing = [&changes.new, &changes.changed, &changes.gone].map(Vec::len);
    Some(wording::stirred(differing, folders, &changes.unreachable))
}

/// Files of the open folders that differ from what was read, with a way to read them.
fn stirred_ui(ui: &mut Ui, session: &Session, outbox: &mut Outbox) {
    let Some(line) = stirred_line(session) else {
        return;
    };
    let changes = &session.stirred;
    let differing = [&changes.new, &changes.changed, &changes.gone];
    let tokens = Tokens::of(ui);
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 6.0;
        let paths = wording::stirred_paths(differing.map(Vec::as_slice));
        let response = ui.label(rich_in(line, Type::Small, tokens.ink));
        if !paths.is_empty() {
            response.on_hover_text(paths);
            if link(ui, words::READ_THEM)
                .on_hover_text(tooltip(ui.ctx(), Action::ReadAgain))
                .clicked()
            {
                outbox.send(Action::ReadAgain);
            }
        }
        if link(ui, words::NOT_NOW).clicked() {
            outbox.send(Command::LetStirredBe);
        }
    });
}

/// The way out that stands beside how it stands with saving.
const fn saving_way_out(session: &Session) -> Option<(&'static str, Command)> {
    match session.saving {
        SaveState::Waiting { .. } => Some((words::TRY_AGAIN, Command::SaveAgain)),
        SaveState::ReadOnly(_) => Some((words::SAVE_A_COPY, Command::Act(Action::SaveAs))),
        _ => None,
    }
}

/// Width of what [`saving_ui`] draws.
fn saving_width(ui: &Ui, session: &Session) -> f32 {
    let line = session.saving.line();
    if line.is_empty() {
        return 0.0;
    }
    let way_out = saving_way_out(session).map_or(0.0, |(words, _)| width_of(ui, words));
    width_of(ui, &line) + way_out
}

/// How it stands with saving, at the right end of the foot line.
fn saving_ui(ui: &mut Ui, session: &Session, outbox: &mut Outbox) {
    let tokens = Tokens::of(ui);
    let line = session.saving.line();
    if line.is_empty() {
        return;
    }
    let color = match session.saving {
        SaveState::Waiting { .. } => tokens.alarm,
        SaveState::ReadOnly(_) => tokens.ink,
        _ => tokens.secondary,
    };
    if let Some((words, command)) = saving_way_out(session)
        && link(ui, words).clicked()
    {
        outbox.send(command);
    }
    ui.label(rich_in(line, Type::Small, color))
        .on_hover_text(session.saving.explained());
}

fn facts(review: &Review, screen: Screen) -> Vec<String> {
    let analysis = review.analysis();
    let mut lines = Vec::new();
    let articles = wording::articles(review.documents().len());
    let stories = analysis.stories.len();
    lines.push(if stories > 1 {
        phrases::in_stories(&articles, stories)
    } else {
        articles
    });
    if screen == Screen::Claims && !analysis.claims.is_empty() {
        let all = wording::claims(review.shown_claims());
        lines.push(phrases::shared_of(&all, review.shown_shared()));
    }
    if screen == Screen::People {
        let names = analysis.entities.len();
        lines.push(phrases::names(names));
    }
    let undated = review
        .documents()
        .iter()
        .filter(|document| document.article.published.value.is_none())
        .count();
    if undated > 0 {
        lines.push(phrases::without_a_date(undated));
    }
    lines
}

fn hint(session: &Session) -> Option<&'static str> {
    let articles = session.review.as_ref()?.documents().len();
    match session.screen {
        Screen::Read if session.search.is_some() => Some(words::SEARCH_KEYS),
        Screen::Read if session.entity.is_some() => Some(words::MENTION_KEYS),
        Screen::Claims if session.claims.shows_grid => Some(words::GRID_SIGNS),
        Screen::Claims => Some(words::LADDER_SIGNS),
        Screen::Timeline
            if session
                .lists
                .timeline()
                .is_some_and(|shown| shown.list.lanes.is_empty() && shown.list.bars.is_empty()) =>
        {
            None
        }
        Screen::Timeline
            if session
                .lists
                .timeline()
                .is_some_and(|shown| shown.list.days.is_none()) =>
        {
            Some(words::UNDATED_KEYS)
        }
        Screen::Timeline if matches!(session.timeline.by, TimelineBy::Happened) => {
            Some(words::HAPPENED_KEYS)
        }
        Screen::Timeline => Some(words::TOLD_KEYS),
        Screen::Compare if articles < 2 => None,
        Screen::Compare if session.comparing.by_claim => Some(words::SOURCES_SIGNS),
        Screen::Compare => Some(words::COMPARE_SIGNS),
        _ => None,
    }
}
