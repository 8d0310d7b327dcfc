//! Attributes, classes and identity: `getattr`, `isinstance`, `vars`, `dir`, `id`, `callable`, …

use super::Code::{self, Flow as F, Quick, Sync as S};
use crate::objects::args::Args;
use crate::objects::attribute::{
    del_attr, generic_get, get_attr, known_at_once, lookup_special, no_attribute, set_attr,
};
use crate::objects::class::class_flag;
use crate::objects::exception::{PyResult, type_error};
use crate::objects::function::{Flow, is_callable};
use crate::objects::identity::id_of_argument;
use crate::objects::interp::Interp;
use crate::objects::isinstance;
use crate::objects::module::{all_names, complete};
use crate::objects::object_methods::{attribute_name, distinct, names_list};
use crate::objects::ops;
use crate::objects::symbol::{Symbol, known};
use crate::objects::types::types;
use crate::objects::value::Value;

pub(super) const FUNCTIONS: &[(&str, Code)] = &[
    ("getattr", Quick(quick_getattr, getattr)),
    ("setattr", F(setattr)),
    ("delattr", F(delattr)),
    ("hasattr", Quick(quick_hasattr, hasattr)),
    ("isinstance", Quick(quick_instance, instance)),
    ("issubclass", F(subclass)),
    ("callable", Quick(quick_callable, callable)),
    ("id", S(identity)),
    ("hash", Quick(quick_hash, hash)),
    ("vars", F(vars)),
    ("dir", F(dir)),
    ("repr", F(repr)),
    ("ascii", F(ascii)),
    ("format", F(format)),
];

/// An attribute; `None` where a plain object lacks it, which needs no AttributeError.
fn find_attr(i: &mut dyn Interp, obj: &Value, name: Symbol) -> PyResult<Option<Flow>> {
    if let Value::Object(o) = obj {
        let class = o.class();
        if !class.flag(class_flag::GETATTRIBUTE) && class.lookup(known::GETATTR).is_none() {
            return generic_get(i, obj, name, &class);
        }
    }
    get_attr(i, obj, name).map(Some)
}

fn known_attr(i: &mut dyn Interp, object: &Value, name: &Value) -> Option<Option<Value>> {
    let Value::Str(_) = name else { return None };
    known_at_once(i, object, attribute_name(name).ok()?)
}

fn quick_getattr(i: &mut dyn Interp, args: &mut [Value]) -> Option<Value> {
    match args {
        [object, name] => known_attr(i, object, name)?,
        [object, name, default] => Some(known_attr(i, object, name)?.unwrap_or_else(|| default.take())),
        _ => None,
    }
}

fn quick_hasattr(i: &mut dyn Interp, args: &mut [Value]) -> Option<Value> {
    let [object, name] = args else { return None };
    known_attr(i, object, name).map(|found| Value::Bool(found.is_some()))
}

fn getattr(i: &mut dyn Interp, args: Args) -> PyResult<Flow> {
    let [object, name, default] = args.between("getattr", 2)?;
    let name = attribute_name(&name)?;
    if default.is_unset() {
        return get_attr(i, &object, name);
    }
    match find_attr(i, &object, name) {
        Ok(None) => Ok(Flow::Done(default)),
        Ok(Some(flow)) => flow.or_lacking(i, |_| Ok(default.into())),
        Err(e) if e.is_a(&types().attribute_error) => Ok(Flow::Done(default)),
        Err(e) => Err(e),
    }
}

fn hasattr(i: &mut dyn Interp, args: Args) -> PyResult<Flow> {
    let [object, name] = args.exactly("hasattr")?;
    let name = attribute_name(&name)?;
    match find_attr(i, &object, name) {
        Ok(None) => Ok(Flow::Done(Value::Bool(false))),
        Ok(Some(flow)) => {
            let found = flow.then(i, |_, _| Ok(Value::Bool(true).into()))?;
            found.or_lacking(i, |_| Ok(Value::Bool(false).into()))
        }
        Err(e) if e.is_a(&types().attribute_error) => Ok(Flow::Done(Value::Bool(false))),
        Err(e) => Err(e),
    }
}

/// The flow, its result replaced by None.
fn for_effect(i: &mut dyn Interp, flow: Flow) -> PyResult<Flow> {
    flow.then(i, |_, _| Ok(Value::None.into()))
}

fn setattr(i: &mut dyn Interp, args: Args) -> PyResult<Flow> {
    let [object, name, value] = args.exactly("setattr")?;
    let flow = set_attr(i, &object, attribute_name(&name)?, value)?;
    for_effect(i, flow)
}

fn delattr(i: &mut dyn Interp, args: Args) -> PyResult<Flow> {
    let [object, name] = args.exactly("delattr")?;
    let flow = del_attr(i, &object, attribute_name(&name)?)?;
    for_effect(i, flow)
}

fn quick_instance(_: &mut dyn Interp, args: &mut [Value]) -> Option<Value> {
    let [value, class] = args else { return None };
    isinstance::isinstance_at_once(value, class).map(Value::Bool)
}

