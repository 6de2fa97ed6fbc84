//! Everything a reader can do that needs no further choice: its words, its tooltip, its shortcut.
//!
//! Menu, palette, shortcut and button of one act all read this one definition.

use std::borrow::Cow;

use super::{Key, Session, Shortcut};
use crate::review::Review;
use crate::view::wording;

/// An act that needs no further choice.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Action {
    /// Ask for a folder and open it.
    OpenFolder,
    /// Open the story that comes with the program.
    OpenSample,
    /// Ask for a review file and open it.
    OpenReview,
    /// Ask where to save the review, and go on there.
    SaveAs,
    /// Go back to the first screen.
    CloseCollection,
    /// Stop reading.
    CancelReading,
    /// List the files that could not be read.
    ShowSkipped,
    /// Show the page of an article.
    ShowRead,
    /// Show the table of claims.
    ShowClaims,
    /// Show claims over time.
    ShowTimeline,
    /// Show two articles side by side.
    ShowCompare,
    /// Show everyone and everything named.
    ShowPeople,
    /// Open the list of all commands.
    Palette,
    /// Search in all articles.
    Find,
    /// Go to the next hit of the search.
    NextHit,
    /// Go to the hit before.
    PreviousHit,
    /// Go to where one was before.
    Back,
    /// Undo going back.
    Forward,
    /// Read the next article of the list.
    NextArticle,
    /// Read the article before.
    PreviousArticle,
    /// Go to the next mention of the chosen name.
    NextMention,
    /// Go to the mention before.
    PreviousMention,
    /// Go to the next difference.
    NextDifference,
    /// Go to the difference before.
    PreviousDifference,
    /// Exchange left and right.
    SwapSides,
    /// Compare the article that is being read.
    CompareThis,
    /// Show or hide the list of articles.
    ToggleList,
    /// Show or hide the panel at the right.
    ToggleSide,
    /// Make everything larger.
    ZoomIn,
    /// Make everything smaller.
    ZoomOut,
    /// Back to the usual size.
    ZoomReset,
    /// Light or dark as the system.
    ThemeSystem,
    /// Light theme.
    ThemeLight,
    /// Dark theme.
    ThemeDark,
    /// Let go of what is chosen.
    ClearSelection,
    /// Mark words that were missed.
    MarkWords,
    /// Correct headline, outlet and date of the article that is read.
    CorrectArticle,
    /// List everything the reader did.
    ShowHistory,
    /// List all notes and tags.
    ShowNotes,
    /// Take back the last act.
    Undo,
    /// Do again what was taken back.
    Redo,
    /// Read the open folders anew.
    ReadAgain,
    /// Write what was found to a file.
    TakeAway,
    /// Put the comparison on the clipboard.
    CopyComparison,
    /// Open the help.
    Help,
    /// Walk through the screens.
    Tour,
    /// Say what the program is made of.
    About,
    /// Colours and lines that stand out as far as they can, or the usual ones.
    HighContrast,
    /// Nothing on screen moves by itself, or as usual.
    Calm,
    /// End the program.
    Quit,
}

impl Action {
    /// Every act, in the order the palette lists them.
    pub const ALL: [Self; 50] = [
        Self::OpenFolder,
        Self::OpenSample,
        Self::OpenReview,
        Self::SaveAs,
        Self::TakeAway,
        Self::ReadAgain,
        Self::ShowRead,
        Self::ShowClaims,
        Self::ShowTimeline,
        Self::ShowCompare,
        Self::ShowPeople,
        Self::Palette,
        Self::Find,
        Self::NextHit,
        Self::PreviousHit,
        Self::Back,
        Self::Forward,
        Self::NextArticle,
        Self::PreviousArticle,
        Self::NextMention,
        Self::PreviousMention,
        Self::NextDifference,
        Self::PreviousDifference,
        Self::CompareThis,
        Self::SwapSides,
        Self::CopyComparison,
        Self::ToggleList,
        Self::ToggleSide,
        Self::ZoomIn,
        Self::ZoomOut,
        Self::ZoomReset,
        Self::ThemeSystem,
        Self::ThemeLight,
        Self::ThemeDark,
        Self::HighContrast,
        Self::Calm,
        Self::ShowSkipped,
        Self::CancelReading,
        Self::CloseCollection,
        Self::MarkWords,
        Self::CorrectArticle,
        Self::ShowHistory,
        Self::ShowNotes,
        Self::Undo,
        Self::Redo,
        Self::ClearSelection,
        Self::Help,
        Self::Tour,
        Self::About,
        Self::Quit,
    ];

