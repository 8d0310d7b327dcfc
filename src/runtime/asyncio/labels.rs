//! Short texts of values for the trace. They never run code of the program.

use std::cell::Cell;
use std::rc::Rc;

use smallvec::SmallVec;

use crate::objects::containers::Dict;
use crate::objects::frame::AnyFrame;
use crate::objects::generator::{Generator, GeneratorState};
use crate::objects::look::look;
use crate::objects::object::Payload;
use crate::objects::symbol::known;
use crate::objects::{Exc, Interp, Object, Symbol, Value, float_repr, ops};
use crate::trace::{ChainId, Log, TextId};

/// The longest text of one value, in characters.
const LONGEST: usize = 60;
/// The longest text of all arguments of a call, in characters.
const LONGEST_CALL: usize = 240;
/// So much of an argument stands before what is left out of it; the end tells one address or path from another.
const HEAD: usize = 24;
const MOST_ITEMS: usize = 5;
/// So many callables within each other are looked into for a name.
const MOST_WRAPPED: usize = 8;

/// A value's short text: its repr if it is built in, else its class's name in brackets.
pub fn short(i: &mut dyn Interp, value: &Value) -> String {
    let mut text = String::new();
    write_short(i, value, &mut text);
    text
}

/// [`short`], at the end of `out`.
fn write_short(i: &mut dyn Interp, value: &Value, out: &mut String) {
    let start = out.len();
    write_at(i, value, 0, out);
    cut(out, start, LONGEST);
}

/// [`short`] of an argument; a long text is cut in its middle.
fn write_argument(i: &mut dyn Interp, value: &Value, out: &mut String) {
    match value {
        Value::Str(s) if s.data.len() > LONGEST => {
            let (head, tail) = (0..HEAD, s.data.len() - (LONGEST - HEAD - 1)..s.data.len());
            let at = |place: usize| char::from_u32(s.data.at(place)).unwrap_or('\u{fffd}');
            let text: String = head.map(at).chain(['…']).chain(tail.map(at)).collect();
            write_plain(i, &Value::from(text), out);
        }
        _ => write_short(i, value, out),
    }
}

/// [`short`], interned; of a long text its end is told as well. Nothing is worded if nothing is recorded.
pub fn short_id(i: &mut dyn Interp, value: &Value) -> TextId {
    let log = i.log();
    match value {
        _ if !log.records() => TextId::NONE,
        Value::None => log.none(),
        Value::Int(n) => log.intern_number(*n),
        Value::Float(x) => log.intern_float(*x, float_repr::repr),
        _ => {
            let mut text = log.blank();
            write_argument(i, value, &mut text);
            i.log().intern_blank(text)
        }
    }
}

/// `sleep(0.5)`: a function and its argument, interned. Nothing is worded if nothing is recorded.
pub fn call_id(log: &mut Log, function: &str, argument: TextId) -> TextId {
    if !log.records() {
        return TextId::NONE;
    }
    let mut text = log.blank();
    text.push_str(function);
    text.push('(');
    text.push_str(&log.text(argument));
    text.push(')');
    log.intern_blank(text)
}

/// `ValueError('x')`
pub fn exception_id(i: &mut dyn Interp, exc: &Exc) -> TextId {
    short_id(i, &exc.value())
}

pub fn push_number(n: i64, out: &mut String) {
    out.push_str(itoa::Buffer::new().format(n));
}

/// Shortens what stands in `text` from `start` on, to `longest` characters.
pub fn cut(text: &mut String, start: usize, longest: usize) {
    if text.len() - start > longest
        && let Some((at, _)) = text[start..].char_indices().nth(longest)
    {
        text.truncate(start + at);
        text.push('…');
    }
}

