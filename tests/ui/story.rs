//! A small invented story with findings made by hand, so that screens are tested apart from the
//! engine.

use std::sync::Arc;

use crossread::corpus::Document;
use crossread::language::Parsed;
use crossread::model::{
    Analysis, Article, ArticleFindings, ArticleId, Attribution, Certainty, Claim, ClaimId,
    ClaimMention, Cue, DateBasis, Entity, EntityId, EntityKind, Evidence, GroupingReason, Interval,
    Mention, MentionKind, MentionReason, Origin, OriginReason, Published, Skipped, SkippedReason,
    SourceKind, Span, Story,
};
use crossread::pipeline::Collection;

/// Names of the story: name, kind, other names.
const NAMES: [(&str, EntityKind, &[&str]); 5] = [
    ("Jonas Lie", EntityKind::Person, &["Lie"]),
    ("Nordlinje", EntityKind::Organisation, &[]),
    ("Halvane", EntityKind::Place, &[]),
    (
        "Coast Directorate",
        EntityKind::Organisation,
        &["the directorate"],
    ),
    ("Danish", EntityKind::Group, &[]),
];

/// Title, outlet, day, text. Marked words are found by the lists below.
const ARTICLES: [(&str, &str, Option<&str>, &str); 5] = [
    (
        "Two ferries collide off Halvane, 14 hurt",
        "Halvane Courier",
        Some("2025-03-03"),
        "Two passenger ferries collided in fog outside Halvane on Monday morning, injuring 14 \
         people, the Coast Directorate said.\n\nThe Danish-owned Astra had left port eleven \
         minutes late, according to Jonas Lie, a spokesman for Nordlinje. “We have no sign that \
         the crew ignored any instruction,” he said.\n\nThe bridge had been warned twice by radio, \
         a person briefed on the inquiry told Northern Wire. Lie declined to comment.",
    ),
    (
        "Ferry crash injures “at least a dozen”",
        "Northern Wire",
        Some("2025-03-03"),
        "At least 12 people were injured when two ferries collided off Halvane on Monday, the \
         Coast Directorate said.\n\nThe bridge of the Astra had been warned twice by radio before \
         the impact, a person briefed on the inquiry said.",
    ),
    (
        "Collision at sea: what we know",
        "The Meridian",
        Some("2025-03-04"),
        "Fourteen people were injured in the collision off Halvane, according to the Coast \
         Directorate.\n\nThe bridge may have been warned by radio, according to Northern Wire. \
         Nordlinje has not confirmed it.",
    ),
    (
        "Operator denies crew was warned",
        "The Meridian",
        Some("2025-03-06"),
        "The bridge of the Astra was never warned by radio, Jonas Lie of Nordlinje said on \
         Thursday.",
    ),
    (
        "Who answers for the Astra?",
        "Coast Review",
        None,
        "Dozens of people were injured off Halvane. Nobody at Nordlinje has said why.",
    ),
];

