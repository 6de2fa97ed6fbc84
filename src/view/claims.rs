//! The Claims screen: the table, the wordings of one claim, who tells it.

use chrono::NaiveDate;
use unicode_segmentation::UnicodeSegmentation;

use super::{labels, numbers, wording};
use crate::model::{ArticleId, Certainty, Claim, ClaimId, ClaimMention, Interval, Origin, Span};
use crate::review::{About, ClaimRef, Review};

/// In which order claims stand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ClaimOrder {
    /// Told by most articles first.
    #[default]
    Articles,
    /// Most independent origins first.
    Origins,
    /// Told first, first.
    First,
}

/// Filters and order of the Claims screen.
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a switch of its own on the screen"
)]
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ClaimsState {
    /// Only claims of this story, by position.
    pub story: Option<usize>,
    /// Only claims told by two articles or more.
    pub only_shared: bool,
    /// Only claims of which numbers differ.
    pub only_numbers: bool,
    /// Only claims that the reader starred.
    pub only_starred: bool,
    /// Claims that the reader left out of lists, and only those.
    pub shows_hidden: bool,
    /// Only claims that somebody denies or doubts.
    pub only_disputed: bool,
    /// Only claims told by this outlet, by position.
    pub outlet: Option<usize>,
    /// Only claims with these words.
    pub query: String,
    /// Only claims told on one of these days.
    pub days: Option<Interval>,
    /// Order.
    pub order: ClaimOrder,
    /// Whether the grid of who tells what is shown in place of the table.
    pub shows_grid: bool,
}

impl ClaimsState {
    /// Whether any claim is left out.
    pub fn is_filtered(&self) -> bool {
        let open = Self {
            order: self.order,
            shows_grid: self.shows_grid,
            ..Self::default()
        };
        *self != open
    }
}

/// One row of the table.
#[derive(Clone, Debug, PartialEq)]
pub struct ClaimRow {
    /// The claim.
    pub id: ClaimId,
    /// Its clearest words, in quotation marks.
    pub statement: String,
    /// On whose word; what differs.
    pub facts: String,
    /// How many articles tell it.
    pub articles: usize,
    /// How many origins are independent.
    pub origins: usize,
    /// First and last telling.
    pub days: Option<(NaiveDate, NaiveDate)>,
    /// Whether the reader starred it.
    pub is_starred: bool,
    /// How surely it is told, a step for each telling.
    pub course: Vec<Certainty>,
}

/// The rows that the filters let through, in the order asked for.
pub fn rows(review: &Review, state: &ClaimsState) -> Vec<ClaimRow> {
    let query = state.query.to_lowercase();
    let mut rows: Vec<ClaimRow> = review
        .analysis()
        .claims
        .iter()
        .filter(|claim| {
            let marks = review.marks(claim.id);
            let is_starred = marks.is_some_and(|marks| marks.is_starred);
            let is_hidden = marks.is_some_and(|marks| marks.is_hidden);
            is_hidden == state.shows_hidden && (is_starred || !state.only_starred)
        })
        .filter(|claim| passes(review, claim, state))
        .map(|claim| row(review, claim))
        .filter(|row| {
            query.is_empty()
                || row.statement.to_lowercase().contains(&query)
                || row.facts.to_lowercase().contains(&query)
        })
        .collect();
    match state.order {
        ClaimOrder::Articles => {
            rows.sort_by_key(|row| std::cmp::Reverse((row.articles, row.origins)));
        }
        ClaimOrder::Origins => {
            rows.sort_by_key(|row| std::cmp::Reverse((row.origins, row.articles)));
        }
        ClaimOrder::First => {
            rows.sort_by_key(|row| {
                row.days
                    .map_or((1, NaiveDate::MAX), |(first, _)| (0, first))
            });
        }
    }
    rows
}

fn passes(review: &Review, claim: &Claim, state: &ClaimsState) -> bool {
    let index = review.index();
    let at = |id: &ArticleId| index.position(id);
    (!state.only_shared || claim.articles().len() > 1)
        && (!state.only_numbers || numbers::differ(review, claim))
        && state.days.is_none_or(|days| {
            let mut told = claim.mentions.iter().filter_map(|mention| mention.said_on);
            told.any(|day| day.overlaps(days))
        })
        && (!state.only_disputed || is_disputed(claim))
        && super::is_of_story(review, claim, state.story)
        && state.outlet.is_none_or(|outlet| {
            claim
                .mentions
                .iter()
                .any(|m| at(&m.article).and_then(|p| index.outlet_of.get(p)) == Some(&outlet))
        })
}

/// Whether somebody denies or doubts it, or the opposite is claimed.
pub fn is_disputed(claim: &Claim) -> bool {
    !claim.opposed.is_empty()
        || claim
            .mentions
            .iter()
            .any(|mention| matches!(mention.certainty, Certainty::Denied | Certainty::Questioned))
}

