//! Iterators over other iterators: machines that want an item, a call or a truth value and are told what came of it.
//! Whatever is known at once is told at once; what runs Python is a native frame.

use std::cell::RefCell;
use std::rc::Rc;

use crate::objects::builtin_types::iterators;
use crate::objects::class::Class;
use crate::objects::cx::Cx;
use crate::objects::exception::{Exc, PyResult, stop_iteration, value_error};
use crate::objects::function::Flow;
use crate::objects::gc_graph::Visit;
use crate::objects::iter::{Advance, Iter, NativeIter, Pieces};
use crate::objects::ops::{self, CompareOp, Next, Truth, call_now};
use crate::objects::then::Then;
use crate::objects::types::types;
use crate::objects::{Interp, Value};

/// What a walk wants.
pub enum Want {
    /// The next item of this iterator.
    Next(Value),
    /// What this operation comes to, or this call gives.
    Flow(Flow),
    /// A tuple of this iterable's items.
    Tuple(Value),
    /// Whether this is true.
    Truth(Value),
    /// Whether these are equal, the same object in any case.
    Equal(Value, Value),
    /// This is its own next item.
    Give(Value),
    /// Its next item is what this call gives.
    GiveCall(Flow),
    /// It is over.
    Stop,
}

/// What a walk is told.
pub enum Told {
    /// Somebody wants its next item.
    Go,
    /// The iterator's item, or what was wanted.
    Value(Value),
    Truth(bool),
    /// The iterator has ended.
    End,
}

pub trait Walk {
    /// The next item, where it is known without asking for anything that could run Python; None: `step` is to look.
    fn quick(&mut self) -> PyResult<Option<Value>> {
        Ok(None)
    }

    fn step(&mut self, i: &mut dyn Interp, told: Told) -> PyResult<Want>;

    /// What it wanted has failed.
    fn failed(&self) {}

    /// Whether it leaves the StopIteration of its iterator as it is, with the value that a generator has returned.
    fn passes_on_values(&self) -> bool {
        false
    }

    /// The arguments that make it again.
    fn pieces(&self) -> Option<Vec<Value>> {
        None
    }

    /// Where it stands, beyond what these make.
    fn state(&self) -> Option<Value> {
        None
    }

    /// `__setstate__`
    fn set_state(&mut self, _: &mut dyn Interp, _: &Value) -> PyResult<()> {
        Ok(())
    }

    fn length_hint(&self) -> Option<usize> {
        None
    }

    /// Another one at the same place, of what can be copied so.
    fn copied(&self) -> Option<Rc<RefCell<dyn Walk>>> {
        None
    }

    /// Another one at the same place, of copies of what it refers to, if there are no pieces that make it again.
    fn forked(&self, _copy: &mut dyn FnMut(&Value) -> Value) -> Option<Rc<RefCell<dyn Walk>>> {
        None
    }

    /// Visits what it refers to, for the cycle collector.
    fn edges(&self, visit: &mut Visit);
}

/// The next item of an iterator over a built-in container; None: ask for it.
#[inline]
pub fn at_hand(iterator: &Value) -> PyResult<Option<Value>> {
    match iterator {
        Value::Iter(iter) => iter.step(),
        _ => Ok(None),
    }
}

/// So many wishes are met before others have their turn.
const AT_ONCE: usize = 1000;

struct Walker(Rc<RefCell<dyn Walk>>);

/// An iterator of `class`.
pub fn walker(class: &Rc<Class>, walk: impl Walk + 'static) -> Value {
    iterators::native(class, Walker(Rc::new(RefCell::new(walk))))
}

/// What must run before a walk can be told.
enum Pending {
    Flow(Flow, Expects),
    Tuple(Value),
    Equal(Flow),
    /// Nothing: others have their turn. What it wanted comes then.
    Rest(Want),
}

/// What a flow brings that a walk waits for.
enum Expects {
    Item,
    Value,
    /// The answer to whether this is true.
    Truth(Value),
}

impl Expects {
    /// What a walk is told of the value that has come.
    fn told(&self, i: &mut dyn Interp, value: Value) -> PyResult<Told> {
        match self {
            Expects::Item | Expects::Value => Ok(Told::Value(value)),
            Expects::Truth(of) => Ok(Told::Truth(ops::judge_truth(i, &value, of)?)),
        }
    }
}

enum Met {
    Give(Value),
    GiveFlow(Flow),
    Stop,
    Pending(Pending),
}

