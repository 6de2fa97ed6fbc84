//! The forms of what a site puts around an article, as single lines of text.
//!
//! Owns the general shapes (a reading time, a row of share buttons, "More on this story"). Must
//! not know any site or article. Whether a line of that shape may go is decided in `plain`.

use super::abroad;
use super::buttons::is_share_row;
use super::credits::is_picture_line;
use crate::ingest::metadata::outlet;
use crate::ingest::pattern::pattern;
use crate::model::RemovedKind;

/// What a line looks like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::ingest) enum Form {
    /// Certainly no sentence of an article, wherever it stands.
    Certain(RemovedKind),
    /// Site words if it stands before the first or after the last paragraph, or is too short for one.
    AtEdge(RemovedKind),
    /// Site words if it stands before the first or after the last paragraph.
    Outside(RemovedKind),
    /// A heading over links to other articles; what follows it may be such links.
    LinksBelow,
    /// A heading over readers' comments.
    CommentsBelow,
    /// A line that only divides.
    Rule,
}

/// Most words of a headline that asks.
const QUESTION_WORDS_MAX: usize = 16;
/// Longest line that can have a form, in bytes.
const LINE_BYTES_MAX: usize = 600;

pattern!(
    READING_TIME,
    r"(?i)^[\[(]?(?:(?:estimated )?read(?:ing)?(?: time)?:? *)?(?:about |approx\.? )?\d{1,3} *[-–]? *min(?:ute)?s?\.?(?: to)?(?: read(?:ing)?(?: time)?)?[\])]?$|^(?:estimated )?read(?:ing)? time:? .{1,20}$|^.{0,40}\(\d{1,3} ?min\.?(?:utes?)? read\)$"
);
pattern!(
    SUMMARY,
    r"(?i)^(?:no time to read\W*|(?:get|read|show|view|see) (?:a|an|the|our)? ?(?:\w+ )?(?:summary|key points)(?: by ai)?|tl;?dr|ai[- ](?:generated )?summary|summarise|summarize|summari[sz]e (?:this )?(?:article|story|page))$"
);
pattern!(
    ADVERT,
    r"(?i)^(?:\W*)(?:advertisements?(?:\W+scroll (?:down )?to continue.*)?|(?:video )?ad feedback|purchase licensing rights|(?:image|photo|picture|video|gallery|graphic|infographic|audio)(?: \d+(?: (?:of|/) \d+)?)?|advertising|advertorial|ad|sponsored(?: content| by .{1,30})?|promoted(?: content)?|promotion|(?:story|article) continues (?:below|after)(?: .{1,30})?|continue reading(?: below)?|scroll (?:down )?to continue.*|skip (?:(?:past|to) .+|advertisement)|view image in full ?screen|list (?:of \d+ items?|\d+ of \d+)(?: .{1,160})?|end of list|close (?:this )?(?:window|tab|page)|(?:hits|views|reads|visits|page views|shares|votes|followers)\W{0,3}\d[\d.,]*k?|\d[\d.,]*k? (?:views|reads|hits|likes|followers|shares)|(?:updated |published |posted )?(?:an?|one|two|three) (?:min(?:ute)?|hour|day|week|month|year)s? ago|\d{1,3} (?:min(?:ute)?|hour|hr|day|week|month)s? ago|(?:prefer|add) .{1,40} on google(?: news)?|(?:read|leer|lire|lesen|leggi) (?:this )?(?:article |story )?(?:in|en|auf) \w+|save articles .*|read full (?:story|article)|click here.*|(?:view|see) (?:image|gallery|all|more)(?: .{1,20})?|load more|show more)(?:\W*)$"
);
pattern!(
    /// What a site says to readers who have not paid or are not known to it.
    PAYWALL,
    r"(?i)^(?:please )?(?:to (?:view|read|see|access|unlock|keep|continue|enjoy|finish)\b[^,.]*,? (?:please |simply |just |you(?:[’']ll)? (?:must|can|(?:will )?(?:need|have) to) )?(?:subscribe|log ?in|sign ?(?:in|up)|register|create (?:a|an|your))\b|(?:subscribe|log ?in|sign ?(?:in|up)|register|join us|create (?:a|an|your) [^.]{1,30})\b[^.]*\bto (?:view|read|see|access|unlock|keep|continue|finish)\b)|\balready (?:a |an |have a |have an |our )?(?:\w+ )?(?:subscribers?|subscribed|subscription|members?|registered|account)\b.{0,30}(?:\b(?:log|sign)(?:ging|ning)? ?in\b|[?]$)|\bforgot(?:ten)? (?:your|my) password\b|^(?:sign|log) ?in to .* (?:using|with) your\b|^you must be (?:logged|signed) in\b|^you have been granted access\b|^(?:you have|you[’']ve|you are|you[’']re) .*\b(?:free articles?|article limit|articles? (?:left|remaining))\b|^(?:this|the full) (?:article|story|content|page|post) is (?:only )?(?:available |reserved )?(?:exclusively )?(?:for|to) (?:our )?(?:paid |paying |registered |digital )?(?:subscribers|members|readers with)\b|^(?:first[- ]time|new|all|existing) subscribers (?:also )?(?:get|receive|enjoy)\b"
);
pattern!(
    /// What newsletters and programs that save pages write around an article.
    CARRIER,
    r"(?i)^(?:unsubscribe\b.*|(?:enter )?(?:your )?e-?mail(?: address)?\W*|by (?:clicking|signing up|subscribing|continuing|entering|submitting|providing|joining|registering).*\b(?:you|i) (?:also )?(?:agree|consent|accept|acknowledge|confirm)\b.*|(?:be sure to |please )?check out\b.*\b(?:newsletters?|podcasts?|apps?)\W*|.*\b(?:newsletters?|inbox|briefing|e-?mails?|digest|our|your)\b.*\b(?:sign up|subscribe|register|join) (?:here|now|for free|today)\W*|(?:view|read|open|see) (?:this |it |the )?(?:e-?mail |message |newsletter |online )?(?:in|on) (?:your |a |the )?(?:web ?)?browser.*|(?:having )?(?:trouble|problems?|difficulty) (?:viewing|reading|seeing) this.*|you(?:[’']re| are)? (?:receive|received|receiving|getting|get) this .*|this (?:e-?mail|message|newsletter) (?:was|is) sent .*|(?:manage|update) (?:your )?(?:e-?mail )?(?:preferences|subscriptions?).*|forward (?:this )?to a friend.*|this (?:article|page|file|document) was (?:downloaded|saved|printed|archived|exported) (?:by|from|with|using|on)\b.+|the post .+ (?:appeared|was published) first on .+|first appeared on .+)$"
);
pattern!(
    /// What agencies write above an article for the papers that print it.
    SLUG,
    r"^(?:(?:BC|AM|PM)-+\p{Lu}\S*.{0,60}|.{0,60}\b\d(?:st|nd|rd|th) (?:Ld|Lead)\b.{0,30}|(?:Eds?|Editors|EDS|EDITORS):? .{0,160})$"
);
pattern!(
    /// What a printed or saved page says about itself, and who answers for a site.
    IMPRINT,
    r"(?i)^(?:(?:printed|saved|copied|retrieved|archived|exported) (?:from|on|by)\b.{0,160}|(?:permanent |short |full |original )?(?:url|link|permalink|source|address) ?: ?(?:https?://|www\.)\S+|.{0,120}\b(?:responsible editor|editor[- ]in[- ]chief|managing editor|publisher|editor) ?: ?\p{Lu}[^.:]{2,60}\.?)$"
);
pattern!(
    /// Buttons of a notice about cookies, links at the foot of a page.
    FOOT,
    r"(?i)^(?:accept(?: all)?(?: cookies)?|reject all|(?:i )?(?:agree|accept|understand)(?: (?:and|&) (?:continue|close))?|got it|manage (?:preferences|settings|cookies|options|choices)|cookie (?:policy|settings|preferences|notice)|terms(?: (?:of|and|&) (?:service|use|sale|conditions))?|privacy(?: (?:policy|notice|statement|settings|choices))?|contact(?: us)?|about(?: us)?|advertise(?: with us)?|careers|jobs|help(?: cent(?:er|re))?|faqs?|accessibility(?: statement)?|site ?map|rss|imprint|impressum|legal notice|do not sell .+)$"
);
pattern!(
    /// Who else worked on an article and where.
    REPORTED,
    r"^\p{Lu}\S*(?:,? (?:and )?\p{Lu}\S*)* reported from .+\.$|^\p{Lu}.*\bcontributed\.$"
);
pattern!(RUNNING_TIME, r"(?i)^(?:\d+:)?\d+:\d\d [-–—] source: .+$");
pattern!(
    /// The parts of a site, alone in their line.
    PARTS,
    r"(?i)^(?:live (?:tv|radio|updates?)|tv(?: schedule)?|audio|podcasts?|videos?|photos?|games?|crosswords?|puzzles?|weather|horoscopes?|obituaries|classifieds|shop|more|sections|e-?edition|today[’']?s paper|for you|trending|(?:u\.?s\.?|uk|international|global|world) edition|all topics|see all topics)$"
);
pattern!(
    /// An invitation to write to the paper.
    LETTERS,
    r"(?i)^(?:\W*)(?:we(?: would|[’']d)? (?:want|like|love|welcome)\b.{0,30}\b(?:hear|comments?|feedback|letters|what you think)\b|(?:submit|send|e-?mail|write) (?:us )?(?:a|your) (?:letters?|comments?|feedback|thoughts|questions?|tips?|story|stories|opinions?|views)\b|(?:have|got) (?:a |any |an )?(?:question|comment|feedback|opinion|something to say|thoughts)s?\b.*[?]|letters? to the editor (?:can|may|should|must)\b|tell us (?:what you|about your|in the comments|your)\b|let us know (?:what you|in the comments|your)\b|share your (?:thoughts|views|opinions?|experiences?|story)\b)"
);
pattern!(
    LISTEN,
    r"(?i)^(?:listen|watch|play|hear)(?: live| now| again| to (?:this |the )?(?:article|story|page|audio|episode|podcast).*|: .+| (?:\d+:)?\d+:\d\d)?\.?$|^(?:\d+:)?\d+:\d\d(?: [-–—] source: .+)?$|^(?:this|the) (?:audio|recording|narration)(?: version)? (?:is|was) (?:auto-?)?(?:generated|produced|read|made)\b.*$|^why (?:you can|to) trust\b.{0,40}$|^your browser does not support.*$|^this (?:video|audio|media|content) (?:is not|cannot|can't|can’t).*$"
);
pattern!(
    ACCOUNT,
    r"(?i)^(?:log ?[io]n|sign in|sign up|sign out|register|log ?out|account|my account|(?:main |section )?menu|search|home|skip to (?:main )?content|close|open menu|(?:back|return) to (?:the )?(?:top|front page|home(?: ?page)?|main page|index|contents|all news|news)|top|print|e-?mail|edition|subscribe(?: now| today)?|newsletters?|donate|e-?paper|log in / register)$"
);
pattern!(
    COPYRIGHT,
    r"(?i)^(?:copyright\b|\(c\)|©)|\ball rights reserved\b|may not be (?:published|reproduced|copied).*(?:redistributed|rewritten|permission|consent)|^registered office\b"
);
pattern!(COPYRIGHT_YEAR, r"©\s*(?:19|20)\d\d\b");
pattern!(
    COOKIES,
    r"(?i)\bcookies?\b.{0,200}\b(?:policy|accept|agree|consent|settings|preferences|experience|site|website)\b|\b(?:this (?:web)?site|we|our partners)\b.{0,40}\b(?:use|uses|using|store)\b.{0,20}\bcookies\b"
);
pattern!(
    COOKIE_VOICE,
    r"(?i)\b(?:we|our|you|your|this (?:web)?site|accept)\b"
);
pattern!(
    SUBSCRIBE,
    r"(?i)^(?:(?:subscribe|sign up|join|register|get|receive|enjoy(?:ed|ing)?|like|love|support|become|already|want|don[’']t miss|stay|help|try|start|give|download|never miss|not a|for (?:more|the latest|just)|unlock|keep up)\b.*(?:newsletters?|subscri(?:be|ber|ption|bing)|inbox|sign up|members?(?:hip)?|our (?:journalism|app|reporting|channel|podcast)|free trial|unlimited (?:access|digital)|notifications?|whatsapp|telegram|app store|breaking news alerts?|daily (?:briefing|digest)|e-?mails?))\b"
);
pattern!(
    /// What a site says of itself to its readers.
    ON_ITSELF,
    r"(?i)\bconsider (?:becoming|making|giving|supporting|subscribing|donating|upgrading)\b.{0,60}\b(?:subscri|donat|member|contribut|support)|\bnot responsible for the content of external\b"
);
pattern!(
    /// An invitation to a list that only its name tells: "Sign up for Morning Notes".
    SIGN_UP,
    r"^(?:Sign up|Subscribe|Register) (?:for|to) \p{Lu}[^.!?]{2,50}$"
);
pattern!(
    /// An invitation by the site itself: what to do, and whose list or app it is.
    INVITATION,
    r"(?i)^(?:subscribe|sign ?up|join|get|receive|never miss|don[’']t miss|keep up|stay|be the first|for (?:more|the latest|all the latest|breaking)|to (?:get|receive|stay)|want|do you want|would you like|like what|download)\b.*\b(?:(?:our|the|free|daily|weekly|e-?mail|this|a) (?:\w+ )?(?:newsletters?|(?:morning |evening |daily |weekly )?(?:briefing|digest|round-?up|bulletin)|edition|mailing list|app|apps|alerts|channel|podcast)|(?:with|download|get|install) (?:the|our) (?:[\w’'.]+ ){1,4}app|your (?:inbox|e-?mail)|sign(?:ing)? up (?:to|for|here|now|today)|apps? for (?:ios|iphone|android)|subscribe (?:now|today|here|to))\b"
);
pattern!(
    /// What a site says about its income.
    DISCLOSURE,
    r"(?i)^\W*(?:(?:editor[’']?s? )?note\W+)?(?:the )?(?:advertis(?:ing|ement|er)|affiliate|sponsor(?:ship)?)s? (?:disclosure|disclaimer)\b|\bmay (?:earn|receive) (?:a |an )?(?:small |affiliate )?(?:commission|compensation)\b.{0,120}\b(?:links?|purchases?|advertis|products?|partners?)|\b(?:contains?|includes?|use) affiliate links\b|\bthrough (?:the )?(?:affiliate )?links (?:on|in) (?:our|this)\b"
);
pattern!(
    /// Where the writer can be found.
    REACH,
    r"(?i)(?:^|[.!] )(?:you can )?(?:follow|keep up with|find|reach|contact|e-?mail|write to|connect with|get in touch with) (?:me|him|her|us|them|\p{L}+(?: \p{L}+)?) (?:on|at|via|through) (?:twitter|x|facebook|instagram|linkedin|threads|bluesky|mastodon|@|\S+@)"
);
pattern!(
    /// A heading over the lives of the writers.
    ABOUT_WRITERS,
    r"(?i)^(?:about (?:the |our |this )?(?:authors?|writers?|reporters?|contributors?)|meet the (?:authors?|writers?)|authors?[’']? (?:bio|biography|information|details))\W*$"
);
pattern!(
    PRICE,
    r"(?i)(?:[£$€] ?\d[\d.,]*|\d[\d.,]* ?[£$€p]) ?(?:a|per|/|every) ?(?:day|week|month|year|issue)\b"
);
pattern!(
    PRICE_VOICE,
    r"(?i)\b(?:give|support|donate|subscribe|subscription|join|member|membership|readers?|paid for by|unlimited|access|your?)\b"
);
pattern!(
    FOLLOW,
    r"(?i)^(?:follow|find|like|join) (?:us|me|him|her|them|our|@?[\w&.]+(?: [\w&.]+){0,4}) (?:on|at|wherever|via|in|@).+$|^follow our (?:live )?(?:coverage|updates|blog)\b.*$|^follow us\b.*$|^follow\W*$|^(?:twitter|facebook|instagram|x|threads|bluesky)\W+@\w+$|^@\w{2,30}$"
);
pattern!(
    PREVIOUS_NEXT,
    r"(?i)^[«‹←<]* ?(?P<label>(?:previous|prev\.?|next|older|newer)(?: (?:article|story|post|page|up|entry))?s?|up next|read next)(?: ?[:»›→>]+ ?(?P<rest>.*))?$"
);
pattern!(
    RELATED,
    r"(?i)^\W{0,3}(?P<label>related(?: (?:internet links|stories|story|articles?|topics?|news|content|links|posts|coverage|reading|items|video))?|(?:read|see|also|watch)(?: more| also| next| read)?(?: (?:on|about|from|at|stories|news|in) [^.:]{1,60})?|see also|also read|more (?:on|from|in|about|by) (?:this|the|our|our)? ?[^.:]{1,60}|more (?:stories|news|articles|coverage|headlines|reading|[\w’']+ (?:reads|stories|news))(?: (?:like|from|about) (?:this|us|here))?|you (?:may|might) (?:also )?(?:like|be interested in|have missed)|recommended(?: for you| (?:stories|articles|reading))?|(?:most|more) (?:read|popular|viewed|shared|recent|commented)(?: (?:stories|articles|news|in .{1,30}))?|trending(?: now| stories| topics| news)?|top (?:stories|news|headlines)|latest(?: (?:news|stories|articles|headlines|from .+|updates))?|don[’']t miss|popular(?: now| (?:stories|articles|posts))?|(?:in this|from this) (?:story|article|section|author|topic)|editor[’']?s?[’']? ?(?:picks?|choice)|what to read next|further reading|keep reading|(?:from )?(?:around|across) the web|more for you|topics?|tags?|tagged(?: with| in| as)?|suggested topics?|filed under|categor(?:y|ies)|must reads?|paid content|partner content|you[’']ll (?:also )?like|explore more(?: on .{1,30})?|see more on.{0,60}|discover more|elsewhere)(?P<colon> ?[:»›→>|]+ ?(?P<rest>.*))?$"
);
pattern!(
    COMMENTS,
    r"(?i)^(?:(?:\d[\d,.]* |no |all |view |show |read |see |readers[’'] )*comments?(?: \(?\d[\d,.]*\)?)?|\d+ (?:responses?|replies)(?: to .*)?|(?:view|see|show|read|load) (?:all |the |more )*(?:\d+ )?comments?.{0,20}|comments? (?:are|have been) (?:closed|disabled|off).*|what do you think\?|have your say.*|join the (?:conversation|discussion|debate).*)$"
);
pattern!(
    COMMENT_FORM,
    r"(?i)^(?:leave|post|add|write|submit|make) (?:a |your )?(?:comment|reply|response)s?.*$|^be the first to (?:comment|reply|share).*$|^your e-?mail address will not be published.*$|^(?:please )?(?:log|sign) ?in to (?:comment|reply|post).*$|^reply$"
);
pattern!(
    CREDIT,
    r"(?i)^[(\[—–-]* ?(?:additional |further )?(?:reporting|writing|editing|compiled|edited|produced|with (?:reporting|contributions?|additional reporting|inputs?|files|agency inputs?)|this (?:report|story|article) (?:was|is|has been|contains|includes) (?:first |originally )?(?:published|contributed|auto-generated|compiled|reporting|material|information)|contributed to this (?:report|story)|our standards:|the original version of this)(?: (?:by|from|in|on|at)\b|:).+$|\bcontributed reporting\b.*$|^reporting (?:from|in)\b.{0,40}$|^(?:a version of )?this (?:article|story|report|piece) (?:also |first |originally )?(?:appears|appeared|was published|ran|is published|features) (?:in|on)\b.*$|\bcontributed (?:reporting )?to this (?:report|story|article)\.?$|^our standards: .+$"
);
pattern!(
    TIP,
    r"(?i)^(?:do you (?:have|know)|got|have) (?:a |an |any )?(?:news |story |confidential )?(?:tips?|story|news|information)\b.*$|^(?:contact|e-?mail|reach|write to|get in touch with) (?:us|the (?:author|reporter|writer|newsroom|editor)|me|him|her)\b.*$|^(?:contact|reach|e-?mail|write to|call)\b.{0,80}\b(?:at|on|via)\b.{0,40}(?:\S@\S|\d{3}[- .]\d{3,4}).*$|^(?:to report|report) (?:an? )?(?:error|typo|correction).*$|^(?:if you|see something) .*(?:press ctrl|let us know).*$"
);

