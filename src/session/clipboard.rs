//! What is put on the clipboard.

use super::{Effect, Quoted, Session};
use crate::view::claims::detail;
use crate::view::compare::{SideText, sides};
use crate::view::quoting::{self, Copied};
use crate::view::{read, wording};

/// Puts something on the clipboard, and says so.
pub(super) fn copy(session: &mut Session, what: &Quoted) -> Vec<Effect> {
    let Some(copied) = copied(session, what) else {
        return Vec::new();
    };
    session.notice = Some(wording::copied(copied.what));
    vec![Effect::Copy(copied)]
}

fn copied(session: &Session, what: &Quoted) -> Option<Copied> {
    let review = session.review.as_ref()?;
    match what {
        Quoted::Passage(article, span) => quoting::passage(review, article, *span),
        Quoted::Claim(claim) => Some(quoting::claim(&detail(review, *claim)?)),
        Quoted::Comparison => {
            let comparing = &session.comparing;
            let (left, right) = (comparing.left.as_ref()?, comparing.right.as_ref()?);
            let text = |id| {
                Some(SideText {
                    article: &review.document(id)?.article,
                    findings: review.findings(id)?,
                })
            };
            let shown = sides(
                comparing.result.as_ref()?,
                text(left)?,
                text(right)?,
                &comparing.unfolded,
            );
            let heading = |id| {
                let (place, title) = (read::outlet_day(review, id), read::title(review, id));
                format!("{place} · {title}")
            };
            Some(quoting::comparison(
                &shown,
                [&heading(left), &heading(right)],
            ))
        }
    }
}
