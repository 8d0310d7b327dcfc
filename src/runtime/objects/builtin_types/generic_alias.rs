//! `list[int]`: a class with its type arguments.

use std::rc::Rc;

use crate::objects::args::Args;
use crate::objects::attribute;
use crate::objects::class::{Class, class_flag};
use crate::objects::exception::PyResult;
use crate::objects::function::Flow;
use crate::objects::function_names;
use crate::objects::interp::{Interp, recursing};
use crate::objects::module::from_library;
use crate::objects::native_class::{NativeClass, alone, receiver};
use crate::objects::object::{Native, Object};
use crate::objects::object_methods::{attribute_name, full_name, of_class};
use crate::objects::ops;
use crate::objects::str::PyStr;
use crate::objects::symbol::{Symbol, known};
use crate::objects::types::{Types, type_of, types};
use crate::objects::value::Value;

pub struct GenericAlias {
    pub origin: Value,
    /// A tuple.
    pub args: Value,
    /// `*tuple[int, str]`: what unpacking an alias gives.
    starred: bool,
}

impl Native for GenericAlias {
    fn traverse(&self, visit: &mut dyn FnMut(&Value)) {
        visit(&self.origin);
        visit(&self.args);
    }
}

/// `origin[args]`; a tuple gives several arguments.
pub fn new(origin: Value, args: Value) -> Value {
    made(types().generic_alias.clone(), origin, args)
}

fn made(class: Rc<Class>, origin: Value, args: Value) -> Value {
    let args = if matches!(args, Value::Tuple(_)) { args } else { Value::tuple([args]) };
    Object::with_native(class, GenericAlias { origin, args, starred: false })
}

/// The origin and the arguments; `None` for anything else.
pub fn parts(value: &Value) -> Option<(&Value, &Value)> {
    value.native::<GenericAlias>().map(|a| (&a.origin, &a.args))
}

/// The `__class_getitem__` of generic built-in and library classes.
pub fn class_getitem(_: &mut dyn Interp, mut args: Args) -> PyResult<Flow> {
    let class = args.take_receiver();
    match args.values.len() == 1 && args.names.is_none() {
        true => Ok(Flow::Done(new(class, args.values.remove(0)))),
        false => args.exactly(&of_class(Some(class), "__class_getitem__")).map(|[key]| Flow::Done(key)),
    }
}

/// A type argument as aliases and unions show it: classes by name.
pub(super) fn type_repr(i: &mut dyn Interp, value: &Value, into: &mut PyStr) -> PyResult<()> {
    match value {
        Value::Ellipsis => into.push_str("..."),
        Value::Type(class) => into.push_str(&full_name(class)),
        Value::Function(_) | Value::Builtin(_) => {
            into.push_str(&function_names::full_name(i, value).unwrap_or_default());
        }
        _ => into.push_py(&ops::repr_text(i, value)?.data),
    }
    Ok(())
}

fn repr(i: &mut dyn Interp, mut args: Args) -> PyResult {
    let this = args.take_receiver();
    let alias = receiver::<GenericAlias>(&this, "types.GenericAlias", "__repr__")?;
    let mut text = PyStr::from(if alias.starred { "*" } else { "" });
    type_repr(i, &alias.origin, &mut text)?;
    text.push_str("[");
    if let Value::Tuple(items) = &alias.args {
        if items.items.is_empty() {
            text.push_str("()");
        }
        for (n, item) in items.items.iter().enumerate() {
            if n > 0 {
                text.push_str(", ");
            }
            match item {
                // Callable[[int], str]
                Value::List(list) => {
                    let inner = list.items.borrow().clone();
                    text.push_str("[");
                    for (n, item) in inner.iter().enumerate() {
                        if n > 0 {
                            text.push_str(", ");
                        }
                        type_repr(i, item, &mut text)?;
                    }
                    text.push_str("]");
                }
                item => type_repr(i, item, &mut text)?,
            }
        }
    }
    text.push_str("]");
    Ok(text.into())
}