/// The form of a line, if it has one.
pub(in crate::ingest) fn form_of(line: &str) -> Option<Form> {
    let line = line.trim();
    if line.len() > LINE_BYTES_MAX {
        return None;
    }
    if !line.chars().any(char::is_alphanumeric) {
        return Some(Form::Rule);
    }
    let words = line.split_whitespace().count();
    if is_nav_row(line) {
        return Some(Form::Certain(RemovedKind::Furniture));
    }
    certain(line, words)
        .map(Form::Certain)
        .or_else(|| heads(line, words))
        .or_else(|| at_edge(line, words).map(Form::AtEdge))
        .or_else(|| {
            let outside = words <= 6 && (FOOT.is_match(line) || PARTS.is_match(line));
            let address = words == 1 && outlet::is_address(line);
            let kind = (outside || address).then_some(RemovedKind::Furniture);
            kind.or_else(|| (words <= 40 && is_reported(line)).then_some(RemovedKind::Byline))
                .map(Form::Outside)
        })
}

/// A row of links of the site: "Next | Section menu | Main menu".
fn is_nav_row(line: &str) -> bool {
    let mut parts = line
        .split('|')
        .map(str::trim)
        .filter(|part| !part.is_empty())
        .peekable();
    line.contains('|')
        && parts.all(|part| {
            ACCOUNT.is_match(part)
                || PREVIOUS_NEXT.is_match(part)
                || FOOT.is_match(part)
                || PARTS.is_match(part)
        })
}

