//! What corrections do, and what they survive.

use proptest::prelude::*;

use super::{Corrected, Missing, overlay, preview};
use crate::corpus::Document;
use crate::model::{
    Analysis, Article, Certainty, ClaimId, EntityKind, MentionKind, Published, Span,
};
use crate::review::testing::{article, collection, november};
use crate::review::{ClaimRef, Correction, EntityRef, Field, Quote, Scope, Statement};

const NAMES: [(&str, EntityKind); 5] = [
    ("Mohammed al-Sudani", EntityKind::Person),
    ("al-Sudani", EntityKind::Person),
    ("Baghdad", EntityKind::Place),
    ("Axios", EntityKind::Person),
    ("Tehran", EntityKind::Place),
];

const CLAIMS: [&[&str]; 4] = [
    &[
        "Tehran is planning an attack",
        "an attack is being planned in Tehran",
    ],
    &["talks have ended"],
    &["the talks are over"],
    &["Baghdad denied it"],
];

fn articles() -> Vec<Article> {
    let mut articles = vec![
        article(
            "one",
            "Mohammed al-Sudani left Baghdad. Axios said that Tehran is planning an attack. Later talks have ended.",
        ),
        article(
            "two",
            "In Baghdad al-Sudani spoke; then al-Sudani left. Officials said an attack is being planned in Tehran, and the talks are over.",
        ),
        article(
            "three",
            "Baghdad denied it. The premier, al-Sudani, told Axios that talks have ended.",
        ),
        article("four", "Nothing but Tehran and tea; Shaw spoke to Shaw."),
    ];
    for (day, article) in (3..).zip(&mut articles) {
        article.published = Published {
            value: Some(november(day)),
            ..Published::unknown()
        };
    }
    articles
}

fn machine() -> (Vec<Document>, Analysis) {
    collection(articles(), &NAMES, &CLAIMS)
}

fn quote(id: &str, words: &str) -> Quote {
    let article = articles()
        .into_iter()
        .find(|a| a.id.as_str() == id)
        .expect("article");
    let at = article.text.find(words).expect("words");
    Quote::of(&article, Field::Text, Span::new(at, at + words.len())).expect("quote")
}

fn named(name: &str, kind: EntityKind) -> EntityRef {
    EntityRef {
        name: name.to_owned(),
        kind,
        at: None,
    }
}

fn claim(id: &str, words: &str) -> ClaimRef {
    ClaimRef {
        at: vec![quote(id, words)],
    }
}

/// Everything that a reader sees, without a number: mentions by article, claims by their wordings.
fn seen(documents: &[Document], corrected: &Corrected) -> Vec<String> {
    let mut lines = Vec::new();
    let analysis = &corrected.analysis;
    let text = |id: &crate::model::ArticleId| {
        documents
            .iter()
            .find(|d| d.article.id == *id)
            .map_or("", |d| d.article.text.as_str())
    };
    for findings in &analysis.articles {
        for mention in &findings.mentions {
            let name = mention
                .entity
                .map_or("-", |id| analysis.entity(id).expect("entity").name.as_str());
            lines.push(format!(
                "{} [{}|{:?}|{name}]",
                findings.article,
                mention.span.of(text(&findings.article)),
                mention.kind
            ));
        }
    }
    for (number, claim) in analysis.claims.iter().enumerate() {
        let words = |id: ClaimId| {
            let claim = analysis.claim(id).expect("claim");
            let mention = &claim.mentions[claim.statement];
            mention.span.of(text(&mention.article)).to_owned()
        };
        assert_eq!(claim.id.0 as usize, number);
        let marks = corrected.marks.get(&claim.id).cloned().unwrap_or_default();
        let mut told: Vec<String> = claim
            .mentions
            .iter()
            .map(|m| {
                format!(
                    "{}: {} {:?}",
                    m.article,
                    m.span.of(text(&m.article)),
                    m.certainty
                )
            })
            .collect();
        told.sort();
        let mut opposed: Vec<String> = claim.opposed.iter().map(|id| words(*id)).collect();
        opposed.sort();
        lines.push(format!(
            "claim {} = {told:?} against {opposed:?} {marks:?} origins {}",
            words(claim.id),
            claim.origins.len()
        ));
    }
    lines.sort();
    lines
}

