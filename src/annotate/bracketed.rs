//! Trees written by hand, for tests: "Troops/NOUN/2/nsubj left/VERB/0/root", words numbered from 1
//! in each sentence, an optional fifth field for the lemma and a sixth for the Penn tag; a blank line
//! starts a paragraph, a line break a sentence.

use crate::language::{
    DecodedWord, NameKind, NameTag, Parsed, Relation, Sentence, Tag, Upos, Writer,
};
use crate::model::Span;

/// The text and its reading. Names are taken to be runs of proper nouns tied as `flat` or
/// `compound`; a word with the lemma `ORG` makes its run an organisation, `NORP` a group.
pub(in crate::annotate) fn read(trees: &str) -> (String, Parsed) {
    let mut text = String::new();
    let mut writer = Writer::default();
    let mut last = None;
    for (paragraph, block) in trees.split("\n\n").enumerate() {
        for line in block.lines().map(str::trim).filter(|line| !line.is_empty()) {
            if !text.is_empty() {
                let gap = last == Some(paragraph);
                text.push_str(if gap { " " } else { "\n\n" });
            }
            sentence(line, paragraph, &mut text, &mut writer);
            last = Some(paragraph);
        }
    }
    (text, writer.done())
}

fn sentence(line: &str, paragraph: usize, text: &mut String, writer: &mut Writer) {
    let first = writer.len();
    let start = text.len();
    let mut opened = false;
    for (number, item) in line.split(' ').enumerate() {
        let fields: Vec<&str> = item.split('/').collect();
        let form = fields[0];
        let closes = [",", ".", "?", "!", ":", "'s", "n't", "”"].contains(&form);
        if number > 0 && !closes && !opened {
            text.push(' ');
        }
        opened = form == "“";
        let at = text.len();
        text.push_str(form);
        let upos = Upos::from_tag(fields[1]);
        let (relation, subtype) = fields[3].split_once(':').unwrap_or((fields[3], ""));
        let head: usize = fields[2].parse().expect("a number");
        let lemma = fields
            .get(4)
            .filter(|lemma| !["", "ORG", "NORP"].contains(*lemma));
        let lemma = lemma.map_or_else(|| plain_lemma(form, upos), |lemma| (*lemma).to_owned());
        let known = DecodedWord {
            upos,
            xpos: fields.get(5).map_or(Tag::NONE, |tag| Tag::named(tag)),
            head: head.checked_sub(1).map(|head| first + head),
            relation: Relation::from_tag(relation),
            subtype: Tag::named(subtype),
        };
        writer.word(Span::new(at, text.len()), &lemma, known);
        if upos == Upos::Propn && relation != "compound" && relation != "flat" {
            let index = writer.len() - 1;
            let kind = match fields.get(4) {
                Some(&"ORG") => NameKind::Organisation,
                Some(&"NORP") => NameKind::Group,
                _ => NameKind::Person,
            };
            writer.name(NameTag {
                words: index..index + 1,
                kind,
                confidence: 1.0,
            });
        }
    }
    writer.sentence(Sentence {
        span: Span::new(start, text.len()),
        words: first..writer.len(),
        paragraph,
    });
}

/// The lemma where none is written: the form in lower case, a few forms of "be", "say" and "not".
fn plain_lemma(form: &str, upos: Upos) -> String {
    let small = form.to_lowercase();
    match small.as_str() {
        "said" | "says" => "say".to_owned(),
        "is" | "was" | "are" | "were" => "be".to_owned(),
        "n't" => "not".to_owned(),
        _ if upos == Upos::Propn => form.to_owned(),
        _ => small,
    }
}
