//! Frames, tracebacks and code objects as a program sees them.

use std::cell::RefCell;
use std::rc::Rc;

use super::args::Args;
use super::class::Class;
use super::code::CodeObject;
use super::containers::Dict;
use super::cpython_places::{self, offset_of_frame, told};
use super::exception::{PyResult, Traceback, runtime_error, type_error, value_error};
use super::frame::{Frame, FrameObject};
use super::gc_graph::Edge;
use super::generator::Generator;
use super::identity::id;
use super::interp::{Interp, not_supported};
use super::module::from_library;
use super::native_class::NativeClass;
use super::object::{Native, Object};
use super::symbol::Symbol;
use super::types::{Types, type_name, types};
use super::value::Value;
use crate::bytecode::{CodeFlags, InlinedVariable, Op};
use crate::trace::sorted::{distinct, sort_by, sort_by_key};

/// A frame object in a value.
pub struct FrameRef(pub Rc<FrameObject>);

impl Native for FrameRef {
    fn edges(&self, visit: &mut dyn FnMut(Edge)) {
        visit(Edge::Frame(&self.0));
    }
}

/// A traceback in a value.
pub struct TracebackRef(pub Rc<Traceback>);

impl Native for TracebackRef {
    fn edges(&self, visit: &mut dyn FnMut(Edge)) {
        visit(Edge::Traceback(&self.0));
    }
}

/// A frame object as a value.
pub fn frame_value(frame: &Rc<FrameObject>) -> Value {
    let value = Object::with_native(types().frame.clone(), FrameRef(frame.clone()));
    adopt(&value, &frame.header);
    value
}

/// A traceback as a value.
pub fn traceback_value(traceback: &Rc<Traceback>) -> Value {
    let value = Object::with_native(types().traceback.clone(), TracebackRef(traceback.clone()));
    adopt(&value, &traceback.header);
    value
}

/// Values of one frame have one identity.
fn adopt(value: &Value, header: &super::header::Header) {
    header.address();
    if let Value::Object(o) = value {
        o.header.adopt(header);
    }
}

/// The traceback that a value is.
pub fn traceback_of(value: &Value) -> Option<Rc<Traceback>> {
    value.native::<TracebackRef>().map(|t| t.0.clone())
}

/// The frame object that a value is.
pub fn frame_of(value: &Value) -> Option<Rc<FrameObject>> {
    value.native::<FrameRef>().map(|f| f.0.clone())
}

/// The frame object of an activation that is suspended; made now if it had none.
pub fn of_suspended(frame: &mut Frame) -> Rc<FrameObject> {
    if let Some(object) = &frame.object {
        return object.clone();
    }
    let line = match frame.pc {
        0 => frame.code.code.first_line,
        pc => frame.code.line(pc - 1),
    };
    let object = FrameObject::new(&frame.code, &frame.globals, line, Vec::new());
    object.pc.set(frame.pc);
    frame.object = Some(object.clone());
    frame.holds_more = true;
    object
}

pub(super) fn frame(value: &Value) -> PyResult<Rc<FrameObject>> {
    frame_of(value).ok_or_else(|| type_error(format!("expected a frame object, not '{}'", type_name(value))))
}

/// The line at which it stands, or ended.
fn line(i: &mut dyn Interp, frame: &Rc<FrameObject>) -> u32 {
    i.frame_now(frame).map_or(frame.line.get(), |now| now.line)
}

pub(super) fn traceback(value: &Value) -> PyResult<Rc<Traceback>> {
    traceback_of(value).ok_or_else(|| type_error(format!("expected a traceback object, not '{}'", type_name(value))))
}

fn code(value: &Value) -> PyResult<&Rc<CodeObject>> {
    match value {
        Value::Code(code) => Ok(code),
        other => Err(type_error(format!("expected a code object, not '{}'", type_name(other)))),
    }
}