    /// What it is called on buttons, menus and in the palette.
    pub const fn text(self) -> &'static str {
        match self {
            Self::OpenFolder => "Open folder…",
            Self::OpenSample => "Open the sample story",
            Self::OpenReview => "Open review…",
            Self::SaveAs => "Save review as…",
            Self::CloseCollection => "Close this collection",
            Self::CancelReading => "Stop reading",
            Self::ShowSkipped => "Files that could not be read",
            Self::ShowRead => "Read",
            Self::ShowClaims => "Claims",
            Self::ShowTimeline => "Timeline",
            Self::ShowCompare => "Compare",
            Self::ShowPeople => "People and places",
            Self::Palette => "Search or command",
            Self::Find => "Search in all articles",
            Self::NextHit => "Next hit",
            Self::PreviousHit => "Previous hit",
            Self::Back => "Back",
            Self::Forward => "Forward",
            Self::NextArticle => "Next article",
            Self::PreviousArticle => "Previous article",
            Self::NextMention => "Next mention",
            Self::PreviousMention => "Previous mention",
            Self::NextDifference => "Next difference",
            Self::PreviousDifference => "Previous difference",
            Self::SwapSides => "Swap sides",
            Self::CompareThis => "Compare this article…",
            Self::ToggleList => "Show or hide the article list",
            Self::ToggleSide => "Show or hide the side panel",
            Self::ZoomIn => "Larger",
            Self::ZoomOut => "Smaller",
            Self::ZoomReset => "Usual size",
            Self::ThemeSystem => "Light or dark as the system",
            Self::ThemeLight => "Light theme",
            Self::ThemeDark => "Dark theme",
            Self::ClearSelection => "Let go of what is chosen",
            Self::MarkWords => "Mark words…",
            Self::CorrectArticle => "Headline, outlet and date…",
            Self::ShowHistory => "Everything you did",
            Self::ShowNotes => "Notes and tags",
            Self::Undo => "Undo",
            Self::Redo => "Redo",
            Self::ReadAgain => "Read the folders again",
            Self::TakeAway => "Save what was found…",
            Self::CopyComparison => "Copy this comparison",
            Self::Help => "Help",
            Self::Tour => "Take the tour",
            Self::About => "About Crossread",
            Self::HighContrast => "High contrast, on or off",
            Self::Calm => "Less motion, on or off",
            Self::Quit => "Quit",
        }
    }

    /// The same, with what it is about where that is known: "Undo renaming “Lie” to “Jonas Lie”".
    pub fn words(self, session: &Session) -> Cow<'static, str> {
        let ledger = session.review.as_ref().map(Review::ledger);
        let named = ledger.and_then(|ledger| match self {
            Self::Undo => ledger.next_undo().map(wording::undo),
            Self::Redo => ledger.next_redo().map(wording::redo),
            _ => None,
        });
        named.map_or(Cow::Borrowed(self.text()), Cow::Owned)
    }

    /// A sentence that says what it does.
    pub const fn tooltip(self) -> &'static str {
        match self {
            Self::OpenFolder => "Choose a folder of articles to read",
            Self::OpenSample => "An invented story in seventeen files, to look around in",
            Self::OpenReview => {
                "Open a review that was saved to a file, with its texts and corrections"
            }
            Self::SaveAs => "Write texts, corrections and notes to one file, to keep or to share",
            Self::CloseCollection => "Go back to the first screen",
            Self::CancelReading => "Stop and keep what has been read so far",
            Self::ShowSkipped => "Which files were left aside, and why",
            Self::ShowRead => "One article, with names, dates and numbers marked",
            Self::ShowClaims => "What is claimed, by whom, in how many articles",
            Self::ShowTimeline => "When each claim was made",
            Self::ShowCompare => "Two articles side by side",
            Self::ShowPeople => "Everyone and everything that is named",
            Self::Palette => "Go to an article, a name or a claim, or run a command",
            Self::Find => "Find words in every article, as you type",
            Self::NextHit => "Go to the next place with the words you search for",
            Self::PreviousHit => "Go to the place before with the words you search for",
            Self::Back => "Go to where you were before",
            Self::Forward => "Go forward again",
            Self::NextArticle => "Read the next article of the list",
            Self::PreviousArticle => "Read the article before in the list",
            Self::NextMention => "Go to the next place that names what you chose",
            Self::PreviousMention => "Go to the place before that names what you chose",
            Self::NextDifference => "Go to the next row that differs",
            Self::PreviousDifference => "Go to the row before that differs",
            Self::SwapSides => "Exchange the left and the right article",
            Self::CompareThis => "Put this article beside another of its story",
            Self::ToggleList => "The list of articles at the left",
            Self::ToggleSide => "Highlights and claims at the right",
            Self::ZoomIn => "Make everything larger",
            Self::ZoomOut => "Make everything smaller",
            Self::ZoomReset => "Back to the usual size",
            Self::ThemeSystem => "Follow the system's light or dark theme",
            Self::ThemeLight => "Dark words on paper",
            Self::ThemeDark => "Light words on dark",
            Self::ClearSelection => "Close what is open over the page",
            Self::MarkWords => "Mark a name, date or number that was missed",
            Self::CorrectArticle => "Correct what is known of the article that you read",
            Self::ShowHistory => {
                "Your corrections and notes in their order, to go back to any of them"
            }
            Self::ShowNotes => "Every note and tag, and what it is about",
            Self::Undo => "Take back your last correction",
            Self::Redo => "Do again what you took back",
            Self::ReadAgain => {
                "Take in files that came, changed or went since; your corrections stay"
            }
            Self::TakeAway => {
                "A report, tables, a drawing or a picture, for others or other programs"
            }
            Self::CopyComparison => "Put both sides on the clipboard, as text and as a table",
            Self::Help => "How everything works, with a search",
            Self::Tour => "Through the screens in two minutes",
            Self::About => "Version, language model, and the licences of everything inside",
            Self::HighContrast => "Colours and lines that stand out as far as they can",
            Self::Calm => "Nothing fades, slides or grows",
            Self::Quit => "End Crossread",
        }
    }

    /// Its keys, if it has any.
    pub const fn shortcut(self) -> Option<Shortcut> {
        Some(match self {
            Self::OpenFolder => Shortcut::command(Key::Char('O')),
            Self::SaveAs => Shortcut::command(Key::Char('S')),
            Self::TakeAway => Shortcut::command(Key::Char('E')),
            Self::ReadAgain => Shortcut::plain(Key::Function(5)),
            Self::Help => Shortcut::plain(Key::Function(1)),
            Self::ShowRead => Shortcut::command(Key::Char('1')),
            Self::ShowClaims => Shortcut::command(Key::Char('2')),
            Self::ShowTimeline => Shortcut::command(Key::Char('3')),
            Self::ShowCompare => Shortcut::command(Key::Char('4')),
            Self::ShowPeople => Shortcut::command(Key::Char('5')),
            Self::Palette => Shortcut::command(Key::Char('K')),
            Self::Find => Shortcut::command(Key::Char('F')),
            Self::NextHit => Shortcut::command(Key::Char('G')),
            Self::PreviousHit => Shortcut::plain(Key::Function(4)),
            Self::Back => Shortcut::alt(Key::Left),
            Self::Forward => Shortcut::alt(Key::Right),
            Self::NextArticle => Shortcut::plain(Key::Function(6)),
            Self::PreviousArticle => Shortcut::shift(Key::Function(6)),
            Self::NextMention => Shortcut::plain(Key::Function(3)),
            Self::PreviousMention => Shortcut::shift(Key::Function(3)),
            Self::NextDifference => Shortcut::plain(Key::Function(8)),
            Self::PreviousDifference => Shortcut::shift(Key::Function(8)),
            Self::ToggleList => Shortcut::plain(Key::Function(9)),
            Self::ToggleSide => Shortcut::plain(Key::Function(10)),
            Self::ZoomIn => Shortcut::command(Key::Plus),
            Self::ZoomOut => Shortcut::command(Key::Minus),
            Self::ZoomReset => Shortcut::command(Key::Char('0')),
            Self::ClearSelection => Shortcut::plain(Key::Escape),
            Self::MarkWords => Shortcut::command(Key::Char('M')),
            Self::ShowHistory => Shortcut::command(Key::Char('H')),
            Self::Undo => Shortcut::command(Key::Char('Z')),
            Self::Redo => Shortcut::command(Key::Char('Y')),
            Self::Quit => Shortcut::command(Key::Char('Q')),
            Self::OpenSample
            | Self::OpenReview
            | Self::CloseCollection
            | Self::CancelReading
            | Self::ShowSkipped
            | Self::SwapSides
            | Self::CompareThis
            | Self::CorrectArticle
            | Self::ShowNotes
            | Self::ThemeSystem
            | Self::ThemeLight
            | Self::ThemeDark
            | Self::CopyComparison
            | Self::Tour
            | Self::About
            | Self::HighContrast
            | Self::Calm => return None,
        })
    }

    /// Other keys that other programs taught the reader for it; not shown.
    pub const fn second_shortcut(self) -> Option<Shortcut> {
        match self {
            Self::Redo => Some(Shortcut::command(Key::Char('Z')).with_shift()),
            Self::PreviousHit => Some(Shortcut::command(Key::Char('G')).with_shift()),
            // The key of "+" without Shift, where it is so.
            Self::ZoomIn => Some(Shortcut::command(Key::Char('='))),
            _ => None,
        }
    }

    /// Whether it can be done now.
    pub fn is_enabled(self, session: &Session) -> bool {
        let is_open = session.review.is_some();
        match self {
            Self::OpenFolder
            | Self::OpenSample
            | Self::OpenReview
            | Self::Palette
            | Self::ZoomIn
            | Self::ZoomOut
            | Self::ZoomReset
            | Self::ThemeSystem
            | Self::ThemeLight
            | Self::ThemeDark
            | Self::HighContrast
            | Self::Calm
            | Self::Help
            | Self::Tour
            | Self::About
            | Self::ClearSelection
            | Self::Quit => true,
            Self::Undo => session
                .review
                .as_ref()
                .is_some_and(|review| review.ledger().next_undo().is_some()),
            Self::Redo => session
                .review
                .as_ref()
                .is_some_and(|review| review.ledger().next_redo().is_some()),
            Self::SaveAs | Self::TakeAway => is_open && session.loading.is_none(),
            Self::ReadAgain => {
                let roots = session.review.as_ref().map(|review| review.roots.len());
                session.loading.is_none() && roots.is_some_and(|roots| roots > 0)
            }
            Self::CancelReading => session.loading.is_some(),
            Self::ShowSkipped => session
                .review
                .as_ref()
                .is_some_and(|review| !review.skipped().is_empty()),
            Self::NextHit | Self::PreviousHit => session.search.as_ref().is_some_and(|search| {
                let found = search.found.as_ref();
                found.is_some_and(|found| !found.articles.is_empty())
            }),
            Self::Back => session.history.can_go_back(),
            Self::Forward => session.history.can_go_forward(),
            Self::NextMention | Self::PreviousMention => session.entity.is_some(),
            Self::NextDifference
            | Self::PreviousDifference
            | Self::SwapSides
            | Self::CopyComparison => session.comparing.result.is_some(),
            Self::ShowHistory => session
                .review
                .as_ref()
                .is_some_and(|review| !review.ledger().is_empty()),
            Self::ShowNotes => session
                .review
                .as_ref()
                .is_some_and(|review| !review.notes().is_empty()),
            Self::MarkWords | Self::CorrectArticle => {
                session.article.is_some() && session.loading.is_none()
            }
            Self::NextArticle | Self::PreviousArticle | Self::CompareThis => {
                session.article.is_some()
            }
            Self::CloseCollection
            | Self::Find
            | Self::ShowRead
            | Self::ShowClaims
            | Self::ShowTimeline
            | Self::ShowCompare
            | Self::ShowPeople
            | Self::ToggleList
            | Self::ToggleSide => is_open,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Action;

    #[test]
    fn no_two_acts_share_their_keys_or_words() {
        for (i, a) in Action::ALL.iter().enumerate() {
            for b in Action::ALL.iter().skip(i + 1) {
                assert_ne!(a.text(), b.text());
                if a.shortcut().is_some() {
                    assert_ne!(a.shortcut(), b.shortcut(), "{a:?} and {b:?}");
                }
            }
        }
    }
}
