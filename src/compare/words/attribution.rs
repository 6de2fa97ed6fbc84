//! Differences in on whose word something is told.

use super::initials::is_short_for;
use super::tokens::{TokenKind, tokens};
use super::{Sides, Text, Token};
use crate::language::lexicon::{ReportingClass, reporting_verbs};
use crate::model::{Attribution, Change, ChangeDetail, ChangeKind, Cue, Span};

/// Adds a difference for a source that is dropped, added or changed. Sources are the same when they
/// share a content word ("two US officials", "officials") or one gives the other's initials. A
/// source that is gone has changed into one that came and speaks in the same way, else into the
/// first that came.
pub(super) fn mark(sides: &Sides<'_>, changes: &mut Vec<Change>) {
    let left = sources(sides.left, sides.left_words, sides.left_spans);
    let right = sources(sides.right, sides.right_words, sides.right_spans);
    let (left_words, right_words) = (sides.left_words, sides.right_words);
    let lost = unmatched(&left, &right, right_words);
    let mut come = unmatched(&right, &left, left_words);
    for source in lost {
        let alike = come.iter().position(|other| other.cue == source.cue);
        let other = (!come.is_empty()).then(|| come.remove(alike.unwrap_or(0)));
        let (right, detail) = match other {
            Some(other) => (Some(other.words), ChangeDetail::AttributionChanged),
            None => (None, ChangeDetail::AttributionDropped),
        };
        set(changes, Some(source.words), right, detail);
    }
    for source in come {
        let right = Some(source.words);
        set(changes, None, right, ChangeDetail::AttributionAdded);
    }
}

/// The sources of one side that the other side has not got, neither as a source nor, a name in
/// whatever construction, in its words. A pronoun may mean any one source of the other side.
fn unmatched<'s, 'a>(
    sources: &'s [Source<'a>],
    others: &[Source<'_>],
    other_words: &[Token],
) -> Vec<&'s Source<'a>> {
    let is_pronoun = |source: &Source<'_>| source.called.is_empty();
    let pronouns = others.iter().filter(|other| is_pronoun(other)).count();
    sources
        .iter()
        .filter(|source| source.is_here)
        .filter(|source| {
            let is_known = others
                .iter()
                .any(|other| is_same(&source.called(), &other.called()));
            let is_anyone = is_pronoun(source) && !others.is_empty();
            !is_known && !is_anyone && !is_told(&source.called(), other_words)
        })
        .skip(pronouns)
        .collect()
}

/// A source with its cue, of one attribution.
struct Source<'a> {
    /// The words with content of who speaks; none of a pronoun.
    called: Vec<Token>,
    /// Whether the sentences name it; if not, they only go on with what it says.
    is_here: bool,
    /// Lemma of the word that binds them to what they say; `None` where there is none.
    cue: Option<&'a str>,
    /// Who speaks, with the words that bind them to what they say where these stand beside it.
    words: Span,
}

impl Source<'_> {
    fn called(&self) -> Vec<&Token> {
        self.called.iter().collect()
    }
}