/// `types.TracebackType(tb_next, tb_frame, tb_lasti, tb_lineno)`
fn make_traceback(i: &mut dyn Interp, _: &Rc<Class>, args: &Args) -> PyResult {
    let names = ["tb_next", "tb_frame", "tb_lasti", "tb_lineno"];
    let [next, at, lasti, line] = args.clone().bind_in_c("traceback", &names, 4)?;
    let next = match &next {
        Value::None => None,
        other => Some(
            traceback_of(other)
                .ok_or_else(|| type_error(format!("expected traceback object or None, got '{}'", type_name(other))))?,
        ),
    };
    let Some(frame) = frame_of(&at) else {
        let shown = if at.is_none() { "None".into() } else { type_name(&at) };
        return Err(type_error(format!("traceback() argument 'tb_frame' must be frame, not {shown}")));
    };
    let [Value::Int(lasti), Value::Int(line)] = [&lasti, &line] else {
        let other = if matches!(lasti, Value::Int(_)) { &line } else { &lasti };
        return Err(type_error(format!("'{}' object cannot be interpreted as an integer", type_name(other))));
    };
    let told = told(i, "own", &frame.code, vec![Value::Code(frame.code.clone()), Value::Int(*lasti)])?;
    let lasti = told.as_ref().and_then(Value::as_int).unwrap_or(*lasti);
    Ok(made_traceback(frame, lasti, *line as u32, next))
}

fn made_traceback(frame: Rc<FrameObject>, own: i64, line: u32, next: Option<Rc<Traceback>>) -> Value {
    let pc = (own / 2 - 1).max(0) as usize;
    traceback_value(&Rc::new(Traceback { header: Default::default(), frame, pc, line, next: RefCell::new(next) }))
}

/// A traceback of one entry: where a frame stands.
pub fn traceback_at(i: &mut dyn Interp, frame: &Rc<FrameObject>) -> Value {
    let (own, line) = (offset_of_frame(i, frame), line(i, frame));
    made_traceback(frame.clone(), own, line, None)
}

/// The slot of a variable of a function.
pub fn slot_of(code: &CodeObject, name: &str) -> Option<usize> {
    (0..code.code.first_temp()).find(|slot| *code.slot_name(*slot) == *name && !name.starts_with('.'))
}

/// `frame.f_locals`: a function's write through to its variables (PEP 667).
fn f_locals(i: &mut dyn Interp, value: &Value) -> PyResult {
    let frame = frame(value)?;
    if !frame.code.has(CodeFlags::OPTIMIZED) && hidden_now(i, &frame).is_none() {
        return Ok(locals_of(i, &frame));
    }
    let class = from_library(i, "_frame_locals", "FrameLocalsProxy")?;
    i.finish(super::Flow::call(class, [value.clone()].into()))
}

/// The local variables that a frame holds, as a new dict.
pub fn locals_of(i: &mut dyn Interp, frame: &Rc<FrameObject>) -> Value {
    if let Some(hidden) = hidden_now(i, frame) {
        return hidden;
    }
    if &*frame.code.code.name == "<module>" {
        return Value::Dict(Dict::view(frame.globals.clone()));
    }
    let now = i.frame_now(frame);
    let optimized = frame.code.has(CodeFlags::OPTIMIZED);
    let namespace = match &now {
        Some(now) => now.namespace.clone(),
        None => frame.namespace.borrow().clone().filter(|_| !optimized),
    };
    match namespace {
        Some(Value::Namespace(names)) => return Value::Dict(Dict::view(names)),
        Some(mapping) => return mapping,
        None => {}
    }
    let found = match now {
        Some(now) => variables(&frame.code, &now.slots, now.pc),
        None => variables(&frame.code, &frame.slots.borrow(), frame.pc.get()),
    };
    add_extras(i, frame, &found);
    found
}

/// What has been set by `f_locals` and is no variable of the function.
pub fn add_extras(i: &mut dyn Interp, frame: &FrameObject, found: &Value) {
    let extras = frame.namespace.borrow().clone();
    if let (true, Some(Value::Dict(extras)), Value::Dict(found)) = (frame.code.has(CodeFlags::OPTIMIZED), extras, found)
    {
        for (name, value) in extras.entries() {
            let _ = found.set(i, name, value);
        }
    }
}

/// The variables of comprehensions that are under way before instruction `pc`, outermost first.
fn inlined_at(code: &CodeObject, pc: usize) -> impl Iterator<Item = &InlinedVariable> {
    code.code.inlined.iter().rev().filter(move |row| (row.start as usize) < pc && pc <= row.end as usize)
}

/// In a module or a class body: the variables of the comprehension under way, which are all the locals there are then.
pub fn hidden_variables(code: &CodeObject, slots: &[Value], pc: usize) -> Option<Value> {
    inlined_at(code, pc).next()?;
    Some(variables(code, slots, pc))
}

