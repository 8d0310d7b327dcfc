//! The limits that a program may set: of recursion, and of the digits of ints.

use crate::objects::args::Args;
use crate::objects::exception::{Exc, PyResult, value_error};
use crate::objects::int::MaxStrDigits;
use crate::objects::types::types;
use crate::objects::{Interp, Value, ops};
use crate::vm::Vm;

pub(super) fn set_recursion_limit(i: &mut dyn Interp, args: Args) -> PyResult {
    let [limit] = args.exactly("sys.setrecursionlimit")?;
    let limit = ops::c_int(i, &limit)?;
    if limit < 1 {
        return Err(value_error("recursion limit must be greater or equal than 1"));
    }
    if let Some(vm) = i.as_any().downcast_mut::<Vm>() {
        let depth = vm.stack.depth;
        if depth >= limit as usize {
            let text = format!("cannot set the recursion limit to {limit} at the recursion depth {depth}: ");
            return Err(Exc::message(&types().recursion_error, text + "the limit is too low"));
        }
        vm.recursion_limit = limit as usize;
    }
    Ok(Value::None)
}

pub(super) fn int_max_str_digits(i: &mut dyn Interp, args: Args) -> PyResult {
    let [] = args.exactly("sys.get_int_max_str_digits")?;
    Ok(Value::Int(i.states().get::<MaxStrDigits>().0 as i64))
}

pub(super) fn set_int_max_str_digits(i: &mut dyn Interp, args: Args) -> PyResult {
    let [given] = args.bind_in_c("set_int_max_str_digits", &["maxdigits"], 1)?;
    let most = ops::c_int(i, &given)?;
    match usize::try_from(most) {
        Ok(most @ (0 | 640..)) => i.states().get::<MaxStrDigits>().0 = most,
        _ => return Err(value_error("maxdigits must be 0 or larger than 640")),
    }
    Ok(Value::None)
}
