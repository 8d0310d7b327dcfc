//! Making functions and classes: `MakeFunction`, class bodies, the intrinsics of PEP 695.

use std::cell::RefCell;
use std::rc::Rc;

use super::core::Vm;
use super::names::builtin;
use super::registers::{peek, read};
use crate::bytecode::{Instr, flag, intrinsic, make_function as extra, reg};
use crate::objects::attrs::Namespace;
use crate::objects::class_creation::BodyRunner;
use crate::objects::code::CodeObject;
use crate::objects::containers::Dict;
use crate::objects::exception::{Exc, PyResult, runtime_error, type_error};
use crate::objects::frame::Frame;
use crate::objects::function::{Builtin, Function};
use crate::objects::function_code::FunctionCode;
use crate::objects::naming::Names;
use crate::objects::{Args, Flow, Interp, Symbol, Value, attribute, known, types};

/// A function of a code object, with the names CPython gives it.
pub fn new_function(code: &Rc<CodeObject>, globals: &Rc<Namespace>) -> Function {
    function(code.clone().into(), code.naming(), globals)
}

fn function(code: FunctionCode, naming: &Rc<Names>, globals: &Rc<Namespace>) -> Function {
    Function {
        header: Default::default(),
        code,
        globals: globals.clone(),
        naming: naming.clone().into(),
        defaults: RefCell::new(None),
        kwdefaults: RefCell::new(None),
        closure: None,
        attrs: RefCell::default(),
        members: RefCell::default(),
        weakrefs: Default::default(),
    }
}

/// `MakeFunction`.
#[inline(never)]
pub fn make_function(frame: &mut Frame, code: &CodeObject, i: Instr) -> Value {
    let block = code.block(i.b as usize);
    let mut function = function(block.into(), block.naming(), &frame.globals);
    let extras = i.flags >> flag::SHIFT;
    let mut slot = (i.c & reg::SLOT) as usize;
    let mut next = |bit: u8| {
        if extras & bit == 0 {
            return Value::Unset;
        }
        slot += 1;
        frame.slots[slot - 1].take()
    };
    if let Value::Tuple(defaults) = next(extra::DEFAULTS) {
        function.defaults = RefCell::new(Some(defaults));
    }
    if let Value::Dict(defaults) = next(extra::KWDEFAULTS) {
        function.kwdefaults = RefCell::new(Some(defaults));
    }
    let annotations = next(extra::ANNOTATIONS);
    if !annotations.is_unset() {
        function.members.borrow_mut().set(known::ANNOTATIONS, annotations);
    }
    if let Value::Tuple(cells) = next(extra::CLOSURE) {
        function.closure = Some(cells);
    }
    let parameters = next(extra::TYPE_PARAMS);
    if !parameters.is_unset() {
        function.members.borrow_mut().set(known::TYPE_PARAMS, parameters);
    }
    Value::Function(Rc::new(function))
}

/// `builtins.__build_class__`, which a program may replace.
#[inline(never)]
pub fn build_class_function(vm: &mut Vm, frame: &Frame) -> PyResult {
    // Code that is run with builtins of its own may have none to make classes with.
    builtin(vm, frame, known::BUILD_CLASS)?
        .ok_or_else(|| Exc::new(&types().name_error, vec!["__build_class__ not found".into()]))
}

/// Tells class creation how a body runs: called with the body's function and the namespace, it gives the `__class__`
/// cell or None.
pub fn install_body_runner(vm: &mut Vm) {
    let runner = Builtin::closure("run class body", |i, args| {
        let [function, namespace] = args.exactly::<2>("run class body")?;
        if !matches!(function, Value::Function(_)) {
            return Err(type_error("__build_class__: func must be a function"));
        }
        if let Some(vm) = i.as_any().downcast_mut::<Vm>() {
            vm.body_namespace = Some(namespace);
        }
        Ok(Flow::call(function, Args::none()))
    });
    vm.states().set(BodyRunner(runner));
}

/// `Intrinsic`.
#[inline(never)]
pub fn intrinsic(vm: &mut Vm, frame: &mut Frame, i: Instr) -> PyResult<Flow> {
    let first = (i.b & reg::SLOT) as usize;
    match i.c {
        intrinsic::IMPORT_STAR => {
            let module = peek(frame, i.b).clone();
            super::import_star::run(vm, frame, &module)?;
            Ok(Flow::Done(Value::None))
        }
        intrinsic::LOCALS => Ok(Flow::Done(namespace_dict(frame))),
        intrinsic::DISPLAY => {
            let value = read(frame, i.b);
            let sys = vm.import("sys")?;
            let flow = attribute::get_attr(vm, &sys, Symbol::new("displayhook"))?;
            let hook = match vm.finish(flow) {
                Err(exc) if exc.is_a(&types().attribute_error) => return Err(runtime_error("lost sys.displayhook")),
                found => found?,
            };
            Ok(Flow::call(hook, Args::one(value)))
        }
        kind => {
            let count = match kind {
                intrinsic::SUBSCRIPT_GENERIC => 1,
                _ => 3,
            };
            let values: Vec<Value> = frame.slots[first..first + count].iter_mut().map(Value::take).collect();
            typing_intrinsic(vm, kind, values)
        }
    }
}

/// The type parameters of PEP 695 are made by the typing module.
fn typing_intrinsic(vm: &mut Vm, kind: u16, values: Vec<Value>) -> PyResult<Flow> {
    let typing = vm.import("typing")?;
    let maker = match kind {
        intrinsic::TYPEVAR => "_make_typevar",
        intrinsic::PARAMSPEC => "_make_paramspec",
        intrinsic::TYPEVARTUPLE => "_make_typevartuple",
        intrinsic::SUBSCRIPT_GENERIC => "_make_generic",
        _ => "_make_type_alias",
    };
    let function = attribute::get_attr_now(vm, &typing, Symbol::new(maker))?;
    Ok(Flow::call(function, Args::positional(values)))
}

/// The namespace that a frame's names live in, as a dict that writes through.
pub fn namespace_dict(frame: &Frame) -> Value {
    match &frame.namespace {
        Some(Value::Namespace(n)) => Value::Dict(Dict::view(n.clone())),
        Some(mapping) => mapping.clone(),
        None => Value::Dict(Dict::view(frame.globals.clone())),
    }
}
