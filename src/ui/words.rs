//! The fixed words of the window, all in one place, so that they can be read over and translated;
//! sentences with something in them stand in [`super::phrases`] and in [`crate::view::wording`],
//! the names of acts with [`crate::session::Action`]. Draws nothing.

// In several places.
pub(super) const CLOSE: &str = "Close";
pub(super) const CLAIMS_COME_LATER: &str = "Claims are gathered when all articles are read.";
pub(super) const NO_CLAIMS: &str = "No claims were found in these articles.";
pub(super) const WHAT_IS_A_CLAIM: &str = "A claim is listed when it names somebody or something, a \
     number or a day, or when two passages tell it. Who says what else is marked in the text.";
pub(super) const READ_THE_ARTICLES: &str = "Read the articles";
pub(super) const LINK_WHY: &str = "why?";
pub(super) const GO_TO_PLACE: &str = "Go to the place in the text";
pub(super) const CLAIM: &str = "Claim";
pub(super) const LINK_CLOSE: &str = "close";
pub(super) const READ_IT_IN_ITS_ARTICLE: &str = "Read it in its article";
pub(super) const LINK_CORRECT: &str = "correct…";
pub(super) const LINK_NOTE: &str = "note…";
pub(super) const STORY: &str = "Story";
pub(super) const ALL_STORIES: &str = "all stories";
pub(super) const OUTLET: &str = "Outlet";
pub(super) const ALL_OUTLETS: &str = "all outlets";
pub(super) const OPEN_THIS_CLAIM: &str = "Open this claim";
pub(super) const TRY_AGAIN: &str = "Try again";
pub(super) const PLACE: &str = "place";
pub(super) const NOTE_ON_IT: &str = "Note…";
pub(super) const REPLACE: &str = "Replace";
pub(super) const CANCEL: &str = "Cancel";
pub(super) const SAVE: &str = "Save";
pub(super) const CHOOSE_A_PLACE: &str = "Choose a place…";
pub(super) const HELP: &str = "Help";
pub(super) const ARTICLE: &str = "Article";
pub(super) const CORRECT: &str = "Correct…";
pub(super) const WHY_ONE_NAME: &str = "Why one name?";

// About.
pub(super) const BACK_TO_THE_LIST: &str = "Back to the list";
pub(super) const ABOUT_LINE: &str =
    "Shows who said what, when, and on whose word. Everything happens on this computer.";
pub(super) const READ_ITS_LICENCE: &str = "Read its licence";

// Columns of a table.
pub(super) const WHICH_COLUMN_HOLDS_THE_TEXT: &str = "Which column holds the text?";
pub(super) const COLUMNS_EXPLAINED: &str = "The columns of this table do not tell what is in them. Choose the one with the articles and, \
     if you like, those with what is known about each.";
pub(super) const WHO_WROTE_IT: &str = "Who wrote it";
pub(super) const READ_THE_TABLE: &str = "Read the table this way";
pub(super) const CHOOSE_THE_COLUMN: &str = "Choose the column…";

// Claims.
pub(super) const ALL_CLAIMS: &str = "← All claims";
pub(super) const NO_CLAIM_PASSES: &str = "No claim passes these filters.";
pub(super) const SHOW_ALL_CLAIMS: &str = "Show all claims";
pub(super) const UNDERLINED_WORDS: &str =
    "Words that the clearest wording does not have are underlined; the rest of a sentence is grey.";
pub(super) const NEAR_IT: &str = "Near it, not taken for the same";
pub(super) const NEAR_IT_SAYS: &str = "The nearest sentence of each article that was not found to tell \
     this. About every second one does, in other words.";
pub(super) const LINK_TELLS_IT_TOO: &str = "it tells this too";
pub(super) const RELATED_CLAIMS: &str = "Related claims";
pub(super) const LINK_WHY_HERE: &str = "why here?";
pub(super) const LINK_UNSTAR: &str = "unstar";
pub(super) const LINK_STAR: &str = "star";
pub(super) const LINK_UNHIDE: &str = "unhide";
pub(super) const LINK_HIDE: &str = "hide";
pub(super) const LINK_COPY: &str = "copy";
pub(super) const COPY_CLAIM_TIP: &str =
    "Put the claim with all its wordings on the clipboard, as text and as a table";
