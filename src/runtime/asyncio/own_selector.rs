//! A loop's selector as an object of `selectors`: made when the program asks for it, and asked in each turn where it
//! selects in a way of its own, as those of loops with a clock of their own do.
//!
//! One source stands in it, as the end of the loop's pair of sockets does in CPython. It becomes readable with all
//! that wakes the loop; what has come is then taken natively.

use std::cmp::Reverse;
use std::rc::Rc;

use super::base_events::{EventLoop, event_loop};
use super::overrides::overridden;
use super::py;
use super::selector::{source as source_of, update};
use crate::objects::exception::PyResult;
use crate::objects::look::look;
use crate::objects::symbol::known;
use crate::objects::{Args, Cx, Interp, Object, Symbol, Value, ops};
use crate::trace::ThreadId;

/// Calls back for what a selector has found.
const PROCESS_EVENTS: &str = "_process_events";

/// A loop's selector, what stands in it for all that wakes the loop, and that one's source.
pub struct OwnSelector {
    selector: Value,
    waker: Value,
    source: Value,
}

impl OwnSelector {
    pub fn traverse(&self, visit: &mut dyn FnMut(&Value)) {
        visit(&self.selector);
        visit(&self.waker);
        visit(&self.source);
    }
}

/// `loop._selector`
pub fn shown(i: &mut dyn Interp, owner: &Rc<Object>) -> PyResult {
    let this = event_loop(owner);
    if let Some(own) = &*this.selector.borrow() {
        return Ok(own.selector.clone());
    }
    if this.closed.get() {
        return Ok(Value::None);
    }
    let selectors = i.import("selectors")?;
    let selector = py::call(i, &selectors, "DefaultSelector", Args::none())?;
    register(i, this, selector.clone())?;
    Ok(selector)
}

/// `BaseSelectorEventLoop(selector)`
pub fn register(i: &mut dyn Interp, this: &EventLoop, selector: Value) -> PyResult<()> {
    let descriptors = i.import("_descriptors")?;
    let waker = py::call(i, &descriptors, "waker", Args::one(Value::Int(this.id.0 as i64)))?;
    py::call(i, &selector, "register", Args::positional(vec![waker.clone(), Value::Int(1)]))?;
    let source = py::get(i, &waker, "_source")?;
    this.selector.replace(Some(Box::new(OwnSelector { selector, waker, source })));
    Ok(())
}

/// `loop._selector = selector`
pub fn set(this: &EventLoop, selector: Value) {
    this.selector.replace(Some(Box::new(OwnSelector { selector, waker: Value::None, source: Value::None })));
}

/// The `select` that is to be called and its timeout, of so many seconds; `None`: those of `selectors` do what the loop
/// does without them, unless the program looks at what they find.
#[cold]
#[inline(never)]
pub fn selecting(i: &mut dyn Interp, owner: &Rc<Object>, seconds: Option<f64>) -> PyResult<Option<(Value, Value)>> {
    let own = event_loop(owner).selector.borrow().as_ref().map(|own| own.selector.clone());
    let Some(selector) = own else { return Ok(None) };
    let Some(object) = selector.as_object() else { return Ok(None) };
    let module = object.class().lookup(known::MODULE).map(|module| module.text_or_empty().to_string());
    let is_usual = module.as_deref() == Some("selectors") && object.own(Symbol::new("select")).is_none();
    if is_usual && overridden(owner, PROCESS_EVENTS).is_none() {
        return Ok(None);
    }
    Ok(Some((py::get(i, &selector, "select")?, timeout(i, owner, seconds)?)))
}

/// The timeout in seconds as `select` gets it: ints stay ints where the program's clock counts in them.
fn timeout(i: &mut dyn Interp, owner: &Rc<Object>, seconds: Option<f64>) -> PyResult {
    let first = look(&event_loop(owner).scheduled).peek().and_then(|Reverse(first)| first.0.when.clone());
    Ok(match (seconds, first) {
        (None, _) => Value::None,
        (Some(0.0), _) => Value::Int(0),
        (Some(_), Some((when @ Value::Int(_), _))) => {
            let now = py::call(i, &Value::Object(owner.clone()), "time", Args::none())?;
            ops::binary(i, ops::BinaryOp::Sub, false, &when, &now).and_then(|flow| i.finish(flow))?
        }
        (Some(seconds), _) => Value::Float(seconds),
    })
}

/// `self._selector.select(timeout)`, and `self._process_events` of what it gives where that is the program's.
pub async fn select(cx: &Cx, owner: &Rc<Object>, method: &Value, timeout: Value) -> PyResult<()> {
    let this = event_loop(owner);
    let selected = cx.call(method, Args::one(timeout)).await;
    cx.enter(|i| signal(i, this, false));
    let events = selected?;
    let Some(process_events) = overridden(owner, PROCESS_EVENTS) else { return Ok(()) };
    let events = cx.enter(|i| without_waker(i, this, events))?;
    cx.call(&process_events, Args::one(events)).await.map(drop)
}

/// What has been selected but for the source that wakes the loop: that it is readable has been seen.
fn without_waker(i: &mut dyn Interp, this: &EventLoop, events: Value) -> PyResult {
    let waker = this.selector.borrow().as_ref().map_or(Value::None, |own| own.waker.clone());
    let Value::List(list) = &events else { return Ok(events) };
    let selected = list.items.borrow().clone();
    let mut rest = Vec::with_capacity(selected.len());
    for event in selected {
        let is_waker = match &event {
            Value::Tuple(pair) if !waker.is_none() => {
                pair.items.first().is_some_and(|key| py::get(i, key, "fileobj").is_ok_and(|file| file.is(&waker)))
            }
            _ => false,
        };
        if !is_waker {
            rest.push(event);
        }
    }
    Ok(Value::list(rest))
}

/// The loop has been woken, or has seen it.
pub fn signal(i: &mut dyn Interp, this: &EventLoop, woken: bool) {
    if let Some(source) = waker_source(this) {
        update(i, &source, woken, false);
    }
}

/// Whether a thread waits for what wakes the loop, among what else its selector watches.
pub fn is_waited_for(this: &EventLoop, thread: ThreadId) -> bool {
    let source = waker_source(this);
    source.is_some_and(|object| source_of(&object).waiters.borrow().iter().any(|(waiter, _)| *waiter == thread))
}

fn waker_source(this: &EventLoop) -> Option<Rc<Object>> {
    this.selector.borrow().as_ref().and_then(|own| own.source.as_object().cloned())
}

/// `loop.close()` closes it as well, unless the loop is a bare `BaseEventLoop`, to which the program has given it.
pub fn close(i: &mut dyn Interp, owner: &Rc<Object>) -> PyResult<()> {
    let this = event_loop(owner);
    if !owner.class().is_subclass_of(&this.state.classes.event_loop.bases.borrow()[0]) {
        return Ok(());
    }
    match this.selector.take() {
        Some(own) => py::call(i, &own.selector, "close", Args::none()).map(drop),
        None => Ok(()),
    }
}