fn corrected(corrections: &[Correction]) -> (Vec<Document>, Corrected) {
    let (documents, analysis) = machine();
    let result = overlay(&documents, &analysis, corrections);
    (documents, result)
}

fn check(corrections: &[Correction], expected: &[&str]) {
    let (documents, result) = corrected(corrections);
    assert_eq!(result.unfound, []);
    let lines = seen(&documents, &result);
    for line in expected {
        assert!(
            lines.iter().any(|seen| seen.contains(line)),
            "{line} is not in {lines:#?}"
        );
    }
    sound(&result);
}

/// Numbers fit, lists are in order, spans do not overlap.
fn sound(result: &Corrected) {
    let analysis = &result.analysis;
    for (number, entity) in analysis.entities.iter().enumerate() {
        assert_eq!(entity.id.0 as usize, number);
        assert!(!entity.aliases.contains(&entity.name));
    }
    for findings in &analysis.articles {
        for pair in findings.mentions.windows(2) {
            assert!(pair[0].span.end <= pair[1].span.start);
        }
        for mention in &findings.mentions {
            assert!(
                mention
                    .entity
                    .is_none_or(|id| analysis.entity(id).is_some())
            );
        }
    }
    for claim in &analysis.claims {
        assert!(claim.statement < claim.mentions.len());
        assert!(!claim.opposed.contains(&claim.id));
        let mut in_origins: Vec<usize> = claim
            .origins
            .iter()
            .flat_map(|o| o.mentions.clone())
            .collect();
        in_origins.sort_unstable();
        assert_eq!(in_origins, (0..claim.mentions.len()).collect::<Vec<_>>());
    }
}

#[test]
fn entities_are_renamed_and_merged_everywhere() {
    let person = EntityKind::Person;
    let merge = Correction::Merge {
        keep: named("Mohammed al-Sudani", person),
        other: named("al-Sudani", person),
    };
    let (documents, analysis) = machine();
    let reach = preview(&documents, &analysis, &merge).expect("found");
    assert_eq!((reach.mentions, reach.articles), (3, 2));
    check(&[merge], &["three [al-Sudani|Person|Mohammed al-Sudani]"]);
    check(
        &[
            Correction::ChangeKind {
                entity: named("Axios", person),
                kind: EntityKind::Organisation,
            },
            Correction::Rename {
                entity: named("Axios", person),
                name: "Axios (US)".to_owned(),
            },
        ],
        &[
            "one [Axios|Organisation|Axios (US)]",
            "three [Axios|Organisation|Axios (US)]",
        ],
    );
}

#[test]
fn mentions_are_split_added_and_taken_away() {
    let split = Correction::Split {
        mention: quote("two", "al-Sudani"),
        scope: Scope::Article,
        name: Some("Another Sudani".to_owned()),
    };
    check(
        &[split],
        &[
            "two [al-Sudani|Person|Another Sudani]",
            "three [al-Sudani|Person|al-Sudani]",
        ],
    );
    let add = Correction::AddMention {
        mention: quote("four", "Shaw"),
        scope: Scope::Everywhere,
        kind: MentionKind::Person,
        entity: None,
    };
    let (documents, analysis) = machine();
    assert_eq!(
        preview(&documents, &analysis, &add)
            .expect("found")
            .mentions,
        2
    );
    check(&[add], &["four [Shaw|Person|Shaw]"]);
    let gone = Correction::NotAnEntity {
        entity: named("Tehran", EntityKind::Place),
    };
    let (documents, result) = corrected(std::slice::from_ref(&gone));
    assert!(
        !seen(&documents, &result)
            .iter()
            .any(|line| line.contains("[Tehran"))
    );
    sound(&result);
    let here = Correction::NotAMention {
        mention: quote("four", "Tehran"),
        scope: Scope::Here,
    };
    check(&[here], &["one [Tehran|Place|Tehran]"]);
}

