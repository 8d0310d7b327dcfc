//! What becomes of the value of a call, and generators that are resumed by a call: their parts of [`super::call`].

use super::bind_arguments::{answer_bound, bind_arguments};
use super::call::{Started, check_depth, start, start_function};
use super::core::Vm;
use super::settle::{Settled, pop_python, settle_answer};
use super::stack::Inbox;
use super::{complete, generators};
use crate::objects::exception::stop_iteration;
use crate::objects::frame::{After, AnyFrame, Frame};
use crate::objects::function::Resuming;
use crate::objects::generator::Step;
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

/// Resumes a generator for whoever has called a method of it. Err: what follows where it did not run.
pub fn begin_resumed(vm: &mut Vm, resuming: Resuming) -> PyResult<Result<Started, Flow>> {
    let Resuming { generator, with, default, then } = resuming;
    if then.is_some() {
        vm.spend(1);
    }
    let step = match generators::resume(vm, &generator, with, false) {
        Ok(()) => {
            vm.stack.top.default = default;
            vm.stack.top.then = then;
            return Ok(Ok(Started::Resumed));
        }
        Err(step) => step,
    };
    Ok(Err(match (step, default, then) {
        (Step::Return(_), Some(default), _) => Flow::Done(*default),
        (Step::Return(value), None, None) => return Err(stop_iteration(value)),
        (Step::Return(value), None, Some(then)) => then.ended(vm, value)?,
        (Step::Yield(value), _, None) => Flow::Done(value),
        (Step::Yield(value), _, Some(then)) => then.value(vm, value)?,
        (Step::Raise(exc), _, None) => return Err(exc),
        (Step::Raise(exc), _, Some(then)) => then.failed(vm, exc)?,
    }))
}

/// Gives the frame on top what it goes on with, or begins that.
pub fn answer(vm: &mut Vm, flow: PyResult<Flow>) {
    let result = match flow {
        Ok(Flow::Done(value)) => Ok(value),
        Ok(flow) => match start(vm, flow) {
            Ok(Started::Value(value)) => Ok(value),
            Ok(Started::Python(frame)) => return vm.stack.push(AnyFrame::Python(frame)),
            Ok(Started::Native(frame)) => return vm.stack.push(AnyFrame::Native(frame)),
            Ok(Started::Resumed) => return,
            Err(exc) => Err(exc),
        },
        Err(exc) => Err(exc),
    };
    vm.stack.inbox = Some(Inbox::Value(result));
}

/// As [`answer`], of what has become of a generator's step.
pub fn answer_step(vm: &mut Vm, flow: PyResult<Flow>) {
    if let Ok(Flow::Done(_)) | Err(_) = &flow {
        vm.spend(1);
    }
    answer(vm, flow);
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
    // Mostly the next call, or the value that the caller stores.
    match flow {
        Ok(Flow::Enter(called)) if !vm.reaches_limit(0) => {
            if vm.is_due(0) {
                vm.stack.push(AnyFrame::Python(called));
                return Settled::Gone;
            }
            Settled::Go(called)
        }
        Ok(Flow::Done(value)) if !matches!(value, Value::Object(_)) && stores(vm) => {
            let mut caller = pop_python(vm);
            if let After::Store(slot) = caller.after {
                caller.slots[slot as usize].put(value);
            }
            Settled::Go(caller)
        }
        flow => go_on_otherwise(vm, flow),
    }
}

/// Whether the frame on top is a Python one that stores what it is given.
fn stores(vm: &mut Vm) -> bool {
    matches!(vm.stack.top().last(), Some(AnyFrame::Python(caller)) if matches!(caller.after, After::Store(_)))
}

#[inline(never)]
fn go_on_otherwise(vm: &mut Vm, flow: PyResult<Flow>) -> Settled {
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
