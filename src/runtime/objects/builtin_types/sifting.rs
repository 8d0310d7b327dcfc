//! `filter`, and `filterfalse`, `takewhile` and `dropwhile` of itertools: an iterator's items as far as a function lets
//! them pass.

use std::cell::Cell;
use std::rc::Rc;

use crate::objects::args::Args;
use crate::objects::cx::Cx;
use crate::objects::exception::{PyResult, stop_iteration};
use crate::objects::function::Flow;
use crate::objects::gc_graph::{Visit, visit_all};
use crate::objects::interp::Interp;
use crate::objects::iter::{Advance, Iter, NativeIter, Pieces};
use crate::objects::ops::{self, Next, iterate, special::call_now};
use crate::objects::then::Then;
use crate::objects::types::types;
use crate::objects::value::Value;

/// Which items pass.
#[derive(Clone, Copy, PartialEq)]
pub enum Sieve {
    /// `filter`: those that are accepted.
    Accepted,
    /// `filterfalse`: those that are not.
    Rejected,
    /// `takewhile`: until one is not accepted.
    While,
    /// `dropwhile`: from the first that is not accepted on.
    From,
    /// Those behind the first of `dropwhile`.
    All,
    /// None: `takewhile` is over.
    Over,
}

struct Sift {
    function: Value,
    iterator: Value,
    /// There is no function to ask: an item's own truth decides.
    by_itself: bool,
    sieve: Cell<Sieve>,
}

/// The iterator.
pub struct Sifted(Rc<Sift>);

impl Sifted {
    pub fn new(function: Value, iterator: Value, sieve: Sieve) -> Sifted {
        let is_truth = function.is_none() || matches!(&function, Value::Type(c) if Rc::ptr_eq(c, &types().bool_));
        let by_itself = is_truth && matches!(sieve, Sieve::Accepted | Sieve::Rejected);
        Sifted(Rc::new(Sift { function, iterator, by_itself, sieve: Cell::new(sieve) }))
    }
}

impl NativeIter for Sifted {
    fn advance(&mut self, i: &mut dyn Interp, _: &Rc<Iter>) -> PyResult<Advance> {
        self.0.seek(i, None, None)
    }

    fn remembers_end(&self) -> bool {
        false
    }

    fn pieces(&self) -> Option<Pieces> {
        Some(Pieces::Of(vec![self.0.function.clone(), self.0.iterator.clone()]))
    }

    fn state(&self) -> Option<Value> {
        match self.0.sieve.get() {
            Sieve::Accepted | Sieve::Rejected => None,
            sieve => Some(Value::Int(matches!(sieve, Sieve::All | Sieve::Over).into())),
        }
    }

    fn set_state(&mut self, i: &mut dyn Interp, state: &Value) -> PyResult<()> {
        let done = ops::is_true(i, state)?;
        let sieve = match self.0.sieve.get() {
            Sieve::From | Sieve::All if done => Sieve::All,
            Sieve::From | Sieve::All => Sieve::From,
            _ if done => Sieve::Over,
            _ => Sieve::While,
        };
        self.0.sieve.set(sieve);
        Ok(())
    }

    fn forked(&self, copy: &mut dyn FnMut(&Value) -> Value) -> Option<Box<dyn NativeIter>> {
        let (function, iterator) = (copy(&self.0.function), copy(&self.0.iterator));
        let other = self.0.sieve.get() != Sieve::Accepted;
        other.then(|| Box::new(Sifted::new(function, iterator, self.0.sieve.get())) as Box<dyn NativeIter>)
    }

    fn edges(&self, visit: &mut Visit) {
        // A step that has not ended shares them.
        if Rc::strong_count(&self.0) == 1 {
            visit_all([&self.0.function, &self.0.iterator], visit);
        }
    }
}

/// So many items are judged before others have their turn.
const AT_ONCE: usize = 1000;

impl Sift {
    /// The item, if it passes by this answer.
    fn judge(&self, accepted: &Value, item: Value) -> Option<Value> {
        match (self.sieve.get(), matches!(accepted, Value::Bool(true))) {
            (Sieve::Accepted | Sieve::While, true) | (Sieve::Rejected, false) => return Some(item),
            (Sieve::From, false) => {
                self.sieve.set(Sieve::All);
                return Some(item);
            }
            (Sieve::While, false) => self.sieve.set(Sieve::Over),
            _ => {}
        }
        None
    }

    /// What the function answers of an item.
    fn ask(&self, i: &mut dyn Interp, item: &Value) -> PyResult<Flow> {
        match self.by_itself {
            true => Ok(Flow::Done(item.clone())),
            false => call_now(i, &self.function, Args::one(item.clone())),
        }
    }