/// Whether a line leads to a reader's account or another part of the site.
pub(in crate::ingest) fn is_account(line: &str) -> bool {
    ACCOUNT.is_match(line)
}

/// Whether a line tells how long a film runs and who made it.
pub(in crate::ingest) fn is_running_time(line: &str) -> bool {
    RUNNING_TIME.is_match(line)
}

fn certain(line: &str, words: usize) -> Option<RemovedKind> {
    let furniture = words <= 14
        && (READING_TIME.is_match(line)
            || SUMMARY.is_match(line)
            || ADVERT.is_match(line)
            || ACCOUNT.is_match(line)
            || is_share_row(line, words));
    if furniture {
        return Some(RemovedKind::Furniture);
    }
    let from_site = words <= 60 && DISCLOSURE.is_match(line)
        || words <= 40
            && !line.contains(['"', '“'])
            && (INVITATION.is_match(line) || PAYWALL.is_match(line) || is_on_itself(line));
    if from_site {
        return Some(RemovedKind::Furniture);
    }
    if words <= 24 && COMMENT_FORM.is_match(line) {
        return Some(RemovedKind::Comments);
    }
    if words <= 40 && COPYRIGHT.is_match(line) || words <= 20 && COPYRIGHT_YEAR.is_match(line) {
        return Some(RemovedKind::Copyright);
    }
    if words <= 60 && (CARRIER.is_match(line) || is_slug(line)) {
        return Some(RemovedKind::Furniture);
    }
    if words <= 40 && is_picture_line(line) {
        return Some(RemovedKind::Caption);
    }
    let previous = PREVIOUS_NEXT.captures(line);
    if previous.is_some_and(|found| found.name("rest").is_some_and(|rest| !rest.is_empty())) {
        return Some(RemovedKind::Related);
    }
    let related = RELATED.captures(line);
    let has_rest = related.is_some_and(|found| {
        found
            .name("rest")
            .is_some_and(|rest| is_link_text(rest.as_str().trim()))
    });
    (words <= 40 && has_rest).then_some(RemovedKind::Related)
}

