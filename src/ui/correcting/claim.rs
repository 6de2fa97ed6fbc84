//! The card of a claim: its words, what it is the same as or opposed to, and its single wordings.

use egui::Ui;

use super::super::theme::{GAP, TWICE, Tokens, Type};
use super::super::widgets::{chip, chips_ui, group_heading, heading, paragraph};
use super::offers::Offers;
use super::others::{OFFERED_MAX, Sought, others_ui};
use super::{Entry, entry_ui};
use crate::model::{Certainty, Claim, ClaimId};
use crate::review::{ClaimRef, Correction, Quote, Review, Statement, wording as named_wording};
use crate::session::{ClaimCard, Correcting, Lists};
use crate::ui::{phrases, words};
use crate::view::claims::origin_name;
use crate::view::labels::outlet_day;
use crate::view::wording;

const CERTAINTIES: [Certainty; 5] = [
    Certainty::Stated,
    Certainty::Attributed,
    Certainty::Hedged,
    Certainty::Denied,
    Certainty::Questioned,
];

/// Draws the card.
pub(super) fn claim_ui(ui: &mut Ui, card: &ClaimCard, offers: &mut Offers<'_>) {
    let Some(claim) = offers.review.analysis().claim(card.claim) else {
        return;
    };
    match card.wording {
        Some(position) => wording_ui(ui, card, claim, position, offers),
        None => whole_ui(ui, card, offers),
    }
}

fn claim_ref(review: &Review, id: ClaimId) -> Option<ClaimRef> {
    ClaimRef::of(review.documents(), review.analysis(), id)
}

fn whole_ui(ui: &mut Ui, card: &ClaimCard, offers: &mut Offers<'_>) {
    heading(ui, words::CORRECT_THIS_CLAIM, Type::Strong, 1);
    ui.add_space(GAP);
    group_heading(ui, words::ITS_WORDS);
    let field = Entry {
        name: words::ITS_WORDS,
        hint: words::EMPTY_FOR_CLEAREST,
        value: &card.statement,
        is_first: true,
        lines: 3,
    };
    let edit = |statement| {
        let card = card.clone();
        Correcting::Claim(ClaimCard { statement, ..card })
    };
    let this = claim_ref(offers.review, card.claim);
    let claim = offers.review.analysis().claim(card.claim);
    let now = claim.map_or("", |claim| offers.review.statement(claim));
    entry_ui(ui, field, words::USE_THESE_WORDS, offers, edit, |words| {
        let claim = this.clone().filter(|_| words != now)?;
        Some(Correction::SetStatement {
            claim,
            statement: Statement::Own(words.to_owned()),
        })
    });
    ui.add_space(TWICE);
    chips_ui(ui, |ui| {
        for (text, is_opposite) in [(words::THE_SAME_AS, false), (words::THE_OPPOSITE_OF, true)] {
            if chip(ui, text, card.is_opposite == is_opposite).clicked() {
                let card = card.clone();
                offers.edit(Correcting::Claim(ClaimCard {
                    is_opposite,
                    ..card
                }));
            }
        }
    });
    let opposed = offers
        .review
        .analysis()
        .claim(card.claim)
        .map_or_else(Vec::new, |claim| claim.opposed.clone());
    other_claims_ui(ui, card, offers, |review, &other| {
        let (a, b) = (this.clone()?, claim_ref(review, other)?);
        Some(if card.is_opposite {
            let is_opposed = !opposed.contains(&other);
            Correction::Oppose { a, b, is_opposed }
        } else {
            Correction::MergeClaims { keep: a, other: b }
        })
    });
}

/// Other claims to be chosen from, by their words.
fn other_claims_ui(
    ui: &mut Ui,
    card: &ClaimCard,
    offers: &mut Offers<'_>,
    make: impl Fn(&Review, &ClaimId) -> Option<Correction>,
) {
    let sought = Sought {
        name: words::ANOTHER_CLAIM,
        hint: words::TYPE_ANOTHER_CLAIM,
        query: &card.query,
        none: words::NO_OTHER_CLAIM,
    };
    let find = |lists: &Lists| {
        let listed = lists.offered_claims()?;
        let rows = listed.list.iter();
        let others = rows.filter(|row| row.id != card.claim && !listed.is_stale);
        let found = others.take(OFFERED_MAX).map(|row| {
            let title = wording::shortened(&row.statement, 120);
            (row.id, title, phrases::in_articles(row.articles))
        });
        Some(found.collect())
    };
    if let Some(query) = others_ui(ui, &sought, offers, find, make) {
        let card = card.clone();
        offers.edit(Correcting::Claim(ClaimCard { query, ..card }));
    }
}

