//! The methods of `set` and `frozenset`.

use std::rc::Rc;

use super::iterator_types::class_of;
use super::payload::{make_with, set_receiver};
use crate::objects::args::Args;
use crate::objects::containers::Set;
use crate::objects::exception::{PyResult, key_error, type_error};
use crate::objects::function::Flow;
use crate::objects::interp::Interp;
use crate::objects::native_class::NativeClass;
use crate::objects::ops::{self, BinaryOp, CompareOp};
use crate::objects::symbol::known;
use crate::objects::types::{Types, types};
use crate::objects::value::Value;

/// A set of an argument: sets at once, other iterables by a frame that then goes on with `then`.
fn with_sets(
    i: &mut dyn Interp,
    args: Args,
    then: impl FnOnce(&mut dyn Interp, Vec<Rc<Set>>) -> PyResult + 'static,
) -> PyResult<Flow> {
    let mut sets = Vec::with_capacity(args.values.len());
    let mut rest = args.values.into_iter();
    while let Some(value) = rest.next() {
        if let Some(set) = set_at_once(i, &value)? {
            sets.push(set);
            continue;
        }
        let cx = i.cx();
        return Ok(Flow::frame(async move {
            for value in std::iter::once(value).chain(rest) {
                let items = ops::collect(&cx, &value).await?;
                sets.push(cx.enter(|i| Set::of(i, false, items))?);
            }
            cx.enter(|i| then(i, sets))
        }));
    }
    then(i, sets).map(Flow::Done)
}

fn set_at_once(i: &mut dyn Interp, value: &Value) -> PyResult<Option<Rc<Set>>> {
    if let Value::Set(set) = value.plain() {
        return Ok(Some(set.clone()));
    }
    if let Value::Dict(dict) = value
        && let Some(keys) = dict.hashed_keys()
    {
        return Set::of_keys(i, keys).map(Some);
    }
    match ops::iterate::at_once(i, value)? {
        Some(items) => Set::of(i, false, items).map(Some),
        None => Ok(None),
    }
}

/// `union`, `intersection`, `difference`, `symmetric_difference`.
fn combined(i: &mut dyn Interp, mut args: Args, method: &str, op: BinaryOp) -> PyResult<Flow> {
    let set = set_receiver(&mut args, method)?;
    args.no_keywords(method)?;
    if op == BinaryOp::Or && args.values.len() == 1 {
        let [other] = args.exactly::<1>(method)?;
        return fill(i, set.copy(set.frozen), other, Value::Set);
    }
    with_sets(i, args, move |i, others| {
        let mut result = set.copy(set.frozen);
        for other in others {
            result = match op {
                BinaryOp::Or => {
                    result.update_with(i, op, &other)?;
                    result
                }
                _ => result.combined(i, op, &other)?,
            };
        }
        Ok(Value::Set(result))
    })
}

/// `update`, `intersection_update`, `difference_update`, `symmetric_difference_update`.
fn updated(i: &mut dyn Interp, mut args: Args, method: &str, op: BinaryOp) -> PyResult<Flow> {
    let set = set_receiver(&mut args, method)?;
    args.no_keywords(method)?;
    if op == BinaryOp::Or && args.values.len() == 1 {
        let [other] = args.exactly::<1>(method)?;
        return fill(i, set, other, |_| Value::None);
    }
    with_sets(i, args, move |i, others| {
        for other in others {
            set.update_with(i, op, &other)?;
        }
        Ok(Value::None)
    })
}

fn compared(
    i: &mut dyn Interp,
    mut args: Args,
    method: &str,
    judge: fn(&mut dyn Interp, &Set, &Set) -> PyResult<bool>,
) -> PyResult<Flow> {
    let set = set_receiver(&mut args, method)?;
    if args.values.len() != 1 || args.names.is_some() {
        args.exactly::<1>(&format!("{}.{method}", if set.frozen { "frozenset" } else { "set" }))?;
        return Ok(Flow::Done(Value::None));
    }
    with_sets(i, args, move |i, others| judge(i, &set, &others[0]).map(Value::Bool))
}

/// Fills the set from an iterable (`set.__init__`).
fn init(i: &mut dyn Interp, mut args: Args) -> PyResult<Flow> {
    let set = set_receiver(&mut args, "__init__")?;
    if args.names.is_some() {
        return Err(type_error("set() takes no keyword arguments"));
    }
    let [iterable] = args.between("set", 0)?;
    set.clear();
    fill(i, set, iterable, |_| Value::None)
}

