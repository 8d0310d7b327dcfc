//! `sys.settrace`, `sys.setprofile` and their like.

use crate::objects::args::Args;
use crate::objects::exception::PyResult;
use crate::objects::function::{Builtin, Flow, FlowFn};
use crate::objects::{Interp, Value};
use crate::vm::trace_function::{MONITOR, PROFILE, Place, TRACE};
use crate::vm::{Vm, vm_of};

/// The functions, by name.
pub fn functions() -> [(&'static str, Value); 6] {
    let function = |name, code: FlowFn| (name, Builtin::function(name, "sys", code));
    [
        function("settrace", |i, args| set(i, args, "sys.settrace", |vm, f| vm.set_trace_function(TRACE, f))),
        function("setprofile", |i, args| set(i, args, "sys.setprofile", |vm, f| vm.set_trace_function(PROFILE, f))),
        function("_settraceallthreads", |i, args| {
            set(i, args, "sys._settraceallthreads", |vm, f| vm.set_trace_function_of_all(TRACE, f))
        }),
        function("_setprofileallthreads", |i, args| {
            set(i, args, "sys._setprofileallthreads", |vm, f| vm.set_trace_function_of_all(PROFILE, f))
        }),
        ("gettrace", Builtin::sync("gettrace", "sys", |i, args| get(i, args, "sys.gettrace", TRACE))),
        ("getprofile", Builtin::sync("getprofile", "sys", |i, args| get(i, args, "sys.getprofile", PROFILE))),
    ]
}

/// `monitor(function)`: who is told of all events, for `sys.monitoring`.
pub fn monitor() -> Value {
    Builtin::function("monitor", "_frames", |i, args| {
        set(i, args, "monitor", |vm, f| vm.set_trace_function_of_all(MONITOR, f))
    })
}

fn set(i: &mut dyn Interp, args: Args, name: &str, set: fn(&mut Vm, Option<Value>)) -> PyResult<Flow> {
    let [function] = args.exactly(name)?;
    set(vm_of(i), Some(function).filter(|function| !function.is_none()));
    // The evaluation loop looks anew whether it is to stop at lines.
    Ok(Flow::frame(async { Ok(Value::None) }))
}

fn get(i: &mut dyn Interp, args: Args, name: &str, place: Place) -> PyResult {
    args.exactly::<0>(name)?;
    Ok(vm_of(i).trace_function(place).into())
}