fn row(review: &Review, claim: &Claim) -> ClaimRow {
    let statement = review.statement(claim);
    let mut facts: Vec<String> = Vec::new();
    let first = claim.mentions.first();
    facts.extend(first.map(|mention| source_of(review, mention)));
    let remark = remark(review, claim);
    facts.push(remark);
    facts.retain(|fact| !fact.is_empty());
    ClaimRow {
        id: claim.id,
        statement: wording::stated(
            &wording::shortened(statement, 220),
            review.is_statement_whole(claim),
        ),
        facts: facts.join(" · "),
        articles: claim.articles().len(),
        origins: claim.independent_origins(),
        days: days(claim),
        is_starred: review.marks(claim.id).is_some_and(|marks| marks.is_starred),
        course: claim
            .mentions
            .iter()
            .map(|mention| mention.certainty)
            .collect(),
    }
}

/// First and last day on which it was told.
pub fn days(claim: &Claim) -> Option<(NaiveDate, NaiveDate)> {
    let mut days = claim.mentions.iter().filter_map(|m| m.said_on);
    let first = days.next()?;
    let (earliest, latest) = days.fold((first.earliest, first.latest), |(a, b), day| {
        (a.min(day.earliest), b.max(day.latest))
    });
    Some((earliest, latest))
}

/// On whose word a mention tells its claim; empty where it speaks in its own voice.
pub fn source_of(review: &Review, mention: &ClaimMention) -> String {
    let Some(findings) = review.findings(&mention.article) else {
        return String::new();
    };
    let attribution = mention
        .attribution
        .and_then(|position| findings.attributions.get(position));
    let Some(attribution) = attribution else {
        return String::new();
    };
    let words = |span: Span| review.words(&mention.article, span);
    let via: Vec<&str> = attribution.via.iter().map(|span| words(*span)).collect();
    let known = attribution.entity;
    let known = known.and_then(|entity| Some(review.analysis().entity(entity)?.name.as_str()));
    let source = attribution.source.map(words);
    wording::attribution_line(source, known, attribution.source_kind, &via)
}

/// What an origin is called: by its name, by whom the text means where that is a pronoun, else by the
/// first article that rests on it.
pub fn origin_name(review: &Review, claim: &Claim, origin: &Origin) -> String {
    if !origin.name.is_empty() && !wording::is_pronoun(&origin.name) {
        return origin.name.clone();
    }
    let mut told = origin.mentions.iter();
    let known = told.find_map(|position| {
        let mention = claim.mentions.get(*position)?;
        let findings = review.findings(&mention.article)?;
        let attribution = findings.attributions.get(mention.attribution?)?;
        let said = review.words(&mention.article, attribution.source?);
        let entity = attribution.entity.filter(|_| said == origin.name)?;
        Some(review.analysis().entity(entity)?.name.clone())
    });
    let first = || {
        let mention = claim.mentions.get(*origin.mentions.first()?)?;
        Some(labels::outlet_day(review, &mention.article))
    };
    known.or_else(first).unwrap_or_default()
}

/// What is noteworthy: numbers differ and which, denied, opposed; empty for nothing.
pub fn remark(review: &Review, claim: &Claim) -> String {
    let mut remarks: Vec<String> = Vec::new();
    if let Some(numbers) = numbers::differing(review, claim) {
        remarks.push(format!("numbers differ: {numbers}"));
    } else if !claim.numbers_differ.is_empty() {
        remarks.push("numbers differ".to_owned());
    }
    let denied = claim
        .mentions
        .iter()
        .find(|mention| mention.certainty == Certainty::Denied);
    if let Some(denied) = denied {
        remarks.push(denied.said_on.map_or_else(
            || "denied".to_owned(),
            |on| format!("denied on {}", wording::day(on.earliest)),
        ));
    } else if let Some(opposed) = claim
        .opposed
        .first()
        .and_then(|id| review.analysis().claim(*id))
    {
        let on = days(opposed).map_or_else(String::new, |(first, _)| {
            format!(" on {}", wording::day(first))
        });
        remarks.push(format!("the opposite is claimed{on}"));
    }
    remarks.join(", ")
}

