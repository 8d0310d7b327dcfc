//! `object.__reduce_ex__`: an object taken to pieces, as `copy` wants it (Objects/typeobject.c `reduce_newobj`).

use super::args::Args;
use super::attribute::{call_special, get_attr_now, lookup_special};
use super::builtin_types::bytearray;
use super::class::class_flag;
use super::descriptor::{dict_of, is_slot};
use super::exception::{PyResult, type_error, value_error};
use super::function::{Binding, Flow};
use super::instance_dict::has_slots;
use super::interp::Interp;
use super::module::from_library;
use super::object::Payload;
use super::object_methods::inherits_from_object;
use super::ops;
use super::symbol::{Symbol, known};
use super::types::{type_name, type_of};
use super::value::Value;

/// `object.__reduce_ex__(protocol)`: `__reduce__` if a class has one of its own.
pub fn reduce_ex(i: &mut dyn Interp, args: Args) -> PyResult<Flow> {
    let this = args.values.first().cloned().unwrap_or_default();
    if args.values.len() != 2 || args.names.is_some() {
        let mut args = args;
        args.take_receiver();
        let [_] = args.exactly("object.__reduce_ex__")?;
        unreachable!("one argument")
    }
    if !inherits_from_object(&type_of(&this), known::REDUCE)
        && let Some(flow) = call_special(i, &this, known::REDUCE, Args::none())?
    {
        return Ok(flow);
    }
    let protocol = args.values.get(1).cloned().unwrap_or_default();
    if !protocol.is_unset()
        && ops::index(i, &protocol)? < 2
        && !matches!(this.plain(), Value::Set(_))
        && bytearray::of(&this).is_none()
    {
        let reduce_ex = from_library(i, "copyreg", "_reduce_ex")?;
        return Ok(Flow::call(reduce_ex, Args::positional(vec![this, protocol])));
    }
    taken_apart(i, args)
}

/// `object.__reduce__()`: as for protocol 0.
pub fn reduce(i: &mut dyn Interp, args: Args) -> PyResult<Flow> {
    let [this] = args.exactly("object.__reduce__")?;
    if let Some(pieces) = built_in(i, &this, 0)? {
        return Ok(Flow::Done(pieces));
    }
    let reduce_ex = from_library(i, "copyreg", "_reduce_ex")?;
    Ok(Flow::call(reduce_ex, Args::positional(vec![this, Value::Int(0)])))
}

/// (`copyreg.__newobj__`, (class, *args), state, items of a list, items of a dict)
fn taken_apart(i: &mut dyn Interp, args: Args) -> PyResult<Flow> {
    let this = args.values.first().cloned().unwrap_or_default();
    let protocol = args.values.get(1).map_or(Ok(0), |protocol| ops::index(i, protocol))?;
    if let Some(pieces) = built_in(i, &this, protocol)? {
        return Ok(Flow::Done(pieces));
    }
    let class = type_of(&this);
    let mut new_args = vec![Value::Type(class.clone())];
    // Keyword arguments of `__new__` go with another function.
    let mut with_keywords = None;
    if let Some(method) = lookup_special(i, &this, Symbol::new("__getnewargs_ex__"))? {
        let given = i.call(&method, Args::none())?;
        let (args, keywords) = positional_and_keywords(&given)?;
        if let Value::Dict(keywords) = keywords.plain()
            && keywords.is_empty()
        {
            new_args.extend(args.iter().cloned());
        } else {
            with_keywords = Some(from_library(i, "copyreg", "__newobj_ex__")?);
            new_args.extend([Value::tuple(args.to_vec()), keywords.clone()]);
        }
    } else if let Some(method) = lookup_special(i, &this, Symbol::new("__getnewargs__"))? {
        let given = i.call(&method, Args::none())?;
        new_args.extend(tuple_of(&given, "__getnewargs__ should return")?.iter().cloned());
    } else {
        match &this {
            Value::Object(o) => match &o.payload {
                Payload::None | Payload::Exception(_) => {}
                Payload::Builtin(Value::List(_) | Value::Dict(_)) => {}
                Payload::Builtin(value) => new_args.push(value.clone()),
                Payload::Native(native) if native.copied_by_attributes() => {}
                Payload::Native(_) => return Err(cannot_pickle(&this)),
            },
            _ => return Err(cannot_pickle(&this)),
        }
    }
    let method = get_attr_now(i, &this, Symbol::new("__getstate__"))?;
    let state = i.call(&method, Args::none())?;
    let items = |i: &mut dyn Interp| -> PyResult<(Value, Value)> {
        match (&this, this.plain()) {
            (Value::Object(_), Value::List(_)) => Ok((iterator(i, &this)?, Value::None)),
            (Value::Object(_), Value::Dict(_)) => {
                let method = get_attr_now(i, &this, known::ITEMS)?;
                let view = i.call(&method, Args::none())?;
                Ok((Value::None, iterator(i, &view)?))
            }
            _ => Ok((Value::None, Value::None)),
        }
    };
    let (list, dict) = items(i)?;
    let new = match with_keywords {
        Some(new) => new,
        None => from_library(i, "copyreg", "__newobj__")?,
    };
    Ok(Flow::Done(Value::tuple([new, Value::tuple(new_args), state, list, dict])))
}

