//! The methods of `set` and `frozenset`.

use std::rc::Rc;

use super::iterator_types::class_of;
use super::payload::{make_with, set_receiver};
use super::set_one_by_one as one_by_one;
use crate::objects::args::Args;
use crate::objects::containers::{Dict, List, Set};
use crate::objects::exception::{PyResult, key_error, type_error};
use crate::objects::function::Flow;
use crate::objects::interp::Interp;
use crate::objects::lookup::{self, Filling, Table, Use};
use crate::objects::native_class::NativeClass;
use crate::objects::ops::{self, BinaryOp, CompareOp};
use crate::objects::symbol::known;
use crate::objects::types::{Types, type_name, types};
use crate::objects::value::Value;

/// What a set's method is given, told apart as CPython does: it has its own ways for sets and dicts.
pub(super) enum Operand {
    Set(Rc<Set>),
    /// A dict's keys with their hashes.
    Keys(Vec<(i64, Value)>),
    Items(Vec<Value>),
    /// A list with items that have to be asked for their hash, which may change it.
    List(Rc<List>),
}

impl Operand {
    /// The operand, if no Python needs to run for it.
    pub(super) fn at_once(i: &mut dyn Interp, value: &Value) -> PyResult<Option<Operand>> {
        if let Value::Set(set) = value.plain() {
            return Ok(Some(Operand::Set(set.clone())));
        }
        if let Value::Dict(dict) = value {
            return Operand::of_keys(i, dict).map(Some);
        }
        if let Value::List(list) = value
            && lookup::asks_one_of(list)
        {
            return Ok(Some(Operand::List(list.clone())));
        }
        Ok(ops::iterate::at_once(i, value)?.map(Operand::Items))
    }

    pub(super) fn of_keys(i: &mut dyn Interp, dict: &Dict) -> PyResult<Operand> {
        let hashed = |key| Ok((ops::hash(i, &key)?, key));
        Ok(Operand::Keys(match dict.hashed_keys() {
            Some(keys) => keys,
            None => dict.keys().into_iter().map(hashed).collect::<PyResult<_>>()?,
        }))
    }

    /// A set of what it holds.
    fn into_set(self, i: &mut dyn Interp) -> PyResult<Rc<Set>> {
        match self {
            Operand::Set(set) => Ok(set),
            Operand::Keys(keys) => Set::of_keys(i, keys),
            Operand::Items(items) => Set::of(i, false, items),
            list => update(i, Set::new(false), list),
        }
    }

    /// Does something with each member and its hash, in the operand's order.
    pub(super) fn each(
        self,
        i: &mut dyn Interp,
        mut act: impl FnMut(&mut dyn Interp, Value, i64) -> PyResult<()>,
    ) -> PyResult<()> {
        self.each_while(i, |i, item, hash| act(i, item, hash).map(|()| true))
    }

    /// As [`Operand::each`], while `act` says so.
    fn each_while(
        self,
        i: &mut dyn Interp,
        mut act: impl FnMut(&mut dyn Interp, Value, i64) -> PyResult<bool>,
    ) -> PyResult<()> {
        let hashed = match self {
            Operand::Set(set) => set.hashed_items(),
            Operand::Keys(keys) => keys,
            Operand::Items(items) => return each_item(i, items.into_iter(), &mut act),
            // Where it stands.
            Operand::List(list) => {
                let mut at = 0..;
                return each_item(i, std::iter::from_fn(|| list.item(at.next()?)), &mut act);
            }
        };
        for (hash, item) in hashed {
            if !act(i, item, hash)? {
                break;
            }
        }
        Ok(())
    }
}

fn each_item(
    i: &mut dyn Interp,
    items: impl Iterator<Item = Value>,
    act: &mut dyn FnMut(&mut dyn Interp, Value, i64) -> PyResult<bool>,
) -> PyResult<()> {
    for item in items {
        let hash = ops::hash(i, &item)?;
        if !act(i, item, hash)? {
            break;
        }
    }
    Ok(())
}

