//! `repr` of exact built-ins.

use std::rc::Rc;

use crate::objects::args::Args;
use crate::objects::exception::{PyResult, recursion_error};
use crate::objects::float_repr;
use crate::objects::function::Binding;
use crate::objects::identity::id;
use crate::objects::int::IntRef;
use crate::objects::interp::{Interp, recursing};
use crate::objects::native_function::builtin_repr;
use crate::objects::object_methods::full_name;
use crate::objects::ops;
use crate::objects::str::{PyStr, repr_bytes};
use crate::objects::string::Str;
use crate::objects::symbol::known;
use crate::objects::types::{type_name, type_of, types};
use crate::objects::value::Value;

/// The containers whose repr is being made, by address: within themselves they show as `[...]`.
#[derive(Default)]
struct InProgress(Vec<usize>);

/// `repr(value)` of an exact built-in, or of what an instance carries.
pub(in crate::objects) fn repr(i: &mut dyn Interp, value: &Value) -> PyResult<Rc<Str>> {
    match value {
        Value::None => return Ok(shared("None")),
        Value::Bool(b) => return Ok(shared(if *b { "True" } else { "False" })),
        _ => {}
    }
    let mut out = PyStr::new();
    push(i, value, &mut out)?;
    Ok(Rc::new(Str::new(out)))
}

fn shared(text: &str) -> Rc<Str> {
    match crate::objects::Symbol::new(text).value() {
        Value::Str(s) => s,
        _ => Rc::new(Str::new(text.into())),
    }
}

/// Appends the repr of any value.
pub(in crate::objects) fn push_any(i: &mut dyn Interp, value: &Value, out: &mut PyStr) -> PyResult<()> {
    match value {
        Value::Object(_) | Value::Type(_) | Value::Method(_) | Value::Slice(_) => {
            out.push_py(&ops::repr_text(i, value)?.data);
            Ok(())
        }
        _ => push(i, value, out),
    }
}

