//! The only place that changes state.

use super::navigate::{
    compare_this, go_back, go_forward, go_to, read, show, step_article, step_difference,
    step_mention,
};
use super::opening::{begin, cancel, open};
use super::reports::reports;
use super::{
    Action, Card, Command, Effect, Gone, HelpState, Notice, OpenHow, PaletteState, PaletteTarget,
    Quoted, SaveOrder, Screen, Session, ThemeChoice, list,
};
use super::{
    ZOOM_RANGE, clipboard, correcting, navigate, palette, saving_as, search, taking, tour, watching,
};
use crate::ingest::watch::Changes;
use crate::model::{Interval, MentionKind};
use crate::review::Change;

/// How much one step of zoom changes the size, as a factor.
const ZOOM_STEP: f32 = 0.1;

/// Does what is asked, has the lists made that are shown then, and says what is wanted done outside.
pub fn apply(session: &mut Session, command: Command) -> Vec<Effect> {
    let mut effects = perform(session, command);
    effects.extend(list(session));
    effects
}

fn perform(session: &mut Session, command: Command) -> Vec<Effect> {
    match command {
        Command::Act(action) => return act(session, action),
        Command::Open(roots, how) => return open(session, roots, how),
        Command::AnswerDropped(answer) => return answer_dropped(session, answer),
        Command::TypePath(path) => session.typed_path = path,
        Command::OpenTypedPath => return open_typed_path(session),
        Command::Show(screen) => return show(session, screen),
        Command::Read(article) => read(session, article, None),
        Command::BeginReading => session.is_reading = true,
        Command::GoTo(article, span) => go_to(session, article, span),
        Command::ChooseEntity(entity) => {
            session.shows_drawer |= entity.is_some();
            session.entity = entity;
        }
        Command::ToggleKinds(kinds) => toggle_kinds(session, kinds),
        Command::ChooseClaim(claim) => {
            session.claim = claim;
            session.comparing.base = None;
        }
        Command::SetClaims(state) => session.claims = state,
        Command::SetTimeline(state) => session.timeline = state,
        Command::SetPeople(state) => session.people = state,
        Command::SetSide(side, article) => return navigate::set_side(session, side, article),
        Command::Compare(left, right) => return navigate::compare_two(session, left, right),
        Command::CompareByClaim(by_claim) => return navigate::compare_by(session, by_claim),
        Command::SetBase(position) => session.comparing.base = Some(position),
        Command::Preview(correction) => return correcting::preview(session, correction),
        Command::NextOfKind(words) => navigate::next_of_kind(session, words),
        Command::SetDays(days) => return set_days(session, days),
        Command::ToggleFold(row) => navigate::toggle_fold(session, row),
        Command::SearchFor(wanted) => return search::want(session, *wanted),
        Command::SearchFocused => session.focuses_search = false,
        Command::GoToHit(article, hit) => search::go_to(session, (article, hit)),
        Command::CloseSearch => close_search(session),
        Command::TypePalette(query) => return palette::seek(session, query),
        Command::MovePalette(rows) => {
            if let Some(palette) = &mut session.palette {
                palette.chosen = palette.chosen.saturating_add_signed(rows);
            }
        }
        Command::EnterPalette => {
            let target = palette::enter(session);
            return target.map_or_else(Vec::new, |target| run_target(session, target));
        }
        Command::ClosePalette => session.palette = None,
        Command::OpenCard(card) => correcting::open(session, card),
        Command::TypeCorrecting(card) => session.correcting = Some(*card),
        Command::CloseCorrecting => return correcting::close(session),
        Command::Correct(correction) => return correcting::correct(session, *correction),
        Command::Note(act) => return correcting::note(session, *act),
        Command::TypeSavePath(path) => saving_as::set_path(session, path, false),
        Command::AnswerSaveAs(saves) => return saving_as::answer(session, saves),
        Command::BrowseSavePath => {
            let name = session.review.as_ref().map(|review| review.name.clone());
            return vec![Effect::PickSavePath(name.unwrap_or_default())];
        }
        Command::ChooseTaking(what) => taking::choose(session, what),
        Command::TypeTakePath(path) => taking::set_path(session, path, false),
        Command::BrowseTakePath => return browse_take_path(session),
        Command::AnswerTaking(saves) => return taking::answer(session, saves),
        Command::Copy(what) => return clipboard::copy(session, &what),
        Command::LetNoticeGo(notice) => {
            session.notice = session.notice.take().filter(|shown| *shown != notice);
        }
        Command::LetStirredBe => session.stirred = Changes::default(),
        Command::ReadHelp(page, block) => read_help(session, page, block),
        Command::TypeHelp(query) => {
            session.help = session.help.take().map(|help| HelpState { query, ..help });
        }
        Command::StepTour(step) => return tour::step_to(session, step),
        Command::SaveAgain => return vec![Effect::Save(SaveOrder::Again)],
        Command::RunPalette(target) => return run_target(session, target),
        Command::ToggleDrawer => session.shows_drawer ^= true,
        Command::StepTo(acts) => return correcting::step_to(session, acts),
        Command::CloseLists => close_lists(session),
        Command::Reports(told) => return reports(session, told),
    }
    Vec::new()
}

