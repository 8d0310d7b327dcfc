//! What native functions do with all items of an iterable where these come of a generator of the program, the usual
//! argument of `sum`, `any`, `list` and `join`, or of its functions (`map`): they take them as they come ([`Taker`]).

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use super::iterate::{CHUNK, Next, breathe, ended, is_long, next};
use super::next_item;
use crate::objects::cx::{Cx, Taker};
use crate::objects::exception::{Exc, PyResult};
use crate::objects::function::Flow;
use crate::objects::generator::{GeneratorKind, Resume, Step};
use crate::objects::interp::Interp;
use crate::objects::iter::IterKind;
use crate::objects::then::Then;
use crate::objects::types::types;
use crate::objects::value::Value;

/// The next item that `taker` does not take, in native async code; `None` at the end. Others have their turn now and then,
/// also where it takes none.
pub async fn next_not_taken<T: Taker + 'static>(cx: &Cx, iterator: &Value, taker: &Rc<T>) -> PyResult<Option<Value>> {
    not_taken(cx, iterator, taker.clone()).await
}

async fn not_taken(cx: &Cx, iterator: &Value, taker: Rc<dyn Taker>) -> PyResult<Option<Value>> {
    match iterator {
        Value::Generator(generator) if generator.kind == GeneratorKind::Generator => {
            match cx.take(generator, taker).await {
                Step::Yield(item) => Ok(Some(item)),
                Step::Return(_) => Ok(None),
                Step::Raise(exc) => Err(exc),
            }
        }
        // What runs no Python.
        Value::Iter(iter) if !matches!(iter.kind, IterKind::Native(_)) => {
            for taken in 0..CHUNK {
                let Some(item) = iter.step()? else {
                    cx.enter(|i| i.charge(taken as u64 / 4));
                    return Ok(None);
                };
                if let Some(item) = taker.take(item) {
                    return given_back(cx, item).await;
                }
            }
            super::breathe(cx, CHUNK / 4).await?;
            next_item(cx, iterator).await
        }
        iterator => {
            let stopped = cx.enter(|i| take(i, iterator, &*taker))?;
            go_on(cx, iterator, taker, stopped).await
        }
    }
}

/// What `then` comes to with the item that `taker` gives back, or at the end of the iterator: taken without a frame where
/// no native frame has to give the items.
pub fn take_all(
    i: &mut dyn Interp,
    iterator: Value,
    taker: Rc<dyn Taker>,
    then: impl FnOnce(&mut dyn Interp, Option<Value>) -> PyResult<Flow> + 'static,
) -> PyResult<Flow> {
    Box::new(Draining { iterator, taker, then: Box::new(then) }).go_on(i)
}

struct Draining {
    iterator: Value,
    taker: Rc<dyn Taker>,
    /// Not of a type of its own for each taker, so that this exists once.
    then: Box<dyn FnOnce(&mut dyn Interp, Option<Value>) -> PyResult<Flow>>,
}

impl Draining {
    fn go_on(self: Box<Self>, i: &mut dyn Interp) -> PyResult<Flow> {
        if let Value::Generator(generator) = &self.iterator
            && generator.kind == GeneratorKind::Generator
        {
            return Flow::resume(generator.clone(), Resume::Send(Value::None)).and_then(i, self);
        }
        match take(i, &self.iterator, &*self.taker)? {
            Stopped::End => (self.then)(i, None),
            Stopped::Item(item) => (self.then)(i, Some(item)),
            Stopped::Flow(flow) => flow.and_then(i, self),
            Stopped::Chunk => {
                let cx = i.cx();
                Ok(Flow::frame(async move {
                    let rest = go_on(&cx, &self.iterator, self.taker.clone(), Stopped::Chunk).await?;
                    cx.run(|i| (self.then)(i, rest)).await
                }))
            }
        }
    }
}

impl Then for Draining {
    fn value(self: Box<Self>, i: &mut dyn Interp, item: Value) -> PyResult<Flow> {
        match self.taker.take(item) {
            None => self.go_on(i),
            Some(item) => (self.then)(i, Some(item)),
        }
    }

    fn ended(self: Box<Self>, i: &mut dyn Interp, _: Value) -> PyResult<Flow> {
        (self.then)(i, None)
    }

    fn failed(self: Box<Self>, i: &mut dyn Interp, exc: Exc) -> PyResult<Flow> {
        match exc.is_a(&types().stop_iteration) {
            true => (self.then)(i, None),
            false => Err(exc),
        }
    }