/// Whether a site asks for support or answers for nothing.
fn is_on_itself(line: &str) -> bool {
    (line.contains("consider ") || line.contains("not responsible")) && ON_ITSELF.is_match(line)
}

/// Whether a line is an agency's to the papers that print its text.
fn is_slug(line: &str) -> bool {
    let starts = ["BC", "AM", "PM", "Ed", "ED"];
    let may_be = starts.iter().any(|start| line.starts_with(start))
        || line.contains(" Ld")
        || line.contains(" Lead");
    may_be && SLUG.is_match(line)
}

/// Whether a line is what a saved page says about itself, or who answers for a site.
fn is_imprint(line: &str) -> bool {
    let first = line.split_whitespace().next().unwrap_or_default();
    (line.contains(':') || first.ends_with(['d', 'D'])) && IMPRINT.is_match(line)
}

/// Whether a line tells who else worked on an article.
fn is_reported(line: &str) -> bool {
    (line.contains(" reported from ") || line.ends_with(" contributed.")) && REPORTED.is_match(line)
}

/// Whether words behind "Related:" are the headline of another article; such a one may ask.
fn is_link_text(rest: &str) -> bool {
    let asks = rest.ends_with('?') && rest.split_whitespace().count() <= QUESTION_WORDS_MAX;
    !rest.is_empty() && (asks || !ends_sentence(rest))
}