/// `set_update_internal`
pub(super) fn update(i: &mut dyn Interp, set: Rc<Set>, operand: Operand) -> PyResult<Rc<Set>> {
    match operand {
        Operand::Set(other) => set.update_with(i, BinaryOp::Or, &other)?,
        Operand::Keys(keys) => set.add_keys(i, keys)?,
        items => items.each(i, |i, item, hash| set.add_hashed(i, item, hash).map(drop))?,
    }
    Ok(set)
}

/// `set_intersection`: a new set. It has all once it is as large as `set`: what comes behind is not looked at.
pub(super) fn intersection(i: &mut dyn Interp, set: Rc<Set>, operand: Operand) -> PyResult<Rc<Set>> {
    if let Operand::Set(other) = operand {
        return set.combined(i, BinaryOp::And, &other);
    }
    let result = Set::new(set.frozen);
    operand.each_while(i, |i, item, hash| add_common(i, &set, &result, item, hash))?;
    Ok(result)
}

/// Adds to `result` what is in `set`, too. False: there can be no more.
pub(super) fn add_common(
    i: &mut dyn Interp,
    set: &Rc<Set>,
    result: &Rc<Set>,
    item: Value,
    hash: i64,
) -> PyResult<bool> {
    if !set.contains_hashed(i, &item, hash)? {
        return Ok(true);
    }
    result.add_hashed(i, item, hash)?;
    Ok(result.len() < set.len())
}

/// `set_difference_update_internal`: a dict's keys are asked for their hashes.
pub(super) fn difference_update(i: &mut dyn Interp, set: Rc<Set>, operand: Operand) -> PyResult<Rc<Set>> {
    let items = match operand {
        Operand::Set(other) => {
            set.update_with(i, BinaryOp::Sub, &other)?;
            return Ok(set);
        }
        Operand::Keys(keys) => Operand::Items(keys.into_iter().map(|(_, key)| key).collect()),
        items => items,
    };
    items.each(i, |i, item, hash| set.remove_hashed(i, &item, hash).map(drop))?;
    set.drop_dummies();
    Ok(set)
}

/// `set_symmetric_difference_update`: a dict's keys are gone through in their own order.
pub(super) fn symmetric_difference_update(i: &mut dyn Interp, set: Rc<Set>, operand: Operand) -> PyResult<Rc<Set>> {
    if let Operand::Keys(_) = operand {
        operand.each(i, |i, key, hash| {
            if !set.remove_hashed(i, &key, hash)? {
                set.add_hashed(i, key, hash)?;
            }
            Ok(())
        })?;
    } else {
        let other = operand.into_set(i)?;
        set.update_with(i, BinaryOp::Xor, &other)?;
    }
    Ok(set)
}

/// Takes a method's arguments one after the other: `step` makes a set of the one so far and the next operand, `then`
/// the method's result of the last. Of iterables whose items are not at hand, the one of `op` is made.
fn in_turn(
    i: &mut dyn Interp,
    mut set: Rc<Set>,
    args: Args,
    op: BinaryOp,
    step: impl Fn(&mut dyn Interp, Rc<Set>, Operand) -> PyResult<Rc<Set>> + 'static,
    then: impl FnOnce(Rc<Set>) -> Value + 'static,
) -> PyResult<Flow> {
    let mut rest = args.values.into_iter();
    while let Some(value) = rest.next() {
        if let Some(operand) = Operand::at_once(i, &value)? {
            set = step(i, set, operand)?;
            continue;
        }
        let cx = i.cx();
        return Ok(Flow::frame(async move {
            for value in std::iter::once(value).chain(rest) {
                let operand = match cx.enter(|i| Operand::at_once(i, &value))? {
                    Some(operand) => operand,
                    None if op == BinaryOp::Xor => Operand::Set(one_by_one::set_of(&cx, &value).await?),
                    None => {
                        if op == BinaryOp::Sub {
                            // `difference` copies the set first.
                            set = cx.enter(|i| step(i, set, Operand::Items(Vec::new())))?;
                        }
                        set = one_by_one::combine(&cx, &set, &value, op).await?;
                        continue;
                    }
                };
                set = cx.enter(|i| step(i, set, operand))?;
            }
            Ok(then(set))
        }));
    }
    Ok(Flow::Done(then(set)))
}

