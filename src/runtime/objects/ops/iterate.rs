//! `iter` and `next`.

use std::cell::{Cell, RefCell};
use std::pin::Pin;
use std::rc::Rc;

use super::special::{call_found, has_items, has_methods, is_wrapper};
use super::subscript::character;
use crate::objects::args::Args;
use crate::objects::builtin_types::{dict_view, iterators};
use crate::objects::cx::Cx;
use crate::objects::exception::{Exc, PyResult, runtime_error, stop_iteration, type_error};
use crate::objects::function::Flow;
use crate::objects::generator::{GeneratorKind, Resume, Step};
use crate::objects::interp::Interp;
use crate::objects::iter::{Advance, DictPart, Iter, IterKind, Nested};
use crate::objects::symbol::known;
use crate::objects::types::{type_name, type_of, types};
use crate::objects::value::Value;

/// What `next` comes to.
pub enum Next {
    Item(Value),
    End,
    /// The flow's value is the item; StopIteration ends.
    Flow(Flow),
}

/// So many items are handled in one go before others get their turn.
pub(in crate::objects) const CHUNK: usize = 10_000;

/// `iter(value)`
pub fn iter(i: &mut dyn Interp, value: &Value) -> PyResult<Flow> {
    if let Some(iterator) = exact_iter(value) {
        return Ok(Flow::Done(iterator));
    }
    match iter_or_none(i, value)? {
        Some(flow) => Ok(flow),
        None => Err(not_iterable(value)),
    }
}

#[cold]
pub(in crate::objects) fn not_iterable(value: &Value) -> Exc {
    type_error(format!("'{}' object is not iterable", type_name(value)))
}

/// The iterator of an exact built-in.
pub(in crate::objects) fn exact_iter(value: &Value) -> Option<Value> {
    let t = types();
    let index = Cell::new(0);
    Some(match value {
        Value::List(list) => Iter::new(t.list_iterator.clone(), IterKind::List { list: list.clone(), index }),
        Value::Tuple(tuple) => Iter::new(t.tuple_iterator.clone(), IterKind::Tuple { tuple: tuple.clone(), index }),
        Value::Range(r) => {
            let kind = IterKind::Range { next: Cell::new(r.start), step: r.step, left: Cell::new(r.len()) };
            Iter::new(t.range_iterator.clone(), kind)
        }
        Value::Str(string) => {
            let class = if string.data.is_ascii() { &t.str_ascii_iterator } else { &t.str_iterator };
            Iter::new(class.clone(), IterKind::Str { string: string.clone(), index })
        }
        Value::Dict(dict) => iterators::of_dict(dict, DictPart::Keys),
        Value::Set(set) => {
            Iter::new(t.set_iterator.clone(), IterKind::Set { set: set.clone(), index, size: set.len() })
        }
        Value::Bytes(_) => iterators::of_bytes(value),
        Value::Iter(_) => value.clone(),
        Value::Generator(g) if g.kind.is_iterator() => value.clone(),
        _ => return None,
    })
}

/// `iter(value)`; `None` if the value is not iterable.
pub(in crate::objects) fn iter_or_none(i: &mut dyn Interp, value: &Value) -> PyResult<Option<Flow>> {
    if let Some(iterator) = exact_iter(value) {
        return Ok(Some(Flow::Done(iterator)));
    }
    if !has_methods(value) {
        return Ok(None);
    }
    let class = type_of(value);
    match class.lookup(known::ITER) {
        Some(Value::None) => Ok(None),
        Some(method) if is_wrapper(&method) => match value.plain() {
            // Its class may say itself what comes next.
            Value::Iter(_) => Ok(Some(Flow::Done(value.clone()))),
            plain => Ok(exact_iter(plain).map(Flow::Done)),
        },
        Some(method) => {
            let flow = call_found(i, &method, value, Args::none())?;
            flow.then(i, |_, iterator| checked(iterator).map(Flow::Done)).map(Some)
        }
        None if has_items(&class) => Ok(Some(Flow::Done(iterators::of_sequence(value)))),
        None => Ok(None),
    }
}