/// A claim: for each telling the article, its words, how surely.
type Told = (usize, &'static str, Certainty);

const CLAIMS: [&[Told]; 3] = [
    &[
        (
            0,
            "injuring 14 people, the Coast Directorate said",
            Certainty::Attributed,
        ),
        (1, "At least 12 people were injured", Certainty::Attributed),
        (
            2,
            "Fourteen people were injured in the collision off Halvane",
            Certainty::Attributed,
        ),
        (
            4,
            "Dozens of people were injured off Halvane",
            Certainty::Stated,
        ),
    ],
    &[
        (
            1,
            "The bridge of the Astra had been warned twice by radio before the impact",
            Certainty::Attributed,
        ),
        (
            0,
            "The bridge had been warned twice by radio",
            Certainty::Attributed,
        ),
        (
            2,
            "The bridge may have been warned by radio",
            Certainty::Hedged,
        ),
        (
            3,
            "The bridge of the Astra was never warned by radio",
            Certainty::Denied,
        ),
    ],
    &[(
        0,
        "The Danish-owned Astra had left port eleven minutes late",
        Certainty::Attributed,
    )],
];

fn id(position: usize) -> ArticleId {
    ArticleId::new(&format!("article-{position}"))
}

fn find(text: &str, words: &str) -> Span {
    let start = text
        .find(words)
        .unwrap_or_else(|| panic!("{words:?} in {text:?}"));
    Span::new(start, start + words.len())
}

fn article(position: usize) -> Article {
    let (title, outlet, day, text) = ARTICLES[position];
    Article {
        id: id(position),
        path: format!("{position}.txt"),
        file: None,
        format: "plain text".to_owned(),
        title: Some(title.to_owned()),
        outlet: Some(outlet.to_owned()),
        byline: (position == 0).then(|| "Ida Moen".to_owned()),
        agency: None,
        section: None,
        url: None,
        language: Some("en".to_owned()),
        published: day.map_or_else(Published::unknown, |day| Published {
            value: day.parse().ok(),
            basis: DateBasis::Metadata,
            evidence: vec![Evidence {
                basis: DateBasis::Metadata,
                words: day.to_owned(),
                value: day.parse().expect("a day"),
            }],
        }),
        text: text.to_owned(),
        removed: Vec::new(),
    }
}

fn mentions(text: &str) -> Vec<Mention> {
    let mut found: Vec<Mention> = Vec::new();
    for (number, (name, kind, aliases)) in NAMES.iter().enumerate() {
        for words in std::iter::once(name).chain(*aliases) {
            for (start, _) in text.match_indices(words) {
                let span = Span::new(start, start + words.len());
                if !found.iter().any(|other| other.span.overlaps(span)) {
                    found.push(mention(span, MentionKind::from(*kind), Some(number as u32)));
                }
            }
        }
    }
    for (words, kind) in [
        ("Monday", MentionKind::Date),
        ("Thursday", MentionKind::Date),
        ("14 people", MentionKind::Quantity),
        ("At least 12 people", MentionKind::Quantity),
        ("eleven minutes", MentionKind::Quantity),
    ] {
        if text.contains(words) {
            found.push(mention(find(text, words), kind, None));
        }
    }
    found.sort_by_key(|mention| mention.span);
    found
}

fn mention(span: Span, kind: MentionKind, entity: Option<u32>) -> Mention {
    Mention {
        span,
        kind,
        entity: entity.map(EntityId),
        named: entity.map(|_| true),
        confidence: 0.9,
        why: MentionReason::Model,
    }
}

fn sentences(text: &str) -> Vec<Span> {
    let mut spans = Vec::new();
    let mut start = 0;
    for (at, _) in text.match_indices(['.', '\n']) {
        let span = Span::new(start, at + 1).trimmed(text);
        if !span.is_empty() {
            spans.push(span);
        }
        start = at + 1;
    }
    spans
}

fn findings(position: usize) -> ArticleFindings {
    let text = ARTICLES[position].3;
    let mut attributions = Vec::new();
    if text.contains("a person briefed on the inquiry") {
        let source = find(text, "a person briefed on the inquiry");
        attributions.push(Attribution {
            content: vec![find(text, "warned twice by radio")],
            source: Some(source),
            cue: Some(Cue {
                span: source,
                lemma: "say".to_owned(),
            }),
            is_direct: false,
            source_kind: SourceKind::Anonymous,
            via: Vec::new(),
            entity: None,
            inside: None,
            certainty: Certainty::Attributed,
            hedges: Vec::new(),
            confidence: 0.9,
            why: "a source and its verb".to_owned(),
        });
    }
    ArticleFindings {
        sentences: sentences(text).into(),
        mentions: mentions(text),
        attributions,
        ..ArticleFindings::empty(id(position))
    }
}

fn claim(number: usize) -> Claim {
    let mentions: Vec<ClaimMention> = CLAIMS[number]
        .iter()
        .map(|(position, words, certainty)| {
            let (_, _, day, text) = ARTICLES[*position];
            ClaimMention {
                article: id(*position),
                span: find(text, words),
                attribution: (number == 1 && *position < 2).then_some(0),
                certainty: *certainty,
                is_whole: words.starts_with(char::is_uppercase),
                said_on: day.and_then(|day| day.parse().ok()).map(Interval::day),
                happens_on: None,
                why: vec![GroupingReason::Wording(0.8)],
            }
        })
        .collect();
    Claim {
        id: ClaimId(number as u32),
        statement: 0,
        origins: vec![Origin {
            name: "Coast Directorate".to_owned(),
            mentions: (0..mentions.len()).collect(),
            why: vec![OriginReason::SameSource("Coast Directorate".to_owned())],
            is_uncertain: false,
        }],
        opposed: Vec::new(),
        numbers_differ: if number == 0 {
            vec![ClaimId(0)]
        } else {
            Vec::new()
        },
        worth: 0.8,
        mentions,
    }
}

/// The story as a collection that was read to the end.
pub fn collection() -> Collection {
    let documents: Vec<Document> = (0..ARTICLES.len())
        .map(|position| Document {
            article: Arc::new(article(position)),
            parsed: Arc::new(Parsed::default()),
            findings: Arc::new(findings(position)),
            vectors: Arc::default(),
            clauses: Arc::default(),
            drawn: Arc::default(),
        })
        .collect();
    let entities = NAMES
        .iter()
        .enumerate()
        .map(|(number, (name, kind, aliases))| Entity {
            id: EntityId(number as u32),
            kind: *kind,
            name: (*name).to_owned(),
            aliases: aliases.iter().map(|alias| (*alias).to_owned()).collect(),
            is_media: false,
            why: Vec::new(),
        })
        .collect();
    Collection {
        analysis: Analysis {
            articles: (0..ARTICLES.len()).map(findings).collect(),
            entities,
            claims: (0..CLAIMS.len()).map(claim).collect(),
            stories: vec![Story {
                name: "The collision".to_owned(),
                articles: (0..ARTICLES.len()).map(id).collect(),
            }],
            same_text: Vec::new(),
        },
        skipped: vec![Skipped {
            path: "scan.pdf".to_owned(),
            reason: SkippedReason::PictureOfPage,
        }],
        documents,
    }
}

/// The name that all copies of the story have in common: Halvane.
pub const EVERYWHERE: EntityId = EntityId(2);

/// Many copies of the story with names, articles and claims of their own but for one name, told by
/// forty outlets over two years: a collection of `articles` articles for measurements. Every sentence
/// is a claim too, told once.
pub fn many(articles: usize) -> Collection {
    let groups = articles / ARTICLES.len();
    let story = collection();
    let mut many = Collection::default();
    for group in 0..groups {
        let own = |position: &ArticleId| ArticleId::new(&format!("{group}-{position}"));
        let own_entity = |id: EntityId| EntityId((group * NAMES.len()) as u32 + id.0);
        let entity = |id: EntityId| if id == EVERYWHERE { id } else { own_entity(id) };
        let claim = |id: ClaimId| ClaimId((group * CLAIMS.len()) as u32 + id.0);
        let day = chrono::NaiveDate::from_ymd_opt(2024, 1, 1).expect("a day")
            + chrono::Days::new((group % 730) as u64);
        for (document, findings) in story.documents.iter().zip(&story.analysis.articles) {
            let mut article = (*document.article).clone();
            article.id = own(&article.id);
            article.path = format!("{group}/{}", article.path);
            article.outlet = Some(format!(
                "Outlet {}",
                (group * 7 + many.documents.len()) % 40
            ));
            article.published.value = Some(day);
            let mut findings = findings.clone();
            findings.article = article.id.clone();
            for mention in &mut findings.mentions {
                mention.entity = mention.entity.map(entity);
            }
            many.documents.push(Document {
                article: Arc::new(article),
                parsed: Arc::clone(&document.parsed),
                findings: Arc::new(findings.clone()),
                vectors: Arc::clone(&document.vectors),
                clauses: Arc::clone(&document.clauses),
                drawn: Arc::clone(&document.drawn),
            });
            many.analysis.articles.push(findings);
        }
        for found in &story.analysis.entities {
            let mut found = found.clone();
            found.id = own_entity(found.id);
            if found.id != EVERYWHERE {
                found.name = format!("{} {group}", found.name);
            }
            many.analysis.entities.push(found);
        }
        for found in &story.analysis.claims {
            let mut found = found.clone();
            found.id = claim(found.id);
            found.numbers_differ.clear();
            for mention in &mut found.mentions {
                mention.article = own(&mention.article);
                mention.said_on = Some(Interval::day(day));
            }
            many.analysis.claims.push(found);
        }
    }
    let single = many.analysis.articles.iter().zip(&many.documents);
    let single = single.flat_map(|(findings, document)| {
        let told = findings.sentences.iter();
        told.map(|span| told_once(document, *span))
    });
    for (claim, number) in single
        .collect::<Vec<_>>()
        .into_iter()
        .zip(many.analysis.claims.len()..)
    {
        let id = ClaimId(number as u32);
        many.analysis.claims.push(Claim { id, ..claim });
    }
    many.analysis.stories = vec![Story {
        name: "The collision".to_owned(),
        articles: many
            .documents
            .iter()
            .map(|d| d.article.id.clone())
            .collect(),
    }];
    many
}

/// A claim that one sentence makes.
fn told_once(document: &Document, span: Span) -> Claim {
    let mut claim = claim(0);
    claim.mentions.truncate(1);
    claim.numbers_differ.clear();
    for mention in &mut claim.mentions {
        mention.article = document.article.id.clone();
        mention.span = span;
        mention.said_on = document.article.published.value.map(Interval::day);
    }
    for origin in &mut claim.origins {
        origin.mentions.truncate(1);
    }
    claim
}
