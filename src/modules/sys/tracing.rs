//! `sys.settrace` and its like.

use crate::objects::args::Args;
use crate::objects::exception::PyResult;
use crate::objects::function::{Builtin, Flow};
use crate::objects::{Interp, Value};
use crate::vm::{Vm, vm_of};

/// The functions, by name.
pub fn functions() -> [(&'static str, Value); 3] {
    [
        (
            "settrace",
            Builtin::function("settrace", "sys", |i, args| set(i, args, "sys.settrace", Vm::set_trace_function)),
        ),
        (
            "_settraceallthreads",
            Builtin::function("_settraceallthreads", "sys", |i, args| {
                set(i, args, "sys._settraceallthreads", Vm::set_trace_function_of_all)
            }),
        ),
        ("gettrace", Builtin::sync("gettrace", "sys", get)),
    ]
}

fn set(i: &mut dyn Interp, args: Args, name: &str, set: fn(&mut Vm, Option<Value>)) -> PyResult<Flow> {
    let [function] = args.exactly(name)?;
    set(vm_of(i), Some(function).filter(|function| !function.is_none()));
    // The evaluation loop looks anew whether it is to stop at lines.
    Ok(Flow::frame(async { Ok(Value::None) }))
}

fn get(i: &mut dyn Interp, args: Args) -> PyResult {
    args.exactly::<0>("sys.gettrace")?;
    Ok(vm_of(i).trace_function().into())
}