pub(super) const COMPARE_ALL_SOURCES: &str = "Compare all sources side by side";
pub(super) const COMPARE_FIRST_AND_LAST: &str = "Compare the first and the last article";
pub(super) const TABLE: &str = "Table";
pub(super) const WHO_TELLS_IT: &str = "Who tells it";
pub(super) const TOLD_BY_TWO: &str = "told by 2 or more";
pub(super) const NUMBERS_DIFFER: &str = "numbers differ";
pub(super) const DENIED_OR_DOUBTED: &str = "denied or doubted";
pub(super) const STARRED: &str = "starred";
pub(super) const HIDDEN: &str = "hidden";
pub(super) const FIND_IN_CLAIMS: &str = "Find in claims";
pub(super) const NO_SHARED_CLAIM_HERE: &str = "No claim here is told by two articles or more.";
pub(super) const BY_ARTICLE: &str = "Most of these articles name no outlet, so each column is an article, story by story. \
     You can set an article’s outlet in its header on the Read screen.";
pub(super) const NOT_FOUND: &str = "— not found";
pub(super) const CERTAINTY_OVER_TIME: &str = "Certainty over time";
pub(super) const CLAIM_COLUMN: &str = "Claim, in its clearest words";
pub(super) const ARTICLES: &str = "Articles";
pub(super) const ORIGINS: &str = "Origins";
pub(super) const FIRST_LAST: &str = "First · last";
pub(super) const SORT_BY_THIS: &str = "Sort by this";

// Compare.
pub(super) const ONE_ARTICLE_ALONE: &str = "One article alone cannot be compared";
pub(super) const DROP_ANOTHER: &str =
    "Drop another one on the window, or open a folder with several.";
pub(super) const NO_TEXT: &str = "There is no text to compare.";
pub(super) const TWO_ARTICLES: &str = "Two articles";
pub(super) const ONE_CLAIM_EVERY_SOURCE: &str = "One claim, every source";
pub(super) const COMPARING: &str = "Comparing…";
pub(super) const LEFT_ARTICLE: &str = "Left article";
pub(super) const RIGHT_ARTICLE: &str = "Right article";
pub(super) const SAME_TEXTS: &str = "The two texts are the same";
pub(super) const WHAT_DIFFERS: &str = "What differs";
pub(super) const GO_TO_NEXT: &str = "Go to the next one";
pub(super) const LINK_SHOW: &str = "show";
pub(super) const NOTHING_SIDE_BY_SIDE: &str =
    "No claim here is told by two articles or more, so there is nothing to put side by side.";
pub(super) const THIS_IS_BASE: &str = "the others are set against this one";
pub(super) const READ_IT: &str = "Read it";
pub(super) const SET_OTHERS_AGAINST_THIS: &str = "set others against this";
pub(super) const WHOLE_ARTICLES: &str = "whole articles";
pub(super) const COMPARE_THE_TWO_ARTICLES: &str = "Compare the two articles";