/// What `__iter__` gave must be an iterator.
fn checked(iterator: Value) -> PyResult {
    if is_iterator(&iterator) {
        return Ok(iterator);
    }
    Err(type_error(format!("iter() returned non-iterator of type '{}'", type_name(&iterator))))
}

pub fn is_iterator(value: &Value) -> bool {
    match value {
        Value::Iter(_) => true,
        Value::Generator(g) => g.kind.is_iterator(),
        Value::Object(_) => type_of(value).lookup(known::NEXT).is_some(),
        _ => false,
    }
}

/// `next(iterator)`
pub fn next(i: &mut dyn Interp, iterator: &Value) -> PyResult<Next> {
    match iterator {
        Value::Iter(iter) => Ok(match iter.advance(i)? {
            Advance::Item(item) => Next::Item(item),
            Advance::End => Next::End,
            Advance::Frame(future) => Next::Flow(Flow::Frame(future)),
            Advance::Flow(flow) => Next::Flow(flow),
        }),
        Value::Generator(g) if g.kind.is_iterator() => {
            Ok(Next::Flow(Flow::resume(g.clone(), Resume::Send(Value::None))))
        }
        Value::Object(_) | Value::Type(_) => match type_of(iterator).lookup(known::NEXT) {
            Some(method) => match call_found(i, &method, iterator, Args::none()) {
                Ok(Flow::Done(item)) => Ok(Next::Item(item)),
                Ok(flow) => Ok(Next::Flow(flow)),
                Err(exc) if exc.is_a(&types().stop_iteration) => Ok(Next::End),
                Err(exc) => Err(exc),
            },
            None => Err(not_an_iterator(iterator)),
        },
        _ => Err(not_an_iterator(iterator)),
    }
}

/// `next(iterator)`, in native async code: StopIteration at the end.
pub async fn next_or_stop(cx: &Cx, iterator: &Value) -> PyResult {
    if let Value::Generator(g) = iterator
        && g.kind == GeneratorKind::Generator
    {
        return match cx.resume(iterator, Resume::Send(Value::None)).await {
            Step::Yield(item) => Ok(item),
            Step::Return(value) => Err(stop_iteration(value)),
            Step::Raise(exc) => Err(exc),
        };
    }
    match cx.enter(|i| next(i, iterator))? {
        Next::Item(item) => Ok(item),
        Next::End => Err(stopped(iterator)),
        Next::Flow(flow) => cx.finish(Ok(flow)).await,
    }
}

/// The StopIteration of an iterator that has ended, with what it came to.
#[cold]
#[inline(never)]
pub fn stopped(iterator: &Value) -> Exc {
    let returned = match iterator {
        Value::Iter(iter) => match &iter.kind {
            IterKind::Native(native) => native.borrow_mut().returned(),
            _ => Value::None,
        },
        _ => Value::None,
    };
    stop_iteration(returned)
}

#[cold]
fn not_an_iterator(value: &Value) -> Exc {
    type_error(format!("'{}' object is not an iterator", type_name(value)))
}

impl Iter {
    /// One step.
    pub fn advance(self: &Rc<Iter>, i: &mut dyn Interp) -> PyResult<Advance> {
        if let IterKind::Native(native) = &self.kind {
            return self.advance_native(i, native);
        }
        match self.step()? {
            Some(item) => Ok(Advance::Item(item)),
            None => Ok(Advance::End),
        }
    }

    #[inline(never)]
    fn advance_native(
        self: &Rc<Iter>,
        i: &mut dyn Interp,
        native: &RefCell<Box<dyn crate::objects::iter::NativeIter>>,
    ) -> PyResult<Advance> {
        if self.exhausted.get() {
            return Ok(Advance::End);
        }
        let Ok(mut native) = native.try_borrow_mut() else {
            return Err(crate::objects::exception::value_error("iterator already executing"));
        };
        let _nested = Nested::enter()?;
        let advance = match native.advance(i, self) {
            // What a native function raised ends it as what comes of a frame does.
            Err(exc) if exc.is_a(&types().stop_iteration) => Advance::Frame(Box::pin(async move { Err(exc) })),
            advance => advance?,
        };
        if matches!(advance, Advance::End) {
            self.exhausted.set(native.remembers_end());
        }
        Ok(advance)
    }

