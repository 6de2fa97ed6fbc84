//! Outlets, reporting verbs and hedges.

use super::{find, tables};

/// A news outlet or agency.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Outlet {
    /// Its usual name.
    pub name: &'static str,
    /// Other names and web domains.
    pub other_names: &'static [&'static str],
    /// What it is.
    pub kind: OutletKind,
}

/// What an outlet is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum OutletKind {
    /// A news agency.
    Agency,
    /// A newspaper.
    Newspaper,
    /// Television or radio.
    Broadcaster,
    /// A news site.
    Site,
    /// A magazine.
    Magazine,
}

/// A verb that introduces what somebody said, thought, meant or showed, in one of its classes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ReportingVerb {
    /// Dictionary form, with its particle ("point out").
    pub lemma: &'static str,
    /// What it says was done.
    pub class: ReportingClass,
    /// How the writer stands to the content.
    pub stance: Stance,
}

/// What a reporting verb says was done.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[expect(missing_docs, reason = "each class is named after its plainest verb")]
pub enum ReportingClass {
    Agree,
    Apologise,
    Ask,
    Believe,
    Claim,
    Criticise,
    Deny,
    Disagree,
    Doubt,
    Indicate,
    Intend,
    Know,
    Praise,
    Predict,
    Report,
    Request,
    Reveal,
    Rule,
    Say,
    Show,
    Tell,
    Warn,
}

/// How a writer who uses a reporting verb stands to the content.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stance {
    /// Takes it as true ("reveal").
    Factive,
    /// Leaves it open ("say").
    Neutral,
    /// Keeps a distance, or the source is unsure ("claim").
    Hedge,
    /// Says that the source holds it to be false ("deny").
    Deny,
    /// Says that the source asks ("ask").
    Question,
}

/// Words that hedge what they govern.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hedge {
    /// The words.
    pub cue: &'static str,
    /// How strongly.
    pub strength: HedgeStrength,
}

/// How strongly words hedge.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum HedgeStrength {
    /// Softens or rounds; does not by itself make a claim hedged.
    Weak,
    /// Open whether it is so.
    Medium,
    /// The writer doubts or keeps away.
    Strong,
}

/// The outlet with this name or web domain.
pub fn outlet(words: &str) -> Option<&'static Outlet> {
    find(words, tables::OUTLETS_NAMES, tables::OUTLETS).next()
}

/// Every outlet, in the order of the file.
pub fn all_outlets() -> &'static [Outlet] {
    tables::OUTLETS
}

/// The classes of the reporting verb with this lemma; none if it is no such verb.
pub fn reporting_verbs(lemma: &str) -> impl Iterator<Item = &'static ReportingVerb> {
    find(
        lemma,
        tables::REPORTING_VERBS_LEMMAS,
        tables::REPORTING_VERBS,
    )
}

/// Every reporting verb, in the order of the file.
pub fn all_reporting_verbs() -> &'static [ReportingVerb] {
    tables::REPORTING_VERBS
}

/// Hedges with these words.
pub fn hedges(words: &str) -> impl Iterator<Item = &'static Hedge> {
    find(words, tables::HEDGES_CUES, tables::HEDGES)
}

/// Every hedge, in the order of the file.
pub fn all_hedges() -> &'static [Hedge] {
    tables::HEDGES
}
