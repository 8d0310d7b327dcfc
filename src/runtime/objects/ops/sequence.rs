//! `+`, `*`, `%`, `|`, `&`, `-`, `^` of exact built-ins that are no numbers.

use super::special::has_methods;
use std::rc::Rc;

use super::sequence_part::has_sequence_part;
use super::{BinaryOp, convert, iterate};
use crate::objects::builtin_types::dict::{iterates_otherwise, update_from};
use crate::objects::builtin_types::{bytearray, bytes_like, dict_view_sets, percent, union_type};
use crate::objects::containers::{Dict, List, Tuple};
use crate::objects::cx::Taker;
use crate::objects::exception::{PyResult, overflow_error, type_error};
use crate::objects::finalizer;
use crate::objects::function::Flow;
use crate::objects::gc;
use crate::objects::interp::Interp;
use crate::objects::symbol::known;
use crate::objects::types::type_of;
use crate::objects::value::Value;

/// What `*` repeats and `+` joins.
pub(in crate::objects) fn is_sequence(value: &Value) -> bool {
    matches!(value, Value::Str(_) | Value::Bytes(_) | Value::List(_) | Value::Tuple(_))
        || bytearray::of(value).is_some()
}

/// The operation of what `a` and `b` carry (`x`, `y`); `None` if they do not know it.
pub(super) fn operation(
    i: &mut dyn Interp,
    op: BinaryOp,
    inplace: bool,
    (a, b): (&Value, &Value),
    x: &Value,
    y: &Value,
) -> PyResult<Option<Flow>> {
    let result = match op {
        BinaryOp::Add => match (x, y) {
            (Value::List(_), _) if inplace => return extend_in_place(i, a, b).map(Some),
            _ => concat(i, x, y)?,
        },
        BinaryOp::Mul if is_sequence(x) && is_index(b) => {
            let times = times(i, b)?;
            if inplace && let Some(done) = repeat_in_place(i, x, times)? {
                done.then(|| a.clone())
            } else {
                Some(repeat(i, x, times)?)
            }
        }
        BinaryOp::Mul if is_sequence(y) && is_index(a) && !is_sequence(x) && !(inplace && has_sequence_part(a)) => {
            let times = times(i, a)?;
            Some(repeat(i, y, times)?)
        }
        BinaryOp::Mod => match x {
            Value::Str(format) => Some(percent::format(i, a, format, b)?),
            _ if bytes_like::to_vec(x).is_some() && !bytes_like::is_view(x) => Some(percent::format_bytes(i, x, b)?),
            _ => None,
        },
        BinaryOp::Or | BinaryOp::And | BinaryOp::Sub | BinaryOp::Xor => match (x, y) {
            (Value::Set(s), Value::Set(t)) => {
                if inplace && !s.frozen {
                    s.update_with(i, op, t)?;
                    Some(a.clone())
                } else {
                    Some(Value::Set(s.combined(i, op, t)?))
                }
            }
            (Value::Dict(d), _) if op == BinaryOp::Or => return dict_or(i, inplace, a, d, b),
            _ => match dict_view_sets::operation(i, op, x, y)? {
                Some(set) => Some(set),
                None if op == BinaryOp::Or => union_type::or(i, x, y)?,
                None => None,
            },
        },
        _ => None,
    };
    Ok(result.map(Flow::Done))
}

fn concat(i: &mut dyn Interp, x: &Value, y: &Value) -> PyResult<Option<Value>> {
    Ok(match (x, y) {
        (Value::Str(s), Value::Str(t)) => {
            if s.data.is_empty() {
                return Ok(Some(y.clone()));
            }
            if t.data.is_empty() {
                return Ok(Some(x.clone()));
            }
            i.reserve(s.data.len() + t.data.len())?;
            Some(s.data.concat(&t.data).into())
        }
        (Value::List(s), Value::List(t)) => {
            let (s, t) = (s.items.borrow(), t.items.borrow());
            i.reserve((s.len() + t.len()) * 8)?;
            i.charge(((s.len() + t.len()) / 8) as u64);
            let mut items = Vec::with_capacity(s.len() + t.len());
            items.extend_from_slice(&s);
            items.extend_from_slice(&t);
            Some(Value::list(items))
        }
        (Value::Tuple(s), Value::Tuple(t)) => {
            if s.items.is_empty() {
                return Ok(Some(y.clone()));
            }
            if t.items.is_empty() {
                return Ok(Some(x.clone()));
            }
            i.reserve((s.items.len() + t.items.len()) * 8)?;
            Some(Value::tuple([&s.items[..], &t.items[..]].concat()))
        }
        _ => return bytes_like::concat(i, x, y),
    })
}

fn is_index(value: &Value) -> bool {
    match value.plain() {
        Value::Int(_) | Value::Bool(_) | Value::BigInt(_) => true,
        _ => has_methods(value) && type_of(value).lookup(known::INDEX).is_some(),
    }
}

/// How often to repeat; negative counts are none.
pub fn times(i: &mut dyn Interp, value: &Value) -> PyResult<u64> {
    let n = convert::to_int(i, value)?;
    match n {
        Value::Int(n) => Ok(n.max(0) as u64),
        _ => Err(overflow_error("cannot fit 'int' into an index-sized integer")),
    }
}

/// Charges `len` items `times` over, of `unit` bytes each; how often to repeat them on this machine.
pub fn charge_repeated(i: &mut dyn Interp, len: usize, times: u64, unit: usize) -> PyResult<usize> {
    let bytes = (len as u64).saturating_mul(times).saturating_mul(unit as u64);
    convert::reserve(i, bytes)?;
    i.charge(bytes / 64);
    // However often, nothing stays nothing.
    Ok(if len == 0 { 0 } else { convert::size(times as i64) })
}

