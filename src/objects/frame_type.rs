//! Frames, tracebacks and code objects as a program sees them.

use std::rc::Rc;

use super::code::CodeObject;
use super::containers::Dict;
use super::exception::{PyResult, Traceback, type_error};
use super::frame::{Frame, FrameObject};
use super::gc_graph::Edge;
use super::identity::id;
use super::native_class::NativeClass;
use super::object::{Native, Object};
use super::symbol::Symbol;
use super::types::{Types, type_name, types};
use super::value::Value;
use crate::bytecode::{CodeFlags, Op};

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
pub fn snapshot(frame: &Frame) -> Rc<FrameObject> {
    if let Some(object) = &frame.object {
        return object.clone();
    }
    Rc::new(FrameObject {
        header: Default::default(),
        code: frame.code.clone(),
        globals: frame.globals.clone(),
        line: std::cell::Cell::new(match frame.pc {
            0 => frame.code.code.first_line,
            pc => frame.code.line(pc - 1),
        }),
        slots: std::cell::RefCell::new(frame.slots.clone()),
        back: None,
    })
}

fn frame(value: &Value) -> PyResult<Rc<FrameObject>> {
    frame_of(value).ok_or_else(|| type_error(format!("expected a frame object, not '{}'", type_name(value))))
}

fn traceback(value: &Value) -> PyResult<Rc<Traceback>> {
    traceback_of(value).ok_or_else(|| type_error(format!("expected a traceback object, not '{}'", type_name(value))))
}

fn code(value: &Value) -> PyResult<&Rc<CodeObject>> {
    match value {
        Value::Code(code) => Ok(code),
        other => Err(type_error(format!("expected a code object, not '{}'", type_name(other)))),
    }
}

/// The local variables that a frame holds, as a new dict.
pub fn locals_of(frame: &FrameObject) -> Value {
    let locals = Dict::new();
    let slots = frame.slots.borrow();
    for (slot, value) in slots.iter().enumerate().take(frame.code.code.first_temp()) {
        let value = match value {
            Value::Cell(cell) => cell.contents.borrow().clone(),
            other => other.clone(),
        };
        let name = frame.code.slot_name(slot);
        if !value.is_unset() && !name.starts_with('.') {
            locals.set_str(Symbol::new(&name), value);
        }
    }
    Value::Dict(locals)
}

/// The locals that are cells: nested functions see them.
fn cell_slots(code: &CodeObject) -> Vec<usize> {
    let locals = code.code.locals.len();
    let made = code.instrs.iter().filter(|i| i.op == Op::MakeCell).map(|i| i.a as usize);
    made.filter(|slot| *slot < locals).collect()
}

/// `co_varnames`: parameters and plain locals.
fn varnames(code: &CodeObject) -> Vec<Rc<str>> {
    let (code_, cells) = (&code.code, cell_slots(code));
    let flag = |bit| code_.flags.has(bit) as usize;
    let parameters = (code_.params.positional + code_.params.keyword_only) as usize
        + flag(CodeFlags::VARARGS)
        + flag(CodeFlags::VARKEYWORDS);
    let plain = |at: &usize| *at < parameters || !cells.contains(at);
    (0..code_.locals.len()).filter(plain).map(|at| code_.locals[at].clone()).collect()
}

/// `co_cellvars`
fn cellvars(code: &CodeObject) -> Vec<Rc<str>> {
    let own = cell_slots(code).into_iter().map(|at| code.code.locals[at].clone());
    own.chain(code.code.cells.iter().cloned()).collect()
}

fn names(list: &[Rc<str>]) -> Value {
    Value::tuple(list.iter().map(|n| Symbol::new(n).value()).collect::<Vec<_>>())
}

/// Fills the classes of frames, tracebacks, code objects and cells.
pub fn install(t: &'static Types) {
    NativeClass::extend(&t.frame)
        .getter("f_code", |_, v| Ok(Value::Code(frame(v)?.code.clone())))
        .getter("f_lineno", |_, v| Ok(Value::Int(frame(v)?.line.get() as i64)))
        .getter("f_globals", |_, v| Ok(Value::Dict(Dict::view(frame(v)?.globals.clone()))))
        .getter("f_locals", |_, v| {
            let frame = frame(v)?;
            let module = &*frame.code.code.name == "<module>";
            Ok(if module { Value::Dict(Dict::view(frame.globals.clone())) } else { locals_of(&frame) })
        })
        .getter("f_back", |_, v| Ok(frame(v)?.back.as_ref().map(frame_value).into()))
        .sync("__repr__", |_, args| {
            let (value, frame) = (&args.values[0], frame(&args.values[0])?);
            Ok(Value::from(format!(
                "<frame at {:#x}, file '{}', line {}, code {}>",
                id(value),
                frame.code.filename,
                frame.line.get(),
                frame.code.code.name
            )))
        });
    NativeClass::extend(&t.traceback)
        .getter("tb_frame", |_, v| Ok(frame_value(&traceback(v)?.frame)))
        .getter("tb_lineno", |_, v| Ok(Value::Int(traceback(v)?.line as i64)))
        .getter("tb_lasti", |_, v| Ok(Value::Int(traceback(v)?.pc as i64 * 2)))
        .property(
            "tb_next",
            |_, v| Ok(traceback(v)?.next.borrow().as_ref().map(traceback_value).into()),
            |_, v, new| {
                let next = match &new {
                    Value::None => None,
                    other => Some(traceback(other)?),
                };
                traceback(v)?.next.replace(next);
                Ok(())
            },
        );
    NativeClass::extend(&t.code)
        .getter("co_name", |_, v| Ok(Symbol::new(&code(v)?.code.name).value()))
        .getter("co_qualname", |_, v| Ok(Symbol::new(&code(v)?.code.qualname).value()))
        .getter("co_filename", |_, v| Ok(Value::from(&*code(v)?.filename)))
        .getter("co_firstlineno", |_, v| Ok(Value::Int(code(v)?.code.first_line as i64)))
        .getter("co_flags", |_, v| Ok(Value::Int(code(v)?.code.flags.0 as i64)))
        .getter("co_argcount", |_, v| Ok(Value::Int(code(v)?.code.params.positional as i64)))
        .getter("co_posonlyargcount", |_, v| Ok(Value::Int(code(v)?.code.params.positional_only as i64)))
        .getter("co_kwonlyargcount", |_, v| Ok(Value::Int(code(v)?.code.params.keyword_only as i64)))
        .getter("co_nlocals", |_, v| Ok(Value::Int(varnames(code(v)?).len() as i64)))
        .getter("co_varnames", |_, v| Ok(names(&varnames(code(v)?))))
        .getter("co_cellvars", |_, v| Ok(names(&cellvars(code(v)?))))
        .getter("co_freevars", |_, v| Ok(names(&code(v)?.code.free)))
        .getter("co_names", |_, v| Ok(names(&code(v)?.code.names)))
        .getter("co_consts", |_, v| Ok(Value::tuple(code(v)?.consts.to_vec())))
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
                _ => Err(super::exception::value_error("cell is empty")),
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