fn heads(line: &str, words: usize) -> Option<Form> {
    if words > 10 {
        return None;
    }
    if PREVIOUS_NEXT.is_match(line) || RELATED.is_match(line) || abroad::is_related(line) {
        return Some(Form::LinksBelow);
    }
    let comments = COMMENTS.is_match(line) || abroad::is_comments(line);
    comments.then_some(Form::CommentsBelow)
}

fn at_edge(line: &str, words: usize) -> Option<RemovedKind> {
    if words <= 60 && CREDIT.is_match(line) {
        return Some(RemovedKind::Byline);
    }
    let cookies = COOKIES.is_match(line) && COOKIE_VOICE.is_match(line);
    let furniture = (words <= 14 && (LISTEN.is_match(line) || ABOUT_WRITERS.is_match(line)))
        || (words <= 20 && FOLLOW.is_match(line))
        || (words <= 60 && REACH.is_match(line))
        || (words <= 40
            && (SUBSCRIBE.is_match(line)
                || SIGN_UP.is_match(line)
                || TIP.is_match(line)
                || LETTERS.is_match(line)
                || is_imprint(line)
                || abroad::is_furniture(line)
                || PRICE.is_match(line) && PRICE_VOICE.is_match(line)))
        || (words <= 70 && cookies);
    furniture.then_some(RemovedKind::Furniture)
}