    /// The next item that passes, beginning with `given`. `sifting`: what is used again to take an item or an answer.
    fn seek(
        self: &Rc<Sift>,
        i: &mut dyn Interp,
        sifting: Option<Box<Sifting>>,
        mut given: Option<Value>,
    ) -> PyResult<Advance> {
        for _ in 0..AT_ONCE {
            let sieve = self.sieve.get();
            if sieve == Sieve::Over {
                return Ok(Advance::End);
            }
            let next = match given.take() {
                Some(item) => Next::Item(item),
                None => ops::next(i, &self.iterator)?,
            };
            let item = match next {
                Next::Item(item) => item,
                Next::End => return Ok(Advance::End),
                Next::Flow(flow) if sieve == Sieve::All => return Ok(Advance::Flow(flow)),
                Next::Flow(flow) => {
                    return flow.and_then(i, self.sifting(sifting, Value::Unset)).map(Advance::Flow);
                }
            };
            if sieve == Sieve::All {
                return Ok(Advance::Item(item));
            }
            let flow = match self.ask(i, &item)? {
                Flow::Done(answer) => match ops::truth_of(i, answer)? {
                    Flow::Done(accepted) => match self.judge(&accepted, item) {
                        Some(item) => return Ok(Advance::Item(item)),
                        None => continue,
                    },
                    flow => {
                        let sifting = self.sifting(sifting, item);
                        flow.then(i, move |i, accepted| sifting.judged(i, &accepted))
                    }
                },
                flow => flow.and_then(i, self.sifting(sifting, item)),
            };
            return flow.map(Advance::Flow);
        }
        Ok(Advance::Frame(Box::pin(self.clone().seek_in_frame(i.cx(), None))))
    }

    fn sifting(self: &Rc<Sift>, used: Option<Box<Sifting>>, item: Value) -> Box<Sifting> {
        match used {
            Some(mut used) => {
                used.item = item;
                used
            }
            None => Box::new(Sifting { item, sift: self.clone() }),
        }
    }

    /// The next item that passes, beginning with `item`.
    async fn seek_in_frame(self: Rc<Sift>, cx: Cx, mut item: Option<Value>) -> PyResult {
        let mut n = 0;
        loop {
            if self.sieve.get() == Sieve::Over {
                return Err(stop_iteration(Value::None));
            }
            let candidate = match item.take() {
                Some(item) => item,
                None => iterate::next_or_stop(&cx, &self.iterator).await?,
            };
            if self.sieve.get() == Sieve::All {
                return Ok(candidate);
            }
            let answer = cx.run(|i| self.ask(i, &candidate)).await?;
            let accepted = cx.run(|i| ops::truth_of(i, answer)).await?;
            if let Some(item) = self.judge(&accepted, candidate) {
                return Ok(item);
            }
            n += 1;
            if n % AT_ONCE == 0 {
                ops::breathe(&cx, AT_ONCE).await?;
            }
        }
    }
}

/// Takes the answer that the function gives of an item, or the next item.
struct Sifting {
    /// Unset: it is to come.
    item: Value,
    sift: Rc<Sift>,
}

impl Sifting {
    /// The item, if it passes, else the next.
    fn judged(mut self: Box<Sifting>, i: &mut dyn Interp, accepted: &Value) -> PyResult<Flow> {
        if let Some(item) = self.sift.judge(accepted, self.item.take()) {
            return Ok(item.into());
        }
        self.goes_on(i, None)
    }

    fn goes_on(self: Box<Sifting>, i: &mut dyn Interp, item: Option<Value>) -> PyResult<Flow> {
        let sift = self.sift.clone();
        Ok(match sift.seek(i, Some(self), item)? {
            Advance::Item(item) => item.into(),
            Advance::End => return Err(stop_iteration(Value::None)),
            Advance::Frame(future) => Flow::Frame(future),
            Advance::Flow(flow) => flow,
        })
    }
}

impl Then for Sifting {
    fn value(self: Box<Sifting>, i: &mut dyn Interp, answer: Value) -> PyResult<Flow> {
        if self.item.is_unset() {
            return self.goes_on(i, Some(answer));
        }
        match ops::truth_of(i, answer)? {
            Flow::Done(accepted) => self.judged(i, &accepted),
            flow => flow.then(i, move |i, accepted| self.judged(i, &accepted)),
        }
    }

    fn later(self: Box<Sifting>, i: &mut dyn Interp, flow: Flow) -> PyResult<Flow> {
        let cx = i.cx();
        Ok(Flow::frame(async move {
            let answer = cx.finish(Ok(flow)).await?;
            if self.item.is_unset() {
                return self.sift.seek_in_frame(cx, Some(answer)).await;
            }
            let accepted = cx.run(|i| ops::truth_of(i, answer)).await?;
            match self.sift.judge(&accepted, self.item) {
                Some(item) => Ok(item),
                None => self.sift.seek_in_frame(cx, None).await,
            }
        }))
    }
}