#[test]
fn claims_are_merged_split_and_moved() {
    let merge = Correction::MergeClaims {
        keep: claim("one", "talks have ended"),
        other: claim("two", "the talks are over"),
    };
    check(
        std::slice::from_ref(&merge),
        &[
            "claim talks have ended = [\"one: talks have ended Stated\", \"three: talks have ended Stated\", \"two: the talks are over Stated\"]",
        ],
    );
    let split = Correction::SplitClaim {
        mentions: vec![quote("two", "the talks are over")],
    };
    let (documents, both) = corrected(&[merge, split]);
    let (_, neither) = corrected(&[]);
    let lines = |result| {
        seen(&documents, result)
            .iter()
            .map(|l| l.split(" origins").next().expect("a line").to_owned())
            .collect::<Vec<_>>()
    };
    assert_eq!(lines(&both), lines(&neither));
    check(
        &[
            Correction::SetCertainty {
                mention: quote("three", "Baghdad denied it"),
                certainty: Certainty::Hedged,
            },
            Correction::Oppose {
                a: claim("three", "Baghdad denied it"),
                b: claim("one", "talks have ended"),
                is_opposed: true,
            },
            Correction::SetStatement {
                claim: claim("one", "talks have ended"),
                statement: Statement::Own("the talks ended".to_owned()),
            },
            Correction::Star {
                claim: claim("one", "talks have ended"),
                is_starred: true,
            },
            Correction::Hide {
                claim: claim("two", "the talks are over"),
                is_hidden: true,
            },
        ],
        &[
            "three: Baghdad denied it Hedged\"] against [\"talks have ended\"]",
            "own_words: Some(\"the talks ended\"), is_hidden: false, is_starred: true",
        ],
    );
}

#[test]
fn a_passage_that_was_not_found_to_tell_a_claim_is_added_to_it() {
    let passage = "Officials said an attack is being planned in Tehran";
    let to = claim("three", "Baghdad denied it");
    let add = |passage: &str| Correction::AddWording {
        passage: quote("four", passage),
        to: to.clone(),
    };
    check(
        &[add("Nothing but Tehran and tea")],
        &["\"four: Nothing but Tehran and tea Stated\", \"three: Baghdad denied it Stated\""],
    );
    // What tells it already stays, what tells another claim is moved, a part of a sentence is its own.
    let found = Correction::AddWording {
        passage: quote("two", "the talks are over"),
        to: claim("one", "talks have ended"),
    };
    let twice = [add("tea"), add("tea"), found.clone(), found];
    let (documents, result) = corrected(&twice);
    let lines = seen(&documents, &result).join("\n");
    assert_eq!(lines.matches("four: tea").count(), 1, "{lines}");
    assert_eq!(
        lines.matches("two: the talks are over").count(),
        1,
        "{lines}"
    );
    let away = Correction::RemoveMention {
        mention: quote("four", "tea"),
    };
    let (documents, result) = corrected(&[add("tea"), away]);
    assert!(!seen(&documents, &result).join("\n").contains("four: tea"));
    let (documents, result) = corrected(&[Correction::AddWording {
        passage: quote("two", passage),
        to,
    }]);
    let lines = seen(&documents, &result).join("\n");
    assert!(lines.contains("two: Officials said an attack"), "{lines}");
    assert!(lines.contains("two: an attack is being planned"), "{lines}");
}

#[test]
fn origins_follow_the_reader() {
    let same = Correction::SameOrigin {
        a: quote("one", "talks have ended"),
        b: quote("three", "talks have ended"),
    };
    let (documents, result) = corrected(std::slice::from_ref(&same));
    assert!(
        seen(&documents, &result)
            .iter()
            .any(|l| l.starts_with("claim talks") && l.ends_with("origins 1"))
    );
    sound(&result);
    let own = Correction::OwnOrigin {
        mention: quote("three", "talks have ended"),
    };
    let (documents, result) = corrected(&[same, own]);
    assert!(
        seen(&documents, &result)
            .iter()
            .any(|l| l.starts_with("claim talks") && l.ends_with("origins 2"))
    );
    sound(&result);
}

