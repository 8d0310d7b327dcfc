//! Iteration: `iter`, `next`, `len`, `any`, `all`, `aiter`, `anext`.

use std::cell::RefCell;
use std::rc::Rc;

use super::Code::{self, Flow as F};
use crate::objects::anext_default::not_awaitable;
use crate::objects::args::Args;
use crate::objects::attribute::{call_special, lookup_special};
use crate::objects::cx::{Cx, Taker};
use crate::objects::exception::{Exc, PyResult, stop_iteration, type_error};
use crate::objects::frame::{AnyFrame, NativeFrame};
use crate::objects::function::Flow;
use crate::objects::gc_graph::{Visit, visit_all};
use crate::objects::generator::{Generator, GeneratorKind};
use crate::objects::interp::Interp;
use crate::objects::iter::{Advance, Iter, IterKind, NativeIter, Pieces};
use crate::objects::naming::Naming;
use crate::objects::ops::{self, Next, Truth};
use crate::objects::symbol::known;
use crate::objects::then::{Then, in_frame};
use crate::objects::types::{type_name, types};
use crate::objects::value::Value;

pub(super) const FUNCTIONS: &[(&str, Code)] = &[
    ("iter", F(iter)),
    ("next", super::Code::Quick(quick_next, next)),
    ("len", super::Code::Quick(quick_len, len)),
    ("any", F(any)),
    ("all", F(all)),
    ("aiter", F(aiter)),
    ("anext", F(anext)),
];

/// `len` of a list, a str, a tuple or a dict.
fn quick_len(_: &mut dyn Interp, args: &mut [Value]) -> Option<Value> {
    Some(Value::from(match args {
        [Value::List(list)] => list.items.borrow().len(),
        [Value::Str(string)] => string.data.len(),
        [Value::Tuple(tuple)] => tuple.items.len(),
        [Value::Dict(dict)] => dict.len(),
        _ => return None,
    }))
}

fn len(i: &mut dyn Interp, args: Args) -> PyResult<Flow> {
    let [value] = args.exactly("len")?;
    ops::len(i, &value)
}

/// `iter(callable, sentinel)`
struct CallIterator {
    callable: Value,
    sentinel: Value,
}

impl NativeIter for CallIterator {
    fn advance(&mut self, interp: &mut dyn Interp, this: &Rc<Iter>) -> PyResult<Advance> {
        let (sentinel, this, cx) = (self.sentinel.clone(), this.clone(), interp.cx());
        let flow = match ops::call_now(interp, &self.callable, Args::none()) {
            Ok(Flow::Done(item)) if item.is(&sentinel) => return Ok(Advance::End),
            Ok(Flow::Done(item)) => match ops::compare(interp, ops::CompareOp::Eq, &item, &sentinel)? {
                Flow::Done(Value::Bool(true)) => return Ok(Advance::End),
                Flow::Done(Value::Bool(false)) => return Ok(Advance::Item(item)),
                equal => return Ok(Advance::Frame(Box::pin(item_unless(cx, this, item, equal)))),
            },
            Err(e) if e.is_a(&types().stop_iteration) => return Ok(Advance::End),
            flow => flow?,
        };
        Ok(Advance::Frame(Box::pin(async move {
            let item = match cx.finish(Ok(flow)).await {
                Err(e) if e.is_a(&types().stop_iteration) => return Err(end(&this)),
                result => result?,
            };
            // The callable may have gone through this iterator to its end itself.
            if this.exhausted.get() || item.is(&sentinel) {
                return Err(end(&this));
            }
            let equal = cx.enter(|i| ops::compare(i, ops::CompareOp::Eq, &item, &sentinel))?;
            item_unless(cx, this, item, equal).await
        })))
    }

    fn pieces(&self) -> Option<Pieces> {
        Some(Pieces::Call(self.callable.clone(), self.sentinel.clone()))
    }

    fn edges(&self, visit: &mut Visit) {
        visit_all([&self.callable, &self.sentinel], visit);
    }
}