/// The items of the tuple that something is to be.
fn tuple_of<'a>(value: &'a Value, what: &str) -> PyResult<&'a [Value]> {
    match value.plain() {
        Value::Tuple(tuple) => Ok(&tuple.items),
        _ => Err(type_error(format!("{what} a tuple, not '{}'", type_name(value)))),
    }
}

/// What `__getnewargs_ex__` gave (`_PyObject_GetNewArguments`).
fn positional_and_keywords(given: &Value) -> PyResult<(&[Value], &Value)> {
    const FUNCTION: &str = "__getnewargs_ex__";
    let [args, keywords] = tuple_of(given, &format!("{FUNCTION} should return"))? else {
        let count = tuple_of(given, "")?.len();
        return Err(value_error(format!("{FUNCTION} should return a tuple of length 2, not {count}")));
    };
    let args = tuple_of(args, &format!("first item of the tuple returned by {FUNCTION} must be"))?;
    match keywords.plain() {
        Value::Dict(_) => Ok((args, keywords)),
        _ => Err(type_error(format!(
            "second item of the tuple returned by {FUNCTION} must be a dict, not '{}'",
            type_name(keywords)
        ))),
    }
}

/// Of sets, bytearrays, ranges, slices, singletons and functions: what makes them again; None: another object.
fn built_in(i: &mut dyn Interp, this: &Value, protocol: i64) -> PyResult<Option<Value>> {
    let class = Value::Type(type_of(this));
    if let Some(bytes) = bytearray::of(this) {
        let bytes = bytes.data.borrow().to_vec();
        // Older protocols know no bytes.
        let parts = match protocol {
            _ if bytes.is_empty() => Value::tuple([]),
            ..3 => {
                let text: String = bytes.into_iter().map(char::from).collect();
                Value::pair(text.into(), "latin-1".into())
            }
            _ => Value::tuple([Value::bytes(bytes)]),
        };
        return Ok(Some(Value::tuple([class, parts, state(i, this)?])));
    }
    Ok(match this.plain() {
        Value::Set(set) => {
            let items = Value::tuple([Value::list(set.items())]);
            Some(Value::tuple([class, items, state(i, this)?]))
        }
        Value::Range(range) => {
            let ends = [range.start, range.stop, range.step].map(Value::Int);
            Some(Value::tuple([class, Value::tuple(ends)]))
        }
        Value::Slice(slice) => {
            let ends = [slice.start.clone(), slice.stop.clone(), slice.step.clone()];
            Some(Value::tuple([class, Value::tuple(ends)]))
        }
        Value::NotImplemented => Some("NotImplemented".into()),
        Value::Ellipsis => Some("Ellipsis".into()),
        Value::Builtin(function) if function.binding == Binding::Function => Some((&*function.name).into()),
        Value::Method(method) => {
            let name = get_attr_now(i, &method.function, known::NAME)?;
            let getattr = i.import("builtins")?;
            let getattr = get_attr_now(i, &getattr, Symbol::new("getattr"))?;
            Some(Value::tuple([getattr, Value::tuple([method.receiver.clone(), name])]))
        }
        _ => None,
    })
}

fn iterator(i: &mut dyn Interp, value: &Value) -> PyResult {
    let flow = ops::iter(i, value)?;
    i.finish(flow)
}

fn cannot_pickle(value: &Value) -> super::exception::Exc {
    let name = type_name(value);
    match &*name {
        "code" | "memoryview" => type_error(format!("cannot pickle {name} objects")),
        _ => type_error(match name.strip_prefix("_io.") {
            Some(stream) => format!("cannot pickle '{stream}' instances"),
            None => format!("cannot pickle '{name}' object"),
        }),
    }
}

/// `object.__getstate__`: a copy of the attributes, None if there are none; with slots a pair.
pub fn state(i: &mut dyn Interp, this: &Value) -> PyResult {
    let Value::Object(o) = this else { return Ok(Value::None) };
    let no_dict = o.with_class(|c| c.flag(class_flag::NO_DICT));
    // In the order of the classes' slots, not that in which they were set (`copyreg._slotnames`).
    let mut slots: Vec<(Symbol, Value)> = Vec::new();
    if no_dict || o.with_class(has_slots) {
        let attrs = o.attrs.borrow();
        for class in o.class().mro() {
            for (name, found) in class.attrs.borrow().iter() {
                let value = attrs.get(name).filter(|value| !value.is_unset() && is_slot(found, name));
                if let Some(value) = value.filter(|_| !slots.iter().any(|(known, _)| *known == name)) {
                    slots.push((name, value.clone()));
                }
            }
        }
    }
    let dict = match &o.payload {
        // Its fields stand in it once somebody asks for it.
        Payload::Native(native) if native.copied_by_attributes() => Some(get_attr_now(i, this, known::DICT)?),
        _ => dict_of(this).filter(|_| !no_dict),
    };
    let dict = match dict.as_ref().map(Value::plain) {
        Some(Value::Dict(dict)) if !dict.is_empty() => Value::Dict(dict.copy(i)?),
        _ => Value::None,
    };
    if slots.is_empty() {
        return Ok(dict);
    }
    let of_slots = super::containers::Dict::new();
    for (name, value) in slots {
        of_slots.set_str(name, value);
    }
    Ok(Value::tuple([dict, Value::Dict(of_slots)]))
}