fn push(i: &mut dyn Interp, value: &Value, out: &mut PyStr) -> PyResult<()> {
    match value.plain() {
        Value::Unset => out.push_str("<NULL>"),
        Value::None => out.push_str("None"),
        Value::NotImplemented => out.push_str("NotImplemented"),
        Value::Ellipsis => out.push_str("Ellipsis"),
        Value::Bool(b) => out.push_str(if *b { "True" } else { "False" }),
        Value::Int(n) => out.push_str(&n.to_string()),
        Value::BigInt(n) => {
            let limit = ops::max_str_digits(i, n.bits())?;
            out.push_str(&IntRef::Big(n).to_decimal(limit)?);
        }
        Value::Float(x) => out.push_str(&float_repr::repr(*x)),
        Value::Complex(c) => out.push_str(&float_repr::repr_complex(c.real, c.imag)),
        Value::Str(s) => {
            if s.data.len() > 64 {
                i.charge(s.data.len() as u64 / 16);
                i.reserve(s.data.len())?;
            }
            out.push_py(&s.data.repr());
        }
        Value::Bytes(b) => out.push_py(&repr_bytes(&b.data)),
        Value::Tuple(_) | Value::List(_) | Value::Dict(_) => containers(i, value.plain(), out)?,
        Value::Set(s) => {
            let name = type_name(value);
            let exact = !s.frozen && matches!(value, Value::Set(_));
            if s.is_empty() {
                out.push_str(&name);
                out.push_str("()");
                return Ok(());
            }
            let items = s.items();
            // Within itself a set shows its class only.
            let within = format!("{name}(...)");
            let at = |n: usize| items.get(n).cloned();
            let address = Rc::as_ptr(s) as usize;
            if exact {
                return sequence(i, address, ["{", &within, "}"], out, &at);
            }
            guarded(i, address, &within, out, &mut |i, out| {
                out.push_str(&name);
                out.push_str("(");
                sequence(i, address + 1, ["{", &within, "}"], out, &at)?;
                out.push_str(")");
                Ok(())
            })?;
        }
        Value::Range(r) => {
            let step = if r.step == 1 { String::new() } else { format!(", {}", r.step) };
            out.push_str(&format!("range({}, {}{step})", r.start, r.stop));
        }
        Value::Slice(s) => {
            out.push_str("slice(");
            for (part, end) in [(&s.start, ", "), (&s.stop, ", "), (&s.step, ")")] {
                push_any(i, part, out)?;
                out.push_str(end);
            }
        }
        Value::Function(f) => {
            out.push_str("<function ");
            push_text(&f.naming.qualname(), out);
            out.push_str(&format!(" at {:#x}>", id(value)));
        }
        Value::Builtin(_) => out.push_str(&builtin_repr(value)),
        Value::Method(m) => match &m.function {
            Value::Builtin(b) if b.python.is_none() && b.binding != Binding::Function => {
                out.push_str(&builtin_repr(value))
            }
            function => {
                out.push_str("<bound method ");
                match function {
                    Value::Function(f) => push_text(&f.naming.qualname(), out),
                    Value::Builtin(b) if b.binding == Binding::Function => out.push_str(&b.name),
                    Value::Builtin(b) => out.push_str(&format!("{}.{}", b.owner, b.name)),
                    other => out.push_str(&crate::objects::function_names::shown_name(i, other)),
                }
                out.push_str(" of ");
                push_any(i, &m.receiver, out)?;
                out.push_str(">");
            }
        },
        Value::Type(class) => out.push_str(&format!("<class '{}'>", full_name(class))),
        Value::Module(m) => out.push_str(&crate::objects::module::shown(i, m)?),
        Value::Generator(g) => {
            out.push_str(&format!("<{} object ", type_name(value)));
            let unnamed = g.kind.is_of_async_generator() || Rc::ptr_eq(&type_of(value), &types().coroutine_wrapper);
            if !unnamed {
                push_text(&g.naming.qualname(), out);
                out.push_str(" ");
            }
            out.push_str(&format!("at {:#x}>", id(value)));
        }
        Value::Iter(iter) => match ops::special::own(&iter.class, known::REPR) {
            // `itertools.count(1)`
            Some(method) => out.push_py(&i.call(&method, Args::one(value.clone()))?.text_or_empty().as_str().into()),
            None => out.push_str(&format!("<{} object at {:#x}>", full_name(&iter.class), id(value))),
        },
        Value::Cell(cell) => {
            let contents = cell.contents.borrow();
            let what = match &*contents {
                Value::Unset => "empty".to_string(),
                held => format!("{} object at {:#x}", type_name(held), id(held)),
            };
            out.push_str(&format!("<cell at {:#x}: {what}>", id(value)));
        }
        Value::Code(code) => out.push_str(&format!(
            "<code object {} at {:#x}, file \"{}\", line {}>",
            code.code.name,
            id(value),
            code.filename,
            code.code.first_line
        )),
        Value::Namespace(_) => out.push_str("{...}"),
        Value::Object(_) => out.push_str(&format!("<{} object at {:#x}>", full_name(&type_of(value)), id(value))),
    }
    Ok(())
}

fn push_text(value: &Value, out: &mut PyStr) {
    if let Some(s) = value.as_str() {
        out.push_py(&s.data);
    }
}

/// A list, a tuple or a dict whose items are being shown.
struct Open {
    container: Value,
    address: usize,
    /// Where the next item is looked for.
    at: usize,
    /// An entry's value, whose key comes first.
    value: Option<Value>,
}

impl Open {
    /// So many may stand within each other, as in CPython.
    const MOST: usize = 9997;

    /// `None`: it is no such container.
    fn new(container: &Value) -> Option<Open> {
        let address = match container {
            Value::Tuple(t) => Rc::as_ptr(t) as usize,
            Value::List(l) => Rc::as_ptr(l) as usize,
            Value::Dict(d) => Rc::as_ptr(d) as usize,
            _ => return None,
        };
        Some(Open { container: container.clone(), address, at: 0, value: None })
    }

    fn brackets(&self) -> [&'static str; 3] {
        match &self.container {
            Value::Tuple(t) if t.items.len() == 1 => ["(", "(...)", ",)"],
            Value::Tuple(_) => ["(", "(...)", ")"],
            Value::List(_) => ["[", "[...]", "]"],
            _ => ["{", "{...}", "}"],
        }
    }