/// `union`, `intersection`, `difference`, `symmetric_difference`.
fn combined(i: &mut dyn Interp, mut args: Args, method: &str, op: BinaryOp) -> PyResult<Flow> {
    let set = set_receiver(&mut args, method)?;
    args.no_keywords(method)?;
    if args.values.is_empty() {
        return Ok(Flow::Done(Value::Set(set.copy(set.frozen))));
    }
    if op == BinaryOp::Or {
        let result = set.copy(set.frozen);
        if args.values.len() == 1 {
            let [other] = args.exactly::<1>(method)?;
            return fill(i, result, other, Value::Set);
        }
        return in_turn(i, result, args, op, update, Value::Set);
    }
    let receiver = set.clone();
    let step = move |i: &mut dyn Interp, set: Rc<Set>, operand: Operand| match op {
        BinaryOp::And => intersection(i, set, operand),
        BinaryOp::Sub if !Rc::ptr_eq(&set, &receiver) => difference_update(i, set, operand),
        BinaryOp::Sub if matches!(operand, Operand::Items(_) | Operand::List(_)) => {
            difference_update(i, set.copy(set.frozen), operand)
        }
        BinaryOp::Xor if !matches!(operand, Operand::Set(_)) => {
            let other = update(i, Set::new(set.frozen), operand)?;
            other.update_with(i, op, &set)?;
            Ok(other)
        }
        _ => {
            let other = operand.into_set(i)?;
            set.combined(i, op, &other)
        }
    };
    in_turn(i, set, args, op, step, Value::Set)
}

/// `update`, `intersection_update`, `difference_update`, `symmetric_difference_update`.
fn updated(i: &mut dyn Interp, mut args: Args, method: &str, op: BinaryOp) -> PyResult<Flow> {
    let set = set_receiver(&mut args, method)?;
    args.no_keywords(method)?;
    let step = match op {
        BinaryOp::Or if args.values.len() == 1 => {
            let [other] = args.exactly::<1>(method)?;
            return fill(i, set, other, |_| Value::None);
        }
        BinaryOp::Or => update,
        BinaryOp::And => intersection,
        BinaryOp::Sub => difference_update,
        _ => symmetric_difference_update,
    };
    let receiver = set.clone();
    in_turn(i, set, args, op, step, move |result| {
        if !Rc::ptr_eq(&receiver, &result) {
            receiver.take_over(&result);
        }
        Value::None
    })
}

/// The one argument of a method that compares.
fn comparand(args: Args, set: &Set, method: &str) -> PyResult<Value> {
    let [other] = args.exactly(&format!("{}.{method}", if set.frozen { "frozenset" } else { "set" }))?;
    Ok(other)
}

/// Of what is no set, the intersection is as large as the set (`set_issubset`).
fn is_subset(i: &mut dyn Interp, mut args: Args) -> PyResult<Flow> {
    let set = set_receiver(&mut args, "issubset")?;
    let other = comparand(args, &set, "issubset")?;
    if let Value::Set(other) = other.plain() {
        return set.is_subset(i, other).map(|is| Flow::Done(Value::Bool(is)));
    }
    let size = set.len();
    let operand = Args::one(other);
    in_turn(i, set, operand, BinaryOp::And, intersection, move |common| Value::Bool(common.len() == size))
}

/// `issuperset` and `isdisjoint`: sets are compared by `judge`; of other iterables the members are asked for one by
/// one, up to the first of which `contains` is `unlike`.
fn compared(
    i: &mut dyn Interp,
    mut args: Args,
    method: &str,
    unlike: bool,
    judge: fn(&mut dyn Interp, &Set, &Set) -> PyResult<bool>,
) -> PyResult<Flow> {
    let set = set_receiver(&mut args, method)?;
    let other = comparand(args, &set, method)?;
    if let Value::Set(other) = other.plain() {
        return judge(i, &set, other).map(|is| Flow::Done(Value::Bool(is)));
    }
    let decides = move |i: &mut dyn Interp, item: &Value| -> PyResult<bool> {
        let hash = ops::hash(i, item)?;
        Ok(set.contains_hashed(i, item, hash)? == unlike)
    };
    if let Some(items) = ops::iterate::at_once(i, &other)? {
        for item in &items {
            if decides(i, item)? {
                return Ok(Flow::Done(Value::Bool(false)));
            }
        }
        return Ok(Flow::Done(Value::Bool(true)));
    }
    let cx = i.cx();
    Ok(Flow::frame(async move {
        let iterator = cx.run(|i| ops::iter(i, &other)).await?;
        while let Some(item) = ops::next_item(&cx, &iterator).await? {
            if cx.enter(|i| decides(i, &item))? {
                return Ok(Value::Bool(false));
            }
        }
        Ok(Value::Bool(true))
    }))
}