/// One claim, opened.
#[derive(Clone, Debug, PartialEq)]
pub struct ClaimDetail {
    /// The claim.
    pub id: ClaimId,
    /// The claim by content, as corrections and notes name it.
    pub named: Option<ClaimRef>,
    /// Whether the reader starred it.
    pub is_starred: bool,
    /// Whether the reader left it out of lists.
    pub is_hidden: bool,
    /// The reader's note on it with its tags.
    pub note: Option<String>,
    /// Its words.
    pub statement: String,
    /// Its wordings, in order of telling.
    pub wordings: Vec<Wording>,
    /// Where it came from, a line for each origin.
    pub origins: Vec<String>,
    /// For each origin, who rests on it, in order of telling: positions among the wordings.
    pub chains: Vec<Vec<usize>>,
    /// Claims that agree in all but a number, or say the opposite: words, and how they relate.
    pub related: Vec<(ClaimId, String, &'static str)>,
}

/// One wording of a claim.
#[derive(Clone, Debug, PartialEq)]
pub struct Wording {
    /// Where it stands.
    pub place: (ArticleId, Span),
    /// "Northern Wire · 3 March".
    pub heading: String,
    /// Position of the outlet.
    pub outlet: usize,
    /// On whose word.
    pub source: String,
    /// How surely.
    pub certainty: Certainty,
    /// Its words, cut where they differ from the statement.
    pub pieces: Vec<(String, bool)>,
    /// Whether nearly all of them differ, so that none is marked.
    pub is_otherwise: bool,
    /// Why it was put with the others.
    pub why: Vec<String>,
}

/// Opens a claim.
pub fn detail(review: &Review, id: ClaimId) -> Option<ClaimDetail> {
    let claim = review.analysis().claim(id)?;
    let statement = review.statement(claim);
    let clearest = review.claim_words(claim.mentions.get(claim.statement)?);
    let wordings = claim
        .mentions
        .iter()
        .map(|mention| wording_of(review, mention, clearest))
        .collect();
    let origins = claim
        .origins
        .iter()
        .map(|origin| {
            let mut articles: Vec<&ArticleId> = origin
                .mentions
                .iter()
                .filter_map(|position| Some(&claim.mentions.get(*position)?.article))
                .collect();
            articles.sort();
            articles.dedup();
            let name = origin_name(review, claim, origin);
            wording::origin_line(&name, articles.len(), origin.is_uncertain)
        })
        .collect();
    let chains = claim
        .origins
        .iter()
        .map(|origin| {
            let mut told = origin.mentions.clone();
            told.sort_unstable();
            told
        })
        .collect();
    let related = claim
        .numbers_differ
        .iter()
        .map(|other| (*other, "another number"))
        .chain(claim.opposed.iter().map(|other| (*other, "the opposite")))
        .filter_map(|(other, how)| {
            let claim = review.analysis().claim(other)?;
            let words = review.statement(claim);
            Some((other, wording::shortened(&wording::headed(words), 120), how))
        })
        .collect();
    let named = ClaimRef::of(review.documents(), review.analysis(), id);
    let marks = review.marks(id);
    Some(ClaimDetail {
        id,
        is_starred: marks.is_some_and(|marks| marks.is_starred),
        is_hidden: marks.is_some_and(|marks| marks.is_hidden),
        note: named
            .clone()
            .and_then(|claim| review.note_on(&About::Claim(claim)))
            .map(|(_, note)| note.line()),
        named,
        statement: wording::shortened(&wording::headed(statement), 400),
        wordings,
        origins,
        chains,
        related,
    })
}

fn wording_of(review: &Review, mention: &ClaimMention, statement: &str) -> Wording {
    let index = review.index();
    let words = review.claim_words(mention);
    let pieces = differing(statement, words);
    let is_otherwise = kept(&pieces) < KEPT_MIN;
    Wording {
        place: (mention.article.clone(), mention.span),
        heading: labels::outlet_day(review, &mention.article),
        outlet: index
            .position(&mention.article)
            .and_then(|at| index.outlet_of.get(at))
            .copied()
            .unwrap_or(0),
        source: source_of(review, mention),
        certainty: mention.certainty,
        pieces: if is_otherwise {
            vec![(words.to_owned(), false)]
        } else {
            pieces
        },
        is_otherwise,
        why: mention.why.iter().map(wording::grouping_why).collect(),
    }
}

/// The words of `other`, in pieces that do (`true`) or do not differ from `statement`.
fn differing(statement: &str, other: &str) -> Vec<(String, bool)> {
    use similar::{ChangeTag, TextDiff};
    // A capital at the beginning of a sentence is no difference.
    let small = |words: &str| -> Vec<String> {
        let words = words.split_word_bounds();
        words.map(str::to_lowercase).collect()
    };
    let (statement, small_other) = (small(statement), small(other));
    let (before, after): (Vec<&str>, Vec<&str>) = (
        statement.iter().map(String::as_str).collect(),
        small_other.iter().map(String::as_str).collect(),
    );
    let mut words = other.split_word_bounds();
    let mut pieces: Vec<(String, bool)> = Vec::new();
    for change in TextDiff::from_slices(&before, &after).iter_all_changes() {
        let differs = match change.tag() {
            ChangeTag::Delete => continue,
            ChangeTag::Insert => true,
            ChangeTag::Equal => false,
        };
        let word = words.next().unwrap_or_default();
        match pieces.last_mut() {
            Some((words, last)) if *last == differs => words.push_str(word),
            _ => pieces.push((word.to_owned(), differs)),
        }
    }
    joined(pieces)
}

/// Where less than this of a wording is in the statement too, its differences say nothing.
const KEPT_MIN: f32 = 0.4;

/// How much of a wording is in the statement too, by its letters, 0 to 1; single words that happen
/// to stand in both do not count.
fn kept(pieces: &[(String, bool)]) -> f32 {
    let letters = |words: &str| words.chars().filter(|c| c.is_alphanumeric()).count();
    let all: usize = pieces.iter().map(|(words, _)| letters(words)).sum();
    let same = pieces.iter().filter(|(words, differs)| {
        let is_run = words.unicode_words().nth(1).is_some();
        !differs && (is_run || pieces.len() == 1)
    });
    let kept: usize = same.map(|(words, _)| letters(words)).sum();
    kept as f32 / all.max(1) as f32
}

/// The same pieces, with those that differ as one where only a space stands between them.
fn joined(pieces: Vec<(String, bool)>) -> Vec<(String, bool)> {
    let mut whole: Vec<(String, bool)> = Vec::with_capacity(pieces.len());
    let mut pieces = pieces.into_iter().peekable();
    while let Some((words, differs)) = pieces.next() {
        let is_space = !differs && words.chars().all(char::is_whitespace);
        let joins = is_space && pieces.peek().is_some_and(|(_, next)| *next);
        match whole.last_mut() {
            Some((last, true)) if differs || joins => last.push_str(&words),
            _ => whole.push((words, differs)),
        }
    }
    whole
}

/// Who tells which claim.
#[derive(Clone, Debug, PartialEq)]
pub struct Coverage {
    /// Outlets, by position, whether they tell any of the claims or none.
    pub outlets: Vec<usize>,
    /// How many outlets with fewer articles are not shown.
    pub more_outlets: usize,
    /// A row for each claim: its words, and a cell for each outlet.
    pub rows: Vec<(ClaimId, String, Vec<Cell>)>,
}

/// One outlet's part in one claim.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell {
    /// It does not tell it, as far as found.
    NotFound,
    /// It tells it.
    Told {
        /// Where first.
        place: (ArticleId, Span),
        /// How surely, the first time.
        certainty: Certainty,
        /// Whether nobody told it before.
        is_first: bool,
    },
}

