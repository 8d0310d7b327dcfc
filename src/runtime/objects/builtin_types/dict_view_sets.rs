//! `|`, `&`, `-`, `^` of views of keys and items (Objects/dictobject.c): always a set, filled in CPython's order.

use std::rc::Rc;

use super::dict_view::{self, DictView, holds, set_like, size};
use super::set::{self, Operand};
use crate::objects::args::Args;
use crate::objects::containers::Set;
use crate::objects::exception::PyResult;
use crate::objects::function::SyncFn;
use crate::objects::interp::Interp;
use crate::objects::iter::DictPart;
use crate::objects::native_class::NativeClass;
use crate::objects::ops::{self, BinaryOp};
use crate::objects::types::{Types, type_name};
use crate::objects::value::Value;

/// What the operator gives where one operand is a view of keys or items; `None` if neither is.
pub(in crate::objects) fn operation(i: &mut dyn Interp, op: BinaryOp, x: &Value, y: &Value) -> PyResult<Option<Value>> {
    let views = (set_like(x), set_like(y));
    let result = match (op, views) {
        (_, (None, None)) => return Ok(None),
        (BinaryOp::And, (Some(view), _)) => intersection(i, x, view, y)?,
        (BinaryOp::And, (None, Some(view))) => intersection(i, y, view, x)?,
        (BinaryOp::Xor, (Some(a), Some(b))) if a.what == DictPart::Items && b.what == DictPart::Items => {
            differing_items(i, a, b)?
        }
        _ => {
            let all = to_set(i, x)?;
            let operand = operand(i, y)?;
            match op {
                BinaryOp::Or => set::update(i, all, operand)?,
                BinaryOp::Sub => set::difference_update(i, all, operand)?,
                _ => set::symmetric_difference_update(i, all, operand)?,
            }
        }
    };
    Ok(Some(Value::Set(result)))
}

/// `dictviews_to_set`: keys come by way of their dict. What is no view is iterated nested.
fn to_set(i: &mut dyn Interp, value: &Value) -> PyResult<Rc<Set>> {
    let operand = match set_like(value) {
        Some(view) if view.what == DictPart::Keys && !dict_view::is_ordered(value) => Operand::of_keys(i, &view.dict)?,
        _ => operand(i, value)?,
    };
    set::update(i, Set::new(false), operand)
}

fn operand(i: &mut dyn Interp, value: &Value) -> PyResult<Operand> {
    if let Some(view) = set_like(value) {
        return Ok(Operand::Items(view.dict.parts(view.what)));
    }
    match Operand::at_once(i, value)? {
        Some(operand) => Ok(operand),
        None => ops::to_vec(i, value).map(Operand::Items),
    }
}

/// `_PyDictView_Intersect`: goes through the smaller operand.
fn intersection(i: &mut dyn Interp, this: &Value, view: &DictView, other: &Value) -> PyResult<Rc<Set>> {
    if let Value::Set(set) = other
        && !set.frozen
        && view.dict.len() <= set.len()
    {
        return set::intersection(i, set.clone(), Operand::Items(view.dict.parts(view.what)));
    }
    let (whole, part) = match set_like(other) {
        Some(second) if second.dict.len() > view.dict.len() => (other, this),
        _ => (this, other),
    };
    let result = Set::new(false);
    for item in ops::to_vec(i, part)? {
        if holds(i, whole, &item)? {
            result.add(i, item)?;
        }
    }
    Ok(result)
}

/// `dictitems_xor`: the second's items that differ, then what the first has left.
fn differing_items(i: &mut dyn Interp, a: &DictView, b: &DictView) -> PyResult<Rc<Set>> {
    let left = a.dict.copy(i)?;
    let result = Set::new(false);
    let mut at = 0;
    while let Some((after, key, value)) = b.dict.next_entry(at) {
        at = after;
        let hash = b.dict.hash_of_entry(i, after, &key)?;
        let same = match left.get_hashed(i, &key, hash)? {
            Some(other) => ops::equal(i, &other, &value)?,
            None => false,
        };
        if same {
            left.remove_hashed(i, &key, hash)?;
        } else {
            result.add(i, Value::tuple([key, value]))?;
        }
    }
    set::update(i, result, Operand::Items(left.parts(DictPart::Items)))
}

fn is_disjoint(i: &mut dyn Interp, mut args: Args) -> PyResult {
    let x = args.take_receiver();
    let [y] = args.exactly(&format!("{}.isdisjoint", type_name(&x)))?;
    if x.is(&y) {
        return Ok(Value::Bool(size(&x) == 0));
    }
    // Of two views or sets the smaller one is gone through (`dictviews_isdisjoint`).
    let is_sized = set_like(&y).is_some() || matches!(y.plain(), Value::Set(_));
    let (whole, part) = if is_sized && size(&y) > size(&x) { (&y, &x) } else { (&x, &y) };
    for item in ops::to_vec(i, part)? {
        if holds(i, whole, &item)? {
            return Ok(Value::Bool(false));
        }
    }
    Ok(Value::Bool(true))
}

fn by(i: &mut dyn Interp, op: BinaryOp, args: Args) -> PyResult {
    let [x, y] = args.operands("dict_keys", op.method())?;
    Ok(operation(i, op, &x, &y)?.unwrap_or(Value::NotImplemented))
}

fn reflected(i: &mut dyn Interp, op: BinaryOp, args: Args) -> PyResult {
    let [x, y] = args.operands("dict_keys", op.reflected())?;
    Ok(operation(i, op, &y, &x)?.unwrap_or(Value::NotImplemented))
}

/// Fills `dict_keys` and `dict_items`.
#[inline(never)]
pub(super) fn install(t: &'static Types) {
    let operators: [(&str, &str, SyncFn, SyncFn); 4] = [
        ("__or__", "__ror__", |i, a| by(i, BinaryOp::Or, a), |i, a| reflected(i, BinaryOp::Or, a)),
        ("__and__", "__rand__", |i, a| by(i, BinaryOp::And, a), |i, a| reflected(i, BinaryOp::And, a)),
        ("__sub__", "__rsub__", |i, a| by(i, BinaryOp::Sub, a), |i, a| reflected(i, BinaryOp::Sub, a)),
        ("__xor__", "__rxor__", |i, a| by(i, BinaryOp::Xor, a), |i, a| reflected(i, BinaryOp::Xor, a)),
    ];
    for class in [&t.dict_keys, &t.dict_items] {
        let mut builder = NativeClass::extend(class).sync("isdisjoint", is_disjoint);
        for (name, swapped, forward, backward) in operators {
            builder = builder.sync(name, forward).sync(swapped, backward);
        }
        builder.finish();
    }
}