/// The item, unless what this comes to says that it is the sentinel.
async fn item_unless(cx: Cx, this: Rc<Iter>, item: Value, equal: Flow) -> PyResult {
    let answer = cx.finish(Ok(equal)).await?;
    if truth(&cx, &answer).await? { Err(end(&this)) } else { Ok(item) }
}

fn end(iterator: &Iter) -> Exc {
    iterator.exhausted.set(true);
    stop_iteration(Value::None)
}

fn iter(i: &mut dyn Interp, args: Args) -> PyResult<Flow> {
    let [value, sentinel] = args.between("iter", 1)?;
    if sentinel.is_unset() {
        return ops::iter(i, &value);
    }
    if !crate::objects::function::is_callable(&value) {
        return Err(type_error("iter(v, w): v must be callable"));
    }
    let iterator = CallIterator { callable: value, sentinel };
    let kind = IterKind::Native(RefCell::new(Box::new(iterator)));
    Ok(Flow::Done(Iter::new(types().callable_iterator.clone(), kind)))
}

/// `next` of a list's iterator and its like. One that has come to its end says so once more.
fn quick_next(_: &mut dyn Interp, args: &mut [Value]) -> Option<Value> {
    let ([Value::Iter(iterator)] | [Value::Iter(iterator), _]) = &*args else { return None };
    match iterator.kind {
        IterKind::Native(_) => None,
        _ => iterator.step().ok()?.or_else(|| args.get(1).cloned()),
    }
}

fn next(i: &mut dyn Interp, args: Args) -> PyResult<Flow> {
    let [iterator, default] = args.between("next", 1)?;
    match ops::next(i, &iterator)? {
        Next::Item(item) => Ok(Flow::Done(item)),
        Next::End if default.is_unset() => Err(ops::stopped(&iterator)),
        Next::End => Ok(Flow::Done(default)),
        Next::Flow(flow) if default.is_unset() => Ok(flow),
        Next::Flow(Flow::Resume(mut resuming)) if resuming.then.is_none() => {
            resuming.default = Some(Box::new(default));
            Ok(Flow::Resume(resuming))
        }
        Next::Flow(flow) => flow.and_then(i, Box::new(OrDefault(default))),
    }
}

/// What an iterator's `__next__` gives, or this where it has come to its end.
struct OrDefault(Value);

impl Then for OrDefault {
    fn value(self: Box<OrDefault>, _: &mut dyn Interp, item: Value) -> PyResult<Flow> {
        Ok(item.into())
    }

    fn failed(self: Box<OrDefault>, _: &mut dyn Interp, exc: Exc) -> PyResult<Flow> {
        if exc.is_a(&types().stop_iteration) { Ok(self.0.into()) } else { Err(exc) }
    }

    fn later(self: Box<OrDefault>, i: &mut dyn Interp, flow: Flow) -> PyResult<Flow> {
        Ok(in_frame(i, flow, self))
    }
}

/// `bool(value)` in native async code.
pub(super) async fn truth(cx: &Cx, value: &Value) -> PyResult<bool> {
    match cx.enter(|i| ops::truth(i, value))? {
        Truth::Known(b) => Ok(b),
        Truth::Flow(flow) => {
            let result = cx.finish(Ok(flow)).await?;
            cx.enter(|i| ops::judge_truth(i, &result, value))
        }
    }
}

/// Takes what plainly has this truth.
struct Unwanted(bool);

impl Taker for Unwanted {
    fn take(&self, item: Value) -> Option<Value> {
        (ops::plain_truth(&item) != Some(self.0)).then_some(item)
    }
}