/// Whether a line is the button below the first words of another article.
pub(in crate::ingest) fn is_read_more(line: &str) -> bool {
    let words = line.trim_matches(|c: char| !c.is_alphabetic());
    words.eq_ignore_ascii_case("read more")
}

/// Whether a text ends as a sentence does.
pub(in crate::ingest) fn ends_sentence(text: &str) -> bool {
    text.trim_end_matches(['"', '”', '’', '\'', ')', ']', '»', ' '])
        .ends_with(['.', '!', '?', '…'])
}

/// A paragraph of an article, judged by its shape alone: a sentence of some length, or long.
pub(in crate::ingest) fn is_body(text: &str) -> bool {
    let words = text.split_whitespace().count();
    (words >= 12 && ends_sentence(text)) || words >= 40
}

/// Whether a line could be a headline: short, not ended as a sentence.
pub(in crate::ingest) fn is_headline(text: &str) -> bool {
    let words = text.split_whitespace().count();
    let ended = text.ends_with(['.', ':', ';', ',']) && !text.ends_with("...");
    (2..=30).contains(&words)
        && text.len() <= 240
        && !ended
        && text
            .chars()
            .find(|c| c.is_alphanumeric())
            .is_some_and(|c| c.is_uppercase() || c.is_numeric() || !c.is_lowercase())
}

