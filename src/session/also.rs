//! Words by which people look for a command that is called otherwise.

use super::Action;

impl Action {
    /// Other words for what it does, as people type them into the palette; empty where its name and
    /// its sentence have them all.
    pub(super) const fn also(self) -> &'static str {
        match self {
            Self::OpenFolder => "import load add files documents",
            Self::OpenReview => "load project",
            Self::OpenSample => "example demo try",
            Self::SaveAs => "export share backup project copy",
            Self::TakeAway => {
                "export report download print csv excel spreadsheet json html picture"
            }
            Self::CloseCollection => "home start close folder",
            Self::CancelReading => "cancel",
            Self::ReadAgain => "refresh reload rescan update new files",
            Self::ShowSkipped => "errors failed skipped missing files",
            Self::ShowRead => "text article page",
            Self::ShowClaims => "statements facts table who says",
            Self::ShowTimeline => "dates calendar chronology when",
            Self::ShowCompare | Self::CompareThis => "diff difference side by side versus",
            Self::ShowPeople => "names persons organisations organizations locations entities",
            Self::Find => "find text words",
            Self::ShowHistory => "history log changes corrections list",
            Self::ShowNotes => "comments labels bookmarks",
            Self::MarkWords => "highlight annotate missed name",
            Self::CorrectArticle => "edit title publisher source correct publication",
            Self::CopyComparison => "clipboard quote",
            Self::ToggleList | Self::ToggleSide => "sidebar panel",
            Self::ZoomIn => "zoom bigger font text size",
            Self::ZoomOut => "zoom smaller font text size",
            Self::ZoomReset => "zoom 100 font text size",
            Self::ThemeDark => "night mode colours colors appearance",
            Self::ThemeLight | Self::ThemeSystem => "day mode colours colors appearance",
            Self::HighContrast | Self::Calm => "accessibility animation",
            Self::Undo => "revert take back",
            Self::Redo => "again repeat",
            Self::Help => "manual shortcuts keyboard guide",
            Self::Tour => "tutorial introduction",
            Self::About => "version licence license credits",
            Self::Quit => "exit close program",
            _ => "",
        }
    }
}