/// Fills the set from an iterable (`set.__init__`).
fn init(i: &mut dyn Interp, mut args: Args) -> PyResult<Flow> {
    let name = args.values.first().map(type_name).unwrap_or_default();
    let set = set_receiver(&mut args, "__init__")?;
    if args.names.is_some() {
        return Err(type_error("set() takes no keyword arguments"));
    }
    let [iterable] = args.between(&name, 0)?;
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
    if let Value::Unset = iterable {
        return Ok(Flow::Done(then(set)));
    }
    if let Some(operand) = Operand::at_once(i, &iterable)? {
        return match operand {
            Operand::List(list) => {
                Filling::from_list(i, Table::Set(set.clone()), list, Value::Unset, move || then(set))
            }
            Operand::Items(items) if items.iter().any(lookup::asks_member) => {
                Filling::begin(i, Table::Set(set.clone()), items, move || then(set))
            }
            operand => update(i, set, operand).map(|set| Flow::Done(then(set))),
        };
    }
    let then = Box::new(then);
    ops::iter(i, &iterable)?.then(i, |i, iterator| one_by_one::add_all(i, set, iterator, then))
}

fn new_frozenset(i: &mut dyn Interp, mut args: Args) -> PyResult<Flow> {
    let class = class_of(&mut args)?;
    let exact = Rc::ptr_eq(&class, &types().frozenset);
    if args.names.is_some() && !class.overrides(known::INIT) {
        return Err(type_error("frozenset() takes no keyword arguments"));
    }
    args.drop_keywords();
    let [iterable] = args.between(&class.name(), 0)?;
    if exact && matches!(&iterable, Value::Set(s) if s.frozen) {
        return Ok(Flow::Done(iterable));
    }
    fill(i, Set::new(true), iterable, move |set| make_with(&class, Value::Set(set)))
}

/// `set.add` of a name or a number.
fn quick_add(_: &mut dyn Interp, args: &mut [Value]) -> Option<Value> {
    let [Value::Set(set), item] = args else { return None };
    set.add_plain(item).then_some(Value::None)
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
            .method("issubset", is_subset)
            .method("issuperset", |i, args| {
                compared(i, args, "issuperset", false, |i, x, y| x.compare(i, CompareOp::Ge, y))
            })
            .method("isdisjoint", |i, args| compared(i, args, "isdisjoint", true, |i, x, y| x.is_disjoint(i, y)))
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
        .quick("add", quick_add, |i, mut args| {
            let set = set_receiver(&mut args, "add")?;
            let [item] = args.exactly("set.add")?;
            if lookup::asks_member(&item) {
                return lookup::begin(i, Table::Set(set), &item, Use::Add);
            }
            set.add(i, item)?;
            Ok(Value::None.into())
        })
        .method("discard", |i, mut args| {
            let set = set_receiver(&mut args, "discard")?;
            let [item] = args.exactly("set.discard")?;
            if lookup::asks_member(&item) {
                return lookup::begin(i, Table::Set(set), &item, Use::Discard);
            }
            set.remove(i, &item)?;
            Ok(Value::None.into())
        })
        .method("remove", |i, mut args| {
            let set = set_receiver(&mut args, "remove")?;
            let [item] = args.exactly("set.remove")?;
            if lookup::asks_member(&item) {
                return lookup::begin(i, Table::Set(set), &item, Use::Remove);
            }
            if set.remove(i, &item)? { Ok(Value::None.into()) } else { Err(key_error(item)) }
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
