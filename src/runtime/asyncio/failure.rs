//! How a future has failed, or is cancelled: what most futures never have.

use std::rc::Rc;

use super::exceptions::cancelled_error;
use super::futures::Future;
use crate::objects::Value;
use crate::objects::exception::{Exc, Traceback};
use crate::objects::gc_graph::Edge;

#[derive(Default)]
pub(super) struct Failure {
    pub exception: Option<Exc>,
    pub traceback: Option<Rc<Traceback>>,
    /// Unset: none was given.
    cancel_message: Value,
    /// The CancelledError that ended it, given out once.
    cancelled_exc: Option<Exc>,
}

impl Failure {
    pub fn edges(&self, visit: &mut dyn FnMut(Edge)) {
        visit(Edge::Value(&self.cancel_message));
        for Exc(exc) in [&self.exception, &self.cancelled_exc].into_iter().flatten() {
            visit(Edge::Object(exc));
        }
        self.traceback.iter().for_each(|traceback| visit(Edge::Traceback(traceback)));
    }
}

impl Future {
    /// `_make_cancelled_error`: the CancelledError that ended it, once; after that a new one.
    pub fn make_cancelled_error(&self) -> Exc {
        let ended_by = self.failure.change_made(|failure| failure.cancelled_exc.take());
        ended_by.flatten().unwrap_or_else(|| cancelled_error(&self.cancel_message()))
    }

    /// The CancelledError that ends it.
    pub fn ended_by(&self, exc: Exc) {
        self.failure.change(|failure| failure.cancelled_exc = Some(exc));
    }

    /// `_exception`
    pub fn exception(&self) -> Option<Exc> {
        self.failure.get().and_then(|failure| failure.exception.clone())
    }

    /// `_cancel_message`
    pub fn cancel_message(&self) -> Value {
        self.failure.get().and_then(|failure| failure.cancel_message.clone().some()).into()
    }

    pub fn set_cancel_message(&self, message: Value) {
        if message.is_none() {
            self.failure.change_made(|failure| failure.cancel_message = message);
        } else {
            self.failure.change(|failure| failure.cancel_message = message);
        }
    }
}
