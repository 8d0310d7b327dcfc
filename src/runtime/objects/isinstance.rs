//! `isinstance` and `issubclass` (Objects/abstract.c `object_isinstance`, `object_issubclass`).

use std::rc::Rc;

use super::args::Args;
use super::attribute::{bind, get_attr, get_attr_now};
use super::class::Class;
use super::containers::Tuple;
use super::exception::{Exc, PyResult, type_error};
use super::function::{BuiltinCode, Flow};
use super::interp::{Interp, recursing};
use super::symbol::{Symbol, known};
use super::types::{type_of, types};
use super::value::Value;

const NOT_A_CLASS: &str = "isinstance() arg 2 must be a type, a tuple of types, or a union";
const NOT_A_SUBCLASS: &str = "issubclass() arg 2 must be a class, a tuple of classes, or a union";

/// Whether the value's class derives from `class`, hooks aside.
#[inline]
pub fn is_plain_instance(value: &Value, class: &Class) -> bool {
    match value {
        Value::Object(o) => o.with_class(|c| c.is_subclass_of(class)),
        _ => type_of(value).is_subclass_of(class),
    }
}

fn is_exact(value: &Value, class: &Class) -> bool {
    match value {
        Value::Object(o) => o.with_class(|c| std::ptr::eq(&**c, class)),
        _ => std::ptr::eq(&*type_of(value), class),
    }
}

/// What `isinstance(value, class)` is where nothing of the program's is asked: of a class without a metaclass, or several.
pub fn isinstance_at_once(value: &Value, class: &Value) -> Option<bool> {
    let classes = match class {
        Value::Type(_) => std::slice::from_ref(class),
        Value::Tuple(classes) => &classes.items[..],
        _ => return None,
    };
    let mut is_one = false;
    for class in classes {
        let Value::Type(class) = class else { return None };
        if class.has_metaclass() {
            return None;
        }
        is_one = is_one || is_plain_instance(value, class);
    }
    (is_one || !claims_any(value)).then_some(is_one)
}

/// Whether an instance may claim a class by a `__class__` of its own.
fn claims_any(value: &Value) -> bool {
    let Value::Object(o) = value else { return false };
    o.with_class(|c| {
        c.flag(super::class::class_flag::GETATTRIBUTE)
            || c.owner_of(known::CLASS).is_some_and(|owner| !Rc::ptr_eq(&owner, &types().object))
    })
}

/// `isinstance(value, class)`: a bool, or the call of `__instancecheck__`.
pub fn isinstance(i: &mut dyn Interp, value: &Value, class: &Value) -> PyResult<Flow> {
    if let Some(is_one) = isinstance_at_once(value, class) {
        return Ok(Flow::Done(Value::Bool(is_one)));
    }
    match class {
        Value::Type(c) => {
            let is_one = is_plain_instance(value, c);
            if is_one && (!c.has_metaclass() || is_exact(value, c)) {
                return Ok(Flow::Done(Value::Bool(true)));
            }
            match hooked(i, class, known::INSTANCECHECK, value)? {
                Some(answer) => Ok(answer),
                None => Ok(Flow::Done(Value::Bool(is_one || claims_class(i, value, c)?))),
            }
        }
        _ => any_of(i, value, class, known::INSTANCECHECK),
    }
}

/// `issubclass(value, class)`: a bool, or the call of `__subclasscheck__`.
pub fn issubclass(i: &mut dyn Interp, value: &Value, class: &Value) -> PyResult<Flow> {
    if let (Value::Type(sub), Value::Type(c)) = (value, class) {
        return match hooked(i, class, known::SUBCLASSCHECK, value)? {
            Some(answer) => Ok(answer),
            None => Ok(Flow::Done(Value::Bool(sub.is_subclass_of(c)))),
        };
    }
    match class {
        Value::Type(_) => match hooked(i, class, known::SUBCLASSCHECK, value)? {
            Some(answer) => Ok(answer),
            None => by_bases(i, value, class, known::SUBCLASSCHECK).map(|found| Flow::Done(Value::Bool(found))),
        },
        _ => any_of(i, value, class, known::SUBCLASSCHECK),
    }
}

pub(super) fn claims_class(i: &mut dyn Interp, value: &Value, class: &Class) -> PyResult<bool> {
    Ok(claimed_class(i, value)?.is_some_and(|claimed| claimed.is_subclass_of(class)))
}

/// The class that an instance claims by a `__class__` of its own (a mock, a proxy).
pub fn claimed_class(i: &mut dyn Interp, value: &Value) -> PyResult<Option<Rc<Class>>> {
    if !claims_any(value) {
        return Ok(None);
    }
    match get_attr_now(i, value, known::CLASS) {
        Ok(Value::Type(claimed)) => Ok(Some(claimed)),
        Err(exc) if !exc.is_a(&types().attribute_error) => Err(exc),
        _ => Ok(None),
    }
}

/// The hook of a metaclass other than `type`'s, bound to the class.
fn check_hook(i: &mut dyn Interp, class: &Value, name: Symbol) -> PyResult<Option<Value>> {
    let meta = match class {
        Value::Type(c) => match c.metaclass() {
            Some(meta) => meta,
            None => return Ok(None),
        },
        other => type_of(other),
    };
    match meta.lookup(name) {
        Some(Value::Builtin(b)) if &*b.owner == "type" => Ok(None),
        Some(found) => {
            let flow = bind(i, &found, class, &meta)?;
            i.finish(flow).map(Some)
        }
        None => Ok(None),
    }
}