#[cfg(test)]
mod tests {
    use super::{Form, form_of, is_body, is_headline};
    use crate::model::RemovedKind;

    #[test]
    fn site_words_are_known_by_their_form() {
        for line in [
            "No time to read?",
            "Get a summary",
            "4 min read",
            "Reading time: 2 minutes",
            "Save for later · Share · 4 min read",
            "Share this story",
            "Share on Facebook",
            "ADVERTISEMENT",
            "(c) Daily Example 2025",
            "© 2024 Example Media. All rights reserved.",
            "Previous: A hospital to reopen its night clinic",
            "Read more: Ten things to know",
            "More Long Reads: The last ferryman | Forty years of the late shift",
            "Leave a Reply",
            "Photo: Example Agency",
            "Next | Section menu | Main menu",
            "This article was downloaded by calibre from https://a.example",
            "By clicking submit, you agree to our terms.",
        ] {
            assert!(matches!(form_of(line), Some(Form::Certain(_))), "{line}");
        }
    }

    #[test]
    fn headings_over_links_are_known() {
        for line in [
            "Previous Article",
            "Next Article",
            "More on this story",
            "Related",
            "Don’t miss",
        ] {
            assert_eq!(form_of(line), Some(Form::LinksBelow), "{line}");
        }
    }

    #[test]
    fn edge_words_are_known() {
        for line in [
            "Enjoyed this? Subscribe to our morning newsletter",
            "Follow Example Radio wherever you get your podcasts",
            "Listen live",
            "This website uses cookies. By carrying on you agree to our cookie policy.",
            "Submit your letter to the editor via this form.",
            "We want to hear what you think about this article.",
            "About the author",
        ] {
            assert_eq!(
                form_of(line),
                Some(Form::AtEdge(RemovedKind::Furniture)),
                "{line}"
            );
        }
        assert_eq!(
            form_of("(Reporting by Petra Lund; Editing by Sam Okoro)"),
            Some(Form::AtEdge(RemovedKind::Byline))
        );
    }

