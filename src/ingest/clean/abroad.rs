//! What sites in other languages of Europe put around an article, also around one in English.
//!
//! Owns the words of German, French, Spanish, Italian, Portuguese and Dutch pages. Where such a line may
//! go is decided as for lines in English.

use super::forms::ends_sentence;
use crate::ingest::pattern::pattern;

/// Most words of such a line.
const WORDS_MAX: usize = 40;
/// Most words of a button or a heading.
const LABEL_WORDS_MAX: usize = 9;

/// Pieces of words to readers who have not paid, so that other lines cost nothing.
const PAYWALL_PARTS: &[&str] = &[
    "bonn",
    "bbona",
    "uscr",
    "ssin",
    "ewsletter",
    "olet",
    "reste",
    "iterlesen",
    "nmelden",
    "gistrieren",
];

pattern!(
    /// Notices about cookies.
    COOKIES,
    r"(?i)\b(?:wir verwenden|wir nutzen|nous utilisons|utilise des|utilizamos|usamos|utilizziamo|usiamo|questo sito|ce site|este sitio|este site|wij gebruiken|diese (?:web)?seite)\b.{0,60}\bcookies?\b"
);
pattern!(
    /// Words to readers who have not paid.
    PAYWALL,
    r"(?i)^(?:(?:cet|ce|dieser|este|esta|questo|dit) (?:article|contenu|artikel|inhalt|artículo|articolo|artigo)\b.{0,40}\b(?:abonn[ée]s?|abonnenten|suscriptores|abbonati|assinantes|abonnees)\b.*|.{0,30}\bil vous reste \d+ ?%.*|(?:déjà|bereits|schon|ya eres|sei già|já é|al) (?:abonn[ée]e?|abonnent|suscriptor|abbonato|assinante)\b.{0,40}|weiterlesen mit .{1,40}|(?:jetzt|hier) (?:abonnieren|anmelden|registrieren).{0,40}|(?:s[’']abonner|je m[’']abonne|suscr[ií]bete|abbonati|assine)\b.{0,60}|(?:newsletter|bolet[ií]n)\b.{0,20}(?:abonnieren|bestellen|anmelden|suscribirse|inscription))$"
);
pattern!(
    /// Buttons for passing an article on, and links of the site.
    BUTTONS,
    r"(?i)^(?:(?:jetzt |artikel |seite )?(?:teilen|drucken|merken|vorlesen|anhören)(?: auf .{1,20}|: .{1,60})?|(?:auf|über) (?:facebook|twitter|whatsapp|x) teilen|partager(?: (?:sur|cet|l[’']).{1,30})?|imprimer|compartir(?: en .{1,30})?|imprimir|condividi(?: su .{1,30})?|stampa|compartilh(?:ar|e)(?: (?:no|em) .{1,30})?|delen(?: op .{1,20})?|(?:zurück )?zur startseite|nach oben|inhalt|startseite|accueil|inicio|lire plus tard|(?:temps de )?lecture:? ?:?\d+ ?min|lesedauer:? .{1,20}|tiempo de lectura:? .{1,20}|impressum|datenschutz(?:erklärung)?|agb|mentions l[ée]gales|aviso legal|pol[ií]tica de .{1,20}|informativa .{1,20}|(?:impressum|datenschutz|agb|kontakt|mentions l[ée]gales|cgu|aviso legal|contacto|privacy|cookies|pol[ií]tica de privacidad|[-|·•\s])+|anzeige|werbung|publicit[ée]|publicidad|pubblicità|advertentie|se connecter|iniciar sesión|anmelden|accedi|inloggen)$"
);
pattern!(
    /// Headings over links or comments.
    HEADINGS,
    r"(?i)^(?:(?:mehr|weitere \w+) (?:zum thema|zu diesem thema|aus .{1,30})|das könnte sie auch interessieren|lesen sie auch|auch interessant|meistgelesen|themen|schlagw(?:orte|örter)|à lire (?:aussi|également)|sur le même sujet|les plus lus|voir aussi|lire aussi|noticias relacionadas|lee también|te puede interesar|más información|más leídas|lo más visto|ver también|leggi anche|articoli correlati|più letti|leia (?:também|mais)|mais lidas|notícias relacionadas|lees ook|meest gelezen|gerelateerd)\W*(?:: ?.{1,120})?$"
);
pattern!(
    /// Headings over readers' comments.
    COMMENTS,
    r"(?i)^(?:\d+ )?(?:kommentare?|commentaires?|comentarios?|commenti|comentários?|reacties)(?: \(\d+\))?$"
);

/// Whether a line is a notice, a button or a word to readers of such a site.
pub(super) fn is_furniture(line: &str) -> bool {
    let words = line.split_whitespace().count();
    let has = |parts: &[&str]| parts.iter().any(|part| line.contains(part));
    words <= WORDS_MAX && line.contains("ookie") && COOKIES.is_match(line)
        || words <= WORDS_MAX && has(PAYWALL_PARTS) && PAYWALL.is_match(line)
        || words <= LABEL_WORDS_MAX && !ends_sentence(line) && BUTTONS.is_match(line)
}

/// Whether a line is a heading over links to other articles.
pub(super) fn is_related(line: &str) -> bool {
    HEADINGS.is_match(line)
}

/// Whether a line is a heading over readers' comments.
pub(super) fn is_comments(line: &str) -> bool {
    COMMENTS.is_match(line)
}

#[cfg(test)]
mod tests {
    use super::{is_comments, is_furniture, is_related};

    #[test]
    fn words_of_sites_are_known_and_sentences_are_none() {
        for line in [
            "Wir verwenden Cookies, um unsere Seite zu verbessern.",
            "Cet article est réservé aux abonnés.",
            "Jetzt teilen: Facebook Twitter",
            "Partager sur Facebook",
            "Compartir en redes",
            "Impressum Datenschutz AGB",
            "Lesedauer: 3 Minuten",
        ] {
            assert!(is_furniture(line), "{line}");
        }
        assert!(is_related("Mehr zum Thema"));
        assert!(is_related("Noticias relacionadas"));
        assert!(is_comments("Commentaires (12)"));
        for line in [
            "Das Museum wird geteilt, sagte die Bürgermeisterin.",
            "Le marché rouvrira samedi.",
            "Teilen will die Stadt den Gewinn nicht.",
            "The imprint of a boot was found by the wall.",
        ] {
            assert!(
                !is_furniture(line) && !is_related(line) && !is_comments(line),
                "{line}"
            );
        }
    }
}