    /// The next item, with what stands before it. Items may change meanwhile.
    fn next(&mut self) -> Option<(Value, &'static str)> {
        if let Some(value) = self.value.take() {
            return Some((value, ": "));
        }
        let before = if self.at == 0 { "" } else { ", " };
        let item = match &self.container {
            Value::Tuple(t) => t.items.get(self.at).cloned()?,
            Value::List(l) => l.items.borrow().get(self.at).cloned()?,
            Value::Dict(d) => {
                let (after, key, value) = d.next_entry(self.at)?;
                self.value = Some(value);
                self.at = after;
                return Some((key, before));
            }
            _ => return None,
        };
        self.at += 1;
        Some((item, before))
    }
}

/// Lists, tuples and dicts within each other, as deep as they are: without the host's stack.
fn containers(i: &mut dyn Interp, value: &Value, out: &mut PyStr) -> PyResult<()> {
    let outside = i.states().get::<InProgress>().0.len();
    let result = recursing(i, DOING, |i| walk(i, value, out));
    i.states().get::<InProgress>().0.truncate(outside);
    result
}

const DOING: &str = " while getting the repr of an object";

fn walk(i: &mut dyn Interp, value: &Value, out: &mut PyStr) -> PyResult<()> {
    let mut open: Vec<Open> = Vec::new();
    let mut next = value.clone();
    loop {
        match Open::new(&next) {
            None => push_any(i, &next, out)?,
            Some(inner) => {
                let [begin, within, _] = inner.brackets();
                let shown = i.states().get::<InProgress>();
                if shown.0.contains(&inner.address) {
                    out.push_str(within);
                } else if open.len() == Open::MOST {
                    return Err(recursion_error(format!("maximum recursion depth exceeded{DOING}")));
                } else {
                    shown.0.push(inner.address);
                    out.push_str(begin);
                    open.push(inner);
                }
            }
        }
        next = loop {
            let Some(innermost) = open.last_mut() else { return Ok(()) };
            if let Some((item, before)) = innermost.next() {
                out.push_str(before);
                i.charge(1);
                break item;
            }
            out.push_str(innermost.brackets()[2]);
            i.states().get::<InProgress>().0.pop();
            // What holds the same thing twice, again and again, is small and has a text without measure, of which a
            // copy is made in the end; a text that grows has twice its room.
            i.reserve(4 * out.len())?;
            open.pop();
        };
    }
}

/// Runs `f` unless the container is being shown already (`Py_ReprEnter`): then `within` stands for it.
pub fn guarded(
    i: &mut dyn Interp,
    address: usize,
    within: &str,
    out: &mut PyStr,
    f: &mut dyn FnMut(&mut dyn Interp, &mut PyStr) -> PyResult<()>,
) -> PyResult<()> {
    let shown = i.states().get::<InProgress>();
    if shown.0.contains(&address) {
        out.push_str(within);
        return Ok(());
    }
    shown.0.push(address);
    let result = recursing(i, DOING, |i| f(i, out).and_then(|()| i.reserve(4 * out.len())));
    let shown = i.states().get::<InProgress>();
    if let Some(at) = shown.0.iter().rposition(|a| *a == address) {
        shown.0.remove(at);
    }
    result
}

/// Items between brackets; `[begin, within itself, end]`. The items may change meanwhile.
fn sequence(
    i: &mut dyn Interp,
    address: usize,
    [begin, within, end]: [&str; 3],
    out: &mut PyStr,
    at: &dyn Fn(usize) -> Option<Value>,
) -> PyResult<()> {
    guarded(i, address, within, out, &mut |i, out| {
        out.push_str(begin);
        let mut n = 0;
        while let Some(item) = at(n) {
            if n > 0 {
                out.push_str(", ");
            }
            push_any(i, &item, out)?;
            n += 1;
            if n % 16 == 0 {
                i.charge(16);
            }
        }
        i.reserve(n * 4)?;
        out.push_str(end);
        Ok(())
    })
}