fn write_at(i: &mut dyn Interp, value: &Value, depth: usize, out: &mut String) {
    // No more than is shown is looked at: a container may be long.
    fn write_items(i: &mut dyn Interp, items: &[Value], more: bool, depth: usize, out: &mut String) {
        for (at, item) in items.iter().enumerate() {
            if at > 0 {
                out.push_str(", ");
            }
            write_at(i, item, depth + 1, out);
        }
        if more {
            out.push_str(", …");
        }
    }
    fn first(items: &[Value]) -> (&[Value], bool) {
        (&items[..items.len().min(MOST_ITEMS)], items.len() > MOST_ITEMS)
    }
    match value {
        Value::Int(n) => push_number(*n, out),
        Value::None => out.push_str("None"),
        Value::Float(x) => {
            let log = i.log();
            let id = log.intern_float(*x, float_repr::repr);
            out.push_str(&log.text(id));
        }
        Value::Bool(_) | Value::Complex(_) | Value::Ellipsis | Value::NotImplemented | Value::Range(_) => {
            write_plain(i, value, out)
        }
        Value::Str(s) if s.data.as_ascii().is_some_and(|text| text.len() <= LONGEST && is_simple(text)) => {
            out.push('\'');
            out.push_str(s.data.as_ascii().unwrap_or_default());
            out.push('\'');
        }
        Value::Str(s) if s.data.len() <= 4 * LONGEST => write_plain(i, value, out),
        Value::Str(s) => {
            out.push('\'');
            out.extend(s.text().chars().take(LONGEST));
            out.push_str("…'");
        }
        Value::Bytes(b) if b.data.len() <= LONGEST => write_plain(i, value, out),
        Value::BigInt(n) if n.bits() < 200 => write_plain(i, value, out),
        Value::Tuple(_) | Value::List(_) | Value::Dict(_) | Value::Set(_) if depth > 2 => out.push('…'),
        Value::Tuple(t) => {
            out.push('(');
            let (items, more) = first(&t.items);
            write_items(i, items, more, depth, out);
            out.push_str(if t.items.len() == 1 { ",)" } else { ")" });
        }
        Value::List(l) => {
            let (items, more) = {
                let items = l.items.borrow();
                let (items, more) = first(&items);
                (items.to_vec(), more)
            };
            out.push('[');
            write_items(i, &items, more, depth, out);
            out.push(']');
        }
        Value::Set(s) => {
            let mut items = Vec::new();
            let mut at = 0;
            while items.len() < MOST_ITEMS
                && let Some((next, item)) = s.next_item(at)
            {
                at = next;
                items.push(item);
            }
            out.push('{');
            write_items(i, &items, s.len() > MOST_ITEMS, depth, out);
            out.push('}');
        }
        Value::Dict(d) => {
            out.push('{');
            let mut at = 0;
            for shown in 0..MOST_ITEMS {
                let Some((next, key, item)) = d.next_entry(at) else { break };
                at = next;
                if shown > 0 {
                    out.push_str(", ");
                }
                write_at(i, &key, depth + 1, out);
                out.push_str(": ");
                write_at(i, &item, depth + 1, out);
            }
            out.push_str(if d.len() > MOST_ITEMS { ", …}" } else { "}" });
        }
        Value::Function(_) | Value::Builtin(_) | Value::Method(_) | Value::Type(_) | Value::Generator(_) => {
            out.push_str(&callable_name(value));
        }
        Value::Object(o) => match o.exception() {
            Some(_) if depth > 2 => out.push('…'),
            Some(data) => {
                let args = data.args.borrow().items.clone();
                out.push_str(&crate::objects::type_of(value).name());
                out.push('(');
                let (items, more) = first(&args);
                write_items(i, items, more, depth, out);
                out.push(')');
            }
            None => match parts(o) {
                Parts::Fields(_) if depth > 2 => out.push('…'),
                Parts::Fields(values) => {
                    out.push_str(&crate::objects::type_of(value).name());
                    out.push('(');
                    let (items, more) = first(&values);
                    write_items(i, items, more, depth, out);
                    out.push(')');
                }
                Parts::Member(name) => {
                    out.push_str(&crate::objects::type_of(value).name());
                    out.push('.');
                    out.push_str(&name);
                }
                Parts::BuiltIn(inner) => write_at(i, &inner, depth, out),
                Parts::Unknown => write_class(value, out),
            },
        },
        other => write_class(other, out),
    }
}