/// As [`hidden_variables`], where the frame stands now.
fn hidden_now(i: &mut dyn Interp, frame: &Rc<FrameObject>) -> Option<Value> {
    if frame.code.has(CodeFlags::OPTIMIZED) || frame.code.code.inlined.is_empty() {
        return None;
    }
    let now = i.frame_now(frame)?;
    hidden_variables(&frame.code, &now.slots, now.pc)
}

/// The variables that slots hold before instruction `pc`, in CPython's order: parameters, plain ones and those of
/// comprehensions that run there, cells by name, those of enclosing functions.
pub fn variables(code: &CodeObject, slots: &[Value], pc: usize) -> Value {
    let is_cell = |value: &Value| matches!(value, Value::Cell(_));
    let (parameters, own) = (parameters(code), code.code.first_free());
    let all = || {
        slots.iter().enumerate().take(code.code.first_temp()).map(|(slot, value)| (slot, code.slot_name(slot), value))
    };
    let unslotted = |(_, name, value)| (name, value);
    let plain = all().filter(|(slot, _, value)| *slot < parameters || *slot < own && !is_cell(value));
    let mut first: Vec<(Rc<str>, &Value)> = plain.map(unslotted).collect();
    let before = first.len();
    first.extend(inlined_at(code, pc).filter_map(|row| Some((row.name.clone(), slots.get(row.slot as usize)?))));
    if first.len() > before {
        let order = varnames(code);
        sort_by_key(&mut first, |(name, _)| order.iter().position(|other| other == name).unwrap_or(usize::MAX));
    }
    let cells = all().filter(|(slot, _, value)| (parameters..own).contains(slot) && is_cell(value));
    let mut cells: Vec<(Rc<str>, &Value)> = cells.map(unslotted).collect();
    sort_by(&mut cells, |(a, _), (b, _)| a.cmp(b));
    let free = all().filter(|(slot, ..)| *slot >= own).map(unslotted);
    let locals = Dict::new();
    for (name, value) in first.into_iter().chain(cells).chain(free) {
        let value = match value {
            Value::Cell(cell) => cell.contents.borrow().clone(),
            other => other.clone(),
        };
        if !value.is_unset() && (!name.starts_with('.') || &*name == ".0") {
            locals.set_str(Symbol::new(&name), value);
        }
    }
    Value::Dict(locals)
}

fn caller(i: &mut dyn Interp, value: &Value) -> PyResult {
    let frame = frame(value)?;
    let back = match i.frame_now(&frame) {
        Some(now) => now.back,
        None => frame.back.borrow().clone(),
    };
    Ok(back.as_ref().map(frame_value).into())
}

fn set_trace(_: &mut dyn Interp, value: &Value, new: Value) -> PyResult<()> {
    let old = frame(value)?.trace.replace(if new.is_none() { Value::Unset } else { new });
    drop(old);
    Ok(())
}

fn set_traces_lines(_: &mut dyn Interp, value: &Value, new: Value) -> PyResult<()> {
    match new {
        Value::Bool(lines) => frame(value)?.traces_lines.set(lines),
        Value::Unset => return Err(type_error("cannot delete attribute")),
        _ => return Err(type_error("attribute value type must be bool")),
    }
    Ok(())
}

/// The locals that are cells: nested functions see them.
fn cell_slots(code: &CodeObject) -> Vec<usize> {
    let locals = code.code.locals.len();
    let made = code.instrs.iter().filter(|i| i.op == Op::MakeCell).map(|i| i.a as usize);
    made.filter(|slot| *slot < locals).collect()
}

fn parameters(code: &CodeObject) -> usize {
    let (params, flags) = (&code.code.params, code.code.flags);
    let flag = |bit| flags.has(bit) as usize;
    (params.positional + params.keyword_only) as usize + flag(CodeFlags::VARARGS) + flag(CodeFlags::VARKEYWORDS)
}

/// `co_varnames`: parameters, plain locals and the variables of comprehensions (those of a function's).
fn varnames(code: &CodeObject) -> Vec<Rc<str>> {
    let (code_, cells) = (&code.code, cell_slots(code));
    let parameters = parameters(code);
    let plain = |at: &usize| *at < parameters || !cells.contains(at);
    let mut names: Vec<Rc<str>> = (0..code_.locals.len()).filter(plain).map(|at| code_.locals[at].clone()).collect();
    if !code_.inlined.is_empty() && code.has(CodeFlags::OPTIMIZED) {
        for row in code_.inlined.iter().rev() {
            if !names.contains(&row.name) {
                names.push(row.name.clone());
            }
        }
        let place = |name: &Rc<str>| code_.named.iter().position(|other| other == name).unwrap_or(usize::MAX);
        sort_by_key(&mut names[parameters..], place);
    }
    names
}