/// What a metaclass other than `type` says, a native one (`ABCMeta`) at once.
fn hooked(i: &mut dyn Interp, class: &Value, name: Symbol, value: &Value) -> PyResult<Option<Flow>> {
    if let Value::Type(c) = class
        && let Some(meta) = c.metaclass()
        && let Some(Value::Builtin(hook)) = meta.lookup(name)
        && let BuiltinCode::Sync(check) = &hook.code
        && &*hook.owner != "type"
    {
        let answer = check(i, Args::from([class.clone(), value.clone()]))?;
        return Ok(Some(Flow::Done(Value::Bool(super::ops::is_true(i, &answer)?))));
    }
    let hook = check_hook(i, class, name)?;
    hook.map(|hook| Flow::call(hook, Args::one(value.clone())).then(i, super::ops::truth_of)).transpose()
}

/// The tuple that an object has as its `__bases__`: it counts as a class then.
fn bases_of(i: &mut dyn Interp, class: &Value) -> PyResult<Option<Rc<Tuple>>> {
    match get_attr_now(i, class, known::BASES) {
        Ok(Value::Tuple(bases)) => Ok(Some(bases)),
        Err(exc) if !exc.is_a(&types().attribute_error) => Err(exc),
        _ => Ok(None),
    }
}

/// So many objects are asked for their `__bases__`: some give themselves for their only one, without end.
const MOST_BASES: usize = 100_000;

/// What is no class counts as one by its `__bases__` (Objects/abstract.c `recursive_isinstance`, `recursive_issubclass`).
#[cold]
#[inline(never)]
fn by_bases(i: &mut dyn Interp, value: &Value, class: &Value, hook: Symbol) -> PyResult<bool> {
    let is_instance = hook == known::INSTANCECHECK;
    let derived = if is_instance {
        if bases_of(i, class)?.is_none() {
            return Err(type_error(NOT_A_CLASS));
        }
        match get_attr_now(i, value, known::CLASS) {
            Err(exc) if exc.is_a(&types().attribute_error) => return Ok(false),
            found => found?,
        }
    } else {
        if bases_of(i, value)?.is_none() {
            return Err(type_error("issubclass() arg 1 must be a class"));
        }
        if !matches!(class, Value::Type(_)) && bases_of(i, class)?.is_none() {
            return Err(type_error(NOT_A_SUBCLASS));
        }
        value.clone()
    };
    let mut open = vec![derived];
    for _ in 0..MOST_BASES {
        let Some(derived) = open.pop() else { return Ok(false) };
        if derived.is(class) {
            return Ok(true);
        }
        if let Some(bases) = bases_of(i, &derived)? {
            open.extend(bases.items.iter().rev().cloned());
        }
    }
    Err(Exc::new(&types().recursion_error, vec!["maximum recursion depth exceeded".into()]))
}

/// A tuple, a union, or an object with a hook of its own.
fn any_of(i: &mut dyn Interp, value: &Value, class: &Value, hook: Symbol) -> PyResult<Flow> {
    // Tuples may be nested.
    let doing = if hook == known::INSTANCECHECK { " in __instancecheck__" } else { " in __subclasscheck__" };
    recursing(i, doing, |i| any_alternative(i, value, class, hook))
}

fn any_alternative(i: &mut dyn Interp, value: &Value, class: &Value, hook: Symbol) -> PyResult<Flow> {
    let ask = if hook == known::INSTANCECHECK { isinstance } else { issubclass };
    let alternatives = match class.plain() {
        Value::Tuple(items) => Some(items.clone()),
        Value::Object(o) if o.with_class(|c| Rc::ptr_eq(c, &types().union_type)) => {
            let flow = get_attr(i, class, Symbol::new("__args__"))?;
            match i.finish(flow)? {
                Value::Tuple(items) => Some(items),
                _ => None,
            }
        }
        _ => None,
    };
    if super::builtin_types::generic_alias::parts(class).is_some() {
        let asked = if hook == known::INSTANCECHECK { "isinstance" } else { "issubclass" };
        return Err(type_error(format!("{asked}() argument 2 cannot be a parameterized generic")));
    }
    let Some(alternatives) = alternatives else {
        return match check_hook(i, class, hook)? {
            Some(hook) => Flow::call(hook, Args::one(value.clone())).then(i, super::ops::truth_of),
            None => by_bases(i, value, class, hook).map(|found| Flow::Done(Value::Bool(found))),
        };
    };
    // `int | None` holds None for its type.
    let is_union = matches!(class, Value::Object(_));
    let none = Value::Type(types().none_type.clone());
    let class_for = |v: &Value| if is_union && v.is_none() { none.clone() } else { v.clone() };
    for (at, alternative) in alternatives.items.iter().enumerate() {
        match ask(i, value, &class_for(alternative))? {
            Flow::Done(Value::Bool(true)) => return Ok(Flow::Done(Value::Bool(true))),
            Flow::Done(_) => {}
            flow => {
                let rest = Value::tuple(alternatives.items[at + 1..].iter().map(class_for).collect::<Vec<_>>());
                let value = value.clone();
                return flow.then(i, move |i, found| match found {
                    Value::Bool(true) => Ok(found.into()),
                    _ => ask(i, &value, &rest),
                });
            }
        }
    }
    Ok(Flow::Done(Value::Bool(false)))
}
