//! `len`, `in`, `[]`.

use std::rc::Rc;

use super::sequence_part::has_sequence_part;
use super::special::{call_found, has_methods, is_wrapper};
use super::{convert, iterate, number, scanning, subscript};
use crate::objects::args::Args;
use crate::objects::attribute;
use crate::objects::builtin_types::{bytearray, generic_alias};
use crate::objects::containers::Dict;
use crate::objects::cx::{Cx, Taker};
use crate::objects::dict::same;
use crate::objects::dict_table::Same;
use crate::objects::exception::{Exc, PyResult, key_error, overflow_error, type_error, value_error};
use crate::objects::function::Flow;
use crate::objects::interp::Interp;
use crate::objects::iter::IterKind;
use crate::objects::lookup::{self, Table, Use};
use crate::objects::symbol::{Symbol, known};
use crate::objects::then::{Then, in_frame};
use crate::objects::types::{type_name, type_of, types};
use crate::objects::value::Value;

/// The length of an exact built-in (of what an instance carries).
pub(in crate::objects) fn exact_len(value: &Value) -> Option<usize> {
    Some(match value {
        Value::List(l) => l.items.borrow().len(),
        Value::Str(s) => s.data.len(),
        Value::Tuple(t) => t.items.len(),
        Value::Dict(d) => d.len(),
        Value::Set(s) => s.len(),
        Value::Bytes(b) => b.data.len(),
        Value::Range(r) => convert::size(r.len() as i64),
        // What a context's `keys`, `values` and `items` give has a length.
        Value::Iter(iter) => match (&iter.kind, types()) {
            (IterKind::List { list, .. }, t)
                if [&t.context_keys, &t.context_values, &t.context_items]
                    .iter()
                    .any(|c| Rc::ptr_eq(c, &iter.class)) =>
            {
                list.items.borrow().len()
            }
            _ => return None,
        },
        _ => return None,
    })
}

/// `len(value)`
pub fn len(i: &mut dyn Interp, value: &Value) -> PyResult<Flow> {
    if let Some(n) = exact_len(value) {
        if let Value::Range(r) = value {
            let n = i64::try_from(r.len()).map_err(|_| overflow_error("Python int too large to convert to C ssize_t"));
            return n.map(|n| Flow::Done(Value::Int(n)));
        }
        return Ok(Flow::Done(n.into()));
    }
    if has_methods(value) {
        match type_of(value).lookup(known::LEN) {
            Some(method) if is_wrapper(&method) => {
                if let Some(n) = exact_len(value.plain()) {
                    return Ok(Flow::Done(n.into()));
                }
            }
            Some(method) => {
                let flow = call_found(i, &method, value, Args::none())?;
                return flow.then(i, |i, result| super::truth::judge_len(i, &result).map(|n| Value::Int(n).into()));
            }
            None => {}
        }
    }
    Err(type_error(format!("object of type '{}' has no len()", type_name(value))))
}

/// `len(value)`, `__len__` nested.
pub fn length(i: &mut dyn Interp, value: &Value) -> PyResult<usize> {
    match len(i, value)? {
        Flow::Done(Value::Int(n)) => Ok(convert::size(n)),
        flow => Ok(convert::size(i.finish(flow)?.as_int().unwrap_or(0))),
    }
}

/// Whether [`ask_length`] would ask.
pub(super) fn asks_length(value: &Value) -> bool {
    let class = type_of(value);
    class.lookup(known::LEN).is_some() || class.lookup(known::LENGTH_HINT).is_some()
}

/// Asks a program's object how many items it has, for nothing but what the answer brings about
/// (`PyObject_LengthHint`).
pub(super) async fn ask_length(cx: &Cx, value: &Value) -> PyResult<()> {
    if !has_methods(value) {
        return Ok(());
    }
    if type_of(value).lookup(known::LEN).is_some() && answered(cx.run(|i| len(i, value)).await)?.is_some() {
        return Ok(());
    }
    ask_hint(cx, value).await
}