/// `wanted` if some item's truth is that, else the opposite.
fn search(i: &mut dyn Interp, iterable: Value, wanted: bool) -> PyResult<Flow> {
    let mut plain = |items: &[Value]| {
        i.charge(items.len() as u64 / 8);
        items.iter().position(|item| ops::plain_truth(item) != Some(!wanted)).map(|at| ops::plain_truth(&items[at]))
    };
    let found = match &iterable {
        Value::List(list) => Some(plain(&list.items.borrow())),
        Value::Tuple(tuple) => Some(plain(&tuple.items)),
        _ => None,
    };
    match found {
        Some(None) => return Ok(Value::Bool(!wanted).into()),
        Some(Some(Some(_))) => return Ok(Value::Bool(wanted).into()),
        _ => {}
    }
    ops::iter(i, &iterable)?.then(i, move |i, iterator| {
        drop(iterable);
        let unwanted = Rc::new(Unwanted(!wanted));
        ops::take_all(i, iterator.clone(), unwanted.clone(), move |i, next| match next {
            None => Ok(Value::Bool(!wanted).into()),
            Some(item) if ops::plain_truth(&item) == Some(wanted) => Ok(Value::Bool(wanted).into()),
            Some(item) => Ok(Flow::frame(search_on(i.cx(), iterator, item, unwanted))),
        })
    })
}

/// As [`search`], of `next` and what follows, whose truth must be asked.
async fn search_on(cx: Cx, iterator: Value, mut next: Value, unwanted: Rc<Unwanted>) -> PyResult {
    let wanted = !unwanted.0;
    loop {
        if truth(&cx, &next).await? == wanted {
            return Ok(Value::Bool(wanted));
        }
        next = match ops::next_not_taken(&cx, &iterator, &unwanted).await? {
            Some(item) => item,
            None => return Ok(Value::Bool(!wanted)),
        };
    }
}

fn any(i: &mut dyn Interp, args: Args) -> PyResult<Flow> {
    let [iterable] = args.exactly("any")?;
    search(i, iterable, true)
}

fn all(i: &mut dyn Interp, args: Args) -> PyResult<Flow> {
    let [iterable] = args.exactly("all")?;
    search(i, iterable, false)
}

fn aiter(i: &mut dyn Interp, args: Args) -> PyResult<Flow> {
    let [value] = args.exactly("aiter")?;
    let Some(flow) = call_special(i, &value, known::AITER, Args::none())? else {
        return Err(type_error(format!("'{}' object is not an async iterable", type_name(&value))));
    };
    let cx = i.cx();
    Ok(Flow::frame(async move {
        let iterator = cx.finish(Ok(flow)).await?;
        if crate::objects::types::type_of(&iterator).lookup(known::ANEXT).is_none() {
            let name = type_name(&iterator);
            return Err(type_error(format!("aiter() returned not an async iterator of type '{name}'")));
        }
        Ok(iterator)
    }))
}

fn anext(i: &mut dyn Interp, args: Args) -> PyResult<Flow> {
    let [iterator, default] = args.between("anext", 1)?;
    let Some(method) = lookup_special(i, &iterator, known::ANEXT)? else {
        return Err(type_error(format!("'{}' object is not an async iterator", type_name(&iterator))));
    };
    if default.is_unset() {
        return Ok(Flow::call(method, Args::none()));
    }
    let (cx, frame_cx) = (i.cx(), i.cx());
    Ok(Flow::frame(async move {
        let awaitable = frame_cx.call(&method, Args::none()).await?;
        let owner = Value::pair(awaitable.clone(), default.clone());
        let future = Box::pin(async move {
            if matches!(&awaitable, Value::Generator(given) if !given.is_awaitable()) {
                return Err(not_awaitable(&awaitable));
            }
            match cx.await_(&awaitable).await {
                Err(e) if e.is_a(&types().stop_async_iteration) => Ok(default),
                result => result,
            }
        });
        let frame = AnyFrame::Native(Box::new(NativeFrame::new(future, "anext")));
        let generator = Generator::new(GeneratorKind::AnextAwaitable, Naming::fixed("anext", "anext"), None, frame);
        generator.given.change(|given| given.owner = owner);
        Ok(Value::Generator(generator))
    }))
}
