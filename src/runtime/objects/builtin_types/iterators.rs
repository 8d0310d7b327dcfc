//! The built-ins' iterators that are no plain walk over a container, and making the plain ones.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use crate::objects::args::Args;
use crate::objects::class::class_flag;
use crate::objects::containers::{Dict, TupleItems};
use crate::objects::exception::{Exc, PyResult, overflow_error, stop_iteration};
use crate::objects::function::Flow;
use crate::objects::gc_graph::{Visit, visit_all};
use crate::objects::interp::Interp;
use crate::objects::iter::{Advance, DictPart, Iter, IterKind, NativeIter, Pieces};
use crate::objects::object::{Object, Payload};
use crate::objects::ops::pairs::{self, Pair};
use crate::objects::ops::{self, Next, special::call_now};
use crate::objects::then::{Then, in_frame};
use crate::objects::types::types;
use crate::objects::value::Value;

/// An iterator of `class` over native state. An instance of a class of the program's holds it, and has attributes.
pub fn native(class: &Rc<crate::objects::Class>, state: impl NativeIter + 'static) -> Value {
    let made = Iter::new(class.clone(), IterKind::Native(RefCell::new(Box::new(state))));
    if class.flag(class_flag::HEAP) {
        return Value::Object(Object::new(class.clone(), Payload::Builtin(made)));
    }
    made
}

/// Over a dict's keys, values or items.
pub fn of_dict(dict: &Rc<Dict>, what: DictPart) -> Value {
    let t = types();
    let class = match what {
        DictPart::Keys => &t.dict_key_iterator,
        DictPart::Values => &t.dict_value_iterator,
        DictPart::Items => &t.dict_item_iterator,
    };
    let len = dict.len();
    let kind =
        IterKind::Dict { dict: dict.clone(), what, index: Cell::new(0), size: Cell::new(len), left: Cell::new(len) };
    Iter::new(class.clone(), kind)
}

/// What a call or an item access came to, as an iterator's step.
pub fn advance_by(flow: Flow) -> Advance {
    match flow {
        Flow::Done(value) => Advance::Item(value),
        Flow::Frame(future) => Advance::Frame(future),
        flow => Advance::Flow(flow),
    }
}

struct BytesIter {
    bytes: Value,
    at: usize,
}

/// Over bytes or a bytearray.
pub fn of_bytes(value: &Value) -> Value {
    let class = match value {
        Value::Bytes(_) => &types().bytes_iterator,
        _ => &types().bytearray_iterator,
    };
    native(class, BytesIter { bytes: value.clone(), at: 0 })
}

impl NativeIter for BytesIter {
    fn advance(&mut self, _: &mut dyn Interp, _: &Rc<Iter>) -> PyResult<Advance> {
        let byte = super::bytes_like::with(&self.bytes, |data| data.get(self.at).copied()).flatten();
        self.at += 1;
        Ok(byte.map_or(Advance::End, |b| Advance::Item(Value::Int(b.into()))))
    }

    fn length_hint(&self) -> Option<usize> {
        super::bytes_like::with(&self.bytes, |data| data.len().saturating_sub(self.at))
    }

    fn pieces(&self) -> Option<Pieces> {
        Some(Pieces::At(self.bytes.clone(), self.at))
    }

    fn set_place(&mut self, at: i64) {
        self.at = usize::try_from(at).unwrap_or(0);
    }
}

/// Over an object with `__getitem__`: items 0, 1, … until IndexError.
struct SequenceIter {
    sequence: Value,
    at: i64,
}

pub fn of_sequence(value: &Value) -> Value {
    native(&types().sequence_iterator, SequenceIter { sequence: value.clone(), at: 0 })
}

impl NativeIter for SequenceIter {
    fn advance(&mut self, i: &mut dyn Interp, this: &Rc<Iter>) -> PyResult<Advance> {
        let at = Value::Int(self.at);
        self.at = self.at.checked_add(1).ok_or_else(|| overflow_error("iter index too large"))?;
        item_or_end(i, &self.sequence, &at, Some(this))
    }

