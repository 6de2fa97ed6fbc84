//! The card of an article: headline, outlet, day of publication.

use chrono::NaiveDate;
use egui::Ui;

use super::super::theme::{GAP, TWICE, Tokens, Type};
use super::super::widgets::{chip, chips_ui, group_heading, heading, paragraph};
use super::offers::Offers;
use super::{Entry, entry_ui};
use crate::model::Article;
use crate::review::Correction;
use crate::session::{ArticleCard, Correcting};
use crate::ui::{phrases, words};
use crate::view::wording;

/// The most outlets and dates that are offered.
const OFFERED_MAX: usize = 8;

/// Draws the card.
pub(super) fn article_ui(ui: &mut Ui, card: &ArticleCard, offers: &mut Offers<'_>) {
    let review = offers.review;
    let Some(document) = review.document(&card.article) else {
        return;
    };
    let article = &document.article;
    let tokens = Tokens::of(ui);
    heading(ui, words::KNOWN_OF_ARTICLE, Type::Strong, 1);
    paragraph(ui, &article.path, Type::Small, tokens.secondary);
    ui.add_space(TWICE);
    title_ui(ui, card, article, offers);
    ui.add_space(TWICE);
    outlet_ui(ui, card, article, offers);
    ui.add_space(TWICE);
    date_ui(ui, card, article, offers);
}

/// What was typed; `None` for nothing.
fn filled(words: &str) -> Option<String> {
    let words = words.trim();
    (!words.is_empty()).then(|| words.to_owned())
}

fn title_ui(ui: &mut Ui, card: &ArticleCard, article: &Article, offers: &mut Offers<'_>) {
    group_heading(ui, words::HEADLINE);
    let field = Entry {
        name: words::HEADLINE,
        hint: words::NO_HEADLINE,
        value: &card.title,
        is_first: true,
        lines: 1,
    };
    let edit = |title| {
        let card = card.clone();
        Correcting::Article(ArticleCard { title, ..card })
    };
    entry_ui(ui, field, words::SET_HEADLINE, offers, edit, |words| {
        let title = filled(words);
        (title != article.title).then(|| Correction::SetTitle {
            article: article.id.clone(),
            title,
        })
    });
}

fn outlet_ui(ui: &mut Ui, card: &ArticleCard, article: &Article, offers: &mut Offers<'_>) {
    group_heading(ui, words::OUTLET);
    let set = |outlet: Option<String>| {
        (outlet != article.outlet).then(|| Correction::SetOutlet {
            article: article.id.clone(),
            outlet,
        })
    };
    let field = Entry {
        name: words::OUTLET,
        hint: words::UNKNOWN,
        value: &card.outlet,
        is_first: false,
        lines: 1,
    };
    let edit = |outlet| {
        let card = card.clone();
        Correcting::Article(ArticleCard { outlet, ..card })
    };
    entry_ui(ui, field, words::SET_OUTLET, offers, edit, |words| {
        set(filled(words))
    });
    let known: Vec<&String> = known_outlets(offers);
    if known.is_empty() {
        return;
    }
    ui.add_space(GAP);
    chips_ui(ui, |ui| {
        for name in known {
            let is_this = article.outlet.as_ref() == Some(name);
            let response = chip(ui, &wording::shortened(name, 30), is_this);
            offers.offer(&response, || set(Some(name.clone())));
        }
    });
}

/// Outlets of other articles, those with most articles first.
fn known_outlets<'a>(offers: &Offers<'a>) -> Vec<&'a String> {
    let documents = offers.review.documents();
    let outlets = offers.review.index().outlets.iter();
    outlets
        .filter(|name| {
            let mut named = documents.iter().filter_map(|d| d.article.outlet.as_ref());
            named.any(|other| other == *name)
        })
        .take(OFFERED_MAX)
        .collect()
}

fn date_ui(ui: &mut Ui, card: &ArticleCard, article: &Article, offers: &mut Offers<'_>) {
    let tokens = Tokens::of(ui);
    group_heading(ui, words::DAY_OF_PUBLICATION);
    let set = |date: Option<NaiveDate>| {
        (date != article.published.value).then(|| Correction::SetDate {
            article: article.id.clone(),
            date,
        })
    };
    let field = Entry {
        name: words::DAY_OF_PUBLICATION,
        hint: words::DAY_HINT,
        value: &card.date,
        is_first: false,
        lines: 1,
    };
    let edit = |date| {
        let card = card.clone();
        Correcting::Article(ArticleCard { date, ..card })
    };
    entry_ui(ui, field, words::SET_DAY, offers, edit, |words| {
        set(Some(words.parse().ok()?))
    });
    let is_no_day = filled(&card.date).is_some_and(|words| words.parse::<NaiveDate>().is_err());
    if is_no_day {
        let line = words::NOT_A_DAY;
        paragraph(ui, line, Type::Small, tokens.alarm);
    }
    ui.add_space(GAP);
    chips_ui(ui, |ui| {
        let mut seen: Vec<NaiveDate> = Vec::new();
        for evidence in &article.published.evidence {
            if seen.len() == OFFERED_MAX || seen.contains(&evidence.value) {
                continue;
            }
            seen.push(evidence.value);
            let is_this = article.published.value == Some(evidence.value);
            let response = chip(ui, &wording::day_year(evidence.value), is_this);
            offers.offer(&response, || set(Some(evidence.value)));
            let words = wording::shortened(&evidence.words, 120);
            response.on_hover_text(phrases::seen_as(&words));
        }
        let response = chip(
            ui,
            words::LEAVE_WITHOUT_DATE,
            article.published.value.is_none(),
        );
        offers.offer(&response, || set(None));
    });
}
