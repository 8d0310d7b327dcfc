//! `min` and `max` by a key: each call of it begins where the one before has returned.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use super::iteration::{CHUNK, breathe, truth};
use super::order::none;
use crate::objects::args::Args;
use crate::objects::cx::Cx;
use crate::objects::exception::PyResult;
use crate::objects::function::Flow;
use crate::objects::interp::Interp;
use crate::objects::ops::{self, CompareOp, Next};
use crate::objects::then::Then;
use crate::objects::value::Value;

/// How far the items have been looked at.
struct Ranked {
    iterator: Value,
    key: Value,
    op: CompareOp,
    /// The best item and its key.
    best: RefCell<Option<(Value, Value)>>,
    /// The item whose key is asked for.
    item: RefCell<Value>,
    seen: Cell<u64>,
    stopped: Cell<Stopped>,
}

/// Why that has stopped.
#[derive(Default)]
enum Stopped {
    #[default]
    End,
    /// Others are to have their turn.
    Pause,
    /// The next item is what this comes to.
    Item(Flow),
    /// The item's key is what this comes to.
    Key(Flow),
    /// Whether this key is better than the best one is what this comes to.
    Better(Flow, Value),
}

impl Ranked {
    fn set_best(&self, key: Value) {
        self.best.replace(Some((self.item.take(), key)));
    }

    /// Compares the item's key, if that takes no Python.
    fn rank(&self, i: &mut dyn Interp, key: Value) -> PyResult<Option<Stopped>> {
        let top = self.best.borrow().as_ref().map(|(_, top)| top.clone());
        match top {
            None => self.set_best(key),
            Some(top) => match ops::compare(i, self.op, &key, &top)? {
                Flow::Done(Value::Bool(true)) => self.set_best(key),
                Flow::Done(Value::Bool(false)) => drop(self.item.take()),
                flow => return Ok(Some(Stopped::Better(flow, key))),
            },
        }
        Ok(None)
    }

    fn ask(&self, i: &mut dyn Interp, item: Value) -> PyResult<Flow> {
        self.item.replace(item.clone());
        ops::call_now(i, &self.key, Args::one(item))
    }
}

/// Takes the keys that calls give.
struct Ranking(Rc<Ranked>);

impl Ranking {
    fn stop(&self, stopped: Stopped) -> PyResult<Flow> {
        self.0.stopped.set(stopped);
        Ok(Value::None.into())
    }

    /// Goes on until a Python function is called.
    fn go_on(self: Box<Ranking>, i: &mut dyn Interp) -> PyResult<Flow> {
        loop {
            let seen = self.0.seen.get() + 1;
            self.0.seen.set(seen);
            if seen.is_multiple_of(CHUNK) {
                return self.stop(Stopped::Pause);
            }
            let item = match ops::next(i, &self.0.iterator)? {
                Next::Item(item) => item,
                Next::End => return self.stop(Stopped::End),
                Next::Flow(flow) => return self.stop(Stopped::Item(flow)),
            };
            match self.0.ask(i, item)? {
                Flow::Done(key) => {
                    if let Some(stopped) = self.0.rank(i, key)? {
                        return self.stop(stopped);
                    }
                }
                flow => return flow.and_then(i, self),
            }
        }
    }
}

impl Then for Ranking {
    fn value(self: Box<Ranking>, i: &mut dyn Interp, key: Value) -> PyResult<Flow> {
        match self.0.rank(i, key)? {
            Some(stopped) => self.stop(stopped),
            None => self.go_on(i),
        }
    }

    fn later(self: Box<Ranking>, _: &mut dyn Interp, flow: Flow) -> PyResult<Flow> {
        self.stop(Stopped::Key(flow))
    }
}

/// The first of the best items of `source` by `key`.
pub(super) async fn extreme(cx: Cx, source: Value, key: Value, default: Value, name: &str, op: CompareOp) -> PyResult {
    let iterator = cx.run(|i| ops::iter(i, &source)).await?;
    drop(source);
    let (seen, stopped) = (Cell::default(), Cell::default());
    let ranked =
        Rc::new(Ranked { iterator, key, op, best: RefCell::default(), item: RefCell::default(), seen, stopped });
    loop {
        let ranking = Box::new(Ranking(ranked.clone()));
        cx.run(|i| ranking.go_on(i)).await?;
        let mut stopped = ranked.stopped.take();
        if let Stopped::Item(flow) = stopped {
            let Some(item) = ops::ended(cx.finish(Ok(flow)).await)? else { break };
            stopped = Stopped::Key(cx.enter(|i| ranked.ask(i, item))?);
        }
        if let Stopped::Key(flow) = stopped {
            let key = cx.finish(Ok(flow)).await?;
            stopped = match cx.enter(|i| ranked.rank(i, key))? {
                Some(stopped) => stopped,
                None => continue,
            };
        }
        match stopped {
            Stopped::Better(flow, key) => {
                let answer = cx.finish(Ok(flow)).await?;
                match truth(&cx, &answer).await? {
                    true => ranked.set_best(key),
                    false => drop(ranked.item.take()),
                }
            }
            Stopped::Pause => breathe(&cx).await?,
            _ => break,
        }
    }
    match ranked.best.take() {
        Some((item, _)) => Ok(item),
        None => none(name, default),
    }
}