// Cards that correct, and notes.
pub(super) const KNOWN_OF_ARTICLE: &str = "What is known of this article";
pub(super) const HEADLINE: &str = "Headline";
pub(super) const NO_HEADLINE: &str = "No headline";
pub(super) const SET_HEADLINE: &str = "Set headline";
pub(super) const UNKNOWN: &str = "Unknown";
pub(super) const SET_OUTLET: &str = "Set outlet";
pub(super) const DAY_OF_PUBLICATION: &str = "Day of publication";
pub(super) const DAY_HINT: &str = "Year-month-day, as 2025-03-03";
pub(super) const SET_DAY: &str = "Set day";
pub(super) const NOT_A_DAY: &str = "This is no day. Write it as year-month-day: 2025-03-03.";
pub(super) const LEAVE_WITHOUT_DATE: &str = "no date";
pub(super) const CORRECT_THIS_CLAIM: &str = "Correct this claim";
pub(super) const ITS_WORDS: &str = "Its words";
pub(super) const EMPTY_FOR_CLEAREST: &str = "Empty for its clearest wording";
pub(super) const USE_THESE_WORDS: &str = "Use these words";
pub(super) const THE_SAME_AS: &str = "The same as";
pub(super) const THE_OPPOSITE_OF: &str = "The opposite of";
pub(super) const ANOTHER_CLAIM: &str = "Another claim";
pub(super) const TYPE_ANOTHER_CLAIM: &str = "Type words of another claim";
pub(super) const NO_OTHER_CLAIM: &str = "No other claim has these words.";
pub(super) const CORRECT_THIS_WORDING: &str = "Correct this wording";
pub(super) const HOW_SURELY: &str = "How surely it is told here";
pub(super) const BELONGS_TO_CLAIM: &str = "It belongs to another claim";
pub(super) const STANDS_FOR_CLAIM: &str = "Its words stand for the claim";
pub(super) const A_CLAIM_OF_ITS_OWN: &str = "A claim of its own";
pub(super) const MAKES_NO_CLAIM: &str = "Makes no claim";
pub(super) const WHERE_IT_COMES_FROM: &str = "Where it comes from";
pub(super) const AN_ORIGIN_OF_ITS_OWN: &str = "An origin of its own";
pub(super) const PERSON: &str = "person";
pub(super) const ORGANISATION: &str = "organisation";
pub(super) const GROUP: &str = "group";
pub(super) const EVENT: &str = "event";
pub(super) const DATE: &str = "date";
pub(super) const AMOUNT_OF_MONEY: &str = "amount of money";
pub(super) const AMOUNT: &str = "amount";
pub(super) const MARK_WORDS: &str = "Mark words";
pub(super) const WHAT_THEY_NAME: &str = "What they name";
pub(super) const WHERE: &str = "Where";
pub(super) const TYPE_WORDS_AS_WRITTEN: &str =
    "Type words as they stand in the text of this article.";
pub(super) const MARK_THEM: &str = "Mark them";
pub(super) const NO_PART_OF_ARTICLE: &str = "No part of the article";
pub(super) const TAKE_OUT: &str = "Take them out of the text";
pub(super) const NOTE_ON_THEM: &str = "Note on them…";
pub(super) const WORDS_TO_MARK: &str = "Words to mark";
pub(super) const WORDS_OF_THIS_ARTICLE: &str = "Words of this article";
pub(super) const ONLY_HERE: &str = "only here";
pub(super) const IN_THIS_ARTICLE: &str = "in this article";
pub(super) const EVERYWHERE: &str = "everywhere";
pub(super) const WHAT_IT_IS: &str = "What it is";
pub(super) const NOT_A_NAME_AT_ALL: &str = "Not a name at all";
pub(super) const ITS_NAME: &str = "Its name";
pub(super) const RENAME: &str = "Rename";
pub(super) const SOMETHING_ELSE: &str = "Somebody or something else";
pub(super) const NOT_A_NAME: &str = "Not a name";
pub(super) const BELONGS_TO: &str = "It belongs to";
pub(super) const ANOTHER_NAME: &str = "Another name to merge it with";
pub(super) const TYPE_ANOTHER_NAME: &str = "Type another name";
pub(super) const NO_OTHER_NAME: &str = "No other name has these letters.";
pub(super) const MEAN_THE_WHOLE_NAME: &str = "Mean the whole name";
pub(super) const NOTE: &str = "Note";
pub(super) const WHAT_YOU_WANT_TO_REMEMBER: &str = "What you want to remember";
pub(super) const KEEP_NOTE: &str = "Keep note";
pub(super) const KEPT_ON_CLOSE: &str = "Kept too when you close this.";
pub(super) const KEPT: &str = "Kept.";
pub(super) const TAGS: &str = "Tags";
pub(super) const NEW_TAG: &str = "New tag";
pub(super) const ADD_TAG: &str = "Add tag";
pub(super) const POINT_AT_A_CHOICE: &str = "Point at a choice to see what it would change.";
pub(super) const LOOKING_AT_CHANGE: &str = "Looking at what this would change…";

