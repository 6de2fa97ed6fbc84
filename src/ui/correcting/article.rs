//! The card of an article: headline, outlet, day of publication.

use chrono::NaiveDate;
use egui::{Ui, vec2};

use super::super::theme::{GAP, TWICE, Tokens, Type};
use super::super::widgets::{chip, group_heading, heading, paragraph};
use super::field_ui;
use super::offers::Offers;
use crate::model::Article;
use crate::review::Correction;
use crate::session::{ArticleCard, Correcting};
use crate::view::wording;

/// The most outlets and dates that are offered.
const OFFERED_MAX: usize = 8;
const FIELD_MIN: f32 = 120.0;
const BUTTON: f32 = 140.0;

/// Draws the card.
pub(super) fn article_ui(ui: &mut Ui, card: &ArticleCard, offers: &mut Offers<'_>) {
    let review = offers.review;
    let Some(document) = review.document(&card.article) else {
        return;
    };
    let article = &document.article;
    let tokens = Tokens::of(ui);
    heading(ui, "What is known of this article", Type::Strong, 1);
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
    group_heading(ui, "Headline");
    ui.horizontal(|ui| {
        let width = (ui.available_width() - BUTTON).max(FIELD_MIN);
        let (typed, is_entered) = field_ui(ui, "Headline", "No headline", &card.title, width);
        let title = filled(typed.as_ref().unwrap_or(&card.title));
        let make = || {
            (title != article.title).then(|| Correction::SetTitle {
                article: article.id.clone(),
                title: title.clone(),
            })
        };
        if is_entered {
            if let Some(set) = make() {
                offers.correct(set);
            }
        } else if let Some(title) = typed {
            let card = card.clone();
            offers.edit(Correcting::Article(ArticleCard { title, ..card }));
        }
        offers.button(ui, "Set headline", make);
    });
}

fn outlet_ui(ui: &mut Ui, card: &ArticleCard, article: &Article, offers: &mut Offers<'_>) {
    group_heading(ui, "Outlet");
    let set = |outlet: Option<String>| {
        (outlet != article.outlet).then(|| Correction::SetOutlet {
            article: article.id.clone(),
            outlet,
        })
    };
    ui.horizontal(|ui| {
        let width = (ui.available_width() - BUTTON).max(FIELD_MIN);
        let (typed, is_entered) = field_ui(ui, "Outlet", "Unknown", &card.outlet, width);
        let outlet = filled(typed.as_ref().unwrap_or(&card.outlet));
        if is_entered {
            if let Some(set) = set(outlet.clone()) {
                offers.correct(set);
            }
        } else if let Some(outlet) = typed {
            let card = card.clone();
            offers.edit(Correcting::Article(ArticleCard { outlet, ..card }));
        }
        offers.button(ui, "Set outlet", || set(outlet));
    });
    let known: Vec<&String> = known_outlets(offers);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(6.0, 6.0);
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
    group_heading(ui, "Day of publication");
    let set = |date: Option<NaiveDate>| {
        (date != article.published.value).then(|| Correction::SetDate {
            article: article.id.clone(),
            date,
        })
    };
    ui.horizontal(|ui| {
        let width = (ui.available_width() - BUTTON).max(FIELD_MIN);
        let hint = "Year-month-day, as 2025-03-03";
        let (typed, is_entered) = field_ui(ui, "Day of publication", hint, &card.date, width);
        let words = filled(typed.as_ref().unwrap_or(&card.date));
        let date: Option<NaiveDate> = words.as_ref().and_then(|words| words.parse().ok());
        let make = || date.and_then(|date| set(Some(date)));
        if is_entered {
            if let Some(set) = make() {
                offers.correct(set);
            }
        } else if let Some(date) = typed {
            let card = card.clone();
            offers.edit(Correcting::Article(ArticleCard { date, ..card }));
        }
        offers.button(ui, "Set day", make);
    });
    let is_no_day = filled(&card.date).is_some_and(|words| words.parse::<NaiveDate>().is_err());
    if is_no_day {
        let line = "This is no day. Write it as year-month-day: 2025-03-03.";
        paragraph(ui, line, Type::Small, tokens.left_only);
    }
    ui.add_space(GAP);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(6.0, 6.0);
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
            response.on_hover_text(format!("Seen as “{words}”"));
        }
        let response = chip(ui, "no date", article.published.value.is_none());
        offers.offer(&response, || set(None));
    });
}