/// What is known of an object without asking its class.
enum Parts {
    /// The first fields of a dataclass or a model that its repr shows, one more than are shown.
    Fields(Vec<Value>),
    /// The name of an enumeration's member.
    Member(String),
    /// What it is as an object of a built-in class.
    BuiltIn(Value),
    Unknown,
}

fn parts(object: &Rc<Object>) -> Parts {
    if !matches!(object.payload, Payload::None | Payload::Builtin(_)) {
        return Parts::Unknown;
    }
    let class = object.class();
    if class.lookup(known::MEMBER_MAP).is_some()
        && let Some(Value::Str(name)) = object.own(known::NAME_OF_MEMBER)
    {
        return Parts::Member(name.text().into_owned());
    }
    if let Some(inner) = object.builtin() {
        return Parts::BuiltIn(inner.clone());
    }
    let fields = [known::DATACLASS_FIELDS, known::PYDANTIC_FIELDS].into_iter().find_map(|table| class.lookup(table));
    let Some(Value::Dict(fields)) = fields else { return Parts::Unknown };
    let mut shown = Vec::new();
    let mut at = 0;
    while shown.len() <= MOST_ITEMS
        && let Some((next, name, field)) = fields.next_entry(at)
    {
        at = next;
        let is_shown = matches!(&field, Value::Object(field) if !matches!(field.own(known::REPR_OF_FIELD), Some(Value::Bool(false))));
        let name = name.as_str().and_then(Symbol::of).filter(|_| is_shown);
        shown.extend(name.and_then(|name| object.own(name)));
    }
    Parts::Fields(shown)
}

/// Whether a text's repr is that text between single quotes.
fn is_simple(text: &str) -> bool {
    text.bytes().all(|byte| (b' '..=b'~').contains(&byte) && byte != b'\'' && byte != b'\\')
}

/// `<Lock>`
fn write_class(value: &Value, out: &mut String) {
    out.push('<');
    out.push_str(&crate::objects::type_of(value).name());
    out.push('>');
}

fn write_plain(i: &mut dyn Interp, value: &Value, out: &mut String) {
    if let Ok(text) = ops::repr_text(i, value) {
        out.push_str(&text.text());
    }
}

/// What a callable is called, without asking it.
pub fn callable_name(value: &Value) -> String {
    named_within(value, MOST_WRAPPED)
}

fn named_within(value: &Value, deeper: usize) -> String {
    match value {
        Value::Function(f) => f.naming.qualname().text_or_empty(),
        Value::Builtin(b) => b.name.to_string(),
        Value::Method(m) => named_within(&m.function, deeper),
        Value::Type(c) => c.name().to_string(),
        Value::Generator(g) => g.naming.qualname().text_or_empty(),
        Value::Object(o) => {
            let inner = match &o.payload {
                Payload::Native(native) => native.wrapped(),
                _ => None,
            };
            match inner {
                Some(inner) if deeper > 0 => named_within(&inner, deeper - 1),
                _ => format!("<{}>", crate::objects::type_of(value).name()),
            }
        }
        other => format!("<{}>", crate::objects::type_of(other).name()),
    }
}

/// Arguments that are given by place and by name, with commas between them.
pub fn write_call(i: &mut dyn Interp, values: &[Value], keywords: &[(String, Value)], out: &mut String) {
    let start = out.len();
    let given = values.iter().map(|value| (None, value));
    // No more than is shown is looked at.
    for (at, (name, value)) in given.chain(keywords.iter().map(|(name, value)| (Some(name), value))).enumerate() {
        if out.len() - start > 4 * LONGEST_CALL {
            break;
        }
        if at > 0 {
            out.push_str(", ");
        }
        if let Some(name) = name {
            out.push_str(name);
            out.push('=');
        }
        write_argument(i, value, out);
    }
    cut(out, start, LONGEST_CALL);
}

