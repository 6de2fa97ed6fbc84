//! Who is meant: the name behind the pronoun that opens a claim, which is shown away from its article.

use crate::language::lexicon::{self, Sex};
use crate::model::{ArticleFindings, ClaimMention, EntityId, EntityKind};
use crate::review::Review;

/// The words of a mention; where they open with a pronoun for whoever says them, with the name in
/// brackets behind it: "he [Tobias Fenn] would keep the boat", "I [Ada Quill] will not resign".
pub(super) fn named(review: &Review, mention: &ClaimMention) -> String {
    let words = review.claim_words(mention);
    let mark = words.len() - words.trim_start_matches(['"', '“', '‘', '\'']).len();
    let end = words
        .get(mark..)
        .and_then(|words| words.find(|letter: char| !letter.is_alphabetic()))
        .map(|length| mark + length);
    let opening = end.and_then(|end| Some((words.get(mark..end)?, words.split_at_checked(end)?)));
    let Some((pronoun, (before, after))) = opening else {
        return words.to_owned();
    };
    speaker(review, mention, pronoun).map_or_else(
        || words.to_owned(),
        // "I’m": the bracket stands behind the whole word.
        |name| {
            let rest = after.find(char::is_whitespace).unwrap_or(after.len());
            let (joined, after) = after.split_at_checked(rest).unwrap_or((after, ""));
            format!("{before}{joined} [{name}]{after}")
        },
    )
}

/// The name of the person who says these words, if a pronoun at their beginning stands for that person.
fn speaker(review: &Review, mention: &ClaimMention, pronoun: &str) -> Option<String> {
    let findings = review.findings(&mention.article)?;
    let attribution = findings.attributions.get(mention.attribution?)?;
    let entity = review.analysis().entity(attribution.entity?)?;
    let is_person = entity.kind == EntityKind::Person;
    let speaks_of_itself = match pronoun {
        "I" => true,
        _ if attribution.is_direct => false,
        _ => is_called(review, findings, entity.id, &entity.name, pronoun),
    };
    (is_person && speaks_of_itself).then(|| entity.name.clone())
}

/// Whether the person is "he" or "she", by the given name or as the article says elsewhere.
fn is_called(
    review: &Review,
    findings: &ArticleFindings,
    id: EntityId,
    name: &str,
    pronoun: &str,
) -> bool {
    let is_he = pronoun.eq_ignore_ascii_case("he");
    if !is_he && !pronoun.eq_ignore_ascii_case("she") {
        return false;
    }
    let given = name.split_whitespace().next().and_then(lexicon::given_name);
    match given.map(|given| given.sex) {
        Some(Sex::Male) => is_he,
        Some(Sex::Female) => !is_he,
        _ => findings.mentions.iter().any(|other| {
            let words = review.words(&findings.article, other.span);
            other.entity == Some(id) && words.eq_ignore_ascii_case(pronoun)
        }),
    }
}

#[cfg(test)]
mod tests {
    use super::named;
    use crate::model::{Attribution, Certainty, Entity, EntityId, EntityKind, SourceKind, Span};
    use crate::pipeline::Collection;
    use crate::review::Review;
    use crate::review::testing::{article, collection};

    fn check(text: &str, words: &str, name: &str, is_direct: bool, expected: &str) {
        let (documents, mut analysis) = collection(vec![article("a", text)], &[], &[&[words]]);
        let mention = &mut analysis.claims[0].mentions[0];
        mention.attribution = Some(0);
        let attribution = Attribution {
            content: vec![mention.span],
            source: Some(Span::new(0, 0)),
            cue: None,
            is_direct,
            source_kind: SourceKind::Named,
            via: Vec::new(),
            entity: Some(EntityId(0)),
            inside: None,
            certainty: Certainty::Attributed,
            hedges: Vec::new(),
            confidence: 1.0,
            why: String::new(),
        };
        analysis.articles[0].attributions = vec![attribution];
        analysis.entities = vec![Entity {
            id: EntityId(0),
            kind: EntityKind::Person,
            name: name.to_owned(),
            aliases: Vec::new(),
            is_media: false,
            why: Vec::new(),
        }];
        let collection = Collection {
            documents,
            analysis,
            ..Collection::default()
        };
        let review = Review::of(String::new(), Vec::new(), collection);
        assert_eq!(
            named(&review, &review.analysis().claims[0].mentions[0]),
            expected
        );
    }

    #[test]
    fn a_pronoun_for_the_speaker_is_named() {
        let told = "Peter Fenn said he would keep the boat.";
        let words = "he would keep the boat";
        check(
            told,
            words,
            "Peter Fenn",
            false,
            "he [Peter Fenn] would keep the boat",
        );
        check(told, words, "Mary Fenn", false, words);
        check(told, words, "Peter Fenn", true, words);
        let quoted = "“I’m no sailor,” said Mary Fenn.";
        check(
            quoted,
            "I’m no sailor",
            "Mary Fenn",
            true,
            "I’m [Mary Fenn] no sailor",
        );
        check(
            "The boat sank, he said.",
            "The boat sank",
            "Peter Fenn",
            false,
            "The boat sank",
        );
    }
}