/// `list[int](…)`: what the class makes, and, where that takes it, `__orig_class__` (`set_orig_class`).
fn call(i: &mut dyn Interp, mut args: Args) -> PyResult<Flow> {
    let this = args.take_receiver();
    let origin = receiver::<GenericAlias>(&this, "types.GenericAlias", "__call__")?.origin.clone();
    if let Value::Type(class) = &origin
        && class.flag(class_flag::NO_DICT)
    {
        return Ok(Flow::call(origin, args));
    }
    let cx = i.cx();
    Ok(Flow::frame(async move {
        let made = cx.call(&origin, args).await?;
        let set = cx.run(|i| attribute::set_attr(i, &made, Symbol::new("__orig_class__"), this)).await;
        match set {
            Err(exc) if !exc.is_a(&types().attribute_error) && !exc.is_a(&types().type_error) => Err(exc),
            _ => Ok(made),
        }
    }))
}

/// What an alias answers for itself (`attr_exceptions`).
const OWN: [Symbol; 12] = [
    known::CLASS,
    known::BASES,
    known::ORIGIN,
    known::ALIAS_ARGS,
    known::UNPACKED,
    known::PARAMETERS,
    known::UNPACKED_TUPLE_ARGS,
    known::MRO_ENTRIES,
    known::REDUCE_EX,
    known::REDUCE,
    known::COPY,
    known::DEEPCOPY,
];

/// Attributes other than its own are the origin's.
fn getattribute(i: &mut dyn Interp, args: Args) -> PyResult<Flow> {
    let [this, name] = args.exactly("__getattribute__")?;
    let alias = receiver::<GenericAlias>(&this, "types.GenericAlias", "__getattribute__")?;
    let name = attribute_name(&name)?;
    if !OWN.contains(&name) {
        return match &alias.origin {
            class @ Value::Type(_) => attribute::get_attr(i, class, name),
            // An alias's origin may be an alias, to any depth.
            origin => recursing(i, " while calling a Python object", |i| attribute::get_attr(i, origin, name)),
        };
    }
    let found = attribute::generic_get(i, &this, name, &type_of(&this))?;
    found.ok_or_else(|| attribute::no_attribute(&this, name))
}

/// The origin's names and, behind them, its own.
fn dir(i: &mut dyn Interp, args: Args) -> PyResult {
    alone(&args, "GenericAlias.__dir__")?;
    let alias = receiver::<GenericAlias>(&args.values[0], "types.GenericAlias", "__dir__")?;
    let dir = from_library(i, "builtins", "dir")?;
    let listed = i.call(&dir, Args::one(alias.origin.clone()))?;
    if let Value::List(names) = &listed {
        let mut names = names.items.borrow_mut();
        for own in OWN {
            if !names.iter().any(|name| name.as_str().and_then(Symbol::of) == Some(own)) {
                names.push(own.value());
            }
        }
    }
    Ok(listed)
}

/// Whether these arguments are classes all: then they hold no type variables.
fn plain(args: &Value) -> bool {
    matches!(args, Value::Tuple(items) if items.items.iter().all(|item| matches!(item, Value::Type(_))))
}

/// Calls a function of the typing module, which knows the type variables.
pub(super) fn typing<const N: usize>(i: &mut dyn Interp, function: &str, args: [Value; N]) -> PyResult {
    let function = from_library(i, "typing", function)?;
    i.call(&function, Args::positional(args))
}