    /// All of a dict's keys, values or items, if that is what it still has; it has then ended.
    fn rest_of_dict(&self) -> Option<Vec<Value>> {
        let IterKind::Dict { dict, what, index, size, left } = &self.kind else { return None };
        let all = index.get() == 0 && left.get() == size.get() && dict.len() == size.get();
        if !all || self.exhausted.replace(true) {
            return None;
        }
        Some(dict.parts(*what))
    }

    /// One step of an iterator that never runs Python; `None` at the end.
    #[inline]
    pub fn step(&self) -> PyResult<Option<Value>> {
        if self.exhausted.get() {
            return Ok(None);
        }
        let item = match &self.kind {
            IterKind::List { list, index } => {
                let at = index.get();
                index.set(at + 1);
                list.items.borrow().get(at).cloned()
            }
            IterKind::Tuple { tuple, index } => {
                let at = index.get();
                index.set(at + 1);
                tuple.items.get(at).cloned()
            }
            IterKind::Range { next, step, left } => match left.get() {
                0 => None,
                more => {
                    let n = next.get();
                    left.set(more - 1);
                    next.set(n.wrapping_add(*step));
                    Some(Value::Int(n))
                }
            },
            IterKind::Str { string, index } => {
                let at = index.get();
                index.set(at + 1);
                (at < string.data.len()).then(|| character(string.data.at(at)))
            }
            IterKind::Dict { dict, what, index, size, left } => {
                if dict.len() != size.get() {
                    // The error stays.
                    size.set(usize::MAX);
                    return Err(runtime_error("dictionary changed size during iteration"));
                }
                match dict.next_part(index.get(), *what) {
                    Some(_) if left.get() == 0 => {
                        return Err(runtime_error("dictionary keys changed during iteration"));
                    }
                    Some((after, item)) => {
                        index.set(after);
                        left.set(left.get() - 1);
                        Some(item)
                    }
                    None => None,
                }
            }
            IterKind::Set { set, index, size } => {
                if set.len() != *size {
                    return Err(runtime_error("Set changed size during iteration"));
                }
                set.next_item(index.get()).map(|(after, item)| {
                    index.set(after);
                    item
                })
            }
            IterKind::Native(_) => None,
        };
        if item.is_none() && !matches!(self.kind, IterKind::Native(_)) {
            self.exhausted.set(true);
        }
        Ok(item)
    }
}

/// How many items an iterator has left, if it is known.
pub(in crate::objects) fn remaining(iter: &Iter) -> Option<usize> {
    if iter.exhausted.get() {
        return Some(0);
    }
    Some(match &iter.kind {
        IterKind::List { list, index } => list.items.borrow().len().saturating_sub(index.get()),
        IterKind::Tuple { tuple, index } => tuple.items.len() - index.get(),
        IterKind::Range { left, .. } => super::size(left.get() as i64),
        IterKind::Str { string, index } => string.data.len() - index.get(),
        IterKind::Dict { dict, size, .. } if dict.len() != size.get() => 0,
        IterKind::Dict { left, .. } => left.get(),
        IterKind::Set { set, size, .. } if set.len() != *size => 0,
        IterKind::Set { set, index, .. } if index.get() == 0 => set.len(),
        IterKind::Set { set, index, .. } => {
            std::iter::successors(set.next_item(index.get()), |(at, _)| set.next_item(*at)).count()
        }
        IterKind::Native(native) => return native.try_borrow().ok()?.length_hint(),
    })
}

/// One step, in native async code; `None` at the end.
pub async fn next_item(cx: &Cx, iterator: &Value) -> PyResult<Option<Value>> {
    if let Value::Generator(g) = iterator
        && g.kind == GeneratorKind::Generator
    {
        return match cx.resume(iterator, Resume::Send(Value::None)).await {
            Step::Yield(item) => Ok(Some(item)),
            Step::Return(_) => Ok(None),
            Step::Raise(exc) => Err(exc),
        };
    }
    match cx.enter(|i| next(i, iterator))? {
        Next::Item(item) => {
            if is_long() {
                pause(cx).await?;
            }
            Ok(Some(item))
        }
        Next::End => Ok(None),
        Next::Flow(flow) => ended(cx.finish(Ok(flow)).await),
    }
}