/// One step; ValueError where a comparison that a step makes asks for the next one.
fn step(i: &mut dyn Interp, walk: &RefCell<dyn Walk>, told: Told) -> PyResult<Want> {
    match walk.try_borrow_mut() {
        Ok(mut walk) => walk.step(i, told),
        Err(_) => Err(value_error("iterator already executing")),
    }
}

/// Tells a walk what it wants as long as that is known at once.
fn meet(i: &mut dyn Interp, walk: &RefCell<dyn Walk>, told: Told) -> PyResult<Met> {
    let want = step(i, walk, told)?;
    meet_want(i, walk, want).inspect_err(|_| lost(walk))
}

fn lost(walk: &RefCell<dyn Walk>) {
    if let Ok(walk) = walk.try_borrow() {
        walk.failed();
    }
}

/// What a call comes to that is native.
fn begun(i: &mut dyn Interp, flow: Flow) -> PyResult<Flow> {
    match flow {
        Flow::Call(call) if !matches!(call.0, Value::Function(_)) => {
            let (callable, args) = *call;
            call_now(i, &callable, args)
        }
        flow => Ok(flow),
    }
}

fn meet_want(i: &mut dyn Interp, walk: &RefCell<dyn Walk>, mut want: Want) -> PyResult<Met> {
    for _ in 0..AT_ONCE {
        let told = match want {
            Want::Give(item) => return Ok(Met::Give(item)),
            Want::Stop => return Ok(Met::Stop),
            Want::GiveCall(call) => {
                return Ok(match begun(i, call)? {
                    Flow::Done(item) => Met::Give(item),
                    flow => Met::GiveFlow(flow),
                });
            }
            Want::Next(iterator) => match ops::next(i, &iterator)? {
                Next::Item(item) => Told::Value(item),
                Next::End => Told::End,
                Next::Flow(flow) => return Ok(Met::Pending(Pending::Flow(flow, Expects::Item))),
            },
            Want::Flow(flow) => match begun(i, flow)? {
                Flow::Done(value) => Told::Value(value),
                flow => return Ok(Met::Pending(Pending::Flow(flow, Expects::Value))),
            },
            Want::Tuple(items) => match ops::at_once(i, &items)? {
                Some(items) => Told::Value(Value::tuple(items)),
                None => return Ok(Met::Pending(Pending::Tuple(items))),
            },
            Want::Equal(a, b) if a.is(&b) => Told::Truth(true),
            Want::Equal(a, b) => match ops::compare(i, CompareOp::Eq, &a, &b)? {
                Flow::Done(answer) => Told::Truth(ops::is_true(i, &answer)?),
                flow => return Ok(Met::Pending(Pending::Equal(flow))),
            },
            Want::Truth(value) => match ops::truth(i, &value)? {
                Truth::Known(known) => Told::Truth(known),
                Truth::Flow(flow) => return Ok(Met::Pending(Pending::Flow(flow, Expects::Truth(value)))),
            },
        };
        want = step(i, walk, told)?;
    }
    Ok(Met::Pending(Pending::Rest(want)))
}

/// Goes on in a native frame.
async fn run(cx: Cx, walk: Rc<RefCell<dyn Walk>>, this: Rc<Iter>, mut pending: Pending) -> PyResult {
    loop {
        // What the iterator's StopIteration has brought, if it has just ended.
        let mut returned = Value::None;
        let told = match pending {
            Pending::Flow(flow, expects) => match cx.finish(Ok(flow)).await {
                Err(exc) if matches!(expects, Expects::Item) && exc.is_a(&types().stop_iteration) => {
                    returned = exc.stop_value();
                    Ok(Told::End)
                }
                value => {
                    let value = value.inspect_err(|_| lost(&walk))?;
                    Ok(cx.enter(|i| expects.told(i, value))?)
                }
            },
            Pending::Tuple(items) => Ok(Told::Value(Value::tuple(ops::collect(&cx, &items).await?))),
            Pending::Equal(flow) => {
                let answer = cx.finish(Ok(flow)).await?;
                let not = cx.run(|i| ops::not_(i, &answer)).await?;
                Ok(Told::Truth(matches!(not, Value::Bool(false))))
            }
            Pending::Rest(want) => {
                ops::breathe(&cx, AT_ONCE).await?;
                Err(want)
            }
        };
        let met = cx.enter(|i| match told {
            Ok(told) => meet(i, &walk, told),
            Err(want) => meet_want(i, &walk, want),
        });
        match met? {
            Met::Give(item) => return Ok(item),
            Met::GiveFlow(flow) => return cx.finish(Ok(flow)).await,
            Met::Stop => {
                this.exhausted.set(true);
                let passes_on = walk.borrow().passes_on_values();
                return Err(stop_iteration(if passes_on { returned } else { Value::None }));
            }
            Met::Pending(next) => pending = next,
        }
    }
}