/// Adds what an iterable holds to a new set and makes something of it.
fn fill(
    i: &mut dyn Interp,
    set: Rc<Set>,
    iterable: Value,
    then: impl FnOnce(Rc<Set>) -> Value + 'static,
) -> PyResult<Flow> {
    match &iterable {
        Value::Unset => {}
        Value::Set(other) => set.update_with(i, BinaryOp::Or, other)?,
        Value::Dict(dict) if let Some(keys) = dict.hashed_keys() => {
            set.expect(keys.len());
            set.add_keys(i, keys)?;
        }
        _ => match ops::iterate::at_once(i, &iterable)? {
            Some(items) => {
                if let Value::Dict(_) = &iterable {
                    set.expect(items.len());
                }
                for item in items {
                    set.add(i, item)?;
                }
            }
            None => {
                let cx = i.cx();
                return Ok(Flow::frame(async move {
                    let items = ops::collect(&cx, &iterable).await?;
                    for chunk in items.chunks(ops::iterate::CHUNK) {
                        cx.enter(|i| chunk.iter().try_for_each(|item| set.add(i, item.clone()).map(drop)))?;
                        ops::breathe(&cx, chunk.len()).await?;
                    }
                    Ok(then(set))
                }));
            }
        },
    }
    Ok(Flow::Done(then(set)))
}

fn new_frozenset(i: &mut dyn Interp, mut args: Args) -> PyResult<Flow> {
    let class = class_of(&mut args)?;
    let exact = Rc::ptr_eq(&class, &types().frozenset);
    if args.names.is_some() && !class.overrides(known::INIT) {
        return Err(type_error("frozenset() takes no keyword arguments"));
    }
    args.drop_keywords();
    let [iterable] = args.between("frozenset", 0)?;
    if exact && matches!(&iterable, Value::Set(s) if s.frozen) {
        return Ok(Flow::Done(iterable));
    }
    fill(i, Set::new(true), iterable, move |set| make_with(&class, Value::Set(set)))
}

/// Fills `set` and `frozenset`.
#[inline(never)]
pub(super) fn install(t: &'static Types) {
    for class in [&t.set, &t.frozenset] {
        NativeClass::extend(class)
            .method("union", |i, args| combined(i, args, "union", BinaryOp::Or))
            .method("intersection", |i, args| combined(i, args, "intersection", BinaryOp::And))
            .method("difference", |i, args| combined(i, args, "difference", BinaryOp::Sub))
            .method("symmetric_difference", |i, args| {
                if args.positional_count() != 2 {
                    let mut args = args;
                    let set = set_receiver(&mut args, "symmetric_difference")?;
                    let name = if set.frozen { "frozenset" } else { "set" };
                    args.exactly::<1>(&format!("{name}.symmetric_difference"))?;
                    return Ok(Flow::Done(Value::None));
                }
                combined(i, args, "symmetric_difference", BinaryOp::Xor)
            })
            .method("issubset", |i, args| compared(i, args, "issubset", |i, x, y| x.is_subset(i, y)))
            .method("issuperset", |i, args| compared(i, args, "issuperset", |i, x, y| x.compare(i, CompareOp::Ge, y)))
            .method("isdisjoint", |i, args| compared(i, args, "isdisjoint", |i, x, y| x.is_disjoint(i, y)))
            .sync("copy", |_, mut args| {
                let set = set_receiver(&mut args, "copy")?;
                let [] = args.exactly(if set.frozen { "frozenset.copy" } else { "set.copy" })?;
                Ok(Value::Set(if set.frozen { set } else { set.copy(false) }))
            });
    }
    t.set.make.set(|_, class, _| Ok(make_with(class, Value::Set(Set::new(false)))));
    NativeClass::extend(&t.frozenset).new_method(new_frozenset);
    NativeClass::extend(&t.set)
        .method("__init__", init)
        .sync("add", |i, mut args| {
            let set = set_receiver(&mut args, "add")?;
            let [item] = args.exactly("set.add")?;
            set.add(i, item)?;
            Ok(Value::None)
        })
        .sync("discard", |i, mut args| {
            let set = set_receiver(&mut args, "discard")?;
            let [item] = args.exactly("set.discard")?;
            set.remove(i, &item)?;
            Ok(Value::None)
        })
        .sync("remove", |i, mut args| {
            let set = set_receiver(&mut args, "remove")?;
            let [item] = args.exactly("set.remove")?;
            if set.remove(i, &item)? { Ok(Value::None) } else { Err(key_error(item)) }
        })
        .sync("pop", |_, mut args| {
            let set = set_receiver(&mut args, "pop")?;
            let [] = args.exactly("set.pop")?;
            set.pop().ok_or_else(|| key_error("pop from an empty set".into()))
        })
        .sync("clear", |_, mut args| {
            let set = set_receiver(&mut args, "clear")?;
            let [] = args.exactly("set.clear")?;
            set.clear();
            Ok(Value::None)
        })
        .method("update", |i, args| updated(i, args, "update", BinaryOp::Or))
        .method("intersection_update", |i, args| updated(i, args, "intersection_update", BinaryOp::And))
        .method("difference_update", |i, args| updated(i, args, "difference_update", BinaryOp::Sub))
        .method("symmetric_difference_update", |i, args| {
            if args.values.len() != 2 {
                let mut args = args;
                set_receiver(&mut args, "symmetric_difference_update")?;
                args.exactly::<1>("set.symmetric_difference_update")?;
                return Ok(Flow::Done(Value::None));
            }
            updated(i, args, "symmetric_difference_update", BinaryOp::Xor)
        });
}