// Questions and lists over the page.
pub(super) const ADD_OR_REPLACE: &str = "Added, its articles are read and compared with those that are open. Replaced, they stand alone.";
pub(super) const ADD: &str = "Add";
pub(super) const SAVE_THIS_REVIEW_AS_ONE_FILE: &str = "Save this review as one file";
pub(super) const SAVE_AS_EXPLAINED: &str = "Texts, corrections and notes go into it, so it opens on another computer too. What you do from now on is saved there.";
pub(super) const FILE_TO_SAVE_TO: &str = "File to save to";
pub(super) const REST_IS_COMPLETE: &str = "The rest of the collection is complete without them.";

// Dropping.
pub(super) const DROP_TO_READ_THESE_ARTICLES: &str = "Drop to read these articles";

// Help.
pub(super) const FIND_IN_THE_HELP: &str = "Find in the help";
pub(super) const NOT_IN_THE_HELP: &str = "No page has these words. Try fewer letters.";

// Menu.
pub(super) const GO: &str = "Go";
pub(super) const YOUR_WORK: &str = "Your work";
pub(super) const VIEW: &str = "View";
pub(super) const MENU: &str = "Menu";

// Lists of notes and acts.
pub(super) const NO_NOTES_LEFT: &str = "There is no note and no tag left.";
pub(super) const CHOOSE_AN_ACT: &str =
    "Choose one to go back, or forward again, to how it was after it.";
pub(super) const UNDONE: &str = " · undone";
pub(super) const CHANGES_NOTHING: &str = " · changes nothing: ";
pub(super) const BEFORE_YOUR_FIRST_CHANGE: &str = "Before your first change";
pub(super) const AS_CROSSREAD_READ_IT: &str = "as Crossread read it";

// Palette.
pub(super) const PALETTE_HINT: &str = "Go to an article, a name or a claim, or run a command";
pub(super) const SEARCH_OR_COMMAND: &str = "Search or command";
pub(super) const NOTHING_CALLED_THAT: &str = "Nothing here is called that. Try fewer letters.";

// People and places.
pub(super) const PEOPLE: &str = "People";
pub(super) const ORGANISATIONS: &str = "Organisations";
pub(super) const PLACES: &str = "Places";
pub(super) const GROUPS: &str = "Groups";
pub(super) const EVENTS: &str = "Events";
pub(super) const ALL_NAMES: &str = "← All names";
pub(super) const ALL: &str = "All";
pub(super) const FIND_A_NAME: &str = "Find a name";
pub(super) const NAMES_COME_LATER: &str = "Names are gathered when all articles are read.";
pub(super) const NO_NAMES: &str = "No names were found in these articles.";
pub(super) const NO_NAME_MATCHES: &str = "No name matches.";
pub(super) const SHOW_ALL: &str = "Show all";
pub(super) const NAME: &str = "Name";
pub(super) const NAMED: &str = "Named";
pub(super) const IN_EACH_ARTICLE: &str = "In each article";
pub(super) const IN_EACH_ARTICLE_TIP: &str = "A bar for each article, in the order of the list of \
articles: the higher, the more often it is named there.";
pub(super) const OUTLETS_CALL_IT: &str = "What each outlet calls it";
pub(super) const WHERE_IT_IS_NAMED: &str = "Where it is named";
pub(super) const GO_TO_THE_FIRST_PLACE: &str = "Go to the first place";
pub(super) const NAMED_WITH: &str = "Named with, in the same sentence";
pub(super) const IN_CLAIMS: &str = "In claims";

// Choosing an article.
pub(super) const FIND_ARTICLE_HINT: &str = "Find by headline, outlet or day";
pub(super) const FIND_AN_ARTICLE: &str = "Find an article";
pub(super) const NO_ARTICLE_HAS_LETTERS: &str = "No article has these letters.";

// Progress.
pub(super) const STOPPING: &str = "Stopping…";
pub(super) const LOOKING_FOR_ARTICLES: &str = "Looking for articles…";
pub(super) const GATHERING: &str = "Putting the same claims together…";