    #[test]
    fn words_to_those_who_have_not_paid_are_known_anywhere() {
        for line in [
            "To continue reading, please subscribe or log in.",
            "Already a subscriber? Log in",
            "Sign in to read the full story",
            "You have 2 free articles remaining this month.",
            "If you are already a subscriber, you can log in for immediate access.",
            "Forgot your password?",
            "This article is for subscribers only.",
        ] {
            assert_eq!(
                form_of(line),
                Some(Form::Certain(RemovedKind::Furniture)),
                "{line}"
            );
        }
    }

    #[test]
    fn sentences_have_no_form() {
        for line in [
            "Next year the company will share its plans with the public.",
            "More than 200 people had to leave their homes.",
            "Related parties sold shares before the announcement, the report said.",
            "Copying the letter took him a night, he said.",
            "The print edition was sold out by noon.",
            "Read the letter aloud, the judge told her.",
            "Comments by the minister were met with silence.",
            "“No comment,” he said.",
            "Topics of the talks included water and trade.",
            "Subscribers to the scheme lost their money.",
            "Previous talks had failed.",
            "To keep their benefits, the claimants must register every week.",
            "New members will be elected on Friday.",
            "The mayor told them to register today.",
            "To read the letter the judge had to put on his glasses.",
            "New members of the party said that they had joined because of the wall.",
            "Subscribers already had the right to vote.",
        ] {
            assert_eq!(form_of(line), None, "{line}");
        }
    }

    #[test]
    fn paragraphs_and_headlines_differ_by_shape() {
        assert!(is_body(
            "The company said on Tuesday that the gate had been opened by hand."
        ));
        assert!(is_headline(
            "Missing man found alive in mill after dam flood"
        ));
        assert!(!is_headline("Missing man found alive."));
    }
}