fn repeat(i: &mut dyn Interp, x: &Value, times: u64) -> PyResult {
    Ok(match x {
        Value::Str(s) => {
            if times == 1 {
                return Ok(x.clone());
            }
            let times = charge_repeated(i, s.data.len(), times, s.data.unit_size())?;
            s.data.repeat(times).into()
        }
        Value::Tuple(t) if times == 1 => Value::Tuple(t.clone()),
        Value::Tuple(t) => {
            let times = charge_repeated(i, t.items.len(), times, 8)?;
            Value::Tuple(Tuple::new(repeated(&t.items, times)))
        }
        Value::List(l) => {
            let items = l.items.borrow();
            let times = charge_repeated(i, items.len(), times, 8)?;
            // The commonest use is [x] * n.
            Value::list(match &items[..] {
                [one] => vec![one.clone(); times],
                all => repeated(all, times),
            })
        }
        _ => {
            let data = bytes_like::to_vec(x).unwrap_or_default();
            let times = charge_repeated(i, data.len(), times, 1)?;
            bytes_like::same_kind(x, data.repeat(times))
        }
    })
}

fn repeated(items: &[Value], times: usize) -> Vec<Value> {
    let mut all = Vec::with_capacity(items.len() * times);
    for _ in 0..times {
        all.extend_from_slice(items);
    }
    all
}

/// `list *= n`, `bytearray *= n`.
fn repeat_in_place(i: &mut dyn Interp, x: &Value, times: u64) -> PyResult<Option<bool>> {
    if let Value::List(list) = x {
        let len = list.items.borrow().len();
        let times = charge_repeated(i, len, times, 8)?;
        let items = list.items.take();
        list.items.replace(repeated(&items, times));
        finalizer::release_all(items.into_iter().rev());
        return Ok(Some(true));
    }
    if let Some(array) = bytearray::of(x) {
        let len = array.data.borrow().len();
        let times = charge_repeated(i, len, times, 1)?;
        if len > 0 && times != 1 {
            let mut data = array.resizing()?;
            *data = data.repeat(times).into();
        }
        return Ok(Some(true));
    }
    Ok(None)
}

/// `list += iterable` (`list.extend`): comes to `a`.
pub(in crate::objects) fn extend_in_place(i: &mut dyn Interp, a: &Value, y: &Value) -> PyResult<Flow> {
    let Value::List(list) = a.plain() else { return Err(type_error("a list is needed")) };
    if let Some(items) = iterate::at_once(i, y)? {
        i.reserve(items.len() * 8)?;
        gc::link_all(list, &items);
        list.items.borrow_mut().extend(items);
        return Ok(Flow::Done(a.clone()));
    }
    let (cx, a, y, list) = (i.cx(), a.clone(), y.clone(), list.clone());
    if matches!(y, Value::Iter(_) | Value::Generator(_)) && super::is_iterator(&y) {
        return super::take_all(i, y, Rc::new(Extending(list)), |_, _| Ok(a.into()));
    }
    Ok(Flow::frame(async move {
        let iterator = cx.run(|i| super::iter(i, &y)).await?;
        super::item::ask_length(&cx, &y).await?;
        let extending = Rc::new(Extending(list));
        while let Some(item) = super::next_not_taken(&cx, &iterator, &extending).await? {
            extending.take(item);
        }
        Ok(a)
    }))
}

/// The list that takes what an iterator gives.
struct Extending(Rc<List>);

impl Taker for Extending {
    fn take(&self, item: Value) -> Option<Value> {
        gc::link(&self.0, &item);
        self.0.items.borrow_mut().push(item);
        None
    }

    fn held(&self) -> usize {
        self.0.items.borrow().len()
    }
}

/// `dict | mapping`, `dict |= mapping or pairs`.
fn dict_or(i: &mut dyn Interp, inplace: bool, a: &Value, d: &Rc<Dict>, y: &Value) -> PyResult<Option<Flow>> {
    if inplace {
        let (cx, a, d, y) = (i.cx(), a.clone(), d.clone(), y.clone());
        if let Value::Dict(other) = &y {
            d.update(i, other)?;
            return Ok(Some(Flow::Done(a)));
        }
        return Ok(Some(Flow::frame(async move {
            update_from(&cx, &d, &y).await?;
            Ok(a)
        })));
    }
    let Value::Dict(other) = y.plain() else { return Ok(None) };
    if iterates_otherwise(a) || iterates_otherwise(y) {
        let (cx, a, y, made) = (i.cx(), a.clone(), y.clone(), Dict::new());
        return Ok(Some(Flow::frame(async move {
            update_from(&cx, &made, &a).await?;
            update_from(&cx, &made, &y).await?;
            Ok(Value::Dict(made))
        })));
    }
    let copy = d.copy(i)?;
    copy.update(i, other)?;
    Ok(Some(Flow::Done(Value::Dict(copy))))
}

/// `target += suffix` for strs: in place where nobody else holds the target, so that building a text piece by piece
/// takes linear time. `false`: nothing was done.
pub fn append_str(target: &mut Value, suffix: &Value) -> bool {
    if let (Value::Str(text), Value::Str(suffix)) = (target, suffix)
        && text.symbol().is_none()
        && let Some(text) = Rc::get_mut(text)
    {
        text.data.push_py(&suffix.data);
        return true;
    }
    false
}