fn answer_dropped(session: &mut Session, answer: Option<bool>) -> Vec<Effect> {
    let dropped = session.dropped.take();
    dropped.zip(answer).map_or_else(Vec::new, |(roots, adds)| {
        let how = if adds { OpenHow::Add } else { OpenHow::Replace };
        open(session, roots, how)
    })
}

/// Shows only these days, on every screen.
fn set_days(session: &mut Session, days: Option<Interval>) -> Vec<Effect> {
    session.read.days = days;
    session.claims.days = days;
    session.people.days = days;
    search::ask(session)
}

/// Hides these kinds of highlight, or shows them when all of them are hidden.
fn toggle_kinds(session: &mut Session, kinds: &[MentionKind]) {
    let hidden = &mut session.read.hidden;
    let hides = kinds.iter().any(|kind| !hidden.contains(kind));
    for kind in kinds {
        if hides {
            hidden.insert(*kind);
        } else {
            hidden.remove(kind);
        }
    }
}

fn act(session: &mut Session, action: Action) -> Vec<Effect> {
    if !action.is_enabled(session) {
        return Vec::new();
    }
    match action {
        Action::OpenFolder => return vec![Effect::PickFolder],
        Action::OpenReview => return vec![Effect::PickReview],
        Action::SaveAs => saving_as::open(session),
        Action::OpenSample => {
            let effects = begin(session, Vec::new(), true, false);
            session.tour = (!session.settings.has_toured).then_some(0);
            return effects;
        }
        Action::ReadAgain => return watching::read_again(session),
        Action::TakeAway => taking::open(session),
        Action::CopyComparison => return clipboard::copy(session, &Quoted::Comparison),
        Action::Help => read_help(session, 0, None),
        Action::Tour => return tour::start(session),
        Action::About => session.shows_about = true,
        Action::HighContrast => session.settings.high_contrast ^= true,
        Action::Calm => session.settings.is_calm ^= true,
        Action::CloseCollection => return close(session),
        Action::CancelReading => return cancel(session),
        Action::ShowSkipped => session.shows_skipped = true,
        Action::ShowRead => return show(session, Screen::Read),
        Action::ShowClaims => return show(session, Screen::Claims),
        Action::ShowTimeline => return show(session, Screen::Timeline),
        Action::ShowCompare => return show(session, Screen::Compare),
        Action::ShowPeople => return show(session, Screen::People),
        Action::Palette => session.palette = Some(PaletteState::default()),
        Action::Find => return search::open(session),
        Action::NextHit => search::step(session, true),
        Action::PreviousHit => search::step(session, false),
        Action::Back => return go_back(session),
        Action::Forward => return go_forward(session),
        Action::NextArticle => step_article(session, true),
        Action::PreviousArticle => step_article(session, false),
        Action::NextMention => step_mention(session, true),
        Action::PreviousMention => step_mention(session, false),
        Action::NextDifference => step_difference(session, true),
        Action::PreviousDifference => step_difference(session, false),
        Action::SwapSides => {
            let comparing = &mut session.comparing;
            std::mem::swap(&mut comparing.left, &mut comparing.right);
            return navigate::compare(session);
        }
        Action::CompareThis => return compare_this(session),
        Action::ToggleList => session.settings.shows_list ^= true,
        Action::ToggleSide => session.settings.shows_side ^= true,
        Action::ZoomIn => zoom(session, session.settings.zoom + ZOOM_STEP),
        Action::ZoomOut => zoom(session, session.settings.zoom - ZOOM_STEP),
        Action::ZoomReset => zoom(session, 1.0),
        Action::ThemeSystem => session.settings.theme = ThemeChoice::System,
        Action::ThemeLight => session.settings.theme = ThemeChoice::Light,
        Action::ThemeDark => session.settings.theme = ThemeChoice::Dark,
        Action::ClearSelection => return clear(session),
        Action::MarkWords => {
            if let Some(article) = session.article.clone() {
                correcting::open(session, Card::Marking(article, None));
            }
        }
        Action::CorrectArticle => {
            if let Some(article) = session.article.clone() {
                correcting::open(session, Card::Article(article));
            }
        }
        Action::ShowHistory => session.shows_history = true,
        Action::ShowNotes => session.shows_notes = true,
        Action::Undo => return correcting::step(session, Change::Undo),
        Action::Redo => return correcting::step(session, Change::Redo),
        Action::Quit => return vec![Effect::Quit],
    }
    Vec::new()
}

