//! What `sys.monitoring` is told of (Python/instrumentation.c): all that trace and profile functions are, in finer words, and
//! every call. Its text (`_monitoring`) is a function of the thread's [`Tracer`].
//!
//! [`Tracer`]: super::trace_function::Tracer

use std::rc::Rc;

use super::core::Vm;
use super::settle::pop_python;
use super::stack::Stack;
use super::trace_function::{MONITOR, ask, described, put, traces};
use crate::objects::frame::{AnyFrame, Frame, FrameObject};
use crate::objects::{Exc, PyResult, Value};

/// A thread that begins is monitored as the one that begins it.
pub(super) fn inherit(vm: &mut Vm, stack: &mut Stack) {
    if let Some(monitor) = vm.trace_function(MONITOR) {
        put(stack, MONITOR, monitor);
    }
}

pub(super) fn has_monitor(vm: &Vm) -> bool {
    vm.stack.tracer.as_ref().is_some_and(|tracer| !tracer.monitor.is_unset())
}

/// What the trace and profile functions call an event.
pub(super) fn legacy(event: &str) -> &str {
    match event {
        "start" | "resume" | "throw" => "call",
        "yield" | "unwind" => "return",
        "stop" => "exception",
        "cleanup" => "line",
        other => other,
    }
}

/// Tells of an event that others have been told of as well, but for those that are theirs alone.
pub(super) fn hears(vm: &mut Vm, object: &Rc<FrameObject>, event: &str, argument: Value) -> PyResult<()> {
    if event.starts_with("c_") || event == "cleanup" { Ok(()) } else { tell(vm, object, event, argument) }
}

/// Tells the monitor alone.
pub(super) fn tell(vm: &mut Vm, object: &Rc<FrameObject>, event: &str, argument: Value) -> PyResult<()> {
    match vm.trace_function(MONITOR) {
        Some(function) => ask(vm, &function, object, event, argument).map(drop),
        None => Ok(()),
    }
}

/// Tells that a handler of `frame` takes an exception. Err: the tool has raised another one.
#[cold]
pub fn handles(vm: &mut Vm, frame: Box<Frame>, exc: &Exc) -> (Box<Frame>, PyResult<()>) {
    of_exception(vm, frame, "handled", exc)
}

/// Tells that `frame` raises an exception once more.
#[cold]
pub fn raises_again(vm: &mut Vm, frame: Box<Frame>, exc: Exc) -> (Box<Frame>, Exc) {
    let (frame, told) = of_exception(vm, frame, "reraise", &exc);
    (frame, told.err().unwrap_or(exc))
}

/// An exception leaves `frame`, or what a tool raises in its place. CPython's generators and coroutines handle it before,
/// since it must be no StopIteration.
pub(super) fn leaves(vm: &mut Vm, frame: Box<Frame>, exc: Exc) -> (Box<Frame>, Exc) {
    if frame.generator.is_none() || !has_monitor(vm) {
        return (frame, exc);
    }
    match handles(vm, frame, &exc) {
        (frame, Ok(())) => raises_again(vm, frame, exc),
        (frame, Err(raised)) => (frame, raised),
    }
}

/// Tells of what becomes of an exception in `frame`, which is not on the stack.
fn of_exception(vm: &mut Vm, frame: Box<Frame>, event: &str, exc: &Exc) -> (Box<Frame>, PyResult<()>) {
    if !has_monitor(vm) || !traces(vm, &frame.code) {
        return (frame, Ok(()));
    }
    vm.stack.push(AnyFrame::Python(frame));
    let told = match vm.frame_below(0) {
        Some(object) => tell(vm, &object, event, described(exc)),
        None => Ok(()),
    };
    (pop_python(vm), told)
}