    fn pieces(&self) -> Option<Pieces> {
        Some(Pieces::At(self.sequence.clone(), self.at as usize))
    }

    fn set_place(&mut self, at: i64) {
        self.at = at.max(0);
    }

    fn forked(&self, copy: &mut dyn FnMut(&Value) -> Value) -> Option<Box<dyn NativeIter>> {
        Some(Box::new(SequenceIter { sequence: copy(&self.sequence), at: self.at }))
    }

    fn edges(&self, visit: &mut Visit) {
        visit_all([&self.sequence], visit);
    }
}

/// Whether an exception of a `__getitem__` ends the iteration.
fn is_end(exc: &Exc) -> bool {
    exc.is_a(&types().index_error) || exc.is_a(&types().stop_iteration)
}

/// The item that a `__getitem__` gives, or the end.
struct UpToEnd(Option<Rc<Iter>>);

impl Then for UpToEnd {
    fn value(self: Box<UpToEnd>, _: &mut dyn Interp, item: Value) -> PyResult<Flow> {
        Ok(item.into())
    }

    fn failed(self: Box<UpToEnd>, _: &mut dyn Interp, exc: Exc) -> PyResult<Flow> {
        if !is_end(&exc) {
            return Err(exc);
        }
        if let Some(iterator) = &self.0 {
            iterator.exhausted.set(true);
        }
        Err(stop_iteration(Value::None))
    }

    fn later(self: Box<UpToEnd>, i: &mut dyn Interp, flow: Flow) -> PyResult<Flow> {
        Ok(in_frame(i, flow, self))
    }
}

/// `sequence[at]`; IndexError is the end, also of the iterator that is given.
pub(super) fn item_or_end(
    i: &mut dyn Interp,
    sequence: &Value,
    at: &Value,
    this: Option<&Rc<Iter>>,
) -> PyResult<Advance> {
    match ops::get_item(i, sequence, at) {
        Ok(Flow::Done(item)) => Ok(Advance::Item(item)),
        Ok(flow) => Ok(Advance::Flow(flow.and_then(i, Box::new(UpToEnd(this.cloned())))?)),
        Err(exc) if is_end(&exc) => Ok(Advance::End),
        Err(exc) => Err(exc),
    }
}

/// Steps several iterators together. `Ok(Err(flow))`: the one after those in `items` must run Python.
fn step_all(i: &mut dyn Interp, iterators: &[Value], items: &mut TupleItems) -> PyResult<Result<bool, Flow>> {
    for iterator in &iterators[items.len()..] {
        match ops::next(i, iterator)? {
            Next::Item(item) => items.push(item),
            Next::End => return Ok(Ok(false)),
            Next::Flow(flow) => return Ok(Err(flow)),
        }
    }
    Ok(Ok(true))
}

/// A step of several iterators together, of which one runs Python: those in `items` have given theirs.
struct Stepping {
    iterators: Iterators,
    items: TupleItems,
    made: Made,
}

/// What is made of the items.
enum Made {
    Tuple { strict: bool },
    Call(Value),
}

impl Stepping {
    fn zipping(zip: &Zip, items: TupleItems) -> Stepping {
        Stepping { iterators: zip.iterators.clone(), items, made: Made::Tuple { strict: zip.strict } }
    }

    fn complete(self, i: &mut dyn Interp) -> PyResult<Flow> {
        match self.made {
            Made::Tuple { .. } => Ok(Value::tuple(self.items).into()),
            Made::Call(function) => call_now(i, &function, Args::positional(self.items)),
        }
    }

    /// One of them has ended.
    fn stopped(self, i: &mut dyn Interp, stop: Exc) -> PyResult<Flow> {
        match self.made {
            Made::Tuple { strict: true } => {
                let cx = i.cx();
                Ok(Flow::frame(async move { Err(strict_end(&cx, &self.iterators, self.items.len()).await?) }))
            }
            _ => Err(stop),
        }
    }
}

