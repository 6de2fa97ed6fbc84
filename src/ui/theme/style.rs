//! egui's own style, set from the tokens.

use egui::{
    Context, CornerRadius, FontFamily, FontId, Margin, Shadow, Stroke, Style, TextStyle, Theme,
    Visuals, style::ScrollAnimation, style::WidgetVisuals, vec2,
};

use super::{CARD_RADIUS, RADIUS, Tokens, Type};

/// Sets the style of both themes: with colours that stand out as far as they can, and without
/// anything that moves by itself, if the reader wants that.
pub fn install(ctx: &Context, high_contrast: bool, is_calm: bool) {
    ctx.options_mut(|options| options.fallback_theme = Theme::Light);
    for theme in [Theme::Light, Theme::Dark] {
        let mut style = (*ctx.style_of(theme)).clone();
        let is_dark = theme == Theme::Dark;
        let tokens = Tokens::themed(is_dark, high_contrast);
        dress(&mut style, tokens, is_dark);
        if is_calm {
            style.animation_time = 0.0;
            style.scroll_animation = ScrollAnimation::none();
        }
        ctx.set_style_of(theme, style);
    }
}

fn dress(style: &mut Style, tokens: &Tokens, is_dark: bool) {
    let sans = |size: f32| FontId::new(size, FontFamily::Proportional);
    style.text_styles = [
        (TextStyle::Small, sans(12.0)),
        (TextStyle::Body, sans(13.0)),
        (TextStyle::Button, sans(13.0)),
        (TextStyle::Heading, Type::Headline.font()),
        (
            TextStyle::Monospace,
            FontId::new(13.0, FontFamily::Monospace),
        ),
    ]
    .into();
    style.animation_time = 0.1;
    style.scroll_animation = ScrollAnimation::default();
    style.interaction.tooltip_delay = 0.3;
    style.interaction.selectable_labels = true;
    let spacing = &mut style.spacing;
    spacing.item_spacing = vec2(8.0, 4.0);
    spacing.button_padding = vec2(12.0, 5.0);
    spacing.interact_size = vec2(32.0, 28.0);
    spacing.menu_margin = Margin::same(6);
    spacing.window_margin = Margin::same(16);
    spacing.tooltip_width = 340.0;
    spacing.combo_height = 420.0;
    // A bar that nobody holds stands back.
    spacing.scroll.active_handle_opacity = 0.35;
    style.visuals = visuals(tokens, is_dark);
}

fn visuals(tokens: &Tokens, is_dark: bool) -> Visuals {
    let mut visuals = if is_dark {
        Visuals::dark()
    } else {
        Visuals::light()
    };
    // A cursor that blinks keeps a window drawing in which nothing happens.
    visuals.text_cursor.blink = false;
    visuals.panel_fill = tokens.page;
    visuals.window_fill = tokens.card;
    visuals.window_stroke = Stroke::new(1.0, tokens.line);
    visuals.window_corner_radius = CornerRadius::same(CARD_RADIUS);
    visuals.menu_corner_radius = CornerRadius::same(CARD_RADIUS);
    let shadow = Shadow {
        offset: [0, 6],
        blur: 20,
        spread: 0,
        color: tokens.shadow,
    };
    visuals.window_shadow = shadow;
    visuals.popup_shadow = shadow;
    visuals.extreme_bg_color = tokens.card;
    visuals.text_edit_bg_color = Some(tokens.card);
    visuals.faint_bg_color = tokens.panel;
    visuals.code_bg_color = tokens.panel;
    visuals.hyperlink_color = tokens.accent;
    visuals.weak_text_color = Some(tokens.secondary);
    visuals.selection.bg_fill = tokens.selection;
    visuals.selection.stroke = Stroke::new(1.5, tokens.accent);
    visuals.striped = false;
    let widget = |fill, line, words| WidgetVisuals {
        bg_fill: fill,
        weak_bg_fill: fill,
        bg_stroke: Stroke::new(1.0, line),
        corner_radius: CornerRadius::same(RADIUS),
        fg_stroke: Stroke::new(1.0, words),
        expansion: 0.0,
    };
    visuals.widgets.noninteractive = widget(tokens.page, tokens.line, tokens.ink);
    visuals.widgets.inactive = widget(tokens.card, tokens.line, tokens.ink);
    visuals.widgets.hovered = widget(tokens.hover, tokens.secondary, tokens.ink);
    visuals.widgets.active = widget(tokens.selection, tokens.accent, tokens.ink);
    visuals.widgets.open = widget(tokens.card, tokens.accent, tokens.ink);
    visuals
}