/// Goes on with what a call has given, or a generator has yielded.
struct Walking {
    walk: Rc<RefCell<dyn Walk>>,
    this: Rc<Iter>,
    expects: Expects,
}

impl Walking {
    fn goes_on(mut self: Box<Walking>, i: &mut dyn Interp, told: Told, returned: Value) -> PyResult<Flow> {
        Ok(match meet(i, &self.walk, told)? {
            Met::Give(item) => item.into(),
            Met::GiveFlow(flow) => flow,
            Met::Stop => {
                self.this.exhausted.set(true);
                let passes_on = self.walk.borrow().passes_on_values();
                return Err(stop_iteration(if passes_on { returned } else { Value::None }));
            }
            Met::Pending(Pending::Flow(flow, expects)) => {
                self.expects = expects;
                return flow.and_then(i, self);
            }
            Met::Pending(pending) => Flow::frame(run(i.cx(), self.walk, self.this, pending)),
        })
    }
}

impl Then for Walking {
    fn value(self: Box<Walking>, i: &mut dyn Interp, value: Value) -> PyResult<Flow> {
        let told = self.expects.told(i, value)?;
        self.goes_on(i, told, Value::None)
    }

    fn failed(self: Box<Walking>, i: &mut dyn Interp, exc: Exc) -> PyResult<Flow> {
        match self.expects {
            Expects::Item if exc.is_a(&types().stop_iteration) => self.goes_on(i, Told::End, exc.stop_value()),
            _ => {
                lost(&self.walk);
                Err(exc)
            }
        }
    }

    fn ended(self: Box<Walking>, i: &mut dyn Interp, returned: Value) -> PyResult<Flow> {
        match self.expects {
            Expects::Item => self.goes_on(i, Told::End, returned),
            _ => self.failed(i, stop_iteration(returned)),
        }
    }

    fn later(self: Box<Walking>, i: &mut dyn Interp, flow: Flow) -> PyResult<Flow> {
        Ok(Flow::frame(run(i.cx(), self.walk, self.this, Pending::Flow(flow, self.expects))))
    }
}

impl NativeIter for Walker {
    fn advance(&mut self, i: &mut dyn Interp, this: &Rc<Iter>) -> PyResult<Advance> {
        if let Ok(mut walk) = self.0.try_borrow_mut()
            && let Some(item) = walk.quick()?
        {
            return Ok(Advance::Item(item));
        }
        Ok(match meet(i, &*self.0, Told::Go)? {
            Met::Give(item) => Advance::Item(item),
            Met::GiveFlow(flow) => iterators::advance_by(flow),
            Met::Stop => Advance::End,
            Met::Pending(Pending::Flow(flow, expects)) => {
                let walking = Walking { walk: self.0.clone(), this: this.clone(), expects };
                iterators::advance_by(flow.and_then(i, Box::new(walking))?)
            }
            Met::Pending(pending) => Advance::Frame(Box::pin(run(i.cx(), self.0.clone(), this.clone(), pending))),
        })
    }

    fn pieces(&self) -> Option<Pieces> {
        self.0.try_borrow().ok()?.pieces().map(Pieces::Of)
    }

    fn state(&self) -> Option<Value> {
        self.0.try_borrow().ok()?.state()
    }

    fn set_state(&mut self, i: &mut dyn Interp, state: &Value) -> PyResult<()> {
        self.0.try_borrow_mut().map_or(Ok(()), |mut walk| walk.set_state(i, state))
    }

    fn length_hint(&self) -> Option<usize> {
        self.0.try_borrow().ok()?.length_hint()
    }

    fn copied(&self) -> Option<Box<dyn NativeIter>> {
        Some(Box::new(Walker(self.0.try_borrow().ok()?.copied()?)))
    }

    fn forked(&self, copy: &mut dyn FnMut(&Value) -> Value) -> Option<Box<dyn NativeIter>> {
        Some(Box::new(Walker(self.0.try_borrow().ok()?.forked(copy)?)))
    }

    fn edges(&self, visit: &mut Visit) {
        // A step that has not ended shares it.
        if let (1, Ok(walk)) = (Rc::strong_count(&self.0), self.0.try_borrow()) {
            walk.edges(visit);
        }
    }
}