impl Then for Stepping {
    fn value(mut self: Box<Stepping>, i: &mut dyn Interp, item: Value) -> PyResult<Flow> {
        self.items.push(item);
        match step_all(i, &self.iterators, &mut self.items)? {
            Ok(true) => self.complete(i),
            Ok(false) => self.stopped(i, stop_iteration(Value::None)),
            Err(flow) => flow.and_then(i, self),
        }
    }

    fn failed(self: Box<Stepping>, i: &mut dyn Interp, exc: Exc) -> PyResult<Flow> {
        if exc.is_a(&types().stop_iteration) { self.stopped(i, exc) } else { Err(exc) }
    }

    fn later(self: Box<Stepping>, i: &mut dyn Interp, flow: Flow) -> PyResult<Flow> {
        Ok(in_frame(i, flow, self))
    }
}

/// The iterators of a `zip` or `map`; a step that has not ended shares them.
#[derive(Clone)]
pub(super) struct Iterators(Rc<[Value]>);

impl Iterators {
    /// Whether nobody shares them.
    fn is_own(&self) -> bool {
        Rc::strong_count(&self.0) == 1
    }
}

impl From<Vec<Value>> for Iterators {
    fn from(values: Vec<Value>) -> Iterators {
        Iterators(values.into())
    }
}

impl std::ops::Deref for Iterators {
    type Target = [Value];

    fn deref(&self) -> &[Value] {
        &self.0
    }
}

impl Drop for Iterators {
    /// The last one goes first, as the items of a tuple do.
    fn drop(&mut self) {
        if let Some(all) = Rc::get_mut(&mut self.0) {
            all.iter_mut().rev().for_each(|iterator| drop(std::mem::take(iterator)));
        }
    }
}

pub(super) struct Zip {
    pub iterators: Iterators,
    pub strict: bool,
}

impl NativeIter for Zip {
    fn advance(&mut self, i: &mut dyn Interp, _: &Rc<Iter>) -> PyResult<Advance> {
        if self.iterators.is_empty() {
            return Ok(Advance::End);
        }
        let mut items = TupleItems::with_capacity(self.iterators.len());
        match step_all(i, &self.iterators, &mut items)? {
            Ok(true) => Ok(Advance::Item(Value::tuple(items))),
            Ok(false) if !self.strict => Ok(Advance::End),
            Ok(false) => Stepping::zipping(self, items).stopped(i, stop_iteration(Value::None)).map(advance_by),
            Err(flow) => flow.and_then(i, Box::new(Stepping::zipping(self, items))).map(advance_by),
        }
    }

    fn pair(&mut self, _: &mut dyn Interp) -> PyResult<Pair> {
        let [first, second] = &*self.iterators else { return Ok(Pair::Unknown) };
        let (Some(first), Some(second), false) = (pairs::plain(first), pairs::plain(second), self.strict) else {
            return Ok(Pair::Unknown);
        };
        let Some(a) = first.step()? else { return Ok(Pair::End) };
        Ok(second.step()?.map_or(Pair::End, |b| Pair::Of(a, b)))
    }

    fn remembers_end(&self) -> bool {
        false
    }

    fn pieces(&self) -> Option<Pieces> {
        let parts = self.iterators.to_vec();
        Some(if self.strict { Pieces::Strict(parts) } else { Pieces::Of(parts) })
    }

    fn set_place(&mut self, strict: i64) {
        self.strict = strict != 0;
    }

    fn edges(&self, visit: &mut Visit) {
        // A step that has not ended shares them.
        if self.iterators.is_own() {
            visit_all(&*self.iterators, visit);
        }
    }
}

