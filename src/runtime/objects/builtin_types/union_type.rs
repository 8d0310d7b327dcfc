//! Unions of types: `int | None`.

use std::rc::Rc;

use crate::objects::args::Args;
use crate::objects::attribute;
use crate::objects::class::Class;
use crate::objects::exception::{PyResult, type_error};
use crate::objects::interp::Interp;
use crate::objects::native_class::{NativeClass, receiver};
use crate::objects::object::{Native, Object};
use crate::objects::ops;
use crate::objects::str::PyStr;
use crate::objects::symbol::{Symbol, known};
use crate::objects::types::{Types, types};
use crate::objects::value::Value;

use super::generic_alias::{self, type_repr};

/// The members, flat and without repetitions.
pub struct UnionType {
    pub members: Vec<Value>,
}

impl Native for UnionType {
    fn traverse(&self, visit: &mut dyn FnMut(&Value)) {
        self.members.iter().for_each(visit);
    }
}

/// The members of a union; `None` for anything else.
pub fn members(value: &Value) -> Option<&[Value]> {
    value.native::<UnionType>().map(|u| &u.members[..])
}

/// `typing.TypeAliasType`, and the alias of `collections.abc.Callable`, which CPython has natively.
fn is_unionable_class(class: &Rc<Class>) -> bool {
    let module = || class.attrs.borrow().get(known::MODULE).map(|module| module.text_or_empty().to_string());
    match &*class.name() {
        "TypeAliasType" => true,
        "_CallableGenericAlias" => module().as_deref() == Some("collections.abc"),
        _ => false,
    }
}

fn is_unionable(value: &Value) -> bool {
    match value {
        Value::None | Value::Type(_) => true,
        Value::Object(o) if o.with_class(is_unionable_class) => true,
        _ => members(value).is_some() || generic_alias::parts(value).is_some(),
    }
}

/// `x | y` of types; `None` if they are none.
pub(in crate::objects) fn or(i: &mut dyn Interp, x: &Value, y: &Value) -> PyResult<Option<Value>> {
    if !is_unionable(x) || !is_unionable(y) || x.is_none() && y.is_none() {
        return Ok(None);
    }
    of(i, &[x.clone(), y.clone()]).map(Some)
}

/// The union of these types; one type alone is itself.
pub fn of(i: &mut dyn Interp, types_: &[Value]) -> PyResult {
    let mut all: Vec<Value> = Vec::new();
    for value in types_ {
        let flat = members(value).map_or_else(|| vec![value.clone()], <[Value]>::to_vec);
        for member in flat {
            let member = if member.is_none() { Value::Type(types().none_type.clone()) } else { member };
            let mut known = false;
            for other in &all {
                known |= ops::equal(i, other, &member)?;
            }
            if !known {
                all.push(member);
            }
        }
    }
    if all.len() == 1 {
        return Ok(all.remove(0));
    }
    Ok(Object::with_native(types().union_type.clone(), UnionType { members: all }))
}

/// Fills `UnionType`.
#[inline(never)]
pub(super) fn install(t: &'static Types) {
    t.union_type.set(crate::objects::symbol::known::MODULE, "types".into());
    t.union_type.set_flag(crate::objects::class::class_flag::EXTENSION);
    NativeClass::extend(&t.union_type)
        .sync("__repr__", |i, mut args| {
            let this = args.take_receiver();
            let mut text = PyStr::new();
            for (n, member) in receiver::<UnionType>(&this, "types.UnionType", "__repr__")?.members.iter().enumerate() {
                if n > 0 {
                    text.push_str(" | ");
                }
                match member {
                    Value::Type(c) if std::rc::Rc::ptr_eq(c, &types().none_type) => text.push_str("None"),
                    _ => type_repr(i, member, &mut text)?,
                }
            }
            Ok(text.into())
        })
        .sync("__eq__", |i, mut args| {
            let this = args.take_receiver();
            let [other] = args.exactly("UnionType.__eq__")?;
            let (Some(x), Some(y)) = (members(&this), members(&other)) else { return Ok(Value::NotImplemented) };
            let mut same = x.len() == y.len();
            for member in x {
                let mut found = false;
                for other in y {
                    found |= ops::equal(i, member, other)?;
                }
                same &= found;
            }
            Ok(Value::Bool(same))
        })
        .sync("__hash__", |i, mut args| {
            let this = args.take_receiver();
            let mut hashes = Vec::new();
            for member in members(&this).unwrap_or_default() {
                hashes.push(ops::hash(i, member)?);
            }
            Ok(Value::Int(crate::objects::hash::hash_frozenset(hashes)))
        })
        .sync("__or__", |i, args| reflected(i, args, false))
        .sync("__ror__", |i, args| reflected(i, args, true))
        .sync("__getitem__", |i, args| {
            let [this, params] = args.exactly("__getitem__")?;
            if matches!(parameters(i, &this)?, Value::Tuple(found) if found.items.is_empty()) {
                let this = ops::repr_text(i, &this)?;
                return Err(type_error(format!("{} is not a generic class", this.text())));
            }
            match generic_alias::typing(i, "_specialized", [this, params])? {
                Value::Tuple(members) => of(i, &members.items),
                other => Ok(other),
            }
        })
        .getter("__parameters__", parameters)
        .sync("__reduce__", |i, args| {
            let [this] = args.exactly("__reduce__")?;
            let (functools, operator) = (i.import("functools")?, i.import("operator")?);
            let reduce = get(i, &functools, "reduce")?;
            let or = get(i, &operator, "or_")?;
            let all = Value::tuple(members(&this).unwrap_or_default().to_vec());
            Ok(Value::tuple([reduce, Value::tuple([or, all])]))
        })
        .member("__args__", |_, v| Ok(Value::tuple(members(v).unwrap_or_default().to_vec())));
}

fn get(i: &mut dyn Interp, module: &Value, name: &str) -> PyResult {
    attribute::get_attr_now(i, module, Symbol::new(name))
}

/// The type variables of the members.
fn parameters(i: &mut dyn Interp, this: &Value) -> PyResult {
    generic_alias::typing(i, "_collect", [Value::tuple(members(this).unwrap_or_default().to_vec())])
}

/// `__or__` and `__ror__` of what types are made of.
pub(super) fn reflected(i: &mut dyn Interp, args: Args, swapped: bool) -> PyResult {
    let [x, y] = args.exactly("__or__")?;
    let result = if swapped { or(i, &y, &x)? } else { or(i, &x, &y)? };
    Ok(result.unwrap_or(Value::NotImplemented))
}