/// Fills `GenericAlias`.
#[inline(never)]
pub(super) fn install(t: &'static Types) {
    t.generic_alias.set(known::MODULE, "types".into());
    t.generic_alias.set_flag(class_flag::EXTENSION | class_flag::GETATTRIBUTE);
    t.generic_alias.make.set(|_, class, args| {
        let [origin, arguments] = args.clone().exactly("GenericAlias")?;
        Ok(made(class.clone(), origin, arguments))
    });
    NativeClass::extend(&t.generic_alias)
        .sync("__repr__", repr)
        .method("__call__", call)
        .method("__getattribute__", getattribute)
        .sync("__dir__", dir)
        .sync("__eq__", |i, args| {
            let [left, right] = args.exactly("__eq__")?;
            let (Some(x), Some(y)) = (parts(&left), parts(&right)) else { return Ok(Value::NotImplemented) };
            let starred = |value: &Value| value.native::<GenericAlias>().is_some_and(|alias| alias.starred);
            let alike = starred(&left) == starred(&right);
            Ok(Value::Bool(alike && ops::equal(i, x.0, y.0)? && ops::equal(i, x.1, y.1)?))
        })
        .sync("__hash__", |i, mut args| {
            let this = args.take_receiver();
            let Some((origin, args)) = parts(&this) else { return Ok(Value::Int(0)) };
            Ok(Value::Int(ops::hash(i, origin)? ^ ops::hash(i, args)?))
        })
        .sync("__reduce__", |i, args| {
            let [this] = args.exactly("__reduce__")?;
            let alias = receiver::<GenericAlias>(&this, "types.GenericAlias", "__reduce__")?;
            let (origin, args) = (alias.origin.clone(), alias.args.clone());
            if alias.starred {
                return Ok(Value::pair(from_library(i, "typing", "_starred")?, Value::tuple([new(origin, args)])));
            }
            Ok(Value::pair(Value::Type(types().generic_alias.clone()), Value::pair(origin, args)))
        })
        .sync("__or__", |i, args| super::union_type::reflected(i, args, false))
        .sync("__ror__", |i, args| super::union_type::reflected(i, args, true))
        .sync("__getitem__", |i, args| {
            let [this, params] = args.exactly("__getitem__")?;
            let alias = receiver::<GenericAlias>(&this, "types.GenericAlias", "__getitem__")?;
            let (origin, starred) = (alias.origin.clone(), alias.starred);
            let args = typing(i, "_specialized", [this, params])?;
            Ok(Object::with_native(types().generic_alias.clone(), GenericAlias { origin, args, starred }))
        })
        .method("__iter__", |i, mut args| {
            let this = args.take_receiver();
            let alias = receiver::<GenericAlias>(&this, "types.GenericAlias", "__iter__")?;
            let starred = GenericAlias { origin: alias.origin.clone(), args: alias.args.clone(), starred: true };
            let starred = Object::with_native(types().generic_alias.clone(), starred);
            ops::iter(i, &Value::tuple([starred]))
        })
        .sync("__mro_entries__", |_, args| {
            let [this, _] = args.exactly("__mro_entries__")?;
            Ok(Value::tuple(parts(&this).map(|(origin, _)| origin.clone()).into_iter().collect::<Vec<_>>()))
        })
        .member("__origin__", |_, v| Ok(parts(v).map(|p| p.0.clone()).into()))
        .member("__args__", |_, v| Ok(parts(v).map(|p| p.1.clone()).into()))
        .member("__unpacked__", |_, v| Ok(Value::Bool(v.native::<GenericAlias>().is_some_and(|a| a.starred))))
        .getter("__typing_unpacked_tuple_args__", |_, v| match v.native::<GenericAlias>() {
            Some(GenericAlias { origin: Value::Type(class), args, starred: true })
                if Rc::ptr_eq(class, &types().tuple) =>
            {
                Ok(args.clone())
            }
            _ => Ok(Value::None),
        })
        .getter("__parameters__", |i, v| match parts(v) {
            Some((_, args)) if !plain(args) => typing(i, "_collect", [args.clone()]),
            _ => Ok(Value::tuple([])),
        });
    for class in [
        &t.list,
        &t.dict,
        &t.tuple,
        &t.set,
        &t.frozenset,
        &t.enumerate,
        &t.generator,
        &t.coroutine,
        &t.async_generator,
        &t.base_exception_group,
    ] {
        NativeClass::extend(class).class_method("__class_getitem__", class_getitem);
    }
}
