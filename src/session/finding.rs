//! The search's thread: it owns the index, and answers the last question first.

use std::sync::Arc;
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};

use super::finder::keep_kind;
use super::{Finder, Narrow, Report};
use crate::corpus::Document;
use crate::model::{Analysis, MentionKind, Span};

/// How many orders may wait: a reader who types fast asks more often than is answered.
const ORDERS_MAX: usize = 64;

/// What the search's thread is asked.
#[derive(Debug)]
pub(super) enum FindOrder {
    /// Build the index anew.
    Index(Vec<Document>),
    /// Answer a question.
    Find {
        serial: u64,
        query: String,
        allowed: Vec<bool>,
        kind: Option<(MentionKind, Arc<Analysis>)>,
    },
}

/// The search's thread of one window; it ends with this.
#[derive(Debug)]
pub(super) struct Finding {
    orders: SyncSender<FindOrder>,
}

impl Finding {
    /// Starts the thread; `tell` is called on it.
    pub(super) fn start(tell: impl Fn(Report) + Send + 'static) -> std::io::Result<Self> {
        let (orders, receiver) = sync_channel(ORDERS_MAX);
        std::thread::Builder::new()
            .name("find".to_owned())
            .spawn(move || serve(&receiver, &tell))?;
        Ok(Self { orders })
    }

    /// Gives an order. When too many wait, it is dropped: the next key asks again.
    pub(super) fn order(&self, order: FindOrder) {
        drop(self.orders.try_send(order));
    }
}

fn serve(orders: &Receiver<FindOrder>, tell: &impl Fn(Report)) {
    let mut finder: Option<Finder> = None;
    while let Ok(first) = orders.recv() {
        // Of all that waits only the last index and the last question matter.
        let (mut index, mut question) = (None, None);
        for order in std::iter::once(first).chain(orders.try_iter()) {
            match order {
                FindOrder::Index(documents) => index = Some(documents),
                FindOrder::Find {
                    serial,
                    query,
                    allowed,
                    kind,
                } => question = Some((serial, query, allowed, kind)),
            }
        }
        if let Some(documents) = index {
            finder = Finder::new(&documents).ok();
        }
        if let Some((serial, query, allowed, kind)) = question {
            let is_allowed = |at: usize| allowed.get(at).copied().unwrap_or(false);
            let by_kind = kind.map(|(kind, analysis)| {
                move |at: usize, hits: &mut Vec<Span>| match analysis.articles.get(at) {
                    Some(findings) => keep_kind(hits, findings, kind),
                    None => hits.clear(),
                }
            });
            let narrow = by_kind.as_ref().map(|by| by as Narrow<'_>);
            let found = finder
                .as_ref()
                .and_then(|finder| finder.find(&query, is_allowed, narrow).ok())
                .unwrap_or_default();
            tell(Report::Found { serial, found });
        }
    }
}
