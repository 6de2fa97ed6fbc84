//! How each outlet calls the same actor: names, titles and descriptions, with their counts.

use std::collections::BTreeMap;

use crate::corpus::Document;
use crate::model::{Analysis, ArticleFindings, ArticleId, EntityId, Mention};

/// The names that outlets use for one actor.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NamesUsed {
    /// The actor.
    pub entity: EntityId,
    /// Outlets by name, each with what it calls the actor.
    pub outlets: Vec<OutletNames>,
}

/// What one outlet calls an actor.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OutletNames {
    /// The outlet; the article's path where it is unknown.
    pub outlet: String,
    /// The forms, most frequent first.
    pub forms: Vec<Form>,
}

/// One way of calling an actor.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Form {
    /// As written where it stands first.
    pub words: String,
    /// How often.
    pub times: usize,
    /// Whether it is a name; otherwise a description ("the premier").
    pub is_name: bool,
}

/// Pronouns tell nothing about how an outlet calls somebody.
const PRONOUNS: &[&str] = &[
    "he",
    "him",
    "his",
    "himself",
    "she",
    "her",
    "hers",
    "herself",
    "it",
    "its",
    "itself",
    "they",
    "them",
    "their",
    "theirs",
    "themselves",
    "who",
    "whom",
    "whose",
    "which",
    "that",
    "this",
    "we",
    "us",
    "our",
    "i",
    "me",
    "my",
    "you",
    "your",
];

/// Whether words are a pronoun, which tells nothing about whom it stands for.
pub fn is_pronoun(words: &str) -> bool {
    PRONOUNS.contains(&words.to_lowercase().as_str())
}

/// How outlets call each actor that at least two outlets mention, in the order of the entities.
pub fn names_used(documents: &[Document], analysis: &Analysis) -> Vec<NamesUsed> {
    let found: BTreeMap<&ArticleId, &ArticleFindings> = analysis
        .articles
        .iter()
        .map(|findings| (&findings.article, findings))
        .collect();
    let mut counts: BTreeMap<EntityId, BTreeMap<&str, Forms>> = BTreeMap::new();
    for document in documents {
        let article = &document.article;
        let outlet = article.outlet.as_deref().unwrap_or(&article.path);
        let Some(findings) = found.get(&article.id) else {
            continue;
        };
        for mention in &findings.mentions {
            let words = mention.span.of(&article.text);
            if let Some(entity) = mention.entity.filter(|_| !is_pronoun(words)) {
                let outlets = counts.entry(entity).or_default();
                outlets.entry(outlet).or_default().add(words, mention);
            }
        }
    }
    counts
        .into_iter()
        .filter(|(_, outlets)| outlets.len() > 1)
        .map(|(entity, outlets)| NamesUsed {
            entity,
            outlets: outlets
                .into_iter()
                .map(|(outlet, forms)| OutletNames {
                    outlet: outlet.to_owned(),
                    forms: forms.sorted(),
                })
                .collect(),
        })
        .collect()
}

/// Forms by their words in lower case.
#[derive(Default)]
struct Forms(BTreeMap<String, Form>);

impl Forms {
    fn add(&mut self, words: &str, mention: &Mention) {
        let plain: Vec<&str> = words.split_whitespace().collect();
        let plain = plain.join(" ");
        self.0
            .entry(plain.to_lowercase())
            .or_insert_with(|| Form {
                words: plain,
                times: 0,
                is_name: mention.named == Some(true),
            })
            .times += 1;
    }

    fn sorted(self) -> Vec<Form> {
        let mut forms: Vec<Form> = self.0.into_values().collect();
        forms.sort_by(|a, b| b.times.cmp(&a.times).then_with(|| a.words.cmp(&b.words)));
        forms
    }
}

#[cfg(test)]
mod tests {
    use super::names_used;
    use crate::corpus::Document;
    use crate::corpus::testing::document;
    use crate::model::{
        Analysis, ArticleFindings, EntityId, Mention, MentionKind, MentionReason, Span,
    };
    use std::sync::Arc;

    fn article(outlet: &str, text: &str, named: &[(&str, bool)]) -> (Document, ArticleFindings) {
        let mut document = document(outlet, text);
        Arc::make_mut(&mut document.article).outlet = Some(outlet.to_owned());
        let mut findings = (*document.findings).clone();
        for (words, named) in named {
            for (start, _) in text.match_indices(words) {
                findings.mentions.push(Mention {
                    span: Span::new(start, start + words.len()),
                    kind: MentionKind::Person,
                    entity: Some(EntityId(0)),
                    named: Some(*named),
                    confidence: 1.0,
                    why: MentionReason::Model,
                });
            }
        }
        (document, findings)
    }

    #[test]
    fn outlets_are_set_side_by_side_without_pronouns() {
        let ledger = article(
            "Ledger",
            "Graham Wexley spoke. Wexley left. Wexley slept. He was tired.",
            &[
                ("Graham Wexley", true),
                ("Wexley left", true),
                ("He", false),
            ],
        );
        let argosy = article("Argosy", "The dam boss spoke.", &[("The dam boss", false)]);
        let (documents, articles): (Vec<_>, Vec<_>) = [ledger, argosy].into_iter().unzip();
        let analysis = Analysis {
            articles,
            ..Analysis::default()
        };
        let used = names_used(&documents, &analysis);
        assert_eq!(used.len(), 1);
        let outlets: Vec<&str> = used[0].outlets.iter().map(|o| o.outlet.as_str()).collect();
        assert_eq!(outlets, ["Argosy", "Ledger"]);
        assert!(!used[0].outlets[0].forms[0].is_name);
        assert_eq!(used[0].outlets[1].forms.len(), 2);
    }
}