fn zoom(session: &mut Session, zoom: f32) {
    let rounded = (zoom * 10.0).round() / 10.0;
    session.settings.zoom = rounded.clamp(*ZOOM_RANGE.start(), *ZOOM_RANGE.end());
}

pub(super) fn run_target(session: &mut Session, target: PaletteTarget) -> Vec<Effect> {
    session.palette = None;
    match target {
        PaletteTarget::Act(action) => return act(session, action),
        PaletteTarget::Article(id) => read(session, id, None),
        PaletteTarget::Entity(id) => {
            session.entity = Some(id);
            session.shows_drawer = true;
            step_mention(session, true);
        }
        PaletteTarget::Claim(id) => {
            session.claim = Some(id);
            return show(session, Screen::Claims);
        }
        PaletteTarget::Open(path) => return open(session, vec![path], OpenHow::Ask),
    }
    Vec::new()
}

/// Escape closes one thing at a time, the topmost first.
fn clear(session: &mut Session) -> Vec<Effect> {
    if session.palette.take().is_some() || session.dropped.take().is_some() {
        return Vec::new();
    }
    if session.correcting.is_some() {
        return correcting::close(session);
    }
    if session.saving_as.take().is_some()
        || session.taking.take().is_some()
        || session.help.take().is_some()
    {
        return Vec::new();
    }
    if session.shows_about || session.shows_skipped || session.shows_history || session.shows_notes
    {
        close_lists(session);
    } else if session.shows_drawer {
        session.shows_drawer = false;
        session.entity = None;
    } else {
        let was_on = session.search.take().is_some() || session.entity.take().is_some();
        if was_on || session.claim.take().is_none() {
            unmark(session);
        }
    }
    Vec::new()
}

fn close_search(session: &mut Session) {
    session.search = None;
    unmark(session);
}

/// The passage that was gone to is no longer marked; the page stays where it is.
fn unmark(session: &mut Session) {
    if let Some(wish) = &mut session.wish {
        wish.span = None;
    }
}

fn close_lists(session: &mut Session) {
    session.shows_skipped = false;
    session.shows_history = false;
    session.shows_notes = false;
    session.shows_about = false;
    session.help = None;
}

fn close(session: &mut Session) -> Vec<Effect> {
    let generation = session.generation + 1;
    let settings = session.settings.clone();
    let recent = std::mem::take(&mut session.recent);
    let revision = session.revision + 1;
    let review = session.review.take();
    let lists = session.lists.take();
    *session = Session {
        generation,
        revision,
        lists: std::mem::take(&mut session.lists),
        ..Session::new(settings, recent)
    };
    let mut effects = vec![
        Effect::StopReading,
        Effect::StopWatching,
        Effect::Save(SaveOrder::Close),
    ];
    let gone = review.map(|review| Gone::Collection(Box::new(review), Box::new(lists)));
    effects.extend(gone.map(Effect::LetGo));
    effects
}

/// A file of this name in the reader's documents.
pub(super) fn in_documents(name: &str) -> String {
    let file = name.replace(['/', '\\', ':'], " ");
    let folder = directories::UserDirs::new().map(|folders| {
        let documents = folders.document_dir().map(std::path::Path::to_owned);
        documents.unwrap_or_else(|| folders.home_dir().to_owned())
    });
    let path = folder.unwrap_or_default().join(file);
    path.to_string_lossy().into_owned()
}

fn browse_take_path(session: &Session) -> Vec<Effect> {
    let Some(taking) = &session.taking else {
        return Vec::new();
    };
    let name = std::path::Path::new(&taking.path).file_name();
    vec![Effect::PickTakePath {
        name: name.map_or_else(String::new, |name| name.to_string_lossy().into_owned()),
        is_folder: taking.what.is_folder(),
    }]
}

/// Opens the help at a page; words to find stay.
fn read_help(session: &mut Session, page: usize, block: Option<usize>) {
    let before = session.help.take().unwrap_or_default();
    let serial = before.wish.map_or(0, |(_, serial)| serial);
    session.help = Some(HelpState {
        page,
        wish: Some((block.unwrap_or(0), serial + 1)),
        query: before.query,
    });
}

fn open_typed_path(session: &mut Session) -> Vec<Effect> {
    let typed = session.typed_path.trim().trim_matches('"');
    if typed.is_empty() {
        return Vec::new();
    }
    let path = expand_home(typed);
    if path.exists() {
        session.notice = None;
        return open(session, vec![path], OpenHow::Replace);
    }
    session.notice = Some(Notice::staying(crate::view::wording::no_such_path(typed)));
    Vec::new()
}

/// A path that begins with `~/` begins in the reader's home folder.
pub(super) fn expand_home(typed: &str) -> std::path::PathBuf {
    typed
        .strip_prefix("~/")
        .and_then(|rest| Some(directories::UserDirs::new()?.home_dir().join(rest)))
        .unwrap_or_else(|| typed.into())
}