    fn taker(&self) -> Option<&dyn Taker> {
        Some(&*self.taker)
    }

    fn later(self: Box<Self>, i: &mut dyn Interp, flow: Flow) -> PyResult<Flow> {
        let cx = i.cx();
        Ok(Flow::frame(async move {
            let rest = match ended(cx.finish(Ok(flow)).await)? {
                None => None,
                Some(item) => match self.taker.take(item) {
                    None => not_taken(&cx, &self.iterator, self.taker.clone()).await?,
                    given_back => given_back,
                },
            };
            cx.run(|i| (self.then)(i, rest)).await
        }))
    }
}

/// Where taking items has stopped.
pub(super) enum Stopped {
    End,
    /// A chunk is done; there may be more.
    Chunk,
    /// This item has been given back.
    Item(Value),
    /// The next item is what this comes to.
    Flow(Flow),
}

/// Takes items until Python must run, one is given back, or a chunk is full.
pub(super) fn take(i: &mut dyn Interp, iterator: &Value, taker: &dyn Taker) -> PyResult<Stopped> {
    for taken in 0..CHUNK {
        let stopped = match next(i, iterator)? {
            Next::Item(item) => match taker.take(item) {
                None => continue,
                Some(item) => Stopped::Item(item),
            },
            Next::End => Stopped::End,
            Next::Flow(flow) => return Ok(Stopped::Flow(flow)),
        };
        i.charge(taken as u64 / 8);
        return Ok(stopped);
    }
    i.reserve(taker.held() * 16)?;
    Ok(Stopped::Chunk)
}

/// As [`next_not_taken`], of an iterator that may call functions of the program's for its items, from where taking them
/// has stopped.
pub(super) async fn go_on(
    cx: &Cx,
    iterator: &Value,
    taker: Rc<dyn Taker>,
    mut stopped: Stopped,
) -> PyResult<Option<Value>> {
    loop {
        if let Stopped::Flow(flow) = stopped {
            let calls = Rc::new(Calls { iterator: iterator.clone(), taker: taker.clone(), stopped: Cell::default() });
            let called = cx.run(|i| flow.and_then(i, Box::new(TakingOn(calls.clone())))).await;
            if ended(called)?.is_none() {
                return Ok(None);
            }
            stopped = calls.stopped.take().unwrap_or(Stopped::End);
        }
        let item = match stopped {
            Stopped::End => return Ok(None),
            Stopped::Item(item) => return given_back(cx, item).await,
            Stopped::Chunk => {
                breathe(cx, CHUNK / 8).await?;
                None
            }
            Stopped::Flow(flow) => match ended(cx.finish(Ok(flow)).await)? {
                Some(item) => taker.take(item),
                None => return Ok(None),
            },
        };
        if let Some(item) = item {
            return given_back(cx, item).await;
        }
        stopped = cx.enter(|i| take(i, iterator, &*taker))?;
    }
}

async fn given_back(cx: &Cx, item: Value) -> PyResult<Option<Value>> {
    if is_long() {
        breathe(cx, CHUNK).await?;
    }
    Ok(Some(item))
}

/// The items of an iterator that calls Python functions for them, and where taking them has stopped.
struct Calls {
    iterator: Value,
    taker: Rc<dyn Taker>,
    stopped: Cell<Option<Stopped>>,
}

/// Takes the item that a call gives, and what follows until the next call.
struct TakingOn(Rc<Calls>);

impl Then for TakingOn {
    fn value(self: Box<TakingOn>, i: &mut dyn Interp, item: Value) -> PyResult<Flow> {
        let stopped = match self.0.taker.take(item) {
            Some(item) => Stopped::Item(item),
            None => take(i, &self.0.iterator, &*self.0.taker)?,
        };
        match stopped {
            Stopped::Flow(flow) => flow.and_then(i, self),
            stopped => {
                self.0.stopped.set(Some(stopped));
                Ok(Value::None.into())
            }
        }
    }

    fn later(self: Box<TakingOn>, _: &mut dyn Interp, flow: Flow) -> PyResult<Flow> {
        self.0.stopped.set(Some(Stopped::Flow(flow)));
        Ok(Value::None.into())
    }
}

/// All items that come.
#[derive(Default)]
pub(super) struct Items(pub RefCell<Vec<Value>>);

impl Taker for Items {
    fn take(&self, item: Value) -> Option<Value> {
        self.0.borrow_mut().push(item);
        None
    }

    fn held(&self) -> usize {
        self.0.borrow().len()
    }
}