#[test]
fn an_origin_of_its_own_has_a_name_of_its_own() {
    let mut told = articles();
    for (article, outlet) in told.iter_mut().zip(["Wire", "Courier", "Post", "Echo"]) {
        article.outlet = Some(outlet.to_owned());
    }
    let (documents, analysis) = collection(told, &NAMES, &CLAIMS);
    let told = || quote("three", "talks have ended");
    let same = Correction::SameOrigin {
        a: quote("one", "talks have ended"),
        b: told(),
    };
    let own = Correction::OwnOrigin { mention: told() };
    let result = overlay(&documents, &analysis, [&same, &own]);
    let claim = &result.analysis.claims[1];
    let names: Vec<&str> = claim.origins.iter().map(|o| o.name.as_str()).collect();
    assert_eq!(names, ["Wire", "Post"]);
}

#[test]
fn what_finds_nothing_is_listed_and_the_rest_is_done() {
    let lost = Correction::Rename {
        entity: named("Nobody", EntityKind::Person),
        name: "Somebody".to_owned(),
    };
    let star = Correction::Star {
        claim: claim("one", "talks have ended"),
        is_starred: true,
    };
    let (documents, analysis) = machine();
    let result = overlay(&documents, &analysis, [&lost, &star]);
    assert!(matches!(
        result.unfound.as_slice(),
        [(0, Missing::Entity(_))]
    ));
    assert_eq!(result.marks.len(), 1);
}

/// Corrections about different things, in a list that names each thing once.
fn unrelated() -> Vec<Correction> {
    let person = EntityKind::Person;
    vec![
        Correction::Rename {
            entity: named("Tehran", EntityKind::Place),
            name: "Teheran".to_owned(),
        },
        Correction::ChangeKind {
            entity: named("Axios", person),
            kind: EntityKind::Organisation,
        },
        Correction::Split {
            mention: quote("two", "al-Sudani"),
            scope: Scope::Article,
            name: Some("Another".to_owned()),
        },
        Correction::AddMention {
            mention: quote("four", "Shaw"),
            scope: Scope::Everywhere,
            kind: MentionKind::Person,
            entity: None,
        },
        Correction::NotAnEntity {
            entity: named("Baghdad", EntityKind::Place),
        },
        Correction::MergeClaims {
            keep: claim("one", "talks have ended"),
            other: claim("two", "the talks are over"),
        },
        Correction::SplitClaim {
            mentions: vec![quote("two", "an attack is being planned in Tehran")],
        },
        Correction::Hide {
            claim: claim("three", "Baghdad denied it"),
            is_hidden: true,
        },
        Correction::SetCertainty {
            mention: quote("three", "Baghdad denied it"),
            certainty: Certainty::Hedged,
        },
        Correction::Rename {
            entity: named("Mohammed al-Sudani", person),
            name: "M. al-Sudani".to_owned(),
        },
    ]
}