fn instance(i: &mut dyn Interp, args: Args) -> PyResult<Flow> {
    let [value, class] = args.exactly("isinstance")?;
    isinstance::isinstance(i, &value, &class)
}

fn subclass(i: &mut dyn Interp, args: Args) -> PyResult<Flow> {
    let [value, class] = args.exactly("issubclass")?;
    isinstance::issubclass(i, &value, &class)
}

fn quick_callable(_: &mut dyn Interp, args: &mut [Value]) -> Option<Value> {
    let [value] = args else { return None };
    Some(Value::Bool(is_callable(value)))
}

fn callable(_: &mut dyn Interp, args: Args) -> PyResult<Flow> {
    let [value] = args.exactly("callable")?;
    Ok(Flow::Done(Value::Bool(is_callable(&value))))
}

fn identity(_: &mut dyn Interp, args: Args) -> PyResult {
    let [value] = args.exactly("id")?;
    Ok(Value::Int(id_of_argument(&value)))
}

fn quick_hash(_: &mut dyn Interp, args: &mut [Value]) -> Option<Value> {
    let [value] = args else { return None };
    match value {
        // How deep it is the general way knows.
        Value::Tuple(t) if t.items.iter().any(|item| matches!(item, Value::Tuple(_))) => None,
        value => ops::hash_of_constant(value).map(Value::Int),
    }
}

fn hash(i: &mut dyn Interp, args: Args) -> PyResult<Flow> {
    let [value] = args.exactly("hash")?;
    if let Value::Object(_) = &value {
        // What has no hash of its own is hashed by its identity.
        id_of_argument(&value);
    }
    ops::hash_flow(i, &value)
}

/// Calls a function of this module that the VM has put there.
fn call_own(i: &mut dyn Interp, name: &str) -> PyResult<Flow> {
    let builtins = i.import("builtins")?;
    match get_attr(i, &builtins, Symbol::new(name))? {
        Flow::Done(function) => Ok(Flow::call(function, Args::none())),
        flow => Ok(flow),
    }
}

fn vars(i: &mut dyn Interp, args: Args) -> PyResult<Flow> {
    let [object] = args.between("vars", 0)?;
    if object.is_unset() {
        return call_own(i, "locals");
    }
    match get_attr(i, &object, known::DICT).and_then(|flow| i.finish(flow)) {
        Err(e) if e.is_a(&types().attribute_error) => Err(type_error("vars() argument must have __dict__ attribute")),
        other => other.map(Flow::Done),
    }
}

fn dir(i: &mut dyn Interp, args: Args) -> PyResult<Flow> {
    let [object] = args.between("dir", 0)?;
    let flow = if object.is_unset() {
        call_own(i, "locals")?
    } else {
        match &object {
            Value::Module(m) if m.hook(known::DIR).is_some() => {
                Flow::call(m.hook(known::DIR).unwrap_or_default(), Args::none())
            }
            Value::Module(m) if m.is_plain() => {
                // Submodules that have been imported stand in the package.
                Flow::Done(names_list(distinct(all_names(i, m))))
            }
            _ => match lookup_special(i, &object, known::DIR)? {
                Some(method) => Flow::call(method, Args::none()),
                None => return Err(no_attribute(&object, known::DIR)),
            },
        }
    };
    let cx = i.cx();
    let of_scope = object.is_unset();
    Ok(Flow::frame(async move {
        let mut names = cx.finish(Ok(flow)).await?;
        if of_scope && !matches!(names, Value::Dict(_)) {
            let keys = cx.run(|i| get_attr(i, &names, known::KEYS)).await?;
            names = cx.call(&keys, Args::none()).await?;
        }
        let mut list = ops::collect(&cx, &names).await?;
        if let Value::Module(module) = &object
            && module.hook(known::DIR).is_some()
        {
            let mut listed: Vec<Symbol> = list.iter().filter_map(|name| name.as_str().and_then(Symbol::of)).collect();
            if listed.len() == list.len() {
                complete(module, &mut listed);
                list = listed.into_iter().map(|name| name.value()).collect();
            }
        }
        super::order::sort(&cx, list).await
    }))
}

fn repr(i: &mut dyn Interp, args: Args) -> PyResult<Flow> {
    let [value] = args.exactly("repr")?;
    ops::repr(i, &value)
}

fn ascii(i: &mut dyn Interp, args: Args) -> PyResult<Flow> {
    let [value] = args.exactly("ascii")?;
    ops::ascii(i, &value)
}

fn format(i: &mut dyn Interp, args: Args) -> PyResult<Flow> {
    let [value, spec] = args.between("format", 1)?;
    let spec = if spec.is_unset() { known::EMPTY.value() } else { spec };
    match spec.as_str() {
        Some(spec) => ops::format(i, &value, spec),
        None => {
            let name = crate::objects::types::argument_type(&spec);
            Err(type_error(format!("format() argument 2 must be str, not {name}")))
        }
    }
}
