//! Short texts of values for the trace. They never run code of the program.

use std::cell::Cell;
use std::rc::Rc;

use super::py;
use crate::objects::exception::PyResult;
use crate::objects::frame::AnyFrame;
use crate::objects::generator::{Generator, GeneratorState};
use crate::objects::object::Payload;
use crate::objects::symbol::known;
use crate::objects::{Exc, Interp, Symbol, Value, ops};
use crate::trace::{ChainId, Log, TextId};

/// The longest text of one value, in characters.
const LONGEST: usize = 60;
const MOST_ITEMS: usize = 5;

/// A value's short text: its repr if it is built in, else its class's name in brackets.
pub fn short(i: &mut dyn Interp, value: &Value) -> String {
    cut(short_at(i, value, 0))
}

/// [`short`], interned.
pub fn short_id(i: &mut dyn Interp, value: &Value) -> TextId {
    match value {
        Value::None => i.log().intern("None"),
        Value::Int(n) => i.log().intern_number(*n),
        _ => {
            let text = short(i, value);
            i.log().intern(&text)
        }
    }
}

/// `ValueError('x')`
pub fn exception_id(i: &mut dyn Interp, exc: &Exc) -> TextId {
    let text = short(i, &exc.value());
    i.log().intern(&text)
}

fn cut(text: String) -> String {
    if text.len() <= LONGEST {
        return text;
    }
    match text.char_indices().nth(LONGEST) {
        Some((at, _)) => format!("{}…", &text[..at]),
        None => text,
    }
}

fn short_at(i: &mut dyn Interp, value: &Value, depth: usize) -> String {
    let joined = |i: &mut dyn Interp, items: &[Value]| -> String {
        let mut parts: Vec<String> = items.iter().take(MOST_ITEMS).map(|v| short_at(i, v, depth + 1)).collect();
        if items.len() > MOST_ITEMS {
            parts.push("…".into());
        }
        parts.join(", ")
    };
    match value {
        Value::Int(_)
        | Value::Float(_)
        | Value::Bool(_)
        | Value::None
        | Value::Complex(_)
        | Value::Ellipsis
        | Value::NotImplemented
        | Value::Range(_) => plain(i, value),
        Value::Str(s) if s.data.len() <= 4 * LONGEST => plain(i, value),
        Value::Str(s) => {
            let start: String = s.text().chars().take(LONGEST).collect();
            format!("'{start}…'")
        }
        Value::Bytes(b) if b.data.len() <= LONGEST => plain(i, value),
        Value::BigInt(n) if n.bits() < 200 => plain(i, value),
        Value::Tuple(_) | Value::List(_) | Value::Dict(_) | Value::Set(_) if depth > 2 => "…".into(),
        Value::Tuple(t) => match &*t.items {
            [one] => format!("({},)", short_at(i, one, depth + 1)),
            items => format!("({})", joined(i, items)),
        },
        Value::List(l) => {
            let items = l.items.borrow().clone();
            format!("[{}]", joined(i, &items))
        }
        Value::Set(s) => {
            let items = s.items();
            format!("{{{}}}", joined(i, &items))
        }
        Value::Dict(d) => {
            let entries = d.entries();
            let mut parts: Vec<String> = entries
                .iter()
                .take(MOST_ITEMS)
                .map(|(k, v)| format!("{}: {}", short_at(i, k, depth + 1), short_at(i, v, depth + 1)))
                .collect();
            if entries.len() > MOST_ITEMS {
                parts.push("…".into());
            }
            format!("{{{}}}", parts.join(", "))
        }
        Value::Function(_) | Value::Builtin(_) | Value::Method(_) | Value::Type(_) | Value::Generator(_) => {
            callable_name(value)
        }
        Value::Object(o) => match o.exception() {
            Some(data) => {
                let args = data.args.borrow().items.clone();
                format!("{}({})", crate::objects::type_of(value).name(), joined(i, &args))
            }
            None => match o.builtin() {
                Some(inner) => short_at(i, &inner.clone(), depth),
                None => format!("<{}>", crate::objects::type_of(value).name()),
            },
        },
        other => format!("<{}>", crate::objects::type_of(other).name()),
    }
}

fn plain(i: &mut dyn Interp, value: &Value) -> String {
    ops::repr_text(i, value).map(|s| s.text().into_owned()).unwrap_or_default()
}