fn wording_ui(
    ui: &mut Ui,
    card: &ClaimCard,
    claim: &Claim,
    position: usize,
    offers: &mut Offers<'_>,
) {
    let review = offers.review;
    let Some(told) = claim.mentions.get(position) else {
        return;
    };
    let Some(mention) = named_wording(review.documents(), told) else {
        return;
    };
    let tokens = Tokens::of(ui);
    heading(ui, words::CORRECT_THIS_WORDING, Type::Strong, 1);
    let place = outlet_day(review, &told.article);
    paragraph(ui, &place, Type::Small, tokens.secondary);
    let words = format!("“{}”", wording::shortened(&mention.words, 240));
    paragraph(ui, &words, Type::Quoted, tokens.ink);
    ui.add_space(TWICE);
    chips_ui(ui, |ui| {
        choices_ui(ui, card, claim, &mention, offers);
    });
    ui.add_space(TWICE);
    group_heading(ui, words::HOW_SURELY);
    chips_ui(ui, |ui| {
        for certainty in CERTAINTIES {
            let is_this = told.certainty == certainty;
            let response = chip(ui, wording::certainty(certainty), is_this);
            offers.offer(&response, || {
                let mention = mention.clone();
                (!is_this).then_some(Correction::SetCertainty { mention, certainty })
            });
        }
    });
    ui.add_space(TWICE);
    origin_ui(ui, claim, position, &mention, offers);
    ui.add_space(TWICE);
    group_heading(ui, words::BELONGS_TO_CLAIM);
    other_claims_ui(ui, card, offers, |review, &other| {
        let (mention, to) = (mention.clone(), claim_ref(review, other)?);
        Some(Correction::MoveMention { mention, to })
    });
}

fn choices_ui(
    ui: &mut Ui,
    card: &ClaimCard,
    claim: &Claim,
    mention: &Quote,
    offers: &mut Offers<'_>,
) {
    let this = claim_ref(offers.review, card.claim);
    offers.button(ui, words::STANDS_FOR_CLAIM, || {
        Some(Correction::SetStatement {
            claim: this?,
            statement: Statement::Wording(mention.clone()),
        })
    });
    if claim.mentions.len() > 1 {
        offers.button(ui, words::A_CLAIM_OF_ITS_OWN, || {
            let mentions = vec![mention.clone()];
            Some(Correction::SplitClaim { mentions })
        });
    }
    offers.button(ui, words::MAKES_NO_CLAIM, || {
        let mention = mention.clone();
        Some(Correction::RemoveMention { mention })
    });
}

fn origin_ui(
    ui: &mut Ui,
    claim: &Claim,
    position: usize,
    mention: &Quote,
    offers: &mut Offers<'_>,
) {
    let review = offers.review;
    group_heading(ui, words::WHERE_IT_COMES_FROM);
    let here = claim
        .origins
        .iter()
        .position(|origin| origin.mentions.contains(&position));
    if let Some(origin) = here.and_then(|here| claim.origins.get(here)) {
        let name = origin_name(review, claim, origin);
        let line = phrases::rest_on(origin.mentions.len(), &name);
        paragraph(ui, &line, Type::Small, Tokens::of(ui).secondary);
    }
    chips_ui(ui, |ui| {
        let is_alone = here.is_some_and(|here| {
            let origin = claim.origins.get(here);
            origin.is_some_and(|origin| origin.mentions.len() < 2)
        });
        if !is_alone {
            offers.button(ui, words::AN_ORIGIN_OF_ITS_OWN, || {
                let mention = mention.clone();
                Some(Correction::OwnOrigin { mention })
            });
        }
        let others = claim.origins.iter().enumerate();
        let others = others.filter(|(other, _)| Some(*other) != here);
        for (_, other) in others.take(OFFERED_MAX) {
            let name = wording::shortened(&other.name, 40);
            offers.button(ui, &phrases::one_origin_with(&name), || {
                let told = claim.mentions.get(*other.mentions.first()?)?;
                let (a, b) = (mention.clone(), named_wording(review.documents(), told)?);
                Some(Correction::SameOrigin { a, b })
            });
        }
    });
}
