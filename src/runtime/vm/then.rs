//! What becomes of the value of a call, and generators that are resumed by a call: their parts of [`super::call`].

use std::rc::Rc;

use super::bind_arguments::{answer_bound, bind_arguments};
use super::call::{Started, check_depth, start, start_function};
use super::core::Vm;
use super::settle::{Settled, pop_python, settle_answer};
use super::stack::Inbox;
use super::{complete, generators};
use crate::objects::exception::stop_iteration;
use crate::objects::frame::{AnyFrame, Frame};
use crate::objects::generator::{Generator, Resume, Step};
use crate::objects::then::{CallThen, Then};
use crate::objects::{Flow, PyResult, Value};

/// The frame of such a call, or what follows where the function's shortcut has answered.
pub fn begin_called(vm: &mut Vm, call: CallThen) -> PyResult<Result<Box<Frame>, Flow>> {
    let (function, args) = *call.call;
    let Value::Function(function) = function else { unreachable!("a call with something to follow is a function's") };
    let mut frame = match bind_arguments(vm, &function, args).and_then(|frame| check_depth(vm).map(|()| frame)) {
        Ok(frame) => frame,
        Err(exc) => return call.then.failed(vm, exc).map(Err),
    };
    if let Some(answer) = answer_bound(vm, &function, &mut frame) {
        vm.recycle(frame);
        return call.then.value(vm, answer).map(Err);
    }
    if function.code.suspends {
        return match start_function(vm, &function, frame)? {
            Started::Value(made) => call.then.value(vm, made).map(Err),
            _ => unreachable!("what suspends is made"),
        };
    }
    frame.then = Some(call.then);
    frame.holds_more = true;
    Ok(Ok(frame))
}

/// Resumes a generator for whoever has called a method of it.
pub fn begin_resumed(vm: &mut Vm, generator: &Rc<Generator>, with: Resume) -> PyResult<Started> {
    match generators::resume(vm, generator, with, false) {
        Ok(()) => Ok(Started::Resumed),
        Err(Step::Yield(value)) => Ok(Started::Value(value)),
        Err(Step::Return(value)) => Err(stop_iteration(value)),
        Err(Step::Raise(exc)) => Err(exc),
    }
}

/// Goes on in the generator that has just been resumed.
pub fn go_on_resumed(vm: &mut Vm) -> Settled {
    let Some(AnyFrame::Python(_)) = vm.stack.top().last() else { return Settled::Gone };
    let frame = pop_python(vm);
    match vm.stack.inbox.take() {
        None => Settled::Go(frame),
        Some(Inbox::Value(result)) => settle_answer(vm, frame, result.map(Flow::Done)),
        Some(_) => unreachable!("only native frames ask for steps and blocks"),
    }
}

/// Goes on with what becomes of the value that a frame has returned, which is off the stack.
#[inline(never)]
pub fn go_on_then(vm: &mut Vm, then: Box<dyn Then>, value: Value) -> Settled {
    let flow = then.value(vm, value);
    go_on_with(vm, flow)
}

/// Goes on with what stands in place of the end of a frame, which is off the stack.
pub fn go_on_with(vm: &mut Vm, flow: PyResult<Flow>) -> Settled {
    if let Some(AnyFrame::Python(_)) = vm.stack.top().last() {
        let caller = pop_python(vm);
        return match settle_answer(vm, caller, flow) {
            // Calls may go on so without end.
            Settled::Go(frame) if frame.then.is_some() && vm.is_due(0) => {
                vm.stack.push(AnyFrame::Python(frame));
                Settled::Gone
            }
            settled => settled,
        };
    }
    let result = match flow.and_then(|flow| start(vm, flow)) {
        Ok(Started::Python(frame)) if !vm.is_due(0) => return Settled::Go(frame),
        Ok(Started::Python(frame)) => {
            vm.stack.push(AnyFrame::Python(frame));
            return Settled::Gone;
        }
        Ok(Started::Native(native)) => {
            vm.stack.push(AnyFrame::Native(native));
            return Settled::Gone;
        }
        Ok(Started::Resumed) => return go_on_resumed(vm),
        Ok(Started::Value(value)) => Ok(value),
        Err(exc) => Err(exc),
    };
    complete::complete(vm, None, result);
    generators::go_on(vm)
}