/// A TypeError is no answer.
fn answered(answer: PyResult) -> PyResult<Option<Value>> {
    match answer {
        Err(exc) if exc.is_a(&types().type_error) => Ok(None),
        answer => answer.map(Some),
    }
}

/// What follows once a length has been asked for.
type Following = Box<dyn FnOnce(&mut dyn Interp) -> PyResult<Flow>>;

/// As [`ask_length`], with what follows: without a frame where the class has a `__len__`.
pub(super) fn length_asked(i: &mut dyn Interp, value: &Value, then: Following) -> PyResult<Flow> {
    if type_of(value).lookup(known::LEN).is_none() {
        return Ok(hint_asked(i, value.clone(), then));
    }
    match len(i, value) {
        Ok(Flow::Done(_)) => then(i),
        Ok(flow) => flow.and_then(i, Box::new(LengthAsked(value.clone(), then))),
        Err(exc) if exc.is_a(&types().type_error) => Ok(hint_asked(i, value.clone(), then)),
        Err(exc) => Err(exc),
    }
}

struct LengthAsked(Value, Following);

impl Then for LengthAsked {
    fn value(self: Box<Self>, i: &mut dyn Interp, _: Value) -> PyResult<Flow> {
        (self.1)(i)
    }

    fn failed(self: Box<Self>, i: &mut dyn Interp, exc: Exc) -> PyResult<Flow> {
        match exc.is_a(&types().type_error) {
            true => Ok(hint_asked(i, self.0, self.1)),
            false => Err(exc),
        }
    }

    fn later(self: Box<Self>, i: &mut dyn Interp, flow: Flow) -> PyResult<Flow> {
        Ok(in_frame(i, flow, self))
    }
}

fn hint_asked(i: &mut dyn Interp, value: Value, then: Following) -> Flow {
    let cx = i.cx();
    Flow::frame(async move {
        ask_hint(&cx, &value).await?;
        cx.run(then).await
    })
}

async fn ask_hint(cx: &Cx, value: &Value) -> PyResult<()> {
    let class = type_of(value);
    let Some(method) = class.lookup(known::LENGTH_HINT) else { return Ok(()) };
    let Some(hint) = answered(cx.run(|i| call_found(i, &method, value, Args::none())).await)? else { return Ok(()) };
    check_hint(&hint)
}

/// As `ask_length`, nested.
pub fn ask_length_now(i: &mut dyn Interp, value: &Value) -> PyResult<()> {
    let class = type_of(value);
    if class.lookup(known::LEN).is_some() {
        let length = len(i, value).and_then(|flow| i.finish(flow));
        if answered(length)?.is_some() {
            return Ok(());
        }
    }
    let Some(method) = class.lookup(known::LENGTH_HINT).filter(|_| has_methods(value)) else { return Ok(()) };
    let hint = call_found(i, &method, value, Args::none()).and_then(|flow| i.finish(flow));
    answered(hint)?.map_or(Ok(()), |hint| check_hint(&hint))
}

fn check_hint(hint: &Value) -> PyResult<()> {
    match hint.plain() {
        Value::Int(n) if *n < 0 => Err(value_error("__length_hint__() should return >= 0")),
        Value::BigInt(_) => Err(overflow_error("Python int too large to convert to C ssize_t")),
        Value::NotImplemented | Value::Int(_) | Value::Bool(_) => Ok(()),
        _ => Err(type_error(format!("__length_hint__ must be an integer, not {}", type_name(hint)))),
    }
}