/// `co_cellvars`: what is in `co_varnames` as well, then the others by name.
fn cellvars(code: &CodeObject) -> Vec<Rc<str>> {
    let made = || code.instrs.iter().enumerate().filter(|(_, i)| i.op == Op::MakeCell).map(|(pc, i)| (pc as u32, i.a));
    let own = made().filter_map(|(_, slot)| code.code.locals.get(slot as usize));
    // The temporary may have been another comprehension's variable before.
    let since = |row: &InlinedVariable| {
        let earlier = code.code.inlined.iter().filter(|other| other.slot == row.slot && other.end <= row.start);
        earlier.map(|other| other.end).max().unwrap_or(0)
    };
    let is_cell =
        |row: &&InlinedVariable| made().any(|(pc, slot)| slot == row.slot && (since(row)..=row.end).contains(&pc));
    let inlined = code.code.inlined.iter().filter(is_cell).map(|row| &row.name);
    let mut names: Vec<Rc<str>> = distinct(own.chain(&code.code.cells).chain(inlined).cloned());
    let order = varnames(code);
    sort_by_key(&mut names, |name| order.iter().position(|other| other == name).unwrap_or(usize::MAX));
    names
}

fn names(list: &[Rc<str>]) -> Value {
    Value::tuple(list.iter().map(|n| Symbol::new(n).value()).collect::<Vec<_>>())
}

/// `frame.clear()` of a generator's frame: one that has begun is not cleared.
fn clear_generator(i: &mut dyn Interp, generator: &Rc<Generator>) -> PyResult<()> {
    if !generator.is_created() {
        return Err(runtime_error("cannot clear a suspended frame"));
    }
    if generator.is_coroutine() {
        i.never_awaited(generator);
    }
    let this = Value::Generator(generator.clone());
    let close = super::attribute::get_attr_now(i, &this, Symbol::new("close"))?;
    i.call(&close, Args::none()).map(drop)
}

