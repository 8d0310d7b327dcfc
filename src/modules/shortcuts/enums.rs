//! What programs do most often with members of enumerations, and with missing keys of a `defaultdict`, at once; the texts of
//! `enum` and `collections` know the rest.

use super::{self as shortcuts, Text};
use crate::objects::Class;
use crate::objects::containers::{Dict, Set};
use crate::objects::descriptor::StaticMethod;
use crate::objects::look::look;
use crate::objects::{Interp, Value, known, types};

/// What `enum` gives: its classes first, then the functions of `Enum.name` and `Enum.value`, and `Enum.__new__`.
const PROPERTY: usize = 0;
const NAME: usize = 2;
const VALUE: usize = 3;
const NEW: usize = 4;

/// What a property keeps, members keep, and an enumeration does.
const NAMES: &[&str] = &["fget", "_name_", "_value_", "_value2member_map_"];

/// `property.__get__(instance, owner)` of a member's name and value.
fn get(i: &mut dyn Interp, args: &mut [Value]) -> Option<Value> {
    let [property, Value::Object(member), _] = &*args else { return None };
    let known = shortcuts::known(i, shortcuts::ENUMS)?;
    let function = known.kept(property, PROPERTY, 0)?;
    let at = [NAME, VALUE].into_iter().position(|at| function.is(&known.given[at]))?;
    look(&member.attrs).get(known.names[1 + at]).cloned()
}

/// `EnumType.__call__(cls, value)` of the value of a member.
fn call(i: &mut dyn Interp, args: &mut [Value]) -> Option<Value> {
    let [Value::Type(class), value] = &*args else { return None };
    let known = shortcuts::known(i, shortcuts::ENUMS)?;
    let Some(Value::Dict(members)) = class.lookup(known.names[3]) else { return None };
    let own = class.lookup(known::NEW)?;
    let is_usual = match own.native::<StaticMethod>() {
        Some(method) => method.0.borrow().is(&known.given[NEW]),
        None => own.is(&known.given[NEW]),
    };
    if !is_usual {
        return None;
    }
    members.get_simple(value)?
}

/// Given: property, EnumType, the functions of the properties of `Enum`, and its `__new__`.
pub const TEXT: Text = Text { names: NAMES, tables: &[(PROPERTY, &[("__get__", get)]), (1, &[("__call__", call)])] };

/// `defaultdict.__missing__(key)` where the factory is a built-in class that makes something empty.
fn missing(i: &mut dyn Interp, args: &mut [Value]) -> Option<Value> {
    let [this, key] = &*args else { return None };
    let known = shortcuts::known(i, shortcuts::DEFAULTS)?;
    let object = known.instance(this, 0)?;
    let (Some(Value::Dict(dict)), Value::Type(factory)) = (object.builtin(), known.own(object, 0)?) else {
        return None;
    };
    let (t, is) = (types(), |class: &Class| class.serial == factory.serial);
    let made = match () {
        _ if is(&t.list) => Value::list(Vec::new()),
        _ if is(&t.int) => Value::Int(0),
        _ if is(&t.set) => Value::Set(Set::new(false)),
        _ if is(&t.dict) => Value::Dict(Dict::new()),
        _ if is(&t.float) => Value::Float(0.0),
        _ => return None,
    };
    dict.set(i, key.clone(), made.clone()).ok()?;
    Some(made)
}

/// Given: defaultdict.
pub const DEFAULTS: Text = Text { names: &["default_factory"], tables: &[(0, &[("__missing__", missing)])] };