// Read.
pub(super) const ALL_MENTIONS: &str = "All mentions";
pub(super) const NO_ARTICLE_ON_THESE_DAYS: &str = "No article was published on these days.";
pub(super) const CHOOSE_AN_ARTICLE: &str = "Choose an article";
pub(super) const HIGHLIGHTS_AND_CLAIMS: &str = "Highlights and claims";
pub(super) const LINK_COMPARE: &str = "compare…";
pub(super) const PUT_IT_BACK: &str = "Put it back";
pub(super) const RENAME_OR_MERGE: &str = "Rename or merge…";
pub(super) const MARK: &str = "Mark…";
pub(super) const COPY_WITH_SOURCE: &str = "Copy with source";
pub(super) const HIGHLIGHTS: &str = "Highlights";
pub(super) const HIGHLIGHTS_COME_LATER: &str = "Names come when reading is done.";
pub(super) const NO_HIGHLIGHTS: &str = "No names, dates or numbers were found in this text.";
pub(super) const CLAIMS_IN_THIS_ARTICLE: &str = "Claims in this article";
pub(super) const CLAIMS_OF_ARTICLE_COME_LATER: &str = "Claims come when all articles are read.";
pub(super) const NO_CLAIM_IN_THIS_TEXT: &str = "No claim was found in this text.";
pub(super) const GO_TO_ITS_PLACE: &str = "Go to its place in the text";
pub(super) const TOLD_ELSEWHERE_NOT_HERE: &str = "Told elsewhere, not here";
pub(super) const MOST_WIDELY_TOLD: &str =
    "The most widely told of them; all are on the Claims screen.";

// Search.
pub(super) const SEARCH_IN_ALL_ARTICLES: &str = "Search in all articles";
pub(super) const SEARCH_EXPLAINED: &str =
    "Words are found as you type; “in quotation marks” side by side.";
pub(super) const NO_ARTICLE_HAS_WORDS: &str =
    "No article has these words. Try fewer, or fewer filters.";
pub(super) const WORDS_TO_FIND: &str = "Words to find";
pub(super) const ONLY: &str = "Only";
pub(super) const ANY_SENTENCE: &str = "any sentence";
pub(super) const ONLY_NAMING_CHOSEN: &str = "Only articles that name what you chose";
pub(super) const IN_ITS_HEADLINE: &str = "The words stand in its headline";

// The bars at top and foot.
pub(super) const CROSSREAD: &str = "Crossread";
pub(super) const READ: &str = "Read";
pub(super) const SEARCH: &str = "Search";
pub(super) const WHAT_CROSSREAD_DOES: &str =
    "Crossread shows who said what, when, and on whose word. It does not judge what is true.";
pub(super) const CARRYING_CHANGE: &str = "Carrying your change through all articles…";
pub(super) const SHOW: &str = "Show";
pub(super) const READ_THEM: &str = "Read them";
pub(super) const NOT_NOW: &str = "Not now";
pub(super) const SAVE_A_COPY: &str = "Save a copy…";
pub(super) const SEARCH_KEYS: &str = "Enter or Ctrl+G next hit · Esc closes";
pub(super) const MENTION_KEYS: &str = "F3 next mention · Esc lets go";
pub(super) const GRID_SIGNS: &str = "Filled: told · hollow: hedged or asked · crossed: denied";
pub(super) const LADDER_SIGNS: &str =
    "Bars: high stated · lower on a source’s word · low hedged · hollow denied or asked";
pub(super) const UNDATED_KEYS: &str = "Enter opens the passage";
pub(super) const HAPPENED_KEYS: &str =
    "Drag to move · Ctrl and scroll to zoom · Enter opens the passage";
pub(super) const TOLD_KEYS: &str =
    "Drag over days to select them · Ctrl and scroll to zoom · Enter opens the passage";
pub(super) const SOURCES_SIGNS: &str =
    "Green: not in the framed text · amber: facts that differ · grey line: words that both have";
pub(super) const COMPARE_SIGNS: &str = "F8 next difference · green: only in this text · amber: facts that differ · grey line: words that both have";

