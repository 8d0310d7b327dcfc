//! What a profile function (`sys.setprofile`) is told besides: the native functions that the program's frames call, and
//! how these end (Python/legacy_tracing.c `sys_profile_call_or_return`).
//!
//! A frame that it is told of runs its code with a stop before each call and after it, so that calls themselves ask
//! nothing.

use std::rc::Rc;

use super::core::Vm;
use super::monitor::{self, has_monitor};
use super::trace_function::{at, has_profile, top, traces};
use crate::bytecode::Op;
use crate::objects::exception::PyResult;
use crate::objects::frame::{AnyFrame, Frame, FrameObject};
use crate::objects::function::Method;
use crate::objects::{Value, type_of, types};

/// A native function that a frame has called.
pub struct NativeCall {
    frame: Rc<FrameObject>,
    /// The instruction after the call.
    pc: usize,
    /// Unset: it is none that the profile function is told of.
    function: Value,
    /// The monitor is told of what was called, and with which first argument.
    called: Value,
}

/// From where it stands `frame`, whose object there is, stops at calls.
pub fn stop_at_calls(frame: &mut Frame) {
    if let Some(code) = frame.code.stopping_at_calls().cloned() {
        frame.code = code;
        frame.running = None;
    }
}

/// The number in `Tracer::calls` of what `frame` has called.
fn called(vm: &Vm, frame: &Frame) -> Option<usize> {
    let (tracer, object) = (vm.stack.tracer.as_ref()?, frame.object.as_ref()?);
    tracer.calls.iter().rposition(|call| Rc::ptr_eq(&call.frame, object))
}

/// The function of which the call before instruction `pc + 1` is to be told, bound to its receiver.
fn native_function(frame: &Frame, pc: usize) -> Option<Value> {
    let i = frame.code.instrs[pc];
    if !matches!(i.op, Op::Call | Op::CallAwait | Op::CallKw | Op::CallEx) {
        return None;
    }
    let [function, receiver, first, ..] = &frame.slots[i.b as usize..] else {
        let [function, ..] = &frame.slots[i.b as usize..] else { return None };
        return Rc::ptr_eq(&type_of(function), &types().builtin_function).then(|| function.clone());
    };
    let class = type_of(function);
    if Rc::ptr_eq(&class, &types().builtin_function) {
        return Some(function.clone());
    }
    let receiver = match first {
        _ if !receiver.is_unset() => Some(receiver),
        _ if Rc::ptr_eq(&class, &types().classmethod_descriptor) => None,
        Value::Tuple(items) if i.op == Op::CallEx => items.items.first(),
        _ if i.op == Op::CallEx || i.c == 0 => None,
        first => Some(first),
    };
    let is_method =
        [&types().method_descriptor, &types().classmethod_descriptor].iter().any(|is| Rc::ptr_eq(is, &class));
    receiver.filter(|_| is_method).map(|receiver| Method::new(function.clone(), receiver.clone()))
}

/// What the call before instruction `pc + 1` calls, and its first argument; the class of nothing in place of that where there
/// is none.
fn invoked(frame: &Frame, pc: usize) -> Option<(Value, Value)> {
    let i = frame.code.instrs[pc];
    if !matches!(i.op, Op::Call | Op::CallAwait | Op::CallKw | Op::CallEx) {
        return None;
    }
    let slots = &frame.slots[i.b as usize..];
    let mut function = slots.first()?.clone();
    let first = match (slots.get(1), slots.get(2)) {
        // Methods of classes are bound before they are called.
        (Some(receiver @ Value::Type(_)), first) => {
            function = Method::new(function, receiver.clone());
            first.filter(|_| i.c > 0 && i.op != Op::CallEx).cloned().unwrap_or_default()
        }
        (Some(receiver), _) if !receiver.is_unset() => receiver.clone(),
        (_, Some(Value::Tuple(items))) if i.op == Op::CallEx => items.items.first().cloned().unwrap_or_default(),
        (_, Some(first)) if i.op != Op::CallEx && i.c > 0 => first.clone(),
        _ => Value::Unset,
    };
    Some((function, first))
}

/// Whether the profile function is to be told of a native function that ends or is called before instruction `pc`.
pub fn is_due(vm: &Vm, frame: &Frame, pc: usize) -> bool {
    has_profile(vm)
        && traces(vm, &frame.code)
        && (called(vm, frame).is_some()
            || frame.object.is_some()
                && (native_function(frame, pc).is_some() || has_monitor(vm) && invoked(frame, pc).is_some()))
}

/// Takes what `frame` has called, and what nobody waits for any more.
fn take_call(vm: &mut Vm, number: usize) -> Option<NativeCall> {
    let tracer = vm.stack.tracer.as_mut()?;
    tracer.calls.truncate(number + 1);
    tracer.calls.pop()
}

/// Tells of the end of the native function that the frame on top has called.
pub fn returns(vm: &mut Vm) -> PyResult<()> {
    let Some(AnyFrame::Python(frame)) = vm.stack.top.frames.last() else { return Ok(()) };
    let Some(number) = called(vm, frame) else { return Ok(()) };
    match take_call(vm, number) {
        Some(call) => ends(vm, call.pc, call, ["c_return", "done"]),
        None => Ok(()),
    }
}

/// Tells of the end of a call of the frame on top: the profile function, if it is of a native one, and the monitor.
pub fn ends(vm: &mut Vm, pc: usize, call: NativeCall, [event, monitored]: [&str; 2]) -> PyResult<()> {
    if !call.function.is_unset() {
        at(vm, pc, event, call.function)?;
    }
    match call.called.is_unset() {
        true => Ok(()),
        false => monitor::tell(vm, &call.frame, monitored, call.called),
    }
}

/// Tells of the native function that the frame on top calls before instruction `pc + 1`.
pub fn calls(vm: &mut Vm, pc: usize) -> PyResult<()> {
    if !has_profile(vm) {
        return Ok(());
    }
    let Some(frame) = top(vm) else { return Ok(()) };
    let Some(object) = frame.object.clone() else { return Ok(()) };
    let (function, invoked) = (native_function(frame, pc), invoked(frame, pc));
    if let Some(function) = &function {
        at(vm, pc + 1, "c_call", function.clone())?;
    }
    let mut called = Value::Unset;
    if has_monitor(vm)
        && let Some((callable, first)) = invoked
    {
        let by_python = match &callable {
            Value::Method(method) => matches!(method.function, Value::Function(_)),
            callable => matches!(callable, Value::Function(_)),
        };
        let first = if first.is_unset() { vec![callable] } else { vec![callable, first] };
        let told = Value::tuple(first);
        if let Some(frame) = top(vm) {
            frame.pc = pc + 1;
        }
        monitor::tell(vm, &object, "invoke", told.clone())?;
        if !by_python {
            called = told;
        }
    }
    let function = function.unwrap_or_default();
    if called.is_unset() && function.is_unset() {
        return Ok(());
    }
    if let Some(tracer) = &mut vm.stack.tracer {
        tracer.calls.push(NativeCall { frame: object, pc: pc + 1, function, called });
    }
    Ok(())
}

/// The call that has raised in `frame`.
pub fn raises(vm: &mut Vm, frame: &Frame) -> Option<NativeCall> {
    let number = called(vm, frame)?;
    take_call(vm, number)
}