/// What `zip(strict=True)` raises when iterator `ended` has ended: StopIteration if all of them have.
async fn strict_end(cx: &crate::objects::Cx, iterators: &[Value], ended: usize) -> PyResult<Exc> {
    let named = |n: usize| if n == 1 { " 1".to_string() } else { format!("s 1-{n}") };
    if ended > 0 {
        let before = named(ended);
        let text = format!("zip() argument {} is shorter than argument{before}", ended + 1);
        return Ok(crate::objects::exception::value_error(text));
    }
    for (n, iterator) in iterators.iter().enumerate().skip(1) {
        if ops::next_item(cx, iterator).await?.is_some() {
            let before = named(n);
            let text = format!("zip() argument {} is longer than argument{before}", n + 1);
            return Ok(crate::objects::exception::value_error(text));
        }
    }
    Ok(stop_iteration(Value::None))
}

pub(super) struct Map {
    pub function: Value,
    pub iterators: Iterators,
}

impl NativeIter for Map {
    fn advance(&mut self, i: &mut dyn Interp, _: &Rc<Iter>) -> PyResult<Advance> {
        if let [iterator] = &*self.iterators
            && let Some(item) = pairs::plain(iterator)
        {
            return match item.step()? {
                Some(item) => call_now(i, &self.function, Args::one(item)).map(advance_by),
                None => Ok(Advance::End),
            };
        }
        let mut items = TupleItems::with_capacity(self.iterators.len());
        match step_all(i, &self.iterators, &mut items)? {
            Ok(true) => {
                let flow = call_now(i, &self.function, Args::positional(items))?;
                Ok(advance_by(flow))
            }
            Ok(false) => Ok(Advance::End),
            Err(flow) => {
                let made = Made::Call(self.function.clone());
                let stepping = Stepping { iterators: self.iterators.clone(), items, made };
                flow.and_then(i, Box::new(stepping)).map(advance_by)
            }
        }
    }

    fn remembers_end(&self) -> bool {
        false
    }

    fn pieces(&self) -> Option<Pieces> {
        let parts = std::iter::once(self.function.clone()).chain(self.iterators.iter().cloned());
        Some(Pieces::Of(parts.collect()))
    }

    fn edges(&self, visit: &mut Visit) {
        // A step that has not ended shares them.
        if self.iterators.is_own() {
            visit_all(&*self.iterators, visit);
        }
        visit_all([&self.function], visit);
    }
}

pub(super) struct Enumerate {
    pub iterator: Value,
    pub count: Rc<RefCell<Value>>,
}

impl NativeIter for Enumerate {
    fn advance(&mut self, i: &mut dyn Interp, _: &Rc<Iter>) -> PyResult<Advance> {
        match ops::next(i, &self.iterator)? {
            Next::Item(item) => {
                let count = take_count(i, &self.count)?;
                Ok(Advance::Item(Value::pair(count, item)))
            }
            Next::End => Ok(Advance::End),
            Next::Flow(flow) => {
                let count = self.count.clone();
                let counted = flow.then(i, move |i, item| Ok(Value::pair(take_count(i, &count)?, item).into()));
                counted.map(advance_by)
            }
        }
    }

    fn pair(&mut self, i: &mut dyn Interp) -> PyResult<Pair> {
        let Some(iter) = pairs::plain(&self.iterator) else { return Ok(Pair::Unknown) };
        let Some(item) = iter.step()? else { return Ok(Pair::End) };
        take_count(i, &self.count).map(|count| Pair::Of(count, item))
    }

    fn remembers_end(&self) -> bool {
        false
    }

    fn pieces(&self) -> Option<Pieces> {
        Some(Pieces::Of(vec![self.iterator.clone(), self.count.borrow().clone()]))
    }

    fn edges(&self, visit: &mut Visit) {
        visit_all([&self.iterator], visit);
    }
}

fn take_count(i: &mut dyn Interp, count: &RefCell<Value>) -> PyResult {
    let next = match &*count.borrow() {
        Value::Int(n) if *n < i64::MAX => Value::Int(n + 1),
        big => match ops::binary(i, ops::BinaryOp::Add, false, big, &Value::Int(1))? {
            Flow::Done(next) => next,
            _ => Value::None,
        },
    };
    Ok(count.replace(next))
}
