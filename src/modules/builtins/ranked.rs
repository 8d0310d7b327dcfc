//! `min` and `max` by a key, or of what the program compares: each call begins where the one before has returned.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use super::order::none;
use crate::objects::args::Args;
use crate::objects::cx::Cx;
use crate::objects::exception::PyResult;
use crate::objects::function::Flow;
use crate::objects::interp::Interp;
use crate::objects::ops::{self, Asked, CompareOp, Next};
use crate::objects::then::Then;
use crate::objects::value::Value;

/// How many items are looked at before others get their turn.
const CHUNK: usize = 10_000;

/// How far the items have been looked at.
struct Ranked {
    iterator: Value,
    key: Value,
    op: CompareOp,
    /// The best item and its key.
    best: RefCell<Option<(Value, Value)>>,
    /// The item whose key is asked for.
    item: RefCell<Value>,
    /// The key that is being compared.
    compared: RefCell<Value>,
    seen: Cell<usize>,
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
    /// Whether the key that is compared is better than the best one is what this comes to.
    Better(Flow),
}

impl Ranked {
    fn set_best(&self, key: Value) {
        self.best.replace(Some((self.item.take(), key)));
    }

    /// Compares the item's key; the flow asks whether it is better, which is then for [`Ranked::judge`].
    fn rank(&self, i: &mut dyn Interp, key: Value) -> PyResult<Option<Flow>> {
        let top = self.best.borrow().as_ref().map(|(_, top)| top.clone());
        let Some(top) = top else {
            self.set_best(key);
            return Ok(None);
        };
        let asked = ops::ask(i, self.op, &key, &top)?;
        self.compared.replace(key);
        Ok(self.take(asked))
    }

    /// Takes an answer; what is still to be asked comes back.
    fn take(&self, asked: Asked<bool>) -> Option<Flow> {
        let better = match asked {
            Asked::Known(better) => better,
            Asked::Flow(flow) => return Some(flow),
        };
        let key = self.compared.take();
        match better {
            true => self.set_best(key),
            false => drop(self.item.take()),
        }
        None
    }

    /// Whether a key is being compared.
    fn compares(&self) -> bool {
        !self.compared.borrow().is_unset()
    }

    /// Takes the answer to whether the key that is compared is better; what must be asked for its truth comes back.
    fn judge(&self, i: &mut dyn Interp, answer: Value) -> PyResult<Option<Flow>> {
        let key = self.compared.borrow().clone();
        let top = self.best.borrow().as_ref().map(|(_, top)| top.clone()).unwrap_or_default();
        let asked = ops::judge(i, self.op, answer, &key, &top)?;
        Ok(self.take(asked))
    }

    fn ask(&self, i: &mut dyn Interp, item: Value) -> PyResult<Flow> {
        self.item.replace(item.clone());
        if self.key.is_none() {
            return Ok(item.into());
        }
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
                    if let Some(flow) = self.0.rank(i, key)? {
                        return flow.and_then(i, self);
                    }
                }
                flow => return flow.and_then(i, self),
            }
        }
    }
}

impl Then for Ranking {
    fn value(self: Box<Ranking>, i: &mut dyn Interp, value: Value) -> PyResult<Flow> {
        let asked = match self.0.compares() {
            true => self.0.judge(i, value)?,
            false => self.0.rank(i, value)?,
        };
        match asked {
            Some(flow) => flow.and_then(i, self),
            None => self.go_on(i),
        }
    }

    fn later(self: Box<Ranking>, _: &mut dyn Interp, flow: Flow) -> PyResult<Flow> {
        let compares = self.0.compares();
        self.stop(if compares { Stopped::Better(flow) } else { Stopped::Key(flow) })
    }
}

/// The first of the best items of `source` by `key`.
pub(super) async fn extreme(cx: Cx, source: Value, key: Value, default: Value, name: &str, op: CompareOp) -> PyResult {
    let iterator = cx.run(|i| ops::iter(i, &source)).await?;
    drop(source);
    let (seen, stopped) = (Cell::default(), Cell::default());
    let ranked = Rc::new(Ranked {
        iterator,
        key,
        op,
        best: RefCell::default(),
        item: RefCell::default(),
        compared: RefCell::default(),
        seen,
        stopped,
    });
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
                Some(flow) => Stopped::Better(flow),
                None => continue,
            };
        }
        match stopped {
            Stopped::Better(mut flow) => loop {
                let answer = cx.finish(Ok(flow)).await?;
                match cx.enter(|i| ranked.judge(i, answer))? {
                    Some(asked) => flow = asked,
                    None => break,
                }
            },
            Stopped::Pause => ops::breathe(&cx, CHUNK).await?,
            _ => break,
        }
    }
    match ranked.best.take() {
        Some((item, _)) => Ok(item),
        None => none(name, default),
    }
}