// Taking away.
pub(super) const SAVE_WHAT_WAS_FOUND: &str = "Save what was found";
pub(super) const FOLDER_TO_WRITE_TO: &str = "Folder to write to";
pub(super) const FILE_TO_WRITE_TO: &str = "File to write to";
pub(super) const STANDS_THERE_ALREADY: &str =
    "Something of that name stands there already. It is replaced when the new one is whole.";
pub(super) const FOLDER_IS_MADE: &str = "The folder is made if it is not there.";
pub(super) const MIND_THE_RIGHTS: &str =
    "It quotes the articles: mind the rights of those who wrote them.";

// Timeline.
pub(super) const LANE_SIGNS: &str = "Filled: stated or on a source’s word · hollow: hedged or asked · crossed: denied · a line through a mark: the days that it may mean";
pub(super) const BAR_SIGNS: &str = "Each bar counts tellings of claims, one colour for each outlet";
pub(super) const NO_ARTICLE_HAS_A_DATE: &str = "None of these articles has a known date, so there is no calendar to draw. You can set an article’s date in its header on the Read screen.";
pub(super) const NO_CLAIM_HAS_A_DAY: &str =
    "None of these claims says on which days it happened, so there is no calendar to draw.";
pub(super) const SHOW_WHEN_IT_HAPPENED: &str = "Show when it happened";
pub(super) const SHOW_WHEN_IT_WAS_TOLD: &str = "Show when it was told";
pub(super) const WHEN_IT_WAS_TOLD: &str = "When it was told";
pub(super) const WHEN_IT_HAPPENED: &str = "When it happened";
pub(super) const LANES: &str = "Lanes";
pub(super) const BARS: &str = "Bars";
pub(super) const BY_DAY: &str = "by day";
pub(super) const BY_WEEK: &str = "by week";
pub(super) const BY_MONTH: &str = "by month";
pub(super) const WITH_SINGLE_CLAIMS: &str = "claims of one article too";
pub(super) const SHOW_ALL_DAYS: &str = "Show all days";
pub(super) const TIMELINE_COMES_LATER: &str = "The timeline comes when all articles are read.";
pub(super) const NO_SHARED_CLAIM: &str = "No claim is told by two articles or more.";
pub(super) const ALL_OUTLETS_LEFT_OUT: &str = "All outlets are left out.";
pub(super) const SHOW_SINGLE_CLAIMS: &str = "Show claims of one article";
pub(super) const SHOW_ALL_OUTLETS: &str = "Show all outlets";
pub(super) const NO_DATE: &str = "No date";
pub(super) const NO_DATE_TIP: &str = "Tellings without a known day, in the order of the collection";
pub(super) const CROWD_KEYS: &str = "Ctrl and scroll to tell them apart · click to open the claim";
pub(super) const CROWD_OPENS: &str = "Click to open the claim";

// Tour.
pub(super) const END_THE_TOUR: &str = "End the tour";
pub(super) const DONE: &str = "Done";
pub(super) const NEXT: &str = "Next";
pub(super) const BACK: &str = "Back";

// The first screen.
pub(super) const DROP_A_FOLDER: &str = "Drop a folder of articles here";
pub(super) const WHAT_CAN_BE_DROPPED: &str =
    "Text, web pages, PDF, Word, e-mail. Nothing leaves this computer.";
pub(super) const OR_TYPE_ITS_PATH: &str = "Or type its path";
pub(super) const OPEN: &str = "Open";
pub(super) const OPENED_BEFORE: &str = "Opened before";
pub(super) const NO_FILE_TO_READ: &str = "There is no file in it that Crossread could read.";
pub(super) const NO_ARTICLE_FOUND: &str = "No article was found here";

// Pieces of several screens.
pub(super) const SHOW_ALL_DAYS_AGAIN: &str = "Show all days again";
pub(super) const A_BAR_FOR_EACH_TELLING_THE: &str = "A bar for each telling, the first at the left; of many alike in a row, some. High: stated. Lower: on a source’s word. Low: hedged. Hollow and high: denied. Hollow and low: questioned.";
pub(super) const PUTTING_THIS_TOGETHER: &str = "Putting this together…";