/// What a callable is called, without asking it.
pub fn callable_name(value: &Value) -> String {
    let text = |v: &Value| v.as_str().map(|s| s.text().into_owned()).unwrap_or_default();
    match value {
        Value::Function(f) => text(&f.qualname.borrow()),
        Value::Builtin(b) => b.name.to_string(),
        Value::Method(m) => callable_name(&m.function),
        Value::Type(c) => c.name().to_string(),
        Value::Generator(g) => text(&g.qualname.borrow().value()),
        Value::Object(o) => {
            let inner = o.attrs.borrow().get(Symbol::new("func")).cloned();
            match inner {
                Some(inner) => callable_name(&inner),
                None => format!("<{}>", crate::objects::type_of(value).name()),
            }
        }
        other => format!("<{}>", crate::objects::type_of(other).name()),
    }
}

/// What a call handed to an executor is called: of `partial(function)` the function, also of `to_thread`'s
/// `partial(context.run, function)`.
pub fn job_name(i: &mut dyn Interp, function: &Value) -> String {
    let is_partial = matches!(function, Value::Object(o) if matches!(o.payload, Payload::Native(_)));
    if !is_partial || &*crate::objects::type_of(function).name() != "partial" {
        return callable_name(function);
    }
    let (inner, args) = (py::get(i, function, "func"), py::get(i, function, "args"));
    let name = inner.map_or_else(|_| callable_name(function), |inner| callable_name(&inner));
    match args {
        Ok(Value::Tuple(args)) if name == "run" && !args.items.is_empty() => callable_name(&args.items[0]),
        _ => name,
    }
}

/// The arguments with which a coroutine was called, from its frame, while it has not started.
pub fn arguments(i: &mut dyn Interp, coroutine: &Generator) -> String {
    let (values, stars) = {
        let state = coroutine.state.borrow();
        let GeneratorState::Created(AnyFrame::Python(frame)) = &*state else { return String::new() };
        let params = frame.code.code.params;
        let plain = (params.positional + params.keyword_only) as usize;
        let stars = [0x4, 0x8].iter().filter(|bit| frame.code.has(**bit)).count();
        let from = frame.slots.first().is_some_and(|_| frame.code.locals.first().is_some_and(|n| *n == known::SELF));
        (frame.slots.get(from as usize..plain + stars).unwrap_or_default().to_vec(), stars)
    };
    let plain = values.len() - stars.min(values.len());
    let mut parts = Vec::new();
    for (at, value) in values.iter().enumerate() {
        let value = match value {
            Value::Cell(cell) => cell.contents.borrow().clone(),
            other => other.clone(),
        };
        match &value {
            Value::Tuple(t) if at >= plain => parts.extend(t.items.iter().map(|v| short(i, v))),
            Value::Dict(d) if at >= plain => parts.extend(d.entries().iter().map(|(k, v)| {
                let name = k.as_str().map(|s| s.text().into_owned()).unwrap_or_default();
                format!("{name}={}", short(i, v))
            })),
            Value::Unset => {}
            value => parts.push(short(i, value)),
        }
    }
    cut(parts.join(", "))
}

/// The last chain of a task, so that it is not looked up anew as long as the task waits at the same places.
#[derive(Clone, Copy, Default)]
pub struct ChainCache {
    places: u64,
    chain: ChainId,
}

/// The label of native frames that stand for nothing the program has written.
const UNNAMED: &str = "native";

/// The await chain of a suspended coroutine, in the log.
pub fn chain(log: &mut Log, coroutine: &Value, cache: &Cell<ChainCache>) -> ChainId {
    let Value::Generator(generator) = coroutine else { return ChainId::NONE };
    let state = generator.state.borrow();
    let GeneratorState::Suspended(frames) = &*state else { return ChainId::NONE };
    let places = frames.iter().fold(frames.len() as u64, |all, frame| {
        let (code, place) = match frame {
            AnyFrame::Python(f) => (Rc::as_ptr(&f.code) as *const u8 as u64, f.pc as u64),
            AnyFrame::Native(f) => (f.label.as_ptr() as u64, 0),
        };
        ((all ^ code).wrapping_mul(0x9E37_79B9_7F4A_7C15) ^ place).wrapping_mul(0xC2B2_AE3D_27D4_EB4F)
    });
    let known = cache.get();
    if known.places == places {
        return known.chain;
    }
    let mut chain = ChainId::NONE;
    for frame in frames {
        chain = match frame {
            AnyFrame::Python(f) => {
                let name = log.intern(&f.code.code.qualname);
                log.chain(chain, name, f.code.line(f.pc.saturating_sub(1)))
            }
            AnyFrame::Native(f) if f.label == UNNAMED => chain,
            AnyFrame::Native(f) => {
                let name = log.intern(f.label);
                log.chain(chain, name, 0)
            }
        };
    }
    cache.set(ChainCache { places, chain });
    chain
}

/// What a scope's or wait's delay is called: as the program gave it.
pub fn delay(i: &mut dyn Interp, value: &Value) -> PyResult<String> {
    Ok(short(i, value))
}