/// Fills the classes of frames, tracebacks, code objects and cells.
#[inline(never)]
pub fn install(t: &'static Types) {
    NativeClass::extend(&t.frame)
        .getter("f_code", |_, v| Ok(Value::Code(frame(v)?.code.clone())))
        .of_stack(
            "f_lineno",
            |i, v| Ok(Value::Int(line(i, &frame(v)?) as i64)),
            Some(|i, v, _| {
                Err(match frame(v)?.trace.borrow().is_unset() {
                    true => value_error("f_lineno can only be set in a trace function"),
                    false => not_supported(i, "setting f_lineno", None),
                })
            }),
        )
        .of_stack("f_lasti", cpython_places::stands, None)
        .getter("f_builtins", |i, _| {
            let builtins = i.import("builtins")?;
            Ok(super::descriptor::dict_of(&builtins).into())
        })
        .getter("f_generator", |_, v| Ok(frame(v)?.generator.borrow().upgrade().map(Value::Generator).into()))
        .sync("clear", |i, args| {
            let frame = frame(&args.values[0])?;
            if i.frame_now(&frame).is_some_and(|now| now.running) {
                return Err(runtime_error("cannot clear an executing frame"));
            }
            let generator = frame.generator.borrow().upgrade();
            if let Some(generator) = generator.filter(|generator| !generator.is_closed()) {
                clear_generator(i, &generator)?;
            }
            super::finalizer::release_all(frame.slots.take());
            Ok(Value::None)
        })
        .property("f_trace", |_, v| Ok(frame(v)?.trace.borrow().clone().some().into()), set_trace)
        .property("f_trace_lines", |_, v| Ok(Value::Bool(frame(v)?.traces_lines.get())), set_traces_lines)
        .property(
            "f_trace_opcodes",
            |_, _| Ok(Value::Bool(false)),
            |i, _, new| match new {
                Value::Bool(false) => Ok(()),
                Value::Bool(true) => Err(not_supported(i, "f_trace_opcodes", Some("line events"))),
                _ => Err(type_error("attribute value type must be bool")),
            },
        )
        .getter("f_globals", |_, v| Ok(Value::Dict(Dict::view(frame(v)?.globals.clone()))))
        .of_stack("f_locals", f_locals, None)
        .of_stack("f_back", caller, None)
        .sync("__repr__", |i, args| {
            let (value, frame) = (&args.values[0], frame(&args.values[0])?);
            Ok(Value::from(format!(
                "<frame at {:#x}, file '{}', line {}, code {}>",
                id(value),
                frame.code.filename,
                line(i, &frame),
                frame.code.code.name
            )))
        });
    t.traceback.make.set(make_traceback);
    NativeClass::extend(&t.traceback)
        .member("tb_frame", |_, v| Ok(frame_value(&traceback(v)?.frame)))
        .getter("tb_lineno", |_, v| Ok(Value::Int(traceback(v)?.line as i64)))
        .member("tb_lasti", cpython_places::raised)
        .property(
            "tb_next",
            |_, v| Ok(traceback(v)?.next.borrow().as_ref().map(traceback_value).into()),
            |_, v, new| {
                let this = traceback(v)?;
                let next =
                    match &new {
                        Value::None => None,
                        Value::Unset => return Err(type_error("can't delete tb_next attribute")),
                        other => Some(traceback_of(other).ok_or_else(|| {
                            type_error(format!("expected traceback object, got '{}'", type_name(other)))
                        })?),
                    };
                let mut at = next.clone();
                while let Some(entry) = at {
                    if Rc::ptr_eq(&entry, &this) {
                        return Err(value_error("traceback loop detected"));
                    }
                    at = entry.next.borrow().clone();
                }
                this.next.replace(next);
                Ok(())
            },
        );
    NativeClass::extend(&t.code)
        .sync("replace", super::code_replace::replace)
        .sync("__replace__", super::code_replace::replace)
        .member("co_name", |_, v| Ok(Symbol::new(&code(v)?.code.name).value()))
        .member("co_qualname", |_, v| Ok(Symbol::new(&code(v)?.code.qualname).value()))
        .member("co_filename", |_, v| Ok(Value::from(&*code(v)?.filename)))
        .member("co_firstlineno", |_, v| Ok(Value::Int(code(v)?.code.first_line as i64)))
        .member("co_flags", |_, v| Ok(Value::Int(code(v)?.code.flags.0 as i64)))
        .member("co_argcount", |_, v| Ok(Value::Int(code(v)?.code.params.positional as i64)))
        .member("co_posonlyargcount", |_, v| Ok(Value::Int(code(v)?.code.params.positional_only as i64)))
        .member("co_kwonlyargcount", |_, v| Ok(Value::Int(code(v)?.code.params.keyword_only as i64)))
        .getter("co_nlocals", |_, v| Ok(Value::Int(varnames(code(v)?).len() as i64)))
        .getter("co_varnames", |_, v| Ok(names(&varnames(code(v)?))))
        .getter("co_cellvars", |_, v| Ok(names(&cellvars(code(v)?))))
        .getter("co_freevars", |_, v| Ok(names(&code(v)?.code.free)))
        .member("co_names", |_, v| Ok(names(&code(v)?.code.names)))
        .sync("__repr__", |_, args| {
            let value = &args.values[0];
            let code = code(value)?;
            Ok(Value::from(format!(
                "<code object {} at {:#x}, file \"{}\", line {}>",
                code.code.name,
                id(value),
                code.filename,
                code.code.first_line
            )))
        });
    NativeClass::extend(&t.cell)
        .property(
            "cell_contents",
            |_, v| match v {
                Value::Cell(cell) if !cell.contents.borrow().is_unset() => Ok(cell.contents.borrow().clone()),
                _ => Err(super::exception::value_error("Cell is empty")),
            },
            |_, v, new| {
                if let Value::Cell(cell) = v {
                    super::gc::link(cell, &new);
                    drop(cell.contents.replace(new));
                }
                Ok(())
            },
        )
        .sync("__repr__", |_, args| {
            let value = &args.values[0];
            let Value::Cell(cell) = value else { return super::object_methods::default_repr(value) };
            let contents = cell.contents.borrow();
            Ok(Value::from(match &*contents {
                Value::Unset => format!("<cell at {:#x}: empty>", id(value)),
                other => format!("<cell at {:#x}: {} object at {:#x}>", id(value), type_name(other), id(other)),
            }))
        });
}
