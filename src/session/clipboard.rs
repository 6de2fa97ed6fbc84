//! What is put on the clipboard.

use super::{Effect, Notice, Quoted, Session};
use crate::view::claims::detail;
use crate::view::compare::sides;
use crate::view::quoting::{self, Copied};
use crate::view::{labels, wording};

/// Puts something on the clipboard, and says so.
pub(super) fn copy(session: &mut Session, what: &Quoted) -> Vec<Effect> {
    let Some(copied) = copied(session, what) else {
        return Vec::new();
    };
    session.notice = Some(Notice::passing(wording::copied(copied.what)));
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
            let shown = sides(comparing.result.as_ref()?, &comparing.unfolded);
            let heading = |id| labels::outlet_day_title(review, id);
            Some(quoting::comparison(
                &shown,
                [&heading(left), &heading(right)],
            ))
        }
    }
}