/// The most claims that the grid shows.
const COVERAGE_ROWS: usize = 40;

/// The most outlets that the grid shows, those with most articles.
const COVERAGE_OUTLETS: usize = 16;

/// The grid for the first of these rows.
pub fn coverage(review: &Review, rows: &[ClaimRow]) -> Coverage {
    let index = review.index();
    let shown = index.outlets.len().min(COVERAGE_OUTLETS);
    let outlets: Vec<usize> = (0..shown).collect();
    let rows = rows
        .iter()
        .filter(|row| row.articles > 1)
        .take(COVERAGE_ROWS)
        .filter_map(|row| {
            let claim = review.analysis().claim(row.id)?;
            let cells = outlets
                .iter()
                .map(|outlet| cell(review, claim, *outlet))
                .collect();
            let words = wording::headed(review.statement(claim));
            Some((row.id, wording::shortened(&words, 60), cells))
        })
        .collect();
    Coverage {
        more_outlets: index.outlets.len() - shown,
        outlets,
        rows,
    }
}

fn cell(review: &Review, claim: &Claim, outlet: usize) -> Cell {
    let index = review.index();
    let told = claim.mentions.iter().enumerate().find(|(_, mention)| {
        index
            .position(&mention.article)
            .and_then(|at| index.outlet_of.get(at))
            == Some(&outlet)
    });
    told.map_or(Cell::NotFound, |(position, mention)| Cell::Told {
        place: (mention.article.clone(), mention.span),
        certainty: mention.certainty,
        is_first: position == 0 && mention.said_on.is_some(),
    })
}

#[cfg(test)]
mod tests {
    use super::differing;

    #[test]
    fn pieces_say_where_a_wording_differs() {
        let marked = |statement, other| -> String {
            let pieces = differing(statement, other).into_iter();
            let marked = pieces.map(
                |(words, differs)| {
                    if differs { format!("[{words}]") } else { words }
                },
            );
            marked.collect()
        };
        let statement = "14 people were injured";
        assert_eq!(
            marked(statement, "12 people were hurt"),
            "[12] people were [hurt]"
        );
        assert_eq!(
            marked("Men were treated", "men were taken ill with"),
            "men were [taken ill with]"
        );
    }
}
