//! What `sys.monitoring` is told of (Python/instrumentation.c): all that trace and profile functions are, in finer words, and
//! every call. Its text (`_monitoring`) is a function of the thread's [`Tracer`].
//!
//! [`Tracer`]: super::trace_function::Tracer

use std::rc::Rc;

use super::core::Vm;
use super::stack::Stack;
use super::trace_function::{MONITOR, ask, put};
use crate::objects::frame::FrameObject;
use crate::objects::{PyResult, Value};

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
