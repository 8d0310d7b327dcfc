//! The instructions of `match` (Python/ceval.c, PEP 634).

use std::rc::Rc;

use super::core::Vm;
use super::registers::{peek, read};
use crate::bytecode::{Instr, Op};
use crate::objects::args::Args;
use crate::objects::class::class_flag::{MAPPING, SEQUENCE};
use crate::objects::containers::{Dict, Tuple};
use crate::objects::exception::{PyResult, type_error, value_error};
use crate::objects::frame::Frame;
use crate::objects::{Class, Cx, Flow, Symbol, Value, attribute, isinstance, known, ops, type_of, types};

#[inline(never)]
pub fn execute(vm: &mut Vm, frame: &mut Frame, i: Instr) -> PyResult<Flow> {
    Ok(match i.op {
        Op::MatchSequence => Value::Bool(is_kind(peek(frame, i.b), SEQUENCE)).into(),
        Op::MatchMapping => Value::Bool(is_kind(peek(frame, i.b), MAPPING)).into(),
        Op::GetLen => {
            let subject = peek(frame, i.b).clone();
            ops::len(vm, &subject)?
        }
        Op::MatchKeys => {
            let keys = read(frame, i.c);
            let subject = peek(frame, i.b).clone();
            let Value::Tuple(keys) = keys else { unreachable!("a tuple of keys") };
            let cx = vm.cx();
            Flow::frame(match_keys(cx, subject, keys))
        }
        Op::CopyWithoutKeys => {
            let keys = read(frame, i.c);
            let subject = peek(frame, i.b).clone();
            let cx = vm.cx();
            Flow::frame(copy_without(cx, subject, keys))
        }
        Op::MatchClass => {
            let first = i.b;
            let subject = peek(frame, first).clone();
            let class = read(frame, (first + 1) | crate::bytecode::reg::TAKE);
            let names = read(frame, (first + 2) | crate::bytecode::reg::TAKE);
            let Value::Type(_) = &class else {
                return Err(type_error("called match pattern must be a class"));
            };
            let cx = vm.cx();
            let positional = i.c as usize;
            Flow::frame(match_class(cx, subject, class, names, positional))
        }
        _ => unreachable!("not an instruction of match"),
    })
}

/// Whether a sequence's pattern may match the value.
pub fn is_sequence(value: &Value) -> bool {
    is_kind(value, SEQUENCE)
}

/// Whether a value is of the kind that a pattern asks for: what its class, or the first of its classes that is either,
/// is: a list, a tuple, a range, a dict, or what is registered as `collections.abc.Sequence` or `Mapping`. No text.
fn is_kind(value: &Value, kind: u32) -> bool {
    match value {
        Value::List(_) | Value::Tuple(_) | Value::Range(_) => kind == SEQUENCE,
        Value::Dict(_) => kind == MAPPING,
        Value::Object(_) => type_of(value).mro().iter().find_map(collection_kind) == Some(kind),
        _ => false,
    }
}

fn collection_kind(class: &Rc<Class>) -> Option<u32> {
    let t = types();
    if [&t.list, &t.tuple, &t.range].into_iter().any(|known| Rc::ptr_eq(known, class)) {
        return Some(SEQUENCE);
    }
    if Rc::ptr_eq(&t.dict, class) {
        return Some(MAPPING);
    }
    if [&t.str, &t.bytes, &t.bytearray].into_iter().any(|text| Rc::ptr_eq(text, class)) {
        return None;
    }
    [SEQUENCE, MAPPING].into_iter().find(|kind| class.flag(*kind))
}

/// What `**rest` is: a dict of what the subject has besides the keys.
async fn copy_without(cx: Cx, subject: Value, keys: Value) -> PyResult {
    let rest = match &subject {
        Value::Dict(source) => {
            let rest = Dict::new();
            cx.enter(|i| rest.update(i, source))?;
            rest
        }
        _ => match cx.call(&Value::Type(types().dict.clone()), Args::one(subject.clone())).await? {
            Value::Dict(rest) => rest,
            _ => Dict::new(),
        },
    };
    if let Value::Tuple(keys) = &keys {
        for key in &keys.items {
            cx.enter(|i| rest.remove(i, key))?;
        }
    }
    Ok(Value::Dict(rest))
}