/// `item in container`: comes to a bool.
pub fn contains(i: &mut dyn Interp, container: &Value, item: &Value) -> PyResult<Flow> {
    if has_methods(container) {
        let class = type_of(container);
        match class.lookup(known::CONTAINS) {
            Some(Value::None) => {
                return Err(type_error(format!("'{}' object is not a container", type_name(container))));
            }
            Some(method) if !is_wrapper(&method) => {
                let flow = call_found(i, &method, container, Args::one(item.clone()))?;
                return flow.then(i, |i, answer| super::truth_of(i, answer));
            }
            Some(_) => {}
            None => return contains_by_iteration(i, container, item),
        }
    }
    match container.plain() {
        Value::Dict(d) if lookup::asks(d, item) => {
            return lookup::begin(i, Table::Dict(d.clone()), item, Use::Contains);
        }
        Value::Set(s) if lookup::asks_member(item) => {
            return lookup::begin(i, Table::Set(s.clone()), item, Use::Contains);
        }
        sequence @ (Value::List(_) | Value::Tuple(_)) => return scanning::contains(i, sequence, item),
        _ => {}
    }
    match exact_contains(i, container.plain(), item)? {
        Some(answer) => Ok(Flow::Done(Value::Bool(answer))),
        None => contains_by_iteration(i, container, item),
    }
}

/// `in` of an exact built-in; `None` if it must be iterated.
fn exact_contains(i: &mut dyn Interp, container: &Value, item: &Value) -> PyResult<Option<bool>> {
    Ok(Some(match container {
        Value::Str(s) => match item.plain() {
            Value::Str(part) => s.data.contains(&part.data),
            _ => {
                let name = type_name(item);
                return Err(type_error(format!("'in <string>' requires string as left operand, not {name}")));
            }
        },
        Value::Dict(d) => d.contains(i, item)?,
        Value::Set(s) => s.contains(i, item)?,
        // A subclass may compare otherwise.
        Value::Range(_) if matches!(item, Value::Object(_)) => return Ok(None),
        Value::Range(r) => match number::int_ref(item) {
            Some(n) => match n.as_i64() {
                Some(n) => range_contains(r.start, r.stop, r.step, n),
                None => false,
            },
            None => return Ok(None),
        },
        Value::Bytes(_) => return crate::objects::builtin_types::bytes_like::contains(i, container, item).map(Some),
        _ => return Ok(None),
    }))
}

fn range_contains(start: i64, stop: i64, step: i64, n: i64) -> bool {
    let within = if step > 0 { start <= n && n < stop } else { stop < n && n <= start };
    within && (n as i128 - start as i128) % step as i128 == 0
}

/// `in` of what is only iterable.
fn contains_by_iteration(i: &mut dyn Interp, container: &Value, item: &Value) -> PyResult<Flow> {
    let iterator = match iterate::iter_or_none(i, container)? {
        Some(flow) => flow,
        None => return Err(type_error(format!("argument of type '{}' is not iterable", type_name(container)))),
    };
    let item = item.clone();
    iterator.then(i, |i, iterator| {
        let others = Rc::new(Others(item.clone()));
        super::take_all(i, iterator.clone(), others, move |i, next| match next {
            None => Ok(Value::Bool(false).into()),
            Some(other) if same(&other, &item) == Same::Yes => Ok(Value::Bool(true).into()),
            Some(other) => Ok(Flow::frame(is_among(i.cx(), iterator, other, item))),
        })
    })
}

/// Takes what is known to be another.
struct Others(Value);

impl Taker for Others {
    fn take(&self, item: Value) -> Option<Value> {
        (same(&item, &self.0) != Same::No).then_some(item)
    }
}

/// Whether one of `next` and what follows is equal to `item`.
async fn is_among(cx: Cx, iterator: Value, mut next: Value, item: Value) -> PyResult {
    loop {
        if next.is(&item) {
            return Ok(Value::Bool(true));
        }
        let answer = cx.run(|i| super::compare(i, super::CompareOp::Eq, &next, &item)).await?;
        if !matches!(cx.run(|i| super::not_(i, &answer)).await?, Value::Bool(true)) {
            return Ok(Value::Bool(true));
        }
        next = match super::next_item(&cx, &iterator).await? {
            Some(other) => other,
            None => return Ok(Value::Bool(false)),
        };
    }
}