/// The arguments with which a coroutine was called, from its frame, while it has not started.
pub fn arguments(i: &mut dyn Interp, coroutine: &Generator) -> TextId {
    let (values, plain) = {
        let state = coroutine.state.borrow();
        let GeneratorState::Created(AnyFrame::Python(frame)) = &*state else { return TextId::NONE };
        let params = frame.code.code.params;
        let plain = (params.positional + params.keyword_only) as usize;
        let end = plain + [0x4, 0x8].iter().filter(|bit| frame.code.has(**bit)).count();
        let first = (end > 0 && frame.code.locals.first() == Some(&known::SELF)) as usize;
        let values: SmallVec<[Value; 4]> = frame.slots[first..end].iter().map(contents).collect();
        (values, plain.saturating_sub(first))
    };
    if let [value @ (Value::Int(_) | Value::Float(_) | Value::None)] = &values[..]
        && plain == 1
    {
        return short_id(i, value);
    }
    let (mut given, mut keywords) = (SmallVec::<[Value; 4]>::new(), Vec::new());
    for (at, value) in values.into_iter().enumerate() {
        match value {
            Value::Tuple(t) if at >= plain => given.extend(t.items.iter().cloned()),
            Value::Dict(d) if at >= plain => keywords = named(&d),
            Value::Unset => {}
            value => given.push(value),
        }
    }
    let mut text = i.log().blank();
    write_call(i, &given, &keywords, &mut text);
    i.log().intern_blank(text)
}

/// Arguments given by name.
pub fn named(given: &Dict) -> Vec<(String, Value)> {
    given.entries().into_iter().map(|(name, value)| (name.text_or_empty(), value)).collect()
}

/// A parameter's value.
fn contents(slot: &Value) -> Value {
    match slot {
        Value::Cell(cell) => look(&cell.contents).clone(),
        other => other.clone(),
    }
}

/// The last chain of a task, so that it is not looked up anew as long as the task waits at the same places.
#[derive(Clone, Copy, Default)]
pub struct ChainCache {
    places: u64,
    chain: ChainId,
}

/// The label of native frames that stand for nothing the program has written.
const UNNAMED: &str = "native";

/// The await chain of a suspended coroutine, in the log, if anything is recorded.
pub fn chain(log: &mut Log, coroutine: &Value, cache: &Cell<ChainCache>) -> ChainId {
    let Value::Generator(generator) = coroutine else { return ChainId::NONE };
    if !log.records() {
        return ChainId::NONE;
    }
    let state = generator.state.borrow();
    let GeneratorState::Suspended(frames) = &*state else { return ChainId::NONE };
    // Blocks without a number in the trace may be others later, at the same address.
    let mut lasting = true;
    let places = frames.iter().fold(frames.len() as u64, |all, frame| {
        let (code, place) = match frame {
            AnyFrame::Python(f) => {
                let number = f.code.trace_id.get();
                lasting &= number != 0 && number != u16::MAX;
                let slept = f.after.awaits_unmade().is_some() as u64;
                (Rc::as_ptr(&f.code) as *const u8 as u64, slept << 63 | (number as u64) << 32 | f.pc as u64)
            }
            AnyFrame::Native(f) => (f.label.as_ptr() as u64, 0),
        };
        ((all ^ code).wrapping_mul(0x9E37_79B9_7F4A_7C15) ^ place).wrapping_mul(0xC2B2_AE3D_27D4_EB4F)
    });
    let known = cache.get();
    if known.places == places {
        return known.chain;
    }
    if lasting && let Some(chain) = log.chain_at(places) {
        cache.set(ChainCache { places, chain });
        return chain;
    }
    let mut chain = ChainId::NONE;
    for frame in frames {
        chain = match frame {
            AnyFrame::Python(f) => {
                let name = log.intern(&f.code.code.qualname);
                let chain = log.chain(chain, name, f.code.line(f.pc.saturating_sub(1)));
                match f.after.awaits_unmade() {
                    Some(name) => {
                        let name = log.intern(name);
                        log.chain(chain, name, 0)
                    }
                    None => chain,
                }
            }
            AnyFrame::Native(f) if f.label == UNNAMED => chain,
            AnyFrame::Native(f) => {
                let name = log.intern(f.label);
                log.chain(chain, name, 0)
            }
        };
    }
    cache.set(ChainCache { places, chain });
    if lasting {
        log.keep_chain(places, chain);
    }
    chain
}