proptest! {
    #[test]
    fn the_order_of_unrelated_corrections_does_not_matter(
        order in Just((0..unrelated().len()).collect::<Vec<_>>()).prop_shuffle(), count in 0_usize..=10,
    ) {
        let all = unrelated();
        let mut chosen: Vec<usize> = order.into_iter().take(count).collect();
        let (_, shuffled) = corrected(&chosen.iter().map(|&i| all[i].clone()).collect::<Vec<_>>());
        chosen.sort_unstable();
        let (_, sorted) = corrected(&chosen.iter().map(|&i| all[i].clone()).collect::<Vec<_>>());
        sound(&sorted);
        prop_assert_eq!(&shuffled.unfound, &[]);
        prop_assert_eq!(shuffled, sorted);
    }

    #[test]
    fn corrections_survive_a_new_run_with_other_numbers(
        articles_order in Just((0..4_usize).collect::<Vec<_>>()).prop_shuffle(),
        names_order in Just((0..NAMES.len()).collect::<Vec<_>>()).prop_shuffle(),
        claims_order in Just((0..CLAIMS.len()).collect::<Vec<_>>()).prop_shuffle(),
        has_more in any::<bool>(),
    ) {
        let (documents, result) = corrected(&unrelated());
        let mut shuffled: Vec<Article> = articles_order.iter().map(|&i| articles()[i].clone()).collect();
        if has_more {
            shuffled.insert(1, article("five", "Tea in Oxford with nobody."));
        }
        // Longer names first, as any finder of names has it; otherwise in any order.
        let mut names: Vec<_> = names_order.iter().map(|&i| NAMES[i]).collect();
        names.sort_by_key(|(name, _)| !name.starts_with("Mohammed"));
        let claims: Vec<_> = claims_order.iter().map(|&i| CLAIMS[i]).collect();
        let (again, analysis) = collection(shuffled, &names, &claims);
        let renewed = overlay(&again, &analysis, &unrelated());
        sound(&renewed);
        prop_assert_eq!(&renewed.unfound, &[]);
        let without_origins = |documents: &[Document], result: &Corrected| seen(documents, result).iter()
            .map(|l| l.split(" origins").next().unwrap_or_default().to_owned()).collect::<Vec<_>>();
        prop_assert_eq!(without_origins(&again, &renewed), without_origins(&documents, &result));
    }

    #[test]
    fn an_article_that_is_gone_takes_no_other_correction_with_it(gone in 0_usize..4) {
        let mut left = articles();
        let gone = left.remove(gone).id;
        let (documents, analysis) = collection(left, &NAMES, &CLAIMS);
        let result = overlay(&documents, &analysis, &unrelated());
        sound(&result);
        for (place, _) in &result.unfound {
            let text = serde_json::to_string(&unrelated()[*place]).expect("json");
            prop_assert!(text.contains(&format!("\"{gone}\"")) || text.contains("Mohammed"), "{}", text);
        }
    }

    #[test]
    fn any_corrections_in_any_order_leave_a_sound_analysis(picks in proptest::collection::vec((0_usize..15, 0_usize..5, 0_usize..5), 0..12)) {
        let kinds = NAMES.map(|(name, kind)| named(name, kind));
        let wordings = [("one", "talks have ended"), ("two", "the talks are over"), ("three", "Baghdad denied it"), ("one", "Tehran is planning an attack"), ("two", "an attack is being planned in Tehran")];
        let places = [("one", "Axios"), ("two", "al-Sudani"), ("four", "Tehran"), ("three", "Baghdad"), ("four", "tea")];
        let corrections: Vec<Correction> = picks.into_iter().map(|(which, a, b)| {
            let (entity, other) = (kinds[a].clone(), kinds[b].clone());
            let (told, told_b) = (quote(wordings[a].0, wordings[a].1), quote(wordings[b].0, wordings[b].1));
            let (of, to) = (ClaimRef { at: vec![told.clone()] }, ClaimRef { at: vec![told_b.clone()] });
            let mention = quote(places[a].0, places[a].1);
            let scope = Scope::ALL[b % 3];
            match which {
                0 => Correction::Rename { entity, name: format!("name {b}") },
                1 => Correction::ChangeKind { entity, kind: EntityKind::Group },
                2 => Correction::Merge { keep: entity, other },
                3 => Correction::Split { mention, scope, name: None },
                4 => Correction::Assign { mention, scope, to: other },
                5 => Correction::NotAnEntity { entity },
                6 => Correction::NotAMention { mention, scope },
                7 => Correction::AddMention { mention, scope, kind: MentionKind::Place, entity: None },
                8 => Correction::MergeClaims { keep: of, other: to },
                9 => Correction::SplitClaim { mentions: vec![told, told_b] },
                10 => Correction::MoveMention { mention: told, to },
                13 => Correction::AddWording { passage: told, to },
                11 => Correction::RemoveMention { mention: told },
                12 => Correction::SameOrigin { a: told, b: told_b },
                _ => Correction::Oppose { a: of, b: to, is_opposed: b % 2 == 0 },
            }
        }).collect();
        let (documents, analysis) = machine();
        let result = overlay(&documents, &analysis, &corrections);
        sound(&result);
        prop_assert_eq!(&overlay(&documents, &analysis, &corrections), &result);
        let json = serde_json::to_string(&corrections).expect("json");
        prop_assert_eq!(serde_json::from_str::<Vec<Correction>>(&json).expect("read"), corrections);
    }
}

#[test]
fn no_corrections_change_nothing() {
    let (_, analysis) = machine();
    assert_eq!(corrected(&[]).1.analysis, analysis);
}