/// `object[key]`
pub fn get_item(i: &mut dyn Interp, object: &Value, key: &Value) -> PyResult<Flow> {
    match (object, key) {
        (Value::List(l), Value::Int(n)) => {
            let items = l.items.borrow();
            let at = if *n < 0 { n + items.len() as i64 } else { *n };
            if let Some(item) = usize::try_from(at).ok().and_then(|at| items.get(at)) {
                return Ok(Flow::Done(item.clone()));
            }
        }
        (Value::Tuple(t), Value::Int(n)) => {
            let at = if *n < 0 { n + t.items.len() as i64 } else { *n };
            if let Some(item) = usize::try_from(at).ok().and_then(|at| t.items.get(at)) {
                return Ok(Flow::Done(item.clone()));
            }
        }
        (Value::Dict(d), _) => return get_in_dict(i, d, object, key),
        (Value::Type(_), _) => return get_class_item(i, object, key),
        (Value::Object(_), _) => return get_item_by_method(i, object, key),
        _ => {}
    }
    match subscript::get(i, object, key)? {
        Some(value) => Ok(Flow::Done(value)),
        None => Err(not_subscriptable(object)),
    }
}

#[cold]
fn not_subscriptable(object: &Value) -> Exc {
    type_error(format!("'{}' object is not subscriptable", type_name(object)))
}

/// `object[key]` of a dict, or of an instance that carries one.
fn get_in_dict(i: &mut dyn Interp, dict: &Rc<Dict>, object: &Value, key: &Value) -> PyResult<Flow> {
    if lookup::asks(dict, key) {
        return lookup::begin(i, Table::Dict(dict.clone()), key, Use::Item(object.clone()));
    }
    match dict.get(i, key)? {
        Some(value) => Ok(Flow::Done(value)),
        None => lookup::missing(i, object, key.clone()),
    }
}

/// `object[key] = value` of such a one.
fn set_in_dict(i: &mut dyn Interp, dict: &Rc<Dict>, key: &Value, value: Value) -> PyResult<Flow> {
    if lookup::asks(dict, key) {
        return lookup::begin(i, Table::Dict(dict.clone()), key, Use::Put(value));
    }
    dict.set(i, key.clone(), value)?;
    Ok(Flow::Done(Value::None))
}

fn get_item_by_method(i: &mut dyn Interp, object: &Value, key: &Value) -> PyResult<Flow> {
    if let Value::Int(n) = key
        && let Some(byte) = bytearray::with_byte(object, *n, |byte| *byte)
    {
        return Ok(Flow::Done(Value::Int(byte.into())));
    }
    let class = type_of(object);
    match class.lookup(known::GETITEM) {
        Some(method) if is_wrapper(&method) => match object.plain() {
            Value::Dict(d) => get_in_dict(i, d, object, key),
            plain => match subscript::get(i, plain, key)? {
                Some(value) => Ok(Flow::Done(value)),
                None => Err(not_subscriptable(object)),
            },
        },
        Some(method) => call_found(i, &method, object, Args::one(key.clone())),
        None => Err(not_subscriptable(object)),
    }
}

/// `C[key]`: the metaclass's `__getitem__`, or `__class_getitem__`.
fn get_class_item(i: &mut dyn Interp, object: &Value, key: &Value) -> PyResult<Flow> {
    let Value::Type(class) = object else { return Err(not_subscriptable(object)) };
    if let Some(metaclass) = class.metaclass()
        && let Some(method) = metaclass.lookup(known::GETITEM)
    {
        return call_found(i, &method, object, Args::one(key.clone()));
    }
    if Rc::ptr_eq(class, &types().type_) {
        return Ok(Flow::Done(generic_alias::new(object.clone(), key.clone())));
    }
    match class.lookup(known::CLASS_GETITEM) {
        Some(found) => {
            let flow = attribute::bind(i, &found, &Value::Unset, class)?;
            let function = i.finish(flow)?;
            Ok(Flow::call(function, Args::one(key.clone())))
        }
        None => Err(type_error(format!("type '{}' is not subscriptable", class.shown_name()))),
    }
}