async fn match_keys(cx: Cx, subject: Value, keys: Rc<Tuple>) -> PyResult {
    let mut values = Vec::new();
    for (n, key) in keys.items.iter().enumerate() {
        // Two literals were compared when the program was compiled; names show only now what they stand for.
        for other in &keys.items[..n] {
            if cx.enter(|i| ops::equal(i, other, key))? {
                let shown = cx.enter(|i| ops::repr_text(i, key))?;
                return Err(value_error(format!("mapping pattern checks duplicate key ({})", shown.text())));
            }
        }
        // A plain dict is asked without `__missing__`; others by `get` with a marker.
        let found = match &subject {
            Value::Dict(dict) => cx.enter(|i| dict.get(i, key))?,
            _ => {
                let marker = Value::tuple(vec![Value::Ellipsis]);
                let get = cx.run(|i| attribute::get_attr(i, &subject, known::GET_METHOD)).await?;
                let found = cx.call(&get, [key.clone(), marker.clone()].into()).await?;
                if found.is(&marker) { None } else { Some(found) }
            }
        };
        match found {
            Some(value) => values.push(value),
            None => return Ok(Value::None),
        }
    }
    Ok(Value::tuple(values))
}

async fn match_class(cx: Cx, subject: Value, class: Value, names: Value, positional: usize) -> PyResult {
    let Value::Type(matched) = &class else { unreachable!("checked before") };
    let is_instance = cx.run(|i| isinstance::isinstance(i, &subject, &class)).await?;
    if !matches!(is_instance, Value::Bool(true)) {
        return Ok(Value::None);
    }
    let mut values = Vec::new();
    let mut seen: Vec<Symbol> = Vec::new();
    if positional > 0 {
        let name = matched.name();
        let attributes = match matched.lookup(known::MATCH_ARGS) {
            Some(Value::Tuple(names)) => names.items.to_vec(),
            Some(other) => {
                let got = crate::objects::type_name(&other);
                return Err(type_error(format!("{name}.__match_args__ must be a tuple (got {got})")));
            }
            None if matches_itself(matched) => {
                if positional > 1 {
                    return Err(too_many(&name, 1, positional));
                }
                values.push(subject.clone());
                Vec::new()
            }
            None => return Err(too_many(&name, 0, positional)),
        };
        if values.is_empty() && positional > attributes.len() {
            return Err(too_many(&name, attributes.len(), positional));
        }
        for attribute in attributes.iter().take(positional - values.len().min(positional)) {
            let Some(symbol) = attribute.as_str().and_then(Symbol::of) else {
                let kind = crate::objects::type_name(attribute);
                return Err(type_error(format!("__match_args__ elements must be strings (got {kind})")));
            };
            match one_attribute(&cx, &subject, symbol, matched, &mut seen).await? {
                Some(value) => values.push(value),
                None => return Ok(Value::None),
            }
        }
    }
    if let Value::Tuple(names) = &names {
        for name in names.items.iter().filter_map(|n| n.as_str().and_then(Symbol::of)) {
            match one_attribute(&cx, &subject, name, matched, &mut seen).await? {
                Some(value) => values.push(value),
                None => return Ok(Value::None),
            }
        }
    }
    Ok(Value::tuple(values))
}

async fn one_attribute(
    cx: &Cx,
    subject: &Value,
    name: Symbol,
    class: &Class,
    seen: &mut Vec<Symbol>,
) -> PyResult<Option<Value>> {
    if seen.contains(&name) {
        let text = format!("{}() got multiple sub-patterns for attribute '{}'", class.name(), name.text());
        return Err(type_error(text));
    }
    seen.push(name);
    match cx.run(|i| attribute::get_attr(i, subject, name)).await {
        Ok(value) => Ok(Some(value)),
        Err(exc) if exc.is_a(&types().attribute_error) => Ok(None),
        Err(exc) => Err(exc),
    }
}

fn too_many(name: &str, takes: usize, given: usize) -> crate::objects::Exc {
    let plural = if takes == 1 { "" } else { "s" };
    type_error(format!("{name}() accepts {takes} positional sub-pattern{plural} ({given} given)"))
}

/// Classes that match the subject itself by one positional pattern (`int(x)`).
fn matches_itself(class: &Class) -> bool {
    let t = types();
    [&t.bool_, &t.bytearray, &t.bytes, &t.dict, &t.float, &t.frozenset, &t.int, &t.list, &t.set, &t.str, &t.tuple]
        .into_iter()
        .any(|c| class.is_subclass_of(c))
}