/// The sources of what some sentences tell, each once, whether named there or where what they say
/// began: those who did not say something, who speak within another's quotation, or stand inside the
/// name of another source, left out.
fn sources<'a>(text: &Text<'a>, words: &[Token], sentences: &[Span]) -> Vec<Source<'a>> {
    let mut found: Vec<Source<'a>> = Vec::new();
    for attribution in &text.findings.attributions {
        let Some(name) = attribution.source else {
            continue;
        };
        let is_report = attribution.cue.as_ref().is_none_or(reports);
        let is_here = sentences.iter().any(|sentence| sentence.contains(name));
        let goes_on = || {
            attribution.is_direct
                && sentences
                    .iter()
                    .any(|sentence| attribution.content.iter().any(|it| it.overlaps(*sentence)))
        };
        let is_of_row = is_report && !is_quoted(text, attribution) && (is_here || goes_on());
        if !is_of_row || found.iter().any(|source| source.words.overlaps(name)) {
            continue;
        }
        let name = if is_here {
            with_name_behind(name, text.body, words)
        } else {
            name
        };
        let cue = attribution.cue.as_ref().map(|cue| cue.span);
        let said = cue.map_or(name, |cue| name.hull(cue));
        let is_denied = words
            .iter()
            .filter(|word| said.contains(word.span) && !name.contains(word.span))
            .any(|word| word.key == "not" || word.key.ends_with("n't"));
        if is_denied {
            continue;
        }
        let beside = cue.filter(|cue| cue.start <= name.end + 2 && name.start <= cue.end + 2);
        let mut called = tokens(text, &[name]);
        called.retain(|word| word.is_content);
        found.push(Source {
            called,
            is_here,
            cue: attribution.cue.as_ref().map(|cue| cue.lemma.as_str()),
            words: beside.map_or(name, |cue| name.hull(cue)),
        });
    }
    found
}

/// Whether the source and its cue both stand within quotation marks: what a speaker tells of others.
fn is_quoted(text: &Text<'_>, attribution: &Attribution) -> bool {
    let cue = attribution.cue.as_ref().map(|cue| cue.span);
    attribution.source.zip(cue).is_some_and(|(source, cue)| {
        let said = source.hull(cue);
        text.quotations.iter().any(|span| span.contains(said))
    })
}

/// A source with the name that follows it at once: "shopkeeper" of "shopkeeper Owen Rudge".
fn with_name_behind(source: Span, text: &str, words: &[Token]) -> Span {
    let behind = words.iter().skip_while(|word| word.span.start < source.end);
    behind
        .take_while(|word| word.kind == TokenKind::Name)
        .fold(source, |whole, word| {
            if Span::new(whole.end, word.span.start).of(text) == " " {
                whole.hull(word.span)
            } else {
                whole
            }
        })
}

/// Whether a cue tells on whose word something stands, and not what somebody wants, knows, or thinks of
/// it ("opposed", "criticised").
fn reports(cue: &Cue) -> bool {
    let mut classes = reporting_verbs(&cue.lemma)
        .map(|verb| verb.class)
        .peekable();
    classes.peek().is_none()
        || classes.any(|class| {
            !matches!(
                class,
                ReportingClass::Intend
                    | ReportingClass::Know
                    | ReportingClass::Request
                    | ReportingClass::Disagree
                    | ReportingClass::Doubt
                    | ReportingClass::Criticise
                    | ReportingClass::Praise
            )
        })
}

fn is_same(one: &[&Token], other: &[&Token]) -> bool {
    one.iter()
        .any(|word| other.iter().any(|o| o.key.eq_ignore_ascii_case(&word.key)))
        || (one.is_empty() && other.is_empty())
        || is_short_for(one, other)
}

/// Whether most of a source's words, one of a name among them, stand on the other side.
fn is_told(source: &[&Token], others: &[Token]) -> bool {
    let found = source
        .iter()
        .filter(|word| others.iter().any(|other| other.key == word.key));
    let is_named = found.clone().any(|word| word.kind == TokenKind::Name);
    let content: Vec<&Token> = others.iter().filter(|word| word.is_content).collect();
    is_named && found.count() * 2 > source.len() || is_short_for(source, &content)
}

/// Puts the difference in; a difference of other words at the same place gives way to it.
fn set(changes: &mut Vec<Change>, left: Option<Span>, right: Option<Span>, detail: ChangeDetail) {
    let covers = |outer: Option<Span>, inner: Option<Span>| match (outer, inner) {
        (Some(outer), Some(inner)) => outer.contains(inner),
        (_, None) => true,
        (None, Some(_)) => false,
    };
    changes.retain(|change| {
        change.kind != ChangeKind::Word
            || !(covers(left, change.left) && covers(right, change.right))
    });
    changes.push(Change {
        kind: ChangeKind::Attribution,
        left,
        right,
        detail: Some(detail),
    });
}