/// `object[key] = value`
pub fn set_item(i: &mut dyn Interp, object: &Value, key: &Value, value: Value) -> PyResult<Flow> {
    match (object, key) {
        (Value::List(l), Value::Int(n)) => {
            let mut items = l.items.borrow_mut();
            let at = if *n < 0 { n + items.len() as i64 } else { *n };
            if let Some(item) = usize::try_from(at).ok().and_then(|at| items.get_mut(at)) {
                crate::objects::gc::link(l, &value);
                let old = std::mem::replace(item, value);
                drop(items);
                crate::objects::finalizer::release(old);
                return Ok(Flow::Done(Value::None));
            }
        }
        (Value::Dict(d), _) => return set_in_dict(i, d, key, value),
        (Value::Object(_), Value::Int(n))
            if let Value::Int(new @ 0..=255) = value
                && let Some(()) = bytearray::with_byte(object, *n, |byte| *byte = new as u8) =>
        {
            return Ok(Flow::Done(Value::None));
        }
        _ if has_methods(object) => match type_of(object).lookup(known::SETITEM) {
            Some(method) if is_wrapper(&method) => {
                if let Value::Dict(d) = object.plain() {
                    return set_in_dict(i, d, key, value);
                }
            }
            Some(method) => return call_found(i, &method, object, Args::from([key.clone(), value])),
            None => {}
        },
        _ => {}
    }
    match object.plain() {
        Value::List(list) => subscript::set_list(i, list, key, value),
        _ if has_sequence_part(object) => {
            beyond_index(i, key)?;
            Err(cannot_change(object, "item assignment", "does not", [known::DELITEM, known::SETITEM]))
        }
        _ => Err(cannot_change(object, "item assignment", "does not", [known::DELITEM, known::SETITEM])),
    }
}

/// TypeError; of a program's class that has the other of the two methods, AttributeError (both fill one slot).
#[cold]
#[inline(never)]
fn cannot_change(object: &Value, what: &str, not: &str, [other, wanted]: [Symbol; 2]) -> Exc {
    match type_of(object).lookup(other) {
        Some(Value::Function(_)) => crate::objects::exception::attribute_error(wanted.value()),
        _ => type_error(format!("'{}' object {not} support {what}", type_name(object))),
    }
}

/// What is a sequence and cannot be changed says first that an index does not fit (`PyObject_SetItem`).
fn beyond_index(i: &mut dyn Interp, key: &Value) -> PyResult<()> {
    match convert::as_index(i, key)? {
        Some(Value::BigInt(_)) => Err(subscript::unfit(key)),
        _ => Ok(()),
    }
}

/// `del object[key]`
pub fn del_item(i: &mut dyn Interp, object: &Value, key: &Value) -> PyResult<Flow> {
    if has_methods(object)
        && let Some(method) = type_of(object).lookup(known::DELITEM)
        && !is_wrapper(&method)
    {
        return call_found(i, &method, object, Args::one(key.clone()));
    }
    match object.plain() {
        Value::Dict(d) if lookup::asks(d, key) => lookup::begin(i, Table::Dict(d.clone()), key, Use::Delete),
        Value::Dict(d) => match d.remove(i, key)? {
            Some(_) => Ok(Flow::Done(Value::None)),
            None => Err(key_error(key.clone())),
        },
        Value::List(list) => subscript::del_list(i, list, key).map(|()| Flow::Done(Value::None)),
        _ => {
            let is_sequence = has_sequence_part(object);
            if is_sequence {
                beyond_index(i, key)?;
            }
            let index = matches!(key.plain(), Value::Int(_) | Value::BigInt(_) | Value::Bool(_));
            let not = if index && is_sequence { "doesn't" } else { "does not" };
            Err(cannot_change(object, "item deletion", not, [known::SETITEM, known::DELITEM]))
        }
    }
}
