//! Taking all items of an iterable.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use super::iterate::{CHUNK, Next, at_once, breathe, ended, iter, next};
use crate::objects::cx::Cx;
use crate::objects::exception::PyResult;
use crate::objects::function::Flow;
use crate::objects::interp::Interp;
use crate::objects::then::Then;
use crate::objects::value::Value;

enum Drained {
    End,
    /// A chunk is done; there may be more.
    Chunk,
    Flow(Flow),
}

/// Takes items until Python must run or a chunk is full.
fn drain(i: &mut dyn Interp, iterator: &Value, into: &mut Vec<Value>) -> PyResult<Drained> {
    for n in 0..CHUNK {
        match next(i, iterator)? {
            Next::Item(item) => into.push(item),
            Next::End => {
                i.charge(n as u64 / 8);
                return Ok(Drained::End);
            }
            Next::Flow(flow) => return Ok(Drained::Flow(flow)),
        }
    }
    i.reserve(into.len() * 16)?;
    Ok(Drained::Chunk)
}

/// All items of an iterable, in native async code.
pub async fn collect(cx: &Cx, iterable: &Value) -> PyResult<Vec<Value>> {
    if let Some(items) = cx.enter(|i| at_once(i, iterable))? {
        return Ok(items);
    }
    if let Value::Range(range) = iterable {
        cx.enter(|i| super::reserve(i, range.len().saturating_mul(16)))?;
    }
    let iterator = cx.run(|i| iter(i, iterable)).await?;
    collect_rest(cx, &iterator).await
}

/// All items of an iterable, as where CPython makes a list or a tuple of them: a program's class is asked how many there
/// are (`list_extend`).
pub async fn collect_sized(cx: &Cx, iterable: &Value) -> PyResult<Vec<Value>> {
    if !super::special::has_methods(iterable) {
        return collect(cx, iterable).await;
    }
    let iterator = cx.run(|i| iter(i, iterable)).await?;
    super::item::ask_length(cx, iterable).await?;
    collect_rest(cx, &iterator).await
}

/// What an iterator still has, in native async code.
pub async fn collect_rest(cx: &Cx, iterator: &Value) -> PyResult<Vec<Value>> {
    if matches!(iterator, Value::Generator(_)) {
        return super::taking::all_of(cx, iterator).await;
    }
    let mut items = Vec::new();
    loop {
        let mut drained = cx.enter(|i| drain(i, iterator, &mut items))?;
        if let Drained::Flow(flow) = drained {
            let collected =
                Rc::new(Collected { iterator: iterator.clone(), items: items.into(), left: Cell::default() });
            let collecting = Box::new(Collecting(collected.clone()));
            let called = cx.run(|i| flow.and_then(i, collecting)).await;
            items = collected.items.take();
            if ended(called)?.is_none() {
                return Ok(items);
            }
            drained = collected.left.take().unwrap_or(Drained::End);
        }
        match drained {
            Drained::End => return Ok(items),
            Drained::Chunk => breathe(cx, CHUNK / 8).await?,
            Drained::Flow(flow) => match ended(cx.finish(Ok(flow)).await)? {
                Some(item) => items.push(item),
                None => return Ok(items),
            },
        }
    }
}

/// The items of an iterator that calls Python functions for them (`map`), and where that has stopped.
struct Collected {
    iterator: Value,
    items: RefCell<Vec<Value>>,
    left: Cell<Option<Drained>>,
}

/// Takes the item that a call gives, and what follows until the next call.
struct Collecting(Rc<Collected>);

impl Then for Collecting {
    fn value(self: Box<Collecting>, i: &mut dyn Interp, item: Value) -> PyResult<Flow> {
        // A chunk takes what may run other code: nobody else looks at the items.
        let mut items = self.0.items.take();
        items.push(item);
        let drained = drain(i, &self.0.iterator, &mut items);
        self.0.items.replace(items);
        match drained? {
            Drained::Flow(flow) => flow.and_then(i, self),
            stopped => {
                self.0.left.set(Some(stopped));
                Ok(Value::None.into())
            }
        }
    }

    fn later(self: Box<Collecting>, _: &mut dyn Interp, flow: Flow) -> PyResult<Flow> {
        self.0.left.set(Some(Drained::Flow(flow)));
        Ok(Value::None.into())
    }
}