thread_local! {
    static TAKEN: Cell<usize> = const { Cell::new(0) };
}

/// Whether others are to have their turn before one more item is taken: an iterator may have no end, and native code that
/// takes its items runs no Python that could be left.
#[inline]
pub(super) fn is_long() -> bool {
    let taken = TAKEN.get() + 1;
    TAKEN.set(taken % CHUNK);
    taken == CHUNK
}

/// Lets others have their turn. What has been taken costs the program nothing, but it took time.
#[cold]
#[inline(never)]
fn pause(cx: &Cx) -> Pin<Box<dyn Future<Output = PyResult<()>> + '_>> {
    Box::pin(async {
        cx.enter(|i| i.tire(4 * CHUNK as u64));
        breathe(cx, 0).await
    })
}

/// StopIteration is the end.
pub fn ended(result: PyResult) -> PyResult<Option<Value>> {
    match result {
        Ok(item) => Ok(Some(item)),
        Err(exc) if exc.is_a(&types().stop_iteration) => Ok(None),
        Err(exc) => Err(exc),
    }
}

/// Lets others have their turn in a long native computation.
pub async fn breathe(cx: &Cx, cost: usize) -> PyResult<()> {
    cx.enter(|i| i.charge(cost as u64));
    cx.finish(Ok(Flow::frame(async { Ok(Value::None) }))).await.map(drop)
}

/// Lets a loop over many tasks be left now and then: its work costs the program nothing, but it takes time.
pub async fn rest(cx: &Cx, done: usize) -> PyResult<()> {
    if done % RESTS < RESTS - 1 {
        return Ok(());
    }
    cx.enter(|i| i.tire(RESTS as u64 * WORK));
    breathe(cx, 0).await
}

/// After so many; what making or cancelling a task takes, in instructions.
const RESTS: usize = 64;
const WORK: u64 = 40;

/// All items of an exact built-in that are at hand, if they are not too many for one go.
pub fn at_once(i: &mut dyn Interp, iterable: &Value) -> PyResult<Option<Vec<Value>>> {
    let of_view = dict_view::plain_iterator(iterable);
    let source = match iterable {
        Value::Object(_) if let Some(iterator) = &of_view => iterator,
        Value::Object(_) => match type_of(iterable).lookup(known::ITER) {
            Some(method) if is_wrapper(&method) => iterable.plain(),
            _ => return Ok(None),
        },
        _ => iterable,
    };
    let items: Vec<Value> = match source {
        Value::List(list) => list.items.borrow().clone(),
        Value::Tuple(tuple) => tuple.items.to_vec(),
        Value::Dict(dict) => dict.keys(),
        Value::Set(set) => set.items(),
        Value::Str(string) => string.data.points().map(character).collect(),
        Value::Range(range) if range.len() <= CHUNK as u64 => {
            (0..range.len() as i64).map(|n| Value::Int(range.start.wrapping_add(n.wrapping_mul(range.step)))).collect()
        }
        Value::Bytes(bytes) => bytes.data.iter().map(|b| Value::Int((*b).into())).collect(),
        Value::Iter(iter) => {
            if matches!(iter.kind, IterKind::Native(_)) || remaining(iter).is_none_or(|n| n > CHUNK) {
                return Ok(None);
            }
            match iter.rest_of_dict() {
                Some(items) => items,
                None => {
                    let mut items = Vec::new();
                    while let Some(item) = iter.step()? {
                        items.push(item);
                    }
                    items
                }
            }
        }
        _ => return Ok(None),
    };
    if items.len() > 64 {
        i.charge(items.len() as u64 / 16);
        i.reserve(items.len() * 8)?;
    }
    Ok(Some(items))
}

/// All items of an iterable, Python code nested.
pub fn to_vec(i: &mut dyn Interp, iterable: &Value) -> PyResult<Vec<Value>> {
    if let Some(items) = at_once(i, iterable)? {
        return Ok(items);
    }
    let (cx, iterable) = (i.cx(), iterable.clone());
    let list = i.finish(Flow::frame(async move { super::collect(&cx, &iterable).await.map(Value::list) }))?;
    match list {
        Value::List(list) => Ok(list.items.take()),
        _ => Ok(Vec::new()),
    }
}
